"""One bucket brought up to date: each article read as if it were alone, only those whose key has changed."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from helpers import tables
from helpers.corpus.buckets import PARTS, part, read_part, write_part
from helpers.corpus.reading import Opened, open_article
from helpers.corpus.shingles import shingles_of
from helpers.corpus.texts import Words, words_of
from helpers.errors import StudyError

Frames = dict[str, pd.DataFrame]
_TOGETHER = 200  # articles read in one go; if one of them fails, each alone
_READ = ("lines", "sentences", "tokens", "article_terms", "shingles", "voices", "facts")
_CODED = ("codings", "evidence")
_ENTRY = ("article_id", "file", "published_at", "sha256", "stratum", "reporter")


@dataclass(frozen=True)
class Settings:
    """What the reading of an article depends on, beside the article.

    code_read, code_coded   digests of the program that reads, and of that which codes
    """

    study: str
    root: str
    folder: str
    analyzer: str
    dictionary: str
    stopwords: tuple[str, ...]
    parts_of_speech: tuple[str, ...]
    codebook: str
    min_syllables: int = 2
    synonyms: tuple[tuple[str, str], ...] = ()
    code_read: str = ""
    code_coded: str = ""

    def read_key(self, entry: Mapping[str, str]) -> str:
        """What an article's sentences, tokens, voices and facts were made of."""
        own = [entry.get(name, "") for name in _ENTRY]
        counted = [self.stopwords, self.synonyms, self.parts_of_speech, self.min_syllables]
        return _digest([own, [self.analyzer, self.dictionary, *counted, self.code_read]])

    def coded_key(self, entry: Mapping[str, str]) -> str:
        """What its codings were made of."""
        return _digest([self.read_key(entry), self.codebook, self.code_coded])


@dataclass(frozen=True)
class Task:
    """A bucket to bring up to date: its number, its lines of articles.csv, and whether all of them are read anew."""

    bucket: int
    entries: tuple[Mapping[str, str], ...]
    anew: bool = False


@dataclass(frozen=True)
class Done:
    """What became of a bucket: articles in it, read, coded anew only, and unreadable; and which process made it."""

    bucket: int
    articles: int
    read: int
    coded: int
    unreadable: int
    maker: str = ""


