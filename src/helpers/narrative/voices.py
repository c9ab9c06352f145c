"""Every quotation of an article and whose words it gives, and words that are given to somebody without marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from helpers import tables
from helpers.narrative.quotes import CORNER, DOUBLE, Quote, pair_quotes
from helpers.narrative.saying import (
    ATTRIBUTED,
    OWN,
    PRONOUN,
    SAID_AMONG_OTHERS,
    SAID_AS,
    SAID_BY,
    SAID_OF_NOBODY,
    STRONG_MARK,
    verb_in,
)
from helpers.narrative.speakers import Speaker, headline_speaker, kind_of, linked, named_after, named_before
from helpers.normalize import Normalized, normalize

LONGEST_GAP = 1000  # characters between two sentences of one paragraph
_SPEECH_AFTER = re.compile(r"\s?(?:이?라(?:고|며|면서|는|던)|고|며|면서|는\s)")
_LINK = re.compile(r"^\s?(?:이?라|하)?(?:고도?|며|면서도?|는)\s?")
_TOPIC = re.compile(r"^(?:[^\s“”\",]+\s+){0,9}?[^\s“”\",]+[가-힣A-Za-z)](?<!이제)(?<![다라자냐하되있없않])[은는]\s")
_ASKED = re.compile(r"^\s?(?:이?라)?는\s+(?P<who>\S{2,8}?)(?:의|들의)?\s+(?P<noun>질문|물음)에")
_COPULA = re.compile(r"\s?(?:이?란|이?라는)\s")
_SENTENCE_END = re.compile(r"(?:[다요죠까네라자냐군니오]|[.!?…])[.!?…]*$")
_NAMING = re.compile(
    r"(?:프로젝트|펀드|시리즈|보고서|논문|서비스|브랜드|제품|앱|플랫폼|모델|영화|드라마|소설|책|시집|노래|앨범|곡|연극|뮤지컬|전시|축제|행사|대회|캠페인|"
    r"프로그램|예능|방송|채널|게임|웹툰|신문|잡지|학술지|매체|식당|카페|호텔|단체|모임|팀|그룹|밴드|재단|협회|법|법안|제도|사업|계획|작전|위성|로켓|"
    r"칩|엔진|차량|세단|전기차|스마트폰|로봇|태풍|챗봇|도시|단지|이름의)\s*$"
)
_NAMED_SO = re.compile(
    r"^\s?(?:이?라는\s+(?:이름|제목|브랜드|상호|명칭|별명)|\([A-Za-z]|(?:시스템|기능|서비스|플랫폼|프로젝트|시리즈|프로그램|캠페인|공식|브랜드)"
    r"(?=[은는이가을를의에로와과도,\s]|$))"
)
_TITLED = re.compile(
    r"\([A-Za-z][A-Za-z0-9 .&-]*\)$|^제\d+회\s|[가-힣A-Za-z] (?:19|20)\d\d$"
    r"|[가-힣A-Za-z]\s?(?:페스티벌|콘퍼런스|컨퍼런스|포럼|한마당|축제|박람회|전시회|엑스포|세미나|심포지엄|TV|영화제|음악제|월드컵|마라톤)$"
)
_HELD = re.compile(r"(?:이른바|소위|일명|말하는|일컫는|불리는|불린)\s*$")


@dataclass(frozen=True)
class Paragraph:
    """Sentences of one paragraph as one normalized text; ``base`` is where it begins in the raw text."""

    sentences: list[dict[str, Any]]
    normal: Normalized
    base: int

    @property
    def text(self) -> str:
        return self.normal.text

    def sentence_at(self, position: int) -> dict[str, Any]:
        raw = self.base + self.normal.offsets[min(position, len(self.text))]
        ends = [row["end"] for row in self.sentences]
        return self.sentences[min(bisect_left(ends, raw + 1), len(ends) - 1)]

    def within(self, position: int) -> tuple[int, int]:
        """The span in ``text`` of the sentence that holds ``position``."""
        row = self.sentence_at(position)
        return tuple(bisect_left(self.normal.offsets, row[edge] - self.base) for edge in ("start", "end"))  # type: ignore[return-value]


def find_voices(sentences: pd.DataFrame) -> pd.DataFrame:
    """Every quotation, and words given to somebody without quotation marks.

    sentences  tables.SENTENCES
    returns    tables.VOICES in the order of the text, spans without the marks; a quotation over several sentences has a
               row in each; a quotation inside another has a row of its own

    ``use`` tells speech from a word held at a distance ('scare'), a name ('title'), and words given to somebody without
    marks ('paraphrase'). ``kind`` is 'reporter' for scare quotes and names outside of speech; speech whose speaker is
    not to be found is 'unnamed' without a speaker. ``note`` says how a speaker was found that the sentence itself does
    not give.
    """
    rows: list[dict[str, Any]] = []
    for _, own in sentences.groupby("article_id", sort=False):
        rows += _Article(own).rows()
    return tables.VOICES.make(rows)


class _Article:
    """One article's voices; knows who has spoken so far."""

    def __init__(self, sentences: pd.DataFrame) -> None:
        self.paragraphs = list(_paragraphs(sentences))
        self.earlier: list[tuple[int, Speaker]] = []
        self.whole = "\n".join(paragraph.text for paragraph in self.paragraphs)

    def rows(self) -> list[dict[str, Any]]:
        found = [row for paragraph in self.paragraphs for row in self._paragraph(paragraph)]
        unique = {row["start"]: row for row in reversed(found)}
        return [unique[start] for start in sorted(unique)]

    def _paragraph(self, paragraph: Paragraph) -> Iterator[dict[str, Any]]:
        quotes = [quote for quote in pair_quotes(paragraph.text) if self._holds(quote, paragraph)]
        uses = {quote: self._use(quote, paragraph) for quote in quotes}
        speech = [quote for quote in quotes if uses[quote] == "speech"]
        heard: dict[Quote, Speaker] = {}
        events = sorted([*((q.start, q) for q in speech), *self._paraphrases(paragraph, speech)], key=lambda e: e[0])
        around: list[tuple[int, int, Speaker]] = []
        for start, item in events:
            if isinstance(item, Quote):
                heard[item] = self._remembered(self._speaker(item, paragraph, speech, heard), paragraph, start)
                yield from _parts(item.start, item.end, "speech", heard[item], paragraph)
            else:
                end, speaker = item
                speaker = self._remembered(speaker, paragraph, start)
                around.append((start, end, speaker))
                yield from _parts(start, end, "paraphrase", speaker, paragraph)
        around += [(quote.start, quote.end, speaker) for quote, speaker in heard.items()]
        for quote in quotes:
            if uses[quote] != "speech":
                yield from _parts(quote.start, quote.end, uses[quote], _inside(quote, around), paragraph)

    def _holds(self, quote: Quote, paragraph: Paragraph) -> bool:
        """Is an unclosed mark a quotation that goes on in the next paragraph, or only a stray one."""
        if quote.closed:
            return True
        number = self.paragraphs.index(paragraph)
        following = self.paragraphs[number + 1].text if number + 1 < len(self.paragraphs) else ""
        return following.startswith(("“", '"')) and "”" in following + '"'

    def _use(self, quote: Quote, paragraph: Paragraph) -> str:
        text, inner = paragraph.text, paragraph.text[quote.start : quote.end].strip()
        before, after = text[: quote.start - 1], text[quote.end + 1 :]
        whole = bool(_SENTENCE_END.search(inner)) and (" " in inner or inner[-1] in ".!?…")
        if quote.family == CORNER or _NAMING.search(before) or _NAMED_SO.match(after) or _TITLED.search(inner):
            return "speech" if whole and quote.family == DOUBLE else "title"
        linked_on = re.match(r"\s?(?:고|며|면서)\s", after) or SAID_AS.match(after)
        said = whole or (_SENTENCE_END.search(inner) and linked_on)
        of_noun = quote.family != DOUBLE and re.match(r"\s?(?:이?라)?는\s", after) and not SAID_AS.match(after)
        if said and not of_noun and (quote.family == DOUBLE or _SPEECH_AFTER.match(after)):
            return "speech"
        if quote.family == DOUBLE and self._is_said(quote, paragraph, inner, after):
            return "speech"
        if _HELD.search(before) or quote.depth:
            return "scare"
        return "title" if self._is_name(inner) else "scare"

    def _is_said(self, quote: Quote, paragraph: Paragraph, inner: str, after: str) -> bool:
        """Are words in double marks that make no sentence somebody's words: by what follows, or as in a headline."""
        if _SPEECH_AFTER.match(after):
            return not _COPULA.match(after) or len(inner.split()) > 3
        heading = paragraph.sentence_at(quote.start)["section"] in ("deck", "subhead")
        return heading and len(inner.split()) > 1 or len(inner.split()) > 5

    def _heads(self, quote: Quote, paragraph: Paragraph) -> bool:
        """Does the quotation stand in a headline: by its section, or because the line ends as no sentence does."""
        row = paragraph.sentence_at(quote.start)
        return row["section"] in ("deck", "subhead") or not re.search(r"[.!?…]\W*$", row["text"])

    def _is_name(self, inner: str) -> bool:
        """A name loses its marks when it comes again; a word held at a distance keeps them."""
        spelled = r"\s?".join(map(re.escape, inner.replace(" ", "")))
        bare = rf"(?<![‘“'\"「『\w]){spelled}(?![’”'\"」』])"
        common = re.search(r"(?:의|한|된|는|은|운|던|적)\s", inner + " ") and " " in inner
        looks = re.search(r"[A-Za-z0-9]", inner) or " " in inner or len(inner) > 3
        return bool(looks and not common and re.search(bare, self.whole))

    def _speaker(self, quote: Quote, paragraph: Paragraph, speech: list[Quote], heard: dict[Quote, Speaker]) -> Speaker:
        start, end = paragraph.within(quote.start)[0], paragraph.within(quote.end)[1]
        start = max([start, *(o.start for o in speech if o.start < quote.start and quote.end < o.end)])
        same = [other for other in speech if other.depth == quote.depth and start <= other.start < end]
        previous = max((other for other in same if other.end < quote.start), key=lambda o: o.end, default=None)
        following = min((other.start - 1 for other in same if other.start > quote.end), default=end)
        last = max(other.end for other in (*same, quote))
        before = paragraph.text[previous.end + 1 if previous else start : quote.start - 1]
        after, tail = paragraph.text[quote.end + 1 : following], paragraph.text[last + 1 : end]
        verb = _verb(after) or _verb(tail)
        if asked := _ASKED.match(after):
            return Speaker(asked["who"], "unnamed", asked["noun"])
        if previous and _ASKED.match(before):
            previous, before = None, _unquoted(paragraph.text[start : quote.start - 1])
        name = named_before(_unquoted(_LINK.sub("", before) if previous else before))
        name = name or named_after(after) or named_after(paragraph.text[quote.end + 1 :].removeprefix("."))
        if name:
            return Speaker(name, kind_of(name), verb)
        if previous and previous in heard:
            return replace(heard[previous], verb=verb, note="같은 문장의 앞 인용과 같은 사람")
        if by := SAID_BY.search("다" + after):
            return Speaker(by["who"].removesuffix("의").strip(), kind_of(by["who"]), by["noun"])
        later = named_after(tail)
        if not later and (before.rstrip().endswith((">", "]", ":")) or self._heads(quote, paragraph)):
            later = headline_speaker(before)
        if later:
            return Speaker(later, kind_of(later), verb)
        return self._from_context(quote, after, paragraph, start, verb)

    def _from_context(self, quote: Quote, after: str, paragraph: Paragraph, start: int, verb: str | None) -> Speaker:
        """A speaker whom the sentence leaves out: who was announced just before, or spoke last."""
        text = paragraph.text[:start].rstrip()
        number = self.paragraphs.index(paragraph)
        text = text or (self.paragraphs[number - 1].text if number else "")
        announcing = re.split(r"(?<=[.!?])\s+", text.rstrip())[-1]
        if re.search(r"(?:이렇게|다음과 같이|이같이|이처럼)\s+\S+다[.:]?$", announcing) and (
            name := named_before(announcing)
        ):
            return Speaker(name, kind_of(name), verb_in(announcing), "앞 문장이 알린 화자")
        general = SAID_AS.match(after) or SAID_AMONG_OTHERS.match(after) or not after.strip()
        if self.earlier and not general and quote.family == DOUBLE:
            sentence, speaker = self.earlier[-1]
            if int(paragraph.sentence_at(start)["sentence_id"]) - sentence <= 3:
                return Speaker(speaker.name, speaker.kind, verb, f"{sentence}번 문장의 화자가 이어 말함")
        return Speaker(None, "unnamed", verb, "화자를 밝히지 않음")

    def _remembered(self, speaker: Speaker, paragraph: Paragraph, position: int) -> Speaker:
        speaker = linked(speaker, self.earlier)
        if speaker.name and not PRONOUN.match(speaker.name):
            self.earlier.append((int(paragraph.sentence_at(position)["sentence_id"]), speaker))
        return speaker

    def _paraphrases(self, paragraph: Paragraph, speech: list[Quote]) -> Iterator[tuple[int, tuple[int, Speaker]]]:
        for row in paragraph.sentences:
            start, end = (
                bisect_left(paragraph.normal.offsets, row[edge] - paragraph.base) for edge in ("start", "end")
            )
            if row["section"] == "body" and not any(q.start < end and start < q.end for q in speech):
                if found := _paraphrase(paragraph.text[start:end]):
                    (first, last), speaker = found
                    yield start + first, (start + last, speaker)


