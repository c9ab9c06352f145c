"""Whole pages: one of a study's notebooks, the list of studies, and what every page has.

Each page is one file without a request: style sheet, script and figures are in it, and its content security policy
allows nothing else. Without JavaScript everything can be read; with it tables sort and references copy.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from helpers.reporting.cells import Heading, Notebook, render_cells
from helpers.reporting.linking import finish

TEMPLATES = Path(__file__).parent / "templates"


def render_notebook(
    nb: Notebook,
    *,
    name: str,
    title: str = "",
    siblings: Sequence[tuple[str, str]] = (),
    report: str = "../report.html",
) -> str:
    """One executed notebook as a page of its own.

    nb        an executed notebook; its first ``#`` heading is the page's title
    name      its name without ending, as in "01_clean"
    title     of the study, shown above
    siblings  relative address and title of each notebook of the study, in order
    report    relative address of the report

    returns   HTML; the same notebook gives the same bytes
    """
    fragment = render_cells(nb, prefix="n")
    page = template("notebook.html.j2").render(
        shared(fragment.headings),
        name=name,
        title=fragment.title or name,
        study=title,
        fragment=fragment,
        siblings=siblings,
        report=report,
    )
    return finish(page)


def render_index(studies: Sequence[Mapping[str, Any]]) -> str:
    """The list of studies, beside their folders.

    studies  name, title, question, findings (sentences), dates (of its articles, ISO 8601); order is kept
    returns  HTML; no studies give a page that says so
    """
    entries = [{**study, "address": f"{quote(str(study['name']))}/report.html"} for study in studies]
    return finish(template("index.html.j2").render(shared([]), studies=entries))


def render_differences(study: str, before: str, after: str, sections: Sequence[tuple[str, Sequence[Any]]]) -> str:
    """What differs between two results of a study.

    sections  a title, and what changed: each has ``what``, ``before`` and ``after``, None where there is nothing
    """
    shown = [(Heading(f"d{n}", title, 2), changes) for n, (title, changes) in enumerate(sections) if changes]
    contents = shared([heading for heading, _ in shown])
    page = template("differences.html.j2").render(contents, study=study, before=before, after=after, sections=shown)
    return finish(page)


def shared(headings: Sequence[Heading]) -> dict[str, Any]:
    """What every page has: style, script and its hash, the contents list."""
    script = _script()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return {
        "style": Markup(_style()),
        "script": Markup(script),
        "script_hash": f"sha256-{digest}",
        "contents": [heading for heading in headings if heading.level <= 3],
    }


@functools.cache
def _style() -> str:
    """page.css without the space that only its readers need."""
    spaced = re.sub(r"\s+", " ", (TEMPLATES / "page.css").read_text("utf-8"))
    return re.sub(r" ?([{};,>]) ?|(:) ", r"\1\2", spaced).replace(";}", "}").strip()


@functools.cache
def _script() -> str:
    """page.js without its indentation."""
    return re.sub(r"(?m)^\s+", "", (TEMPLATES / "page.js").read_text("utf-8")).strip()


@functools.cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@functools.cache
def template(name: str) -> Any:
    return _environment().get_template(name)
