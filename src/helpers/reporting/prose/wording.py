"""Small pieces of Korean that every paragraph needs: counts, lists, and which rows of a table speak."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from helpers.reporting.anchors import table_anchor
from helpers.reporting.korean.numbers import join_words, number
from helpers.reporting.korean.particles import josa
from helpers.reporting.saying import Displayable


def told(template: str, *values: object, **named: object) -> Markup:
    """A sentence from our own words and values of tables: the values are escaped, marks in them (links) are kept."""
    return Markup(template).format(*values, **named)


def in_table(text: object, name: str) -> Markup:
    """A number with a link to the table of the report that it was taken from."""
    return Markup('<a href="#{}">{}</a>').format(table_anchor(name), text)


def listed(words: Sequence[str], particle: str = "") -> str:
    """A list in a sentence: "A", "A와 B", "A, B, C", with ``particle`` after the last.

    Words with marks (links) make a text with marks, plain words a plain one; "" for no words.
    """
    if not any(isinstance(word, Markup) for word in words):
        return join_words(words, particle)
    *before, last = [Markup.escape(word) for word in words]
    last = Markup(josa(last, particle)) if particle else last
    if len(before) == 1:
        return Markup(josa(before[0], "과/와")) + " " + last
    return Markup(", ").join([*before, last])


def some(words: Sequence[str], *, most: int, unit: str = "개", particle: str = "") -> str:
    """A list of plain words that stays short: the first ``most``, then how many there are ("A, B 등 5개")."""
    if len(words) <= most:
        return join_words(words, particle)
    shown = f"{', '.join(words[:most])} 등 {number(len(words), unit)}"
    return josa(shown, particle) if particle else shown


def paragraphs(*parts: Displayable) -> Displayable:
    """Several paragraphs as one thing to show; empty ones are left out."""
    said = [part for part in parts if part.html]
    return Displayable("\n".join(part.html for part in said), "\n\n".join(part.plain for part in said))
