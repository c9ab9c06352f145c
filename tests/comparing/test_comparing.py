"""Shares, keyness and their intervals on made corpora in which the truth is known."""

import numpy as np
import pandas as pd
import pytest

from helpers import tables
from helpers.comparing.build import _coverage
from helpers.comparing.changes import changes
from helpers.comparing.drawing import drawn_articles
from helpers.comparing.keyness import group_keyness
from helpers.comparing.population import Population, periods, weights
from helpers.comparing.shares import counted, shares
from helpers.comparing.sums import Sampling, Sums, sums

COLUMNS = [
    "article_id",
    "outlet",
    "period",
    "story",
    "stratum",
    "title",
    "address",
    "words",
    "nouns",
    "keep",
    "flag",
    "own",
]


def people(outlets: list[str], *, stories: list[str] | None = None, periods_: list[str] | None = None) -> Population:
    count = len(outlets)
    ids = [f"a{n:05d}" for n in range(count)]
    first = ~pd.Series(stories or ids).duplicated()
    frame = pd.DataFrame(
        {
            "article_id": ids, "outlet": outlets, "period": periods_ or ["2024-06"] * count, "story": stories or ids,
            "stratum": "full", "title": ids, "address": "", "words": 100, "nouns": 0, "keep": 1, "flag": 1, "own": first.astype(int),
        }
    )  # fmt: skip
    return Population(frame[COLUMNS], "text")


def having(ids: list[str], name: str, n: int = 1) -> pd.DataFrame:
    return pd.DataFrame({"article_id": ids, "name": name, "n": n})


def test_weights_are_poisson_the_same_everywhere_and_one_for_a_story() -> None:
    whole = people(["가"] * 3_000, stories=[f"s{n // 2}" for n in range(3_000)]).articles
    drawn = weights(whole, rule="keep", draws=100, seed=1)[:, 3:]
    assert abs(drawn.mean() - 1) < 0.02 and abs(drawn.var() - 1) < 0.03
    assert (drawn[0::2] == drawn[1::2]).all()
    assert (weights(whole.iloc[[17, 40]], rule="keep", draws=100, seed=1)[:, 3:] == drawn[[17, 40]]).all()
    assert not (weights(whole, rule="keep", draws=100, seed=2)[:, 3:] == drawn).all()
    assert abs(np.corrcoef(drawn[:, 0], drawn[:, 1])[0, 1]) < 0.1
    own = weights(whole, rule="own", draws=5, seed=1)
    assert (own[1::2, 2:] == 0).all() and own[:, 0].sum() == 3_000 and own[:, 2].sum() == 1_500


def test_sums_of_parts_add_up_to_the_whole() -> None:
    told = people(["가", "나"] * 50)
    ids = list(told.articles["article_id"])
    parts = [having(ids[:30], "책", 2), having(ids[30:70], "책", 1), having(ids[70:], "숲", 3)]
    once = sums([pd.concat(parts)], told, by="outlet", names=["책", "숲"], sampling=Sampling(draws=20))
    apart = sums(parts, told, by="outlet", names=["책", "숲"], sampling=Sampling(draws=20))
    assert np.allclose(once.values, apart.values) and (once.totals == apart.totals).all()
    assert once.values[:, :, 0].tolist() == [[50.0, 45.0], [50.0, 45.0]]
    assert once.totals[:, 0].tolist() == [50.0, 50.0]


def test_share_is_that_of_stories_and_says_what_other_rules_give() -> None:
    told = people(["가"] * 8 + ["나"] * 4, stories=[*"aaaaaaab", *"cdef"])
    made = shares([having([f"a{n:05d}" for n in range(7)], "책")], told, measure="term", by="outlet", names=["책"], sampling=Sampling())  # fmt: skip
    tables.SHARES.check(made)
    row = made.iloc[0]
    assert (row["group"], row["n"], row["total"], row["share"]) == ("가", 1, 2, 0.5)
    assert row["keep"] == 7 / 8 and row["own"] == 0.5
    assert made.iloc[1]["share"] == 0


