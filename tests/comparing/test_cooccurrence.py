"""Words that occur together in made corpora, and the file of them that Gephi opens."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from helpers import tables
from helpers.comparing.cooccurrence import _g2, cooccurrence
from helpers.comparing.population import Population
from helpers.reporting.graphs import as_gexf


def people(outlets: list[str]) -> Population:
    ids = [f"a{n:04d}" for n in range(len(outlets))]
    return Population(pd.DataFrame({"article_id": ids, "outlet": outlets, "keep": 1, "own": 1}), "text")


def having(numbers: range, name: str) -> pd.DataFrame:
    return pd.DataFrame({"article_id": [f"a{n:04d}" for n in numbers], "name": name, "n": 2})


@pytest.fixture
def parts() -> list[pd.DataFrame]:
    rows = [having(range(40), "나룻배"), having(range(20, 60), "강물"), having(range(0, 200, 2), "<김 & 이>")]
    whole = pd.concat([*rows, having(range(196, 200), "등대"), having(range(196, 200), "섬")], ignore_index=True)
    first = whole["article_id"] < "a0030"
    return [whole[first], whole[~first]]


def test_words_that_stand_together_are_counted_in_articles_over_all_parts(parts: list[pd.DataFrame]) -> None:
    terms = ["나룻배", "강물", "<김 & 이>", "등대", "섬"]
    made = cooccurrence(parts, people(["섬신문"] * 200), terms=terms, rule="own")
    tables.COOCCURRENCE.check(made)
    whole = made[made["by"] == "all"]
    assert whole[["term", "other", "n", "n_term", "n_other", "total"]].to_numpy().tolist() == [
        ["강물", "나룻배", 20, 40, 40, 200]
    ]  # the bracketed word is in half of everything, and the lighthouse's articles are too few
    assert whole["log_dice"].item() == pytest.approx(14 + np.log2(2 * 20 / 80))
    again = cooccurrence(
        [pd.concat(parts).sample(frac=1, random_state=2)], people(["섬신문"] * 200), terms=terms, rule="own"
    )
    assert made.equals(again)
    assert cooccurrence([], people([]), terms=terms, rule="own").empty


def test_large_outlets_are_looked_at_by_themselves(parts: list[pd.DataFrame]) -> None:
    told = people(["섬신문"] * 60 + ["뭍일보"] * 40 + ["(모름)"] * 100)
    made = cooccurrence(parts, told, terms=["나룻배", "강물"], rule="own")
    assert set(made["by"]) == {"all"}  # in the 60 of 섬신문 20 are no more than by chance
    made = cooccurrence(parts, people(["섬신문"] * 150 + ["(모름)"] * 50), terms=["나룻배", "강물"], rule="own")
    assert made[["by", "total", "n"]].to_numpy().tolist() == [["all", 200, 20], ["outlet", 150, 20]]
    assert made["group"].tolist()[1] == "섬신문" and pd.isna(made["group"][0])


def test_word_of_nearly_every_article_goes_with_none() -> None:
    both = [
        having(range(2, 197), "섬"),
        having(range(156), "배"),
        having(range(50), "뱃삯"),
        having(range(40, 50), "나룻배"),
    ]
    made = cooccurrence([pd.concat(both)], people(["섬신문"] * 200), terms=["섬", "배", "나룻배", "뱃삯"], rule="own")
    told = made[["term", "other"]].to_numpy().tolist()
    assert ["나룻배", "뱃삯"] in told and not any("섬" in pair for pair in told)


def test_surprise_of_a_pair_is_scipys() -> None:
    from scipy.stats import chi2_contingency

    counts = np.array([[40.0, 20.0], [20.0, 60.0]])
    whole = chi2_contingency([[20, 20], [40, 120]], correction=False, lambda_="log-likelihood")[0]
    assert _g2(counts, counts.diagonal(), 200)[0, 1] == pytest.approx(whole)


def test_graph_is_read_back_as_it_was_and_is_the_same_on_every_day(
    parts: list[pd.DataFrame], monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pairs = cooccurrence(parts, people(["섬신문"] * 600), terms=["나룻배", "강물", "<김 & 이>"], rule="own")
    written = as_gexf(pairs)
    monkeypatch.setattr("time.strftime", lambda *_: "1999-01-01")  # what networkx writes of the day
    assert as_gexf(pairs.sample(frac=1, random_state=1)) == written
    path = tmp_path_factory.mktemp("graph") / "cooccurrence.gexf"
    path.write_text(written, "utf-8")
    graph = nx.read_gexf(path)
    assert dict(graph.nodes(data="articles")) == {"나룻배": 40, "강물": 40, "<김 & 이>": 100}
    assert {frozenset(ends): n for *ends, n in graph.edges(data="articles")} == {
        frozenset((row["term"], row["other"])): row["n"] for _, row in pairs.iterrows() if row["by"] == "all"
    }
    assert graph.edges["나룻배", "강물"]["weight"] == pytest.approx(13.0)
    path.write_text(as_gexf(pairs.head(0)), "utf-8")
    assert nx.read_gexf(path).number_of_nodes() == 0
