"""The series that a title belongs to: [강을 걷다 ③]."""

from __future__ import annotations

import re

_PART = r"(?:[①-⑳⑴-⒇❶-❿]|\s?\d{1,3}\s?(?:회|편|부|화)|[\s(#-]\s?\d{1,3}\)?|[\s(-]\s?[상중하上中下]\)?)"
_SERIES = re.compile(rf"(?<!\s)\s*[\[<〈【(]\s?([^\[\]<>〈〉【】()]{{2,30}}{_PART})\s?[\]>〉】)]\s*")
_YEARLY = re.compile(r"\[((?:19|20)\d\d년?\s[가-힣A-Za-z][^\[\]]{1,20})\]\s*(?=\S)")  # [2031 나루의 선택]
_NOT_SERIES = re.compile(r"\d{4}|\d\s?보|[월일시분초%원명개]\s*\Z|종합|[vV][sS]")
_LEAST_TITLE = 6  # characters beside a series' tag


def split_series(title: str) -> tuple[str, str | None]:
    """A title without its series tag, and the tag as printed; the tag is a bracket that ends in a part's number, or
    one before the title that begins with a year."""
    for found in _SERIES.finditer(title):
        at_edge = found.start() == 0 or found.end() == len(title)
        if at_edge and not _NOT_SERIES.search(found[1]) and len(title) - len(found.group()) >= _LEAST_TITLE:
            rest = (title[: found.start()] + " " + title[found.end() :]).strip()
            return rest, found[1].strip()
    yearly = _YEARLY.match(title)
    if yearly and len(title) - yearly.end() >= _LEAST_TITLE:
        return title[yearly.end() :], yearly[1].strip()
    return title, None
