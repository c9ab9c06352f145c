"""Sections 6 to 8 of the narrative: how sure the numbers and the coding are, and what they cannot carry."""

from __future__ import annotations

from typing import Any

from helpers.reporting.numbers import interval, number, percent, percent_interval
from helpers.reporting.particles import josa
from helpers.reporting.prose.reading import Reading
from helpers.reporting.prose.wording import absent, listed, paragraphs, quoted, records, told, whole
from helpers.reporting.saying import Displayable, link_keyword, say, strong

_WIDE = 0.2
_GOOD, _TENTATIVE = 0.8, 0.667
_FIRM = 0.8


def how_sure(reading: Reading) -> Displayable:
    """The interval of the support, the agreement of the rules with people, the keywords that hold."""
    return paragraphs(say(*_interval(reading)), *_coders(reading), say(*_keywords(reading)))


def what_one_article_cannot_show(reading: Reading) -> Displayable:
    """What no number here can say: of the world, of other articles, of what the article leaves out."""
    n = len(reading.articles)
    outlets = list(dict.fromkeys(reading.articles["outlet"].dropna()))
    where = f"{listed(outlets[:3])}의 " if outlets else ""
    sample = (
        f"{where}기사 한 편은 표본 하나다. 다른 매체나 다른 날의 기사도 이렇게 말하는지는 알 수 없다."
        if n == 1
        else f"기사 {number(n, '편')}은 연구자가 고른 것이지 무작위로 뽑은 것이 아니다. 고르지 않은 기사도 이렇게 말하는지는 알 수 없다."
    )
    return paragraphs(
        say(
            "여기서 센 것은 기사가 논지를 어떻게 떠받치는가이지, 논지가 참인가가 아니다.",
            "지지하는 문장이 많다는 것은 기사가 그렇게 쓰였다는 뜻일 뿐이다.",
            sample,
        ),
        say(
            "글에 없는 것도 셀 수 없다. 기사가 묻지 않은 사람, 싣지 않은 수치, 견주지 않은 사례는 이 표들에 나타나지 않는다."
            if not len(reading.evidence)
            else "글에 없는 것도 셀 수 없다. 기사가 묻지 않은 사람, 싣지 않은 수치, 견주지 않은 사례는 근거 문장 "
            f"{josa(number(len(reading.evidence), '개'), '이/가')} 아무리 많아도 나타나지 않는다.",
        ),
    )


def what_would_weaken(reading: Reading) -> Displayable:
    """What is left of the support without its weakest parts, and which claim rests on least.

    No support gives an empty displayable.
    """
    rows = reading.of_stance("supports")
    if not rows:
        return say()
    return paragraphs(say(*_without(reading, rows)), say(*_thinnest(reading)), say(*_wishes(reading, rows)))


def _interval(reading: Reading) -> list[str]:
    rows = reading.weighed()
    if not rows or absent(rows["supports"]["share"]):
        return []
    row = rows["supports"]
    span = percent_interval(row["ci_low"], row["ci_high"])
    said: list[str] = [
        told(
            "근거 문장 가운데 논지를 지지하는 것의 비율은 {}이고, 95% 구간은 {}다.", strong(percent(row["share"])), span
        )
    ]
    if row["ci_high"] - row["ci_low"] > _WIDE:
        said.append(f"문장이 {number(int(row['total']), '개')}뿐이어서 구간이 넓다.")
    unsure = [claim for claim in reading.claims if len(reading.claims) > 1 and _is_unsure(reading, claim)]
    if unsure:
        names = listed([f"{reading.claim(claim)}({_claim_span(reading, claim)})" for claim in unsure[:4]])
        said.append(told("{}은 구간이 절반에 걸쳐 있어, 지지하는 문장이 더 많다고도 적다고도 말할 수 없다.", names))
    return said


def _is_unsure(reading: Reading, claim: str) -> bool:
    rows = reading.weighed(claim)
    if "supports" not in rows or absent(rows["supports"]["ci_low"]):
        return False
    return bool(rows["supports"]["ci_low"] < 0.5 < rows["supports"]["ci_high"])


