"""PageRank over many weightings of one graph at once, which networkx does one by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Graph:
    """Undirected links ``a``-``b`` between ``nodes`` numbered nodes."""

    nodes: int
    a: np.ndarray
    b: np.ndarray

    @cached_property
    def sources(self) -> np.ndarray:
        return np.concatenate([self.a, self.b])

    @cached_property
    def arrivals(self) -> Any:
        """Nodes x directed links: 1 where the link ends in the node."""
        from scipy.sparse import csr_array

        ends = np.concatenate([self.b, self.a])
        return csr_array((np.ones(len(ends)), (ends, np.arange(len(ends)))), shape=(self.nodes, len(ends)))


def pagerank(
    graph: Graph,
    weights: np.ndarray,
    present: np.ndarray,
    *,
    damping: float = 0.85,
    iterations: int = 100,
    tolerance: float = 1e-6,
) -> np.ndarray:
    """PageRank of each node under each weighting: draws x nodes, each draw summing to 1; 0 where not present.

    weights  draws x links, 0 where a draw lacks the link
    present  draws x nodes, which nodes a draw has; one without links spreads evenly, as in networkx
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        even = np.where(present.T, 1 / present.sum(axis=1), 0.0)
    enough = graph.nodes * tolerance
    return spread(graph, weights, even, damping=damping, rounds=iterations, enough=enough, idle=True).T


def spread(
    graph: Graph, weights: np.ndarray, start: np.ndarray, *, damping: float, rounds: int, enough: float, idle: bool
) -> np.ndarray:
    """Rounds of damping * (what the links bring) + (1 - damping) * start: nodes x draws.

    start   nodes x draws, the first ranks and what each round gives anew
    enough  stop when no draw changes by more in a round
    idle    share the rank of nodes without links out as ``start`` is shared
    """
    both = np.concatenate([weights.T, weights.T])
    strength = graph.arrivals @ both
    with np.errstate(divide="ignore", invalid="ignore"):
        moves = both / strength[graph.sources]
    moves[~np.isfinite(moves)] = 0.0
    linkless = strength == 0
    rank = start.copy()
    for _ in range(rounds):
        last = rank
        rank = damping * (graph.arrivals @ (rank[graph.sources] * moves)) + (1 - damping) * start
        if idle:
            rank += damping * np.where(linkless, last, 0.0).sum(axis=0) * start
        if (np.abs(rank - last).sum(axis=0) < enough).all():
            break
    return rank
