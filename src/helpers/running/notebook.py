"""The first call of each notebook: it says which stage the notebook is, and from then on mistakes are refused.

``chosen = begin("03_keywords", study)`` opens the study. Tables and files that the stage does not declare are refused
from then on, as are tables of another study. If the opening cell fails, no other cell runs until it is corrected:
JupyterLab sends all cells at once, and one that went on with the values of an earlier study would write them into the
wrong folder.
"""

from __future__ import annotations

import ast
from typing import Any

from helpers import stages, store
from helpers.errors import StudyError, tell_by
from helpers.study import Study, open_study
from helpers.telling import in_words, note


def begin(name: str, study: str) -> Study:
    """The study, for the notebook of the stage ``name``; StudyError if there is no such stage or study."""
    _watch_cells()
    tell_by(in_words)
    declared, given = stages.stage(name), stages.current()
    during_run = given is not None and given.tables
    if not during_run:  # a run has checked them before it began
        _check_parameters(declared)
    if during_run and given is not None and (given.stage, given.study) != (name, study):
        raise StudyError(
            f"This notebook says that it is {name} of {study!r}, and runs as {given.stage} of {given.study!r}.",
            "Let begin(...) name the notebook itself, and the study that its parameter names.",
        )
    with stages.unlimited():
        everything = open_study(study)
    from helpers.running.inputs import named_files

    articles = tuple(article.article_id for article in everything.articles)
    tables = given.tables if during_run and given else ""
    permit = stages.Permit.of(declared, study, files=named_files(declared, everything), tables=tables)
    stages.grant(stages.Permit(**{**vars(permit), "articles": articles}))
    store.raw_folder(study)
    return open_study(study)


def _check_parameters(declared: stages.Stage) -> None:
    """StudyError if what the notebook's parameters were set to, by hand or by papermill, cannot be."""
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is not None:
        from helpers.running.shown import check_shown

        check_shown(declared, shell.user_ns, shell.user_ns.get("In", []))


class _Guard(ast.NodeTransformer):
    """Refuses every cell but the parameters and the opening one, as long as the opening one has failed."""

    def __init__(self) -> None:
        self.failed: str | None = None
        self.begins = False

    def visit_Module(self, node: ast.Module) -> Any:
        from IPython.core.error import InputRejected

        self.begins = _calls_begin(node)
        if self.failed and not self.begins and not _is_plain(node):
            said = note(f"The opening cell failed ({self.failed}): put that right and run it first.")
            refused = InputRejected(said)
            refused._render_traceback_ = lambda: [said]  # type: ignore[attr-defined]  # in place of IPython's own lines
            raise refused
        return node

    def cell_ended(self, result: Any) -> None:
        """IPython tells of each cell how it ended."""
        if self.begins:
            error = result.error_before_exec or result.error_in_exec
            self.failed = (str(error).splitlines() or [type(error).__name__])[0] if error else None


def _watch_cells() -> None:
    """Have IPython, if this is a notebook, ask the guard; once a process."""
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return
    shell = get_ipython()
    if shell is None or any(isinstance(each, _Guard) for each in shell.ast_transformers):
        return
    guard = _Guard()
    guard.begins = True  # the cell that is running calls begin
    shell.ast_transformers.append(guard)
    shell.events.register("post_run_cell", guard.cell_ended)


def _calls_begin(node: ast.Module) -> bool:
    calls = (inner for inner in ast.walk(node) if isinstance(inner, ast.Call))
    return any(isinstance(call.func, ast.Name) and call.func.id == "begin" for call in calls)


def _is_plain(node: ast.Module) -> bool:
    """Does the cell only import, or set names to plain values as the parameters cell does?"""
    for statement in node.body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            continue
        if not isinstance(statement, ast.Assign | ast.AnnAssign):
            return False
        try:
            ast.literal_eval(statement.value or ast.Constant(None))
        except ValueError:
            return False
    return True
