"""Counters: what a number counts, whether it only gives a place in an order or an age, and what it leaves open."""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.narrative.facts.found import IN_ORDER, Found
from helpers.narrative.facts.numbers.numbering import numbers_a_bearer, numbers_an_episode
from helpers.narrative.facts.numbers.numerals import Number
from helpers.narrative.facts.numbers.units import lexicon, listed, longest_first, names_a_match
from helpers.narrative.facts.numbers.written import Numeral, fact_of

_LEXICON = lexicon()
_GLUED = re.compile(r"[가-힣]$")
_MAY_GLUE = re.compile(
    r"(?:약|총|연|각|만|전|매|단|불과|무려|평균|최대|최소|겨우|모두|지하|지상|시속|초속|영하|제|중|등|는|은|가|이|을|를|의|에|와|과|도|로|\d[가-힣]{1,2})$"
)
_WHICH = {unit: re.compile(rf"\s?(?:{longest_first(words)})") for unit, words in _LEXICON["which"].items()}
_NAMED_SO = {
    unit: re.compile(rf"\s?(?:{longest_first(words)})(?![가-힣]{{2}})") for unit, words in _LEXICON["named_so"].items()
}
_THINGS = re.compile(r"(?:[가-힣](?<![은는이가의로서며고도아어해여려져와])|[A-Z\d])\s$")
_AGED = rf"{longest_first(_LEXICON['aged'])}|[남여](?![가-힣])"
_HOW_MANY = (
    rf"(?:{longest_first(_LEXICON['tells_how_many'])})(?=$|[^가-힣]|[은는이가을를의에과와도만씩인]|으?로|[했됐한된])"
)
_OF_A_KIND = re.compile(rf"\s(?!{_HOW_MANY}|(?:늘|줄|많|적)[었어은다])[가-힣]")  # 1인 가구: a kind of household
_PERSON = re.compile(
    rf"[가-힣]*\s(?:초반|중반|후반)|\s(?:{_AGED}|{longest_first(_LEXICON['aged_at_work'])})|(?:[가에는은의도와과를]|에서[는도]?|에선|에게[는서]?)?(?=\s|$|[,.”])"
)
_MEASURED = re.compile(r"(?:수명|연령|나이|정년|평균|기준|만)\S*\s(?:만\s)?$")
_LIMIT = re.compile(r"\s?(?:이상|이하|미만|초과|부[터턴]|까[지진]|넘)")
# 30대 남성, 20대 한아름씨: somebody, whatever stands before
_AT_WORK = (
    rf"[가-힣]{{0,3}}(?:{longest_first(_LEXICON['occupations'])})(?=들|$|[^가-힣]|[이가은는을를의도와과에로인였])"
)
WORKING = re.compile(rf"\s{_AT_WORK}")  # 50대 여사원
SOMEBODY = re.compile(rf"\s(?:{_AGED}|[가-힣A-Z]{{1,5}}\s?[씨양군](?![가-힣]{{3}}))")
_AHEAD = re.compile(rf"(?<![가-힣])(?:{longest_first(_LEXICON['numbered_ahead'])})\s$")
_AGE_CLASS = re.compile(rf"\s?(?:이상|이하|미만)\s?(?:{longest_first(_LEXICON['age_classes'])})")
_CALLED = re.compile(r"번(?:으로|에|로)?\s(?:접수|전화|신고|문의|연락|제보)")
_AGAIN = re.compile(r"(?:다시|또다시)\s$")
_NOW_AND_THEN = re.compile(rf"(?:{longest_first(_LEXICON['now_and_then'])})\s(?:\S{{1,5}}\s)?$")
_JE = re.compile(r"(?:제|(?<![가-힣])제\s)$")  # 제3차; but 이제 12척, 어제 3명
_ALSO = re.compile(r"또\s$")
_ONCE = re.compile(r"\s?더(?![가-힣])|쯤|에(?![는도만])")
_ENDS_PHRASE = tuple("을를은는이가에로의도,.")
_HOUSES = 1000  # that many 호 are houses, fewer the number of one
_BUILDING = re.compile(r"\d동\s?$")  # 101동 1203호
_SETS = 5  # of a match: 4세트 is the fourth
_ROUNDING = frozenset("명건점개도") | {"포인트"}
_ROUND = ("백", "천")  # SD 카드 천 개
_SPACED = re.compile(r"(?:^|[가-힣A-Za-z,]\s)$")
_WARD = re.compile(r"[가-힣](?:동|읍|면|리|마을)\s?\d{0,3}(?:통\s?)?$")  # 나루동 2통 3반
_OF_WARD = re.compile(r"(?:통|반)\s?(?:\d{1,3}반|마을|주민|통장|회장|이장|반장|일대|일원|지역)")
_NEVER = re.compile(r"도(?=\s)[^.]{0,40}?(?:없|않|못하|못했|안\s)")
# 굳이 말을 한 건 실수였다: what was done; but 사고를 한 건 처리했다
_WAY = re.compile(r"(?:게|히|도록|[다라자냐]고|지만|[가-힣]만|도|처럼|같이|[리히이]|안|못)\s$")
_OBJECT = re.compile(r"[을를]\s$")
_DONE = re.compile(r"\s[^.,]*(?:이다|이었다|였다|아니다|아니었다|때문|이라[고는며]|셈)")
_HYPHENED = re.compile(r"[가-힣]-$")
_LANES = re.compile(r"(?:왕복|편도|도로|구간)\s?$")
_IN_TURN = re.compile(
    r"로\s(?!도로|구간|고속|확장|국도|교량|대교|터널|규모|개통|포장|건설)[가-힣\d]"
)  # 1차로 85명을 옮겼다
_ROUND_BEFORE = re.compile(r"\d\s?(?:차|라운드|순위)\s$")  # 2차 10번: whom a team took tenth
_IN_OFFICE = re.compile(r"(?:정부|내각|체제|지도부|집행부)\s?$")  # 김 정부 2기
_STEP = re.compile(r"(?:[은는]|에서|에는|부터|까지)(?=$|[^가-힣]|[은는도])")  # 초등 1단계는; but 3단계로 나눠
_ONE_EACH = re.compile(r"\s?1\s?[가-힣]")
_ONE_OF = re.compile(r"(?:중|가운데)(?:\s의)?\s$")
_RECORD = re.compile(r"\d\s?승\s?\d{1,3}\s?[무패]|\d\s?무\s?\d{1,3}\s?패")  # 2승 1무 3패
_FOREMOST = "손꼽은 가짓수일 수도 있음"  # 5대 은행
_SINGLE = ("십", "조", "경", "일")


