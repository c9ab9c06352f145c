"""The place, the agency and the reporter that stand before the first sentence of an article."""

from __future__ import annotations

import re

_REPORTER = r"(?:[가-힣]{2,4}[\s·]){1,3}(?:[가-힣]{2,5}\s)?(?:선임|인턴)?(?:기자|특파원)"
_BYLINE = re.compile(
    rf"\s*[(\[【](?=[^)\]】]*(?:=|기자|특파원))[^)\]】]{{2,40}}[)\]】]\s*(?:{_REPORTER}\s*=\s*)?"
)  # '(섬=섬통신) 박하늘 기자 = ', '[섬신문 박하늘 기자] '


def byline_end(text: str) -> int:
    """How long the byline at the beginning of a sentence is, blanks after it included; 0 where there is none."""
    found = _BYLINE.match(text)
    return found.end() if found else 0
