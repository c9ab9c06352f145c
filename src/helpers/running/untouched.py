"""Find out that a run has nothing to do by one hash over all that it could read or has made, without parsing anything.

The hash covers more than any stage depends on: if it is the same, all is fresh; if not, ``freshness`` has to decide.
Nothing here needs pandas, pydantic or a kernel.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from helpers import store
from helpers.errors import StudyError
from helpers.running import modules, packages
from helpers.running.options import DEFAULTS, Options
from helpers.running.result import RunResult
from helpers.stages import STAGES

NOTED = "untouched"
# what each run writes and no result depends on
OWN = (".lock", "timings.json", NOTED)
LARGEST = 2_000_000_000


def untouched(study: str, parameters: Mapping[str, Any] | None = None, options: Options = DEFAULTS) -> RunResult | None:
    """The result of a run that has nothing to do; None if something may have changed since the last one."""
    if options.wants_more_than_fresh:
        return None
    try:
        noted = store.read_text(_file(study)) if _file(study).is_file() else ""
        if not noted or _reaches_out(study) or noted != fingerprint(study, parameters):
            return None
    except StudyError:  # it is told where it is looked into
        return None
    return RunResult(study, store.report_folder(study) / "report.html", ())


def note(study: str, found: str) -> None:
    """Note the hash that was taken of a study before it was found to be fresh."""
    with suppress(StudyError):  # a full disk: the next run looks into everything
        store.write_text(_file(study), found)


def fingerprint(study: str, parameters: Mapping[str, Any] | None = None) -> str:
    """One hash over the study's files, what the last run made, notebooks, code, packages and the parameters given."""
    total = hashlib.sha256()
    asked = json.dumps(dict(parameters or {}), sort_keys=True, default=repr)
    for text in (asked, packages.installed(), *_code()):
        total.update(f"{text}\0".encode("utf-8", "surrogateescape"))
    for path in _files(study):
        total.update(f"{store.relative(path)} {_content(path)}\0".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def _reaches_out(study: str) -> bool:
    """Is a folder of the study a link? Its files are not in the hash, but a stage may read them."""
    return any(path.is_symlink() and path.is_dir() for path in store.raw_folder(study).rglob("*"))


def _content(path: Path) -> str:
    """The file's hash, or its size and time if it is so large that no stage reads it or may not be read.

    A stray file that may not be read does no harm; a stage that needs the file says so.
    """
    known = path.stat() if path.is_file() else None
    if not known or known.st_size <= LARGEST:
        with suppress(StudyError):
            return str(store.sha256(path))
    return f"{known.st_size} {known.st_mtime_ns}" if known else "nothing"


def _code() -> Iterator[str]:
    rooms = sorted(path.parent.name for path in modules.PACKAGE.glob("*/__init__.py"))
    for name, digest in modules.digests(rooms).items():
        yield f"{name} {digest}"


def _files(study: str) -> Iterator[Path]:
    """All files that a person wrote, the run made or it published; a person's own files in reports/ are left out."""
    made = store.processed_folder(study)
    yield from (modules.PACKAGE / "stages.py", *(stage.notebook for stage in STAGES))
    for folder in (store.raw_folder(study), made):
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name not in OWN)
    yield from map(store.root().joinpath, sorted(store.written(study)))
    index = store.root() / "reports" / "index.html"
    yield from () if index.is_file() else (index,)  # what it says of other studies is theirs


def _file(study: str) -> Path:
    return store.processed_folder(study) / ".run" / NOTED
