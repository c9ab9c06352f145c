"""What a run that only checks would say."""

import hashlib
from pathlib import Path

import pytest

from helpers import store, tables
from helpers.running.checking import would_change


def _write(place: Path, name: str, *sentences: str) -> None:
    rows = [
        {"finding": f"f{number}", "text": text, "table": "codings", "sentences": ""}
        for number, text in enumerate(sentences)
    ]
    store.write_bytes(place / f"{name}.parquet", tables.FINDINGS.make(rows).to_parquet(index=False))


@pytest.fixture
def made(village: Path) -> Path:
    """The folder of a run, and what it published."""
    root = village.parents[2]
    folder = root / "data" / "processed" / "village" / ".run"
    for place in (folder / "tables", root / "data" / "processed" / "village"):
        _write(place, "findings", "책은 늘었다.", "사람은 적다.")
    for place in (folder / "report", root / "reports" / "village"):
        store.write_text(place / "report.html", "책")
    store.write_text(folder / "manifest.json", '{"study": "village", "source": {"commit": "2"}}')
    store.write_text(folder.parent / "manifest.json", '{"study": "village", "source": {"commit": "1"}}')
    return folder


def test_nothing_would_change_where_all_is_the_same_but_the_commit(made: Path) -> None:
    assert would_change("village", made) == ()


def test_changed_files_are_named_and_changed_findings_shown(made: Path) -> None:
    _write(made / "tables", "findings", "책은 늘었다.", "사람도 많다.")
    store.write_text(made / "report" / "report.html", "글")
    store.write_text(made / "manifest.json", '{"study": "other"}')
    assert would_change("village", made) == (
        "data/processed/village/findings.parquet",
        "reports/village/report.html",
        "data/processed/village/manifest.json",
        "- 사람은 적다.",
        "+ 사람도 많다.",
    )


def test_results_that_are_not_there_would_come_and_those_no_longer_made_would_go(made: Path) -> None:
    published = made.parents[3] / "reports" / "village"
    store.remove(published / "report.html")
    store.note_written("village", {published / "tables" / "old.csv": hashlib.sha256(b"1").hexdigest()})
    store.write_text(published / "tables" / "old.csv", "1")
    store.write_text(published / "tables" / "own.csv", "2")
    assert would_change("village", made) == ("reports/village/report.html", "reports/village/tables/old.csv")
