"""Import exports, tables, feeds and folders of pages into data/raw/<study>/, with an account of every row.

``import_sources`` reads BIGKinds exports, any CSV, TSV, Excel, JSON lines, Parquet or RSS, and folders of saved pages,
tells for each row whether it was taken and why not, and makes a corpus of them: a study with ``articles.csv``.
"""

from helpers.importing.catalogue import read_catalogue
from helpers.importing.study import import_sources

__all__ = ["import_sources", "read_catalogue"]
