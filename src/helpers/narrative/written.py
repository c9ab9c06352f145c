"""A normalized sentence as it is written: its space-separated words, and where it stands in the raw text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from helpers.spans import Span


class Written:
    """What every reading of a sentence knows of it; spans are places in ``text``."""

    text: str
    start: int
    offsets: Sequence[int]

    def raw(self, span: Span) -> Span:
        """``span`` in the raw text of the article."""
        return self.start + self.offsets[span[0]], self.start + self.offsets[span[1]]

    @cached_property
    def eojeols(self) -> tuple[Span, ...]:
        """The space-separated words."""
        return tuple(found.span() for found in re.finditer(r"\S+", self.text))

    def eojeol(self, position: int) -> int:
        """The number of the space-separated word that holds ``position``, from 0."""
        return bisect_left(self._eojeol_ends, position + 1)

    @cached_property
    def _eojeol_ends(self) -> list[int]:
        return [end for _, end in self.eojeols]
