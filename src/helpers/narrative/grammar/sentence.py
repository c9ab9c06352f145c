"""One sentence read: eojeols, quotations, and the phrases and clauses of each level of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.names import with_names
from helpers.narrative.grammar.parsing import clauses_of
from helpers.narrative.grammar.phrases import Phrase, phrases_of
from helpers.narrative.grammar.quotations import SINGLE, Quote, pair_quotes
from helpers.narrative.grammar.words import QUOTED, Morpheme, plain_tag
from helpers.narrative.rows import Row, rows_by_sentence, rows_of
from helpers.narrative.written import Written
from helpers.normalize import Normalized, normalize
from helpers.spans import Span

_OF_TOKENS = ["article_id", "sentence_id", "start", "end", "surface", "lemma", "tag"]
_LINKED = re.compile(r"\s?(?:이?라(?:고|며|면서|는|던)|고(?:\s|도|는)|며\s|면서\s)")
_OF_WORDS = re.compile(r"\s?는\s(?!\S+[을를]\s)")
_ASIDE = re.compile(r"(?<=[\w”’])\((?P<inside>[^()“”]{2,60})\)")
_ENDS = re.compile(r"[다요죠까네라자냐군니오나래]\W*$|[.!?…]\W*$")


@dataclass(frozen=True, eq=False)
class Level:
    """The morphemes, in order, that stand outside of all quotations of somebody's words, or those within one of them.

    A quotation inside this level is one morpheme with the tag QUOTED.
    """

    morphemes: tuple[Morpheme, ...]
    text: str
    quote: Quote | None = None

    @cached_property
    def phrases(self) -> list[Phrase]:
        return phrases_of(self.morphemes, self.text)

    @cached_property
    def clauses(self) -> list[Clause]:
        return clauses_of(self.morphemes, self.phrases, self.text)

    def phrase_at(self, position: int) -> Phrase | None:
        """The noun phrase that holds ``position``."""
        return next((p for p in self.phrases if p.start <= position < p.end), None)

    def clause_before(self, position: int) -> Clause | None:
        """The clause that describes what begins at ``position``: its predicate is the word right before."""
        end = len(self.text[:position].rstrip())
        told = (c for c in self.clauses if c.kind == "adnominal" and c.predicate.end == end < position)
        return next(told, None)


@dataclass(frozen=True, eq=False)
class Sentence(Written):
    """A normalized sentence or paragraph; spans are places in ``text``; ``raw`` turns them into the article's."""

    text: str
    morphemes: tuple[Morpheme, ...]
    start: int = 0
    offsets: Sequence[int] = ()
    given: tuple[Quote, ...] | None = None  # the quotations of somebody's words, where a caller knows them

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quotation, in order, one inside another after it."""
        return tuple(pair_quotes(self.text))

    @cached_property
    def speeches(self) -> tuple[Quote, ...]:
        """The quotations that are not part of a noun phrase: sentences, and those that a verb of saying governs."""
        if self.given is not None:
            return self.given
        return tuple(quote for quote in self.quotes if self._is_apart(quote))

    def _is_apart(self, quote: Quote) -> bool:
        inner = self.text[quote.start : quote.end]
        if _LINKED.match(self.text, quote.end + 1):
            return True
        ends = bool(_ENDS.search(inner[-12:]))
        title = quote.family == SINGLE and not ends  # '나루 3'은 15일 나온다, but "더 걷겠다"는 것
        return (bool(_OF_WORDS.match(self.text, quote.end + 1)) and not title) or (" " in inner and ends)

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The sentence outside of ``speeches``, then each of them."""
        if not self.speeches and not self._asides:
            return (Level(tuple(with_names(self.morphemes, self.text)), self.text),)
        inside: dict[Quote | None, list[Morpheme]] = {None: []} | {quote: [] for quote in self.speeches}
        around = _Around(self.speeches)
        asides = deque(self._asides)
        for morpheme in self.morphemes:
            for quote in around.entered(morpheme.start):
                marks = Morpheme(quote.start - 1, quote.end + 1, self.text[quote.start - 1 : quote.end + 1], "", QUOTED)
                inside[around.parent(quote)].append(marks)
            while asides and asides[0][1] <= morpheme.start:
                asides.popleft()
            if asides and asides[0][0] <= morpheme.start:
                continue
            if not around.on_mark(morpheme):
                inside[around.innermost(morpheme.start)].append(morpheme)
        return tuple(Level(tuple(with_names(found, self.text)), self.text, quote) for quote, found in inside.items())

    @cached_property
    def _asides(self) -> list[Span]:
        """Brackets right after a word that hold more than a noun: '하늘주(옛 이름은 바람주) 지사'."""
        found = [place.span("inside") for place in _ASIDE.finditer(self.text)]
        clausal = {"JX", "JKS", "JKO", "JKB", "EC", "EF", "ETM"}
        starts = [m.start for m in self.morphemes]
        return [
            (a, b)
            for a, b in found
            if any(m.tag in clausal for m in self.morphemes[bisect_left(starts, a) : bisect_left(starts, b)])
        ]

    def level_at(self, position: int) -> Level:
        """The innermost level that holds ``position``."""
        holding = [level for level in self.levels if level.quote and level.quote.start <= position < level.quote.end]
        return max(holding, key=lambda level: level.quote.start if level.quote else 0, default=self.levels[0])

    @property
    def clauses(self) -> list[Clause]:
        """The clauses of every level, by place."""
        return sorted((c for level in self.levels for c in level.clauses), key=lambda clause: clause.predicate.start)

    def clause_at(self, position: int) -> Clause | None:
        """The innermost clause around ``position``: the one whose predicate the word there belongs to."""
        clauses = self.level_at(position).clauses
        return next((c for c in clauses if any(a <= position < b for a, b in c.spans)), None)

    def clause_of(self, position: int) -> Clause | None:
        """The clause around ``position``, else the first whose predicate comes after it."""
        later = (c for c in self.level_at(position).clauses if c.predicate.start >= position)
        return self.clause_at(position) or next(later, None)


