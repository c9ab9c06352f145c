"""Which places of an article a report may quote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

import pandas as pd

from helpers.quoting.letters import RUN, Letters, only_letters
from helpers.quoting.passages import Passages
from helpers.spans import spans_in

MODES = ("brief", "evidence", "full")
LIMIT = 1 / 3  # of an article's letters, in the mode 'brief'
RESERVE = 0.01  # of an article's letters, kept back for what is quoted by chance (a thesis in the article's own words)
# of what may be quoted, used up by what the narrative names; with long facts and names; with its quotations; with
# sentences of evidence; with words in marks
NAMED, NAMES, QUOTED, SENTENCES, MARKED = 0.4, 0.5, 0.85, 0.92, 0.95
BEFORE, AFTER = 1, 2  # words shown around a word in a concordance; what denies a word stands after it
LONGEST = 30  # characters of a text that is shown by itself, such as a word in quotation marks
# how a letter may be shown: in any text; in a concordance; in a text that is all of it, such as a name in a table
ANYWHERE, IN_LINES, ALONE = 1, 2, 3

Row = Mapping[str, Any]


@dataclass
class Allowance:
    """The letters that may be shown; without a ``limit`` all may be.

    allowed    how each letter of ``letters`` may be shown: ANYWHERE, IN_LINES, ALONE; 0 not at all
    phrases    names, the wording of facts and the like that may be shown where they stand alone
    sentences  by the letters of a sentence of evidence, the span of it that is shown, None for nothing of it
    """

    letters: Letters
    limit: float | None = LIMIT
    allowed: bytearray = field(init=False)
    phrases: list[str] = field(init=False, default_factory=list)
    sentences: dict[str, tuple[int, int] | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.allowed = bytearray([0 if self.limit is not None else ANYWHERE]) * len(self.letters.text)

    def share(self, article: str) -> float:
        """How much of an article may be shown, 0 to 1; 0 for one without text."""
        first, last = self.letters.articles.get(article, (0, 0))
        return _used(self.allowed[first:last]) / (last - first) if last > first else 0.0

    def add(self, article: str, start: int, end: int, *, part: float = 1.0, how: int = ANYWHERE) -> bool:
        """Allow ``[start, end)`` of an article's raw text if it fits.

        part     how much of the limit may be used up with it, 0 to 1
        how      ANYWHERE, IN_LINES or ALONE
        returns  whether it may be shown now
        """
        return self._add(article, self.letters.within(article, start, end), part, how)

    def add_text(self, text: str, *, part: float = 1.0, how: int = ANYWHERE) -> bool:
        """Allow the first place where a text stands, whatever its blanks and marks; False if there is none."""
        wanted = only_letters(text)
        start = self.letters.text.find(wanted) if wanted else -1
        if start < 0:
            return False
        article = next(a for a, (first, last) in self.letters.articles.items() if first <= start < last)
        return self._add(article, range(start, start + len(wanted)), part, how)

    def add_phrase(self, text: str, *, part: float = 1.0) -> bool:
        """Allow a short text where it stands alone, if its first place fits; if not, without its last word (측).

        One that is too short to be recovered fits always.
        """
        for said in dict.fromkeys((text, text.rpartition(" ")[0])):
            if said and (len(only_letters(said)) < RUN or self.add_text(said, part=part, how=ALONE)):
                self.phrases.append(only_letters(said))
                return True
        return False

    def add_own(self, text: str) -> None:
        """Allow what a researcher's own text has in common with the articles: those words are the researcher's, too."""
        wanted = only_letters(text)
        for place in range(len(wanted) - RUN + 1):
            for start in self.letters.runs.get(wanted[place : place + RUN], ()):
                article = next(a for a, (first, last) in self.letters.articles.items() if first <= start < last)
                self._add(article, range(start, start + RUN), 1.0, ANYWHERE)

    def _add(self, article: str, places: range, part: float, how: int) -> bool:
        if self.limit is None:
            return True
        first, last = self.letters.articles.get(article, (0, 0))
        new = sum(not self.allowed[place] for place in places)
        most = (self.limit - RESERVE) * (last - first) * part
        if new and _used(self.allowed[first:last]) + new > most:
            return False
        for place in places:
            self.allowed[place] = min(self.allowed[place] or how, how)
        return True


def _used(marks: bytearray) -> int:
    return len(marks) - marks.count(0)


def choose(
    tables: Mapping[str, pd.DataFrame],
    *,
    quotations: Iterable[str] = (),
    phrases: Iterable[str] = (),
    own: Iterable[str] = (),
    limit: float | None = LIMIT,
) -> Allowance:
    """The places that may be quoted, by what the reading needs.

    tables      lines, sentences, tokens, evidence, codings, voices, facts, kwic, articles, by their names in
                ``helpers.tables``
    quotations  the passages that the narrative quotes, in its order (``quotations_of``)
    phrases     the short texts that it names, in its order (``phrases_of``)
    own         what a researcher wrote: question, thesis, claims, labels
    limit       the share of each article's letters that may be shown, 0 to 1; None allows the whole article
    returns     Allowance

    Places are allowed in this order, as long as there is room: the title; the researcher's own words; what the
    narrative names; names of speakers, facts and their actors; what the narrative quotes, each passage whole, those
    that qualify or oppose first; sentences of evidence, those that qualify or oppose, the shortest first, then those
    with the most codes, for each claim in turn; words in marks that are nobody's; concordance lines, for each keyword
    in turn.

    Of a sentence all is shown, or all but clauses in front that are set beside the rest (``passages``), or nothing: a
    word without what turns or bounds it can say something else.
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
    for text in _named(tables):
        allowance.add_phrase(text, part=NAMES)
    for text in _against_first(quotations, against):
        allowance.add_text(text, part=QUOTED)
    shortest = sorted(against, key=lambda row: len(row["text"]))
    _add_sentences(allowance, [*shortest, *_strongest(evidence, tables)], evidence, tables)
    marked = tables["voices"][~tables["voices"]["use"].isin(["speech", "paraphrase"])]["text"]
    for text in (text for text in dict.fromkeys(marked) if len(text) <= LONGEST):
        allowance.add_phrase(text, part=MARKED)
    words = _Words(tables["sentences"])
    for row in _in_turn(_rows(own) for _, own in tables["kwic"].groupby("term", sort=False)):
        allowance.add(row["article_id"], *words.around(row, row["start"], row["end"]), how=IN_LINES)
    return allowance


