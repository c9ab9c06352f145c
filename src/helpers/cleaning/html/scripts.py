"""The text of an article in the data that a page's script would have shown."""

from __future__ import annotations

import html
import re

from helpers.cleaning.html.page import Page
from helpers.cleaning.html.scanner import new_box, scan, write_lines
from helpers.cleaning.html.statements import PROSE_END, STRING, Statement, best_statement

_ENOUGH = 6  # sentences that a page shows when its article is in the markup
_ESCAPE = re.compile(r"\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}


def add_script_text(page: Page) -> None:
    """Where the visible page has next to no prose, read the article from the data that a script would have shown.

    What the data itself calls an article's body (JSON-LD, a list of content elements) is read, too, where the page
    shows other prose than that.
    """
    shown = len(PROSE_END.findall(page.text))
    stated = best_statement(page)
    if stated is not None and _is_unseen(page, stated) and 2 * stated.prose > shown:
        _write(page, [_unescaped(page.source[a:b], list(range(a, b + 1))) for a, b in stated.spans])
        if stated.headline:
            a, b = stated.headline
            headline = " ".join(_unescaped(page.source[a:b], list(range(a, b + 1)))[0].split())
            page.metadata.setdefault("data:headline", headline)
        return
    best = _best_string(page, shown) if shown < _ENOUGH else None
    if best is not None:
        _write(page, [best])


def _is_unseen(page: Page, stated: Statement) -> bool:
    """Does the visible page lack what the data calls the article."""
    seen = "".join(page.text.split())
    start, end = max(stated.spans, key=lambda span: span[1] - span[0])
    text = re.sub(r"<[^<>]*>", "", _unescaped(page.source[start:end], list(range(start, end + 1)))[0])
    bare = "".join(html.unescape(text).split())
    return bare[len(bare) // 3 :][:24] not in seen


def _write(page: Page, texts: list[tuple[str, list[int]]]) -> None:
    """Add texts to the page as text of the article, each with the offsets of its characters in the source."""
    page.text = page.text if not page.text or page.text.endswith("\n") else page.text + "\n"
    around = new_box(page, -1, True)
    for text, offsets in texts:
        before = len(page.segments)
        if re.search(r"</?(?:p|br|div|b|span|a)\b", text):
            scan(page, text, 0, place="article", around=around)
        else:
            write_lines(page, text, around=around)
        page.segments[before:] = [
            (first, last, offsets[min(a, len(offsets) - 1)], offsets[min(b, len(offsets) - 1)])
            for first, last, a, b in page.segments[before:]
        ]


def _best_string(page: Page, shown: int) -> tuple[str, list[int]] | None:
    best, most = None, max(2, 2 * shown)
    for start, end, attributes in page.scripts:
        if attributes == "title" or not _may_hold_prose(page.source, start, end):
            continue
        for literal in STRING.finditer(page.source, start, end):
            prose = _prose(literal[1]) if literal.end() - literal.start() > 80 else 0
            if prose > most:
                best, most = literal, prose
    if best is None:
        return None
    text, offsets = _unescaped(best[1], list(range(best.start(1), best.end(1) + 1)))
    return _innermost(text, offsets)


def _may_hold_prose(source: str, start: int, end: int) -> bool:
    return bool(PROSE_END.search(source, start, end)) or source.count("\\u", start, end) >= 50


def _prose(literal: str) -> int:
    """The number of sentence ends in a string as JSON writes it."""
    ends = len(PROSE_END.findall(literal))
    if ends or literal.count("\\u") < 50:
        return ends
    return len(PROSE_END.findall(_ESCAPE.sub(_escaped, literal)))


def _innermost(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """The string with the most prose inside a string that is itself JSON."""
    for _ in range(3):
        if not re.search(r'"\w{2,40}"\s*:', text):
            break
        inner = max(STRING.finditer(text), key=lambda found: _prose(found[1]), default=None)
        if inner is None or 2 * _prose(inner[1]) < _prose(text):
            break
        text, offsets = _unescaped(inner[1], offsets[inner.start(1) : inner.end(1) + 1])
    return text, offsets


def _escaped(escape: re.Match[str]) -> str:
    """The character that an escape stands for; half of a surrogate pair is U+FFFD."""
    if escape[2]:
        return _PLAIN.get(escape[2], escape[2])
    try:
        units = bytes.fromhex(escape.group().replace("\\u", ""))
    except ValueError:
        return "\ufffd"
    return units.decode("utf-16-be", "replace")[:1] or "\ufffd"


def _unescaped(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """A JSON string's text, and the offset of each of its characters and of its end."""
    out: list[str] = []
    where: list[int] = []
    at = 0
    for escape in _ESCAPE.finditer(text):
        out.append(text[at : escape.start()])
        where.extend(offsets[at : escape.start()])
        out.append(_escaped(escape))
        where.append(offsets[escape.start()])
        at = escape.end()
    out.append(text[at:])
    where.extend(offsets[at:])
    joined = "".join(out)
    return joined, [*where[: len(joined)], offsets[-1]]
