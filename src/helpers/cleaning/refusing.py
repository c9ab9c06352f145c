"""Why a page holds no article: too little running text, the beginnings of several, what somebody searched for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.cleaning.files.mending import HANGUL
from helpers.cleaning.files.reading import RawText
from helpers.cleaning.habits import squeeze
from helpers.cleaning.overrides import OVERRULED
from helpers.cleaning.page.metadata import Metadata
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.dates import moments
from helpers.cleaning.pieces.forms import OPENING
from helpers.cleaning.several import beginnings, listed_articles

_HEADLINE = 10  # characters
_MOST_TIMED = 3  # paragraphs that end with a time
_TIME = 30  # characters of a time and the outlet before it
_FEW = 8  # lines of a page that holds a photo and its sentence
_PHOTO_STORY = 40  # characters of that sentence
_SHOWN = 25  # characters of captions under a headline that says that pictures follow
_PHOTOS = re.compile(r"[\[(<【]\s?(?:포토|사진|화보|현장\s?포토|포토\s?뉴스|photo|PHOTO)[^\])>】]{0,8}[\])>】]|화보\Z")
_TELLING = re.compile(r"[가-힣]다\.(?=\s|\Z|[\[(])")
_PHOTO = re.compile(r"사진|출처|제공|그래픽|영상|자료")
_SEARCH = re.compile(
    r"['‘“\"][^'’”\"]{1,40}['’”\"]\s?(?:에\s대한\s)?(?:[가-힣]{2,4}\s)?검색\s?결과|검색\s?결과\s?[:(]?\s?[\d,]+\s?건"
    r"|\s[:|-]\s(?:\S{1,8}\s){0,2}(?:통합)?검색\Z"
)


def states_article(raw: RawText) -> bool:
    """Does a page's head say that it is the page of one article."""
    told = raw.page.metadata if raw.page else {}
    dated = any(name in told for name in ("article:published_time", "ld:datePublished", "data:published"))
    return dated and (told.get("og:type") == "article" or "ld:headline" in told or "data:headline" in told)


def too_many(raw: RawText, found: Sequence[Piece]) -> str | None:
    """Do paragraphs open as three articles do, each with its place or reporter in brackets."""
    if states_article(raw) or any(piece.rule in OVERRULED.values() for piece in found):
        return None
    starts = beginnings(found) if raw.page is None else []
    if len(starts) >= 2:
        lines = ", ".join(str(found[start].line) for start in starts)
        return f"{raw.name} holds {len(starts)} articles, not one: they begin at lines {lines}."
    body = [piece.text for piece in found if piece.kept and piece.kind == "prose"]
    linked = _printed_twice(found)
    if linked >= max(len(body), 2):
        return f"{raw.name} is a list of {linked} articles, each with its headline twice, not one article."
    timed = sum(_is_timed(text) for text in body)
    if timed >= _MOST_TIMED and timed * 2 > len(body):
        return f"{raw.name} is a list of {timed} articles, each with its time, not one article."
    if raw.page is None and (listed := listed_articles(found)):
        return f"{raw.name} is a list of {listed} articles, not one article."
    openings = {opening.group() for text in body if (opening := OPENING.match(text))}
    openings = {opening for opening in openings if not _PHOTO.search(opening)}
    return (
        f"{raw.name} holds the beginnings of {len(openings)} articles, not one article." if len(openings) >= 3 else None
    )


def _printed_twice(found: Sequence[Piece]) -> int:
    """How many headlines stand twice above the beginning of their article: as the picture's text, and as a link."""
    solid = [piece for piece in found if piece.kind != "blank"]
    texts = [squeeze(piece.text) for piece in solid]
    return sum(
        texts[at] == texts[at + 1] and len(texts[at]) >= _HEADLINE and solid[at + 2].kind == "prose"
        for at in range(len(solid) - 2)
    )


def is_search(raw: RawText, found: Sequence[Piece], metadata: Metadata) -> str | None:
    """Does a page call itself, where an article has its headline, what somebody searched for."""
    if any(piece.rule in OVERRULED.values() for piece in found) or not _SEARCH.search(metadata.title or ""):
        return None
    return f"{raw.name} is a page of search results, not an article: “{metadata.title}”."


def _is_timed(text: str) -> bool:
    """Does a paragraph end with a time, as the beginning of an article in a list of them does."""
    tail = text[-_TIME:]
    return len(text) > _TIME and any(found.has_time and len(tail) - found.end <= 3 for found in moments(tail))


def _tells(text: str) -> bool:
    """Is a caption a sentence that alone may be what a paper prints under a photo."""
    return len(text) >= _PHOTO_STORY and _TELLING.search(text) is not None


def too_little(raw: RawText, found: Sequence[Piece], metadata: Metadata) -> str | None:
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
    shown = sum(len(piece.text) for piece in kept if piece.label == "caption")
    if not body and shown >= _SHOWN and _PHOTOS.search(metadata.title or ""):
        return None
    if not HANGUL.search(raw.text):
        return f"{raw.name} holds no Korean text."
    if lines > 60:
        return f"{raw.name} is a list of headlines or a front page: {lines} lines, {body} characters of running text."
    return f"{raw.name} holds nothing but what sites print around an article."
