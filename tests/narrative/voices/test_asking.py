"""Who asks and who answers, and words that only look like somebody's; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import SCARE, heard, persons, said


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("오 국장은 “동의하냐”는 박 의원 질의에 “신중히 보겠다”고 밝혔다.",), ["박 의원", "오 국장"]),
        (
            (
                "오바다 소장은 “살피겠다”고 말했다.",
                "또 박 의원이 “둑을 허물 것이냐”고 묻는 데에는 “필요하면 해야 한다”고 답했다.",
            ),
            ["오바다 소장", "박 의원", "오바다 소장"],
        ),
        (("박 의원이 “둑을 허물 것이냐”고 묻는 데에는 “필요하면 해야 한다”고 답했다.",), ["박 의원", None]),
        (
            (
                "진행자 박하늘이 “새 노래는 언제 나오냐”라는 한 시청자의 물음을 소개하며 “저도 궁금하다”라고 하자 "
                "가수 오세라가 “봄에 나온다”라고 답했다.",
            ),
            ["한 시청자", "진행자 박하늘", "가수 오세라"],
        ),
        (("민보라는 최연소 기록을 세웠다고 하자 “믿기지 않는다”며 웃었다.",), [None]),
        (("다리 공사에 대해서는 “누가 맡느냐”고 물었고 오 관장은 “외부에 맡긴다”고 답했다.",), [None, "오 관장"]),
        (("박 의원이 “둑이 낮다”고 묻고 “언제 높이느냐”고 되물었다.",), ["박 의원", "박 의원"]),
    ],
)
def test_another_answers_than_who_asks(texts, speakers):
    assert persons(*texts) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("최하늘 이사장이 지난해 드러난 계좌를 닫으라는 위원회의 권고에 “어렵다”는 입장을 내놨다.", "최하늘 이사장"),
        ("이후 9시 정각에 기관사와 차장이 “앞에 나무가 있다”는 대화를 나누는 장면이 담겼다.", "기관사와 차장"),
        ("나루회는 두 곳의 ‘거짓 보고’가 드러난 만큼 박 후보와 한강당은 즉각 사과하라고 촉구했다.", "나루회"),
        ("회사는 어렵다지만 노조는 임금을 올리라고 요구했다.", "노조"),
        ("임 실장이 공개한 ‘한강 사고의 첫 보고서’에 따르면 배는 9시에 떴다.", "한강 사고의 첫 보고서"),
        ("나루청이 공개한 첫 보고서에 따르면 배는 9시에 떴다.", "나루청"),
    ],
)
def test_who_opens_the_sentence_says_what_it_gives(text, speaker):
    assert persons(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("시가 값을 올리면 뒤늦게 대처했다는 비판을 받을 수 있다.", 0),
        ("시는 뒤늦게 대처했다는 비판을 받았다.", 1),
        ("박 실장이 혼자 이를 결정했다고 보기는 어렵다.", 0),
        ("박 실장이 혼자 이를 결정했다고 경찰은 본다.", 1),
        ("그렇다고 시장이 둑을 쌓지 않겠다는 방향으로 언급하면 홍수가 난다.", 0),
        ("오 시장은 지난달 토레라고 별장에서 손님을 만났다.", 0),
        ("오 시장은 그가 범인이라고 말했다.", 1),
    ],
)
def test_what_only_looks_like_words_is_none(text, found):
    assert len(said("박하늘 의원은 “둑이 낮다”고 말했다.", text)) == 1 + found


def test_an_attitude_put_into_words_is_nobodys():
    assert heard("은행은 ‘내 몫을 더 챙기겠다’며 욕심을 부리고 있다.")[0][0] == SCARE
    assert persons("박하늘 감독은 ‘내가 맡겠다’며 손을 들었다.") == ["박하늘 감독"]


def test_all_items_of_a_list_are_words():
    assert persons("새 축제를 두고 “누가 놀겠나” “물의 왕도 왕인가” 같은 비판이 일었다.") == [None, None]
    assert persons("‘둑을 쌓아야 한다’가 13.5%, ‘그대로 둬야 한다’가 12.1%를 차지했다.") == [None, None]
    both = persons("오세라 의원은 ‘적이 동료와 이웃이냐’, 민보라 의원은 ‘지금은 뭉칠 때’라면서 반발했다.")
    assert both == ["오세라 의원", "민보라 의원"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("구 후보자는 “잘 살피겠다”고 밝혔다.", "named"),
        ("한강당 후보자는 “잘 살피겠다”고 밝혔다.", "unnamed"),
        ("이찬 나루대 인력개발학과 교수는 “곰이 배고프다”고 우려했다.", "named"),
        ("강릉 나루대 교수는 “곰이 배고프다”고 우려했다.", "unnamed"),
        ("이항 하늘대 수의학과 교수는 “곰이 배고프다”고 우려했다.", "named"),
        ("전임 하늘대 교수는 “곰이 배고프다”고 우려했다.", "unnamed"),
        ("역술가는 “올해 운이 좋다”고 했다.", "unnamed"),
        ("북쪽 국방성은 “배가 넘어왔다”고 주장했다.", "named"),
    ],
)
def test_who_has_a_name(text, kind):
    assert said(text)[0][1] == kind
