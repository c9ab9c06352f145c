"""How many characters the callers of a pattern hand it: the pattern is stood in for by one that takes note of it."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from made.patterns import METHODS


class Noted:
    """A pattern that remembers the most characters that it was handed, and how often it was asked."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.most, self.calls = pattern, 0, 0

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self.pattern, name)
        if name not in METHODS:
            return asked

        def noted(*given: Any) -> Any:
            text, *places = (given[1],) if name in ("sub", "subn") else given
            start, end = (*places, 0, len(text))[:2] if not places else (*places, len(text))[:2]
            self.most = max(self.most, min(end, len(text)) - start)
            self.calls += 1
            return asked(*given)

        return noted


@contextmanager
def noting(place: str) -> Iterator[Noted]:
    """Stand in for the pattern at a place such as ``helpers.bylines._CREDIT`` or ``helpers.m.habits().controls``."""
    outer, called, inner = place.partition("()")
    module, _, name = outer.rpartition(".")
    held = getattr(importlib.import_module(module), name)
    if not called:
        noted = Noted(held)
        with _standing_for(held, noted):
            yield noted
        return
    field, *numbers = re.findall(r"\w+", inner)
    found: list[Noted] = []
    changed = replace(held(), **{field: _with_noted(getattr(held(), field), numbers, found)})
    with _standing_for(held, lambda: changed):
        yield found[0]


def _with_noted(value: Any, path: list[str], found: list[Noted]) -> Any:
    if not path:
        found.append(Noted(value))
        return found[0]
    if path[0].isdigit():
        at = int(path[0])
        return (*value[:at], _with_noted(value[at], path[1:], found), *value[at + 1 :])
    return replace(value, **{path[0]: _with_noted(getattr(value, path[0]), path[1:], found)})


@contextmanager
def _standing_for(old: Any, new: Any) -> Iterator[None]:
    """``new`` wherever a module of the package has the name ``old``."""
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("helpers")]
    places = [(module, name) for module in modules for name, value in list(vars(module).items()) if value is old]
    try:
        for module, name in places:
            setattr(module, name, new)
        yield
    finally:
        for module, name in places:
            setattr(module, name, old)
