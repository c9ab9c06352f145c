"""Section 5 of the narrative: what a fact-checker could look up."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from typing import Any

import pandas as pd
from markupsafe import Markup

from helpers.reporting.korean.names import CURRENCIES, FACTS
from helpers.reporting.korean.numbers import interval, number, percent
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.reading import Reading, Row, key_of
from helpers.reporting.prose.wording import (
    absent,
    counted,
    in_table,
    listed,
    paragraphs,
    quoted,
    records,
    shortened,
    told,
)
from helpers.reporting.saying import Displayable, say, strong

_MOST_AMOUNTS = 4
_MOST_RELATIVE = 4
_MONEY = ("돈", "금액", "값", "비용", "이것", "이 돈")
_OF_MONEY = re.compile(
    r"(?:비|액|금|료|값|빚|예산|매출|수입|지출|이익|손실|자산|자본|부채|재산|몸값|연봉|월급|임금|시세|주가|가격|단가|수출|환율)$"
)


def what_can_be_checked(reading: Reading) -> Displayable:
    """How many facts there are, of what kind, in how much of the evidence; the amounts; the span of time.

    No facts give one sentence that says so; neither facts nor evidence, an empty displayable.
    """
    facts = [row for row in records(reading.facts) if is_checkable(row)]
    if not facts:
        return say("기사에는 확인할 수 있는 때나 금액이나 수량이 없다." if len(reading.evidence) else "")
    return paragraphs(
        say(*_kinds(facts), *_evidence(reading)), say(*_amounts(reading, facts)), say(*_times(reading, facts))
    )


def is_checkable(fact: Row) -> bool:
    """Does a fact hold a number or a time that can be looked up."""
    return not absent(fact["value"]) or not absent(fact["resolved_from"])


def _kinds(facts: list[dict[str, Any]]) -> list[str]:
    sizes = {kind: sum(fact["kind"] == kind for fact in facts) for kind in FACTS}
    kinds = [kind for kind, n in sizes.items() if n]
    total = in_table(number(len(facts), "개"), "facts")
    if len(kinds) == 1:
        every = "모두 " if len(facts) > 1 else ""
        return [told("기사에는 확인할 수 있는 사실이 {} 있고, {}{}에 관한 것이다.", total, every, FACTS[kinds[0]])]
    parts = [f"{josa(FACTS[kind], '이/가')} {number(sizes[kind], '개')}" for kind in kinds]
    return [told("기사에는 확인할 수 있는 사실이 {} 있다. {}.", total, josa(", ".join(parts), "이다/다"))]


def _evidence(reading: Reading) -> list[str]:
    """How much of the evidence holds such a fact, for and against."""
    total = len(reading.evidence)
    held = int(reading.evidence["checkable"].sum())
    if not total:
        return []
    if total == 1:
        return [f"하나뿐인 근거 문장에는 그런 사실이 {'들어 있다' if held else '없다'}."]
    if held == total:
        return [f"근거 문장 {number(total, '개')} 모두에 그런 사실이 들어 있다."]
    if not held:
        return [f"그러나 근거 문장 {number(total, '개')} 가운데 그런 사실이 든 것은 하나도 없다."]
    stated = strong(f"{number(held, '개')}({percent(held / total)})")
    said: list[str] = [told("근거 문장 {} 가운데 {}에 그런 사실이 들어 있다.", number(total, "개"), stated)]
    doubting = reading.of_stance("qualifies", "opposes")
    if doubting and held > 1 and not any(row["checkable"] for row in doubting):
        said.append("이 문장들은 모두 논지를 지지하며, 한정하거나 반대하는 문장에는 확인할 사실이 없다.")
    return said


def _amounts(reading: Reading, facts: list[dict[str, Any]]) -> list[str]:
    rows = [fact for fact in facts if fact["kind"] == "amount"]
    if not rows:
        return []
    whose = groupby(rows[:_MOST_AMOUNTS], key=lambda fact: (key_of(fact), _owner(fact)))
    shown = [_amount(reading, owner, list(own)) for (_, owner), own in whose]
    if len(rows) == 1:
        return [told("금액은 한 군데에 나온다. {}.", josa(shown[0], "이다/다"))]
    first = " 앞의 것부터 적으면" if len(rows) > _MOST_AMOUNTS else ""
    return [told("금액은 {}에 나온다.{} {}.", counted(len(rows), "군데"), first, _in_a_row(shown))]


def _amount(reading: Reading, owner: str, facts: list[Row]) -> Markup:
    """What one subject of a sentence is said to have: "소니의 약 100억 엔(문장 24)", "사업비 9억 원과 21억 원"."""
    texts = [" ".join(str(fact["text"]).split()) for fact in facts]
    return told("{}{}({})", owner, listed(texts), reading.refs(facts[:1]))


def _in_a_row(shown: list[Markup]) -> Markup:
    """Amounts with commas between them: 과 stands within them already."""
    return Markup(", ").join([*shown[:-1], Markup(josa(shown[-1], "이다/다"))])


def _owner(fact: Row) -> str:
    """Whose an amount is, with 의, which what is itself counted in money (매출, 사업비) does without."""
    actor = "" if absent(fact["actor"]) else shortened(fact["actor"], longest=20)
    if not actor or actor in _MONEY or "의 " in f"{actor} ":  # 의 after 의 is bad Korean
        return ""
    return f"{actor} " if _OF_MONEY.search(actor) else f"{actor}의 "


def _times(reading: Reading, facts: list[dict[str, Any]]) -> list[str]:
    """From when to when the article's facts reach, and which words were resolved against its own date."""
    dated = [fact for fact in facts if not absent(fact["resolved_from"])]
    if not dated:
        return []
    first = min(dated, key=lambda fact: str(fact["resolved_from"]))
    last = max(dated, key=lambda fact: str(fact["resolved_to"]))
    years = int(str(first["resolved_from"])[:4]), int(str(last["resolved_to"])[:4])
    said: list[str] = []
    if years[0] != years[1]:
        places = reading.refs([first]), reading.refs([last])
        said.append(
            told("때가 적힌 사실은 {}년({})부터 {}년({})까지 걸쳐 있다.", years[0], places[0], years[1], places[1])
        )
    return said + _resolved(dated)


