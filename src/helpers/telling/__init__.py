"""What the command says, in Korean where a person's LANG asks for it, and of a Korean codebook always.

Errors are raised in English where they happen. Here their words are looked up in ``ko.yml``: one that is not
there stays as it is.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from helpers import store
from helpers.errors import StudyError, as_study_error

_CATALOGUE = Path(__file__).with_name("ko.yml")
_HANGUL = re.compile("[가-힣]")
_VALUE = re.compile(r"\{(\d)(?::([^{}]+))?\}")
_PLACE = " (notebooks/"  # where in a notebook it happened, in brackets at the end
_QUOTED = re.compile(r"""(['"])((?:(?!\1).)*)\1""", re.DOTALL)
_ENDING = re.compile(r"(?<=\.)[a-z]{2,5}\Z")
Template = tuple[tuple[str, ...], str]


def speaks_korean(environment: Mapping[str, str] = os.environ) -> bool:
    """Does the machine's setting (LC_ALL, LC_MESSAGES, LANG: the first that is set) ask for Korean."""
    said = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, said), "").lower().startswith("ko")


def in_words(error: BaseException, *, korean: bool | None = None) -> StudyError:
    """Any error as cause and remedy, in the language in which they are to be told."""
    told = as_study_error(error)
    at = told.cause.find(_PLACE) if told.cause.endswith(")") else -1
    cause, place = (told.cause, "") if at < 0 else (told.cause[:at], told.cause[at:])
    of_codebook = _translated(cause, "codebook") is not None and _is_of_korean_file(cause)
    if not of_codebook and not (speaks_korean() if korean is None else korean):
        return told
    both = (_translated(text, "codebook", "errors") or text for text in (cause, told.remedy))
    return StudyError(*(f"{text}{after}" for text, after in zip(both, (place, ""), strict=True)))


def note(text: str) -> str:
    """A note of the command, or a text of its help; spaces before it stay."""
    inner = text.lstrip(" ")
    told = _translated(inner, "help", "notes") if speaks_korean() else None
    return text if told is None else " " * (len(text) - len(inner)) + told


def _is_of_korean_file(cause: str) -> bool:
    """Is the codebook that the cause begins with one in Korean; one that cannot be found is taken for one."""
    path, home = cause.partition(", line ")[0], store.find_root()
    file = home / path if home else None
    return file is None or not file.is_file() or bool(_HANGUL.search(file.read_text("utf-8", "replace")))


@functools.cache
def _templates(section: str) -> tuple[Template, ...]:
    """English in the pieces between its values, and its Korean; the first that fits is taken."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    texts: dict[str, str] = yaml.load(_CATALOGUE.read_text("utf-8"), loader)[section]
    return tuple((tuple(each.split("{}")), texts[each]) for each in texts)


def _translated(text: str, *sections: str) -> str | None:
    for section in sections:
        for pieces, korean in _templates(section):
            if (values := _values(text, pieces)) is not None:
                return _VALUE.sub(partial(_filled, values), korean)
    return None


def _values(text: str, pieces: tuple[str, ...]) -> tuple[str, ...] | None:
    """What stands between the pieces, each taken at the first place; None if the text is not made of them.

    A pattern would try every place for every value: a cause that quotes a long text would never be told.
    """
    if len(pieces) == 1:
        return () if text == pieces[0] else None
    if not text.startswith(pieces[0]):
        return None
    values, place = [], len(pieces[0])
    for piece in pieces[1:-1]:
        found = text.find(piece, place + 1)
        if found < 0:
            return None
        values.append(text[place:found])
        place = found + len(piece)
    end = len(text) - len(pieces[-1])
    return (*values, text[place:end]) if place < end and text.endswith(pieces[-1]) else None


def _filled(values: tuple[str, ...], slot: re.Match[str]) -> str:
    return _put(values[int(slot[1])], slot[2])


def _put(value: str, way: str | None) -> str:
    """A value as the Korean sentence has it: translated itself, with its particle, or as it is."""
    quoted = _QUOTED.fullmatch(value)
    inner = quoted[2] if quoted else value
    if way is None or "/" not in way:
        return _translated(value, way or "what", "what", "codebook") or (f"‘{inner}’" if quoted else value)
    from helpers.reporting.korean.particles import josa  # with what takes long to load

    inner = inner if quoted else _translated(value, "things") or value
    spelt = _ENDING.sub(lambda ending: ending[0].upper(), inner)  # of a file: read letter by letter
    particle = josa(spelt, way)[len(spelt) :]
    return f"‘{inner}’{particle}" if quoted else f"{inner}{particle}"
