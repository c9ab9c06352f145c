"""``study new``: make a study of saved articles that can be run to a report at once."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from helpers import store
from helpers.errors import StudyError
from helpers.running.copies import lay_out_guide
from helpers.study import CORPUS_QUESTION, CORPUS_THESIS, PLACEHOLDER_THESIS

TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".jsonl", ".parquet")
QUESTION = "이 기사는 무엇을 어떤 근거로, 누구의 목소리로 말하는가?"
SCHEMA = Path(__file__).with_name("study.schema.json").resolve()


def new_study(name: str, files: Sequence[Path], *, question: str | None = None, thesis: str | None = None) -> Path:
    """Make data/raw/<name>/ of saved articles, with a codebook to fill in, and return the folder.

    Each file must hold an article (stage 1 is tried on it). The folder appears whole or not at all; one that is there
    already is left alone and is a StudyError.
    """
    folder = store.root() / "data" / "raw" / store.check_name(name)
    if taken := _taken(folder):
        raise _there(taken)
    articles = _read(name, files)
    asked, claimed = _plain(question) or QUESTION, _plain(thesis) or PLACEHOLDER_THESIS
    make_whole(name, lambda beside: _fill(beside, articles, asked, claimed))
    return folder


def make_whole(name: str, fill: Callable[[Path], object]) -> None:
    """Make data/raw/<name>/ with what ``fill`` writes into the folder it is given: whole or not at all."""
    folder = store.root() / "data" / "raw" / store.check_name(name)
    store.make_folder(folder.parent)
    beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{name}."))
    try:
        fill(beside)
        beside.chmod(0o755)
        beside.rename(folder)
        lay_out_guide(store.root())
    except BaseException as error:
        shutil.rmtree(beside, ignore_errors=True)
        if isinstance(error, OSError) and error.errno in (errno.EEXIST, errno.ENOTEMPTY):  # made by another at once
            raise _there(folder) from error
        raise


def _there(folder: Path) -> StudyError:
    return StudyError(f"{store.relative(folder)} is there already.", "Choose another name, or edit that study.")


def _taken(folder: Path) -> Path | None:
    """What has the folder's name already, or one that some systems take for the same (Village, decomposed Hangul)."""
    if os.path.lexists(folder):
        return folder
    beside = folder.parent.iterdir() if folder.parent.is_dir() else ()
    return next((path for path in beside if _folded(path.name) == _folded(folder.name)), None)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def corpus_files(name: str) -> dict[str, str]:
    """The files of a new corpus beside its articles, name -> text, to be filled in when a person likes."""
    from helpers.narrative import blank_codebook

    return {
        "study.yml": f"title: {_quoted(name)}\nquestion: {_quoted(CORPUS_QUESTION)}\nthesis: {_quoted(CORPUS_THESIS)}\n"
        "duplicates: own   # copies of a text: keep all, flag (leave out those flagged), own (a story once)\n"
        "leads: skip   # of rows with a noun list: skip headline and first lines, or read them (ten times as long)\n"
        "parameters: {}\n",
        "codebook.yml": blank_codebook(CORPUS_QUESTION, CORPUS_THESIS),
        "dictionary.tsv": "# words that an analyzer must keep whole: form <TAB> tag (NNG, NNP)\n",
        "stopwords.txt": "# words that are never keywords, one a line\n",
    }


def _read(name: str, files: Sequence[Path]) -> dict[str, tuple[Path, bytes, str, str | None]]:
    """article id -> the file, its bytes, the title and the outlet that stage 1 finds in it."""
    from helpers.cleaning import clean, read_raw

    articles: dict[str, tuple[Path, bytes, str, str | None]] = {}
    for file in files:
        if file.suffix.lower() in TABLES:
            raise StudyError(f"{file.name} is a table, not one article.", f"Import it: study import {name} {file}")
        cleaned = clean(read_raw(file))
        article_id = re.sub(r"[^\w.-]+", "-", file.stem).strip("-.") or "article"
        if article_id in articles:
            raise StudyError(f"Two articles are named {article_id!r}.", "Rename one of the files.")
        outlet = cleaned.article["outlet"].iloc[0]
        articles[article_id] = (
            file,
            store.read_bytes(file),
            _plain(cleaned.title) or article_id,
            _plain(outlet) if isinstance(outlet, str) else None,
        )
    return articles


def _fill(folder: Path, articles: dict[str, tuple[Path, bytes, str, str | None]], question: str, thesis: str) -> None:
    from helpers.narrative import blank_codebook

    title = next(iter(articles.values()))[2] + (f" 외 {len(articles) - 1}편" if len(articles) > 1 else "")
    store.write_text(folder / "study.yml", _editor_line(folder) + _study_yml(title, question, thesis, list(articles)))
    entries = []
    for article_id, (file, data, _, outlet) in articles.items():
        place = f"articles/{article_id}{file.suffix.lower() or '.txt'}"
        store.write_bytes(folder / place, data)
        entries.append(_article_yml(article_id, place, outlet, hashlib.sha256(data).hexdigest()))
    head = "# One entry an article: its file and where it comes from. The raw text is data and is never changed.\n"
    store.write_text(folder / "articles.yml", head + "".join(entries))
    store.write_text(folder / "codebook.yml", blank_codebook(question, thesis))
    store.write_text(folder / "dictionary.tsv", "# words that an analyzer must keep whole: form <TAB> tag (NNG, NNP)\n")
    store.write_text(folder / "stopwords.txt", "# words that are never keywords, one a line\n")


def _editor_line(folder: Path) -> str:
    """Where editors find the schema of study.yml, if the study lies in the checkout that has it."""
    if not SCHEMA.is_relative_to(store.root()):
        return ""
    return f"# yaml-language-server: $schema={Path(os.path.relpath(SCHEMA, folder)).as_posix()}\n"


def _study_yml(title: str, question: str, thesis: str, article_ids: Sequence[str]) -> str:
    listed = "".join(f"  - {_quoted(article_id)}\n" for article_id in article_ids)
    return (
        f"title: {_quoted(title)}\nquestion: {_quoted(question)}\nthesis: {_quoted(thesis)}\n"
        f"articles:\n{listed}parameters: {{}}  # study parameters lists them\n"
    )


def _article_yml(article_id: str, file: str, outlet: str | None, sha256: str) -> str:
    return (
        f"{_quoted(article_id)}:\n  file: {_quoted(file)}\n  outlet: {_quoted(outlet) if outlet else ''}\n"
        f"  address:\n  retrieved:\n  sha256: {sha256}\n  rights:\n"
    )


def _plain(text: str | None) -> str:
    """``text`` on one line, without what YAML cannot hold or a terminal would obey."""
    return "".join(letter for letter in " ".join((text or "").split()) if letter.isprintable())


def _quoted(text: str) -> str:
    """A YAML scalar in double quotes: JSON's are YAML's."""
    return json.dumps(text, ensure_ascii=False)
