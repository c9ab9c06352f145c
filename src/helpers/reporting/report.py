"""The report of a study: what was found, the reading, how it was made, how to cite it, and an appendix.

A reader comes first. The body holds the reading alone; what the reading rests on (how sentences were coded, the steps
before it, the words) stands in an appendix whose parts are closed, on the screen and on paper, until somebody opens
one. Code, parameters and what a notebook reads and writes are for the notebooks' own pages. The file is sent alone, so
it has no link to its neighbours; it names them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from helpers.errors import StudyError
from helpers.reporting.cells import Fragment, Heading, Notebook, render_cells
from helpers.reporting.korean.numbers import percent
from helpers.reporting.linking import finish
from helpers.reporting.manifest import citations, made_of, records, title_of
from helpers.reporting.pages import shared, template
from helpers.reporting.saying import NOT_FOR_SHARING, link_sentences

if TYPE_CHECKING:
    import pandas as pd

NARRATIVE = "04_narrative"
METHOD = "문장에 코드를 붙이고 근거를 모은 방법"
LINKS = 3  # to sentences, of one finding on the first screen


@dataclass(frozen=True)
class Part:
    """A section of the report or a part of its appendix: its title, its id on the page, its cells."""

    title: str
    id: str
    fragment: Fragment


def render_report(
    notebooks: Mapping[str, Notebook],
    *,
    study: Mapping[str, Any],
    findings: pd.DataFrame,
    manifest: Mapping[str, Any],
    articles: pd.DataFrame | None = None,
    quoted: Mapping[str, float] | None = None,
    notice: str = "",
    kicker: str = "기사의 논증 읽기",
    foot: str = "이 보고서는 기사가 어떻게 논증하는지를 적는다. 기사의 주장이 사실인지는 판정하지 않는다.",
    notebook_folder: str = "notebooks",
    first: str = NARRATIVE,
    reading: Sequence[str] = (),
) -> str:
    """One file that may be sent: the same input gives the same bytes.

    notebooks        executed notebooks by name, in order; ``first`` must be among them and comes first
    study            title, question, thesis; name
    findings         tables.FINDINGS; each finding links to its sentences in the close reading
    manifest         what it was made of: sections (parameters, inputs, versions ...) of names and values
    articles         tables.ARTICLES, for the first lines and the references
    quoted           by article, the share of its text that can be read from everything that is shared, 0 to 1
    notice           what it says of the articles' rights, if not the usual
    kicker, foot     what kind of report it is, above its title, and what it does not say, at its end
    notebook_folder  name of the folder beside the report that has the notebooks' own pages
    first            the notebook that the others serve
    reading          notebooks that belong to the body after ``first``; the others make the appendix
    """
    if first not in notebooks:
        raise StudyError(f"The report lacks the notebook {first}.", "Run the whole study: study run.")
    body = [_section(notebooks[name], name) for name in (first, *reading)]
    rest = [name for name in notebooks if name not in (first, *reading)]
    appendix = [*_method(notebooks[first]), *(_in_appendix(notebooks[name], name) for name in rest)]
    several = articles is not None and len(articles) > 1
    page = template("report.html.j2").render(
        shared(_headings(body, appendix)),
        study=study,
        kicker=kicker,
        foot=foot,
        articles=[] if articles is None else [row | {"title": title_of(row)} for row in records(articles)],
        findings=[
            (row["text"], link_sentences(row["sentences"] or (), most=LINKS, named=several))
            for row in records(findings)
        ],
        hero=render_cells(notebooks[first], prefix="hero", deeper=1, only="hero").html,
        body=body,
        appendix=appendix,
        made=made_of(manifest),
        citations=citations(study, manifest, articles),
        notice=NOT_FOR_SHARING if dict(manifest.get("parameters", {})).get("quotation") == "full" else notice,
        quoted=_quoted(quoted or {}),
        notebook_pages=", ".join(f"{notebook_folder}/{name}.html" for name in notebooks),
    )
    return finish(page)


def _section(nb: Notebook, name: str) -> Part:
    silent, without = ("hero", "findings"), ("try", "notebook", "method")
    fragment = render_cells(nb, prefix=_id(name), deeper=1, silent=silent, without=without, code=False)
    return Part(fragment.title or name, _id(name), fragment)


def _method(nb: Notebook) -> list[Part]:
    """What the first notebook says of its method, as a part of the appendix; nothing where no cell is tagged so."""
    fragment = render_cells(nb, prefix="method", deeper=2, only="method")
    return [Part(METHOD, "method", fragment)] if fragment.html else []


def _in_appendix(nb: Notebook, name: str) -> Part:
    fragment = render_cells(nb, prefix=_id(name), deeper=2, without=("try", "notebook"), code=False)
    return Part(fragment.title or name, _id(name), fragment)


def _id(name: str) -> str:
    return f"n{name[:2]}"


def _headings(body: Sequence[Part], appendix: Sequence[Part]) -> list[Heading]:
    """The contents list: sections with their headings, and the parts of the appendix."""
    found = [Heading("findings", "무엇을 알았나", 2)]
    for part in body:
        found += [Heading(part.id, part.title, 2)]
        found += [heading for heading in part.fragment.headings if heading.level == 3]
    found += [Heading("made", "어떻게 만들었나", 2), Heading("cite", "인용하는 법", 2)]
    if appendix:
        found += [Heading("appendix", "부록", 2), *(Heading(part.id, part.title, 3) for part in appendix)]
    return found


def _quoted(shares: Mapping[str, float]) -> str:
    """How much of the articles the report and its files quote, in words; nothing where it was not measured."""
    if not shares:
        return ""
    most = "기사의" if len(shares) == 1 else "기사마다 많아야"
    return f"이 보고서와 딸린 파일에서 읽을 수 있는 글은 {most} {percent(max(shares.values()))}다."
