"""A study's stages and report as tasks: what each depends on, and how it is made in the run's own folder."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import store
from helpers.errors import StudyError
from helpers.running import inputs, notebooks
from helpers.running.freshness import Task, is_fresh
from helpers.running.limits import NO_LIMITS, Limits
from helpers.running.progress import Progress
from helpers.running.state import State
from helpers.running.timings import Timing, timed
from helpers.stages import STAGES, VARIABLE, Permit, Stage
from helpers.study import Study

if TYPE_CHECKING:
    import nbformat

    from helpers.running.kernel import Kernel
    from helpers.running.kernels import Kernels


@dataclass
class StudyTasks:
    """The tasks of one study with the parameters of the run; without ``kernels`` they can be looked at and not made.

    study_file  SHA-256 of study.yml when the study was opened
    """

    study: Study
    parameters: Mapping[str, Any]
    study_file: str
    kernels: Kernels | None = None
    progress: Progress = field(default_factory=Progress)
    limits: Limits = NO_LIMITS
    forced: tuple[str, ...] = ()
    timings: dict[str, Timing] = field(default_factory=dict)
    _checked: bool = False

    @property
    def folder(self) -> Path:
        """The folder in which the run works. Nothing in it is for readers; it stays after a failure."""
        return store.processed_folder(self.study.name) / ".run"

    @property
    def tables(self) -> Path:
        return self.folder / "tables"

    @cached_property
    def state(self) -> State:
        """What is known of earlier runs."""
        return State.read(self.folder / "state.json")

    def tasks(self) -> list[Task]:
        """The stages and the report, in order."""
        return [*(self._stage_task(stage) for stage in STAGES), self._report_task()]

    def _stage_task(self, stage: Stage) -> Task:
        made = [*(self.tables / f"{table}.parquet" for table in stage.writes), self._executed(stage)]
        return Task(
            name=stage.name,
            make=lambda: self._run_stage(stage),
            inputs=lambda: inputs.stage_inputs(stage, self.study, self.parameters, self.tables, self.state.versions()),
            outputs=lambda: made,
        )

    def _taken(self, stage: Stage) -> dict[str, Any]:
        return {name: self.parameters[name] for name in stage.parameters}

    def _permit(self, stage: Stage) -> Permit:
        files = inputs.named_files(stage, self.study)
        return Permit.of(stage, self.study.name, files=files, tables=str(self.tables))

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
                environment={"STUDY_ROOT": str(store.root()), VARIABLE: self._permit(stage).as_text()},
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
        """Code that a new kernel runs before the stage's notebook: it loads and starts what will be needed.

        The last stage comes first, so that what it starts beside the kernel has the most time to get ready.
        """
        lines: list[str] = []
        for later in reversed(STAGES[STAGES.index(stage) :]):
            if self._kind(later) == self._kind(stage) and (later is stage or self._is_due(later)):
                lines += notebooks.imports(later.notebook)
                lines += (f"{name} = {value!r}" for name, value in self._taken(later).items())
                lines += [later.ahead, *notebooks.names_used(later.notebook)]
        return "\n".join(lines)

    def _start_next_kernel(self, stage: Stage) -> None:
        """If the next stage is sure to run, and in another kernel, let that one boot while this stage runs."""
        assert self.kernels is not None
        following = STAGES[STAGES.index(stage) + 1 :][:1]
        if following and self._kind(following[0]) != self._kind(stage) and self._is_due(following[0]):
            self.kernels.start(self._kind(following[0]), ahead=self._ahead(following[0]))

    def _is_due(self, stage: Stage) -> bool:
        return stage.name in self.forced or not is_fresh(self._stage_task(stage), self.state)

    def _check_inputs(self) -> None:
        """Check files of a person that only a late stage reads, so that a fault is told before a long run."""
        from helpers.narrative import open_codebook
        from helpers.tokenizing import own_words

        own_words(self.study.dictionary, self.study.synonyms, name=f"data/raw/{self.study.name}/dictionary.tsv")
        open_codebook(self.study)

    def _report_task(self) -> Task:
        def depends_on() -> inputs.Inputs:
            return inputs.report_inputs(
                self.study, self.parameters, self.folder, self.state.versions(), self._raw_as_read()
            )

        return Task("report", self._make_report, depends_on, self._report_files)

    def _raw_as_read(self) -> dict[str, str]:
        """The study's files, by their path in its folder, with the hash that they had when a stage read them."""
        noted = (note.inputs for name, note in self.state.notes.items() if name != "report")
        files = {name: sha256 for found in noted for name, sha256 in found.items() if name.startswith("file ")}
        read = {name.removeprefix("file "): sha256 for name, sha256 in files.items()}
        return {name: sha256 for name, sha256 in read.items() if not name.startswith(inputs.ENTRY)} | {
            "study.yml": self.study_file
        }

    def _report_files(self) -> list[Path]:
        report = self.folder / "report"
        must = [report / "report.html", self.folder / "manifest.json"]
        return [*must, *(path for path in sorted(report.rglob("*")) if path.is_file() and path not in must)]

    def _make_report(self) -> None:
        from helpers.running import publishing

        self.progress.stage("report")
        with timed(self.timings, "report"):
            publishing.build(self.study, self.parameters, self.folder, raw=self._raw_as_read())


def _as_text(notebook: nbformat.NotebookNode) -> str:
    import nbformat

    return nbformat.writes(notebook) + "\n"
