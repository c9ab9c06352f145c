import time
from pathlib import Path

import pytest
from pydantic import BaseModel

from helpers.documents import read_yaml, validate
from helpers.errors import StudyError


def _file(folder: Path, text: str) -> Path:
    path = folder / "study.yml"
    path.write_text(text, "utf-8")
    return path


def test_read_yaml_guesses_no_type(project: Path) -> None:
    document = read_yaml(
        _file(project, "code: 00123\nanswer: no\ndate: 2026-01-07\nempty:\nquoted: ''\nlist: [1, ~]\n")
    )
    assert document.data == {
        "code": "00123", "answer": "no", "date": "2026-01-07", "empty": None, "quoted": "", "list": ["1", "~"],
    }  # fmt: skip


def test_read_yaml_runs_nothing(project: Path) -> None:
    data = read_yaml(_file(project, "a: !!python/object/apply:os.system ['touch pwned']\n")).data
    assert data == {"a": ["touch pwned"]}
    assert not Path("pwned").exists()


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: 1\nb: [1, 2\n", 3, "expected ',' or ']'"),
        ("a: 1\n\tb: 2\n", 2, "cannot start any token"),
        ("a: 1\nb: 2\na: 3\n", 3, "'a' stands there twice, first in line 1"),
        ("a: 'x\n", 2, "unexpected end of stream"),
        ("? [a, b]\n: 1\n", 1, "a key is not plain text"),
        ("[" * 30 + "]" * 30, 1, "nested more than 20 deep"),
    ],
)
def test_read_yaml_names_file_line_and_problem(project: Path, text: str, line: int, problem: str) -> None:
    with pytest.raises(StudyError) as caught:
        read_yaml(_file(project, text))
    assert caught.value.cause.startswith(f"study.yml, line {line}: ")
    assert problem in caught.value.cause
    assert "Correct that line" in caught.value.remedy


class _Inner(BaseModel, extra="forbid"):
    count: int


class _Outer(BaseModel, extra="forbid"):
    items: list[_Inner]


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("items:\n  - count: 1\n  - count: many\n", 3, "items.1.count should be a whole number"),
        ("items:\n  - cuont: 1\n", 2, "items.0.cuont is no entry that is known here"),
        ("items: []\nmore: 1\n", 2, "more is no entry that is known here"),
        ("", 1, "items is missing"),
    ],
)
def test_validate_names_line_and_what_was_expected(project: Path, text: str, line: int, fault: str) -> None:
    with pytest.raises(StudyError) as caught:
        validate(_Outer, read_yaml(_file(project, text)))
    assert f"study.yml, line {line}: {fault}" in caught.value.cause


def _billion(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (_billion(9), "with its aliases"),
        ("a: &a [*a]\n", "nested more than 20 deep"),
        ("a: &a {b: *a}\n", "nested more than 20 deep"),
        ("[" * 1000, ""),
        ("- " * 5000 + "x", ""),
        ("a: " + "x" * 5_000_000, "has 5 MB"),
    ],
)
def test_small_files_that_become_large_ones_and_large_ones_are_refused_at_once(
    text: str, cause: str, project: Path
) -> None:
    path = project / "study.yml"
    path.write_text(text, "utf-8")
    began = time.process_time()
    with pytest.raises(StudyError) as caught:
        read_yaml(path)
    assert cause in caught.value.cause and "study.yml" in caught.value.cause
    assert time.process_time() - began < 15


def test_a_sparse_file_of_gigabytes_is_not_read(project: Path) -> None:
    path = project / "study.yml"
    with path.open("wb") as file:
        file.truncate(6 * 10**9)
    with pytest.raises(StudyError, match="has 6,000 MB"):
        read_yaml(path)
