"""Interviews as broadcasters print them: '[김하늘 / 호수대 교수 : 물이 줄었습니다.]', or the words in the next line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.narrative.grammar.words import Morpheme
from helpers.narrative.voices.passages import Passage
from helpers.narrative.voices.quoted.saying import Found
from helpers.narrative.voices.speakers.naming import looks_like_name, title_in
from helpers.narrative.voices.speakers.sources import Source
from helpers.narrative.voices.spoken import Spoken

_TURN = re.compile(r"\s*[⊙◎☉]\s?(?P<who>[^:：“”\"\[\]]{2,40}?)\s?[:：]\s*")
_REPORTS = re.compile(r"(?:기자|앵커|특파원|캐스터|아나운서|리포터)$")
_OPENS = re.compile(r"\[(?P<who>[^\[\]:：“”\d][^\[\]:：“”]{1,60}?)\s{0,3}[:：]\s*(?=\S)")
_HIDDEN = r"(?:음성\s?변조|음성\s?대역|목소리\s?변조|대역)"
_WHO = (
    r"\s*\[\s?(?P<who>[^\[\]:：“”\"/|ㅣ]{2,20}?\s?[/|ㅣ]\s?[^\[\]:：“”\"]{2,40}?"
    rf"|[^\[\]:：“”\"/|ㅣ()]{{2,30}}?\s?\({_HIDDEN}\)|(?:[^\[\]:：“”\"/|ㅣ()\s]{{1,12}}\s){{1,3}}(?:관계자|주민|시민|상인|이웃|목격자|피해자|제보자))\s?\]"
)
_NAMED = re.compile(_WHO + r"\s+(?=\S)")
_TAG = re.compile(_WHO + r"\s*")
_LINE = re.compile(r"\s*\[\s?(?P<who>[^\[\]:：“”\"/|ㅣ]{2,30}?)\s?\]\s*")
_BAR = re.compile(r"[/|ㅣ]")
_WHEN = re.compile(r"\s?\((?:어제|오늘|그제|(?:지난|올해|작년)[^()]{0,12}|[^()]{0,8}\d[월일년][^()]{0,6})\)$")
_DISGUISED = re.compile(rf"\s?[/(,·]?\s?{_HIDDEN}\)?")


def aired_in(passage: Passage) -> list[Spoken]:
    """The words that a passage gives in square brackets after their speaker and a colon, or after such brackets."""
    found = _under_name(passage)
    text = passage.text
    for opening in _OPENS.finditer(text):
        who = _DISGUISED.sub("", opening["who"]).strip()
        first = passage.spans[passage.index_at(opening.start())][0]
        called = who.partition("/")[0].strip() if "/" in who else None
        words = " ".join(who.replace("/", " ").split())
        source = Source(words, _morphemes(passage, opening.span("who")), called)
        if text[first : opening.start()].strip() and "/" not in who and not source.can_speak(strict=True):
            continue
        if not ("/" in who or source.can_speak(strict=True)):
            continue
        close = text.find("]", opening.end())
        start, end = opening.end(), close if close > 0 else len(text)
        inside = text[start:end]
        start += len(inside) - len(inside.lstrip(' “"'))
        end -= len(inside) - len(inside.rstrip(' ”"'))
        if start < end and (not found or start > found[-1].end):
            found.append(Spoken(start, end, "speech", Found(source, None, "stated")))
    return found


def turns_of(passages: Sequence[Passage]) -> dict[int, Spoken]:
    """By passage, the words of whose turn it is in a script: '⊙ 김하늘 (호수대 교수) :', up to the next such line.

    A reporter's turns are the report itself.
    """
    labels = {passage.number: found for passage in passages if (found := _TURN.match(passage.text))}
    turns: dict[int, Spoken] = {}
    who: Source | None = None
    for passage in passages if len(labels) > 1 else ():
        label = labels.get(passage.number)
        start, end = label.end() if label else 0, len(passage.text.rstrip())
        if label:
            called = re.sub(r"\s?\(.*", "", label["who"]).strip()
            name = called if looks_like_name(called) and "(" in label["who"] else None
            morphemes = _morphemes(passage, label.span("who"))
            who = None if _REPORTS.search(label["who"]) else Source(label["who"], morphemes, name)
        if who and start < end:
            turns[passage.number] = Spoken(start, end, "speech", Found(who, None, "stated"))
    return turns


def _under_name(passage: Passage) -> list[Spoken]:
    """The words of a passage that begins with their speaker in brackets: '[김하늘/호수대 교수] "물이 줄었습니다."'."""
    named = _NAMED.match(passage.text)
    if named is None:
        return []
    source = _tagged(named["who"], _morphemes(passage, named.span("who")))
    rest = passage.text[named.end() :]
    start = named.end() + len(rest) - len(rest.lstrip(' “"'))
    end = named.end() + len(rest.rstrip(' ”"'))
    return [Spoken(start, end, "speech", Found(source, None, "stated"))] if start < end else []


def tag_in(line: str) -> Source | None:
    """Who speaks in the next line, by a line in brackets: '[김하늘 시장/나루방송 대담]', '[시청 관계자 (음성변조)]'."""
    if tag := _TAG.fullmatch(line):
        return _tagged(tag["who"], ())
    alone = _LINE.fullmatch(line)
    source = Source(_DISGUISED.sub("", alone["who"]).strip()) if alone else None
    return source if source and source.is_person and not source.abstract else None


def labelled(written: str) -> Source:
    """Who speaks by a label with his office behind a stroke: '김하늘 / 상인'; the reporter is not named."""
    name, _, office = written.partition("/")
    if _REPORTS.search(office.strip()):
        return Source("기자")
    return Source(" ".join(written.replace("/", " ").split()), (), name.strip() if office else None)


def _tagged(who: str, morphemes: tuple[Morpheme, ...]) -> Source:
    """'김하늘/호수대 교수' with both, and '김하늘 시장/나루방송 대담' without the place where he said it."""
    who = _DISGUISED.sub("", _WHEN.sub("", who)).strip()
    called = _BAR.split(who)[0].strip()
    name, _, title = called.rpartition(" ")
    if title_in(title) and looks_like_name(name):
        return Source(called, morphemes[:2], name)
    return Source(" ".join(_BAR.sub(" ", who).split()), morphemes, called)


def _morphemes(passage: Passage, span: tuple[int, int]) -> tuple:
    sentence = passage.read(())
    return tuple(m for m in sentence.morphemes if span[0] <= m.start and m.end <= span[1])
