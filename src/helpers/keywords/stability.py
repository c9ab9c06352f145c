"""What of a keyword list is left when the analyst had chosen otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import pandas as pd

from helpers import tables
from helpers.keywords.counts import Counts, counts_of_rows
from helpers.keywords.encoding import Encoded, encode
from helpers.keywords.frequency import frequency_measures
from helpers.keywords.keyness import keyness_measures
from helpers.keywords.reference import Corpus, corpora
from helpers.keywords.scoring import Columns, score, table_of
from helpers.keywords.terms import check_options, counted
from helpers.keywords.textrank import textrank_measures

POS_FILTERS: Mapping[str, Sequence[str]] = {
    "nouns": ("noun",),
    "nouns+foreign": ("noun", "foreign"),
    "content": ("noun", "foreign", "verb", "adjective"),
}
STOPWORDS: Mapping[str, Collection[str]] = {"none": ()}
RANKING = ("frequency", "keyness_", "textrank")
DIMENSIONS = ("analyzer", "stopwords", "pos", "measure")


def stability(
    tokens: pd.DataFrame,
    *,
    analyzers: Sequence[str] | None = None,
    stopwords: Mapping[str, Collection[str]] = STOPWORDS,
    pos: Mapping[str, Sequence[str]] = POS_FILTERS,
    reference: pd.DataFrame | None = None,
    top_n: int = 20,
    min_length: int = 2,
) -> pd.DataFrame:
    """The best terms under every combination of analyzer, stopword list, part-of-speech filter and measure.

    tokens      tables.TOKENS of several analyzers; several articles are read as one text
    analyzers   those that take part, all in ``tokens`` without it
    stopwords   lists by name
    pos         parts of speech by name
    reference   tables.TERM_COUNTS; each corpus is a measure (keyness) beside frequency and TextRank. A corpus counted
                under one analyzer is no measure for the others: wordfreq is meant
    top_n       length of the lists; a variant with fewer terms has a shorter one
    min_length  shortest term, in characters
    returns     tables.STABILITY by variant and rank; no tokens give no rows

    After Denny & Spirling (2018): what changes with preprocessing is not a finding about the text.
    """
    names = sorted(tokens["analyzer"].unique()) if analyzers is None else list(analyzers)
    check_options(tokens, analyzers=names, pos=[name for kept in pos.values() for name in kept])
    known = corpora(reference)
    lists = [
        part | {"pos": kept, "stopwords": stopped, "variant": f"{name} / {stopped} / {kept} / {part['measure']}"}
        for name in (names if len(tokens) else [])
        for kept, stopped, counts, article in _filtered(encode(tokens, analyzer=name), stopwords, pos, min_length)
        for part in _best(counts, known, top_n, article, name)
    ]
    return table_of(tables.STABILITY, lists)


def term_stability(stability: pd.DataFrame) -> pd.DataFrame:
    """In how many variants each term makes the list, and on which choice it hangs.

    stability  tables.STABILITY
    returns    tables.TERM_STABILITY by share, best median rank first; no lists give no rows
    """
    rows = []
    for article, lists in stability.groupby("article_id", sort=True):
        variants = lists.drop_duplicates("variant")
        levels = {name: list(dict.fromkeys(variants[name])) for name in DIMENSIONS}
        for term, held in lists.groupby("term", sort=True):
            rows.append({"article_id": article, "term": term} | _share(held, len(variants)) | _choices(held, levels))
    rows.sort(key=lambda row: (row["article_id"], -row["share"], row["median_rank"], row["term"]))
    return tables.TERM_STABILITY.make(rows)


def _filtered(
    rows: Encoded, stopwords: Mapping[str, Collection[str]], pos: Mapping[str, Sequence[str]], min_length: int
) -> Iterator[tuple[str, str, Counts, str]]:
    """One analyzer's counts under each part-of-speech filter and each list of stopwords, and the text's name."""
    article = str(rows.articles[0]) if len(rows.articles) == 1 else tables.WHOLE
    for kept, parts_of_speech in pos.items():
        counts = counts_of_rows(rows, counted(rows, pos=parts_of_speech, min_length=min_length))
        for stopped, words in stopwords.items():
            yield kept, stopped, counts.without(words), article


def _best(counts: Counts, known: Sequence[Corpus], top_n: int, article: str, analyzer: str) -> Iterator[Columns]:
    """The ``top_n`` terms under each measure that makes a list."""
    every = [*frequency_measures(counts), *keyness_measures(counts, known), *textrank_measures(counts)]
    ranking = [measure for measure in every if measure.name.startswith(RANKING)]
    for part in score(counts, ranking, article_id=article, analyzer=analyzer):
        yield part | {name: part[name][:top_n] for name in ("rank", "term", "value")}


def _share(held: pd.DataFrame, variants: int) -> dict:
    ranks = held["rank"]
    return {
        "variants": variants,
        "n": len(held),
        "share": len(held) / variants,
        "best_rank": int(ranks.min()),
        "median_rank": float(ranks.median()),
    }


def _choices(held: pd.DataFrame, levels: Mapping[str, list[str]]) -> dict:
    """The one level of a dimension that the term needs, and the levels under which it makes no list."""
    needs: list[dict[str, str]] = []
    never: list[dict[str, str]] = []
    for name, every in levels.items():
        with_term = set(held[name])
        if len(every) > 1 and len(with_term) == 1:
            needs.append({"dimension": name, "value": held[name].iloc[0]})
        elif len(with_term) < len(every):
            never.extend({"dimension": name, "value": level} for level in every if level not in with_term)
    return {"hangs_on": needs, "never_with": never}
