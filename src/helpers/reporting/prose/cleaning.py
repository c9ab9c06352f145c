"""What stage 1 found and what it removed, in sentences."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers import tables
from helpers.reporting.korean.numbers import day
from helpers.reporting.messages import Message, message, paragraph, plain
from helpers.reporting.prose.rows import absent, records
from helpers.reporting.saying import Displayable

_KEPT = ("deck", "body", "subhead", "caption")
_OVERRULED = ("kept_by_person", "dropped_by_person")
_TWICE = "caption_again"
_EXTRACT = "extract"
_SECOND = "second_title"
_NEARLY = 0.99
_MOST_NAMES = 4


def about_articles(articles: pd.DataFrame) -> Displayable:
    """How many articles, from where, when they were published, how long they are.

    articles  tables.ARTICLES; none gives an empty displayable
    """
    if articles.empty:
        return paragraph([])
    return paragraph(_one(records(articles)[0]) if len(articles) == 1 else _several(articles))


def _one(article: dict[str, Any]) -> list[Message]:
    outlet, title = article["outlet"], article["title"]
    chosen = [message("article.one_of_unknown") if absent(outlet) else message("article.one", outlet=outlet)]
    chosen += [] if absent(title) else [message("article.title", title=title)]
    chosen += [message("article.title_of_file")] if article["title_from"] == "file" else []
    known = bool(day(article["published_at"]))
    chosen.append(message("article.published", moment=article["published_at"]) if known else message("article.undated"))
    return [
        *chosen,
        message("article.length", raw=int(article["characters"]), kept=int(article["kept_characters"])),
    ]


def _several(articles: pd.DataFrame) -> list[Message]:
    outlets = list(dict.fromkeys(articles["outlet"].dropna()))
    days = sorted(str(moment) for moment in articles["published_at"].dropna() if day(moment))
    chosen = [message("article.several", n=len(articles))]
    if outlets:
        key = "article.outlets" if len(outlets) <= _MOST_NAMES else "article.outlets_more"
        chosen.append(message(key, outlets=outlets[:_MOST_NAMES], n=len(outlets)))
    if days:
        same = day(days[0], time=False) == day(days[-1], time=False)
        chosen.append(message("article.all_on" if same else "article.between", first=days[0], last=days[-1]))
    if undated := len(articles) - len(days):
        chosen.append(message("article.some_undated", n=undated))
    kept = articles["kept_characters"]
    return [*chosen, message("article.lengths", kept=int(kept.sum()), median=round(float(kept.median())))]


def about_labels(lines: pd.DataFrame) -> Displayable:
    """What share of the characters was kept; which lines are deck, body, caption and subhead shows the figure.

    lines  tables.LINES; none gives an empty displayable
    """
    return paragraph(_labels(lines))


def _labels(lines: pd.DataFrame) -> list[Message]:
    if lines.empty:
        return []
    kept = lines[lines["kept"]]
    if not kept["label"].isin(_KEPT).any():
        return [message("lines.none_kept")]
    share = _characters(kept) / _characters(lines)
    if share == 1:
        rest = message("lines.nothing_removed")
    elif share >= _NEARLY:
        rest = message("lines.nearly_all", share=f"{_NEARLY:.0%}")
    else:
        rest = message("lines.share", kept=share)
    apart = [message("lines.title")] if (lines["label"] == "title").any() else []
    second = [message("lines.second")] if (lines["rule"] == _SECOND).any() else []
    return [rest, *apart, *_extracts(lines), *second]


def _extracts(lines: pd.DataFrame) -> list[Message]:
    """Say that all there is of an article is what a site extracted of it."""
    n = int(lines.loc[lines["rule"] == _EXTRACT, "article_id"].nunique())
    several = lines["article_id"].nunique() > 1
    return [message("lines.extract_some" if several else "lines.extract", n=n)] if n else []


def about_removed(lines: pd.DataFrame) -> Displayable:
    """How much was removed, the longest line of it, what a person overruled; for which reasons shows the table.

    lines  tables.LINES; nothing removed and nothing overruled gives an empty displayable
    """
    removed = _removed(lines)
    overruled = lines[lines["rule"].isin(_OVERRULED)]
    return paragraph([*_how_much(removed), *_twice(removed), *_longest(removed), *_overruled(overruled)])


def _removed(lines: pd.DataFrame) -> pd.DataFrame:
    """The lines that were left out, a title's repetitions too: no blank ones, and no title, a sentence of its own."""
    apart = (lines["label"] == "blank") | ((lines["label"] == "title") & (lines["rule"] != "title_again"))
    return lines[~lines["kept"] & ~apart & (lines["text"].str.strip() != "")]


