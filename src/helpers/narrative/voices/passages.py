"""An article's paragraphs as text with its morphemes, quotations and the way back to sentences and raw spans."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, takewhile
from operator import itemgetter

import pandas as pd

from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.quotations import DOUBLE, Quote, pair_quotes
from helpers.narrative.grammar.sentence import Level, Sentence, of_normal
from helpers.narrative.grammar.words import PERSON, Morpheme
from helpers.narrative.rows import Row, rows_of
from helpers.narrative.voices.lines import AFTER_CLOSING, DOUBLE_MARK, HEADS, joined
from helpers.narrative.voices.speakers.naming import is_surname, looks_like_name, title_in
from helpers.narrative.voices.speakers.sources import Source
from helpers.normalize import Normalized, normalize

LONGEST_GAP = 1000  # characters between two sentences of one paragraph
_TOPIC = re.compile(r"\s*(?P<who>(?:\S{1,12}\s){0,3}?\S{1,12})[은는]\s")
_UNNAMED = re.compile(r"(?:익명|이름|신원|실명)[을를]")

_OF_NAMES = frozenset(["NNG", "NNP", "NAME", "MAG", "MM", "XPN", "XR", "XSN", "SL", "NNB", "SN"])
_QUESTION = re.compile(r"\s*[-–—―─－]\s?[가-힣A-Za-z‘’'\d]")
_BYLINE = re.compile(
    r"\s*(?:[\[【(][^\[\]【】()]{2,40}[\]】)]\s+(?=\S)|[\[【(][^\[\]【】()]{2,60}\s(?:기자|특파원|앵커|캐스터)[\]】)]\s*(?=\S))"
)


@dataclass(frozen=True, eq=False)
class Passage:
    """Sentences of one paragraph as one normalized text; ``base`` is where it begins in the raw text."""

    sentences: list[Row]
    normal: Normalized
    base: int
    tokens: Sequence[Row]
    number: int = 0
    goes_on: bool = False  # does a quotation that it does not close go on in the next paragraph

    @property
    def text(self) -> str:
        return self.normal.text

    @property
    def heads(self) -> bool:
        """Is it a headline, a deck or a subhead."""
        return self.sentences[0]["section"] in HEADS

    @property
    def asks(self) -> bool:
        """Is it a question of an interview: '―왜 그런가요?'."""
        return bool(_QUESTION.match(self.text)) and not re.search('[“"]', self.text[:8])

    @property
    def tells(self) -> bool:
        """Is a deck or a subhead written as sentences are: '한강당은 잘됐다고 평가했지만'."""
        last = str(self.tokens[-1]["tag"]) if self.tokens else ""
        return self.sentences[0]["section"] != "title" and last in ("EC", "EF", "SF")

    @cached_property
    def quotes(self) -> list[Quote]:
        found = pair_quotes(self.text)
        return [quote for quote in [*found, *self._unopened(found)] if quote.closed or self.goes_on]

    def _unopened(self, found: Sequence[Quote]) -> Iterator[Quote]:
        """Words that only a mark closes, behind a person as topic: '오하늘 시장은 둑을 쌓겠다”고 말했다'."""
        for start, end in self.spans if DOUBLE_MARK.search(self.text) else ():
            marks = [mark.start() for mark in DOUBLE_MARK.finditer(self.text, start, end)]
            paired = any(quote.start <= marks[0] <= quote.end for quote in found if quote.closed) if marks else True
            topic = _TOPIC.match(self.text, start) if len(marks) == 1 and not paired else None
            if topic is None or topic.end() >= marks[0] or not title_in(topic["who"].split()[-1]):
                continue
            if AFTER_CLOSING.match(self.text, marks[0] + 1) and self.text[marks[0] - 1].strip():
                yield Quote(topic.end(), marks[0], DOUBLE, 0)

    def calling(self, names: frozenset[str]) -> Passage:
        """The passage with these words read as names of persons, where they stand alone."""
        if not any(token["surface"] in names for token in self.tokens):
            return self
        return replace(self, tokens=[_called(token, names) for token in self.tokens])

    def read(self, speeches: Sequence[Quote]) -> Sentence:
        """Its grammar, with these quotations as somebody's words."""
        return replace(self._sentence, given=tuple(speeches))

    @cached_property
    def _sentence(self) -> Sentence:
        return of_normal(self.normal, self.base, self.tokens)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Each sentence's span in ``text``."""
        return [(self._place(row["start"]), self._place(row["end"])) for row in self.sentences]

    def _place(self, raw: int) -> int:
        return self.normal.from_raw(raw - self.base)

    def index_at(self, position: int) -> int:
        """The number in ``sentences`` of the one that holds ``position``."""
        raw = self.base + self.normal.offsets[min(position, len(self.text))]
        return min(bisect_left(self._ends, raw + 1), len(self._ends) - 1)

    def number_at(self, index: int) -> int:
        """The sentence_id of a sentence by its number in ``sentences``."""
        return int(self.sentences[index]["sentence_id"])

    def sentences_in(self, start: int, end: int) -> list[Row]:
        """The sentences that ``[start, end)`` of ``text`` lies in."""
        first, last = (self.base + edge for edge in self.normal.to_raw(start, end))
        near = self.sentences[bisect_left(self._ends, first + 1) :]
        return list(takewhile(lambda row: row["start"] < last, near))

    @cached_property
    def _ends(self) -> list[int]:
        return [row["end"] for row in self.sentences]


