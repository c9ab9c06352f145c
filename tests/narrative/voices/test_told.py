"""Words given to somebody without marks, by the forms that readers of unseen articles missed; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import PARAPHRASE, said


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("박하늘 나루시장은 그동안 투표 결과를 따르겠다는 입장을 밝혀왔다.", "박하늘 나루시장", "투표 결과를 따르겠다"),
        ("노조는 임금이 낮다고 주장해왔다.", "노조", "임금이 낮다"),
    ],
)
def test_what_somebody_has_been_saying_is_his(text, speaker, words):
    assert [(use, who) for use, _, who, _ in said(text)] == [(PARAPHRASE, speaker)]
    assert said(text)[0][3].endswith(words)


def test_what_was_asked_for_is_spelled_out_in_the_next_sentence():
    found = said("노조는 물러서지 않겠다며 시에 두 가지를 요구했습니다.", "임금을 올리고, 해고를 멈추라는 겁니다.")
    assert [(use, who) for use, _, who, _ in found] == [(PARAPHRASE, "노조"), (PARAPHRASE, "노조")]
    assert found[1][3] == "임금을 올리고, 해고를 멈추라"
