"""How much of an article a report quotes: chosen by what the reading needs, cut to a limit, and measured.

A report is shared, but the article in it belongs to its publisher. Everything that leaves the project passes here and
keeps the limit: the places that may be quoted are chosen once (``allowance``), all else of the article is cut from
texts and tables (``cutting``), pages and notebooks (``pages``), and the result is measured (``recovery``).
"""

from helpers.quoting.allowance import LIMIT, MODES, RESERVE, Allowance, choose
from helpers.quoting.cutting import cut, cut_table
from helpers.quoting.letters import Letters
from helpers.quoting.pages import cut_html, cut_notebook, phrases_of, quotations_of, texts_of
from helpers.quoting.recovery import recovered

__all__ = [
    "LIMIT",
    "MODES",
    "RESERVE",
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
