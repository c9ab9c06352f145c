"""Evidence and its weighing, on small tables made by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest
import scipy
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.narrative import evidence, parse_codebook, weigh
from helpers.narrative.weighing import wilson
from made.examples import examples
from made.sentences import sentence_table

CODE = {"label": "이름", "definition": "정의."}
BOOK = parse_codebook(
    {
        "claims": {"first": "하나.", "second": "둘."},
        "codes": {
            "gain": CODE | {"stance": "supports", "claim": "first"},
            "lack": CODE | {"stance": "qualifies", "claim": "first"},
            "pace": CODE | {"stance": "opposes", "claim": "second"},
        },
    }
)
N = 6


def sentences(article: str = "a") -> pd.DataFrame:
    return sentence_table(*["가나다라마바사아."] * N, article=article, paragraphs=[i // 2 + 1 for i in range(N)])


def codings(*rows: tuple[int, str, str], coder: str = "rules", article: str = "a", spans: bool = True) -> pd.DataFrame:
    return tables.CODINGS.make(
        {
            "article_id": article, "sentence_id": number, "code": code, "claim": BOOK[code].claim, "stance": stance,
            "coder": coder,
            "matched_spans": [[number * 10 - 10, number * 10 - 8]] if spans else None,
        }
        for number, code, stance in rows
    )  # fmt: skip


def voice(number: int, kind: str, *, start: int = 0, use: str = "speech", speaker: str | None = "누구") -> dict:
    base = number * 10 - 10
    return {
        "article_id": "a", "sentence_id": number, "start": base + start, "end": base + start + 3, "text": "가나다",
        "use": use, "kind": kind, "speaker": speaker,
    }  # fmt: skip


def fact(number: int, **more) -> dict:
    place = {"article_id": "a", "sentence_id": number, "start": number * 10 - 10, "end": number * 10 - 9, "text": "가"}
    return place | {"kind": "date"} | more


def gathered(
    coded: pd.DataFrame, voices: tuple[dict, ...] = (), facts: tuple[dict, ...] = (), **kwargs
) -> pd.DataFrame:
    table = evidence(coded, sentences(), tables.VOICES.make(voices), tables.FACTS.make(facts), BOOK, **kwargs)
    return tables.EVIDENCE.check(table)


def test_evidence_has_a_row_for_each_sentence_that_bears_on_the_thesis():
    table = gathered(codings((4, "pace", "opposes"), (2, "gain", "supports"), (3, "gain", "context")))
    assert table[["sentence_id", "claim", "stance"]].to_numpy().tolist() == [
        [2, "first", "supports"],
        [4, "second", "opposes"],
    ]
    assert table["position"].tolist() == [1.5 / N, 3.5 / N]
    assert list(table["text"]) == ["가나다라마바사아."] * 2


def test_only_two_stances_on_one_claim_qualify_it():
    coded = codings((1, "gain", "supports"), (1, "lack", "qualifies"), (1, "pace", "opposes"), (2, "gain", "supports"))
    table = gathered(pd.concat([coded, codings((2, "pace", "opposes"))], ignore_index=True))
    assert table[["sentence_id", "claim", "stance"]].to_numpy().tolist() == [
        [1, "first", "qualifies"],
        [1, "second", "opposes"],
        [2, "first", "supports"],
        [2, "second", "opposes"],
    ]
    assert table["codes"].tolist() == [["gain", "lack"], ["pace"], ["gain"], ["pace"]]


def test_a_sentence_counts_once_for_each_stance_that_it_has_to_any_claim():
    coded = codings((1, "gain", "supports"), (1, "pace", "opposes"), (2, "gain", "supports"), (2, "pace", "supports"))
    table = gathered(coded)
    whole = weigh(table, BOOK).query("claim == '*'")
    assert whole["n"].tolist() == [2, 0, 1]
    assert whole["total"].tolist() == [2, 2, 2]


def test_a_sentence_that_is_mostly_one_sources_words_is_that_sources():
    long = voice(1, "named") | {"end": 8}
    coded = codings((1, "gain", "supports")).assign(matched_spans=[[[8, 9]]])
    assert gathered(coded, (long,))["voice"].tolist() == ["named"]
    assert gathered(coded, (long | {"end": 3},))["voice"].tolist() == ["reporter"]


@pytest.mark.parametrize(
    ("verb", "matched", "whose"),
    [
        ("욕설하다", "욕설", "reporter"),
        ("욕설하다", "주인", "named"),
        ("폭언", "폭언", "named"),
        (None, "욕설", "reporter"),
        (None, "반박", "reporter"),
    ],
)
def test_the_verb_of_saying_is_the_reporters_own(verb, matched, whose):
    text = "주인은 “물을 더 달라고 하지 마라”고 욕설했다."
    text = text.replace("욕설했다", "반박에 나섰다") if matched == "반박" else text
    start = text.index(matched) if matched in text else 0
    one = {"article_id": "a", "sentence_id": 1, "start": 0, "end": len(text), "text": text, "section": "body"}
    coded = codings((1, "gain", "supports")).assign(matched_spans=[[[start, start + len(matched)]]])
    heard = voice(1, "named") | {"start": 5, "end": 20, "verb": verb}
    found = evidence(coded, tables.SENTENCES.make([one | {"paragraph": 1}]), tables.VOICES.make([heard]), tables.FACTS.make([]), BOOK)  # fmt: skip
    assert found["voice"].tolist() == [whose]


def test_the_voice_is_that_of_the_quotation_that_holds_the_coded_words():
    coded = codings((1, "gain", "supports"), (2, "gain", "supports"), (3, "gain", "supports"), (4, "gain", "supports"))
    voices = (
        voice(1, "named"),
        voice(2, "unnamed", start=5),
        voice(3, "reporter", use="scare"),
        voice(4, "unnamed", use="paraphrase", speaker=None),
    )
    table = gathered(coded, voices)
    assert list(table["voice"]) == ["named", "reporter", "reporter", "unnamed"]
    assert table["speaker"].tolist()[0] == "누구"
    assert table["speaker"].isna().tolist() == [False, True, True, True]


def test_a_persons_coding_without_spans_takes_any_quotation_of_the_sentence():
    coded = codings((2, "gain", "supports"), coder="reader", spans=False)
    assert gathered(coded, (voice(2, "unnamed", start=5),), coder="reader")["voice"].tolist() == ["unnamed"]
    assert gathered(coded, (voice(2, "unnamed", start=5),)).empty


def test_checkable_is_what_its_facts_are():
    coded = codings((1, "gain", "supports"), (2, "gain", "supports"), (3, "gain", "supports"))
    facts = (fact(1, value=3.0), fact(2, resolved_from="2020-01-01"), fact(3, checkable=False))
    assert gathered(coded, facts=facts)["checkable"].tolist() == [True, True, False]


@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [
        ("2020-05-08", "2020-05-08", False),
        ("2020-05-01", "2020-05-01", False),  # a week before
        ("2020-04-30", "2020-04-30", True),
        ("2020-05-09", "2020-05-09", True),  # what is still to come is no saying
        ("2020-05-01", "2020-05-31", True),  # a month is more than the news
        (None, None, True),  # an amount
    ],
)
def test_a_day_of_the_news_makes_nothing_checkable(first, last, counts):
    found = (fact(1, value=3.0, resolved_from=first, resolved_to=last),)
    coded = codings((1, "gain", "supports"))
    published = {"a": "2020-05-08T09:30:00+09:00"}
    assert gathered(coded, facts=found, published_at=published)["checkable"].tolist() == [counts]
    assert gathered(coded, facts=found, published_at={"a": None})["checkable"].tolist() == [True]


def test_weighing_counts_stances_by_claim_with_wilson_intervals():
    coded = codings((1, "gain", "supports"), (2, "gain", "supports"), (3, "lack", "qualifies"), (4, "pace", "opposes"))
    table = tables.WEIGHING.check(weigh(gathered(coded, (voice(1, "named"),), (fact(2, value=1.0),)), BOOK))
    assert list(table["claim"]) == ["*"] * 3 + ["first"] * 3 + ["second"] * 3
    assert table["n"].tolist() == [2, 1, 1, 2, 1, 0, 0, 0, 1]
    assert table["total"].tolist() == [4] * 3 + [3] * 3 + [1] * 3
    first = table.iloc[3]
    interval = scipy.stats.binomtest(2, 3).proportion_ci(method="wilson")
    assert (first["share"], first["ci_low"], first["ci_high"]) == pytest.approx((2 / 3, interval.low, interval.high))
    assert (first["named"], first["reporter"], first["unnamed"], first["checkable"]) == (1, 1, 0, 1)
    assert first["sentences"] == tables.places([("a", 1), ("a", 2)])
    assert first["position"] == pytest.approx(1 / N)


def test_a_claim_without_evidence_has_no_share():
    table = weigh(gathered(codings((1, "gain", "supports"))), BOOK).set_index(["claim", "stance"])
    row = table.loc[("second", "supports")]
    assert (row["n"], row["total"]) == (0, 0)
    assert row[["share", "ci_low", "ci_high", "position"]].isna().all() and row["sentences"] == []


def test_several_articles_are_weighed_apart_and_together():
    both = pd.concat(
        [codings((1, "gain", "supports")), codings((2, "gain", "opposes"), article="b")], ignore_index=True
    )
    all_sentences = pd.concat([sentences(), sentences("b")], ignore_index=True)
    table = weigh(evidence(both, all_sentences, tables.VOICES.empty(), tables.FACTS.empty(), BOOK), BOOK)
    assert list(dict.fromkeys(table["article_id"])) == ["a", "b", "*"]
    together = table[(table["article_id"] == "*") & (table["claim"] == "*")]
    assert together["n"].tolist() == [1, 0, 1]


def test_nothing_coded_gives_empty_tables_and_the_input_stays():
    coded = codings((1, "gain", "supports"))
    before = coded.copy()
    gathered(coded)
    pd.testing.assert_frame_equal(coded, before)
    nothing = gathered(tables.CODINGS.empty())
    assert nothing.empty
    assert tables.WEIGHING.check(weigh(nothing, BOOK)).empty


CODED = st.lists(
    st.tuples(st.integers(1, N), st.sampled_from(["gain", "lack", "pace"]), st.sampled_from(tables.STANCES)),
    unique_by=lambda row: row[:2],
    max_size=12,
)


@examples(25)
@given(CODED, st.randoms(use_true_random=False))
def test_order_of_codings_does_not_matter_and_stances_add_up(rows, random):
    table = gathered(codings(*rows))
    shuffled = list(rows)
    random.shuffle(shuffled)
    pd.testing.assert_frame_equal(table, gathered(codings(*shuffled)))
    weighed = weigh(table, BOOK)
    for (_, claim), own in weighed.groupby(["article_id", "claim"]):
        assert claim == "*" or own["n"].sum() == own["total"].iloc[0]
    kinds = weighed[["reporter", "named", "unnamed"]].sum(axis=1)
    assert (kinds == weighed["n"]).all()


@given(st.integers(1, 400).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_score_interval_is_scipys(counts):
    expected = scipy.stats.binomtest(*counts).proportion_ci(method="wilson")
    assert wilson(*counts) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_nothing_has_no_interval():
    assert all(math.isnan(end) for end in wilson(0, 0))
