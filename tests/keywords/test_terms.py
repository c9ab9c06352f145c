import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.errors import StudyError
from helpers.keywords import count_terms
from made.examples import examples
from made.terms import make_tokens, token


def counted(tokens: pd.DataFrame, **options) -> list[str]:
    return count_terms(tokens, analyzer="kiwi", **options)["term"].dropna().tolist()


def test_count_terms_counts_nouns_and_foreign_words_of_two_characters():
    tokens = make_tokens("바다 은/particle 넓다/adjective AI/foreign 배 3/number")
    terms = count_terms(tokens, analyzer="kiwi")
    tables.TERMS.check(terms)
    assert terms["term"].tolist() == ["바다", "AI"]
    assert terms["sentence_tokens"].tolist() == [6, 6]


def test_count_terms_counts_a_compound_instead_of_its_parts():
    tokens = tables.TOKENS.make(
        [
            token("연구", 0),
            token("조직", 2),
            token("연구조직", 0, unit="compound"),
            token("과", 4, pos="particle"),
            token("연구", 6),
        ]
    )
    assert counted(tokens) == ["연구조직", "연구"]


def test_count_terms_keeps_the_longest_of_nested_compounds():
    parts = [token("인공", 0), token("지능", 2), token("전환", 4)]
    nested = [token("인공지능", 0, unit="compound"), token("인공지능전환", 0, unit="compound")]
    assert counted(tables.TOKENS.make(parts + nested)) == ["인공지능전환"]


def test_count_terms_counts_parts_that_a_compound_of_another_place_does_not_cover():
    first = token("연구조직", 0, unit="compound", article="가")
    other = [token("연구", 0, article="나"), token("조직", 2, article="나")]
    assert counted(tables.TOKENS.make([first, *other])) == ["연구조직", "연구", "조직"]


def test_count_terms_leaves_parts_countable_when_the_compound_is_of_no_counted_kind():
    tokens = tables.TOKENS.make(
        [token("연구", 0), token("하다", 2, pos="affix"), token("연구하다", 0, pos="verb", unit="compound")]
    )
    assert counted(tokens) == ["연구"]


def test_count_terms_counts_what_stands_around_an_ampersand_as_one():
    cut = [token("R", 0, pos="foreign"), token("&", 1, pos="symbol"), token("D", 2, pos="foreign")]
    apart = [token("M", 4, pos="foreign"), token("&", 6, pos="symbol"), token("A", 7, pos="foreign")]
    assert counted(tables.TOKENS.make(cut + apart)) == ["R&D"]
    assert counted(tables.TOKENS.make([*cut, token("R&D", 0, pos="foreign", unit="compound")])) == ["R&D"]


def test_count_terms_passes_over_stopwords_in_any_case():
    assert counted(make_tokens("바다 VC/foreign 항구"), stopwords=["vc", " 바다 "]) == ["항구"]


def test_count_terms_keeps_a_row_without_a_term_for_a_silent_sentence():
    terms = count_terms(make_tokens("바다 배를/particle", "넓다/adjective 다/ending", "항구"), analyzer="kiwi")
    assert terms["term"].isna().tolist() == [False, True, False]
    assert terms["sentence_tokens"].tolist() == [2, 2, 1]


def test_count_terms_counts_morphemes_of_one_contracted_span_once_and_no_symbols():
    rows = [token("나오다", 0, end=2, pos="verb"), token("았", 1, end=2, pos="ending"), token("다", 2, pos="ending")]
    terms = count_terms(tables.TOKENS.make([*rows, token(".", 3, pos="symbol")]), analyzer="kiwi")
    assert terms["sentence_tokens"].tolist() == [2]


def test_count_terms_of_nothing_is_an_empty_table():
    terms = count_terms(tables.TOKENS.empty(), analyzer="kiwi")
    tables.TERMS.check(terms)
    assert terms.empty


def test_count_terms_leaves_its_input_alone():
    tokens = make_tokens("바다 배", "항구")
    before = tokens.copy(deep=True)
    count_terms(tokens, analyzer="kiwi")
    pd.testing.assert_frame_equal(tokens, before)


def test_count_terms_names_an_analyzer_that_the_tokens_lack():
    with pytest.raises(StudyError, match="'okt'") as error:
        count_terms(make_tokens("바다"), analyzer="okt")
    assert error.value.remedy == "Choose from kiwi."


def test_count_terms_names_a_part_of_speech_that_is_none():
    with pytest.raises(StudyError, match="'명사'"):
        count_terms(make_tokens("바다"), analyzer="kiwi", pos=["명사"])


@examples(25)
@given(st.permutations(["바다 배 항구", "넓다/adjective", "항구 그물 AI/foreign", "바다 바다"]))
def test_count_terms_does_not_depend_on_the_order_of_sentences(sentences):
    usual = count_terms(
        make_tokens("바다 배 항구", "넓다/adjective", "항구 그물 AI/foreign", "바다 바다"), analyzer="kiwi"
    )
    shuffled = count_terms(make_tokens(*sentences), analyzer="kiwi")
    assert shuffled["term"].value_counts().to_dict() == usual["term"].value_counts().to_dict()


def test_count_terms_counts_no_auxiliary_copula_or_light_verb_but_the_verbs_and_nouns_beside_them():
    tokens = make_tokens("바다/noun 넓히다/verb 가다/verb 있다/adjective 하다/verb 이다/verb 하다/noun")
    auxiliary = (tokens["lemma"] == "가다").to_numpy()
    tokens["tag"] = tokens["tag"].mask(auxiliary, "VX-R")
    everything = ("noun", "verb", "adjective")
    assert counted(tokens, pos=everything) == ["바다", "넓히다", "하다"]
    assert counted(tokens.assign(tag="VV"), pos=everything) == ["바다", "넓히다", "가다", "하다"]
