"""Who says a quotation that a noun of saying takes: 'A의 “…”는 지적', '“…”는 주장이 나온다'."""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.quoted.saying import Found, is_saying
from helpers.narrative.voices.quoted.window import Window
from helpers.narrative.voices.speakers.sources import Source, modified

_REJECTED = re.compile(r"^\s?(?:이?라)?는\s(?:말|주장|이야기|얘기|표현)[은는이에을]")
_THERE_ARE = frozenset(["있다", "없다", "많다", "적다", "늘다", "늘어나다", "줄다", "계시다", "존재하다"])
_GROUP_AMONG = re.compile(r"(?:사이|가운데|내부|안팎|쪽)(?:에서)?")
_NOUNS = sorted(listed("saying", "nouns"), key=len, reverse=True)


def of_noun(window: Window) -> Found:
    """The owner of the noun, who does what the clause after it says, or nobody; 'rejected' where he denies it."""
    clauses = window.following()
    if _REJECTED.match(window.after) and any(c.predicate.negated for c in clauses[:2]):
        return Found(None, None, "rejected")  # '…라는 말은 공감되지 않는다'
    phrase, written = _noun_phrase(window, clauses)
    noun = next((n for n in _NOUNS if re.search(rf"(?:^|[\s등의]){n}$", written)), None)
    if giver := window.giver(clauses):
        return Found(giver, noun, "stated")
    if noun and (owner := window.owner()):
        return Found(owner, noun, "stated")
    if noun is None and phrase and (whose := _whose_words(window, phrase)):
        there_are = any(c.predicate.lemma in _THERE_ARE for c in clauses[:1]) and whose.kind != "named"
        return Found(whose, None, "held" if there_are else "stated")
    if noun in listed("saying", "abuse") and phrase and (by := _of_abuser(window, clauses, phrase)):
        return replace(by, verb=noun)
    if phrase and noun and (named := re.match(rf"(?:등의\s)?(?P<who>.{{1,30}}?)(?:의)?\s+{noun}$", written)):
        source = window.bare(named["who"])
        if source and source.can_speak(strict=True) and source.bare not in ("등", "취지", "내용"):
            taken_up = phrase.role in ("object", "other") and window.goes_on_to_quote(phrase)
            return Found(source, noun, "taken up" if taken_up else "stated")
    if noun in ("질문", "물음") and (asker := _asker(window)):
        return Found(asker, noun, "stated")
    if noun and phrase and phrase.particle in ("에", "에도", "속에"):
        return Found(None, noun, "nobody")
    clause = next((c for c in clauses if c.kind != "adnominal" or is_saying(c)), None)
    circle = window.circle()
    impersonal = clause is not None and clause.predicate.lemma in listed("saying", "impersonal")
    own = noun is None or noun in listed("saying", "own_nouns")
    if noun and not circle and _is_taken_in(clauses, phrase, own):
        return Found(None, noun, "nobody")
    if clause is None or (noun and (impersonal or (circle and not own))):
        return Found(circle, noun, "stated" if circle else "nobody")
    return _by_actor(window, clauses, noun)


def _noun_phrase(window: Window, clauses: list[Clause]) -> tuple[Phrase | None, str]:
    """The phrase after the quotation, and the noun in it; the predicate's own where that is a noun with copula."""
    text = window.level.text
    following = [p for p in window.level.phrases if p.start > window.quote.end and p.start < window.end]
    phrase = next((p for p in following if not _GROUP_AMONG.fullmatch(text[p.start : p.end])), None)
    written = text[phrase.start : phrase.end] if phrase else ""
    copula = clauses[0].predicate if clauses and clauses[0].predicate.lemma.endswith("이다") else None
    if copula and (phrase is None or copula.start <= phrase.start):
        within = phrase is not None and phrase.start < copula.end
        return phrase, written if within else copula.lemma.removesuffix("이다")
    return phrase, written


def _whose_words(window: Window, phrase: Phrase) -> Source | None:
    """Of whom the words are told right after them: the 주민들 of '“못 살겠다”는 주민들'."""
    source = source_of(phrase, window.level)
    right_after = phrase.start - window.quote.end < 8
    return source if right_after and (source.is_person or source.is_known_body) and not source.abstract else None


