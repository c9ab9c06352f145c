"""``study run --check``: would a run now change the results that are committed or that an earlier run published?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from helpers import store
from helpers.errors import StudyError
from helpers.running import published, results
from helpers.running.differing import differences, in_words


def would_change(name: str, made: Path) -> tuple[str, ...]:
    """What would change if the run in the folder ``made`` were published, a line for each change; nothing is written.

    First come the differences, in words, from the results that are committed, or else from those that are published.
    Then come the paths of files that would change, if a report is published at all: a fresh clone has only the results
    that git keeps. The commit that a manifest names is not compared.
    """
    kept = results.committed(name)
    before = kept or results.read(store.report_folder(name) / results.FILE)
    after = results.read(made / "report" / results.FILE)
    said = in_words(differences(before, after)) if before and after else []
    if kept and not (store.report_folder(name) / "report.html").is_file():
        return tuple(said)
    manifest = store.processed_folder(name) / "manifest.json"
    files = [path for path in published.changes(name, made) if path != store.relative(manifest)]
    if _without_source(made / "manifest.json") != _without_source(manifest):
        files.append(store.relative(manifest))
    return (*said, *files)


def _without_source(path: Path) -> dict[str, Any]:
    try:
        known = json.loads(store.read_text(path)) if path.is_file() else {}
    except (ValueError, StudyError):
        known = {}
    return {key: value for key, value in known.items() if key != "source"} if isinstance(known, dict) else {}
