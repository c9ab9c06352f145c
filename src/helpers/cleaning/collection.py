"""The articles of a study, cleaned into one table of lines and one of articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from helpers.errors import StudyError

if TYPE_CHECKING:
    import pandas as pd

    from helpers.study import Article


def clean_articles(articles: Iterable[Article]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read and clean each article, with what the study's articles.yml says of it.

    articles  of a study (``open_study(...).articles``): id, path, and what articles.yml says of it
    returns   tables.LINES and tables.ARTICLES, in the order given; a title, day, outlet, reporter or address that a
              person wrote down stands above what the page says

    raises ``UnreadableText``, ``NoArticle`` or StudyError that name the file.
    """
    import pandas as pd

    from helpers import tables
    from helpers.cleaning.article import clean
    from helpers.cleaning.files.reading import read_raw

    cleaned = []
    for article in articles:
        entry = article.entry
        overrides = [override.model_dump(exclude_none=True) for override in entry.overrides]
        try:
            found = clean(
                read_raw(article.path), article_id=article.article_id, source_file=entry.file, overrides=overrides
            )
        except StudyError as error:
            error.add_place(f"article {article.article_id}, {entry.file}")
            raise
        known = {name: getattr(entry, name) for name in ("title", "outlet", "reporter", "address")}
        known["published_at"] = entry.published
        cleaned.append((found.lines, found.article.assign(**{k: v for k, v in known.items() if v})))
    if not cleaned:
        return tables.LINES.empty(), tables.ARTICLES.empty()
    lines = pd.concat([lines for lines, _ in cleaned], ignore_index=True)
    rows = pd.concat([article for _, article in cleaned], ignore_index=True)
    return lines, rows.astype({name: column.dtype for name, column in tables.ARTICLES.columns.items()})
