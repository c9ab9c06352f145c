"""The text of an HTML page, line by line, with what the markup says of each line and where it stood."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(slots=True)
class Mark:
    """What the markup says of one line: where it stands and how much of it is a link."""

    box: int
    place: str = ""
    heading: int = 0
    item: bool = False
    strong: bool = True
    characters: int = 0
    linked: int = 0


@dataclass
class Page:
    """The text of an HTML page, a ``Mark`` for each of its lines, and the way back to the source.

    boxes      for each element: the number of the element around it (-1: none), and whether its name says article
    metadata   what meta elements, ``title`` and JSON-LD say, by name
    segments   (start, end, source start, source end) of each run of text that stands in the source
    scripts    spans of the scripts in the source
    """

    source: str
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    boxes: list[tuple[int, bool]] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    segments: list[tuple[int, int, int, int]] = field(default_factory=list)
    scripts: list[tuple[int, int, str]] = field(default_factory=list)

    def in_source(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of the source that the span of the text came from, in order; line ends came from none."""
        spans: list[tuple[int, int]] = []
        index = max(bisect_right(self.segments, (start, len(self.text), 0, 0)) - 1, 0)
        for first, last, source_first, source_last in self.segments[index:]:
            if first >= end:
                break
            if last <= start:
                continue
            whole = last - first == source_last - source_first
            span = (
                source_first + max(start - first, 0) if whole else source_first,
                source_last - max(last - end, 0) if whole else source_last,
            )
            if spans and spans[-1][1] >= span[0]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], span[1]))
            else:
                spans.append(span)
        return spans
