"""``study run`` of a corpus: its buckets, its stories, the tables that compare, four notebooks, one report.

What compares and the report are made in the run's own folder (.run) and then put in their places, as for any study.
"""

from __future__ import annotations

import contextlib
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
from helpers.running.kernels import Kernels
from helpers.running.limits import NO_LIMITS, Limits
from helpers.running.published import places, publish
from helpers.running.published import reasons as reasons_published
from helpers.running.result import RunResult
from helpers.stages import CORPUS_STAGES, NOTEBOOKS, VARIABLE, Permit
from helpers.study import Study, open_study

if TYPE_CHECKING:
    import pandas as pd

    from helpers.corpus import Progress, Settings

CORPUS_NOTEBOOKS = tuple(stage.name for stage in CORPUS_STAGES)
DRAWS = 200
_READ_BY = ("cleaning", "tokenizing", "keywords", "narrative", "corpus")
NOTICE = "기사는 제목과 주소로만 든다. 본문은 옮기지 않았다."
_STATE = "corpus.json"


def run_corpus(
    name: str,
    parameters: Mapping[str, Any],
    *,
    kernels: Kernels | None = None,
    limits: Limits = NO_LIMITS,
    engine: str = "here",
    jobs: int | None = None,
    force: bool = False,
    tell: Callable[[str], None] = lambda text: None,
) -> RunResult:
    """Bring a corpus and its report up to date; articles that have not changed are not read again.

    parameters  of the study: analyzer, parts_of_speech, seed and use_dictionary bear on a corpus
    kernels     to run the notebooks in; None: one of its own
    engine      'here' or the address of a Dask scheduler
    jobs        processes that read articles; None: as processors and memory allow
    force       make the report anew, out of date or not
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
    notes = [f"{done.unreadable} of {done.articles} articles could not be read"] if done.unreadable else []
    if not done.read and not done.coded and not force and not _why_report(study, parameters, settings):
        return RunResult(name, report, (), notes=tuple(notes))
    members = _members(name)
    tell("stories")
    stories = find_stories(name, dict(zip(members["article_id"], members["published_at"], strict=True)))
    tell("comparing")
    sampling = Sampling(rule=study.file.duplicates, draws=DRAWS, seed=int(parameters["seed"]))
    made = compare(name, stories, sampling) | {"stories": stories, "unreadable": _unreadable(name, members)}
    made["drawn"]["reading"] = made["drawn"]["article_id"].map(readings(name)).astype("str")
    for table, frame in made.items():
        _write_table(name, table, frame)
    tell("report")
    counted = "nouns" if (members["nouns"] > 0).sum() * 2 > len(members) else "text"
    own = {"duplicates": study.file.duplicates, "counted": counted}
    with contextlib.ExitStack() as stack:
        lent = kernels or stack.enter_context(Kernels(NOTEBOOKS))
        executed = _executed(study, own, lent, limits)
    _make_report(study, own, parameters, made, executed)
    notes += publish(name, folder / ".run")
    store.write_text(folder / _STATE, json.dumps(_made_of(study, parameters, settings), indent=1) + "\n")
    return RunResult(name, report, ("articles", *CORPUS_NOTEBOOKS, "report"), notes=tuple(notes))


def why(name: str, parameters: Mapping[str, Any]) -> dict[str, list[str]]:
    """What of a corpus is out of date, and because of what: 'articles' and 'report' -> reasons; nothing is run."""
    from helpers.corpus import out_of_date

    study = open_study(name)
    settings = _settings(study, parameters, store.processed_folder(name))
    stale = out_of_date(settings)
    found = {"articles": [f"{stale:,} of them are new, changed, or to be read or coded otherwise"]} if stale else {}
    reasons = _why_report(study, parameters, settings)
    return found | ({"report": reasons} if reasons else {})


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
        synonyms=tuple(study.synonyms.items()),
        parts_of_speech=tuple(parameters["parts_of_speech"]),
        codebook=store.read_text(store.raw_folder(study.name) / "codebook.yml"),
        code_read=_digest(reading),
        code_coded=_digest(coding),
    )


def _line(progress: Progress) -> str:
    return f"reading: {progress}" if progress.total else "reading: nothing is out of date"


def _made_of(study: Study, parameters: Mapping[str, Any], settings: Settings) -> dict[str, str]:
    """What the comparing tables and the report were made of: its name for a person -> digest."""
    raw = store.raw_folder(study.name)
    made = {f"notebooks/{name}.ipynb": _digest(store.sha256(NOTEBOOKS / f"{name}.ipynb")) for name in CORPUS_NOTEBOOKS}
    made |= {name: _digest(store.sha256(raw / name)) for name in ("articles.csv", "codebook.yml", "study.yml")}
    return made | {
        "the parameters": _digest(dict(parameters)),
        "the program": _digest([settings.code_read, DRAWS, modules.digests(("comparing", "reporting", "running"))]),
        "the close readings that there are": _digest(readings(study.name)),
    }


def _why_report(study: Study, parameters: Mapping[str, Any], settings: Settings) -> list[str]:
    """Why the report is not what would be made now; nothing if it is."""
    folder = store.processed_folder(study.name)
    try:
        before = json.loads(store.read_text(folder / _STATE))
        changed = [name for name, digest in _made_of(study, parameters, settings).items() if before.get(name) != digest]
    except (StudyError, ValueError, AttributeError):
        return ["it has not been made yet"]
    if changed:
        return [f"{', '.join(changed)} changed"]
    files = places(study.name, folder / ".run")
    made = {place: sha256 for place, path in files.items() if (sha256 := store.sha256(path))}
    report = store.report_folder(study.name) / "report.html"
    return reasons_published(study.name, made) if report in made else ["it has not been made yet"]


def _digest(made_of: Any) -> str:
    return hashlib.sha256(json.dumps(made_of, sort_keys=True, default=str).encode()).hexdigest()[:20]


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


def _write_table(name: str, table: str, frame: pd.DataFrame) -> None:
    from helpers import tables

    buffer = io.BytesIO()
    tables.TABLES[table].check(frame).to_parquet(buffer, index=False)
    store.write_bytes(_tables(name) / f"{table}.parquet", buffer.getvalue())


def _tables(name: str) -> Path:
    return store.processed_folder(name) / ".run" / "tables"


def _make_report(
    study: Study,
    own: Mapping[str, str],
    parameters: Mapping[str, Any],
    made: Mapping[str, pd.DataFrame],
    executed: Mapping[str, Any],
) -> None:
    """Put the notebooks' pages, the CSV tables and the report into the run's folder."""
    from helpers.reporting import render_notebook, render_report, with_hangul
    from helpers.reporting.cells import figures
    from helpers.reporting.prose.corpus import findings_of

    noted = {
        "study": study.name,
        "inputs": {"articles.csv": store.sha256(store.raw_folder(study.name) / "articles.csv")},
        "parameters": {name: parameters[name] for name in ("analyzer", "parts_of_speech", "seed", "use_dictionary")}
        | {"draws": DRAWS, "duplicates": study.file.duplicates},
        "versions": packages.made_with(),
    }
    findings = findings_of(made, study.file.duplicates, own["counted"], _labels(study))
    pages = {
        Path("report.html"): with_hangul(
            render_report(
                executed,
                study={"name": study.name, **study.file.model_dump(include={"title", "question", "thesis"})},
                findings=findings,
                manifest=noted,
                notice=NOTICE,
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
    run_folder = store.processed_folder(study.name) / ".run"
    store.replace_folder(run_folder / "report", files)
    _write_table(study.name, "findings", findings)
    store.write_text(
        run_folder / "manifest.json", json.dumps(noted, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    )


def _labels(study: Study) -> dict[str, str]:
    from helpers.narrative import open_codebook

    return dict(open_codebook(study).claims)


def _executed(study: Study, own: Mapping[str, str], kernels: Kernels, limits: Limits) -> dict[str, Any]:
    """The notebooks, run by papermill one after another, on the tables in the run's folder."""
    import nbformat

    from helpers.running.execution import execute

    done: dict[str, Any] = {}
    for stage in CORPUS_STAGES:
        permit = Permit.of(stage, study.name, tables=str(_tables(study.name)))
        with kernels.lend(stage.kernel, ahead="") as kernel:
            executed = execute(
                stage,
                kernel=kernel,
                parameters={"study": study.name} | {name: own[name] for name in stage.parameters},
                environment={"STUDY_ROOT": str(store.root()), VARIABLE: permit.as_text()},
                limits=limits,
            )
        done[stage.name] = json.loads(nbformat.writes(executed))
    return done


def told_on_stderr(name: str, *, quiet: bool) -> Callable[[str], None]:
    """Progress as lines on stderr: on a terminal one that is written over."""

    def tell(text: str) -> None:
        if not quiet and sys.stderr.isatty():
            print(f"\r\x1b[K{name}: {text}", end="", file=sys.stderr, flush=True)
        elif not quiet:
            print(f"{name}: {text}", file=sys.stderr, flush=True)

    return tell
