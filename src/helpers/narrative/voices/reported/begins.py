"""Where words begin: behind who says them, what was said before them, and how, where and when they were said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.lexicons import load
from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import QUOTED
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.quoted.saying import LINK, is_saying
from helpers.narrative.voices.reported.addressed import answered, past_whom
from helpers.narrative.voices.speakers.sources import Source

_AFTERWARDS = re.compile(r"(?:\s(?:뒤|후|다음|데\s이어)(?=[\s,]))?")
_DATELINE = re.compile(
    r"\([^()=]{1,12}=[^()=]{1,20}\)\s*(?:\S{2,4}\s(?:선임기자|기자|특파원)\s*=\s*)?"
)  # '(한강=하늘통신) 박하늘 기자 ='
_WITH = re.compile(r"(?:[가-힣A-Z]{2,8}\s)?[가-힣A-Za-z0-9‘’'<>]{1,15}[와과](?:의)?\s")  # '본지와의 통화에서'
_RIGHT_AFTER = re.compile(r"[^\s,“”]{2,12}\s(?:[^\s,“”]{2,12}\s)?(?:직후|직전)\s(?=\S)")  # '개표 직후 기자회견에서'
_TOO = re.compile(r"\s(?:역시|또한)(?=\s)")
_BY = re.compile(r"\s?\([^()]{1,20}\)")
_HOUR = r"(?:\s(?:이른\s)?(?:오전|오후|새벽|아침|낮|밤|저녁))?(?:\s\d{1,2}시(?:\s?\d{1,2}분|\s반)?(?:께|쯤|경)?)?"
_DAY = re.compile(rf"(?:지난\s|오는\s)?\d{{1,2}}일(?:\(현지\s?(?:시간|시각)\))?{_HOUR}(?=[\s,])")
_WHEN = re.compile(r"(?:지난해|작년|올해|지난달|이달|지난주|최근|당시|전날|이날|어제|오늘)(?:은|는|엔|에는)?\s")
_THIS = re.compile(r"(?:(?:이|그|여기)에\s대|이와\s관련)(?:해|하여)(?:서)?(?:는|도)?,?\s")
_HELD_IN = re.compile(r"\s(?:과정|자리|도중|직후)$")  # '변론 과정에서', '회견 자리에서


def start_of(clause: Clause, source: Source | None, level: Level, start: int) -> int:
    """Where words begin that end with ``clause``, in a sentence that begins at ``start``.

    After the speaker where he stands before them, after what was said by somebody before, after a quotation in marks,
    and after how and where they were said: 기자회견을 열고, 보고서를 인용해. A conjunction is none of them.
    """
    limit = clause.predicate.start
    first = max([start, *said_before(clause, level, start)])
    if source and source.morphemes:
        named = source.morphemes[-1].end
        particle = next((p.particle_end for p in level.phrases if p.end == named), named)
        too = _TOO.match(level.text, particle)
        first = (too.end() if too else particle) if first <= particle <= limit else first
    first = _past_clauses(_past_asked(first, clause, level), limit, level)
    first = min(_past_words(first, limit, level), limit)
    return min(_past_words(past_whom(first, clause, level), limit, level), limit)


def _past_asked(first: int, clause: Clause, level: Level) -> int:
    """``first`` moved over what he asked for or stressed who says the words: '대책을 요구하면서 다시 오겠다고 말했다'.

    Not where somebody else did, and not before a verb that judges: '돈을 달라면서 일은 미룬다고 꼬집었다'.
    """
    after = next((c for c in level.clauses if c.predicate.start > clause.predicate.start), None)
    if clause.kind != "quoting" or after is None or after.predicate.lemma not in listed("saying", "says_only"):
        return first
    own = [c for c in level.clauses if first <= c.predicate.start < clause.predicate.start]
    told = [p for p in level.phrases if first <= p.start < clause.predicate.start and p.is_told_of]
    for other in own:
        asks = other.predicate.lemma in listed("saying", "asks") | listed("saying", "tells_of")
        if other.kind != "connective" or other.ending not in ("면서", "으면서") or not asks:
            continue
        before = [p for p in level.phrases if first <= p.start < other.predicate.start]
        if any(p.role == "object" for p in before) and not any(p.start < other.predicate.start for p in told):
            return other.predicate.end
    return first


def said_before(clause: Clause, level: Level, start: int) -> list[int]:
    """The ends of what was said before the clause in its sentence: '시는 …고 밝혔고, ', '“…”라며 '."""
    ends: list[int] = []
    quoting = False
    for other in level.clauses:
        if not start <= other.predicate.start < clause.predicate.start:
            continue
        if quoting and is_saying(other) and other.kind in ("connective", "final") and other.relation != "condition":
            ends.append(other.predicate.end)
        if to_what := answered(other, level):
            ends.append(to_what)
        if other.predicate.lemma in ("따르다", "의하다") and other.ending == "면":
            ends.append(other.predicate.end)
        quoting = other.kind == "quoting" or (quoting and other.kind != "final")
    for quote in level.morphemes:
        if quote.tag == QUOTED and start <= quote.start < clause.predicate.start:
            by = _BY.match(level.text, quote.end)  # '“…”(김하늘) 등'
            if not (link := LINK.match(level.text, by.end() if by else quote.end)) or _is_told_of(link, level):
                continue
            verb = next((c for c in level.clauses if c.predicate.start >= quote.end), clause)
            said = is_saying(verb) and verb is not clause and not any(p.start > quote.end for p in verb.phrases)
            end = verb.predicate.end if said else link.end()
            after = _AFTERWARDS.match(level.text, end)
            ends.append(after.end() if after else end)
    return ends


def _is_told_of(link: re.Match[str], level: Level) -> bool:
    """Does a quotation only say what a thing is, which is within what is said: '‘둑이 낮다’는 첩보를 모은다고'."""
    noun = next((p for p in level.phrases if p.start >= link.end()), None)
    return bool(link["adnominal"]) and noun is not None and source_of(noun, level).last not in listed("saying", "nouns")


def _past_clauses(first: int, limit: int, level: Level) -> int:
    """``first`` moved over clauses that say how the words were said: '10일 기자회견을 열고', '조사를 인용해'."""
    manners = listed("saying", "manners")
    for clause in level.clauses:
        if clause.predicate.end >= limit or clause.kind != "connective" or clause.predicate.start < first:
            continue
        held = [level.text[p.start : p.end] for p in clause.phrases if p.start >= first]
        occasion = any(_ends_with(text, "occasions") for text in held)
        if clause.start < first and not held:
            break
        by = source_of(clause.object, level) if clause.object else None  # 대변인을 통해
        through = clause.predicate.lemma == "통하다" and by is not None and by.is_person
        through = through or (clause.predicate.lemma == "통하다" and by is not None and _is_said(by.last))
        cites = clause.predicate.lemma in listed("saying", "cites") and clause.ending in ("며", "면서", "어")
        cites = cites and clause.object is not None
        if not (cites or (clause.predicate.lemma in manners and (occasion or through))):
            break
        first = clause.predicate.end
    return first


def _past_words(first: int, limit: int, level: Level) -> int:
    """``first`` moved over conjunctions, the day, and the occasion on which the words were said."""
    text = level.text
    joining: Sequence[str] = load("saying")["joining"].split(";")
    while True:
        while first < limit and text[first] in " ,·":
            first += 1
        if this := _THIS.match(text, first):
            first = this.end()
            continue
        word = next((w for w in joining if text.startswith(w, first) and text[first + len(w)] in " ,"), None)
        if word:
            first += len(word)
            continue
        stamp = _DAY.match(text, first) or _DATELINE.match(text, first)
        if stamp and stamp.end() < limit:
            first = stamp.end()
            continue
        beside = _WITH.match(text, first)
        at = beside.end() if beside else first
        when = _WHEN.match(text, at)
        at = _past_held(when.end() if when else at, level)
        behind = _RIGHT_AFTER.match(text, at)
        at = behind.end() if behind else at
        phrase = next((p for p in level.phrases if p.start <= at < p.end and p.place and p.particle_end < limit), None)
        if phrase and phrase.role in ("place", "topic") and _ends_with(text[phrase.start : phrase.end], "occasions"):
            first = phrase.particle_end
            continue
        return first


def _past_held(first: int, level: Level) -> int:
    """``first`` moved over a clause that tells when an occasion was: '지난 7일 열린 회의에서'."""
    held = (c for c in level.clauses if c.predicate.start >= first and c.kind == "adnominal" and c.modifies)
    clause = next(held, None)
    noun = clause.modifies if clause else None
    if clause is None or noun is None or clause.predicate.lemma not in listed("saying", "takes_place"):
        return first
    beside = not level.text[clause.predicate.end : noun.start].strip()
    return noun.start if beside and not clause.subject else first


def _is_said(noun: str) -> bool:
    return noun in listed("saying", "said_with_hada")


def _ends_with(text: str, key: str) -> bool:
    text = text if text.endswith(("조사 과정", "연구 과정")) else _HELD_IN.sub("", text)
    return text.split(" ")[-1] in listed("saying", key) or any(text.endswith(word) for word in listed("saying", key))
