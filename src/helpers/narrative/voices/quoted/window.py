"""A quotation in its sentence: who stands before it, what follows it, and who of them may speak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.quotations import Quote
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import QUOTED
from helpers.narrative.voices.circles import told_among
from helpers.narrative.voices.in_front import actors, is_acted_on
from helpers.narrative.voices.passages import Passage, last_noun_phrase, source_of
from helpers.narrative.voices.quoted.saying import AS_SAID, LOOSE, is_saying
from helpers.narrative.voices.speakers.hidden import WITHIN
from helpers.narrative.voices.speakers.sources import Source, modified

_BEFORE_MARK = re.compile(r"(?P<who>[^\s,.“”\"·…][^,.“”\"…]{0,40}?)\s*[:：]\s*$")
_LABEL = re.compile(r"[<\[(【]\s*(?P<who>[^<>\[\]()/|:]{2,30}?)\s*(?:[/|:][^<>\[\]()]*)?[>\])】]\s*$")
_FROM = re.compile(r"(?:으?로부터|에게서?|한테서?|께)(?:[는도])?")  # '로' alone and 에 tell no giver
_TO = re.compile(r"(?:에게|한테|께|더러)(?:는|도)?")
_OWNED = re.compile(r"(?<!\S)(?P<who>(?:[^\s,.“”\"]{1,20}\s){0,2}[^\s,.“”\"]{2,20})의\s?$")
_WONDERS = re.compile(r"궁금해\s?(?:하|했|한)")
_WRITTEN = frozenset(["적히다", "쓰이다", "담기다", "되다", "나오다", "실리다", "규정되다", "명시되다", "있다"])


class Window:
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

    def last_after(self) -> str:
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

    def following(self) -> list[Clause]:
        """The clauses after the quotation; the copula of 라는, which only links it, is none."""
        after = [c for c in self.level.clauses if self.quote.end < c.predicate.start < self.end]
        links = after and after[0].predicate.lemma == "이다" and after[0].predicate.start - self.quote.end < 3
        return after[1:] if links else after

    def taken_at_once(self, clauses: list[Clause]) -> str | None:
        """The verb of saying that stands right behind the closing mark: '“얼마인가?” 물었고'."""
        first = clauses[0] if clauses else None
        if first is None or first.kind == "adnominal":
            return None
        if self.passage.text[self.quote.end + 1 : first.predicate.start].strip(" ,"):
            return None
        wonders = _WONDERS.match(self.passage.text, first.predicate.start)
        return "궁금해하다" if wonders else first.predicate.lemma if is_saying(first) else None

    @property
    def closed(self) -> bool:
        """Does the quotation end as a sentence of its own."""
        return self.passage.text[self.quote.end - 1] in ".!?…"

    def verb(self, clauses: list[Clause]) -> str | None:
        """The verb of saying that takes the quotation; the noun of '자성의 목소리를 냈다'."""
        for clause in clauses:
            if is_saying(clause):
                return clause.predicate.lemma
            noun = source_of(clause.object, self.level).last if clause.object else ""
            if noun in listed("saying", "nouns") and clause.predicate.lemma in listed("saying", "giving"):
                return noun
        return None

    def candidates(self, clause: Clause, *, strict: bool) -> Iterator[Source]:
        """The subjects of a clause that may speak: its own nearest first; what an adnominal clause modifies."""
        later = next((m.start for m in self.level.morphemes if m.tag == QUOTED and m.start > self.quote.end), self.end)
        each = later < self.end and any(p.may_act and p.start < self.quote.start for p in clause.phrases)
        for phrase, source in actors(clause, self.level, self.start, (self.first, self.quote.end)):
            if self._has_asked(phrase) or (each and phrase.start > self.quote.end):
                continue  # '시는 “…”라고, 노조는 “…”라고 했다'
            if phrase == clause.modifies and not is_saying(clause):
                continue
            after = phrase.start > self.quote.end and LOOSE.match(self.after)  # '“…”며 숨이 좋다”고 했다': his words
            thing = source.is_common and (phrase == clause.modifies or bool(after) or self._is_apart(phrase))
            if source.can_speak(strict=strict) and not thing:
                yield source
        written = clause.predicate.lemma in _WRITTEN
        for phrase, source in ((p, source_of(p, self.level)) for p in clause.phrases):
            known = phrase.role == "topic" and (source.is_known_body or source.is_person)
            among = phrase.place and phrase.start < self.first and (source.circle or source.last in WITHIN or known)
            paper = written and phrase.role in ("other", "topic") and source.last in listed("voices", "documents")
            if among or paper:
                yield source

    @cached_property
    def first(self) -> int:
        """Where the words begin of which the marks may hold but the end: '시는 [다리도 “고치겠다”]고 했다'."""
        own = (m for m in self.passage.read(()).morphemes if self.quote.start <= m.start and m.end <= self.quote.end)
        clauses = Level(tuple(own), self.passage.text).clauses
        beside = self.phrases_before()[-1:]
        if clauses and beside and not self.passage.text[beside[0].particle_end : self.quote.start - 1].strip():
            return beside[0].start if is_acted_on(beside[0], clauses[-1], self.level) else self.quote.start
        return self.quote.start

    def opening(self, *, named: bool = False) -> Source | None:
        """Who opens the sentence, though a clause in it took the subject: '오하늘 시장이 먹는 약에 대해 “…”'."""
        first = next((p for p in self.phrases_before() if p.role == "subject" and not self._has_asked(p)), None)
        before = (c for c in self.level.clauses if first and self.start <= c.predicate.start < first.start)
        source = source_of(first, self.level) if first and not any(before) else None
        return source if source and (source.name if named else source.can_speak(strict=True)) else None

    def said_by_outer(self, inner: Clause, following: list[Clause]) -> bool:
        """Has a verb of saying behind a clause its own subject before the quotation, and the clause one behind it."""
        if not any(p.may_act and p.start > self.quote.end for p in inner.phrases):
            return False
        outer = (p for c in following if is_saying(c) for p in c.phrases if p.may_act and p.end < self.quote.start)
        return any(source_of(p, self.level).can_speak(strict=True) for p in outer)

    def _has_asked(self, phrase: Phrase) -> bool:
        """Is it the subject of a clause before the words to which they answer: '의원이 “…”고 따지자 “…”고 답했다'."""
        asking = self.asking()
        return phrase.role == "subject" and asking is not None and phrase in asking.phrases

    def asking(self) -> Clause | None:
        """The clause right before the words to which they answer, with who asks: '의원이 “…”고 따지자'."""
        before = [
            c for c in self.level.clauses if self.start <= c.predicate.start and c.predicate.end < self.quote.start
        ]
        last = before[-1] if before else None
        asks = last is not None and last.ending == "자" and is_saying(last)
        return last if last and asks and any(p.role == "subject" for p in last.phrases) else None

    def asked(self) -> Source | None:
        """Whom somebody asked to whom the words answer: the 시장 of '의원이 시장에게 “…”고 묻자 “…”고 답했다'."""
        asking = self.asking()
        sources = (source_of(p, self.level) for p in (asking.phrases if asking else ()) if _TO.fullmatch(p.particle))
        return next((source for source in sources if source.can_speak(strict=True)), None)

    def _is_apart(self, phrase: Phrase) -> bool:
        """Does another predicate stand between a phrase and the words: '희소성은 높아질 것이라며 “…”고 설명했다'."""
        return any(phrase.end < c.predicate.start < self.quote.start for c in self.level.clauses)

    def giver(self, clauses: list[Clause]) -> Source | None:
        """From whom somebody takes in the quotation: the 팀장 of '그는 팀장에게서 “…”는 말을 들었다'."""
        if not clauses or clauses[0].predicate.lemma not in listed("saying", "hears"):
            return None
        if LOOSE.match(self.after):
            return None  # '“두 배로 갚겠다”며 이웃에게서 돈을 받은': he says so himself
        for phrase in reversed(clauses[0].phrases):
            source = source_of(phrase, self.level)
            if _FROM.fullmatch(phrase.particle) and source.can_speak(strict=True):
                return source
        return None

    def owner(self) -> Source | None:
        """Whose quotation it is by 의 before it: the 박솔이 of '사회자 박솔이의 “…”라는 물음에'."""
        owned = _OWNED.search(self.before)
        words = owned["who"].split() if owned else []
        ends = [self.bare(" ".join(words[-count:])) for count in range(1, len(words) + 1)]
        persons = [source for source in ends if source and source.is_person and not source.is_pronoun]
        return next((source for source in persons if source.name), persons[0] if persons else None)

    def phrases_before(self) -> list[Phrase]:
        return [p for p in self.level.phrases if self.start <= p.start and p.end < self.quote.start]

    def has_topic(self) -> bool:
        """Does one who can speak stand before the quotation as topic."""
        topics = (p for p in self.phrases_before() if p.role == "topic" and not p.place and p.particle in ("은", "는"))
        return any(source_of(p, self.level).can_speak(strict=True) for p in topics)

    def taken(self, phrase: Phrase) -> bool:
        """Is the phrase the subject of a clause that ends before the quotation and shares it with none: 묻자."""
        for clause in self.level.clauses:
            if clause.predicate.end < self.quote.start and phrase in clause.phrases:
                return phrase.role == "subject"
        return False

    def goes_on_to_quote(self, phrase: Phrase) -> bool:
        """Does another quotation follow in the sentence: '‘…’는 오 시장 발언을 두고 “…”고 했다'."""
        return any(m.tag == QUOTED and phrase.end <= m.start < self.end for m in self.level.morphemes)

    def circle(self) -> Source | None:
        """The circle or the group of whom it is told: 업계에서는, 주민들 사이에서."""
        return told_among(reversed(self.phrases_before()), self.level)

    def named_before(self) -> Source | None:
        """Who stands before a quotation with a colon or in brackets: '김 교수: “…”', '[김하늘 / 상인] “…”'."""
        before = self.before[-200:]
        written = _BEFORE_MARK.search(before) or _LABEL.search(before)
        paper = written and ("=" in written["who"] or len(written["who"].split()) > 2)
        if written and paper and written["who"].endswith((" 기자", " 특파원")):
            return None  # a byline: '[하늘일보 박하늘 기자]', '[하늘일보=박하늘 기자]'
        if written and not re.search(r"[다요까]$", written["who"]):
            source = self.bare(written["who"].strip(" -▶△▷■◆●<["))
            return source if source and source.can_speak(strict=True) else None
        slash = re.search(r"(?P<who>[가-힣A-Za-z]{2,20}\s?/\s?[^\"“/:]{2,30}?)(?:\s*-)?\s*$", before)
        if slash and slash["who"].strip().endswith((" 기자", "/기자")):
            return Source("기자")  # '▶ 스탠딩 : 김하늘 / 기자 - “…”'
        return self.bare(slash["who"]) if slash else None

    def as_said(self) -> Source | None:
        """Whose word the text takes up: '김 화백의 말처럼 “…”'."""
        before = self.phrases_before() if AS_SAID.search(self.before) else []
        owner = modified(source_of(before[-1], self.level)) if before else None
        return owner if owner and (owner.can_speak(strict=True) or owner.is_pronoun) else None

    def bare(self, text: str) -> Source | None:
        """A source by its words; the morphemes that stand there are looked up."""
        text = text.strip()
        if not text:
            return None
        place = self.passage.text.find(text, max(self.start - 60, 0))
        first = last_noun_phrase(self.level.morphemes, place, place + len(text))
        place, text = first, text[first - place :]
        inside = [m for m in self.level.morphemes if place <= m.start and m.end <= place + len(text)]
        called = text.partition("/")[0].strip() if "/" in text else None
        return Source(" ".join(text.replace("/", " ").split()), tuple(inside), called)