def _claim_span(reading: Reading, claim: str) -> str:
    row = reading.weighed(claim)["supports"]
    return f"{number(int(row['n']), '')}/{number(int(row['total']), '문장')}, {percent_interval(row['ci_low'], row['ci_high'])}"


def _coders(reading: Reading) -> list[Displayable]:
    """One paragraph for each coder whose sheet was read beside the rules."""
    table = reading.agreement
    coders = list(dict.fromkeys(table["coder_b"]))
    if not coders:
        nobody = "규칙이 붙인 코드를 다른 코더의 것과 견주어 보지 못했다. 규칙이 정의를 제대로 옮겼는지는 아직 모른다."
        return [say(nobody if len(reading.codings) else "")]
    return [say(*_coder(reading, coder, first=place == 0)) for place, coder in enumerate(coders)]


def _coder(reading: Reading, coder: str, *, first: bool) -> list[str]:
    rows = {row["scope"]: row for row in records(reading.agreement[reading.agreement["coder_b"] == coder])}
    row = rows["codes"]
    said: list[str] = [
        told("규칙과는 따로 {}{} 같은 {}을 읽고 코드를 붙였다.", quoted(coder), "이" if josa(coder, "이/가")[-1] == "이" else "가",
             number(int(row["sentences"]), "문장"))
    ]  # fmt: skip
    if absent(row["alpha"]):
        return [*said, "두 쪽 다 코드에 차이를 보이지 않아 일치도를 잴 수 없다."]
    said.append(
        told("두 코딩의 크리펜도르프 알파는 {}(95% 구간 {})로, {}.", strong(number(row["alpha"], digits=2)),
             interval(row["ci_low"], row["ci_high"], digits=2), _verdict(row["alpha"]))
    )  # fmt: skip
    weakest = _weakest(reading, rows)
    if weakest:
        said.append(weakest)
    return said + (_differences(reading, coder) if first else [])


def _verdict(alpha: float) -> str:
    if alpha >= _GOOD:
        return "믿을 만하다고 보는 0.80을 넘는다" if alpha > _GOOD else "믿을 만하다고 보는 0.80에 이른다"
    if alpha >= _TENTATIVE:
        return "잠정적인 결론만 허락하는 수준이다"
    return "결론을 내리기에 모자란다"


def _weakest(reading: Reading, rows: dict[str, dict[str, Any]]) -> str:
    codes = {code.name: code.label for code in reading.codebook.codes}
    known = [row for scope, row in rows.items() if scope in codes and not absent(row["alpha"])]
    low = min(known, key=lambda row: row["alpha"], default=None)
    if low is None or low["alpha"] >= _GOOD:
        return ""
    return f"가장 많이 갈린 코드는 {josa(quoted(codes[low['scope']]), '으로/로')}, 알파가 {number(low['alpha'], digits=2)}다."


def _differences(reading: Reading, coder: str) -> list[str]:
    rows = records(reading.disagreements)
    changes = len(reading.codebook.changes)
    warning = [
        "규칙을 쓴 이가 이 기사와 그 코딩을 이미 보았다면 일치도는 부풀려진다."
        + (f" 코드북에는 만들고 고친 경위가 {number(changes, '가지')} 적혀 있다." if changes else "")
    ]
    if not rows:
        return ["둘은 한 곳에서도 갈리지 않았다.", *warning]
    labels = {code.name: code.label for code in reading.codebook.codes}
    row = rows[0]
    mine, other = (_value(row[column]) for column in ("value_a", "value_b"))
    return [
        told("갈린 곳은 {}이며, 이를테면 {}에 {} 규칙은 {}고 {} {}고 보았다.", number(len(rows), "곳"), reading.refs([row]),
             josa(quoted(labels.get(row["code"], row["code"])), "을/를"), mine, josa(quoted(coder), "은/는"), other),
        *warning,
    ]  # fmt: skip


