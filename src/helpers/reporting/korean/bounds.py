"""The words around a number or a time that make it inexact, or one end of something: 약, 이상, 까지."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_JOINED = ("부터", "까지", "씩")  # written to the word before


def bounds_of(fact: Mapping[Any, Any]) -> tuple[str, ...]:
    """The bounds of a row of tables.FACTS, each a word; () without any."""
    return tuple(fact.get("bound") or ())


def bounds_outside(fact: Mapping[Any, Any]) -> str:
    """The bounds that its own words do not have, as written behind it: " 넘게", "까지"; "" if there are none."""
    outside = [word for word in bounds_of(fact) if word not in str(fact["text"])]
    return "".join(word if word in _JOINED else f" {word}" for word in outside)
