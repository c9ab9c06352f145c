"""Particles and endings that a text sets off by a space, joined again: '하늘연구소 HSI 는', '열 예정이다 고'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from helpers.narrative.grammar.words import Morpheme

_PARTICLES = {"는": "JX", "은": "JX", "도": "JX", "를": "JKO", "을": "JKO"}
_LINKS = {"고": "EC", "며": "EC", "면서": "EC", "는": "ETM"}
_SAYS = re.compile(r"\s(?:말했|말한다|밝혔|전했|설명했|발표했|발표하|주장했|강조했|약속했|덧붙였|답했|다짐했)")
_TENSE = frozenset(["EP", "VCP"])


def joined(morphemes: Iterable[Morpheme], text: str) -> list[Morpheme]:
    """The morphemes, where a particle or the link of reported words stands as a word alone with what it belongs to.

    Such a particle stands behind a noun: 은 and 을, which are nouns as well, behind Latin letters alone. A link stands
    behind 다 or 라. The 다 of '하겠다 말했다', where a verb of saying takes it, is read as 다고.
    """
    found: list[Morpheme] = []
    for word in _words(morphemes, text):
        last, written = (found[-1] if found else None), text[word[0].start : word[-1].end]
        apart = last is not None and last.end + 1 == word[0].start
        if last and apart and _is_particle(written, last):
            found.append(Morpheme(last.end, word[-1].end, written, written, _PARTICLES[written]))
        elif last and apart and written in _LINKS and _ends_words(last, found):
            surface = last.surface + written
            found[-1] = Morpheme(last.start, word[-1].end, surface, surface, _LINKS[written])
        else:
            found += word
        if found and _is_taken(found, text):
            found[-1] = found[-1]._replace(surface="다고", lemma="다고", tag="EC")
    return found


def _words(morphemes: Iterable[Morpheme], text: str) -> Iterable[list[Morpheme]]:
    """The morphemes of each word between spaces."""
    place = 0
    numbered: list[tuple[int, Morpheme]] = []
    end = -1
    for here in morphemes:
        place += end >= 0 and here.start > end
        numbered.append((place, here))
        end = max(end, here.end)
    return ([m for _, m in group] for _, group in groupby(numbered, key=lambda pair: pair[0]))


def _is_particle(written: str, last: Morpheme) -> bool:
    if written not in _PARTICLES or not last.is_noun:
        return False
    return written in ("는", "도", "를") or last.tag == "SL"


def _ends_words(last: Morpheme, found: Sequence[Morpheme]) -> bool:
    """Do words end here as a statement does: 예정이다, 아니다, 하겠다."""
    return last.tag in ("EF", "EC") and last.surface.endswith("다") and len(found) > 1 and found[-2].tag[0] in "VEX"


def _is_taken(found: Sequence[Morpheme], text: str) -> bool:
    """Does a verb of saying stand right behind the 다 of words told without a link."""
    last = found[-1]
    ends = last.tag in ("EC", "EF") and last.surface == "다" and len(found) > 1 and found[-2].tag in _TENSE
    return ends and bool(_SAYS.match(text, last.end))
