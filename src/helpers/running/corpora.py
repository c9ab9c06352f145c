"""``study run`` of a corpus: its buckets, its stories, the tables that compare, four notebooks, one report."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import store
from helpers.errors import StudyError
from helpers.running import modules, packages
from helpers.running.close_reading import readings
from helpers.running.result import RunResult
from helpers.stages import NOTEBOOKS
from helpers.study import Study, open_study

if TYPE_CHECKING:
    import pandas as pd

    from helpers.corpus import Progress, Settings

CORPUS_NOTEBOOKS = ("11_corpus", "12_words", "13_voices", "14_claims")
DRAWS = 200
_READ_BY = ("cleaning", "tokenizing", "keywords", "narrative", "corpus")
_STATE = "corpus.json"


def run_corpus(
    name: str,
    parameters: Mapping[str, Any],
    *,
    engine: str = "here",
    jobs: int | None = None,
    tell: Callable[[str], None] = lambda text: None,
) -> RunResult:
    """Bring a corpus and its report up to date; articles that have not changed are not read again.

    parameters  of the study: analyzer, parts_of_speech, seed and use_dictionary bear on a corpus
    engine      'here' or the address of a Dask scheduler
    tell        takes a line of progress now and then
    """
    from helpers.comparing import compare
    from helpers.comparing.sums import Sampling
    from helpers.corpus import bring_up_to_date
    from helpers.corpus.stories import find_stories
    from helpers.narrative import open_codebook

    study = open_study(name)
    open_codebook(study)  # a fault in it is told before an hour of reading
    folder = store.processed_folder(name)
    settings = _settings(study, parameters, folder)
    done = bring_up_to_date(settings, engine=engine, jobs=jobs, tell=lambda progress: tell(_line(progress)))
    report = store.report_folder(name) / "report.html"
    key = _key(study, parameters, settings)
    notes = (f"{done.unreadable} of {done.articles} articles could not be read",) if done.unreadable else ()
    if not done.read and not done.coded and _is_fresh(folder, key, report):
        return RunResult(name, report, (), notes=notes)
    members = _members(name)
    tell("stories")
    stories = find_stories(name, dict(zip(members["article_id"], members["published_at"], strict=True)))
    tell("comparing")
    sampling = Sampling(rule=study.file.duplicates, draws=DRAWS, seed=int(parameters["seed"]))
    made = compare(name, stories, sampling) | {"stories": stories, "unreadable": _unreadable(name, members)}
    made["drawn"]["reading"] = made["drawn"]["article_id"].map(readings(name)).astype("str")
    for table, frame in made.items():
        _write_table(folder, table, frame)
    tell("report")
    counted = "nouns" if (members["nouns"] > 0).sum() * 2 > len(members) else "text"
    _make_report(study, {"duplicates": study.file.duplicates, "counted": counted}, parameters, made)
    store.write_text(folder / _STATE, json.dumps({"key": key}) + "\n")
    return RunResult(name, report, ("articles", *CORPUS_NOTEBOOKS, "report"), notes=notes)


def _settings(study: Study, parameters: Mapping[str, Any], folder: Path) -> Settings:
    from helpers.corpus import Settings

    code = modules.digests(_READ_BY)
    coding = {name: digest for name, digest in code.items() if name.startswith(("narrative/", "corpus/work"))}
    reading = {name: digest for name, digest in code.items() if not name.startswith("narrative/coding/")}
    return Settings(
        study=study.name,
        root=str(store.root()),
        folder=str(folder),
        analyzer=parameters["analyzer"],
        dictionary=study.dictionary if parameters["use_dictionary"] else "",
        stopwords=study.stopwords,
        parts_of_speech=tuple(parameters["parts_of_speech"]),
        codebook=store.read_text(store.raw_folder(study.name) / "codebook.yml"),
        code_read=_digest(reading),
        code_coded=_digest(coding),
    )


def _line(progress: Progress) -> str:
    return f"reading: {progress}" if progress.total else "reading: nothing is out of date"


def _key(study: Study, parameters: Mapping[str, Any], settings: Settings) -> str:
    """What the comparing tables and the report were made of."""
    files = [*(NOTEBOOKS / f"{name}.ipynb" for name in CORPUS_NOTEBOOKS)]
    files.append(store.raw_folder(study.name) / "articles.csv")
    hashes = [hashlib.sha256(store.read_bytes(path)).hexdigest() for path in files]
    own = [study.file.model_dump_json(), dict(parameters), settings.code_read, settings.codebook, DRAWS]
    own.append(readings(study.name))
    return _digest([hashes, own, modules.digests(("comparing", "reporting", "running"))])


def _digest(made_of: Any) -> str:
    return hashlib.sha256(json.dumps(made_of, sort_keys=True, default=str).encode()).hexdigest()[:20]


def _is_fresh(folder: Path, key: str, report: Path) -> bool:
    try:
        return report.is_file() and json.loads(store.read_text(folder / _STATE))["key"] == key
    except (StudyError, ValueError, KeyError, TypeError):
        return False


def _members(name: str) -> pd.DataFrame:
    import pandas as pd

    from helpers.corpus import scan

    columns = ["article_id", "status", "reason", "published_at", "nouns"]
    return pd.concat(scan("members", name, columns=columns), ignore_index=True)


def _unreadable(name: str, members: pd.DataFrame) -> pd.DataFrame:
    from helpers import tables
    from helpers.importing import read_catalogue

    lost = members[members["status"] == "unreadable"].set_index("article_id")["reason"].to_dict()
    entries = read_catalogue(store.raw_folder(name) / "articles.csv")[1] if lost else []
    return tables.UNREADABLE.make(
        {"article_id": entry["article_id"], "file": entry["file"], "reason": lost[entry["article_id"]]}
        for entry in entries
        if entry["article_id"] in lost
    )


def _write_table(folder: Path, name: str, frame: pd.DataFrame) -> None:
    from helpers import tables

    buffer = io.BytesIO()
    tables.TABLES[name].check(frame).to_parquet(buffer, index=False)
    store.write_bytes(folder / f"{name}.parquet", buffer.getvalue())


def _make_report(
    study: Study, own: Mapping[str, str], parameters: Mapping[str, Any], made: Mapping[str, pd.DataFrame]
) -> None:
    """Run the notebooks and put their pages, CSV tables and the report in their places, all or none."""
    from helpers.reporting import render_notebook, render_report, with_hangul
    from helpers.reporting.cells import figures
    from helpers.reporting.prose.corpus import findings_of

    executed = {name: _executed(name, study.name, own) for name in CORPUS_NOTEBOOKS}
    noted = {
        "study": study.name,
        "inputs": {"articles.csv": store.sha256(store.raw_folder(study.name) / "articles.csv")},
        "parameters": {name: parameters[name] for name in ("analyzer", "parts_of_speech", "seed", "use_dictionary")}
        | {"draws": DRAWS, "duplicates": study.file.duplicates},
        "versions": packages.made_with(),
    }
    labels = _labels(study)
    pages = {
        Path("report.html"): with_hangul(
            render_report(
                executed,
                study={"name": study.name, **study.file.model_dump(include={"title", "question", "thesis"})},
                findings=findings_of(made, study.file.duplicates, own["counted"], labels),
                manifest=noted,
                first=CORPUS_NOTEBOOKS[0],
                reading=CORPUS_NOTEBOOKS[1:],
            )
        )
    }
    pictures: dict[str, bytes] = {}
    for name, notebook in executed.items():
        page = render_notebook(notebook, name=name, title=study.file.title)
        pages[Path("notebooks", f"{name}.html")] = page.replace(
            'href="../', 'href="../../'
        )  # it lies one folder deeper
        pages[Path("notebooks", f"{name}.ipynb")] = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
        pictures |= figures(notebook)
    files = {path: text.encode("utf-8") for path, text in pages.items()}
    files |= {Path("figures", f"{name}.png"): png for name, png in pictures.items()}
    files |= {Path("tables", f"{name}.csv"): store.as_csv(frame) for name, frame in made.items()}
    store.replace_folder(store.report_folder(study.name), files)


def _labels(study: Study) -> dict[str, str]:
    from helpers.narrative import open_codebook

    return dict(open_codebook(study).claims)


def _executed(name: str, study: str, own: Mapping[str, str]) -> Any:
    """The notebook, run by papermill with the parameters that it takes."""
    import logging

    import nbformat
    from papermill.exceptions import PapermillExecutionError
    from papermill.execute import execute_notebook

    for library in ("papermill", "asyncio"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    notebook = nbformat.reads(store.read_text(NOTEBOOKS / f"{name}.ipynb"), as_version=4)
    takes = {key: value for key, value in own.items() if f"{key}: str" in notebook.cells[1].source}
    try:
        executed = execute_notebook(
            notebook, None, {"study": study} | takes, kernel_name="python3", progress_bar=False, cwd=str(NOTEBOOKS)
        )
    except PapermillExecutionError as error:
        raise StudyError(
            f"notebooks/{name}.ipynb stopped: {error.ename}: {error.evalue}", "Open it and run it cell by cell."
        ) from error
    for cell in executed.cells:  # no clock in what is published
        cell.metadata = {key: value for key, value in cell.metadata.items() if key == "tags"}
    executed.metadata.pop("papermill", None)
    return json.loads(nbformat.writes(executed))


def told_on_stderr(name: str, *, quiet: bool) -> Callable[[str], None]:
    """Progress as lines on stderr: on a terminal one that is written over."""

    def tell(text: str) -> None:
        if not quiet and sys.stderr.isatty():
            print(f"\r\x1b[K{name}: {text}", end="", file=sys.stderr, flush=True)
        elif not quiet:
            print(f"{name}: {text}", file=sys.stderr, flush=True)

    return tell
