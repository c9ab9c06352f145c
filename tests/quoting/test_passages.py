"""A part of a sentence that is shown holds all that turns or bounds its words; every sentence is invented."""

from __future__ import annotations

import pytest

from helpers.quoting.passages import Passages
from helpers.tokenizing import tokenize
from made.sentences import sentence_table


def parts(text: str, word: str, *, section: str = "body") -> list[str]:
    sentences = sentence_table(text, start=7, section=section)
    row = sentences.iloc[0].to_dict()
    start = 7 + text.index(word)
    found = Passages(sentences, tokenize(sentences, "kiwi")).of(row, [(start, start + len(word))])
    return [text[first - 7 : last - 7] for first, last in found]


def test_a_clause_in_front_that_is_only_set_beside_the_rest_can_go() -> None:
    text = "산골 약방은 봄부터 문을 닫고 읍내 병원은 겨울까지 간호사를 두지 않는다."
    assert parts(text, "간호사") == [text, "읍내 병원은 겨울까지 간호사를 두지 않는다."]
    assert parts(text, "약방") == [text]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("산골 군은 약사를 하루빨리 확보해야 하지만 아직 논의를 시작하지 못했다.", "논의"),
        ("모진 추위 속에서도 산골 마을에 머물며 웃음을 지켰던 젊은 약사가 떠난다.", "웃음"),
        ("약방이 문을 닫고 젊은 사람이 모두 떠난 산골 마을에 눈이 내린다.", "사람"),
        ("산골에 눈이 많이 쌓이면서 읍내 병원으로 가는 길이 자주 끊어진다.", "길이"),
        ("산골에 눈이 많이 쌓이면 읍내 병원으로 가는 길이 자주 끊어진다.", "길이"),
        ("산골에 약사가 한 사람도 없어서 읍내 병원으로 가는 길이 붐빈다.", "길이"),
        ("산골 약방(봄부터 문을 닫고 짐을 옮긴 곳)은 올해 다시 열지 않는다.", "다시"),
    ],
)
def test_what_turns_or_conditions_the_rest_and_what_stands_in_marks_is_not_parted(text: str, word: str) -> None:
    assert parts(text, word) == [text]


def test_what_somebody_says_can_stand_with_the_verb_of_saying_and_whole() -> None:
    text = "산골을 찾은 나루군 군수는 “약방 문을 닫고 읍내 병원을 넓히지는 않겠다”고 말했다."
    assert parts(text, "병원") == [text, "“약방 문을 닫고 읍내 병원을 넓히지는 않겠다”고 말했다."]
    assert parts(text, "산골") == [text]


def test_a_byline_is_no_part_of_a_sentence() -> None:
    assert parts("[나루신문 박하늘 기자] 산골 약방이 문을 닫는다.", "약방") == ["산골 약방이 문을 닫는다."]


def test_the_credit_of_a_picture_is_no_part_of_its_caption() -> None:
    text = "산골 약방이 문을 닫은 뒤의 모습. /박하늘 기자"
    assert parts(text, "약방", section="caption") == ["산골 약방이 문을 닫은 뒤의 모습."]
    assert parts(text, "약방") == [text]


def test_without_tokens_a_sentence_is_whole() -> None:
    sentences = sentence_table("산골 약방은 문을 닫고 읍내 병원은 남는다.", start=7)
    row = sentences.iloc[0].to_dict()
    assert Passages(sentences, None).of(row, [(30, 32)]) == [(row["start"], row["end"])]
