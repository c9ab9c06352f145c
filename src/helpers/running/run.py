"""Run a study: what is out of date, in a folder of its own; when all of it has succeeded, put it in its place."""

from __future__ import annotations

import contextlib
import platform
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from helpers import store
from helpers.errors import StudyError
from helpers.running import modules
from helpers.running.freshness import Task, digest, make_stale, reasons
from helpers.running.manifest import manifest
from helpers.running.parameters import resolve
from helpers.running.progress import Progress
from helpers.running.stages import NOTEBOOKS, STAGES, Stage
from helpers.study import Study, open_study

LOCK_FILES = ("requirements.lock",)


@dataclass(frozen=True)
class RunResult:
    """What a run did: the report's path and the stages that were out of date and ran (none: all was fresh)."""

    study: str
    report: Path
    ran: tuple[str, ...]


def run_study(
    name: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    force: bool = False,
    isolated: bool = False,
    cell_timeout: float | None = None,
    progress: Progress | None = None,
) -> RunResult:
    """Bring the study's tables and report up to date.

    name        a folder of data/raw/
    parameters  over those of study.yml; checked before anything runs
    force       run every stage
    isolated    a new kernel for each notebook
    returns     RunResult; ``reports/<name>/report.html`` is then whole and fresh

    Raises StudyError (UsageError for ``parameters``). Whatever fails, the last good tables and report stay as they
    were, and the next run takes up at the stage that failed.
    """
    study = open_study(name)
    values = resolve(study.file.parameters, parameters or {}, place=f"data/raw/{name}/study.yml")
    for article in study.articles:
        article.check_unchanged()
    with ExitStack() as stack:
        stack.enter_context(_locked(name))
        run = _Run(study, values, stack, isolated, cell_timeout, progress or Progress(name, quiet=True))
        tasks = run.tasks()
        ran = make_stale(tasks, database=run.folder / "doit.sqlite3", forced=[t.name for t in tasks] if force else [])
        run.publish()
        if ran or not (store.root() / "reports" / "index.html").is_file():
            run.index()
    return RunResult(name, store.report_folder(name) / "report.html", ran)


def why(name: str, parameters: Mapping[str, Any] | None = None) -> dict[str, list[str]]:
    """What of the study is out of date now, and because of what: stage -> reasons; nothing is run."""
    study = open_study(name)
    values = resolve(study.file.parameters, parameters or {}, place=f"data/raw/{name}/study.yml")
    with ExitStack() as stack:
        run = _Run(study, values, stack, False, None, Progress(name, quiet=True))
        return reasons(run.tasks(), database=run.folder / "doit.sqlite3")


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


@contextlib.contextmanager
def _locked(name: str) -> Iterator[None]:
    """Only one run of a study at a time. The lock is the operating system's: it goes with the process that held it."""
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
    try:
        yield
    finally:
        lock.release()


