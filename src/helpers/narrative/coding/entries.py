"""Which names an entry of a codebook can have at each place, and where one belongs that was written elsewhere."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from pydantic import BaseModel

from helpers.narrative.coding.codebook import Code, Codebook, Coder, Example, Near, Rule, RulesTest, Turns

Place = tuple[str | int, ...]
LEVELS: dict[str, type[BaseModel]] = {
    "codes": Code, "rules": Rule, "near": Near, "turns": Turns, "examples": Example, "counter_examples": Example,
    "tests": RulesTest, "coder": Coder, "coders": Coder,
}  # fmt: skip
INSIDE: dict[type[BaseModel], str] = {  # how the entry is written in which these stand
    Near: "near: {words: [인재, 쌓다], within: 4}",
    Turns: "turns: {negated: opposes}",
    Rule: "rules: [{any: [쌓다]}]",
}


def names_at(place: Place) -> list[str]:
    """The names that are allowed beside the entry at ``place`` (``("codes", 0, "rules", 0, "anny")``)."""
    around = next((part for part in reversed(place[:-1]) if part in LEVELS), None)
    if around is None:
        return [*_names(Codebook), "words"]
    return [name for name in _names(LEVELS[str(around)]) if around != "codes" or name != "name"]


def belongs(name: str, place: Place) -> tuple[str, str] | None:
    """For a name that is no entry at its place, but one of another: that name, and how it is written there.

    None where the name is nearly one of those that are allowed at its place.
    """
    if near_to(name, names_at(place)):
        return None
    for model, written in INSIDE.items():
        if found := near_to(name, _names(model)):
            return found, written
    return None


def near_to(name: str, known: Collection[str]) -> str | None:
    """The one of the known names that is nearly this one."""
    return next(iter(difflib.get_close_matches(name, list(known), n=1)), None)


def _names(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]
