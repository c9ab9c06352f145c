"""Who speaks in forms that articles of outlets never read before had; every sentence is invented."""

from __future__ import annotations

import pytest

from made.sentences import sentence_table
from made.voices import PARAPHRASE, SPEECH, heard, persons, said, voices_of


def spoken(*texts: str) -> list[tuple[str, str | None, str]]:
    """kind, person and words of each speech."""
    return [(kind, who, words) for use, kind, who, words in said(*texts) if use == SPEECH]


def told(*texts: str) -> list[tuple[str | None, str]]:
    """Person and words of what is told without marks."""
    return [(who, words) for use, _, who, words in said(*texts) if use == PARAPHRASE]


def test_a_mark_of_a_list_is_no_part_of_a_name():
    found = spoken("△김하늘 한강당 대표가 “다리를 놓자”고 했다.", "김 대표는 “강도 살리자”고 말했다.")
    assert {(kind, who) for kind, who, _ in found} == {("named", "김하늘 한강당 대표")}
    assert heard("△△시는 “다리를 놓겠다”고 밝혔다.")[0][2] == "△△시"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("승가온 하늘연구원 연구위원은 “비가 온다”고 말했다.", "승가온 하늘연구원 연구위원"),
        ("박범인 하늘군수는 “비가 온다”고 말했다.", "박범인 하늘군수"),
        ("장화탁 하늘증권 팀장은 “비가 온다”고 말했다.", "장화탁 하늘증권 팀장"),
        ("고영환 하늘-옥션 채용팀장은 “비가 온다”고 말했다.", "고영환 하늘-옥션 채용팀장"),
        ("드니프로 구조 당국은 “비가 온다”고 말했다.", "드니프로 구조 당국"),
        ("대검은 “비가 온다”고 말했다.", "대검"),
    ],
)
def test_has_a_name(text, person):
    assert [(kind, who) for kind, who, _ in spoken(text)] == [("named", person)]


@pytest.mark.parametrize("who", ["시 방역 당국", "지역 보건 당국", "개발을 밀어붙여 온 측"])
def test_has_no_name(who):
    assert [(kind, speaker) for kind, speaker, _ in spoken(f"{who}은 “비가 온다”고 말했다.")] == [("unnamed", who)]


def test_whom_a_noun_with_copula_tells_is_no_name():
    assert heard("주범인 대표는 “비가 온다”고 말했다.")[0][2] == "대표"


def test_two_with_a_title_each_are_named():
    found = heard("박하늘 하늘증권 팀장·오바다 연구원은 금리가 내릴 것으로 예상했다.")
    assert [(use, kind, who) for use, kind, who, _, _ in found] == [
        (PARAPHRASE, "named", "박하늘 하늘증권 팀장·오바다 연구원")
    ]


def test_one_known_by_a_letter_is_called_by_it():
    assert persons("어느 여름 밤 B씨는 “배가 고프다”고 말했다.", "B씨는 “춥다”고도 했다.") == ["B씨", "B씨"]


def test_a_body_with_a_blank_in_its_name_is_the_same():
    found = persons("하늘은행은 “값이 내렸다”고 밝혔다.", "하늘 은행은 “또 늘었다”고 했다.")
    assert len(set(found)) == 1


def test_what_somebody_said_and_another_takes_up():
    found = spoken(
        "푸른당은 “다리가 낡았다”고 말했다.",
        "또 ‘다리는 길어야 한다’는 오 시장 발언을 두고 “억지”라고 꼬집었다.",
    )
    assert [(who, words) for _, who, words in found] == [
        ("푸른당", "다리가 낡았다"),
        ("오 시장", "다리는 길어야 한다"),
        ("푸른당", "억지"),
    ]


def test_of_whom_the_words_tell_does_not_say_them():
    text = "푸른당은 이번 결정으로 시가 시민을 무시했다며 시가 자랑하는 다리를 두고 빚더미라고 비판했다."
    assert [who for who, _ in told(text)] == ["푸른당"]


def test_what_is_only_supposed_is_said_by_nobody():
    found = spoken("오 시장은 “다리를 놓자”고 했다.", "만약 이웃 나라에서 “너희도 세금을 내라”고 한다면 어떨까?")
    assert [who for _, who, _ in found] == ["오 시장", None]


