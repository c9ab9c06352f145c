"""The lines of a ``Page`` as they grow, each character with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.cleaning.html.page import Mark, Page


@dataclass(slots=True)
class Open:
    """An open element and what holds inside it."""

    name: str
    box: int
    place: str
    heading: int
    item: bool
    linked: bool
    strong: bool
    inline: bool = False


class Writer:
    """Lines of text as they grow."""

    def __init__(self, page: Page, *, lines: bool = False) -> None:
        self.page = page
        self.lines = lines
        self.out: list[str] = [page.text] if page.text else []
        self.length = len(page.text)
        self.mark: Mark | None = None
        self.gap: tuple[int, int] | None = None
        self.asides: list[tuple[str, int, int, Open]] = []

    def put(self, text: str, start: int, end: int, state: Open) -> None:
        if self.mark is not None and state.place != self.mark.place:
            if state.inline and state.place == "chrome":
                self.asides.append((text, start, end, state))
                return
            self.line_end()
        if self.mark is None:
            self.mark = Mark(state.box, state.place, state.heading, state.item)
        elif self.gap is not None:
            self._emit(" ", *self.gap)
        self.gap = None
        self.mark.characters += len(text)
        self.mark.linked += len(text) if state.linked else 0
        self.mark.strong = self.mark.strong and state.strong
        self._emit(text, start, end)

    def _emit(self, text: str, start: int, end: int) -> None:
        self.page.segments.append((self.length, self.length + len(text), start, end))
        self.out.append(text)
        self.length += len(text)

    def space(self, start: int, end: int) -> None:
        if self.mark is not None and self.gap is None:
            self.gap = (start, end)

    def line_end(self, *, hard: bool = False) -> None:
        if self.mark is not None:
            self.page.marks.append(self.mark)
            self.out.append("\n")
            self.length += 1
        elif self.lines and hard:
            self.out.append("\n")
            self.length += 1
        self.mark = None
        self.gap = None
        if not self.asides:
            return
        asides, self.asides = self.asides, []
        for place, (text, start, end, state) in enumerate(asides):
            if place:
                self.space(asides[place - 1][2], start)
            self.put(text, start, end, state)
        self.line_end()
