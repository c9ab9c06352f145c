"""Tables as a notebook and the report show them: escaped, captioned, with digits that line up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from markupsafe import Markup

from helpers import store
from helpers.errors import StudyError
from helpers.lexicons import load
from helpers.reporting.anchors import table_anchor
from helpers.reporting.korean.names import CHOICES, choice_name, name_of
from helpers.reporting.korean.numbers import MISSING, percent
from helpers.reporting.korean.quoting import shortened
from helpers.reporting.saying import Displayable

# What JupyterLab needs to show the table well on its own; the report has its own style sheet and drops this.
_STYLE = (
    "table.data caption{{caption-side:top;text-align:left;font-weight:600}}"
    "table.data td,table.data th{{text-align:left!important;vertical-align:top;word-break:keep-all}}"
    ".table .scroll{{overflow-x:auto}}table.data th.wide{{min-width:18em}}table.data th.mid{{min-width:7em}}"
    "table.data th.long{{min-width:9em;white-space:normal}}table.data th.tall{{min-width:5em;white-space:normal}}{}"
)
_RIGHT = "table.r{0} tr>:nth-child({0}){{text-align:right!important;font-variant-numeric:tabular-nums}}"
SHORT = 12  # a column of texts no longer than this is not broken into lines
LONGEST = 240  # characters of a cell; what is longer ends in an ellipsis
BROKEN = 16  # a heading that is longer is broken into lines
BROKEN_OVER_DIGITS = 7  # and so is a shorter one over a column of numbers, which need no room
LONG = 30  # a column with longer texts gets much room; with texts between the two it gets some, on a phone


def table(
    frame: pd.DataFrame,
    *,
    caption: str,
    columns: Sequence[str] | Mapping[str, str] | None = None,
    digits: int | Mapping[str, int] | None = None,
    percent_columns: Sequence[str] = (),
    values: Mapping[str, Mapping[str, str]] | None = None,
    links: Mapping[str, Callable[[Any], str]] | None = None,
    row_ids: Callable[[pd.Series], str] | None = None,
    name: str,
    max_rows: int | None = 30,
    silent: bool = False,
) -> Displayable:
    """A table for a reader.

    frame            any table
    caption          what the table holds, a Korean sentence or phrase
    columns          which columns, in which order; their Korean headings stand in the lexicon ``columns``, unless a
                     mapping gives others; left out, all of them; sentences of several articles get a column for the
                     article before them
    digits           decimals of fractional numbers, for all columns or by column; left out, two, and none in a column
                     of whole numbers
    percent_columns  columns of shares from 0 to 1, shown as percentages
    values           by column, Korean words for its values, or for each of them where a cell holds a list; codes of our
                     own tables (stances, labels ...) have theirs
    links            by column, what makes an address (such as "#kwic-…") of a value; its cells become links, but for
                     those whose value is missing or whose address is empty
    row_ids          what makes an id of a row, so that others can link to it
    name             the table's name, under which the report offers its CSV
    max_rows         rows shown; None shows all; a line below says how many were left out
    silent           show nothing where there are no rows, which else give the headings and a line that says so

    Missing values are shown as "–". Cells are escaped.
    """
    if silent and frame.empty:
        return Displayable("", "")
    columns = _headed(columns if columns is not None else [str(column) for column in frame.columns], name)
    several = "article_id" in frame and frame["article_id"].nunique() > 1
    if several and "sentence_id" in columns and "article_id" not in columns:
        columns = {**_headed(["article_id"], name), **columns}
    absent = [column for column in columns if column not in frame.columns]
    if absent:
        raise StudyError(f"The table {name!r} has no column {absent[0]!r}.", f"It has: {', '.join(frame.columns)}.")
    shown = frame[list(columns)].head(max_rows) if max_rows is not None else frame[list(columns)]
    given = dict.fromkeys(columns, digits) if isinstance(digits, int) else digits or {}
    decimals = {c: given[c] if c in given else _decimals(shown[c]) for c in columns}
    words = {c: (values or {}).get(c) for c in columns}
    texts = {
        c: [_worded(c, v, decimals[c], words[c], as_share=c in percent_columns) for v in shown[c]] for c in columns
    }
    numeric = {c for c in columns if pd.api.types.is_numeric_dtype(frame[c]) and frame[c].dtype != bool}
    cells = {c: _linked(texts[c], shown[c], (links or {}).get(c)) for c in columns}
    ids = [""] * len(shown) if row_ids is None else [row_ids(row) for _, row in frame.head(len(shown)).iterrows()]
    note = f"{len(frame):,}행 가운데 앞의 {len(shown):,}행만 보였다." if len(shown) < len(frame) else ""
    return Displayable(
        _html(cells, columns, numeric, ids, caption=caption, name=name, note=note),
        _plain(texts, columns, caption=caption, note=note),
    )


def _headed(columns: Sequence[str] | Mapping[str, str], name: str) -> dict[str, str]:
    """By column its heading: the one given, that of the table of this name, that of all tables, or its own name."""
    if isinstance(columns, Mapping):
        return dict(columns)
    headings = load("columns")
    known = {**headings["every"], **headings.get(name.replace("-", "_"), {})}
    return {column: known.get(column, column) for column in columns}


def _html(
    cells: Mapping[str, list[Markup]],
    columns: Mapping[str, str],
    numeric: set[str],
    ids: list[str],
    *,
    caption: str,
    name: str,
    note: str,
) -> str:
    anchor = table_anchor(name)
    right = [place for place, column in enumerate(columns, start=1) if column in numeric and ids]
    widest = {c: max((len(cell.striptags()) for cell in cells[c]), default=0) for c in columns}
    heads = [_head(head, widest[column], digits=column in numeric) for column, head in columns.items()]
    body = [_row([column[i] for column in cells.values()], id_) for i, id_ in enumerate(ids)]
    if not body:
        body = [Markup('<tr><td colspan="{}">해당하는 것이 없다.</td></tr>').format(len(columns))]
    short = [place for place, column in enumerate(columns, start=1) if place not in right and widest[column] <= SHORT]
    classes = " ".join(["data", *(f"r{place}" for place in right), *(f"s{place}" for place in short)])
    inner = Markup(
        '<div class="table" id="{0}"><div class="scroll" role="region" tabindex="0" aria-labelledby="{0}-caption">'
        '<table class="{5}"><caption id="{0}-caption">{1}</caption><thead><tr>{2}</tr></thead>'
        "<tbody>{3}</tbody></table>"
        "</div>{4}</div>"
    ).format(anchor, caption, Markup("").join(heads), Markup("\n").join(body), _note(note), classes)
    style = _STYLE.format("".join(_RIGHT.format(place) for place in right))
    return f"<style>{style}</style>{inner}"


def _head(text: str, widest: int, *, digits: bool) -> Markup:
    """A column's heading; it says whether the column needs room for texts of many lines, or is itself broken."""
    room = "wide" if widest > LONG else "mid" if widest > SHORT else ""
    if len(text) > BROKEN and room != "wide":
        room = "long"
    elif digits and len(text) > BROKEN_OVER_DIGITS:
        room = "tall"
    return Markup('<th scope="col"{}>{}</th>').format(Markup(' class="{}"').format(room) if room else "", text)


