"""Words that a sentence gives to somebody without quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from helpers.narrative.phrases import subject_of
from helpers.narrative.saying import (
    ACCORDING,
    ALSO,
    AMONG,
    ATTRIBUTED,
    ISSUED,
    NO_SOURCE,
    ON_AIR,
    OWN,
    SAID_BY,
    SAID_OF_NOBODY,
    STRONG_MARK,
    verb_in,
)
from helpers.narrative.speakers import Speaker, kind_of

LONGEST_SENTENCE = 2000  # characters: what is longer is no sentence of a newspaper
_JOINT = re.compile(r"(?:지만|으나|는\s?반면),\s")
_ASIDE = re.compile(r"^[^“”\"‘’,]{4,40}인데,?\s(?=\S+[은는]\s)")  # '운영비는 11억원인데 시는 더 쓰겠다고 한다'
_TOPIC = re.compile(r"\S[은는](?=\s)")
_SUBJECTS = tuple(  # the first word that ends as a subject does, or the second to the seventh
    re.compile(rf"^(?P<who>(?:[^\s,]+\s+){{{before}}}(?:[^\s,]+?(?:은|는|들이|들도)|[^\s,]*?{ALSO}))\s")
    for before in range(7)
)


@dataclass(frozen=True)
class Paraphrase:
    """The words ``[start, end)`` and who says them."""

    start: int
    end: int
    speaker: Speaker


def on_air(sentence: str, speaker: Speaker | None = None) -> Paraphrase | None:
    """The words of an interview that a broadcast prints in square brackets; those of ``speaker`` where one goes on."""
    opening = ON_AIR.match(sentence)
    if opening:
        name = " ".join(opening["who"].replace("/", " ").split())
        speaker = Speaker(name, kind_of(name))
    if speaker is None:
        return None
    start = opening.end() if opening else 0
    end = sentence.find("]", start)
    return Paraphrase(start, end if end > start else len(sentence), speaker)


def paraphrases(sentence: str) -> list[Paraphrase]:
    """The words of a sentence that it gives to somebody without marks; of each clause, if each has a speaker."""
    for joint in _JOINT.finditer(sentence):
        one, other = paraphrase(f"{sentence[: joint.start()]}다"), paraphrase(sentence[joint.end() :])
        if one and other and one.speaker.name and other.speaker.name not in (None, one.speaker.name):
            return [one, replace(other, start=joint.end() + other.start, end=joint.end() + other.end)]
    start = aside.end() if (aside := _ASIDE.match(sentence)) else 0
    found = paraphrase(sentence[start:])
    return [replace(found, start=start + found.start, end=start + found.end)] if found else []


def paraphrase(sentence: str) -> Paraphrase | None:
    """The words of a sentence that it gives to somebody without quotation marks; None if there are none."""
    if len(sentence) > LONGEST_SENTENCE:
        return None
    if by := SAID_BY.search(sentence):
        return Paraphrase(0, by.start() + 1, _speaker(by["who"].removesuffix("의").strip(), by["noun"]))
    if nobody := SAID_OF_NOBODY.search(sentence):
        return _of_noun(sentence, nobody)
    return _of_subject(sentence) or _according(sentence)


def _of_subject(sentence: str) -> Paraphrase | None:
    """'기상청은 눈이 내린다고 밝혔다', '업계는 ... 로 분석한다'."""
    said = ATTRIBUTED.search(sentence)
    found = (pattern.match(sentence) for pattern in _SUBJECTS) if said else ()
    named = ((subject, subject_of(subject["who"])) for subject in found if subject)
    subject, who = next(((subject, who) for subject, who in named if who), (None, None))
    if not said or not subject or not who:
        return None
    end = max(said.end("mark"), said.end("that"))
    if subject.end() >= end or (not STRONG_MARK.search(sentence[:end]) and kind_of(who) == "named"):
        return None
    return Paraphrase(subject.end(), end, _speaker(who, verb_in((said["verb"] or said["said"]) + "다")))


def _according(sentence: str) -> Paraphrase | None:
    """'기상청에 따르면 눈이 내린다', '기상청이 낸 자료에 따르면 눈이 내린다'."""
    found = ISSUED.match(sentence) or ACCORDING.match(sentence)
    named = next(filter(None, found.groups()), None) if found else None
    who = subject_of(f"{named}께서") if named else None
    if not found or not who or NO_SOURCE.search(who):
        return None
    end = len(sentence.rstrip(" .!?"))
    return Paraphrase(found.end(), end, _speaker(who, "따르다")) if found.end() < end else None


def _of_noun(sentence: str, found: re.Match[str]) -> Paraphrase:
    """'업계에서는 ... 는 분석이 나온다', '정부는 ... 는 입장이다', '... 는 평가다'."""
    noun, end = found["noun"], found.start() + 1
    end -= 2 if sentence[:end].endswith("이라") else 0
    if group := AMONG.match(sentence):
        return Paraphrase(group.end(), end, Speaker(group["who"], "unnamed", noun))
    for topic in _TOPIC.finditer(sentence.split(",")[0], 0, end) if noun in OWN else ():
        if owner := subject_of(sentence[: topic.end()]):
            return Paraphrase(topic.end(), end, _speaker(owner, noun))
    return Paraphrase(0, end, Speaker(None, "unnamed", noun, "누구의 말인지 밝히지 않음"))


def _speaker(name: str, verb: str | None) -> Speaker:
    return Speaker(name, kind_of(name), verb)
