"""Read YAML that a person wrote, without guessing types, and check it by a model; faults name their file and line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from helpers import store
from helpers.errors import StudyError

if TYPE_CHECKING:
    from pydantic import BaseModel

    Model = TypeVar("Model", bound=BaseModel)

Place = tuple[str | int, ...]
DEEPEST = 20
# of a file, and of what it says once its aliases are written out
LARGEST = 4_000_000
MOST_PLACES = 200_000
_CHOICE = re.compile(r"'([^']*)'")


@dataclass(frozen=True)
class Document:
    """A YAML file: its data, with every scalar as the text that stands there, and the line of each place in it."""

    path: Path
    data: Any
    lines: dict[Place, int]

    def line_of(self, place: Place) -> int:
        """The line of ``place``, or of the nearest place around it that the file has."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_yaml(path: Path) -> Document:
    """Read a YAML file: ``00123`` stays ``"00123"``, ``no`` stays ``"no"``, nothing after the colon is None.

    Raises StudyError with file and line if the YAML is malformed, repeats a key, or holds anything but plain maps,
    lists and text.
    """
    import yaml

    text = _bounded(path)
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _malformed(path, mark.line + 1 if mark else 1, error.problem or "not readable") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _malformed(path, 1, (str(error).splitlines() or ["not readable"])[0]) from error
    lines: dict[Place, int] = {}
    return Document(path, _plain(node, (), lines, path), lines)


def _bounded(path: Path) -> str:
    """The file's text; raises StudyError if it is too large to have been written by a person."""
    size = path.stat().st_size if path.is_file() else 0
    if size > LARGEST:
        raise StudyError(
            f"{store.relative(path)} has {size / 1e6:,.0f} MB; up to {LARGEST / 1e6:g} MB are read.",
            "Put the right file there.",
        )
    return store.read_text(path)


def validate(model: type[Model], document: Document) -> Model:
    """``document`` as the pydantic model; StudyError names file, line, place, value and what was expected there."""
    from pydantic import ValidationError

    try:
        return model.model_validate(document.data if document.data is not None else {})
    except ValidationError as error:
        fault = most_telling(error.errors())
        place = tuple(part for part in fault["loc"] if part != "[key]")
        where = ".".join(map(str, place)) or "the file"
        raise StudyError(
            f"{store.relative(document.path)}, line {document.line_of(place)}: "
            f"{where} {expected(fault, model.model_fields)}.",
            "Correct that line; the README says what each entry means.",
        ) from error


PLAINLY = {  # pydantic's kinds of error in words that need no Python
    "missing": "is missing",
    "extra_forbidden": "is no entry that is known here",
    "model_type": "should have entries of its own, as in name: value",
    "dict_type": "should have entries of its own, as in name: value",
    "tuple_type": "should be a list, as in [one, another]",
    "list_type": "should be a list, as in [one, another]",
    "string_type": "should be text",
    "string_too_short": "should not be empty",
    "too_short": "should have at least {min_length} items",
    "int_parsing": "should be a whole number",
    "int_type": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_type": "should be a number",
    "bool_type": "should be true or false",
    "float_parsing": "should be a number",
    "bool_parsing": "should be true or false",
}


def most_telling(faults: Sequence[Any]) -> Any:
    """The first fault; where an entry is missing beside one that is not known, its name is misspelt: that one."""
    first = faults[0]
    beside = (each for each in faults if each["type"] == "extra_forbidden" and each["loc"][:-1] == first["loc"][:-1])
    return next(beside, first) if first["type"] == "missing" else first


def expected(fault: Any, known: Iterable[str] = ()) -> str:
    """An error of pydantic as the end of a sentence: what was expected, and what is there instead.

    known  the names of entries, for a name that is nearly one of them
    """
    kind, value = fault["type"], fault["input"]
    if kind == "extra_forbidden":
        return f"{PLAINLY[kind]}{_meant(fault['loc'][-1], known)}"
    message = fault["msg"].removeprefix("Value error, ").removeprefix("Input ")
    if kind == "string_pattern_mismatch" and fault["ctx"]["pattern"].startswith("^[a-z]"):
        message = "should be a name of small letters, digits and _, beginning with a letter"
    if kind == "literal_error":
        choices = _CHOICE.findall(fault["ctx"]["expected"])
        message = f"should be one of {', '.join(choices)}{_meant(value, choices)}"
    plain = PLAINLY.get(kind)  # a message of pydantic's own may have braces: a pattern
    message = plain.format(**fault.get("ctx", {})) if plain else message[:1].lower() + message[1:]
    if kind == "missing" or isinstance(value, Mapping):
        return message
    shown = repr(value)
    return f"{message}; it is {shown if len(shown) <= 80 else shown[:77] + '...'}"


def _meant(name: object, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(str(name), list(known), n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def _malformed(path: Path, line: int, problem: str) -> StudyError:
    return StudyError(
        f"{store.relative(path)}, line {line}: this is not the YAML that was expected: {problem}.",
        "Correct that line; a text with ': ' or '#' in it, or that begins with a quotation mark, has to be quoted.",
    )


def _plain(node: Any, place: Place, lines: dict[Place, int], path: Path) -> Any:
    """The node as dict, list, str or None; the line of each of its places goes into ``lines``."""
    import yaml

    if node is None:
        return None
    line = node.start_mark.line + 1
    if place in lines:
        raise _malformed(path, line, f"{'.'.join(map(str, place))!r} stands there twice, first in line {lines[place]}")
    if len(place) > DEEPEST:
        raise _malformed(path, line, f"it is nested more than {DEEPEST} deep")
    if len(lines) >= MOST_PLACES:
        raise _malformed(path, line, f"with its aliases (*name) written out it has over {MOST_PLACES:,} entries")
    lines[place] = line
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.value or node.style else None
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*place, i), lines, path) for i, item in enumerate(node.value)]
    return {_key(key, path): _plain(value, (*place, key.value), lines, path) for key, value in node.value}


def _key(node: Any, path: Path) -> str:
    if isinstance(node.value, str):
        return node.value
    raise _malformed(path, node.start_mark.line + 1, "a key is not plain text")
