"""Sections 3 and 4 of the narrative: in whose voice the article argues, and what stands against the thesis."""

from __future__ import annotations

from typing import Any

from helpers.reporting.numbers import number, percent
from helpers.reporting.particles import josa
from helpers.reporting.prose.reading import HEARD, Reading, Row
from helpers.reporting.prose.wording import absent, listed, paragraphs, quoted, records, told
from helpers.reporting.saying import Displayable, say, strong

_MOST_NAMES = 4
_MOST_QUOTED = 3


def in_whose_voice(reading: Reading) -> Displayable:
    """How much the reporter says, how much named and unnamed sources, and who they are.

    Neither evidence nor speech gives an empty displayable.
    """
    return paragraphs(say(*_shares(reading)), say(*_speakers(reading), *_nobody(reading)), say(*_held(reading)))


def what_stands_against(reading: Reading) -> Displayable:
    """The sentences that oppose and qualify the thesis, the objections that the article itself turns away, the order.

    No evidence gives an empty displayable.
    """
    if reading.evidence.empty:
        return say()
    return paragraphs(
        say(*_opposing(reading)), say(*_qualifying(reading)), say(*_denied(reading)), say(*_answered(reading))
    )


def _shares(reading: Reading) -> list[str]:
    if reading.evidence.empty:
        return []
    voices = reading.evidence["voice"].value_counts()
    reporter, named, unnamed = (int(voices.get(kind, 0)) for kind in ("reporter", "named", "unnamed"))
    total = len(reading.evidence)
    if reporter == total:
        return [told("근거 문장 {}는 모두 기자가 자기 말로 쓴 것이다.", strong(number(total, "개")))]
    shares = [
        f"{number(reporter, '문장')}({percent(reporter / total)})은 기자가 자기 말로 썼다" if reporter else "",
        f"{number(named, '문장')}은 이름을 밝힌 취재원의 말이다" if named else "",
        f"{number(unnamed, '문장')}은 이름을 밝히지 않은 취재원의 말이다" if unnamed else "",
    ]
    given = [share for share in shares if share]
    said = [told("근거 문장 {} 가운데 {}.", number(total, "개"), _joined(given))]
    if unnamed and not named:
        said.append(told("{}", strong("이름을 밝힌 취재원의 말에 기댄 근거는 하나도 없다.")))
    return said + _by_stance(reading)


def _joined(clauses: list[str]) -> str:
    """Clauses that end in 다 as one sentence without its full stop."""
    linked = [_linked(clause) for clause in clauses[:-1]]
    return ", ".join([*linked, clauses[-1]])


def _linked(clause: str) -> str:
    """썼다 as 썼고, 말이다 as 말이고."""
    return clause[:-1] + "고"


def _by_stance(reading: Reading) -> list[str]:
    """Are those who doubt heard more often through sources than those who agree."""
    groups = [reading.of_stance("supports"), reading.of_stance("qualifies", "opposes")]
    if min(len(rows) for rows in groups) < 2:
        return []
    heard = [sum(row["voice"] != "reporter" for row in rows) for rows in groups]
    names = ("지지하는", "한정하거나 반대하는")
    parts = [
        f"{name} 문장은 {number(len(rows), '개')} 가운데 {number(n, '개')}가" if n else f"{name} 문장은 하나도"
        for name, rows, n in zip(names, groups, heard, strict=True)
    ]
    if not any(heard):
        return []
    if all(heard):
        return [f"{parts[0]}, {parts[1]} 취재원의 말이다."]
    index = 0 if heard[0] else 1
    return [f"{parts[index]} 취재원의 말인데, {parts[1 - index]} 그렇지 않다."]


def _speakers(reading: Reading) -> list[str]:
    """Who is quoted, how often; who of them is named."""
    speech = [row for row in records(reading.voices) if row["use"] == "speech" and not absent(row["speaker"])]
    if not speech:
        return []
    turns: dict[str, list[dict[str, Any]]] = {}
    for row in speech:
        turns.setdefault(reading.speaker(row), []).append(row)
    ordered = sorted(turns, key=lambda name: (-len(turns[name]), turns[name][0]["start"]))
    names = [f"{quoted(name, longest=30)}({number(len(turns[name]), '번')})" for name in ordered[:_MOST_NAMES]]
    more = f" 등 {number(len(ordered), '명')}" if len(ordered) > _MOST_NAMES else ""
    kinds = {name: turns[name][0]["kind"] for name in ordered}
    said = f"따옴표 안에 옮긴 말은 모두 {number(len(speech), '번')} 나온다. 말한 이는 {listed(names)}{more}"
    if len(set(kinds.values())) > 1:
        unnamed = sum(kind == "unnamed" for kind in kinds.values())
        return [f"{said}이며, 그 가운데 {number(unnamed, '명')}은 이름이 없다."]
    if set(kinds.values()) == {"unnamed"}:
        return [f"{said}인데, {'모두' if len(ordered) > 1 else '그'} 이름이 없다."]
    return [f"{said}이며, {'모두 ' if len(ordered) > 1 else ''}이름을 밝혔다."]


