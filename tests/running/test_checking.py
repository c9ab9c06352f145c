"""What a run that only checks would say."""

import hashlib
import json
import subprocess
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
        store.write_text(place / "results.json", json.dumps({"findings": ["책은 늘었다.", "사람은 적다."]}))
    store.write_text(folder / "manifest.json", '{"study": "village", "source": {"commit": "2"}}')
    store.write_text(folder.parent / "manifest.json", '{"study": "village", "source": {"commit": "1"}}')
    return folder


def test_nothing_would_change_where_all_is_the_same_but_the_commit(made: Path) -> None:
    assert would_change("village", made) == ()


def test_changed_files_are_named_and_changed_findings_shown(made: Path) -> None:
    _write(made / "tables", "findings", "책은 늘었다.", "사람도 많다.")
    store.write_text(made / "report" / "report.html", "글")
    store.write_text(made / "manifest.json", '{"study": "other"}')
    store.write_text(made / "report" / "results.json", json.dumps({"findings": ["책은 늘었다.", "사람도 많다."]}))
    assert would_change("village", made) == (
        "findings:",
        "  - 사람은 적다.",
        "  + 사람도 많다.",
        "data/processed/village/findings.parquet",
        "reports/village/report.html",
        "reports/village/results.json",
        "data/processed/village/manifest.json",
    )


def test_a_fresh_clone_is_held_against_the_results_that_git_keeps(made: Path) -> None:
    root = made.parents[3]
    published = root / "reports" / "village"
    store.write_text(made / "report" / "results.json", json.dumps({"findings": ["책은 늘었다."], "keywords": ["책"]}))
    store.write_text(published / "results.json", json.dumps({"findings": ["책은 늘었다."], "keywords": ["책", "글"]}))
    git(root, "init", "-q")
    git(root, "add", "reports/village/results.json")
    git(root, "commit", "-qm", "results")
    store.write_text(published / "results.json", '{"findings": ["a person tried something"]}')
    store.remove(published / "report.html")
    told = ("keywords:", "  글 is no longer among the keywords (it was number 2)")
    assert would_change("village", made) == told
    store.write_text(
        made / "report" / "results.json", json.dumps({"findings": ["책은 늘었다."], "keywords": ["책", "글"]})
    )
    assert would_change("village", made) == ()


def git(folder: Path, *words: str) -> None:
    own = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *own, *words], check=True, capture_output=True)


def test_results_that_are_not_there_would_come_and_those_no_longer_made_would_go(made: Path) -> None:
    published = made.parents[3] / "reports" / "village"
    store.remove(published / "report.html")
    store.note_written("village", {published / "tables" / "old.csv": hashlib.sha256(b"1").hexdigest()})
    store.write_text(published / "tables" / "old.csv", "1")
    store.write_text(published / "tables" / "own.csv", "2")
    assert would_change("village", made) == ("reports/village/report.html", "reports/village/tables/old.csv")
