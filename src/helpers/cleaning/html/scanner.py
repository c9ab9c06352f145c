"""A scanner of HTML: markup to the lines of a ``Page``.

It is our own for two things that a tree does not give: the offset of every character in the source, and time and
memory that grow with the length of the page and with nothing else, however broken or deep it is.
"""

from __future__ import annotations

import html
import re

from helpers.cleaning.html.page import Page
from helpers.cleaning.html.places import attribute_names, is_article, place_of
from helpers.cleaning.html.writing import Open, Writer

_TAG = re.compile(
    r"<!--(?:.*?-->|)|<%[^<>%]{0,4000}%>|<!\[CDATA\[|\]\]>|<[!?][^<>]{0,2000}>|"
    r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:_-]{0,40})"
    r"(?P<attributes>(?:[^<>\"']++|\"[^\"<>]*+\"|'[^'<>]*+'|\"[^\"]{0,2000}\"|'[^']{0,2000}')*+)>|"
    r"<(?P<close2>/?)(?P<name2>[a-zA-Z][a-zA-Z0-9:_-]{0,40})(?P<attributes2>[^<>]{0,2000})>",
    re.DOTALL,
)
_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029]|\\r\\n|\\n")
_WORDS = re.compile(r"\S+(?: \S+)*+")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?")
_RAW = frozenset(
    ["script", "style", "textarea", "svg", "math", "iframe", "object", "canvas", "title", "template", "noframes", "xmp"]
)
_RAW_ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in _RAW}
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_BLOCK = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "br", "label", "noscript",
))  # fmt: skip
_SIBLINGS = frozenset(["li", "td", "tr", "option", "dd", "dt"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STRONG = frozenset(["b", "strong", "h1", "h2", "h3", "h4"])
_DEPTH = 400


def scan(page: Page, source: str, offset: int, *, place: str = "", around: int = -1, lines: bool = False) -> None:
    """Read ``source`` as HTML into the page; ``offset`` is where it stands in its source, ``around`` its element.

    lines  a line end of the source, or one that was written out as ``\\n``, ends a line of the page, too
    """
    writer = Writer(page, lines=lines)
    stack = [Open("", new_box(page, around, place == "article"), place, 0, False, False, False)]
    at, length = 0, len(source)
    while at < length:
        found = _TAG.search(source, at)
        if found is None:
            break
        if found.start() > at:
            _text(source, at, found.start(), offset, stack[-1], writer)
        at = found.end()
        close, name, attributes, close2, name2, attributes2 = found.groups()
        name = (name or name2 or "").lower()
        if not name:
            if found.group() == "<!--":
                at = length
                break
        elif close or close2:
            _close(stack, name, writer)
        elif name in _RAW:
            at = _skip_raw(page, source, at, name, attributes or attributes2 or "", offset)
        else:
            _open(page, stack, name, attributes or attributes2 or "", writer)
    else:
        at = length
    _text(source, at, length, offset, stack[-1], writer)
    writer.line_end()
    page.text = "".join(writer.out)


def write_lines(page: Page, text: str, *, around: int = -1) -> None:
    """Add plain text to the page, a line for each of its own, as text of the article."""
    writer = Writer(page)
    state = Open("", new_box(page, around, True), "article", 0, False, False, False)
    at = 0
    for line in text.split("\n"):
        _text(text, at, at + len(line), 0, state, writer)
        writer.line_end()
        at += len(line) + 1
    page.text = "".join(writer.out)


def _text(source: str, start: int, end: int, offset: int, state: Open, writer: Writer) -> None:
    if writer.lines:
        for found in _LINE_END.finditer(source, start, end):
            _words(source, start, found.start(), offset, state, writer)
            writer.line_end(hard=True)
            start = found.end()
    _words(source, start, end, offset, state, writer)


def _words(source: str, start: int, end: int, offset: int, state: Open, writer: Writer) -> None:
    at = start
    for words in _WORDS.finditer(source, start, end):
        last = words.start()
        if last > at:
            writer.space(offset + at, offset + last)
        if "&" in words.group():
            for entity in _ENTITY.finditer(source, *words.span()):
                if entity.start() > last:
                    writer.put(source[last : entity.start()], offset + last, offset + entity.start(), state)
                character = html.unescape(entity.group()).replace("\n", " ").replace("\r", " ")
                if character.strip():
                    writer.put(character, offset + entity.start(), offset + entity.end(), state)
                else:
                    writer.space(offset + entity.start(), offset + entity.end())
                last = entity.end()
        if last < words.end():
            writer.put(source[last : words.end()], offset + last, offset + words.end(), state)
        at = words.end()
    if at < end:
        writer.space(offset + at, offset + end)


def new_box(page: Page, parent: int, article: bool) -> int:
    page.boxes.append((parent, article))
    return len(page.boxes) - 1


def _open(page: Page, stack: list[Open], name: str, attributes: str, writer: Writer) -> None:
    block = name in _BLOCK
    outer = stack[-1]
    if block:
        writer.line_end()
        if outer.name == "p" or (name == outer.name and name in _SIBLINGS):
            stack.pop()
            outer = stack[-1]
    if name in _VOID or len(stack) > _DEPTH:
        return
    names = attribute_names(attributes) if attributes and not attributes.isspace() else ""
    place = place_of(name, names, attributes, outer.place)
    article = bool(names) and name not in ("a", "body", "html") and is_article(names)
    stack.append(
        Open(
            name,
            new_box(page, outer.box, article) if block or names else outer.box,
            place,
            _HEADINGS.get(name, outer.heading),
            outer.item or name == "li",
            outer.linked or name == "a",
            outer.strong or name in _STRONG,
            not block and (place != outer.place or outer.inline),
        )
    )


def _close(stack: list[Open], name: str, writer: Writer) -> None:
    if name in _BLOCK:
        writer.line_end()
    for depth in range(len(stack) - 1, max(len(stack) - 60, 0), -1):
        if stack[depth].name == name:
            del stack[depth:]
            return


def _skip_raw(page: Page, source: str, at: int, name: str, attributes: str, offset: int) -> int:
    """The end of an element whose content is no text of the page; scripts and the title are remembered."""
    end = _RAW_ENDS[name].search(source, at)
    stop = end.start() if end else len(source)
    if name in ("script", "title"):
        page.scripts.append((offset + at, offset + stop, name if name == "title" else attributes))
    return end.end() if end else len(source)