def _is_taken_in(clauses: list[Clause], phrase: Phrase | None, own: bool) -> bool:
    """Does somebody else take the words in, or do they themselves do what the clause says.

    '“괜찮다”는 답변만 믿고 그는', '“떠나겠다”는 응답은 줄어 한강시는'.
    """
    clause = next((c for c in clauses if phrase and c.predicate.start > phrase.end), None)
    if phrase is None or clause is None:
        return False
    takes = phrase.role in ("object", "topic") and clause.predicate.lemma in listed("saying", "takes_in")
    return takes or (phrase.is_told_of and phrase in clause.phrases and not own)


def _of_abuser(window: Window, clauses: list[Clause], phrase: Phrase) -> Found | None:
    """Whom a clause within a noun phrase tells what he said: '“…” 등 막말은 물론 의혹까지 불거진 점장을 회사가 부른다'.

    Nobody where it describes a thing, '막말이 담긴 영상을 회사가 냈다'; None where it is no such clause.
    """
    clause = next((c for c in clauses[:1] if c.predicate.start > phrase.end), None)
    told = clause is not None and clause.kind == "adnominal" and not clause.times
    if clause is None or clause.modifies is None or not told or phrase.particle in ("에", "에도", "에서"):
        return None
    lemma, nobody = clause.predicate.lemma, Found(None, None, "nobody")
    own = (p for p in (clause.subject, *window.phrases_before()) if p and p != phrase and p.role == "subject")
    if by := next((s for s in (source_of(p, window.level) for p in own) if s.can_speak(strict=True)), None):
        return Found(by, None, "stated")
    bears = lemma in listed("saying", "takes_in") | listed("saying", "suffers")
    if bears or (phrase == clause.object and lemma not in listed("saying", "giving") | listed("saying", "utters")):
        return nobody  # '… 막말로 상처를 입은 직원', '… 막말을 나무란 야당은'
    whose = modified(source_of(clause.modifies, window.level))
    if whose.can_speak(strict=True):
        return Found(whose, None, "stated")
    topics = (source_of(p, window.level) for p in window.phrases_before() if p.role == "topic" and not p.place)
    by = next((source for source in topics if source.can_speak(strict=True)), None)
    return Found(by, None, "stated") if by else nobody  # '점장은 “…” 등의 폭언을 했다는 의혹을 받는다'


def _asker(window: Window) -> Source | None:
    """Who asks: '기자들로부터 “…”는 질문을 받았다'."""
    for phrase in reversed(window.phrases_before()):
        if re.match(r"(?:으로부터|로부터|에게서|한테서)", phrase.particle) or phrase.role == "subject":
            source = source_of(phrase, window.level)
            return source if source.can_speak(strict=True) else None
    return None


def _by_actor(window: Window, clauses: list[Clause], noun: str | None) -> Found:
    for clause in clauses[:3]:
        for source in window.candidates(clause, strict=True):
            verb = noun or (clause.predicate.lemma if is_saying(clause) else None)
            told_of = clause.predicate.lemma in _THERE_ARE and source.kind != "named" and not verb
            return Found(source, verb, "held" if told_of else "stated")
    verb = window.verb(clauses)
    if circle := window.circle():
        return Found(circle, noun, "stated")
    if any(_is_in_posts(clause, window) for clause in clauses[:1]):
        return Found(None, verb, "nobody")
    gives = any(c.predicate.lemma in listed("saying", "giving") for c in clauses[:1])
    if gives and noun in listed("saying", "own_nouns") | {"대화"} and (opening := window.opening()):
        return Found(opening, noun, "stated")  # '이사장이 지난해 드러난 일을 고치라는 권고에 “…”는 입장을 내놨다'
    return Found(None, noun or verb, "left out" if verb and not noun else "nobody")


def _is_in_posts(clause: Clause, window: Window) -> bool:
    """Does a clause tell what posts say, which nobody in particular wrote: '“…” 등 불안을 호소하는 글들이'."""
    last = source_of(clause.modifies, window.level).last.removesuffix("들") if clause.modifies else ""
    said = last in listed("saying", "postings") or last in listed("saying", "nouns")
    return clause.kind == "adnominal" and said and not any(p.may_act for p in clause.phrases)
