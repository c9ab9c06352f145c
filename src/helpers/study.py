"""A study as a person wrote it down: data/raw/<study>/ as one object."""

from __future__ import annotations

import hashlib
import re
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from helpers import stages, store
from helpers.documents import Document, read_yaml, validate
from helpers.errors import StudyError
from helpers.normalize import normalize
from helpers.synonyms import Synonyms, parse_synonyms

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_NOTHING = BeforeValidator(lambda value: {} if value is None else value)
_NO_ITEMS = BeforeValidator(lambda value: [] if value is None else value)
PLACEHOLDER_THESIS = "이 기사는 자신의 주장을 근거로 뒷받침한다."  # of a study that is new
CORPUS_QUESTION = "이 기사들은 매체와 때에 따라 무엇을, 누구의 목소리로 말하는가?"
CORPUS_THESIS = "이 기사들은 변화와 성과를 말한다."  # of a corpus that is new
# what may hold an article: text, pages, mails, documents
SAVED_SUFFIXES = (".txt", ".md", ".html", ".htm", ".mhtml", ".mht", ".eml", ".webarchive", ".docx", ".hwpx", ".pdf")


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Override(_Written):
    """A person's decision against a cut of stage 1: a passage to keep or to drop, quoted from the raw text."""

    keep: Text | None = None
    drop: Text | None = None


def _moment(value: str) -> str:
    """A moment in ISO 8601: a day, or a day and a time; without a zone the time is Korea's."""
    try:
        if len(value) <= 10:
            return date.fromisoformat(value).isoformat()
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise ValueError("expected a day such as 2026-01-07, or with its time: 2026-01-07 05:00") from error
    zone = moment.tzinfo or timezone(timedelta(hours=9))
    return moment.replace(tzinfo=zone).isoformat(timespec="minutes")


def _inside(value: str) -> str:
    """A place inside the study, of no more bytes than systems allow the name of a file and a path."""
    if len(value.encode()) > 2000 or any(len(name.encode()) > 255 for name in value.split("/")):
        raise ValueError("is too long for the name of a file")
    return value


class ArticleEntry(_Written):
    """What articles.yml says of one article; where it says something, that overrides what the page says."""

    file: Annotated[Text, AfterValidator(_inside)]
    published: Annotated[str, AfterValidator(_moment)] | None = None
    title: Text | None = None
    outlet: Text | None = None
    reporter: Text | None = None
    address: Text | None = None
    retrieved: Text | None = None
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None
    rights: Text | None = None
    overrides: Annotated[list[Override], _NO_ITEMS] = []


class StudyFile(_Written):
    """What study.yml says."""

    title: Text
    question: Text
    thesis: Text
    articles: Annotated[list[Text], _NO_ITEMS] = Field(
        default=[], description="article ids; empty: all in articles.yml"
    )
    reference: Annotated[Text, AfterValidator(_inside)] | None = Field(
        default=None, description="folder of the study with articles to hold its words against"
    )
    duplicates: Literal["keep", "flag", "own"] = Field(
        default="own",
        description="of a corpus: keep all articles, leave out what the export flags, or count each story once",
    )
    leads: Literal["skip", "read"] = Field(
        default="skip",
        description="of a corpus' articles with a noun list and no full text: skip or read headline and lead",
    )
    parameters: Annotated[dict[str, Any], _NOTHING] = {}


class ArticlesFile(BaseModel):
    """articles.yml: an article id, then what is known of the article."""

    articles: dict[str, ArticleEntry]


class Article(_Written):
    """One article of a study and where its raw text lies."""

    article_id: str
    path: Path
    entry: ArticleEntry

    def check_unchanged(self) -> None:
        """StudyError if the file is no longer the one whose hash articles.yml gives: raw data never changes."""
        found = hashlib.sha256(store.read_bytes(self.path)).hexdigest()
        if self.entry.sha256 and found != self.entry.sha256:
            raise StudyError(
                f"{store.relative(self.path)} is not the file that articles.yml describes: its sha256 is {found}, "
                f"not {self.entry.sha256}.",
                "Restore the file as it was saved, or, if it is meant to be another, correct its sha256 there.",
            )


class Study(_Written):
    """A whole study: what it asks, its articles in order, and the texts of its other files ('' where there is none).

    Each file is read when it is first asked for, so that a notebook opens no file that it does not need.
    """

    name: str
    document: Document
    written: StudyFile

    @property
    def file(self) -> StudyFile:
        """What study.yml says."""
        for entry in ("title", "question", "thesis"):
            stages.check_raw(f"study.yml: {entry}", self.name)
        return self.written

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """Its articles, in the order of study.yml (of a corpus none); StudyError if one is not there."""
        stages.check_raw("study.yml: articles", self.name)
        if is_corpus(self.name):
            return ()
        return tuple(_articles(self.folder, self.written, self.document))

    @cached_property
    def reference_files(self) -> tuple[Path, ...]:
        """The saved articles in its reference folder, by name; none if study.yml names no folder."""
        stages.check_raw("study.yml: reference", self.name)
        return tuple(_reference(self.folder, self.written, self.document))

    @cached_property
    def dictionary(self) -> str:
        return _text_if_any(self.folder / "dictionary.tsv")

    @cached_property
    def stopwords(self) -> tuple[str, ...]:
        return _words(_text_if_any(self.folder / "stopwords.txt"))

    @cached_property
    def synonyms(self) -> Synonyms:
        """For each other form of a word, the form that it is counted as."""
        path = self.folder / "synonyms.tsv"
        return parse_synonyms(_text_if_any(path), name=store.relative(path))

    @property
    def folder(self) -> Path:
        return store.raw_folder(self.name)


