"""Words of a passage with what they are for and who says them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from helpers.narrative.voices.quoted.saying import Found
from helpers.narrative.voices.reported.told import Told
from helpers.narrative.voices.speakers.persons import Person


@dataclass(frozen=True)
class Spoken:
    """The words ``[start, end)`` of a passage, what they are for, and who says them."""

    start: int
    end: int
    use: str
    found: Found | Told | None
    of: Spoken | None = None
    person: Person | None = None
    certainty: str = "stated"
    note: str | None = None
    deferred: bool = False

    def told(self) -> dict[str, Any]:
        """The columns of tables.VOICES that say who speaks."""
        if self.found is None:
            kind = self.of.kind if self.of else "reporter"
            speaker, person = (self.of.speaker, self.of.person) if self.of else (None, None)
            sure = self.of.certainty if self.of else "stated"
            return _columns(self.use, kind, speaker, person, None, sure, None)
        use = "scare" if self.use == "rejected" else self.use
        if self.use == "rejected":
            return _columns(use, "reporter", None, None, None, "stated", None)
        return _columns(use, self.kind, self.speaker, self.person, self.found.verb, self.certainty, self.note)

    @property
    def speaker(self) -> str | None:
        if self.by_rule:
            return None
        if self.found is not None and self.found.source is not None:
            return self.found.source.written
        return self.person.name if self.person else None

    @property
    def by_rule(self) -> bool:
        """Does a law or a rule say so: the reporter reads it out, and nobody speaks."""
        return self.found is not None and self.found.how == "rule"

    @property
    def kind(self) -> str:
        if self.by_rule:
            return "reporter"
        if self.person:
            return self.person.kind
        return self.found.source.kind if self.found and self.found.source else "unnamed"


def _columns(
    use: str, kind: str, speaker: str | None, person: Person | None, verb: str | None, certainty: str, note: str | None
) -> dict[str, Any]:
    name = person.name if person else None
    return {
        "use": use,
        "kind": kind,
        "speaker": speaker,
        "person": name,
        "verb": verb,
        "certainty": certainty,
        "note": note,
    }
