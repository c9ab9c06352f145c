"""The place, agency and reporter before the first sentence of an article, and whose picture a caption shows."""

from __future__ import annotations

import re

_REPORTER = r"(?:[가-힣]{2,4}[\s·]){1,3}(?:[가-힣]{2,5}\s)?(?:선임|인턴)?(?:기자|특파원)"
_BYLINE = re.compile(
    rf"\s*[(\[【](?=[^)\]】]*(?:=|(?:기자|특파원)\s*[)\]】]))[^)\]】]{{2,40}}[)\]】]\s*"
    rf"(?:{_REPORTER}(?:\s?[,·]\s?{_REPORTER}){{0,3}}\s*=\s*)?"
    # the opening mark was lost, or all of them: '섬신문=박하늘 기자] ', '섬 연합뉴스 박하늘 기자 '
    r"|[가-힣A-Za-z0-9]{2,12}\s?=\s?[가-힣]{2,4}\s(?:기자|특파원)\]\s*"
    r"|[가-힣]{1,4}\s(?:연합뉴스|뉴시스|뉴스1)\s[가-힣]{2,4}\s(?:기자|특파원)\s(?:=\s)?(?=\S)"
)  # '(섬=섬통신) 박하늘 기자 = ', '[섬신문 박하늘 기자] '


def byline_end(text: str) -> int:
    """The length of the byline at the beginning of a sentence, with the blanks after it; 0 if there is none."""
    found = _BYLINE.match(text)
    return found.end() if found else 0


_OWNER = r"(?:제공|자료\s?사진|뉴스1?|뉴시스|통신|일보|신문|캡처|캡쳐|갈무리|DB)"
# '… ⓒ 하늘통신 박하늘 기자', '… /하늘통신', '… [하늘통신 제공]', '…다. 나루시 제공', '… (사진=나루시)'
_CREDIT = re.compile(
    r"\s?(?:[ⓒ©][^.?!]{1,60}"
    r"|[(\[<〈]\s?(?:사진|자료|출처)[^()\[\]]{0,3}[=:|][^()\[\]]{1,30}\s?[)\]>〉]"
    rf"|[(\[<〈]\s?[^()\[\].?!]{{0,30}}{_OWNER}\s?[)\]>〉]"
    r"|/\s?[^\s/.?!]{2,16}(?:\s기자)?"
    r"|(?<=\.)\s사진\s[^.?!]{2,24}"
    r"|(?<=\.)\s[가-힣A-Za-z○·]{2,20}(?:\s[가-힣A-Za-z]{2,10})?\s제공"
    rf"|\s[-–]\s[^.?!]{{1,20}}{_OWNER})[\s.|]*\Z"
)
_TAIL = 100


def credit_start(caption: str) -> int:
    """Where the words begin that say whose picture a caption shows; its length where there are none."""
    at = max(len(caption) - _TAIL, 0)
    found = _CREDIT.search(caption, at)
    return found.start() if found else len(caption)
