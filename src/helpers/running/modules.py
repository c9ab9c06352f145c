"""Which of the project's own source a notebook can reach, so that a changed helper makes it out of date."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import helpers

PACKAGE = Path(helpers.__file__).parent
_FROM = re.compile(r"^[ \t]*from[ \t]+(helpers[\w.]*)[ \t]+import[ \t]*(\([^)]*\)|[^\n#]+)", re.MULTILINE)
_IMPORT = re.compile(r"^[ \t]*import[ \t]+(helpers[\w.]*)", re.MULTILINE)


def reachable(code: str) -> tuple[Path, ...]:
    """The files of ``helpers`` that ``code`` imports, directly or through others, sorted.

    A name imported from a package means the whole package, its data files included: a package may look its names up
    late. A name imported from a module means that module.
    """
    found: set[Path] = set()
    waiting = list(_imported(code))
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            if file.suffix == ".py":
                waiting += _imports_of(file)
    return tuple(sorted(found))


def digest(files: Iterable[Path]) -> str:
    """One hash over names and contents of the files."""
    total = hashlib.sha256()
    for file in files:
        total.update(file.relative_to(PACKAGE).as_posix().encode() + b"\0" + _content(file))
    return total.hexdigest()


@cache
def _content(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


@cache
def _imports_of(file: Path) -> tuple[Path, ...]:
    return tuple(_imported(file.read_text("utf-8")))


def _imported(code: str) -> Iterator[Path]:
    for match in _IMPORT.finditer(code):
        yield from _files(match[1])
    for match in _FROM.finditer(code):
        names = re.findall(r"(\w+)(?:\s+as\s+\w+)?", match[2])
        inner = [f"{match[1]}.{name}" for name in names if _location(f"{match[1]}.{name}")]
        for module in inner or [match[1]]:
            yield from _files(module)


def _location(module: str) -> Path | None:
    path = PACKAGE.joinpath(*module.split(".")[1:])
    if path.is_dir():
        return path
    return path.with_suffix(".py") if path.with_suffix(".py").is_file() else None


def _files(module: str) -> Iterator[Path]:
    place = _location(module)
    if place is None or place == PACKAGE:
        return
    if place.is_file():
        yield place
        return
    for file in place.rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file
