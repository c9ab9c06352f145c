"""What is said of sentences and analyzers is what the tables hold."""

import pandas as pd

from helpers import tables
from helpers.reporting import prose
from made.readings import sentences


def _accuracy(*rows: tuple[str, str, float]) -> pd.DataFrame:
    made = [
        {
            "analyzer": name,
            "corpus": "섬말뭉치",
            "unit": unit,
            "layer": "tokenize",
            "f1": f1,
            "n": 1200,
            "sentences": 80,
        }
        for name, unit, f1 in rows
    ]
    return pd.DataFrame(made, columns=["analyzer", "corpus", "unit", "layer", "f1", "n", "sentences"])


def test_sentences_are_counted() -> None:
    said = str(prose.about_sentences(sentences()))
    assert said == "기사를 6문장으로 나누었다."


def test_no_sentences_give_silence() -> None:
    assert str(prose.about_sentences(tables.SENTENCES.empty())) == ""


def test_accuracy_names_what_it_was_measured_on_and_the_next_best() -> None:
    measured = _accuracy(
        ("kiwi", "noun forms", 0.905), ("mecab", "noun forms", 0.887), ("okt", "noun characters", 0.99)
    )
    said = str(prose.about_accuracy(measured, "kiwi"))
    assert said == (
        "Kiwi가 명사를 맞힌 정도(F1)는 0.91이다. 사람이 분석해 둔 말뭉치 섬말뭉치의 80문장에서 잰 값이다. "
        "그다음은 MeCab-ko로, 0.89다."
    )


def test_a_better_analyzer_is_called_better() -> None:
    measured = _accuracy(("kiwi", "noun forms", 0.9), ("okt", "noun forms", 0.7))
    assert "이보다 나은 것은 Kiwi로, 0.90이다." in str(prose.about_accuracy(measured, "okt"))


def test_an_analyzer_that_was_not_measured_is_said_to_be_so() -> None:
    assert "재어 두지 않았다" in str(prose.about_accuracy(_accuracy(("kiwi", "noun forms", 0.9)), "okt"))
    assert str(prose.about_accuracy(_accuracy(), "kiwi")) == ""


def test_dictionary_tells_how_a_word_was_cut_before() -> None:
    changed = pd.DataFrame({"analyzer": ["okt"], "form": ["바다 시장"], "before": ["바다 + 시장"], "n": [3]})
    said = str(prose.about_dictionary(changed))
    assert said == (
        "사전 덕분에 ‘바다 시장’을 한 낱말로 읽는다. 사전이 없으면 Okt는 ‘바다 시장’을 ‘바다’와 ‘시장’으로 자른다."
    )
    assert str(prose.about_dictionary(changed.head(0))) == ""


def test_disagreement_is_told_by_the_reading_that_moves_counts_most() -> None:
    row = {
        "article_id": "a", "sentence_id": 1, "start": 0, "end": 3, "surface": "투자가", "analyzer": "okt", "kind": "word",
        "primary_reading": "투자/noun + 가/particle", "reading": "투자가/noun", "nouns": "투자 · 투자가", "count_shift": 2,
        "rank_shift": 5, "n": 2,
    }  # fmt: skip
    comparison = pd.DataFrame([row, row | {"start": 9, "end": 12}, row | {"analyzer": "kkma"}])
    said = str(prose.about_disagreements(comparison))
    assert "명사를 달리 읽은 곳은 두 군데다." in said
    assert "가장 자주 갈리는 것은 Okt(2군데), 가장 드물게 갈리는 것은 Kkma(1군데)다." in said
    assert "기본 분석기는 ‘투자’(명사)와 ‘가’(조사)로, Okt는 ‘투자가’(명사)로 읽는다." in said
    assert "보기를 하나 들면 ‘투자가’다." in said
    assert str(prose.about_disagreements(comparison.head(0))) == ""
