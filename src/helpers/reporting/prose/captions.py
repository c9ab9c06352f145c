"""What the figures of notebook 04 say, as captions computed from the same tables."""

from __future__ import annotations

from helpers.reporting.korean.names import STANCES as STANCE_NAMES
from helpers.reporting.korean.numbers import number, percent
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.claims import act, balance
from helpers.reporting.prose.reading import STANCES, Reading
from helpers.reporting.prose.wording import absent, listed, records, sentences

_THIRDS = ("앞쪽", "가운데", "뒤쪽")
_DOING = {"supports": "지지하는", "qualifies": "한정하는", "opposes": "반대하는"}


def evidence_caption(reading: Reading) -> str:
    """Below the figure of evidence along the article: how much of each stance, and what stands in one part alone."""
    counts = {stance: len(reading.of_stance(stance)) for stance in STANCES}
    total = sum(counts.values())
    if not total:
        return "논지와 이어지는 문장을 찾지 못했다."
    if max(counts.values()) == total:
        only = next(stance for stance, n in counts.items() if n)
        said = f"논지와 이어지는 {sentences(total)}은 {'모두 ' if total > 1 else ''}{act(only, '논지')}."
    else:
        said = f"논지와 이어지는 {number(total, '문장')} 가운데 {balance(counts)}."
    gathered = [sentence for stance in ("opposes", "qualifies", "supports") if (sentence := _gathered(reading, stance))]
    return " ".join([said, *gathered[:1]])


def _gathered(reading: Reading, stance: str) -> str:
    """A sentence if all evidence of a stance stands in one third of the article."""
    places = [row["position"] for row in reading.of_stance(stance)]
    thirds = {min(int(place * 3), 2) for place in places}
    if len(places) < 2 or len(thirds) != 1:
        return ""
    return f"{_DOING[stance]} 문장은 모두 기사의 {_THIRDS[thirds.pop()]} 3분의 1에 있다."


def weighing_caption(reading: Reading) -> str:
    """Below the bars of claims: the claim that is supported alone, and the one that is most disputed."""
    counts = {claim: reading.counts(claim) for claim in reading.claims}
    held = {claim: n for claim, n in counts.items() if sum(n.values())}
    if not held:
        return "논지와 이어지는 문장을 찾지 못했다."
    if len(counts) == 1:
        return f"논지에 이어지는 문장: {balance(next(iter(counts.values())))}."
    firm = [claim for claim, n in held.items() if n["supports"] == sum(n.values())]
    shares = {claim: 1 - n["supports"] / sum(n.values()) for claim, n in held.items()}
    worst = max(shares, key=lambda claim: (shares[claim], sum(held[claim].values())))
    if len(firm) == len(held):
        return "어느 주장에서도 한정하거나 반대하는 문장이 나오지 않는다."
    said = f"{reading.claim(worst)}에서 한정하거나 반대하는 문장의 비율이 {percent(shares[worst])}로 가장 높다."
    if not firm:
        return said
    return f"{said} {listed([reading.claim(claim) for claim in firm], '은/는')} 지지하는 문장뿐이다."


def timeline_caption(reading: Reading) -> str:
    """Below the timeline: from when to when, and how much of it lies before and after publication."""
    dated = [row for row in records(reading.facts) if not absent(row["resolved_from"])]
    if not dated:
        return "기사에는 때를 알 수 있는 사실이 없다."
    first = min(str(row["resolved_from"]) for row in dated)[:4]
    last = max(str(row["resolved_to"]) for row in dated)[:4]
    days = sorted(str(moment)[:10] for moment in reading.articles["published_at"].dropna())
    span = (
        f"기사는 {int(first)}년의 일만 말한다"
        if first == last
        else f"기사는 {int(first)}년부터 {int(last)}년까지를 말한다"
    )
    if not days or reading.several:
        return f"{span}."
    later = sum(str(row["resolved_from"]) > days[-1] for row in dated)
    if later == len(dated):
        return f"{span}. 모두 기사가 나온 뒤의 일이다."
    tail = f"앞으로의 일은 {josa(number(later, '개'), '이다/다')}" if later else "기사가 나온 뒤의 일은 없다"
    return f"{span}. 때가 있는 사실 {number(len(dated), '개')} 가운데 {tail}."


def scope_names(reading: Reading) -> dict[str, str]:
    """By scope of tables.AGREEMENT, its Korean name."""
    labels = {code.name: code.label for code in reading.codebook.codes}
    return {"codes": "모든 코드(붙였는가)", "stances": "모든 코드(어떤 입장인가)", **labels}


def coded_names() -> dict[str, str]:
    """By what a coder said of a sentence and a code, its Korean name; left uncoded is said too."""
    return {**STANCE_NAMES, "absent": "붙이지 않음"}
