"""Agreement, held against two other implementations of Krippendorff's alpha."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.errors import StudyError
from helpers.narrative import agreement, parse_codebook
from made.examples import examples
from made.sentences import sentence_table

CODES = ("gain", "lack")
CODE = {"label": "살림", "definition": "살린 일.", "stance": "supports"}
BOOK = parse_codebook({"codes": dict.fromkeys(CODES, CODE)})


def sentences_of(n: int) -> pd.DataFrame:
    return sentence_table(*["가."] * n)


def codings_of(**coders: dict[tuple[int, str], str]) -> pd.DataFrame:
    return tables.CODINGS.make(
        {"article_id": "a", "sentence_id": number, "code": code, "stance": stance, "coder": coder, "note": None}
        for coder, given_ in coders.items()
        for (number, code), stance in given_.items()
    )


def values(coding: dict[tuple[int, str], str], n: int) -> list[str]:
    return [coding.get((number, code), "absent") for number in range(1, n + 1) for code in CODES]


def measured(a, b, n, **kwargs):
    return agreement(
        codings_of(rules=a, reader=b), sentences_of(n), BOOK, coder_a="rules", coder_b="reader", seed=3, **kwargs
    )


CODING = st.dictionaries(
    st.tuples(st.integers(1, 8), st.sampled_from(CODES)), st.sampled_from(tables.STANCES), min_size=1, max_size=12
)


@examples(25)
@given(CODING, CODING)
def test_alpha_is_that_of_nltk_and_of_krippendorff(a, b):
    import krippendorff
    from nltk.metrics.agreement import AnnotationTask

    row = measured(a, b, 8, draws=2).alpha.set_index("scope").loc["stances"]
    one, other = values(a, 8), values(b, 8)
    if len({*one, *other}) < 2:
        assert np.isnan(row["alpha"])
        return
    task = AnnotationTask(data=[(c, i, v) for c, vs in (("a", one), ("b", other)) for i, v in enumerate(vs)])
    numbers = {value: place for place, value in enumerate((*tables.STANCES, "absent"))}
    second = krippendorff.alpha(
        reliability_data=[[numbers[v] for v in one], [numbers[v] for v in other]],
        value_domain=list(range(5)),
        level_of_measurement="nominal",
    )
    assert row["alpha"] == pytest.approx(task.alpha())
    assert row["alpha"] == pytest.approx(second)


def test_alpha_is_that_of_the_published_example():
    """Hayes & Krippendorff (2007) follow Krippendorff (2011), 'Computing alpha', A: two observers, 10 binary units."""
    a = dict.fromkeys([(2, "gain"), (8, "gain"), (9, "gain")], "supports") | {(1, "lack"): "supports"}
    b = dict.fromkeys([(1, "gain"), (2, "gain"), (5, "gain"), (8, "gain")], "supports") | {(1, "lack"): "supports"}
    row = measured(a, b, 10, draws=2).alpha.set_index("scope").loc["gain"]
    assert row["agreed"] == pytest.approx(0.7)
    assert row["alpha"] == pytest.approx(1 - 19 * 6 / (20**2 - 13**2 - 7**2))


def test_the_table_has_every_scope_and_counts_its_units():
    table = tables.AGREEMENT.check(measured({(1, "gain"): "supports"}, {(2, "gain"): "supports"}, 5).alpha)
    assert list(table["scope"]) == ["codes", "stances", "gain", "lack"]
    assert list(table["units"]) == [10, 10, 5, 5]
    assert set(table["sentences"]) == {5}


def test_perfect_agreement_is_one_and_no_variation_is_missing():
    same = {(1, "gain"): "supports", (3, "gain"): "opposes"}
    table = measured(same, same, 5).alpha.set_index("scope")
    assert table.loc["codes", ["alpha", "ci_low", "ci_high"]].tolist() == [1, 1, 1]
    assert table.loc["lack", ["alpha", "ci_low", "ci_high"]].isna().all()


def test_the_interval_holds_the_value_and_repeats_with_its_seed():
    a = {(n, "gain"): "supports" for n in range(1, 21)}
    b = {(n, "gain"): "supports" for n in range(4, 26)}
    first, again = measured(a, b, 40).alpha, measured(a, b, 40).alpha
    pd.testing.assert_frame_equal(first, again)
    row = first.set_index("scope").loc["gain"]
    assert row["ci_low"] < row["alpha"] < row["ci_high"]


def test_confusion_counts_every_sentence_once_a_code():
    result = measured({(1, "gain"): "supports", (2, "gain"): "opposes"}, {(1, "gain"): "supports"}, 4)
    table = tables.CONFUSION.check(result.confusion)
    assert set(table["coder_a"]) == {"rules"} and set(table["coder_b"]) == {"reader"}
    assert table[["code", "value_a", "value_b", "n"]].to_numpy().tolist() == [
        ["gain", "absent", "absent", 2],
        ["gain", "opposes", "absent", 1],
        ["gain", "supports", "supports", 1],
        ["lack", "absent", "absent", 4],
    ]


def test_disagreements_show_the_sentence_and_both_values():
    result = measured({(2, "gain"): "opposes"}, {(2, "gain"): "supports", (3, "lack"): "supports"}, 4)
    table = tables.DISAGREEMENTS.check(result.disagreements)
    assert table[["sentence_id", "code", "value_a", "value_b"]].to_numpy().tolist() == [
        [2, "gain", "opposes", "supports"],
        [3, "lack", "absent", "supports"],
    ]


def test_the_rules_read_every_article_a_person_only_those_with_a_code():
    other = sentences_of(3).assign(article_id="b")
    both = pd.concat([sentences_of(4), other], ignore_index=True)
    codings = codings_of(rules={}, reader={(1, "gain"): "supports"})
    rules = codings_of(rules={(1, "gain"): "supports"}).assign(article_id="b")
    result = agreement(
        pd.concat([codings, rules], ignore_index=True), both, BOOK, coder_a="rules", coder_b="reader", seed=1, draws=2
    )
    assert set(result.alpha["sentences"]) == {4}


def test_an_unknown_coder_is_an_error_that_names_the_known():
    with pytest.raises(StudyError, match=r"no codings by 'nobody' \(coders: reader, rules\)"):
        agreement(
            codings_of(rules={(1, "gain"): "supports"}, reader={(1, "gain"): "supports"}),
            sentences_of(1), BOOK, coder_a="rules", coder_b="nobody", seed=1,
        )  # fmt: skip
