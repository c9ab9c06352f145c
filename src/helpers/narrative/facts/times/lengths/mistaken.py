"""What looks like a length of time and is none: 두 분, 3일 (a day), 100주, 3년차, 진흥왕 15년(554년)."""

from __future__ import annotations

import re

from helpers.narrative.facts.numbers.numerals import NATIVE, parse_number
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times.pieces import TIMES

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
_TERM = re.compile(r"(?:기한|기간|시한|일수|휴가|말미)\s?\($")  # 신고 기한(30일)
# 휴무일수 24일, 공사 기간이 12일까지 늘어: so many days
_NUMBER_OF_DAYS = re.compile(r"(?:일수|날수)(?:가|는|를|도|만)?\s(?:총\s|모두\s)?$")
_DURATION = re.compile(r"(?:기간|일수|휴가|말미)[이가도을를]\s(?:[가-힣]+\s)?$")
_REACHES = re.compile(r"까[지진]\s(?:크게\s|더\s)?(?:길어|늘|연장(?!전)|확대|짧아|줄|단축|축소)")
_LESS = re.compile(r"(?:제외한|뺀)\s$")
_NO_LENGTH = (
    ("일", re.compile(r"(?:\d월|[이난음내]\s?달)\s?$")),  # 지난달 4~10일
    ("해", re.compile(r"(?:\d년|올해|지난해|작년|내년)\s$")),
    ("초", re.compile(r"\d말\s?[~∼·]?\s?$")),
    ("년", re.compile(r"\d년\s?\($")),
    ("초", re.compile(r"분의\s?$")),
)
_OF_CLOCK = re.compile(r"\d시\s?\d{1,2}분\s?$")  # the 50초 of 8시 57분 50초
_OF_HALF = re.compile(r"(?<!\d대\s)(?<![가-힣])(?:연장\s?)?[전후]반\s$")  # 전반 8분: when in a match
_OF_MINUTE = re.compile(r"\d시\s?\d{1,2}분?\s?[~∼〜–-]\s?$")  # the 48분 of 8시 45∼48분
# 십분 이해하다; 만일 비가 오면; 사업을 수주하다, 수주전에 나서다
_NO_TIME = re.compile(
    r"십분(?!\s?(?:전|뒤|후|간|동안|만에|째|이내|내|넘게))|만일(?!\s?(?:간|동안|만에|째|이내|넘게))|수주(?!\s?(?:뒤|후|간|동안|만에|째|이내|내|넘게)|\s전)"
)
# 1분 1초가 아깝다, ‘1분, 1분’이 중요하다: each of them
_EVERY = re.compile(r"(?<!\d)1(?P<unit>분|초|시간|년)[,·]?\s?1(?:(?P=unit)|초)(?=[이가을를도은는]|라도|[’'”\"])")
_ROUND_THE_CLOCK = re.compile(rf"24시간\s(?:{longest_first(TIMES['round_the_clock'])})")
_ALL_DAY = re.compile(rf"24시간\s(?:{longest_first(TIMES['all_day'])})")
# 8주·12주 이상: weeks, as those with which they stand
_WITH_WEEKS = re.compile(r"[·,]\s?\d{1,3}주\s?(?:이상|이하|이내|미만|초과|간|동안|만에|연속)(?![가-힣])")
# 진흥왕 15년(554년): the year of a reign
_REIGN = re.compile(r"\s?\(\d{3,4}년?\)")
PARTS = {("년", "개월"): 12, ("시간", "분"): 60, ("분", "초"): 60}


def is_all_day(match: re.Match[str]) -> bool:
    """Do 24 hours only say that something never closes: 24시간 운영한다; not 24시간 걸었다."""
    return _ALL_DAY.match(match.string, match.start("number")) is not None


def is_mistaken(match: re.Match[str]) -> bool:
    """Do words only look like a length of time; ``match`` is of find.LENGTHS."""
    length = _Length(match)
    if length.is_other_word() or length.is_row_of_numbers():
        return True
    kinds = {
        "달": length.is_no_month,
        "해": length.is_no_month,
        "분": length.is_no_minute,
        "초": length.is_no_minute,
        "일": length.is_day,
        "주": length.is_no_week,
        "년": length.is_year,
        "거래일": lambda: not length.role,
    }
    return length.unit in kinds and kinds[length.unit]()


