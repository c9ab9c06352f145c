"""Make figures, Korean prose and HTML of tables.

``show``, ``say`` and ``table`` make what the last line of a notebook cell displays; ``plot_*`` draw; ``josa``,
``number``, ``percent`` and their kin write Korean; ``close_reading`` and ``concordance`` show the sentences behind the
numbers; ``render_notebook``, ``render_report`` and ``render_index`` make self-contained pages of executed notebooks.
Nothing here computes a statistic or touches a file, and no drawing library is loaded before it is used.
"""

from helpers.reporting.anchors import keyword_address, keyword_anchor, sentence_anchor
from helpers.reporting.cells import figures
from helpers.reporting.each import show_each
from helpers.reporting.fonts import with_hangul
from helpers.reporting.korean.names import analyzer_name, measure_name
from helpers.reporting.korean.numbers import interval, number, percent, percent_interval
from helpers.reporting.korean.particles import josa
from helpers.reporting.pages import render_differences, render_index, render_notebook
from helpers.reporting.plots import (
    missing_glyphs,
    plot_accuracy,
    plot_collocations,
    plot_coverage,
    plot_dispersion,
    plot_evidence,
    plot_group_keyness,
    plot_keywords,
    plot_network,
    plot_page_strip,
    plot_shares,
    plot_stability,
    plot_timeline,
    plot_trends,
    plot_weighing,
    plot_word_cloud,
)
from helpers.reporting.reading.close import close_reading, coded_sentence
from helpers.reporting.reading.concordance import concordance
from helpers.reporting.report import render_report
from helpers.reporting.saying import link_sentences, mark, quote, say, say_list, strong
from helpers.reporting.showing import show
from helpers.reporting.tabling import table

__all__ = [
    "analyzer_name",
    "close_reading",
    "coded_sentence",
    "concordance",
    "figures",
    "interval",
    "josa",
    "keyword_address",
    "keyword_anchor",
    "link_sentences",
    "mark",
    "measure_name",
    "missing_glyphs",
    "number",
    "percent",
    "percent_interval",
    "plot_accuracy",
    "plot_collocations",
    "plot_coverage",
    "plot_dispersion",
    "plot_evidence",
    "plot_group_keyness",
    "plot_keywords",
    "plot_network",
    "plot_page_strip",
    "plot_shares",
    "plot_stability",
    "plot_timeline",
    "plot_trends",
    "plot_weighing",
    "plot_word_cloud",
    "quote",
    "render_differences",
    "render_index",
    "render_notebook",
    "render_report",
    "say",
    "say_list",
    "sentence_anchor",
    "show",
    "show_each",
    "strong",
    "table",
    "with_hangul",
]


def __dir__() -> list[str]:  # what Tab lists: no rooms, which nobody uses by hand
    return __all__
