"""The command beside modules of others that have the names of Python's own or of ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.surroundings import leave_others_out
from made.village import CHECKOUT


@pytest.mark.parametrize("name", ["json", "hashlib", "difflib", "numpy", "yaml", "argparse"])
def test_a_module_of_anothers_on_the_path_is_left_out(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.py").write_text("raise SystemExit('another')\n", "utf-8")
    path = os.pathsep.join([str(tmp_path), str(CHECKOUT / "src")])
    command = [sys.executable, "-m", "helpers.cli", "--version"]
    done = subprocess.run(
        command, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, cwd=tmp_path.parent
    )
    assert (done.returncode, done.stderr) == (0, ""), name
    assert done.stdout.startswith("study ")


def test_only_folders_of_others_leave_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = str(CHECKOUT / "src")
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), ours, "/usr/lib/python3"])
    leave_others_out({"PYTHONPATH": os.pathsep.join([str(tmp_path), ours])})
    assert sys.path == ["", ours, "/usr/lib/python3"]
