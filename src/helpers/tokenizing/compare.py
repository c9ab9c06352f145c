"""Find where analyzers read different nouns in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd

_COLUMNS = {
    "article_id": "str",
    "sentence_id": "int64",
    "start": "int64",
    "end": "int64",
    "surface": "str",
    "analyzer": "str",
    "kind": "str",
    "reading": "str",
    "primary_reading": "str",
    "nouns": "str",
    "count_shift": "int64",
    "rank_shift": "int64",
    "n": "int64",
}
_ORDER = ["count_shift", "rank_shift", "article_id", "sentence_id", "start", "analyzer", "end"]


_NOMINAL = {"noun", "bound_noun", "pronoun", "numeral"}


class _Token(NamedTuple):
    start: int
    end: int
    surface: str
    lemma: str
    pos: str


Sentence = tuple[str, int]


class _Read(NamedTuple):
    """One sentence under one analyzer: its morphemes, and its nouns as readers see them (compounds whole)."""

    morphemes: list[_Token]
    nouns: list[_Token]

    @property
    def nominals(self) -> list[_Token]:
        """The nouns, with words that some analyzers do not distinguish from nouns (것, 수, 달러)."""
        return self.nouns + [token for token in self.morphemes if token.pos in _NOMINAL]


def compare_analyzers(tokens: pd.DataFrame, *, primary: str) -> pd.DataFrame:
    """Stretches of text in which another analyzer reads other nouns than the primary one.

    tokens   tables.TOKENS of several analyzers on the same sentences
    primary  the analyzer that the others are compared with
    returns  article_id, sentence_id, start, end, surface: the stretch; analyzer: the other one; kind: ``word`` (투자가
             or 투자 + 가: other characters are nouns) or ``cut`` (the same characters, cut differently); reading and
             primary_reading: 투자가/noun, 투자/noun + 가/particle; nouns: the lemmas that only one of the two has
             there; count_shift: by how many occurrences over all tokens the count of one of these nouns differs, at
             most; rank_shift: by how many places its rank by frequency does; n: how often this surface is read in
             these two ways. What moves counts and ranks most comes first.

    Nouns are compared as readers see them: 인공 + 지능 and 인공지능 are the same where the compound is in the table,
    and 것 is not another reading where one calls it a bound noun and the other has no such part of speech.
    No rows where all agree, or where there is one analyzer.
    """
    read = _by_analyzer(tokens)
    mine = read.get(primary, {})
    rows: list[dict[str, Any]] = []
    for analyzer in sorted(read.keys() - {primary}):
        counts = _counts(mine.values()), _counts(read[analyzer].values())
        ranks = _ranks(counts[0]), _ranks(counts[1])
        for sentence in sorted(mine.keys() & read[analyzer].keys()):
            for row in _differences(mine[sentence], read[analyzer][sentence]):
                nouns = row["nouns"].split(" · ")
                held = [(counts[0][noun], counts[1][noun]) for noun in nouns]
                row["count_shift"] = max(abs(a - b) for a, b in held)
                row["rank_shift"] = max(abs(ranks[0][a] - ranks[1][b]) for a, b in held)
                rows.append(row | {"article_id": sentence[0], "sentence_id": sentence[1], "analyzer": analyzer})
    return _ordered(rows)


def _ordered(rows: list[dict[str, Any]]) -> pd.DataFrame:
    alike = Counter((r["analyzer"], r["surface"], r["reading"], r["primary_reading"]) for r in rows)
    for r in rows:
        r["n"] = alike[r["analyzer"], r["surface"], r["reading"], r["primary_reading"]]
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)
    return frame.sort_values(_ORDER, ascending=[False, False, True, True, True, True, True], ignore_index=True)


def _by_analyzer(tokens: pd.DataFrame) -> dict[str, dict[Sentence, _Read]]:
    fields = ["analyzer", "article_id", "sentence_id", "unit", *_Token._fields]
    rows = sorted(tokens[fields].itertuples(index=False, name=None), key=lambda row: row[:3])
    read: dict[str, dict[Sentence, _Read]] = {}
    for (analyzer, article, number), group in groupby(rows, key=lambda row: row[:3]):
        read.setdefault(analyzer, {})[article, number] = _sentence(list(group))
    return read


def _sentence(rows: list[tuple[Any, ...]]) -> _Read:
    morphemes = sorted((_Token(*row[4:]) for row in rows if row[3] == "morpheme"), key=lambda t: (t.start, t.end))
    compounds = [_Token(*row[4:]) for row in rows if row[3] == "compound"]
    nouns = compounds + [
        token
        for token in morphemes
        if token.pos == "noun" and not any(c.start <= token.start and token.end <= c.end for c in compounds)
    ]
    return _Read(morphemes, sorted(nouns, key=lambda t: (t.start, t.end)))


def _counts(sentences: Iterable[_Read]) -> Counter[str]:
    return Counter(noun.lemma for sentence in sentences for noun in sentence.nouns)


def _ranks(counts: Counter[str]) -> Counter[int]:
    """For each count the rank of a noun that has it: one more than there are nouns with a higher count."""
    return Counter({count: 1 + sum(other > count for other in counts.values()) for count in {0, *counts.values()}})


def _differences(mine: _Read, theirs: _Read) -> Iterator[dict[str, Any]]:
    ours, others = set(mine.nouns), set(theirs.nouns)
    spans = {(n.start, n.end) for n in ours} ^ {(n.start, n.end) for n in others}
    spans -= {(t.start, t.end) for t in mine.nominals} & {(t.start, t.end) for t in theirs.nominals}
    for start, end in _merged(spans):
        apart = [{n for n in nouns if _in(n, start, end) and (n.start, n.end) in spans} for nouns in (ours, others)]
        covered = [{i for n in nouns for i in range(n.start, n.end)} for nouns in apart]
        parts = [[t for t in read.morphemes if _in(t, start, end)] for read in (mine, theirs)]
        yield {
            "start": start,
            "end": end,
            "surface": _surface(parts[0] or parts[1], start, end),
            "kind": "cut" if covered[0] == covered[1] else "word",
            "primary_reading": _words(parts[0]),
            "reading": _words(parts[1]),
            "nouns": " · ".join(sorted({n.lemma for nouns in apart for n in nouns})),
        }


def _in(token: _Token, start: int, end: int) -> bool:
    return token.start < end and start < token.end


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _surface(tokens: list[_Token], start: int, end: int) -> str:
    """The text of a stretch from the tokens that cover it; what no token covers is a space."""
    written = {t.start + i: character for t in tokens for i, character in enumerate(t.surface)}
    return "".join(written.get(place, " ") for place in range(start, end))


def _words(tokens: list[_Token]) -> str:
    return " + ".join(f"{token.lemma}/{token.pos}" for token in tokens)
