"""Lengths of time, and moments so long before or after publication: 9시간, 십여 년 전, 최근 3년."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from helpers.narrative.facts.found import Found, based_on, join_notes, span_of
from helpers.narrative.facts.numbers import bounds
from helpers.narrative.facts.numbers.bounds import AFTER, BEFORE
from helpers.narrative.facts.numbers.numerals import ARABIC, HANGUL, NATIVE, VAGUE, Number, parse_number, parse_range
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times import calendar as cal
from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.pieces import TIMES, TO
from helpers.narrative.facts.times.tense import is_over, is_past, tells_a_story

Reader = Callable[[Clock], Iterator[Found]]

_OR = r"(?<=(?<!\d)\d)(?P<next>,)(?=\d[^\d,.])"  # 7,8년
_NUMBER = rf"(?P<number>{ARABIC}|{HANGUL}|{NATIVE}|{VAGUE})(?:(?:{TO}|{_OR})(?P<upper>{ARABIC}))?(?P<more>여)?\s?"
_UNIT = (
    r"(?P<unit>개월|시간|년|달|주일|주|일|해|분기(?=\s?(?:째|연속|만에|동안))|분|초(?!\d)|거래일)(?:(?P<more_after>여)\s?)?"
    r"(?P<half>\s?반(?=$|[\s을이은만씩에의]|동안|가량|정도|쯤|짜리))?"
    r"(?:\s?(?P<rest>\d{1,2})\s?(?P<rest_more>여\s?)?(?P<rest_unit>개월|분|초)(?![의가-힣]*의)(?:(?<=분)\s?(?P<seconds>\d{1,2})초(?!\d))?)?"
)
_ROLE = (
    r"(?:\s?(?P<role>전|뒤|후|간|동안|만에|째|새|사이|이내|내|넘게|연속)"
    r"(?=$|[^가-힣]|에|부[터턴]|까[지진]|보다|인|의|만|과|쯤|으로|께|엔|이|은|도|을|면))?"
)
# 6월 11일 사이, 2019년 한 해, 7말 8초
# 지난해보다 12일, 평년보다 6일 늦었다: by how many days
_APART = re.compile(
    r"\s(?:늦[었게어춰췄추]|늦은(?!\s(?:밤|저녁|오후|시[각간]))|미뤄|미뤘|빠르|빨라|빨랐|빨리|이르[다고며]|이른(?!\s(?:아침|새벽|시[각간]))|일찍|앞당|앞서|길어|길었|짧|줄어|줄었|늘어|늘었|더\s|덜\s|모자|부족)"
)
# 휴일을 뺀 6일을 반복하면, 6일을 쉬고: so many days
_SPENT = re.compile(
    r"을\s(?:[가-힣]{1,4}\s)?(?:반복|꼬박|쉬|쉰|보내|보낸|버티|버텼|머물|머무|묵|채우|채워|채웠|일하|일했|근무|굶|걷|걸었|걸려|기다)"
)
# 4일의 휴가; 휴가를 4일에서 7일로 늘려: so many days
_GIVEN = re.compile(r"의\s(?:[가-힣]{2,4}\s)?(?:[가-힣]{0,2}휴가|휴일|연차|여유|말미|유예|기한|기간)")
_CHANGED = re.compile(r"(?:에서\s\d+일)?(?:로|까지)\s(?:크게\s|더\s)?(?:늘|줄|확대|연장(?!전)|단축|축소)")
_PASSED = re.compile(
    r"\s?만(?:인\s|의\s|이[다었며]|이라)|\s?앞(?:두고|둔\s|뒀|두었)"
)  # 멈춘 지 13일 만인, 잔치를 20일 앞두고
# 3일이면 닿는다: so many days are enough
_ENOUGH = re.compile(r"이면(?=[\s,])")
_COMES = re.compile(rf"(?:지난|오는|이번|{longest_first(TIMES['is_to_be_held'])}|끝나는|되는)\s$")
_LESS = re.compile(r"(?:제외한|뺀)\s$")
_NO_LENGTH = (
    ("일", re.compile(r"(?:\d월|[이난음내]\s?달)\s?$")),  # 지난달 4~10일
    ("해", re.compile(r"(?:\d년|올해|지난해|작년|내년)\s$")),
    ("초", re.compile(r"\d말\s?[~∼·]?\s?$")),
    ("년", re.compile(r"\d년\s?\($")),
    ("초", re.compile(r"분의\s?$")),
)
# 십분 이해하다; 사업을 수주하다, 수주전에 나서다
_NO_TIME = re.compile(
    r"십분(?!\s?(?:전|뒤|후|간|동안|만에|째|이내|내|넘게))|수주(?!\s?(?:뒤|후|간|동안|만에|째|이내|내|넘게)|\s전)"
)
_ROUND_THE_CLOCK = re.compile(
    r"24시간\s(?:편의점|매장|영업점|무인|상황실|돌봄|핫라인|상담|콜센터|식당|카페|어린이집|약국|뉴스)"
)
# 진흥왕 15년(554년): the year of a reign
_REIGN = re.compile(r"\s?\(\d{3,4}년?\)")
_LENGTHS = re.compile(
    r"(?<![\d.,])(?<!\d시)(?<!\d시\s)(?<![가-힣](?=[가-힣]))(?:(?P<since>최근|(?<![이가]\s)지난|향후|앞으로|과거)\s?)?"
    rf"(?:(?P<before>{BEFORE})\s?)?{_NUMBER}{_UNIT}(?P<about>\s?(?:{AFTER})|여)?{_ROLE}"
)
_STAYS = re.compile(r"(?<!\d)\d{1,2}박\s?(?P<days>\d{1,2})일(?!\d)(?:\s?(?:간|동안))?")
# 징역 3년6월, 금고 8월: months, and no month of a year
_TERM = re.compile(
    r"(?:(?<=징역|금고|실형)|(?<=징역\s|금고\s|실형\s))(?:(?P<years>\d{1,2})년\s?)?(?P<months>\d{1,2})월(?!\s?\d|부[터턴]|까[지진])"
)
_HALF_YEAR = re.compile(r"(?<![가-힣])반년(?:\s?(?:만에|간|동안|째|가량|넘게|새))?(?=$|[^가-힣]|[이을은의도에])")
_RECORD = re.compile(r"(?<![\d.,])(?:(?P<minutes>\d{1,2})분\s?)?(?P<seconds>\d{1,2})초(?P<part>\d{2})(?!\d)")
_CALENDAR_UNITS = ("년", "개월", "주", "일")
_NATIVE_DAYS = re.compile(
    rf"(?<![가-힣])(?:(?P<word>{longest_first(TIMES['lengths'])})\s?(?P<role>간|동안|만에|만|째|전|뒤|후|앞|새|사이|연속|내내)"
    r"(?=$|[^가-힣]|에|의|인|으로|부[터턴]|보다|입|이다|다|를|로|였)"
    rf"|(?P<alone>{longest_first(TIMES['lengths_alone'])})(?=$|[\s.,](?!에\s)|[을이가은도](?![가-힣])|이나\s|씩|밖에))"
)
# 통증이 시작되고 일주일 뒤, 장마가 지난 6개월 뒤: after what is told right before
_AFTER = re.compile(r"(?:[가-힣](?:되고|하고|나고|되면|하면)|나면|[가-힣]\s지|[가-힣]로부터|[이가]\s지난)\s(?:약\s)?\Z")
_OF_EVENT = re.compile(
    rf"(?:{longest_first([*TIMES['events'], *TIMES['counted_from']])}|[가-힣](?<![소방형공])식"
    r"|(?:선거|개막|상장|만기|발표|기준|예정|투표|마감|출시|시행|기념)일|결승전|개막전)\s(?:약\s|불과\s|바로\s)?$"
)
# 4년 전 2019년: the year stands beside it
_BESIDE = re.compile(r"(?:인|이던)?\s?[(,]?\s?(?P<year>(?:19|20)\d\d)년(?!\s?(?:만|간|이후|까지))")
_IN_STORY = "이야기나 이름 속의 때"
# what a rule or a condition wants done: 받아야 한다, but not 받았어야 했다
_MUST = re.compile(r"[가-힣]야(?:만)?\s(?=한[다데]|하[는며고지기]|할|합니|해(?:요|서)|된[다데]|되[는며고지]|될|됩니)")
_IN_ORDER_TO = re.compile(r"[가-힣]려면[\s,]")
_FROM_THEN = re.compile(r"부[터턴]")
_OPENING, _CLOSING = tuple("‘'“\"《〈「『<"), tuple("’'”\"》〉」』>")
_PARTS = {("년", "개월"): 12, ("시간", "분"): 60, ("분", "초"): 60}


def _is_of_rule(text: str, start: int, end: int, clock: Clock) -> bool:
    """Is it how long before something a rule wants it done: 배를 띄우려면 보름 전 승인을 받아야 한다."""
    if _FROM_THEN.match(text, end) or (clock.says_which and clock.says_which(start)):
        return False
    must = _MUST.search(text, end)
    until = must.start() if must else len(text)
    if any(is_past(letter) and letter not in "있겠" for letter in text[end:until]):
        return False
    return must is not None or _IN_ORDER_TO.search(text, 0, start) is not None


def length_claims(text: str) -> Iterator[tuple[int, int, Reader]]:
    """Where lengths of time stand in a sentence, and how to read each."""
    readers = ((_TERM, _read_term), (_STAYS, _read_stay), (_RECORD, _read_record), (_HALF_YEAR, _read_half_year))
    for pattern, read in (*readers, (_LENGTHS, _read_length), (_NATIVE_DAYS, _read_native_days)):
        for match in pattern.finditer(text):
            if pattern is not _LENGTHS or not _not_a_length(match):
                start, end = span_of(match)
                yield start, end, partial(_one, read, match)


def _one(read: Callable[[re.Match[str], Clock], Found], match: re.Match[str], clock: Clock) -> Iterator[Found]:
    yield read(match, clock)


def _read_length(match: re.Match[str], clock: Clock) -> Found:
    """A length of time, or a moment so long before or after publication."""
    g, unit, role = match.groupdict(), match["unit"], match["role"] or ""
    number = _number(match)
    more = bool(g["more"] or g["more_after"] or g["rest_more"] or g["about"] == "여")
    start, end = span_of(match)
    around = bounds.after(match.string, end, rounded=False)
    own = (
        g["before"],
        "여" if more else None,
        (g["about"] or "").strip(),
        role if role in ("넘게", "이내", "내") else None,
    )
    passing = around.words if role not in ("전", "뒤", "후", "만에", "째") else ()
    bound = bounds.joined(*(word if word != "내" else "이내" for word in own if word), *passing)
    said = bounds.joined(bound, around.passing) or ("어림" if number.low is None else "")
    unit = "개월" if g["rest_unit"] == "개월" else {"달": "개월", "해": "년", "주일": "주"}.get(unit, unit)
    moment = role in ("전", "뒤", "후") and unit in _CALENDAR_UNITS
    moment = moment and not (role == "전" and _is_of_rule(match.string, start, end, clock))
    if moment and (open_note := _counted_from_elsewhere(match, role)):
        note = join_notes(said, open_note)
        loose = open_note == _IN_STORY
        found = Found(start, end, "date", number, unit, bound=bound, note=note, loose=loose)
        return _from_sentence(found, clock, -1 if role == "전" else 1)
    if moment and unit == "년" and (beside := _BESIDE.match(match.string, end)):
        year = cal.year_days(int(beside["year"]))
        return Found(start, end, "date", number, unit, year, said, bound, "text")
    days = _moment(number, unit, role, more, clock) if moment else _since(g["since"] or "", number, unit, clock)
    counted = days or (clock.today is None and number.low is not None and (moment or g["since"]))
    note = join_notes(said, based_on(clock) if counted else "")
    by = "publication" if days else None
    sure = "inferred" if days else "stated"
    return Found(start, end, "date" if moment else "period", number, unit, days, note, bound, by, sure)


def _counted_from_elsewhere(match: re.Match[str], role: str) -> str:
    """Why a moment is counted from no day of publication: it stands in a story or a title, or is later and yet past."""
    text, end = match.string, match.start() + len(match.group().rstrip())
    before = text[max(match.start() - 1, 0) : match.start()]
    titled = before in _OPENING and text[end : end + 1] in _CLOSING
    if titled or tells_a_story(text):
        return _IN_STORY
    if _OF_EVENT.search(text, max(match.start() - 10, 0), match.start()):
        return "그 일이 있던 때에서 셈"
    told = role in ("뒤", "후") and (
        is_over(text, end) or _AFTER.search(text, max(match.start() - 12, 0), match.start())
    )
    return "앞에 나온 때에서 셈" if told else ""


def _from_sentence(found: Found, clock: Clock, sign: int) -> Found:
    """1999년 창업해 5년 뒤: counted from the year that the same sentence names; else it stays open."""
    years = found.number.low
    if found.unit != "년" or years is None or years % 1 or clock.dated is None or found.loose:
        return replace(found, lacks="text" if years is not None else None)
    year = cal.shift_year(clock.dated.day, sign * int(years))
    return replace(found, days=cal.year_days(year), resolved_by=clock.dated.by, certainty="inferred")


def _number(match: re.Match[str]) -> Number:
    number = parse_range(match["number"], match["upper"]) if match["upper"] else parse_number(match["number"])
    if number.low is None:
        return number
    if match["half"]:
        return Number(number.low + 0.5)
    if match["rest_unit"] == "개월":
        return Number(_PARTS["년", "개월"] * number.low + int(match["rest"]))
    if match["rest"]:
        seconds = int(match["seconds"] or 0) / 3600
        return Number(number.low + int(match["rest"]) / _PARTS.get((match["unit"], match["rest_unit"]), 60) + seconds)
    return number


def _not_a_length(match: re.Match[str]) -> bool:
    """Words that look like a length of time and are none: 두 분, 3일 (a day), 100주, 3년차, 2016년."""
    unit, role = match["unit"], match["role"] or ""
    if match["next"] and int(match["upper"]) != int(match["number"]) + 1:
        return True  # 7,8년 is one length, 3,8년 none
    native = re.fullmatch(NATIVE, match["number"]) is not None
    after = match.string[match.end() : match.end() + 4]
    plain_year = not role and not re.match(r"\s?만", after)
    if match.string[match.start() - 1 : match.start()] in ("'", "’", "‘") and unit == "년" and plain_year:
        return True  # '24년 is a year
    before = match.string[max(0, match.start() - 4) : match.start()]
    if plain_year and _ROUND_THE_CLOCK.match(match.string, match.start("number")):
        return True
    if any(unit == own and pattern.search(before) for own, pattern in _NO_LENGTH):
        return True
    if _NO_TIME.match(match.string, match.start("number")):
        return True
    if unit == "일" and match["upper"] and role == "사이" and (match["since"] == "지난" or before.endswith("오는 ")):
        return True  # 지난 4~8일 사이: from day to day
    plain = not role and not match["half"] and not match["about"] and not match["rest"]
    if match["rest"] and (unit, match["rest_unit"]) not in _PARTS:
        return True
    value = parse_number(match["number"]).low
    if unit in ("달", "해"):
        apart = re.search(r"\s해", match.group()) is not None or unit == "달"
        goes_on = plain and re.match(r"[가-힣]", after) is not None and after[0] not in "이을를은는의에도넘"
        counted = unit == "달" and bool(role)  # 2달간
        return not (apart or counted) or goes_on or not (native or counted or match["number"] in ("몇", "수", "여러"))
    if unit in ("분", "초"):
        vague = match["number"] == "여러"
        return native or vague or (plain and re.match(r"의\s?[\d일이삼한두]|[기야위]", after) is not None)
    if unit in ("일", "주"):
        compared = before.endswith("보다 ") or _APART.match(match.string, match.end())
        if unit == "일" and compared and not native:
            return False
        spent = unit == "일" and (
            any(pattern.match(match.string, match.end()) for pattern in (_SPENT, _GIVEN, _CHANGED, _PASSED))
            or _LESS.search(match.string, 0, match.start())
        )
        start = match.start("number")
        comes = _COMES.search(match.string, max(0, start - 8), start)
        enough = _ENOUGH.match(match.string, match.end()) and not comes
        part = value is not None and value % 1 > 0  # 2.5일
        long = unit == "일" and (
            match["more"] or (value and value > 31) or match["about"] or spent or part or (enough and not native)
        )
        return (native and unit == "일") or (not role and not long and not (unit == "주" and _of_weeks(match)))
    if unit == "년":
        named = value is not None and 1000 <= value < 10_000 and re.fullmatch(r"\d{4}", match["number"]) is not None
        if _REIGN.match(match.string, match.end()):
            return True
        if named and (plain or role in ("전", "뒤", "후", "새", "사이", "간", "이내")):
            return True
        return plain and (native or re.match(r"\s?[대생차산형물제전]|\s?도(?!\s)", after) is not None)
    return unit == "거래일" and not role


def _of_weeks(match: re.Match[str]) -> bool:
    """Are these weeks and no shares: 최근 2주, 2주 이상."""
    return bool(match["since"] or match["about"]) or match["number"] in ("몇", "수")


def _moment(number: Number, unit: str, role: str, more: bool, clock: Clock) -> Days | None:
    """So many years, months, weeks or days from publication; with 여 up to the next round number."""
    if clock.today is None or number.low is None or number.low > 3000:
        return None
    sign = -1 if role == "전" else 1
    odd = unit == "년" and number.low % 1 > 0
    unit = "개월" if odd else unit
    low = int(number.low * (12 if odd else 1))
    high = int(number.high) if number.high else (low + 10 ** (len(str(low)) - 1) - 1 if more else low)
    ends = [_away(clock.today, sign * n, unit) for n in (low, high)]
    return min(e[0] for e in ends), max(e[1] for e in ends)


def _away(published: date, count: int, unit: str) -> Days:
    if unit == "년":
        year = cal.shift_year(published, count)
        return date(year, 1, 1), date(year, 12, 31)
    if unit == "개월":
        return cal.month_days(*cal.shift_month(published, count)) or (published, published)
    day = published + timedelta(days=count * (7 if unit == "주" else 1))
    return day, day


def _since(word: str, number: Number, unit: str, clock: Clock) -> Days | None:
    """최근 3년: from three years before publication to publication; 향후 5년: from publication on."""
    if not word or clock.today is None or number.low is None or number.low > 3000 or unit not in _CALENDAR_UNITS:
        return None
    sign = 1 if word in ("향후", "앞으로") else -1
    count = sign * int(number.low * (12 if unit == "년" else 1))
    if unit in ("년", "개월"):
        year, month = cal.shift_month(clock.today, count)
        last = (cal.month_days(year, month) or (clock.today,) * 2)[1].day
        other = date(year, month, min(clock.today.day, last))
    else:
        other = clock.today + timedelta(days=count * (7 if unit == "주" else 1))
    return min(other, clock.today), max(other, clock.today)


def _read_term(match: re.Match[str], clock: Clock) -> Found:
    return Found(*span_of(match), "period", Number(12.0 * int(match["years"] or 0) + int(match["months"])), "개월")


def _read_stay(match: re.Match[str], clock: Clock) -> Found:
    """3박4일 lasts four days."""
    return Found(*span_of(match), "period", Number(float(match["days"])), "일")


def _read_record(match: re.Match[str], clock: Clock) -> Found:
    """9초98 and 2분03초45 as seconds."""
    seconds = 60 * int(match["minutes"] or 0) + float(f"{match['seconds']}.{match['part']}")
    return Found(*span_of(match), "period", Number(seconds), "초")


def _read_half_year(match: re.Match[str], clock: Clock) -> Found:
    return Found(*span_of(match), "period", Number(0.5), "년")


def _read_native_days(match: re.Match[str], clock: Clock) -> Found:
    length = TIMES["lengths"][match["word"] or match["alone"]]
    found = Found(*span_of(match), "period", Number(float(length)), "일")
    if match["role"] not in ("전", "뒤", "후"):
        return found
    if match["role"] == "전" and _is_of_rule(match.string, found.start, found.end, clock):
        return found
    if elsewhere := _counted_from_elsewhere(match, match["role"]):
        return replace(found, kind="date", note=elsewhere, loose=elsewhere == _IN_STORY, lacks="text")
    days = _moment(found.number, "일", match["role"], False, clock)
    by = "publication" if days else None
    return replace(found, kind="date", days=days, note=based_on(clock), resolved_by=by, certainty="inferred")
