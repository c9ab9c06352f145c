"""Statements that an article reprints whole: '이하 나루협회 성명서 전문.', '【 성 명 서 】', up to who signs them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from helpers.lexicons import words as listed
from helpers.narrative.voices.context.about import about
from helpers.narrative.voices.passages import Passage, source_of
from helpers.narrative.voices.quoted.saying import Found
from helpers.narrative.voices.speakers.people import People
from helpers.narrative.voices.speakers.sources import Source, modified
from helpers.narrative.voices.spoken import Spoken

_KIND = "|".join(sorted(listed("saying", "statements"), key=len, reverse=True))
_IS = r"(?:이다|입니다|임|이었다)?"
_PAPER = "|".join(kind for kind in _KIND.split("|") if kind.endswith(("문", "서", "성명", "담화", "편지", "서한")))
_WHOLE = re.compile(
    rf"\W{{0,3}}(?:(?:다음은?|아래는?|이하는?)\s(?:[^.!?]{{1,60}}\s)?(?:{_KIND})?전문{_IS}"  # '이하 협회 성명서 전문'
    rf"|(?:[^.!?]{{1,40}}\s)?(?:{_KIND})\s?전문{_IS}"  # '입장문 전문'
    rf"|(?:다음은|아래는|이하)\s[^.!?]{{0,60}}?(?<!\S)(?:{_PAPER}){_IS}"  # '다음은 박하늘 시장의 담화문이다'
    rf"|(?:[^.!?]{{1,60}}\s)?전문은\s(?:다음|아래)[과와]\s같(?:다|습니다))\W{{0,5}}"
)
_HEADING = re.compile(
    rf"\W{{0,3}}[【\[<〈《〔(]\W{{0,3}}(?:(?:[^\W\d][^.!?]{{1,30}}\s)?(?:{_PAPER})|(?:(?:{_KIND})\s?)?전문)"
    r"\W{0,3}[】\]>〉》〕)]\W{0,3}"
)
_SINGLE = re.compile(r"(?<![가-힣])[가-힣](?:\s[가-힣])+(?![가-힣])")  # 성 명 서
_DAY = re.compile(r"\W*\d{4}\s?[년.]\s?\d{1,2}\s?[월.]\s?\d{1,2}\s?일?\.?(?=\s|\W*$)\s*")
_SIGNS = re.compile(r"(?:\s?(?:일동|드림|올림|배상|拜上|씀)\W*)$")
_SENTENCE = re.compile(r"[다요까오.!?]\W{0,9}$")
_REPORTER_AGAIN = re.compile(r"\s*한편[,\s]")
_MENTIONS = re.compile(rf"(?<![가-힣])(?:{_KIND})(?:[을를에서은는이가]|으로|로)")
LONGEST_LINE = 60  # characters of a line that signs
MOST_SIGNS = 4  # lines behind the day
FARTHEST = 6  # sentences over which he is looked back for who made it

_Line = tuple[Passage, int]


@dataclass
class _Statement:
    """The sentences of one statement, and who made it as far as its heading or its last line says so."""

    source: Source | None
    certainty: str
    lines: list[_Line] = field(default_factory=list)


def reprinted_in(passages: Sequence[Passage]) -> dict[int, Spoken]:
    """By passage, the words of it that a statement has which the article reprints whole.

    Its speaker is who is said to have made it, else who signs it, else of whom it was told just before that he did.
    """
    lines = [(passage, n) for passage in passages for n in range(len(passage.spans))]
    found: dict[int, Spoken] = {}
    for statement in _statements(lines):
        for passage in {id(p): p for p, _ in statement.lines}.values():
            own = [n for p, n in statement.lines if p is passage]
            start, end = passage.spans[own[0]][0], passage.spans[own[-1]][1]
            if _is_quoted(statement.lines):
                text = passage.text[start:end]
                start, end = end - len(text.lstrip(' “"')), start + len(text.rstrip(' ”"'))
            how = Found(statement.source, None, "stated" if statement.source else "nobody")
            if start < end:
                found[passage.number] = Spoken(start, end, "speech", how, certainty=statement.certainty)
    return found


def _statements(lines: Sequence[_Line]) -> Iterator[_Statement]:
    """Each statement with its lines, from behind what introduces it to before what signs it."""
    now: _Statement | None = None
    for place, (passage, index) in enumerate(lines):
        text = _text(lines[place])
        if _introduces(passage, index):
            made = _maker(passage, index)
            if now and now.lines:
                yield now
            if now is None or now.lines or made:
                now = _Statement(made, "stated") if made else _told_before(lines[:place])
        elif now is None:
            continue
        elif now.lines and (_ends(lines, place) or _REPORTER_AGAIN.match(text)):
            signed = _signer(lines, place)
            if signed and (now.source is None or now.certainty != "stated"):
                now.source, now.certainty = signed, "inferred"
            yield now
            now = None
        elif not _DAY.fullmatch(text) and passage.sentences[index]["section"] != "caption":
            now.lines.append(lines[place])
            if _is_quoted(now.lines):
                yield now
                now = None
    if now and now.lines:
        yield now


def _text(line: _Line) -> str:
    passage, index = line
    return passage.text[slice(*passage.spans[index])].strip()


def _introduces(passage: Passage, index: int) -> bool:
    """Does a sentence only say that a statement follows."""
    if passage.sentences[index]["section"] in ("title", "deck", "caption"):
        return False
    text = _SINGLE.sub(lambda letters: letters[0].replace(" ", ""), _text((passage, index)))
    words = [word.removesuffix("이다").removesuffix("입니다") for word in re.findall(r"\w+", text)]
    other = any(word in listed("saying", "no_statements") for word in words)
    return bool(_WHOLE.fullmatch(text) or _HEADING.fullmatch(text)) and not other


def _maker(passage: Passage, index: int) -> Source | None:
    """Who made the statement by the sentence that introduces it: '다음은 박하늘 시장이 낸 담화문 전문이다'."""
    level = passage.read(()).levels[0]
    start, end = passage.spans[index]
    own = [p for p in level.phrases if start <= p.start < end]
    for phrase in [*(p for p in own if p.role == "subject"), *reversed(own)]:
        words = modified(source_of(phrase, level)).text.split()
        while words and _is_of_it(words[-1]):
            words.pop()
        while words and _is_of_it(words[0]):
            words.pop(0)
        maker = _named(" ".join(words), passage, phrase.start)
        if maker and maker.can_speak(strict=True) and not maker.is_pronoun:
            return maker
    return None


def _is_of_it(word: str) -> bool:
    """Is it a word of what is printed, as 대국민 and 담화문, and no name."""
    bare = re.sub(r"\W", "", word)
    return not bare or bare in listed("saying", "statements") | listed("saying", "of_statements") | {"전문"}


def _named(name: str, passage: Passage, start: int) -> Source | None:
    """A speaker by the words that stand in a passage behind ``start``."""
    at = passage.text.find(name, start)
    inside = (m for m in passage.read(()).morphemes if at <= m.start and m.end <= at + len(name))
    return Source(name, tuple(inside)) if name else None


def _told_before(lines: Sequence[_Line]) -> _Statement:
    """A statement of whom it is told right before that he made one: '시장은 5일 담화문을 냈다. 다음은 전문.'."""
    for passage, index in reversed(lines[-FARTHEST:]):
        level = passage.read(passage.quotes).levels[0]
        source = about(passage, index, level, People()) if _MENTIONS.search(_text((passage, index))) else None
        if source and source.can_speak(strict=True) and not source.is_pronoun:
            return _Statement(source, "inferred")
    return _Statement(None, "guessed")


def _is_quoted(lines: Sequence[_Line]) -> bool:
    """Do sentences stand in marks from the first of them to the last."""
    return _text(lines[0]).startswith(("“", '"')) and _text(lines[-1]).endswith(("”", '"'))


def _ends(lines: Sequence[_Line], place: int) -> bool:
    """Does a statement end before a line: the day, who signs, a name alone at the end of the article."""
    text = _text(lines[place])
    if len(text) > LONGEST_LINE:
        return False
    signs = bool(_SIGNS.search(text)) and not _SENTENCE.search(text)
    dated = _DAY.match(text)
    alone = place + 1 == len(lines) and not _SENTENCE.search(text) and _signer(lines, place) is not None
    return bool(dated and not _SENTENCE.search(text[dated.end() :])) or signs or alone


def _signer(lines: Sequence[_Line], place: int) -> Source | None:
    """Who signs from a line on; nobody where several do."""
    signed: list[Source] = []
    for passage, index in lines[place : place + MOST_SIGNS]:
        text = _text((passage, index))
        if len(text) > LONGEST_LINE or _SENTENCE.search(text[_end_of_day(text) :]):
            break
        name = _SIGNS.sub("", text[_end_of_day(text) :]).strip()
        source = _named(name, passage, passage.spans[index][0])
        signed += [source] if source and source.can_speak(strict=True) else []
    persons = [source for source in signed if source.is_person]
    return signed[0] if len(signed) == 1 or (signed and len(signed) - len(persons) == 1) else None


def _end_of_day(text: str) -> int:
    day = _DAY.match(text)
    return day.end() if day else 0
