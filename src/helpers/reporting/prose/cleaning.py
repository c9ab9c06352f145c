"""What stage 1 found and what it removed, in sentences."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers import tables
from helpers.reporting.korean.counting import counted
from helpers.reporting.korean.names import LABELS
from helpers.reporting.korean.numbers import day, number, percent
from helpers.reporting.korean.particles import josa
from helpers.reporting.korean.quoting import quoted
from helpers.reporting.prose.rows import absent, records
from helpers.reporting.prose.wording import listed, some, told
from helpers.reporting.saying import Displayable, say, strong

_KEPT = ("deck", "body", "subhead", "caption")
_OVERRULED = ("kept_by_person", "dropped_by_person")
_TWICE = "caption_again"
_MOST_REASONS = 3


def about_articles(articles: pd.DataFrame) -> Displayable:
    """How many articles, from where, when they were published, how long they are.

    articles  tables.ARTICLES; none gives an empty displayable
    """
    if articles.empty:
        return say()
    return say(*(_one(records(articles)[0]) if len(articles) == 1 else _several(articles)))


def _one(article: dict[str, Any]) -> list[str]:
    outlet = "" if absent(article["outlet"]) else f"{article['outlet']}의 "
    published = day(article["published_at"])
    said: list[str] = [
        f"{outlet}기사 한 편을 읽는다."
        if absent(article["title"])
        else f"{outlet}기사 한 편을 읽는다. 제목은 {josa(quoted(article['title'], longest=80), '이다/다')}."
    ]
    if article["title_from"] == "file":
        said.append("원문에 제목이 없어 파일 이름을 제목으로 삼았다.")
    said.append(f"{published}에 나왔다." if published else "언제 나왔는지는 원문에 적혀 있지 않다.")
    lengths = number(int(article["characters"]), "자"), strong(number(int(article["kept_characters"]), "자"))
    said.append(told("내려받은 원문은 {}이고, 그 가운데 기사는 {}다.", *lengths))
    return said


def _several(articles: pd.DataFrame) -> list[str]:
    outlets = list(dict.fromkeys(articles["outlet"].dropna()))
    days = sorted(str(moment) for moment in articles["published_at"].dropna() if day(moment))
    said: list[str] = [told("기사 {}을 읽는다.", strong(number(len(articles), "편")))]
    if outlets:
        said.append(f"매체는 {josa(some(outlets, most=4, unit='곳'), '이다/다')}.")
    if days:
        first, last = day(days[0], time=False), day(days[-1], time=False)
        said.append(f"모두 {first}에 나왔다." if first == last else f"{first}부터 {last} 사이에 나왔다.")
    if undated := len(articles) - len(days):
        said.append(f"{number(undated, '편')}은 언제 나왔는지 원문에 적혀 있지 않다.")
    kept = articles["kept_characters"]
    median = number(float(kept.median()), "자", digits=0)
    said.append(f"기사로 남긴 글은 모두 {number(int(kept.sum()), '자')}이고, 가운데 것이 {median}다.")
    return said


def about_labels(lines: pd.DataFrame) -> Displayable:
    """How many lines of deck, body, caption and subhead were kept, and what share of the characters.

    lines  tables.LINES; none gives an empty displayable
    """
    if lines.empty:
        return say()
    kept = lines[lines["kept"]]
    sizes = {label: int((kept["label"] == label).sum()) for label in _KEPT}
    counts = [f"{LABELS[label]} {number(n, '줄')}" for label, n in sizes.items() if n]
    if not counts:
        return say("기사로 남긴 줄이 없다.")
    share = _characters(kept) / _characters(lines)
    if share == 1:
        return say(f"{listed(counts, '을/를')} 기사로 보았다.", "덜어 낸 글은 없다.")
    return say(
        f"{listed(counts, '을/를')} 기사로 보았다.",
        told("글자 수로는 원문의 {}를 남기고 {}를 덜어 냈다.", strong(percent(share)), percent(1 - share)),
    )


def about_removed(lines: pd.DataFrame) -> Displayable:
    """What was removed, for which reasons most often, the longest passage, what a person overruled.

    lines  tables.LINES; nothing removed and nothing overruled gives an empty displayable
    """
    removed = lines[~lines["kept"] & (lines["label"] != "blank") & (lines["text"].str.strip() != "")]
    overruled = lines[lines["rule"].isin(_OVERRULED)]
    return say(*_reasons(removed), *_twice(removed), *_longest(removed), *_overruled(overruled))


def _reasons(removed: pd.DataFrame) -> list[str]:
    if removed.empty:
        return []
    counts = removed.groupby("reason", sort=True).size().sort_values(ascending=False, kind="stable")
    reasons = [f"{quoted(reason)} {number(int(n), '줄')}" for reason, n in counts.head(_MOST_REASONS).items()]
    if len(counts) == 1:
        return [
            f"빈 줄 말고 {counted(len(removed), '줄')}을 덜어 냈다. 까닭은 {josa(quoted(counts.index[0]), '이다/다')}."
        ]
    return [
        f"빈 줄 말고 {counted(len(removed), '줄')}을 덜어 냈다.",
        f"까닭은 {number(len(counts), '가지')}이고, 많은 것부터 {listed(reasons, '이다/다')}.",
    ]


def _longest(removed: pd.DataFrame) -> list[str]:
    """The longest passage that was removed, so that a body cut away by mistake is seen."""
    rows = [row for row in records(removed) if row["rule"] not in (_TWICE, "dropped_by_person")]
    if not rows:
        return []
    row = max(rows, key=lambda row: (len(row["text"].strip()), -row["start"]))
    length = number(len(row["text"].strip()), "자")
    text, reason = quoted(row["text"], longest=40), josa(quoted(row["reason"]), "이라고/라고")
    others = "그 밖에 " if len(rows) < len(removed) else ""
    return [f"{others}덜어 낸 줄 가운데 가장 긴 것은 {length}짜리 {josa(text, '으로/로')}, {reason} 보았다."]


def _twice(removed: pd.DataFrame) -> list[str]:
    n = int((removed["rule"] == _TWICE).sum())
    return [f"두 번 인쇄된 사진 설명 {counted(n, '개')}는 한 번만 남겼다."] if n else []


def _overruled(overruled: pd.DataFrame) -> list[str]:
    if overruled.empty:
        return []
    kept = int(overruled["kept"].sum())
    parts = f"남긴 곳 {number(kept, '군데')}, 뺀 곳 {number(len(overruled) - kept, '군데')}"
    return [f"규칙과 달리 연구자가 직접 정한 곳은 {counted(len(overruled), '군데')}다({parts})."]


def about_tiling(lines: pd.DataFrame, articles: pd.DataFrame) -> Displayable:
    """Whether kept and removed text, joined by span, are the raw text, character for character.

    lines     tables.LINES
    articles  tables.ARTICLES, whose ``characters`` is the length of the raw text; none gives an empty displayable
    """
    if articles.empty:
        return say()
    torn = [article["article_id"] for article in records(articles) if not _tiles(lines, article)]
    if torn:
        names = josa(some([quoted(name) for name in torn], most=4, unit="편"), "은/는")
        return say(f"남긴 글과 덜어 낸 글을 자리대로 이어도 {names} 원문이 되지 않는다. 이 표를 믿어서는 안 된다.")
    size = strong(number(int(articles["characters"].sum()), "자"))
    return say(told("남긴 글과 덜어 낸 글을 자리대로 이으면 원문 {}가 한 글자도 빠짐없이 되살아난다.", size))


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
        "removed": " ".join(_reasons(lines[~lines["kept"] & (lines["label"] != "blank")])),
        "tiling": about_tiling(lines, articles).plain,
    }
    rows = [{"finding": name, "text": text, "table": "lines"} for name, text in said.items() if text]
    return tables.FINDINGS.make(rows)
