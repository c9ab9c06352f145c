"""Captions in the midst of a text that lost its line ends, each up to whose picture it is.

'… 늘었다. 물레 값 추이(이미지=나루시) 물레는 …', '… 했다. 물레 앞의 주민들 © 하늘통신 나루시는 …': the credit ends the
caption, and a sentence with a subject of its own begins behind it, so that no particle takes the credit up.
"""

from __future__ import annotations

import re

from helpers.cleaning.outlet_names import is_agency, is_known

_START = r"(?:\A|(?<=[다요][.]\s)|(?<=[다요][.]\s\s))"
_SHOWN = r"(?P<shown>[^.?!“”\"\[(©ⓒ◇◆■]{6,90}?)"
# what is shown and whose it is in brackets: 물레 값 추이(이미지=나루시)
_BRACKETED = re.compile(
    rf"{_START}{_SHOWN}\s?[(\[](?:사진|이미지|그래픽|자료|출처|일러스트)\s?(?:제공|출처)?\s?[=:]\s?[^()\[\]=]{{1,24}}[)\]]\s?"
)
# behind a sign, with or without what is shown: 물레 앞의 주민들 © 하늘통신
_SIGNED = re.compile(_START + r"(?P<shown>[^.?!“”\"©ⓒ◇◆■]{0,90}?)[©ⓒ]\s?(?P<name>[가-힣A-Za-z0-9]{2,12})\s")
# who gave it, behind words that end in no verb: 물레를 처음 깎은 박하늘 명장. 나루시 제공 나루시는 …
_GIVEN = re.compile(
    r"\A[^.?!]{10,160}(?<![다요])\.\s(?P<giver>[가-힣A-Za-z·]{2,15})\s제공\s(?=[가-힣\d“‘])"
    r"(?!(?:자료|영상|사진|서비스|정보|시간|방식|여부|의무|이후|등|및|계획|업체|기관|대상)(?![가-힣]{3}))"
)
# an agency behind the second sentence of a caption: 물레가 돌고 있다. 물레는 셋이다. 하늘통신 나루시가 …
_NAMED = re.compile(
    r"\A(?:[^?!.]|\.(?=\d)){10,240}[고어아려여워져]\s있다\.\s(?:[^?!.]|\.(?=\d)){8,160}다\.\s(?P<name>[가-힣A-Za-z0-9]{2,8})\s{1,4}"
    r"(?!기자|보도|취재|기사|등|와|과)(?=[가-힣]{2})"
)
_STOCK = re.compile(
    rf"{_START}사진\s(?:게티이미지(?:뱅크|코리아)?|클립아트코리아|셔터스톡|픽사베이|언스플래시|펙셀스)\s(?=[가-힣A-Za-z])"
)
_VERB = re.compile(r"[다요](?=\s|\Z)")
_SUBJECT = re.compile(r"[가-힣A-Za-z0-9)](?:은|는|이|가)(?=\s)")
_OWN_SUBJECT = re.compile(r"(?:[^\s.?!]{1,14}\s){0,8}[^\s.?!]{1,14}(?:은|는|이|가|도)(?=\s)")
_TAKEN_UP = re.compile(r"(?:은|는|이|가|을|를|의|와|과|에|에서|도|로|으로)(?=\s)")
_RIGHTS = re.compile(r"저작권|무단|[Cc]opyright|배포")
_LEAST_BODY = 40  # characters behind the credit


def credited_cuts(text: str) -> list[int]:
    """The edges of each caption that ends in whose picture it is, and of such a credit alone, within a text."""
    cuts: list[int] = []
    if "사진" in text or "=" in text or ":" in text:
        cuts += [edge for found in _BRACKETED.finditer(text) if _is_shown(text, found) for edge in found.span()]
        cuts += [edge for found in _STOCK.finditer(text) for edge in found.span()]
    if "©" in text or "ⓒ" in text:
        for found in _SIGNED.finditer(text):
            if is_known(found["name"]) and _is_shown(text, found):
                cuts += found.span()
    given = _GIVEN.match(text)
    named = _NAMED.match(text) if not given else None
    if given and _goes_on(text, given.end()):
        cuts.append(given.end())
    elif named and is_agency(named["name"]) and _goes_on(text, named.end()):
        cuts.append(named.end())
    return cuts


def _is_shown(text: str, found: re.Match[str]) -> bool:
    """Do a few words without a subject or a verb stand before a credit, and a sentence of its own behind it."""
    shown = found["shown"]
    plain = not _VERB.search(shown) and not _SUBJECT.search(shown) and not _RIGHTS.search(text, *found.span())
    near = text[found.end() : found.end() + 40]
    return plain and not _RIGHTS.search(near) and _goes_on(text, found.end())


def _goes_on(text: str, at: int) -> bool:
    """Does a sentence with a subject of its own, or another caption's sign, follow."""
    if len(text) - at < _LEAST_BODY or _TAKEN_UP.match(text, at):
        return False
    return text[at : at + 1] in "◇◆■□" or _OWN_SUBJECT.match(text, at) is not None
