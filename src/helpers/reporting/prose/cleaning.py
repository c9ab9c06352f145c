"""What stage 1 found and what it removed, in sentences."""

from __future__ import annotations

import pandas as pd

from helpers import tables
from helpers.reporting.names import LABELS
from helpers.reporting.numbers import join_words, number, percent
from helpers.reporting.particles import josa
from helpers.reporting.prose.wording import absent, counted, day, quoted, some
from helpers.reporting.saying import Displayable, say

_KEPT = ("deck", "body", "subhead", "caption")
_OVERRULED = "연구자가"


def about_articles(articles: pd.DataFrame) -> Displayable:
    """How many articles, from where, when they were published, how long they are.

    articles  tables.ARTICLES; none gives an empty displayable
    """
    if articles.empty:
        return say()
    if len(articles) == 1:
        return say(*_one_article(articles.iloc[0]))
    outlets = list(dict.fromkeys(articles["outlet"].dropna()))
    days = sorted(day(moment, time=False) for moment in articles["published_at"].dropna())
    moments = sorted(articles["published_at"].dropna())
    places = f" 매체는 {some(outlets, most=4, unit='곳')}이다." if outlets else ""
    when = f"{day(moments[0], time=False)}부터 {day(moments[-1], time=False)} 사이에 나왔다." if days else ""
    kept = articles["kept_characters"]
    return say(
        f"기사 {number(len(articles), '편')}을 읽는다." if not places else "",
        f"기사 {number(len(articles), '편')}을 읽는다.{places}" if places else "",
        when,
        f"기사로 남긴 글자는 모두 {number(int(kept.sum()), '자')}이고, 한 편에 {number(float(kept.median()), '자', digits=0)}쯤이다.",
    )


def _one_article(article: pd.Series) -> list[str]:
    outlet = "" if absent(article["outlet"]) else f"{article['outlet']}의 "
    title = "" if absent(article["title"]) else f" {quoted(article['title'])}"
    published = day(article["published_at"])
    kept = number(int(article["kept_characters"]), "자")
    return [
        f"{outlet}기사 한 편{',' if title else ''}{josa(title, '을/를') if title else '을'} 읽는다.",
        f"{published}에 나왔다." if published else "언제 나왔는지는 원문에 없다.",
        f"원문은 {number(int(article['characters']), '자')}이고, 그 가운데 {kept}가 기사다.",
    ]


def about_labels(lines: pd.DataFrame) -> Displayable:
    """How many lines of deck, body, caption and subhead were kept, and what share of the characters.

    lines  tables.LINES; none gives an empty displayable
    """
    if lines.empty:
        return say()
    kept = lines[lines["kept"]]
    counts = [
        f"{LABELS[label]} {number(int((kept['label'] == label).sum()), '줄')}"
        for label in _KEPT
        if (kept["label"] == label).any()
    ]
    size = (lines["end"] - lines["start"]).sum()
    share = (kept["end"] - kept["start"]).sum() / size if size else None
    if not counts:
        return say("기사로 남긴 줄이 없다.")
    return say(
        f"{josa(join_words(counts), '을/를')} 기사로 남겼다.",
        f"글자 수로는 원문의 {percent(share)}이고, 나머지 {josa(percent(1 - share), '은/는')} 덜어 냈다."
        if 0 < share < 1
        else "덜어 낸 글자는 없다.",
    )


def about_removed(lines: pd.DataFrame) -> Displayable:
    """What was removed, for which reasons most often, the longest passage, what a person overruled.

    lines  tables.LINES; nothing removed gives an empty displayable
    """
    removed = lines[~lines["kept"] & (lines["label"] != "blank")]
    if removed.empty:
        return say()
    reasons = removed["reason"].value_counts().sort_index(kind="stable").sort_values(ascending=False, kind="stable")
    listed = [f"{quoted(reason)} {number(int(n), '줄')}" for reason, n in reasons.head(3).items()]
    lengths = removed["text"].str.strip().str.len()
    longest = removed.loc[lengths.idxmax()]
    twice = int((removed["label"] == "caption").sum())
    overruled = lines[lines["reason"].str.startswith(_OVERRULED)]
    return say(
        f"빈 줄 말고 {counted(len(removed), '줄')}을 덜어 냈다.",
        f"까닭을 많은 순서로 적으면 {join_words(listed)}이다.",
        f"가장 긴 것은 {josa(quoted(longest['text'], longest=40), '으로/로')}, 까닭은 {quoted(longest['reason'])}이다.",
        f"두 번 인쇄된 사진 설명은 한 번만 남겼다({counted(twice, '곳')})." if twice else "",
        f"연구자가 직접 고친 곳은 {counted(len(overruled), '곳')}이다." if len(overruled) else "",
    )


def about_tiling(lines: pd.DataFrame, articles: pd.DataFrame) -> Displayable:
    """Whether kept and removed text, joined by span, are the raw text, character for character.

    lines     tables.LINES
    articles  tables.ARTICLES, whose ``characters`` is the length of the raw text; none gives an empty displayable
    """
    if articles.empty:
        return say()
    torn = [article["article_id"] for article in articles.to_dict("records") if not _tiles(lines, article)]
    if torn:
        return say(
            f"남긴 글과 덜어 낸 글을 이어도 {join_words([quoted(t) for t in torn], '은/는')} 원문이 되지 않는다. 이 표를 믿어서는 안 된다."
        )
    size = number(int(articles["characters"].sum()), "자")
    return say(f"남긴 글과 덜어 낸 글을 자리대로 이으면 원문 {size}가 한 글자도 빠짐없이 되살아난다.")


def _tiles(lines: pd.DataFrame, article: dict) -> bool:
    own = lines[lines["article_id"] == article["article_id"]].sort_values("start")
    edges = [0, *own["end"]]
    return (
        list(own["start"]) == edges[:-1]
        and edges[-1] == article["characters"]
        and bool((own["text"].str.len() == own["end"] - own["start"]).all())
        and int((own["end"] - own["start"])[own["kept"]].sum()) == article["kept_characters"]
    )


def cleaning_findings(lines: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """What cleaning found, as rows of tables.FINDINGS; no lines give no rows."""
    if lines.empty:
        return tables.FINDINGS.empty()
    sentence = str(about_labels(lines))
    return tables.FINDINGS.make([{"finding": "cleaning", "text": sentence, "table": "lines", "sentences": None}])
