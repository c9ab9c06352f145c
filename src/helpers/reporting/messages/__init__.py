"""The sentences of reports: ``ko.yml`` and ``en.yml`` hold them, and a ``Message`` names one and gives its values.

A function that chooses returns messages; ``worded`` makes text of one, ``paragraph`` what a notebook shows of several.
To change a wording, edit the catalogue: nothing reads it back.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup

from helpers.errors import StudyError
from helpers.reporting.saying import Displayable, say, together

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Message:
    """Which sentence of the catalogue, with which values: numbers, texts, links, other messages, lists of these."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Sentences:
    """Sentences of articles that a message links to, as (article, number).

    several  is the study of more than one article: then each is named
    """

    places: tuple[tuple[str, int], ...]
    several: bool = False


def message(key: str, **values: Any) -> Message:
    """The sentence ``key`` of the catalogue with its values."""
    return Message(key, values)


@functools.cache
def catalogue(language: str) -> dict[str, str]:
    """The wording of every message in one language, by its key, such as "voices.nobody"."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    document = yaml.load((_FOLDER / f"{language}.yml").read_text("utf-8"), loader)
    return dict(_flat(document, ()))


def worded(chosen: Message, language: str = "ko") -> Markup:
    """The text of a message, safe in HTML: its values are escaped, and so is the catalogue's own text.

    StudyError: the catalogue lacks the message, or the message lacks a value that the wording names.
    """
    from helpers.reporting.messages.formatting import FORMATTERS

    return FORMATTERS[language]().paragraph([chosen])[0]


def paragraph(messages: Iterable[Message], language: str = "ko") -> Displayable:
    """Messages as one paragraph, whose counts are written alike; none give an empty displayable."""
    from helpers.reporting.messages.formatting import FORMATTERS

    return say(*FORMATTERS[language]().paragraph(messages))


def paragraphs(*groups: Iterable[Message], language: str = "ko") -> Displayable:
    """A paragraph for each group of messages; empty ones are left out."""
    return together(*(paragraph(group, language) for group in groups))


def plain(messages: Iterable[Message], language: str = "ko") -> str:
    """Messages as text without links, for a caption or a table."""
    return paragraph(messages, language).plain


def pattern(key: str, language: str) -> str:
    """The wording of one message before its values are put in; StudyError where the catalogue lacks it."""
    found = catalogue(language).get(key)
    if found is None:
        raise StudyError(f"The message {key!r} is not in {language}.yml.", "Add it to helpers/reporting/messages.")
    return found


def _flat(node: Mapping[str, Any], above: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    for name, inner in node.items():
        if isinstance(inner, Mapping):
            yield from _flat(inner, (*above, name))
        else:
            yield ".".join((*above, name)), " ".join(str(inner).split())
