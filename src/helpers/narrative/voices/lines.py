"""Lines over which one quotation goes: for the reader of voices they are one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from helpers.narrative.grammar.quotations import pair_quotes
from helpers.narrative.rows import Row

LINE_END = 3  # characters between two lines of which one follows the other: a blank, the end of the line
MOST_LINES = 4  # without a mark, inside one quotation
FARTHEST = 2000  # characters over which lines of one quotation go
HEADS = ("title", "deck", "subhead")
DOUBLE_MARK = re.compile('[“”"]')
AFTER_CLOSING = re.compile(r"(?:\W|$|(?:이?라)?(?:고|며|면서|는)(?:도|만)?(?=[\s,]))")
SAID_TOO = re.compile(r"(?:며|면서)\s한\s(?:말|발언|얘기|이야기|설명|답)이?다\.?$")  # '… “법이 필요하다”며 한 말이다'
_WHOSE = re.compile(
    r"[^“”\"]{2,40}?(?:의|한)\s(?:말|설명|얘기|이야기|소감|회고|고백|당부|다짐|주장|전언)"
    r"(?:이다|이었다|였다|다)\.?$"
)


_TOLD = re.compile(r"[다라자냐]고\s(?:\S+\s){0,2}\S*[했혔렸었]다\.?$")  # how no quotation ends, but what tells of one


def joined(paragraphs: Iterable[list[Row]]) -> Iterator[list[Row]]:
    """The paragraphs, but for lines over which one quotation goes: they are one."""
    held: list[Row] = []
    between: list[list[Row]] = []  # lines without a mark, of which it isn't told yet whether they stand in a quotation
    for rows in opened_anew(paragraphs):
        near = bool(held) and _follows(rows, [*held, *chain(*between)])
        if near and (_tells_of(rows, held) or (_closes(rows) and _is_open(held))):
            held = [*held, *chain(*between), *rows]
            between = []
        elif near and len(between) < MOST_LINES and not DOUBLE_MARK.search(_text(rows)) and (between or _is_open(held)):
            between.append(rows)
        else:
            yield from ([held, *between] if held else [])
            held, between = rows, []
    yield from ([held, *between] if held else [])


def opened_anew(paragraphs: Iterable[list[Row]]) -> Iterator[list[Row]]:
    """The paragraphs, but for those of one quotation of which each opens with a mark and only the last closes it.

    They are one, with a space for each mark that opens it anew.
    """
    held: list[list[Row]] = []
    for rows in paragraphs:
        opens = bool(DOUBLE_MARK.match(_text(rows)))
        if held and not (opens and _follows(rows, [*chain(*held)])):
            yield from held
            held = []
        if held and opens and not _stays_open(rows):
            first, *later = held
            yield [*first, *chain(*map(_without_mark, [*later, rows]))]
            held = []
        elif opens and _stays_open(rows):
            held.append(rows)
        else:
            yield rows
    yield from held


def _stays_open(rows: list[Row]) -> bool:
    """Does a paragraph open with a mark, have no other, and end as speech does."""
    text = _text(rows)
    return len(DOUBLE_MARK.findall(text)) == 1 and bool(re.search(r"[.!?…]$", text)) and not _TOLD.search(text)


def _without_mark(rows: list[Row]) -> list[Row]:
    return [{**rows[0], "text": " " + rows[0]["text"][1:]}, *rows[1:]]


def _text(rows: list[Row]) -> str:
    return " ".join(row["text"] for row in rows)


def _follows(rows: list[Row], held: list[Row]) -> bool:
    """Is it the next line of the same section, in a body right behind the one before, and no farther than words go."""
    last = held[-1]
    near = rows[0]["section"] in HEADS or rows[0]["start"] - last["end"] <= LINE_END
    return bool(near and rows[0]["section"] == last["section"] and rows[0]["start"] - held[0]["start"] < FARTHEST)


def _tells_of(rows: list[Row], held: list[Row]) -> bool:
    """Does a line say whose words the quotation was with which the one before it ends: '박하늘 씨의 말이다.'."""
    own = rows[0]["text"]
    return bool(held and re.search(r"[”\"]$", held[-1]["text"]) and (_WHOSE.match(own) or SAID_TOO.search(own)))


def _is_open(rows: list[Row]) -> bool:
    """Do lines open a quotation that they do not close."""
    return any(not quote.closed for quote in pair_quotes(_text(rows)))


def _closes(rows: list[Row]) -> bool:
    """Is the first mark of a line one that closes: '더 높은 인기 얻어”', '다시 오겠다"고'."""
    text = _text(rows)
    mark = DOUBLE_MARK.search(text)
    if mark is None or mark[0] != '"':
        return bool(mark and mark[0] == "”")
    return bool(mark.start() and text[mark.start() - 1].strip() and AFTER_CLOSING.match(text, mark.end()))