def _row(cells: list[Markup], id_: str) -> Markup:
    """One row; its first cell is its heading."""
    opening = Markup('<tr id="{}">').format(id_) if id_ else Markup("<tr>")
    rest = Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells[1:])
    return opening + Markup('<th scope="row">{}</th>').format(cells[0]) + rest + Markup("</tr>")


def _linked(texts: list[str], values: pd.Series, link: Callable[[Any], str] | None) -> list[Markup]:
    if link is None:
        return [Markup(Markup.escape(text)) for text in texts]
    addresses = ["" if pd.isna(value) else link(value) for value in values]
    return [
        Markup('<a href="{}">{}</a>').format(address, text) if address else Markup(Markup.escape(text))
        for text, address in zip(texts, addresses, strict=True)
    ]


def _worded(column: str, value: Any, digits: int, words: Mapping[str, str] | None, *, as_share: bool) -> str:
    """A cell as text, its codes by their Korean names."""
    if isinstance(value, list | tuple | np.ndarray):
        return store.joined([_item(column, item, words) for item in value]) or MISSING
    return _named(column, _cell(value, digits, as_share=as_share), words)


def _item(column: str, item: Any, words: Mapping[str, str] | None) -> Any:
    """An item of a list by its Korean name; what has parts but no name stays as it is."""
    if column in CHOICES:
        return choice_name(item)
    return _named(column, item, words) if isinstance(item, str) else item


def _cell(value: Any, digits: int, *, as_share: bool) -> str:
    if not pd.api.types.is_scalar(value):
        return str(value)
    if pd.isna(value):
        return MISSING
    if isinstance(value, bool) or pd.api.types.is_bool(value):
        return "예" if value else "아니오"
    if as_share:
        return percent(value)
    if pd.api.types.is_float(value):
        value = round(float(value), digits) + 0.0  # never -0.0
        return f"{value:,.0f}" if value.is_integer() and abs(value) >= 10**4 else f"{value:,.{digits}f}"
    return f"{value:,}" if pd.api.types.is_integer(value) else shortened(value, longest=LONGEST)


def _decimals(values: pd.Series) -> int:
    if not pd.api.types.is_float_dtype(values):
        return 0
    return 0 if (values.dropna() % 1 == 0).all() else 2


def _named(column: str, text: str, words: Mapping[str, str] | None) -> str:
    return words.get(text, text) if words is not None else name_of(column, text)


def _note(note: str) -> Markup:
    return Markup('<p class="note">{}</p>').format(note) if note else Markup("")


def _plain(texts: Mapping[str, list[str]], columns: Mapping[str, str], *, caption: str, note: str) -> str:
    rows = pd.DataFrame({head: texts[column] for column, head in columns.items()})
    body = rows.to_string(index=False) if len(rows) else "해당하는 것이 없다."
    return "\n".join(part for part in (caption, body, note) if part)
