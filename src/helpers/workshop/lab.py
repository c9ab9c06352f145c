"""Start JupyterLab on the whole project, and keep outputs of notebooks out of git."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from helpers import store

SETTINGS = Path(__file__).with_name("settings")
START = "notebooks/start.md"
OF_LAB = "metadata.language_info.version"  # what Lab writes into each notebook by itself


def open_lab(arguments: Sequence[str] = ()) -> int:
    """Start JupyterLab on the project's folder and wait until it ends; ``arguments`` are handed on to it."""
    from jupyterlab.labapp import LabApp

    set_up_git(store.root())
    LabApp.launch_instance(argv=[*options(store.root()), *arguments])
    return 0


def options(folder: Path) -> list[str]:
    """The options of JupyterLab: it opens ``folder`` at the page that explains the project, and may run as root."""
    chosen = [
        f"--ServerApp.root_dir={folder}",
        f"--LabServerApp.app_settings_dir={SETTINGS}",
        f"--FileContentsManager.pre_save_hook={__name__}.without_version",
    ]
    if (folder / START).is_file():
        chosen.append(f"--LabApp.default_url=/lab/tree/{START}")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        chosen.append("--allow-root")
    return chosen


def without_version(model: dict[str, Any], **_: Any) -> None:
    """Drop the version of Python from a notebook that Lab saves, so that opening a notebook does not change it."""
    if model["type"] == "notebook" and model["content"]["nbformat"] == 4:
        model["content"]["metadata"].get("language_info", {}).pop("version", None)


def set_up_git(folder: Path) -> bool:
    """Let git see notebooks without their outputs, as .gitattributes asks for; False where ``folder`` is no checkout.

    The filter is the checkout's own and asks for nothing: where it cannot run, git takes the file as it is.
    """
    git = shutil.which("git")
    if git is None or not (folder / ".git").exists():
        return False
    clean = f'"{Path(sys.executable).as_posix()}" -P -m helpers.running.stripping --keep-id --extra-keys {OF_LAB}'
    for name, value in (("filter.nbstripout.clean", clean), ("diff.ipynb.textconv", f"{clean} --textconv")):
        if subprocess.run([git, "config", "--local", name, value], cwd=folder, check=False).returncode:
            return False
    return True