def test_none_of_a_few_articles_is_not_told_as_certain() -> None:
    told = people(["가"] * 12 + ["나"] * 12, stories=[*"aaaaaabcdefg", *"hijklmnopqrs"])
    everywhere = having([f"a{n:05d}" for n in range(12, 24)], "책")
    made = shares([everywhere], told, measure="term", by="outlet", names=["책"], sampling=Sampling(rule="keep"))
    none, all_ = made.set_index("group").loc["가"], made.set_index("group").loc["나"]
    assert (none["ci_low"], round(none["ci_high"], 3)) == (0, 0.354)  # Wilson's of 0 of 7 stories, not of 12 articles
    assert (round(all_["ci_low"], 3), all_["ci_high"]) == (0.758, 1)


@pytest.mark.long
def test_intervals_of_clustered_articles_cover_the_truth() -> None:
    """Stories of several copies each: 95 % intervals of 300 corpora hold the true share about 95 times in 100."""
    generator = np.random.default_rng(3)
    held = naive = 0
    corpora, truth = 300, 0.4
    for number in range(corpora):
        sizes = generator.integers(1, 6, 150)
        story = np.repeat(np.arange(150), sizes)
        has = (generator.random(150) < truth)[story]
        told = people(["가"] * len(story), stories=[f"{number}-{s}" for s in story])
        ids = list(told.articles.loc[has, "article_id"])
        made = shares(
            [having(ids, "책")], told, measure="term", by="outlet", names=["책"], sampling=Sampling(rule="keep")
        )
        row = made.iloc[0]
        held += row["ci_low"] <= truth <= row["ci_high"]
        half = 1.96 * np.sqrt(row["keep"] * (1 - row["keep"]) / len(story))
        naive += abs(row["keep"] - truth) <= half
    assert 0.91 <= held / corpora <= 0.98  # three standard errors about 93 to 97 %
    assert naive / corpora < 0.85


def test_planted_word_is_key_where_it_was_planted_and_figures_are_scipys() -> None:
    from scipy.stats import chi2_contingency

    generator = np.random.default_rng(5)
    told = people(["가", "나", "다"] * 100)
    ids = told.articles["article_id"].to_numpy()
    rows = []
    for number, article in enumerate(ids):
        for term, rate in (("축제", 3.0 if number % 3 == 0 else 1.0), ("시장", 1.0), ("날씨", 2.0)):
            if n := generator.poisson(rate):
                rows.append({"article_id": article, "name": term, "n": n})
    frame = pd.DataFrame(rows)
    made = group_keyness([frame], told, terms=["축제", "시장", "날씨"], sampling=Sampling())
    tables.GROUP_KEYNESS.check(made)
    first = made[made["group"] == "가"].iloc[0]
    assert first["term"] == "축제" and first["ci_low"] < np.log2(3) < first["ci_high"] and first["q"] < 0.001
    assert made[made["term"] == "시장"]["q"].min() > 0.05
    n, rest = first["n"], first["n_rest"]
    whole = chi2_contingency([[n, rest], [10_000 - n, 20_000 - rest]], correction=False, lambda_="log-likelihood")[0]
    here, there = 10_000 * (n + rest) / 30_000, 20_000 * (n + rest) / 30_000
    assert first["g2"] == pytest.approx(2 * (n * np.log(n / here) + rest * np.log(rest / there)))
    assert first["g2"] == pytest.approx(whole, rel=0.05)  # scipy has the cells of all other words, too


def test_rare_words_that_one_group_lacks_by_chance_are_not_called_its_own() -> None:
    told = people(["가"] * 100 + ["나"] * 100)
    dice = np.random.default_rng(9)
    ids = told.articles["article_id"].to_numpy()
    terms = [f"말{n}" for n in range(120)]
    frame = pd.concat([having(list(dice.choice(ids, size=5, replace=False)), term) for term in terms])
    made = group_keyness([frame], told, terms=terms, sampling=Sampling())
    none = made[(made["n"] == 0) | (made["n_rest"] == 0)]
    assert len(none) > 4 and none["q"].min() > 0.05
    assert ((none["ci_low"] < 0) & (none["ci_high"] > 0)).all()


