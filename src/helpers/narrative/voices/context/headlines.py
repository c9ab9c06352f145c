"""Who says what a headline, a deck, a subhead or a pulled quotation says: who stands beside it or says it below."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from helpers.lexicons import words as listed
from helpers.narrative.voices.context.together import first_of_list, letter_pairs, two_beside
from helpers.narrative.voices.context.walk import Context
from helpers.narrative.voices.passages import Passage
from helpers.narrative.voices.quoted.saying import Found
from helpers.narrative.voices.speakers.persons import Person
from helpers.narrative.voices.speakers.sources import Source
from helpers.narrative.voices.spoken import Spoken

_PIECES = re.compile(r"…|\.\.+|···+|(?<!\d)·(?!\d)|[,”’\"“‘|]|\s-\s|\svs\.?\s")
_DOTS = re.compile(r"…|\.\.+|···+")
_TAG = re.compile(r"^\s*[\[【<][^\[\]【】<>]{1,30}[\]】>]\s*")  # '[창간 특집] '
_BREAK = re.compile(
    r"(?:[,;:]|에게|에서|에|와의|과의|[다라]고|며|면서|지만|[아어해여]서|도록|까지|부터|보다|처럼|만에|[을를])$"
)
_HOW = listed("saying", "nouns") | listed("saying", "said_with_hada") | listed("saying", "occasions")
_WHERE = re.compile(r"[가-힣](?:에|에도|엔|에선|두고|놓고)$")
_MARKED = re.compile(r"\S\s+[‘'][^‘’']{2,20}[’']$")  # "하늘사 '먹는 약'", of which is spoken
_SENTENCE = re.compile(r"[.!?]$")  # what ends so before a quotation is no speaker
_SAID = "|".join(sorted(_HOW, key=len, reverse=True))
_TOLD = re.compile(rf"(?P<who>\S+(?:\s\S+)??)(?:의|\s측)?\s(?:{_SAID})(?:에|하자|했지만|했으나|뒤집|불구)")
_SIGNED = re.compile(r"\s*[-–|]\s")
_COUPLE = re.compile("[♥♡❤]")  # two of whom is told, and none who speaks
_SAME, _LIKE, _FAINT = 0.6, 0.4, 0.2  # shares of a headline's pairs of letters that stand in words of the body


class Headlines:
    """Settles what had to wait until the whole article was read."""

    def __init__(self, spoken: list[tuple[Passage, Spoken]], context: Context) -> None:
        self.spoken, self.context = spoken, context
        self.told = [
            (letter_pairs(passage.text[s.start : s.end]), s, passage.number)
            for passage, s in spoken
            if s.person
            and not s.deferred
            and s.use in ("speech", "paraphrase")
            and (s.found is None or s.found.how != "held")
        ]

    def settled(self) -> list[tuple[Passage, Spoken]]:
        """All that was said, in no order; what waited with its person."""
        return [(passage, self._settle(passage, s) if s.deferred else s) for passage, s in self.spoken]

    def _settle(self, passage: Passage, spoken: Spoken) -> Spoken:
        words = letter_pairs(passage.text[spoken.start : spoken.end])
        if passage.heads and (both := self._both(passage, spoken)):
            return both
        if not passage.heads:
            same = self._as_said(spoken, words, _SAME)
            beside = None if same else self._before(passage, spoken)
            return same or (
                self._by(spoken, beside, "stated") if beside else self._as_most(spoken, passage, share=1, least=3)
            )
        beside = self._before(passage, spoken)
        below = self._as_said(spoken, words, _LIKE, self._section(passage)) if self._section(passage) else None
        same = below or self._as_said(spoken, words, _SAME)
        if beside and same and same.person and not beside.name and beside.title in same.person.titles - {""}:
            return replace(same, certainty="inferred")  # '감독 “기쁘다”' is of which of them says so below
        if beside:
            return self._by(spoken, beside, "stated")
        if same:
            return same
        after = self._after(passage, spoken)
        if after:
            return self._by(spoken, after, "stated")
        opening = self._opens_with(passage, spoken)
        if opening:
            return self._by(spoken, opening, "inferred")
        alike = self._as_said(spoken, words, _LIKE) or self._in_parts(passage, spoken)
        return alike or self._as_next(passage, spoken) or self._as_most(spoken, passage)

    def _both(self, passage: Passage, spoken: Spoken) -> Spoken | None:
        """By two whom the article knows by name, who stand together beside it: '“…” 김하늘·오바다의 경고'."""
        pair = two_beside(passage.text, spoken.start - 1, spoken.end + 1)
        found = (
            [self.context.people.known(self._source(passage, pair[part])) for part in ("one", "two")] if pair else []
        )
        names = {person.full for person in found if person and person.full}
        if pair is None or len(names) < 2:
            return None
        by = self._by(spoken, self._source(passage, pair["both"]), "stated")
        together = (said.person for _, said, _ in self.told if said.person)
        return replace(by, person=next((p for p in together if all(name in p.name for name in names)), by.person))

    def _section(self, passage: Passage) -> range | None:
        """The passages under a subhead, up to the next one."""
        if passage.sentences[0]["section"] != "subhead":
            return None
        later = (p.number for p, _ in self.spoken if p.number > passage.number and p.heads)
        return range(passage.number + 1, min(later, default=passage.number + 100))

    def _before(self, passage: Passage, spoken: Spoken) -> Source | None:
        """Who stands before a quotation without a particle: '한은 총재 “동결”'."""
        first = first_of_list(passage, spoken.start)
        text = passage.text[max(first - 60, 0) : first - 1].rstrip(" :：")
        text = _TAG.sub("", text)
        piece = _PIECES.split(text)[-1].strip(" []<>()▶△■◆")
        if (
            not piece
            or _SENTENCE.search(piece)
            or _MARKED.search(piece)
            or _BREAK.search(piece)
            or piece.endswith("=")
            or passage.text[: first - 1].rstrip().endswith(("…", "...", "···"))
        ):
            return None
        piece = self._whose(piece)
        source = self._bare(passage, piece)
        source = self._past_deed(passage, source)
        return source if len(piece.split()) < 6 and self._may(source) else None

    def _whose(self, piece: str) -> str:
        """Whose word is told: the 푸른당 of '하천 개발에 푸른당 반발 성명', whose last words say how."""
        words = piece.split()
        said = next((n for n in range(len(words), 0, -1) if words[n - 1] not in _HOW), 0)
        if said == len(words) or not said:
            return piece
        after = next((n for n in range(said - 1, 0, -1) if _WHERE.search(words[n - 1])), 0)
        return " ".join(words[after:said])

    def _opens_with(self, passage: Passage, spoken: Spoken) -> Source | None:
        """Who opens a headline before a comma, where the quotation ends it: '민보라 사장, 선수 징계 “성급했다”'."""
        opening, comma, rest = _TAG.sub("", passage.text[: max(spoken.start - 1, 0)]).partition(",")
        alone = comma and not re.search(r"[“”\",…·]|\.\.", rest) and not passage.text[spoken.end + 1 :].strip()
        source = self._source(passage, opening.strip()) if alone and len(opening.split()) < 5 else None
        known = source is not None and (self.context.people.known(source) is not None or bool(source.name))
        return source if source and known and self._may(source) and not _BREAK.search(opening) else None

    def _after(self, passage: Passage, spoken: Spoken) -> Source | None:
        """Who stands after a quotation: '“…” 교사들의 호소', '“…”…입장 밝힌 하늘건설'."""
        behind = passage.text[spoken.end + 1 :]
        if _SIGNED.match(behind):
            return None
        piece = re.split(r"[“\"]", behind)[0].strip(" …·.,")
        piece = _PIECES.split(piece)[0].strip() or piece
        told = _TOLD.match(piece)
        if told and self._may(source := self._source(passage, told["who"])):
            return source  # '“안전하다”…시 설명에도 불안한 주민들'
        ends = piece.split()
        if not ends:
            return None
        for words in (ends[-3:], ends[-2:], ends[-1:]):
            source = self._source(passage, " ".join(words))
            if source.name and self._may(source):
                return Source(source.name, source.morphemes)
        last = self._source(passage, ends[-1])
        if self._may(last) and (last.role or last.is_body or self.context.people.known(last)):
            return last
        for word in reversed(ends):
            whose = self._source(passage, re.sub(r"(?:의|은|는|이|가)$", "", word))
            if (
                word.endswith(("의", "은", "는", "이", "가"))
                and len(whose.bare) > 1
                and (whose.role or self.context.people.known(whose))
            ):
                return whose
        group = next((w for w in reversed(ends) if w.endswith("들")), None)
        return self._source(passage, group) if group else None

    def _may(self, source: Source) -> bool:
        return (
            not _COUPLE.search(source.text)
            and not source.abstract
            and (source.can_speak(strict=True) or self.context.people.known(source) is not None)
        )

    def _source(self, passage: Passage, text: str) -> Source:
        place = passage.text.find(text)
        inside = tuple(m for m in passage.read(()).morphemes if place <= m.start and m.end <= place + len(text))
        return Source(text, inside)

    def _bare(self, passage: Passage, piece: str) -> Source:
        """Who it is without a particle: the 항소심 of '항소심도 “유효”', where that is somebody known."""
        plain = self._source(passage, piece[:-1])
        known = piece.endswith("도") and (plain.name or plain.is_known_body or self.context.people.known(plain))
        if len(piece) > 3 and (piece.endswith(("은", "는")) or known):
            return plain
        return self._source(passage, piece)

    def _past_deed(self, passage: Passage, source: Source) -> Source:
        """The speaker without what he has done or what befell him: the 한강당 of '‘논란’ 빠진 한강당'."""
        deeds = [n for n, m in enumerate(source.morphemes[:-1]) if m.tag == "ETM"]
        if not deeds or not source.morphemes[0].tag.startswith("V"):
            return source
        start, after = source.morphemes[deeds[-1]].end, source.morphemes[deeds[-1] + 1].start
        rest = passage.text[after : source.morphemes[-1].end]
        named = self._source(passage, rest)
        return named if start < after and self._may(named) and rest not in ("이들", "사람들") else source

    def _by(self, spoken: Spoken, source: Source, certainty: str) -> Spoken:
        person = self.context.people.known(source) or self.context.people.of(source)
        verb = spoken.found.verb if spoken.found else None
        return replace(spoken, found=Found(source, verb, "stated"), person=person, certainty=certainty, note=None)

    def _as_said(self, spoken: Spoken, words: Counter[str], share: float, below: range | None = None) -> Spoken | None:
        """By whoever says the same in the body, or in those passages of it."""
        size = sum(words.values())
        told = [said for said in self.told if below is None or said[2] in below]
        likest = max(told, key=lambda said: sum((words & said[0]).values()), default=None)
        if not size or likest is None or sum((words & likest[0]).values()) < share * size:
            return None
        return self._meant(spoken, likest[1].person, "inferred", "본문에서 같은 말을 한 이")

    def _in_parts(self, passage: Passage, spoken: Spoken) -> Spoken | None:
        """By whoever says each part of it in the body: '“길이 막혀…다리 놓아야”'."""
        parts = [letter_pairs(part) for part in _DOTS.split(passage.text[spoken.start : spoken.end]) if part.strip()]
        found = [self._as_said(spoken, part, _LIKE) for part in parts] if len(parts) > 1 else []
        persons = {id(said.person) for said in found if said}
        return found[0] if found and all(found) and len(persons) == 1 else None

    def _as_next(self, passage: Passage, spoken: Spoken) -> Spoken | None:
        """A subhead is by him who alone speaks below it, or of several by who says some of it; else nobody's."""
        if passage.sentences[0]["section"] != "subhead":
            return None
        section = self._section(passage) or ()
        below = [s for p, s in self.spoken if p.number in section and s.use == "speech" and s.person and not s.deferred]
        if len({id(s.person) for s in below}) == 1:
            return self._meant(spoken, below[0].person, "guessed", "바로 아래에서 말하는 이")
        words = letter_pairs(passage.text[spoken.start : spoken.end])
        alike = self._as_said(spoken, words, _FAINT, self._section(passage))
        return replace(alike, certainty="guessed") if alike else replace(spoken, note="화자를 밝히지 않음")

    def _as_most(self, spoken: Spoken, passage: Passage, share: float = 0.6, least: int = 1) -> Spoken:
        """By him who says at least that share of what is said in the article, and so many quotations."""
        persons = [said.person for _, said, _ in self.told if said.use == "speech" and said.person]
        counted = Counter(id(person) for person in persons)
        most = counted.most_common(1)
        if not most or most[0][1] < max(share * len(persons), least):
            return replace(spoken, note="화자를 밝히지 않음")
        person = next(p for p in persons if id(p) == most[0][0])
        if passage.heads and not self._is_heard(spoken, person, passage):
            return replace(spoken, note="화자를 밝히지 않음")
        return self._meant(spoken, person, "guessed", "기사에서 가장 많이 말하는 이")

    def _is_heard(self, spoken: Spoken, person: Person, passage: Passage) -> bool:
        """Does some of a headline come again in what a person says in the body."""
        words = letter_pairs(passage.text[spoken.start : spoken.end])
        own = sum((pairs for pairs, said, _ in self.told if said.person is person), Counter[str]())
        return sum((words & own).values()) >= _FAINT * sum(words.values())

    def _meant(self, spoken: Spoken, person: Person | None, certainty: str, why: str) -> Spoken:
        return replace(spoken, person=person, certainty=certainty, note=f"{why}: {person.name}" if person else None)
