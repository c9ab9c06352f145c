"""``study run --check``: would the results that are there, committed or from an earlier run, come out otherwise now."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Any

from helpers import store
from helpers.errors import StudyError
from helpers.running import published


def would_change(name: str, made: Path) -> tuple[str, ...]:
    """What publishing the run in the folder ``made`` would change, a line each; nothing is written.

    Files are named by their paths; changed findings follow as they were (-) and would be (+). Of the manifest, the
    commit that the results were made at does not count.
    """
    manifest = store.processed_folder(name) / "manifest.json"
    lines = [path for path in published.changes(name, made) if path != store.relative(manifest)]
    if _without_source(made / "manifest.json") != _without_source(manifest):
        lines.append(store.relative(manifest))
    return (*lines, *_findings(made, store.processed_folder(name)))


def _without_source(path: Path) -> dict[str, Any]:
    try:
        known = json.loads(store.read_text(path)) if path.is_file() else {}
    except (ValueError, StudyError):
        known = {}
    return {key: value for key, value in known.items() if key != "source"} if isinstance(known, dict) else {}


def _findings(made: Path, place: Path) -> list[str]:
    now, before = (_sentences(path / "findings.parquet") for path in (made / "tables", place))
    return [line for line in difflib.ndiff(before, now) if line[0] in "-+"] if before else []


def _sentences(path: Path) -> list[str]:
    try:
        return list(store.read_table(path, "findings")["text"]) if path.is_file() else []
    except StudyError:  # damaged: that it would change has been said
        return []
