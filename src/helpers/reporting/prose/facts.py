"""Section 5 of the narrative: what can be looked up, what it is about, and where to begin."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.lexicons import words
from helpers.reporting.messages import Message, message, paragraphs
from helpers.reporting.prose.dates_and_amounts import span_of
from helpers.reporting.prose.reading import Key, Reading, Row, is_guess
from helpers.reporting.prose.rows import absent, key_of, records
from helpers.reporting.saying import Displayable

_MOST_RESOLVED = 4
_MOST_TO_LOOK_UP = 4
_MOST_IN_ONE = 3


def what_can_be_checked(reading: Reading) -> Displayable:
    """How much of the evidence holds a fact, what was made of words such as 내년."""
    return paragraphs(
        [*kinds(reading), *in_evidence(reading)], [*by_claim(reading)], [*resolved(reading), *unresolved(reading)],
        at_odds(reading),
    )  # fmt: skip


def what_to_look_up(reading: Reading) -> Displayable:
    """Where somebody who wants to test the thesis would begin, by name."""
    return paragraphs(look_up(reading))


def kinds(reading: Reading) -> list[Message]:
    """That no fact was found, or none that can be looked up; how many there are tells their table."""
    checked = reading.measure("facts_checkable")
    if not checked.total:
        return [message("facts.none")] if len(reading.sentences) else []
    return [] if checked.n else [message("facts.none_checkable", n=checked.total)]


def in_evidence(reading: Reading) -> list[Message]:
    """How many sentences that bear on the thesis hold a fact."""
    held = reading.measure("checkable")
    if not held.total or not reading.checkable:
        return []
    if not held.n:
        return [message("facts.none_in_evidence", n=held.total)]
    return [message("facts.in_evidence", n=held.total, held=held.n, where=held.sentences)]


def by_claim(reading: Reading) -> list[Message]:
    """Which claims the checkable evidence is about: do facts and thesis meet."""
    sizes = {claim: reading.measure("checkable", claim=claim, stance="supports") for claim in reading.claims}
    supported = {claim: measure for claim, measure in sizes.items() if measure.total}
    if len(supported) < 2 or not any(measure.n for measure in supported.values()):
        return []
    parts = [
        message(
            "facts.of_all_claim" if measure.n == measure.total else "facts.of_claim",
            claim=reading.claim(claim),
            n=measure.n,
            all=measure.total,
        )
        for claim, measure in supported.items()
        if measure.n
    ]
    return [message("facts.by_claim", parts=parts)]


def resolved(reading: Reading) -> list[Message]:
    """What words such as 내년 were taken to mean on the day of publication; words of the same meaning together."""
    spans: dict[str, list[str]] = {}
    for fact in reading.checkable:
        if _by_publication(fact) and _is_relative(fact) and fact["text"] not in spans.setdefault(span_of(fact), []):
            spans[span_of(fact)].append(fact["text"])
    parts = [
        message("facts.means", words=[message("facts.word", text=word) for word in words], span=span)
        for span, words in list(spans.items())[:_MOST_RESOLVED]
    ]
    more = len(spans) - len(parts)
    if not parts:
        return []
    return [message("facts.resolved_some" if more > 0 else "facts.resolved", parts=parts)]


def unresolved(reading: Reading) -> list[Message]:
    """That the file has no day of publication, where a word such as 지난해 needs one; and what to write where."""
    undated = [str(row["article_id"]) for row in records(reading.articles) if absent(row["published_at"])]
    open_ = [
        fact for fact in records(reading.facts) if fact["lacks"] == "publication" and str(fact["article_id"]) in undated
    ]
    if not open_:
        return []
    articles = [message("facts.article", name=name) for name in dict.fromkeys(str(f["article_id"]) for f in open_)]
    return [message("facts.undated", n=len(open_), where=reading.links(open_), articles=articles)]


def at_odds(reading: Reading) -> list[Message]:
    """Counts of the same thing that differ from sentence to sentence."""
    return [
        message("facts.at_odds", thing=thing, where=measure.sentences)
        for thing, measure in reading.groups("contradictions").items()
    ]


def look_up(reading: Reading) -> list[Message]:
    """The facts in supporting sentences of the body, sentence by sentence, those with sums of money first."""
    supporting = {key_of(row) for row in reading.of_stance("supports") if row["section"] == "body" and row["checkable"]}
    facts: dict[Key, list[Row]] = {}
    for fact in reading.checkable:
        if key_of(fact) in supporting and not is_guess(fact) and not _by_publication(fact) and not _points(fact):
            facts.setdefault(key_of(fact), []).append(fact)
    ordered = sorted(facts.values(), key=lambda own: (-sum(f["kind"] == "amount" for f in own), key_of(own[0])))
    told = {tuple(dict.fromkeys(str(fact["text"]) for fact in own)): own for own in reversed(ordered)}
    parts = [
        message("look_up.facts", texts=_texts(texts), where=reading.links(own[:1]))
        for texts, own in [*reversed(told.items())][:_MOST_TO_LOOK_UP]
    ]
    return [message("look_up.begin", parts=parts)] if parts else []


def _texts(texts: Sequence[str]) -> list[Message]:
    return [message("facts.word", text=text) for text in texts[:_MOST_IN_ONE]]


def _points(fact: Row) -> bool:
    """Is it a word such as 이날, which says a day only where it stands."""
    return str(fact["text"]).replace(" ", "").startswith(tuple(words("pronouns", "days")))


def _is_relative(fact: Row) -> bool:
    """Is it a word such as 지난해 or 십여 년 전: no day or month that only lacks its year, no 이날, and no 십 년 뒤.

    What came later in a story came later than something that it tells, and that may be long before the publication.
    """
    text = str(fact["text"]).strip()
    if _points(fact):
        return False
    ago = text.endswith("전") and not text.endswith("오전")
    return ago or not (text[:1].isdigit() or text.endswith(("뒤", "후")))


def _by_publication(fact: Row) -> bool:
    """Was a date resolved against the day of publication."""
    if absent(fact["resolved_from"]):
        return False
    return fact["resolved_by"] == "publication" if "resolved_by" in fact else "게재일" in str(fact["note"])
