"""A bucket made as on any worker, with a line in a file when it begins and when it ends, and by which process."""

from __future__ import annotations

import os
from pathlib import Path

from helpers.corpus.cluster import one_at_a_time
from helpers.corpus.settings import Settings
from helpers.corpus.work import Done, Task

NOTES = "NOTED_BUCKETS"


def noted(task: Task, settings: Settings) -> Done:
    _note(settings, f"begins {task.bucket} {os.getpid()}")
    done = one_at_a_time(task, settings)
    _note(settings, f"ends {task.bucket} {os.getpid()}")
    return done


def notes(root: str | Path) -> list[tuple[str, int, int]]:
    """What was noted so far: begins or ends, bucket, process."""
    place = Path(root, NOTES)
    lines = [line.split() for line in place.read_text("utf-8").splitlines()] if place.is_file() else []
    return [(what, int(bucket), int(process)) for what, bucket, process in lines]


def lost(notes: list[tuple[str, int, int]]) -> list[int]:
    """The buckets that were begun again because nobody had ended them."""
    before = {n: notes[:n] for n, (what, _, _) in enumerate(notes) if what == "begins"}
    return [
        notes[n][1]
        for n, earlier in before.items()
        if any(what == "begins" and bucket == notes[n][1] for what, bucket, _ in earlier)
        and not any(what == "ends" and bucket == notes[n][1] for what, bucket, _ in earlier)
    ]


def _note(settings: Settings, line: str) -> None:
    with Path(settings.root, NOTES).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
