"""The terms that occur together, as a network with its communities."""

from __future__ import annotations

import pandas as pd

from helpers import tables


def network(
    collocations: pd.DataFrame, *, measure: str = "log_likelihood", links: int = 60, seed: int = 0
) -> pd.DataFrame:
    """The strongest links of each text and the communities they make.

    collocations  tables.COLLOCATIONS
    measure       the association that decides which links are strongest
    links         most links of a text; only positive associations make one (log_dice has no zero)
    seed          of the search for communities
    returns       tables.NETWORK by text and strength; communities are numbered from 1, the largest first. No pair
                  gives no rows.

    Communities: Louvain on how often two terms stand together, Blondel et al. (2008), by networkx.
    """
    chosen = collocations[(collocations["measure"] == measure) & (collocations["value"] > 0)]
    parts = [
        _text(rows.sort_values(["value", "term_a", "term_b"], ascending=[False, True, True]).head(links), seed)
        for _, rows in chosen.groupby(["article_id", "analyzer"], sort=True)
    ]
    frame = pd.concat(parts) if parts else tables.NETWORK.empty()
    columns = {name: column.dtype for name, column in tables.NETWORK.columns.items()}
    return frame[list(columns)].reset_index(drop=True).astype(columns)


def _text(rows: pd.DataFrame, seed: int) -> pd.DataFrame:
    community = _communities(rows, seed)
    return rows.assign(
        weight=rows["value"],
        community_a=rows["term_a"].map(community),
        community_b=rows["term_b"].map(community),
    )


def _communities(rows: pd.DataFrame, seed: int) -> dict[str, int]:
    """Each term's community; nodes are numbers, whose order in sets does not change from run to run."""
    import networkx as nx

    terms = sorted({*rows["term_a"], *rows["term_b"]})
    number = {term: place for place, term in enumerate(terms)}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(terms)))
    for a, b, n in zip(rows["term_a"], rows["term_b"], rows["n"], strict=True):
        graph.add_edge(number[a], number[b], weight=float(n))
    found = nx.community.louvain_communities(graph, weight="weight", seed=seed)
    ordered = sorted(found, key=lambda nodes: (-len(nodes), min(nodes)))
    return {terms[node]: place for place, nodes in enumerate(ordered, 1) for node in nodes}
