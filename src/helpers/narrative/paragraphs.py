"""Paragraphs as one text, with the way back to sentences and raw spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

import pandas as pd

from helpers.narrative.rows import Row, rows_of
from helpers.normalize import Normalized, normalize

LONGEST_GAP = 1000  # characters between two sentences of one paragraph


@dataclass(frozen=True)
class Paragraph:
    """Sentences of one paragraph as one normalized text; ``base`` is where it begins in the raw text."""

    sentences: list[Row]
    normal: Normalized
    base: int
    number: int = 0

    @property
    def text(self) -> str:
        return self.normal.text

    def sentence_at(self, position: int) -> Row:
        raw = self.base + self.normal.offsets[min(position, len(self.text))]
        return self.sentences[min(bisect_left(self._ends, raw + 1), len(self._ends) - 1)]

    def sentences_in(self, start: int, end: int) -> list[Row]:
        """The sentences that ``[start, end)`` of ``text`` lies in."""
        first, last = (self.base + edge for edge in self.normal.to_raw(start, end))
        near = self.sentences[bisect_left(self._ends, first + 1) :]
        return list(takewhile(lambda row: row["start"] < last, near))

    @cached_property
    def _ends(self) -> list[int]:
        return [row["end"] for row in self.sentences]

    def within(self, position: int) -> tuple[int, int]:
        """The span in ``text`` of the sentence that holds ``position``."""
        row = self.sentence_at(position)
        return tuple(bisect_left(self.normal.offsets, row[edge] - self.base) for edge in ("start", "end"))  # type: ignore[return-value]


def paragraphs_of(sentences: pd.DataFrame) -> Iterator[Paragraph]:
    """Each paragraph's sentences as one text, spaces standing for what lies between two of them."""
    for _, own in sentences.sort_values("start", kind="stable").groupby("paragraph", sort=False):
        rows = rows_of(own)
        written: list[str] = []
        end = rows[0]["start"]
        held: list[Row] = []
        for row in rows:
            gap = row["start"] - end
            if held and not 0 <= gap <= LONGEST_GAP:
                yield Paragraph(held, normalize("".join(written)), held[0]["start"])
                held, written, gap = [], [], 0
            written += [" " * gap, row["text"]]
            held.append(row)
            end = row["end"]
        yield Paragraph(held, normalize("".join(written)), held[0]["start"])
