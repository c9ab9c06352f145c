"""Amounts of money and counts in a sentence of Korean news: one reader of a numeral, its unit and its bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.narrative.facts.found import IN_ORDER, Found, Room
from helpers.narrative.facts.numbers import bounds
from helpers.narrative.facts.numbers.bounds import FOLLOW
from helpers.narrative.facts.numbers.counting import counted, counted_in_words
from helpers.narrative.facts.numbers.numbering import find_numbered
from helpers.narrative.facts.numbers.scores import find_scores
from helpers.narrative.facts.numbers.units import currency, lexicon, listed, longest_first
from helpers.narrative.facts.numbers.written import Numeral, fact_of, numerals_in
from helpers.spans import Span

_LEXICON = lexicon()
_MONEY = (
    rf"(?:(?P<country>{longest_first(_LEXICON['countries'])})\s)?(?P<money>{longest_first(_LEXICON['currencies'])})"
)
_MEASURES = longest_first(_LEXICON["latin"])
_LATIN = rf"(?P<latin>(?:{_MEASURES})(?:/(?:{_MEASURES}|시간|일|명|분))?)(?![A-Za-z])"
_SIGN_BEFORE = re.compile(rf"(?P<sign>{longest_first(_LEXICON['signs'])})\s?$")

_UNIT = re.compile(
    rf"\s?(?P<more>여)?\s?(?:{_MONEY}(?<!원(?=[칙장년래유탁형고론])){FOLLOW}"
    rf"|(?P<percent>[%％]\s?포인트|%[pP](?![A-Za-z])|[%％]|(?:퍼센트포인트|퍼센트|프로){FOLLOW})"
    rf"|{_LATIN}|(?P<points>{longest_first(_LEXICON['points'])})(?![A-Za-z])|(?P<ordinal>{longest_first(_LEXICON['ordinals'])}){FOLLOW}"
    rf"|(?P<counter>{longest_first(_LEXICON['counters'])})(?!\s?인치)(?<!정(?=[도당])){FOLLOW})"
)
_NATIVE_UNIT = re.compile(
    rf"(?P<more>여)?(?P<gap>\s?)(?:(?P<counter>{longest_first(_LEXICON['native'])}){FOLLOW}"
    rf"|(?<=\s)(?P<people>{longest_first(_LEXICON['people'])}){FOLLOW})"
)
_NEXT_WORD = re.compile(r"\s[가-힣]")
_BARE = re.compile(r"(?=$|[^\w.%가-힣×-]|으?로|에|이|가|을|를|은|는|의|과|와|여|까지|보다|대|이?라[는고]|인데)")
_WHOLLY = re.compile(rf"\s(?:{longest_first(_LEXICON['wholly'])})")
_VERSION = re.compile(r"(?:[A-Za-z]|버전|웹|산업|정부|시즌|사회|시대)\s?$")
_QUANTITY = re.compile(rf"(?<![A-Za-z])(?:{longest_first(_LEXICON['latin_quantities'])})\s$")
_SECOND_TIME = re.compile(r"\d\.0")  # 물결섬 2.0: a name
_NAMED = re.compile(r"[가-힣](?<![은는이가을를도만의에로])\s?$")
_SCORED = re.compile(rf"(?:{longest_first(_LEXICON['scored'])})\s?$")
_NICKNAME = re.compile(r"[‘'“\"]\d{1,3}[십백천]?만\s[가-힣]{2,6}[’'”\"]")  # ‘5만 나루’: what something is called
_TEAM = re.compile(r"\d인\s?$")  # 2인 1조
_SPEED = re.compile(rf"(?P<word>{longest_first(_LEXICON['speeds'])})\s?$")
_MEASURE = re.compile(rf"(?P<word>{longest_first(_LEXICON['measures'])})\s?$")
_ASKED = re.compile(r"[^.,]{0,24}(?:[는은을인]|[할될갈올볼쓸])지(?=[\s,.를는도에]|$)")
_LARGE = re.compile(r"[억조]$")
_TELLS_MONEY = re.compile(rf"(?:{longest_first(_LEXICON['of_money'])})[은는이가도]?\s[^.]{{0,30}}$")
_CLASS = re.compile(r"급(?=$|[^가-힣]|[에의은서])")  # 67㎏급 is the name of a class
_THEN_MONEY = re.compile(
    rf"(?:\s?→\s?[-−]?[\d.,만억조천]+)?(?:을|이|여)?\s(?:[가-힣]{{1,8}}\s){{0,2}}(?:{longest_first(_LEXICON['of_money'])})(?![가-힣]*(?:자|인|처)(?![가-힣]))"
)
_MONEY_ACT = re.compile(
    rf"\s?(?:\S{{1,6}}\s)?(?:{longest_first(_LEXICON['money_acts'])})(?!\s?(?:자|인|처)(?![가-힣]))"
)
_MONEY_AHEAD = re.compile(rf"(?<![가-힣])(?:{longest_first(_LEXICON['money_ahead'])})[은는이가도을를]?\s$")
_SPEAKS_OF_MONEY = re.compile(rf"{longest_first(_LEXICON['speaks_of_money'])}")
_NO_MONEY = re.compile(rf"(?:{longest_first(_LEXICON['counted_large'])})[은는이가도을를의만]?\s?(?:약\s|총\s)?$")
_TURNS_TO = re.compile(rf"\s?→\s?[-−]?[\d.,만억조천]+\s?(?P<money>{longest_first(_LEXICON['currencies'])})(?![가-힣])")
_GLUED = re.compile(r"[가-힣A-Za-z·,]$")
_OF_PLACE = re.compile(r"\s?\d+호|\s?(?:주민|행정복지|앞|옆|지하|입구|엘리베이터)|[·,]\s?\d+동")
_MOST_BUILDINGS = 99  # of more than these a number is the name of one: 101동
_POWER = re.compile(r"[십백천만억조]$")
_SINGLE = ("십", "조", "경", "일")


def find_quantities(text: str, taken: list[Found], names: list[Span] | None = None) -> list[Found]:
    """Amounts and counts in one normalized sentence, by start, outside the spans of ``taken``.

    names   spans of proper nouns: what is written in Hangul within one is no number (만수, 천호동)
    """
    room = Room(text, taken)
    for fact in (*find_numbered(text), *find_scores(text)):
        if room.is_free(fact.start, fact.end):
            room.take([fact])
    for numeral in numerals_in(text, names or []):
        if room.is_free(numeral.start, numeral.end):
            room.take(fact for fact in _read(numeral) if room.is_free(fact.start, fact.end))
    return room.in_order()


def _read(numeral: Numeral) -> Iterator[Found]:
    """The fact that a numeral and what stands around it make, if they make one."""
    if numeral.words == "몇" and _ASKED.match(numeral.text, numeral.end):
        return
    if numeral.script in ("native", "vague"):
        match = _NATIVE_UNIT.match(numeral.text, numeral.end)
        if match and (fact := counted_in_words(numeral, match)):
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
        fact = fact_of(numeral, match, "count", _LEXICON["percent"]["".join(match["percent"].split())], rounded=True)
        fact = replace(fact, loose=_is_wholly(numeral, fact))
    elif match["latin"]:
        fact = _with_unit(numeral, match)
    elif match["points"]:
        fact = _points(numeral, match)
    elif match["counter"] in listed("speed_words") and (speed := numeral.ahead(_SPEED)):
        unit = f"{match['counter']}/{_LEXICON['speeds'][speed['word']]}"
        fact = fact_of(replace(numeral, start=speed.start()), match, "count", unit)
    else:
        fact = counted(numeral, match)
    if fact and not _is_each(numeral, match):
        yield replace(fact, loose=True) if _TURN.match(numeral.text, fact.start) else fact


# a figure of speech, and no angle: 태도가 180도 달라졌다
_TURN = re.compile(r"(?:180|360)도\s?(?:달라|다르|다른|바뀌|바뀐|바꾸|바꿔|뒤바|뒤집|변하|변했|변한|돌변|선회)")


def _is_each(numeral: Numeral, match: re.Match[str] | None) -> bool:
    """Is it what something is reckoned by, as the 1달러 of 1달러당 1천 원 and 1달러=150엔."""
    return match is not None and numeral.number.low == 1 and numeral.text[match.end() : match.end() + 1] in ("당", "=")


def _is_wholly(numeral: Numeral, fact: Found) -> bool:
    """Is 100% no measure but a word for wholly: 그 책임은 100% 이장에게 있다; 가동률 100% and 100%를 are measures."""
    before = numeral.text[: fact.start].rstrip()
    told = not before or before[-1] in "“‘\"'은는이가," or before.endswith(("도", "에서"))
    meant = _WHOLLY.match(numeral.text, fact.end) or (told and _NEXT_WORD.match(numeral.text, fact.end))
    return numeral.number.low == 100 and fact.unit == "%" and not fact.bound and bool(meant)


def _money(numeral: Numeral, match: re.Match[str]) -> Found | None:
    word, low = match["money"], numeral.number.low
    if word in listed("money_in_thousands") and (low is None or low < 1000):
        return _buildings(numeral, match) if word == "동" else None
    if numeral.words in _SINGLE and match.start("money") == numeral.end:
        return None
    unit = currency(word, match["country"] or "")
    doubt = "" if unit.isascii() else "어느 나라 화폐인지 적지 않음"
    return fact_of(numeral, match, "amount", unit, rounded=True, doubt=doubt)


def _buildings(numeral: Numeral, match: re.Match[str]) -> Found | None:
    """창고 3동: so many buildings; not a place (나루1동, 101동 1203호)."""
    text = numeral.text
    place = _OF_PLACE.match(text, match.end()) or (numeral.number.low or 0) > _MOST_BUILDINGS
    if numeral.script != "arabic" or place or _GLUED.search(text, 0, numeral.start):
        return None
    return fact_of(numeral, match, "count", "동")


def _signed(numeral: Numeral, sign: re.Match[str]) -> Found:
    unclear = "엔인지 위안인지 표시만으로는 모름" if sign["sign"] == "¥" else ""
    whole = replace(numeral, start=sign.start())
    return fact_of(whole, None, "amount", _LEXICON["signs"][sign["sign"]], rounded=True, doubt=unclear)


def _with_unit(numeral: Numeral, match: re.Match[str]) -> Found | None:
    unit = match["latin"]
    speed = numeral.ahead(_SPEED)
    if unit in listed("latin_only_joined") or (speed is None and _is_model(numeral, match)):
        return None
    if speed:
        numeral = replace(numeral, start=speed.start())
        unit = f"{_plain(unit)}/{_LEXICON['speeds'][speed['word']]}"
    named = bool(_CLASS.match(numeral.text, match.end()))
    rounded = numeral.text.startswith("대", match.end())  # 130㎞대
    return fact_of(numeral, match, "count", unit, rounded=rounded, doubt=IN_ORDER if named else "", loose=named)


def _points(numeral: Numeral, match: re.Match[str]) -> Found | None:
    """31.6p as points of an index, 320p as pages; without a word for either it stays open."""
    if match.start("points") > numeral.end + 1:
        return None
    if "." in numeral.words or any(word in numeral.text for word in _LEXICON["of_index"]):
        return fact_of(numeral, match, "count", "포인트", rounded=True)
    if any(word in numeral.text for word in _LEXICON["of_pages"]):
        return fact_of(numeral, match, "count", "쪽")
    return fact_of(numeral, match, "count", match["points"], doubt="포인트인지 쪽인지 적지 않음")


def _is_model(numeral: Numeral, match: re.Match[str]) -> bool:
    """Is a number with a Latin letter a name: 5G, 3D."""
    return len(match["latin"]) == 1 and match["latin"] in "gt" and match["latin"].isupper()


def _plain(unit: str) -> str:
    """㎞ as km."""
    return {"㎞": "km", "㎝": "cm", "㎜": "mm"}.get(unit, unit)


def _is_money(numeral: Numeral) -> bool:
    """Is a number without a unit a sum: 대출액 373억→6.2조, 657조 규모의 예산."""
    told = numeral.ahead(_TELLS_MONEY, 40) or numeral.ahead(_MONEY_AHEAD, 12)
    if told or _THEN_MONEY.match(numeral.text, numeral.end) or _MONEY_ACT.match(numeral.text, numeral.end):
        return True
    return bool(_SPEAKS_OF_MONEY.search(numeral.text) and not numeral.ahead(_NO_MONEY, 12))


def _bare(numeral: Numeral) -> Found | None:
    """A number without a unit: 2,600.12, 규모 4.5, 5천만, 140 이상."""
    named = (numeral.ahead(_VERSION) and not numeral.ahead(_QUANTITY)) or numeral.ahead(_TEAM)
    if numeral.script != "arabic" or not _BARE.match(numeral.text, numeral.end) or named:
        return None
    if _NICKNAME.match(numeral.text, max(numeral.start - 1, 0)):
        return None
    again = _SECOND_TIME.fullmatch(numeral.words) and numeral.ahead(_NAMED) and not numeral.ahead(_SCORED)
    if again and not numeral.ahead(_MEASURE):
        return None
    measure = numeral.ahead(_MEASURE)
    unit = _LEXICON["measures"][measure["word"]] if measure else None
    if measure and measure["word"].endswith("도"):  # 진도 2: no 진, too
        numeral = replace(numeral, start=measure.start())
    fact = fact_of(numeral, None, "count", unit)
    if unit is None and (after := _TURNS_TO.match(numeral.text, numeral.end)):  # 2억→25억원
        return replace(fact, kind="amount", unit=currency(after["money"]), certainty="inferred")
    if unit is None and _LARGE.search(numeral.words) and _is_money(numeral):
        return replace(fact, kind="amount", unit="KRW", certainty="inferred")
    written = "," in numeral.words or "." in numeral.words or _POWER.search(numeral.words)
    bounded = not bounds.STRONG.isdisjoint(fact.bound)
    return fact if written or bounded or measure else None