def _digest(made_of: Any) -> str:
    return hashlib.sha256(json.dumps(made_of, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:20]


def make_bucket(task: Task, settings: Settings) -> Done:
    """Bring a bucket up to date: a pure function of its articles and the settings, for any engine.

    Articles whose key is as before keep their rows. Rows lie in the order of article ids, so that the files are the
    same whatever was there before. ``members`` goes first and comes last: a bucket without it is not whole.
    """
    os.environ["STUDY_ROOT"] = settings.root
    folder = Path(settings.folder)
    old = None if task.anew else _whole_bucket(folder, task.bucket)
    keys = dict(zip(old["members"]["article_id"], old["members"]["read_key"], strict=True)) if old else {}
    coded_keys = dict(zip(old["members"]["article_id"], old["members"]["coded_key"], strict=True)) if old else {}
    fresh, recode, anew = [], [], []
    for entry in sorted(task.entries, key=lambda entry: entry["article_id"]):
        if keys.get(entry["article_id"]) != settings.read_key(entry):
            anew.append(entry)
        elif coded_keys[entry["article_id"]] != settings.coded_key(entry):
            recode.append(entry)
        else:
            fresh.append(entry)
    words = words_of(folder, task.bucket, {e["article_id"]: e["sha256"] for e in anew}) if anew else {}
    frames = [_kept(old, fresh, PARTS), _recoded(old, recode, settings)] if old else []
    frames += [_read_safely(anew[n : n + _TOGETHER], words, settings) for n in range(0, len(anew), _TOGETHER)]
    made = {name: _joined([f[name] for f in frames if name in f], name) for name in PARTS}
    part(folder, "members", task.bucket).unlink(missing_ok=True)
    for name in PARTS:
        write_part(folder, name, task.bucket, made[name])
    lost = int((made["members"]["status"] == "unreadable").sum())
    maker = f"{platform.node()}:{os.getpid()}"
    return Done(task.bucket, len(task.entries), len(anew), len(recode), lost, maker)


def _whole_bucket(folder: Path, bucket: int) -> Frames | None:
    found = {name: read_part(folder, name, bucket) for name in reversed(PARTS)}
    frames = {name: frame for name, frame in found.items() if frame is not None}
    same = all(list(frame.columns) == list(tables.TABLES[name].columns) for name, frame in frames.items())
    return frames if len(frames) == len(PARTS) and same else None


def _kept(old: Frames, entries: Sequence[Mapping[str, str]], names: Sequence[str]) -> Frames:
    ids = {entry["article_id"] for entry in entries}
    return {name: old[name][old[name]["article_id"].isin(ids)] for name in names}


def _recoded(old: Frames, entries: Sequence[Mapping[str, str]], settings: Settings) -> Frames:
    if not entries:
        return {}
    from helpers.narrative import publication

    kept = _kept(old, entries, (*_READ, "members"))
    coded = {entry["article_id"]: settings.coded_key(entry) for entry in entries}
    members = kept["members"].assign(coded_key=kept["members"]["article_id"].map(coded))
    return kept | _codings(kept, settings, publication(members)) | {"members": members}


def _joined(frames: list[pd.DataFrame], name: str) -> pd.DataFrame:
    """The rows of all articles in the order of their ids, in the dtypes of the table."""
    table = tables.TABLES[name]
    some = [frame for frame in frames if len(frame)]
    if not some:
        return table.empty()
    joined = pd.concat(some, ignore_index=True) if len(some) > 1 else some[0]
    if not joined["article_id"].is_monotonic_increasing:
        joined = joined.sort_values("article_id", kind="stable")
    return table.cast(joined.reset_index(drop=True))


def _read_safely(entries: Sequence[Mapping[str, str]], words: Mapping[str, Words], settings: Settings) -> Frames:
    """The tables of these articles; where one cannot be read, the others are, and it is noted with the reason."""
    opened: dict[str, Opened] = {}
    reasons: dict[str, str] = {}
    raw = Path(settings.root) / "data" / "raw" / settings.study
    for entry in entries:
        own = words.get(entry["article_id"])
        _attempt(entry, reasons, partial(_open, entry, own, raw, opened))
    good = [entry for entry in entries if entry["article_id"] in opened]
    try:
        parts = [_read(good, opened, settings)] if good else []
    except Exception:
        parts = []
        for entry in good:
            _attempt(entry, reasons, partial(_read_alone, entry, opened, settings, parts))
    made = {name: _joined([f[name] for f in parts], name) for name in (*_READ, *_CODED)}
    return made | {"members": _members(entries, made, opened, reasons, settings)}


def _open(entry: Mapping[str, str], words: Words | None, raw: Path, opened: dict[str, Opened]) -> None:
    opened[entry["article_id"]] = open_article(entry, words, raw)


def _read_alone(
    entry: Mapping[str, str], opened: Mapping[str, Opened], settings: Settings, parts: list[Frames]
) -> None:
    parts.append(_read([entry], opened, settings))


def _attempt(entry: Mapping[str, str], reasons: dict[str, str], do: Callable[[], None]) -> None:
    try:
        do()
    except StudyError as error:
        reasons[entry["article_id"]] = error.cause
    except MemoryError:
        raise
    except Exception as error:  # a fault of the program in one article must not sink a hundred thousand
        reasons[entry["article_id"]] = f"could not be read: {type(error).__name__}: {error}"[:300]


def _read(entries: Sequence[Mapping[str, str]], opened: Mapping[str, Opened], settings: Settings) -> Frames:
    from helpers.narrative import find_facts, find_voices
    from helpers.tokenizing import sentences, tokenize

    names = [entry["article_id"] for entry in entries]
    lines = tables.LINES.make(row for name in names for row in opened[name].lines)
    found = sentences(lines)
    tokens = tokenize(found, settings.analyzer, _dictionary(settings))
    nouns = {name: opened[name].nouns for name in names}
    bylines = {entry["article_id"]: entry.get("reporter", "") for entry in entries}
    days = {name: opened[name].published_at for name in names}
    made = {
        "lines": lines,
        "sentences": found,
        "tokens": tokens,
        "article_terms": _terms(tokens, nouns, bylines, settings),
        "shingles": shingles_of(found, nouns),
        "voices": find_voices(found, tokens=tokens),
        "facts": find_facts(found, published_at=days, tokens=tokens),
    }
    return made | _codings(made, settings, days)


def _codings(made: Frames, settings: Settings, days: Mapping[str, str | None]) -> Frames:
    from helpers.narrative import code_sentences, evidence

    codebook = _codebook(settings)
    codings = code_sentences(made["sentences"], made["tokens"], codebook, analyzer=settings.analyzer)
    return {
        "codings": codings,
        "evidence": evidence(codings, made["sentences"], made["voices"], made["facts"], codebook, published_at=days),
    }


def _terms(
    tokens: pd.DataFrame, nouns: Mapping[str, str], bylines: Mapping[str, str], settings: Settings
) -> pd.DataFrame:
    """How often each article has each term: in its text, and in the noun list of its export, kept apart.

    A list also holds the name of who wrote the article, which is no word of it.
    """
    from helpers.keywords import count_terms, merge_forms
    from helpers.synonyms import by_form

    known = by_form(dict(settings.synonyms))
    counted = count_terms(
        merge_forms(tokens, dict(settings.synonyms)),
        analyzer=settings.analyzer,
        pos=settings.parts_of_speech,
        stopwords=settings.stopwords,
        min_length=settings.min_syllables,
    )
    counts = counted.dropna(subset=["term"]).groupby(["article_id", "term"]).size().rename("n").reset_index()
    stopped = {word.casefold() for word in settings.stopwords}
    listed = [
        (article_id, noun)
        for article_id, text in nouns.items()
        for word in map(str.strip, text.split(","))
        for noun in [known.get("".join(word.split()).casefold(), word)]
        if len(noun) >= settings.min_syllables and not noun[0].isdigit() and noun.casefold() not in stopped
        if noun not in re.findall(r"\w+", bylines[article_id])
    ]
    lists = pd.DataFrame(listed, columns=["article_id", "term"]).groupby(["article_id", "term"]).size().rename("n")
    both = pd.concat([counts.assign(of="text"), lists.reset_index().assign(of="nouns")], ignore_index=True)
    ordered = both.sort_values(["article_id", "of", "term"], ignore_index=True)
    return tables.ARTICLE_TERMS.cast(ordered[list(tables.ARTICLE_TERMS.columns)])


def _members(
    entries: Sequence[Mapping[str, str]],
    made: Frames,
    opened: Mapping[str, Opened],
    reasons: Mapping[str, str],
    settings: Settings,
) -> pd.DataFrame:
    lines = made["lines"]
    kept = (lines["end"] - lines["start"])[lines["kept"]].groupby(lines["article_id"]).sum().to_dict()
    counts = made["sentences"].groupby("article_id").size().to_dict()
    terms = made["article_terms"]
    words = {of: terms[terms["of"] == of].groupby("article_id")["n"].sum().to_dict() for of in ("text", "nouns")}
    rows = []
    for entry in entries:
        name = entry["article_id"]
        rows.append(
            {
                "article_id": name,
                "status": "unreadable" if name in reasons else "read",
                "reason": reasons.get(name),
                "read_key": settings.read_key(entry),
                "coded_key": settings.coded_key(entry),
                "published_at": opened[name].published_at if name in opened else None,
                "characters": opened[name].characters if name in opened else 0,
                "kept_characters": kept.get(name, 0),
                "sentences": counts.get(name, 0),
                "words": words["text"].get(name, 0),
                "nouns": words["nouns"].get(name, 0),
            }
        )
    return tables.MEMBERS.make(rows)


_opened: dict[tuple[str, str], Any] = {}


def _dictionary(settings: Settings) -> Any:
    from helpers.tokenizing import own_words

    return _once(
        "dictionary",
        f"{settings.dictionary}{settings.synonyms}",
        lambda: own_words(settings.dictionary, dict(settings.synonyms)),
    )


def _codebook(settings: Settings) -> Any:
    from helpers.narrative import open_codebook
    from helpers.study import open_study

    return _once("codebook", settings.study + settings.codebook, lambda: open_codebook(open_study(settings.study)))


def _once(kind: str, text: str, make: Callable[[], Any]) -> Any:
    """What was made of the last text of its kind: a process reads many buckets of one study."""
    if (kind, text) not in _opened:
        for key in [key for key in _opened if key[0] == kind]:
            del _opened[key]
        _opened[kind, text] = make()
    return _opened[kind, text]
