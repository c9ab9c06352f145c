"""A quotation over paragraphs, each opened with a mark and only the last closed: one speaker's."""

from __future__ import annotations

import pytest

from made.voices import said

WORDS = ("“강을 막은 이들이 약속조차 지키지 않는다.", "“시는 어민과 농민을 갈라놓는다.", "“버티면 시는 물러선다.”")
BARE = [words.strip("“”") for words in WORDS]


def spoken(*texts: str) -> list[tuple[str | None, str]]:
    return [(person, words) for use, _, person, words in said(*texts) if use == "speech"]


@pytest.mark.parametrize(
    ("texts", "person"),
    [
        (("김하늘 위원장이 마이크를 잡았다.", *WORDS), "김하늘 위원장"),
        (("나루시 어민들도 농성장을 찾아 힘을 보탰다.", *WORDS, "농성은 이어졌다."), "나루시 어민들"),
        ((*WORDS, "오바다 위원장의 말이다."), "오바다 위원장"),
        ((*WORDS[:2], "“버티면 시는 물러선다.”고 오바다 위원장이 말했다."), "오바다 위원장"),
        (("김하늘 위원장이 왔다.", *(w.replace("“", '"').replace("”", '"') for w in WORDS)), "김하늘 위원장"),
    ],
)
def test_all_its_paragraphs_are_of_one(texts, person):
    assert spoken(*texts) == [(person, words) for words in BARE]


def test_paragraphs_that_each_close_are_quotations_of_their_own():
    texts = "“강이 마른다”고 오바다 씨가 말했다.", "“비가 와야 한다”고 김하늘 씨가 말했다."
    assert [person for person, _ in spoken(*texts)] == ["오바다 씨", "김하늘 씨"]


def test_a_paragraph_that_tells_who_spoke_opens_no_other():
    texts = "“강이 마른다고 오바다 씨가 말했다.", "“비가 와야 한다”고 김하늘 씨가 말했다."
    assert spoken(*texts)[-1] == ("김하늘 씨", "비가 와야 한다")