def _how_much(removed: pd.DataFrame) -> list[Message]:
    """In how many lines something was removed: a line may lose only its byline, or go in several pieces."""
    n = len(removed[["article_id", "line"]].drop_duplicates())
    return [message("lines.removed", n=n)] if n else []


def _longest(removed: pd.DataFrame) -> list[Message]:
    """The line of which most was removed, so that a body cut away by mistake is seen."""
    rows = removed[~removed["rule"].isin([_TWICE, "dropped_by_person"])].sort_values("start", kind="stable")
    if rows.empty:
        return []
    texts = rows.groupby(["article_id", "line"], sort=False)["text"].agg("".join).str.strip()
    text = max(map(str, texts), key=len)
    key = "lines.only" if len(texts) == 1 else "lines.longest"
    key = "lines.longest_other" if len(rows) < len(removed) else key
    return [message(key, length=len(text), text=text)]


def _twice(removed: pd.DataFrame) -> list[Message]:
    n = int((removed["rule"] == _TWICE).sum())
    return [message("lines.twice", n=n)] if n else []


def _overruled(overruled: pd.DataFrame) -> list[Message]:
    if overruled.empty:
        return []
    kept = int(overruled["kept"].sum())
    return [message("lines.overruled", n=len(overruled), kept=kept, dropped=len(overruled) - kept)]


def about_tiling(lines: pd.DataFrame, articles: pd.DataFrame) -> Displayable:
    """Whether kept and removed text, joined by span, are the raw text, character for character.

    lines     tables.LINES
    articles  tables.ARTICLES, whose ``characters`` is the length of the raw text; none gives an empty displayable
    """
    if articles.empty:
        return paragraph([])
    torn = [article["article_id"] for article in records(articles) if not _tiles(lines, article)]
    if torn:
        names = [message("article.name", name=name) for name in torn[:_MOST_NAMES]]
        key = "lines.torn" if len(torn) <= _MOST_NAMES else "lines.torn_more"
        return paragraph([message(key, names=names, n=len(torn))])
    return paragraph([message("lines.whole", n=int(articles["characters"].sum()))])


def _tiles(lines: pd.DataFrame, article: dict[str, Any]) -> bool:
    """Do the lines of an article follow on each other from its first to its last character, each with its own text."""
    own = lines[lines["article_id"] == article["article_id"]].sort_values("start")
    lengths = own["end"] - own["start"]
    return (
        own["start"].tolist() == [0, *own["end"]][:-1]
        and [0, *own["end"]][-1] == article["characters"]
        and bool((own["text"].str.len() == lengths).all())
        and int(lengths[own["kept"]].sum()) == article["kept_characters"]
    )


def _characters(lines: pd.DataFrame) -> int:
    return int((lines["end"] - lines["start"]).sum())


def cleaning_findings(lines: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """What cleaning found, as rows of tables.FINDINGS: what is kept, what went, whether anything was lost.

    lines     tables.LINES
    articles  tables.ARTICLES; no lines give no rows
    """
    said = {
        "kept": about_labels(lines).plain,
        "removed": plain(_how_much(_removed(lines))),
        "tiling": about_tiling(lines, articles).plain,
    }
    rows = [{"finding": name, "text": text, "table": "lines"} for name, text in said.items() if text]
    return tables.FINDINGS.make(rows)
