"""On what day words in quotation marks were said, from which 내일 and 다음 달 in them are counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from helpers.narrative.facts.found import Found
from helpers.narrative.facts.times.calendar import shift_month
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.pieces import TIMES
from helpers.narrative.grammar import Quote, Sentence, pair_quotes
from helpers.narrative.grammar.quotations import DOUBLE

Within = Callable[[int], bool]

_FORMS = frozenset([*TIMES["was_held"], *TIMES["is_to_be_held"]])
_TOLD_SO = re.compile(r"\s?(?:것(?:으로|이라)|혐의)")
_SPAN = re.compile(r"\s?(?:부[터턴]|까[지진]|이후|이전|전(?![가-힣])|보다|의\s|\))")
_GOES_ON = re.compile(r"(?:이어|또|그러면서|아울러|특히)(?:\s|,)")
_UNTIL = re.compile(r"(?:내달|다음\s?달)\s?\d{1,2}일[^”\"]{0,12}까지")
# between a time and the words: what was done then is another matter than what was said (지난해 값이 내렸지만 “…”)
_OTHER_MATTER = re.compile(r"(?:[고며자데나]|지만|면서|(?<!에)서|[한된던할될]|보다|대비)(?=[\s,])")
_A_MONTH = 27  # days between the first and the last of one, at least
NEAR = 3  # sentences after a day in which words may still be of it
_SAID = re.compile(r"[\"”]\s?(?:이?라?고|이?라며|며|면서)(?:도|는)?\s$")


def within(sentence: Sentence) -> Within:
    """Whether a time at a place only says which noun is meant (지난 7일 막힌 길을), so that nothing told of is of it.

    What was held on a day is told of (16일 열린 대회에서), and so is what is found to be so (7일 막은 것으로 드러났다).
    """

    def says_which(position: int) -> bool:
        clause = sentence.clause_of(position)
        if (
            clause is None
            or clause.kind != "adnominal"
            or clause.times
            or _TOLD_SO.match(sentence.text, clause.predicate.end)
        ):
            return False
        return sentence.text[: clause.predicate.end].split()[-1] not in _FORMS

    return says_which


def speeches_of(text: str) -> list[Quote]:
    """The quotations in double marks that stand in no other."""
    return [quote for quote in pair_quotes(text) if quote.family == DOUBLE and quote.depth == 0]


def day_of_saying(text: str, quote: Quote, facts: Sequence[Found], within: Within | None) -> date | None:
    """The day that the sentence names right before its words in marks, or between them and the verb; None if none.

    facts  those that stand outside of the quotations
    """
    named = [fact for fact in facts if _is_a_day(text, fact) and not (within and within(fact.start))]
    after = [fact for fact in named if fact.start > quote.end and _SAID.fullmatch(text, quote.end, fact.start)]
    before = [fact for fact in named if fact.end < quote.start]
    told = after[:1] or before[-1:]
    return told[0].days[0] if told and told[0].days else None


def time_of_saying(
    text: str, quote: Quote, facts: Sequence[Found], published: date | None, within: Within | None
) -> Found | None:
    """The month or year, over by publication, in which the sentence says that the words were said; None if none.

    2023년 6월 그는 “다음 달 …”이라고: nothing but nouns stands between the two, no verb of another matter.
    """
    before = [fact for fact in facts if fact.end < quote.start and fact.days and fact.kind in ("date", "period")]
    last = before[-1] if before else None
    if last is None or last.days is None or _SPAN.match(text, last.end):
        return None
    if published is None or last.days[1] >= published:
        return None
    if (last.days[1] - last.days[0]).days < _A_MONTH or (within and within(last.start)):
        return None
    return None if _OTHER_MATTER.search(text, last.end, quote.start) else last


def goes_on_from(text: str, quote: Quote, clock: Clock) -> date | None:
    """The day of words whose sentence names none: of those that they go on from (이어 “…”), or of what they tell of.

    Who announces until when of the next month something shall last does so when it begins.
    """
    if _GOES_ON.match(text) or not text[: quote.start - 1].strip():
        return clock.of_words if clock.silent < 2 else None
    told = clock.named[-1].day if clock.named and clock.silent <= NEAR else None
    if told is None or clock.published is None or not _UNTIL.search(text, quote.start, quote.end):
        return None
    return told if (told.year, told.month) == shift_month(clock.published, -1) else None


def _is_a_day(text: str, fact: Found) -> bool:
    """Does a fact name one day, and no end of a span."""
    return fact.days is not None and fact.days[0] == fact.days[1] and not _SPAN.match(text, fact.end)
