"""Words for days."""

from __future__ import annotations

from helpers.lexicons import words


def leans_on_a_day(text: str) -> bool:
    """Does a time such as 이날 name its day only by one that was told before."""
    return text.replace(" ", "").startswith(tuple(words("pronouns", "days")))
