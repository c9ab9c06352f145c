"""Bring a corpus up to date for ``study run``: its buckets, its stories, the tables that compare, its report.

The tables that compare and the report are made in the run's own folder (.run); ``run.py`` publishes them as it does for
any study.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import store
from helpers.errors import StudyError
from helpers.running import modules
from helpers.running.close_reading import readings
from helpers.running.corpus_report import CORPUS_NOTEBOOKS, DRAWS, CorpusReport
from helpers.running.kernels import Kernels
from helpers.running.limits import Limits
from helpers.running.options import Options
from helpers.running.published import places
from helpers.running.published import reasons as reasons_published
from helpers.running.result import RunResult
from helpers.stages import CORPUS_STAGES
from helpers.study import Study
from helpers.telling import note

if TYPE_CHECKING:
    import pandas as pd

    from helpers.corpus import Progress, Settings

ARTICLES = "articles"
STEPS = (ARTICLES, *CORPUS_NOTEBOOKS, "report")
_READ_BY = ("cleaning", "tokenizing", "keywords", "narrative", "corpus")
_CODING = ("narrative/", "corpus/steps", "corpus/work")  # the code that codings are made by
_STATE = "corpus.json"


@dataclass(frozen=True)
class Corpus:
    """A study whose articles are listed in articles.csv, with the parameters that bear on it: analyzer,
    parts_of_speech, min_syllables, seed and use_dictionary."""

    study: Study
    parameters: Mapping[str, Any]

    @property
    def folder(self) -> Path:
        return store.processed_folder(self.study.name)

    @property
    def run_folder(self) -> Path:
        """Where a run makes what is then published."""
        return self.folder / ".run"

    @cached_property
    def settings(self) -> Settings:
        """What the reading of each article depends on."""
        from helpers.corpus import Settings

        code = modules.digests(_READ_BY)
        coding = {name: digest for name, digest in code.items() if name.startswith(_CODING)}
        reading = {name: digest for name, digest in code.items() if not name.startswith("narrative/coding/")}
        return Settings(
            study=self.study.name,
            root=str(store.root()),
            folder=str(self.folder),
            analyzer=self.parameters["analyzer"],
            dictionary=self.study.dictionary if self.parameters["use_dictionary"] else "",
            stopwords=self.study.stopwords,
            synonyms=tuple(self.study.synonyms.items()),
            parts_of_speech=tuple(self.parameters["parts_of_speech"]),
            min_syllables=int(self.parameters["min_syllables"]),
            leads=self.study.file.leads == "read",
            codebook=store.read_text(store.raw_folder(self.study.name) / "codebook.yml"),
            code_read=_digest(reading),
            code_coded=_digest(coding),
        )

    def why(self) -> dict[str, list[str]]:
        """What is out of date, and because of what: 'articles' and 'report' -> reasons; nothing is run."""
        from helpers.corpus import out_of_date

        stale = out_of_date(self.settings)
        found = {ARTICLES: [f"{stale:,} of them are new, changed, or to be read or coded otherwise"]} if stale else {}
        reasons = self.why_report()
        return found | ({"report": reasons} if reasons else {})

    def why_report(self) -> list[str]:
        """Why the report is not what would be made now; nothing if it is."""
        try:
            before = json.loads(store.read_text(self.folder / _STATE))
            changed = [name for name, digest in self._made_of().items() if before.get(name) != digest]
        except (StudyError, ValueError, AttributeError):
            return ["it has not been made yet"]
        if changed:
            return [f"{name} changed" for name in changed]
        written = store.written(self.study.name)  # a run that failed may have left other files in the run folder
        files = places(self.study.name, self.run_folder)
        made = {place: written[where][-1] for place in files if (where := store.relative(place)) in written}
        report = store.report_folder(self.study.name) / "report.html"
        return reasons_published(self.study.name, made) if report in made else ["it has not been made yet"]

    def note_made(self) -> None:
        """Note what the report that is published now was made of."""
        store.write_text(self.folder / _STATE, json.dumps(self._made_of(), indent=1) + "\n")

    def _made_of(self) -> dict[str, str]:
        """What the comparing tables and the report were made of: its name for a person -> digest."""
        raw = store.raw_folder(self.study.name)
        made = {f"notebooks/{each.name}.ipynb": _digest(store.sha256(each.notebook)) for each in CORPUS_STAGES}
        made |= {name: _digest(store.sha256(raw / name)) for name in ("articles.csv", "codebook.yml", "study.yml")}
        return made | {
            "the parameters": _digest(dict(self.parameters)),
            "the program": _digest(
                [self.settings.code_read, DRAWS, modules.digests(("comparing", "reporting", "running"))]
            ),
            "the close readings that there are": _digest(readings(self.study.name)),
        }


def make(
    corpus: Corpus,
    options: Options,
    *,
    due: bool,
    forced: Sequence[str],
    kernels: Kernels,
    limits: Limits,
    tell: Callable[[str], None] = lambda text: None,
) -> RunResult:
    """Make what is out of date of a corpus in its run folder; articles that have not changed are not read again.

    due      make the report, even if no article has to be read
    forced   of STEPS: what is made in any case
    kernels  to run the notebooks in
    tell     takes a line of progress now and then
    """
    from helpers.comparing import compare
    from helpers.comparing.sums import Sampling
    from helpers.corpus import bring_up_to_date
    from helpers.corpus.stories import find_stories
    from helpers.narrative import open_codebook

    study = corpus.study
    open_codebook(study)  # a fault in it is told before an hour of reading
    done = bring_up_to_date(
        corpus.settings,
        engine=options.engine,
        jobs=options.jobs,
        anew=ARTICLES in forced,
        tell=lambda progress: tell(_line(progress)),
    )
    report = store.report_folder(study.name) / "report.html"
    notes = (f"{done.unreadable} of {done.articles} articles could not be read",) if done.unreadable else ()
    if not done.read and not done.coded and not forced and not due:
        return RunResult(study.name, report, (), notes=notes)
    members = _members(study.name)
    if done.unreadable == done.articles:
        raise StudyError(
            f"None of the {done.articles} articles of {study.name} could be read: {members['reason'].iloc[0]}",
            "Import them again from sources that can be read.",
        )
    tell("stories")
    days = members["published_at"].fillna("")
    stories = find_stories(study.name, dict(zip(members["article_id"], days, strict=True)))
    tell("comparing")
    sampling = Sampling(rule=study.file.duplicates, draws=DRAWS, seed=int(corpus.parameters["seed"]))
    made = compare(study.name, stories, sampling)
    made |= {"stories": _told(study.name, stories), "unreadable": _unreadable(study.name, members)}
    made["drawn"]["reading"] = made["drawn"]["article_id"].map(readings(study.name)).astype("str")
    for table, frame in made.items():
        _write_table(corpus.run_folder, table, frame)
    tell("report")
    counted = "nouns" if (members["nouns"] > 0).sum() * 2 > len(members) else "text"
    pages = CorpusReport(study, corpus.parameters, counted, corpus.run_folder)
    _write_table(corpus.run_folder, "findings", pages.make(made, kernels, limits))
    ran = STEPS if done.read or done.coded or ARTICLES in forced else STEPS[1:]
    return RunResult(study.name, report, ran, notes=notes)


def _line(progress: Progress) -> str:
    return f"reading: {progress}" if progress.total else "reading: nothing is out of date"


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


def _told(name: str, stories: pd.DataFrame) -> pd.DataFrame:
    """The articles of stories with their outlets and headlines, as articles.csv has them."""
    import pandas as pd

    from helpers import tables
    from helpers.importing import read_catalogue

    entries = read_catalogue(store.raw_folder(name) / "articles.csv")[1] if len(stories) else []
    told = pd.DataFrame(entries, columns=["article_id", "outlet", "title"], dtype="str").set_index("article_id")
    untold = stories.drop(columns=["outlet", "title"])
    return tables.STORIES.check(untold.join(told.replace("", pd.NA), on="article_id"))


def _write_table(run_folder: Path, table: str, frame: pd.DataFrame) -> None:
    from helpers import tables

    buffer = io.BytesIO()
    tables.TABLES[table].check(frame).to_parquet(buffer, index=False)
    store.write_bytes(run_folder / "tables" / f"{table}.parquet", buffer.getvalue())


def told_on_stderr(name: str, *, quiet: bool) -> Callable[[str], None]:
    """Progress as lines on stderr: on a terminal one that is written over."""

    def tell(text: str) -> None:
        text = note(text)
        if not quiet and sys.stderr.isatty():
            print(f"\r\x1b[K{name}: {text}", end="", file=sys.stderr, flush=True)
        elif not quiet:
            print(f"{name}: {text}", file=sys.stderr, flush=True)

    return tell
