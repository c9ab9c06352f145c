"""Sections 1 and 2 of the narrative: what the article claims, and on what evidence."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.reporting.korean.numbers import number, percent
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.reading import Reading, Row, best, key_of
from helpers.reporting.prose.usage import words_in_evidence
from helpers.reporting.prose.wording import (
    counted,
    in_figure,
    listed,
    ordinal,
    paragraphs,
    quoted,
    records,
    sentences,
    things,
    told,
)
from helpers.reporting.saying import Displayable, quote, say, strong
from helpers.tables import WHOLE

_ENDINGS = {
    "supports": ("지지하고", "지지하며", "지지한다"),
    "qualifies": ("한정하고", "한정하며", "한정한다"),
    "opposes": ("반대하고", "반대하며", "반대한다"),
}
_MOST_CLAIMS = 6
_FEW = 6


def what_it_claims(reading: Reading) -> Displayable:
    """The thesis, its claims, how many sentences bear on them and where they stand."""
    return paragraphs(say(*_thesis(reading)), say(*_weight(reading)), say(*_places(reading)))


def on_what_evidence(reading: Reading) -> Displayable:
    """Claim by claim: how many sentences, which codes, one sentence that stands for them, on what they rest.

    No evidence gives an empty displayable.
    """
    held = [claim for claim in reading.claims if sum(reading.counts(claim).values())]
    used: set[tuple[str, int]] = set()
    parts = [say(*_claim(reading, claim, place, used)) for place, claim in enumerate(held[:_MOST_CLAIMS])]
    rest = [reading.claim(claim) for claim in held[_MOST_CLAIMS:]]
    parts.append(say(told("{}에도 이어지는 문장이 있다.", listed(rest)) if rest else ""))
    return paragraphs(*parts, say(*_without_evidence(reading, held)), say(*words_in_evidence(reading)))


def balance(counts: dict[str, int], *, thing: str = "") -> str:
    """Counts by stance as the end of a sentence: "24문장은 지지하고, 7문장은 한정하며, 2문장은 반대한다"."""
    given = [(stance, n) for stance, n in counts.items() if n]
    parts = []
    for place, (stance, n) in enumerate(given):
        form = 2 if place == len(given) - 1 else min(place, 1)
        parts.append(f"{number(n, '문장')}은 {act(stance, thing if place == 0 else '', form=form)}")
    return ", ".join(parts) if len(parts) > 2 else " ".join(parts)


def act(stance: str, thing: str = "", *, form: int = 2) -> str:
    """What a sentence does to a thing: "논지를 지지한다", "논지에 반대한다"; ``form`` 0 ends in -고, 1 in -며."""
    verb = _ENDINGS[stance][form]
    if not thing:
        return verb
    return f"{thing}에 {verb}" if stance == "opposes" else f"{josa(thing, '을/를')} {verb}"


def _thesis(reading: Reading) -> list[str]:
    said: list[str] = [told("따져 볼 논지는 이것이다. {}", quote(reading.study.thesis.strip()))]
    claims = [claim.strip().rstrip(".") for claim in reading.codebook.claims.values()]
    if len(claims) < 2:
        return said
    if all(claim.endswith("다") for claim in claims):
        said.append(f"코드북은 이 논지를 {counted(len(claims), '가지')} 주장으로 나눈다.")
        return said + [f"{ordinal(n)}, {claim}." for n, claim in enumerate(claims, 1)]
    names = listed([quoted(claim) for claim in claims], "으로/로")
    return [*said, told("코드북은 이 논지를 {} 나눈다.", names)]


def _weight(reading: Reading) -> list[str]:
    everything, counts = len(reading.sentences), reading.counts()
    total = sum(counts.values())
    whole = f"기사 {number(len(reading.articles), '편')}의" if reading.several else "기사의"
    whole = f"{whole} {number(everything, '문장')} 가운데"
    if not everything:
        return []
    if not total:
        return [
            f"{whole} 코드북의 규칙에 걸려 근거로 꼽힌 것은 하나도 없다.",
            "기사가 이 논지를 다루지 않거나, 기사가 쓰는 말을 규칙이 담지 못한 것이다.",
        ]
    stated = in_figure(strong(f"{sentences(total)}({percent(total / everything)})"), "weighing")
    said: list[str] = [told("{} {}이 논지와 이어진다.", whole, stated)]
    kinds = [stance for stance, n in counts.items() if n]
    if len(kinds) == 1:
        said.append(f"{'모두' if total > 1 else '그 문장은'} {act(kinds[0], '논지')}.")
    else:
        said.append(f"이 가운데 {balance(counts, thing='논지')}.")
    if rest := everything - total:
        said.append(f"나머지 {number(rest, '문장')}은 배경이거나 코드북이 묻지 않는 내용이다.")
    return said + _by_article(reading)


def _by_article(reading: Reading) -> list[str]:
    """Of several articles the one that supports the thesis most, and the one that does least."""
    rows = reading.weighing[(reading.weighing["claim"] == WHOLE) & (reading.weighing["article_id"] != WHOLE)]
    found = [row for row in records(rows) if row["stance"] == "supports" and row["total"]]
    if len(found) < 2:
        return []
    high, low = max(found, key=lambda row: row["share"]), min(found, key=lambda row: row["share"])
    if high["share"] == low["share"]:
        return []
    ends = [
        f"{row['article_id']}({number(row['total'], '문장')} 가운데 {number(row['n'], '문장')})" for row in (high, low)
    ]
    return [f"지지하는 비율이 가장 높은 기사는 {ends[0]}, 가장 낮은 기사는 {josa(ends[1], '이다/다')}."]


def _places(reading: Reading) -> list[str]:
    """Which claim most sentences bear on, whether the deck says it already, and where the evidence stands."""
    totals = {claim: sum(reading.counts(claim).values()) for claim in reading.claims}
    top, low = max(totals.values()), min(totals.values())
    most = [claim for claim in totals if totals[claim] == top]
    least = [claim for claim in totals if totals[claim] == low]
    said = []
    if len(most) == 1 and len(least) == 1 and top > low > 0:
        said.append(
            f"{reading.claim_again(most[0])}에 {number(top, '문장')}이 이어져 가장 많고, "
            f"{reading.claim_again(least[0])}에는 {number(low, '문장')}이 이어져 가장 적다."
        )
    elif len(most) == 1 and top > low:
        said.append(f"가장 많은 문장이 이어지는 것은 {reading.claim_again(most[0])}이다({number(top, '문장')}).")
    return [*said, *_deck(reading), *_thirds(reading)]


def _deck(reading: Reading) -> list[str]:
    decks = int((reading.sentences["section"] == "deck").sum())
    held = int((reading.evidence["section"] == "deck").sum())
    if not held:
        return []
    if held < decks:
        return [f"부제 {number(decks, '줄')} 가운데 {number(held, '줄')}에서 이미 논지와 이어지는 말이 나온다."]
    if decks == 1:
        return ["부제에서 이미 논지와 이어지는 말이 나온다."]
    return [f"부제 {number(decks, '줄')}이 모두 근거 문장이어서, 논지는 본문보다 먼저 독자에게 닿는다."]


def _thirds(reading: Reading) -> list[str]:
    places = reading.evidence["position"]
    if len(places) < _FEW:
        return []
    thirds = [int(((places > k / 3) & (places <= (k + 1) / 3)).sum()) for k in range(3)]
    numbers = f"근거 문장은 앞에서부터 {', '.join(number(n, '문장') for n in thirds)}"
    if max(thirds) - min(thirds) <= max(2, len(places) // 6):
        return [f"기사를 셋으로 나누면 {numbers}으로 고르게 놓여 있다."]
    fullest = [name for name, n in zip(("앞쪽", "가운데", "뒤쪽"), thirds, strict=True) if n == max(thirds)]
    if len(fullest) > 1:
        return [f"기사를 셋으로 나누면 {numbers}이 놓여 있다."]
    return [f"기사를 셋으로 나누면 {numbers}으로, {fullest[0]}에 가장 많다."]


def _claim(reading: Reading, claim: str, place: int, used: set[tuple[str, int]]) -> list[str]:
    single = len(reading.claims) == 1
    said: list[str] = [] if single else [_opening(reading, claim)]
    rows = reading.of_claim(claim, "supports")
    if not rows:
        return said + _instead(reading, claim)
    said += _codes(reading, claim, rows)
    example = best(rows, reading, claim, used)
    if example is not None:
        used.add(key_of(example))
        said.append(_example(reading, example, claim, place))
    return said + _rest_on(reading, claim)


def _instead(reading: Reading, claim: str) -> list[str]:
    """Of a claim that nothing supports, the first sentence that opposes it, or else qualifies it."""
    rows = [*reading.of_claim(claim, "opposes"), *reading.of_claim(claim, "qualifies")]
    return [told("{}.", reading.reported(rows[0]))] if rows else []


def _opening(reading: Reading, claim: str) -> str:
    counts, name = reading.counts(claim), reading.claim(claim)
    total = sum(counts.values())
    kinds = [stance for stance, n in counts.items() if n]
    if total == 1:
        return f"{name}에 이어지는 문장은 하나뿐이다. 그 문장은 {act(kinds[0], '이 주장')}."
    stated = in_figure(number(total, "문장"), "weighing")
    if len(kinds) == 1:
        return told("{}에는 {}이 이어지고, 모두 {}.", name, stated, act(kinds[0]))
    return told("{}에는 {}이 이어진다. {}.", name, stated, balance(counts))


def _example(reading: Reading, row: Row, claim: str, place: int) -> str:
    """One of the supporting sentences; the opening words differ from claim to claim, so that the ear does not tire."""
    if row["voice"] != "reporter":
        return told("{}.", reading.reported(row, claim))
    cited = josa(reading.cite(row, claim), "이라고/라고")
    openings = ("기자는 {} 쓴다.", "이를테면 기사는 {} 쓴다.", "기사에는 {} 적혀 있다.")
    return told(openings[place % len(openings)], cited)


def _codes(reading: Reading, claim: str, rows: Sequence[Row]) -> list[str]:
    """Which codes carry the support: those that support by themselves, and those that are denied."""
    here = {key_of(row) for row in rows}
    places: dict[str, set[tuple[str, int]]] = {}
    for coding in reading.coded:
        wanted = coding["stance"] == "supports" and reading.codebook[coding["code"]].claim == claim
        if wanted and key_of(coding) in here:
            places.setdefault(coding["code"], set()).add(key_of(coding))
    codes = [code for code in reading.codebook.codes if code.name in places]
    names = [_code(code.label, denied=code.stance in ("opposes", "qualifies")) for code in codes]
    if not names:
        return []
    what = "논지를" if len(reading.claims) == 1 else "이를"
    if len(names) == 1:
        return [f"{what} 떠받치는 것은 {'모두 ' if len(rows) > 1 else ''}{josa(names[0], '이다/다')}."]
    given = [f"{name}({number(len(places[code.name]), '문장')})" for name, code in zip(names, codes, strict=True)]
    overlap = sum(len(found) for found in places.values()) > len(rows)
    ending = "이며, 한 문장에 겹쳐 나오기도 한다" if overlap else "이다"
    short = "며, 한 문장에 겹쳐 나오기도 한다" if overlap else "다"
    return [f"{what} 떠받치는 것은 {listed(given, f'{ending}/{short}')}."]


def _code(label: str, *, denied: bool) -> str:
    return f"{josa(quoted(label), '을/를')} 부정하는 말" if denied else f"{josa(quoted(label), '으로/로')} 묶인 말"


def _rest_on(reading: Reading, claim: str) -> list[str]:
    """On whose words and on how many facts the support of a claim rests."""
    row = reading.weighed(claim)["supports"]
    n, heard, facts = int(row["n"]), int(row["named"]) + int(row["unnamed"]), int(row["checkable"])
    if n < 3:
        return []
    if heard and facts:
        return [
            f"지지하는 문장 가운데 {josa(things(heard), '은/는')} 취재원의 말이고, "
            f"{things(facts)}에는 확인할 수 있는 사실이 들어 있다."
        ]
    if heard:
        return [
            f"지지하는 문장 가운데 {josa(things(heard), '은/는')} 취재원의 말이며, 확인할 수 있는 사실은 어디에도 없다."
        ]
    if facts:
        return [f"취재원의 말은 하나도 없고, {counted(facts, '문장')}에 확인할 수 있는 사실이 들어 있다."]
    return ["취재원의 말도, 확인할 수 있는 사실도 여기에는 없다."]


def _without_evidence(reading: Reading, held: list[str]) -> list[str]:
    empty = [reading.claim(claim) for claim in reading.claims if claim not in held]
    return [f"{listed(empty)}에 이어지는 문장은 하나도 없다."] if empty and held else []
