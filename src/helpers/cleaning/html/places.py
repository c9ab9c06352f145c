"""What a page's own names say of an element: that it holds the article, a caption, or the page's frame."""

from __future__ import annotations

import re
from functools import lru_cache

from helpers.cleaning.habits import habits

_ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.-]{0,60})(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]{1,500})))?")
_CHROME = frozenset(["nav", "footer", "aside", "form", "button", "select", "option", "dialog", "noscript", "label"])


def place_of(name: str, names: str, attributes: str, outer: str) -> str:
    if outer in ("chrome", "caption"):
        return outer
    if name == "figcaption" or (names and _is_caption(names)):
        return "caption"
    if name in _CHROME or (names and name not in ("body", "html", "main") and _is_chrome(names)):
        return "chrome"
    if "none" in attributes and re.search(r"display\s*:\s*none", attributes):
        return "chrome"
    return outer


@lru_cache(maxsize=4096)
def is_article(names: str) -> bool:
    return bool(habits().article_boxes.search(names))


@lru_cache(maxsize=4096)
def _is_caption(names: str) -> bool:
    return bool(habits().caption_boxes.search(names))


@lru_cache(maxsize=4096)
def _is_chrome(names: str) -> bool:
    known = habits()
    for word in names.split():
        if (known.chrome_boxes.search(word) or known.hidden_boxes.search(word)) and not known.article_boxes.search(
            word
        ):
            return True
    return False


@lru_cache(maxsize=4096)
def attribute_names(attributes: str) -> str:
    """The id, classes and itemprop of an element, in lower case, separated by spaces."""
    wanted = ("id", "class", "itemprop", "role")
    found = [m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(attributes[:4000]) if m[1].lower() in wanted]
    return " ".join(found).lower()[:600]
