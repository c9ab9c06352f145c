"""Every quotation of an article and whose words it gives, and words that are given to somebody without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from helpers import tables
from helpers.narrative.grammar.quotations import Quote
from helpers.narrative.grammar.sentence import Level, morphemes_of
from helpers.narrative.rows import Row
from helpers.narrative.voices.broadcast import aired_in, turns_of
from helpers.narrative.voices.bynames import bare_names
from helpers.narrative.voices.context.headlines import Headlines
from helpers.narrative.voices.context.settling import Settling
from helpers.narrative.voices.context.walk import Context
from helpers.narrative.voices.marked import Names, called_names
from helpers.narrative.voices.passages import Passage, passages_of
from helpers.narrative.voices.quoted import speaker_in
from helpers.narrative.voices.reported import Told, reported_in
from helpers.narrative.voices.reprinted import reprinted_in
from helpers.narrative.voices.spoken import Spoken
from helpers.narrative.voices.uses import uses_of

_TOLD_OF_HIMSELF = re.compile(
    r"(?:이?라)?고\s(?:\S+\s)?\S*?(?:말|얘기|이야기|답|대답|부탁|요청|외치|물)?(?:했|었|렸)(?:다|습니다|어요|죠|고|는데)"
    r"|(?:이?라)?는\s(?:생각|마음|느낌)[이을도]\s(?:\S+\s)?(?:들었|들더|났|했|먹었)(?:다|습니다|어요|죠|고|는데)"
)


def find_voices(sentences: pd.DataFrame, tokens: pd.DataFrame | None = None) -> pd.DataFrame:
    """Every quotation, and words given to somebody without quotation marks.

    sentences  tables.SENTENCES
    tokens     tables.TOKENS of them that hold Kiwi's. Without them quotations are found, but no subject of a verb: no
               speaker but one before a colon or in brackets, and no words without marks
    returns    tables.VOICES in the order of the text, spans without the marks; a quotation over several sentences has a
               row in each; a quotation inside another has a row of its own

    ``use`` tells speech from a word held at a distance ('scare'), a name, and words given to somebody without marks
    ('paraphrase'). ``kind`` is 'reporter' for scare quotes and names outside of speech; speech whose speaker is not to
    be found is 'unnamed' without a speaker. ``person`` is one name for all mentions of one speaker, ``certainty`` how
    he was found: 'stated' in the sentence, 'inferred' from a pronoun or a sentence beside it, 'guessed'.
    """
    read: dict[str, dict[int, list[Row]]] = {}
    for (name, number), found in (morphemes_of(tokens) if tokens is not None else {}).items():
        read.setdefault(name, {})[number] = found
    rows: list[Row] = []
    for article, own in sentences.groupby("article_id", sort=False):
        rows += _Article(own, read.get(str(article), {})).rows()
    return tables.VOICES.make(rows)


class _Article:
    """One article's voices, found from its first paragraph to its last, headlines at the end."""

    def __init__(self, sentences: pd.DataFrame, tokens: Mapping[int, list[Row]]) -> None:
        plain = list(passages_of(sentences, tokens))
        going = [after.text.startswith(("“", '"')) and "”" in after.text + '"' for after in plain[1:]] + [False]
        numbered = [replace(p, number=n, goes_on=on) for n, (p, on) in enumerate(zip(plain, going, strict=True))]
        names = bare_names(numbered)
        self.passages = [passage.calling(names) for passage in numbered]
        self.names = Names("\n".join(passage.text for passage in self.passages), called_names(self.passages))
        self.context = Context()
        self.settling = Settling(self.context)
        self.spoken: list[tuple[Passage, Spoken]] = []
        self.reprinted = reprinted_in(self.passages)
        self.turns = turns_of(self.passages) | self.reprinted

    def rows(self) -> list[Row]:
        later: list[tuple[Passage, dict[Quote, str]]] = []
        for passage in self.passages:
            uses = uses_of(passage, self.names)
            if passage.heads:
                later.append((passage, uses))
            self._passage(passage, uses, heads=passage.heads)
        headlines = Headlines(self.spoken, self.context)
        found = [row for passage, spoken in headlines.settled() for row in _parts(spoken, passage)]
        unique = {row["start"]: row for row in reversed(found)}
        return [unique[start] for start in sorted(unique)]

    def _passage(self, passage: Passage, uses: dict[Quote, str], *, heads: bool) -> None:
        turn = self.turns.get(passage.number)
        aired = [turn] if turn else aired_in(passage)
        speech = [quote for quote, use in uses.items() if use == "speech"]
        sentence = passage.read([q for q, use in uses.items() if use in ("speech", "text") or _is_clause(q, passage)])
        levels = {level.quote: level for level in sentence.levels}
        within = [quote for quote in speech if any(w.start <= quote.start < w.end for w in aired)]
        tells = (not heads or passage.tells) and not passage.asks
        said: list[Spoken] = []
        for index, (start, end) in enumerate(passage.spans):
            self.context.begin(passage, index, levels[None])
            said += [self.settling.settle(words, passage) for words in aired if start <= words.start < end]
            for quote in (quote for quote in speech if start <= quote.start - 1 < end):
                if quote not in within:
                    said.append(_of_himself(self._in_marks(quote, passage, levels, speech), said, passage))
                elif passage.number in self.reprinted:
                    said += self._quoted_in_print(quote, passage, levels)
            on_air = any(w.start < end and start < w.end for w in aired)
            if tells and not on_air:
                said += self._told(passage, levels[None], start, end)
            if not (on_air and passage.number in self.reprinted):
                self.context.finish(passage, index, levels[None])
        for quote, use in uses.items():
            if use != "speech":
                named = use == "term" and _speaks(quote, passage, said)
                self.spoken.append((passage, _inside(quote, "name" if named else use, said)))
        self.spoken += [(passage, spoken) for spoken in said]

    def _in_marks(
        self, quote: Quote, passage: Passage, levels: Mapping[Quote | None, Level], speech: list[Quote]
    ) -> Spoken:
        """A quotation with its speaker; whom somebody quotes within his words does not go on speaking."""
        outer, level = levels[None], levels[_around(quote, speech)]
        found = speaker_in(quote, passage, level)
        spoken = Spoken(quote.start, quote.end, "rejected" if found.how == "rejected" else "speech", found)
        before = len(self.context.mentions.all)
        settled = self.settling.settle(spoken, passage, outer if level is outer else None)
        if level is not outer:
            self.context.mentions.put_within(before)
        return settled

    def _quoted_in_print(self, quote: Quote, passage: Passage, levels: Mapping[Quote | None, Level]) -> list[Spoken]:
        """A quotation in a reprinted statement, where its sentence tells whose it is."""
        found = speaker_in(quote, passage, levels[None])
        if found.source is None or found.source.kind == "reporter":
            return []
        before = len(self.context.mentions.all)
        settled = self.settling.settle(Spoken(quote.start, quote.end, "speech", found), passage, levels[None])
        self.context.mentions.put_within(before)
        return [settled]

    def _told(self, passage: Passage, level: Level, start: int, end: int) -> list[Spoken]:
        """Words given to somebody without marks in a sentence ``[start, end)``."""
        settled = [
            self.settling.settle(_marked(told, passage), passage, level) for told in reported_in(level, start, end)
        ]
        return [spoken for spoken in settled if spoken.use != "dropped"]


