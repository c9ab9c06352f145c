"""Section 3 of the narrative: in whose voice the article argues."""

from __future__ import annotations

from collections.abc import Mapping

from helpers.lexicons import words
from helpers.reporting.messages import Message, Sentences, message, paragraphs
from helpers.reporting.prose.parts import shares_of
from helpers.reporting.prose.reading import Measure, Reading, is_guess, person_of
from helpers.reporting.prose.rows import absent, key_of
from helpers.reporting.saying import Displayable

MOST_NAMES = 4


def in_whose_voice(reading: Reading) -> Displayable:
    """Whose words the evidence is, who is quoted, who was guessed, what is given to nobody.

    Neither evidence nor quotations give an empty displayable.
    """
    return paragraphs(
        of_evidence(reading), [*quoted_people(reading), *unsure(reading)], [*nobody(reading), *unsourced(reading)]
    )


def of_evidence(reading: Reading) -> list[Message]:
    """Whether the evidence is the article's own words or its sources', and which of these have no name."""
    reporter, sources = whose(reading)
    if not reporter + sources:
        return []
    if not sources:
        return [message("voices.all_reporter")]
    if not reporter:
        return [message("voices.all_sources"), *_unnamed(reading)]
    shares = shares_of({"voices.reporter": reporter, "voices.sources": sources})
    return [message("voices.evidence", shares=shares), *_unnamed(reading)]


def whose(reading: Reading) -> tuple[int, int]:
    """How many sentences of evidence are the article's own words, and how many a source's."""
    sizes = {kind: reading.measure("voice", group=kind).n for kind in ("reporter", "named", "unnamed")}
    return sizes["reporter"], sizes["named"] + sizes["unnamed"]


def _unnamed(reading: Reading) -> list[Message]:
    """The sentences whose source has no name, by the table's kind; of one not found, or guessed, nothing is said."""
    guessed = {(key_of(voice), voice["speaker"]) for voice in reading.attributed if is_guess(voice)}
    unnamed = [row for row in reading.bearings if row["voice"] == "unnamed" and not absent(row["speaker"])]
    told = [row for row in unnamed if str(row["speaker"]) not in words("pronouns", "pointing")]
    where = reading.links(row for row in told if (key_of(row), row["speaker"]) not in guessed)
    if where.places and not reading.measure("voice", group="named").n:
        return [message("voices.no_name")]
    return [message("voices.unnamed", where=where)] if where.places else []


def quoted_people(reading: Reading) -> list[Message]:
    """To whom the body gives words between marks, who speaks most first, and that none of them has a name."""
    speakers = speaking(reading)
    if not speakers:
        return []
    all_named = len(speakers) <= MOST_NAMES + 1  # 등 for a single one would hide whom there is room to name
    shown = list(speakers)[: len(speakers) if all_named else MOST_NAMES]
    names = [reading.called(name) for name in shown]
    complete = all_named and not _others_guessed(reading, speakers)  # who is named nowhere counts as one of 등
    opening = message("voices.people" if complete else "voices.most_people", names=names)
    named = reading.measure("speakers", group="named").n
    told = opening if named else message("voices.nameless", opening=opening)
    near = [reading.called(name) for name in shown if is_inferred(reading, name)]
    return [told, message("voices.inferred", names=near)] if near else [told]


def _others_guessed(reading: Reading, speakers: Mapping[str, Measure]) -> bool:
    """Was somebody guessed to have said words between marks who is none of the speakers?"""
    guessed = (voice for voice in reading.attributed if voice["use"] == "speech" and is_guess(voice))
    return any((who := person_of(voice)) and who not in speakers for voice in guessed)


def is_inferred(reading: Reading, person: str) -> bool:
    """Is a speaker given none of his words in so many words: only (그는) 덧붙였다 behind another sentence?"""
    own = [voice for voice in reading.attributed if voice["use"] == "speech" and person_of(voice) == person]
    return bool(own) and not any(voice.get("certainty", "stated") == "stated" for voice in own)


def speaking(reading: Reading) -> dict[str, Measure]:
    """By speaker to whom the body gives words between marks, in how many sentences; guesses are left out."""
    return reading.groups("speaker")


def unsure(reading: Reading) -> list[Message]:
    """The sentences with a speaker who was guessed."""
    found = reading.measure("voice_certainty", group="guessed").sentences
    return [message("voices.guessed", where=found)] if found.places else []


def nobody(reading: Reading) -> list[Message]:
    """Quotations and reported words whose speaker was not found."""
    found = reading.measure("nobody")
    return [message("voices.nobody", where=found.sentences)] if found.n else []


def unsourced(reading: Reading) -> list[Message]:
    """Evaluations that the article passes on without saying whose they are, but for those named before as nobody's."""
    told = set(reading.measure("nobody").sentences.places)
    places = tuple(place for place in reading.measure("unsourced").sentences.places if place not in told)
    return [message("voices.unsourced", where=Sentences(places, reading.several))] if places else []