def counted(numeral: Numeral, match: re.Match[str]) -> Found | None:
    """The fact of a number and a counter, if it counts here: 3개, 2차, 30대."""
    unit = _LEXICON["same"].get(match["ordinal"], match["ordinal"]) or match["counter"]
    if unit == "차로" and not numeral.ahead(_LANES) and _IN_TURN.match(numeral.text, match.end() - 1):
        unit = "차"
    je = numeral.ahead(_JE) is not None
    if _names_a_kind(numeral, match, unit):
        return None
    if not _may_count(numeral, match, unit) or (je and unit not in listed("after_je") | listed("ordinals")):
        return None
    order = je or _says_which(numeral, match, unit)
    doubt = IN_ORDER if order else _doubt(match, unit, numeral.number)
    aged = _is_age(numeral, match, unit)
    foremost = doubt == _FOREMOST and not numeral.ahead(_THINGS)
    loose = order or _is_for_each(numeral, match, unit) or (unit == "세대" and bool(doubt)) or aged or foremost
    if order and numeral.number.high is not None and numeral.number.high < (numeral.number.low or 0):
        numeral = replace(numeral, number=Number(numeral.number.low))  # 236-2호 is one number
    if unit in listed("counted_in_order") and numeral.text.startswith("째", match.end()):
        fact = fact_of(numeral, match, "count", unit, doubt=IN_ORDER, loose=True)
        return replace(fact, end=max(fact.end, match.end() + 1))
    fact = fact_of(numeral, match, "count", unit, rounded=unit in _ROUNDING, doubt=doubt, loose=loose)
    if not order and (aged or _are_decades(numeral.number, unit)):
        return replace(fact, gives="age_group" if unit == "대" else "age")
    return fact


