"""A corpus brought up to date: which articles are out of date, done bucket by bucket, with a true rate."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from helpers import store
from helpers.corpus.buckets import PARTS, bucket_count, bucket_of, part, read_part
from helpers.corpus.engines import HERE, processes, run_tasks
from helpers.corpus.settings import Settings
from helpers.corpus.texts import FOLDER, gather
from helpers.corpus.work import Task
from helpers.importing.catalogue import read_catalogue

_KEYS = ["article_id", "read_key", "coded_key"]


@dataclass(frozen=True)
class Progress:
    """How far a run is: articles done of those to do, articles a second (None until known), and the seconds left."""

    done: int
    total: int
    rate: float | None = None

    @property
    def left(self) -> float | None:
        """Seconds to go at that rate; None until it is known."""
        return (self.total - self.done) / self.rate if self.rate else None

    def __str__(self) -> str:
        rate = f", {self.rate:.1f} a second, {_clock(self.left)} to go" if self.rate else ""
        return f"{self.done:,} of {self.total:,} articles{rate}"


@dataclass
class Pace:
    """The rate of a run whose processes each do one bucket after another.

    makers   processes there are to be; those of a cluster are known once they have ended a bucket
    done     process -> its articles, and the seconds that it worked on them

    The seconds are the process' own, once it was ready: neither its start is a rate, nor that several end their buckets
    together.
    """

    makers: int = 1
    done: dict[str, tuple[int, float]] = field(default_factory=dict)

    def note(self, maker: str, articles: int, seconds: float) -> None:
        """A process has ended a bucket of so many articles, on which it worked so many seconds."""
        before, worked = self.done.get(maker, (0, 0.0))
        self.done[maker] = before + articles, worked + seconds

    @property
    def rate(self) -> float | None:
        """Articles a second of all processes together; None until one of them has ended a bucket."""
        rates = [articles / seconds for articles, seconds in self.done.values() if articles and seconds > 0]
        return sum(rates) / len(rates) * max(self.makers, len(self.done)) if rates else None


@dataclass(frozen=True)
class Updated:
    """What an update did: articles of the corpus, read, coded anew only, and those that could not be read."""

    articles: int
    read: int
    coded: int
    unreadable: int
    buckets: int


def bring_up_to_date(
    settings: Settings,
    *,
    engine: str = HERE,
    jobs: int | None = None,
    anew: bool = False,
    tell: Callable[[Progress], None] = lambda progress: None,
) -> Updated:
    """Bring every bucket of a corpus up to date; only articles whose key has changed are read.

    settings  what the reading depends on
    engine    'here' or the address of a Dask scheduler
    anew      read every article, whether its key has changed or not
    tell      takes the progress, at the start and after each bucket

    A run that is killed loses at most the buckets it was in.
    """
    folder = Path(settings.folder)
    entries = read_catalogue(store.raw_folder(settings.study) / "articles.csv")[1]
    buckets = bucket_count(folder, len(entries))
    _sweep(folder, buckets)
    tasks, due = _due(_tasks(entries, buckets, anew), settings)
    if tasks:
        gather(settings.study, folder, buckets)
    total, done = sum(map(sum, due.values())), 0
    read = coded = 0
    at_once = processes(tasks, jobs)
    pace = Pace(at_once if engine == HERE else 1)
    tell(Progress(0, total))
    for result in run_tasks(tasks, settings, engine=engine, at_once=at_once):
        # A worker that dies once its bucket is written takes the news with it: whoever repeats it finds nothing to do.
        own = (result.read, result.coded) if result.read or result.coded else due[result.bucket]
        read, coded = read + own[0], coded + own[1]
        done += sum(due[result.bucket])
        pace.note(result.maker, result.read + result.coded, result.seconds)
        tell(Progress(done, total, pace.rate))
    lost = sum(_unreadable(folder, bucket) for bucket in range(buckets))
    return Updated(len(entries), read, coded, lost, buckets)


def out_of_date(settings: Settings) -> int:
    """How many articles ``bring_up_to_date`` would read or code anew, or leave out; nothing is written."""
    folder = Path(settings.folder)
    entries = read_catalogue(store.raw_folder(settings.study) / "articles.csv")[1]
    keys: dict[str, str] = {}
    for file in sorted((folder / "members").glob("*.parquet")):
        bucket = int(file.stem) if file.stem.isdecimal() else -1
        whole = all(part(folder, table, bucket).is_file() for table in PARTS)
        known = read_part(folder, "members", bucket, ["article_id", "coded_key"]) if whole else None
        keys |= {} if known is None else dict(zip(known["article_id"], known["coded_key"], strict=True))
    stale = sum(keys.pop(entry["article_id"], None) != settings.coded_key(entry) for entry in entries)
    return stale + len(keys)


def _tasks(entries: Iterable[Mapping[str, str]], buckets: int, anew: bool) -> list[Task]:
    lists: list[list[Mapping[str, str]]] = [[] for _ in range(buckets)]
    for entry in entries:
        lists[bucket_of(entry["article_id"], buckets)].append(entry)
    return [Task(bucket, tuple(own), anew) for bucket, own in enumerate(lists)]


def _due(tasks: Sequence[Task], settings: Settings) -> tuple[list[Task], dict[int, tuple[int, int]]]:
    """The buckets with something to do, how many articles of each to read and to code; the longest first."""
    due: dict[int, tuple[int, int]] = {}
    for task in tasks:
        folder = Path(settings.folder)
        complete = not task.anew and all(part(folder, table, task.bucket).is_file() for table in PARTS)
        known = read_part(folder, "members", task.bucket, _KEYS) if complete else None
        keys = {} if known is None else {own[0]: own[1:] for own in known[_KEYS].itertuples(index=False, name=None)}
        to_read = to_code = 0
        for entry in task.entries:
            read_key, coded_key = keys.get(entry["article_id"], (None, None))
            if coded_key != settings.coded_key(entry):
                stale = read_key != settings.read_key(entry)
                to_read, to_code = to_read + stale, to_code + (not stale)
        if known is None or to_read or to_code or len(keys) != len(task.entries):
            due[task.bucket] = (to_read, to_code)
    chosen = [task for task in tasks if task.bucket in due]
    return sorted(chosen, key=lambda task: -sum(due[task.bucket])), due


def _sweep(folder: Path, buckets: int) -> None:
    """Remove what is of another number of buckets, and what writers that were killed left."""
    for table in PARTS:
        for file in (folder / table).glob("*.parquet"):
            if not file.stem.isdecimal() or int(file.stem) >= buckets:
                store.remove(file)
    kept = folder / "buckets.json"
    mark = folder / FOLDER / "buckets"
    if (folder / FOLDER).is_dir() and (not mark.is_file() or store.read_text(mark) != store.read_text(kept)):
        shutil.rmtree(folder / FOLDER)
        for table in PARTS:
            shutil.rmtree(folder / table, ignore_errors=True)
    store.write_text(mark, store.read_text(kept))


def _unreadable(folder: Path, bucket: int) -> int:
    known = read_part(folder, "members", bucket, ["status"]) if part(folder, "members", bucket).is_file() else None
    return 0 if known is None else int((known["status"] == "unreadable").sum())


def _clock(seconds: float | None) -> str:
    whole = round(seconds or 0)
    return (
        f"{whole // 60}:{whole % 60:02d}"
        if whole < 3600
        else f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    )
