"""An HTML file, told from a text file and read as its page."""

from __future__ import annotations

import re

from helpers.cleaning.html.head import add_data_time, add_metadata
from helpers.cleaning.html.page import Page
from helpers.cleaning.html.scanner import scan
from helpers.cleaning.html.scripts import add_script_text

__all__ = ["Page", "looks_like_html", "read_page", "read_tagged_lines"]

_TAGGED = re.compile(
    r"</?(?:br|b|p|div|span|strong|font|em|i|u|a|img|td|tr|table)(?:\s[^<>]{0,300})?\s?/?>", re.IGNORECASE
)
_WRITTEN_OUT = re.compile(r"(?:\\r)?\\n(?![a-z]{2})")
_HTML_NAME = re.compile(r"\.(?:html?|xhtml|htm)\Z", re.IGNORECASE)
_HTML_START = re.compile(r"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|meta\s)", re.IGNORECASE)
_HTML_TAGS = re.compile(r"</?(?:div|p|span|a|br|td|tr|table|li|ul|img|strong|h[1-6])[\s/>]", re.IGNORECASE)


def looks_like_html(text: str, *, name: str = "") -> bool:
    """Is a file HTML: by its first element, or by its name and a few tags, or by tags throughout."""
    head = text[:4096]
    if _HTML_START.search(head):
        return True
    tags = len(_HTML_TAGS.findall(text[:50_000]))
    return tags >= (3 if _HTML_NAME.search(name) else 12)


def read_page(source: str) -> Page:
    """The text of an HTML page without markup, scripts and styles; blocks are lines, entities are characters.

    Any string gives a page: broken or unclosed markup is read as far as it goes.
    """
    page = Page(source)
    scan(page, source, 0)
    add_metadata(page)
    add_data_time(page)
    add_script_text(page)
    return page


def read_tagged_lines(source: str) -> Page | None:
    """A text that a crawler saved with some tags, or with line ends written out as ``\\n``: its lines without them.

    None where there are none. The page has lines and the way back to the source, and no marks: its markup says nothing.
    """
    if not _TAGGED.search(source) and len(_WRITTEN_OUT.findall(source)) < 2:
        return None
    page = Page(source)
    scan(page, source, 0, lines=True)
    page.marks, page.boxes = [], []
    return page
