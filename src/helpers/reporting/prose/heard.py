"""Section 3 of the narrative: in whose voice the article argues."""

from __future__ import annotations

from typing import Any

from helpers.reporting.korean.numbers import number, percent
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.reading import HEARD, Reading, key_of
from helpers.reporting.prose.wording import absent, in_table, listed, paragraphs, people, quoted, records, things, told
from helpers.reporting.saying import Displayable, say, strong

_MOST_NAMES = 4
_WHOSE = {"reporter": "기자", "named": "이름을 밝힌 취재원", "unnamed": "이름을 밝히지 않은 취재원"}


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
    sizes = {kind: int(voices.get(kind, 0)) for kind in _WHOSE}
    given = [kind for kind, n in sizes.items() if n]
    if len(given) == 1:
        own = "기자가 자기 말로 쓴 것이다" if given == ["reporter"] else f"{_WHOSE[given[0]]}의 말이다"
        if total == 1:
            return [f"하나뿐인 근거 문장은 {own}."]
        said: list[str] = [told("근거 문장 {}는 모두 {}.", strong(number(total, "개")), own)]
    else:
        said = [
            told("근거 문장 {} 가운데 {}.", number(total, "개"), _parts({kind: sizes[kind] for kind in given}, total))
        ]
    if sizes["unnamed"] and not sizes["named"]:
        said.append(strong("이름을 밝힌 취재원의 말에 기댄 근거는 하나도 없다."))
    return said + (_by_stance(reading) if len(given) > 1 else [])


def _parts(sizes: dict[str, int], total: int) -> str:
    """Who says how many: the first with its share, the last without a conjunction."""
    clauses = []
    for place, (kind, n) in enumerate(sizes.items()):
        share = f"({percent(n / total)})" if place == 0 else ""
        last = place == len(sizes) - 1
        if kind == "reporter":
            clauses.append(f"{number(n, '문장')}{share}은 기자가 자기 말로 썼고")
        else:
            ending = "의 말이다" if last else "의 말이며" if place else "의 말이고"
            clauses.append(f"{number(n, '문장')}{share}은 {_WHOSE[kind]}{ending}")
    return ", ".join(clauses)


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
    quotations = [row for row in records(reading.voices) if row["use"] == "speech"]
    speech = [row for row in quotations if not absent(row["speaker"])]
    if not speech:
        return []
    turns: dict[str, list[dict[str, Any]]] = {}
    for row in speech:
        turns.setdefault(reading.speaker(row), []).append(row)
    sizes = {name: len({key_of(row) for row in rows}) for name, rows in turns.items()}
    ordered = sorted(turns, key=lambda name: (-sizes[name], key_of(turns[name][0])))
    stated = in_table(things(len({key_of(row) for row in quotations})), "voices")
    opening = told("따옴표 안에 말을 옮긴 문장은 {}다.", stated)
    unnamed = sum(turns[name][0]["kind"] == "unnamed" for name in ordered)
    return [opening, _who(ordered, sizes, unnamed)]


def _who(ordered: list[str], sizes: dict[str, int], unnamed: int) -> str:
    n = len(ordered)
    if n == 1:
        kind = "이름을 밝히지 않았다" if unnamed else "이름을 밝혔다"
        return f"말한 이는 {josa(quoted(ordered[0], longest=30), '으로/로')}, {kind}."
    counts = {name: f"({number(sizes[name], '문장')})" if max(sizes.values()) > 1 else "" for name in ordered}
    names = [f"{quoted(name, longest=30)}{counts[name]}" for name in ordered[:_MOST_NAMES]]
    who = listed(names) if n <= _MOST_NAMES else f"{', '.join(names)} 등 {people(n)}"
    if unnamed == n:
        return f"말한 이는 {josa(who, '으로/로')}, 이름을 밝힌 사람이 없다."
    if not unnamed:
        return f"말한 이는 {josa(who, '으로/로')}, 이름 없는 취재원은 없다."
    return f"말한 이는 {josa(who, '이다/다')}. 그 가운데 {josa(people(unnamed), '은/는')} 이름을 밝히지 않았다."


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
    return told("{}({})", things(len({key_of(row) for row in rows})), reading.refs(rows))
