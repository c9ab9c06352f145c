"""When the articles of a study were published."""

from __future__ import annotations

import pandas as pd


def publication(articles: pd.DataFrame) -> dict[str, str | None]:
    """By article, when it was published (ISO 8601), None where that is not known; ``find_facts`` wants it so.

    articles  tables.ARTICLES
    """
    moments = articles["published_at"].astype(object).where(articles["published_at"].notna(), None)
    return dict(zip(articles["article_id"], moments, strict=True))


def only_publication(articles: pd.DataFrame) -> str | None:
    """When the article of a study of one was published; None where that is not known, and for several articles."""
    return next(iter(publication(articles).values())) if len(articles) == 1 else None
