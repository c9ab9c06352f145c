"""Where an article's rows lie: in the bucket that the hash of its identifier names."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

from helpers import store
from helpers.errors import StudyError

if TYPE_CHECKING:
    import pandas as pd

SIZES = ((2_000, 16), (20_000, 64), (200_000, 512), (0, 4096))  # articles up to, buckets
GROWTH = 4  # times the articles that a number of buckets is meant for, until it is chosen anew
# the tables of a corpus that lie in buckets; 'members' is written last and says that a bucket is whole
PARTS = (
    "lines",
    "sentences",
    "tokens",
    "article_terms",
    "shingles",
    "voices",
    "facts",
    "codings",
    "evidence",
    "members",
)


def bucket_of(article_id: str, buckets: int) -> int:
    """The bucket of an article, the same on every machine."""
    return int.from_bytes(hashlib.sha256(article_id.encode("utf-8")).digest()[:8], "big") % buckets


def bucket_count(folder: Path, articles: int) -> int:
    """How many buckets the corpus has: as first chosen for its size, until it has outgrown them."""
    chosen = next(count for limit, count in SIZES if not limit or articles <= limit)
    file = folder / "buckets.json"
    if file.is_file():
        kept = int(json.loads(store.read_text(file))["buckets"])
        limit = next((limit for limit, count in SIZES if count == kept), 0)
        if kept in {count for _, count in SIZES} and (not limit or articles <= limit * GROWTH):
            return kept
    store.write_text(file, json.dumps({"buckets": chosen}) + "\n")
    return chosen


def part(folder: Path, table: str, bucket: int) -> Path:
    """The file of one bucket of a table."""
    return folder / table / f"{bucket:04d}.parquet"


def write_part(folder: Path, table: str, bucket: int, frame: pd.DataFrame) -> None:
    """The bucket of a table, whole: written beside and renamed."""
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False, compression="zstd")
    store.write_bytes(part(folder, table, bucket), buffer.getvalue())


def read_part(folder: Path, table: str, bucket: int, columns: list[str] | None = None) -> pd.DataFrame | None:
    """The bucket of a table; None where there is none, or one that was left unreadable."""
    import pandas as pd

    try:
        return pd.read_parquet(io.BytesIO(store.read_bytes(part(folder, table, bucket))), columns=columns)
    except (StudyError, OSError, ValueError, KeyError):
        return None
