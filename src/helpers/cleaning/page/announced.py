"""An article that has next to no prose: below a title with a date, or where the page states that it is one."""

from __future__ import annotations

from helpers.cleaning.habits import squeeze
from helpers.cleaning.page.decks import SHORTEST, is_framed
from helpers.cleaning.page.titles import find_title
from helpers.cleaning.pieces.cutting import Piece

_MATTER = frozenset({"fragment", "prose", "item", "caption", "list line", "foreign", "turn"})
_ENDING = frozenset({"notice", "mail", "related head", "closing head", "summary head", "tags", "talk", "tip line"})
_NEAR_TOP = 60  # pieces


def find_announced(
    pieces: list[Piece], hints: list[str], names: frozenset[str] = frozenset(), *, stated: bool
) -> tuple[int | None, int, int]:
    """Title, first piece and end of an article that has next to no prose; (None, 0, 0) where nothing announces one.

    It stands below a title with a date beside it, or, where the page states that it is an article, below the title that
    its head names; it ends where the site speaks again.
    """
    dates = [i for i, piece in enumerate(pieces[:_NEAR_TOP]) if piece.kind == "date"]
    if not stated and not dates:
        return None, 0, 0
    wanted = {squeeze(hint) for hint in hints}
    named = [i for i, piece in enumerate(pieces) if squeeze(piece.text) in wanted]
    title = named[-1] if named else find_title(pieces, dates[0], [], names=names) if dates else None
    if title is None:
        return None, 0, 0
    others = [i for i in dates if i > title + 12]
    if not stated and len(others) >= 2:
        return None, 0, 0
    date = next((i for i in dates if title < i <= title + 12), title)
    if not stated and date == title and not any(title - 4 <= i < title for i in dates):
        return None, 0, 0
    found: list[int] = []
    for index in range(date + 1, len(pieces)):
        piece = pieces[index]
        if piece.kind in _ENDING or (found and piece.kind == "control" and index - found[-1] > 1):
            break
        if piece.kind in _MATTER and not is_framed(piece):
            found.append(index)
    written = sum(len(pieces[i].text) for i in found)
    return (title, found[0], found[-1] + 1) if written >= SHORTEST else (None, 0, 0)
