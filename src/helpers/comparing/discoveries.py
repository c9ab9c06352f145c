"""p-values corrected for how many of them were looked at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def false_discovery(p: Sequence[float] | np.ndarray) -> np.ndarray:
    """q for each p: the share of false finds among all whose p is as small (Benjamini and Hochberg 1995).

    As ``scipy.stats.false_discovery_control``, whose module takes a second to load.
    """
    given = np.asarray(p, dtype=float)
    order = np.argsort(given)
    scaled = given[order] * (len(given) / np.arange(1, len(given) + 1))
    least = np.minimum.accumulate(scaled[::-1])[::-1]
    q = np.empty_like(least)
    q[order] = np.clip(least, 0, 1)
    return q
