"""One bucket brought up to date: each article read as if it were alone, only those whose key has changed."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from helpers import tables
from helpers.corpus.buckets import PARTS, part, read_part, write_part
from helpers.corpus.reading import Opened, open_article
from helpers.corpus.settings import Settings
from helpers.corpus.steps import CODED, READ, Frames, code_articles, members_of, read_articles, warm
from helpers.corpus.texts import Words, words_of
from helpers.errors import StudyError

_TOGETHER = 200  # articles read in one go; if one of them fails, each alone


@dataclass(frozen=True)
class Task:
    """A bucket to bring up to date: its number, its lines of articles.csv, and whether all of them are read anew."""

    bucket: int
    entries: tuple[Mapping[str, str], ...]
    anew: bool = False


@dataclass(frozen=True)
class Done:
    """What became of a bucket: articles in it, read, coded anew only, and unreadable; which process made it, and in
    how many seconds once its analyzer was loaded."""

    bucket: int
    articles: int
    read: int
    coded: int
    unreadable: int
    maker: str = ""
    seconds: float = 0.0


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
    if anew:
        warm(settings)
    begun = time.monotonic()
    words = words_of(folder, task.bucket, {e["article_id"]: e["sha256"] for e in anew}) if anew else {}
    frames = [_kept(old, fresh, PARTS), _recoded(old, recode, settings)] if old else []
    frames += [_read_safely(anew[n : n + _TOGETHER], words, settings) for n in range(0, len(anew), _TOGETHER)]
    made = {name: _joined([f[name] for f in frames if name in f], name) for name in PARTS}
    part(folder, "members", task.bucket).unlink(missing_ok=True)
    for name in PARTS:
        write_part(folder, name, task.bucket, made[name])
    lost = int((made["members"]["status"] == "unreadable").sum())
    maker = f"{platform.node()}:{os.getpid()}"
    return Done(task.bucket, len(task.entries), len(anew), len(recode), lost, maker, time.monotonic() - begun)


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

    kept = _kept(old, entries, (*READ, "members"))
    coded = {entry["article_id"]: settings.coded_key(entry) for entry in entries}
    members = kept["members"].assign(coded_key=kept["members"]["article_id"].map(coded))
    return kept | code_articles(kept, settings, publication(members)) | {"members": members}


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
        _attempt(entry, reasons, partial(_open, entry, own, raw, settings.leads, opened))
    good = [entry for entry in entries if entry["article_id"] in opened]
    try:
        parts = [read_articles(good, opened, settings)] if good else []
    except Exception:
        parts = []
        for entry in good:
            _attempt(entry, reasons, partial(_read_alone, entry, opened, settings, parts))
    made = {name: _joined([f[name] for f in parts], name) for name in (*READ, *CODED)}
    return made | {"members": members_of(entries, made, opened, reasons, settings)}


def _open(entry: Mapping[str, str], words: Words | None, raw: Path, leads: bool, opened: dict[str, Opened]) -> None:
    opened[entry["article_id"]] = open_article(entry, words, raw, leads=leads)


def _read_alone(
    entry: Mapping[str, str], opened: Mapping[str, Opened], settings: Settings, parts: list[Frames]
) -> None:
    parts.append(read_articles([entry], opened, settings))


def _attempt(entry: Mapping[str, str], reasons: dict[str, str], do: Callable[[], None]) -> None:
    try:
        do()
    except StudyError as error:
        reasons[entry["article_id"]] = error.cause
    except MemoryError:
        raise
    except Exception as error:  # a fault of the program in one article must not sink a hundred thousand
        reasons[entry["article_id"]] = f"could not be read: {type(error).__name__}: {error}"[:300]
