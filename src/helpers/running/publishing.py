"""The report of a run: pages, CSV tables and figures, made from the executed notebooks and the tables."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from helpers import store
from helpers.errors import StudyError
from helpers.running import notebooks as sources
from helpers.running import results
from helpers.running.manifest import manifest, source
from helpers.stages import STAGES, Stage
from helpers.study import Study, is_corpus
from helpers.tables.columns import UNKNOWN

# what could put the article together again stays out of the CSV files unless the whole article is quoted
RECONSTRUCTING = ("sentences", "tokens", "terms")
TEXT_COLUMNS = {"lines": ("text",)}
LOCK_SECONDS = 10
MARGIN = 0.003  # of an article's letters: what pages may add to what notebooks and tables show
STEP = 0.005  # of an article's letters: the least that is taken back while more than the limit can be read


def without_dropped(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The table without the words that a person dropped from an article: those are never quoted, whatever the limit."""
    if name != "lines":
        return frame
    return frame.assign(text=frame["text"].where(frame["rule"] != "dropped_by_person", ""))


def build(study: Study, parameters: Mapping[str, Any], run_folder: Path, *, raw: Mapping[str, str]) -> None:
    """Fill ``run_folder/report`` and write ``run_folder/manifest.json``.

    report/report.html, results.json, notebooks/*.ipynb and *.html, tables/*.csv, figures/*.png

    All of it together quotes no more of an article than the parameter ``quotation`` allows; the manifest says how much.
    raw  the study's files as the stages read them, for the manifest
    """
    from helpers.reporting import render_notebook, render_report, with_hangul
    from helpers.reporting.cells import figures

    report = run_folder / "report"
    notebooks = {stage.name: _with_current_prose(run_folder, stage) for stage in STAGES}
    titles = [(f"{name}.html", _title(notebook) or name) for name, notebook in notebooks.items()]
    made = manifest(study, parameters, raw)
    tables = {name: store.read_table(run_folder / "tables" / f"{name}.parquet", name) for name in store.WRITTEN_BY}
    notebooks, shared, quoted = _shared(notebooks, tables, parameters.get("quotation", "brief"), own=_own_words(study))
    pages = {
        Path("report.html"): with_hangul(
            render_report(
                notebooks,
                study={"name": study.name, **study.file.model_dump(include={"title", "question", "thesis"})},
                findings=shared["findings"],
                manifest=made,
                articles=tables["articles"],
                quoted=quoted,
            )
        )
    }
    pictures: dict[str, bytes] = {}
    for name, notebook in notebooks.items():
        pages[Path("notebooks", f"{name}.html")] = render_notebook(
            notebook, name=name, title=study.file.title, siblings=titles
        )
        pages[Path("notebooks", f"{name}.ipynb")] = _as_text(notebook)
        pictures |= figures(notebook)
    files = {path: text.encode("utf-8") for path, text in pages.items()}
    files |= {Path("figures", f"{name}.png"): png for name, png in pictures.items()}
    files |= {Path("tables", f"{name}.csv"): store.as_csv(frame) for name, frame in shared.items()}
    files[Path(results.FILE)] = results.as_text(results.results(made, shared, tables)).encode("utf-8")
    store.replace_folder(report, files)
    shares = {article: round(share, 3) for article, share in quoted.items()}
    noted = json.dumps(made | {"quoted": shares, "source": source()}, ensure_ascii=False, indent=1, sort_keys=True)
    store.write_text(run_folder / "manifest.json", noted + "\n")


def build_index() -> None:
    """reports/index.html: every study that has a report, with its question, findings and articles' dates.

    It is built by one process at a time: if two runs end at once, the later one sees both results, and its page stays.
    """
    from filelock import FileLock, Timeout

    from helpers.reporting import render_index

    folder = store.root() / "reports"
    store.make_folder(folder)
    try:
        with FileLock(folder / ".lock", timeout=LOCK_SECONDS):
            store.sweep(folder, below=False)
            store.write_if_changed(folder / "index.html", render_index(_entries()).encode("utf-8"))
    except (Timeout, OSError) as error:
        raise StudyError(
            f"reports/index.html was not renewed: reports/.lock could not be had ({error}).",
            "If no other run is under way, remove reports/.lock; the next run renews the page.",
        ) from error


