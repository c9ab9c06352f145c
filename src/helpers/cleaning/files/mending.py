"""Text that had been read in a wrong encoding: mended where its bytes come back, refused where they are lost."""

from __future__ import annotations

import re

from helpers.cleaning.failures import UnreadableText

HANGUL = re.compile(r"[가-힣\u1100-\u11ff\u3131-\u318e]")
LATIN = re.compile(r"[\x80-\xff]")
_HANJA = re.compile(r"[\u4e00-\u9fff\uf900-\ufaff]")


def plausible(text: str) -> bool:
    """Does a decoded text read as Korean: of what is not ASCII, are most characters Hangul or punctuation beside it."""
    foreign = [character for character in text[:20000] if character > "\x7f"]
    odd = sum(1 for character in foreign if character < "\xa0" or "\ue000" <= character <= "\uf8ff")
    hangul = sum(1 for character in foreign if HANGUL.match(character))
    return odd <= len(foreign) // 20 and hangul * 2 >= len(foreign)


def mend(text: str) -> tuple[str, list[str]]:
    """Text whose Korean bytes had been read as Latin-1 or, UTF-8 ones, as CP949, decoded again as what they were."""
    if len(_HANJA.findall(text[:20000])) * 20 > len(text[:20000]):
        return _mend_utf8(text)
    letters = len(LATIN.findall(text[:20000]))
    hangul = len(HANGUL.findall(text[:20000]))
    if letters < 8 or hangul * 4 > letters:
        return text, []
    for wrong in ("latin-1", "cp1252"):
        for right in ("utf-8", "cp949"):
            try:
                mended = text.encode(wrong).decode(right)
            except UnicodeError:
                continue
            if plausible(mended) and HANGUL.search(mended):
                return mended, [f"{right.upper()} bytes had been read as {wrong.title()}; decoded again"]
    return _mend_in_part(text)


def _mend_utf8(text: str) -> tuple[str, list[str]]:
    """UTF-8 that had been read as CP949, decoded again; refused where over three in a hundred syllables are lost."""
    mended = text.encode("cp949", "replace").decode("utf-8", "replace")
    hangul, lost = len(HANGUL.findall(mended)), mended.count("\ufffd")
    if hangul < 20 or hangul < 2 * lost or hangul * 10 < 3 * len(mended):
        return text, []
    if lost * 33 > hangul:
        raise UnreadableText(
            f"The text is UTF-8 that was read as CP949 and saved so: {lost} syllables of {hangul + lost} are lost.",
            "Download the article again and save it as UTF-8; what was lost cannot be brought back.",
        )
    return mended, [f"UTF-8 bytes had been read as CP949; decoded again, {lost} characters are lost"]


def _mend_in_part(text: str) -> tuple[str, list[str]]:
    """The same where a few of the bytes are gone: mended if all but three in a hundred characters come back."""
    mended = text.encode("latin-1", "replace").decode("cp949", "replace")
    lost = mended.count("\ufffd") + text.count("\ufffd")
    if lost * 33 <= len(mended) and plausible(mended.replace("\ufffd", "")) and HANGUL.search(mended):
        return mended, [f"CP949 bytes had been read as Latin-1; decoded again, {lost} characters are lost"]
    return text, []


_MARKS, _LATIN = 20, 40  # question marks, and letters of another alphabet, that no page holds by chance


def refuse_lost(text: str, name: str) -> None:
    """Refuse a text most of whose Hangul became question marks or the letters of another alphabet."""
    sample = text[:200_000]
    marked = "??" in sample or "\ufffd" in sample
    marks = sum(map(len, re.findall(r"\?{2,}|\ufffd+", sample))) if marked else 0
    latin = 0 if sample.isascii() else len(LATIN.findall(sample))
    if marks <= _MARKS and latin <= _LATIN:
        return
    hangul = len(HANGUL.findall(sample))
    if marks > _MARKS and marks > hangul:
        raise UnreadableText(
            f"The Hangul of {name} is lost: {marks} characters are question marks.",
            "Download the article again and save it as UTF-8; what became a question mark cannot be brought back.",
        )
    if latin > _LATIN and latin > 4 * hangul and latin > len(sample) // 4:
        raise UnreadableText(
            f"The Hangul of {name} was read in a wrong encoding and part of it is lost.",
            "Download the article again and save it as UTF-8.",
        )
