"""Lines of the command in columns, whichever language is spoken."""

import pytest

from helpers.cli.telling import padded


@pytest.mark.parametrize(("language", "told"), [("C", "never run   "), ("ko_KR.UTF-8", "돌린 적 없음")])
def test_a_word_fills_its_places_of_a_screen_in_both_languages(
    language: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    assert padded("never run", 12) == told
    assert padded("2026-01-07", 12) == "2026-01-07  "
