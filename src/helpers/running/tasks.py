"""A study's stages and report as tasks: what each depends on, and how it is made in the run's own folder."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import store
from helpers.errors import StudyError
from helpers.running import modules
from helpers.running.freshness import Task, digest, is_fresh
from helpers.running.limits import NO_LIMITS, Limits
from helpers.running.manifest import manifest
from helpers.running.progress import Progress
from helpers.running.stages import NOTEBOOKS, STAGES, Stage
from helpers.running.timings import Timing, timed
from helpers.study import Study

if TYPE_CHECKING:
    import nbformat

    from helpers.running.kernel import Kernel
    from helpers.running.kernels import Kernels

LOCK_FILES = ("requirements.lock",)


@dataclass
class StudyTasks:
    """The tasks of one study with the parameters that it runs with; ``kernels`` None: only to be looked at."""

    study: Study
    parameters: Mapping[str, Any]
    kernels: Kernels | None = None
    progress: Progress = field(default_factory=Progress)
    limits: Limits = NO_LIMITS
    forced: tuple[str, ...] = ()
    timings: dict[str, Timing] = field(default_factory=dict)
    _checked: bool = False

    @property
    def folder(self) -> Path:
        """Where the run works: nothing in it is for readers, and it outlives a failure."""
        return store.processed_folder(self.study.name) / ".run"

    @property
    def database(self) -> Path:
        """What doit knows of earlier runs."""
        return self.folder / "doit.sqlite3"

    def tasks(self) -> list[Task]:
        """The four stages and the report, in order."""
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
        files = {
            "01_clean": [article.path for article in self.study.articles],
            "03_keywords": list(self.study.reference_files),
        }
        return files.get(stage.name, [])

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
        """Run the notebook. Its kernel is started first, and boots while the rest is loaded and checked."""
        assert self.kernels is not None, "these tasks are only to be looked at"
        self.progress.stage(stage.name)
        with self.kernels.lend(self._kind(stage), ahead=self._ahead(stage)) as kernel:
            if not self._checked:
                self._check_inputs()
                self._checked = True
            self._start_next_kernel(stage)
            with timed(self.timings, stage.name) as timing:
                executed = self._execute(stage, kernel, timing)
        store.write_text(self._executed(stage), _as_text(executed))
        store.remove(self._failed_copy(stage))

    def _execute(self, stage: Stage, kernel: Kernel, timing: Timing) -> nbformat.NotebookNode:
        from helpers.running.execution import StageFailed, execute

        def on_cell(index: int, count: int) -> None:
            timing.cell()
            self.progress.cell(index, count)

        try:
            return execute(
                stage,
                kernel=kernel,
                parameters={"study": self.study.name} | self._taken(stage),
                environment={"STUDY_ROOT": str(store.root()), "STUDY_TABLES": str(self.folder / "tables")},
                on_cell=on_cell,
                limits=self.limits,
            )
        except StageFailed as error:
            if error.executed is not None:
                with suppress(StudyError):  # a full disk: what happened before is what is to be told
                    store.write_text(self._failed_copy(stage), _as_text(error.executed))
            raise

    def _failed_copy(self, stage: Stage) -> Path:
        return store.report_folder(self.study.name) / "notebooks" / f"{stage.name}.failed.ipynb"

    def _kind(self, stage: Stage) -> str:
        assert self.kernels is not None
        return stage.name if self.kernels.isolated else stage.kernel

    def _ahead(self, stage: Stage) -> str:
        """What a new kernel for the stage does before its notebook: load and start what will be needed in it.

        The last stage comes first: what it starts beside the kernel has the longer to get ready.
        """
        lines = []
        for later in reversed(STAGES[STAGES.index(stage) :]):
            if self._kind(later) == self._kind(stage) and (later is stage or self._is_due(later)):
                lines += [later.imports, *(f"{name} = {value!r}" for name, value in self._taken(later).items())]
                lines += [later.ahead, later.helpers]
        return "\n".join(lines)

    def _start_next_kernel(self, stage: Stage) -> None:
        """If the next stage is sure to run, and in another kernel, let that one boot while this stage runs."""
        assert self.kernels is not None
        following = STAGES[STAGES.index(stage) + 1 :][:1]
        if following and self._kind(following[0]) != self._kind(stage) and self._is_due(following[0]):
            self.kernels.start(self._kind(following[0]), ahead=self._ahead(following[0]))

    def _is_due(self, stage: Stage) -> bool:
        return stage.name in self.forced or not is_fresh(self._stage_task(stage), self.database)

    def _check_inputs(self) -> None:
        """What a person wrote and a late stage reads: a fault there is told before an hour of running, not after."""
        from helpers.narrative import open_codebook
        from helpers.tokenizing import parse_dictionary

        parse_dictionary(self.study.dictionary, name=f"data/raw/{self.study.name}/dictionary.tsv")
        open_codebook(self.study)

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
        with timed(self.timings, "report"):
            publishing.build(self.study, self.parameters, self.folder)


def _as_text(notebook: nbformat.NotebookNode) -> str:
    import nbformat

    return nbformat.writes(notebook) + "\n"


def _versions() -> tuple[str, str]:
    root = NOTEBOOKS.parent
    return platform.python_version(), digest(root / name for name in LOCK_FILES)
