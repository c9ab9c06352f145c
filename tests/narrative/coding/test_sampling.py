"""A sample for a second coder: drawn once and for all, in proportion, and compared as what it is."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from helpers import narrative, tables
from helpers.errors import StudyError, UsageError
from helpers.narrative.coding.sampling import DRAWN, missing, sample
from helpers.narrative.coding.workbooks import coding_workbook
from helpers.study import open_study

ABOUT = {
    "hill": ("산마을신문", "2025-03-04T09:30+09:00", 30),
    "lake": ("물가일보", "2025-04-01", 10),
    "road": (None, None, 5),
}
CODE = {"label": "살림", "definition": "살린 일.", "stance": "supports"}
BOOK = narrative.parse_codebook({"codes": {"gain": CODE}})


def sentences() -> pd.DataFrame:
    return tables.SENTENCES.make(
        {
            "article_id": name, "sentence_id": number, "start": number * 20, "end": number * 20 + 10,
            "text": f"{name}의 {number}째 문장이다.", "section": "body" if number else "title", "paragraph": number,
        }
        for name, (_, _, count) in ABOUT.items()
        for number in range(count + 1)
    )  # fmt: skip


def articles() -> pd.DataFrame:
    counts = {"characters": 9, "kept_characters": 9, "removed_characters": 0}
    return tables.ARTICLES.make(
        {"article_id": name, "source_file": "a.txt", "sha256": "0", "encoding": "utf-8", "outlet": outlet,
         "published_at": day, **counts}
        for name, (outlet, day, _) in ABOUT.items()
    )  # fmt: skip


def drawn(**options) -> pd.DataFrame:
    return sample(sentences(), articles(), **{"size": 9, "seed": 1} | options)


def test_a_sample_is_the_same_each_time_another_with_another_seed_and_in_the_order_of_the_text() -> None:
    first = drawn()
    pd.testing.assert_frame_equal(first, drawn())
    assert len(first) == 9 and first[DRAWN].tolist()[-1] == "9 of 9" and "title" not in set(first["section"])
    assert drawn(seed=2)["text"].tolist() != first["text"].tolist()
    every = sentences()["text"].tolist()
    assert [text for text in every if text in set(first["text"])] == first["text"].tolist()


@pytest.mark.parametrize("by", [("article",), ("outlet",), ("month",), ("outlet", "month", "section")])
def test_each_group_has_its_share_also_the_one_of_which_nothing_is_known(by: tuple[str, ...]) -> None:
    assert drawn(by=by)["article_id"].value_counts().to_dict() == {"hill": 6, "lake": 2, "road": 1}
    assert drawn(by=by, size=10)["article_id"].value_counts().to_dict() == {"hill": 7, "lake": 2, "road": 1}


def test_no_more_than_there_is_is_drawn_and_no_column_that_there_is_not() -> None:
    assert len(drawn(size=500, by=("outlet",))) == 45
    assert sample(sentences().head(0), articles(), size=5, seed=1).empty
    with pytest.raises(UsageError, match="cannot be drawn by 'weather'"):
        drawn(by=("weather",))


def test_a_sheet_says_what_of_its_sample_it_lacks() -> None:
    assert missing(["", ""]) is None and missing(["1 of 2", "2 of 2", ""]) == []
    assert missing(["1 of 3", "3 of 3"]) == ["2 of 3"] and missing(["1 of 2", "Jan 2"]) == ["Jan 2"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sample_that_is_coded_is_compared_on_its_own_sentences(village: Path, ending: str) -> None:
    chosen, folder = drawn(by=("outlet",)), village / "codings"
    folder.mkdir()
    if ending == "csv":
        text = narrative.blank_coding_sheet(chosen, BOOK)
        (folder / "kim.csv").write_text(text.replace("문장이다.,,", "문장이다.,gain,", 1), "utf-8")
    else:
        import io

        import openpyxl

        book = openpyxl.load_workbook(io.BytesIO(coding_workbook(chosen, BOOK)))
        book.worksheets[0]["D2"] = "살림"
        book.save(folder / "kim.xlsx")
    study = open_study("village")
    people = narrative.read_people(study, sentences(), BOOK)
    assert people["sentence_id"].tolist() == chosen["sentence_id"].tolist()[:1]
    read = narrative.sentences_read(study, sentences(), BOOK)
    assert len(read) == 9
    rules = people.assign(coder="rules")
    other = rules.assign(article_id="road", sentence_id=5 if 5 not in set(chosen["sentence_id"]) else 4)
    both = narrative.together(rules, other, people)
    alone = narrative.compare_with_people(both, sentences(), BOOK, seed=1, draws=20, read=read)
    assert alone.alpha["sentences"].tolist() == [9, 9, 9] and alone.alpha["alpha"].tolist() == [1.0] * 3
    assert alone.disagreements.empty
    whole = narrative.compare_with_people(both, sentences(), BOOK, seed=1, draws=20)
    assert whole.alpha["sentences"].tolist() == [30, 30, 30]  # of the article in which a code was given


def test_a_person_who_found_nothing_is_compared_too(village: Path) -> None:
    (village / "codings").mkdir()
    chosen = drawn()
    (village / "codings" / "kim.csv").write_text(narrative.blank_coding_sheet(chosen, BOOK), "utf-8")
    read = narrative.sentences_read(open_study("village"), sentences(), BOOK)
    place = {"article_id": chosen["article_id"].iloc[0], "sentence_id": int(chosen["sentence_id"].iloc[0])}
    rules = tables.CODINGS.make([place | {"code": "gain", "claim": None, "stance": "supports", "coder": "rules"}])
    found = narrative.compare_with_people(rules, sentences(), BOOK, seed=1, draws=20, read=read)
    assert found.disagreements["value_b"].tolist() == ["absent"]


def test_a_row_that_was_deleted_is_missed() -> None:
    lines = narrative.blank_coding_sheet(drawn(), BOOK).splitlines(keepends=True)
    with pytest.raises(StudyError, match="leaves out sentences of its sample: 8 of 9"):
        narrative.read_codings("".join(lines[:-2] + lines[-1:]), sentences(), BOOK, name="kim")
