"""What the data in a page's scripts calls the body of its article: JSON, with each string's place in the source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.cleaning.html.page import Page

STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
PROSE_END = re.compile(r"[가-힣](?:다|요|까|음|함|됨)[.?!][\"”’']?")
_UNIT = re.compile(r'[{}\[\],:]|"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_START = re.compile(r"(?:\A|[=(])\s{0,20}(?=[{\[])")
_BODIES = ("articleBody", "article_body", "articleContent", "content_elements", "newsContent", "paragraphs")
_TEXTS = ("content", "text", "value", "html", "paragraph", "body")
_OTHERS = re.compile(r"relat|recommend|promo|popular|rank|list|feed|comment|teaser", re.IGNORECASE)
_HEADLINES = ("headline", "title", "basic")
_MOST = 6_000_000

Path = tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """The strings that are an article's body, in order, how many sentences they hold, and its headline's place."""

    spans: tuple[tuple[int, int], ...]
    prose: int
    headline: tuple[int, int] | None


def best_statement(page: Page) -> Statement | None:
    """The body with the most sentences that a script states under a name that says so; None if none does."""
    found = [
        statement
        for start, end, attributes in page.scripts
        if attributes != "title" and any(name in page.source[start:end] for name in _BODIES)
        for first, last in _documents(page.source, start, end)
        for statement in _statements(page.source, first, last)
    ]
    return max(found, key=lambda statement: statement.prose, default=None)


def _documents(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the JSON documents in a script: all of it, or what is assigned or passed in it."""
    decoder = json.JSONDecoder(strict=False)
    text, at, misses = source[start : min(end, start + _MOST)], 0, 0
    while misses < 40 and (opening := _START.search(text, at)):
        try:
            _, last = decoder.raw_decode(text, opening.end())
        except (ValueError, RecursionError):
            at, misses = opening.end() + 1, misses + 1
            continue
        yield start + opening.end(), start + last
        at = last


def _statements(source: str, start: int, end: int) -> Iterator[Statement]:
    bodies: dict[Path, list[tuple[int, int]]] = {}
    headlines: dict[Path, tuple[int, int]] = {}
    for path, first, last in strings(source, start, end):
        name = next((place for place, key in enumerate(path) if key in _BODIES), None)
        if (
            name is not None
            and (path[-1] in _TEXTS or path[-1] in _BODIES or path[-1][:1] == "[")
            and not any(map(_OTHERS.search, path[:name]))
        ):
            bodies.setdefault(path[: name + 1], []).append((first, last))
        elif path[-1] in _HEADLINES and (path[-1] != "basic" or "headlines" in path[-2:]):
            headlines.setdefault(tuple(key for key in path[:-1] if key != "headlines"), (first, last))
    for path, spans in bodies.items():
        prose = sum(_sentences(source[a:b]) for a, b in spans)
        if prose:
            yield Statement(tuple(spans), prose, headlines.get(path[:-1]))


def strings(source: str, start: int, end: int) -> Iterator[tuple[Path, int, int]]:
    """Each string value of a JSON document: the keys that lead to it (an item of a list: its number), and its span."""
    stack: list[str] = []
    items: list[int] = []  # the number of the item in each open list; -1 for an object
    key, last = "", None
    for unit in _UNIT.finditer(source, start, end):
        mark = unit.group()
        if mark == ":":
            key, last = (source[slice(*last)] if last else ""), None
            continue
        if last is not None:
            yield (*stack, f"[{items[-1]}]" if items and items[-1] >= 0 else key), *last
            last = None
        if mark in "{[":
            if items:
                stack.append(f"[{items[-1]}]" if items[-1] >= 0 else key)
            items.append(0 if mark == "[" else -1)
            key = ""
        elif mark in "}]":
            items = items[:-1]
            stack = stack[: max(len(items) - 1, 0)]
            key = ""
        elif mark == ",":
            key = ""
            if items and items[-1] >= 0:
                items[-1] += 1
        else:
            last = (unit.start() + 1, unit.end() - 1)


def _sentences(literal: str) -> int:
    found = len(PROSE_END.findall(literal))
    if found or "\\u" not in literal:
        return found
    try:
        return len(PROSE_END.findall(json.loads(f'"{literal}"', strict=False)))
    except ValueError:
        return 0