def test_what_somebody_asks_is_his():
    found = spoken("이바다 노인은 편지를 보냈다.", "“빵 한 조각이라도 나눠 달라”는 게 그의 부탁이었다.")
    assert [who for _, who, _ in found] == ["이바다 노인"]


def test_of_whom_a_later_clause_tells_is_no_speaker():
    found = told(
        "주민들은 다리가 무너졌다고 말했다.",
        "원인을 알려면 꼭 필요하지만, 시와 건설사 측은 자료를 감췄고 소송도 기각됐다는 겁니다.",
    )
    assert [who for who, _ in found] == ["주민들", "주민들"]


def test_what_nobody_in_particular_says_goes_on():
    found = said("이번 공사는 “시장 챙기기”라는 지적도 나온다.", "시장의 땅이 가까워 값이 오른다는 것이다.")
    assert [(use, kind, who) for use, kind, who, _ in found] == [
        (SPEECH, "unnamed", None),
        (PARAPHRASE, "unnamed", None),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("지휘부가 물러나야 한다는 게 중론이다.", [(None, "지휘부가 물러나야 한다")]),
        (
            "지휘부가 물러나야 한다는 목소리가 높아지고 있는 가운데 시는 점검하겠다고 밝혔다.",
            [(None, "지휘부가 물러나야 한다"), ("시", "점검하겠다")],
        ),
        (
            "전문가들은 물가가 오른 배경으로 긴 가뭄과 비싼 비료를 짚었다.",
            [("전문가들", "물가가 오른 배경으로 긴 가뭄과 비싼 비료를")],
        ),
        ("주민들은 지팡이로 땅을 짚었다.", []),
        (
            "시는 다리를 건너다 다칠 수 있고, 보험도 되지 않는 만큼 다리를 쓰지 말 것을 당부했습니다.",
            [("시", "다리를 건너다 다칠 수 있고, 보험도 되지 않는 만큼 다리를 쓰지 말 것")],
        ),
        ("시민위 역시 다리를 놓겠다고 밝혔다.", [("시민위", "다리를 놓겠다")]),
        ("이 마을만 하더라도 집값이 내렸다고 한다.", []),
    ],
)
def test_is_told_without_marks(text, rows):
    assert told(text) == rows


def test_turns_of_a_script_without_marks():
    found = spoken(
        "⊙ 이바다 앵커 : 오늘 소식입니다.",
        "⊙ 오하늘 (호수대 교수) : 강물이 줄었습니다.",
        "비가 오지 않아서입니다.",
        "⊙ 박솔이 기자 : 강이 말랐습니다.",
        "⊙ 주민 : 물이 없어요.",
    )
    assert found == [
        ("named", "오하늘", "강물이 줄었습니다."),
        ("named", "오하늘", "비가 오지 않아서입니다."),
        ("unnamed", "주민", "물이 없어요."),
    ]


def test_one_such_mark_is_no_script():
    assert said("⊙ 모집 분야 : 강물을 지킬 사람을 찾습니다.") == []


@pytest.mark.parametrize(
    ("headline", "person"),
    [
        ("하천 개발에 푸른당 반발 성명 “강을 살려라”", "푸른당"),
        ("주민들 반발 “강을 살려라”", "주민들"),
    ],
)
def test_a_headline_says_how_it_was_said(headline, person):
    rows = voices_of(
        sentence_table(headline, "시는 하천을 개발하기로 했다.", section=("title", "body"), paragraphs=(0, 1))
    )
    assert list(rows["person"]) == [person]


def test_a_headline_of_two_parts_is_by_who_says_both():
    rows = voices_of(
        sentence_table(
            "“길이 막혀 숨이 찬다…새 다리 놓아야 한다”",
            "오하늘 시장은 “길이 막혀서 모두 숨이 찬다”고 말했다.",
            "이어 “새로운 다리를 꼭 놓아야 한다”고 덧붙였다.",
            "박바다 의원은 “돈이 없다”고 말했다.",
            section=("title", "body", "body", "body"),
            paragraphs=(0, 1, 2, 3),
        )
    )
    assert rows["person"].iloc[0] == "오하늘 시장"


