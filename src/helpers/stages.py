"""The notebooks as stages, with what each reads and writes. Nothing else declares this.

To add a notebook: add a ``Stage`` to ``STAGES``, where its tables are first needed, and call ``begin`` with its name in
its opening cell. To add a table: describe it in ``tables/`` and add its name to ``writes`` of the stage that makes it
and to ``reads`` of those that read it. To add a file of ``data/raw/<study>/`` or a parameter: add it to ``raw`` or
``parameters`` of each stage that takes it. Everything else follows: order, freshness, manifest, and what ``store``
refuses. What is not declared here cannot be read or written by the notebook, so that the declarations cannot lie.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from helpers.errors import StudyError

_INSTALLED = Path(__file__).with_name("notebooks")  # a wheel has them beside this file, the checkout at its top
NOTEBOOKS = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parents[2] / "notebooks"
VARIABLE = "STUDY_STAGE"
# of ``raw``: the files that articles.yml names, and the articles in the folder that study.yml names as its reference
ARTICLES, REFERENCE = "@articles", "@reference"


@dataclass(frozen=True)
class Stage:
    """One notebook.

    reads       the tables that it reads
    writes      the tables that it writes
    raw         what it reads of data/raw/<study>/: patterns of files, ``@articles``, ``@reference``, and entries of
                study.yml, as in "study.yml: thesis"
    parameters  the parameters that it takes, as its parameters cell has them
    rooms       the packages of ``helpers`` whose code it runs (the modules beside them count for every stage)
    kernel      stages of one kind share a warm kernel: what is slow to load is loaded once, and no more than needed
    ahead       code that loads what takes long, run while the kernel waits; the parameters are names in it
    """

    name: str
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    kernel: str = "language"
    ahead: str = ""

    @property
    def notebook(self) -> Path:
        return _Used.notebooks.get(self.name, NOTEBOOKS / f"{self.name}.ipynb")


STAGES = (
    Stage(
        "01_clean",
        writes=("lines", "articles"),
        raw=("articles.yml", ARTICLES, "study.yml: articles"),
        rooms=("cleaning", "reporting"),
    ),
    Stage(
        "02_tokenize",
        reads=("lines",),
        writes=("sentences", "tokens"),
        raw=("dictionary.tsv", "synonyms.tsv"),
        parameters=("analyzer", "cross_check", "use_dictionary"),
        rooms=("tokenizing", "reporting"),
        ahead="tokenizing.prepare(analyzer, *cross_check)",
    ),
    Stage(
        "03_keywords",
        reads=("sentences", "tokens"),
        writes=("terms", "keywords", "dispersion", "collocations", "kwic", "stability", "term_stability"),
        raw=("stopwords.txt", "synonyms.tsv", "dictionary.tsv", REFERENCE, "study.yml: reference"),
        parameters=("analyzer", "parts_of_speech", "min_syllables", "min_count", "top_n", "window", "draws", "seed"),
        rooms=("cleaning", "tokenizing", "keywords", "reporting"),
        kernel="statistics",
        ahead="import matplotlib.pyplot, networkx, pyarrow.parquet, scipy.sparse, scipy.special",
    ),
    Stage(
        "04_narrative",
        reads=("articles", "sentences", "tokens"),
        writes=(
            *("codings", "voices", "facts", "measures", "evidence", "weighing"),
            *("agreement", "confusion", "disagreements", "findings"),
        ),
        raw=(
            *("codebook.yml", "corrections.yml", "codings/*.csv", "codings/*.xlsx"),
            *("study.yml: title", "study.yml: question", "study.yml: thesis"),
        ),
        parameters=("analyzer", "draws", "seed", "quotation"),
        rooms=("cleaning", "tokenizing", "keywords", "narrative", "reporting"),
        kernel="statistics",
    ),
)

# of a corpus: its tables are made from its buckets (``comparing``), and the notebooks read them alone
CORPUS_STAGES = (
    Stage("11_corpus", reads=("coverage", "stories", "unreadable"), parameters=("duplicates",), kernel="statistics"),
    Stage(
        "12_words",
        reads=("group_keyness", "shares", "changes", "cooccurrence"),
        parameters=("counted",),
        kernel="statistics",
    ),
    Stage("13_voices", reads=("shares", "speakers", "coverage"), kernel="statistics"),
    Stage("14_claims", reads=("shares", "drawn", "coverage"), raw=("codebook.yml",), kernel="statistics"),
)


def stage(name: str) -> Stage:
    """The stage of that name; StudyError names those that there are."""
    for found in (*STAGES, *CORPUS_STAGES):
        if found.name == name:
            return found
    raise StudyError(
        f"There is no stage {name!r} (there: {', '.join(each.name for each in STAGES)}).",
        "Declare it in src/helpers/stages.py.",
    )


# --- what the notebook that is running may do ------------------------------------------------------------------------
@dataclass(frozen=True)
class Permit:
    """What one stage may read and write while it works on one study.

    raw       patterns of files and entries, by their path in the study's folder
    tables    the folder that its tables are in; '' for the published ones
    articles  the study's articles; a table may hold no other (if empty, this is not checked)
    """

    stage: str
    study: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    raw: tuple[str, ...]
    tables: str = ""
    articles: tuple[str, ...] = ()

    @classmethod
    def of(cls, declared: Stage, study: str, *, files: Iterable[str] = (), tables: str = "") -> Permit:
        """``files`` are the articles and reference articles, by their path in the study's folder."""
        return cls(declared.name, study, declared.reads, declared.writes, (*declared.raw, *files), tables)

    @classmethod
    def from_text(cls, text: str) -> Permit:
        known = json.loads(text)
        lists: dict[str, Any] = {name: tuple(value) for name, value in known.items() if isinstance(value, list)}
        return cls(**{**known, **lists})

    def as_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


