import pandas as pd

from helpers import tables
from helpers.keywords import frequency
from helpers.keywords.ngrams import ngrams, recurrent
from made.terms import make_sentences, make_terms

TEXTS = ("규칙 기반 제어 규칙", "규칙 기반", "섬")


def test_ngrams_are_terms_with_only_spaces_between():
    table = ngrams(make_terms(*TEXTS), make_sentences(*TEXTS))
    tables.TERMS.check(table)
    assert table["term"].dropna().tolist() == ["규칙 기반", "기반 제어", "제어 규칙", "규칙 기반"]
    raw = " ".join(TEXTS)
    spoken = table.dropna(subset="term")
    assert [raw[row.start : row.end] for row in spoken.itertuples()] == spoken["term"].tolist()


def test_ngrams_do_not_reach_over_a_particle_or_a_mark():
    words = ("규칙 의/particle 기반",)
    assert ngrams(make_terms(*words), make_sentences("규칙 의 기반"))["term"].isna().all()
    assert ngrams(make_terms("규칙 기반"), make_sentences("규칙,기반"))["term"].isna().all()


def test_ngrams_of_three_are_counted_like_terms():
    table = frequency(ngrams(make_terms(*TEXTS), make_sentences(*TEXTS), n=3))
    assert table.loc[table["measure"] == "frequency", "term"].tolist() == ["규칙 기반 제어", "기반 제어 규칙"]


def test_ngrams_keep_silent_sentences():
    table = ngrams(make_terms(*TEXTS), make_sentences(*TEXTS), n=3)
    assert table["sentence_id"].tolist() == [1, 1, 2, 3]


def test_ngrams_of_nothing_are_an_empty_table():
    table = ngrams(tables.TERMS.empty(), tables.SENTENCES.empty())
    tables.TERMS.check(table)
    assert table.empty


def test_recurrent_runs_leave_out_what_only_occurs_in_a_longer_one():
    texts = ("푸른 바다 등대 섬", "푸른 바다 등대", "섬 푸른 바다", "섬 등대")
    runs = recurrent(make_terms(*texts), make_sentences(*texts))
    assert runs.to_dict("list") == {"term": ["푸른 바다", "푸른 바다 등대"], "words": [2, 3], "n": [3, 2]}


def test_recurrent_runs_need_the_fewest_occurrences_that_are_asked_for():
    terms, sentences = make_terms(*TEXTS), make_sentences(*TEXTS)
    assert recurrent(terms, sentences)["term"].tolist() == ["규칙 기반"]
    assert recurrent(terms, sentences, min_count=3).empty
    assert recurrent(terms, sentences, min_count=1)["n"].tolist() == [2]


def test_recurrent_runs_are_counted_over_articles_but_never_across_them():
    terms = pd.concat([make_terms("등대 섬"), make_terms("등대 섬", article="나")])
    sentences = pd.concat([make_sentences("등대 섬"), make_sentences("등대 섬", article="나")])
    assert recurrent(terms, sentences).to_dict("list") == {"term": ["등대 섬"], "words": [2], "n": [2]}


def test_nothing_has_no_recurrent_runs():
    runs = recurrent(tables.TERMS.empty(), tables.SENTENCES.empty())
    assert runs.empty and runs.columns.tolist() == ["term", "words", "n"]
