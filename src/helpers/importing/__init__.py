"""Exports, tables, feeds and folders of pages -> data/raw/<study>/, with an audit of every row.

``import_sources`` reads BIGKinds exports, any CSV, TSV, Excel, JSON lines, Parquet or RSS, and folders of saved pages,
tells what became of each row, and makes a corpus of them: a study with ``articles.csv``.
"""

from helpers.importing.catalogue import read_catalogue
from helpers.importing.study import import_sources

__all__ = ["import_sources", "read_catalogue"]
