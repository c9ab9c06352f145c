"""The articles of a corpus: outlet, period and stratum of each, and how often it counts under each rule for copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.corpus.scan import scan
from helpers.tables.columns import UNKNOWN

RULES = ("keep", "flag", "own")
DAYS, MONTHS = 45, 120  # a span up to so many days is told by days, up to so many months by months, else by years


@dataclass(frozen=True)
class Population:
    """A table with a row for each article that could be read.

    Its columns are article_id, outlet, period, stratum and story, and how often the article counts under each rule for
    copies: keep, flag, own."""

    articles: pd.DataFrame
    of: str

    def groups(self, by: str) -> list[str]:
        """The values of 'outlet' or 'period', the outlets with most articles first, periods in order."""
        values = self.articles[by]
        if by == "period":
            return sorted(set(values) - {UNKNOWN})
        return list(values.value_counts().sort_index().sort_values(ascending=False, kind="stable").index)


def population(study: str, entries: Sequence[Mapping[str, str]], stories: pd.DataFrame) -> Population:
    """The articles that could be read.

    entries  lines of articles.csv
    stories  tables.STORIES
    returns  Population; ``of`` is 'nouns' where most articles have a noun list, else 'text'; the stratum of an article
             of which only its noun list was read is 'nouns'

    Under 'keep' each article counts once; under 'flag' none that its export flags; under 'own' a story counts once, as
    its earliest article.
    """
    members = pd.concat(scan("members", study), ignore_index=True)
    told = pd.DataFrame(entries).set_index("article_id").reindex(members["article_id"]).fillna("")
    frame = members[["article_id", "status", "published_at", "sentences", "words", "nouns"]].copy()
    for name in ("outlet", "stratum", "title", "address", "x_flag"):
        frame[name] = told[name].to_numpy() if name in told else ""
    frame["outlet"] = frame["outlet"].replace("", UNKNOWN)
    frame["stratum"] = frame["stratum"].mask((frame["sentences"] == 0) & (frame["nouns"] > 0), "nouns")
    frame["period"] = periods(frame["published_at"])
    story = dict(zip(stories["article_id"], stories["story"], strict=True))
    later = set(stories.loc[~stories["first"], "article_id"])
    frame["story"] = [story.get(name, name) for name in frame["article_id"]]
    frame["keep"] = 1
    frame["flag"] = (frame["x_flag"] == "").astype(int)
    frame["own"] = (~frame["article_id"].isin(later)).astype(int)
    read = frame[frame["status"] == "read"].reset_index(drop=True)
    return Population(read, "nouns" if (read["nouns"] > 0).sum() * 2 > len(read) else "text")


def periods(published: pd.Series) -> pd.Series:
    """Days, months or years, whichever suits the span of the dates."""
    days = published.fillna("").astype(str).str[:10]
    known = pd.to_datetime(days[days != ""], errors="coerce").dropna()
    span = (known.max() - known.min()).days + 1 if len(known) else 0
    length = 10 if span <= DAYS else 7 if span <= MONTHS * 31 else 4
    return days.str[:length].where(days != "", UNKNOWN)


def weights(articles: pd.DataFrame, *, rule: str, draws: int, seed: int) -> np.ndarray:
    """How often each article counts: a column for each of RULES, then one for each draw under ``rule``.

    Draws are Poisson weights (mean 1), computed as a hash of the story and the number of the draw. So articles of one
    story are drawn together, the sums of buckets add up to those of the corpus, and every engine draws the same.
    """
    columns = [articles[name].to_numpy(dtype=float) for name in RULES]
    keys = pd.util.hash_array(articles["story"].to_numpy(dtype=object), categorize=False).astype(np.uint64)
    with np.errstate(over="ignore"):
        mixed = keys[:, None] + np.arange(1, draws + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        mixed += np.uint64(seed) * np.uint64(0xD1B54A32D192ED03)
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1)):
            mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    uniform = (mixed >> np.uint64(11)).astype(float) / 2.0**53
    drawn = np.searchsorted(_POISSON, uniform, side="right").astype(float)
    return np.column_stack([*columns, drawn * articles[rule].to_numpy(dtype=float)[:, None]])


_POISSON = np.cumsum([np.exp(-1.0) / float(np.prod(range(1, n + 1))) for n in range(12)])