def _entries() -> list[dict[str, Any]]:
    """What the index tells of each study that has a report."""
    from helpers.study import open_study

    entries = []
    for name in store.study_names():
        if not (store.report_folder(name) / "report.html").is_file():
            continue
        try:
            written = open_study(name).file
            findings = store.read("findings", name)
            dates = _dates(name)
        except Exception:  # whatever is wrong with another study is that study's
            continue
        entries.append(
            {
                "name": name,
                "title": written.title,
                "question": written.question,
                "findings": list(findings["text"]),
                "dates": dates,
            }
        )
    return entries


def _dates(name: str) -> list[str]:
    """When the study's articles were published, in order; of a corpus, in its days, months or years."""
    if is_corpus(name):
        return sorted(set(store.read("coverage", name)["period"]) - {UNKNOWN})
    return sorted(store.read("articles", name)["published_at"].dropna())


def _shared(
    notebooks: Mapping[str, dict[str, Any]], tables: Mapping[str, Any], mode: str, *, own: Sequence[str] = ()
) -> tuple[dict[str, dict[str, Any]], dict[str, Any], dict[str, float]]:
    """Notebooks and tables as they may be shared, and for each article the share of its text that they quote.

    In the mode 'brief' text is cut until the share that can be read of each article is below the limit.
    """
    from helpers import quoting

    left_out = () if mode == "full" else RECONSTRUCTING
    frames = {
        name: without_dropped(frame, name).drop(columns=[] if mode == "full" else list(TEXT_COLUMNS.get(name, ())))
        for name, frame in tables.items()
        if name not in left_out
    }
    limit = quoting.LIMIT + quoting.RESERVE
    letters = quoting.Letters.of(tables["lines"])
    while True:
        if mode == "brief":
            last_first = [*notebooks.values()][::-1]
            quotations = [text for notebook in last_first for text in quoting.quotations_of(notebook)]
            phrases = [text for notebook in last_first for text in quoting.phrases_of(notebook)]
            allowance = quoting.choose(tables, quotations=quotations, phrases=phrases, own=own, limit=limit)
            cells = {name: quoting.cut_notebook(notebook, allowance) for name, notebook in notebooks.items()}
            shared = {name: quoting.cut_table(frame, allowance, lines=name == "kwic") for name, frame in frames.items()}
        else:
            cells, shared = dict(notebooks), frames
        csv_files = [store.as_csv(frame).decode("utf-8") for frame in shared.values()]
        shown = [text for notebook in cells.values() for text in quoting.texts_of(notebook)]
        quoted = quoting.recovered(letters, [*shown, *csv_files, *own])
        most = quoting.LIMIT - MARGIN
        if mode != "brief" or limit <= 0 or max(quoted.values(), default=0) <= most:
            return cells, shared, quoted
        limit -= max(STEP, max(quoted.values()) - most)


def _own_words(study: Study) -> list[str]:
    """The researcher's own texts, which may be shown in full even where an article has the same words."""
    from helpers.narrative import open_codebook

    codebook, file = open_codebook(study), study.written
    labels = [text for code in codebook.codes for text in (code.label, code.definition)]
    return [file.title, file.question, file.thesis, *codebook.claims.values(), *labels]


def _with_current_prose(run_folder: Path, stage: Stage) -> dict[str, Any]:
    """The executed notebook with the source's present Markdown and tags, which may change without a run."""
    executed = sources.read_json(run_folder / "notebooks" / f"{stage.name}.ipynb")
    code = [cell for cell in executed["cells"] if cell["cell_type"] == "code"]
    injected = [cell for cell in code if sources.has_tag(cell, sources.INJECTED)]
    ran = iter([cell for cell in code if cell not in injected])  # the same code as the source has, in its order
    cells = []
    for cell in sources.read_json(stage.notebook)["cells"]:
        cells.append({**next(ran), "metadata": cell["metadata"]} if cell["cell_type"] == "code" else cell)
        if sources.has_tag(cell, sources.PARAMETERS):
            cells += injected
    return {**executed, "cells": cells}


def _title(notebook: Mapping[str, Any]) -> str:
    markdown = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    lines = [line for source in markdown for line in source.splitlines()]
    return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), "")


def _as_text(notebook: Mapping[str, Any]) -> str:
    """The notebook as nbformat writes it, with texts as lists of lines."""
    cells = [{**cell, "source": "".join(cell["source"]).splitlines(keepends=True)} for cell in notebook["cells"]]
    return json.dumps({**notebook, "cells": cells}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
