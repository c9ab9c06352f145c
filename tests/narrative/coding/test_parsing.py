"""The codebook and the coders' sheets of a study, opened from its folder."""

from pathlib import Path

import pandas as pd
import pytest

from helpers import narrative, tables
from helpers.errors import StudyError
from helpers.study import open_study
from made.readings import ARTICLE, CODED, sentences

CODEBOOK = """\
codes:
  arrival:
    label: 돌아온 사람
    definition: 사람이 돌아왔다고 말하는 문장.
    stance: supports
    rules: [{any: [돌아오다]}]
"""
SHEET = "article_id,sentence_id,quote,code\n" + "".join(
    f"{ARTICLE},{row['sentence_id']},{row['text'][:4]},{'arrival' if row['sentence_id'] == 2 else ''}\n"
    for row in sentences().to_dict("records")
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "data" / "raw" / "island"
    (made / "articles").mkdir(parents=True)
    (made / "codings").mkdir()
    (made / "study.yml").write_text("title: 섬\nquestion: 왜?\nthesis: 배 덕분이다.\n", "utf-8")
    (made / "articles" / f"{ARTICLE}.txt").write_text("섬으로 돌아온 사람들", "utf-8")
    (made / "codebook.yml").write_text(CODEBOOK, "utf-8")
    monkeypatch.setenv("STUDY_ROOT", str(tmp_path))
    return made


def test_codebook_is_opened_with_its_codes(folder: Path) -> None:
    book = narrative.open_codebook(open_study("island"))
    assert narrative.code_labels(book) == {"arrival": "돌아온 사람"}
    shown = narrative.codes_table(book)
    assert shown.to_dict("records")[0] | {"claim": ""} == {
        "label": "돌아온 사람", "definition": "사람이 돌아왔다고 말하는 문장.", "stance": "supports", "claim": "", "rules": 1,
    }  # fmt: skip


def test_missing_codebook_says_how_to_get_one(folder: Path) -> None:
    (folder / "codebook.yml").unlink()
    with pytest.raises(StudyError, match=r"has no codebook: data/raw/island/codebook\.yml") as caught:
        narrative.open_codebook(open_study("island"))
    assert "study new" in caught.value.remedy


def test_malformed_codebook_names_file_and_line(folder: Path) -> None:
    (folder / "codebook.yml").write_text(CODEBOOK.replace("supports", "cheers"), "utf-8")
    with pytest.raises(StudyError, match=r"data/raw/island/codebook.yml, line 5: the code 'arrival'"):
        narrative.open_codebook(open_study("island"))


def test_sheets_are_read_under_their_names(folder: Path) -> None:
    study = open_study("island")
    (folder / "codings" / "kim.csv").write_text(SHEET, "utf-8")
    (folder / "codings" / "lee.csv").write_text(SHEET, "utf-8")
    read = narrative.read_people(study, sentences(), narrative.open_codebook(study))
    assert tables.CODINGS.check(read)["coder"].tolist() == ["kim", "lee"]


def test_no_sheet_gives_no_codings(folder: Path) -> None:
    study = open_study("island")
    assert tables.CODINGS.check(narrative.read_people(study, sentences(), narrative.open_codebook(study))).empty


def test_sheet_named_as_the_rules_is_refused(folder: Path) -> None:
    study = open_study("island")
    (folder / "codings" / "rules.csv").write_text(SHEET, "utf-8")
    with pytest.raises(StudyError, match="cannot be a person's sheet") as caught:
        narrative.read_people(study, sentences(), narrative.open_codebook(study))
    assert "name of the person" in caught.value.remedy


def _codings(coder: str) -> pd.DataFrame:
    return tables.CODINGS.make(
        {"article_id": ARTICLE, "sentence_id": number, "code": "arrival", "stance": "supports", "coder": coder}
        for number, code, _, _ in CODED
        if code == "arrival"
    )


def test_rules_are_compared_with_each_person(folder: Path) -> None:
    book = narrative.open_codebook(open_study("island"))
    both = narrative.together(_codings("rules"), _codings("lee"), _codings("kim"))
    found = narrative.compare_with_people(both, sentences(), book, seed=1, draws=20)
    pairs = list(zip(tables.AGREEMENT.check(found.alpha)["coder_a"], found.alpha["coder_b"], strict=True))
    assert list(dict.fromkeys(pairs)) == [("rules", "kim"), ("rules", "lee"), ("kim", "lee")]


def test_differences_with_every_person_are_kept(folder: Path) -> None:
    book = narrative.open_codebook(open_study("island"))
    kim, lee = _codings("kim").head(1), _codings("lee").head(2)
    found = narrative.compare_with_people(
        narrative.together(_codings("rules"), kim, lee), sentences(), book, seed=1, draws=20
    )
    sizes = tables.DISAGREEMENTS.check(found.disagreements)["coder_b"].value_counts().to_dict()
    assert sizes == {"kim": 2, "lee": 1}
    assert set(tables.CONFUSION.check(found.confusion)["coder_b"]) == {"kim", "lee"}


@pytest.mark.parametrize("coders", [("rules",), ("kim",), ()])
def test_nobody_to_compare_with_gives_empty_tables(folder: Path, coders: tuple[str, ...]) -> None:
    book = narrative.open_codebook(open_study("island"))
    found = narrative.compare_with_people(
        narrative.together(*(_codings(coder) for coder in coders)), sentences(), book, seed=1
    )
    assert tables.AGREEMENT.check(found.alpha).empty
    assert tables.CONFUSION.check(found.confusion).empty
    assert tables.DISAGREEMENTS.check(found.disagreements).empty


def test_publication_is_known_or_none() -> None:
    row = {"source_file": "a.txt", "sha256": "0", "encoding": "utf-8", "characters": 1, "kept_characters": 1,
           "removed_characters": 0}  # fmt: skip
    articles = tables.ARTICLES.make(
        [row | {"article_id": "a", "published_at": "2025-04-02"}, row | {"article_id": "b"}]
    )
    assert narrative.publication(articles) == {"a": "2025-04-02", "b": None}
    assert narrative.only_publication(articles.head(1)) == "2025-04-02"
    assert narrative.only_publication(articles) is None