def _nobody(reading: Reading) -> list[str]:
    """Words that the article gives to nobody in particular."""
    rows = [row for row in records(reading.voices) if row["use"] in HEARD and row["kind"] == "unnamed"]
    nobody = [row for row in rows if absent(row["speaker"])]
    if not nobody:
        return []
    return [
        told(
            "누구의 말이나 평가인지 밝히지 않고 옮긴 대목도 {} 있다({}).",
            number(len(nobody), "곳"),
            reading.refs(nobody),
        )
    ]


def _held(reading: Reading) -> list[str]:
    """Phrases that the reporter put between marks."""
    rows = [row for row in records(reading.voices) if row["use"] == "scare"]
    phrases = list(dict.fromkeys(" ".join(str(row["text"]).split()) for row in rows))
    if not phrases:
        return []
    shown = listed([quoted(phrase, longest=25) for phrase in phrases[:_MOST_NAMES]])
    more = " 같은" if len(phrases) > _MOST_NAMES else "이라는"
    word = f"{shown}{more}" if more == " 같은" else josa(str(shown), "이라는/라는")
    return [told("기자는 {} 말에 따옴표를 둘러 누구의 말도 아닌 자리에 두었다({}).", word, reading.refs(rows))]


def _opposing(reading: Reading) -> list[str]:
    rows = reading.of_stance("opposes")
    if not rows:
        return [
            "논지에 반대하는 문장은 찾지 못했다.",
            "기사에 반론이 없거나, 반론이 쓰는 말을 코드북이 아직 담지 못한 것이다.",
        ]
    said: list[str] = [told("논지에 반대하는 문장은 {}다.", strong(number(len(rows), "개")))]
    said += [told("{}.", reading.reported(row)) for row in rows[:_MOST_QUOTED]]
    claims = _claims_hit(reading, "opposes")
    if claims and len(reading.claims) > 1:
        said.append(told("{} 맞서는 말이다.", josa(str(listed(claims)), "과/와")))
    return said


def _claims_hit(reading: Reading, stance: str) -> list[str]:
    return [reading.claim(claim) for claim in reading.claims if reading.counts(claim)[stance]]


def _qualifying(reading: Reading) -> list[str]:
    rows = reading.of_stance("qualifies")
    if not rows:
        return []
    mixed = [row for row in rows if _is_mixed(row)]
    said: list[str] = [told("논지를 한정하는 문장은 {}다.", strong(number(len(rows), "개")))]
    if mixed and len(mixed) == len(rows):
        said.append("모두 한 문장 안에서 논지의 약점을 인정하면서 지지하는 말을 함께 한다.")
    elif mixed:
        said.append(
            told("이 가운데 {}는 한 문장 안에서 약점을 인정하면서 지지하는 말을 함께 한다({}).",
                 number(len(mixed), "개"), reading.refs(mixed))
        )  # fmt: skip
    plain = [row for row in rows if not _is_mixed(row)] or mixed
    body = [row for row in plain if row["section"] == "body"] or plain
    said += [told("{}.", reading.reported(row)) for row in body[:2]]
    return said


def _is_mixed(row: Row) -> bool:
    stances = {code.rpartition(":")[2] for code in str(row["codes"]).split()}
    return "supports" in stances and len(stances) > 1


def _denied(reading: Reading) -> list[str]:
    """Objections that are brought up to be turned away."""
    turned = {
        (coding["article_id"], coding["sentence_id"])
        for coding in reading.coded()
        if coding["stance"] == "supports" and reading.codebook[coding["code"]].stance in ("opposes", "qualifies")
    }
    rows = [row for row in records(reading.evidence) if (row["article_id"], row["sentence_id"]) in turned]
    if not rows:
        return []
    return [
        told(
            "논지에 불리한 말을 꺼내 놓고 그 자리에서 물리치는 문장도 {} 있다({}).",
            number(len(rows), "개"),
            reading.refs(rows),
        ),
        "이런 문장은 반론을 다루는 것처럼 읽히지만, 반론을 말할 기회는 주지 않는다." if len(rows) > 1 else "",
    ]


def _answered(reading: Reading) -> list[str]:
    """Where the last objection stands, and how much support follows it."""
    rows = reading.of_stance("opposes")
    if not rows or reading.several:
        return []
    last = rows[-1]
    after = [row for row in reading.of_stance("supports") if row["sentence_id"] > last["sentence_id"]]
    place = percent(last["position"])
    if not after:
        return [
            told(
                "마지막 반대 문장({})은 기사의 {} 자리에 있고, 그 뒤로 지지하는 문장이 나오지 않는다.",
                reading.refs([last]),
                place,
            )
        ]
    return [
        told("마지막 반대 문장({})은 기사의 {} 자리에 있고, 그 뒤로 지지하는 문장이 {} 이어진다.", reading.refs([last]), place,
             number(len(after), "개"))
    ]  # fmt: skip
