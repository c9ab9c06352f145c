"""Amounts of money and counts in a sentence of Korean news: one reader of a numeral, its unit and its bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpers.narrative.facts import bounds
from helpers.narrative.facts.bounds import FOLLOW
from helpers.narrative.facts.found import Found, Room, join_notes
from helpers.narrative.facts.numerals import ARABIC, HANGUL, NATIVE, VAGUE, Number, parse_number, parse_range
from helpers.narrative.facts.scores import find_scores
from helpers.narrative.facts.units import currency, lexicon, listed, longest_first

Span = tuple[int, int]

_LEXICON = lexicon()
_MONEY = (
    rf"(?:(?P<country>{longest_first(_LEXICON['countries'])})\s)?(?P<money>{longest_first(_LEXICON['currencies'])})"
)
_MEASURES = longest_first(_LEXICON["latin"])
_LATIN = rf"(?P<latin>(?:{_MEASURES})(?:/(?:{_MEASURES}|시간|일|명|분))?)(?![A-Za-z])"
_SIGN_BEFORE = re.compile(rf"(?P<sign>{longest_first(_LEXICON['signs'])})\s?$")

_TO = rf"(?:{longest_first(_LEXICON['percent'])}|원|엔|달러|배|명|개|건|대|곳|만\s?원|세|점|도|살)?\s?[~∼〜–-]\s?"
_NUMBER = re.compile(
    rf"(?<![\d.,·])(?<![A-Za-z][-.])(?<![A-Za-z])"
    rf"(?:(?P<minus>(?:영하|마이너스)\s?|(?<![\w)%])[-−])?(?:(?P<low>{ARABIC}){_TO}(?=\d))?(?P<arabic>{ARABIC})"
    rf"|(?<![가-힣])(?:(?P<native>{NATIVE})|(?P<hangul>{HANGUL})|(?P<vague>{VAGUE})))"
)
_UNIT = re.compile(
    rf"\s?(?P<more>여)?\s?(?:{_MONEY}(?<!원(?=[칙장년래유탁형고론])){FOLLOW}"
    rf"|(?P<percent>%포인트|%[pP](?![A-Za-z])|％포인트|[%％]|(?:퍼센트포인트|퍼센트|프로){FOLLOW})"
    rf"|{_LATIN}|(?P<ordinal>{longest_first(_LEXICON['ordinals'])}){FOLLOW}"
    rf"|(?P<counter>{longest_first(_LEXICON['counters'])})(?!\s?인치){FOLLOW})"
)
_NATIVE_UNIT = re.compile(
    rf"(?P<more>여)?(?P<gap>\s?)(?:(?P<counter>{longest_first(_LEXICON['native'])}){FOLLOW}"
    rf"|(?<=\s)(?P<people>{longest_first(_LEXICON['people'])}){FOLLOW})"
)
_BARE = re.compile(r"(?=$|[^\w.%가-힣-]|으?로|에|이|가|을|를|은|는|의|과|와|여|까지|보다|대)")
_VERSION = re.compile(r"(?:[A-Za-z]|버전|웹|산업|정부|시즌|사회|시대)\s?$")
_GLUED = re.compile(r"[가-힣]$")
_MAY_GLUE = re.compile(
    r"(?:약|총|연|각|만|전|매|단|불과|무려|평균|최대|최소|겨우|모두|지하|지상|시속|초속|영하|제|중|등|는|은|가|이|을|를|의|에|와|과|도|로|\d[가-힣]{1,2})$"
)
_SPEED = re.compile(rf"(?P<word>{longest_first(_LEXICON['speeds'])})\s?$")
_MEASURE = re.compile(rf"(?P<word>{longest_first(_LEXICON['measures'])})\s?$")
_A_DAY = re.compile(r"(?<![\d가-힣])1일\s$")
_WHICH = {unit: re.compile(rf"\s?(?:{longest_first(words)})") for unit, words in _LEXICON["which"].items()}
_THINGS = re.compile(r"[가-힣](?<![은는이가의로서며고도])\s$")
_PERSON = re.compile(
    r"(?:[가-힣]*\s(?:초반|중반|후반)|\s(?:남|여|청년|직장인|주부|회사원|운전자|아들|딸|부부|노동자|환자|승객|학생|대학생|시민|주민|근로자|유권자|피의자|용의자|작업자)|[가에는의도와과]?(?=\s|$|[,.”]))"
)
_MEASURED = re.compile(r"(?:수명|연령|나이|정년|평균|기준|만)\S*\s(?:만\s)?$")
_LIMIT = re.compile(r"\s?(?:이상|이하|미만|초과|부터|까지|넘)")
_ASKED = re.compile(r"[^.,]{0,24}(?:[는은을인]|[할될갈올볼쓸])지(?=[\s,.를는도에]|$)")
_POWER = re.compile(r"[십백천만억조]$")
_ROUNDING = frozenset("명건점개도") | {"포인트"}
_SINGLE = ("십", "조", "경", "일")


@dataclass(frozen=True)
class Numeral:
    """A number as written, in ``[start, end)`` of ``text``; ``script`` is arabic, native, hangul or vague."""

    text: str
    start: int
    end: int
    script: str
    words: str
    number: Number

    def ahead(self, pattern: re.Pattern[str], reach: int = 8) -> re.Match[str] | None:
        """``pattern`` at the end of what stands before the number."""
        return pattern.search(self.text, max(0, self.start - reach), self.start)


def find_quantities(text: str, taken: list[Found], names: list[Span] | None = None) -> list[Found]:
    """Amounts and counts in one normalized sentence, by start, outside the spans of ``taken``.

    names   spans of proper nouns: what is written in Hangul within one is no number (만수, 천호동)
    """
    room = Room(text, taken)
    for fact in find_scores(text):
        if room.is_free(fact.start, fact.end):
            room.take([fact])
    for numeral in _numerals(text, names or []):
        if room.is_free(numeral.start, numeral.end):
            room.take(fact for fact in _read(numeral) if room.is_free(fact.start, fact.end))
    return room.in_order()


def _numerals(text: str, names: list[Span]) -> Iterator[Numeral]:
    for match in _NUMBER.finditer(text):
        script = match.lastgroup or "arabic"
        words = match[script]
        if script != "arabic" and any(_hides(name, match) for name in names):
            continue
        number = parse_range(match["low"], words) if match["low"] else parse_number(words)
        if match["minus"] and number.low and not match["low"]:
            number = Number(-number.low)
        yield Numeral(text, match.start(), match.end(), script, words, number)


def _hides(noun: Span, match: re.Match[str]) -> bool:
    """Is what looks like a number the beginning of a longer noun (만원 관중), or in the middle of one (천호동)."""
    return (noun[0] <= match.start() and match.end() < noun[1]) or noun[0] < match.start() < noun[1]


def _read(numeral: Numeral) -> Iterator[Found]:
    """The fact that a numeral and what stands around it make, if they make one."""
    if numeral.words == "몇" and _ASKED.match(numeral.text, numeral.end):
        return
    if numeral.script in ("native", "vague"):
        match = _NATIVE_UNIT.match(numeral.text, numeral.end)
        if match and (fact := _counted_in_words(numeral, match)):
            yield fact
            return
    if numeral.script in ("native", "vague") and numeral.words != "몇":
        return
    sign = numeral.ahead(_SIGN_BEFORE, 3)
    match = _UNIT.match(numeral.text, numeral.end)
    if sign and numeral.script == "arabic":
        fact = _signed(numeral, sign)
    elif match is None:
        fact = _bare(numeral)
    elif match["money"]:
        fact = _money(numeral, match)
    elif match["percent"]:
        fact = _fact(numeral, match, "count", _LEXICON["percent"][match["percent"]], rounded=True)
    elif match["latin"]:
        fact = _measured(numeral, match)
    else:
        fact = _counted(numeral, match)
    if fact:
        yield fact


def _fact(
    numeral: Numeral,
    match: re.Match[str] | None,
    kind: str,
    unit: str | None,
    *,
    rounded: bool = False,
    doubt: str = "",
    loose: bool = False,
) -> Found:
    """The fact of a numeral and its unit, with the words around them."""
    start, first = bounds.before(numeral.text, numeral.start)
    around = bounds.after(numeral.text, match.end() if match else numeral.end, rounded=rounded)
    more = "여" if match and match["more"] else ""
    vague = "어림" if numeral.number.low is None else ""
    bound = bounds.joined(first, more, *around.words)
    note = join_notes(bounds.joined(bound, around.passing) or vague, doubt)
    certainty = "guessed" if doubt and not loose else "stated"
    return Found(start, around.end, kind, numeral.number, unit, None, note, bound, None, certainty, loose)


def _money(numeral: Numeral, match: re.Match[str]) -> Found | None:
    word, low = match["money"], numeral.number.low
    if word in listed("money_in_thousands") and (low is None or low < 1000):
        return None
    if numeral.words in _SINGLE and match.start("money") == numeral.end:
        return None
    unit = currency(word, match["country"] or "")
    doubt = "" if unit.isascii() else "어느 나라 화폐인지 적지 않음"
    return _fact(numeral, match, "amount", unit, rounded=True, doubt=doubt)


def _signed(numeral: Numeral, sign: re.Match[str]) -> Found:
    unclear = "엔인지 위안인지 표시만으로는 모름" if sign["sign"] == "¥" else ""
    whole = replace(numeral, start=sign.start())
    return _fact(whole, None, "amount", _LEXICON["signs"][sign["sign"]], rounded=True, doubt=unclear)


def _measured(numeral: Numeral, match: re.Match[str]) -> Found | None:
    unit = match["latin"]
    speed = numeral.ahead(_SPEED)
    if unit in listed("latin_only_joined") or (speed is None and _is_model(numeral, match)):
        return None
    if speed:
        numeral = replace(numeral, start=speed.start())
        unit = f"{_plain(unit)}/{_LEXICON['speeds'][speed['word']]}"
    return _fact(numeral, match, "count", unit)


def _is_model(numeral: Numeral, match: re.Match[str]) -> bool:
    """Is a number with a Latin letter a name: 5G, 3D."""
    return len(match["latin"]) == 1 and match["latin"] in "gt" and match["latin"].isupper()


def _plain(unit: str) -> str:
    """㎞ as km."""
    return {"㎞": "km", "㎝": "cm", "㎜": "mm"}.get(unit, unit)


def _counted(numeral: Numeral, match: re.Match[str]) -> Found | None:
    unit = _LEXICON["same"].get(match["ordinal"], match["ordinal"]) or match["counter"]
    je = numeral.text[max(0, numeral.start - 2) : numeral.start].rstrip().endswith("제")
    if not _may_count(numeral, match, unit) or (je and unit not in listed("after_je") | listed("ordinals")):
        return None
    which = unit in _WHICH and _WHICH[unit].match(numeral.text, match.end())
    order = bool(match["ordinal"] or je or which)
    doubt = "차례나 이름을 나타냄" if order else _doubt(match, unit, numeral.number)
    loose = order or (unit == "세대" and bool(doubt)) or _is_age(numeral, match, unit)
    return _fact(numeral, match, "count", unit, rounded=unit in _ROUNDING, doubt=doubt, loose=loose)


def _may_count(numeral: Numeral, match: re.Match[str], unit: str) -> bool:
    """Is this a counter here: not the second part (2부), a name (형사1부), or 1인당."""
    low, start = numeral.number.low, numeral.start
    if low is not None and not (_LEXICON["least"].get(unit, 0) <= abs(low) <= _LEXICON["greatest"].get(unit, 1e18)):
        return False
    if unit in listed("close") and numeral.script == "arabic" and numeral.text[numeral.end : numeral.end + 1] == " ":
        return False
    if unit in listed("in_matches") and not speaks_of_match(numeral.text):
        return False
    if unit == "세대" and re.fullmatch(r"[2-9]0[3-9]0", numeral.words):
        return False
    before = numeral.text[max(0, start - 3) : start]
    if unit in listed("loose") and _GLUED.search(before) and not _MAY_GLUE.search(before):
        return False
    hangul = numeral.script == "hangul"
    if hangul and (numeral.words in _SINGLE or (len(numeral.words) == 1 and unit in listed("loose"))):
        return False
    return not (low == 1 and numeral.text[match.end() : match.end() + 1] == "당")


def speaks_of_match(text: str) -> bool:
    """Does a sentence speak of a match, so that 3-2 is a score."""
    return any(word in text for word in _LEXICON["match_words"])


def _doubt(match: re.Match[str], unit: str, number: Number) -> str:
    """What a counter leaves open: 20대 may be an age, 8대 may be the eight foremost."""
    if unit == "대" and number.low in range(10, 100, 10):
        return "나이대일 수도 있음"
    if unit == "대" and number.low and number.low < 20 and re.match(r"\s[가-힣]{2}", match.string[match.end() :]):
        return "손꼽은 가짓수일 수도 있음"
    return "차례나 이름을 나타냄" if unit == "세대" and number.low and number.low < 10 else ""


def _is_age(numeral: Numeral, match: re.Match[str], unit: str) -> bool:
    """Is it somebody's age: 30대 여성, 14살; not 차량 30대, nor what is measured (기대수명 83.5세)."""
    low, text = numeral.number.low, numeral.text
    limit = _LIMIT.match(text, match.end())
    if unit == "대":
        of_people = bool(_PERSON.match(text, match.end())) and not numeral.ahead(_THINGS)
        return low in range(10, 100, 10) and of_people and not limit
    plain = low is not None and low < 120 and low % 1 == 0 and numeral.number.high is None
    return unit in ("살", "세") and plain and not numeral.ahead(_MEASURED, 12) and not limit


