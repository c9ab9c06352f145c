"""The one source of every parameter: its name, type, range, default and what it is for.

The parameters cells of the notebooks repeat names, types and defaults, so that a notebook also runs by itself; a test
makes sure that both are equal.
"""

from __future__ import annotations

import difflib
import json
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from helpers.documents import expected
from helpers.errors import StudyError, UsageError
from helpers.study import StudyFile
from helpers.telling import note

Analyzer = Literal["kiwi", "mecab", "komoran", "kkma", "okt", "hannanum"]
PartOfSpeech = Literal["noun", "foreign", "verb", "adjective", "adverb", "number"]
Quotation = Literal["brief", "evidence", "full"]
WIDTH = 100  # characters of a line in a notebook


def _split(value: Any) -> Any:
    """``-p cross_check=komoran,okt``: a list as one text."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


AnalyzerList = Annotated[list[Analyzer], BeforeValidator(_split)]
PartOfSpeechList = Annotated[list[PartOfSpeech], BeforeValidator(_split), Field(min_length=1)]


class Parameters(BaseModel):
    """Every parameter of a study, in the order in which the stages use them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    analyzer: Analyzer = Field("kiwi", description="primary analyzer: its tokens are counted and coded")
    cross_check: AnalyzerList = Field(
        ["komoran", "okt", "hannanum"],
        description="analyzers that read the same sentences, so that a result that hangs on one is seen",
    )
    use_dictionary: bool = Field(True, description="keep the words of dictionary.tsv whole")
    parts_of_speech: PartOfSpeechList = Field(["noun", "foreign"], description="which words can be keywords")
    min_syllables: int = Field(
        2,
        ge=1,
        le=5,
        description="a keyword has at least so many syllables; with 1, what Okt cuts words into counts too",
    )
    min_count: int = Field(2, ge=1, le=100, description="a keyword occurs at least so often")
    top_n: int = Field(20, ge=5, le=100, description="how many keywords are shown")
    window: int = Field(5, ge=2, le=50, description="words that stand at most so far apart co-occur")
    draws: int = Field(1000, ge=100, le=20000, description="bootstrap draws of sentences behind each interval")
    seed: int = Field(1, ge=0, le=2**31 - 1, description="of the bootstrap and of graph layouts")
    quotation: Quotation = Field(
        "brief",
        description="how much of an article the report quotes: a third at most, every sentence of evidence (for "
        "colleagues), or the whole article (for oneself)",
    )


FIELDS = Parameters.model_fields


def resolve(from_study: Mapping[str, Any], from_command: Mapping[str, Any], *, place: str) -> dict[str, Any]:
    """All parameters by name: defaults, over them ``study.yml`` (``place`` says where), over them ``-p``.

    An unknown name, a wrong type and a value out of range are errors that name the value and what was expected:
    StudyError for the study's own, UsageError for the command line's.
    """
    checked = dict(_checked(from_study, StudyError, place)) | dict(_checked(from_command, UsageError, "-p"))
    return Parameters.model_validate(checked).model_dump()


def _checked(given: Mapping[str, Any], error: type[StudyError], place: str) -> Mapping[str, Any]:
    given = _without_old_names(given, place)
    for name in given:
        if name not in FIELDS:
            raise _unknown(name, error, place)
    try:
        Parameters.model_validate(dict(given))
    except ValidationError as failure:
        raise _at_fault(failure, error, place) from failure
    return given


def check_values(given: Mapping[str, Any], *, place: str, of: Sequence[str]) -> None:
    """StudyError unless each value can stand in a notebook as it is: of the type itself, not what becomes one.

    of  the parameters that the notebook takes: what an unknown name may have meant
    """
    for name in given:
        if name not in of:
            raise _unknown(name, StudyError, place, of)
    try:
        read = Parameters.model_validate(dict(given), strict=True).model_dump()
    except ValidationError as failure:
        raise _at_fault(failure, StudyError, place) from failure
    for name, value in given.items():
        if read[name] != value:
            remedy = note(f"{name}: {describe(name, say=note)}, as a list.")
            raise StudyError(f"{place}: the parameter {name} is {value!r}.", remedy)


def _at_fault(failure: ValidationError, error: type[StudyError], place: str) -> StudyError:
    fault = failure.errors()[0]
    name = str(fault["loc"][0])
    return error(f"{place}: the parameter {name} {expected(fault)}.", f"{name}: {describe(name, say=note)}.")


def _without_old_names(given: Mapping[str, Any], place: str) -> Mapping[str, Any]:
    """``full_text`` of earlier studies as ``quotation``, with a note on stderr."""
    if "full_text" not in given:
        return given
    rest = {name: value for name, value in given.items() if name != "full_text"}
    meant = "full" if str(given["full_text"]).lower() in ("true", "1", "yes") else "brief"
    print(f"{place}: full_text is now called quotation; write quotation: {meant}.", file=sys.stderr)
    return {"quotation": meant} | rest


def _unknown(name: str, error: type[StudyError], place: str, of: Iterable[str] = FIELDS) -> StudyError:
    near = difflib.get_close_matches(name, of, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}? " if near else ""
    return error(f"{place}: there is no parameter {name!r}.", f"{hint}The parameters are: {', '.join(of) or 'none'}.")


def schema() -> dict[str, Any]:
    """The JSON schema of the parameters, for editors."""
    return Parameters.model_json_schema()


def study_schema() -> dict[str, Any]:
    """The JSON schema of study.yml, for editors that complete and check what is typed."""
    written = StudyFile.model_json_schema()
    written["properties"]["parameters"] = schema()
    return written


def describe(name: str, *, say: Callable[[str], str] = str) -> str:
    """What the parameter is for, with its range or choices: the comment at it in a parameters cell.

    say  puts the English of a text into the language that is spoken
    """
    entry = schema()["properties"][name]
    limits = ""
    if "minimum" in entry:
        limits = say(f" ({entry['minimum']} to {entry['maximum']})")
    choices = entry.get("enum") or entry.get("items", {}).get("enum")
    if choices:
        limits = f" ({', '.join(choices)})"
    return f"{say(FIELDS[name].description or '')}{limits}"


def as_written(name: str) -> list[str]:
    """The lines of a parameters cell: one for the parameter, with what it is for behind it, or above it if too long."""
    default = Parameters().model_dump()[name]
    value = str(default) if isinstance(default, bool) else json.dumps(default)
    line = f"{name}: {type(default).__name__} = {value}"
    whole = f"{line}  # {describe(name)}"
    if len(whole) <= WIDTH:
        return [whole]
    return [*textwrap.wrap(describe(name), WIDTH, initial_indent="# ", subsequent_indent="# "), line]


def as_rows(names: Sequence[str] = tuple(FIELDS), *, say: Callable[[str], str] = str) -> list[tuple[str, str, str]]:
    """name, default as Python writes it, description as ``say`` puts it: one row a parameter."""
    defaults = Parameters().model_dump()
    return [(name, repr(defaults[name]), describe(name, say=say)) for name in names]
