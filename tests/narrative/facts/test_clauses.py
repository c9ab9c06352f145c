"""Whose clause a figure stands in: counted persons, clauses that fill a 것, what is given, whoever acts afterwards."""

import pytest

from made.facts import read


def actors(*texts: str) -> list[str | None]:
    return [None if actor != actor else actor for actor in read(*texts)["actor"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("나루조합이 직원에게 욕을 한 과장 2명에게 주의만 준 것으로 드러났다.", ["과장"]),
        ("조합 이사와 상인 등 회원 3명에게 벌금이 선고됐다.", ["상인 등 회원"]),
        ("법원은 한씨와 오씨, 나하늘 전 나루시 부시장 등 6명에게 물었다.", ["한씨와 오씨, 나하늘 전 나루시 부시장 등"]),
        ("태풍으로 수만명의 이재민이 생겼다.", ["이재민"]),
        ("영화에서 형사는 3명의 죄 없는 아이들에게 죄를 씌웠다.", ["아이들"]),
        ("이날 사회자가 두 사람의 결혼식을 축하했다.", ["사회자", None]),
        ("회사를 떠난 6명을 대신해 조합이 나섰다.", [None]),
        ("조합은 배우 3명을 뽑았다.", ["조합"]),
        ("5인 미만 가게 직원도 보호를 받는다.", ["가게 직원"]),
        ("A 씨는 앉아 있던 손님, 60대 B 씨에게 다가갔다.", ["B 씨"]),
        ("물결일보는 발견된 이들이 애초 신고된 23명보다 많은 35명이라고 전했다.", [None, None]),
    ],
)
def test_a_count_of_persons_is_of_the_noun_that_it_counts(text, expected):
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("어민이 배를 산 것은 15개월 만이다.", "15개월", "어민"),
        ("기존 60대1 비율로 반영되던 것에 비해 조합원의 힘이 세졌다.", "60대1", None),
        ("조합이 생선값을 살핀 결과에서는 10.4% 오른 것으로 나타났다.", "10.4%", "생선값"),
        ("사장이 사의를 밝힌 데 따른 조치로, 벌써 세 번째 대표가 된다.", "세 번째", None),
    ],
)
def test_a_clause_that_fills_a_bound_noun_keeps_its_subject(text, words, actor):
    found = read(text).loc[words, "actor"]
    assert (None if found != found else found) == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "지난 22일 방송에 나와 “왜 못 하느냐”며 감싼 한여름 조합 이사는 논란이 커지자 물러났다.",
            "지난 22일",
            "한여름 조합 이사",
        ),
        ("지난해 12월 14일 표결을 이끈 그는 법원의 심판이 길어지자 거리로 나섰다.", "지난해 12월 14일", "그"),
        ("지난해 어선 예산이 깎이자 어민들이 나섰다.", "지난해", "어선 예산"),
        ("2001년 태풍을 계기로 재난청이 생겼을 때부터 일해 온 오새결은 청장이 됐다.", "2001년", "재난청"),
        ("다음 달 나루시에서 열리는 공연 무대도 예정됐던 만큼 팬들의 충격은 더 크다.", "다음 달", "공연 무대"),
        ("지난 4월까지 큰 은행인 나루은행 등으로부터 3억달러를 빌렸다.", "지난 4월", None),
        ("나루섬에서는 지난 2020년 이후 극심한 가뭄으로 어민들이 굶주렸다.", "지난 2020년", "어민들"),
        ("2일 시장조사기관인 물결연구소에 따르면 배는 3척이다.", "2일", "물결연구소"),
    ],
)
def test_a_time_is_of_the_clause_that_it_belongs_to(text, words, actor):
    found = read(text).loc[words, "actor"]
    assert (None if found != found else found) == actor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("지난 9일 한씨에게 실형이 선고됐다.", ["한씨"]),
        ("지난 1일 15명을 대상으로 한 재판에서 14명에게 실형이 선고됐다.", [None, None, None]),
        ("지난 9일 위원회가 상을 주었다.", ["위원회"]),
    ],
)
def test_what_is_ruled_or_given_acts_upon_nothing(text, expected):
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("단 한 번도 배를 탄 일이 없다.", []),
        ("총 5팀이 참여해 30분 간격으로 공연한다.", [None, None]),
        ("올해 시장에서 3대 중 2대가 나루폰이라는 자신감도 드러냈다.", [None, None, None]),
        ("노조원 2만 명은 9일 모였다.", ["노조원", "노조원"]),
        ("다음 달 4일부터 나루시 등 7개국을 도는 공연 '소년, 길을 걷다-2'를 연다.", [None, "나루시 등"]),
        ("‘갯가 북4 엣지’는 내달 18일 나오며 알림은 내달 3일부터 신청한다.", ["‘갯가 북4 엣지’", "알림"]),
        ("최근 상승세를 탄 손제이는 대회 2승을 노린다.", ["손제이", "손제이"]),
        ("정부가 정한 안전 기준은 25㎍이다.", ["안전 기준"]),
        ("그는 지난 4일 승합차만 남긴 채 사라졌다.", ["그"]),
    ],
)
def test_an_actor_is_a_noun_phrase_and_no_number_or_piece_of_a_title(text, expected):
    assert actors(text) == expected