def _unquoted(text: str) -> str:
    return re.sub(r"‘[^’]*’|“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'", "", text)


def _verb(after: str) -> str | None:
    """The verb of saying after a quotation, or the noun: '는 지적이 나온다'."""
    noun = SAID_AS.match(after) or SAID_AMONG_OTHERS.match(after)
    return noun["noun"] if noun else verb_in(_LINK.sub("", after))


def _paraphrase(sentence: str) -> tuple[tuple[int, int], Speaker] | None:
    """Words that a sentence gives to somebody without quotation marks: their span and who says them."""
    if by := SAID_BY.search(sentence):
        who = by["who"].removesuffix("의").strip()
        return (0, by.start() + 1), Speaker(who, kind_of(who), by["noun"])
    if nobody := SAID_OF_NOBODY.search(sentence):
        group = re.match(
            r"^(?:\S+\s+){0,4}?(?P<who>(?:\S+\s){0,2}\S*(?:업계|일각|시장|학계|전문가들?(?: 사이)?|정치권|재계|누리꾼들?|안팎))에서[는도]?\s",
            sentence,
        )
        start = group.end() if group else 0
        who = group["who"] if group else None
        if (
            not who
            and nobody["noun"] in OWN
            and (topic := _TOPIC.match(sentence))
            and (owner := named_before(topic[0]))
        ):
            return (topic.end(), nobody.start() + 1), Speaker(owner, kind_of(owner), nobody["noun"])
        return (start, nobody.start() + 1), Speaker(
            who, "unnamed", nobody["noun"], None if who else "누구의 말인지 밝히지 않음"
        )
    said = ATTRIBUTED.search(sentence)
    if not said:
        return None
    subject = re.match(r"^(?P<who>(?:[^\s,]+\s+){0,6}?[^\s,]+?(?:은|는|들이|들도))\s", sentence)
    who = named_before(subject["who"]) if subject else None
    if not who or not (STRONG_MARK.search(said["mark"]) or kind_of(who) == "unnamed"):
        return None
    assert subject is not None
    return (subject.end(), said.end("mark")), Speaker(who, kind_of(who), verb_in(said["verb"] + "다"))


