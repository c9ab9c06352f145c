"""Section 3 of the narrative: in whose voice the article argues."""

from __future__ import annotations

from helpers.reporting.messages import Message, message, paragraphs
from helpers.reporting.prose.reading import Measure, Reading
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
    guessed = reading.measure("voice_certainty", group="guessed")
    apart = [message("voices.guessed", where=guessed.sentences)] if guessed.n else []
    if not speakers:
        return apart
    names = [message("voices.person", who=name, n=own.n) for name, own in speakers.items()]
    values = {
        "sentences": next(iter(speakers.values())).total,
        "n": len(speakers),
        "names": names[:_MOST_NAMES],
        "which": _which(len(speakers), named_speakers(reading)),
    }
    if len(speakers) == 1:
        return [message("voices.one_person", who=next(iter(speakers)), **values), *apart]
    return [message("voices.people" if len(speakers) <= _MOST_NAMES else "voices.most_people", **values), *apart]


def speaking(reading: Reading) -> dict[str, Measure]:
    """By speaker whose words stand between marks, in how many sentences; what was guessed is left out."""
    return reading.groups("speaker")


def named_speakers(reading: Reading) -> int:
    """How many of ``speaking`` are named somewhere."""
    return reading.measure("speakers", group="named").n


def _which(n: int, named: int) -> Message:
    key = {n: "voices.with_names", 0: "voices.without_names"}.get(named, "voices.some_without")
    return message(key, n=n - named)


def nobody(reading: Reading) -> list[Message]:
    """Quotations and reported words whose speaker was not found."""
    found = reading.measure("nobody")
    return [message("voices.nobody", n=found.n, where=found.sentences)] if found.n else []


def unsourced(reading: Reading) -> list[Message]:
    """Evaluations that the article passes on without saying whose they are."""
    found = reading.measure("unsourced")
    return [message("voices.unsourced", n=found.n, where=found.sentences)] if found.n else []
