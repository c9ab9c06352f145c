"""The names that sites hang on their pages' titles."""

from __future__ import annotations

import re

from helpers.cleaning.habits import habits, squeeze

_SITE_NAME = re.compile(r"\s*(?:\s[-–—|ㅣ:<>·/]{1,2}\s|\s?::\s?|\s?[|ㅣ]\s?|(?<=[가-힣”’\"'\])?!…])-(?=[가-힣A-Z]))")


def without_site(title: str, site: str | None) -> str:
    """A page's title without the site's name, section and the like after it."""
    known = habits()
    names = known.outlets | ({squeeze(site)} if site else set())
    cut = len(title)
    for found in reversed(list(_SITE_NAME.finditer(title))):
        tail = squeeze(title[found.end() : cut])
        if found.start() < 6 or not (
            tail in names or known.controls.fullmatch(title[found.end() : cut]) or _is_site(tail)
        ):
            break
        cut = found.start()
    return title[:cut].strip()


def _is_site(tail: str) -> bool:
    return len(tail) <= 14 and tail.endswith(
        ("뉴스", "신문", "일보", "방송", "타임스", "타임즈", "경제", "투데이", "저널", "데일리", "TV")
    )
