"""What other texts hold: the corpora that keyness compares with."""

from __future__ import annotations

import gzip
import importlib.util
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from helpers import tables
from helpers.errors import StudyError

WORDFREQ_TOKENS = 1e9
WORDFREQ_FILE = "data/small_ko.msgpack.gz"  # its only Korean list
CORPORA = ("wordfreq",)


def reference_frequencies(name: str = "wordfreq") -> pd.DataFrame:
    """General Korean from the wheel wordfreq: its list of 30,000 MeCab-ko tokens with their shares.

    name     "wordfreq", the only corpus that is installed
    returns  tables.TERM_COUNTS by term

    wordfreq publishes shares, rounded to hundredths of a bel, and no size. Counts are for a nominal thousand million
    tokens; G2 is within a thousandth of its limit for an endless corpus. What the list lacks occurs less often than
    its rarest token: that is its ``floor``. Speer (2022), wordfreq 3.

    StudyError: a corpus that is not installed.
    """
    if name not in CORPORA:
        raise StudyError(f"There is no reference corpus {name!r}.", f"Choose from {', '.join(CORPORA)}.")
    counts = pd.Series(_wordfreq_shares(), dtype=float).sort_index() * WORDFREQ_TOKENS
    return _table(name, counts, tokens=WORDFREQ_TOKENS, floor=float(counts.min()))


def _wordfreq_shares() -> dict[str, float]:
    """wordfreq.get_frequency_dict("ko"), without its import, which loads tables of all languages and scripts.

    Its file holds a header, then the tokens of each share, from 0 centibels downwards.
    """
    import msgpack

    found = importlib.util.find_spec("wordfreq")
    path = Path(found.origin).parent / WORDFREQ_FILE if found and found.origin else None
    if path is None or not path.is_file():
        raise StudyError("The reference frequencies of wordfreq are missing.", "Install the project's lock again.")
    _, *levels = msgpack.unpackb(gzip.decompress(path.read_bytes()))
    return {token: 10 ** (-level / 100) for level, tokens in enumerate(levels) for token in tokens}


def reference_from_articles(terms: pd.DataFrame, *, name: str) -> pd.DataFrame:
    """A reference corpus from a folder of articles, tokenized and counted as the study's own.

    terms    tables.TERMS of those articles, of the analyzer and options of the study
    name     what measures call it: ``keyness_<name>``
    returns  tables.TERM_COUNTS by term; a term that it lacks occurs 0 times there. No terms give no rows.
    """
    counts = terms.groupby("term").size().astype(float).sort_index()
    sentences = terms.drop_duplicates(["article_id", "sentence_id", "analyzer"])
    return _table(name, counts, tokens=float(sentences["sentence_tokens"].sum()), floor=0.0)


@dataclass(frozen=True)
class Corpus:
    """A reference corpus ready to be asked: counts by folded term, tokens in all, the floor of what it lacks.

    ``bounds`` remembers the floors of terms that were asked for.
    """

    name: str
    listed: Mapping[str, float]
    tokens: float
    floor: float
    bounds: dict[str, float] = field(default_factory=dict, compare=False)


def corpora(reference: pd.DataFrame | None) -> list[Corpus]:
    """The corpora in tables.TERM_COUNTS by name; none in no table."""
    if reference is None:
        return []
    return [
        Corpus(
            str(name),
            dict(zip(map(str.casefold, rows["term"].tolist()), rows["count"].tolist(), strict=True)),
            tokens=float(rows["corpus_tokens"].iloc[0]),
            floor=float(rows["floor"].iloc[0]),
        )
        for name, rows in reference.groupby("reference", sort=True)
    ]


def counts_in(corpus: Corpus, terms: Iterable[str]) -> tuple[np.ndarray, np.ndarray]:
    """For each term its count in the reference, and whether that is only the floor.

    Where a list has a floor, a term that it lacks may be one that its tokenizer splits. Such a term cannot occur
    more often than its rarest part, so that share is its floor: keyness is then at least what it says.
    """
    folded = [term.casefold() for term in terms]
    floored = np.array([term not in corpus.listed for term in folded], dtype=bool)
    counts = [corpus.listed[term] if term in corpus.listed else _bound(term, corpus) for term in folded]
    return np.array(counts, dtype=float), floored


def _bound(term: str, corpus: Corpus) -> float:
    if term not in corpus.bounds:
        corpus.bounds[term] = rarest_part(term, corpus.listed, corpus.floor) if corpus.floor else 0.0
    return corpus.bounds[term]


def rarest_part(term: str, listed: Mapping[str, float], floor: float) -> float:
    """The greatest count that ``term`` can have: over all ways to split it into listed tokens, that of the rarest.

    Parts have two characters or more; one alone may stand at the end (연구+소) or the beginning (신+기술) of a run
    of letters. A term that may be a verb has the count of its stem (겪다: 겪), which is what such lists hold. A term
    that cannot be split so has ``floor``.
    """
    if term.endswith("다") and term[:-1] in listed:
        return listed[term[:-1]]
    runs = "".join(character if character.isalnum() else " " for character in term).split()
    best = [_split(run, listed) for run in runs]
    return max(min(best, default=0.0), floor)


LONGEST_PART = 32  # letters: no list of words has a longer one, and a run of thousands is split in linear time


def _split(run: str, listed: Mapping[str, float]) -> float:
    """The greatest count over all splits of one run of letters, 0 where there is none."""
    if len(run) == 1:
        return listed.get(run, 0.0)
    reach = [float("inf")] + [0.0] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - LONGEST_PART), end):
            at_edge = len(run) > 2 and (start == 0 or end == len(run))
            if end - start > 1 or at_edge:
                reach[end] = max(reach[end], min(reach[start], listed.get(run[start:end], 0.0)))
    return reach[-1]


def _table(name: str, counts: pd.Series, *, tokens: float, floor: float) -> pd.DataFrame:
    frame = pd.DataFrame(
        {"reference": name, "term": counts.index, "count": counts.to_numpy(), "corpus_tokens": tokens, "floor": floor}
    )
    return frame.astype({column: spec.dtype for column, spec in tables.TERM_COUNTS.columns.items()})
