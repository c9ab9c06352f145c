"""Whose page it is, and headlines without the site's name, the section and the like around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from helpers.cleaning.habits import habits, squeeze
from helpers.cleaning.html.page import Page
from helpers.cleaning.pieces.cutting import Piece

_BEFORE_SITE = re.compile(
    r"(?<!\s)\s*(?:\s[-–—|ㅣ:<>·/]{1,2}\s|\s?::\s?|\s?[|ㅣ]\s?|(?<=[가-힣”’\"'\])?!…])-(?=[가-힣A-Z]))"
)
_AFTER_SITE = re.compile(r"\A\s*+(?:[\[【]\s?([^\[\]【】]{2,16}?)\s?[\]】]|([^\[\]|:]{2,16}?)\s?(?:\||ㅣ|::|:\s))\s*")
OWNER = re.compile(
    r"(?:Copyright|저작권자|[ⓒ©]|\(c\))[\sⓒ©@:,]{0,8}+(?:\(c\)|Copyright)?[\sⓒ©@]{0,4}+(?:\(주\)|㈜|주식회사)?\s?['‘]?"
    r"(?:(?:19|20)\d\d(?:\s?[-–~]\s?(?:20)?\d\d)?[\s.,]{1,3}+)?(?!\d{4}(?:\D|\Z))([가-힣A-Za-z0-9]{2,16})"
)
_PAPER = re.compile(r"[가-힣]{2,6}(?:일보|신문|신보|저널|타임스|타임즈|데일리|통신|헤럴드|포스트|방송)")
_HEAD = 60  # pieces at the top of a page among which its name stands
_LONGEST = 16
_TAGGED = re.compile(r"\S[\[(<][^\[\]()<>]{2,8}[\])>]\s?\Z")  # 나루의 봄[포토뉴스]
_SHORTEST = 6  # characters of a headline
_MOST_BUTTONS = 160  # characters of what a site prints behind a headline


def site_names(page: Page | None, pieces: Sequence[Piece]) -> frozenset[str]:
    """What a page's head, its copyright lines and the short lines at its top call site and section, squeezed."""
    told = page.metadata if page else {}
    named = [told.get(name, "") for name in ("og:site_name", "ld:publisher", "application-name", "og:article:author")]
    named += [owner[1] for piece in pieces if piece.kind == "notice" for owner in [OWNER.search(piece.text)] if owner]
    named += [piece.text for piece in pieces[:_HEAD] if len(piece.text) <= _LONGEST]
    return habits().outlets | {name for name in map(squeeze, named) if len(name) >= 2}


def page_titles(page: Page | None, names: Collection[str]) -> list[str]:
    """The headlines that a page's head names, the most reliable first, without the site's name; [] of a plain text."""
    if page is None:
        return []
    told = [page.metadata[name] for name in habits().title_metas if page.metadata.get(name)]
    bare = [without_site(title, names) for title in told]
    return [title for title in dict.fromkeys(bare) if len(title) >= _SHORTEST and not is_masthead(title, names)]


def without_site(title: str, names: Collection[str]) -> str:
    """A headline without the site's name, section and the like before and after it; ``names`` are squeezed."""
    cut = len(title)
    for found in reversed(list(_BEFORE_SITE.finditer(title))):
        tail = title[found.end() : cut]
        buttons = len(tail) <= _MOST_BUTTONS and habits().controls.fullmatch(tail)
        if found.start() < _SHORTEST or not (_is_named(tail, names) or buttons):
            break
        cut = found.start()
    title = title[:cut].strip()
    prefix = _AFTER_SITE.match(title)
    if prefix is None or len(title) - prefix.end() < _SHORTEST:
        return title
    if prefix[1] and habits().controls.fullmatch(prefix[1]):  # [사설], [부고]: a kind of article, part of its headline
        return title
    named = squeeze(prefix[1] or prefix[2]) in names or (prefix[1] and _PAPER.fullmatch(prefix[1]))
    return title[prefix.end() :].strip() if named else title


def is_masthead(text: str, names: Collection[str] = ()) -> bool:
    """Is a line nothing but the name of a site or of a programme."""
    bare = squeeze(text)
    return (
        len(bare) <= _LONGEST
        and not _TAGGED.search(text)
        and (
            bare in habits().outlets or (bare in names and " " not in text) or bool(habits().mastheads.fullmatch(bare))
        )
    )


def _is_named(tail: str, names: Collection[str]) -> bool:
    bare = squeeze(tail)
    return bare in names or (len(bare) <= _LONGEST and bool(habits().mastheads.fullmatch(bare)))
