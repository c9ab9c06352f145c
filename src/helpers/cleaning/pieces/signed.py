"""Lines that say when an article was published and by whom, and nothing else."""

from __future__ import annotations

import re

from helpers.cleaning.evidence import evidence
from helpers.cleaning.habits import habits
from helpers.cleaning.outlet_names import is_known
from helpers.cleaning.pieces.dates import moments
from helpers.cleaning.pieces.forms import EMAIL, PLAIN_END

_SIGNERS = 2  # a reporter and an outlet


def is_date_line(core: str) -> bool:
    """Does a line say when (and perhaps by whom) it was published, and nothing else?"""
    found = moments(core)
    if not found:
        return False
    rest = core
    for moment in reversed(found):
        rest = f"{rest[: moment.start]} {rest[moment.end :]}"
    known = habits()
    rest = known.outlet_names.sub(" ", EMAIL.sub(" ", rest))
    rest = re.sub(
        rf"[가-힣]{{2,4}}\s?{evidence().job}|댓글\s?\d*|좋아요\s?\d*|조회수?\s?:?\s?[\d,]*|(?<=[가-힣])\([A-Za-z0-9_-]{{3,16}}\)|기자명|(?:작성자|글쓴이|등록자)\s?[:：]?\s?[가-힣A-Za-z*○]{{2,8}}|호수\s?\d+|제?\s?\d{{1,5}}호|지면\s?\S{{1,6}}면|\S{{1,3}}면|기준|기자|글자크기|스크랩|기사원문|댓글|인쇄|공유|KST|GMT|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:By|by)\b",
        " ",
        rest,
    )
    words = [word for word in re.split(r"[\s:|/,.·ㆍ•()\[\]\-–—+~*_]+", rest) if word]
    named = [w for w in words if known.published_words.match(w) or known.modified_words.match(w)]
    others = [word for word in words if not word.isdigit() and word not in named]
    if len(others) <= _SIGNERS and found[-1].end == len(core.rstrip()) and all(map(_signs, others)):
        return True
    left = sum(map(len, others))
    timed = any(moment.has_time for moment in found)
    return left <= (14 if named and timed else 8 if timed else 4) and not (left > 4 and PLAIN_END.search(rest.strip()))


def _signs(word: str) -> bool:
    """Is a word before a date an outlet's name, or formed as a Korean name: 박하늘 나루저널 2031-02-03."""
    return is_known(word) or re.fullmatch(rf"{evidence().surname}[가-힣]{{2}}", word) is not None
