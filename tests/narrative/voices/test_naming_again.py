"""Who is meant when somebody is named again, and what a name is; every sentence is invented."""

from __future__ import annotations

import pytest

from made.sentences import sentence_table
from made.voices import TERM, TITLE, heard, persons, said, voices_of


@pytest.mark.parametrize(
    ("texts", "same"),
    [
        (("방송작가 노윤은 “멋지다”며 웃었다.", "노 작가는 “궁금했다”고 했다."), True),
        (("건축가 민결은 “멋지다”고 했다.", "민 건축가는 “궁금했다”고 했다."), True),
        (("방송작가 노윤은 “좋다”고 했다.", "방송작가 노결은 “멋지다”고 했다.", "노 작가는 “궁금했다”고 했다."), False),
        (("소설가 민결은 “멋지다”고 했다.", "민 작가는 “궁금했다”고 했다."), True),
        (("소설가 노윤과 방송작가 노결은 “멋지다”고 했다.", "노 작가는 “궁금했다”고 했다."), False),
        (("A 씨는 “아프다”고 했다.", "A씨는 “쉬고 싶다”고 했다."), True),
        (("과장 B 씨는 “모른다”고 했다.", "B 과장은 “기억이 안 난다”고 했다."), True),
        (("과장 김모 씨는 “아프다”고 했다.", "김모(34)씨는 “쉬고 싶다”고 했다."), True),
        (("A 씨는 “아프다”고 했다.", "A 씨 동료는 “봤다”고 했다."), False),
        (("A사는 “팔린다”고 했다.", "A 씨는 “쉬고 싶다”고 했다."), False),
        (("과장 김모 씨는 “아프다”고 했다.", "이모 씨는 “쉬고 싶다”고 했다."), False),
    ],
)
def test_the_same_person_goes_by_one_name(texts, same):
    found = persons(*texts)
    assert (found[-1] in found[:-1]) is same


def test_an_office_behind_a_letter_names_nobody():
    assert heard("A 구청장은 “쉬고 싶다”고 했다.")[0][1] == "unnamed"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("‘한강닷컴’ 시청 담당 기자 톰 하디는 “물이 줄었다”고 말했다.", "‘한강닷컴’ 시청 담당 기자 톰 하디"),
        ("하늘신문> 나루시 대변인은 “맞다”고 했다.", "나루시 대변인"),
    ],
)
def test_a_speaker_holds_no_mark_without_its_fellow(text, person):
    assert persons(text) == [person]
    assert heard(text)[-1][2] == person


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("‘막말 논란’ 빠진 한강당 “송구하다”", "한강당"),
        ("‘입찰 비리’ 물러난 김하늘 “억울하다”", "김하늘"),
        ("집 잃은 주민들 “막막하다”", "집 잃은 주민들"),
    ],
)
def test_in_a_headline_the_speaker_is_not_what_befell_him(title, speaker):
    assert heard(title, section="title")[-1][2] == speaker


@pytest.mark.parametrize("family", ["윈터하우스", "스톤하우스"])  # a name that the analyzer knows, and one that it cuts
def test_a_pronoun_means_who_spoke_last_by_a_foreign_family_name(family):
    texts = (
        f"에릭 {family} 미국 나루대학(UC)한강캠퍼스 환경학 명예 교수와 그의 동료들은 호수를 살폈다.",
        f"{family}는 “호수가 줄었다”고 말했다.",
        "그는 “비가 적다”며 “볕이 길다”고 덧붙였다.",
    )
    assert len(set(persons(*texts))) == 1


@pytest.mark.parametrize("between", ["환경부", "테슬라", "토론자"])
def test_a_pronoun_means_no_body_and_nobody_by_a_common_noun(between):
    found = persons("김하늘 시장은 “호수가 줄었다”고 했다.", f"{between}는 “맞다”고 했다.", "그는 “비가 적다”고 했다.")
    assert found[-1] == "김하늘 시장"


