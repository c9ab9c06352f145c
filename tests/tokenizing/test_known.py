"""Which words a dictionary has, in any of their forms, and which are new or misspelt."""

import pytest

from helpers.tokenizing import known_words


@pytest.mark.parametrize("word", ["어부", "늘어난다", "배상하다", "특허출원", "길러서", "마을에서"])
def test_a_word_of_the_dictionary_is_known_in_any_form(word: str) -> None:
    assert known_words([word]) == {word}


@pytest.mark.parametrize("word", ["느러나다", "양시장", "늘어낳다", "뷁궳", ""])
def test_what_no_dictionary_has_or_is_two_verbs_by_chance_is_not(word: str) -> None:
    assert known_words([word]) == set()