def _inside(quote: Quote, around: list[tuple[int, int, Speaker]]) -> Speaker:
    """Whose word a scare quote or a name is: the speaker's in whose words it stands, else the reporter's."""
    for start, end, speaker in around:
        if start <= quote.start and quote.end <= end + 1:
            return Speaker(speaker.name, speaker.kind)
    return Speaker(None, "reporter")


def _parts(start: int, end: int, use: str, speaker: Speaker, paragraph: Paragraph) -> Iterator[dict[str, Any]]:
    """A row for each sentence that ``[start, end)`` lies in."""
    first, last = (paragraph.base + edge for edge in paragraph.normal.to_raw(start, end))
    parts = [row for row in paragraph.sentences if row["start"] < last and first < row["end"]]
    for number, row in enumerate(parts):
        a, b = max(first, row["start"]), min(last, row["end"])
        text = row["text"][a - row["start"] : b - row["start"]]
        a, b = a + len(text) - len(text.lstrip()), b - (len(text) - len(text.rstrip()))
        if a < b:
            yield {
                **{key: row[key] for key in ("article_id", "sentence_id")},
                "start": a, "end": b, "text": text.strip(), "use": use,
                "kind": speaker.kind, "speaker": speaker.name, "verb": speaker.verb,
                "note": "앞 문장에서 이어지는 인용" if number else speaker.note,
            }  # fmt: skip


def _paragraphs(sentences: pd.DataFrame) -> Iterator[Paragraph]:
    """Each paragraph's sentences as one text, spaces standing for what lies between two of them."""
    for _, own in sentences.sort_values("start", kind="stable").groupby("paragraph", sort=False):
        rows = own.to_dict("records")
        written: list[str] = []
        end = rows[0]["start"]
        held: list[dict[str, Any]] = []
        for row in rows:
            gap = row["start"] - end
            if held and not 0 <= gap <= LONGEST_GAP:
                yield Paragraph(held, normalize("".join(written)), held[0]["start"])
                held, written, gap = [], [], 0
            written += [" " * gap, row["text"]]
            held.append(row)
            end = row["end"]
        yield Paragraph(held, normalize("".join(written)), held[0]["start"])