def test_words_called_a_name_once_are_one_everywhere():
    voices = voices_of(
        sentence_table("방송은 새 프로그램 ‘빛나는 저녁’을 냈다.", "‘빛나는 저녁’은 길다.", "‘뜨거운 밤’도 있다.")
    )
    assert list(voices["use"]) == [TITLE, TITLE, TERM]


def test_a_thing_explains_nothing():
    """It is who spoke before that explains, if nobody is named; '유엔과 각국 정부' is not the 유엔 alone."""
    first = "건축가 노윤은 “멋지다”며 자신감을 내비쳤다."
    second = "설계 과정에서 인지도가 낮지만 힘이 있는 회사를 골라 여러 차례 만났다는 설명이다."
    assert persons(first, second) == ["건축가 노윤", "건축가 노윤"]
    assert persons("클라우드 부문이 앞으로 더 늘 것으로 봤다.") == []
    assert persons("유엔과 각국 정부에 따르면 호수가 줄었다.", "유엔은 비가 적다고 평가했다.")[0] != "유엔"


@pytest.mark.parametrize(
    ("first", "short", "person"),
    [
        ("나루전자 인사위원회는 지난 3일 반장에게 정직 처분을 내렸다.", "인사위", "나루전자 인사위원회"),
        ("미국 정부는 지난 3일 법을 고쳤다.", "정부", "정부"),
        ("회의에는 큰 손님이 왔다.", "인사위", "인사위"),
    ],
)
def test_a_committee_in_short_is_the_one_named_before(first, short, person):
    assert persons(first, f"이와 관련해 {short}는 “말이 엇갈린다”고 밝혔다.") == [person]
    assert heard(first, f"{short}는 “말이 엇갈린다”고 밝혔다.")[0][1] == "named"


def test_another_of_a_letter_is_called_by_it():
    assert persons("또다른 과장 C 씨는 “모른다”고 했다.", "C씨는 “맞다”고 했다.") == ["과장 C 씨", "과장 C 씨"]


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("나루은행(590원→595원)과 하늘은행(670원→695원) 등은 최근 목표를 올렸다.", "나루은행과 하늘은행"),
        ("전기차는 최근 값이 올랐다.", None),  # nobody speaks right before
    ],
)
def test_several_bodies_go_on_from_the_sentence_before(between, speaker):
    texts = "박하늘 나루증권 연구원은 “값이 맞다”고 말했다.", between, "광고와 기계 부문이 더 늘 것이라고 보고 있다."
    assert persons(*texts)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("프레디 마리니 하늘부 차관은 “좋다”고 말했다.", "프레디 마리니 하늘부 차관"),
        ("2차 실패 당시 한강시는 “싸다”고 했다.", "한강시"),
        ("31일(현지 시각) 하늘저널은 “싸다”고 했다.", "하늘저널"),
        ("이때 한강시는 “싸다”고 했다.", "한강시"),
        ("김하늘 의원 역시 방송에 나와 “싸다”고 연설했다.", "김하늘 의원"),
        ("민하늘 대표는 “싸다”며 고 강보람 노동자가 일한 공장에서 농성하겠다고 밝혔다.", "민하늘 대표"),
    ],
)
def test_a_speaker_is_called_by_all_of_the_name_and_by_nothing_else(text, person):
    assert persons(text)[-1] == person


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (
            ["하늘당 소속 상원의원 마르코 루비는 “싸다”고 했다.", "루비 상원의원은 “좋다”고 했다."],
            "하늘당 소속 상원의원 마르코 루비",
        ),
        (["진보적 교육평론가 이범은 “싸다”고 했다.", "이범은 “좋다”고 했다."], "진보적 교육평론가 이범"),
        (["정하늘 시장 후보 자작극 사건이 알려졌다.", "정 후보는 “아니다”라고 했다."], "정하늘 시장 후보"),
        (["김하늘 의원은 “싸다”, 김바다 의원은 “비싸다”고 했다.", "김 의원은 “모른다”고 했다."], "김 의원"),
    ],
)
def test_who_is_named_in_part_is_the_one_whom_it_can_only_mean(texts, name):
    assert persons(*texts)[-1] == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("경찰청 국가수사본부는", "국가수사본부는", True),
        ("행정안전부는", "행안부는", True),
        ("새푸른한강당은", "한강당은", True),
        ("과장 김모씨는", "김 과장은", True),
        ("검찰은", "경찰은", False),
        ("과장 김모씨는", "박 과장은", False),
        ("박하늘 한강지사 등 한강도 관계자들은", "박 지사는", False),
    ],
)
def test_a_body_goes_by_its_last_word_or_its_letters_and_a_person_by_the_surname(one, other, same):
    found = persons(f"{one} “싸다”고 했다.", f"{other} “좋다”고 했다.")
    assert (found[0] == found[1]) is same


