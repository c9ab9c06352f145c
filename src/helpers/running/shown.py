"""Parameters as a notebook shows them: checked where it is run by hand, and told where a run uses others."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from helpers import stages
from helpers.errors import StudyError
from helpers.running import notebooks
from helpers.running.parameters import Parameters, check_values, resolve
from helpers.stages import Stage
from helpers.study import open_study

INJECTED = "# Parameters"  # how the cell begins that papermill puts after the notebook's own
OF_ALL = "study"  # the one parameter that is no setting


def check_shown(stage: Stage, names: Mapping[str, Any], cells: Sequence[str]) -> None:
    """StudyError if a parameter of the notebook has a value that it cannot have, or a name that it does not take.

    names  what the notebook has set: its namespace
    cells  the source of the cells that ran until now; a name that it does not know counts only where it was set in the
           parameters cell, or by papermill
    """
    place = f"notebooks/{stage.name}.ipynb"
    for name in _set_in(cells):
        if name not in (*stage.parameters, OF_ALL):
            check_values({name: names.get(name)}, place=place, of=stage.parameters)
    check_values({name: names[name] for name in stage.parameters if name in names}, place=place, of=stage.parameters)


def _set_in(cells: Sequence[str]) -> Iterator[str]:
    """The names that the latest parameters cell sets, and those of the cell that papermill put after it."""
    injected = next((cell for cell in reversed(cells) if cell.lstrip().startswith(INJECTED)), "")
    own = next((cell for cell in reversed(cells) if OF_ALL in _names_of(cell) and cell is not injected), "")
    yield from dict.fromkeys([*_names_of(own), *_names_of(injected)])


def _names_of(cell: str) -> list[str]:
    """The names that a cell of nothing but plain values gives to them."""
    try:
        statements = ast.parse(cell).body
        for node in statements:
            ast.literal_eval(node.value)  # type: ignore[attr-defined]
    except (SyntaxError, ValueError, AttributeError, TypeError):
        return []
    targets = [target for node in statements for target in getattr(node, "targets", [getattr(node, "target", None)])]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def notes(studies: Sequence[str], parameters: Mapping[str, Any]) -> list[str]:
    """Where a notebook's parameters cell was edited and a run of the studies uses something else: a sentence each.

    parameters  of the command line, over those of each study.yml
    """
    edited = list(_edited())
    said: dict[str, None] = {}
    for study in studies if edited else ():
        with suppress(StudyError):  # what is at fault is told when it runs
            own = open_study(study).file.parameters
            values = resolve(own, parameters, place=f"data/raw/{study}/study.yml")
            said |= dict.fromkeys(_note(*each, values[each[1]]) for each in edited if each[2] != values[each[1]])
    return list(said)


def _edited() -> Iterator[tuple[str, str, Any]]:
    """Notebook, parameter, value: those in parameters cells that are not the defaults."""
    usual = Parameters().model_dump()
    for stage in stages.STAGES:
        with suppress(StudyError):
            for name, value in notebooks.parameters_cell(stage.notebook).items():
                if name in usual and value != usual[name]:
                    yield stage.name, name, value


def _note(notebook: str, name: str, shown: Any, used: Any) -> str:
    return (
        f"notebooks/{notebook}.ipynb shows {name} = {shown!r}, this run uses {used!r}; "
        f"to run with the notebook's value, write it into study.yml under parameters, or say -p {name}=VALUE."
    )
