"""Particles and endings that a text sets off by a space."""

from __future__ import annotations

import pytest

from made.voices import said


@pytest.mark.parametrize(
    ("text", "person", "words"),
    [
        ("국립하늘연구소 HSI 는 둑을 높이겠다고 밝혔다.", "국립하늘연구소 HSI", "둑을 높이겠다"),
        ("오세라 소장은 둑을 높일 예정이다 고 설명했다.", "오세라 소장", "둑을 높일 예정이다"),
        ("오세라 소장은 결정된 것이 아니다 는 입장이다.", "오세라 소장", "결정된 것이 아니다"),
        ("오세라 소장은 둑을 높이겠다 말했다.", "오세라 소장", "둑을 높이겠다"),
        (
            "오세라 소장은 둑을 높일 것이다 며 길도 넓히겠다 약속했다.",
            "오세라 소장",
            "둑을 높일 것이다 며 길도 넓히겠다",
        ),
    ],
)
def test_what_is_set_off_is_read_with_what_it_belongs_to(text: str, person: str, words: str) -> None:
    ((_, _, who, told),) = said(text)
    assert (who, told) == (person, words)


def test_a_word_of_one_letter_stays_what_it_is() -> None:
    assert said("오세라 소장은 물이 는 논을 둘러봤다.") == []
    assert said("배는 은 도금이 벗겨졌다.") == []
