"""Which places of an article a report may quote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

import pandas as pd

from helpers.quoting.letters import RUN, Letters

MODES = ("brief", "evidence", "full")
LIMIT = 1 / 3  # of an article's letters, in the mode 'brief'
RESERVE = 0.01  # of an article's letters, kept back for what is quoted by chance (a thesis in the article's own words)
# of what may be quoted, used up by what the narrative names; with long facts and names; with its quotations; with whole
# sentences; with coded words; with openings of speech
NAMED, NAMES, QUOTED, SENTENCES, WORDS, OPENINGS = 0.4, 0.5, 0.95, 0.75, 0.92, 0.95
AROUND = 1  # words shown on each side of words that were coded, spoken or counted
OPENING = 12  # characters of which the words are shown, of what a source says, and of a quotation that has no room
GAP = 10  # letters between two that are shown: leaving out fewer hides nothing and can turn what is said

Row = Mapping[str, Any]


@dataclass
class Allowance:
    """The letters that may be shown; without a ``limit`` all may be.

    allowed  a mark for each letter of ``letters``
    phrases  names, facts and the like that may be shown wherever they stand
    """

    letters: Letters
    limit: float | None = LIMIT
    allowed: bytearray = field(init=False)
    phrases: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.allowed = bytearray(b"\1" if self.limit is None else b"\0") * len(self.letters.text)

    def share(self, article: str) -> float:
        """How much of an article may be shown, 0 to 1; 0 for one without text."""
        first, last = self.letters.articles.get(article, (0, 0))
        return sum(self.allowed[first:last]) / (last - first) if last > first else 0.0

    def add(self, article: str, start: int, end: int, *, part: float = 1.0) -> bool:
        """Allow ``[start, end)`` of an article's raw text if it fits.

        part     how much of the limit may be used up with it, 0 to 1
        returns  whether it may be shown now
        """
        return self._add(article, self.letters.within(article, start, end), part)

    def add_text(self, text: str, *, part: float = 1.0) -> bool:
        """Allow the first place where a text stands, whatever its blanks and marks; False if there is none."""
        wanted = "".join(filter(str.isalnum, text))
        start = self.letters.text.find(wanted) if wanted else -1
        if start < 0:
            return False
        article = next(a for a, (first, last) in self.letters.articles.items() if first <= start < last)
        return self._add(article, range(start, start + len(wanted)), part)

    def add_phrase(self, text: str, *, part: float = 1.0) -> bool:
        """Allow a short text wherever it stands, if its first place fits; if not, without its last word (측)."""
        for said in dict.fromkeys((text, text.rpartition(" ")[0])):
            if said and self.add_text(said, part=part):
                self.phrases.append("".join(filter(str.isalnum, said)))
                return True
        return False

    def add_own(self, text: str) -> None:
        """Allow what a researcher's own text has in common with the articles: those words are the researcher's, too."""
        wanted = "".join(filter(str.isalnum, text))
        for place in range(len(wanted) - RUN + 1):
            for start in self.letters.runs.get(wanted[place : place + RUN], ()):
                article = next(a for a, (first, last) in self.letters.articles.items() if first <= start < last)
                self._add(article, range(start, start + RUN), 1.0)

    def close_gaps(self, article: str, start: int, end: int) -> None:
        """Allow short gaps between places of ``[start, end)`` that are shown, as far as the limit permits."""
        letters = self.letters.within(article, start, end)
        for found in re.finditer(
            rb"(?<=\x01)\x00{1,%d}(?=\x01)" % GAP, bytes(self.allowed[letters.start : letters.stop])
        ):
            self._add(article, range(letters.start + found.start(), letters.start + found.end()), 1.0)

    def _add(self, article: str, places: range, part: float) -> bool:
        if self.limit is None:
            return True
        first, last = self.letters.articles.get(article, (0, 0))
        wanted = [place for place in places if not self.allowed[place]]
        most = (self.limit - RESERVE) * (last - first) * part
        if sum(self.allowed[first:last]) + len(wanted) > most:
            return False
        for place in wanted:
            self.allowed[place] = 1
        return True


def choose(
    tables: Mapping[str, pd.DataFrame],
    *,
    quotations: Iterable[str] = (),
    phrases: Iterable[str] = (),
    own: Iterable[str] = (),
    limit: float | None = LIMIT,
) -> Allowance:
    """The places that may be quoted, by what the reading needs.

    tables      lines, sentences, evidence, codings, voices, facts, kwic, by their names in ``helpers.tables``
    quotations  the passages that the narrative quotes, in its order (``quotations_of``)
    phrases     the short texts that it names, in its order (``phrases_of``)
    own         what a researcher wrote: question, thesis, claims, labels
    limit       the share of each article's letters that may be shown, 0 to 1; None allows the whole article
    returns     Allowance

    Places are allowed in this order, as long as there is room: the title; the researcher's own words; what the
    narrative names; long facts and names of speakers and actors; what it quotes, those that qualify or oppose first,
    each of them whole, since half a quotation can say something else; whole sentences that qualify or oppose, then
    those with the most codes, for each claim in turn; the coded words of the other sentences with a word on each side,
    and short gaps between them; the first words of what sources say; concordance lines, for each keyword in turn.
    """
    allowance = Allowance(Letters.of(tables["lines"]), limit)
    if limit is None:
        return allowance
    lines, evidence = tables["lines"], tables["evidence"]
    evidence = evidence[evidence["coder"] == "rules"].sort_values(["article_id", "sentence_id"], kind="stable")
    for row in _rows(lines[(lines["label"] == "title") & lines["kept"]]):
        allowance.add(row["article_id"], row["start"], row["end"])
    for text in own:
        allowance.add_own(text)
    against = _rows(evidence[evidence["stance"].isin(["qualifies", "opposes"])])
    for phrase in dict.fromkeys(phrases):
        allowance.add_phrase(phrase, part=NAMED)
    voices, facts = tables["voices"], tables["facts"]
    named = [facts["text"], voices["person"], voices["speaker"], facts["actor"]]
    for name in dict.fromkeys(text for column in named for text in column.dropna()):
        if sum(map(str.isalnum, name)) >= RUN:  # a shorter one is never taken for a quotation
            allowance.add_phrase(name, part=NAMES)
    quotations = _against_first(quotations, against)
    for text in (*(_beginning(quotation, OPENING) for quotation in quotations), *quotations):
        allowance.add_text(text, part=QUOTED)
    for row in [*against, *_strongest(evidence, tables)]:
        allowance.add(row["article_id"], row["start"], row["end"], part=SENTENCES)
    words = _Words(tables["sentences"])
    for row in _rows(evidence):
        for start, end in _pairs(row["matched_spans"]):
            allowance.add(row["article_id"], *words.around(row, start, end), part=WORDS)
        allowance.close_gaps(row["article_id"], row["start"], row["end"])
    for row in _rows(tables["voices"]):
        end = min(row["end"], row["start"] + OPENING)
        allowance.add(row["article_id"], *words.around(row, row["start"], end), part=OPENINGS)
    for row in _in_turn(_rows(own) for _, own in tables["kwic"].groupby("term", sort=False)):
        allowance.add(row["article_id"], *words.around(row, row["start"], row["end"]))
    return allowance


def _beginning(text: str, length: int) -> str:
    """The first words of a quotation, since an ellipsis alone says nothing."""
    end = text.find(" ", length)
    return text if end < 0 else text[:end]


def _against_first(quotations: Iterable[str], against: Iterable[Row]) -> list[str]:
    """The quotations, those from sentences that qualify or oppose first."""
    texts = ["".join(filter(str.isalnum, row["text"])) for row in against]
    letters = {quotation: "".join(filter(str.isalnum, quotation)) for quotation in quotations}
    return sorted(letters, key=lambda quotation: not any(letters[quotation] in text for text in texts))


def _strongest(evidence: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Iterator[Row]:
    """The rows of evidence, for each claim in turn; within a claim the sentence with the most codes first."""
    codings = tables["codings"]
    codings = codings[codings["coder"] == "rules"]
    by = "claim" if "claim" in codings else "code"
    places = {(row["article_id"], row["sentence_id"]): row for row in _rows(evidence)}
    ranked = []
    for _, own in codings.groupby(by, sort=True):
        counts = Counter(zip(own["article_id"], own["sentence_id"], strict=True))
        keys = [key for key, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
        ranked.append([places[key] for key in keys if key in places])
    return _in_turn(ranked)


class _Words:
    """The words of sentences, to widen a place by the words around it."""

    def __init__(self, sentences: pd.DataFrame) -> None:
        self.sentences = {(row["article_id"], row["sentence_id"]): row for row in _rows(sentences)}

    def around(self, row: Row, start: int, end: int) -> tuple[int, int]:
        """``[start, end)`` widened to whole words, and by AROUND words on each side, within its sentence."""
        sentence = self.sentences.get((row["article_id"], row["sentence_id"]))
        if sentence is None:
            return start, end
        words = [found.span() for found in re.finditer(r"\S+", sentence["text"])]
        a, b = start - sentence["start"], end - sentence["start"]
        inside = [number for number, (first, last) in enumerate(words) if first < b and a < last]
        if not inside:
            return start, end
        first, last = max(inside[0] - AROUND, 0), min(inside[-1] + AROUND, len(words) - 1)
        return sentence["start"] + words[first][0], sentence["start"] + words[last][1]


def _pairs(spans: Any) -> list[tuple[int, int]]:
    """ "12:15 20:22", or a list of such, as pairs; a missing value has none."""
    listed = spans.split() if isinstance(spans, str) else list(spans) if isinstance(spans, (list, tuple)) else []
    return [tuple(map(int, span.split(":"))) for span in listed]  # type: ignore[misc]


def _in_turn(lists: Iterable[Iterable[Row]]) -> Iterator[Row]:
    """The first of each list, then the second of each, and so on."""
    for rows in zip_longest(*lists):
        yield from (row for row in rows if row is not None)


def _rows(frame: pd.DataFrame) -> list[Row]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
