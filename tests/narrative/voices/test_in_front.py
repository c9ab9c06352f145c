"""Who stands in front of clauses of others' doing says the words; many are meant by 이들; nobody speaks who undergoes."""

import pytest

from made.voices import persons, said


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        (
            "작품 번역자들은 이번 책이 완성본이 아니며 출간도 의도한 바가 아니라는 입장을 밝혔다.",
            "작품 번역자들",
            "이번 책이 완성본이 아니며 출간도 의도한 바가 아니라",
        ),
        (
            "하늘저널은 나루연구원이 배를 고치려 하고 있다며 한 달 안에 어부들이 배를 탈 수 있다고 전했다.",
            "하늘저널",
            "나루연구원이 배를 고치려 하고 있다며 한 달 안에 어부들이 배를 탈 수 있다",
        ),
    ],
)
def test_the_topic_in_front_speaks(text: str, who: str, words: str) -> None:
    assert [(person, told) for _, _, person, told in said(text)] == [(who, words)]


def test_each_of_two_speaks_his_own_words() -> None:
    text = "시는 둑이 낮다고 밝혔고, 주민들은 길이 좁다고 지적했다."
    assert [person for _, _, person, _ in said(text)] == ["시", "주민들"]


def test_they_are_many_and_not_the_last_who_was_named() -> None:
    listed = "저자로는 이바다 나루연구소 대표와 오하늘 전자과 교수, 김나루 박사 등이 있다."
    texts = (
        listed,
        "연구진은 배가 튼튼하다고 주장했다.",
        "배는 길다는 뜻이다.",
        "이들은 20년 동안 배를 지었다고 밝혔다.",
    )
    assert persons(*texts) == ["연구진", "연구진"]


def test_three_who_meet_are_not_the_one_who_speaks_afterwards() -> None:
    met = "하늘당 김하늘·나루당 최나루·한강당 박한강 원내대표는 만났다고 밝혔다."
    three = "하늘당 김하늘·나루당 최나루·한강당 박한강 원내대표"
    assert persons(met, "박한강 원내대표는 “어렵다”고 말했다.") == [three, "한강당 박한강 원내대표"]


def test_a_paper_that_is_withdrawn_says_nothing() -> None:
    assert said("운항이 불가능하다며 논문이 철회됐다.") == []
    assert persons("논문은 운항이 불가능하다고 지적했다.") == ["논문"]


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("통계청 조사 결과를 보면 열에 둘이 답했다.", "통계청", "열에 둘이 답했다"),
        ("녹색모임의 집계를 보면, 사고는 모두 20건에 달한다.", "녹색모임", "사고는 모두 20건에 달한다"),
        ("하늘부가 낸 자료를 살펴보면 쌀값이 올랐다.", "하늘부", "쌀값이 올랐다"),
    ],
)
def test_what_a_survey_shows_is_told_by_who_made_it(text: str, who: str, words: str) -> None:
    assert [(person, told) for _, _, person, told in said(text)] == [(who, words)]
    assert said("자료를 보면 값이 올랐다.") == [] and said("바다를 보면 값이 올랐다.") == []


def test_an_ending_without_its_verb_goes_on_with_who_just_spoke() -> None:
    spoke = "배우 김하늘은 “물을 뿌렸다”고 말했다."
    assert persons(spoke, "이는 남쪽의 독특한 문화라고.") == ["배우 김하늘", "배우 김하늘"]
    assert persons(spoke, "어부들은 배를 고쳤다.", "나루에는 큰 배가 있었다고.") == ["배우 김하늘"]


def test_words_between_backticks_are_words_between_marks() -> None:
    assert said("배우 김하늘은 `물을 뿌렸다`고 말했다.") == [("speech", "named", "배우 김하늘", "물을 뿌렸다")]