def _named(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """What is no quotation: names of who speaks, of outlets and reporters, facts, and who acts, if that is short."""
    voices, facts = tables["voices"], tables["facts"]
    columns = [voices["person"], voices["speaker"], facts["text"]]
    if "articles" in tables:
        columns += [tables["articles"][name] for name in ("outlet", "reporter")]
    actors = [actor for actor in facts["actor"].dropna() if len(actor) <= LONGEST]
    return list(dict.fromkeys([*(name for column in columns for name in column.dropna()), *actors]))


def _add_sentences(
    allowance: Allowance, ordered: Iterable[Row], evidence: pd.DataFrame, tables: Mapping[str, pd.DataFrame]
) -> None:
    """Allow of each sentence the longest part that fits, with all words in it that were coded."""
    passages = Passages(tables["sentences"], tables.get("tokens"))
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for row in _rows(evidence):
        spans.setdefault((row["article_id"], row["sentence_id"]), []).extend(spans_in(row["matched_spans"]))
    for row in ordered:
        key, start = only_letters(row["text"]), int(row["start"])
        if allowance.sentences.get(key):
            continue
        parts = passages.of(row, spans[row["article_id"], row["sentence_id"]])
        fits = (part for part in parts if allowance.add(row["article_id"], *part, part=SENTENCES))
        shown = next(fits, None)
        allowance.sentences[key] = (shown[0] - start, shown[1] - start) if shown else None


def _against_first(quotations: Iterable[str], against: Iterable[Row]) -> list[str]:
    """The quotations, those from sentences that qualify or oppose first."""
    texts = [only_letters(row["text"]) for row in against]
    letters = {quotation: only_letters(quotation) for quotation in quotations}
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
        """``[start, end)`` widened to whole words, by BEFORE words and by AFTER words, within its sentence."""
        sentence = self.sentences.get((row["article_id"], row["sentence_id"]))
        if sentence is None:
            return start, end
        words = [found.span() for found in re.finditer(r"\S+", sentence["text"])]
        a, b = start - sentence["start"], end - sentence["start"]
        inside = [number for number, (first, last) in enumerate(words) if first < b and a < last]
        if not inside:
            return start, end
        first, last = max(inside[0] - BEFORE, 0), min(inside[-1] + AFTER, len(words) - 1)
        return sentence["start"] + words[first][0], sentence["start"] + words[last][1]


def _in_turn(lists: Iterable[Iterable[Row]]) -> Iterator[Row]:
    """The first of each list, then the second of each, and so on."""
    for rows in zip_longest(*lists):
        yield from (row for row in rows if row is not None)


def _rows(frame: pd.DataFrame) -> list[Row]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
