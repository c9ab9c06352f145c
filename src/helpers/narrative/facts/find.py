"""Dates, periods, amounts and counts: what a fact-checker could look up."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from helpers import tables
from helpers.narrative.facts.actors.find import actors_of
from helpers.narrative.facts.actors.telling import Telling
from helpers.narrative.facts.again import named_again
from helpers.narrative.facts.found import Found, join_notes
from helpers.narrative.facts.numbers.find import find_quantities
from helpers.narrative.facts.numbers.innings import tells_of_innings, with_innings
from helpers.narrative.facts.pictures import days_of_pictures
from helpers.narrative.facts.sharing import with_shared_limits
from helpers.narrative.facts.supposing import without_supposed
from helpers.narrative.facts.times.capping import until_publication
from helpers.narrative.facts.times.clock import Clock, day_of
from helpers.narrative.facts.times.find import find_dates
from helpers.narrative.facts.times.saying import within
from helpers.narrative.facts.titles import titles_of, without_titles
from helpers.narrative.grammar import Sentence, sentences_of
from helpers.narrative.rows import rows_of

# What is written in Hangul within a name, or makes a whole noun with what follows (만원, 서명), is no number.
_NAMES = ("NNP",)


def find_facts(
    sentences: pd.DataFrame, *, published_at: Mapping[str, str | None], tokens: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Every date, period, amount and count of the sentences, with what it stands for.

    sentences     tables.SENTENCES of one or more articles
    published_at  for each article_id its day of publication (ISO 8601, a time may follow), or None
    tokens        tables.TOKENS; without Kiwi's reading of the sentences in it they are read here
    returns       tables.FACTS, by article and place; no rows for no sentences

    ``date`` is a day, month or year, ``period`` a part of one, a span or a length of time. Time is Korea's. A date
    without a year, a month or both is taken nearest to the day of publication, 지난 before it and 오는 after it, and is
    called inferred; the note says so. 초, 중반 and 말 are read by convention (초반 of a decade: its years 0 to 3). What
    names no time (최근) or no number (수십) has none. ``value`` is the number written out, or the lower end of a range
    up to ``value_to``; ``bound`` has the words that make it inexact or one end of something (약, 이상, 까지).
    What nobody could look up (한 차례, 두 번째, 최근, 서너 명) is not ``checkable``, nor is an age. ``lacks`` says what
    would be needed where neither days nor a number are known.
    The actor is the subject or topic of the clause whose predicate the fact belongs to, as written; where the sentence
    leaves it out, whom the one before told of (the note says so); missing where nobody is named.
    """
    read = sentences_of(sentences, _kiwi(sentences, tokens))
    rows: list[dict[str, Any]] = []
    clocks: dict[str, Clock] = {}
    told: dict[str, Telling] = {}
    taken = days_of_pictures(sentences)
    texts = dict(iter(sentences.groupby("article_id", observed=True)["text"]))
    played = {article: tells_of_innings(own) for article, own in texts.items()}
    titles = {article: titles_of(own) for article, own in texts.items()}
    ordered = sentences.sort_values(["article_id", "sentence_id"])
    for row in rows_of(ordered[["article_id", "sentence_id", "section"]]):
        article, number = row["article_id"], int(row["sentence_id"])
        clock = clocks.setdefault(article, Clock(day_of(published_at.get(article))))
        picture = taken.get((article, number))
        clock.in_caption, clock.taken = row["section"] == "caption" or picture is not None, picture
        place = {"article_id": article, "sentence_id": number}
        body = row["section"] == "body" and not clock.in_caption
        telling = told.setdefault(article, Telling()) if body else Telling()
        sentence = read[article, number]
        found = list(_found(sentence, clock, innings=played[article], titles=titles[article]))
        rows += [place | fact for fact in _sentence_facts(sentence, found, clock, telling)]
    return tables.FACTS.make(named_again(_with_raw_text(rows, sentences)))


def _kiwi(sentences: pd.DataFrame, tokens: pd.DataFrame | None) -> pd.DataFrame:
    """Tokens that hold Kiwi's reading."""
    if tokens is not None and (tokens["analyzer"] == "kiwi").any():
        return tokens
    from helpers.tokenizing import tokenize

    return tokenize(sentences, analyzer="kiwi")


