"""Words that name a body: a party, a ministry, a firm, a circle of people of whom nobody stands out."""

from __future__ import annotations

import re

from helpers.lexicons import words as listed

_SUFFIXES = "부|처|청|원|회|당|사|시|군|구|도|국|실|팀|단|대|계"
_NOUNS = (
    "은행|그룹|전자|증권|협회|노조|지부|본부|센터|연대|모임|대학교?|병원|학교|고교|연구소|보건소|파출소|출장소|사무소|상담소|측정소|검역소"
    "|법인|재단|공사|공단|조합|신문|일보|방송|위원회|위|지법|고법|지검|고검|경찰서|소방서|경찰|소방본부|교육청|컨소시엄|대사관|정부|법원|단체|업계|의회|구단|클럽|FC"
    "|건설|식품|물산|화학|제약|중공업|모터스|항공|자동차|바이오|테크|에너지|통신|생명|화재|카드|캐피탈|게임즈|엔터테인먼트|코리아|홀딩스|백화점|마트|호텔|미디어"
)
_BODY = re.compile(rf"(?:(?<=[가-힣A-Za-z]{{2}})(?:{_SUFFIXES}|{_NOUNS}))$")
_BODY_NOUN = re.compile(rf"(?:{_NOUNS})$")
_PLACE = re.compile(r"[가-힣](?:[시군구도]|센터|학교|병원|마트|호텔|백화점)$")
_INSTITUTE = re.compile(r"(?!선임|책임|수석|주임|전임|객원|위촉|보조)[가-힣]{2,}연구원$")
_MARKETS = re.compile(r"(?:금융|증권|채권|외환|부동산|주식|자본|노동|국제|글로벌)\s?시장$")
_COURT = re.compile(
    r"(?:(?<!\S)(?:[1-3]|원|항소|상고|파기환송)심|법원|[지고]법|헌재|헌법재판소)(?:\s\S*\d+(?:부|단독))?(?:\s재판부)?$|\S\s\S*판사$"
)
_CIRCLE = re.compile(r"(?:업계|학계|[가-힣]{2}진영|[가-힣]권|[친비반][가-힣]{1,3}계)$")


def ends_as_body(word: str) -> bool:
    """Does a word end as the name of a body does: 한강당, 나루시, 하늘전자."""
    return bool(_BODY.search(word))


def ends_with_body_noun(word: str) -> bool:
    """Does a word end with a noun that says what a body is: 경찰, 보건소, 은행."""
    return bool(_BODY_NOUN.search(word))


def is_known_body(word: str) -> bool:
    """Is it a body by its word, and no mere place: 한강당, 노조, but not 한강시 or 라스베이거스."""
    known = word in listed("voices", "bodies") | listed("voices", "anybody") and len(word) > 1
    return known or bool(_BODY.search(word) and not _PLACE.search(word))


def is_institute(word: str) -> bool:
    """산업연구원 is a body, 선임연구원 a person."""
    return bool(_INSTITUTE.match(word))


def is_court(phrase: str) -> bool:
    """Does a noun phrase name a court or the one who judges in it: '2심', '나루지법 민사3부', '김하늘 판사'."""
    return bool(_COURT.search(phrase))


def is_circle(phrase: str) -> bool:
    """Does a noun phrase end with a circle: 증권가, 법조계, 시장 where it is no mayor."""
    last = phrase.split()[-1] if phrase.split() else ""
    if last == "시장":  # the mayor of a place, or a market
        return phrase == last or bool(_MARKETS.search(phrase))
    return last in listed("voices", "circles") or bool(_CIRCLE.search(last))
