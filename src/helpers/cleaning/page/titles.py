"""The title of an article among its pieces, without the site's name."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from helpers.cleaning.habits import habits, squeeze
from helpers.cleaning.page.decks import AROUND, SHORTEST
from helpers.cleaning.page.file_names import is_same
from helpers.cleaning.page.headlines import ENDED, KINDS, score
from helpers.cleaning.page.sites import is_masthead
from helpers.cleaning.pieces.cutting import Piece

_FIRST_WORD = re.compile(r"[가-힣]+|\S+")
_BELOW = 5  # lines among which the time below such a headline stands
_ABOVE = 5  # lines of the site above the first of a text
_HEADLINE = 8
_SITES = frozenset({"control", "counter", "talk", "talk?", "foreign"})


def find_title(
    pieces: list[Piece],
    start: int,
    hints: list[str],
    *,
    names: frozenset[str] = frozenset(),
    file_title: str | None = None,
) -> int | None:
    """The piece that is the title: before the article's first prose at ``start``, or its first piece; None if none is.

    ``hints`` are titles that an HTML page's head names, ``names`` the site's and the section's. Where the file is named
    after a headline (``file_title``), that line is the title, and no other that has neither date nor byline below it.
    """
    wanted = [squeeze(hint) for hint in hints if len(squeeze(hint)) >= 6]
    repeats = Counter(squeeze(piece.text) for piece in pieces if 8 <= len(piece.text) <= 160)
    scores: list[tuple[float, int]] = []
    lead = (i for i in range(start, len(pieces)) if pieces[i].kind == "prose" and len(pieces[i].text) >= 40)
    limit = min(next(lead, start) + 1, start + 14, len(pieces))
    top = _top(pieces)
    for index in range(limit):
        if file_title and is_same(pieces[index].text, file_title) and pieces[index].kind in KINDS:
            return index
        points = 0.0 if is_masthead(pieces[index].text, names) else score(pieces, index, wanted, repeats, top)
        if index >= limit - 1 and points < 60 and index != top:
            points = 0.0
        if file_title and not any(piece.kind in AROUND for piece in pieces[index + 1 : index + 6]):
            points = 0.0
        if points >= 30:
            scores.append((points, index))
    return max(scores)[1] if scores else _short_title(pieces, limit, names)


def _top(pieces: list[Piece]) -> int:
    """The first line that is more than a button or a word of the site's, where only a few of those are above it."""
    solid = [index for index, piece in enumerate(pieces) if piece.kind != "blank"]
    first = next(iter(solid), 0)
    words = (i for i in solid[:_ABOVE] if pieces[i].kind not in _SITES and len(pieces[i].text) >= _HEADLINE)
    return next(words, first) if pieces[first].kind in _SITES else first


def _short_title(pieces: list[Piece], limit: int, names: frozenset[str]) -> int | None:
    """A headline of a word or two (독자 편지): the line above a time that a word calls that of publication."""
    solid = [index for index in range(limit) if pieces[index].kind not in ("blank", "counter")]
    for above, below in itertools.pairwise(solid):
        text = pieces[above].text
        dated = pieces[below].kind == "date" and habits().published_words.match(
            _FIRST_WORD.findall(pieces[below].text)[0]
        )
        if (
            dated
            and pieces[above].kind == "fragment"
            and len(text) >= 4
            and " " in text
            and not is_masthead(text, names)
        ):
            return above
    return None


def title_below(pieces: list[Piece], end: int, names: frozenset[str] = frozenset()) -> int | None:
    """A headline that a page prints below its article, above a time that a word calls that of publication."""
    solid = [index for index in range(end, len(pieces)) if pieces[index].kind not in ("blank", "mail", "byline")]
    head = pieces[solid[0]] if solid else None
    if head is None or head.kind not in ("fragment", "prose") or ENDED.search(head.text) or len(head.text) > 60:
        return None
    time = next((pieces[index].text for index in solid[1:_BELOW] if pieces[index].kind == "date"), "")
    named = bool(time) and habits().published_words.match(_FIRST_WORD.findall(time)[0])
    formed = len(head.text) >= SHORTEST and " " in head.text and not is_masthead(head.text, names)
    return solid[0] if named and formed else None
