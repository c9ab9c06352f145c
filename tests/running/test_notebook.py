"""The opening cell of a notebook: when it has failed, nothing that follows runs on with what was there before."""

import json
import subprocess
import sys
from pathlib import Path

SHELL = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
for cells in json.loads(sys.argv[1]):
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    told = []
    for cell in cells:
        result = shell.run_cell(cell)
        error = result.error_before_exec or result.error_in_exec
        told.append("" if error is None else str(error))
    print("CELLS", json.dumps(told))
"""
BEGIN = "from helpers.running.notebook import begin\nchosen = begin({stage!r}, study)"


def _run(*notebooks: list[str]) -> list[list[str]]:
    """Run the cells of each notebook, in a shell of its own, as JupyterLab does with "run all".

    returns  of each cell what it failed by, or ''
    """
    given = json.dumps(notebooks)
    done = subprocess.run([sys.executable, "-c", SHELL, given], capture_output=True, text=True, check=True)
    return [json.loads(line.removeprefix("CELLS ")) for line in done.stdout.splitlines() if line.startswith("CELLS ")]


def test_after_an_opening_cell_that_failed_nothing_runs_until_it_is_put_right(village: Path) -> None:
    wrong = {"no study 'nowhere'": ("nowhere", "01_clean"), "no stage '99_other'": ("village", "99_other")}
    made, later = village / "made", village / "later"
    begun = [[f"study = {study!r}", BEGIN.format(stage=stage)] for study, stage in wrong.values()]
    right = ["study = 'village'", BEGIN.format(stage="01_clean"), f"open({str(later)!r}, 'w').close()"]
    write = f"open({str(made)!r}, 'w').close()"
    later_fails = ["study = 'village'", BEGIN.format(stage="01_clean"), "1/0", "print(chosen.name)"]
    told = _run(*([*cells, write, write] for cells in begun), *([*cells, *right] for cells in begun), later_fails)
    for why, (_, opened, *refused) in zip(wrong, told[:2], strict=True):
        assert why in opened
        assert "The opening cell failed" in refused[0] and why in refused[0]
    assert not made.exists()
    assert [cells[2:] for cells in told[2:4]] == [["", "", ""]] * 2
    assert later.exists()
    assert told[4] == ["", "", "division by zero", ""], "a later cell that fails stops no other"
