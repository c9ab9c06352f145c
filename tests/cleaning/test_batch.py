"""helpers.cleaning.clean_files: one dict a file, in order, past bad files, several at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.cleaning import clean_files

FIELDS = ["file", "ok", "error", "encoding", "title", "published_at", "text", "kept", "lines", "sentences"]
TEXT = "{n}번째 우물이 마르지 않는다\n\n입력 2031-02-03 04:05\n\n마을의 {n}번째 우물은 가뭄에도 마르지 않았다. 주민들은 물을 나누어 쓴다.\n"


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    made = []
    for number in range(6):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(b"" if number == 2 else TEXT.format(n=number).encode("cp949" if number == 3 else "utf-8"))
        made.append(path)
    return [*made, tmp_path / "absent.txt"]


@pytest.mark.long
@pytest.mark.parametrize("jobs", [1, 2])
def test_clean_files_keeps_the_order_and_goes_past_bad_files(paths: list[Path], jobs: int) -> None:
    found = list(clean_files(paths, jobs=jobs, sentences=False))
    assert [result["file"] for result in found] == list(map(str, paths))
    assert [result["ok"] for result in found] == [True, True, False, True, True, True, False]
    assert all(list(result) == FIELDS for result in found)
    assert found[3]["encoding"] == "cp949"
    assert "is empty" in found[2]["error"] and "cannot be read" in found[6]["error"]
    json.dumps(found, ensure_ascii=False).encode("utf-8")


def test_clean_files_kept_spans_cut_the_kept_text_out_of_the_file(paths: list[Path]) -> None:
    result = next(clean_files(paths, sentences=False))
    raw = paths[0].read_text("utf-8")
    assert "".join(raw[start:end] for start, end in result["kept"]).strip() == result["text"]
    assert [line["no"] for line in result["lines"]] == list(range(1, 6))


def test_clean_files_splits_sentences_of_what_is_kept(paths: list[Path]) -> None:
    result = next(clean_files(paths))
    assert result["sentences"] == ["마을의 0번째 우물은 가뭄에도 마르지 않았다.", "주민들은 물을 나누어 쓴다."]


def test_clean_files_reads_a_file_only_when_it_is_asked_for(paths: list[Path]) -> None:
    asked: list[Path] = []

    def watched() -> Iterator[Path]:
        for path in paths:
            asked.append(path)
            yield path

    results = clean_files(watched(), sentences=False)
    next(results)
    assert asked == paths[:1]


def test_clean_files_of_nothing_is_nothing() -> None:
    assert list(clean_files([])) == []
