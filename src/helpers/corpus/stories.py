"""Stories: articles that tell the same text, found by MinHash and verified exactly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from helpers import tables
from helpers.corpus.scan import scan

SAME = 0.5  # Jaccard index of the runs of words from which on two articles tell the same text
_LOOKED = 0.4  # from which on MinHash offers a pair: it errs, so that it may offer too many, never too few
_PERMUTATIONS = 64
_BANDS, _ROWS = 16, 4  # of a sketch: what datasketch finds best for pairs from _LOOKED on with 64 permutations


def find_stories(study: str, days: Mapping[str, str | None]) -> pd.DataFrame:
    """The stories of a corpus: articles whose text is, half of it or more, that of another.

    days     article_id -> when it was published; the earliest of a story gives it its name
    returns  tables.STORIES of the articles in a story of two or more, in the order of stories and days

    Copies need not be direct: two versions of a third belong to one story. Short texts are in none.
    """
    pairs = verified(study, set(candidates(scan("shingles", study))))
    parent: dict[str, str] = {}
    best: dict[str, float] = defaultdict(float)
    for one, other, similarity in pairs:
        parent[_root(parent, one)] = _root(parent, other)
        best[one], best[other] = max(best[one], similarity), max(best[other], similarity)
    groups: dict[str, list[str]] = defaultdict(list)
    for article_id in best:
        groups[_root(parent, article_id)].append(article_id)
    rows = []
    for members in groups.values():
        ordered = sorted(members, key=lambda name: (days.get(name) or "9", name))
        rows += [
            {"article_id": name, "story": ordered[0], "similarity": best[name], "first": name == ordered[0]}
            for name in ordered
        ]
    rows.sort(key=lambda row: str(row["story"]))
    return tables.STORIES.make(rows)


def candidates(parts: Iterable[pd.DataFrame]) -> Iterator[tuple[str, str]]:
    """Pairs of articles that may tell the same text; what is known by nouns is held against nouns alone."""
    from datasketch import MinHash

    empty = MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=int)
    names: dict[str, list[str]] = defaultdict(list)
    sketches: dict[str, list[np.ndarray]] = defaultdict(list)
    seen: dict[tuple[str, bytes], str] = {}
    for part in parts:
        for article_id, of, shingles in zip(part["article_id"], part["of"], part["shingles"], strict=True):
            exact = (of, np.asarray(shingles, dtype="uint32").tobytes())
            if exact in seen:  # a copy to the letter: one of them to be held against others is enough
                yield seen[exact], article_id
                continue
            sketch = empty.copy()
            sketch.update_batch(shingles)
            names[of].append(article_id)
            sketches[of].append(sketch.hashvalues.astype("uint32"))
            seen[exact] = article_id
    for of, own in sketches.items():
        for one, other in _alike(np.stack(own)):
            yield names[of][one], names[of][other]


def _alike(sketches: np.ndarray) -> Iterator[tuple[int, int]]:
    """Pairs of rows that agree in a whole band of columns (locality sensitive hashing, Indyk and Motwani 1998)."""
    for band in range(_BANDS):
        columns = np.ascontiguousarray(sketches[:, band * _ROWS : (band + 1) * _ROWS])
        keys = columns.view([("", columns.dtype)] * _ROWS).ravel()
        order = np.argsort(keys, kind="stable")
        edges = np.flatnonzero(np.concatenate(([True], keys[order][1:] != keys[order][:-1], [True])))
        for group in np.flatnonzero(np.diff(edges) > 1):
            yield from combinations(sorted(order[edges[group] : edges[group + 1]].tolist()), 2)


def verified(study: str, pairs: set[tuple[str, str]]) -> list[tuple[str, str, float]]:
    """The pairs that do tell the same text, with their exact similarity, in order."""
    import pyarrow.compute as pc

    wanted = sorted({name for pair in pairs for name in pair})
    known: dict[str, Any] = {}
    where = pc.field("article_id").isin(wanted)
    for part in scan("shingles", study, where=where) if wanted else ():
        known |= {name: set(runs) for name, runs in zip(part["article_id"], part["shingles"], strict=True)}
    found = []
    for one, other in sorted(pairs):
        similarity = len(known[one] & known[other]) / len(known[one] | known[other])
        if similarity >= SAME:
            found.append((one, other, round(similarity, 4)))
    return found


def _root(parent: dict[str, str], name: str) -> str:
    while parent.setdefault(name, name) != name:
        parent[name] = parent[parent[name]]
        name = parent[name]
    return name
