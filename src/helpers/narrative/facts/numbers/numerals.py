"""Numbers as Korean news writes them: 1만2000, 2천15, 3조2천억, 십여, 서너, 수십."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_PARTS = {"⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3, "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_PART_SIGN = f"[{''.join(_PARTS)}]"
DIGITS = rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?:\.\d{{1,6}}|{_PART_SIGN})?|{_PART_SIGN})"
_SINO = "일이삼사오육칠팔구"
_SMALL = {"십": 10, "백": 100, "천": 1000}
_BIG = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}
_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
         "석": 3, "넉": 4, "서": 3, "너": 4, "닷": 5, "엿": 6}  # fmt: skip
_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80,
         "아흔": 90}  # fmt: skip
_SPANS = {"한두": (1, 2), "두세": (2, 3), "두어": (2, 3), "두서너": (2, 4), "서너": (3, 4), "너댓": (4, 5),
          "네댓": (4, 5), "네다섯": (4, 5), "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8)}  # fmt: skip
_ABOUT = ("여남은", "열두어", "스무남은")

# 경 is 10^16 only before digits or money (26경기 are 26 games), 만 no number in 3만에 and 10일만.
# 여 stands before the power that it makes uncertain, or behind all (10여만 명, 10만여 명).
_POWER = r"(?:여\s?)?(?:[십백천억조]|만)|경(?=\s?\d|\s?(?:여\s?)?(?:원|달러|엔|유로))"
# After a space only what can still belong to the number: 1조 2000억 and 3만 5000명, but not 66조 10배.
_AFTER_SPACE = r"\s(?=\d{3,4}(?![\d,년.])|\d{1,3},\d{3}(?![\d.])|\d{1,4}[십백천만억])"
ARABIC = rf"{DIGITS}(?:(?:{_POWER}){{1,3}}(?:(?:{_AFTER_SPACE})?{DIGITS}(?![.,]?\d))?){{0,4}}"
_AGE = r"만\s?\d{1,3}(?:\s?[~∼〜–-]\s?\d{1,3})?\s?(?:세|살|년|개월)"  # 만18세 is no ten thousand
HANGUL = (
    rf"(?!{_AGE})(?:만\s(?={DIGITS}천?\s?(?:여\s?)?원){DIGITS}천?|(?:[수몇]\s?|[{_SINO}](?=[십백천만억조경]))?[십백천만억조경]"
    rf"(?:[{_SINO}수십백천만억조경]{{0,8}}[십백천만억조경수])?(?:{DIGITS}[십백천]?[만억조경]{{0,2}})?)"
)
NATIVE = "|".join(
    [
        *_ABOUT,
        *(span[0] + (r"\s?" if span[1:] != "어" else "") + span[1:] for span in sorted(_SPANS, key=len, reverse=True)),
        rf"(?:{'|'.join(_TENS)})(?:\s?(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉))?",
        *_ONES,
    ]
)
VAGUE = "[수몇]|여러"

_PART = re.compile(rf"{DIGITS}|[{_SINO}]|[십백천]|[만억조경]")


@dataclass(frozen=True)
class Number:
    """A number or a range; ``low`` and ``high`` are None where the text names none (수십, 몇)."""

    low: float | None
    high: float | None = None


def parse_number(text: str) -> Number:
    """The number that ``text`` writes, as ARABIC, HANGUL, NATIVE or VAGUE match it: '3조2천억' is 3.2e12.

    A range of two native numerals has both ends; a number with 수, 몇, 여러 or 여남은 in it has none.
    """
    text = re.sub(r"\s", "", text)
    if text in _SPANS:
        return Number(*map(float, _SPANS[text]))
    if "수" in text or "몇" in text or text in ("여러", *_ABOUT):
        return Number(None)
    native = _native(text)
    return Number(float(native) if native is not None else float(_sino(text)))


def parse_range(low: str, high: str) -> Number:
    """A range whose ends are written apart: in 2~3만 the first end takes the second's unit, in 500~1천 it does not."""
    first, second = parse_number(low), parse_number(high)
    if first.low is None or second.low is None:
        return Number(None)
    lead = re.match(DIGITS, high)
    written = float(_digits(lead.group())) if lead else 0
    unit = second.low / written if written else 1
    if re.fullmatch(DIGITS, low) and first.low < second.low / unit:
        first = Number(first.low * unit)
    return Number(first.low, second.low)


def _native(text: str) -> int | None:
    if text in _ONES:
        return _ONES[text]
    for tens, value in _TENS.items():
        if text == tens:
            return value
        if text.startswith(tens) and text[len(tens) :] in _ONES:
            return value + _ONES[text[len(tens) :]]
    return None


def _sino(text: str) -> Decimal:
    """Sum of the sections before 조, 억, 만 and of the last: a unit without a number before it counts as one."""
    total, section, number = Decimal(0), Decimal(0), None
    for part in _PART.findall(text):
        if part in _BIG:
            section += number if number is not None else (0 if section else 1)
            total, section, number = total + section * _BIG[part], Decimal(0), None
        elif part in _SMALL:
            section += (number if number is not None else 1) * _SMALL[part]
            number = None
        else:
            number = Decimal(_SINO.index(part) + 1) if part in _SINO else _digits(part)
    return total + section + (number or 0)


def _digits(text: str) -> Decimal:
    """What DIGITS matched: 1,200.5, 4⅓."""
    whole = text.rstrip("".join(_PARTS)).replace(",", "")
    return Decimal(whole or 0) + _PARTS.get(text[-1], 0)