def unread(study: Study) -> list[str]:
    """The files in articles/ that the study does not read, as study.yml or articles.yml leaves them out."""
    read = {article.path.resolve() for article in study.articles}
    there = sorted(path for path in (study.folder / "articles").glob("[!.]*") if path.is_file())
    return [store.relative(path) for path in there if path.resolve() not in read]


def is_corpus(name: str) -> bool:
    """Is the study a corpus, that is, has it an articles.csv?"""
    return (store.root() / "data" / "raw" / store.check_name(name) / "articles.csv").is_file()


def open_study(name: str) -> Study:
    """The study in data/raw/<name>/. Raises StudyError if it, an article or an entry is missing or wrong."""
    document = read_yaml(store.raw_folder(name) / "study.yml")
    study = Study(name=name, document=document, written=validate(StudyFile, document))
    if stages.current() is None:  # a notebook reads what it declares; whoever else opens a study wants to know all
        _ = study.articles, study.reference_files, study.dictionary, study.stopwords, study.synonyms
    return study


def _articles(folder: Path, written: StudyFile, document: Document) -> list[Article]:
    entries = _entries(folder)
    chosen = written.articles or list(entries)
    for place, article_id in enumerate(chosen):
        if article_id not in entries:
            raise StudyError(
                f"{store.relative(document.path)}, line {document.line_of(('articles', place))}: the article "
                f"{article_id!r} is not in articles.yml (there: {', '.join(entries) or 'none'}).",
                "Add it to articles.yml with its file, or correct the name.",
            )
    if not chosen:
        raise StudyError(
            f"The study {folder.name!r} has no article: {store.relative(folder / 'articles')} is empty.",
            "Save an article there as text or HTML.",
        )
    return [_article(folder, article_id, entries[article_id]) for article_id in chosen]


def _reference(folder: Path, written: StudyFile, document: Document) -> list[Path]:
    """The saved articles in the study's reference folder, by name; none if study.yml names no folder."""
    if written.reference is None:
        return []
    place = folder / written.reference
    inside = place.resolve().is_relative_to(folder.resolve()) and place.resolve() != folder.resolve()
    files = sorted(path for path in place.glob("*") if path.suffix.lower() in SAVED_SUFFIXES) if inside else []
    if not files:
        raise StudyError(
            f"{store.relative(document.path)}, line {document.line_of(('reference',))}: the reference "
            f"{written.reference!r} is no folder of saved articles inside the study.",
            f"Make {store.relative(folder)}/reference/ with articles in it and write: reference: reference",
        )
    return files


def _entries(folder: Path) -> dict[str, ArticleEntry]:
    """The articles by id: as articles.yml lists them, or where there is no such file, whatever lies in articles/."""
    if store.is_readable(folder / "articles.yml"):
        document = read_yaml(folder / "articles.yml")
        inner = Document(
            document.path, {"articles": document.data or {}}, {("articles", *k): v for k, v in document.lines.items()}
        )
        return validate(ArticlesFile, inner).articles
    files = sorted(path for path in (folder / "articles").glob("*") if path.suffix.lower() in SAVED_SUFFIXES)
    return {path.stem: ArticleEntry(file=f"articles/{path.name}") for path in files}


def _article(folder: Path, article_id: str, entry: ArticleEntry) -> Article:
    path = folder / entry.file
    if not re.fullmatch(r"[\w][\w.-]*", article_id):
        raise StudyError(f"{article_id!r} cannot be an article's id.", "Use letters, digits, '-', '_' and '.'.")
    if not path.resolve().is_relative_to(folder.resolve()):
        raise StudyError(f"articles.yml: the file {entry.file!r} lies outside the study.", "Copy it into articles/.")
    if not path.is_file():
        raise StudyError(
            f"The article {article_id!r} is not there: {store.relative(path)} does not exist.",
            "Put the saved article there, or correct 'file' in articles.yml.",
        )
    return Article(article_id=article_id, path=path, entry=entry)


def _text_if_any(path: Path) -> str:
    return store.read_text(path) if store.is_readable(path) else ""


def _words(text: str) -> tuple[str, ...]:
    """The words of a text: one on each line, or several with commas or tabs between them; '#' begins a comment."""
    said = (normalize(line.split("#")[0]).text for line in text.splitlines())
    words = (word.strip() for line in said for word in re.split(r"[,\t;、]", line))
    return tuple(dict.fromkeys(word for word in words if word))
