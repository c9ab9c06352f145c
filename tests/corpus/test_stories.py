"""Copies are found among many articles, near and exact, and what only resembles is not."""

import random
from pathlib import Path

import pandas as pd
import pytest

from helpers import store, tables
from helpers.corpus.buckets import bucket_of, write_part
from helpers.corpus.shingles import shingles_of
from helpers.corpus.stories import find_stories
from made.sentences import sentence_table

NOUNS = [f"{a}{b}" for a in "가나다라마바사아자차카타파하" for b in "람물숲길집책말꿈별달"]


def sentences(texts: dict[str, str]) -> pd.DataFrame:
    return pd.concat([sentence_table(text, article=name) for name, text in texts.items()], ignore_index=True)


def put(study: str, shingles: pd.DataFrame, buckets: int = 8) -> None:
    for bucket, rows in shingles.groupby(shingles["article_id"].map(lambda name: bucket_of(name, buckets))):
        write_part(store.processed_folder(study), "shingles", int(str(bucket)), rows)


def invented(number: int, words: int = 120) -> str:
    generator = random.Random(number)
    return " ".join(generator.choice(NOUNS) for _ in range(words))


def copied(text: str, number: int, share: float) -> str:
    """The text with a share of its words changed, in one stretch, as an editor cuts and adds."""
    words = text.split()
    start = random.Random(number).randrange(len(words) - int(share * len(words)))
    words[start : start + int(share * len(words))] = invented(-number, int(share * len(words))).split()
    return " ".join(words)


@pytest.mark.long
def test_planted_copies_are_found_and_hardly_any_other(project: Path) -> None:
    originals = {f"a{n:04d}": invented(n) for n in range(664)}
    copies = {f"b{n:04d}": originals[f"a{n:04d}"] if n % 2 else copied(originals[f"a{n:04d}"], n, 0.15) for n in range(336)}  # fmt: skip
    put("made", shingles_of(sentences(originals | copies), dict.fromkeys(originals | copies, "")))
    days = dict.fromkeys(originals, "2024-06-01") | dict.fromkeys(copies, "2024-06-02")
    stories = find_stories("made", days)
    tables.STORIES.check(stories)
    found = {row.article_id: row.story for row in stories.itertuples() if not row.first}
    right = [name for name in copies if found.get(name) == f"a{name[1:]}"]
    assert len(right) >= 0.99 * len(copies)
    assert len(set(found) - set(copies)) <= 0.005 * len(originals)
    exact = stories[stories["article_id"].isin([name for name in copies if int(name[1:]) % 2])]
    assert (exact["similarity"] == 1.0).all()


def test_noun_lists_tell_copies_that_differ_in_their_leads(project: Path) -> None:
    lists = {name: invented(n, 60).replace(" ", ",") for n, name in enumerate("pqr")}
    lists["s"] = lists["p"]
    texts = {name: invented(50 + n) for n, name in enumerate(lists)}
    put("nouns", shingles_of(sentences(texts), lists))
    stories = find_stories("nouns", {"s": "2024-06-01", "p": "2024-06-02"})
    assert list(stories["article_id"]) == ["s", "p"] and list(stories["first"]) == [True, False]
    assert set(stories["story"]) == {"s"}


def test_versions_of_a_third_are_one_story_and_short_texts_none(project: Path) -> None:
    text = invented(7)
    texts = {
        "x": text,
        "y": copied(text, 1, 0.2),
        "z": copied(text, 2, 0.2),
        "short1": "짧은 글 하나",
        "short2": "짧은 글 하나",
    }
    put("third", shingles_of(sentences(texts), dict.fromkeys(texts, "")))
    stories = find_stories("third", {})
    assert set(stories["article_id"]) == {"x", "y", "z"} and stories["story"].nunique() == 1


@pytest.mark.parametrize("share", [0.6, 0.9])
def test_articles_that_share_less_than_half_are_no_copies(project: Path, share: float) -> None:
    texts = {"one": invented(3), "two": copied(invented(3), 4, share)}
    put("apart", shingles_of(sentences(texts), dict.fromkeys(texts, "")))
    assert find_stories("apart", {}).empty
