"""A corpus in buckets: every article as if it were alone, only what changed read again, nothing lost to one bad one."""

import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from helpers import store
from helpers.corpus import Progress, Settings, bring_up_to_date, scan, update
from helpers.corpus.buckets import PARTS, bucket_count, bucket_of
from helpers.corpus.update import Pace, Updated
from helpers.corpus.work import Done, Task, make_bucket
from helpers.errors import StudyError
from helpers.importing import import_sources
from helpers.running.new import corpus_files
from made.exports import as_csv, bigkinds, bigkinds_rows, table_rows

WHOLE = [name for name in PARTS if name != "members"]


def settings(name: str, **changed) -> Settings:
    given = {
        "study": name, "root": str(store.root()), "folder": str(store.processed_folder(name)), "analyzer": "kiwi",
        "dictionary": "", "stopwords": (), "parts_of_speech": ("noun", "foreign"),
        "codebook": store.read_text(store.raw_folder(name) / "codebook.yml"),
    }  # fmt: skip
    return Settings(**(given | changed))


def corpus(name: str, path: Path) -> None:
    import_sources(name, [path], files=corpus_files(name), tell=lambda text: None)


def files(name: str) -> dict[str, bytes]:
    folder = store.processed_folder(name)
    return {f"{t}/{p.name}": p.read_bytes() for t in PARTS for p in sorted((folder / t).glob("*.parquet"))}


