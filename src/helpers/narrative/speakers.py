"""Who is quoted: the noun phrase before or after a quotation, whether it names anybody, and whom it points back to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from helpers.narrative.phrases import SOME, breaks_off, has_name, is_short_for, subject_of
from helpers.narrative.saying import (
    BACK,
    MARKETS,
    NOUNS,
    PERSON,
    PLURAL,
    PRONOUN,
    SOME_ROLE,
    SOMEBODY,
    TITLE,
    UNNAMED,
    verb_at,
)

_OWNER = re.compile(rf"\s*(?P<who>[^,.“”\"]{{2,40}}?)의\s+(?:{'|'.join(NOUNS)})(?:이다|다|이었다|였다)")
_ANYBODY = re.compile(
    r"^(?:가게|식당|업체|회사|매장|병원|학원|피해|현장|동네|마을)\s?"
    r"(?:사장|주인|대표|점주|직원|측|점장|원장|가족|학생|여성|남성|주민|노인)$"
    rf"|[는은한던]\s(?:{'|'.join(SOME)})$"
    r"|\d\s?(?:%|퍼센트|명)$"
    r"|^(?:문제의|해당|한|이|그|어느)\s(?:\S+\s)*\S*(?:업체|회사|식당|가게|병원|학교|기업)$"
)
_GENERIC = frozenset("한 이 그 저 앞서의 앞서 앞선 같은 해당 다른 또 익명을 요구한 등 및 의".split())  # noqa: SIM905


_NAMED = re.compile(rf"(?<![가-힣])(?P<name>[가-힣]{{3}}) (?P<title>{TITLE})(?![가-힣]{{2}})")
_SHORT = re.compile(rf"(?<![가-힣])[가-힣] {TITLE}")
_GROUP = re.compile(r"(?:[^\s,.]+\s){0,4}[^\s,.]+들(?:은|이)(?=\s)")
_FULL = re.compile(r"(?<![가-힣])[가-힣]{2,4}(?:\(\d+\))?\s?씨(?![가-힣]{2})")
MENTIONED = "앞에 나온 사람을 가리킴: "
SAME = "번 문장의 화자와 같은 사람: "
REMEMBERED = 200  # speakers that a later one may point back to


@dataclass(frozen=True)
class Speaker:
    """``name`` as written (None: nobody is named), ``kind`` of tables.VOICES_KINDS, ``note`` how it was found."""

    name: str | None
    kind: str
    verb: str | None = None
    note: str | None = None


def named_after(text: str) -> str | None:
    """The subject between a quotation and its verb, '고 김 교수는 말했다', or their owner, '김 교수의 말이다'."""
    if owner := _OWNER.match(text):
        return owner["who"].strip()
    after = re.match(r"\s*(?:이?라고도?|고도?|이?라며|며|면서)\s+(?P<rest>[^“”\"]*)", text)
    if not after or (place := verb_at(after["rest"])) is None:
        return None
    said = after["rest"][:place]
    return None if re.search(r"[다라자냐]고\s", said) else subject_of(said)


def named_beside(text: str) -> str | None:
    """The person with whom the sentence after a quotation begins: '“늦었다.” 유족 대표 김하늘 씨는 고개를 저었다.'"""
    opening = re.match(r"\s(?:[^\s,.“”]+\s){0,5}?[^\s,.“”]+(?:은|는|이|가)\s", text)
    who = subject_of(opening[0]) if opening else None
    return who if who and (has_name(who) or PERSON.search(who) or kind_of(who) == "unnamed") else None


def headline_speaker(text: str) -> str | None:
    """The speaker that stands before a quotation without a particle, as in headlines: '한은 총재 “동결”'."""
    if told := re.search(r"[<\[(]\s*(?P<who>[^<>\[\]()/|:]{2,30}?)\s*(?:[/|:][^<>\[\]()]*)?[>\])]\s*$", text):
        return told["who"]
    phrase = re.split(r"[,…·”’\"]", text.rstrip(" :,"))[-1].strip()
    return phrase if phrase and len(phrase.split()) <= 4 and not breaks_off(phrase) else None


def kind_of(name: str) -> str:
    """'unnamed' for 관계자, 업계, 전문가들, A씨, 한 농업경제학자, 여당 의원; 'named' for anybody else."""
    if UNNAMED.search(name) or _ANYBODY.search(name) or MARKETS.match(name):
        return "unnamed"
    some = SOMEBODY.search(name) or SOME_ROLE.search(name)
    return "unnamed" if some and not has_name(name) else "named"


def linked(speaker: Speaker, earlier: list[tuple[int, Speaker]], before: str = "") -> Speaker:
    """The speaker with a note on whom the words point back to, and that person's kind where it is a pronoun.

    earlier  the speakers so far with their sentences, in order
    before   the text before the words: a pronoun means who was named in it last
    """
    if speaker.name is None:
        return speaker
    if PRONOUN.match(speaker.name):
        return _pointed(speaker, earlier[-REMEMBERED:], before)
    if not earlier:
        return _mentioned(speaker, before)
    earlier, back = earlier[-REMEMBERED:], BACK.match(speaker.name)
    best = max(earlier, key=lambda item: (_likeness(speaker.name or "", item[1].name or ""), -item[0]))
    likeness = _likeness(speaker.name, best[1].name or "")
    same = best[1].name == speaker.name
    if same and (SAME in (best[1].note or "") or (best[1].note or "").startswith(MENTIONED)):
        return replace(speaker, kind=best[1].kind, note=best[1].note)
    if likeness and not same and (back or is_short_for(speaker.name, best[1].name or "")):
        return replace(speaker, kind=best[1].kind, note=f"{best[0]}{SAME}{best[1].name}")
    return speaker if same else _mentioned(speaker, before)


def _mentioned(speaker: Speaker, before: str) -> Speaker:
    """The speaker with a note on the full name that a short one (오씨) stands for, where it stands just before."""
    for found in reversed(list(_FULL.finditer(before))):
        if is_short_for(speaker.name or "", found[0]):
            return replace(speaker, note=f"{MENTIONED}{found[0]}")
    return speaker


def _pointed(speaker: Speaker, earlier: list[tuple[int, Speaker]], before: str) -> Speaker:
    """Whom a pronoun means: of those who have spoken the one named last, else a person named just before."""
    if PLURAL.match(speaker.name or ""):
        groups = list(_GROUP.finditer(before))
        who = subject_of(groups[-1][0]) if groups else None
        return replace(speaker, kind=kind_of(who), note=f"앞에 나온 이들을 가리킴: {who}") if who else speaker
    persons = [item for item in earlier if _is_person(item[1].name or "")] or earlier
    placed = [(_last_named(item[1].name or "", before), item) for item in persons]
    place, (sentence, other) = max(placed, key=lambda found: (found[0], found[1][0]), default=(-1, (0, speaker)))
    named = list(_NAMED.finditer(before))
    if (
        named
        and named[-1].start() > place
        and not is_short_for(f"{named[-1]['name'][0]} {named[-1]['title']}", other.name or "")
    ):
        return replace(speaker, kind="named", note=f"{MENTIONED}{named[-1][0]}")
    if not earlier:
        return speaker
    first, same, name = (other.note or "").partition(SAME)
    if (other.note or "").startswith(MENTIONED):
        first, name = str(sentence), (other.note or "").removeprefix(MENTIONED)
    elif not same:
        first, name = str(sentence), other.name or ""
    return replace(speaker, kind=other.kind, note=f"{first}번 문장의 화자를 가리킴: {name}")


def _is_person(name: str) -> bool:
    return has_name(name) or bool(PERSON.search(" " + name)) or kind_of(name) == "unnamed"


def _last_named(name: str, text: str) -> int:
    """Where a speaker was named last in a text, in full or as '김 교수'; -1 if nowhere."""
    short = [found.start() for found in _SHORT.finditer(text) if is_short_for(found[0], name)]
    return max([text.rfind(name), *short])


@lru_cache(maxsize=4096)
def _content(name: str) -> frozenset[str]:
    words = re.findall(r"[A-Za-z0-9]+|[가-힣]+", re.sub(r"(?<=[가-힣])의(?=\s|$)", "", name))
    return frozenset(word for word in words if word not in _GENERIC)


@lru_cache(maxsize=4096)
def _likeness(one: str, other: str) -> int:
    """How many words two names share; 0 where what they call the person differs."""
    a, b = _content(one), _content(other)
    heads = {name.split()[-1] for name in (one, other) if name}
    if is_short_for(one, other):
        return max(len(a & b), 1)
    return len(a & b) if len(heads) == 1 or a < b else 0
