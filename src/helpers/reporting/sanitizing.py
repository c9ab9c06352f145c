"""Clean a cell's HTML for a page: text, tables, links and marks stay, and nothing that runs, loads or submits does.

nh3 reads it as a browser does and writes it anew: tags of ``TAGS`` that are all closed, attributes of ``ATTRIBUTES``
in double quotes, and text, in both of which "<" and ">" are escaped. The patterns here and in ``linking`` rely on it.
"""

from __future__ import annotations

import functools
import re

TAGS = {
    *("a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em"),
    *("figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p"),
    *("pre", "q", "s", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td"),
    *("tfoot", "th", "thead", "tr", "u", "ul", "var"),
}
ATTRIBUTES = {
    "*": {"id", "class", "title", "lang"},
    "a": {"href", "aria-label"},
    "div": {"role", "tabindex", "aria-label", "aria-labelledby"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
WITH_CONTENT = {"style", "script", "noscript", "template", "iframe", "svg", "math"}
ROUNDS = 8
PROTOCOLS = {"http", "https", "mailto"}

_EMPTY_HEADING = re.compile(r"<th(?: [^<>]*)?>\s*</th>")
_HEAD = re.compile(r"<thead.*?</thead>", re.DOTALL)
_NO_SCOPE = re.compile(r"<th(?![a-z])(?![^<>]* scope=)")
_BARE_TABLE = re.compile(r'<table(?! [^<>]*class="(?:[^"]* )?data[ "])([^<>]*)>((?:(?!</?table).)*</table>)', re.DOTALL)
_SCROLLS = '<div class="scroll" role="region" tabindex="0" aria-label="표">'


@functools.lru_cache(maxsize=256)
def sanitize(html: str) -> str:
    """``html`` with only what ``TAGS`` and ``ATTRIBUTES`` allow; anything else loses its tags and keeps its text.

    Style sheets, scripts and drawings go with their content. Addresses are http, https, mailto or within the page. A
    table that is not one of ours, such as a bare DataFrame, gets scopes for its headings and a box that scrolls.
    """
    kept, before = _cleaned(html), html
    for _ in range(ROUNDS):  # what was misnested is read otherwise once it has been written anew
        if kept == before:
            break
        kept, before = _cleaned(kept), kept
    scoped = _HEAD.sub(lambda head: _NO_SCOPE.sub('<th scope="col"', head[0]), _EMPTY_HEADING.sub("<td></td>", kept))
    return _BARE_TABLE.sub(_boxed, _NO_SCOPE.sub('<th scope="row"', scoped))


def _cleaned(html: str) -> str:
    import nh3

    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=PROTOCOLS,
        clean_content_tags=WITH_CONTENT,
        link_rel=None,
    )


def _boxed(table: re.Match[str]) -> str:
    attributes, rest = table[1], table[2]
    if ' class="' in attributes:
        attributes = attributes.replace(' class="', ' class="data ', 1)
    else:
        attributes += ' class="data"'
    return f"{_SCROLLS}<table{attributes}>{rest}</div>"
