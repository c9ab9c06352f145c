"""The opening cell of a notebook: when it has failed, nothing that follows runs on with what was there before."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHELL = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
for cell in json.loads(sys.argv[1]):
    result = shell.run_cell(cell)
    error = result.error_before_exec or result.error_in_exec
    print("CELL", json.dumps("" if error is None else str(error)))
"""
BEGIN = "from helpers.running.notebook import begin\nchosen = begin({stage!r}, study)"


def _run(*cells: str) -> list[str]:
    """Run the cells one after another, as JupyterLab does with "run all"; of each what it failed by, or ''."""
    done = subprocess.run([sys.executable, "-c", SHELL, json.dumps(cells)], capture_output=True, text=True, check=True)
    return [json.loads(line.removeprefix("CELL ")) for line in done.stdout.splitlines() if line.startswith("CELL ")]


@pytest.mark.parametrize(
    ("study", "stage", "why"),
    [("nowhere", "01_clean", "no study 'nowhere'"), ("village", "99_other", "no stage '99_other'")],
)
def test_after_an_opening_cell_that_failed_nothing_runs_until_it_is_put_right(
    study: str, stage: str, why: str, village: Path
) -> None:
    made = village / "made"
    write = f"open({str(made)!r}, 'w').close()"
    opened, refused, *_ = _run(f"study = {study!r}", BEGIN.format(stage=stage), write, write)[1:]
    assert why in opened
    assert "The opening cell failed" in refused and why in refused
    assert not made.exists()
    told = _run(
        f"study = {study!r}", BEGIN.format(stage=stage), "study = 'village'", BEGIN.format(stage="01_clean"), write
    )
    assert told[2:] == ["", "", ""]
    assert made.exists()


def test_a_later_cell_that_fails_stops_no_other(village: Path) -> None:
    told = _run("study = 'village'", BEGIN.format(stage="01_clean"), "1/0", "print(chosen.name)")
    assert told == ["", "", "division by zero", ""]
