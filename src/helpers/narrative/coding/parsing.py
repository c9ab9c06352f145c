"""Read a study's codebook from its file; each fault is told with its line and what was expected there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from helpers import store
from helpers.documents import expected, most_telling, read_yaml
from helpers.errors import StudyError
from helpers.narrative.coding.codebook import WHOLE_THESIS, Codebook
from helpers.narrative.coding.entries import Place, belongs, names_at
from helpers.narrative.coding.words import listed, split
from helpers.normalize import normalize
from helpers.study import Study

CODEBOOK = "codebook.yml"


def open_codebook(study: Study) -> Codebook:
    """The codebook of a study; StudyError where there is none, or where one of its entries cannot be read."""
    path = store.raw_folder(study.name) / CODEBOOK
    if not path.is_file():
        raise StudyError(
            f"The study {study.name!r} has no codebook: {store.relative(path)} does not exist.",
            "Write one: the codebook of the reference study shows how, and study new makes one to fill in.",
        )
    document = read_yaml(path)
    return parse_codebook(document.data, place=document.line_of, name=store.relative(path))


def parse_codebook(
    data: Mapping[str, Any] | None, *, place: Callable[[Place], int] | None = None, name: str = "codebook.yml"
) -> Codebook:
    """A codebook from what its YAML file holds.

    data     the file as maps, lists and text (``read_yaml(path).data``)
    place    the line of a place in the file (``read_yaml(path).line_of``); without it an error names no line
    name     the file, as an error should name it
    returns  Codebook; one without claims has the one claim ``thesis``

    StudyError names file, line, code, and what was expected there.
    """
    data = {} if data is None else _composed(data)
    try:
        if not isinstance(data, Mapping):
            raise _fault(name, place, (), "expected the entries claims, words and codes")
        return Codebook.model_validate(_arranged(data, name, place), context={"words": _lists(data, name, place)})
    except ValidationError as error:
        fault = most_telling(error.errors())
        raise _fault(name, place, _origin(fault["loc"], data), _said(fault)) from error


def _said(fault: Any) -> str:
    """What is wrong; an entry that stands where it may not is sent where it belongs."""
    elsewhere = belongs(str(fault["loc"][-1]), fault["loc"]) if fault["type"] == "extra_forbidden" else None
    said = expected(fault, names_at(fault["loc"]))
    return f"{said} ({elsewhere[0]} belongs inside {elsewhere[1]})" if elsewhere else said


def _composed(value: Any) -> Any:
    """Every text in the form of the sentences (NFC, no invisible characters); macOS writes 한 as three letters."""
    if isinstance(value, str):
        return normalize(value).text
    if isinstance(value, list):
        return [_composed(item) for item in value]
    return {key: _composed(item) for key, item in value.items()} if isinstance(value, Mapping) else value


def _arranged(data: Mapping[str, Any], name: str, place: Callable[[Place], int] | None) -> dict[str, Any]:
    """The file's entries as the model has them: each code with its name, ``words`` read already."""
    codes = data.get("codes")
    if not isinstance(codes, Mapping) or not codes:
        raise _fault(name, place, ("codes",), "expected at least one code: its name, then label, definition, stance")
    for key, entry in codes.items():
        if not isinstance(entry, Mapping):
            raise _fault(name, place, ("codes", key), "expected label, definition, stance and rules")
    named = [{**entry, "name": key} for key, entry in codes.items()]
    rest = {key: value for key, value in data.items() if key not in ("words", "codes")}
    claims = data.get("claims") or {WHOLE_THESIS: "논지 전체"}
    for entry in named if isinstance(claims, Mapping) else ():
        claim = entry.get("claim", WHOLE_THESIS)
        if isinstance(claim, str) and claim not in claims:
            what = f"expected one of the claims {', '.join(map(str, claims))}; it is {claim!r}"
            raise _fault(name, place, ("codes", entry["name"], "claim"), what)
    return {**rest, "claims": claims, "codes": named}


def _lists(data: Mapping[str, Any], name: str, place: Callable[[Place], int] | None) -> dict[str, list[str]]:
    """``words``: each list by its name."""
    found: dict[str, list[str]] = {}
    words = data.get("words") or {}
    if not isinstance(words, Mapping):
        raise _fault(name, place, ("words",), "expected lists of words by name, such as people: [인재, 인력]")
    for key, value in words.items():
        words_there = listed(value)
        if not _are_words(words_there):
            raise _fault(name, place, ("words", key), "expected a list of words, such as [인재, 인력]")
        found[str(key)] = [word for item in words_there for word in split(item)]
    return found


def _origin(location: tuple[int | str, ...], data: Mapping[str, Any]) -> Place:
    """Where in the file pydantic found the fault: codes by name, as the file has them."""
    if location[:1] == ("codes",) and len(location) > 1:
        return ("codes", list(data["codes"])[int(location[1])], *location[2:])
    return tuple(part for part in location if part != "[key]")


def _fault(name: str, place: Callable[[Place], int] | None, where: Place, what: str) -> StudyError:
    line = f", line {place(where)}" if place else ""
    code = f"the code {where[1]!r}" if where[:1] == ("codes",) and len(where) > 1 else "the codebook"
    entry = ".".join(map(str, where[2:] if code != "the codebook" else where))
    return StudyError(
        f"{name}{line}: {code}{f', {entry},' if entry else ''} cannot be read: {what}.",
        "Correct that entry; notebooks/codebook.md shows how one is written.",
    )


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(word, str) and word.strip() for word in value)
