"""The deck of an article: the lines between its title and the byline or date below it."""

from __future__ import annotations

from helpers.cleaning.pieces.cutting import Piece

AROUND = frozenset({"date", "byline", "mail"})
SHORTEST = 12  # characters of a line of a deck; a shorter one is a section's or the paper's name


def is_framed(piece: Piece) -> bool:
    return bool(piece.mark and (piece.mark.place == "chrome" or piece.mark.linked * 2 > piece.mark.characters))


def find_deck(pieces: list[Piece], title: int) -> list[int]:
    """The lines between a title and the byline or date below it; [] if none are.

    They are set apart from both by blank lines, or all of it is one block below the page's buttons or its top.
    """
    start = next((i for i in range(title + 1, len(pieces)) if pieces[i].kind != "blank"), len(pieces))
    others = (
        i for i in range(start, len(pieces)) if pieces[i].kind not in ("fragment", "item") or is_framed(pieces[i])
    )
    end = next(others, len(pieces))
    following = next((piece for piece in pieces[end : end + 4] if piece.kind != "blank"), None)
    if following is None or following.kind not in AROUND or end - start > 6:
        return []
    apart = title + 1 < start and pieces[end].kind == "blank"
    above = pieces[title - 1] if title else None
    on_top = above is None or above.kind == "control" or (above.kind != "blank" and len(above.text) < SHORTEST)
    block = title + 1 == start and pieces[end] is following and on_top
    written = all(len(pieces[i].text) >= SHORTEST and " " in pieces[i].text for i in (title, *range(start, end)))
    return list(range(start, end)) if written and (apart or block) else []
