"""``study read``: one article of a corpus as a study of its own, for the close reading."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from helpers import store
from helpers.errors import StudyError
from helpers.running.new import QUESTION, corpus_files, make_whole
from helpers.study import CORPUS_QUESTION, CORPUS_THESIS, PLACEHOLDER_THESIS, Study, open_study

CARRIED = ("dictionary.tsv", "stopwords.txt", "synonyms.tsv")
_SUFFIX = ".txt"


@dataclass(frozen=True)
class CloseReading:
    """A study of one article, and what a person should know about it.

    new     whether it was made just now
    notes   sentences: how much of the article there is, and what has changed in the corpus since
    """

    study: str
    new: bool
    notes: tuple[str, ...]


def name_of_reading(corpus: str, article_id: str) -> str:
    """The name of the study that reads this article of the corpus closely."""
    return f"{corpus}-{article_id}"


def read_closely(corpus: str, article_id: str) -> CloseReading:
    """Make data/raw/<corpus>-<article>/, unless it is there: the article as it was imported, the corpus' codebook,
    dictionary and stopwords, its question and thesis. From then on it is a person's: nothing here changes it again.

    raises StudyError if there is no such corpus or article, or only a list of its nouns
    """
    study = open_study(corpus)
    entry = _entry(study, article_id)
    name = name_of_reading(corpus, article_id)
    notes = _notes(entry)
    if (store.root() / "data" / "raw" / name / "study.yml").is_file():
        return CloseReading(name, False, (*notes, *_apart(study, name)))
    files = {Path(place): data for place, data in _files(study, entry).items()}
    make_whole(name, lambda folder: store.replace_folder(folder, files))
    return CloseReading(name, True, notes)


def _entry(study: Study, article_id: str) -> dict[str, str]:
    from helpers.importing import read_catalogue

    catalogue = study.folder / "articles.csv"
    if not catalogue.is_file():
        raise StudyError(
            f"{study.name!r} is no corpus: it has no articles.csv.", f"Its report is made by: study run {study.name}"
        )
    entries = {entry["article_id"]: entry for entry in read_catalogue(catalogue)[1]}
    if article_id not in entries:
        near = difflib.get_close_matches(article_id, entries, n=3)
        raise StudyError(
            f"The corpus {study.name!r} has no article {article_id!r} among its {len(entries):,}.",
            f"Did you mean {', '.join(near)}?" if near else f"{store.relative(catalogue)} lists them.",
        )
    if entries[article_id]["stratum"] == "nouns":
        raise StudyError(
            f"Of the article {article_id!r} the corpus has a list of its nouns and no text.",
            "Save the article itself and make a study of it: study new NAME --article FILE",
        )
    return entries[article_id]


def _notes(entry: Mapping[str, str]) -> tuple[str, ...]:
    if entry["stratum"] == "full":
        return ()
    what = {"lead": "its headline and first characters", "title": "its headline"}[entry["stratum"]]
    where = f" It stands at {entry['address']}." if entry["address"] else ""
    return (f"of this article the source gives {what} alone, and no more can be read here.{where}",)


def readings(corpus: str) -> dict[str, str]:
    """article id -> the study that reads it closely, of those that have a report."""
    start = name_of_reading(corpus, "")
    studies = (name for name in store.study_names() if name.startswith(start))
    return {name.removeprefix(start): name for name in studies if (store.report_folder(name) / "report.html").is_file()}


def _apart(study: Study, name: str) -> list[str]:
    """What differs by now between the corpus and the reading that was made from it."""
    own = store.root() / "data" / "raw" / name
    changed = [file for file, text in _carried(study).items() if _text(own / file) != text]
    what = f"{', '.join(changed)} of {name} {'differs' if len(changed) == 1 else 'differ'} from"
    return [f"{what} what {study.name} has; the reading keeps its own."] if changed else []


def _text(path: Path) -> str | None:
    return store.read_text(path) if path.is_file() else None


def _files(study: Study, entry: Mapping[str, str]) -> dict[str, bytes]:
    """The files of the reading, by their place in its folder."""
    data, suffix, as_given = _article(study, entry)
    place = f"articles/{entry['article_id']}{suffix}"
    question, thesis = _asked(study)
    written = {
        "study.yml": _yaml(
            {
                "title": entry["title"] or entry["article_id"],
                "question": question,
                "thesis": thesis,
                "articles": [entry["article_id"]],
                "parameters": dict(study.written.parameters),
            },
            f"# The close reading of an article of the corpus {study.name}. It is yours: the corpus never changes it.",
        ),
        "articles.yml": _yaml({entry["article_id"]: _told(entry, place, data, as_given)}, "# As articles.csv has it."),
    }
    return {name: text.encode() for name, text in (written | _carried(study)).items()} | {place: data}


def _asked(study: Study) -> tuple[str, str]:
    """Question and thesis of the corpus; where nobody has written them yet, those of a new study of one article."""
    file = study.written
    question = QUESTION if file.question == CORPUS_QUESTION else file.question
    return question, PLACEHOLDER_THESIS if file.thesis == CORPUS_THESIS else file.thesis


def _carried(study: Study) -> dict[str, str]:
    """The files that a reading takes over, name -> text; for a codebook that nobody has filled in, one to fill in."""
    texts = {name: _text(study.folder / name) for name in ("codebook.yml", *CARRIED)}
    if texts["codebook.yml"] == corpus_files(study.name)["codebook.yml"]:
        from helpers.narrative import blank_codebook

        texts["codebook.yml"] = blank_codebook(*_asked(study))
    return {name: text for name, text in texts.items() if text is not None}


def _told(entry: Mapping[str, str], place: str, data: bytes, as_given: list[str]) -> dict[str, Any]:
    told = {"file": place, "sha256": hashlib.sha256(data).hexdigest(), "published": entry["published_at"]}
    told |= {name: entry[name] for name in ("title", "outlet", "reporter", "address", "rights")}
    known: dict[str, Any] = {name: value for name, value in told.items() if value}
    return known | ({"overrides": [{"keep": line} for line in as_given]} if as_given else {})


def _article(study: Study, entry: Mapping[str, str]) -> tuple[bytes, str, list[str]]:
    """The article's bytes, its file's suffix, and the lines that stage 1 must keep, in a row that is text alone."""
    if "#row=" not in entry["file"]:
        path = study.folder / entry["file"]
        if not path.resolve().is_relative_to(study.folder.resolve()):
            raise StudyError(f"{entry['file']} lies outside the study.", "Import it.")
        return store.read_bytes(path), path.suffix.lower() or _SUFFIX, []
    title, text = _row(study, entry)
    whole = f"{title}\n\n{text}" if title else text
    return whole.encode(), _SUFFIX, _lost(whole, text, entry)


def _row(study: Study, entry: Mapping[str, str]) -> tuple[str, str]:
    """Headline and text of the row that articles.csv names."""
    from helpers.importing.rows import Record
    from helpers.importing.sources import again
    from helpers.importing.study import source_entries

    file = entry["file"].partition("#row=")[0]
    for source in source_entries(study.folder):
        if source["file"] != file:
            continue
        for _, record in again(study.folder, source).articles():
            if not isinstance(record, Record) or record.article_id != entry["article_id"]:
                continue
            if record.sha256 == entry["sha256"]:
                return record.title, record.text
    raise StudyError(f"{entry['file']} has no such row any more.", "Import the source again.")


def _lost(whole: str, text: str, entry: Mapping[str, str]) -> list[str]:
    """The lines of a row's text that stage 1 would take for a page's frame: all, where it sees no article at all."""
    from helpers.cleaning import clean
    from helpers.cleaning.files.reading import RawText

    lines = [line.strip() for line in text.splitlines() if line.strip()]
    try:
        found = clean(RawText(whole, "utf-8", (), entry["sha256"]), article_id=entry["article_id"])
    except StudyError:
        return list(dict.fromkeys(lines))
    if entry["stratum"] == "full":
        return []
    cut = {str(row["text"]).strip() for row in found.line_rows if not row["kept"]}
    return list(dict.fromkeys(line for line in lines if line in cut))


def _yaml(content: Mapping[str, Any], head: str) -> str:
    return f"{head}\n{yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=10_000)}"