def passages_of(sentences: pd.DataFrame, tokens: Mapping[int, list[Row]]) -> Iterator[Passage]:
    """Each paragraph's sentences as one text, spaces standing for what lies between two of them.

    tokens  Kiwi's morphemes of each sentence by its number
    """
    paragraphs: dict[int, list[Row]] = {}
    for row in sorted(rows_of(sentences), key=itemgetter("start")):
        paragraphs.setdefault(row["paragraph"], []).append(row)
    for rows in joined(paragraphs.values()):
        written: list[str] = []
        end = rows[0]["start"]
        held: list[Row] = []
        for row in rows:
            gap = row["start"] - end
            if held and not 0 <= gap <= LONGEST_GAP:
                yield _passage(held, written, tokens)
                held, written, gap = [], [], 0
            written += [" " * gap, row["text"]]
            held.append(row)
            end = row["end"]
        yield _passage(held, written, tokens)


def _called(token: Row, names: frozenset[str]) -> Row:
    return {**token, "tag": PERSON} if token["surface"] in names and token["tag"] in ("NNG", "NNP") else token


def _passage(rows: list[Row], written: list[str], tokens: Mapping[int, list[Row]]) -> Passage:
    own = [token for row in rows for token in tokens.get(int(row["sentence_id"]), ())]
    return Passage(rows, normalize("".join(written)), rows[0]["start"], own)


def source_of(phrase: Phrase, level: Level) -> Source:
    """A noun phrase as a possible speaker; 측 and 이들 with the words that describe them."""
    first = _first_of_name(phrase, level)
    start = phrase.start if first == phrase.first else level.morphemes[first].start
    text = level.text[start : phrase.end]
    if text in ("사람들", "사람", "이들", "쪽", "측", "이"):
        clause = next((c for c in level.clauses if c.modifies == phrase), None)
        beside = clause and not level.text[clause.predicate.end : start].strip()  # no '불어나는 동안 이들'
        start = _describing(level, clause.start, start) if clause and beside else start
    before = next((c for c in level.clauses if c.modifies == phrase), None)
    if before and _UNNAMED.match(level.text, before.start):
        start = before.start
    if before and before.predicate.lemma == "비롯하다" and before.object and before.object == before.phrases[-1]:
        start, first = before.object.start, before.object.first
    written = level.text[start : phrase.end]
    byline = _BYLINE.match(written)
    if byline:  # '[한강일보 박하늘 기자] 시장은 …': the paper's own line before the sentence
        own = tuple(m for m in level.morphemes[first : phrase.last + 1] if m.start >= start + byline.end())
        return Source(written[byline.end() :].strip(), own)
    return Source(written.strip(), tuple(level.morphemes[first : phrase.last + 1]))


def _describing(level: Level, start: int, end: int) -> int:
    """Where words begin that describe a side: not before the last comma, '반대하는 가운데, 개발을 밀어붙인 측'.

    Nor before another predicate, '개발을 밀어붙이고 돈을 댄 측'.
    """
    comma = level.text.rfind(", ", start, end)
    start = start if comma < 0 else comma + 2
    return last_noun_phrase(level.morphemes, start, end)


def last_noun_phrase(morphemes: Sequence[Morpheme], start: int, end: int) -> int:
    """Where the noun phrase begins with which ``[start, end)`` ends, behind all predicates that do not modify it.

    '강이 넘치고 길이 끊긴 이들' begins with 길이; '밀어붙여 온 측' has one predicate of two verbs.
    """
    within = [m for m in morphemes if start <= m.start and m.end <= end]
    cuts = [
        after.start
        for here, after in pairwise(within)
        if here.tag in ("EC", "EF") and after.start > here.end and after.tag != "VX"
    ]
    return cuts[-1] if cuts else start


def _first_of_name(phrase: Phrase, level: Level) -> int:
    """The morpheme with which a name begins that adverbs of a body's name part from its title.

    '김주하 내일은 이제그만 집행위원장': back over words without particle or ending to one that looks like a name.
    """
    if not phrase.is_told_of:
        return phrase.first
    text = level.text[phrase.start : phrase.end]
    before = level.morphemes[phrase.first - 1] if phrase.first else None
    if before and before.tag == "IC" and is_surname(before.surface) and before.end + 1 == phrase.start:
        return phrase.first - (title_in(text.split(" ")[0]) == text.split(" ")[0])  # 하 소장, which is no sigh
    if not title_in(re.sub(r"\(.*", "", text).strip().split(" ")[-1]):
        return phrase.first
    first = phrase.first
    while first > 0 and level.morphemes[first - 1].tag in _OF_NAMES:
        first -= 1
    word = level.text[level.morphemes[first].start : phrase.start].split(" ")[0]
    return first if first < phrase.first and looks_like_name(word) else phrase.first


def parts_of(phrase: Phrase, level: Level) -> list[Source]:
    """Each person or thing that a noun phrase names: '김하늘 의원 등의 발의', '배우 오세라와 가수 민보라'.

    What stands after a title is left out: '김하늘 의원 모습'.
    """
    parts: list[list[Morpheme]] = [[]]
    for morpheme in level.morphemes[phrase.first : phrase.last + 1]:
        if morpheme.tag in ("JC", "JKG", "SP") or morpheme.surface in ("등", "및", ","):
            parts.append([])
        else:
            parts[-1].append(morpheme)
    found: list[Source] = []
    for part in (part for part in parts if part):
        written = level.text[part[0].start : part[-1].end].split()
        titled = [n for n, word in enumerate(written) if title_in(word)]
        own = written[: titled[-1] + 1] if titled else written
        found.append(Source(" ".join(own), tuple(part)))
    return found
