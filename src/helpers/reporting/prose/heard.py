"""Section 3 of the narrative: in whose voice the article argues."""

from __future__ import annotations

from typing import Any

from helpers.reporting.numbers import number, percent
from helpers.reporting.particles import josa
from helpers.reporting.prose.reading import HEARD, Reading, key_of
from helpers.reporting.prose.wording import absent, listed, paragraphs, quoted, records, told
from helpers.reporting.saying import Displayable, say, strong

_MOST_NAMES = 4


def in_whose_voice(reading: Reading) -> Displayable:
    """How much the reporter says, how much named and unnamed sources, and who they are.

    Neither evidence nor quotations give an empty displayable.
    """
    return paragraphs(say(*_shares(reading)), say(*_speakers(reading), *_nobody(reading)), say(*_marked(reading)))


def _shares(reading: Reading) -> list[str]:
    total = len(reading.evidence)
    if not total:
        return []
    voices = reading.evidence["voice"].value_counts()
    reporter, named, unnamed = (int(voices.get(kind, 0)) for kind in ("reporter", "named", "unnamed"))
    if reporter == total:
        return [told("근거 문장 {}는 모두 기자가 자기 말로 쓴 것이다.", strong(number(total, "개")))]
    parts = [
        (reporter, "기자가 자기 말로 썼고", "기자가 자기 말로 썼다"),
        (named, "이름을 밝힌 취재원의 말이고", "이름을 밝힌 취재원의 말이다"),
        (unnamed, "이름을 밝히지 않은 취재원의 말이고", "이름을 밝히지 않은 취재원의 말이다"),
    ]
    given = [part for part in parts if part[0]]
    if len(given) == 1:
        return [told("근거 문장 {}는 모두 {}.", strong(number(total, "개")), given[0][2])]
    clauses = [f"{number(n, '문장')}({percent(n / total)})은 {middle}" for n, middle, _ in given[:-1]]
    clauses.append(f"{number(given[-1][0], '문장')}은 {given[-1][2]}")
    said: list[str] = [told("근거 문장 {} 가운데 {}.", number(total, "개"), ", ".join(clauses))]
    if unnamed and not named:
        said.append(strong("이름을 밝힌 취재원의 말에 기댄 근거는 하나도 없다."))
    return said + _by_stance(reading)


def _by_stance(reading: Reading) -> list[str]:
    """Are those who doubt heard more often through sources than those who agree."""
    names = ("지지하는", "한정하거나 반대하는")
    groups = [reading.of_stance("supports"), reading.of_stance("qualifies", "opposes")]
    heard = [sum(row["voice"] != "reporter" for row in rows) for rows in groups]
    if min(len(rows) for rows in groups) < 2 or not any(heard):
        return []
    if all(heard):
        (n, total), (m, whole) = (
            (number(k, "개"), number(len(rows), "개")) for k, rows in zip(heard, groups, strict=True)
        )
        return [
            f"{names[0]} 문장에서는 {total} 가운데 {n}, {names[1]} 문장에서는 {whole} 가운데 {m}가 취재원의 말이다."
        ]
    some, none = (0, 1) if heard[0] else (1, 0)
    return [f"취재원의 말은 모두 {names[some]} 쪽에 있고, {names[none]} 문장은 기자가 홀로 쓴다."]


def _speakers(reading: Reading) -> list[str]:
    """Who is quoted, in how many sentences; who of them is named."""
    speech = [row for row in records(reading.voices) if row["use"] == "speech" and not absent(row["speaker"])]
    if not speech:
        return []
    turns: dict[str, list[dict[str, Any]]] = {}
    for row in speech:
        turns.setdefault(reading.speaker(row), []).append(row)
    sizes = {name: len({key_of(row) for row in rows}) for name, rows in turns.items()}
    ordered = sorted(turns, key=lambda name: (-sizes[name], key_of(turns[name][0])))
    opening = f"따옴표 안에 말을 옮긴 문장은 {number(len({key_of(row) for row in speech}), '개')}다."
    unnamed = sum(turns[name][0]["kind"] == "unnamed" for name in ordered)
    return [opening, _who(ordered, sizes, unnamed)]


def _who(ordered: list[str], sizes: dict[str, int], unnamed: int) -> str:
    people = len(ordered)
    names = [f"{quoted(name, longest=30)}({number(sizes[name], '문장')})" for name in ordered[:_MOST_NAMES]]
    who = listed(names) if people <= _MOST_NAMES else f"{', '.join(names)} 등 {number(people, '명')}"
    if people == 1:
        kind = "이름을 밝히지 않았다" if unnamed else "이름을 밝혔다"
        return f"말한 이는 {who} 하나로, {kind}."
    if unnamed == people:
        return f"말한 이는 {josa(who, '으로/로')}, 이름을 밝힌 사람이 없다."
    if not unnamed:
        return f"말한 이는 {josa(who, '으로/로')}, 모두 이름이나 직함으로 누구인지 알 수 있다."
    return f"말한 이는 {josa(who, '이다/다')}. 그 가운데 {number(unnamed, '명')}은 이름을 밝히지 않았다."


def _nobody(reading: Reading) -> list[str]:
    """Words that the article gives to nobody in particular."""
    rows = [row for row in records(reading.voices) if row["use"] in HEARD and row["kind"] == "unnamed"]
    nobody = [row for row in rows if absent(row["speaker"])]
    if not nobody:
        return []
    return [told("누구의 말이나 평가인지 밝히지 않고 옮긴 문장도 {} 있다.", _places(reading, nobody))]


def _marked(reading: Reading) -> list[str]:
    """Phrases that stand between marks although nobody is quoted."""
    rows = [row for row in records(reading.voices) if row["use"] == "scare"]
    phrases = list(dict.fromkeys(" ".join(str(row["text"]).split()) for row in rows))
    if not phrases:
        return []
    shown = [quoted(phrase, longest=25) for phrase in phrases[:_MOST_NAMES]]
    names = listed(shown) if len(phrases) <= _MOST_NAMES else f"{', '.join(shown)} 등 {number(len(phrases), '개')}"
    return [
        told("말을 옮기지 않으면서 따옴표로 두드러지게 한 표현은 {}({}).", josa(names, "이다/다"), reading.refs(rows)),
        "내세우려는 말이거나 거리를 두려는 말이다.",
    ]


def _places(reading: Reading, rows: list[dict[str, Any]]) -> str:
    n = len({key_of(row) for row in rows})
    return told("{}({})", number(n, "개"), reading.refs(rows))
