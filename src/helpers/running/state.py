"""What each step of a study's last run depended on and made, as hashes, in one small file.

The file is a cache: what cannot be read is as if it had never been, and the next run makes everything anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpers import store
from helpers.errors import StudyError

FORM = 1


@dataclass(frozen=True)
class Note:
    """One step: name -> hash or value of what it depended on, from before it ran; path -> hash of what it made."""

    inputs: Mapping[str, str]
    outputs: Mapping[str, str]


@dataclass
class State:
    """The notes of a study, by step; ``packages`` are the versions, under one hash of what was installed then."""

    path: Path
    notes: dict[str, Note] = field(default_factory=dict)
    packages: tuple[str, dict[str, str]] = ("", {})
    damaged: bool = False

    @classmethod
    def read(cls, path: Path) -> State:
        """The notes in the file; none, and ``damaged``, if it is not as it was written."""
        if not path.is_file():
            return cls(path)
        try:
            known = json.loads(store.read_text(path))
            if known["form"] != FORM:
                return cls(path)
            notes = known["notes"].items()
            read = {name: Note(_texts(note["inputs"]), _texts(note["outputs"])) for name, note in notes}
            return cls(path, read, (str(known["installed"]), _texts(known["packages"])))
        except (StudyError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls(path, damaged=True)

    def note(self, name: str, note: Note | None) -> None:
        """Put the note of a step in its place, or take it away, and write the file."""
        if note is None:
            self.notes.pop(name, None)
        else:
            self.notes[name] = note
        self.write()

    def write(self) -> None:
        known = {
            "form": FORM,
            "installed": self.packages[0],
            "packages": self.packages[1],
            "notes": {name: {"inputs": dict(n.inputs), "outputs": dict(n.outputs)} for name, n in self.notes.items()},
        }
        store.write_text(self.path, json.dumps(known, ensure_ascii=False, indent=0) + "\n")

    def move(self, before: str, after: str) -> None:
        """What was made lies below another folder now: each path that begins with ``before`` begins with ``after``."""
        for name, note in self.notes.items():
            outputs = {after + path.removeprefix(before): sha256 for path, sha256 in note.outputs.items()}
            self.notes[name] = Note(note.inputs, outputs)

    def versions(self) -> dict[str, str]:
        """The versions of the packages that results can depend on; looked up only if what is installed has changed."""
        from helpers.running import packages

        installed = packages.installed()
        if self.packages[0] != installed:
            self.packages = (installed, packages.versions())
        return self.packages[1]


def _texts(known: Mapping[Any, Any]) -> dict[str, str]:
    return {str(name): str(value) for name, value in known.items()}
