"""The cells of an executed notebook as one fragment of a page.

Tags that a cell may carry:

``parameters``  (and papermill's ``injected-parameters``) its code is folded under the heading "매개변수"
``hide``        it is left out of every page
``findings``    in the report, whose first screen has the findings, its code stands without what it shows
``hero``        its figure stands on the report's first screen; below, its code stands without it

Code is folded; errors, warnings and what was written to stderr are not shown.
"""

from __future__ import annotations

import base64
import functools
import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from helpers.reporting.anchors import figure_anchor, slug
from helpers.reporting.sanitizing import sanitize

if TYPE_CHECKING:
    from nbformat import NotebookNode

# kinds of code that page.css gives a colour
COLOURED = {"s1", "s2", "sd", "c1"}
PICTURES = {"png": b"\x89PNG\r\n", "jpeg": b"\xff\xd8\xff"}
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Heading:
    """A heading of a fragment: its id, its text, its level on the page."""

    id: str
    text: str
    level: int


@dataclass(frozen=True)
class Fragment:
    """A rendered notebook: its first heading apart, the rest as HTML, the headings in it in order."""

    title: str
    html: Markup
    headings: tuple[Heading, ...]


def render_cells(
    nb: NotebookNode, *, prefix: str, deeper: int = 0, only: str = "", silent: Collection[str] = ()
) -> Fragment:
    """The notebook's Markdown, folded code and outputs.

    nb       an executed notebook; it is not changed
    prefix   of the ids of its headings, one a notebook
    deeper   by how many levels headings sink: 1 makes ``##`` an h3
    only     the tag that a cell must carry to be taken; "" takes all; of cells taken so, only the outputs are shown
    silent   tags of cells whose code is taken without what they show
    """
    chosen = [_silenced(cell, set(silent)) for cell in nb.cells if _is_wanted(cell, only)]
    part = type(nb)({**nb, "cells": chosen})
    exporter = _exporter()
    raw, _ = exporter.from_notebook_node(part, {"bare": bool(only), "figure_anchor": figure_anchor})
    return _tidy(raw, prefix=prefix, deeper=deeper)


def figures(nb: NotebookNode) -> dict[str, bytes]:
    """The PNG files that ``show`` put into an executed notebook, by name, in order."""
    found: dict[str, bytes] = {}
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            about = output.get("metadata", {}).get("image/png", {})
            if "name" in about and slug(about["name"]) == about["name"]:
                found[about["name"]] = base64.b64decode(output["data"]["image/png"])
    return found


def _is_wanted(cell: Any, only: str) -> bool:
    tags = cell.metadata.get("tags", [])
    return "hide" not in tags and (not only or only in tags)


def _silenced(cell: Any, tags: set[str]) -> Any:
    """The cell, without what it shows if it carries one of ``tags``."""
    if cell.cell_type != "code" or not tags & set(cell.metadata.get("tags", [])):
        return cell
    return type(cell)({**cell, "outputs": []})


@functools.cache
def _exporter() -> Any:
    from nbconvert.exporters import HTMLExporter
    from traitlets.config import Config

    settings = Config()
    settings.NbConvertBase.display_data_priority = [
        "text/html",
        "text/markdown",
        "image/png",
        "image/jpeg",
        "text/plain",
    ]
    exporter = HTMLExporter(
        config=settings,
        template_name="cells",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_anchor_links=True,
        language_code="ko",
    )
    exporter.register_filter("sanitize", sanitize)
    exporter.register_filter("picture", _data_address)
    return exporter


def _data_address(encoded: str) -> str:
    """A PNG or JPEG in base64 as a data address; "" for anything else."""
    try:
        data = base64.b64decode("".join(encoded.split()), validate=True)
    except ValueError:
        return ""
    kind = next((kind for kind, start in PICTURES.items() if data.startswith(start)), "")
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}" if kind else ""


def _tidy(html: str, *, prefix: str, deeper: int) -> Fragment:
    """Headings that sink and can be linked to; tables that scroll and name their headings."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "html.parser")
    first = soup.find("h1")
    title = first.get_text().strip() if first else ""
    if first:
        first.decompose()
    if deeper:
        _drop_silent_headings(soup)
    headings: list[Heading] = []
    for tag in soup.find_all(re.compile("^h[1-6]$")):
        level = min(int(tag.name[1]) + deeper, 6)
        text = tag.get_text().strip()
        anchor = f"{prefix}-{len(headings) + 1}"
        tag.name, tag.attrs = f"h{level}", {"id": anchor}
        headings.append(Heading(anchor, text, level))
    _fold_code(soup)
    for table in soup.find_all("table"):
        _mend_table(soup, table)
    return Fragment(title, Markup(str(soup)), tuple(headings))


def _drop_silent_headings(soup: Any) -> None:
    """In a report, a heading under which nothing is said or shown, only computed or written, goes."""
    for heading in soup.find_all(re.compile("^h[1-6]$")):
        below = itertools.takewhile(lambda tag: not re.match("h[1-6]$", tag.name), heading.find_next_siblings(True))
        if all("cell" in tag.get_attribute_list("class") and _shows_nothing(tag) for tag in below):
            heading.decompose()


def _fold_code(soup: Any) -> None:
    """Code goes below what it shows; code that shows nothing joins that of the cell that follows at once."""
    for cell in soup.select("div.cell"):
        fold = cell.find("details", class_="code", recursive=False)
        if fold is not None:
            fold.div.replace_with(fold.pre.extract())
            cell.append(fold.extract())
    for cell in soup.select("div.cell"):
        after = cell.find_next_sibling()
        if _shows_nothing(cell) and after is not None and after.name == "div" and _same_fold(cell, after):
            after.select_one("details.code pre").insert(0, *cell.pre.extract().contents[:], "\n")
            cell.decompose()
    for span in soup.select("details.code span"):
        if COLOURED.isdisjoint(span.get_attribute_list("class")):
            span.unwrap()
    for cell in soup.select("div.cell"):
        cell.unwrap()


def _shows_nothing(cell: Any) -> bool:
    return [child.name for child in cell.find_all(recursive=False)] == ["details"]


def _same_fold(cell: Any, after: Any) -> bool:
    """Do both hold code under the same heading."""
    folds = [part.find("details", class_="code", recursive=False) for part in (cell, after)]
    return all(folds) and folds[0].summary.text == folds[1].summary.text


def _mend_table(soup: Any, table: Any) -> None:
    """A table that is not one of ours, such as a bare DataFrame: scopes for its headings, a box that scrolls."""
    for cell in table.find_all("th"):
        if not cell.get_text(strip=True):
            cell.name = "td"
        elif not cell.get("scope"):
            cell["scope"] = "col" if cell.find_parent("thead") else "row"
    if not table.find_parent(class_="scroll"):
        table["class"] = [*table.get("class", []), "data"]
        label = table.caption.get_text(strip=True) if table.caption else "표"
        table.wrap(
            soup.new_tag("div", attrs={"class": "scroll", "role": "region", "tabindex": "0", "aria-label": label})
        )
