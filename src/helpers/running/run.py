"""Run what is out of date of a study, in a folder of the run; if that succeeds, publish it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from helpers import store
from helpers.errors import StudyError, UsageError
from helpers.running import aside, corpora, published, results, untouched
from helpers.running.checking import would_change
from helpers.running.freshness import make_stale, reasons
from helpers.running.kernels import Kernels
from helpers.running.limits import NO_LIMITS, Limits
from helpers.running.options import DEFAULTS, Options
from helpers.running.parameters import resolve
from helpers.running.pdf import drop_stale, print_report
from helpers.running.progress import STEPS, Progress
from helpers.running.result import RunResult
from helpers.running.tasks import StudyTasks
from helpers.running.timings import write_timings
from helpers.stages import NOTEBOOKS
from helpers.study import is_corpus, open_study, unread


def bring_up_to_date(
    name: str,
    parameters: Mapping[str, Any] | None = None,
    options: Options = DEFAULTS,
    *,
    progress: Progress | None = None,
    kernels: Kernels | None = None,
) -> RunResult:
    """As ``run_study``, but without the quick check whether anything has changed at all."""
    asked = _Asked(name, parameters or {}, options, progress or Progress(), kernels)
    return _bring_corpus(asked) if is_corpus(name) else _bring_study(asked)


@dataclass(frozen=True)
class _Asked:
    """A run as it was asked for: the study, parameters and options, who is told, and whose kernels it uses."""

    name: str
    parameters: Mapping[str, Any]
    options: Options
    progress: Progress
    kernels: Kernels | None


def _bring_study(asked: _Asked) -> RunResult:
    name, options = asked.name, asked.options
    tasks = open_tasks(name, asked.parameters)
    tasks.progress, tasks.limits = asked.progress, Limits.of(options)
    tasks.forced = _forced(options, STEPS)
    with _locked(name), _lent(asked.kernels, options) as tasks.kernels:
        with aside.copied(name, wanted=options.check) as folder:
            with store.instead(name, folder):
                damaged = tasks.state.damaged
                notes = [f"{store.relative(tasks.state.path)} was damaged: everything is made anew"] if damaged else []
                ran = make_stale(tasks.tasks(), tasks.state, forced=tasks.forced)
            notes += [f"{file} is not read: study.yml or articles.yml leaves it out" for file in unread(tasks.study)]
            made = RunResult(name, store.report_folder(name) / "report.html", ran, notes=tuple(notes))
            if options.check:
                return _checked(made, folder)
        made = put_in_place(made, tasks.folder, options, tasks.limits)
        write_timings(store.processed_folder(name) / "timings.json", tasks.timings)
        found = untouched.fingerprint(name, asked.parameters)
        changed = _changed_meanwhile(name, asked.parameters)
        if not changed:
            untouched.note(name, found)
    return replace(made, notes=(*made.notes, *(changed if ran else ())))


def _checked(made: RunResult, folder: Path) -> RunResult:
    """The result of a run that only checked and made everything in ``folder``."""
    run = folder / aside.RUN
    return replace(made, changes=would_change(made.study, run), results=results.read(run / "report" / results.FILE))


def _bring_corpus(asked: _Asked) -> RunResult:
    name, options = asked.name, asked.options
    study, limits = open_study(name), Limits.of(options)
    values = resolve(study.file.parameters, asked.parameters, place=f"data/raw/{name}/study.yml")
    due = bool(corpora.Corpus(study, values).why_report())
    forced = _forced(options, corpora.STEPS)
    tell = corpora.told_on_stderr(name, quiet=asked.progress.is_silent)
    with _locked(name), _lent(asked.kernels, options) as lent:
        with aside.copied(name, wanted=options.check) as folder:
            with store.instead(name, folder):
                corpus = corpora.Corpus(study, values)
                made = corpora.make(corpus, options, due=due, forced=forced, kernels=lent, limits=limits, tell=tell)
            if options.check:
                return _checked(made, folder)
        made = put_in_place(made, corpus.run_folder, options, limits)
        if made.ran:
            corpus.note_made()
    return made


@contextlib.contextmanager
def _lent(kernels: Kernels | None, options: Options) -> Iterator[Kernels]:
    """The kernels that others lend, or some of the run's own."""
    if kernels is not None:
        yield kernels
        return
    with Kernels(NOTEBOOKS, isolated=options.isolated) as own:
        yield own


