"""Section 5 of the narrative: what can be looked up, what it is about, and where to begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import chain, groupby

import pandas as pd

from helpers.reporting.korean.bounds import bounds_of, bounds_outside
from helpers.reporting.korean.days import has_days, leans_on_a_day
from helpers.reporting.messages import Message, message, paragraphs
from helpers.reporting.prose.reading import Key, Reading, Row, is_guess
from helpers.reporting.prose.rows import absent, key_of, records
from helpers.reporting.saying import Displayable

_MOST_RESOLVED = 2
_MOST_TO_LOOK_UP = 4
_MOST_IN_ONE = 3
_EXACT = 2  # digits that are no zeros at the end: 187만 and 3.5% are, 100% and 열 명 are not
_THRESHOLDS = {"이상", "이하", "미만", "초과"}  # what a rule asks for, no number of something that was counted
_TOO_MANY = 1000  # of which no rule asks for so many: 2만7000명 이상을 줄였다
_NAMED_DAY = re.compile(r"\d\s*월\s*\d+\s*일")  # a year alone may be part of a name, and says nothing to look up


def what_can_be_checked(reading: Reading) -> Displayable:
    """Say whether anything can be looked up, how words such as 내년 were resolved, and which counts differ."""
    return paragraphs(
        [*kinds(reading), *in_evidence(reading)], [*resolved(reading), *unresolved(reading)], at_odds(reading)
    )


def what_to_look_up(reading: Reading) -> Displayable:
    """The facts with which to begin testing the thesis, by name."""
    return paragraphs(look_up(reading))


def kinds(reading: Reading) -> list[Message]:
    """Say it if no fact was found, or none that can be looked up; their number stands in the table."""
    checked = reading.measure("facts_checkable")
    if not checked.total:
        return [message("facts.none")] if len(reading.sentences) else []
    return [] if checked.n else [message("facts.none_checkable", n=checked.total)]


def in_evidence(reading: Reading) -> list[Message]:
    """Say it if no sentence that bears on the thesis holds a fact; the finding says how large a part does."""
    held = reading.measure("checkable")
    return [message("facts.none_in_evidence")] if held.total and not held.n and reading.checkable else []


def resolved(reading: Reading) -> list[Message]:
    """Say that words such as 내년 were resolved against the day of publication, and the first of them."""
    found = (fact for fact in reading.checkable if _by_publication(fact) and _is_relative(fact))
    texts = list(dict.fromkeys(str(fact["text"]) for fact in found))
    if not texts:
        return []
    key = "facts.resolved" if len(texts) <= _MOST_RESOLVED else "facts.resolved_more"
    return [message(key, words=[message("facts.word", text=text) for text in texts[:_MOST_RESOLVED]])]


def unresolved(reading: Reading) -> list[Message]:
    """Say that the day of publication is missing, if a word such as 지난해 needs it, and where to write it."""
    open_ = undated(reading)
    if not open_:
        return []
    articles = [message("facts.article", name=name) for name in dict.fromkeys(str(f["article_id"]) for f in open_)]
    return [message("facts.undated", where=reading.links(open_), articles=articles)]


def undated(reading: Reading) -> list[Row]:
    """The words such as 지난해 that only the day of publication would resolve, in articles that do not tell theirs."""
    without = {str(row["article_id"]) for row in records(reading.articles) if absent(row["published_at"])}
    lacking = (fact for fact in records(reading.facts) if fact["lacks"] == "publication")
    return [fact for fact in lacking if str(fact["article_id"]) in without]


def at_odds(reading: Reading) -> list[Message]:
    """Counts of the same thing that differ from sentence to sentence."""
    return [
        message("facts.at_odds", thing=thing, where=measure.sentences)
        for thing, measure in reading.groups("contradictions").items()
    ]


def look_up(reading: Reading) -> list[Message]:
    """The exact facts in supporting sentences of the body: amounts first, then other numbers, then days."""
    parts = [
        message("look_up.facts", texts=_texts(each), where=reading.links([each[0][1]])) for each in _chosen(reading)
    ]
    return [message("look_up.begin", parts=parts)] if parts else []


def facts_to_look_up(reading: Reading) -> pd.DataFrame:
    """The same facts as rows of tables.FACTS, for a table; ``text`` has their bounds, too."""
    rows = [{**fact, "text": text} for each in _chosen(reading) for text, fact in each]
    return pd.DataFrame(rows, columns=list(reading.facts))


def _chosen(reading: Reading) -> list[list[tuple[str, Row]]]:
    """For each of the few sentences with which to begin, its exact facts: their words, and the fact."""
    supporting = {key_of(row) for row in reading.of_stance("supports") if row["section"] == "body" and row["checkable"]}
    facts: dict[Key, list[Row]] = {}
    last = reading.articles["published_at"].dropna().astype(str).max()
    for fact in reading.checkable:
        to_come = not absent(last) and not absent(fact["resolved_from"]) and str(fact["resolved_from"]) > last[:10]
        if key_of(fact) in supporting and not is_guess(fact) and not to_come and _is_exact(fact):
            facts.setdefault(key_of(fact), []).append(fact)
    ordered = sorted(facts.values(), key=lambda own: (min(map(_rank, own)), key_of(own[0])))
    told: dict[str, Row] = {}  # each once, where it stands first
    for row in chain.from_iterable(ordered):
        told.setdefault(f"{row['text']}{bounds_outside(row)}", row)
    sentences = [list(group) for _, group in groupby(told.items(), lambda item: key_of(item[1]))]
    return [sorted(each, key=_by_kind)[:_MOST_IN_ONE] for each in sentences[:_MOST_TO_LOOK_UP]]


def _rank(fact: Row) -> tuple[int, int]:
    """Amounts first, then other numbers, those with most digits before, then days."""
    return _kind(fact), -_digits(fact)


def _kind(fact: Row) -> int:
    return {"amount": 0, "count": 1}.get(str(fact["kind"]), 2)


def _is_exact(fact: Row) -> bool:
    """Is it a sum of money, an exact number, or a day that the text names? Only these can be found."""
    if has_days(fact):
        return _NAMED_DAY.search(str(fact["text"])) is not None
    limit = _THRESHOLDS & set(bounds_of(fact)) and float(fact["value"]) < _TOO_MANY
    exact = fact["kind"] == "amount" or (fact["kind"] == "count" and _digits(fact) >= _EXACT)
    return exact and not absent(fact["value"]) and not limit


def _digits(fact: Row) -> int:
    """How many digits a number has without the zeros at its ends; 0 for a date."""
    if fact["kind"] == "date" or absent(fact["value"]):
        return 0
    return len(f"{Decimal(str(fact['value'])):f}".replace(".", "").strip("0"))


def _by_kind(told: tuple[str, Row]) -> int:
    return _kind(told[1])


def _texts(told: Sequence[tuple[str, Row]]) -> list[Message]:
    return [message("facts.word", text=text) for text, _ in told]


def _is_relative(fact: Row) -> bool:
    """Is it a word such as 지난해 or 십여 년 전? Days and months that only lack their year, 이날 and 십 년 뒤 are not.

    십 년 뒤 in a story is counted from something that the story tells, which may be long before the publication.
    """
    text = str(fact["text"]).strip()
    if leans_on_a_day(text):
        return False
    ago = text.endswith("전") and not text.endswith("오전")
    return ago or not (text[:1].isdigit() or text.endswith(("뒤", "후")))


def _by_publication(fact: Row) -> bool:
    """Were its days found by the day of publication?"""
    return has_days(fact) and bool(fact["resolved_by"] == "publication")
