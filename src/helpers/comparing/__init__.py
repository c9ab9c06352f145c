"""Groups and time: what share of which articles hold a word, quote somebody, make a claim; and how sure that is.

Everything is summed bucket by bucket; what grows with the tokens is never held whole. ``compare`` makes the tables that
the notebooks of a corpus read.
"""

from helpers.comparing.build import compare
from helpers.comparing.drawing import drawn_articles

__all__ = ["compare", "drawn_articles"]
