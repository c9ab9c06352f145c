"""What an HTML page says of its article outside the visible text: meta elements, JSON-LD, data in its elements."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from helpers.cleaning.habits import habits
from helpers.cleaning.html.page import Page
from helpers.cleaning.pieces.dates import told

_META = re.compile(r"<meta\s([^<>]{1,4000}?)/?>", re.IGNORECASE)
_PAIR = re.compile(r"(?<![\w:.-])([a-zA-Z_:][\w:.-]{0,60}+)\s*+=\s*(?:\"([^\"]*)\"|'([^']*)')")
_OWN = r"(?:deploy|display|publish|pub|reg|regist|insert|input|create|created|write|service|first)"
_DATA_TIME = re.compile(
    _OWN + r"[_-]?\w{0,10}?(?:dt|date|time|at|dttm|datetime)\\{0,3}[\"']?\s?(?:[:=]|\svalue\s?=)\s?\\{0,3}[\"']?\s?"
    r"((?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}[^\"'\\<>]{0,20}|(?:19|20)\d{6}(?:\d{4}|\d{6})?(?!\d)|1\d{9}(?:\d{3})?(?!\d))",
    re.IGNORECASE,
)
_MARKED_TIME = re.compile(
    r"\s(?:datetime|content|title|data-[a-z-]{0,24}(?:date|time)[a-z-]{0,16})\s?=\s?[\"']\s?((?:19|20)\d\d[^\"'<>]{4,32})[\"']"
)
_IS_TIME = re.compile(r"\A<time\b|datePublished|data-[a-z-]{0,24}(?:date|time)", re.IGNORECASE)
_IS_CHANGE = re.compile(r"modif|updat|edit|수정|dateModified", re.IGNORECASE)
_LOOSE = re.compile(r"\"(headline|datePublished|dateModified)\"\s?:\s?\"((?:[^\"\\]|\\.){4,300})\"")
_LD_KEYS = ("headline", "datePublished", "dateModified", "articleSection")


def add_metadata(page: Page) -> None:
    """Put meta elements, ``title`` and the article's JSON-LD into ``page.metadata``; what comes first counts."""
    for found in _META.finditer(page.source, 0, 400_000):
        pairs = {m[1].lower(): m[2] or m[3] or "" for m in _PAIR.finditer(found[1])}
        name = (pairs.get("property") or pairs.get("name") or pairs.get("itemprop") or "").lower()
        if name and pairs.get("content", "").strip():
            page.metadata.setdefault(name, unescape(pairs["content"]))
    for start, end, attributes in page.scripts:
        if attributes == "title":
            page.metadata.setdefault("title-element", unescape(page.source[start:end]))
        elif "ld+json" in attributes:
            _add_linked_data(page, page.source[start:end])


def add_data_time(page: Page) -> None:
    """Where the head names no time, note the one in an element's attribute, and the one in the page's data."""
    if any(name in page.metadata for name in habits().published_metas):
        return
    if marked := _marked_time(page.source):
        page.metadata["marked:published"] = marked
    for found in _DATA_TIME.finditer(page.source, 0, 3_000_000):
        if told(found[1]):
            page.metadata["data:published"] = found[1]
            return


def _marked_time(source: str) -> str | None:
    """The time in the first element that is made to tell one (``time``, ``datePublished``) and that tells no change."""
    for found in _MARKED_TIME.finditer(source, 0, 3_000_000):
        start = source.rfind("<", 0, found.start())
        tag = source[start : found.end() + 100].split(">", 1)[0]
        if _IS_TIME.search(tag) and not _IS_CHANGE.search(tag) and not tag.startswith("<meta") and told(found[1]):
            return found[1]
    return None


def unescape(text: str) -> str:
    """Text with its entities decoded, twice over if they were escaped twice, and white space as single spaces."""
    return " ".join(html.unescape(html.unescape(text)).split())


def _add_linked_data(page: Page, text: str) -> None:
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        for found in _LOOSE.finditer(text):
            page.metadata.setdefault(f"ld:{found[1]}", unescape(found[2]))
        return
    waiting, seen = [data], 0
    while waiting and seen < 500:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            if "Article" in str(node.get("@type")) or "headline" in node:
                _add_article(page, node)
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))


def _add_article(page: Page, node: dict[str, Any]) -> None:
    for key in _LD_KEYS:
        value = node.get(key)
        if isinstance(value, str) and value.strip():
            page.metadata.setdefault(f"ld:{key}", unescape(value))
    for key in ("author", "publisher"):
        value = node.get(key)
        value = value[0] if isinstance(value, list) and value else value
        name = value.get("name") if isinstance(value, dict) else value
        if isinstance(name, str) and name.strip():
            page.metadata.setdefault(f"ld:{key}", unescape(name))
