"""Words that stand together: as a list of pairs, and as a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.reporting.names import measure_name
from helpers.reporting.plots.style import (
    BLUE,
    GREY,
    INK,
    SERIES,
    SMALL,
    empty_axes,
    halo,
    label_rows,
    new_axes,
    only,
    printable,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SHAPES = "osD^vP"


@styled
def plot_collocations(collocations: pd.DataFrame, *, top: int = 15) -> Axes:
    """The ``top`` pairs of the greatest value, each a dot, with how often the two stand together.

    collocations  tables.COLLOCATIONS of one article, analyzer and measure
    returns       Axes
    """
    only(collocations, "article_id", "analyzer", "measure")
    order = ["value", "n", "term_a", "term_b"]
    shown = collocations.dropna(subset=["value"]).sort_values(order, ascending=[False, False, True, True]).head(top)
    if shown.empty:
        return empty_axes("보여 줄 짝이 없다")
    axes = new_axes(height=0.9 + 0.31 * len(shown), grid="x")
    rows = range(len(shown))
    axes.plot(shown["value"], rows, "o", color=BLUE, markersize=6.5)
    for row, (value, n) in enumerate(zip(shown["value"], shown["n"], strict=True)):
        axes.annotate(
            f"{n}번", (value, row), (8, 0), textcoords="offset points", va="center", fontsize=SMALL, color=GREY
        )
    pairs = zip(shown["term_a"], shown["term_b"], strict=True)
    label_rows(axes, [f"{printable(a, length=9)} – {printable(b, length=9)}" for a, b in pairs])
    axes.set_xlabel(f"{measure_name(shown['measure'].iloc[0])}, 숫자는 함께 나온 횟수", fontsize=SMALL)
    axes.margins(x=0.16)
    return axes


@styled
def plot_network(network: pd.DataFrame, *, top: int = 40, seed: int = 0) -> Axes:
    """The ``top`` strongest links between words; nearness, colour and shape show the community.

    network  tables.NETWORK of one article and analyzer
    seed     of the layout, which means nothing beyond nearness
    returns  Axes
    """
    only(network, "article_id", "analyzer")
    links = network.sort_values(["weight", "term_a", "term_b"], ascending=[False, True, True]).head(top)
    if links.empty:
        return empty_axes("보여 줄 연결이 없다")
    axes = new_axes(height=4.9)
    axes.set_axis_off()
    places = _layout(links, seed)
    strongest = links["weight"].max()
    for link in links.to_dict("records"):
        (x1, y1), (x2, y2) = places[link["term_a"]], places[link["term_b"]]
        axes.plot(
            [x1, x2], [y1, y2], color=GREY, alpha=0.55, linewidth=0.6 + 2.6 * link["weight"] / strongest, zorder=1
        )
    for term, community in _communities(links).items():
        style = (community - 1) % len(SERIES)
        axes.plot(*places[term], SHAPES[style], color=SERIES[style], markersize=9, zorder=2)
        place: dict[str, Any] = {
            "xytext": (0, 9),
            "textcoords": "offset points",
            "ha": "center",
            "color": INK,
            "zorder": 3,
        }
        axes.annotate(printable(term, length=10), places[term], **place).set_path_effects(halo())
    axes.margins(0.14, 0.08)
    return axes


def _communities(links: pd.DataFrame) -> dict[str, int]:
    first = dict(zip(links["term_a"], links["community_a"], strict=True))
    return dict(sorted({**first, **dict(zip(links["term_b"], links["community_b"], strict=True))}.items()))


def _layout(links: pd.DataFrame, seed: int) -> dict[str, Any]:
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(_communities(links))
    graph.add_weighted_edges_from(links[["term_a", "term_b", "weight"]].itertuples(index=False, name=None))
    start = nx.circular_layout(graph)
    return nx.spring_layout(graph, pos=start, k=1.7 / len(graph) ** 0.5, iterations=200, seed=seed, weight=None)