def test_keyness_that_hangs_on_copies_is_fragile() -> None:
    outlets = ["가"] * 30 + ["나"] * 20
    stories = ["copy"] * 15 + [f"s{n}" for n in range(35)]
    told = people(outlets, stories=stories)
    ids = list(told.articles["article_id"])
    frame = pd.concat([having(ids[:15], "책", 5), having(ids[30:40], "책", 3), having(ids[35:], "숲", 1)])
    made = group_keyness([frame], told, terms=["책", "숲"], sampling=Sampling(draws=50)).set_index(["group", "term"])
    assert made.loc[("가", "책"), "fragile"] and not made.loc[("나", "숲"), "fragile"]


def test_small_and_nameless_groups_and_an_outlets_own_name_are_not_told_of() -> None:
    told = people(["섬신문"] * 20 + ["뭍일보"] * 20 + ["한두 편"] * 3 + ["(모름)"] * 20)
    ids = list(told.articles["article_id"])
    frame = pd.concat([having(ids[:20], "섬신문", 4), having(ids[40:43], "바둑", 9), having(ids[43:], "장기", 9)])
    made = group_keyness([frame], told, terms=["섬신문", "바둑", "장기"], sampling=Sampling(draws=50))
    assert set(made["group"]) == {"섬신문", "뭍일보"}
    assert "섬신문" not in set(made.loc[made["group"] == "섬신문", "term"])
    assert made.loc[(made["group"] == "뭍일보") & (made["term"] == "섬신문"), "n_rest"].item() == 80
    alone = people(["섬신문"] * 3)
    assert group_keyness([having(["a00000"], "배")], alone, terms=["배"], sampling=Sampling(draws=50)).empty


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["2024-06-01", "2024-06-20T09:00"], ["2024-06-01", "2024-06-20"]),
        (["2023-01-01", "2024-06-20"], ["2023-01", "2024-06"]),
        (["1995-01-01", "2024-06-20"], ["1995", "2024"]),
        ([None, "2024-06-20"], ["(모름)", "2024-06-20"]),
    ],
)
def test_periods_suit_the_span(days: list[str], told: list[str]) -> None:
    assert list(periods(pd.Series(days, dtype="str"))) == told


def test_drawn_list_can_be_drawn_again_and_leaves_copies_out() -> None:
    told = people(["가"] * 30, stories=["copy", "copy", *[f"s{n}" for n in range(28)]])
    counts = pd.DataFrame(
        {"article_id": told.articles["article_id"], "supports": range(30), "qualifies": 1, "opposes": 0}
    )
    made = drawn_articles(told, counts, seed=1)
    tables.DRAWN.check(made)
    assert made[made["why"] == "extreme_support"]["article_id"].iloc[0] == "a00029"
    assert "a00001" not in set(made["article_id"]) and "extreme_opposition" not in set(made["why"])
    pd.testing.assert_frame_equal(made, drawn_articles(told, counts, seed=1))
    lots = [list(drawn_articles(told, counts, seed=s).query("why == 'random'")["article_id"]) for s in (1, 2)]
    assert lots[0] != lots[1]


def test_no_stance_is_told_of_an_article_whose_sentences_were_not_read() -> None:
    told = people(["가"] * 4)
    told.articles.loc[1, "stratum"] = "nouns"
    counts = pd.DataFrame({"article_id": ["a00000"], "supports": [2], "qualifies": [0], "opposes": [0]})
    made = drawn_articles(told, counts, seed=1).query("why == 'random'").set_index("article_id")
    tables.DRAWN.check(made.reset_index()[list(tables.DRAWN.columns)])
    assert made.loc["a00001", ["supports", "qualifies", "opposes"]].isna().all()
    assert made.loc["a00002", ["supports", "qualifies", "opposes"]].tolist() == [0, 0, 0]


def test_coverage_tells_nothing_as_0_that_was_not_counted() -> None:
    told = people(["가"] * 3)
    told.articles["sentences"] = [0, 5, 0]
    told.articles["stratum"] = ["nouns", "full", "full"]
    told.articles["words"], told.articles["nouns"] = [0, 60, 0], [70, 0, 0]
    made = _coverage(told).set_index("stratum")
    tables.COVERAGE.check(made.reset_index()[list(tables.COVERAGE.columns)])
    assert made.loc["nouns", ["sentences", "words"]].isna().all() and made.loc["nouns", "nouns"] == 70
    assert made.loc["full", ["sentences", "words"]].tolist() == [5, 60] and pd.isna(made.loc["full", "nouns"])


