"""The sentences that a person asks to see, by code and section; a name that there is not is refused."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import pandas as pd

from helpers.errors import StudyError
from helpers.narrative import Codebook, code_labels
from helpers.reporting.korean.names import SECTIONS


def chosen(readings: pd.DataFrame, codebook: Codebook, *, code: str = "", section: str = "") -> pd.DataFrame:
    """Those rows of a trial's readings that have the code (its name or label) and stand in the section.

    Both may be empty: then all do. StudyError, with the nearest name, for a code that the codebook lacks and for what
    is no section; a section may be named in Korean, too.
    """
    labels = code_labels(codebook)
    wanted = {name for name, label in labels.items() if code in (name, label)}
    places = {name for name, korean in SECTIONS.items() if section in (name, korean)}
    if code and not wanted:
        raise StudyError(f"The codebook has no code {code!r}.", _remedy(code, labels, labels.values()))
    if section and not places:
        raise StudyError(f"There is no section {section!r}.", _remedy(section, SECTIONS, SECTIONS.values()))
    if code:
        readings = readings[[any(coding["code"] in wanted for coding in codes) for codes in readings["codes"]]]
    return readings[readings["section"].isin(places)] if section else readings


def _remedy(name: str, known: Iterable[str], others: Iterable[str]) -> str:
    names = list(known)
    there = f"There are: {', '.join(names)}."
    near = difflib.get_close_matches(name, [*names, *others], n=1)
    return f"Did you mean {near[0]}? {there}" if near else there