def test_a_quotation_without_a_subject_goes_on_about_what_the_one_before_told_of() -> None:
    text = "선장은 “배에서 나는 멀미는 숙취와 다르다”며 “배를 탄 후 3분 안에 생긴다”고 말했다."
    assert actors(text) == ["멀미"]
    assert actors("선장은 “배는 좋다”며 “내년에 3척을 사겠다”고 말했다.") == ["선장", "선장"]


def test_nobody_is_carried_into_the_words_of_somebody_who_is_named() -> None:
    told = actors("어촌계는 회의를 열었다.", "선장은 “올해 3대 중 2대가 팔렸다”고 말했다.")
    assert "어촌계" not in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("조합은 올해 전국 배 판매 규모를 410억 달러로 예상했다.", ["전국 배 판매 규모"] * 2),
        ("조합은 내년 자전거 값이 4.5% 내릴 것으로 전망했다.", ["자전거 값"] * 2),
        ("조합은 9일 배 값이 4.5% 내릴 것으로 전망했다.", ["조합", "배 값"]),
        ("조합은 내년 배 3척을 산다.", ["조합"] * 2),
    ],
)
def test_what_somebody_foresees_is_told_of_something_else(text, expected):
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("가수 나달의 12년 만의 방송 복귀다.", ["가수 나달"]),
        ('한아름씨는 "제가 있었던 2년 동안 배가 늘었다"고 말했다.', ["한아름씨"]),
        ("유가족은 전날 작업이 시작되기에 앞서 꽃을 놓았다.", ["유가족"]),
        ("한 의원이 2일 최근 나루당을 떠난 김하늘 전 의원에게 글을 썼다.", ["한 의원", "김하늘 전 의원"]),
        ("지난해 연구소를 연 나루대의 총장이 왔다.", ["나루대"]),
        ("어제 시작된 조합의 파업이 끝났다.", ["조합의 파업"]),
        ("더 많은 금액(3억달러)을 조합이 냈다.", ["조합"]),
    ],
)
def test_a_length_or_a_time_is_of_whom_the_words_beside_it_name(text, expected):
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("나루시, 연내 공포 및 내년 8월부터 시행 목표", ["나루시"] * 2),
        ("시장은 폭발적 성장...판매액 2015년 373억→6월말 6.2조", ["판매액"] * 4),
        ("자전거 산업, 내년 폭풍 성장..물결-나루 각축", ["자전거 산업"]),
        ("상인 등록 의무화...최소 자본금 5억 갖춰야, 경영정보도 알려야", ["최소 자본금"]),
        ("나루시, 주민 3명에 과태료", ["주민"]),
        ("조합, 내년 배를 산다.", [None]),
    ],
)
def test_a_headline_tells_of_the_noun_that_it_begins_with(text, expected):
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("경찰이 2일 도둑 이태풍(56)이 숨긴 것으로 확인된 배의 수색을 이틀째 이어가고 있다.", "이틀째", "경찰"),
        ("해일은 물이 평년보다 0.5도 높은 상황이 5개월 이상 이어지는 현상이다.", "5개월 이상", "상황"),
        ("매출 3659억원(약 2억유로), 이익은 272억원을 기록했다.", "3659억원", "매출"),
        ("매출 3659억원(약 2억유로), 이익은 272억원을 기록했다.", "약 2억유로", "매출"),
        ("매출 3659억원(약 2억유로), 이익은 272억원을 기록했다.", "272억원", "이익"),
        ("이곳은 등대와 100m 떨어져 있다.", "100m", "이곳"),
    ],
)
def test_a_clause_within_another_has_its_own_subject(text, words, actor):
    assert read(text).loc[words, "actor"] == actor


def test_what_was_said_before_is_nobody_of_whom_it_was_said():
    assert actors("어민들은 배를 산다.", "이는 지난해보다 27% 늘어난 것이다.") == [None, None]
    assert actors("새 배는 튼튼하다.", "이는 3가지 부분으로 이뤄졌다.")[0] is not None


@pytest.mark.parametrize("text", ["금리를 연 24%를 못 넘게 했다.", "점유율은 24%를 넘지 않았다."])
def test_what_a_number_may_not_pass_is_a_limit(text):
    assert "이하" in read(text).loc["24%", "bound"]


def test_a_bullet_is_no_part_of_an_actor_and_a_voice_of_its_own_is_nobody_from_before():
    assert actors("▲한아름 조합장이 2018년 10월 4일 말하고 있다.") == ["한아름 조합장"]
    assert actors("한아름씨는 왔다.", "최근 배를 빨리 사야 한다는 목소리가 커지고 있다.") == [None]
