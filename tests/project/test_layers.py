"""The rooms of ``helpers`` import one another one way only, as the layers below say (docs/decisions/layers.md)."""

import ast
from functools import cache

import pytest

from made.sources import PACKAGE, trees

# from the ground up; a room may import its own layer's rooms to its left, and every layer below
LAYERS = (
    ("errors",),
    ("spans", "stages", "normalize", "bylines", "lexicons", "surroundings", "synonyms"),
    ("schema", "tables", "store", "documents", "study"),
    ("cleaning", "importing"),
    ("tokenizing",),
    ("keywords", "narrative"),
    ("corpus", "comparing"),
    ("quoting", "reporting"),
    ("telling", "workshop", "running"),
    ("cli",),
)
ORDER = [room for layer in LAYERS for room in layer]
# what goes upwards all the same: file -> room, and why
EXCEPTIONS = {
    ("cleaning/batch.py", "tokenizing"): "`study clean` prints the sentences of a file beside its lines",
}


@cache
def _imports() -> list[tuple[str, str, str, int]]:
    """file, its room, the room that it imports, line; imports inside functions and for types count as well"""
    found = []
    for path, tree in trees().items():
        inner = path.relative_to(PACKAGE)
        room = inner.parts[0].removesuffix(".py")
        for node in ast.walk(tree):
            for target in _rooms(node):
                if target != room and room != "__init__":
                    found.append((inner.as_posix(), room, target, node.lineno))
    return found


def _rooms(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom) and node.module == "helpers":
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("helpers."):
        return [str(node.module).split(".")[1]]
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[1] for alias in node.names if alias.name.startswith("helpers.")]
    return []


def test_every_room_has_its_layer() -> None:
    rooms = {path.stem for path in PACKAGE.glob("*.py")} | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert rooms - {"__init__"} == set(ORDER)


@pytest.mark.long
def test_imports_go_one_way() -> None:
    upwards = [
        f"{file}:{line} ({room}) imports {target}, which is built on it"
        for file, room, target, line in _imports()
        if ORDER.index(target) > ORDER.index(room) and (file, target) not in EXCEPTIONS
    ]
    assert not upwards, "\n".join(upwards)


@pytest.mark.long
def test_every_exception_is_still_needed() -> None:
    assert set(EXCEPTIONS) <= {(file, target) for file, _, target, _ in _imports()}
    for file, target in EXCEPTIONS:
        assert ORDER.index(target) > ORDER.index(file.split("/")[0])


@pytest.mark.long
def test_names_are_where_an_editor_finds_them() -> None:
    """One way of loading late: an import in the function that needs it. No module looks its names up by itself."""
    looking_up = [
        path.relative_to(PACKAGE).as_posix()
        for path, tree in trees().items()
        if any(isinstance(node, ast.FunctionDef) and node.name == "__getattr__" for node in tree.body)
    ]
    assert looking_up == []
