"""What an HTML page says of its article outside the visible text: meta elements, JSON-LD; the site's name in titles."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from helpers.cleaning.habits import habits, squeeze
from helpers.cleaning.html.page import Page

_SITE_NAME = re.compile(r"\s*(?:\s[-–—|ㅣ:<>·/]{1,2}\s|\s?::\s?|\s?[|ㅣ]\s?|(?<=[가-힣”’\"'\])?!…])-(?=[가-힣A-Z]))")
_META = re.compile(r"<meta\s([^<>]{1,4000}?)/?>", re.IGNORECASE)
_PAIR = re.compile(r"([a-zA-Z_:][\w:.-]{0,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DATA_TIME = re.compile(
    r"(?:deploy|display|publish|pub|reg|regist|insert|input|create|created|write|service|first)[_-]?\w{0,10}?"
    r"(?:dt|date|time|at|dttm|datetime)\\{0,3}[\"']?\s?[:=]\s?\\{0,3}[\"']\s?((?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}[^\"'\\<>]{0,20})",
    re.IGNORECASE,
)
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
    """Where neither metadata nor JSON-LD name a time, take the one that the page's own data calls so."""
    if not {"article:published_time", "ld:datePublished"} & page.metadata.keys():
        found = _DATA_TIME.search(page.source[:3_000_000])
        if found:
            page.metadata["data:published"] = found[1]


def unescape(text: str) -> str:
    """Text with its entities decoded, twice over if they were escaped twice, and white space as single spaces."""
    return " ".join(html.unescape(html.unescape(text)).split())


def _add_linked_data(page: Page, text: str) -> None:
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
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


def page_titles(page: Page) -> list[str]:
    """The headlines that the page's head names, the most reliable first, without the site's name."""
    names = ("ld:headline", "data:headline", "headline", "og:title", "twitter:title", "title", "title-element")
    site = page.metadata.get("og:site_name")
    found = [without_site(page.metadata[name], site) for name in names if page.metadata.get(name)]
    return [title for title in dict.fromkeys(found) if len(title) >= 6]


def without_site(title: str, site: str | None) -> str:
    """A page's title without the site's name, section and the like after it."""
    known = habits()
    names = known.outlets | ({squeeze(site)} if site else set())
    cut = len(title)
    for found in reversed(list(_SITE_NAME.finditer(title))):
        tail = squeeze(title[found.end() : cut])
        if found.start() < 6 or not (
            tail in names or known.controls.fullmatch(title[found.end() : cut]) or _is_site(tail)
        ):
            break
        cut = found.start()
    return title[:cut].strip()


def _is_site(tail: str) -> bool:
    return len(tail) <= 14 and tail.endswith(
        ("뉴스", "신문", "일보", "방송", "타임스", "타임즈", "경제", "투데이", "저널", "데일리", "TV")
    )
