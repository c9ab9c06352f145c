"""Words of posts and of some, names listed before their class, a word in marks within somebody's words."""

from __future__ import annotations

import pytest

from made.voices import heard, persons, said


@pytest.mark.parametrize(
    "text",
    [
        "인터넷 카페에서도 “밤에 잠이 안 와요” “물소리만 나도 무서워요” 등 불안을 호소하는 글들이 올라왔다.",
        "게시판에는 “비가 무섭다”, “언제 그치나” 등 답답함을 토로하는 댓글이 달렸다.",
        "이날 광장에서는 “비가 무섭다”, “언제 그치나” 등 시를 비판하는 목소리가 나왔다.",
        "누리집에는 “둑이 낮다”, “배가 없다” 등 대책을 요구하는 청원이 이어졌다.",
    ],
)
def test_what_posts_say_is_not_of_who_spoke_before(text):
    assert persons("상인들은 “못 살겠다”고 했다.", text) == ["상인들", None, None]


def test_posts_of_somebody_are_his():
    texts = "시장은 “잘된다”고 했다.", "게시판에는 “비가 무섭다” 등 불안을 호소하는 주민들의 글이 올라왔다."
    assert persons(*texts) == ["시장", "주민들"]


@pytest.mark.parametrize(
    ("text", "person", "words"),
    [
        ("일부에서는 둑이 높아져도 물이 넘칠 것이라는 전망도 나온다.", "일부", "둑이 높아져도 물이 넘칠 것"),
        ("일부에서 둑이 낮다는 우려가 나오고 있다.", "일부", "둑이 낮다"),
        ("일부에서는 “둑이 낮다”는 지적이 나온다.", "일부", "둑이 낮다"),
        ("현장에서는 일손이 모자란다고 입을 모은다.", "현장", "일손이 모자란다"),
        ("둑을 살핀 박하늘 시장은 현장에서는 일손이 모자란다고 말했다.", "박하늘 시장", "현장에서는 일손이 모자란다"),
    ],
)
def test_some_and_a_circle_are_told_of_and_no_part_of_the_words(text, person, words):
    assert [row[2:] for row in said(text)] == [(person, words)]


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("김하늘과 오세라 등 역대 어촌계 수장들", "named"),
        ("한바다와 오세라 등 전직 조합장들", "named"),
        ("김하늘, 오세라 등 전임 시장들", "named"),
        ("나루시와 한강시 등 이웃 시장들", "unnamed"),
        ("상인 등 주민들", "unnamed"),
    ],
)
def test_persons_by_name_before_their_class_are_named(speaker, kind):
    assert [row[1] for row in said(f"{speaker}은 “둑이 낮다”고 말했다.")] == [kind]


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("김 회장은 “약속을 깬 것은 믿음을 저버린 ‘꼼수’라고 생각한다”고 했다.", ["speech", "term"]),
        ("김 회장은 “주민들은 이 둑을 ‘거머리’라고 부른다”고 했다.", ["speech", "term"]),
        ("김 회장은 “우리는 ‘둑이 먼저다’라고 생각한다”고 했다.", ["speech", "speech"]),
    ],
)
def test_one_word_in_marks_within_words_is_no_speech(text, uses):
    assert [row[0] for row in heard(text)] == uses


@pytest.mark.parametrize("doer", ["문서 폐기자", "공사 담당자"])
def test_who_does_something_is_no_predicate(doer):
    text = f"한강당은 ‘비밀 계약’, ‘{doer}’ 등의 사실이 드러난 만큼 오 시장과 시의회는 협조하라고 촉구했다."
    assert persons(text) == ["한강당"]
