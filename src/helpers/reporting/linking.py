"""Finish a page: number its figures and tables, and turn links without a target into plain text.

Everything on a page has been escaped or sanitised: "<" only ever starts a tag and attributes stand in double quotes.
That is why patterns are enough here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")  # what an HTML file cannot hold
_ID = re.compile(r'(<[a-z][^<>]*?) id="([^"]*)"')
_LINK = re.compile(r'<a(?: [^<>]*?)? href="#([^"]*)"[^<>]*>(.*?)</a>', re.DOTALL)
_SENTENCE = re.compile(r"s-(.+)-\d+")
_FIGURE = re.compile(r'(<figure(?: id="([^"]*)")?>\s*<img [^<>]*><figcaption>)')
_TABLE = re.compile(
    r'(<div class="table"(?: id="([^"]*)")?>\s*<div class="scroll"[^<>]*>\s*<table[^<>]*>\s*<caption[^<>]*>)'
)


def finish(page: str) -> str:
    """The page with "그림 1.", "표 1." before captions, each with a link to itself, and no link without a target.

    A link to a sentence or a keyword that the page does not show (an untagged sentence, a rare word) becomes its text.
    An id that stands twice keeps its first place; those of sentences leave out the article if there is but one.
    Control characters are shown as U+FFFD.
    """
    head, opening, rest = NO_CHARACTERS.sub("\ufffd", page).partition("<body>")
    body, *script = rest.rpartition("<script>")
    body, ids = _with_ids_once(body)
    body = _LINK.sub(lambda link: link[0] if link[1] in ids else link[2], body)
    body = _with_short_addresses(body, ids)
    body = _numbered(_numbered(body, _FIGURE, "그림"), _TABLE, "표")
    return "".join([head, opening, body, *script]) + "\n"


def _with_ids_once(body: str) -> tuple[str, set[str]]:
    ids: set[str] = set()

    def once(found: re.Match[str]) -> str:
        again = found[2] in ids
        ids.add(found[2])
        return found[1] if again else found[0]

    return _ID.sub(once, body), ids


def _with_short_addresses(body: str, ids: set[str]) -> str:
    """Where all sentences are of one article, their ids need not name it."""
    articles = {found[1] for id_ in ids if (found := _SENTENCE.fullmatch(id_))}
    if len(articles) != 1:
        return body
    start = f"s-{articles.pop()}-"
    return body.replace(f' id="{start}', ' id="s-').replace(f' href="#{start}', ' href="#s-')


def _numbered(body: str, start: re.Pattern[str], word: str) -> str:
    """The word and a number at the start of each caption, as a link to the figure or table where it has an id."""
    labels: Iterator[str] = (f"{word} {number}." for number in range(1, len(body)))

    def labelled(found: re.Match[str]) -> str:
        label = next(labels)
        if found[2] is None:
            return Markup('{}<span class="ref">{}</span> ').format(Markup(found[1]), label)
        return Markup('{}<a class="ref" href="#{}">{}</a> ').format(Markup(found[1]), Markup(found[2]), label)

    return start.sub(labelled, body)
