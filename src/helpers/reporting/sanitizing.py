"""What a cell's HTML may hold on a page: text, tables, links and marks, and nothing that runs, loads or submits.

What comes out is written anew, tag by tag, whatever the parser made of what came in: tags of ``TAGS`` that are all
closed, attributes of ``ATTRIBUTES`` in double quotes, and text, in both of which "<" and ">" are escaped. ``linking``
relies on that form.
"""

from __future__ import annotations

import functools
import re
from html import escape as escape_text
from html.parser import HTMLParser

from markupsafe import escape

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
EMPTY = frozenset({"br", "hr"})
TAGS = (
    HEADINGS
    | EMPTY
    | {
        *("a", "abbr", "b", "blockquote", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em"),
        *("figcaption", "figure", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "section", "small"),
        *("span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul"),
        "var",
    }
)
EVERYWHERE = frozenset({"id", "class", "title", "lang"})
ATTRIBUTES = {
    "a": {"href", "aria-label"},
    "div": {"role", "tabindex", "aria-label", "aria-labelledby"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
WITH_CONTENT = frozenset({"style", "script", "noscript", "template", "iframe", "svg", "math"})
PROTOCOLS = ("http:", "https:", "mailto:")
_IGNORED_IN_ADDRESSES = re.compile(r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]")
_EMPTY_HEADING = re.compile(r"<th(?: [^<>]*)?>\s*</th>")
_SCROLLS = '<div class="scroll" role="region" tabindex="0" aria-label="표">'


@functools.lru_cache(maxsize=256)
def sanitize(html: str) -> str:
    """``html`` with only what ``TAGS`` and ``ATTRIBUTES`` allow; anything else loses its tags and keeps its text.

    Style sheets, scripts and drawings go with their content. Addresses are http, https, mailto or within the page. A
    table that is not one of ours, such as a bare DataFrame, gets scopes for its headings and a box that scrolls.
    """
    keeper = _Keeper()
    keeper.feed(html)
    keeper.close()
    return _EMPTY_HEADING.sub("<td></td>", keeper.result())


class _Keeper(HTMLParser):
    """Writes down what may stay; ``_open`` holds the tags that wait for their end, and what ends them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._made: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._dropping = ""

    def result(self) -> str:
        self._close_to(0)
        return "".join(self._made)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._dropping or tag not in TAGS:
            self._dropping = self._dropping or (tag if tag in WITH_CONTENT else "")
            return
        self._end_of_kind({"a"} if tag == "a" else HEADINGS if tag in HEADINGS else frozenset())
        given = {name: value or "" for name, value in reversed(attrs) if _is_kept(tag, name, value or "")}
        before, after = self._mended(tag, given)
        written = "".join(f' {name}="{escape(value)}"' for name, value in reversed(given.items()))
        self._made.append(f"{before}<{tag}{written}>")
        if tag not in EMPTY:
            self._open.append((tag, f"</{tag}>{after}"))

    def _mended(self, tag: str, given: dict[str, str]) -> tuple[str, str]:
        """What stands before and after an element; its attributes are added to."""
        if tag == "th":
            given.setdefault("scope", "col" if self._is_in("thead") else "row")
        if tag == "table" and "data" not in given.get("class", "").split():
            given["class"] = f"{given.get('class', '')} data".strip()
            return _SCROLLS, "</div>"
        return "", ""

    def handle_endtag(self, tag: str) -> None:
        if self._dropping:
            self._dropping = "" if tag == self._dropping else self._dropping
        elif self._is_in(tag):
            self._end_of_kind({tag})

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self._made.append(escape_text(data, quote=False))

    def _is_in(self, tag: str) -> bool:
        return any(name == tag for name, _ in self._open)

    def _end_of_kind(self, tags: frozenset[str] | set[str]) -> None:
        """End the innermost open element of ``tags``, and what is open in it."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] in tags:
                self._close_to(place)
                return

    def _close_to(self, place: int) -> None:
        while len(self._open) > place:
            self._made.append(self._open.pop()[1])


def _is_kept(tag: str, name: str, value: str) -> bool:
    if name not in EVERYWHERE and name not in ATTRIBUTES.get(tag, ()):
        return False
    return name != "href" or _is_safe(value)


def _is_safe(address: str) -> bool:
    """Relative, or of a protocol that runs nothing."""
    plain = _IGNORED_IN_ADDRESSES.sub("", address).lower()
    return not re.match(r"[^/?#]*:", plain) or plain.startswith(PROTOCOLS)
