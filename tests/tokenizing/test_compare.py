"""Where analyzers part, and how much it matters."""

from __future__ import annotations

import pandas as pd

from helpers import tables
from helpers.tokenizing import compare_analyzers


def tokens(analyzer: str, *sentences: str) -> pd.DataFrame:
    """Tokens from sentences written as 투자/noun+가/particle 늘다/verb; a + joins what stands together."""
    rows = []
    for number, sentence in enumerate(sentences, 1):
        at = 0
        for word in sentence.split():
            for part in word.split("+"):
                surface, pos = part.split("/")
                place = {"start": at, "end": at + len(surface), "surface": surface, "lemma": surface}
                rows.append({"article_id": "a", "sentence_id": number, **place, "tag": pos, "pos": pos})
                at += len(surface)
            at += 1
    return tables.TOKENS.make(
        {**row, "analyzer": analyzer, "unit": "morpheme", "from_dictionary": False} for row in rows
    )


CUT = [
    "투자/noun+가/particle 늘다/verb",
    "달빛/noun+서점/noun+이/particle 책방/noun+이다/verb",
    "투자/noun+가/particle",
]
JOINED = ["투자가/noun 늘다/verb", "달빛서점/noun+이/particle 책방/noun+이다/verb", "투자가/noun"]


def test_compare_analyzers_shows_both_readings_of_a_stretch():
    compared = compare_analyzers(pd.concat([tokens("kiwi", *CUT), tokens("okt", *JOINED)]), primary="kiwi")
    first = compared.iloc[0]
    assert (first["surface"], first["analyzer"], first["kind"]) == ("투자가", "okt", "word")
    assert first["reading"] == "투자가/noun"
    assert first["primary_reading"] == "투자/noun + 가/particle"
    assert first["nouns"] == "투자 · 투자가"


def test_compare_analyzers_puts_first_what_moves_counts_most():
    compared = compare_analyzers(pd.concat([tokens("kiwi", *CUT), tokens("okt", *JOINED)]), primary="kiwi")
    assert compared["surface"].tolist() == ["투자가", "투자가", "달빛서점"]
    assert compared["count_shift"].tolist() == [2, 2, 1]
    assert compared["n"].tolist() == [2, 2, 1]
    assert compared["kind"].tolist() == ["word", "word", "cut"]


def test_compare_analyzers_ranks_a_noun_by_the_nouns_counted_more_often():
    compared = compare_analyzers(pd.concat([tokens("kiwi", *CUT), tokens("okt", *JOINED)]), primary="kiwi")
    # Under kiwi 투자 (2) is before three nouns and 투자가 (0) after four; under okt it is the other way round.
    assert compared["rank_shift"].iloc[0] == 4


def test_compare_analyzers_takes_a_compound_for_the_word_it_is():
    whole = {"article_id": "a", "sentence_id": 2, "analyzer": "kiwi", "unit": "compound", "start": 0, "end": 4}
    text = {"surface": "달빛서점", "lemma": "달빛서점", "tag": "noun+noun", "pos": "noun", "from_dictionary": False}
    compound = tables.TOKENS.make([whole | text])
    compared = compare_analyzers(pd.concat([tokens("kiwi", *CUT), compound, tokens("okt", *JOINED)]), primary="kiwi")
    assert "달빛서점" not in set(compared["surface"])


def test_compare_analyzers_has_no_rows_where_there_is_nothing_to_compare():
    for table in (tables.TOKENS.empty(), tokens("kiwi", *CUT), pd.concat([tokens(a, *CUT) for a in ("kiwi", "okt")])):
        compared = compare_analyzers(table, primary="kiwi")
        assert compared.empty
        assert compared.dtypes.astype(str)["count_shift"] == "int64"
