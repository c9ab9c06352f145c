"""The state of studies: what is out of date and why, without running anything."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from helpers import store
from helpers.errors import StudyError
from helpers.running.progress import STEPS
from helpers.running.untouched import untouched
from helpers.stages import STAGES


def why(name: str, parameters: Mapping[str, Any] | None = None) -> dict[str, list[str]]:
    """What of the study is out of date now, and because of what: stage -> reasons; nothing is run."""
    if untouched(name, parameters):
        return {}
    from helpers.study import is_corpus, open_study

    if is_corpus(name):
        from helpers.running import corpora
        from helpers.running.parameters import resolve

        study = open_study(name)
        return corpora.Corpus(study, resolve(study.file.parameters, parameters or {}, place="study.yml")).why()
    from helpers.running.run import open_tasks, stale_tasks

    return stale_tasks(open_tasks(name, parameters))


def follows(stale: Collection[str]) -> list[str]:
    """The steps that are not out of date themselves, but read what those that are (of ``why``) will make anew.

    By what the stages declare that they read. A step whose tables turn out to be the same as before does not run.
    """
    if not {*STEPS[:-1], "articles"} & set(stale):  # of a corpus the articles are the only step before the report
        return []
    renewed: set[str] = set()
    found = []
    for stage in STAGES:
        if stage.name in stale or renewed & set(stage.reads):
            renewed |= set(stage.writes)
            found.append(stage.name)
    return [name for name in (*found, STEPS[-1]) if name not in stale]


@dataclass(frozen=True)
class Overview:
    """One study in ``study list``: when its report was last made (local time; None: never), and how it stands."""

    study: str
    last_run: str | None
    state: str


def overview() -> Iterator[Overview]:
    """Every study of data/raw; one whose files are at fault is listed with the fault."""
    for name in store.study_names():
        report = store.report_folder(name) / "report.html"
        last = _time_of(report) if report.is_file() else None
        try:
            stale = why(name)
        except StudyError as error:
            yield Overview(name, last, f"at fault: {error.cause}")
            continue
        yield Overview(name, last, f"out of date: {', '.join(stale)}" if stale else "fresh")


def _time_of(path: Path) -> str:
    return f"{datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone():%Y-%m-%d %H:%M}"
