"""A part of the sentences for a second coder, where coding all of them is too much."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from helpers.errors import UsageError

BY = ("article", "outlet", "month", "section")
DRAWN = "drawn"  # the column of a sheet that says which of the sample a row is, as in "12 of 60"
_DRAWN = re.compile(r"(\d+) of (\d+)")


def sample(
    sentences: pd.DataFrame, articles: pd.DataFrame, *, size: int, seed: int, by: Sequence[str] = ()
) -> pd.DataFrame:
    """Sentences drawn at random, without replacement, in the order of the text.

    sentences  tables.SENTENCES; headlines are not drawn, as they are not compared
    articles   tables.ARTICLES of the same study
    size       how many; all where there are not so many
    by         columns of BY: the sample holds each combination of their values in proportion; the numbers are rounded
               by largest remainders, of equal ones the first in order
    returns    tables.SENTENCES and DRAWN; the same for the same tables, size, seed and columns

    UsageError for a column that is not in BY.
    """
    if strange := [name for name in by if name not in BY]:
        raise UsageError(f"Sentences cannot be drawn by {strange[0]!r}.", f"Name some of {', '.join(BY)}.")
    body = sentences[sentences["section"] != "title"].reset_index(drop=True)
    rng = np.random.default_rng(seed)
    strata = _strata(body, articles, by)
    places = [group.to_numpy() for _, group in sorted(body.index.to_series().groupby(strata), key=lambda each: each[0])]
    wanted = _shares([len(group) for group in places], min(size, len(body)))
    drawn = [rng.choice(group, n, replace=False) for group, n in zip(places, wanted, strict=True)]
    chosen = body.loc[np.sort(np.concatenate(drawn))] if drawn else body
    return chosen.assign(**{DRAWN: [f"{number} of {len(chosen)}" for number in range(1, len(chosen) + 1)]})


def missing(drawn: Sequence[str]) -> list[str] | None:
    """Which rows of its sample a sheet lacks, by the cells of its column DRAWN; None where the sheet is of no sample.

    A sentence's second code stands on a row of its own, which may leave the cell empty. A cell that says something else
    counts as missing.
    """
    said = [cell for cell in drawn if cell]
    if not said:
        return None
    found = [_DRAWN.fullmatch(cell) for cell in said]
    if not all(found):
        return [next(cell for cell, match in zip(said, found, strict=True) if not match)]
    size = max(int(match[2]) for match in found if match)
    there = {int(match[1]) for match in found if match}
    return [f"{number} of {size}" for number in range(1, size + 1) if number not in there]


def _strata(body: pd.DataFrame, articles: pd.DataFrame, by: Sequence[str]) -> list[str]:
    """For each sentence, the values of the columns as one text; an unknown value counts as a value of its own."""
    about = articles.set_index("article_id").reindex(body["article_id"])
    values = {
        "article": body["article_id"],
        "outlet": about["outlet"],
        "month": about["published_at"].astype("str").str[:7],
        "section": body["section"],
    }
    columns = [["" if pd.isna(value) else str(value) for value in values[name]] for name in by]
    return ["\n".join(row) for row in zip(*columns, strict=True)] if columns else [""] * len(body)


def _shares(sizes: Sequence[int], total: int) -> list[int]:
    """``total`` in proportion to ``sizes``, in whole numbers: largest remainders."""
    every = sum(sizes)
    exact = [total * size / every for size in sizes]
    whole = [int(share) for share in exact]
    order = sorted(range(len(sizes)), key=lambda place: (whole[place] - exact[place], place))
    for place in order[: total - sum(whole)]:
        whole[place] += 1
    return whole
