"""Word lists: data that the code reads, each saying what it is for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast: every process reads the lists


@cache
def load(name: str) -> dict[str, Any]:
    """The lists of ``<name>.yml`` beside this file, by their names. A list may be written as one string of words."""
    path = Path(__file__).with_name(f"{name}.yml")
    read: dict[str, Any] = yaml.load(path.read_text("utf-8"), _LOADER)
    return read


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words of one list: a list of strings, or one string with spaces between them."""
    listed = load(name)[key]
    return frozenset(listed.split() if isinstance(listed, str) else listed)
