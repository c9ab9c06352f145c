"""Parameters have one source; the notebooks' cells repeat it so that they run by themselves, and must agree."""

import ast
import json
import re

import jsonschema
import pytest

from helpers.errors import StudyError, UsageError
from helpers.running.notebooks import parameters_cell, read_notebook
from helpers.running.parameters import FIELDS, Parameters, as_rows, as_written, describe, resolve, schema, study_schema
from helpers.stages import STAGES
from helpers.tokenizing import ANALYZERS
from made.village import CHECKOUT

DEFAULTS = Parameters().model_dump()


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_parameters_cell_repeats_defaults_types_and_help(stage) -> None:
    cell = next(c for c in read_notebook(stage.notebook).cells if "parameters" in c.metadata.get("tags", []))
    given = parameters_cell(stage.notebook)
    assert given.pop("study") == "accumulation"
    assert given == {name: DEFAULTS[name] for name in given}
    assert cell.source.splitlines()[1:] == [line for name in given for line in as_written(name)]


def test_help_stands_behind_a_parameter_or_wrapped_above_it() -> None:
    assert as_written("top_n") == ["top_n: int = 20  # how many keywords are shown (5 to 100)"]
    *above, line = as_written("quotation")
    assert line == 'quotation: str = "brief"' and len(above) > 1
    assert " ".join(part.removeprefix("# ") for part in above) == describe("quotation")
    assert all(len(part) <= 100 for name in FIELDS for part in as_written(name))


def test_every_parameter_is_taken_by_a_notebook() -> None:
    taken = {name for stage in STAGES for name in stage.parameters}
    assert set(FIELDS) == taken


def test_analyzers_to_choose_from_are_those_that_there_are() -> None:
    assert set(schema()["properties"]["analyzer"]["enum"]) == set(ANALYZERS)


def test_resolve_lays_command_over_study_over_defaults() -> None:
    values = resolve({"top_n": "30", "seed": "7"}, {"top_n": "40", "cross_check": "okt, kkma"}, place="study.yml")
    assert values["top_n"] == 40
    assert values["seed"] == 7
    assert values["cross_check"] == ["okt", "kkma"]
    assert values["analyzer"] == DEFAULTS["analyzer"]


@pytest.mark.parametrize(
    ("given", "cause", "remedy"),
    [
        ({"top": "5"}, "there is no parameter 'top'", "Did you mean top_n?"),
        ({"analyser": "kiwi"}, "there is no parameter 'analyser'", "Did you mean analyzer?"),
        ({"top_n": "many"}, "top_n should be a whole number", "5 to 100"),
        ({"top_n": "3"}, "top_n should be greater than or equal to 5; it is '3'", "5 to 100"),
        ({"draws": "1e9"}, "draws should be a whole number", "100 to 20000"),
        ({"analyzer": "mecap"}, "analyzer should be one of kiwi, mecab", "kiwi, mecab"),
        ({"cross_check": "okt,nope"}, "cross_check should be", "komoran"),
        ({"use_dictionary": "maybe"}, "use_dictionary should be true or false", "dictionary.tsv"),
        ({"parts_of_speech": ""}, "parts_of_speech", "noun"),
    ],
)
@pytest.mark.parametrize("by_command", [True, False])
def test_resolve_names_value_and_what_was_expected(given, cause, remedy, by_command) -> None:
    sides = ({}, given) if by_command else (given, {})
    with pytest.raises(StudyError) as caught:
        resolve(*sides, place="data/raw/x/study.yml")
    assert cause in caught.value.cause
    assert caught.value.cause.startswith("-p: " if by_command else "data/raw/x/study.yml: ")
    assert remedy in caught.value.remedy
    assert isinstance(caught.value, UsageError) == by_command


def test_as_rows_are_python_literals() -> None:
    assert {name: ast.literal_eval(default) for name, default, _ in as_rows()} == DEFAULTS


def test_schema_for_editors_is_the_one_that_checks() -> None:
    committed = json.loads((CHECKOUT / "src" / "helpers" / "running" / "study.schema.json").read_text("utf-8"))
    assert committed == study_schema(), (
        "write it anew: study parameters --schema > src/helpers/running/study.schema.json"
    )
    study = CHECKOUT / "data" / "raw" / "accumulation"
    pointed = re.match(r"# yaml-language-server: \$schema=(\S+)\n", (study / "study.yml").read_text("utf-8"))
    assert pointed and (study / pointed[1]).samefile(CHECKOUT / "src" / "helpers" / "running" / "study.schema.json")


@pytest.mark.parametrize(
    ("written", "valid"),
    [
        ({"parameters": {"top_n": 30, "analyzer": "okt"}}, True),
        ({"parameters": {"top_n": 3}}, False),
        ({"parameters": {"topn": 30}}, False),
        ({"titel": "오타"}, False),
    ],
)
def test_schema_for_editors_tells_right_from_wrong(written, valid) -> None:
    study = {"title": "제목", "question": "물음?", "thesis": "논지."} | written
    assert jsonschema.Draft202012Validator(study_schema()).is_valid(study) == valid
