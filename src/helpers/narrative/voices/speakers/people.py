"""Everybody who may speak in an article, and whom a mention means: 김 과장, 이 회사, 재판부, 고인, 하워드."""

from __future__ import annotations

import re
from collections.abc import Iterable

from helpers.lexicons import load
from helpers.lexicons import words as listed
from helpers.narrative.voices.speakers.alike import (
    in_full,
    in_order,
    same_form,
    same_name,
    stands_for,
)
from helpers.narrative.voices.speakers.bearers import bearer, stands_alone
from helpers.narrative.voices.speakers.hidden import BACK
from helpers.narrative.voices.speakers.naming import title_in
from helpers.narrative.voices.speakers.persons import Person
from helpers.narrative.voices.speakers.short import Short, short_form
from helpers.narrative.voices.speakers.sorts import is_sort, of_sort, pointed_out
from helpers.narrative.voices.speakers.sources import Source

_WITH = re.compile(r"(?<=[가-힣])[와과]\s")
_AGE = re.compile(r"\((\d{1,3})(?:세|살)?(?=[),·])")


class People:
    """Everybody whom an article mentions as one who may speak, in order of first mention."""

    def __init__(self, mentions: Iterable[Source] = ()) -> None:
        self.all: list[Person] = []
        self.courts: list[Source] = []  # in order of mention: what 재판부 may mean
        self.dead: list[Person] = []  # in order of mention: whom 고인 means
        self.near: list[Person] = []  # whom the sentence before names in full
        self.acted: list[Person] = []  # who spoke, or of whom a sentence was: more than an owner or an object
        self.firms: list[Source] = []  # bodies with a name, in order of mention: what '이 회사' may mean
        for mention in mentions:
            self.of(mention)

    @property
    def _selves(self) -> list[Person]:
        """All of them but the sides that speak for somebody."""
        return [person for person in self.all if person.side_of is None]

    def of(self, source: Source) -> Person:
        """The person whom a mention means; a new one where it is the first."""
        person = self.known(source)
        if person is None:
            whose = self.of(source.principal) if source.principal else None
            person = Person(side_of=whose)
            self.all.append(person)
        stands_in = bool(person.forms) and source.bare == "재판부"
        if not stands_in and all(form.bare != source.bare for form in person.forms):
            person.forms.append(source)
        return person

    def known(self, source: Source) -> Person | None:
        """The person whom a mention means, if he or she was mentioned before."""
        if source.bare == "재판부" and self.courts:
            return self.of(self.courts[-1])
        if source.bare in ("고인", "망인") and self.dead:
            return self.dead[-1]
        if source.principal:
            whose = self.known(source.principal)
            return next((p for p in self.all if whose and p.side_of is whose), None)
        surname, title = load("voices")["hanja"].get(source.bare[:1]), source.bare[1:].strip()
        if surname and title_in(title) == title:  # 文, 文대통령
            return self._by_surname(surname, title)
        if source.letter:
            alike = [p for p in self._selves if any(form.letter == source.letter for form in p.forms)]
            return _last([p for p in alike if not any(_of_other_age(form, source) for form in p.forms)])
        if source.name:
            return next(
                (p for p in reversed(self._selves) if p.full and same_name(source.name, p.full)), None
            ) or self._untitled(source)
        if source.counted:  # 'A협회, B협회 등 농업9단체' and 농업9단체
            return next((p for p in self._selves if any(form.last == source.last for form in p.forms)), None)
        if source.joined:
            return self._same(source) or self._together(source)
        if short := short_form(source.bare):
            return self._by_short(short) or self._part_of(source) or self._same(source)
        if stands_alone(source):
            return bearer(source, self._selves, self.near, self.acted) or self._same(source)
        if BACK.match(source.text) and not source.text.startswith("한 "):
            alike = [p for p in reversed(self._selves) if any(form.last == source.last for form in p.forms)]
            return max(alike, key=lambda p: len(p.words & set(source.words)), default=None) or self._firm(source)
        return self._of_sort(source) if is_sort(source) else self._meant(source)

    def _meant(self, source: Source) -> Person | None:
        meant = self._medium(source) or self._same(source) or self._part_of(source)
        return meant or self._abbreviated(source) or self._in_full(source) or self._classed(source)

    def _firm(self, source: Source) -> Person | None:
        firm = pointed_out(source, self.firms[-20:])
        return self.of(firm) if firm else None

    def _of_sort(self, source: Source) -> Person | None:
        """The only body of a sort; where there are more, none of them."""
        firms = of_sort(source, self.firms[-20:])
        if len(firms) == 1:
            return self.of(firms[0])
        bare = (p for p in self._selves if all(form.bare == source.bare for form in p.forms))
        return next(bare, None) if firms else self._meant(source)

    def _medium(self, source: Source) -> Person | None:
        """The medium that 신문, 방송 or 통신 alone means: the last mentioned whose name ends so."""
        if source.last not in ("신문", "방송", "통신") or len(source.words) > 2:
            return None
        longer = ((p, form.last) for p in reversed(self._selves) for form in p.forms if form.last != source.last)
        return next((p for p, last in longer if last.endswith(source.last)), None)

    def _abbreviated(self, source: Source) -> Person | None:
        """The body for whose name a word stands: 국가수사본부 for '경찰청 국가수사본부', 행안부 for 행정안전부."""
        if source.is_person or len(source.words) != 1 or not (source.is_known_body or _is_clipped(source)):
            return None
        bodies = [p for p in self._selves if not any(form.is_person for form in p.forms)]
        alike = [p for p in bodies if any(stands_for(source.last, form) for form in p.forms)]
        return alike[0] if len(alike) == 1 else None

    def _classed(self, source: Source) -> Person | None:
        """The body that is called with its class at one place and without at another: '투자은행 한버들', 한버들."""
        if source.is_person or source.last not in source.proper_nouns:
            return None
        alike = (p for p in self._selves if any(f.last == source.last and not f.is_person for f in p.forms))
        whole = len(source.words) == 1
        bare = source.class_noun or whole
        return next((p for p in alike if bare and any(f.class_noun or len(f.words) == 1 for f in p.forms)), None)

    def _in_full(self, source: Source) -> Person | None:
        """The body that stood before by a word for this name of it: 합참 for 합동참모본부, 한강AI for '업체 한강AI'."""
        if source.is_person or not source.is_body:
            return None
        short = (p for p in self._selves if p.forms and all(_is_clipped(form) for form in p.forms))
        alike = [p for p in short if any(stands_for(form.last, source) for form in p.forms)]
        return alike[0] if len(alike) == 1 else None

    def _together(self, source: Source) -> Person | None:
        """Those who spoke together before, by short names: '김 시장과 이 지사' for '김하늘 시장과 이바다 지사'."""
        parts = _WITH.split(source.bare)
        own = [self.known(Source(part)) for part in parts] if len(parts) > 1 else []
        names = {p.full for p in own if p is not None and p.full}
        if len(names) < 2 or len(names) != len(own):
            return None
        joint = (p for p in reversed(self._selves) if p.forms[0].joined)
        return next((p for p in joint if all(name in p.forms[0].bare for name in names)), None)

    def _by_short(self, short: Short) -> Person | None:
        """김 과장; '김 위원장 직무대행' is who is called so in full, or who bears the office."""
        if not short.holding:
            return self._by_surname(short.surname, short.title)
        own = ((title, self._by_surname(short.surname, title)) for title in (short.holding, short.title))
        return next((p for title, p in own if p and any(w.endswith(title) for w in p.words)), None)

    def _by_surname(self, surname: str, title: str) -> Person | None:
        """The one of that family name who bears the title; of several the last mentioned."""
        named = [
            p
            for p in self._selves
            if p.full and len(p.full) in (2, 3, 4) and " " not in p.full and p.full.startswith(surname)
        ]
        short = title_in(title) or title
        with_title = [
            p
            for p in named
            if short and any(word.endswith(short) and not word.endswith("부" + short) for word in p.words)
        ]
        with_title = with_title or [p for p in named if short and short in p.titles]
        introduced = [p for p in self._selves if any(form.introduced == (surname, short) for form in p.forms)]
        ending = [p for p in with_title if any(form.title.endswith(short) for form in p.forms if form.name)]
        meant = ending or with_title
        if meant:  # of two whom it may mean it means neither for sure
            others = [p for p in introduced if p not in meant and not p.full]
            near = [p for p in meant if any(p is one for one in self.near)]  # of two the one just named
            meant = near if len(near) == 1 else meant
            return meant[0] if len(meant) == 1 and not others else None
        calling = not short.endswith(("장", "관")) and short not in listed("voices", "offices")  # 오 화백, no 김 사장
        only = len(named) == 1 and (not named[0].titles or calling)
        if title in ("씨", "군", "양", "") or only:
            called = [p for p in named if any(form.bare.endswith("씨") for form in p.forms)] if title == "씨" else []
            if called or named:
                return _last(called or named)
        hidden = [p for p in self._selves if any(f.letter == surname + "모" for f in p.forms)]
        hidden = [p for p in hidden if short in p.titles or title == "씨"]  # 김씨 for '김모(39)씨'
        introduced = introduced or hidden  # 김 과장 for '과장 김모씨'
        return introduced[0] if len(introduced) == 1 and not named else None

    def _same(self, source: Source) -> Person | None:
        return next((p for p in reversed(self._selves) if any(same_form(form, source) for form in p.forms)), None)

    def _part_of(self, source: Source) -> Person | None:
        """벨리니 감독 for 마르코 벨리니 감독; 하워드 for 제임스 하워드: a word of a name that stands for all of it."""
        own = [word.removesuffix("의") for word in source.words]
        for person in reversed(self._selves):
            full = (person.full or "").split()
            alone = len(own) == 1 and own[0] in full
            titled = len(own) > 1 and in_full(title_in(own[-1])) in {"씨", *person.titles}
            if len(full) > 1 and (alone or (titled and own[0] in _foreign_words(person))):
                return person
            if len(own) == 1 and person.full == own[0]:
                return person
        if within := self._shorter(source):
            return within
        return self._holder(own[0]) if source.last in listed("voices", "anybody") and len(own) == 1 else None

    def _shorter(self, source: Source) -> Person | None:
        """Whose mention holds all words of a named one, in order: '나위 협회 수장' for '알리 나위 이집트 협회 수장'."""
        own = source.words
        if len(own) < 3 or source.kind != "named" or source.role or source.joined:
            return None
        alike = (p for p in reversed(self._selves) for form in p.forms if form.last == source.last)
        return next((p for p in alike if any(in_order(own, form.words) for form in p.forms)), None)

    def _holder(self, word: str) -> Person | None:
        """Whose name ends with a word: 병원."""
        return _last([p for p in self._selves if any(f.last.endswith(word) and f.last != word for f in p.forms)])

    def _untitled(self, source: Source) -> Person | None:
        """'노조 위원장' mentioned before with no name is nobody's, so only a foreign name's last part is looked for."""
        last = (source.name or "").split()
        if len(last) < 2:
            return None
        return next(
            (p for p in self._selves if not p.full and {form.bare for form in p.forms} & {last[-1], last[0]}), None
        )


def _is_clipped(source: Source) -> bool:
    """Is it one word that may stand for a longer name: 합참, or in Latin letters."""
    return len(source.words) == 1 and (
        source.last in listed("voices", "clipped") or bool(re.fullmatch(r"[A-Za-z][A-Za-z0-9.]+", source.last))
    )


def _of_other_age(one: Source, other: Source) -> bool:
    """Are they two of whom the age is told, and not the same: '김모(30)씨', '김모(23)씨'."""
    ages = [_AGE.search(source.text) for source in (one, other)]
    return all(ages) and len({age[1] for age in ages if age}) > 1


def _foreign_words(person: Person) -> list[str]:
    """The words of a name of several; with the third, of 사라 제인 파커, which may be a firm's as well."""
    full = (person.full or "").split()
    form = next((form for form in person.forms if len(full) > 1 and form.name == person.full), None)
    own = form.words if form else ()
    place = next((n for n in range(len(own)) if list(own[n : n + len(full)]) == full), None)
    after = own[place + len(full) :][:1] if place is not None else ()
    return [*full, *(word for word in after if form and word in form.proper_nouns and not title_in(word))]


def _last(persons: list[Person]) -> Person | None:
    return persons[-1] if persons else None
