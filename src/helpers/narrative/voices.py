"""Every quotation of an article and whose words it gives, and words that are given to somebody without marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from helpers import tables
from helpers.narrative.grammar.quotations import DOUBLE, Quote, pair_quotes
from helpers.narrative.paragraphs import Paragraph, paragraphs_of
from helpers.narrative.paraphrases import Paraphrase, on_air, paraphrases
from helpers.narrative.phrases import subject_of
from helpers.narrative.rows import Row
from helpers.narrative.saying import AMONG, PRONOUN, SAID_AMONG_OTHERS, SAID_AS, SAID_BY, verb_in
from helpers.narrative.speakers import Speaker, headline_speaker, kind_of, linked, named_after, named_beside
from helpers.narrative.uses import Names, heads, use_of

_LINK = re.compile(r"^\s?(?:이?라|하)?(?:고도?|며|면서도?|는)\s?")
_ASKED = re.compile(r"^\s?(?:이?라)?는\s+(?P<who>\S{2,8}?)(?:의|들의)?\s+(?P<noun>질문|물음)에")
_ANNOUNCES = re.compile(r"(?:이렇게|다음과 같이|이같이|이처럼)\s+\S+다[.:]?$")
_PARTED = re.compile(r"\s*(?:…|\.\.+|·+|,)")  # in a headline, after a quotation: '노조 “고쳐야”… 시 “내년에”'
DEEPEST = 20  # quotations before one in which it may stand
NEAR = 500  # characters around a quotation in which its speaker is looked for


@dataclass(frozen=True)
class Around:
    """The text before a quotation and after it, up to the next; the sentence's after all; the one before it."""

    start: int
    before: str
    after: str
    tail: str
    previous: Quote | None
    followed: bool


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
    rows: list[Row] = []
    for _, own in sentences.groupby("article_id", sort=False):
        rows += _Article(own).rows()
    return tables.VOICES.make(rows)


