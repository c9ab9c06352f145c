"""Several articles in one saved text: where each begins, and lists of headlines with what stands below each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from helpers.cleaning.habits import habits
from helpers.cleaning.pieces.cutting import Piece

_WORD = re.compile(r"[가-힣]+|\S+")
_ENDED = re.compile(r"[다요까죠][.?!][”\"’')\]]{0,2}\Z")
_RULE = re.compile(r"[-=_*~─━]{5,}")  # a stroke from one side to the other
_SHORTEST, _LONGEST = 8, 80  # characters of a headline
_WRITTEN = 100  # characters of the paragraphs of an article
_PARAGRAPHS = 2
_BETWEEN = 4  # lines between the end of an article and the next headline
_LISTED = 3
_LEAST = 40  # characters of a line of a list that tells something
_PASSED = frozenset({"control", "counter", "talk", "talk?", "tags", "tip line", "byline", "mail", "notice", "record"})


def beginnings(found: Sequence[Piece]) -> list[int]:
    """The headlines of the articles that a text holds, if it holds more than one; [] of one article.

    Two times of publication, each between a headline and its prose, are two articles; so are two headlines that a
    person marked (제목: …), and two runs of paragraphs, the second under a headline with a day, or each with its own
    end: a reporter's address, a notice, a stroke across the page.
    """
    timed = _timed(found)
    if len(timed) >= _PARAGRAPHS:
        return timed
    marked = [i for i, piece in enumerate(found) if ":" in piece.text[:9] and habits().title_labels.match(piece.text)]
    marked = [i for i in marked if _prose_from(_solid(found[i + 1 :]))]
    return marked if len(marked) >= _PARAGRAPHS else _ended(found)


def listed_articles(found: Sequence[Piece]) -> int:
    """How many articles a list offers: beginnings that break off above a day, or bullets above all of its prose."""
    if not any(piece.kind == "teaser" or piece.text.startswith("• ") for piece in found):
        return 0
    solid = _solid(found)
    dated = sum(
        above.kind == "teaser" and below.kind in ("date", "record", "byline", "fragment") and _has_day(below)
        for above, below in pairwise(solid)
    )
    kept = sum(piece.kept and piece.kind == "prose" for piece in solid)
    if dated >= _LISTED and kept <= dated:
        return dated + kept
    told = [place for place, piece in enumerate(solid) if _tells(piece)]
    headed = sum(_is_bulleted(solid, place) for place in told)
    return headed if headed >= _LISTED and headed == len(told) else 0


def _tells(piece: Piece) -> bool:
    return piece.kind in ("prose", "list line") and len(piece.text) >= _LEAST


def _is_bulleted(solid: Sequence[Piece], place: int) -> bool:
    """Does a bullet's headline stand above a paragraph, once or printed again."""
    above = [piece.text for piece in solid[max(place - 2, 0) : place]][::-1]
    again = len(above) > 1 and above[1] == f"• {above[0]}"
    return bool(above) and (above[0].startswith("• ") or again)


def _has_day(piece: Piece) -> bool:
    return piece.kind == "date" or re.search(r"20\d\d\s?[.년-]\s?\d{1,2}\s?[.월-]\s?\d{1,2}", piece.text) is not None


def _solid(found: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in found if piece.kind not in ("blank", "markup")]


def _timed(found: Sequence[Piece]) -> list[int]:
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


def _ended(found: Sequence[Piece]) -> list[int]:
    """The headlines of runs of paragraphs, each of which ends in an address, a notice or a stroke of its own."""
    solid = _solid(found)
    places = {id(piece): index for index, piece in enumerate(found)}
    first = next((n for n, piece in enumerate(solid) if piece.kind == "prose"), len(solid))
    starts: list[int] = []
    for end in (place for place in range(first, len(solid)) if _ends(solid[place])):
        rest = range(end + 1, min(end + 1 + _BETWEEN, len(solid)))
        place = next((n for n in rest if solid[n].kind not in _PASSED and not _ends(solid[n])), None)
        if place is None or not _is_headline(solid[place]) or places[id(solid[place])] in starts:
            continue
        run = _prose_from(solid[place + 1 :], least=_PARAGRAPHS)
        before = sum(len(piece.text) for piece in solid[first:end] if piece.kind == "prose")
        dated = run and solid[place + 1].kind == "date"
        ends = [piece for piece in solid[end:place] if _ends(piece)]
        if run and before >= _WRITTEN and (dated or _is_closed(solid[place + 1 + run :], ends)):
            starts.append(places[id(solid[place])])
    return [places[id(solid[max(first - 1, 0)])], *starts] if starts else []


def _is_closed(rest: Sequence[Piece], ends: Sequence[Piece]) -> bool:
    """Does a run of paragraphs end as the one before it did, or did a stroke divide them."""
    kinds = {piece.kind for piece in ends if not _RULE.fullmatch(piece.text)}
    after = next(iter(rest), None)
    return not kinds or (after is not None and (after.kind in kinds))


def _ends(piece: Piece) -> bool:
    return piece.kind in ("mail", "notice") or _RULE.fullmatch(piece.text) is not None


def _is_headline(piece: Piece) -> bool:
    plain = piece.kind == "fragment" and not _ENDED.search(piece.text) and " " in piece.text
    return plain and _SHORTEST <= len(piece.text) <= _LONGEST


def _prose_from(solid: Sequence[Piece], *, least: int = 1) -> int:
    """How many full paragraphs follow one another, past a day below the headline; 0 where they are too few."""
    count = size = passed = 0
    for piece in solid:
        if piece.kind == "date" and not count:
            passed += 1
            continue
        if piece.kind != "prose" or not _ENDED.search(piece.text):
            break
        count, size = count + 1, size + len(piece.text)
    return count + passed if size >= _WRITTEN and count >= least else 0