def test_a_subject_of_the_words_does_not_say_them():
    found = said(
        "검찰은 “사고가 났다”고 판단했다.",
        "특히 “손님이 일어났지만 당시에는 버스의 기둥이 전혀 흔들리지 않은 점”을 고려해 "
        "기사가 손님에게 위험을 초래할 방법으로 운전했다는 점을 인정하기 어렵다고 봤다.",
    )
    assert {who for _, _, who, _ in found} == {"검찰"}


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["각 과에는 둑을 살펴볼 것을 주문했다."], ["각 과에는 둑을 살펴볼 것"]),
        (
            ["각 과에는 둑을 살펴볼 것을 주문했다.", "둑을 철저하게 고칠 것도 당부했다."],
            ["각 과에는 둑을 살펴볼 것", "둑을 철저하게 고칠 것"],
        ),
        (["올해 이자율은 최대 3%로 예상했다."], ["올해 이자율은 최대 3%로"]),
    ],
)
def test_who_spoke_goes_on_without_a_subject(texts, words):
    found = told("오하늘 시장은 물을 아끼자고 당부했다.", *texts)
    assert found == [("오하늘 시장", "물을 아끼자"), *(("오하늘 시장", text) for text in words)]


@pytest.mark.parametrize(
    "text",
    [
        "이와 관련해 둑은 인정하지만 다른 것은 따지겠다는 입장을 밝힌 것으로 풀이된다.",
        "두 사람은 서로 돕는다는 뜻을 전달했을 것으로 보인다.",
        "둑이 무너졌다는 주장이 거짓이라는 증거도 나왔다.",
    ],
)
def test_what_the_writer_guesses_or_refutes_is_told_by_nobody(text):
    assert told("시민위는 둑이 낮다고 했다.", text) == [("시민위", "둑이 낮다")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("주민들은 시장에게 사과를 요구했다.", "시장에게 사과를"),
        ("오하늘 교수는 산불의 위험을 경고했다.", "산불의 위험을"),
    ],
)
def test_what_is_asked_for_or_warned_of_may_be_a_noun(text, words):
    assert [text for _, text in told(text)] == [words]


def test_words_with_a_year_at_their_head_are_no_name():
    found = spoken("한 노인은 ‘1980년 당시 우리는 둑에 있지 않았고 모두 집에 있었다’라는 진술을 남겼다.")
    assert [who for _, who, _ in found] == ["한 노인"]


@pytest.mark.parametrize(
    ("deck", "people"),
    [
        ("둑 반대 모임 “시가 강제로 공사를 밀어붙여”, “주민 뜻은 묻지도 않았다”", ["둑 반대 모임"] * 2),
        ("5·3 규명위 “둑을 연 사람은 시장”", ["5·3 규명위"]),
    ],
)
def test_who_stands_before_the_quotations_of_a_deck(deck, people):
    rows = voices_of(sentence_table(deck, "시는 28일 둑을 쌓기 시작했다.", section=("deck", "body"), paragraphs=(0, 1)))
    assert list(rows["person"]) == people


def test_a_dash_joins_no_name():
    found = persons("둑을 둘러보며 설명 - 오하늘 나루시장이 둑을 둘러보고 있다.", "오 시장은 “둑이 높다”고 말했다.")
    assert found == ["오하늘 나루시장"]


def test_of_two_whose_picture_it_is_each_is_one():
    found = persons(
        "오하늘 나루전자 회장과 박바다 한강전자 회장의 사진 역시 걸렸다.",
        "오하늘 회장은 “둑이 높다”고 말했다.",
        "박바다 회장은 “강이 깊다”고 말했다.",
    )
    assert found == ["오하늘 나루전자 회장", "박바다 한강전자 회장"]


def test_who_opens_the_sentence_by_name_says_it_though_a_clause_within_took_the_subject():
    found = spoken("오하늘 안전처장이 나루의 먹는 감기약 ‘가나다라’에 대해 “심한 환자에게 처방한다”고 말했다.")
    assert [who for _, who, _ in found] == ["오하늘 안전처장"]


def test_one_of_whom_the_given_name_is_hidden_is_called_by_the_family_name():
    assert len(set(persons("김모(39)씨는 “배가 고프다”고 했다.", "김씨는 “춥다”고 말했다."))) == 1


def test_straight_marks_open_right_behind_dots():
    rows = voices_of(
        sentence_table(
            '약은 심한 환자 대상..."환자 수 줄이는 것만 해도 큰 효과 있을 것"',
            "오하늘 시장은 “환자 수를 줄이는 것만 해도 아주 큰 효과가 있을 것”이라고 말했다.",
            section=("deck", "body"),
            paragraphs=(0, 1),
        )
    )
    assert list(rows["person"]) == ["오하늘 시장", "오하늘 시장"]


