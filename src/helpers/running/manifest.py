"""Write down what a report was made from: inputs, parameters, notebooks, versions; no times and no absolute paths."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from typing import Any

from helpers import store
from helpers.errors import StudyError
from helpers.running import packages
from helpers.stages import NOTEBOOKS, STAGES
from helpers.store import sha256
from helpers.study import Study


def manifest(study: Study, parameters: Mapping[str, Any], raw: Mapping[str, str]) -> dict[str, Any]:
    """study, inputs (path -> sha256), parameters, notebooks (path -> sha256), versions (package -> version).

    raw  the study's files (path in its folder -> sha256) as the stages read them, whatever stands there by now
    """
    return {
        "study": study.name,
        "inputs": {f"data/raw/{study.name}/{name}": raw[name] for name in sorted(raw)},
        "parameters": dict(parameters),
        "notebooks": {f"notebooks/{stage.notebook.name}": sha256(stage.notebook) for stage in STAGES},
        "versions": packages.made_with(),
    }


def quoted(name: str) -> float | None:
    """The largest share of an article that the published report of a study quotes, 0 to 1; None where none is noted."""
    try:
        noted = json.loads(store.read_text(store.processed_folder(name) / "manifest.json"))
        return max(noted["quoted"].values(), default=None)
    except (StudyError, ValueError, KeyError, TypeError, AttributeError):
        return None


def source() -> dict[str, Any] | None:
    """commit of the checkout that made the results, and whether it was clean; None where git knows nothing of it.

    It is written down but not compared: a new commit alone makes nothing out of date.
    """
    if _git("rev-parse", "--show-prefix") != "":  # a folder inside some other checkout
        return None
    commit, changed = _git("rev-parse", "HEAD"), _git("status", "--porcelain")
    return None if commit is None or changed is None else {"commit": commit, "clean": not changed}


def _git(*words: str) -> str | None:
    command = ["git", "--no-optional-locks", "-C", str(NOTEBOOKS.parent), *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()