# the name of a series before a sentence: [내일의 날씨] 비가 온다
_LABEL = re.compile(r"[\[【<]{1,2}[^\[\]【】<>]{2,25}[\]】>]{1,2}(?=\s?\S)")


def _found(sentence: Sentence, clock: Clock, *, innings: bool, titles: frozenset[str]) -> Iterator[Found]:
    """What is a fact of a sentence: no name of a series or work, no figure of speech; loose what is only supposed."""
    names = [
        (m.start, m.end) for m in sentence.morphemes if m.tag in _NAMES or (m.tag == "NNG" and m.end - m.start > 1)
    ]
    dates = find_dates(sentence.text, clock, within(sentence), names)
    found = sorted([*dates, *find_quantities(sentence.text, dates, names)], key=lambda fact: fact.start)
    label = _LABEL.match(sentence.text)
    found = [fact for fact in found if label is None or fact.start >= label.end()]
    found = with_shared_limits(sentence.text, found)
    found = [fact for fact in without_titles(found, sentence.text, titles) if not _is_figurative(fact, sentence)]
    for fact in with_innings(found, sentence.text) if innings else found:
        supposed = without_supposed(sentence, fact, clock.published)
        yield until_publication(sentence, supposed, clock.published)


def _sentence_facts(
    sentence: Sentence, found: Sequence[Found], clock: Clock, telling: Telling
) -> Iterator[dict[str, Any]]:
    for fact, (actor, carried) in zip(found, actors_of(sentence, found, telling), strict=True):
        start, end = sentence.raw((fact.start, fact.end))
        note = join_notes(fact.note, "누구의 것인지는 앞 문장에서 옴" if carried else "")
        yield (
            {"start": start, "end": end, "actor": actor}
            | _values(fact)
            | {"lacks": _lacks(fact, clock), "note": note or None}
        )


def _is_figurative(fact: Found, sentence: Sentence) -> bool:
    """Is 내일 only a figure of speech, as a word before it tells of what kind it is: 더 나은 내일, 충실한 내일."""
    if fact.kind != "date" or not sentence.text.startswith("내일", fact.start):
        return False
    before = [m.tag for m in sentence.morphemes if m.end <= fact.start][-2:]
    return before in (["VA", "ETM"], ["XSA", "ETM"])


def _with_raw_text(rows: list[dict[str, Any]], sentences: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows with the raw words of the fact and of its actor."""
    raw = _RawText(sentences)
    for row in rows:
        actor = raw.words(row["article_id"], *row["actor"]) if row["actor"] else None
        yield row | {"text": raw.words(row["article_id"], row["start"], row["end"]), "actor": actor}


class _RawText:
    """The words of articles by their place in them."""

    def __init__(self, sentences: pd.DataFrame) -> None:
        own = rows_of(sentences[["article_id", "start", "text"]].sort_values(["article_id", "start"]))
        self._starts: dict[str, list[int]] = {}
        self._texts: dict[str, list[str]] = {}
        for row in own:
            self._starts.setdefault(row["article_id"], []).append(int(row["start"]))
            self._texts.setdefault(row["article_id"], []).append(row["text"])

    def words(self, article_id: str, start: int, end: int) -> str:
        """The words in ``[start, end)`` of an article, which stand in one sentence."""
        number = bisect_right(self._starts[article_id], start) - 1
        first = self._starts[article_id][number]
        return self._texts[article_id][number][start - first : end - first]


def _lacks(fact: Found, clock: Clock) -> str | None:
    """What would say which days or number a fact means; None where that is known."""
    if fact.known:
        return None
    if fact.lacks or fact.kind in ("amount", "count") or (fact.unit and fact.number.low is None):
        return fact.lacks or "vague"
    return "text" if clock.published else "publication"


def _values(fact: Found) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "value": fact.number.low,
        "value_to": fact.number.high,
        "bound": list(fact.bound),
        "unit": fact.unit,
        "gives": fact.gives,
        "resolved_from": fact.days[0].isoformat() if fact.days else None,
        "resolved_to": fact.days[1].isoformat() if fact.days else None,
        "resolved_by": fact.resolved_by,
        "checkable": fact.checkable,
        "certainty": fact.certainty,
        "corrected": False,
    }
