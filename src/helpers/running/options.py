"""The options of a run, besides its parameters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """How a study or a corpus is brought up to date.

    force         run every stage, out of date or not
    start         the stage (its name or first characters, as in "03") from which on all run, out of date or not
    isolated      a new kernel for each notebook
    cell_timeout  seconds after which a cell is stopped and the run fails
    timeout       seconds after which the run fails, whatever it is doing in a notebook
    watchdog      seconds after which a kernel that neither works nor answers is ended (None: five minutes)
    pdf           print the report to reports/<name>/report.pdf, too
    check         publish nothing, but say in ``RunResult.changes`` what would change
    engine        of a corpus: 'here', or the address of a Dask scheduler
    jobs          of a corpus: processes that read its articles; of several studies: notebooks at a time
    """

    force: bool = False
    start: str | None = None
    isolated: bool = False
    cell_timeout: float | None = None
    timeout: float | None = None
    watchdog: float | None = None
    pdf: bool = False
    check: bool = False
    engine: str = "here"
    jobs: int | None = None

    @property
    def wants_more_than_fresh(self) -> bool:
        """Is there something to do even if nothing has changed?"""
        return bool(self.force or self.start is not None or self.pdf or self.check)


DEFAULTS = Options()
