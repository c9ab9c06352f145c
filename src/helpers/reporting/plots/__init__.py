"""Figures: each takes a table and returns its Axes; it computes no statistic, saves nothing and changes no setting."""

from __future__ import annotations

from helpers.reporting.plots.accuracy import plot_accuracy
from helpers.reporting.plots.collocations import plot_collocations
from helpers.reporting.plots.corpus import plot_coverage, plot_group_keyness, plot_shares, plot_trends
from helpers.reporting.plots.dispersion import plot_dispersion
from helpers.reporting.plots.evidence import plot_evidence
from helpers.reporting.plots.keywords import plot_keywords
from helpers.reporting.plots.network import plot_network
from helpers.reporting.plots.page import plot_page_strip
from helpers.reporting.plots.stability import plot_stability
from helpers.reporting.plots.style import missing_glyphs
from helpers.reporting.plots.timeline import plot_timeline
from helpers.reporting.plots.weighing import plot_weighing
from helpers.reporting.plots.word_cloud import plot_word_cloud

__all__ = [
    "missing_glyphs",
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
]


def __dir__() -> list[str]:  # what Tab lists: no rooms, which nobody uses by hand
    return __all__
