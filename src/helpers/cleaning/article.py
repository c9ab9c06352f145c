"""A raw text to an article: every line labelled, kept or dropped with a reason, and what the page says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from helpers.cleaning.failures import NoArticle
from helpers.cleaning.files.reading import RawText
from helpers.cleaning.labels.labelling import label_extract, label_other_times, label_pieces
from helpers.cleaning.labels.speaking import hear_polite_prose, hear_speakers
from helpers.cleaning.labels.standing import hear_standing_notes
from helpers.cleaning.labels.weighing import forget_false_chrome, weigh
from helpers.cleaning.labels.window import find_window
from helpers.cleaning.overrides import apply_overrides
from helpers.cleaning.page.announced import find_announced
from helpers.cleaning.page.beside import label_names, show_pictured
from helpers.cleaning.page.decks import find_deck
from helpers.cleaning.page.file_names import title_of_file
from helpers.cleaning.page.metadata import Metadata, find_metadata
from helpers.cleaning.page.sites import page_titles, site_names
from helpers.cleaning.page.titles import find_title, title_below
from helpers.cleaning.page.writers import hear_writers
from helpers.cleaning.pieces.credits import hear_credits, hear_dated
from helpers.cleaning.pieces.cutting import Piece, pieces
from helpers.cleaning.pieces.lists import hear_lists, hear_series
from helpers.cleaning.pieces.pictures import hear_pictures
from helpers.cleaning.pieces.repeats import forget_other_print
from helpers.cleaning.pieces.second import second_headline, show_second
from helpers.cleaning.refusing import is_search, states_article, too_little, too_many

if TYPE_CHECKING:
    import pandas as pd

LINES_AT_MOST = 40_000


@dataclass(frozen=True)
class CleanArticle:
    """An article as it was found in a raw text.

    pieces  the raw text in order, each with its label, whether it is kept, and the reason
    metadata   title, series, dates, outlet, section, reporter, address; None where the page says nothing
    """

    raw: RawText
    pieces: tuple[Piece, ...]
    metadata: Metadata
    article_id: str = "article"
    source_file: str = ""

    @property
    def title(self) -> str | None:
        """The headline, without the site's name and the series tag."""
        return self.metadata.title

    @property
    def published_at(self) -> str | None:
        """ISO 8601 with zone; a date alone where no time is given."""
        return self.metadata.published_at

    @cached_property
    def text(self) -> str:
        """What is kept, a line for each piece: deck, subheads, body and captions, normalized."""
        return "\n".join(piece.text for piece in self.pieces if piece.kept)

    @cached_property
    def lines(self) -> pd.DataFrame:
        """tables.LINES"""
        from helpers.tables import LINES

        return LINES.make(self.line_rows)

    @property
    def line_rows(self) -> list[dict[str, object]]:
        """The rows of ``lines``: of many articles one table is made, not one of each."""
        return [
            {
                "article_id": self.article_id,
                "line": piece.line,
                "start": piece.start,
                "end": piece.end,
                "text": self.raw.text[piece.start : piece.end],
                "label": piece.label,
                "kept": piece.kept,
                "rule": piece.rule,
                "reason": piece.reason,
                "confidence": round(piece.confidence, 2),
            }
            for piece in self.pieces
        ]

    @cached_property
    def article(self) -> pd.DataFrame:
        """tables.ARTICLES, one row"""
        from helpers.tables import ARTICLES

        kept = sum(piece.end - piece.start for piece in self.pieces if piece.kept)
        row = {
            "article_id": self.article_id,
            "source_file": self.source_file or self.raw.name,
            "sha256": self.raw.sha256,
            "encoding": self.raw.encoding,
            "repairs": "; ".join(self.raw.repairs) or None,
            **self.metadata.__dict__,
            "characters": len(self.raw.text),
            "kept_characters": kept,
            "removed_characters": len(self.raw.text) - kept,
        }
        return ARTICLES.make([row])


def clean(
    raw: RawText,
    *,
    article_id: str = "article",
    source_file: str = "",
    overrides: Sequence[Mapping[str, str]] = (),
) -> CleanArticle:
    """The article in a raw text, with a label and a reason for every line.

    raw        from ``read_raw``
    overrides  ``{"keep": "quoted text"}`` or ``{"drop": "quoted text"}``, in order; each is recorded in the reason of
               the lines that it changed
    returns    ``CleanArticle``: ``lines`` (tables.LINES), ``article`` (tables.ARTICLES), ``title``, ``published_at``,
               ``text``. The lines tile the raw text: ``"".join(lines.text) == raw.text``.

    raises ``NoArticle`` where the page holds no article, ``StudyError`` for an override whose quotation does not occur.
    """
    lines = raw.text.count("\n")
    if lines > LINES_AT_MOST:
        raise NoArticle(
            f"{raw.name} has {lines} lines; the page of one article has at most {LINES_AT_MOST}.",
            "Give the saved page of one article.",
        )
    found, metadata = _read(raw, overrides, announced=False)
    cause = too_little(raw, found, metadata)
    if cause:
        found, metadata = _read(raw, overrides, announced=True)
        cause = None if any(piece.kept for piece in found) else cause
    cause = cause or too_many(raw, found) or is_search(raw, found, metadata)
    if cause:
        raise NoArticle(
            cause,
            "Save the article's own page, each article in a file of its own; "
            "or name its text under `keep` in articles.yml if there is one after all.",
        )
    return CleanArticle(raw, tuple(found), metadata, article_id, source_file)


def _read(raw: RawText, overrides: Sequence[Mapping[str, str]], *, announced: bool) -> tuple[list[Piece], Metadata]:
    """The labelled pieces of a text and what it says of its article.

    announced  look for no run of prose, but for what stands below a title and a date, or on a page that says itself
               that it is an article: a report of one sentence, a photo's caption, a list of appointments
    """
    found = pieces(raw)
    boxes = raw.page.boxes if raw.page else ()
    names = site_names(raw.page, found)
    hints = page_titles(raw.page, names)
    file_title = title_of_file(raw.name) if not hints else None
    second = None
    hear_polite_prose(found)
    hear_speakers(found)
    hear_writers(found)
    hear_credits(found)
    hear_dated(found)
    hear_pictures(found)
    hear_standing_notes(found)
    hear_lists(found)
    hear_series(found)
    forget_false_chrome(found)
    forget_other_print(found, boxes)
    if announced:
        title, start, end = find_announced(found, hints, names, stated=states_article(raw))
    elif (second := second_headline(found)) is not None:
        start, end, title = *find_window(found, weigh(found), boxes), second
    else:
        weights = weigh(found)
        start, end = find_window(found, weights, boxes)
        title = find_title(found, start, hints, names=names, file_title=file_title) if end else None
        title = title_below(found, end, names) if end and title is None and not (hints or file_title) else title
        if title is not None:
            found[title].label = "title"
            start, end = find_window(found, weights, boxes)
            start = max(start, title + 1) if title < end else start
    deck = find_deck(found, title) if title is not None and title < start else []
    label_pieces(found, start, end, title, deck, announced=announced)
    if second is not None:
        show_second(found, second)
    label_extract(found)
    label_names(found, title, start)
    show_pictured(found, title, start)
    if overrides:
        found = apply_overrides(found, raw.text, overrides)
    metadata = find_metadata(raw, found, title, start if second is None else second, names)
    label_other_times(found, title, start, {metadata.published_at, metadata.modified_at})
    return found, metadata
