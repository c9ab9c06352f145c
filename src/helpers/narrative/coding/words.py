"""How the words of a rule are written: one, several with '|' between them, a list by its name, or a pattern."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo

_ALTERNATIVE = re.compile(r"\s*/(?:[^/\\]|\\.)+/\s*|[^|]*")


def listed(value: Any) -> Any:
    """A list as YAML has it, or as a person may write it on one line: '인재, 인력'; nothing is an empty list."""
    if value is None:
        return []
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


def _alternatives(value: Any, info: ValidationInfo) -> tuple[str, ...]:
    """The words of '쌓다|기르다'; for '@people' the words of the list of that name."""
    if not isinstance(value, str):
        raise ValueError("expected a word such as 쌓다, several as 쌓다|기르다, or a list of words as '@people'")
    found: list[str] = []
    for part in split(value):
        lists = (info.context or {}).get("words", {})
        if part.startswith("@") and part[1:] not in lists:
            raise ValueError(f"expected the name of a list in words: ({', '.join(lists) or 'there is none'})")
        found += lists[part[1:]] if part.startswith("@") else [part]
    if not all(found):
        raise ValueError("expected a word, or words with '|' between them")
    for word in found:
        if is_pattern(word):
            checked_pattern(word[1:-1])
    return tuple(dict.fromkeys(" ".join(word.split()) for word in found))


def split(value: str) -> list[str]:
    """'쌓다|/\\d+년째|해마다/' split at each '|' that is not inside a pattern."""
    found, place = [], 0
    while place <= len(value):
        part = _ALTERNATIVE.match(value, place)
        end = part.end() if part else len(value)
        found.append(value[place:end].strip())
        place = end + 1
    return found


def is_pattern(word: str) -> bool:
    """Is a word of a codebook a pattern, that is, written between slashes?"""
    return len(word) > 2 and word.startswith("/") and word.endswith("/")


def checked_pattern(value: str) -> str:
    """The pattern itself; raises ValueError if it is no regular expression."""
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"expected a regular expression ({error})") from error
    return value


Alternatives = Annotated[tuple[str, ...], BeforeValidator(_alternatives)]
WordList = Annotated[tuple[Alternatives, ...], BeforeValidator(listed)]
