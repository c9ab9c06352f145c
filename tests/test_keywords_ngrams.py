from helpers import tables
from helpers.keywords import frequency
from helpers.keywords.ngrams import ngrams
from keywords_made import make_sentences, make_terms

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
