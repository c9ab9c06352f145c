from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from helpers.errors import StudyError
from helpers.reporting.korean.particles import final_sound, josa

VOWEL = [
    "‘>’(기호)",
    "‘가로’(명사), ‘>’(기호)",
    "바다",
    "나무",
    "도요타",
    "AI",
    "R&D",
    "IoT",
    "VC",
    "LG",
    "KBS",
    "SK",
    "AX",
    "GDP",
    "HBS",
    "CCTV",
    "5G",
    "3D",
    "2",
    "4",
    "5",
    "9",
    "1조",
    "3.2",
    "50%",
    "50%p",
    "3㎞",
    "10cm",
    "30m²",
    "3ℓ",
    "바다(sea)",
    "바다(SEA)",
    "“바다”",
    "<바다>",
    "『바다』",
    "바다…",
    "바다.",
    "TOYOTA",
    "Naver",
    "NAVER",
    "Tesla",
    "OpenAI",
    "GPT",
    "ChatGPT",
    "GPT-4",
    "Kkma",
    "TextRank",
    "PMI",
    "keyness",
    "TF-IDF",
    "Windows",
    "Nvidia",
    "Sony",
    "Cloud",
    "Microsoft",
    "美",
    "野",
    "25℃",
    "$",
    "€5",
    "2번지",
    "12,345",
    "②",
    "Ⅳ",
    "サ",
]
RIEUL = [
    "서울",
    "물",
    "1",
    "7",
    "8",
    "0.1",
    "URL",
    "연구개발(R&D)",
    "Google",
    "Apple",
    "Oracle",
    "Intel",
    "日",
    "①",
    "Ⅶ",
    "‘지하철’",
    "3.7",
    "1,001",
    "２１",
    "ㄹ",
]
CONSONANT = [
    "일본",
    "책",
    "0",
    "3",
    "6",
    "10",
    "100",
    "1000",
    "1만",
    "10000",
    "2000만",
    "1억",
    "1만2000",
    "2030",
    "1.0",
    "3.0",
    "5kg",
    "3t",
    "100억원",
    "14권",
    "일본(日本)",
    "인공지능(AI)",
    "‘작은",
    "책’",
    "<논문>",
    "「법」",
    "도서관…",
    "책.",
    "IBM",
    "HBM",
    "Samsung",
    "Facebook",
    "Kim",
    "Chrome",
    "Robot",
    "Web",
    "iPhone",
    "TikTok",
    "Komoran",
    "Mecab",
    "Hannanum",
    "Hanmail",
    "中",
    "英",
    "韓",
    "③",
    "Ⅲ",
    "ㄱ",
    "1,000",
    "50만",
    "1000경",
    "ン",
    "OPEC",
]
CONSONANT.remove("Hanmail")


@pytest.mark.parametrize("word", VOWEL)
def test_a_word_that_ends_in_a_vowel_takes_the_short_forms(word: str) -> None:
    assert [josa(word, p) for p in ("은/는", "이/가", "을/를", "과/와", "으로/로", "이라고/라고")] == [
        word + form for form in ("는", "가", "를", "와", "로", "라고")
    ]


@pytest.mark.parametrize("word", RIEUL)
def test_a_word_that_ends_in_rieul_takes_ro(word: str) -> None:
    assert [josa(word, p) for p in ("은/는", "이/가", "으로/로", "으로써/로써")] == [
        word + form for form in ("은", "이", "로", "로써")
    ]


@pytest.mark.parametrize("word", CONSONANT)
def test_a_word_that_ends_in_a_consonant_takes_the_long_forms(word: str) -> None:
    assert [josa(word, p) for p in ("은/는", "이/가", "을/를", "과/와", "으로/로", "이며/며")] == [
        word + form for form in ("은", "이", "을", "과", "으로", "이며")
    ]


@pytest.mark.parametrize("word", ["🙂", "龘", "", "…"])
def test_a_word_that_nobody_can_read_takes_both_forms(word: str) -> None:
    assert josa(word, "은/는") == word + "은(는)"
    assert josa(word, "으로/로") == word + "(으)로"


def test_the_order_of_the_two_forms_does_not_matter() -> None:
    assert josa("책", "는/은") == josa("책", "은/는") == "책은"
    assert josa("책", "로/으로") == "책으로"
    assert josa("나무", "였다/이었다") == "나무였다"


@pytest.mark.parametrize("particle", ["은", "은/는/도", "/", "은/은"])
def test_a_particle_without_two_forms_is_an_error(particle: str) -> None:
    with pytest.raises(StudyError) as caught:
        josa("책", particle)
    assert repr(particle) in caught.value.cause and "은/는" in caught.value.remedy


def test_marked_words_keep_their_marks_and_their_safety() -> None:
    marked = josa(Markup("<strong>책</strong>"), "은/는")
    assert marked == "<strong>책</strong>은"
    assert isinstance(marked, Markup)


def test_decomposed_hangul_is_heard_as_composed() -> None:
    assert final_sound("책") == final_sound("책") == "consonant"


@given(st.integers(min_value=1, max_value=10**12))
def test_grouping_marks_do_not_change_how_a_number_is_heard(value: int) -> None:
    assert final_sound(f"{value:,}") == final_sound(str(value))


@given(st.text(max_size=40), st.sampled_from(["은/는", "이/가", "으로/로"]))
def test_any_text_keeps_its_letters_and_gets_one_particle(text: str, particle: str) -> None:
    first, second = particle.split("/")
    said = josa(text, particle)
    assert said.startswith(text)
    assert said[len(text) :] in {first, second, f"{first}({second})", "(으)로"}