@dataclass
class _Run:
    """One run of one study: its folder, its kernels, and the tasks that doit decides about."""

    study: Study
    parameters: Mapping[str, Any]
    stack: ExitStack
    isolated: bool
    cell_timeout: float | None
    progress: Progress
    _kernel: Any = field(default=None)

    @property
    def folder(self) -> Path:
        return store.processed_folder(self.study.name) / ".run"

    def tasks(self) -> list[Task]:
        return [*(self._stage_task(stage) for stage in STAGES), self._report_task()]

    def _stage_task(self, stage: Stage) -> Task:
        tables = self.folder / "tables"
        return Task(
            name=stage.name,
            make=lambda: self._run_stage(stage),
            files=[*(tables / f"{table}.parquet" for table in stage.reads)],
            targets=[*(tables / f"{table}.parquet" for table in stage.writes), self._executed(stage)],
            settings={
                "code": stage.fingerprint(),
                "parameters": self._taken(stage),
                "raw": digest([*stage.raw_files(self.study.name), *self._own_inputs(stage)]),
                "study": self._words_of_study(stage),
                "versions": _versions(),
            },
        )

    def _own_inputs(self, stage: Stage) -> list[Path]:
        return [article.path for article in self.study.articles] if stage is STAGES[0] else []

    def _words_of_study(self, stage: Stage) -> tuple[str, ...]:
        """What the stage takes from study.yml beside parameters: articles for the first, the thesis for the last."""
        written = self.study.file
        if stage is STAGES[0]:
            return tuple(article.article_id for article in self.study.articles)
        return (written.title, written.question, written.thesis) if stage is STAGES[-1] else ()

    def _taken(self, stage: Stage) -> dict[str, Any]:
        return {name: self.parameters[name] for name in stage.parameters}

    def _executed(self, stage: Stage) -> Path:
        return self.folder / "notebooks" / f"{stage.name}.ipynb"

    def _run_stage(self, stage: Stage) -> None:
        import nbformat

        from helpers.running.execution import StageFailed, execute

        self.progress.stage(stage.name)
        failed_copy = store.report_folder(self.study.name) / "notebooks" / f"{stage.name}.failed.ipynb"
        try:
            executed = execute(
                stage,
                kernel=self._kernel_for(stage),
                parameters={"study": self.study.name} | self._taken(stage),
                environment={
                    "STUDY_ROOT": str(store.root()),
                    "STUDY_TABLES": str(self.folder / "tables"),
                },
                on_cell=self.progress.cell,
                cell_timeout=self.cell_timeout,
            )
        except StageFailed as error:
            if error.executed is not None:
                store.write_text(failed_copy, nbformat.writes(error.executed) + "\n")
            raise
        store.write_text(self._executed(stage), nbformat.writes(executed) + "\n")
        store.remove(failed_copy)

    def _check_inputs(self) -> None:
        """What a person wrote and a late stage reads: a fault there is told before an hour of running, not after."""
        from helpers.narrative import open_codebook
        from helpers.tokenizing import parse_dictionary

        parse_dictionary(self.study.dictionary, name=f"data/raw/{self.study.name}/dictionary.tsv")
        open_codebook(self.study)

    def _kernel_for(self, stage: Stage) -> Any:
        from helpers.running.kernels import Kernel

        if self._kernel is None:
            self._check_inputs()
        if self._kernel is None or self.isolated or not self._kernel.alive:
            self._kernel = self.stack.enter_context(Kernel(NOTEBOOKS))
        return self._kernel

    def _report_task(self) -> Task:
        tables = [self.folder / "tables" / f"{table}.parquet" for table in store.WRITTEN_BY]
        return Task(
            name="report",
            make=self._make_report,
            files=[*(self._executed(stage) for stage in STAGES), *tables, *(stage.notebook for stage in STAGES)],
            targets=[self.folder / "report" / "report.html", self.folder / "manifest.json"],
            settings={
                "code": modules.digest(modules.reachable("from helpers.running import publishing")),
                "manifest": manifest(self.study, self.parameters),
                "study": self.study.file.model_dump_json(),
                "versions": _versions(),
            },
        )

    def _make_report(self) -> None:
        from helpers.running import publishing

        self.progress.stage("report")
        publishing.build(self.study, self.parameters, self.folder)

    def publish(self) -> None:
        """Put what the run made where readers look; a file that is the same already is not touched."""
        store.publish(self.folder / "tables", store.processed_folder(self.study.name))
        store.publish(self.folder / "report", store.report_folder(self.study.name))
        store.publish_file(self.folder / "manifest.json", store.processed_folder(self.study.name) / "manifest.json")

    def index(self) -> None:
        """The list of studies, after a report changed."""
        from helpers.running import publishing

        publishing.build_index()


def _versions() -> tuple[str, str]:
    root = NOTEBOOKS.parent
    return platform.python_version(), digest(root / name for name in LOCK_FILES)