def put_in_place(made: RunResult, folder: Path, options: Options = DEFAULTS, limits: Limits = NO_LIMITS) -> RunResult:
    """Put what the run made where readers look, and print it if that is wanted."""
    notes = published.publish(made.study, folder)
    report = store.report_folder(made.study)
    drop_stale(report)
    printed = print_report(report, seconds=limits.left_of_run()) if options.pdf else None
    return replace(made, pdf=printed, notes=(*made.notes, *notes, *_index()))


def _changed_meanwhile(name: str, parameters: Mapping[str, Any] | None) -> list[str]:
    """Notes on files that were saved during the run: the report may be made of older text, or of some of each."""
    try:
        stale = stale_tasks(open_tasks(name, parameters))
    except StudyError as error:
        stale = {"its files": [error.cause]}
    return [
        f"{step} is out of date again, since something was saved during the run: {'; '.join(why)} (study run {name})"
        for step, why in stale.items()
    ]


def stale_tasks(tasks: StudyTasks) -> dict[str, list[str]]:
    """The steps of the study that are out of date, with the reasons; the last one is the publishing."""
    found = reasons(tasks.tasks(), tasks.state)
    if set(STEPS) <= tasks.state.notes.keys():
        made = {path: sha256 for note in tasks.state.notes.values() for path, sha256 in note.outputs.items()}
        wanted = published.places(tasks.study.name, tasks.folder)
        due = {place: made[store.relative(path)] for place, path in wanted.items() if store.relative(path) in made}
        if (why := published.reasons(tasks.study.name, due)) and not found:
            found["published"] = why
    return found


def open_tasks(name: str, parameters: Mapping[str, Any] | None = None) -> StudyTasks:
    """The study's tasks, after its files, its articles' hashes and the parameters have been checked."""
    written = store.raw_folder(name) / "study.yml"
    before, study = store.sha256(written), open_study(name)
    values = resolve(study.file.parameters, parameters or {}, place=f"data/raw/{name}/study.yml")
    for article in study.articles:
        article.check_unchanged()
    return StudyTasks(study, values, str(before))


def _forced(options: Options, names: Sequence[str]) -> tuple[str, ...]:
    """The stages that run in any case; UsageError if there is none of the name."""
    if options.force or options.start is None:
        return tuple(names) if options.force else ()
    start = options.start
    first = next((i for i, name in enumerate(names) if name.startswith(start)), None)
    if first is None or not start:
        raise UsageError(f"There is no stage {start!r}.", f"The stages are: {', '.join(names)}.")
    return tuple(names[first:])


def _index() -> list[str]:
    """Renew the page of all studies even if nothing ran: an earlier run may have been killed before it did so."""
    from helpers.running.publishing import build_index

    try:
        build_index()
    except StudyError as error:  # of all studies: this one's report is whole
        return [f"{error.cause} {error.remedy}"]
    return []


@contextlib.contextmanager
def _locked(name: str) -> Iterator[None]:
    """Allow only one run of a study at a time, by a lock of the system; it ends with the process that holds it."""
    from filelock import FileLock, Timeout

    folder = store.processed_folder(name)
    store.make_folder(folder)
    lock = FileLock(folder / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StudyError(
            f"The study {name!r} is being run by another process.", "Wait until it has ended, then run again."
        ) from error
    except OSError as error:
        raise StudyError(
            f"{store.relative(folder / '.lock')} could not be locked: {error.strerror or error}.",
            "Check that you may write to that folder and that the disk is not full.",
        ) from error
    try:
        aside.remove_left(name)
        store.sweep(folder)
        store.sweep(store.report_folder(name))
        yield
    finally:
        lock.release()