class _Around:
    """Says which quotations a place stands in; to be asked from left to right."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = list(quotes)
        self._next = 0
        self._open: list[Quote] = []
        self._parents: dict[Quote, Quote | None] = {}

    def entered(self, position: int) -> Iterator[Quote]:
        """The quotations that begin at or before ``position`` and were not entered yet."""
        while self._next < len(self._quotes) and self._quotes[self._next].start - 1 <= position:
            quote = self._quotes[self._next]
            self._leave(quote.start)
            self._parents[quote] = self._open[-1] if self._open else None
            self._open.append(quote)
            self._next += 1
            yield quote

    def _leave(self, position: int) -> None:
        while self._open and self._open[-1].end < position:
            self._open.pop()

    def parent(self, quote: Quote) -> Quote | None:
        return self._parents[quote]

    def innermost(self, position: int) -> Quote | None:
        self._leave(position)
        return self._open[-1] if self._open else None

    def on_mark(self, morpheme: Morpheme) -> bool:
        """Is the morpheme an opening or closing mark of a quotation around it?"""
        self._leave(morpheme.start)
        return bool(self._open) and (
            morpheme.start == self._open[-1].start - 1
            or (morpheme.start == self._open[-1].end and morpheme.tag[0] == "S")
        )


def read(text: str, start: int, rows: Iterable[Row]) -> Sentence:
    """A text of an article that begins at ``start`` with its morphemes, rows of tables.TOKENS (Kiwi) in order."""
    normal = normalize(text)
    return of_normal(normal, start, rows)


def of_normal(normal: Normalized, start: int, rows: Iterable[Row]) -> Sentence:
    """``read`` of a text that is normalized already."""
    morphemes = []
    for row in rows:
        first, last = normal.from_raw(row["start"] - start), normal.from_raw(row["end"] - start)
        morphemes.append(Morpheme(first, last, normal.text[first:last], row["lemma"], plain_tag(row["tag"])))
    return Sentence(normal.text, tuple(morphemes), start, normal.offsets)


def sentences_of(sentences: pd.DataFrame, tokens: pd.DataFrame) -> dict[tuple[str, int], Sentence]:
    """Each sentence read, by article_id and sentence_id.

    sentences  tables.SENTENCES
    tokens     tables.TOKENS that hold Kiwi's
    """
    own = morphemes_of(tokens)
    return {
        key: read(row["text"], row["start"], own.get(key, ()))
        for row in rows_of(sentences)
        for key in [(row["article_id"], int(row["sentence_id"]))]
    }


def morphemes_of(tokens: pd.DataFrame) -> dict[tuple[str, int], list[Row]]:
    """What the grammar needs of Kiwi's rows in ``tokens``, by article_id and sentence_id."""
    return rows_by_sentence(kiwi(tokens[[*_OF_TOKENS, "analyzer", "unit"]])[_OF_TOKENS])


def kiwi(tokens: pd.DataFrame) -> pd.DataFrame:
    """The rows of Kiwi in ``tokens``: the grammar knows its tags alone."""
    return tokens[(tokens["analyzer"] == "kiwi") & (tokens["unit"] == "morpheme")]
