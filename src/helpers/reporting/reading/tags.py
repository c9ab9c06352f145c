"""What was seen in a sentence, in a few words below it: its stances, voices and facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from helpers import tables
from helpers.lexicons import words
from helpers.reporting.korean.bounds import bounds_outside
from helpers.reporting.korean.days import has_days
from helpers.reporting.korean.names import (
    AGES,
    CERTAINTIES,
    FACTS,
    NOBODY_FOUND,
    QUOTE_USES,
    STANCE_SIGNS,
    STANCES,
    VOICES,
)


def stance_tag(coding: Mapping[str, Any], labels: Mapping[str, str]) -> Markup:
    stance, note = coding["stance"], coding["note"]
    return Markup('<b class="{}">{} {} · {}{}</b>').format(
        stance,
        STANCE_SIGNS[stance],
        STANCES[stance],
        labels.get(coding["code"], coding["code"]),
        "" if pd.isna(note) else f" ({note})",
    )


def tag(words: str, *, instead: str = "") -> Markup:
    """What was seen in a sentence; ``instead`` says it without the words of the article, should those have to go."""
    return Markup('<span data-else="{}">{}</span>').format(instead, words)


def voice_words(voice: Mapping[str, Any]) -> str:
    if voice["use"] not in tables.GIVEN:
        return f"{QUOTE_USES.get(voice['use'], voice['use'])}: {voice['text']}"
    speaker = "" if pd.isna(voice["speaker"]) else str(voice["speaker"])
    if speaker in words("pronouns", "pointing") and not pd.isna(voice["person"]):
        speaker = str(voice["person"])
    if voice.get("certainty") == "guessed" or not speaker:  # the table of voices has the guess, with its reason
        return VOICES["reporter"] if voice["kind"] == "reporter" else NOBODY_FOUND
    return f"{VOICES.get(voice['kind'], voice['kind'])}: {speaker}{_how_sure(voice)}"


def _how_sure(row: Mapping[str, Any]) -> str:
    """What is said behind a speaker or a fact that the text does not state; "" where it does."""
    name = CERTAINTIES.get(str(row.get("certainty")), "")
    return f" ({name})" if name else ""


def says_how_many(fact: Mapping[str, Any]) -> bool:
    """Is it more than a place in an order or a name (1심, 제103조)."""
    return fact.get("gives") != "order"


def fact_tag(fact: Mapping[str, Any], value: str | None) -> Markup:
    """Its kind and wording, with the days that they come to; without its wording these, or its value."""
    bound, dated = bounds_outside(fact), has_days(fact)
    value = None if dated and not fact["checkable"] else value  # 이날, which leans on another day, and what is planned
    named = "date" if fact["kind"] == "period" and pd.isna(fact["value"]) else fact["kind"]  # 올해 3월 말, 1분기
    kind = AGES.get(str(fact.get("gives"))) or FACTS.get(named, named)
    guess = _how_sure(fact) if fact.get("certainty") == "guessed" else ""
    says_more = dated and value and not _says_as_much(f"{fact['text']}{bound}", value)
    worded = f"{kind}: {fact['text']}{bound}" + (f" ({value})" if says_more else "") + guess
    comes_to = value if dated or not value else f"{value}{bound}"
    return tag(worded, instead=f"{kind}: {comes_to}{guess}" if comes_to else "")


def _says_as_much(text: str, value: str | None) -> bool:
    """Are the words of a fact its value but for a 년 or a sign between two years: 1924∼2001 is 1924~2001년."""
    said, worth = (re.sub(r"[\s년]", "", re.sub(r"[∼〜–-]", "~", one)) for one in (text, value or ""))
    return said == worth