def test_drawn_extremes_have_the_most_sentences_of_all_and_few_coded_articles_are_not_called_typical() -> None:
    told = people(["가"] * 12)
    counts = pd.DataFrame(
        {"article_id": told.articles["article_id"], "supports": [2] * 6 + [1] * 2 + [0] * 4, "qualifies": [0] * 6 + [2] * 2 + [0] * 4, "opposes": 0}
    )  # fmt: skip
    made = drawn_articles(told, counts, seed=1)
    assert set(made[made["why"] == "extreme_support"]["supports"]) == {2}
    assert "typical" not in set(made["why"])


MONTHS = [f"2024-{n:02d}" for n in range(1, 13)]


def _monthly(chances: dict[str, list[float]], *, each: int, seed: int = 3) -> Sums:
    """Sums of articles of twelve months, so many each, that have each name with the chance of the month."""
    told = people(["가"] * 12 * each, periods_=[month for month in MONTHS for _ in range(each)])
    dice = np.random.default_rng(seed)
    ids = told.articles["article_id"].to_numpy()
    parts = [having(list(ids[dice.random(len(ids)) < np.repeat(by, each)]), name) for name, by in chances.items()]
    return sums(counted(parts), told, by="period", names=list(chances), sampling=Sampling(draws=100))


def test_change_is_found_with_its_month_its_counts_and_its_size() -> None:
    found = _monthly({"축제": [0.1] * 7 + [0.4] * 5, "날씨": [0.3] * 12}, each=40)
    made = tables.CHANGES.check(changes(found, seed=1)).set_index("name")
    row = made.loc["축제"]
    assert row["period_low"] <= "2024-08" <= row["period_high"] and row["period"] in MONTHS[6:9] and row["q"] < 0.01
    assert row["total_before"] + row["total_after"] == 480 and row["ci_low"] < row["difference"] < row["ci_high"]
    assert row["difference"] == pytest.approx(
        row["n_after"] / row["total_after"] - row["n_before"] / row["total_before"]
    )
    assert made.loc["날씨", "q"] > 0.05
    from scipy.stats import chi2_contingency

    table = [
        [row["n_before"], row["total_before"] - row["n_before"]],
        [row["n_after"], row["total_after"] - row["n_after"]],
    ]
    assert row["ratio"] == pytest.approx(chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic)
    pd.testing.assert_frame_equal(changes(found, seed=1), made.reset_index())


@pytest.mark.long
def test_intervals_of_changes_cover_the_truth() -> None:
    made = changes(_monthly({f"말{n}": [0.1] * 7 + [0.3] * 5 for n in range(150)}, each=25), seed=1)
    size = ((made["ci_low"] <= 0.2) & (made["ci_high"] >= 0.2)).mean()
    month = ((made["period_low"] <= "2024-08") & (made["period_high"] >= "2024-08")).mean()
    assert 0.9 <= size <= 0.99 and month >= 0.93


@pytest.mark.long
def test_change_is_called_sure_in_words_that_do_not_change_as_often_as_p_says() -> None:
    made = changes(_monthly({f"말{n}": [0.05 + n / 500] * 12 for n in range(200)}, each=15), seed=1)
    assert 0.01 <= (made["p"] <= 0.05).mean() <= 0.09 and (made["q"] < 0.05).sum() <= 2


def test_change_needs_articles_on_both_sides() -> None:
    assert changes(_monthly({"축제": [0.5] * 12}, each=1), seed=1).empty
    assert list(changes(_monthly({}, each=5), seed=1).columns) == list(tables.CHANGES.columns)
    rare = changes(_monthly({"늘": [1.0] * 12, "없음": [0.0] * 12}, each=5), seed=1)
    assert (rare["p"] == 1).all() and (rare["difference"] == 0).all()
