"""A corpus on a real Dask cluster of processes: the same bytes as here, whatever becomes of a worker."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import distributed
import pytest

from helpers import store
from helpers.corpus import Progress, Settings, bring_up_to_date, buckets, cluster
from helpers.corpus.buckets import PARTS
from helpers.errors import StudyError
from helpers.importing import import_sources
from helpers.running.new import corpus_files
from made.exports import as_csv, table_rows
from made.noted import lost, noted, notes

pytestmark = pytest.mark.slow
BUCKETS = 6


@pytest.fixture(scope="module")
def workers() -> Iterator[Any]:
    """A scheduler and two workers, each a process; one that dies is started anew."""
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as started:
        yield started


@pytest.fixture
def books(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A corpus of 24 articles in six buckets."""
    monkeypatch.setattr(buckets, "SIZES", ((0, BUCKETS),))
    path = tmp_path / "t.csv"
    path.write_text(as_csv(table_rows(24)), "utf-8")
    import_sources("books", [path], files=corpus_files("books"), tell=lambda text: None)
    return Settings(
        study="books", root=str(store.root()), folder=str(store.processed_folder("books")), analyzer="kiwi",
        dictionary="", stopwords=(), parts_of_speech=("noun", "foreign"),
        codebook=store.read_text(store.raw_folder("books") / "codebook.yml"),
    )  # fmt: skip


def files(settings: Settings) -> dict[str, bytes]:
    return {f"{t}/{p.name}": p.read_bytes() for t in PARTS for p in sorted(Path(settings.folder, t).glob("*.parquet"))}


def engine(workers: Any) -> str:
    return str(workers.scheduler_address).replace("tcp://", "dask://")


def test_cluster_gives_the_bytes_of_one_process_though_a_worker_is_killed(
    workers: Any, books: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_up_to_date(books, jobs=1)
    here = files(books)
    shutil.rmtree(books.folder)
    killed: list[int] = []

    def kill_one(progress: Progress) -> None:
        """The process that began a bucket last, once one is done."""
        ended = [bucket for what, bucket, _ in notes(books.root) if what == "ends"]
        going = [process for what, bucket, process in notes(books.root) if what == "begins" and bucket not in ended]
        if ended and going and not killed:
            os.kill(going[-1], signal.SIGKILL)
            killed.append(going[-1])

    with monkeypatch.context() as patched:
        patched.setattr(cluster, "one_at_a_time", noted)
        done = bring_up_to_date(books, engine=engine(workers), tell=kill_one)
    assert killed and (done.articles, done.read, done.unreadable) == (24, 24, 0)
    assert files(books) == here
    assert len(lost(notes(books.root))) <= 1
    assert {bucket for what, bucket, _ in notes(books.root) if what == "ends"} == set(range(BUCKETS))
    Path(books.folder, "members", "0003.parquet").unlink()
    assert 0 < bring_up_to_date(books, engine=engine(workers)).read < 24
    assert files(books) == here


def test_worker_with_another_version_is_named_before_anything_is_written(
    workers: Any, books: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = cluster.version
    monkeypatch.setattr(cluster, "version", lambda name: "0.1" if name == "pandas" else sound(name))
    with pytest.raises(StudyError, match=r"The worker tcp://\S+ has pandas \d\S+, here is 0\.1\.") as told:
        bring_up_to_date(books, engine=engine(workers))
    assert "requirements.lock" in told.value.remedy
    assert files(books) == {}


def test_cluster_without_a_worker_is_told(books: Settings) -> None:
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=":0") as empty,
        pytest.raises(StudyError, match=r"has no worker\."),
    ):
        bring_up_to_date(books, engine=engine(empty))


@pytest.mark.parametrize("address", ["dask://127.0.0.1:9", "dask://127.0.0.1", "nonsense"])
def test_no_cluster_at_an_address_is_one_sentence(
    address: str, books: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_WAIT", 1)
    with pytest.raises(StudyError, match=r"There is no Dask cluster at") as told:
        bring_up_to_date(books, engine=address)
    assert "\n" not in told.value.cause and "--engine" in told.value.remedy