def _names_a_kind(numeral: Numeral, match: re.Match[str], unit: str) -> bool:
    """Does a number make a name (6자 회담), or one person only say of what kind a noun is (1인 가구; not 1인이)."""
    if unit in _NAMED_SO and _NAMED_SO[unit].match(numeral.text, match.end()):
        return True
    one = unit == "인" and numeral.script == "arabic" and numeral.number == Number(1.0)
    return one and not match["more"] and _OF_A_KIND.match(numeral.text, match.end()) is not None


def _is_for_each(numeral: Numeral, match: re.Match[str], unit: str) -> bool:
    """Is one reckoned against one, as a rule wants it: 1인 1메뉴, 1가구 1주택."""
    one = numeral.script == "arabic" and numeral.number == Number(1.0) and unit in listed("for_each")
    return one and _ONE_EACH.match(numeral.text, match.end()) is not None


def _says_which(numeral: Numeral, match: re.Match[str], unit: str) -> bool:
    """Does a number give a place in an order or a name, and count nothing: 2위, 기호 3번, 9회 전국체전."""
    if (
        unit == "호"
        and (numeral.number.low or 0) >= _HOUSES
        and not numeral.ahead(_BUILDING)
        and not numeral.ahead(_AHEAD)
    ):
        return False
    if match["ordinal"] or numeral.ahead(_AHEAD) or (unit == "번" and numeral.ahead(_ROUND_BEFORE)):
        return True
    if unit in ("세", "살") and _AGE_CLASS.match(numeral.text, match.end()):
        return True
    if (
        unit == "세트"
        and numeral.script == "arabic"
        and (numeral.number.low or 0) <= _SETS
        and speaks_of_match(numeral.text)
    ):
        return True
    if unit in ("통", "반") and (numeral.ahead(_WARD, 12) or _OF_WARD.match(numeral.text, match.start("counter"))):
        return True
    if unit == "기" and numeral.ahead(_IN_OFFICE, 6):
        return True
    if unit == "단계" and numeral.script == "arabic" and _STEP.match(numeral.text, match.end("counter")):
        return True
    if unit == "번" and _CALLED.match(numeral.text, match.start("counter")):
        return True
    if unit == "번" and numbers_a_bearer(numeral.text, match.end()):
        return True
    if unit == "회" and numbers_an_episode(numeral.text, numeral.start, match.end()):
        return True
    which = unit in _WHICH and _WHICH[unit].match(numeral.text, match.end())
    return bool(which) or (unit == "회" and _names_series(numeral.text, match.end()))


def _names_series(text: str, end: int) -> bool:
    """Does the name of a meeting or festival follow: 9회 전국동시지방선거, but not 세 번째 대회를 9회 열었다."""
    if text[end : end + 1] != " ":
        return False
    for word in text[end : end + 45].split()[:4]:
        if any(name in word for name in listed("series")):
            return True
        if word.endswith(_ENDS_PHRASE):
            return False
    return False


def _may_count(numeral: Numeral, match: re.Match[str], unit: str) -> bool:
    """Is this a counter here: not the second part (2부), a name (형사1부)."""
    low, start = numeral.number.low, numeral.start
    if low is not None and not (_LEXICON["least"].get(unit, 0) <= abs(low) <= _LEXICON["greatest"].get(unit, 1e18)):
        return False
    if unit in listed("close") and numeral.script == "arabic" and numeral.text[numeral.end : numeral.end + 1] == " ":
        return False
    if unit in listed("in_matches") and not speaks_of_match(numeral.text):
        return False
    if unit in ("기", "호", "형") and numeral.ahead(_HYPHENED):  # 해룡-21기
        return False
    if unit == "세대" and re.fullmatch(r"[2-9]0[3-9]0|[3-6]86", numeral.words):
        return False
    before = numeral.text[max(0, start - 3) : start]
    if unit in listed("loose") and _GLUED.search(before) and not _MAY_GLUE.search(before):
        return False
    hangul = numeral.script == "hangul"
    if hangul and unit in listed("digits_only"):
        return False
    if hangul and (numeral.words in _SINGLE or (len(numeral.words) == 1 and unit in listed("loose"))):
        return bool(unit == "개" and numeral.words in _ROUND and numeral.ahead(_SPACED) and match.group()[0] == " ")
    return True