class _Used:
    """Notebooks that a person uses in place of the program's: name -> path."""

    notebooks: Mapping[str, Path] = {}


def use(notebooks: Mapping[str, Path]) -> None:
    """From now on the stages of these names run these notebooks, and the others the program's."""
    _Used.notebooks = dict(notebooks)


class _Current:
    permit: Permit | None = None
    unlimited: bool = False


def current() -> Permit | None:
    """The permit of the notebook that is running in this process; None outside of notebooks that say what they are."""
    if _Current.unlimited:
        return None
    if _Current.permit is None and (given := os.environ.get(VARIABLE)):
        _Current.permit = Permit.from_text(given)
    return _Current.permit


def grant(permit: Permit | None) -> None:
    """From now on this process may read and write only what ``permit`` allows; None allows everything."""
    _Current.permit = permit


@contextmanager
def unlimited() -> Iterator[None]:
    """Within the block this process may read and write everything."""
    _Current.unlimited = True
    try:
        yield
    finally:
        _Current.unlimited = False


def forget() -> None:
    """This process runs no notebook, whatever its environment says."""
    os.environ.pop(VARIABLE, None)
    grant(None)


def check_table(verb: str, table: str, study: str) -> None:
    """StudyError unless the running notebook declares that it reads or writes (``verb``) this table, of this study."""
    permit = current()
    if permit is None:
        return
    _check_study(permit, study)
    if table not in (permit.reads if verb == "read" else permit.writes):
        raise StudyError(
            f"{permit.stage} {verb}s the table {table}, which it does not declare.",
            f"Add {table!r} to {verb}s of {permit.stage} in src/helpers/stages.py.",
        )


def check_raw(inner: str, study: str) -> None:
    """StudyError unless the running notebook declares that it reads this file or entry of this study."""
    permit = current()
    if permit is None or inner == "study.yml":
        return
    _check_study(permit, study)
    if not any(fnmatchcase(inner, pattern) for pattern in permit.raw):
        raise StudyError(
            f"{permit.stage} reads data/raw/{study}/{inner}, which it does not declare.",
            f"Add it to raw of {permit.stage} in src/helpers/stages.py.",
        )


def _check_study(permit: Permit, study: str) -> None:
    if study != permit.study:
        raise StudyError(
            f"This notebook was opened for the study {permit.study!r}, not for {study!r}.",
            "Run its opening cell again, with the study that you mean.",
        )