def _marked(told: Told, passage: Passage) -> Spoken:
    """Reported words; speech where they begin with a mark that is never closed: '그는 “강이 마르고 있다고 말했다.'."""
    opened = passage.text[told.start] in '“"' and all(quote.start - 1 != told.start for quote in passage.quotes)
    return Spoken(told.start + opened, told.end, "speech" if opened else "paraphrase", told)


def _is_clause(quote: Quote, passage: Passage) -> bool:
    """Is it a sentence within another one, whatever it is for: '시는 ‘둑이 낮다’는 첩보를 모았다'."""
    inside = [m for m in passage.read(()).morphemes if quote.start <= m.start and m.end <= quote.end]
    alone = not any(quote.start < other.start < quote.end for other in passage.quotes)
    return alone and bool(inside) and inside[-1].tag == "EF"


def _around(quote: Quote, speech: list[Quote]) -> Quote | None:
    """The quotation of somebody's words in which another stands."""
    holding = [other for other in speech if other.start < quote.start and quote.end < other.end]
    return max(holding, key=lambda other: other.start, default=None)


def _of_himself(spoken: Spoken, said: list[Spoken], passage: Passage) -> Spoken:
    """Words within another's words, told without a subject: his own of before, '“그래서 ‘안 된다’고 말했다”'."""
    around = [s for s in said if s.start < spoken.start and spoken.end < s.end and s.use == "speech" and s.person]
    named = spoken.person or spoken.found is None or spoken.found.source or spoken.use != "speech"
    if named or not around or not _TOLD_OF_HIMSELF.match(passage.text, spoken.end + 1):
        return spoken
    of = around[-1]
    note = f"{of.person.name}의 말 안에서 옮긴 자기 말로 봄" if of.person else None
    return replace(spoken, person=of.person, certainty="inferred", note=note)


def _speaks(quote: Quote, passage: Passage, said: list[Spoken]) -> bool:
    """Is it a word in marks who says something: the ‘나루신문’ of '‘나루신문’도 “…”라고 전했다'."""
    marked = passage.text[quote.start - 1 : quote.end + 1]
    sources = (s.found.source for s in said if s.found is not None and s.found.source is not None)
    return any(
        source.text.endswith(marked) and any(m.start == quote.start for m in source.morphemes) for source in sources
    )


def _inside(quote: Quote, use: str, said: list[Spoken]) -> Spoken:
    """Whose word a scare quote or a name is: the speaker's in whose words it stands, else the reporter's."""
    around = [s for s in said if s.start <= quote.start and quote.end <= s.end + 1]
    of = max(around, key=lambda s: s.start, default=None)
    return Spoken(quote.start, quote.end, use, None, of)


def _parts(spoken: Spoken, passage: Passage) -> Iterator[Row]:
    """A row for each sentence that ``[start, end)`` lies in."""
    first, last = (passage.base + edge for edge in passage.normal.to_raw(spoken.start, spoken.end))
    for number, row in enumerate(passage.sentences_in(spoken.start, spoken.end)):
        a, b = max(first, row["start"]), min(last, row["end"])
        text = row["text"][a - row["start"] : b - row["start"]]
        a, b = a + len(text) - len(text.lstrip()), b - (len(text) - len(text.rstrip()))
        if a < b:
            place = {key: row[key] for key in ("article_id", "sentence_id")} | {
                "start": a,
                "end": b,
                "text": text.strip(),
            }
            yield place | spoken.told() | {"continues": number > 0, "corrected": False}
