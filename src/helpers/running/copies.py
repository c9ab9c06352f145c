"""The notebooks in a project of one's own: copies of the program's, to be run in Lab and to be changed.

``study lab`` makes them. A copy that a person changed belongs to that person: it stays as it is, and runs use it in
place of the program's notebook. A copy that was only run, or set to another study, is renewed with the program.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from helpers import stages, store
from helpers.errors import StudyError

RECORD = ".copies.json"  # beside the copies: their names, and the digest of each as it was laid out
GUIDE = "codebook.md"  # what a new codebook, and every fault in one, points to
EXAMPLE = "accumulation"  # the study that the program's own notebooks name
FIRST = "내연구"  # the study that the guide has a newcomer make
_STUDY = re.compile(r'(?<=^study: str = ")[^"]*(?=")', re.MULTILINE)
_STUDY_IN_FILE = re.compile(r'(study: str = \\")([^"\\]*)(\\")')


def lay_out(folder: Path) -> list[Path]:
    """Copy the notebooks and their guides into ``folder``/notebooks and return what was written.

    Copies name a study of the project. A file that a person made or changed is left alone, as are the program's own.
    """
    place = folder / "notebooks"
    if place.resolve() == stages.NOTEBOOKS.resolve():
        return []
    known, written, names = _record(place), [], store.study_names()
    for source in sorted([*stages.NOTEBOOKS.glob("*.ipynb"), *stages.NOTEBOOKS.glob("*.md")]):
        copy = place / source.name
        if copy.exists() and known.get(copy.name) != _digest(copy):
            continue
        study, before = _named_in(copy), known.get(copy.name)
        chosen = study if study in names else (*names, FIRST)[0]
        text = _naming(store.read_text(source), chosen)
        if not copy.exists() or before != _digest_of(copy.name, text) or study not in (chosen, None):
            store.write_text(copy, text)
            written.append(copy)
        known[copy.name] = _digest_of(copy.name, text)
    if written:
        _write_record(place, known)
    return written


def lay_out_guide(folder: Path) -> None:
    """Copy the page on how a codebook is written into ``folder``/notebooks, if it is not there yet.

    A file of a person's own that has its name is left alone. ``study lab`` renews the copy with the others.
    """
    copy = folder / "notebooks" / GUIDE
    if not copy.exists():
        text = store.read_text(stages.NOTEBOOKS / GUIDE)
        store.write_text(copy, text)
        known = {**_record(copy.parent), GUIDE: _digest_of(GUIDE, text)}
        _write_record(copy.parent, known)


def edited(folder: Path) -> dict[str, Path]:
    """Name -> path of the copies that a person changed: another text of a cell, not outputs, not the study's name."""
    place = folder / "notebooks"
    return {
        Path(name).stem: place / name
        for name, laid_out in sorted(_record(place).items())
        if name.endswith(".ipynb") and (place / name).is_file() and _digest(place / name) != laid_out
    }


def use_edited() -> None:
    """From now on the stages of this process are the project's notebooks, where a person changed one."""
    home = store.find_root()
    stages.use(edited(home) if home else {})


def _record(place: Path) -> dict[str, str]:
    if not (place / RECORD).is_file():
        return {}
    with suppress(StudyError, ValueError, AttributeError):
        return {str(name): str(digest) for name, digest in json.loads(store.read_text(place / RECORD)).items()}
    return {}


def _write_record(place: Path, known: dict[str, str]) -> None:
    store.write_text(place / RECORD, json.dumps(known, indent=0, sort_keys=True) + "\n")


def _named_in(copy: Path) -> str | None:
    """The study that a notebook names."""
    found = _STUDY_IN_FILE.search(store.read_text(copy)) if copy.exists() else None
    return found.group(2) if found else None


def _naming(text: str, study: str) -> str:
    named = _STUDY_IN_FILE.sub(rf"\g<1>{study}\g<3>", text)
    return named.replace(f"/{EXAMPLE}/", f"/{study}/").replace(f"`study run {EXAMPLE}`", f"`study run {study}`")


def _digest(path: Path) -> str:
    return _digest_of(path.name, store.read_text(path))


def _digest_of(name: str, text: str) -> str:
    """The digest of what a person may change: the cells' texts without the study's name; of a guide, the whole text."""
    parts = "\0".join(_cells(text)) if name.endswith(".ipynb") else text
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()


def _cells(text: str) -> Iterator[str]:
    try:
        for cell in json.loads(text)["cells"]:
            yield f"{cell['cell_type']} {_STUDY.sub('', ''.join(cell['source']))}"
    except (ValueError, KeyError, TypeError):  # no notebook any more: whoever wrote it, it is not ours
        yield text
