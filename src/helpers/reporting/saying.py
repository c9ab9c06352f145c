"""Computed sentences as paragraphs of a notebook and of the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from helpers.reporting.anchors import sentence_anchor

NOT_FOR_SHARING = "이 사본에는 기사 전문이 실려 있다. 혼자 보는 데만 쓰고 남에게 건네지 않는다."

# What JupyterLab has to be told; the report's style sheet says the same, and drops this:
# quotations bring their own marks, and marked words are legible in the dark, too.
QUOTES = "<style>q::before,q::after{content:none}</style>"
MARKS = "<style>.jp-RenderedHTML mark:not([class]){background:#ffe8a3;color:#222}</style>"


@dataclass(frozen=True)
class Displayable:
    """Something that a notebook shows: the same content as HTML, already escaped, and as plain text."""

    html: str
    plain: str

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {
            "text/html": QUOTES * ("<q" in self.html) + MARKS * ("<mark" in self.html) + self.html,
            "text/plain": self.plain,
        }

    def __str__(self) -> str:
        return self.plain


def say(*sentences: str, kind: str = "") -> Displayable:
    """One paragraph of sentences, joined by a space.

    sentences   plain text, which is escaped, or text with marks made by ``strong``, ``mark``, ``quote`` and the links
                below: ``"축적은 " + strong("14번") + " 나온다."``; empty ones are left out: a helper may be silent
    kind        "lead" or "note" for a paragraph that stands out or back; "" for an ordinary one

    No sentence at all gives an empty displayable, which the report leaves out.
    """
    said = [escape(sentence) for sentence in sentences if sentence]
    if not said:
        return Displayable("", "")
    text = Markup(" ").join(said)
    opening = Markup('<p class="{}">').format(kind) if kind else Markup("<p>")
    return Displayable(str(opening + text + Markup("</p>")), text.striptags())


def together(*parts: Displayable) -> Displayable:
    """Several things to show as one; empty ones are left out."""
    shown = [part for part in parts if part.html]
    return Displayable("\n".join(part.html for part in shown), "\n\n".join(part.plain for part in shown))


def say_list(items: Iterable[str]) -> Displayable:
    """A list, one sentence an item, escaped as ``say`` does; no items give an empty displayable."""
    said = [escape(item) for item in items if item]
    if not said:
        return Displayable("", "")
    html = Markup("<ul>") + Markup("").join(Markup("<li>{}</li>").format(item) for item in said) + Markup("</ul>")
    return Displayable(str(html), "\n".join(f"- {item.striptags()}" for item in said))


def strong(text: object) -> Markup:
    """A number or a word that the eye should find."""
    return Markup("<strong>{}</strong>").format(text)


def mark(text: object) -> Markup:
    """A word that a rule matched."""
    return Markup("<mark>{}</mark>").format(text)


def quote(text: object) -> Markup:
    """Somebody's words, in the quotation marks of Korean print."""
    return Markup("<q>“{}”</q>").format(text)


def link_sentences(sentences: Iterable[Mapping[str, Any]], *, most: int | None = None, named: bool = False) -> Markup:
    """Links to sentences of the close reading: "문장 3, 7"; of several articles each is named: "a 문장 3; b 문장 7".

    sentences  article_id and sentence_id of each, as ``tables.FINDINGS`` has them; none gives ""
    named      name the article although they lead to but one: of a study of several
    most       links shown; more are counted: "문장 3, 7 등 12문장"
    """
    places = [(str(sentence["article_id"]), int(sentence["sentence_id"])) for sentence in sentences]
    shown = places[:most]
    several = named or len({article for article, _ in places}) > 1
    parts = [
        Markup("{}문장 {}").format(
            f"{article} " if several else "", Markup(", ").join(_sentence_link(article, number) for _, number in group)
        )
        for article, group in groupby(shown, key=lambda place: place[0])
    ]
    more = f" 등 {len(places)}문장" if len(shown) < len(places) else ""
    return Markup("; ").join(parts) + more


def _sentence_link(article: str, number: int) -> Markup:
    return Markup('<a href="#{}">{}</a>').format(sentence_anchor(article, number), number)
