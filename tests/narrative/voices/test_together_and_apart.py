"""Of several noun phrases before or behind some words the one that says them; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import SPEECH, TERM, TITLE, heard, persons


@pytest.mark.parametrize(
    "text",
    [
        "20일 나루일보 취재를 종합하면 시는 둑을 다시 쌓기로 했다.",
        "나루일보 취재에 따르면 시는 둑을 다시 쌓기로 했다.",
        "본지 취재를 종합하면 시는 둑을 다시 쌓기로 했다.",
    ],
)
def test_what_a_paper_found_out_itself_is_nobody_elses(text):
    assert heard(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("나루방송 보도에 따르면 시는 둑을 다시 쌓기로 했다.", "나루방송"),
        ("미국 WXN 방송 취재에 따르면 시는 둑을 다시 쌓기로 했다.", "미국 WXN 방송"),
    ],
)
def test_what_another_medium_reports_is_its_own(text, speaker):
    assert [row[2] for row in heard(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("강변병원 정한별 수의학과 교수와 연구진이 지난달 발표한 논문에 따르면 강물이 따뜻해졌다.", "named"),
        ("하늘대 오바다 박사와 해양학과 연구진은 “물이 따뜻하다”고 밝혔다.", "named"),
        ("정한별 대표와 직원들은 “물이 따뜻하다”고 밝혔다.", "named"),
        ("대표와 직원들은 “물이 따뜻하다”고 밝혔다.", "unnamed"),
        ("강변대 교수와 연구진이 지난달 발표한 논문에 따르면 강물이 따뜻해졌다.", "unnamed"),
    ],
)
def test_a_person_by_name_with_others_is_named(text, kind):
    assert [row[1] for row in heard(text)] == [kind]


@pytest.mark.parametrize("called", ["A상병", "해군 A상병", "B 이병", "C교수", "D 대표", "E 소위"])
def test_a_letter_with_a_rank_or_a_title_is_unnamed(called):
    assert [row[1] for row in heard(f"{called}은 “물이 따뜻하다”고 말했다.")] == ["unnamed"]


def test_a_letter_with_a_rank_is_the_person_of_the_letter():
    assert persons("A상병은 “물이 따뜻하다”고 말했다.", "A씨는 “바람은 차다”고도 했다.") == ["A상병", "A상병"]
    assert persons("A상병은 “물이 따뜻하다”고 말했다.", "B씨는 “바람은 차다”고 했다.") == ["A상병", "B씨"]


def test_a_name_with_a_rank_is_named():
    assert [row[1] for row in heard("정한별 상병은 “물이 따뜻하다”고 말했다.")] == ["named"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("물이 빠르게 불어나는 동안 이들은 손쓸 수 없었다고 설명한다.", "이들"),
        ("“그물이 찢어졌다”는 게 배를 잃고 갈 곳이 없는 이들의 설명이다.", "갈 곳이 없는 이들"),
        ("다리를 허물고 둑을 쌓은 이들은 물이 넘치지 않는다고 주장했다.", "둑을 쌓은 이들"),
        ("둑을 쌓아 온 이들은 물이 넘치지 않는다고 주장했다.", "둑을 쌓아 온 이들"),
    ],
)
def test_a_speaker_is_a_noun_phrase_with_no_more_than_what_describes_it(text, speaker):
    assert [row[2] for row in heard(text)] == [speaker]


def test_they_behind_a_clause_are_those_of_before():
    told = "물이 빠르게 오르는 동안 손쓸 수 없었다는 게 이들의 설명이다."
    assert persons("어부들은 “고기가 없다”고 말했다.", told) == ["어부들", "어부들"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "종업원들에게 “꺼져라” 등 모욕적 폭언은 물론 횡령 의혹까지 불거진 지점장에 대해 회사가 감사에 나섰다.",
            "지점장",
        ),
        ("“꺼져라” 등 막말로 물의를 빚은 지점장은 자리를 떠났다.", "지점장"),
        ("지점장이 “꺼져라” 등 막말을 퍼부은 종업원은 가게를 떠났다.", "지점장"),
        ("지점장은 “꺼져라” 등 막말을 한 사실을 인정했다.", "지점장"),
        ("지점장은 “꺼져라”, “나가라” 등의 폭언을 했다는 의혹이 본사에 접수됐다.", "지점장"),
        ("회사는 “꺼져라” 등 막말을 퍼부었다.", "회사"),
        ("“꺼져라” 등 막말이 담긴 영상을 회사가 공개했다.", None),
        ("“꺼져라” 등 막말로 상처를 입은 종업원은 가게를 떠났다.", None),
        ("“꺼져라” 등 막말을 나무란 야당은 회의장을 떠났다.", None),
    ],
)
def test_abuse_is_his_whom_its_clause_describes(text, speaker):
    assert heard(text)[0][2] == speaker


def test_a_straight_mark_right_behind_a_bracket_opens():
    assert [(row[0], row[2]) for row in heard('[단독]"고래 먹고싶다"는 선장을 추천한 어업청')] == [(SPEECH, "선장")]
    assert [row[4] for row in heard('선장은 "배가 (아주) 크다(웃음)"고 말했다.')] == ["배가 (아주) 크다(웃음)"]


def test_what_a_mood_is_called_is_no_name_because_it_comes_again():
    found = heard("‘외지인 혐오’ 분위기가 마을에 번졌다.", "외지인 혐오 현상은 새롭지 않다.")
    assert [row[0] for row in found] == [TERM]
    found = heard("‘외지인 마당’이 마을에 열렸다.", "외지인 마당은 새롭지 않다.")
    assert [row[0] for row in found] == [TITLE]
