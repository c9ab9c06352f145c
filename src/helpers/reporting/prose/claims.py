"""Section 1 and 2 of the narrative: what the article claims, and on what evidence."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from helpers.reporting.numbers import number, percent
from helpers.reporting.particles import josa
from helpers.reporting.prose.reading import Reading, best
from helpers.reporting.prose.wording import first, listed, ordinal, paragraphs, quoted, records, told
from helpers.reporting.saying import Displayable, link_keyword, quote, say, strong

_ENDINGS = {"supports": ("지지하고", "지지하며", "지지한다"), "qualifies": ("한정하고", "한정하며", "한정한다"),
            "opposes": ("반대하고", "반대하며", "반대한다")}  # fmt: skip
_MOST_CLAIMS = 6
_FREQUENT = 8


def what_it_claims(reading: Reading) -> Displayable:
    """The thesis, its claims, how many sentences bear on them and where they stand."""
    return paragraphs(say(*_thesis(reading)), say(*_weight(reading)), say(*_places(reading)))


def on_what_evidence(reading: Reading) -> Displayable:
    """Claim by claim: how many sentences, which codes, one sentence that stands for them, on what they rest.

    No evidence gives an empty displayable.
    """
    held = [claim for claim in reading.claims if sum(reading.counts(claim).values())]
    parts = [say(*_claim(reading, claim)) for claim in held[:_MOST_CLAIMS]]
    rest = held[_MOST_CLAIMS:]
    if rest:
        parts.append(say(told("{}에도 이어지는 문장이 있다.", listed([reading.claim(claim) for claim in rest]))))
    return paragraphs(*parts, say(*_without_evidence(reading, held)), say(*_words(reading)))


def balance(counts: dict[str, int], *, thing: str = "") -> str:
    """Counts by stance as the end of a sentence: "24문장은 지지하고, 7문장은 한정하며, 2문장은 반대한다"."""
    given = [(stance, n) for stance, n in counts.items() if n]
    forms = [0] * (len(given) - 2) + [1] * (len(given) > 2) + [0] * (len(given) == 2)
    parts = []
    for place, (stance, n) in enumerate(given):
        form = 2 if place == len(given) - 1 else forms[place]
        what = f" {josa(thing, '을/를')}" if thing and place == 0 else ""
        parts.append(f"{number(n, '문장')}은{what} {_ENDINGS[stance][form]}")
    return ", ".join(parts)


def _thesis(reading: Reading) -> list[str]:
    said = [told("따져 볼 논지는 이것이다. {}", quote(reading.study.thesis.strip()))]
    claims = list(reading.codebook.claims.values())
    if len(claims) < 2:
        return said
    said.append(told("코드북은 이 논지를 {} 주장으로 나눈다.", _kinds(len(claims))))
    if all(claim.strip().rstrip(".").endswith("다") for claim in claims):
        said += [told("{}, {}.", ordinal(n), claim.strip().rstrip(".")) for n, claim in enumerate(claims, 1)]
    else:
        said.append(told("{}이다.", listed([quoted(claim) for claim in claims])))
    return said


def _kinds(n: int) -> str:
    return f"{('', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉')[n]} 가지" if n < 10 else f"{n}가지"


def _weight(reading: Reading) -> list[str]:
    everything, counts = len(reading.sentences), reading.counts()
    total = sum(counts.values())
    if not everything:
        return []
    whose = f"기사 {number(len(reading.articles), '편')}의" if reading.several else "기사의"
    if not total:
        return [
            f"{whose} {number(everything, '문장')} 가운데 코드북의 규칙에 걸린 근거는 하나도 없다.",
            "기사가 이 논지를 다루지 않거나, 기사가 쓰는 말을 규칙이 담지 못한 것이다.",
        ]
    stated = strong(f"{number(total, '문장')}({percent(total / everything)})")
    said = [told("{} {} 가운데 {}이 논지와 이어진다.", whose, number(everything, "문장"), stated)]
    kinds = [stance for stance, n in counts.items() if n]
    if len(kinds) == 1:
        said.append(f"모두 논지를 {_ENDINGS[kinds[0]][2]}.")
    else:
        said.append(f"이 가운데 {balance(counts, thing='논지')}.")
    if rest := everything - total:
        said.append(f"나머지 {number(rest, '문장')}은 배경이거나 코드북이 묻지 않는 내용이다.")
    return said


def _places(reading: Reading) -> list[str]:
    """Which claim most sentences bear on, whether the deck says it already, and where the evidence stands."""
    if not len(reading.evidence):
        return []
    said: list[str] = []
    totals = {claim: sum(reading.counts(claim).values()) for claim in reading.claims}
    top, low = max(totals.values()), min(totals.values())
    leading = [claim for claim in totals if totals[claim] == top]
    if len(leading) == 1 and len(totals) > 1 and top > low:
        least = [claim for claim in totals if totals[claim] == low]
        tail = (
            f", {_noun(reading, least[0])}에는 {number(low, '문장')}이 이어져 가장 적다"
            if low and len(least) == 1
            else ""
        )
        said.append(
            f"{_noun(reading, leading[0])}에 {number(top, '문장')}이 이어져 가장 많고{tail}."
            if tail
            else f"가장 많은 문장이 이어지는 것은 {_noun(reading, leading[0])}이다({number(top, '문장')})."
        )
    return [*said, *_deck(reading), *_thirds(reading)]


def _noun(reading: Reading, claim: str) -> str:
    return reading.claim(claim)


def _deck(reading: Reading) -> list[str]:
    decks = int((reading.sentences["section"] == "deck").sum())
    held = int((reading.evidence["section"] == "deck").sum())
    if not decks or not held:
        return []
    if decks == held:
        return [
            f"부제 {number(decks, '줄')}이 모두 근거 문장이어서, 논지는 본문보다 먼저 독자에게 닿는다."
            if decks > 1
            else "부제부터가 근거 문장이다."
        ]
    return [f"부제 {number(decks, '줄')} 가운데 {number(held, '줄')}에서 이미 논지가 나온다."]


def _thirds(reading: Reading) -> list[str]:
    places = reading.evidence["position"]
    if len(places) < 6:
        return []
    thirds = [int(((places > k / 3) & (places <= (k + 1) / 3)).sum()) for k in range(3)]
    names = ("앞", "가운데", "뒤")
    numbers = f"앞에서부터 {', '.join(number(n, '문장') for n in thirds)}"
    if max(thirds) - min(thirds) <= max(2, len(places) // 6):
        return [f"기사를 셋으로 나누면 근거 문장은 {numbers}으로 고르게 놓여 있다."]
    most = names[thirds.index(max(thirds))]
    return [f"기사를 셋으로 나누면 근거 문장은 {numbers}으로, {most}쪽에 가장 많다."]


def _claim(reading: Reading, claim: str) -> list[str]:
    counts = reading.counts(claim)
    total = sum(counts.values())
    kinds = [stance for stance, n in counts.items() if n]
    name = reading.claim(claim)
    if total == 1:
        said = [f"{name}에 이어지는 문장은 하나뿐이며, 논지를 {_ENDINGS[kinds[0]][2]}."]
    elif len(kinds) == 1:
        said = [f"{name}에는 {number(total, '문장')}이 이어지고, 모두 {_ENDINGS[kinds[0]][2]}."]
    else:
        said = [f"{name}에는 {number(total, '문장')}이 이어진다.", f"{balance(counts)}."]
    said = [told("{}", sentence) for sentence in said]
    rows = reading.of_claim(claim, "supports")
    if not rows:
        return said
    said += _codes(reading, claim)
    example = best(rows)
    if example is not None:
        said.append(told("{}.", reading.reported(example)))
    return said + _rest_on(reading, claim)


def _codes(reading: Reading, claim: str) -> list[str]:
    """Which codes carry the support: those that support by themselves, and those that are denied."""
    places: dict[str, set[tuple[str, int]]] = {}
    for coding in reading.coded():
        if coding["stance"] == "supports" and reading.codebook[coding["code"]].claim == claim:
            places.setdefault(coding["code"], set()).add((coding["article_id"], coding["sentence_id"]))
    names = []
    for code in reading.codebook.codes:
        if code.name in places:
            label = quoted(code.label)
            own = code.stance == "supports"
            names.append(
                f"{label if own else josa(label, '을/를') + ' 물리치는 말'}({number(len(places[code.name]), '문장')})"
            )
    if not names:
        return []
    return [f"근거는 {listed(names, '으로/로')} 나뉜다." if len(names) > 1 else f"근거는 {names[0]}이다."]


def _rest_on(reading: Reading, claim: str) -> list[str]:
    row = reading.weighed(claim)["supports"]
    n, heard, facts = int(row["n"]), int(row["named"]) + int(row["unnamed"]), int(row["checkable"])
    if n < 3:
        return []
    said = [
        f"취재원의 말이 {number(heard, '문장')}" if heard else "취재원의 말은 없고",
        f"확인할 수 있는 사실이 든 것이 {number(facts, '문장')}" if facts else "확인할 수 있는 사실은 들어 있지 않다",
    ]
    if heard and facts:
        return [f"지지하는 문장 가운데 {said[0]}, {said[1]}이다."]
    if heard:
        return [f"지지하는 문장 가운데 {said[0]}이고, {said[1]}."]
    return [f"지지하는 문장에 {said[0]}, {said[1]}{'이다' if facts else ''}."]


def _without_evidence(reading: Reading, held: list[str]) -> list[str]:
    empty = [reading.claim(claim) for claim in reading.claims if claim not in held]
    if not empty or not held:
        return []
    return [told("{}에 이어지는 문장은 하나도 없다.", listed(empty))]


def _words(reading: Reading) -> list[str]:
    """Which frequent words stand in the evidence, and which stand beside it."""
    shares = _shares(reading)
    if len(shares) < 2:
        return []
    inside = max(shares, key=lambda row: (row["share"], row["n"], -row["rank"]))
    outside = min(shares, key=lambda row: (row["share"], -row["n"], row["rank"]))
    said: list[str] = [
        told(
            "자주 나온 말 {} 가운데 지지하는 문장에 가장 많이 든 것은 {}다.", number(len(shares), "개"), _within(inside)
        )
    ]
    if outside["share"] < inside["share"]:
        said.append(told("반대로 {}에 그친다.", _within(outside, "은/는")))
    return said


def _within(row: dict[str, Any], particle: str = "") -> Markup:
    term = link_keyword(row["term"])
    counts = f"{number(row['n'], '번')} 가운데 {number(row['inside'], '번')}"
    return told("{} {}", josa(term, particle), counts) if particle else told("{}({})", term, counts)


def _shares(reading: Reading) -> list[dict[str, Any]]:
    """For the most frequent words how many of their occurrences stand in a supporting sentence."""
    supporting = {(row["article_id"], row["sentence_id"]) for row in reading.of_stance("supports")}
    ranking = first(reading.keywords[reading.keywords["measure"] == "frequency"]).sort_values("rank")
    found = []
    for row in records(ranking[ranking["n"] >= 4].head(_FREQUENT)):
        lines = records(reading.kwic[reading.kwic["term"] == row["term"]])
        inside = sum((line["article_id"], line["sentence_id"]) in supporting for line in lines)
        if lines and supporting:
            found.append(row | {"n": len(lines), "inside": inside, "share": inside / len(lines)})
    return found
