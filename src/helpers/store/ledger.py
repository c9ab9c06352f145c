"""A list of the files that the program wrote and so may replace or remove; all other files are a person's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from helpers.errors import StudyError
from helpers.store.files import read_bytes, sha256, told, write_text
from helpers.store.folders import check_name, relative, root


def written(study: str) -> dict[str, list[str]]:
    """For each path in the project, the hashes of what the program last wrote there; a damaged list counts as empty."""
    try:
        known = json.loads(read_bytes(_ledger(study)))
        return {str(path): [str(each) for each in hashes] for path, hashes in known.items()}
    except (StudyError, ValueError, AttributeError, TypeError):
        return {}


def note_written(study: str, files: Mapping[Path, str], *, gone: Iterable[str] = ()) -> None:
    """Note the SHA-256 of files before they are written. The hash before it stays, in case the write is killed."""
    known = {path: hashes for path, hashes in written(study).items() if path not in set(gone)}
    for path, new in files.items():
        before = [each for each in known.get(relative(path), []) if each != new]
        known[relative(path)] = [*before[-2:], new]
    write_text(_ledger(study), json.dumps(known, ensure_ascii=False, indent=0, sort_keys=True) + "\n")


def is_ours(study: str, path: Path) -> bool:
    """Is the file as the program wrote it? False for one that a person made or changed."""
    return sha256(path) in written(study).get(relative(path), [])


def keep_aside(path: Path) -> Path:
    """Give a person's file another name, so that the program's can take its place, and return that name."""
    numbers = ("", *(f"-{number}" for number in range(2, 10_000)))
    names = (path.with_name(f"{path.stem}.kept{number}{path.suffix}") for number in numbers)
    kept = next(name for name in names if not name.exists())
    with told(path, "kept aside"):
        path.rename(kept)
    return kept


def _ledger(study: str) -> Path:
    return root() / "data" / "processed" / check_name(study) / ".written.json"