def speaks_of_match(text: str) -> bool:
    """Does a sentence speak of a match, so that 3-2 is a score."""
    return names_a_match(text) or _RECORD.search(text) is not None


def _doubt(match: re.Match[str], unit: str, number: Number) -> str:
    """What a counter leaves open: 20대 may be an age, 8대 may be the eight foremost."""
    if unit == "대" and number.low in range(10, 100, 10):
        return "나이대일 수도 있음"
    if unit == "대" and number.low and number.low < 20 and re.match(r"\s[가-힣]{2}", match.string[match.end() :]):
        return _FOREMOST
    return IN_ORDER if unit == "세대" and number.low and number.low < 10 else ""


def _are_decades(number: Number, unit: str) -> bool:
    """Are these decades of life: 20~30대; a plain 30대 may count machines."""
    return unit == "대" and number.high is not None and {number.low, number.high} <= {*range(10, 100, 10)}


def _is_age(numeral: Numeral, match: re.Match[str], unit: str) -> bool:
    """Is it somebody's age: 30대 여성, 14살; not 차량 30대, nor what is measured (기대수명 83.5세)."""
    low, text = numeral.number.low, numeral.text
    limit = _LIMIT.match(text, match.end())
    if unit == "대":
        of_people = bool(_PERSON.match(text, match.end())) and not numeral.ahead(_THINGS)
        of_people = of_people or bool(SOMEBODY.match(text, match.end()) or WORKING.match(text, match.end()))
        return low in range(10, 100, 10) and of_people and not limit
    plain = low is not None and low < 120 and low % 1 == 0
    return unit in ("살", "세") and plain and not numeral.ahead(_MEASURED, 12) and not limit


def counted_in_words(numeral: Numeral, match: re.Match[str]) -> Found | None:
    """A count such as 두 곳; 한 기업 is *a* company, and 한번 and 세척 are words of their own; 여러 names no number."""
    unit, words = match["counter"] or match["people"], numeral.words
    if words == "여러" or (words == "한" and unit == "번" and _is_adverb(numeral, match)):
        return None
    if words == "한" and _NEVER.match(numeral.text, match.end()):  # 한 번도 없다
        return None
    if words == "한" and unit == "건" and _is_what_was_done(numeral, match):
        return None
    if words == "한" and (match["people"] or unit in listed("indefinite")):
        return None
    if not match["gap"] and len(words) == 1 and unit not in _LEXICON["glued"].get(words, _LEXICON["sure"]):
        return None
    one = words == "한" and unit in listed("persons") and bool(numeral.ahead(_ONE_OF))
    event = one or unit in listed("events") or numeral.number.high is not None or _is_age(numeral, match, unit)
    order = IN_ORDER if unit == "번째" else ""
    fact = fact_of(numeral, match, "count", "명" if match["people"] else unit, doubt=order, loose=event)
    return replace(fact, gives="age") if _is_age(numeral, match, unit) else fact


def _is_what_was_done(numeral: Numeral, match: re.Match[str]) -> bool:
    """Is 한 건 short for 한 것은: 그렇게 한 건 실수였다."""
    if not numeral.text.startswith(" ", match.end()):
        return False
    if numeral.ahead(_OBJECT):
        return _DONE.match(numeral.text, match.end()) is not None
    return numeral.ahead(_WAY) is not None


def _is_adverb(numeral: Numeral, match: re.Match[str]) -> bool:
    """Is 한 번 no count: 다시 한 번, 한 번 더, 한 번에."""
    more = numeral.ahead(_ALSO) and numeral.text[match.end() : match.end() + 1] == " "
    now_and_then = numeral.text.startswith("씩", match.end()) and numeral.ahead(_NOW_AND_THEN, 16)
    return bool(numeral.ahead(_AGAIN) or more or now_and_then or _ONCE.match(numeral.text, match.end()))
