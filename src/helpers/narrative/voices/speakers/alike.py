"""When two noun phrases mean one person or body: by their names, their forms, their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from helpers.lexicons import load
from helpers.lexicons import words as listed
from helpers.narrative.voices.speakers.sources import Source

_PUBLIC = re.compile(r"(?:[부처청원회당시군구도국위서계]|법원|검찰|경찰|대학교?|학교|언론|신문|일보|방송|노조|연대)$")


def in_full(title: str) -> str:
    """A title in full: 최고경영자 for CEO."""
    return load("voices")["same_titles"].get(title, title)


_COUNTRIES = listed("voices", "countries") | (listed("voices", "short_countries") - {"한"})
_ABROAD = re.compile(
    rf"^(?:{'|'.join(sorted(_COUNTRIES, key=len, reverse=True))})"
    r"\s(?=[A-Z]{2,}|\S+(?:통신|신문|방송|타임스|저널|포스트)(?!\S))"
)
_MEDIUM = re.compile(r"^([A-Z]{2,5}|로이터|블룸버그)\s?(?:방송|통신|뉴스|TV)$")


def is_abroad(text: str) -> bool:
    """Does a noun phrase begin with a medium of another country: '미국 WXN 방송'."""
    return bool(_ABROAD.match(text))


def in_order(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Do all words stand in the other ones, in order, the last of them last."""
    rest = iter(whole)
    return words[-1] == whole[-1] and len(words) < len(whole) and all(word in rest for word in words)


def is_public(source: Source) -> bool:
    """Is it an office, a party or a place, and no firm."""
    return bool(_PUBLIC.search(source.last)) or source.last in listed("voices", "bodies") | listed(
        "voices", "countries"
    )


def only_firm(bodies: Iterable[Source]) -> Source | None:
    """The firm with a name, where an article tells of one and of no other: what 회사 측 speaks for."""
    own = (body for body in bodies if not is_public(body) and body.kind == "named")
    firms = {body.bare: body for body in own if body.text[-1] not in "’”\"'》>」』"}  # no product in marks
    return next(iter(firms.values())) if len(firms) == 1 else None


def same_name(one: str, other: str) -> bool:
    """Is it the same name, or part of a foreign one: 하워드 of 제임스 하워드."""
    if one == other:
        return True
    a, b = one.split(), other.split()
    return (len(a) > 1 or len(b) > 1) and (set(a) <= set(b) or set(b) <= set(a))


def same_form(one: Source, other: Source) -> bool:
    """Is it the same phrase, or the short form that stood in brackets: CFIUS, 금융위 for 금융위원회."""
    short, long = shortened(other.bare), shortened(one.bare)
    return short == long or other.bare in one.aliases or one.bare in other.aliases


@lru_cache(maxsize=16_384)  # each name is held against all others of its article
def shortened(text: str) -> str:
    """A body's name without a blank in it, 위원회 and 노동조합 in short, a court without 재판부: '나루 시' is 나루시.

    A medium abroad is called without its country and 방송: '미국 WXN 방송' is WXN.
    """
    text = re.sub(r"(?<=\S)\s재판부$", "", _ABROAD.sub("", text))
    text = re.sub(r"노동조합$", "노조", _MEDIUM.sub(r"\1", text))
    joined = re.sub(r"^(\S{2,}) ([시군구도]|\S{2,})$", r"\1\2", text)
    return re.sub(r"(?<=\S)위원회$", "위", joined)


def stands_for(short: str, whole: Source) -> bool:
    """Is a word the end of a body's name, or made of its letters: 한국당 of 자유한국당, 행안부 of 행정안전부."""
    name = whole.last
    if name == short:
        classed = len(whole.words) > 1 and whole.words[-2] in listed("voices", "any_firm")  # '스타트업 한강AI'
        return len(whole.words) > 1 and (len(short) > 3 or (classed and len(short) > 1))
    if short in listed("voices", "clipped"):
        return _drawn(short, name)
    if len(short) < 3 or len(name) < len(short) + 2:
        return False
    return (len(short) < 5 and short[-1] in name[-2:] and _drawn(short, name)) or name.endswith(short)


def _drawn(short: str, name: str) -> bool:
    """Do the letters of a word stand in a name, in order, the first of them first."""
    letters = iter(name)
    return short[0] == name[0] and all(one in letters for one in short)
