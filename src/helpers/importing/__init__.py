"""Exports, tables, feeds and folders of pages -> data/raw/<study>/, with an audit of every row.

``import_sources`` reads BIGKinds exports, any CSV, TSV, Excel, JSON lines, Parquet or RSS, and folders of saved pages,
tells what became of each row, and makes a corpus of them: a study with ``articles.csv``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpers.importing.catalogue import read_catalogue
    from helpers.importing.whole import import_sources, is_corpus

_HOMES = {"import_sources": "whole", "is_corpus": "whole", "read_catalogue": "catalogue"}
__all__ = ["import_sources", "is_corpus", "read_catalogue"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
