"""Whole pages: the report of a study, one of its notebooks, the list of studies.

Each page is one file without a request: style sheet, script and figures are in it, and its content security policy
allows nothing else. Without JavaScript everything can be read; with it tables sort and references copy.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup

from helpers.errors import StudyError
from helpers.reporting.cells import Fragment, Heading, Notebook, render_cells
from helpers.reporting.korean.numbers import percent
from helpers.reporting.linking import finish
from helpers.reporting.manifest import citations, made_of, records
from helpers.reporting.saying import NOT_FOR_SHARING, link_sentences

if TYPE_CHECKING:
    import pandas as pd

TEMPLATES = Path(__file__).parent / "templates"
NARRATIVE = "04_narrative"
LINKS = 3  # to sentences, of one finding on the first screen


@dataclass(frozen=True)
class Step:
    """A notebook in the report: its name, its id on the page, its cells."""

    name: str
    id: str
    fragment: Fragment


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
    page = _template("notebook.html.j2").render(
        _shared(fragment.headings),
        name=name,
        title=fragment.title or name,
        study=title,
        fragment=fragment,
        siblings=siblings,
        report=report,
    )
    return finish(page)


def render_report(
    notebooks: Mapping[str, Notebook],
    *,
    study: Mapping[str, Any],
    findings: pd.DataFrame,
    manifest: Mapping[str, Any],
    articles: pd.DataFrame | None = None,
    quoted: Mapping[str, float] | None = None,
    notebook_folder: str = "notebooks",
    first: str = NARRATIVE,
) -> str:
    """The report of a study: what was found, the narrative, the method, how it was made, how to cite it.

    notebooks        executed notebooks by name, in order; ``first`` must be among them and comes first
    study            title, question, thesis; name
    findings         tables.FINDINGS; each finding links to its sentences in the close reading
    manifest         what it was made of: sections (parameters, inputs, versions ...) of names and values
    articles         tables.ARTICLES, for the first lines and the references
    quoted           by article, the share of its text that can be read from everything that is shared, 0 to 1
    notebook_folder  relative address of the folder of the rendered notebooks
    first            the notebook that the others serve

    returns          HTML; the same input gives the same bytes
    """
    if first not in notebooks:
        raise StudyError(f"The report lacks the notebook {first}.", "Run the whole study: study run.")
    steps = {name: _step(nb, name) for name, nb in notebooks.items()}
    narrative = steps.pop(first)
    hero = render_cells(notebooks[first], prefix="hero", deeper=1, only="hero")
    sections = [Heading("findings", "무엇을 알았나", 2), *_headings([narrative, *steps.values()])]
    sections += [Heading("made", "어떻게 만들었나", 2), Heading("cite", "인용하는 법", 2)]
    several = articles is not None and len(articles) > 1
    found = [
        (row["text"], link_sentences(row["sentences"] or "", most=LINKS, named=several)) for row in records(findings)
    ]
    page = _template("report.html.j2").render(
        _shared(sections),
        study=study,
        articles=[] if articles is None else records(articles),
        findings=found,
        hero=hero.html,
        narrative=narrative,
        steps=list(steps.values()),
        made=made_of(manifest),
        citations=citations(study, manifest, articles),
        notice=NOT_FOR_SHARING if dict(manifest.get("parameters", {})).get("quotation") == "full" else "",
        quoted=_quoted(quoted or {}),
        notebook_folder=notebook_folder,
    )
    return finish(page)


def _quoted(shares: Mapping[str, float]) -> str:
    """How much of the articles the report and its files quote, in words; nothing where it was not measured."""
    if not shares:
        return ""
    most = "기사의" if len(shares) == 1 else "기사마다 많아야"
    return f"이 보고서와 딸린 파일에서 읽을 수 있는 글은 {most} {percent(max(shares.values()))}다."


def render_index(studies: Sequence[Mapping[str, Any]]) -> str:
    """The list of studies, beside their folders.

    studies  name, title, question, findings (sentences), dates (of its articles, ISO 8601); order is kept
    returns  HTML; no studies give a page that says so
    """
    entries = [{**study, "address": f"{quote(str(study['name']))}/report.html"} for study in studies]
    return finish(_template("index.html.j2").render(_shared([]), studies=entries))


def _step(nb: Notebook, name: str) -> Step:
    anchor = f"n{name[:2]}"
    return Step(name, anchor, render_cells(nb, prefix=anchor, deeper=1, silent=("hero", "findings"), without=("try",)))


def _headings(steps: Sequence[Step]) -> list[Heading]:
    found: list[Heading] = []
    for step in steps:
        found += [Heading(step.id, step.fragment.title or step.name, 2)]
        found += [heading for heading in step.fragment.headings if heading.level == 3]
    return found


def _shared(headings: Sequence[Heading]) -> dict[str, Any]:
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
def _template(name: str) -> Any:
    return _environment().get_template(name)
