"""Words for days, and which times of a text have days that can be shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers.lexicons import words


def leans_on_a_day(text: str) -> bool:
    """Does a time such as 이날 name its day only by one that was told before."""
    return text.replace(" ", "").startswith(tuple(words("pronouns", "days")))


def has_days(fact: Mapping[Any, Any]) -> bool:
    """Has a row of tables.FACTS days, months or years, and is no length (지난 5년간), seldom counted to the day."""
    dated = not pd.isna(fact["resolved_from"]) or not pd.isna(fact["resolved_to"])
    return dated and (fact["kind"] == "date" or bool(pd.isna(fact["value"])))


def on_a_timeline(fact: Mapping[Any, Any]) -> bool:
    """May a row of tables.FACTS stand on a timeline: it has days of its own and says when they begin."""
    return has_days(fact) and not pd.isna(fact["resolved_from"]) and not leans_on_a_day(str(fact["text"]))
