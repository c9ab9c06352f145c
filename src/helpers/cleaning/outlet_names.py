"""Is a name that of an outlet: one that the lists hold, or a word formed as papers and broadcasters call themselves."""

from __future__ import annotations

import re
from functools import lru_cache

from helpers.cleaning.habits import habits, squeeze
from helpers.lexicons import load

_PORTALS = frozenset(map(squeeze, ("네이버뉴스", "다음뉴스", "줌뉴스", "네이트뉴스", "Daum", "NAVER", "네이버")))
_ABROAD = r"(?:로이터|신화|타스|교도|AP|EPA|AFP|UPI|DPA)(?:통신)?"
_AGENCY = re.compile(rf"(?:{_ABROAD}[·/]?)?(?:연합(?:뉴스)?|뉴시스|뉴스1)|{_ABROAD}")
_BRACKETS = re.compile(r"[\[\]()<>]")  # of a headline: 나루의 봄[포토뉴스]
_SHORTEST = 3  # letters of a name that is known by its form


def is_known(name: str) -> bool:
    """Is a name that of an outlet that the lists hold, or formed as one (…일보, …뉴스)."""
    bare = squeeze(name)
    formed = (
        not _BRACKETS.search(name)
        and not is_programme(name)
        and not habits().lists.fullmatch(bare)
        and (len(bare) >= _SHORTEST and bool(habits().mastheads.fullmatch(bare)))
    )
    return bare not in _PORTALS and (_is_listed(bare) or formed)


def is_agency(name: str) -> bool:
    """Is a name that of an agency of news or of two, as under pictures: 하늘통신, 로이터연합."""
    bare = squeeze(name)
    return _AGENCY.fullmatch(bare) is not None or (bare.endswith("통신") and is_known(bare))


def is_programme(name: str) -> bool:
    """Is a name that of a programme of news (뉴스데스크), and of no outlet in the lists."""
    bare = squeeze(name)
    return habits().programmes.fullmatch(bare) is not None and not _is_listed(bare)


def _is_listed(bare: str) -> bool:
    return bare in habits().outlets or bare.lower() in _listed()


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    """Names of outlets and what they are called elsewhere, squeezed, in lower case; no addresses."""
    names = load("outlet_names")["names"]
    every = [*names, *(other for others in names.values() for other in others)]
    return frozenset(squeeze(str(name)).lower() for name in every if "." not in str(name))
