"""A raw text to an article: every line labelled, kept or dropped with a reason, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from helpers.cleaning.failures import NoArticle
from helpers.cleaning.files.mending import HANGUL
from helpers.cleaning.files.reading import RawText
from helpers.cleaning.habits import habits
from helpers.cleaning.labels.labelling import label_extract, label_other_times, label_pieces
from helpers.cleaning.labels.speaking import hear_polite_prose
from helpers.cleaning.labels.standing import hear_standing_notes
from helpers.cleaning.labels.weighing import forget_false_chrome, weigh
from helpers.cleaning.labels.window import find_window
from helpers.cleaning.overrides import OVERRULED, apply_overrides
from helpers.cleaning.page.beside import label_names, show_pictured
from helpers.cleaning.page.metadata import Metadata, find_metadata
from helpers.cleaning.page.sites import page_titles, site_names
from helpers.cleaning.page.titles import find_announced, find_deck, find_title, title_of_file
from helpers.cleaning.pieces.credits import hear_credits
from helpers.cleaning.pieces.cutting import Piece, pieces
from helpers.cleaning.pieces.dates import moments
from helpers.cleaning.pieces.lists import hear_lists
from helpers.cleaning.pieces.looks import OPENING
from helpers.cleaning.pieces.repeats import forget_other_print
from helpers.cleaning.pieces.second import second_headline, show_second

if TYPE_CHECKING:
    import pandas as pd

LINES_AT_MOST = 40_000
_WORD = re.compile(r"[가-힣]+|\S+")
_MOST_TIMED = 3  # paragraphs that end with a time
_TIME = 30  # characters of a time and the outlet before it
_FEW = 8  # lines of a page that holds a photo and its sentence
_PHOTO_STORY = 40  # characters of that sentence
_TELLING = re.compile(r"[가-힣]다\.(?=\s|\Z|[\[(])")
_PHOTO = re.compile(r"사진|출처|제공|그래픽|영상|자료")


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
    cause = _too_little(raw, found, metadata)
    if cause:
        found, metadata = _read(raw, overrides, announced=True)
        cause = None if any(piece.kept for piece in found) else cause
    cause = cause or _too_many(raw, found)
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
    hear_credits(found)
    hear_standing_notes(found)
    hear_lists(found)
    forget_false_chrome(found)
    forget_other_print(found, boxes)
    if announced:
        title, start, end = find_announced(found, hints, names, stated=_states_article(raw))
    elif (second := second_headline(found)) is not None:
        start, end, title = *find_window(found, weigh(found), boxes), second
    else:
        weights = weigh(found)
        start, end = find_window(found, weights, boxes)
        title = find_title(found, start, hints, names=names, file_title=file_title) if end else None
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


def _states_article(raw: RawText) -> bool:
    """Does a page's head say that it is the page of one article."""
    told = raw.page.metadata if raw.page else {}
    dated = any(name in told for name in ("article:published_time", "ld:datePublished", "data:published"))
    return dated and (told.get("og:type") == "article" or "ld:headline" in told or "data:headline" in told)


def _too_many(raw: RawText, found: Sequence[Piece]) -> str | None:
    """Do paragraphs open as three articles do, each with its place or reporter in brackets."""
    if _states_article(raw) or any(piece.rule in OVERRULED.values() for piece in found):
        return None
    starts = _beginnings(found) if raw.page is None else []
    if len(starts) >= 2:
        lines = ", ".join(str(found[start].line) for start in starts)
        return f"{raw.name} holds {len(starts)} articles, not one: they begin at lines {lines}."
    body = [piece.text for piece in found if piece.kept and piece.kind == "prose"]
    timed = sum(_is_timed(text) for text in body)
    if timed >= _MOST_TIMED and timed * 2 > len(body):
        return f"{raw.name} is a list of {timed} articles, each with its time, not one article."
    openings = {opening.group() for text in body if (opening := OPENING.match(text))}
    openings = {opening for opening in openings if not _PHOTO.search(opening)}
    return (
        f"{raw.name} holds the beginnings of {len(openings)} articles, not one article." if len(openings) >= 3 else None
    )


def _is_timed(text: str) -> bool:
    """Does a paragraph end with a time, as the beginning of an article in a list of them does."""
    tail = text[-_TIME:]
    return len(text) > _TIME and any(found.has_time and len(tail) - found.end <= 3 for found in moments(tail))


def _beginnings(found: Sequence[Piece]) -> list[int]:
    """The titles with a time of publication below and several paragraphs of prose after it: each begins an article."""
    solid = [piece for piece in found if piece.kind != "blank"]
    places = {id(piece): index for index, piece in enumerate(found)}
    starts: list[int] = []
    for place, piece in enumerate(solid):
        if piece.kind != "date":
            continue
        said = habits().published_words.match(_WORD.findall(piece.text)[0])
        above = next((p for p in reversed(solid[max(place - 3, 0) : place]) if p.kind in ("fragment", "prose")), None)
        prose = [p for p in solid[place + 1 : place + 8] if p.kind == "prose" and len(p.text) >= 40]
        if said and above and 8 <= len(above.text) <= 80 and len(prose) >= 2:
            starts.append(places[id(above)])
    return sorted(set(starts))


def _tells(text: str) -> bool:
    """Is a caption a sentence that alone may be what a paper prints under a photo."""
    return len(text) >= _PHOTO_STORY and _TELLING.search(text) is not None


def _too_little(raw: RawText, found: Sequence[Piece], metadata: Metadata) -> str | None:
    """The more other lines a page has, the more running text is asked for, unless it has a title and a time."""
    kept = [piece for piece in found if piece.kept]
    if any(piece.rule in OVERRULED.values() for piece in kept):
        return None
    body = sum(len(piece.text) for piece in kept if piece.label == "body")
    lines = sum(1 for piece in found if piece.kind != "blank")
    announced = metadata.title is not None and metadata.published_at is not None
    if body >= 25 and (announced or body >= 1.2 * min(lines, 100)):
        return None
    if not body and lines <= _FEW and any(_tells(piece.text) for piece in kept if piece.label == "caption"):
        return None
    if not HANGUL.search(raw.text):
        return f"{raw.name} holds no Korean text."
    if lines > 60:
        return f"{raw.name} is a list of headlines or a front page: {lines} lines, {body} characters of running text."
    return f"{raw.name} holds nothing but what sites print around an article."
