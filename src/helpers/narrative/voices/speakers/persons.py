"""One person under all the names that an article gives him or her."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from helpers.lexicons import words as listed
from helpers.narrative.voices.speakers.alike import (
    in_full,
)
from helpers.narrative.voices.speakers.naming import title_in
from helpers.narrative.voices.speakers.sources import Source

_ANOTHER = re.compile(r"^(?:또\s?다른|다른|한|어느|어떤)\s+(?=\S)")  # '또 다른 과장 C 씨' is 과장 C 씨
_APART = re.compile(r"(?:[‘’“”'\"\]]|(?:측|쪽)의)\s*$")  # '‘빙판의 별’ 민보라', '한강 측의 김하늘 위원장'
_GENERIC = frozenset("한 이 그 저 앞서의 앞서 앞선 같은 해당 다른 또 익명을 요구한 등 및 의 전 현 측".split())  # noqa: SIM905


@dataclass
class Person:
    """A speaker of an article; ``name`` is the fullest of the forms in which he or she is mentioned.

    ``side_of`` is the person for whom others speak: 김 시장 측 is not 김 시장.
    """

    forms: list[Source] = field(default_factory=list)
    side_of: Person | None = None

    @property
    def name(self) -> str:
        if self.side_of:
            return f"{self.side_of.name} 측"
        named = [form for form in self.forms if form.name] or self.forms
        named = [form for form in named if form.title or form.last in (form.name or "").split()] or named
        fullest = max(named, key=lambda form: (form.joined or len(form.bare.split()) < 8, len(form.bare)))
        place = fullest.bare.find((fullest.name or "").split(" ")[0])
        epithet = place > 0 and _APART.search(fullest.bare[:place])
        if fullest.letter:
            return _called(fullest)
        if fullest.counted:
            return fullest.last  # 농업4단체, whichever of them a list names
        return fullest.bare[place:] if epithet else fullest.bare  # '‘빙판의 별’ 민보라'

    @property
    def full(self) -> str | None:
        return None if self.side_of else next((form.name for form in self.forms if form.name), None)

    @property
    def titles(self) -> set[str]:
        found = {title_in(word) for form in self.forms for word in (*form.words, *form.aliases)} - {""}
        return found | {in_full(title) for title in found}

    @property
    def kind(self) -> str:
        forms = (self.side_of or self).forms
        kinds = [form.kind for form in forms]
        if any(form.letter and len(form.letter) > 1 for form in forms):
            return "unnamed"  # 김모씨, who is a 김 과장 as well
        return "named" if "named" in kinds else kinds[0]

    @property
    def words(self) -> set[str]:
        return {word.removesuffix("의") for form in self.forms for word in form.words} - _GENERIC


def _called(source: Source) -> str:
    """A person known by a letter, with what he is: 과장 C 씨 of '또 다른 과장 C 씨', A씨 of '어느 겨울 밤 A씨'."""
    words = _ANOTHER.sub("", source.bare).split()
    last = next((n for n, word in enumerate(words) if (source.letter or "") in word), 0)
    whose = last and (
        words[last - 1] in listed("voices", "roles") or title_in(words[last - 1]) or source.kind == "named"
    )
    return " ".join(words[last - 1 if whose else last :])
