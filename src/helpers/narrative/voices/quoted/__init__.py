"""Who says a quotation, as far as its own sentence tells: the subject of the verb that governs it, or an owner."""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.lexicons import words as listed
from helpers.narrative.grammar.quotations import Quote
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.passages import Passage
from helpers.narrative.voices.quoted.nouns import of_noun
from helpers.narrative.voices.quoted.saying import ANSWERED, BETWEEN, LINK, THAT_IS, Found
from helpers.narrative.voices.quoted.verbs import of_verb
from helpers.narrative.voices.quoted.window import Window
from helpers.narrative.voices.speakers.naming import is_surname

__all__ = ["Found", "speaker_in"]

_NOUN = "|".join(sorted(listed("saying", "nouns"), key=len, reverse=True))
_BY = re.compile(
    rf"^\s?(?:(?:이?라)?는|이?란)\s(?:게|것이|것은)\s(?P<who>[^,.“”]{{1,40}}?){BETWEEN}(?P<noun>{_NOUN})"
    r"(?:이다|다|이었다|였다|이라|입니다)"
)
_OWNER = re.compile(
    rf"[.\s]{{0,9}}(?P<who>[^,.“”\"]{{2,40}}?)(?:의\s(?P<noun>{_NOUN})|(?:이|가)\s(?:[^\s.]+\s){{0,4}}?한\s말)(?:이다|다|이었다|였다|입니다)"
)
_IN_BRACKETS = re.compile(r"\s?\((?P<who>[가-힣]{3})\)(?=[,\s라고며])")  # '“…”(김하늘), “…”(박바다)라고 했다'
_BEHIND = re.compile(r"\s?\((?P<who>[^()\d“”]{3,40})\)\s*$")  # '“…”(김하늘 하늘대 교수)', a paragraph of its own


def speaker_in(quote: Quote, passage: Passage, level: Level) -> Found:
    """The speaker of a quotation by the sentence around it; ``level`` is the one that it stands in."""
    window = Window(quote, passage, level)
    if by := _BY.match(window.after):
        return Found(window.bare(by["who"].removesuffix("의").strip()), by["noun"], "stated")
    owner = _OWNER.match(passage.text, quote.end + 1)
    if owner and (who := window.bare(owner["who"].strip())):
        return Found(who, owner["noun"] or "말", "stated")
    if (behind := _IN_BRACKETS.match(passage.text, quote.end + 1)) and is_surname(behind["who"]):
        return Found(window.bare(behind["who"]), window.verb(window.following()), "stated")
    signed = _BEHIND.match(passage.text, quote.end + 1)
    if signed and (who := window.bare(signed["who"])) and who.name:
        return Found(who, None, "stated")
    if said := window.as_said():
        return Found(said, None, "stated")
    if THAT_IS.match(window.after) and not window.has_topic():
        return Found(None, None, "left out")  # '시는 반발했다. “시작이 잘못됐다”는 것이다'
    if ANSWERED.match(window.after):
        return Found(None, None, "nobody")
    link = LINK.match(window.last_after())
    if link and (link["adnominal"] or link["list"]):
        return of_noun(window)
    clauses = window.following()
    if link or clauses:
        at_once = None if link else window.taken_at_once(clauses)
        found = of_verb(window, clauses, bool(link or at_once))
        return replace(found, verb=at_once) if at_once else found
    named = window.named_before()
    return Found(named, None, "stated") if named else Found(None, None, "alone")
