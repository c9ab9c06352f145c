"""Numbers that say which person, thing or episode is meant: 6번 확진자, 2번 출구, 5·6회 방송."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.narrative.facts.found import IN_ORDER, Found
from helpers.narrative.facts.numbers.numerals import Number
from helpers.narrative.facts.numbers.units import lexicon, longest_first

_LEXICON = lexicon()
_MORE = r"(?:\s?(?:[·,]|[와과]\s)\s?\d{1,4}번(?:과|와)?)*"  # 7번과 9번 환자
_BEARER = re.compile(
    rf"{_MORE}\s?(?:{longest_first(_LEXICON['numbered'])})"
    r"(?=$|[^가-힣]|[은는이가을를의에과와도만들]|에서|에게|께|으?로\s(?:나|들|내|가|오|옮|갈|빠|와|이동|불|알려|지정|분류)|인\s|까지|부터|였|이[다었며라])"
)
_TOLD = r"(?:방송|방영|방송분|방영분|대본|예고|예고편|본방송|재방송|녹화|촬영|엔딩|에피소드)"
_BROADCAST = rf"\s{_TOLD}(?=$|[^가-힣]|[분은는을이의에도]|에서)(?![가-힣]*[하했한할됐되])"
_IN_EPISODE = rf"(?:{_BROADCAST}|\s?(?:에서[는도]|에선|분[은을에의]))"
_EPISODE = re.compile(_IN_EPISODE)
_HOW_OFTEN = re.compile(r"(?:하루|이틀|매일|매주|매월|매년|주|월|연|년|일주일에?|총|모두|단|각각|최대|최소)\s?$")
_CHANGES = re.compile(r"\s?에선?서?는?\s\d+회")
# 5, 6회 방송, 3·4회에서는: one number right after the other
_ROW = re.compile(
    rf"(?<![\d.,·])(?P<first>\d{{1,3}})(?P<mark>[,·])\s?(?P<last>\d{{1,3}})회(?:{_IN_EPISODE}|(?=[은는]\s)|(?:(?<=·\d회)|(?<=·\d\d회))(?=의\s))"
)


def numbers_a_bearer(text: str, end: int) -> bool:
    """Does a person or thing follow that bears the number: 3번 버스, 7번과 9번 환자; not 3번 질문했다."""
    return _BEARER.match(text, end) is not None


def numbers_an_episode(text: str, start: int, end: int) -> bool:
    """Is so many 회 an episode: 6회 방송에서, 3회에서는; not 하루 3회 방송, 3회에서 5회로."""
    if _HOW_OFTEN.search(text, max(0, start - 6), start) or _CHANGES.match(text, end):
        return False
    return _EPISODE.match(text, end) is not None


def find_numbered(text: str) -> Iterator[Found]:
    """Two episodes that stand in a row, as the span of their numbers: 5, 6회 방송."""
    for match in _ROW.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        if last == first + 1 and not _HOW_OFTEN.search(text, max(0, match.start() - 6), match.start()):
            end = match.end("last") + 1
            number = Number(float(first), float(last))
            yield Found(match.start(), end, "count", number, "회", note=IN_ORDER, loose=True, gives="order")
