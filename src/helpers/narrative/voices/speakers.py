"""Who says a quotation, as far as its own sentence tells: the subject of the verb that governs it, or an owner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.quotations import Quote
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import QUOTED
from helpers.narrative.voices.passages import Passage, source_of
from helpers.narrative.voices.sources import Source, modified, title_in

LINK = re.compile(
    r"\s?(?:(?P<adverbial>(?:이?라|하)?고(?:도|만|까지|는)?(?=[\s,])|이?라며|며(?=\s)|이?라면서도?|면서도?(?=\s))"
    r"|(?P<adnominal>(?:이?라|하)?는(?=\s)|이?란(?=\s)|이?라던(?=\s)|던(?=\s))|(?P<list>\s?등(?=[의이을\s])))"
)
_NOUN = "|".join(sorted(listed("voices", "nouns"), key=len, reverse=True))
_BY = re.compile(
    rf"^\s?(?:이?라)?는\s(?:게|것이|것은)\s(?P<who>[^,.“”]{{1,40}}?)(?:의|들의|측의|쪽)?\s{{0,3}}(?P<noun>{_NOUN})"
    r"(?:이다|다|이었다|였다|이라|입니다)"
)
_OWNER = re.compile(
    rf"[.\s]{{0,9}}(?P<who>[^,.“”\"]{{2,40}}?)(?:의\s(?P<noun>{_NOUN})|(?:이|가)\s(?:[^\s.]+\s){{0,4}}?한\s말)(?:이다|다|이었다|였다|입니다)"
)
_BEFORE_MARK = re.compile(r"(?P<who>[^\s,.“”\"·…][^,.“”\"…]{0,40}?)\s*[:：]\s*$")
_LABEL = re.compile(r"[<\[(【]\s*(?P<who>[^<>\[\]()/|:]{2,30}?)\s*(?:[/|:][^<>\[\]()]*)?[>\])】]\s*$")
_REJECTED = re.compile(r"^\s?(?:이?라)?는\s(?:말|주장|이야기|얘기|표현)[은는이에을]")
_WRITTEN = frozenset(["적히다", "쓰이다", "담기다", "되다", "나오다", "실리다", "규정되다", "명시되다", "있다"])
_GROUP_AMONG = re.compile(r"(?:사이|가운데|내부|안팎|쪽)(?:에서)?")


@dataclass(frozen=True)
class Found:
    """Who says it: ``source`` (None: the sentence names nobody), the verb or noun of saying, and how it was found.

    how  'stated', 'nobody' (said to be people's talk), 'left out' (a verb without a subject), 'alone' (no verb either)
    """

    source: Source | None
    verb: str | None
    how: str


def speaker_in(quote: Quote, passage: Passage, level: Level) -> Found:
    """The speaker of a quotation by the sentence around it; ``level`` is the one that it stands in."""
    return _Window(quote, passage, level).found()


class _Window:
    """A quotation in its sentence: the items of the level before it and after it."""

    def __init__(self, quote: Quote, passage: Passage, level: Level) -> None:
        self.quote, self.passage, self.level = quote, passage, level
        spans = passage.spans
        self.start = spans[passage.index_at(max(quote.start - 1, 0))][0]
        self.end = spans[passage.index_at(quote.end)][1]
        if level.quote:
            self.start, self.end = max(self.start, level.quote.start), min(self.end, level.quote.end)
        text = passage.text
        self.before = text[max(self.start, quote.start - 300) : quote.start - 1]
        self.after = text[quote.end + 1 : min(self.end, quote.end + 400)]

    def found(self) -> Found:
        if by := _BY.match(self.after):
            return Found(self._bare(by["who"].removesuffix("의").strip()), by["noun"], "stated")
        owner = _OWNER.match(self.passage.text, self.quote.end + 1)
        if owner and (who := self._bare(owner["who"].strip())):
            return Found(who, owner["noun"] or "말", "stated")
        link = LINK.match(self._last_after())
        if (link and link["adnominal"]) or (link and link["list"]):
            return self._of_noun()
        clauses = self._following()
        if link or clauses:
            return self._of_verb(clauses, bool(link))
        return self._alone()

    def _last_after(self) -> str:
        """What follows the quotation, or the last of a list of quotations that it stands in: “…”, “…”라고."""
        text, end = self.passage.text, self.quote.end + 1
        for other in self.passage.quotes:
            if other.start <= end:
                continue
            between = text[end : other.start - 1]
            if other.start >= self.end or len(between) > 3 or not re.fullmatch(r"[\s,·、]*(?:[와과]\s)?", between):
                break
            end = other.end + 1
        return text[end : self.end]

    # --- a verb governs it ----------------------------------------------------------------------------------------
    def _following(self) -> list[Clause]:
        return [c for c in self.level.clauses if c.predicate.start > self.quote.end and c.predicate.start < self.end]

    def _of_verb(self, clauses: list[Clause], linked: bool) -> Found:
        verb = None
        for number, clause in enumerate(clauses[:4]):
            says = is_saying(clause)
            if clause.kind == "quoting" and not says and number + 1 < len(clauses):
                continue  # its subject is of whom the words speak: '“…”며 호남이 나서 달라고 호소했다'
            verb = verb or (clause.predicate.lemma if says else None)
            for source in self._candidates(clause, strict=not (says and linked)):
                if not linked and self._closed and not (source.name or self.after.strip().startswith(source.text)):
                    continue
                return Found(source, verb or self._verb(clauses[number:]), "stated")
            if clause.kind == "final":
                break
        for phrase in reversed(self._phrases_before()):
            if phrase.role in ("topic", "subject") and (phrase.place or phrase.role == "topic"):
                source = source_of(phrase, self.level)
                if source.can_speak(strict=True) and not self._taken(phrase):
                    return Found(source, verb or self._verb(clauses), "stated")
        named = self._named_before()
        if named:
            return Found(named, verb, "stated")
        return Found(None, verb or self._verb(clauses), "left out")

    @property
    def _closed(self) -> bool:
        """Does the quotation end as a sentence of its own."""
        return self.passage.text[self.quote.end - 1] in ".!?…"

    def _verb(self, clauses: list[Clause]) -> str | None:
        return next((c.predicate.lemma for c in clauses if is_saying(c)), None)

    def _candidates(self, clause: Clause, *, strict: bool) -> Iterator[Source]:
        """The subjects of a clause that may speak: its own nearest first; what an adnominal clause modifies."""
        own = [p for p in clause.phrases if p.role in ("subject", "topic") and not p.place]
        later = next((m.start for m in self.level.morphemes if m.tag == QUOTED and m.start > self.quote.end), self.end)
        before = [p for p in own if p.start < self.quote.start]
        behind = [p for p in own if p.start > self.quote.end]
        behind = [] if before and later < self.end else behind  # '시는 “…”라고, 노조는 “…”라고 했다'
        topics = [p for p in before if p.role == "topic"]
        subjects = [p for p in before if p.role == "subject"]
        persons = [p for p in topics[-1:] if subjects and source_of(p, self.level).is_person]
        order = [*reversed(behind), *persons, *reversed(subjects[-1:]), *reversed(topics), *reversed(subjects[:-1])]
        if clause.kind == "adnominal" and not (own or clause.times) and clause.modifies and is_saying(clause):
            order.append(clause.modifies)
        if clause.of and clause.of.start >= self.start and not clause.of.place:
            order.append(clause.of)
        places = [p for p in clause.phrases if p.place and p.start < self.quote.start]
        for phrase in order:
            source = source_of(phrase, self.level)
            source = modified(source) if phrase == clause.modifies else source
            if source.can_speak(strict=strict):
                yield source
        if clause.predicate.lemma in _WRITTEN:
            for phrase in clause.phrases:
                source = source_of(phrase, self.level)
                if phrase.role in ("other", "topic") and source.last in listed("voices", "documents"):
                    yield source
        for phrase in places:
            source = source_of(phrase, self.level)
            if source.can_speak(strict=True) and (phrase.role == "topic" or source.circle):
                yield source

    def _phrases_before(self) -> list[Phrase]:
        return [p for p in self.level.phrases if self.start <= p.start and p.end < self.quote.start]

    def _taken(self, phrase: Phrase) -> bool:
        """Is the phrase the subject of a clause that ends before the quotation and shares it with none: 묻자."""
        for clause in self.level.clauses:
            if clause.predicate.end < self.quote.start and phrase in clause.phrases:
                return phrase.role == "subject"
        return False

    # --- a noun of saying takes it -----------------------------------------------------------------------------------
    def _of_noun(self) -> Found:
        if _REJECTED.match(self.after) and self._denied():
            return Found(None, None, "rejected")
        following = [p for p in self.level.phrases if p.start > self.quote.end and p.start < self.end]
        clauses = self._following()
        phrase = next((p for p in following if not _GROUP_AMONG.fullmatch(self.level.text[p.start : p.end])), None)
        written = self.level.text[phrase.start : phrase.end] if phrase else ""
        copula = clauses[0] if clauses and (not phrase or clauses[0].predicate.start <= phrase.start) else None
        if copula and copula.predicate.lemma.endswith("이다"):
            written = copula.predicate.lemma.removesuffix("이다")
            written = (
                self.level.text[phrase.start : phrase.end]
                if phrase and phrase.start < copula.predicate.end
                else written
            )
        noun = next(
            (
                n
                for n in sorted(listed("voices", "nouns"), key=len, reverse=True)
                if re.search(rf"(?:^|[\s등의]){n}$", written)
            ),
            None,
        )
        if noun in ("질문", "물음") and (asker := self._asker()):
            return Found(asker, noun, "stated")
        if phrase and noun and (owner := re.match(rf"(?:등의\s)?(?P<who>.{{1,30}}?)(?:의)?\s+{noun}$", written)):
            source = self._bare(owner["who"])
            if source and source.can_speak(strict=True) and source.bare not in ("등", "취지", "내용"):
                return Found(source, noun, "stated")
        if noun and phrase and phrase.particle in ("에", "에도", "속에"):
            return Found(None, noun, "nobody")
        clause = next((c for c in clauses if c.kind != "adnominal" or is_saying(c)), None)
        circle = self._circle()
        if clause is None:
            return Found(circle, noun, "stated" if circle else "nobody")
        lemma = clause.predicate.lemma
        impersonal = lemma in listed("voices", "impersonal")
        own = noun in listed("voices", "own_nouns") or noun is None
        if noun and (impersonal or not own):
            return (
                Found(circle, noun, "stated" if circle else "nobody")
                if impersonal or circle
                else self._by_actor(clauses, noun)
            )
        return self._by_actor(clauses, noun)

    def _asker(self) -> Source | None:
        """Who asks: '기자들로부터 “…”는 질문을 받았다'."""
        for phrase in reversed(self._phrases_before()):
            if re.match(r"(?:으로부터|로부터|에게서|한테서)", phrase.particle) or phrase.role == "subject":
                source = source_of(phrase, self.level)
                return source if source.can_speak(strict=True) else None
        return None

    def _by_actor(self, clauses: list[Clause], noun: str | None) -> Found:
        for clause in clauses[:3]:
            for source in self._candidates(clause, strict=True):
                return Found(source, noun or (clause.predicate.lemma if is_saying(clause) else None), "stated")
        verb = self._verb(clauses)
        if circle := self._circle():
            return Found(circle, noun, "stated")
        return Found(None, noun or verb, "left out" if verb and not noun else "nobody")

    def _circle(self) -> Source | None:
        """The circle or the group of whom it is told: 업계에서는, 주민들 사이에서, 누리꾼들은."""
        for phrase in reversed(self._phrases_before()):
            source = source_of(phrase, self.level)
            text = re.sub(r"\s(?:사이|가운데|내부|안팎|쪽)$", "", source.text)
            among = text != source.text
            if phrase.role in ("place", "topic", "subject", "other") and (phrase.place or among):
                group = Source(text, source.morphemes)
                if group.circle or among or group.is_person or group.is_body:
                    return group
        return None

    def _denied(self) -> bool:
        """Does the speaker reject the words: '…라는 말은 공감되지 않는다'."""
        return any(c.predicate.negated for c in self._following()[:2])

    # --- nothing governs it ------------------------------------------------------------------------------------------
    def _alone(self) -> Found:
        named = self._named_before()
        if named:
            return Found(named, None, "stated")
        return Found(None, None, "alone")

    def _named_before(self) -> Source | None:
        """Who stands before a quotation with a colon or in brackets: '김 교수: “…”', '[김하늘 / 상인] “…”'."""
        before = self.before[-200:]
        written = _BEFORE_MARK.search(before) or _LABEL.search(before)
        if written and not re.search(r"[다요까]$", written["who"]):
            source = self._bare(written["who"].strip(" -▶△▷■◆●<["))
            return source if source and source.can_speak(strict=True) else None
        slash = re.search(r"(?P<who>[가-힣A-Za-z]{2,20}\s?/\s?[^\"“/:]{2,30}?)(?:\s*-)?\s*$", before)
        return self._bare(slash["who"]) if slash else None

    def _bare(self, text: str) -> Source | None:
        """A source by its words; the morphemes that stand there are looked up."""
        text = text.strip()
        if not text:
            return None
        place = self.passage.text.find(text, max(self.start - 60, 0))
        inside = [m for m in self.level.morphemes if place <= m.start and m.end <= place + len(text)]
        called = text.partition("/")[0].strip() if "/" in text else None
        return Source(" ".join(text.replace("/", " ").split()), tuple(inside), called)


def is_saying(clause: Clause) -> bool:
    """Is the clause's predicate a verb of saying: 말하다, 밝히다."""
    return says(clause.predicate.lemma)


def says(lemma: str) -> bool:
    return lemma in listed("voices", "verbs") or (
        lemma.endswith("하다") and lemma.removesuffix("하다") in listed("voices", "said_with_hada")
    )


def headline_source(text: str) -> str | None:
    """Who stands last in a piece of a headline, without a particle: '한은 총재', 'DJ 고향 간 이재명'."""
    words = text.split()
    for number in range(len(words) - 1, -1, -1):
        if title_in(words[number]) or Source(words[number]).can_speak(strict=True):
            return words[number]
    return None
