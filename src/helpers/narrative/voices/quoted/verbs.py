"""Who says a quotation that a verb governs: the subject of that verb."""

from __future__ import annotations

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.quoted.saying import LOOSE, Found, is_saying
from helpers.narrative.voices.quoted.window import Window

_CHARGES = tuple(sorted(listed("saying", "charges")))


def _supposes(clause: Clause) -> bool:
    """Is it only supposed that somebody says so: '이웃 나라에서 “…”고 한다면'."""
    own = [p for p in clause.phrases if p.may_act]
    return clause.predicate.lemma in ("하다", "치다", "가정하다") and clause.relation == "condition" and not own


def _is_share(phrase: Phrase, window: Window) -> bool:
    return window.level.text[phrase.start : phrase.end] in listed("saying", "shares")


def of_verb(window: Window, clauses: list[Clause], linked: bool) -> Found:
    verb = None
    if giver := window.giver(clauses):
        return Found(giver, window.verb(clauses), "stated")
    for number, clause in enumerate(clauses[:4]):
        says = is_saying(clause)
        others = number > 0 and any(p.role == "subject" and p.start > window.quote.end for p in clause.phrases)
        told_of = clause.kind == "adnominal" and (not says or others)
        if told_of and number + 1 < len(clauses) and (window.has_topic() or (others and not (linked or says))):
            continue  # '그는 “…”며 노인이 사는 마을에 가겠다고 했다'
        if number == 0 and linked and _supposes(clause):
            return Found(None, clause.predicate.lemma, "nobody")
        if number and is_saying(clauses[number - 1]) and clauses[number - 1].relation == "and" and clause.quote:
            break  # '다리에 대해선 “…”고 물었고 시장은 “…”고 답했다': each his own
        if number == 0 and not says and LOOSE.match(window.after) and window.said_by_outer(clause, clauses[1:4]):
            continue  # '관장은 “…”며 시가 그림을 사들일 것을 제안했다'
        own = LOOSE.match(window.after) and any(phrase.start > window.quote.end for phrase in clause.phrases)
        if clause.kind == "quoting" and (own or not says) and number + 1 < len(clauses):
            continue  # its subject is of whom the words speak: '“…”며 호남이 나서 달라고 호소했다'
        verb = verb or (clause.predicate.lemma if says else None)
        if says and clause.kind == "adnominal" and clause.modifies and _is_share(clause.modifies, window):
            return Found(None, verb, "nobody")  # '“…”고 답한 비율이'
        for source in window.candidates(clause, strict=not (says and linked)):
            if not linked and window.closed and not (source.name or window.after.strip().startswith(source.text)):
                continue
            return Found(source, verb or window.verb(clauses[number:]), "stated")
        if clause.kind == "final" or (number == 0 and linked and says and clause.ending == "자"):
            break  # '“…”고 하자, 시장이 웃었다': whoever said it before him
    for phrase in reversed(window.phrases_before()):
        if phrase.is_told_of and (phrase.place or phrase.role == "topic") and phrase.start < window.first:
            source = source_of(phrase, window.level)
            if source.can_speak(strict=True) and not window.taken(phrase):
                return Found(source, verb or window.verb(clauses), "stated")
    if named := window.named_before() or window.opening(named=True):
        return Found(named, verb, "stated")
    if window.asking():
        asked = window.asked()
        return Found(asked, verb, "stated" if asked else "answers")
    if any(c.modifies and window.level.text[c.modifies.start : c.modifies.end].startswith(_CHARGES) for c in clauses):
        return Found(None, verb, "nobody")  # '‘…’고 협박한 혐의도 있다': whoever is accused
    return Found(None, verb or window.verb(clauses), "left out")
