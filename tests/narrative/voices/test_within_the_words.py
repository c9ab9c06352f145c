"""Who stands within the words, or describes a noun, does not say them; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import heard, persons

SPOKE = "오하늘 의원은 “물길을 넓히자”고 말했다."


@pytest.mark.parametrize(
    "text",
    [
        "쉬는 아이도 지낼만한 숙소가 되려면 방값을 낮춰야 한다고 덧붙였다.",
        "걷는 노인도 오를만한 산길이 되려면 난간을 세워야 한다고 덧붙였다.",
    ],
)
def test_one_of_whom_the_words_tell_with_too_adds_nothing(text):
    *_, row = heard(SPOKE, text)
    assert row[2] == "오하늘 의원"
    assert row[4] == text.removesuffix("고 덧붙였다.")


def test_one_with_a_name_adds_something_too():
    assert heard(SPOKE, "민바다 의원도 방값을 낮춰야 한다고 덧붙였다.")[-1][2] == "민바다 의원"


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "나루시의 연구소에 소속된 하천 전문가들이 둑과 댐을 둘러싸고 이견이 감지되고 있다고 밝혔다.",
            "하천 전문가들",
            "둑과 댐을 둘러싸고 이견이 감지되고 있다",
        ),
        (
            "민바다 한강은행 부총재가 폭설에 따른 물가 영향을 살펴야 한다고 밝혔다.",
            "민바다 한강은행 부총재",
            "폭설에 따른 물가 영향을 살펴야 한다",
        ),
        (
            "[나루부 공동취재단·하늘일보 박하늘 기자]하천 전문가들은 물길이 좁다고 밝혔다.",
            "하천 전문가들",
            "물길이 좁다",
        ),
    ],
)
def test_the_subject_of_the_verb_says_it_whatever_stands_between(text, speaker, words):
    ((_, _, who, _, told),) = heard(text)
    assert (who, told) == (speaker, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("강변은 앞서 나루시가 주민들에게 마을을 떠나 대피하라고 말한 곳이다.", "마을을 떠나 대피하라"),
        ("박 의원은 나루시가 상인들에게 가게를 비우고 떠나라고 말한 골목을 찾았다.", "가게를 비우고 떠나라"),
    ],
)
def test_a_verb_of_saying_that_describes_a_noun_has_its_own_subject(text, words):
    ((_, _, who, _, told),) = heard(SPOKE, text)[1:]
    assert (who, told) == ("나루시", words)


def test_a_person_whom_his_words_describe_says_them():
    assert heard("박 의원은 둑이 샌다고 말한 오하늘 시장을 만났다.")[0][2] == "오하늘 시장"


@pytest.mark.parametrize(
    "text",
    [
        "그는 나루시가 강변을 파고 있다는 의혹을 부인했다.",
        "오하늘 시장은 돈을 빌렸다는 주장을 반박했다.",
        "오하늘 시장은 둑을 허물었다는 소문을 일축했다.",
        "오하늘 시장은 땅을 산 사실을 부인했다.",
    ],
)
def test_what_one_denies_is_not_what_he_says(text):
    assert heard(text) == []


def test_what_one_claims_is():
    assert heard("오하늘 시장은 돈을 빌린 적이 없다는 주장을 되풀이했다.")[0][2] == "오하늘 시장"


def test_a_body_says_what_it_reports_and_another_is_asked_about_it():
    rows = heard("오하늘 시장은 강물이 크게 줄었다는 유엔 보고에 대한 질문에 “모른다”고 답했다.")
    assert [(row[2], row[4]) for row in rows] == [("유엔", "강물이 크게 줄었다"), ("오하늘 시장", "모른다")]
    assert heard("오하늘 시장은 강물이 줄었다는 유엔 보고에 놀랐다.") == []


def test_who_takes_up_the_position_of_another_goes_on():
    rows = heard("오하늘 시장은 “강을 살리겠다”면서 둑을 허물 거란 한강시의 입장을 설명했다.", "둑은 낡았다고도 했다.")
    assert [row[2] for row in rows] == ["오하늘 시장", "한강시", "오하늘 시장"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("대책을 강하게 요구하면서 올해 다리를 열지 의구심이 든다고 말했다.", "올해 다리를 열지 의구심이 든다"),
        ("사과를 촉구하면서 법원에 가겠다고 밝혔다.", "법원에 가겠다"),
        (
            "상인회가 지원을 요구하면서 갈등이 커졌다고 말했다.",
            "상인회가 지원을 요구하면서 갈등이 커졌다",
        ),
    ],
)
def test_words_begin_behind_what_the_speaker_does_besides(text, words):
    assert heard(SPOKE, text)[-1][4] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "민바다 의장은 회의 직후 기자회견에서 금리를 서두르지 않겠다는 신중한 입장을 내비쳤다.",
            "금리를 서두르지 않겠다",
        ),
        ("민바다 의장은 벌금을 받아들일 수는 없다는 입장을 보였다.", "벌금을 받아들일 수는 없다"),
    ],
)
def test_a_position_is_shown_and_let_through(text, words):
    ((_, _, who, _, told),) = heard(text)
    assert (who, told) == ("민바다 의장", words)


def test_an_expectation_that_is_seen_is_nobodys():
    assert heard("물값이 오를 것이라는 기대가 보인다.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("자전거를 타는 강성모(48)씨는 “길이 좁다”고 했다.", "named"),
        ("자전거를 타는 강모(48)씨는 “길이 좁다”고 했다.", "unnamed"),
        ("자전거를 타는 남궁모(48)씨는 “길이 좁다”고 했다.", "unnamed"),
    ],
)
def test_a_name_may_end_as_a_hidden_one_does(text, kind):
    assert heard(text)[0][1] == kind


@pytest.mark.parametrize(
    ("texts", "person"),
    [
        (("투자은행 로렌츠는 값이 오를 것으로 봤다.", "로렌츠는 “곧 오른다”고 밝혔다."), {"투자은행 로렌츠"}),
        (("로렌츠는 값이 오를 것으로 봤다.", "투자은행 로렌츠는 “곧 오른다”고 밝혔다."), {"투자은행 로렌츠"}),
        (
            ("투자은행 로렌츠는 값이 오를 것으로 봤다.", "증권사 하이젠은 “곧 오른다”고 밝혔다."),
            {"투자은행 로렌츠", "증권사 하이젠"},
        ),
        (("문바다 대통령은 “강을 지키자”고 말했다.", "文대통령은 “둑도 쌓자”고 했다."), {"문바다 대통령"}),
        (("오하늘 대통령은 “강을 지키자”고 말했다.", "文대통령은 “둑도 쌓자”고 했다."), {"오하늘 대통령", "文대통령"}),
    ],
)
def test_one_body_and_one_person_have_one_name(texts, person):
    assert set(persons(*texts)) == person


def test_a_relative_speaks():
    rows = heard("민보라, 박하늘 집을 찾아온 동서는 “왜 다 파래요?”라며 집을 둘러봤고, 박하늘은 “물빛이다”라고 말했다.")
    assert [row[2] for row in rows] == ["동서", "박하늘"]