def _resolved(dated: list[dict[str, Any]]) -> list[str]:
    """Words such as 내년 and what they mean on the day of publication; words of the same meaning together."""
    spans: dict[str, list[str]] = {}
    for fact in dated:
        words = quoted(fact["text"], longest=20)
        if "게재일" in str(fact["note"]) and words not in spans.setdefault(span_of(fact), []):
            spans[span_of(fact)].append(words)
    if not any(spans.values()):
        return []
    parts = [f"{listed(words, '은/는')} {span}" for span, words in list(spans.items())[:_MOST_RELATIVE]]
    return [f"발행일에 비추어 {josa(', '.join(parts), '으로/로')} 풀었다."]


def fact_values(facts: pd.DataFrame) -> list[str | None]:
    """What each fact comes to, as print writes it: "100억 엔", "10~20명", "2017년 3월"; None where it tells nothing.

    facts  tables.FACTS
    """
    return [_value(fact) for fact in records(facts)]


def _value(fact: Row) -> str | None:
    if not absent(fact["resolved_from"]):
        return span_of(fact)
    if absent(fact["value"]):
        return None
    unit = "" if absent(fact["unit"]) else CURRENCIES.get(str(fact["unit"]), str(fact["unit"]))
    if absent(fact["value_to"]):
        return number(fact["value"], unit, digits=_decimals(fact["value"]))
    ends = fact["value"], fact["value_to"]
    return interval(*ends, unit=unit, digits=max(map(_decimals, ends)))


def _decimals(value: float) -> int:
    """All that a number has."""
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def span_of(fact: Row) -> str:
    """The resolved days of a fact as short as they are exact: "2017년", "2017년 3월", "2007~2016년"."""
    start, end = str(fact["resolved_from"]), str(fact["resolved_to"])
    year, month, date = (int(part) for part in start.split("-"))
    if start == end:
        return f"{year}년 {month}월 {date}일"
    if start[:4] != end[:4]:
        return f"{year}~{int(end[:4])}년"
    if start[5:] == "01-01" and end[5:] == "12-31":
        return f"{year}년"
    last_month, last_date = int(end[5:7]), int(end[8:])
    if month == last_month:
        return f"{year}년 {month}월" if date == 1 and last_date >= 28 else f"{year}년 {month}월 {date}~{last_date}일"
    return f"{year}년 {month}~{last_month}월"