def _value(value: str) -> str:
    names = {"supports": "지지한다", "qualifies": "한정한다", "opposes": "반대한다", "context": "배경이라"}
    return names.get(value, "해당하지 않는다")


def _keywords(reading: Reading) -> list[str]:
    """Which of the frequent words hold when the method is changed."""
    rows = whole(reading.term_stability)
    rows = rows[rows["variants"] > 1]
    firm = rows[rows["share"] >= _FIRM]
    if rows.empty:
        return []
    variants = number(int(rows["variants"].iloc[0]), "가지")
    if firm.empty:
        return [
            f"핵심어는 방법을 {variants}로 바꾸면 거의 모두 바뀐다. 낱말의 순위로는 아무것도 말하지 않는 편이 낫다."
        ]
    words = listed([link_keyword(term) for term in firm["term"].head(6)], "은/는")
    all_of = "모든" if bool((firm["share"].head(6) == 1).all()) else "다섯 가운데 네 가지가 넘는"
    return [
        told("핵심어는 세는 방법을 {}로 바꾸어 다시 뽑았다. {} {} 방법에서 목록에 남았다.", variants, words, all_of)
    ]


def _without(reading: Reading, rows: list[dict[str, Any]]) -> list[str]:
    """How the support shrinks when a part that a doubter would not accept is left out."""
    n = len(rows)
    parts = {
        "부제": [row for row in rows if row["section"] == "deck"],
        "이름 없는 취재원의 말": [row for row in rows if row["voice"] == "unnamed"],
        "확인할 사실이 들어 있지 않은 문장": [row for row in rows if not row["checkable"]],
    }
    said = [
        f"{josa(name, '을/를')} 빼면 {number(n - len(left), '개')}"
        for name, left in parts.items()
        if left and (len(left) < n or name != "부제")
    ]
    if not said or n < 3:
        return []
    said[-1] = f"{said[-1]}가 남는다"
    return [told("지지하는 문장 {} 가운데 {}.", number(n, "개"), ", ".join(said))]


def _thinnest(reading: Reading) -> list[str]:
    """The claim that rests on the fewest sentences, and the one that rests on sources without a name."""
    if len(reading.claims) < 2:
        return []
    support = {claim: reading.counts(claim)["supports"] for claim in reading.claims}
    low = min(support.values())
    thin = [claim for claim in reading.claims if support[claim] == low]
    said: list[str] = []
    if len(thin) < len(support):
        names = listed([reading.claim(claim) for claim in thin])
        count = f"{number(low, '문장')}에 기댄다" if low else "지지하는 문장이 하나도 없다"
        said.append(told("가장 얇은 것은 {}으로, {}.", names, count))
    contested = [claim for claim in reading.claims if _doubt(reading, claim) >= max(support[claim], 1)]
    if contested:
        names = listed([reading.claim(claim) for claim in contested], "은/는")
        said.append(told("{} 지지하는 문장보다 한정하거나 반대하는 문장이 적지 않다.", names))
    return said


def _doubt(reading: Reading, claim: str) -> int:
    counts = reading.counts(claim)
    return counts["qualifies"] + counts["opposes"]


def _wishes(reading: Reading, rows: list[dict[str, Any]]) -> list[str]:
    """What somebody who wants to test the thesis would look for, as far as the tables show that it is missing."""
    wanted = []
    if not any(row["voice"] == "named" for row in rows):
        wanted.append("이름을 걸고 말하는 취재원")
    if sum(bool(row["checkable"]) for row in rows) * 2 < len(rows):
        wanted.append("지지하는 문장에 빠져 있는 날짜와 수치")
    if not reading.of_stance("opposes"):
        wanted.append("반대하는 쪽의 말")
    elif all(row["voice"] == "reporter" or absent(row["speaker"]) for row in reading.of_stance("opposes")):
        wanted.append("반론을 제 이름으로 말하는 사람")
    if not wanted:
        return []
    return [
        told(
            "논지를 시험하려면 {}부터 찾아보아야 한다. 그것이 기사와 다른 말을 한다면 논지는 약해진다.", listed(wanted)
        )
    ]
