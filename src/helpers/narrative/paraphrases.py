"""Words that a sentence gives to somebody without quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.narrative.phrases import subject_of
from helpers.narrative.saying import ATTRIBUTED, OWN, SAID_BY, SAID_OF_NOBODY, STRONG_MARK, verb_in
from helpers.narrative.speakers import Speaker, kind_of

LONGEST_SENTENCE = 2000  # characters: what is longer is no sentence of a newspaper
_TOPIC = re.compile(r"\S[은는](?=\s)")
_AMONG = re.compile(
    r"^(?:\S+\s+){0,4}?(?P<who>(?:\S+\s){0,2}\S*"
    r"(?:업계|일각|시장|학계|전문가들?(?: 사이)?|정치권|재계|누리꾼들?|안팎))에서[는도]?\s"
)
_SUBJECT = re.compile(r"^(?P<who>(?:[^\s,]+\s+){0,6}?[^\s,]+?(?:은|는|들이|들도))\s")


@dataclass(frozen=True)
class Paraphrase:
    """The words ``[start, end)`` and who says them."""

    start: int
    end: int
    speaker: Speaker


def paraphrase(sentence: str) -> Paraphrase | None:
    """The words of a sentence that it gives to somebody without quotation marks; None if there are none."""
    if len(sentence) > LONGEST_SENTENCE:
        return None
    if by := SAID_BY.search(sentence):
        return Paraphrase(0, by.start() + 1, _speaker(by["who"].removesuffix("의").strip(), by["noun"]))
    if nobody := SAID_OF_NOBODY.search(sentence):
        return _of_noun(sentence, nobody)
    said = ATTRIBUTED.search(sentence)
    subject = _SUBJECT.match(sentence) if said else None
    who = subject_of(subject["who"]) if subject else None
    if not said or not subject or not who or subject.end() >= said.end("mark"):
        return None
    if not STRONG_MARK.search(sentence[: said.end("mark")]) and kind_of(who) == "named":
        return None
    return Paraphrase(subject.end(), said.end("mark"), _speaker(who, verb_in(said["verb"] + "다")))


def _of_noun(sentence: str, found: re.Match[str]) -> Paraphrase:
    """'업계에서는 ... 는 분석이 나온다', '정부는 ... 는 입장이다', '... 는 평가다'."""
    noun, end = found["noun"], found.start() + 1
    if group := _AMONG.match(sentence):
        return Paraphrase(group.end(), end, Speaker(group["who"], "unnamed", noun))
    for topic in _TOPIC.finditer(sentence.split(",")[0], 0, end) if noun in OWN else ():
        if owner := subject_of(sentence[: topic.end()]):
            return Paraphrase(topic.end(), end, _speaker(owner, noun))
    return Paraphrase(0, end, Speaker(None, "unnamed", noun, "누구의 말인지 밝히지 않음"))


def _speaker(name: str, verb: str | None) -> Speaker:
    return Speaker(name, kind_of(name), verb)
