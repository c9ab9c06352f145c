"""Sections 7 and 8 of the narrative: what the reading cannot show, and what would weaken the thesis."""

from __future__ import annotations

from typing import Any

from helpers.reporting.korean.numbers import number
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.reading import Reading
from helpers.reporting.prose.wording import absent, counted, in_figure, listed, paragraphs, some, things, told
from helpers.reporting.saying import Displayable, say

_FEW = 3


def what_one_article_cannot_show(reading: Reading) -> Displayable:
    """What no number here can say: of the world, of other articles, of what the article leaves out."""
    return paragraphs(
        say(
            "여기서 센 것은 기사가 논지를 어떻게 떠받치는가이지, 논지가 참인가가 아니다.",
            "지지하는 문장이 많다는 것은 기사가 그렇게 쓰였다는 뜻일 뿐이다." if reading.of_stance("supports") else "",
            *_sample(reading),
        ),
        say(
            "글에 없는 것은 셀 수 없다.",
            "기사가 묻지 않은 사람, 싣지 않은 수치, 견주지 않은 사례는 어느 표에도 나타나지 않는다.",
            f"코드북에 적은 {counted(len(reading.codebook.codes), '가지')} 코드가 묻지 않은 것도 마찬가지다.",
        ),
    )


def what_would_weaken(reading: Reading) -> Displayable:
    """What is left of the support without its weakest parts, and which claim rests on least.

    No support gives an empty displayable.
    """
    rows = reading.of_stance("supports")
    if not rows:
        return say()
    return paragraphs(say(*_without(rows)), say(*_thinnest(reading)), say(*_wishes(reading, rows)))


def doubt(reading: Reading, claim: str) -> int:
    """How many sentences qualify or oppose a claim."""
    counts = reading.counts(claim)
    return counts["qualifies"] + counts["opposes"]


def doubted(reading: Reading) -> list[str]:
    """The claims that are doubted as often as they are supported, the most doubted first."""
    support = {claim: reading.counts(claim)["supports"] for claim in reading.claims}
    found = [claim for claim in support if doubt(reading, claim) >= max(support[claim], 1)]
    return sorted(found, key=lambda claim: (support[claim] - doubt(reading, claim), -doubt(reading, claim)))


def _sample(reading: Reading) -> list[str]:
    n = len(reading.articles)
    outlets = list(dict.fromkeys(reading.articles["outlet"].dropna()))
    where = f"{some(outlets, most=3, unit='곳')}의 " if outlets else ""
    if n == 1:
        return [f"{where}기사 한 편은 표본 하나다. 다른 매체나 다른 날의 기사도 이렇게 말하는지는 알 수 없다."]
    return [
        f"{where}기사 {number(n, '편')}은 연구자가 고른 것이지 무작위로 뽑은 것이 아니다. "
        "고르지 않은 기사도 이렇게 말하는지는 알 수 없다."
    ]


def _without(rows: list[dict[str, Any]]) -> list[str]:
    """How the support shrinks when a part that a doubter would not accept is left out."""
    n = len(rows)
    parts = {
        "부제를": [row for row in rows if row["section"] == "deck"],
        "이름 없는 취재원의 말을": [row for row in rows if row["voice"] == "unnamed"],
        "확인할 사실이 없는 문장을": [row for row in rows if not row["checkable"]],
    }
    left = [(name, n - len(out)) for name, out in parts.items() if out]
    if n < _FEW or not left:
        return []
    said = [f"{name} 빼면 {number(rest, '개')}" if rest else f"{name} 빼면 하나도 없" for name, rest in left]
    ending = "가 남는다" if left[-1][1] else "다"
    joined = ", ".join(part if rest else f"{part}고" for part, (_, rest) in zip(said[:-1], left[:-1], strict=True))
    opening = told("지지하는 문장은 모두 {}다.", in_figure(number(n, "개"), "weighing"))
    each = "" if len(left) == 1 else " 각각 따로 뺐을 때의 수다."
    return [opening, f"{joined}{', ' if joined else ''}{said[-1]}{ending}.{each}"]


def _thinnest(reading: Reading) -> list[str]:
    """The claim that rests on the fewest sentences, and those that are doubted as often as they are supported."""
    if len(reading.claims) < 2:
        return []
    support = {claim: reading.counts(claim)["supports"] for claim in reading.claims}
    low = min(support.values())
    thin = [claim for claim in support if support[claim] == low]
    said: list[str] = []
    if len(thin) < len(support):
        names = listed([reading.claim(claim) for claim in thin], "이다/다")
        count = f"지지하는 문장이 {'저마다 ' if len(thin) > 1 else ''}{things(low)}뿐" if low else "지지하는 문장이 없"
        said.append(f"가장 얇은 것은 {names}. {count}{'이다' if low else '다'}.")
    weak = [claim for claim in doubted(reading) if support[claim] or claim not in thin]
    for claim in sorted(weak, key=lambda claim: claim not in thin)[:2]:
        name = "게다가 이 주장에서는" if thin == [claim] and said else f"{reading.claim_again(claim)}에서는"
        more = "보다 많다" if doubt(reading, claim) > support[claim] else "만큼 많다"
        against = josa(things(doubt(reading, claim)), "으로/로")
        said.append(f"{name} 한정하거나 반대하는 문장이 {against}, 지지하는 문장{more}.")
    return said


def _wishes(reading: Reading, rows: list[dict[str, Any]]) -> list[str]:
    """What somebody who wants to test the thesis would look for, as far as the tables show that it is missing."""
    against = reading.of_stance("opposes")
    wanted = []
    if not any(row["voice"] == "named" for row in rows):
        wanted.append("논지를 제 이름으로 뒷받침할 사람")
    if sum(bool(row["checkable"]) for row in rows) * 2 < len(rows):
        wanted.append("지지하는 문장에 빠진 날짜나 수치")
    if not against:
        wanted.append("반대하는 쪽의 말")
    elif all(row["voice"] == "reporter" or absent(row["speaker"]) for row in against):
        wanted.append("반론을 스스로 말하는 사람")
    if not wanted:
        return []
    return [
        f"논지를 시험하려면 {listed(wanted, '을/를')} 먼저 찾아보아야 한다. "
        "거기서 기사와 다른 말이 나오면 논지는 약해진다."
    ]
