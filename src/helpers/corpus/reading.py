"""One article of a corpus: its raw text, labelled lines and own metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from helpers import tables
from helpers.cleaning import clean, read_raw
from helpers.cleaning.files.reading import RawText
from helpers.corpus.texts import Words
from helpers.errors import StudyError

# the headline of a row is a sentence of its own wherever sentences have that section
HEADLINE = "title" if "title" in tables.SECTIONS else "subhead"
_GIVEN: dict[str, object] = {"kept": True, "reason": "as the source gives it", "rule": "given"}
_LISTED: dict[str, object] = {
    "kept": False, "reason": "the source lists the nouns of the whole article", "rule": "listed",
}  # fmt: skip


@dataclass(frozen=True)
class Opened:
    """An article ready to be read: its lines, its day, its noun list, how many characters it has."""

    lines: list[dict[str, object]]
    published_at: str | None
    nouns: str
    characters: int


def open_article(entry: Mapping[str, str], words: Words | None, folder: Path, *, leads: bool = False) -> Opened:
    """The article that a line of articles.csv names.

    words   of a row; None for a page, which is read from its file below ``folder``
    leads   keep the headline and first characters of a row that has a noun list and no full text; else they are lines
            of the article, but none that is kept
    raises  StudyError where the article cannot be read
    """
    day = entry["published_at"] or None
    article_id = entry["article_id"]
    if words is not None:
        lines = _of_row(words, entry, leads)
        return Opened(lines, day, words.nouns, len(words.title) + len(words.text))
    if "#row=" in entry["file"]:
        raise StudyError(f"{entry['file']} has no such row any more.", "Import the source again.")
    place = folder / entry["file"]
    if not place.resolve().is_relative_to(folder.resolve()):
        raise StudyError(f"{entry['file']} lies outside the study.", "Import it.")
    raw = read_raw(place)
    if raw.sha256 != entry["sha256"]:
        raise StudyError(f"{entry['file']} is not the file that was imported.", "Restore it, or import it anew.")
    found = clean(raw, article_id=article_id, source_file=entry["file"])
    return Opened(found.line_rows, day or found.published_at, "", len(raw.text))


def _of_row(words: Words, entry: Mapping[str, str], leads: bool) -> list[dict[str, object]]:
    """Lines of a row: its raw text is headline, empty line, text; of a full text stage 1 cuts the rest."""
    title = f"{words.title}\n\n" if words.title else ""
    text = title + words.text
    if entry["stratum"] == "full":
        try:
            return clean(RawText(text, "utf-8", (), entry["sha256"]), article_id=entry["article_id"]).line_rows
        except StudyError:
            pass  # too short or too odd to be told from a page's frame: taken as the source gives it
    listed = bool(words.nouns) and not leads and entry["stratum"] != "full"
    return _as_given(text, bool(title), entry["article_id"], _LISTED if listed else _GIVEN)


def _as_given(text: str, titled: bool, article_id: str, told: Mapping[str, object]) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        label = "blank" if not line.strip() else HEADLINE if titled and number == 1 else "body"
        place = {"article_id": article_id, "line": number, "start": start, "end": start + len(line), "text": line}
        rows.append(
            place | dict(told) | {"label": label, "kept": bool(told["kept"]) and label != "blank", "confidence": 1.0}
        )
        start += len(line)
    return rows
