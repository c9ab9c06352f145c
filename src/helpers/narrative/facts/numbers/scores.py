"""Numbers in forms of their own: scores, batting averages, ages in brackets, fractions, articles of a law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.narrative.facts.found import IN_ORDER, Found
from helpers.narrative.facts.numbers import bounds
from helpers.narrative.facts.numbers.numerals import Number, parse_number
from helpers.narrative.facts.numbers.units import names_a_match

_AFTER_SCORE = (
    r"(?=$|[^\w가-힣.:·-]|으?로|의|까지|에서|에(?=\s)|[이가을를은는](?![가-힣])|완승|승|패|역전|무승부|이던|인"
    r"|미만|이하|이상|이(?=었|며|고|다)|였|[,.](?!\d))"
)
_LAW = re.compile(
    r"(?:제\s?|(?<=[법령규헌칙례])\s?|(?<=규정|약관|정관)\s?)(?:(?P<first>\d{1,3})[·,∙\s]\s?(?:\d{1,3}[·,∙\s]\s?){0,2})?(?P<number>\d{1,4})조(?:의\s?\d{1,2})?(?:\s?제?\s?\d{1,2}항)?(?:\s?제?\d{1,2}호)?(?![\d천백억])"
)
_DASHED = re.compile(rf"(?<![\w.:/-])(?P<low>\d{{1,3}})(?:\s?[-–]\s?|\s?:\s?(?!\d\d))(?P<high>\d{{1,3}}){_AFTER_SCORE}")
_AGAINST = re.compile(
    rf"(?<![\w.])(?P<low>(?:\d{{1,2}},\d{{3}}|\d{{1,2}}천\d{{0,3}}|\d{{1,4}})(?:\.\d+)?)\s?대\s?"
    rf"(?P<high>\d{{1,3}}){_AFTER_SCORE}"
)
_ONE_TO = re.compile(
    rf"(?<![\w.])(?P<low>1)\s?(?:대|:)\s?(?P<high>\d{{1,3}}\.\d{{1,7}})(?!\s?[%％]){_AFTER_SCORE}"
)  # 1대 0.35
_RATE = re.compile(r"(?:경쟁률|비율|배율|교환비|감자비)[^.]*$")
_JUMP = re.compile(r"(?<![\d.,])(?P<metres>\d{1,2})[m미]터?(?P<part>\d{2})(?![\d.])")  # 2m31
_AVERAGE = re.compile(r"(?P<tenths>\d)할\s?(?P<hundredths>\d)푼(?:\s?(?P<thousandths>\d)리)?")
_SERIES = re.compile(r"(?P<number>\d{1,2})전\s?\d{1,2}선승제")
_FIRST = re.compile(r"(?<![가-힣])첫\s?번째")
_AGE = re.compile(r"(?<=[가-힣A-Z])\((?:[남여][·,]\s?)?(?P<age>\d{1,2})(?=\)|[·,]\s?[^()\d]{1,15}\))")
_TITLED = re.compile(r"(?:^|[^가-힣])(?:[가-힣]{2,12}\s)?(?:[가-힣]{2,8}|[A-Z](?:\s?[씨양군])?)$")
_PARTS = re.compile(
    r"(?<![\d.,·])(?P<below>\d{1,4}[십백천만억]{0,2}|[두세네]|다섯|열|백|천|만|백만|억)\s?분의\s?(?P<above>\d{1,4}(?!\d)|(?:일|이|삼|한|두|세)(?![가-힣\d]{2}))"
)
_TWICE = re.compile(r"(?<![가-힣])(?:갑절|곱절)(?=$|[^가-힣]|[이을은의로도]|가량|가까|이상|넘)")
_HALF = re.compile(
    r"(?<![가-힣])절반(?!의\s?성공)(?=$|[^가-힣]|[이을은의에도만씩]|으로|가량|가까|정도|이상|쯤|넘|까지|밖)"
)


def find_scores(text: str) -> Iterator[Found]:
    """Facts of these forms in one normalized sentence, one kind after the other; they may overlap."""
    for match in _LAW.finditer(text):
        yield _numbered(match, "조")
    for match in _SERIES.finditer(text):
        yield _numbered(match, "전")
    if names_a_match(text):
        for pattern in (_DASHED, _AGAINST):
            yield from (_pair(match, "점수") for match in pattern.finditer(text) if not _is_rate(match))
    yield from (_count(match, float(f"{match['metres']}.{match['part']}"), "m") for match in _JUMP.finditer(text))
    for match in (*_ONE_TO.finditer(text), *_AGAINST.finditer(text)):
        yield _count(match, parse_number(match["low"]).low or 0.0, "비", float(match["high"]))
    for match in _FIRST.finditer(text):
        start, end = match.span()
        yield Found(start, end, "count", Number(1.0), "번째", note=IN_ORDER, loose=True, gives="order")
    for match in _AVERAGE.finditer(text):
        yield _count(match, float(f"{match['tenths']}.{match['hundredths']}{match['thousandths'] or ''}"), "할")
    for match in _AGE.finditer(text):
        if int(match["age"]) > 4 and _TITLED.search(text, max(0, match.start() - 24), match.start()):
            start, end = match.span("age")
            yield Found(start, end, "count", Number(float(match["age"])), "세", note="나이", loose=True, gives="age")
    yield from _fractions(text)


def _is_rate(match: re.Match[str]) -> bool:
    """Is it so many for one and no score: 경쟁률은 7.3대 1."""
    told = _RATE.search(match.string, max(0, match.start() - 24), match.start())
    return not match["low"].isdigit() or told is not None


def _fractions(text: str) -> Iterator[Found]:
    for match in _PARTS.finditer(text):
        below = parse_number(match["below"]).low
        above = {"일": 1.0, "이": 2.0, "삼": 3.0}.get(match["above"]) or parse_number(match["above"]).low
        if below and above is not None:
            yield _count(match, above / below, "분수")
    for match in _HALF.finditer(text):
        yield _count(match, 0.5, "분수")
    for match in _TWICE.finditer(text):
        yield _count(match, 2.0, "배")


def _count(match: re.Match[str], value: float, unit: str, value_to: float | None = None) -> Found:
    """A number with the words around it: 20대 1 미만."""
    start, first = bounds.before(match.string, match.start())
    around = bounds.after(match.string, match.end(), rounded=False)
    bound = bounds.once(first, *around.words)
    note = bounds.noted(*bound, around.passing)
    return Found(start, around.end, "count", Number(value, value_to), unit, None, note, bound)


def _pair(match: re.Match[str], unit: str) -> Found:
    """A score: its two numbers in the order of the text."""
    return Found(match.start(), match.end(), "count", Number(float(match["low"]), float(match["high"])), unit)


def _numbered(match: re.Match[str], unit: str) -> Found:
    first = match.groupdict().get("first")  # 2·3조
    number = Number(float(first), float(match["number"])) if first else Number(float(match["number"]))
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return Found(start, match.end(), "count", number, unit, note=IN_ORDER, loose=True, gives="order")
