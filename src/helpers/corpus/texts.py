"""The words of a corpus' articles: pages from their files, rows from a copy by bucket that is made once a source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers import store
from helpers.corpus.buckets import bucket_of, write_part
from helpers.importing.rows import Record
from helpers.importing.sources import again
from helpers.importing.study import source_entries

FOLDER = "texts"
_AT_ONCE = 20_000  # rows held until they are written
_COLUMNS = ("article_id", "title", "text", "nouns", "sha256")


@dataclass(frozen=True)
class Words:
    """What a source gives of one article."""

    title: str
    text: str
    nouns: str


def gather(study: str, folder: Path, buckets: int) -> None:
    """Copy the rows of each source into its buckets below ``folder``/texts/, unless that was done already.

    A source never changes, so its copy is made once; a marker says that it is whole.
    """
    raw = store.raw_folder(study)
    for entry in source_entries(raw):
        if entry["kind"] == "folder":
            continue
        mark = hashlib.sha256(f"{entry['sha256']}{entry.get('mapping')}{buckets}".encode()).hexdigest()[:12]
        place = folder / FOLDER / mark
        if not (place / "whole").is_file():
            source = again(raw, entry)
            found = (record for _, record in source.articles() if isinstance(record, Record))
            for number, chunk in enumerate(_chunks(found)):
                _spread(chunk, place, number, buckets)
            store.write_text(place / "whole", "")


def _chunks(found: Iterator[Record]) -> Iterator[list[Record]]:
    chunk: list[Record] = []
    for record in found:
        chunk.append(record)
        if len(chunk) >= _AT_ONCE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _spread(chunk: Sequence[Record], place: Path, number: int, buckets: int) -> None:
    frame = pd.DataFrame([[getattr(record, name) for name in _COLUMNS] for record in chunk], columns=list(_COLUMNS))
    for bucket, rows in frame.groupby(frame["article_id"].map(lambda name: bucket_of(name, buckets))):
        write_part(place, f"{number:03d}", int(str(bucket)), rows)


def words_of(folder: Path, bucket: int, wanted: dict[str, str]) -> dict[str, Words]:
    """The words of the bucket's rows by article.

    wanted   article_id -> sha256 of the words that articles.csv names: of two rows of one identifier, only those
    """
    found: dict[str, Words] = {}
    for file in sorted((folder / FOLDER).glob(f"*/*/{bucket:04d}.parquet")):
        for article_id, title, text, nouns, digest in pd.read_parquet(file).itertuples(index=False, name=None):
            if wanted.get(article_id) == digest:
                found[article_id] = Words(title, text, nouns)
    return found
