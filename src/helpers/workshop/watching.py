"""``study try``: what the codebook does, again at each save of its file."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from helpers import store
from helpers.errors import StudyError
from helpers.telling import in_words

Made = TypeVar("Made")
PAUSE = 0.3  # seconds between two looks at the file


def report(name: str, *, code: str = "", section: str = "", analyzer: str = "kiwi", everything: bool = True) -> str:
    """The trial of the study's codebook as text for a terminal; StudyError as ``try_codebook``.

    everything  false: only the sentences, not what could be improved
    """
    from helpers import workshop

    trial = workshop.try_codebook(name, analyzer=analyzer)
    parts = [workshop.show_sentences(trial, code=code, section=section).plain]
    if everything and not code:
        shown = (workshop.show_near_misses, workshop.show_dead, workshop.show_candidates, workshop.show_confusion)
        parts += [show(trial).plain for show in shown]
    return "\n\n".join(part for part in [*parts, workshop.summary(trial).plain] if part)


def reports(name: str, make: Callable[[], str], *, pause: float = PAUSE) -> Iterator[str]:
    """The report now, and again at each change; a fault in the codebook is told, and waited on."""

    def told() -> str:
        try:
            return make()
        except StudyError as error:
            told = in_words(error)
            return f"{told.cause}\n  {told.remedy}"

    return changes(name, told, pause=pause)


def changes(
    name: str, make: Callable[[], Made], *, pause: float = PAUSE, stopped: Callable[[], bool] = lambda: False
) -> Iterator[Made]:
    """What ``make`` makes now, and again at each change of the study's codebook or coding sheets."""
    seen: object = None
    while not stopped():
        now = _state(name)
        if now != seen:
            seen = now
            yield make()
        time.sleep(pause)


def _state(name: str) -> tuple[tuple[str, int, int], ...]:
    folder = store.raw_folder(name)
    files = [folder / "codebook.yml", *sorted((folder / "codings").glob("*"))]
    return tuple(_stamp(path) for path in files if path.is_file())


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        about = path.stat()
    except FileNotFoundError:  # just being replaced by its editor
        return str(path), 0, 0
    return str(path), about.st_mtime_ns, about.st_size
