"""The sentence that shows how rules read."""

from __future__ import annotations

from helpers import narrative, tables
from made.sentences import sentence_table

ARTICLE = "a"
TEXTS = ("우물이 말라 밭이 갈라졌다.", "우물은 말랐지만 밭에는 비가 넉넉하다.", "마을에 비가 왔다.", "잔치가 열렸다.")
SENTENCES = sentence_table(*TEXTS)


def coded(*rows: tuple[int, str, list[str]]):
    return tables.CODINGS.make(
        {"article_id": ARTICLE, "sentence_id": n, "code": f"code{m}", "stance": stance, "coder": "rules", "matched": matched,
         "corrected": False}
        for m, (n, stance, matched) in enumerate(rows)
    )  # fmt: skip


def test_the_sentence_that_shows_the_method_has_most_words_and_one_stance() -> None:
    one, both = (1, "supports", ["우물", "밭"]), (2, "supports", ["우물", "마르다", "밭"])
    against = (2, "opposes", ["비", "넉넉하다"])
    assert narrative.clearest(coded(one, both), SENTENCES)["sentence_id"].tolist() == [2]
    assert narrative.clearest(coded(one, both, against), SENTENCES)["sentence_id"].tolist() == [1]
    assert narrative.clearest(coded(both, against), SENTENCES)["sentence_id"].tolist() == [2]  # rather than one uncoded
    assert narrative.clearest(coded(), SENTENCES).empty