def test_whoever_has_but_a_surname_has_no_name():
    assert {row[1] for row in heard("과장 김모씨는 “싸다”고 했다.", "김 과장은 “좋다”고 했다.")} == {"unnamed"}


def test_what_was_done_while_somebody_spoke_is_no_part_of_his_name():
    assert persons("한강도 회의 때 박하늘 지사는 “싸다”고 했다.") == ["박하늘 지사"]


@pytest.mark.parametrize("name", ["노희원은", "민현주는"])  # 원 and 주 end names of bodies, too
def test_a_pronoun_means_of_whom_the_sentence_before_tells_by_name_alone(name):
    texts = (
        f"배우 {name[:3]}, 하주연, 방민철이 왔다.",
        "가수 오세라는 “좋다”고 했다.",
        f"{name} 어부를 연기했다.",
        "그는 “차다”고 했다.",
    )
    assert persons(*texts)[-1].endswith(name[:3])


def test_who_owns_a_quotation_by_its_noun_says_it_and_is_not_the_he_before_it():
    texts = (
        "노재은은 무대에 섰다.",
        "그는 사회를 맡은 박솔이의 “따뜻하더라”라는 말에도 “춥다”라고 말해 웃음을 자아냈다.",
    )
    assert persons(*texts) == ["박솔이", "노재은"]


def test_the_paper_is_the_one_that_was_named():
    texts = (
        "하늘당 기관지 하늘신문은 “물이 맑다”라고 보도했다.",
        "신문은 “산이 높다”라고 썼다.",
        "이날 신문도 “들이 넓다”라고 썼다.",
    )
    assert len(set(persons(*texts))) == 1
    assert [row[1] for row in heard(*texts)] == ["named"] * 3
    assert persons("신문은 “산이 높다”라고 썼다.") == ["신문"]


def test_a_name_that_ends_as_a_university_does_is_one_before_a_title_of_no_school():
    assert [row[1] for row in heard("노승대 변호사는 “가능성이 낮다”고 말했다.")] == ["named"]
    assert [row[1] for row in heard("조선대 교수는 “가능성이 낮다”고 말했다.")] == ["unnamed"]


def test_a_byline_before_a_quotation_says_nothing_and_who_signs_behind_it_does():
    assert persons("[하늘일보 박하늘 민보라 기자] “공원에서 장기를 둔다”") == [None]
    assert persons("[하늘일보=박하늘 기자] “공원에서 장기를 둔다”") == [None]
    assert persons("“셈을 배울 시간이 없다.”(노재은 나루교대 교수)", "학교에서 셈을 배우는 시간이 준다.") == [
        "노재은 나루교대 교수"
    ]


def test_a_medium_abroad_is_one_with_and_without_its_country() -> None:
    found = persons(
        "미국 WXN방송은 배가 떴다고 보도했다.",
        "WXN은 “곧 닿는다”고 전했다.",
        "WXN 방송은 배가 섰다고 전했다.",
    )
    assert set(found) == {"미국 WXN방송"}
    assert len(set(persons("미국 정부는 “좋다”고 했다.", "정부는 “나쁘다”고 했다."))) == 2


def test_a_name_that_ends_like_a_particle_is_a_name_before_a_title() -> None:
    assert said("박선의 하늘연대 대표는 “좋다”고 했다.")[0][1] == "named"
    assert said("김천의 시립병원 원장은 “좋다”고 했다.")[0][2] == "김천의 시립병원 원장"
