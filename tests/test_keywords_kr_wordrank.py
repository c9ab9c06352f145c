import pytest

from helpers import tables
from helpers.keywords import keywords, kr_wordrank
from keywords_made import make_sentences, make_terms

HARBOUR = (
    "바다는 넓고 바다의 배는 느리다",
    "배는 바다로 가고 어부는 배를 고친다",
    "어부가 바다를 보고 어부의 그물은 낡았다",
    "그물을 고친 어부는 바다로 나간다",
    "바다에 그물이 있고 배에 어부가 있다",
    "어부와 배는 그물을 싣고 바다를 건넌다",
)


def test_kr_wordrank_is_that_of_the_package():
    """Values of lovit/KR-WordRank 1.0.3: KRWordRank(min_count=2, max_length=10).extract(docs, 0.85, 10)."""
    table = kr_wordrank(make_sentences(*HARBOUR), min_count=2)
    tables.KEYWORDS.check(table)
    assert dict(zip(table["term"], table["value"], strict=True)) == pytest.approx(
        {
            "바다": 2.1792973922031513,
            "배는": 1.4444147381078878,
            "어부": 1.366990072190943,
            "고친": 1.2511119915898705,
            "그물을": 0.8836319728531438,
        }
    )
    assert table["n"].tolist() == [7, 3, 6, 2, 2]


def test_kr_wordrank_reads_words_without_marks():
    marked = [sentence.replace(" ", ", ") + "." for sentence in HARBOUR]
    assert kr_wordrank(make_sentences(*marked)).equals(kr_wordrank(make_sentences(*HARBOUR)))


def test_kr_wordrank_intervals_hold_the_value():
    table = kr_wordrank(make_sentences(*HARBOUR), min_count=2, draws=100, seed=1)
    assert (table["ci_low"] <= table["value"]).all()
    assert (table["value"] <= table["ci_high"]).all()


def test_kr_wordrank_joins_the_other_measures_when_there_are_sentences():
    sentences = make_sentences(*HARBOUR)
    table = keywords(make_terms("바다 배"), sentences=sentences, draws=20, seed=3)
    tables.KEYWORDS.check(table)
    joined = table[table["measure"] == "kr_wordrank"].reset_index(drop=True)
    assert joined.equals(kr_wordrank(sentences, draws=20, seed=3))
    assert set(table["analyzer"]) == {"kiwi", "none"}
    assert keywords(make_terms(), sentences=sentences, draws=0)["measure"].unique().tolist() == ["kr_wordrank"]


@pytest.mark.parametrize("texts", [(), ("",), ("낱말 하나하나가 모두 다르다",)])
def test_kr_wordrank_of_nothing_that_repeats_is_an_empty_table(texts):
    table = kr_wordrank(make_sentences(*texts))
    tables.KEYWORDS.check(table)
    assert table.empty


def test_kr_wordrank_reads_a_word_of_ten_thousand_syllables():
    assert kr_wordrank(make_sentences("가나다라마" * 2000, "바다 바다는 바다를")).empty is False
