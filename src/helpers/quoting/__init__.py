"""How much of an article a report quotes: chosen by what the reading needs, cut to a limit, and measured.

A report is shared; the article in it belongs to its publisher. One door holds the limit for everything that leaves.
The places that may be quoted are chosen once (``allowance``); whatever else of the article stands in an output or a
table is cut (``cutting``); what can still be read is measured on what was made (``recovery``).
"""

from helpers.quoting.allowance import LIMIT, MODES, Allowance, choose
from helpers.quoting.cutting import cut, cut_html, cut_notebook, cut_table, phrases_of, quotations_of, texts_of
from helpers.quoting.letters import Letters
from helpers.quoting.recovery import recovered

__all__ = [
    "LIMIT",
    "MODES",
    "Allowance",
    "Letters",
    "choose",
    "cut",
    "cut_html",
    "cut_notebook",
    "cut_table",
    "phrases_of",
    "quotations_of",
    "recovered",
    "texts_of",
]
