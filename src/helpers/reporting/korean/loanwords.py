"""How Latin letters end when Korean reads them aloud: letter names, units, words in their Korean spelling."""

from __future__ import annotations

import re
from typing import Literal

LatinSound = Literal["vowel", "rieul", "consonant"]

_LETTER_NAMES: dict[str, LatinSound] = {"L": "rieul", "R": "rieul", "M": "consonant", "N": "consonant"}
_CONSONANT_UNITS = {"g", "kg", "mg", "t", "mol", "gal", "won"}
_VOWEL_UNITS = {
    "m", "km", "cm", "mm", "nm", "l", "ml", "kl", "w", "kw", "mw", "gw", "kwh", "mwh", "hz", "mhz", "ghz", "kb", "mb",
    "gb", "tb", "pb", "ha", "p", "pp", "db", "v", "b", "bp", "h", "s", "px", "pt", "toe", "bps", "mbps", "gbps", "usd",
}  # fmt: skip
_NOT_UNITS = {"G", "T", "M", "S", "H", "P"}  # 5G, 4T
# capitals that are read as a word, and words that the rules below get wrong
_EXCEPTIONS: dict[str, LatinSound] = {
    "opec": "consonant", "apec": "consonant", "postech": "consonant", "naver": "vowel", "line": "consonant",
    "big": "consonant",
    "one": "consonant", "iphone": "consonant", "apache": "vowel", "linkedin": "consonant", "ham": "consonant",
    "at": "consonant", "it": "consonant", "meritz": "vowel", "github": "vowel", "hub": "vowel", "job": "consonant",
    "nike": "vowel", "recipe": "vowel", "cafe": "vowel", "zone": "consonant", "anime": "vowel", "karaoke": "vowel",
}  # fmt: skip
_LONG_VOWEL = re.compile(r"(?:ee|ea|ou|oa|ai|ei|au|ie|ui)[ktp]$")
_SHORT_STOP = re.compile(r"(?:[aeiouy](?:k|ck|p|pp|t|tt|c|b|bb)|q)$")


def letters_sound(letters: str, *, after_number: bool = False) -> LatinSound:
    """The last sound of a run of Latin letters.

    letters       A to Z alone, in any case
    after_number  a unit may follow a number: "5kg" ends as 킬로그램 does

    A run that ends in a capital is read letter by letter (AI, IoT, ChatGPT), unless it is a whole word of five or
    more capitals with a vowel (NAVER). Other words end as the loanword orthography writes them: Google 구글, Facebook
    페이스북, Cloud 클라우드. English spelling is not regular, so a rare word may be missed.
    """
    word = letters.lower()
    if after_number and letters not in _NOT_UNITS and word in _CONSONANT_UNITS | _VOWEL_UNITS:
        return "consonant" if word in _CONSONANT_UNITS else "vowel"
    if word in _EXCEPTIONS and not (letters.isupper() and len(letters) < 4):
        return _EXCEPTIONS[word]
    spelled = letters[-1].isupper() and not (letters.isupper() and len(letters) > 4 and re.search("[AEIOU]", letters))
    return _LETTER_NAMES.get(letters[-1], "vowel") if spelled else _word_sound(word)


def _word_sound(word: str) -> LatinSound:
    if re.search(r"[^aeiouy]e$", word) and len(word) > 2:  # the silent e of Apple, Chrome, Phone
        word = word[:-1]
        return "rieul" if word[-1] == "l" else "consonant" if word[-1] in "mn" else "vowel"
    if word[-1] == "l":
        return "rieul"
    if word[-1] in "mn" or word.endswith("ng"):
        return "consonant"
    if len(word) > 1 and _SHORT_STOP.search(word) and not _LONG_VOWEL.search(word):
        return "consonant"
    return "vowel"
