"""Cite a sentence of the article: say whose words it holds, and choose the words between the marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from helpers.bylines import byline_end
from helpers.reporting.messages import Message, message
from helpers.reporting.prose.excerpts import excerpt, is_saying, is_sentence
from helpers.reporting.prose.reading import Key, Reading, Row, is_given, person_of
from helpers.reporting.prose.rows import absent, key_of
from helpers.spans import spans_in

_AS_SENTENCE = {"title": "cited.title", "article": "cited.article", "speaker": "cited.speaker"}
_AS_ONLY = {"title": "cited.only_title", "article": "cited.only_article", "speaker": "cited.only_speaker"}
_AS_ITEM = {"title": "cited.item_title", "article": "cited.item_article", "speaker": "cited.item_speaker"}
_OF = {"supports": "cited.supports", "qualifies": "cited.qualifies", "opposes": "cited.opposes"}
MOST_AGAINST = 2
_STEM = 2  # letters of a word that stay as it is inflected, as a rule: 흔들린다, 흔들려
ROOM = 0.17  # of an article's characters that the narrative quotes: what is quoted is quoted whole, in every report


def example(reading: Reading, claim: str) -> list[Message]:
    """The sentence that represents a claim, in a sentence that says whose words it holds; [] if none is quoted.

    A sentence that would only be named by its number says nothing: the table has them all. Where the claim has
    sentences of several stances, it is said of which the example is.
    """
    row = _chosen(reading)[0].get(claim)
    if row is None:
        return []
    kind, values = _whose(reading, row)
    if reading.bearing(claim) == 1:
        return [message(_AS_ONLY[kind], where=reading.links([row]), **values)]
    mixed = sum(n > 0 for n in reading.counts(claim).values()) > 1
    of = message(_OF[row["stance"]] if mixed else "cited.for_instance")
    return [message(_AS_SENTENCE[kind], of=of, where=reading.links([row]), **values)]


def listed(reading: Reading, rows: Sequence[Row]) -> list[Message]:
    """Those of some sentences that are quoted, as the items of a list: "문장 3의 “…”"."""
    chosen = [(row, *_whose(reading, row)) for row in rows if key_of(row) in quotable(reading)]
    return [message(_AS_ITEM[kind], where=reading.links([row]), **values) for row, kind, values in chosen]


def opposing(reading: Reading, stance: str) -> list[Row]:
    """A few sentences of a stance, in the order of the article: of the body, that can be quoted.

    A sentence that also has another stance stands for none.
    """
    mixed = {key_of(coding) for coding in reading.coded if coding["stance"] not in (stance, "context")}
    rows = [row for row in reading.of_stance(stance) if key_of(row) not in mixed]

    def order(row: Row) -> tuple[object, ...]:
        beside, alone = row["section"] != "body", _whose(reading, row)[0] == "place"
        return beside, alone, _is_doubtful(reading, row), *_weakness(reading, row)

    return sorted(sorted(rows, key=order)[:MOST_AGAINST], key=key_of)


def quotable(reading: Reading) -> set[Key]:
    """The sentences that the narrative quotes: a doubt of each stance, an example of each claim, other doubts."""
    return _chosen(reading)[1]


@lru_cache(maxsize=1)
def _chosen(reading: Reading) -> tuple[dict[str, Row], set[Key]]:
    """For each claim the sentence that is quoted for it, and all that are quoted; none is quoted twice."""
    room = ROOM * reading.sentences.groupby("article_id")["text"].agg(lambda texts: texts.str.len().sum())
    quoted: set[Key] = set()

    def take(row: Row) -> bool:
        kind, values = _whose(reading, row)
        place = key_of(row)
        if kind == "place" or place in quoted or len(values["words"]) > room[place[0]]:
            return False
        room[place[0]] -= len(values["words"])
        quoted.add(place)
        return True

    doubts = [opposing(reading, stance) for stance in ("opposes", "qualifies")]
    for rows in doubts:
        next(filter(take, rows), None)
    found = {claim: next(filter(take, _candidates(reading, claim)), None) for claim in reading.claims}
    for row in (row for rows in doubts for row in rows):
        take(row)
    return {claim: row for claim, row in found.items() if row is not None}, quoted


def _whose(reading: Reading, row: Row) -> tuple[str, dict[str, Any]]:
    """Title, article or a speaker, as the evidence has it, and the words that are cited; else the place alone.

    If the text itself does not say whose the words are, the whole sentence is cited and nobody is named.
    """
    text = str(row["text"])
    if row["section"] == "title":
        return "title", {"words": text[byline_end(text) :]}
    if row["section"] != "body":  # what stands beside the text or above it is seldom a sentence
        return "place", {}
    speech = next((v for v in _voices(reading, row) if v["use"] == "speech" and v["kind"] == row["voice"]), None)
    who = person_of(speech) if speech is not None and is_given(speech) else None
    if row["voice"] == "reporter" or speech is None or who is None:
        words = excerpt(text) if is_sentence(text) else None
        return ("place", {}) if words is None else ("article", {"words": words})
    words = excerpt(str(speech["text"])) if is_saying(str(speech["text"])) else None
    return ("place", {}) if words is None else ("speaker", {"words": words, "who": reading.called(who, speech)})


def _candidates(reading: Reading, claim: str) -> list[Row]:
    """The sentences that can represent a claim by its first stance: those first that have most of its words.

    None is doubtful, none is without a word of the claim, and none bears on other claims, too, unless all do.
    """
    stance = next((stance for stance, n in reading.counts(claim).items() if n), None)
    stems = {word[:_STEM] for word in reading.codebook.claims[claim].split() if len(word) >= _STEM}
    shared = {key_of(row): sum(stem in str(row["text"]) for stem in stems) for row in reading.bearings}

    def order(row: Row) -> tuple[object, ...]:
        return row["section"] != "body", -shared[key_of(row)], *_weakness(reading, row)

    rows = reading.of_stance(stance, claim) if stance else []
    rows = [row for row in rows if shared[key_of(row)] and not _is_doubtful(reading, row)]
    claims = Counter(key_of(own) for own in reading.bearings)
    return sorted([row for row in rows if claims[key_of(row)] == 1] or rows, key=order)


def _is_doubtful(reading: Reading, row: Row) -> bool:
    """Was its stance turned, do its words stand beside a denial, or has it another stance on this or another claim?"""
    own = [coding for coding in reading.coded if key_of(coding) == key_of(row) and coding["stance"] != "context"]
    denied = any(not absent(coding[by]) for coding in own for by in ("turned_by", "denied_by"))
    return denied or any(coding["stance"] != row["stance"] for coding in own)


def _weakness(reading: Reading, row: Row) -> tuple[object, ...]:
    """Less where more codes of its claim hold, and by more words."""
    return -len(row["codes"]), -len(spans_in(row["matched_spans"])), key_of(row)


def _voices(reading: Reading, row: Row) -> list[dict[str, Any]]:
    """The voices of a sentence that hold words coded on its claim, or all where no span is known.

    First the one that holds most of them; of several, the longest.
    """
    here = [voice for voice in reading.attributed if key_of(voice) == key_of(row)]
    spans = spans_in(row["matched_spans"])
    held = {n: sum(start < v["end"] and v["start"] < end for start, end in spans) for n, v in enumerate(here)}
    order = sorted(held, key=lambda n: (-held[n], here[n]["start"] - here[n]["end"]))
    return [here[n] for n in order if held[n] or not spans]
