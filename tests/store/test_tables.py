"""Tables are read and written by their schema, and by a notebook only as it declares."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import stages, store, tables
from helpers.errors import StudyError
from helpers.study import open_study


def _finding(text: str = "문장이다.") -> object:
    return tables.FINDINGS.make([{"finding": "one", "text": text, "table": "codings"}])


def test_write_then_read_gives_the_same_table(village: Path) -> None:
    store.write("findings", _finding(), "village")
    assert store.read("findings", "village").equals(_finding())


def test_lists_are_read_as_they_were_written(village: Path) -> None:
    row = {"article_id": "a", "sentence_id": 1, "code": "well", "claim": "c", "stance": "supports", "coder": "rules"}
    coded = tables.CODINGS.make(
        [row | {"matched": ["우물", "물"], "matched_spans": [[0, 2], [4, 5]]}, row | {"sentence_id": 2}]
    )
    store.write("codings", coded, "village")
    found = store.read("codings", "village")
    assert found["matched"].tolist() == [["우물", "물"], None]
    assert found["matched_spans"].tolist() == [[[0, 2], [4, 5]], None]


def test_a_list_written_as_one_text_is_refused(village: Path) -> None:
    row = {"article_id": "a", "sentence_id": 1, "code": "well", "claim": "c", "stance": "supports", "coder": "rules"}
    with pytest.raises(StudyError, match="column matched_spans is str, not object"):
        store.write("codings", tables.CODINGS.make([row | {"matched_spans": "0:2 4:5"}]), "village")


def test_read_of_a_missing_table_names_the_notebook_to_run(village: Path) -> None:
    with pytest.raises(StudyError) as caught:
        store.read("tokens", "village")
    assert "data/processed/village/tokens.parquet" in caught.value.cause
    assert "notebooks/02_tokenize.ipynb" in caught.value.remedy


def test_read_of_an_unknown_study_names_the_known_ones(village: Path) -> None:
    with pytest.raises(StudyError) as caught:
        store.read("tokens", "vilage")
    assert "village" in caught.value.cause
    assert "study new vilage" in caught.value.remedy


@pytest.fixture
def narrative(village: Path) -> Iterator[Path]:
    """The study's folder; this process is held to what 04_narrative declares for it."""
    (village / "codings").mkdir()
    (village / "codings" / "kim.csv").write_text("a", "utf-8")
    (village / "stopwords.txt").write_text("책", "utf-8")
    (village / "codebook.yml").write_text("a: b", "utf-8")
    stages.grant(stages.Permit.of(stages.stage("04_narrative"), "village"))
    yield village
    stages.grant(None)


def test_a_table_that_is_not_declared_is_neither_read_nor_written(narrative: Path) -> None:
    with pytest.raises(StudyError, match="04_narrative reads the table lines, which it does not declare") as caught:
        store.read("lines", "village")
    assert "src/helpers/stages.py" in caught.value.remedy
    with pytest.raises(StudyError, match="04_narrative writes the table tokens, which it does not declare"):
        store.write("tokens", tables.TOKENS.empty(), "village")
    store.write("findings", _finding(), "village")


def test_a_file_or_entry_that_is_not_declared_is_not_read(narrative: Path) -> None:
    assert store.read_text(narrative / "codebook.yml") == "a: b"
    assert store.read_text(narrative / "codings" / "kim.csv") == "a"
    for name in ("stopwords.txt", "articles/library.txt"):
        with pytest.raises(StudyError, match=f"04_narrative reads data/raw/village/{name}, which it does not declare"):
            store.read_bytes(narrative / name)
    study = open_study("village")
    assert study.file.thesis
    for what in ("articles", "dictionary", "stopwords", "reference_files"):
        if what != "dictionary":  # there is none
            with pytest.raises(StudyError, match="does not declare"):
                getattr(study, what)


def test_another_study_than_the_open_one_is_refused(narrative: Path) -> None:
    shutil.copytree(narrative, narrative.with_name("town"))
    for act in (
        lambda: store.write("findings", _finding(), "town"),
        lambda: store.read("articles", "town"),
        lambda: store.read_text(narrative.with_name("town") / "codebook.yml"),
    ):
        with pytest.raises(StudyError, match="opened for the study 'village', not for 'town'"):
            act()


def test_a_table_with_another_studys_article_is_refused(village: Path) -> None:
    declared = stages.stage("04_narrative")
    stages.grant(replace(stages.Permit.of(declared, "village"), articles=("library",)))
    row = {
        "article_id": "elsewhere",
        "sentence_id": 1,
        "code": "a",
        "claim": "c",
        "stance": "supports",
        "coder": "rules",
    }
    with pytest.raises(StudyError, match="holds the article 'elsewhere', which the study 'village' does not have"):
        store.write("codings", tables.CODINGS.make([row]), "village")
    store.write("codings", tables.CODINGS.make([row | {"article_id": "library"}]), "village")
    stages.grant(None)


def test_rows_of_all_articles_together_are_of_no_other_study(village: Path) -> None:
    declared = stages.stage("04_narrative")
    stages.grant(replace(stages.Permit.of(declared, "village"), articles=("library", "bridge")))
    counts = dict.fromkeys(("n", "total", "reporter", "named", "unnamed", "checkable"), 1)
    row = {"claim": "c", "stance": "supports", **counts}
    weighed = tables.WEIGHING.make([row | {"article_id": name} for name in ("library", tables.WHOLE)])
    store.write("weighing", weighed, "village")
    with pytest.raises(StudyError, match="holds the article 'elsewhere'"):
        store.write("weighing", weighed.assign(article_id="elsewhere"), "village")
    stages.grant(None)


def test_a_damaged_table_is_told_by_its_name(village: Path) -> None:
    store.write_bytes(store.processed_folder("village") / "findings.parquet", b"PAR1 garbage")
    with pytest.raises(StudyError, match=r"data/processed/village/findings\.parquet is damaged") as caught:
        store.read("findings", "village")
    assert "study run --force" in caught.value.remedy
