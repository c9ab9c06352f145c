"""A sealed study is one that nothing has touched: whatever goes in or came out, changed by one byte, breaks the seal."""

from pathlib import Path

import pytest

from helpers import store
from helpers.running.seal import is_sealed, seal

PARAMETERS = {"top_n": "30"}


@pytest.fixture
def sealed(village: Path) -> Path:
    """The project folder of a study with results, sealed."""
    root = village.parents[2]
    for place in ("data/processed/village/lines.parquet", "data/processed/village/.run/doit.sqlite3"):
        store.write_text(root / place, "a")
    store.write_text(root / "reports" / "village" / "report.html", "b")
    seal("village", PARAMETERS)
    return root


def test_seal_holds_while_nothing_changes(sealed: Path) -> None:
    assert is_sealed("village", PARAMETERS)
    (sealed / "reports" / "village" / "report.html").touch()
    store.write_text(sealed / "data" / "processed" / "village" / "timings.json", "{}")
    assert is_sealed("village", dict(PARAMETERS))


@pytest.mark.parametrize(
    "place",
    [
        "data/raw/village/study.yml",
        "data/raw/village/articles/library.txt",
        "data/raw/village/codebook.yml",
        "data/processed/village/lines.parquet",
        "data/processed/village/.run/doit.sqlite3",
        "reports/village/report.html",
        "reports/village/notebooks/03_keywords.failed.ipynb",
    ],
)
def test_seal_breaks_when_a_file_changes_or_comes(sealed: Path, place: str) -> None:
    store.write_text(sealed / place, "c")
    assert not is_sealed("village", PARAMETERS)


def test_seal_breaks_when_a_result_goes_or_parameters_differ(sealed: Path) -> None:
    assert not is_sealed("village", {})
    store.remove(sealed / "reports" / "village" / "report.html")
    assert not is_sealed("village", PARAMETERS)


def test_a_study_that_never_ran_is_not_sealed(village: Path) -> None:
    assert not is_sealed("village", {})
