"""Section 5 of the narrative: what a fact-checker could look up."""

from __future__ import annotations

from markupsafe import Markup

from helpers.reporting.names import FACTS
from helpers.reporting.numbers import number, percent
from helpers.reporting.particles import josa
from helpers.reporting.prose.reading import Reading, Row
from helpers.reporting.prose.wording import absent, listed, paragraphs, quoted, records, told
from helpers.reporting.saying import Displayable, say, strong

_MOST_AMOUNTS = 4


def what_can_be_checked(reading: Reading) -> Displayable:
    """How many facts there are, of what kind, in how much of the evidence; the amounts; the span of time.

    No facts give one sentence that says so; neither facts nor evidence, an empty displayable.
    """
    facts = [row for row in records(reading.facts) if is_checkable(row)]
    if not facts:
        nothing = "기사에는 확인할 수 있는 때·금액·수량이 없다." if len(reading.evidence) else ""
        return say(nothing)
    return paragraphs(
        say(*_kinds(facts), *_evidence(reading)), say(*_amounts(reading, facts)), say(*_times(reading, facts))
    )


def is_checkable(fact: Row) -> bool:
    """Does a fact hold a number or a time that can be looked up."""
    return not absent(fact["value"]) or not absent(fact["resolved_from"])


def _kinds(facts: list[dict]) -> list[str]:
    kinds = [kind for kind in FACTS if any(fact["kind"] == kind for fact in facts)]
    parts = [f"{FACTS[kind]} {number(sum(fact['kind'] == kind for fact in facts), '개')}" for kind in kinds]
    total = number(len(facts), "개")
    if len(kinds) == 1:
        return [f"확인할 수 있는 사실은 {total}이고, 모두 {josa(FACTS[kinds[0]], '이다/다')}."]
    return [f"확인할 수 있는 사실은 {josa(total, '이다/다')}. {josa(str(listed(parts)), '이다/다')}."]


def _evidence(reading: Reading) -> list[str]:
    """How much of the evidence holds such a fact, for and against."""
    if reading.evidence.empty:
        return []
    held, total = int(reading.evidence["checkable"].sum()), len(reading.evidence)
    if not held:
        return [f"그러나 근거 문장 {number(total, '개')} 가운데 그런 사실이 든 것은 하나도 없다."]
    stated = strong(f"{number(held, '개')}({percent(held / total)})")
    said: list[str] = [told("근거 문장 {} 가운데 {}에 그런 사실이 들어 있다.", number(total, "개"), stated)]
    doubting = [row for row in reading.of_stance("qualifies", "opposes")]
    against = sum(bool(row["checkable"]) for row in doubting)
    if doubting and not against and held > 1:
        said.append("이 문장들은 모두 논지를 지지하며, 한정하거나 반대하는 문장에는 확인할 사실이 없다.")
    return said


def _amounts(reading: Reading, facts: list[dict]) -> list[str]:
    rows = [fact for fact in facts if fact["kind"] == "amount"]
    if not rows:
        return []
    shown = [_amount(reading, fact) for fact in rows[:_MOST_AMOUNTS]]
    if len(rows) > _MOST_AMOUNTS:
        return [
            told("돈의 크기를 말하는 곳은 {}이며, 앞의 것부터 적으면 {}이다.", number(len(rows), "곳"), listed(shown))
        ]
    return [told("돈의 크기를 말하는 곳은 {}로, {}이다.", number(len(rows), "곳").replace("곳", "군데"), listed(shown))]


def _amount(reading: Reading, fact: Row) -> Markup:
    actor = "" if absent(fact["actor"]) else f"{quoted(fact['actor'], longest=20)}의 "
    return told("{}{}({})", actor, " ".join(str(fact["text"]).split()), reading.refs([fact]))


def _times(reading: Reading, facts: list[dict]) -> list[str]:
    """From when to when the article's facts reach, and which words were resolved against its own date."""
    dated = sorted(
        (fact for fact in facts if not absent(fact["resolved_from"])), key=lambda fact: fact["resolved_from"]
    )
    if not dated:
        return []
    first, last = dated[0], max(dated, key=lambda fact: str(fact["resolved_to"]))
    said: list[str] = []
    years = (str(first["resolved_from"])[:4], str(last["resolved_to"])[:4])
    if years[0] != years[1]:
        said.append(
            told("사실이 가리키는 때는 {}({})부터 {}({})까지 걸쳐 있다.", f"{int(years[0])}년", reading.refs([first]),
                 f"{int(years[1])}년", reading.refs([last]))
        )  # fmt: skip
    relative = [fact for fact in dated if "게재일" in str(fact["note"])]
    if relative:
        words = [f"{quoted(fact['text'], longest=20)}은 {_span(fact)}" for fact in relative[:3]]
        said.append(told("발행일에 비추어 {}으로 풀었다.", listed(_unlike(words))))
    return said


def _unlike(words: list[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _span(fact: Row) -> str:
    start, end = str(fact["resolved_from"]), str(fact["resolved_to"])
    if start == end:
        year, month, date = start.split("-")
        return f"{int(year)}년 {int(month)}월 {int(date)}일"
    if start[:4] == end[:4]:
        whole_year = start[5:] == "01-01" and end[5:] == "12-31"
        return f"{int(start[:4])}년" if whole_year else f"{int(start[:4])}년 {_months(start, end)}"
    return f"{int(start[:4])}~{int(end[:4])}년"


def _months(start: str, end: str) -> str:
    first, last = int(start[5:7]), int(end[5:7])
    return f"{first}월" if first == last else f"{first}~{last}월"
