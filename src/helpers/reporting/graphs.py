"""A table of pairs as a graph that Gephi opens."""

from __future__ import annotations

import pandas as pd


def as_gexf(cooccurrence: pd.DataFrame) -> str:
    """The words of all articles as nodes, the closer two are the heavier their edge; in the order of the words.

    cooccurrence  tables.COOCCURRENCE
    returns  GEXF 1.2; nodes know in how many articles they are, edges in how many both of their words are
    """
    import networkx as nx

    pairs = cooccurrence[cooccurrence["by"] == "all"].sort_values(["term", "other"], kind="stable")
    graph = nx.Graph()
    ends = [pairs[["term", "n_term"]], pairs[["other", "n_other"]].set_axis(["term", "n_term"], axis=1)]
    for term, n in pd.concat(ends).drop_duplicates("term").sort_values("term").itertuples(index=False, name=None):
        graph.add_node(str(term), articles=int(n))
    for term, other, n, dice in pairs[["term", "other", "n", "log_dice"]].itertuples(index=False, name=None):
        graph.add_edge(str(term), str(other), weight=round(float(dice), 6), articles=int(n))
    before, _, dated = "\n".join(nx.generate_gexf(graph)).partition("<meta ")  # the day, and the writer's version
    return before.rstrip() + dated.partition("</meta>")[2] + "\n"