def test_a_thing_in_marks_before_a_quotation_is_no_speaker():
    rows = voices_of(
        sentence_table(
            "보건처장, 하늘사 ‘먹는 약’ “중요한 무기 확보”",
            "오하늘 보건처장은 “중요한 무기를 확보했다”고 말했다.",
            section=("title", "body"),
            paragraphs=(0, 1),
        )
    )
    assert set(rows[rows["use"] == SPEECH]["person"]) == {"오하늘 보건처장"}


def test_two_of_one_letter_and_two_ages_are_two():
    found = persons(
        "직장인 김모(30)씨는 “배가 고프다”고 했다.",
        "대학생 김모(23)씨는 “춥다”고 말했다.",
        "상인 A(30)씨는 “배가 고프다”고 했다.",
        "A씨는 “춥다”고 말했다.",
        "농민 A(51)씨는 “덥다”고 했다.",
    )
    assert found == ["직장인 김모씨", "대학생 김모씨", "상인 A씨", "상인 A씨", "농민 A씨"]


def test_what_an_outcry_says_may_have_a_thing_as_its_topic():
    found = told("하늘전자는 즉각 반발했다.", "시가 발표한 추정치와 실제 이익은 차이가 크다는 것이다.")
    assert found == [("하늘전자", "시가 발표한 추정치와 실제 이익은 차이가 크다")]
    assert told("하늘전자는 값을 올렸다.", "실제 이익은 크다는 것이다.") == []


def test_a_circle_within_a_clause_does_not_say_the_words():
    found = told(
        "오하늘 명장은 기술이 중요하다고 말했다.",
        "특히 가르칠 사람이 없는 도금 현장에서 일만 하는 것이 답은 아니라는 이야기다.",
    )
    assert "도금 현장" not in {who for who, _ in found}


def test_a_paper_handed_in_is_its_makers():
    text = "오하늘 의원이 하늘교육청으로부터 제출받은 대회 계획안에 따르면 대회 규정이 바뀌었다."
    assert told(text) == [("하늘교육청", "대회 규정이 바뀌었다")]


def test_two_parties_say_what_each_says():
    found = told("여당은 조례가 사고의 원인이라고 지적했고, 야당은 조례 논란은 본질을 흐리는 일이라고 맞섰다.")
    assert found == [("여당", "조례가 사고의 원인"), ("야당", "조례 논란은 본질을 흐리는 일")]


def test_who_petitions_is_a_person_without_a_name():
    found = spoken("청원인은 “아이가 아프다”고 주장했다.", "그는 “눈물이 난다”고 답답함을 호소했다.")
    assert {(kind, who) for kind, who, _ in found} == {("unnamed", "청원인")}


def test_parties_in_chinese_letters_speak_in_headlines():
    rows = voices_of(
        sentence_table("조례로 튄 불똥…與 “원인이다” vs 野 “근거없다”", "여야가 다퉜다.", section=("title", "body"))
    )
    assert list(rows["person"]) == ["與", "野"]


def test_words_in_single_marks_with_a_bracket_are_said_by_who_passes_them_on():
    text = "김하늘 대표는 회동 뒤 기자들에게 '나루당이 제가 낸 안(다리 청문회)을 받겠지만, 강당은 조건 없이 열자는 입장'이라고 전했다."
    assert [(kind, who) for kind, who, _ in spoken(text)] == [("named", "김하늘 대표")]


def test_who_speaks_of_his_own_side_is_no_other_speaker():
    found = spoken(
        "박하늘 나루회 대변인은 “배를 돌려주겠다”고 밝혔다.",
        "그러면서 “우리가 찾은 배가 아니다”라며 당초 자신들이 맡은 배가 아니라고 주장했다.",
    )
    assert {who for _, who, _ in found} == {"박하늘 나루회 대변인"}


def test_a_gloss_is_somebodys_words_only_after_words_of_somebody():
    assert told("나루항에 남을지, 강변항으로 옮길지 둘 중 하나라는 얘기다.") == []
    assert told("박하늘 시장은 배가 모자란다고 말했다.", "두 척을 더 사야 한다는 얘기다.")[1][0] == "박하늘 시장"