class _Article:
    """One article's voices; knows who has spoken so far."""

    def __init__(self, sentences: pd.DataFrame) -> None:
        self.paragraphs = [replace(p, number=n) for n, p in enumerate(paragraphs_of(sentences))]
        self.earlier: list[tuple[int, Speaker]] = []
        self.names = Names("\n".join(paragraph.text for paragraph in self.paragraphs))

    def rows(self) -> list[Row]:
        found = [row for paragraph in self.paragraphs for row in self._paragraph(paragraph)]
        unique = {row["start"]: row for row in reversed(found)}
        return [unique[start] for start in sorted(unique)]

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Row]:
        quotes = [quote for quote in pair_quotes(paragraph.text) if self._holds(quote, paragraph)]
        names = self.names
        uses = {quote: use_of(quote, paragraph, names) for quote in quotes}
        speech = [quote for quote in quotes if uses[quote] == "speech"]
        heard: dict[Quote, Speaker] = {}
        said: list[tuple[int, Quote | Paraphrase]] = [(quote.start, quote) for quote in speech]
        said += [(told.start, told) for told in self._paraphrases(paragraph, speech)]
        around: list[tuple[int, int, Speaker]] = []
        for start, item in sorted(said, key=lambda pair: pair[0]):
            spoken = self._speaker(item, paragraph, speech, heard) if isinstance(item, Quote) else item.speaker
            speaker = self._remembered(spoken, paragraph, start)
            around.append((start, item.end, speaker))
            if isinstance(item, Quote):
                heard[item] = speaker
            use = "speech" if isinstance(item, Quote) else "paraphrase"
            yield from _parts(start, item.end, use, speaker, paragraph)
        for quote in quotes:
            if uses[quote] != "speech":
                yield from _parts(quote.start, quote.end, uses[quote], _inside(quote, around), paragraph)

    def _holds(self, quote: Quote, paragraph: Paragraph) -> bool:
        """Is an unclosed mark a quotation that goes on in the next paragraph, or only a stray one."""
        if quote.closed:
            return True
        number = paragraph.number
        following = self.paragraphs[number + 1].text if number + 1 < len(self.paragraphs) else ""
        return following.startswith(("“", '"')) and "”" in following + '"'

    def _speaker(self, quote: Quote, paragraph: Paragraph, speech: list[Quote], heard: dict[Quote, Speaker]) -> Speaker:
        around = _around(quote, paragraph, speech)
        verb = _verb(around.after) or _verb(around.tail)
        if asked := _ASKED.match(around.after):
            return Speaker(asked["who"], "unnamed", asked["noun"])
        beyond = paragraph.text[quote.end + 1 : quote.end + NEAR].removeprefix(".")
        name = subject_of(around.before) or named_after(around.after) or named_after(beyond)
        if name:
            return Speaker(name, kind_of(name), verb)
        if heads(quote, paragraph) and _PARTED.match(around.before) and (own := headline_speaker(around.before)):
            return Speaker(own, kind_of(own), verb)
        if around.previous and around.previous in heard:
            return replace(heard[around.previous], verb=verb, note="같은 문장의 앞 인용과 같은 사람")
        if around.followed and not SAID_AS.match(around.after) and (next_ := subject_of(_LINK.sub("", around.after))):
            return Speaker(next_, kind_of(next_), verb)
        if SAID_AS.match(around.after) and (group := AMONG.match(around.before)):
            return Speaker(group["who"], "unnamed", verb)
        if paragraph.text[quote.end - 1] in ".!?…" and (beside := named_beside(beyond)):
            return Speaker(beside, kind_of(beside), verb)
        if by := SAID_BY.search("다" + around.after):
            return Speaker(by["who"].removesuffix("의").strip(), kind_of(by["who"]), by["noun"])
        later = named_after(around.tail)
        if not later and (around.before.rstrip().endswith((">", "]", ":")) or heads(quote, paragraph)):
            later = headline_speaker(around.before)
        if later:
            return Speaker(later, kind_of(later), verb)
        return self._from_context(quote, around, paragraph, verb)

    def _from_context(self, quote: Quote, around: Around, paragraph: Paragraph, verb: str | None) -> Speaker:
        """A speaker whom the sentence leaves out: who was announced just before, or spoke last."""
        text = paragraph.text[max(around.start - NEAR, 0) : around.start].rstrip()
        text = text or (self.paragraphs[paragraph.number - 1].text[-NEAR:] if paragraph.number else "")
        announcing = re.split(r"(?<=[.!?])\s+", text.rstrip())[-1]
        name = subject_of(announcing) if _ANNOUNCES.search(announcing) else None
        if name:
            return Speaker(name, kind_of(name), verb_in(announcing), "앞 문장이 알린 화자")
        after = around.after
        general = SAID_AS.match(after) or SAID_AMONG_OTHERS.match(after)
        alone = not after.strip()
        if self.earlier and not general and quote.family == DOUBLE:
            sentence, speaker = self.earlier[-1]
            here = {row["sentence_id"] for row in paragraph.sentences}
            if alone and (around.before.strip() or sentence not in here):
                return Speaker(None, "unnamed", verb, "화자를 밝히지 않음")
            if int(paragraph.sentence_at(around.start)["sentence_id"]) - sentence <= 3:
                return Speaker(speaker.name, speaker.kind, verb, f"{sentence}번 문장의 화자가 이어 말함")
        return Speaker(None, "unnamed", verb, "화자를 밝히지 않음")

    def _remembered(self, speaker: Speaker, paragraph: Paragraph, position: int) -> Speaker:
        speaker = linked(speaker, self.earlier, self._text_before(paragraph, position))
        named = speaker
        if speaker.name and PRONOUN.match(speaker.name):
            named = replace(speaker, name=(speaker.note or "").partition(": ")[2] or None)
        if named.name:
            self.earlier.append((int(paragraph.sentence_at(position)["sentence_id"]), named))
        return speaker

    def _text_before(self, paragraph: Paragraph, position: int) -> str:
        """What stands before a place in its paragraph and the one before, without the place's own sentence."""
        start = paragraph.within(position)[0]
        before = self.paragraphs[paragraph.number - 1].text[-NEAR:] if paragraph.number else ""
        return f"{before} {paragraph.text[max(start - NEAR, 0) : start]}"

    def _paraphrases(self, paragraph: Paragraph, speech: list[Quote]) -> Iterator[Paraphrase]:
        quoting = {row["sentence_id"] for quote in speech for row in paragraph.sentences_in(quote.start, quote.end)}
        going_on: Speaker | None = None
        for row in paragraph.sentences:
            if row["section"] != "body" or row["sentence_id"] in quoting:
                continue
            start, end = (
                bisect_left(paragraph.normal.offsets, row[edge] - paragraph.base) for edge in ("start", "end")
            )
            text = paragraph.text[start:end]
            aired = on_air(text, going_on)
            going_on = aired.speaker if aired and "]" not in text else None
            for found in [aired] if aired else paraphrases(text):
                yield replace(found, start=start + found.start, end=start + found.end)


