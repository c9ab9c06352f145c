"""Marks that are typed apart, quotations over two lines of a deck, names in single marks; every sentence is invented."""

from __future__ import annotations

import pytest

from made.sentences import sentence_table
from made.voices import SPEECH, TERM, TITLE, heard, voices_of


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_over_two_lines_of_a_deck_is_one(marks):
    lines = (f"진행자 김하늘 {marks[0]}출연자들 덕에", f"더 높은 인기 얻어{marks[1]}", "가수 박바다는 떠나")
    found = voices_of(sentence_table(*lines, section="deck", paragraphs=(1, 2, 3)))
    assert found["text"].tolist() == ["출연자들 덕에", "더 높은 인기 얻어"]
    assert found["continues"].tolist() == [False, True]
    assert set(found["person"]) == {"진행자 김하늘"}


def test_a_mark_with_a_space_after_it_opens_if_the_next_one_closes_what_is_said():
    found = heard('윗마을은 이번 일이 " 약속을 어기는 노골적인 행위"라고 비난했다.')
    assert [(row[0], row[2], row[4]) for row in found] == [(SPEECH, "윗마을", "약속을 어기는 노골적인 행위")]
    assert heard('자는 3" 짜리와 5" 짜리가 있다고 했다.') == []


def uses(*texts: str, **kwargs) -> dict[str, str]:
    return {row[4]: row[0] for row in heard(*texts, **kwargs)}


def test_of_a_list_in_which_one_is_a_name_all_are():
    found = uses("회사는 ‘검은땅’, ‘용의 눈’, ‘큰마당’을 내놓는다.", "큰마당은 넓다.")
    assert found == dict.fromkeys(["검은땅", "용의 눈", "큰마당"], TITLE)


def test_what_is_called_a_name_once_is_one_everywhere():
    found = voices_of(sentence_table("캐릭터 ‘마이’가 나왔다.", "‘마이’ 옷을 입었다."))
    assert found["use"].tolist() == [TITLE, TITLE]


@pytest.mark.parametrize(
    ("lines", "words"),
    [(("‘벽돌, 쇠막대 동원’ 벌 받았다", "그들은 벽돌, 쇠막대 동원에 나섰다."), "벽돌, 쇠막대 동원"), (("‘구두 경고’로 끝났다", "그는 구두 경고를 받았다."), "구두 경고")],
)  # fmt: skip
def test_what_a_headline_stresses_is_no_name_because_it_comes_again(lines, words):
    titled = sentence_table(*lines, paragraphs=(1, 2))
    titled.loc[0, "section"] = "title"
    assert dict(zip(*[voices_of(titled)[key] for key in ("text", "use")], strict=True)) == {words: TERM}


def test_a_verb_is_no_name_because_it_comes_again():
    assert uses("‘불완전한’ 복원이었다.", "그것은 불완전한 다리였다.") == {"불완전한": TERM}


def test_a_sentence_that_a_post_tells_is_speech() -> None:
    assert [row[0] for row in heard("‘산책로가 진창이다’라는 게시글이 한 카페에 올라왔다.")] == [SPEECH]
    assert [row[0] for row in heard("‘산책로’라는 게시판이 새로 생겼다.")] != [SPEECH]


def test_an_equation_that_is_held_against_somebody_is_speech() -> None:
    ((use, kind, *_),) = heard("감독은 ‘코치가 주장을 정하지 않는 것은 관행’이라는 구단 안팎의 비판에 부딪혔다.")
    assert (use, kind) == (SPEECH, "unnamed")
    assert [row[0] for row in heard("가게에는 ‘빵을 굽는 것은 예술’이라는 간판이 걸렸다.")] != [SPEECH]


def test_a_heading_that_runs_into_its_text_lets_somebody_speak() -> None:
    text = "◇ 나루 지역 농부 “내 삶에서 가장 긴 겨울” : 나루에 사는 농부 톰 밀러는 “올해가 가장 길다”고 말했다."
    assert [(row[0], row[2]) for row in heard(text)] == [(SPEECH, "농부 톰 밀러")] * 2
    text = "농부들이 “가장 긴 겨울 축제” 채비를 마쳤다. 첫날 차림표 : 떡국."
    assert [row[0] for row in heard(text)] != [SPEECH]
