"""How a message's values are written: a ``string.Formatter`` for Korean and one for English.

After the colon of a field stand steps, joined by "|", each applied to what the one before made:

=========================  ===========================================================================================
``{word:은/는}``            the particle that fits
``{n:문장}``                a count: 한 문장, 두 사람, 스무 명, 12문장; ``{n:첫째}`` 첫째, 둘째
``{n:하나}``                하나, 둘, 12개; ``{n:하나 명}`` 12명; one that needs digits gives a paragraph digits
``{share:%}``              a share as a percentage; ``{value:.2}`` two decimals; ``{value:unit 자}`` a number, its unit
``{moment:day}``           a day; ``{moment:moment}`` with the time, where it is known
``{claim:quoted}``         ‘…’ (``quoted 30``: at most 30 characters); ``{words:q}`` somebody's words, “…” (``q 60``)
``{names:list}``           A와 B; A, B, C; ``{parts:commas}`` never with 과/와
``{n:문장|strong}``         bold; ``{n:table voices}``, ``{n:figure weighing}`` a link to that table or figure
``{term:keyword}``         a link to the concordance lines of a keyword
=========================  ===========================================================================================

In English ``{n:sentence/sentences}`` counts, ``{n:~is/are}`` agrees, ``{names:list}`` is A, B and C.
Sentences become links, messages their text. A field is a name alone: no attribute and no index is ever looked up.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, ClassVar

from markupsafe import Markup, escape

from helpers.errors import StudyError
from helpers.reporting.anchors import figure_anchor, keyword_anchor, sentence_anchor, table_anchor
from helpers.reporting.korean.counting import counted, counted_alone, has_native, ordinal, takes_native
from helpers.reporting.korean.numbers import day, number, percent
from helpers.reporting.korean.particles import josa
from helpers.reporting.korean.quoting import quoted, shortened, spoken
from helpers.reporting.messages import Message, Sentences, pattern

_LONGEST_PHRASE = 60
_LONGEST_SPEECH = 110  # as long as what ``prose.excerpts`` quotes whole
MOST_LINKS = 6


class Formatter(string.Formatter):
    """What both languages share: escaping, links, numbers."""

    language: ClassVar[str]

    def paragraph(self, messages: Iterable[Message]) -> list[Markup]:
        """The texts of the messages of one paragraph."""
        return [self.worded(one) for one in messages]

    def worded(self, chosen: Message) -> Markup:
        """The text of a message."""
        return Markup(self.vformat(pattern(chosen.key, self.language), (), {**chosen.values, "": chosen.key}))

    def parse(self, format_string: str) -> Iterator[tuple[Any, ...]]:
        for literal, *rest in super().parse(format_string):
            yield (str(escape(literal)), *rest)

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        if field_name not in kwargs or not field_name:
            raise StudyError(f"The message {kwargs['']!r} lacks the value {field_name!r}.", "Give it where it is made.")
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        for step in format_spec.split("|") if format_spec else []:
            value = self.step(value, step)
        return str(self.text(value))

    def text(self, value: Any) -> Markup:
        """A value that no step is left for, as safe text."""
        if isinstance(value, Message):
            return self.worded(value)
        if isinstance(value, Sentences):
            return self.links(value)
        if isinstance(value, int | float):
            return Markup(number(value))
        return escape(value)

    def step(self, value: Any, step: str) -> Any:
        """One step of a field's format."""
        name, _, rest = step.partition(" ")
        if name == "strong":
            return Markup("<strong>{}</strong>").format(self.text(value))
        if name in ("table", "figure"):
            anchor = table_anchor(rest) if name == "table" else figure_anchor(rest)
            return Markup('<a href="#{}">{}</a>').format(anchor, self.text(value))
        if name == "keyword":
            return Markup('<a href="#{}">{}</a>').format(keyword_anchor(value), value)
        if name == "%":
            return percent(value)
        if name.startswith("."):
            return number(value, digits=int(name[1:]))
        return self.own_step(value, name, rest)

    def own_step(self, value: Any, name: str, rest: str) -> Any:
        raise NotImplementedError

    def links(self, sentences: Sentences) -> Markup:
        raise NotImplementedError

    def texts(self, values: Iterable[Any]) -> list[Markup]:
        return [self.text(value) for value in values]


class Korean(Formatter):
    language = "ko"

    def __init__(self) -> None:
        super().__init__()
        self.in_digits = False
        self.needs_digits = False

    def paragraph(self, messages: Iterable[Message]) -> list[Markup]:
        """The texts; where a count of the paragraph has no native numeral, all have digits: 25문장 가운데 4문장."""
        chosen = list(messages)
        said = super().paragraph(chosen)
        if not self.needs_digits:
            return said
        self.in_digits = True
        return super().paragraph(chosen)

    def own_step(self, value: Any, name: str, rest: str) -> Any:
        if "/" in name:
            return josa(self.text(value), name)
        if name == "quoted":
            return quoted(value, longest=int(rest or _LONGEST_PHRASE))
        if name == "q":
            return Markup("<q>“{}”</q>").format(spoken(value, longest=int(rest or _LONGEST_SPEECH)))
        if name == "list":
            return _listed(self.texts(value))
        if name == "commas":
            return Markup(", ").join(self.texts(value))
        if name == "unit":
            return number(value, rest)
        if name in ("day", "moment"):
            return day(value, time=name == "moment")
        if name == "첫째":
            return ordinal(value)
        self.needs_digits |= (name == "하나" or takes_native(name)) and not has_native(value)
        if name == "하나":
            return counted_alone(value, rest or "개", digits=self.in_digits)
        return counted(value, name, digits=self.in_digits)

    def links(self, sentences: Sentences) -> Markup:
        """ "문장 3, 7", each article named before its own where the study is of several, "등" for two more or many."""
        more = len(sentences.places) > MOST_LINKS + 1  # for a single one there is room
        shown = sentences.places[:MOST_LINKS] if more else sentences.places
        parts = []
        for article, group in groupby(shown, key=lambda place: place[0]):
            numbers = Markup(", ").join(_link(article, number, number) for _, number in group)
            parts.append(Markup("{}문장 {}").format(f"{article}의 " if sentences.several else "", numbers))
        return Markup("; ").join(parts) + (" 등" if more else "")


class English(Formatter):
    language = "en"

    def own_step(self, value: Any, name: str, rest: str) -> Any:
        if name == "quoted":
            return f"“{shortened(value, longest=int(rest or 10**6))}”"
        if name == "list":
            *before, last = self.texts(value)
            return Markup(" and ").join([Markup(", ").join(before), last]) if before else last
        one, _, many = f"{name} {rest}".strip().partition("/")
        if one.startswith("~"):
            return one[1:] if value == 1 else many
        return f"one {one}" if value == 1 else f"{number(value)} {many}"

    def links(self, sentences: Sentences) -> Markup:
        return Markup(", ").join(_link(article, number, number) for article, number in sentences.places[:MOST_LINKS])


FORMATTERS: dict[str, type[Formatter]] = {"ko": Korean, "en": English}


def _listed(words: Sequence[Markup]) -> Markup:
    """ "A", "A와 B", "A, B, C"; nothing of no words."""
    if len(words) == 2:
        return Markup("{} {}").format(josa(words[0], "과/와"), words[1])
    return Markup(", ").join(words)


def _link(article: str, number: int, text: object) -> Markup:
    return Markup('<a href="#{}">{}</a>').format(sentence_anchor(article, number), text)
