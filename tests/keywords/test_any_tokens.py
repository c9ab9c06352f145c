"""Whatever tokens there are, every function gives its table."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import keywords as kw
from helpers import tables
from made.examples import examples
from made.terms import token

TOKEN = st.tuples(
    st.sampled_from(["가", "나"]),
    st.integers(1, 7),
    st.integers(0, 8),
    st.integers(0, 5),
    st.sampled_from(["바다", "배", "AI", "바다배", "“", "\U0001f600", " ", "연구 조직"]),
    st.sampled_from(["noun", "foreign", "symbol", "particle", "unknown"]),
    st.sampled_from(["morpheme", "morpheme", "compound"]),
)
REFERENCE = tables.TERM_COUNTS.make(
    [
        {"reference": "wordfreq", "term": term, "count": count, "corpus_tokens": 1000.0, "floor": 1.0}
        for term, count in [("바다", 9.0), ("연구", 4.0), ("조직", 3.0)]
    ]
)
TEXT = "바다 배가 AI·\U0001f600 연구 조직을 본다  "


@st.composite
def studies(draw) -> tuple[pd.DataFrame, pd.DataFrame]:
    """TOKENS of any shape, and the SENTENCES that they stand in."""
    rows = [
        token(lemma, sentence * 20 + start, end=sentence * 20 + start + length, sentence=sentence, pos=pos, unit=unit, article=article)
        for article, sentence, start, length, lemma, pos, unit in draw(st.lists(TOKEN, max_size=40))
    ]  # fmt: skip
    tokens = tables.TOKENS.make(rows).drop_duplicates(list(tables.TOKENS.key), ignore_index=True)
    sentences = [
        {
            "article_id": article, "sentence_id": number, "start": number * 20, "end": number * 20 + len(TEXT),
            "text": TEXT, "section": "body", "paragraph": (number + 1) // 2,
        }
        for article in "가나" for number in range(1, 8)
    ]  # fmt: skip
    return tables.TOKENS.check(tokens), tables.SENTENCES.make(sentences)


@pytest.mark.long
@examples(8)
@given(studies())
def test_any_tokens_give_tables_of_the_promised_kind(study):
    tokens, sentences = study
    before = tokens.copy(deep=True)
    terms = tables.TERMS.check(kw.count_terms(tokens, analyzer="kiwi", min_length=1))
    ranked = tables.KEYWORDS.check(kw.keywords(terms, reference=REFERENCE, draws=20))
    tables.BANDS.check(kw.bands(ranked))
    for parts in ("sentence", "paragraph", "article"):
        tables.DISPERSION.check(kw.dispersion(terms, parts=parts, sentences=sentences))
    tables.POSITIONS.check(kw.positions(terms, sentences=sentences))
    for window in (3, None):
        pairs = tables.COLLOCATIONS.check(kw.collocations(terms, window=window, min_count=1))
        tables.NETWORK.check(kw.network(pairs))
    tables.KWIC.check(kw.kwic(terms, sentences))
    tables.TERMS.check(kw.ngrams(terms, sentences))
    tables.DIVERSITY.check(kw.diversity(tokens, analyzer="kiwi"))
    lists = tables.STABILITY.check(kw.stability(tokens, reference=REFERENCE, pos={"nouns": ("noun",)}))
    tables.TERM_STABILITY.check(kw.term_stability(lists))
    assert kw.rbo_matrix(lists).notna().all(axis=None)
    tables.TERM_COUNTS.check(kw.reference_from_articles(terms, name="섬"))
    pd.testing.assert_frame_equal(tokens, before)


@examples(40)
@given(studies())
def test_counted_terms_are_tokens_and_no_counted_morpheme_lies_inside_a_counted_compound(study):
    tokens, _ = study
    terms = kw.count_terms(tokens, analyzer="kiwi", min_length=1).dropna(subset="term")
    spans = set(zip(tokens["article_id"], tokens["start"], tokens["end"], tokens["lemma"], strict=True))
    assert spans.issuperset(zip(terms["article_id"], terms["start"], terms["end"], terms["term"], strict=True))
    units = tokens.sort_values("unit").drop_duplicates(["article_id", "start", "end", "lemma"])
    placed = terms.merge(
        units[["article_id", "start", "end", "lemma", "unit"]],
        left_on=["article_id", "start", "end", "term"],
        right_on=["article_id", "start", "end", "lemma"],
    )
    pairs = placed[placed["unit"] == "compound"].merge(placed[placed["unit"] == "morpheme"], on="article_id")
    inside = (pairs["start_y"] >= pairs["start_x"]) & (pairs["end_y"] <= pairs["end_x"])
    assert not inside.any()
