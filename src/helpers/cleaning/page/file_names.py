"""The headline that a file is named after."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = re.compile(r"[\W_]+")


def title_of_file(name: str) -> str | None:
    """The headline that a file is named after; None where its name is no headline (a date, a number, a few words)."""
    stem = re.sub(r"\.[A-Za-z0-9]{2,10}\Z", "", name)
    stem = " ".join(unicodedata.normalize("NFC", stem).replace("_", " ").split())
    hangul = sum("가" <= character <= "힣" for character in stem)
    return stem if hangul >= 8 and hangul * 10 >= 4 * len(stem) and " " in stem else None


def is_same(line: str, title: str) -> bool:
    """Is a line the headline that a file is named after, but for the signs that a file's name may not hold."""
    bare_line, bare_title = _SIGNS.sub("", line), _SIGNS.sub("", title)
    shorter, longer = sorted((bare_line, bare_title), key=len)
    return len(shorter) >= 8 and longer.startswith(shorter) and len(shorter) * 10 >= 7 * len(longer)
