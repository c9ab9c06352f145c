"""Tables -> figures, Korean prose, HTML.

``show``, ``say`` and ``table`` make what the last line of a notebook cell displays; ``plot_*`` draw; ``josa``,
``number``, ``percent`` and their kin write Korean; ``close_reading`` and ``concordance`` show the sentences behind the
numbers; ``render_notebook``, ``render_report`` and ``render_index`` make self-contained pages of executed notebooks.
Nothing here computes a statistic or touches a file, and nothing is loaded before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_IN = {
    "anchors": ("keyword_address", "keyword_anchor", "sentence_anchor"),
    "cells": ("figures",),
    "each": ("show_each",),
    "korean.names": ("analyzer_name", "measure_name"),
    "korean.numbers": ("interval", "join_words", "number", "percent", "percent_interval", "share_words"),
    "pages": ("render_index", "render_notebook", "render_report"),
    "korean.particles": ("josa",),
    "plots": ("missing_glyphs",),
    "reading": ("close_reading", "concordance"),
    "saying": ("link_keyword", "link_sentences", "mark", "quote", "say", "say_list", "strong"),
    "showing": ("show",),
    "tabling": ("table",),
}
_WHERE = {name: module for module, names in _IN.items() for name in names}
__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    module = "plots" if name.startswith("plot_") else _WHERE.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), name)
