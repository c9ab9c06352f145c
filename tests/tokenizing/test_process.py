"""The process beside this one, without Java: a slow machine changes no reading, and what is not read is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import tables
from helpers.errors import StudyError
from helpers.tokenizing import analyzers, token_counts, tokenize
from helpers.tokenizing.process import AnalyzerProcess, Unread
from helpers.tokenizing.worker import Clock
from made.sentences import sentence_table

# A worker that reads each word as a noun; how it answers to a word of WAYS hangs on how often it was started.
WORKER = """
import json, os, pathlib, sys, time

starts = pathlib.Path(STARTS)
start = int(starts.read_text()) + 1 if starts.exists() else 1
starts.write_text(str(start))
WAYS = {"느리다": ["late"], "멈춘다": ["late"] * 99, "조용하다": ["silent"], "끝난다": ["end"], "죽는다": ["end"] * 99}

def say(name, answer):
    print(json.dumps([name, answer]), flush=True)

for line in sys.stdin:
    name, value, seconds = json.loads(line)
    if value is None:
        say(name, {"ready": True})
        continue
    way = next((ways[start - 1] for word, ways in WAYS.items() if word in value and start <= len(ways)), "")
    if way == "late":
        say(name, {"late": True})
    elif way == "end":
        os._exit(1)
    elif way == "silent":
        time.sleep(60)
    say(name, {"morphemes": [[word, "NCN", None, None, None] for word in value.split()]})
"""


@pytest.fixture
def process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AnalyzerProcess]:
    worker = tmp_path / "answering.py"
    worker.write_text(WORKER.replace("STARTS", repr(str(tmp_path / "starts")), 1), "utf-8")
    monkeypatch.setattr("helpers.tokenizing.starting.WORKER", worker)
    process = AnalyzerProcess()
    monkeypatch.setattr(analyzers, "_beside", lambda: process)
    yield process
    process.stop()


def read(text: str) -> list[tuple[str, str]]:
    tokens = tables.TOKENS.check(tokenize(sentence_table(text), "hannanum"))
    return list(zip(tokens["surface"], tokens["pos"], strict=True))


@pytest.mark.parametrize("way", ["느리다", "끝난다"])
def test_what_stops_an_analyzer_once_leaves_no_trace_in_the_table(way: str, process: AnalyzerProcess) -> None:
    assert read(f"마을 책방 {way}") == [("마을", "noun"), ("책방", "noun"), (way, "noun")]


def test_an_analyzer_that_was_not_heard_of_is_asked_again(
    process: AnalyzerProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("helpers.tokenizing.process.WAIT_SECONDS", 2.0)
    assert read("책방 조용하다") == [("책방", "noun"), ("조용하다", "noun")]


def test_what_it_does_not_come_to_an_end_with_is_unread_in_the_table_and_no_other_reading(
    process: AnalyzerProcess,
) -> None:
    sentences = sentence_table("마을 책방 멈춘다", "책방 문")
    tokens = tables.TOKENS.check(tokenize(sentences, "hannanum"))
    assert set(tokens[tokens["sentence_id"] == 1]["pos"]) == {"unknown"}
    assert set(tokens[tokens["sentence_id"] == 2]["pos"]) == {"noun"}
    assert token_counts(tokens)["unknown"].tolist() == [3]


def test_an_analyzer_that_ends_on_a_text_again_is_an_error(process: AnalyzerProcess) -> None:
    with pytest.raises(StudyError) as error:
        read("책방 죽는다")
    assert error.value.cause == "The analyzer hannanum did not read a sentence: its process ended, 2 times."
    assert "leave it out" in error.value.remedy


def test_an_analyzer_that_stops_on_one_text_after_another_is_an_error(process: AnalyzerProcess) -> None:
    for _ in range(4):
        with pytest.raises(Unread):
            process.read("hannanum", "멈춘다", seconds=1)
    assert process.read("hannanum", "책방", seconds=1)
    for _ in range(4):
        with pytest.raises(Unread):
            process.read("hannanum", "멈춘다", seconds=1)
    with pytest.raises(StudyError) as error:
        process.read("hannanum", "멈춘다", seconds=1)
    assert error.value.cause == "The analyzer hannanum did not come to an end with 5 texts in a row."
    assert "cross_check" in error.value.remedy


# --- the clock of the worker ------------------------------------------------------------------------------------------
class Processor:
    """The processor time of the worker, which goes on when somebody says so."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_text_may_take_its_processor_time_and_no_more() -> None:
    processor = Processor()
    clock = Clock(processor)
    processor.seconds = 50
    clock.begin("okt", 10)
    processor.seconds = 59
    assert clock.late() == []
    processor.seconds = 60
    assert clock.late() == ["okt"]
    assert clock.late() == []


def test_what_was_answered_is_not_late() -> None:
    processor = Processor()
    clock = Clock(processor)
    clock.begin("okt", 10)
    clock.end("okt")
    processor.seconds = 60
    assert clock.late() == []


def test_no_time_runs_while_an_analyzer_is_loading() -> None:
    processor = Processor()
    clock = Clock(processor)
    clock.begin("okt", 10)
    clock.load("kkma")
    processor.seconds = 100
    assert clock.late() == []
    clock.end("kkma")
    processor.seconds = 111
    assert clock.late() == ["okt"]


def test_analyzers_that_read_at_once_share_the_time() -> None:
    processor = Processor()
    clock = Clock(processor)
    clock.begin("okt", 10)
    clock.begin("komoran", 20)
    processor.seconds = 19
    assert clock.late() == []
    processor.seconds = 21
    assert clock.late() == ["okt"]
