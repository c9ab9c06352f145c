"""Section 4 of the narrative: what qualifies the thesis, what opposes it, and how the article deals with that."""

from __future__ import annotations

from typing import Any

from helpers.reporting.korean.numbers import number
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.reading import Reading, Row, key_of
from helpers.reporting.prose.wording import counted, listed, paragraphs, people, place_in_text, records, things, told
from helpers.reporting.saying import Displayable, say, strong

_MOST_QUOTED = 3
_CAUTION = "부정은 규칙이 문장의 꼴로 읽은 것이어서, 참으로 반론을 물리치는 말인지는 문장을 보고 가려야 한다."


def what_stands_against(reading: Reading) -> Displayable:
    """The sentences that oppose and qualify the thesis, the objections that the article itself turns away, the order.

    No evidence gives an empty displayable.
    """
    if reading.evidence.empty:
        return say()
    opposing = [*_opposing(reading), *_answered(reading)]
    return paragraphs(say(*opposing), say(*_qualifying(reading)), say(*_denied(reading)))


def _opposing(reading: Reading) -> list[str]:
    rows = reading.of_stance("opposes")
    if not rows:
        return [
            "논지에 반대하는 문장은 찾지 못했다.",
            "기사에 반론이 없거나, 반론이 쓰는 말을 코드북이 아직 담지 못한 것이다.",
        ]
    said: list[str] = [told("논지에 반대하는 문장은 {}다.", strong(things(len(rows))))]
    if len(rows) > _MOST_QUOTED:
        said.append(f"앞의 {people(_MOST_QUOTED)}을 옮기면 이렇다.")
    said += _in_turn(reading, rows[:_MOST_QUOTED])
    claims = [reading.claim_again(claim) for claim in reading.claims if reading.counts(claim)["opposes"]]
    if len(claims) > 1 and len(claims) == len(reading.claims):
        said.append(f"{counted(len(claims), '주장')} 모두에 맞서는 말이다.")
    elif claims and len(reading.claims) > 1:
        said.append(f"{listed(claims)}에 맞서는 말이다.")
    return said


def _answered(reading: Reading) -> list[str]:
    """Where the last objection stands, and how much support follows it; nothing for several articles."""
    rows = reading.of_stance("opposes")
    if not rows or reading.several:
        return []
    last = rows[-1]
    after = sum(row["sentence_id"] > last["sentence_id"] for row in reading.of_stance("supports"))
    name = "마지막 반대 문장" if len(rows) > 1 else "이 문장"
    place = f"{name}은 기사의 {place_in_text(last['position'])}에 있"
    if not after:
        return [f"{place}으며, 그 뒤로는 지지하는 문장이 나오지 않는다."]
    return [f"{place}고, 그 뒤로 지지하는 문장이 {number(after, '개')} 나온다."]


def _qualifying(reading: Reading) -> list[str]:
    rows = reading.of_stance("qualifies")
    if not rows:
        return []
    mixed = [row for row in rows if _is_mixed(row)]
    plain = [row for row in rows if not _is_mixed(row)]
    said: list[str] = [told("논지를 한정하는 문장은 {}다.", strong(things(len(rows))))]
    if mixed:
        which = "모두" if not plain else f"이 가운데 {josa(things(len(mixed)), '은/는')}"
        said.append(
            told("{} 한 문장 안에서 약점을 인정하면서 지지하는 말도 한다({}).", which, reading.refs(mixed))
            if len(rows) > 1
            else "한 문장 안에서 약점을 인정하면서 지지하는 말도 한다."
        )
    if mixed and plain:
        softened = any(_is_softened(reading, row) for row in plain)
        said.append(f"나머지는 약점만 말{'하거나, 지지하는 말을 누그러뜨린다' if softened else '한다'}.")
    chosen = plain or mixed
    body = [row for row in chosen if row["section"] == "body"] or chosen
    return said + _in_turn(reading, body[:2])


def _in_turn(reading: Reading, rows: list[dict[str, Any]]) -> list[str]:
    """What several sentences say; who says two of them in a row is named once."""
    said: list[str] = []
    before = ""
    for row in rows:
        text = reading.reported(row)
        who = text.partition("<q>")[0]
        said.append(told("{}.", "또 " + text[len(who) :] if who == before else text))
        before = who
    return said


def _is_mixed(row: Row) -> bool:
    stances = {code.rpartition(":")[2] for code in str(row["codes"]).split()}
    return "supports" in stances and len(stances) > 1


def _is_softened(reading: Reading, row: Row) -> bool:
    """Does a sentence support the thesis, but for a word that belittles or concedes it."""
    codes = (code.partition(":")[0] for code in str(row["codes"]).split())
    return any(reading.codebook[code].stance == "supports" for code in codes)


def _denied(reading: Reading) -> list[str]:
    """Objections that are brought up to be turned away."""
    turned = {
        key_of(coding)
        for coding in reading.coded
        if coding["stance"] == "supports" and reading.codebook[coding["code"]].stance in ("opposes", "qualifies")
    }
    rows = [row for row in records(reading.evidence) if key_of(row) in turned]
    if not rows:
        return []
    if len(rows) == 1:
        return [
            told("논지에 불리한 말을 꺼내고 그 자리에서 부정하는 문장도 하나 있다. {}.", reading.reported(rows[0])),
            _CAUTION,
        ]
    first = next((row for row in rows if row["section"] == "body"), rows[0])
    return [
        told(
            "논지에 불리한 말을 꺼내고 그 자리에서 부정하는 문장도 {} 있다({}).",
            number(len(rows), "개"),
            reading.refs(rows),
        ),
        told("{}.", reading.reported(first)),
        _CAUTION,
    ]
