"""What a person decides otherwise than the rules, on an invented article."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pandas as pd
import pytest

from helpers import narrative, tables
from helpers.errors import StudyError
from helpers.narrative import corrections as made
from helpers.study import open_study
from made.readings import ARTICLE, CODEBOOK, reading


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "data" / "raw" / "island"
    (folder / "articles").mkdir(parents=True)
    (folder / "study.yml").write_text("title: 섬\nquestion: 왜?\nthesis: 배 덕분이다.\n", "utf-8")
    (folder / "articles" / f"{ARTICLE}.txt").write_text("섬으로 돌아온 사람들", "utf-8")
    monkeypatch.setenv("STUDY_ROOT", str(tmp_path))

    def written(text: str):
        (folder / "corrections.yml").write_text(text, "utf-8")
        return made.read_corrections(open_study("island"))

    return written


@pytest.fixture(scope="module")
def read():
    return reading()


def test_no_file_corrects_nothing(study, read):
    nothing = study("")
    pd.testing.assert_frame_equal(made.apply_to_voices(read.voices, nothing, read.sentences), read.voices)
    assert len(made.apply_to_facts(read.facts, nothing, read.sentences)) == len(read.facts)


def test_a_quotation_gets_another_speaker_and_another_is_struck(study, read):
    said = study(
        "voices:\n  - quote: 뱃삯이  비싸다\n    speaker: 선장 이소라\n    kind: named\n  - quote: 배가 생겨\n    strike: true\n"
    )
    before = read.voices.copy()
    table = made.apply_to_voices(read.voices, said, read.sentences)
    assert table[["speaker", "kind"]].to_numpy().tolist() == [["선장 이소라", "named"]]
    assert table["note"].tolist() == ["연구자가 고침"]
    pd.testing.assert_frame_equal(read.voices, before)


def test_a_fact_gets_another_value_and_one_is_added_in_its_place(study, read):
    said = study(
        "facts:\n  - quote: 마흔 집\n    value: 41\n    actor: 군청\n    bound: 약\n"
        "  - quote: 열 명\n    add: true\n    kind: count\n    value: 10\n    unit: 명\n    bound: [약, 이상]\n"
    )
    table = tables.FACTS.check(made.apply_to_facts(read.facts, said, read.sentences)).set_index("text")
    assert table.loc["마흔 집", ["value", "actor", "corrected"]].tolist() == [41.0, "군청", True]
    assert table.loc["열 명", ["sentence_id", "value", "unit", "corrected"]].tolist() == [5, 10.0, "명", True]
    assert table.loc[["마흔 집", "열 명"], "bound"].tolist() == [["약"], ["약", "이상"]]
    assert not table.loc["2019년", "corrected"]


def test_a_sentence_gets_a_code_another_stance_or_loses_it(study, read):
    book = narrative.parse_codebook(CODEBOOK)
    said = study(
        "codes:\n  - quote: 돌아온 사람들\n    code: arrival\n    strike: true\n  - quote: 등대는\n    code: cost\n"
        "  - quote: 뱃삯이 비싸다\n    code: cost\n    stance: qualifies\n"
    )
    rules = read.codings[read.codings["coder"] == "rules"]
    table = tables.CODINGS.check(made.apply_to_codings(rules, said, read.sentences, book))
    held = {(row["sentence_id"], row["code"]): (row["stance"], row["corrected"]) for row in table.to_dict("records")}
    assert (1, "arrival") not in held
    assert held[6, "cost"] == ("opposes", True)
    assert held[4, "cost"] == ("qualifies", True)
    assert held[2, "arrival"] == ("supports", False)


def test_words_are_found_however_they_are_composed_and_the_second_by_nth(study, read):
    said = study(
        f"facts:\n  - quote: {unicodedata.normalize('NFD', '돌아')}\n    nth: 2\n    add: true\n    value: 1\n"
    )
    table = made.apply_to_facts(read.facts, said, read.sentences)
    assert table.loc[table["text"] == "돌아", "sentence_id"].tolist() == [2]


@pytest.mark.parametrize(
    ("text", "cause", "remedy"),
    [
        ("voices:\n  - quote: 뱃삯이 너무 비싸다\n    speaker: 누구\n", "line 2: the words '뱃삯이 너무 비싸다' do not stand", "뱃삯이 비싸다"),
        ("voices:\n  - quote: 등대는\n    speaker: 누구\n", "no row of voices is there", "add: true"),
        ("facts:\n  - quote: 마흔 집\n    nth: 3\n    value: 1\n", "stand 1 times", "nth"),
        ("facts:\n  - quote: 마흔 집\n    wert: 1\n", "wert", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_applied_says_where_and_what_is_nearest(study, read, text, cause, remedy):
    with pytest.raises(StudyError) as caught:
        said = study(text)
        made.apply_to_voices(read.voices, said, read.sentences)
        made.apply_to_facts(read.facts, said, read.sentences)
    assert cause in caught.value.cause
    assert remedy in caught.value.remedy
