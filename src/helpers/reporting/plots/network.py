"""Words that stand together, as a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.reporting.plots.style import (
    GREY,
    INK,
    SERIES,
    SHAPES,
    empty_axes,
    halo,
    new_axes,
    only,
    printable,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

GAPS = (1.4, 1.2)  # to the right of and below a group that no link joins to the next

FEWEST = 3  # links; fewer are told by the list of pairs
ROUNDS = 60  # of each layout

Places = dict[str, tuple[float, float]]


@styled
def plot_network(network: pd.DataFrame, *, top: int = 40, seed: int = 0) -> Axes:
    """The ``top`` strongest links between words; nearness, colour and shape show the community.

    network  tables.NETWORK of one article and analyzer
    seed     of the layout, which means nothing beyond nearness; groups without a link between them stand apart
    returns  Axes; fewer than three links are no network
    """
    from matplotlib.collections import LineCollection

    only(network, "article_id", "analyzer")
    links = network.sort_values(["weight", "term_a", "term_b"], ascending=[False, True, True]).head(top)
    if len(links) < FEWEST:
        return empty_axes("그물을 이룰 만큼 함께 나온 낱말이 없다.")
    axes = new_axes(height=5.2)
    axes.set_axis_off()
    places = _layout(links, seed)
    ends = [(places[a], places[b]) for a, b in zip(links["term_a"], links["term_b"], strict=True)]
    widths = 0.6 + 2.6 * links["weight"] / links["weight"].max()
    axes.add_collection(LineCollection(ends, colors=GREY, alpha=0.55, linewidths=widths.tolist(), zorder=1))
    communities = _communities(links)
    for community in sorted(set(communities.values())):
        style = (community - 1) % len(SERIES)
        x, y = zip(*(places[term] for term in communities if communities[term] == community), strict=True)
        axes.plot(x, y, SHAPES[style], color=SERIES[style], markersize=8, zorder=2)
    for term in communities:
        word = printable(term, length=10)
        text = axes.annotate(word, places[term], (0, 8), textcoords="offset points", ha="center", color=INK, zorder=3)
        text.set_path_effects(halo())
    axes.margins(0.12, 0.08)
    return axes


def _communities(links: pd.DataFrame) -> dict[str, int]:
    first = dict(zip(links["term_a"], links["community_a"], strict=True))
    return dict(sorted({**first, **dict(zip(links["term_b"], links["community_b"], strict=True))}.items()))


def _layout(links: pd.DataFrame, seed: int) -> Places:
    """Each group of linked words laid out on its own, then all set in rows, the largest first."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(_communities(links))
    graph.add_edges_from(links[["term_a", "term_b"]].itertuples(index=False, name=None))
    groups = sorted((sorted(group) for group in nx.connected_components(graph)), key=lambda group: (-len(group), group))
    return _in_rows([_group_layout(graph.subgraph(group), seed) for group in groups])


def _group_layout(group: Any, seed: int) -> Places:
    """A group from (0, 0) to the right and upwards, in a square that grows with its size."""
    import networkx as nx

    nodes = sorted(group)
    if len(nodes) == 2:
        return {nodes[0]: (0.0, 0.0), nodes[1]: (0.0, 1.0)}
    ordered = nx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in group.edges))
    found = nx.spring_layout(
        ordered, pos=nx.circular_layout(ordered), k=2.2 / len(nodes) ** 0.5, iterations=ROUNDS, seed=seed
    )
    side = 0.75 * len(nodes) ** 0.8
    left, low = (min(place[axis] for place in found.values()) for axis in (0, 1))
    span = max(max(place[axis] for place in found.values()) - least for axis, least in ((0, left), (1, low)))
    return {node: (float(x - left) / span * side, float(y - low) / span * side) for node, (x, y) in found.items()}


def _in_rows(groups: list[Places]) -> Places:
    """Groups from the left to the right, in rows about as long as all of them together are high."""
    sizes = [tuple(max(place[axis] for place in group.values()) + GAPS[axis] for axis in (0, 1)) for group in groups]
    widest = max(max(width for width, _ in sizes), sum(width * height for width, height in sizes) ** 0.5)
    placed: Places = {}
    x = y = row = 0.0
    for group, (width, height) in zip(groups, sizes, strict=True):
        if x and x + width > widest:
            x, y, row = 0.0, y - row, 0.0
        placed |= {node: (x + place[0], y - (height - GAPS[1]) + place[1]) for node, place in group.items()}
        x, row = x + width, max(row, height)
    return placed
