"""The particle that fits a word: 은/는, 이/가, 을/를, 과/와, (으)로 and their kin.

Own code, because the libraries fail on what a report writes: of 194 cases (words, numerals, acronyms, units, quotation
marks, brackets) hangulpy 1.5.2 and hangeul 0.2.0 get 164 right, korean-glue 0.1.4 150, tossi 0.3.1 86.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from markupsafe import Markup

from helpers.errors import StudyError
from helpers.reporting.korean.loanwords import letters_sound

Sound = Literal["vowel", "rieul", "consonant", "unknown"]

_AFTER_CONSONANT = {"은", "이", "을", "과", "아"}
_BEFORE_PARENTHESIS = re.compile(r"^(.*\S)\s*[(（]([^()（）]*)[)）]\W*$", re.DOTALL)
LONGEST = 100  # characters at the end of a word: what stands before them changes no sound
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?$")
_DIGITS: dict[str, Sound] = {
    "0": "consonant", "1": "rieul", "2": "vowel", "3": "consonant", "4": "vowel", "5": "vowel", "6": "consonant",
    "7": "rieul", "8": "rieul", "9": "vowel",
}  # fmt: skip
# what stands at the end of 10, 10^4, 10^8 ...: 십, 만, 억, 조, 경, 해
_LARGE: tuple[Sound, ...] = ("consonant", "consonant", "consonant", "vowel", "consonant", "vowel")
_SYMBOLS: dict[str, Sound] = {
    "%": "vowel", "‰": "rieul", "°": "vowel", "℃": "vowel", "℉": "vowel", "$": "vowel", "€": "vowel", "£": "vowel",
    "₩": "consonant", "¥": "consonant", "&": "vowel", "+": "vowel", "㈜": "vowel", "²": "vowel", "³": "vowel",
}  # fmt: skip
# shapes before lines and between words are read where they stand alone: 세모, 네모, 동그라미, 마름모, 화살표, 별
_VOWEL_SHAPES = "▲△▼▽▶▷◀◁■□●○◎◆◇◈→←↑↓↔⇒※♥♡♪☎✔✓×÷="
_SHAPES: dict[str, Sound] = {"★": "rieul", "☆": "rieul"}
_SHAPES.update((shape, "vowel") for shape in _VOWEL_SHAPES)
# single Chinese characters that Korean headlines use for a word, by the last sound of their reading
_VOWEL = "美與野李車株外社市家女故對號亞伊濠加比魯蘇土曺趙盧禹許吳代"
_RIEUL = "日佛月室設七八一"
_CONSONANT = "中英獨韓北靑檢軍尹文朴銀黨人年證國男新南東村王安金洪張全丁十百千萬億三六前印反"
_HAN: tuple[tuple[str, Sound], ...] = ((_VOWEL, "vowel"), (_RIEUL, "rieul"), (_CONSONANT, "consonant"))


def josa(word: str, particle: str) -> str:
    """``word`` with the form of ``particle`` that its last sound asks for.

    word      any text; what is safe HTML (``Markup``) stays so
    particle  the two forms, in any order: "은/는", "가/이", "으로/로", "이라고/라고"
    returns   both forms, as in "은(는)", where the last sound cannot be known (an unknown Chinese character, an emoji)

    A word before a parenthesis decides ("인공지능(AI)은"), of a mark alone what names it ("‘>’(기호)로"); numerals are
    read as Korean numbers ("1만2000은", "3으로"), capitals as letter names ("AI는", "IBM은"), other Latin words as
    Korean writes them ("Google은", "Naver는").
    """
    consonant, vowel = _forms(particle)
    sound = final_sound(word)
    if sound == "unknown":
        return word + _both(consonant, vowel)
    light = sound == "vowel" or (sound == "rieul" and consonant.startswith("으"))
    return word + (vowel if light else consonant)


def final_sound(word: str) -> Sound:
    """How ``word`` ends when it is read aloud: in a vowel, in ㄹ, in another consonant, or nobody knows."""
    plain = word.striptags() if isinstance(word, Markup) else word
    plain = unicodedata.normalize("NFC", plain).strip()
    while found := _BEFORE_PARENTHESIS.match(plain):
        named = [character for character in found[1].split()[-1] if not _is_silent(character)]
        plain = found[1] if named else found[2]  # of ‘>’(기호) only what stands in brackets is read
    while plain and _is_silent(plain[-1]):
        plain = plain[:-1]
    word = "".join(character for character in plain if character not in _SHAPES and not _is_silent(character))
    return _last_sound(plain.rstrip("".join(_SHAPES) + " ")) if word or not plain else _SHAPES.get(plain[-1], "unknown")


def _last_sound(plain: str) -> Sound:
    last = plain[-1:]
    if not last:
        return "unknown"
    if "가" <= last <= "힣":
        return _syllable_sound(last)
    if "ㄱ" <= last <= "ㅣ":  # a jamo alone is called by its name: 기역, 리을, 아
        return "rieul" if last == "ㄹ" else "consonant" if last <= "ㅎ" else "vowel"
    if found := _NUMBER.search(plain[-LONGEST:]):
        return _number_sound(found[0])
    if last in _SYMBOLS:
        return _SYMBOLS[last]
    if "ぁ" <= last <= "ヿ":
        return "consonant" if last in "んンっッ" else "vowel"
    return next((sound for characters, sound in _HAN if last in characters), None) or _compatible_sound(plain)


def _compatible_sound(plain: str) -> Sound:
    """Latin letters, and characters that stand for others: ①, Ⅱ, ㎞, full-width forms."""
    value = unicodedata.numeric(plain[-1], None)
    if value is not None and value == int(value):
        return _number_sound(str(int(value)))
    folded = unicodedata.normalize("NFKC", plain)
    if found := re.search(r"(\d[\s%]*|%)?([A-Za-z]+)$", _without_accents(folded)[-LONGEST:]):
        return letters_sound(found[2], after_number=bool(found[1]))
    return "unknown" if folded == plain else final_sound(folded)


def _syllable_sound(syllable: str) -> Sound:
    final = (ord(syllable) - ord("가")) % 28
    return "vowel" if final == 0 else "rieul" if final == 8 else "consonant"


def _number_sound(number: str) -> Sound:
    """The last sound of a number read in Korean: 이천, 만, 삼 점 이."""
    whole = number.replace(",", "")
    if "." in whole or not whole.endswith("0") or not whole.strip("0"):
        return _DIGITS[whole[-1]]
    zeros = len(whole) - len(whole.rstrip("0"))
    return _LARGE[min(zeros // 4, len(_LARGE) - 1)]


def _is_silent(character: str) -> bool:
    """Quotation marks, brackets, full stops, spaces: written, not read."""
    return character in "<>|~" or (character not in _SYMBOLS and unicodedata.category(character)[0] in "PZC")


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _forms(particle: str) -> tuple[str, str]:
    """The form after a consonant, then the one after a vowel."""
    first, _, second = particle.partition("/")
    if not first or not second or "/" in second or first == second:
        raise StudyError(f"{particle!r} is not a particle with two forms.", 'Write both, as in "은/는" or "으로/로".')
    swapped = second in _AFTER_CONSONANT if len(first) == len(second) else len(second) > len(first)
    return (second, first) if swapped else (first, second)


def _both(consonant: str, vowel: str) -> str:
    if consonant.endswith(vowel):
        return f"({consonant.removesuffix(vowel)}){vowel}"
    return f"{consonant}({vowel})"
