"""A quotation that goes over line ends is one; every sentence is invented."""

from __future__ import annotations

import pytest

from helpers import tables
from helpers.narrative import find_voices
from helpers.tokenizing import tokenize
from made.sentences import sentence_table
from made.voices import SPEECH, heard, said, voices_of

LEADER, MAYOR = "박하늘 이장", "한보라 시장"


@pytest.mark.parametrize("opening", ["박하늘 이장은 “둑이 낮다.", '박하늘 이장은 "둑이 낮다.'])
@pytest.mark.parametrize("between", [(), ("비가 많이 온다.",)])
@pytest.mark.parametrize("closing", ["물이 넘칠 것”이라고 말했다.", "물이 넘칠 것”이라며 “떠나자”고 말했다."])
def test_a_quotation_broken_over_line_ends_is_one_mans(opening, between, closing):
    closing = closing if "“" in opening else closing.replace("“", '"').replace("”", '"')
    found = said(opening, *between, closing, "한보라 시장은 비를 기다린다.")
    words = ["둑이 낮다.", *between, "물이 넘칠 것", *(["떠나자"] if "떠나자" in closing else [])]
    assert found == [(SPEECH, "named", LEADER, one) for one in words]


def test_only_its_first_line_is_no_rest():
    found = voices_of(sentence_table("박하늘 이장은 “둑이 낮다.", "물이 넘칠 것”이라고 말했다.", paragraphs=(1, 2)))
    assert found["continues"].tolist() == [False, True]


def test_a_mark_that_no_next_line_closes_takes_nobody_elses_words():
    found = said("박하늘 이장은 “둑이 낮다.", "비가 많이 온다.", "한보라 시장은 “모른다”고 했다.")
    assert found == [(SPEECH, "named", MAYOR, "모른다")]


def test_a_line_far_below_is_not_the_rest():
    sentences = sentence_table("박하늘 이장은 “둑이 낮다.", "물이 넘칠 것”이라고 했다.", paragraphs=(1, 2))
    sentences.loc[1, ["start", "end"]] += 200
    found = find_voices(tables.SENTENCES.check(sentences), tokens=tokenize(sentences, "kiwi"))
    assert LEADER not in set(found["person"].dropna())


@pytest.mark.parametrize(
    ("text", "asks", "verb"),
    [
        ("주민들은 이장에게 “둑이 낮았나?” 물었고, 박하늘 이장은 “낮았다”라고 답했다.", "주민들", "묻다"),
        (
            "박하늘 이장에게 주민들은 “걱정한 적 있나?” 궁금해했고, 박하늘 이장은 “있다”라고 답했다.",
            "주민들",
            "궁금해하다",
        ),
        ("학생들은 “언제 가나?” 되묻자, 박하늘 이장은 “모른다”라고 답했다.", "학생들", "되묻다"),
    ],
)
def test_a_verb_right_behind_the_mark_takes_the_question(text, asks, verb):
    found = voices_of(sentence_table(text))
    assert found["person"].tolist() == [asks, LEADER]
    assert found["verb"].tolist()[0] == verb


@pytest.mark.parametrize("who", ["나루군 관계자 (음성변조)", "둑 아래 주민"])
def test_words_after_somebody_without_a_name_in_brackets_are_those_of_that_person(who):
    found = voices_of(sentence_table(f"[{who}] “둑이 낮아서 비가 오면 잠을 못 잡니다.”"))
    assert list(found["person"]) == [who.partition(" (")[0]]


@pytest.mark.parametrize(
    "text",
    [
        "심재연 국장은 올해 안에 새 길을 열겠다”고 약속했다.",
        '심재연 국장은 올해 안에 새 길을 열겠다"고 약속했다.',
        "심재연 국장은 “올해 안에 새 길을 열겠다고 약속했다.",
    ],
)
def test_words_with_one_mark_lost_are_words_in_marks(text):
    assert [row[::2] for row in heard(text)] == [("speech", "심재연 국장", "올해 안에 새 길을 열겠다")]


@pytest.mark.parametrize("text", ["둑은 높이면 된다”고 했다.", "심재연 국장은 새 길을 열겠다고 약속했다."])
def test_no_mark_is_put_where_nobody_is_named_or_none_was_lost(text):
    assert [row[0] for row in heard(text)] != ["speech"]
