"""Section 3 of the narrative: in whose voice the article argues."""

from __future__ import annotations

from helpers.reporting.messages import Message, Sentences, message, paragraphs
from helpers.reporting.prose.reading import Reading, is_guess, person_of
from helpers.reporting.prose.rows import key_of
from helpers.reporting.saying import Displayable

_MOST_NAMES = 4
_KINDS = {"reporter": "voices.reporter", "named": "voices.named", "unnamed": "voices.unnamed"}


def in_whose_voice(reading: Reading) -> Displayable:
    """Whose words the evidence is, who is quoted, what is given to nobody.

    Neither evidence nor quotations give an empty displayable.
    """
    return paragraphs(of_evidence(reading), quoted_people(reading), [*nobody(reading), *unsourced(reading)])


def of_evidence(reading: Reading) -> list[Message]:
    """How much of the evidence is the reporter's, how much that of named and of unnamed sources."""
    sizes = {kind: reading.measure("voice", group=kind).n for kind in _KINDS}
    parts = [message(_KINDS[kind], n=n) for kind, n in sizes.items() if n]
    if not parts:
        return []
    if len(parts) == 1:
        alone = {"reporter": "voices.all_reporter", "named": "voices.all_named", "unnamed": "voices.all_unnamed"}
        return [message(next(alone[kind] for kind, n in sizes.items() if n), n=sum(sizes.values()))]
    chosen = [message("voices.evidence", n=sum(sizes.values()), parts=parts)]
    if _only_reporter(reading):
        chosen.append(message("voices.doubt_by_reporter"))
    return chosen


def _only_reporter(reading: Reading) -> bool:
    """Are all sentences that qualify or oppose the reporter's, and are there such."""
    own = [reading.measure("voice", stance=stance, group="reporter") for stance in ("qualifies", "opposes")]
    return any(measure.total for measure in own) and all(measure.n == measure.total for measure in own)


def quoted_people(reading: Reading) -> list[Message]:
    """Who speaks between marks, in how many sentences each, who of them is named; guesses are told apart."""
    speakers = speaking(reading)
    guessed = [row for row in reading.heard if is_guess(row)]
    apart = [message("voices.guessed", where=reading.links(guessed))] if guessed else []
    if not speakers:
        return apart
    sizes = {name: len(where.places) for name, where in speakers.items()}
    ordered = sorted(speakers, key=lambda name: (-sizes[name], speakers[name].places[0]))
    named = named_speakers(reading)
    values = {
        "sentences": len({place for where in speakers.values() for place in where.places}),
        "n": len(speakers),
        "names": [message("voices.person", who=name, n=sizes[name]) for name in ordered[:_MOST_NAMES]],
        "which": _which(len(speakers), len(named)),
    }
    if len(speakers) == 1:
        return [message("voices.one_person", who=ordered[0], **values), *apart]
    return [message("voices.people" if len(speakers) <= _MOST_NAMES else "voices.most_people", **values), *apart]


def speaking(reading: Reading) -> dict[str, Sentences]:
    """By speaker whose words stand between marks, the sentences; what was guessed is left out."""
    rows = [row for row in reading.heard if row["use"] == "speech" and person_of(row) and not is_guess(row)]
    names = dict.fromkeys(person_of(row) or "" for row in rows)
    return {name: reading.links(row for row in rows if person_of(row) == name) for name in names}


def named_speakers(reading: Reading) -> set[str]:
    """Those of ``speaking`` who are named somewhere."""
    named = {person_of(row) for row in reading.heard if row["kind"] == "named" and not is_guess(row)}
    return {name for name in speaking(reading) if name in named}


def _which(n: int, named: int) -> Message:
    key = {n: "voices.with_names", 0: "voices.without_names"}.get(named, "voices.some_without")
    return message(key, n=n - named)


def nobody(reading: Reading) -> list[Message]:
    """Quotations and reported words whose speaker was not found."""
    rows = [row for row in reading.heard if person_of(row) is None and row["kind"] != "reporter"]
    return [message("voices.nobody", n=len({key_of(r) for r in rows}), where=reading.links(rows))] if rows else []


def unsourced(reading: Reading) -> list[Message]:
    """Evaluations that the article passes on without saying whose they are."""
    found = reading.measure("unsourced")
    return [message("voices.unsourced", n=found.n, where=found.sentences)] if found.n else []
