"""Every message of the catalogues with many numbers and odd words: what an editor would strike out never comes."""

import re
from typing import Any

import pytest

from helpers.reporting.messages import Message, Sentences, catalogue, worded
from helpers.reporting.messages.formatting import FORMATTERS

NUMBERS = (0, 1, 2, 7, 20, 23)
WORDS = ("섬", "바다", "서울", "▲", "IBM", "AI", "5G", "3", "12%", "그가 “간다”고 했다.", "말(馬)", "①", "→")
PLACES = Sentences((("harbour", 3), ("harbour", 7)))
LISTED = {"list", "commas"}
OWN = {"verdict", "opening", "balance", "doubts", "which", "stance"}  # messages of our own within messages
NUMBERED = re.compile(
    r"하나|첫째|%|\.\d|unit|문장|사람|명|번|개|편|줄|군데|가지|코드|주장|낱말|무리|곳|[a-z ]+/[a-z ]+|~.*"
)
ODD = re.compile(
    r"은\(는\)|\(은\)는|이\(가\)|을\(를\)|과\(와\)|\(으\)|\(이\)|\bnan\b|<NA>|Message\(|[2-9]사람|\d낱말|\d주장|\d무리|  | \.|\.\.|,\.|"
    r"\b(?:한|두|세|네) 개(?=[가 ]*(?:있|이|다|로|,))"
)


def value(language: str, name: str, spec: str | None, n: int, word: str) -> Any:
    """A value of the kind that the steps of a field ask for."""
    steps = [step.partition(" ")[0] for step in (spec or "").split("|")]
    if name in OWN:
        return "이렇다"
    if name == "where":
        return PLACES
    if LISTED & set(steps):
        return [word, "등대"]
    if steps[0] in ("day", "moment"):
        return "2026-01-07T05:00+09:00"
    numbered = NUMBERED.fullmatch(steps[0] if language == "ko" else (spec or ""))
    return n if numbered or name in ("n", "low", "high", "reporter", "named", "unnamed") else word


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("n", NUMBERS)
def test_every_message_is_whole_with_any_number_and_any_word(language: str, n: int) -> None:
    formatter = FORMATTERS[language]()
    for key, template in catalogue(language).items():
        for word in WORDS:
            fields = [(name, spec) for _, name, spec, _ in formatter.parse(template) if name is not None]
            said = worded(Message(key, {f: value(language, f, spec, n, word) for f, spec in fields}), language)
            assert not ODD.search(said.striptags()), f"{key}: {said}"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_wording_names_a_number_of_its_own_twice_or_ends_in_two_stops(language: str) -> None:
    for key, template in catalogue(language).items():
        assert template == template.strip() and ".." not in template, key
        assert not re.search(r"[\"']\s*$|\(\s|\s\)", template), key


def test_how_many_of_how_many_is_written_in_figures_however_few() -> None:
    few = worded(Message("method.coded", {"all": 7, "n": 2, "codings": 3}))
    many = worded(Message("method.coded", {"all": 14, "n": 2, "codings": 3}))
    assert "7문장 가운데 2문장" in few and "3번" in few
    assert "14문장 가운데 2문장" in many and "3번" in many
