"""Measure how much of an article can be read from what is shared."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.quoting.letters import RUN, Letters


def recovered(letters: Letters, texts: Iterable[str]) -> dict[str, float]:
    """The share of each article's letters that stand in the texts, in runs of RUN letters or more.

    texts    everything that is shared, without tags
    returns  by article, 0 to 1; an article without text has 0
    """
    shown = {run for text in texts for run in _runs("".join(filter(str.isalnum, text)))}
    read = bytearray(len(letters.text))
    for place in range(len(letters.text) - RUN + 1):
        if letters.text[place : place + RUN] in shown:
            read[place : place + RUN] = b"\1" * RUN
    return {
        article: sum(read[first:last]) / (last - first) if last > first else 0.0
        for article, (first, last) in letters.articles.items()
    }


def _runs(row: str) -> Iterable[str]:
    return (row[place : place + RUN] for place in range(len(row) - RUN + 1))
