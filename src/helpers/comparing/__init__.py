"""Compare groups and periods: the share of articles that hold a word, quote somebody or make a claim, with intervals.

Counts are summed bucket by bucket, so that the tokens of a whole corpus are never in memory at once. ``compare`` makes
the tables that the notebooks of a corpus read.
"""

from helpers.comparing.build import compare
from helpers.comparing.drawing import drawn_articles

__all__ = ["compare", "drawn_articles"]
