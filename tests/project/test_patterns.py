"""No pattern of the package takes more than linear time: all that are compiled, on texts pumped to ask the most of each."""

from __future__ import annotations

import re
import signal

import pytest

from made import patterns
from made.patterns import METHODS, Found, package_patterns, worst
from made.sources import PACKAGE

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs POSIX timers")
LENGTH, SECONDS = 8_000, 0.05  # six seconds a megabyte, to be safe on a busy machine; what is quadratic takes more
# quadratic, or slow by the character, and handed no more characters than this by their callers: place -> how many
BOUNDED = {
    "helpers.cleaning.evidence.evidence().between[3][0]": 400,
    "helpers.cleaning.habits.habits().controls": 160,
    "helpers.cleaning.habits.habits().notices": 270,
    "helpers.cleaning.pieces.captions._PHOTO_BY": 60,
    "helpers.cleaning.pieces.captions._CAPTION_END": 60,
    "helpers.bylines._CREDIT": 100,
    "helpers.narrative.grammar.sentence._ENDS": 12,
    "helpers.narrative.voices.uses._SENTENCE_END": 12,
    "uses, in heads": 12,
    "helpers.reporting.korean.particles._NUMBER": 100,
    "particles, in _compatible_sound": 100,
    "helpers.tokenizing.sentence_cuts._LEAD": 40,
    "helpers.cleaning.pieces.edges._BEFORE_TIME": 40,
    "looks, in _fixed": 40,
    "helpers.narrative.voices.quoted.window._BEFORE_MARK": 200,
    "helpers.narrative.voices.quoted.window._LABEL": 200,
    "helpers.narrative.facts.actors.quantities.beside._WORD": 60,
    "window, in named_before": 200,
}
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


def _room(found: Found) -> str:
    """Of a pattern that stands in a call, and of what lies in no room: nothing."""
    room = found.place.split(".")[1] if "." in found.place else ""
    return room if room in ROOMS else ""


@pytest.mark.long
def test_there_are_patterns_to_try() -> None:
    assert len(package_patterns()) > 300


@pytest.mark.long
@pytest.mark.parametrize("room", [*ROOMS, ""])
def test_no_pattern_takes_more_than_linear_time(room: str) -> None:
    slow = {}
    for found in package_patterns():
        if _room(found) != room:
            continue
        length = BOUNDED.get(found.place, LENGTH)
        taken, text = worst(found, length, most=SECONDS)
        if taken >= SECONDS * length / LENGTH and taken > 0.02:
            slow[found.place] = (text, round(taken, 3))
    assert slow == {}


@pytest.mark.long
def test_bounded_patterns_are_there() -> None:
    assert set(BOUNDED) <= {found.place for found in package_patterns()}


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(?:\s?,?\s?\w{0,3}){30}x", r"(가|가가)*나", r"\s*x", r"[0-9]+$"])
def test_a_pattern_that_explodes_or_is_quadratic_is_seen(pattern: str) -> None:
    found = Found("here", re.compile(pattern), frozenset(METHODS))
    assert worst(found, LENGTH, most=SECONDS)[0] >= SECONDS


def test_a_pattern_that_is_only_matched_is_not_searched() -> None:
    found = Found("here", re.compile(r"\s*x"), frozenset({"match"}))
    assert worst(found, LENGTH, most=SECONDS)[0] < SECONDS


@pytest.mark.long
def test_how_a_pattern_is_called_is_seen() -> None:
    used = patterns._methods()
    assert "match" in used["helpers.tokenizing.sentence_cuts _REST_BLANK"]
