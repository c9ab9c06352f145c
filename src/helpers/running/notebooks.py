"""Read a notebook's file: its cells, its parameters cell, its imports. Nothing of it is run here."""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import store
from helpers.errors import StudyError

if TYPE_CHECKING:
    import nbformat

Cell = dict[str, Any]
PARAMETERS, INJECTED = "parameters", "injected-parameters"


@cache
def read_notebook(path: Path) -> nbformat.NotebookNode:
    """The notebook as committed, to be executed. Do not change what this returns: it is shared."""
    import nbformat

    return nbformat.from_dict(read_json(path))


def read_json(path: Path) -> dict[str, Any]:
    """The notebook as its file has it, every cell with an identifier; StudyError if the file is no notebook.

    It is read as plain JSON, since loading nbformat takes longer than making the report. Other editors write no
    identifiers, or one twice: such a cell is identified by its place.
    """
    try:
        notebook: dict[str, Any] = json.loads(store.read_text(path))
        cells = [_complete(cell) for cell in notebook["cells"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StudyError(f"{store.relative(path)} is no notebook: {error!r}.", "Restore it: git checkout.") from error
    seen: set[str] = set()
    for place, cell in enumerate(cells, start=1):
        if not isinstance(cell.get("id"), str) or cell["id"] in seen:
            cell["id"] = f"cell-{place}"
        seen.add(cell["id"])
    return {"metadata": {}, **notebook, "nbformat": 4, "nbformat_minor": 5, "cells": cells}


def _complete(cell: Cell) -> Cell:
    """The cell with all the fields that nbformat requires."""
    if cell["cell_type"] not in ("code", "markdown", "raw"):
        raise ValueError(f"a cell is {cell['cell_type']!r}")
    whole = {"metadata": {}, **cell, "source": "".join(cell["source"])}
    return {"outputs": [], "execution_count": None, **whole} if cell["cell_type"] == "code" else whole


@cache
def code_cells(path: Path) -> tuple[tuple[str, bool], ...]:
    """Source of each code cell, and whether it is the parameters'."""
    cells = (cell for cell in read_json(path)["cells"] if cell["cell_type"] == "code")
    return tuple((cell["source"], has_tag(cell, PARAMETERS)) for cell in cells)


def has_tag(cell: Cell, tag: str) -> bool:
    return tag in (cell["metadata"].get("tags") or [])


def code_digest(path: Path) -> str:
    """The digest of what the notebook runs: its code cells, without prose, outputs and an editor's metadata."""
    return _digest(f"{tagged}{source}" for source, tagged in code_cells(path))


def prose_digest(path: Path) -> str:
    """The digest of what a reader of the report sees of the source: each cell's text, in order, and its tags."""
    cells = read_json(path)["cells"]
    return _digest(f"{cell['cell_type']} {cell['metadata'].get('tags')} {cell['source']}" for cell in cells)


def _digest(parts: Iterator[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def parameters_cell(path: Path) -> dict[str, Any]:
    """Name -> default of each assignment in the notebook's cell tagged ``parameters``."""
    source = next((source for source, tagged in code_cells(path) if tagged), "")
    try:
        assigned = [node for node in ast.parse(source).body if isinstance(node, ast.AnnAssign | ast.Assign)]
        return {target.id: ast.literal_eval(value) for node in assigned for target, value in _assigned(node)}
    except (SyntaxError, ValueError) as error:
        raise StudyError(
            f"{store.relative(path)}: the parameters cell cannot be read: {error}.",
            "Write one parameter a line: name: type = value.",
        ) from error


def _assigned(node: ast.AnnAssign | ast.Assign) -> Iterator[tuple[ast.Name, ast.expr]]:
    for target in [node.target] if isinstance(node, ast.AnnAssign) else node.targets:
        if isinstance(target, ast.Name) and node.value is not None:
            yield target, node.value


def imports(path: Path) -> tuple[str, ...]:
    """Its import statements, as code. A cell that is not plain Python (magics, an error in it) gives none."""
    found = (node for source, _ in code_cells(path) for node in _statements(source))
    return tuple(ast.unparse(node) for node in found if isinstance(node, ast.Import | ast.ImportFrom))


def names_used(path: Path) -> tuple[str, ...]:
    """The names that it uses of packages of ``helpers``, as code; naming them makes it load what it loads late."""
    nodes = [node for source, _ in code_cells(path) for node in _statements(source)]
    helpers = [n for n in nodes if isinstance(n, ast.ImportFrom) and (n.module or "").startswith("helpers")]
    packages = {alias.name for node in helpers for alias in node.names}
    attributes = (inner for node in nodes for inner in ast.walk(node) if isinstance(inner, ast.Attribute))
    named = (node for node in attributes if isinstance(node.value, ast.Name) and node.value.id in packages)
    return tuple(dict.fromkeys(ast.unparse(node) for node in named))


@cache
def _statements(source: str) -> tuple[ast.stmt, ...]:
    try:
        return tuple(ast.parse(source).body)
    except (SyntaxError, ValueError):
        return ()