def _around(quote: Quote, paragraph: Paragraph, speech: list[Quote]) -> Around:
    """What stands around a quotation in its sentence, or in the quotation that it stands in."""
    text = paragraph.text
    start, end = paragraph.within(quote.start)[0], paragraph.within(quote.end)[1]
    speech = speech[
        bisect_left(speech, quote.start - 2 * NEAR, key=_start) : bisect_left(speech, quote.end + NEAR, key=_start)
    ]
    start = max([start, *(other.start for other in speech if other.start < quote.start and quote.end < other.end)])
    same = [other for other in speech if other.depth == quote.depth and start <= other.start < end]
    previous = max((other for other in same if other.end < quote.start), key=lambda other: other.end, default=None)
    following = min((other.start - 1 for other in same if other.start > quote.end), default=end)
    last = max(other.end for other in (*same, quote))
    before = text[max(previous.end + 1 if previous else start, quote.start - NEAR) : quote.start - 1]
    if previous and _ASKED.match(before):
        previous, before = None, text[max(start, quote.start - NEAR) : quote.start - 1]
    return Around(
        start=start,
        before=_unquoted(_LINK.sub("", before) if previous else before),
        after=text[quote.end + 1 : min(following, quote.end + NEAR)],
        tail=text[last + 1 : min(end, last + NEAR)],
        previous=previous,
        followed=following < end,
    )


def _start(quote: Quote) -> int:
    return quote.start


def _unquoted(text: str) -> str:
    return re.sub(r"‘[^’]*\s[^’]*’|“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'", "", text)


def _verb(after: str) -> str | None:
    """The verb of saying after a quotation, or the noun: '는 지적이 나온다'."""
    noun = SAID_AS.match(after) or SAID_AMONG_OTHERS.match(after)
    return noun["noun"] if noun else verb_in(_LINK.sub("", after))


def _inside(quote: Quote, around: list[tuple[int, int, Speaker]]) -> Speaker:
    """Whose word a scare quote or a name is: the speaker's in whose words it stands, else the reporter's."""
    before = bisect_left(around, quote.start + 1, key=lambda said: said[0])
    for start, end, speaker in reversed(around[max(before - DEEPEST, 0) : before]):
        if start <= quote.start and quote.end <= end + 1:
            return Speaker(speaker.name, speaker.kind)
    return Speaker(None, "reporter")


def _parts(start: int, end: int, use: str, speaker: Speaker, paragraph: Paragraph) -> Iterator[Row]:
    """A row for each sentence that ``[start, end)`` lies in."""
    first, last = (paragraph.base + edge for edge in paragraph.normal.to_raw(start, end))
    for number, row in enumerate(paragraph.sentences_in(start, end)):
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