def _counted_in_words(numeral: Numeral, match: re.Match[str]) -> Found | None:
    """A count such as 두 곳; 한 기업 is *a* company, and 한번 and 세척 are words of their own."""
    unit, words = match["counter"] or match["people"], numeral.words
    if words == "한" and (match["people"] or unit in listed("indefinite")):
        return None
    if not match["gap"] and len(words) == 1 and unit not in _LEXICON["glued"].get(words, _LEXICON["sure"]):
        return None
    event = unit in listed("events") or numeral.number.high is not None or _is_age(numeral, match, unit)
    order = "차례나 이름을 나타냄" if unit == "번째" else ""
    return _fact(numeral, match, "count", "명" if match["people"] else unit, doubt=order, loose=event)


def _bare(numeral: Numeral) -> Found | None:
    """A number without a unit: 2,600.12, 규모 4.5, 5천만, 140 이상."""
    if numeral.script != "arabic" or not _BARE.match(numeral.text, numeral.end) or numeral.ahead(_VERSION):
        return None
    measure = numeral.ahead(_MEASURE)
    unit = _LEXICON["measures"][measure["word"]] if measure else None
    fact = _fact(numeral, None, "count", unit)
    written = "," in numeral.words or "." in numeral.words or _POWER.search(numeral.words)
    bounded = any(word in bounds.STRONG for word in fact.bound.split(" · "))
    return fact if written or bounded or measure else None
