"""A corpus: many articles in buckets, each article read once and again only when its own key has changed.

``bring_up_to_date`` reads what is out of date with processes here or on a Dask cluster; ``scan`` gives the rows of a
table bucket by bucket.
"""

from helpers.corpus.scan import scan
from helpers.corpus.settings import Settings
from helpers.corpus.update import Progress, Updated, bring_up_to_date, out_of_date

__all__ = ["Progress", "Settings", "Updated", "bring_up_to_date", "out_of_date", "scan"]
