"""Digests of the project's own code that a stage runs, so that a change in it makes the stage out of date."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import helpers

PACKAGE = Path(helpers.__file__).parent
# beside the rooms, without a part in what a stage computes: the declarations, whose content counts
NO_PART = ("stages.py",)
SHARED = ("lexicons", "store", "tables")


def digests(rooms: Iterable[str]) -> dict[str, str]:
    """File -> hash of the code and data of the rooms, and of the modules that every room may use."""
    files = [path for path in PACKAGE.glob("*.py") if path.name not in NO_PART]
    for room in (*rooms, *SHARED):
        files += [path for path in (PACKAGE / room).rglob("*") if _counts(path)]
    return {path.relative_to(PACKAGE).as_posix(): _digest(path) for path in sorted(files)}


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")


@cache
def _digest(path: Path) -> str:
    """The digest of the file when this process first asks; kernels start later and load the file of that time."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
