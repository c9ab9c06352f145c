"""What bash completes of a command line."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from helpers.cli.completion import script
from helpers.cli.parser import make_parser

BASH = shutil.which("bash")


def completed(line: str, folder: Path) -> list[str]:
    words = " ".join(f"'{word}'" for word in line.split(" "))
    asked = (
        f"COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _study; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    command = [str(BASH), "-c", f"{script(make_parser())}\n{asked}"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin"}
    )
    return sorted(filter(None, done.stdout.splitlines()))


@pytest.mark.skipif(BASH is None, reason="no bash")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("study sh", ["sheet"]),
        ("study run vil", ["village", "village2"]),
        ("study run 새", ["새싹"]),
        ("study run --sw", ["--sweep"]),
        ("study sheet village --s", ["--sample", "--seed"]),
        ("study new ", []),
        ("study parameters ", []),
    ],
)
def test_commands_options_and_studies_are_completed(line: str, expected: list[str], tmp_path: Path) -> None:
    for name in ("village", "village2", "새싹"):
        (tmp_path / "data" / "raw" / name).mkdir(parents=True)
    assert completed(line, tmp_path) == expected
    assert completed(line, tmp_path / "data" / "raw") == expected


@pytest.mark.skipif(BASH is None, reason="no bash")
def test_outside_of_a_project_no_study_is_completed(tmp_path: Path) -> None:
    assert completed("study run ", tmp_path) == []


def test_every_command_is_known() -> None:
    parser = make_parser()
    made = script(parser)
    assert len(parser.commands) > 10
    assert all(f"    {name}) options=" in made for name in parser.commands)


def test_what_is_completed_is_what_the_help_shows() -> None:
    for command in make_parser().commands.values():
        shown = command.format_help()
        assert "--help" in command.options and all(option in shown for option in command.options)
