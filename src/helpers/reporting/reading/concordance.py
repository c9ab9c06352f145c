"""The lines in which keywords stand, one list a keyword."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from markupsafe import Markup

from helpers.reporting.anchors import keyword_anchor, sentence_anchor
from helpers.reporting.prose.rows import records
from helpers.reporting.saying import Displayable


def concordance(kwic: pd.DataFrame, *, terms: Sequence[str] | None = None, max_lines: int = 6) -> Displayable:
    """The lines in which keywords stand, one list a keyword; keyword tables link here (``keyword_anchor``).

    kwic       tables.KWIC
    terms      which keywords, in which order; left out, all in the order of the table
    max_lines  lines shown for each; the heading tells how many there are

    A term without a line is left out; no line at all gives an empty displayable.
    """
    wanted = list(dict.fromkeys(kwic["term"] if terms is None else terms))
    groups = [(term, kwic[kwic["term"] == term]) for term in wanted]
    shown = [(term, lines) for term, lines in groups if len(lines)]
    html = Markup("\n").join(_lines(term, lines, max_lines) for term, lines in shown)
    plain = "\n".join(
        f"{term}: {row['left']}[{row['keyword']}]{row['right']}"
        for term, lines in shown
        for row in records(lines.head(max_lines))
    )
    return Displayable(str(Markup('<div class="kwic">{}</div>').format(html)) if shown else "", plain)


def _lines(term: str, lines: pd.DataFrame, max_lines: int) -> Markup:
    rows = Markup("").join(
        Markup("<li>{}<mark>{}</mark>{}{}</li>").format(
            row["left"], row["keyword"], row["right"], _sentence_link(row["article_id"], row["sentence_id"])
        )
        for row in records(lines.head(max_lines))
    )
    count = f"{len(lines)}줄" if len(lines) <= max_lines else f"{len(lines)}줄 가운데 {max_lines}줄"
    return Markup('<details id="{}"><summary>{} <span>{}</span></summary><ul>{}</ul></details>').format(
        keyword_anchor(term), term, count, rows
    )


def _sentence_link(article_id: str, sentence_id: int) -> Markup:
    return Markup(' <a href="#{}">문장 {}</a>').format(sentence_anchor(article_id, sentence_id), sentence_id)