def whole(name: str, table: str) -> pd.DataFrame:
    return pd.concat(scan(table, name), ignore_index=True)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Updated]:
    """A project with a corpus of 12 articles: as it was imported, as it was read, and what reading it did."""
    imported, read = tmp_path_factory.mktemp("imported"), tmp_path_factory.mktemp("read")
    (imported / "t.csv").write_text(as_csv(table_rows(12)), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STUDY_ROOT", str(imported))
        patch.delenv("STUDY_STAGE", raising=False)
        corpus("books", imported / "t.csv")
        shutil.copytree(imported, read, dirs_exist_ok=True)
        patch.setenv("STUDY_ROOT", str(read))
        return imported, read, bring_up_to_date(settings("books"), jobs=1)


@pytest.fixture
def imported(project: Path, once: tuple[Path, Path, Updated]) -> str:
    """A corpus of 12 articles that have not been read."""
    shutil.copytree(once[0], project, dirs_exist_ok=True)
    return "books"


@pytest.fixture
def books(project: Path, once: tuple[Path, Path, Updated]) -> str:
    """The corpus with all of its articles read."""
    shutil.copytree(once[1], project, dirs_exist_ok=True)
    return "books"


@pytest.mark.long
def test_articles_have_sentences_voices_and_codings_with_spans_in_their_text(
    books: str, once: tuple[Path, Path, Updated]
) -> None:
    done = once[2]
    assert (done.articles, done.read, done.unreadable) == (12, 12, 0)
    sentences, voices = whole(books, "sentences"), whole(books, "voices")
    assert sentences["article_id"].nunique() == 12
    assert (voices["speaker"].dropna().str.contains("김하늘")).any()
    lines = whole(books, "lines")
    raw = lines.groupby("article_id")["text"].sum()
    for row in sentences.itertuples():
        assert raw[row.article_id][row.start : row.end] == row.text
    terms = whole(books, "article_terms")
    assert set(terms["of"]) == {"text"}
    assert set(terms.loc[terms["term"] == "도서관", "article_id"]) == set(sentences["article_id"])


@pytest.mark.long
def test_nothing_is_read_again_and_one_added_reads_one(books: str, tmp_path: Path) -> None:
    before = files(books)
    assert bring_up_to_date(settings(books), jobs=1).read == 0
    path = tmp_path / "more.csv"
    path.write_text(
        as_csv([["새 책", table_rows(99)[98][1], "2024.06.30", "새싹일보", "https://b.example.com/1", ""]]), "utf-8"
    )
    import_sources(books, [path], tell=lambda text: None)
    assert bring_up_to_date(settings(books), jobs=1).read == 1
    changed = {name for name, data in files(books).items() if before.get(name) != data}
    assert {name.rpartition("/")[2] for name in changed} == {f"{bucket_of(_new_id(books), 16):04d}.parquet"}


def _new_id(name: str) -> str:
    members = whole(name, "members")
    entries = (store.raw_folder(name) / "articles.csv").read_text("utf-8").splitlines()
    last = entries[-1].split(",")[0]
    assert last in set(members["article_id"])
    return last


@pytest.mark.long
def test_codebook_codes_anew_without_reading_and_gives_what_a_whole_run_gives(books: str) -> None:
    tokens = {name: data for name, data in files(books).items() if name.startswith("tokens")}
    path = store.raw_folder(books) / "codebook.yml"
    path.write_text(path.read_text("utf-8").replace("[늘다,", "[걱정, 늘다,", 1), "utf-8")
    done = bring_up_to_date(settings(books), jobs=1)
    assert (done.read, done.coded) == (0, 12)
    again = files(books)
    assert {name: data for name, data in again.items() if name.startswith("tokens")} == tokens
    assert whole(books, "codings")["matched"].astype(str).str.contains("걱정").any()
    shutil.rmtree(store.processed_folder(books))
    bring_up_to_date(settings(books), jobs=1)
    assert files(books) == again


@pytest.mark.long
def test_two_processes_give_the_same_bytes_as_one(books: str) -> None:
    one = files(books)
    for name in WHOLE:
        for file in (store.processed_folder(books) / name).glob("*.parquet"):
            file.unlink()
    told: list[Progress] = []
    assert bring_up_to_date(settings(books), jobs=2, tell=told.append).read == 12
    assert files(books) == one
    assert told[-1].done == told[-1].total == 12 and [p.done for p in told[1:]] == sorted(p.done for p in told[1:])


@pytest.mark.long
def test_bucket_cut_short_is_made_again_alone(books: str) -> None:
    one = files(books)
    bucket = bucket_of(_new_id(books), 16)
    folder = store.processed_folder(books)
    (folder / "members" / f"{bucket:04d}.parquet").unlink()
    (folder / "tokens" / f"{bucket:04d}.parquet").write_bytes(b"half")
    done = bring_up_to_date(settings(books), jobs=1)
    assert 0 < done.read < 12
    assert files(books) == one


@pytest.mark.long
def test_unreadable_page_is_listed_and_sinks_nothing(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for n in range(8):
        (folder / f"p{n}.txt").write_text(f"도서관 {n}호\n\n입력 2024-06-03 09:30\n\n{table_rows(9)[n][1]}\n", "utf-8")
    corpus("pages", folder)
    copy = store.raw_folder("pages") / "sources" / "pages" / "p3.txt"
    copy.write_bytes(b"")
    done = bring_up_to_date(settings("pages"), jobs=1)
    assert (done.articles, done.unreadable) == (8, 1)
    members = whole("pages", "members").set_index("article_id")
    assert members.loc["p3", "status"] == "unreadable" and "empty" in members.loc["p3", "reason"]
    assert set(whole("pages", "sentences")["article_id"]) == {f"p{n}" for n in range(8) if n != 3}


@pytest.mark.long
def test_fault_of_the_program_in_one_article_leaves_the_others(imported: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import helpers.narrative as narrative

    sound = narrative.find_voices

    def faulty(sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
        if sentences["text"].str.contains("7억").any():
            raise RecursionError("too deep")
        return sound(sentences, tokens)

    monkeypatch.setattr(narrative, "find_voices", faulty)
    done = bring_up_to_date(settings(imported), jobs=1)
    members = whole(imported, "members")
    lost = members[members["status"] == "unreadable"]
    assert done.unreadable == len(lost) == 1
    assert lost["reason"].str.contains("RecursionError").all()


@pytest.mark.long
def test_noun_lists_and_leads_are_counted_apart(project: Path, tmp_path: Path) -> None:
    corpus("bk", bigkinds(tmp_path / "a.xlsx", bigkinds_rows(6)))
    bring_up_to_date(settings("bk", leads=True), jobs=1)
    terms = whole("bk", "article_terms")
    books_in = terms[(terms["of"] == "nouns") & (terms["term"] == "도서관")]
    assert list(books_in["n"]) == [1] * 6
    assert not terms.loc[terms["of"] == "nouns", "term"].str.match(r"\d").any()
    assert set(terms.loc[terms["of"] == "text", "article_id"]) == set(terms["article_id"])


@pytest.mark.long
def test_words_of_bylines_and_credits_are_no_words_of_the_corpus(project: Path, tmp_path: Path) -> None:
    rows = table_rows(3)
    rows[0][1] = "(섬=섬통신) 박하늘 기자 = 나룻배가 떴다. 선장이 손을 흔들었다. 기자들도 배를 탔다."
    path = tmp_path / "t.csv"
    path.write_text(as_csv(rows), "utf-8")
    corpus("boats", path)
    bring_up_to_date(settings("boats"), jobs=1)
    terms = whole("boats", "article_terms").set_index("term")["n"]
    assert terms["기자"] == 1 and "섬통신" not in terms and terms["선장"] == 1


@pytest.mark.long
def test_leads_beside_noun_lists_are_lines_that_are_not_read_unless_asked_for(project: Path, tmp_path: Path) -> None:
    corpus("bk", bigkinds(tmp_path / "a.xlsx", bigkinds_rows(6)))
    bring_up_to_date(settings("bk"), jobs=1)
    lines, members = whole("bk", "lines"), whole("bk", "members")
    assert len(whole("bk", "sentences")) == 0 and set(whole("bk", "article_terms")["of"]) == {"nouns"}
    assert not lines["kept"].any() and set(lines["rule"]) == {"listed"}
    assert (lines.groupby("article_id")["text"].agg(lambda text: len("".join(text))) > 20).all()
    assert (members["nouns"] > 0).all() and (members["kept_characters"] == 0).all()
    done = bring_up_to_date(settings("bk", leads=True), jobs=1)
    assert (done.read, whole("bk", "sentences")["article_id"].nunique()) == (6, 6)
    assert whole("bk", "article_terms").query("of == 'nouns'")["n"].sum() == members["nouns"].sum()


@pytest.mark.long
def test_noun_lists_hold_no_name_of_a_reporter_and_short_nouns_only_if_asked_for(project: Path, tmp_path: Path) -> None:
    rows = bigkinds_rows(4)
    for row in rows:
        row[14] += ",김하늘,숲" if row is not rows[0] else ",김바다,숲"
    corpus("bk", bigkinds(tmp_path / "a.xlsx", rows))
    bring_up_to_date(settings("bk"), jobs=1)
    terms = whole("bk", "article_terms")
    listed = terms[terms["of"] == "nouns"]
    assert "김하늘" not in set(listed["term"]) and "숲" not in set(listed["term"])
    assert (listed["term"] == "김바다").sum() == 1  # no reporter of that article
    assert bring_up_to_date(settings("bk", min_syllables=1), jobs=1).read == 4
    terms = whole("bk", "article_terms")
    assert (terms[terms["of"] == "nouns"]["term"] == "숲").sum() == 4


@pytest.mark.long
def test_bucket_whose_worker_died_once_it_was_written_counts_as_read(
    imported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker's news is lost with it; whoever repeats the bucket finds nothing to do."""

    def twice(tasks: Sequence[Task], settings: Settings, **how: Any) -> Iterator[Done]:
        for task in tasks:
            make_bucket(task, settings)
            yield make_bucket(task, settings)

    monkeypatch.setattr(update, "run_tasks", twice)
    own = settings(imported)
    done = bring_up_to_date(own, jobs=1)
    assert (done.articles, done.read, done.coded) == (12, 12, 0)
    coded = replace(own, codebook=own.codebook + "# x\n")
    recoded = bring_up_to_date(coded, jobs=1)
    assert (recoded.read, recoded.coded) == (0, 12)
    assert bring_up_to_date(coded, jobs=1).read == 0


def test_number_of_buckets_stays_while_a_corpus_grows_a_little(tmp_path: Path) -> None:
    assert bucket_count(tmp_path, 1_900) == 16
    assert bucket_count(tmp_path, 7_900) == 16
    assert bucket_count(tmp_path, 8_001) == 64
    counts = np.bincount([bucket_of(f"article{n}", 64) for n in range(6_400)], minlength=64)
    assert counts.min() > 60 and counts.max() < 140


@pytest.mark.long
def test_table_that_is_not_there_names_the_command(imported: str) -> None:
    with pytest.raises(StudyError, match="no table voices"):
        next(scan("voices", imported))


def test_estimate_is_true_from_the_first_bucket_on_whatever_processes_took_to_start() -> None:
    assert Progress(10, 1_000).left is None
    assert str(Progress(110, 1_010, 2.0)) == "110 of 1,010 articles, 2.0 a second, 7:30 to go"
    dice = random.Random(4)
    for makers, count in ((1, 16), (2, 16), (2, 64), (8, 512)):
        free = {f"p{n}": 3 + 4 * dice.random() for n in range(makers)}  # when each has started, by a clock of our own
        ended: list[tuple[float, str, int, float]] = []
        for _ in range(count):
            maker = min(free, key=lambda name: free[name])
            articles = dice.randint(25, 38)
            worked = articles * dice.uniform(0.17, 0.23)
            free[maker] += worked
            ended.append((free[maker], maker, articles, worked))
        ended.sort()
        total, end = sum(articles for _, _, articles, _ in ended), ended[-1][0]
        pace, done = Pace(makers), 0
        for now, maker, articles, worked in ended:
            pace.note(maker, articles, worked)
            done += articles
            left = Progress(done, total, pace.rate).left
            assert left is not None
            if 0.1 * total <= done <= 0.8 * total:
                assert left == pytest.approx(end - now, rel=0.2)
