"""When the dated things of an article happened."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.reporting.korean.bounds import bounds_of
from helpers.reporting.korean.days import on_a_timeline
from helpers.reporting.plots.style import (
    BLUE,
    GREY,
    INK,
    ORANGE,
    SMALL,
    empty_axes,
    new_axes,
    printable,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_OF_MONTHS, _OF_DAYS = 2.0, 1 / 6  # years below which the axis names months, and days
_MOST_MONTHS, _MOST_DAYS = 6, 5  # of these on the axis
_FURTHEST = 4  # characters between the two ends of a span: '부터 '
_ONE_LINE, _MOST_PLACES = 16, 3  # letters that fit beside the last bar; sentences named beside a time
_AXIS, _GAP = 0.0255, 0.024  # of the axis: a Hangul letter, and what stands between a time and its words
_SEEN = 0.01  # of the axis: what is narrower is drawn as a dot
_NARROWEST = 7 / 365.25  # of a year that the axis shows


@styled
def plot_timeline(facts: pd.DataFrame, *, published_at: str | None = None) -> Axes:
    """Dates and periods from the earliest down, each a dot or a bar with its words and the sentences it stands in.

    facts         tables.FACTS; of the rows that ``on_a_timeline`` lets in, one for the same words and days, and one for
                  a span that is named by both its ends (3일부터 5일까지)
    published_at  ISO 8601; drawn as a line where given
    returns       Axes
    """
    order = ["resolved_from", "resolved_to", "start"]
    dated = [fact for fact in facts.to_dict("records") if on_a_timeline(fact)]
    shown = (
        _as_spans(pd.DataFrame(dated, columns=facts.columns))
        .sort_values(order)
        .groupby(["text", *order[:2]], sort=False, dropna=False)["sentence_id"]
        .agg(lambda places: sorted(set(places)))
        .reset_index()
    )
    if shown.empty:
        return empty_axes("때를 알 수 있는 사실이 없다.")
    axes = new_axes(height=0.9 + 0.4 * len(shown), grid="x")
    _frame(axes, shown, published_at)
    line = _years(published_at[:10]) if published_at else None
    for row, fact in enumerate(shown.to_dict("records")):
        start, end = _years(fact["resolved_from"]), _years(fact["resolved_to"], fact["resolved_from"])
        _draw(axes, row, start, end)
        _name(axes, row, (start, end), _words(fact["text"], fact["sentence_id"]), line)
    if line is not None:
        axes.axvline(line, color=ORANGE, linewidth=1.6, linestyle=(0, (4, 2)))
        axes.annotate("발행", (line, -0.7), ha="center", va="bottom", fontsize=SMALL, color=INK)
    return axes


def _name(axes: Axes, row: int, ends: tuple[float, float], words: str, line: float | None) -> None:
    """Write the words of a time beside it: to the right, but not across the line of publication.

    Where they would cross it they stand to the left of the time if there is room, and else behind the line.
    """
    (start, end), (first, last) = ends, axes.get_xlim()
    width = _AXIS * max(map(_letters, words.split("\n"))) * (last - first)
    gap = _GAP * (last - first)
    place, side, align = end, 1, "left"
    if line is not None and end + gap < line < end + gap + width:
        if start - gap - width > first:
            place, side, align = start, -1, "right"
        else:
            place = line
    axes.annotate(
        words, (place, row), (9 * side, 0), textcoords="offset points", va="center", ha=align, color=INK,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
    )  # fmt: skip


def _letters(words: str) -> float:
    """How wide words are, in Hangul letters."""
    return sum(1.0 if "가" <= letter <= "힣" else 0.55 for letter in words)


def _as_spans(facts: pd.DataFrame) -> pd.DataFrame:
    """The facts, in order, a time from which and the one right behind it until which as one."""
    rows: list[dict[Any, Any]] = []
    for fact in facts.sort_values(["sentence_id", "start"]).to_dict("records"):
        first = rows[-1] if rows else None
        if first is None or not _is_span(first, fact):
            rows.append(fact)
            continue
        own = {name: fact[name] for name in ("end", "resolved_to", "bound")}
        rows[-1] = first | own | {"text": f"{first['text']}~{fact['text']}"}
    return pd.DataFrame(rows, columns=facts.columns)


def _is_span(first: dict[Any, Any], last: dict[Any, Any]) -> bool:
    """Does one time say from when, and the next, with nothing but its particle between, until when."""
    near = first["sentence_id"] == last["sentence_id"] and last["start"] - first["end"] <= _FURTHEST
    ends = "부터" in bounds_of(first) and "까지" in bounds_of(last)
    return bool(
        near and ends and isinstance(last["resolved_to"], str) and first["resolved_from"] <= last["resolved_to"]
    )


def _draw(axes: Axes, row: int, start: float, end: float) -> None:
    """A bar for what is longer than a month and wide enough to be seen, else a dot."""
    first, last = axes.get_xlim()
    if end - start > max(1 / 12, _SEEN * (last - first)):
        axes.barh(row, end - start, left=start, height=0.42, color=BLUE)
    else:
        axes.plot((start + end) / 2, row, "o", color=BLUE, markersize=7)


def _frame(axes: Axes, shown: pd.DataFrame, published_at: str | None) -> None:
    """Years on the axis, or months or days of less, with room at the right for the words of the last rows."""
    first = min(shown["resolved_from"])
    last = max(
        to if isinstance(to, str) and to else day
        for to, day in zip(shown["resolved_to"], shown["resolved_from"], strict=True)
    )
    last = max(last, published_at[:10]) if published_at else last
    start, end = _years(first), _years(last)
    if end - start < _OF_DAYS:
        days = _days(first, last)
        names = [f"{day.month}월 {day.day}일" for day in days]
        axes.set_xticks([_years(day.isoformat()) for day in days], [f"{names[0]}\n{days[0].year}년", *names[1:]])
    elif end - start < _OF_MONTHS:
        months = _months(first, last)
        axes.set_xticks([_years(f"{month}-01") for month in months], months)
    else:
        from matplotlib.ticker import MaxNLocator

        years = MaxNLocator(5, integer=True).tick_values(start, end + 0.62 * (end - start))
        axes.set_xticks([year for year in years if start <= year <= end + 0.5])
        axes.xaxis.set_major_formatter("{x:.0f}")
    width = max(end - start, _NARROWEST)
    axes.set_xlim(start - 0.04 * width, end + 0.62 * width)
    axes.set_ylim(len(shown) - 0.4, -0.7)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="x", colors=GREY)


def _days(first: str, last: str) -> list[date]:
    """Days from the first on, evenly spaced, at most _MOST_DAYS."""
    start, end = (date.fromisoformat(day[:10]) for day in (first, last))
    step = next(step for step in (1, 2, 3, 7, 14, 28) if (end - start).days / step < _MOST_DAYS)
    return [start + timedelta(days=gone) for gone in range(0, (end - start).days + 1, step)]


def _months(first: str, last: str) -> list[str]:
    """The months between two days and the one after (2023-10), evenly spaced, at most _MOST_MONTHS."""
    (start, end) = (12 * int(day[:4]) + int(day[5:7]) - 1 for day in (first, last))
    step = next(step for step in (1, 2, 3, 6, 12) if (end + 1 - start) / step < _MOST_MONTHS)
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 2, step)]


def _words(text: str, places: list[int]) -> str:
    """The words of a time, without what stands in brackets, and where they stand."""
    when = printable(re.sub(r"\s{0,9}\([^()]*\)", "", text), length=18)
    named = [str(place) for place in places if place]
    more = " 등" if len(named) > _MOST_PLACES else ""
    where = ["제목"] * (0 in places) + [f"문장 {', '.join(named[:_MOST_PLACES])}{more}"] * bool(named)
    told = f"{when} ({', '.join(where)})"
    return told if _letters(told) <= _ONE_LINE else f"{when}\n({', '.join(where)})"


def _years(day: Any, otherwise: str = "") -> float:
    """An ISO day as a year with its fraction."""
    read = date.fromisoformat(str(day if isinstance(day, str) and day else otherwise)[:10])
    return read.year + (read.timetuple().tm_yday - 1) / 365.25
