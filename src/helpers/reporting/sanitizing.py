"""What a cell's HTML may hold on a page: text, tables, links and marks, and nothing that runs, loads or submits."""

from __future__ import annotations

import functools
import re
from typing import Any

TAGS = frozenset(
    {
        *("a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em"),
        *("figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p"),
        *("pre", "q", "s", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td"),
        *("tfoot", "th", "thead", "tr", "u", "ul", "var"),
    }
)
ATTRIBUTES = {
    "*": ["id", "class", "title", "lang"],
    "a": ["href", "aria-label"],
    "div": ["role", "tabindex", "aria-label", "aria-labelledby"],
    "ol": ["start"],
    "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan", "scope"],
}
_WITH_CONTENT = re.compile(r"<(style|script|noscript|template|iframe|svg|math)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def sanitize(html: str) -> str:
    """``html`` with only what ``TAGS`` and ``ATTRIBUTES`` allow; anything else loses its tags and keeps its text.

    Style sheets and scripts go with their content. Addresses are http, https, mailto or within the page.
    """
    return _cleaner().clean(_WITH_CONTENT.sub("", html))


@functools.cache
def _cleaner() -> Any:
    from bleach.sanitizer import Cleaner

    return Cleaner(tags=TAGS, attributes=ATTRIBUTES, protocols={"http", "https", "mailto"}, strip=True)
