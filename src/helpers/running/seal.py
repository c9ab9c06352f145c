"""A study that nothing has touched since its last run, known at once: one hash over all that goes in and came out.

It only ever says that there is nothing to do. Whatever differs, if only a comment, is left to ``freshness``, which
knows what depends on what, and takes longer to load than all these files take to read.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from helpers import store

PROJECT = Path(__file__).parents[3]
LEFT_OUT = {"seal", "timings.json", ".lock", "__pycache__"}


def seal(study: str, parameters: Mapping[str, Any]) -> None:
    """Note the study as it is: a run with these parameters has just put everything in its place."""
    store.write_text(_place(study), _hash(study, parameters))


def is_sealed(study: str, parameters: Mapping[str, Any]) -> bool:
    """Is everything just as it was when a run with these parameters ended."""
    place = _place(study)
    return place.is_file() and store.read_text(place) == _hash(study, parameters)


def _place(study: str) -> Path:
    return store.processed_folder(study) / ".run" / "seal"


def _hash(study: str, parameters: Mapping[str, Any]) -> str:
    total = hashlib.sha256(f"{platform.python_version()} {sorted(parameters.items())}".encode())
    total.update((PROJECT / "requirements.lock").read_bytes())
    for folder in (PROJECT / "notebooks", PROJECT / "src", *_of_study(study)):
        for path in _files(folder):
            total.update(b"\0" + path.relative_to(folder).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _of_study(study: str) -> tuple[Path, Path, Path]:
    return store.raw_folder(study), store.processed_folder(study), store.report_folder(study)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and LEFT_OUT.isdisjoint(path.relative_to(folder).parts):
            yield path