class _Length:
    """A match with its words and those around it; ``plain``: nothing but a number and a unit."""

    def __init__(self, match: re.Match[str]) -> None:
        self.match, self.text = match, match.string
        self.unit, self.role, self.number = match["unit"], match["role"] or "", match["number"]
        self.native = re.fullmatch(NATIVE, self.number) is not None
        self.value = parse_number(self.number).low
        self.before = self.text[max(0, match.start() - 4) : match.start()]
        self.after = self.text[match.end() : match.end() + 4]
        self.plain = not self.role and not match["half"] and not match["about"] and not match["rest"]

    def is_row_of_numbers(self) -> bool:
        """3,8년, of which only 7,8년 would be one length; 지난 4~8일 사이, from day to day; 3년 5초."""
        match = self.match
        if match["next"] and int(match["upper"]) != int(self.number) + 1:
            return True
        from_day = self.unit == "일" and match["upper"] and self.role == "사이"
        if from_day and (match["since"] == "지난" or self.before.endswith("오는 ")):
            return True
        return bool(match["rest"]) and (self.unit, match["rest_unit"]) not in PARTS

    def is_other_word(self) -> bool:
        """'24년, 24시간 편의점, 2월 3일, 십분 이해하다."""
        start = self.match.start("number")
        if any(
            found.start() <= start < found.end() for found in _EVERY.finditer(self.text, max(0, start - 8), start + 12)
        ):
            return True
        alone = not self.role and not re.match(r"\s?만", self.after)
        if alone and self.unit == "년" and self.before[-1:] in ("'", "’", "‘"):
            return True
        if alone and _ROUND_THE_CLOCK.match(self.text, start):
            return True
        if self.unit == "초" and _OF_CLOCK.search(self.text, max(0, start - 9), start):
            return True
        other = any(self.unit == own and pattern.search(self.before) for own, pattern in _NO_LENGTH)
        return other or _NO_TIME.match(self.text, start) is not None

    def is_no_month(self) -> bool:
        """한달음, 그해: with 달 and 해 only a native number, or 몇, is a length."""
        apart = re.search(r"\s해", self.match.group()) is not None or self.unit == "달"
        goes_on = (
            self.plain and re.match(r"[가-힣]", self.after) is not None and self.after[0] not in "이을를은는의에도넘"
        )
        counted = self.unit == "달" and bool(self.role)  # 2달간
        vague = self.number in ("몇", "수", "여러")
        return not (apart or counted) or goes_on or not (self.native or counted or vague)

    def is_no_minute(self) -> bool:
        """두 분, 여러 분; 2분의 1, 1분기."""
        start = self.match.start()
        if self.unit == "분" and _OF_MINUTE.search(self.text, max(0, start - 9), start):
            return True
        if self.plain and _OF_HALF.search(self.text, max(0, start - 8), start):
            return True
        part = self.plain and re.match(r"의\s?[\d일이삼한두]|[기야위]", self.after) is not None
        return self.native or self.number == "여러" or part

    def is_day(self) -> bool:
        """3일, a day of a month, unless the words around it say how long: 3일을 쉬고, 평년보다 6일 늦었다, 2.5일."""
        match, start, end = self.match, self.match.start("number"), self.match.end()
        if self.native:
            return True
        if self.before.endswith("보다 ") or _APART.match(self.text, end):
            return False
        spent = any(pattern.match(self.text, end) for pattern in (_SPENT, _GIVEN, _CHANGED, _PASSED))
        told = self.text[: match.start()]
        grows = _DURATION.search(told) and _REACHES.match(self.text, end)
        spent = spent or bool(_NUMBER_OF_DAYS.search(told) or grows)
        spent = spent or _TERM.search(self.before) is not None or _LESS.search(self.text, 0, match.start()) is not None
        enough = _ENOUGH.match(self.text, end) and not _COMES.search(self.text, max(0, start - 8), start)
        more = self.value is not None and (self.value > 31 or self.value % 1 > 0)
        return not (self.role or match["more"] or match["about"] or spent or more or enough)

    def is_no_week(self) -> bool:
        """100주, which are shares: 최근 2주 and 2주 이상 are weeks."""
        weeks = self.match["since"] or self.match["about"] or self.number in ("몇", "수")
        return not (self.role or weeks or _WITH_WEEKS.match(self.text, self.match.end()))

    def is_year(self) -> bool:
        """2016년, 3년차, 진흥왕 15년(554년)."""
        if _REIGN.match(self.text, self.match.end()):
            return True
        named = self.value is not None and 1000 <= self.value < 10_000 and re.fullmatch(r"\d{4}", self.number)
        if named and (self.plain or self.role in ("전", "뒤", "후", "새", "사이", "간", "이내")):
            return True
        return self.plain and (self.native or re.match(r"\s?[대생차산형물제전]|\s?도(?!\s)", self.after) is not None)
