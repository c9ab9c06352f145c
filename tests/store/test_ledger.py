"""What the program wrote is told from what a person did."""

from pathlib import Path

import pytest

from helpers import store, tables


def _finding(text: str = "문장이다.") -> object:
    return tables.FINDINGS.make([{"finding": "one", "text": text, "table": "codings"}])


def test_what_a_notebook_writes_is_the_programs_until_a_person_changes_it(village: Path) -> None:
    path = store.processed_folder("village") / "findings.parquet"
    assert not store.is_ours("village", path)
    store.write("findings", _finding(), "village")
    assert store.is_ours("village", path)
    path.write_bytes(path.read_bytes() + b" ")
    assert not store.is_ours("village", path)
    assert store.keep_aside(path).name == "findings.kept.parquet"
    path.write_bytes(b"")
    assert store.keep_aside(path).name == "findings.kept-2.parquet"


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"a": 1}'])
def test_a_damaged_list_of_what_was_written_makes_nothing_ours(damage: str, village: Path) -> None:
    store.write("findings", _finding(), "village")
    store.write_text(store.processed_folder("village") / ".written.json", damage)
    assert not store.is_ours("village", store.processed_folder("village") / "findings.parquet")
