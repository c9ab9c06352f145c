"""Reads news.txt: invented sentences of news with the facts that a careful reader writes down."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from pathlib import Path

NEWS = Path(__file__).with_name("news.txt")
_KINDS = {"d": "date", "p": "period", "a": "amount", "c": "count"}
_LINE = re.compile(
    r"(?P<text>.+?) = (?P<kind>[dpac])(?: (?P<value>-?\d[\de]*(?:\.\d+)?(?:e\d+)?)(?:\.\.(?P<upper>[\d.]+))?)?(?: (?P<unit>[^\s\[~<?]+))?"
    r"(?: \[(?P<days>[\d:-]+)\])?(?: ~(?P<bound>\S+))?(?: <(?P<actor>.+)>)?(?P<loose> \?)?\s*$"
)


@dataclass(frozen=True)
class Expected:
    """A fact as the file writes it down; what is None is not compared."""

    text: str
    kind: str
    value: float | None
    value_to: float | None
    unit: str | None
    days: tuple[str, str] | None
    bound: str | None
    actor: str | None
    loose: bool


@dataclass(frozen=True)
class Made:
    """An invented sentence, its beat, and its facts in order."""

    text: str
    beat: str
    facts: list[Expected] = field(default_factory=list)


def made_news() -> list[Made]:
    found: list[Made] = []
    beat = ""
    for line in NEWS.read_text("utf-8").splitlines():
        if line.startswith("## "):
            beat = line[3:]
        elif line.startswith("  "):
            found[-1].facts.append(_expected(line.strip()))
        elif line and not line.startswith("#"):
            found.append(Made(line, beat))
    return found


def _expected(line: str) -> Expected:
    match = _LINE.fullmatch(line)
    assert match, f"not readable: {line}"
    upper = match["upper"]
    return Expected(
        match["text"],
        _KINDS[match["kind"]],
        float(match["value"]) if match["value"] else None,
        float(upper) if upper else None,
        match["unit"],
        _days(match["days"]) if match["days"] else None,
        match["bound"],
        match["actor"],
        bool(match["loose"]),
    )


def _days(written: str) -> tuple[str, str]:
    """[2026-01] as its first and last day."""
    first, _, last = written.partition(":")
    return _edge(first, first=True), _edge(last or first, first=False)


def _edge(written: str, *, first: bool) -> str:
    year, *rest = (int(part) for part in written.split("-"))
    month = rest[0] if rest else (1 if first else 12)
    day = rest[1] if len(rest) > 1 else (1 if first else calendar.monthrange(year, month)[1])
    return f"{year:04}-{month:02}-{day:02}"
