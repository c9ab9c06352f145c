"""Section 6 of the narrative: how sure the numbers and the coding are."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers.reporting.korean.numbers import interval, number, percent, percent_interval
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.reading import RULES, Reading
from helpers.reporting.prose.wording import (
    absent,
    counted,
    in_figure,
    in_table,
    listed,
    paragraphs,
    quoted,
    records,
    told,
    whole,
)
from helpers.reporting.saying import Displayable, link_keyword, say, strong

_WIDE = 0.2
_GOOD, _TENTATIVE = 0.8, 0.667  # Hayes & Krippendorff (2007)
_CHOICE = 1.5  # so many words for each place of a list: with fewer a list chooses nothing
_FIRM = 0.8
_ALIKE = 0.02  # alphas that differ by no more are told as alike
_MOST = 4
_FEW = 5


def how_sure(reading: Reading) -> Displayable:
    """The interval of the support, the agreement of the rules with other coders, the keywords that hold."""
    return paragraphs(say(*_interval(reading)), *_coders(reading), say(*_keywords(reading)))


def _interval(reading: Reading) -> list[str]:
    row = reading.weighed().get("supports")
    if row is None or absent(row["share"]):
        return []
    total = int(row["total"])
    if total < _FEW:
        return [f"근거 문장이 {'하나' if total == 1 else number(total, '개')}뿐이어서 비율로 말할 수 있는 것이 없다."]
    share = in_figure(strong(percent(row["share"])), "weighing")
    span = josa(percent_interval(row["ci_low"], row["ci_high"]), "이다/다")
    said: list[str] = [told("근거 문장 가운데 논지를 지지하는 것의 비율은 {}이고, 95% 구간은 {}.", share, span)]
    if row["ci_high"] - row["ci_low"] > _WIDE:
        said.append(f"문장이 {number(total, '개')}뿐이어서 구간이 넓다.")
    unsure = [claim for claim in reading.claims if len(reading.claims) > 1 and _is_unsure(reading, claim)]
    if unsure:
        names = listed([_with_span(reading, claim) for claim in unsure[:_MOST]], "은/는")
        said.append(f"{names} 구간이 절반에 걸쳐 있어, 지지하는 문장이 많다고도 적다고도 말할 수 없다.")
    return said


def _is_unsure(reading: Reading, claim: str) -> bool:
    row = reading.weighed(claim).get("supports")
    return row is not None and int(row["total"]) >= _FEW and bool(row["ci_low"] < 0.5 < row["ci_high"])


def _with_span(reading: Reading, claim: str) -> str:
    row = reading.weighed(claim)["supports"]
    share = f"{number(int(row['total']), '문장')} 가운데 {number(int(row['n']), '문장')}"
    return f"{reading.claim_again(claim)}({share}, {percent_interval(row['ci_low'], row['ci_high'])})"


def _coders(reading: Reading) -> list[Displayable]:
    """One paragraph for each coder whose sheet was read beside the rules."""
    coders = list(dict.fromkeys(_against_rules(reading)["coder_b"]))
    if coders:
        each = [say(*_coder(reading, coder, first=place == 0)) for place, coder in enumerate(coders)]
        return [*each, say(*_among_readers(reading), *_warning(reading))]
    if reading.codings.empty:
        return []
    return [
        say("규칙이 붙인 코드를 다른 코더의 것과 견주어 보지 못했다.", "규칙이 정의를 제대로 옮겼는지는 아직 모른다.")
    ]


def _against_rules(reading: Reading) -> pd.DataFrame:
    """How far the rules agree with each of the others."""
    return reading.agreement[reading.agreement["coder_a"] == RULES]


def _among_readers(reading: Reading) -> list[str]:
    """How far those agree who read without the rules: more cannot be asked of the rules."""
    pairs = reading.agreement[(reading.agreement["coder_a"] != RULES) & (reading.agreement["scope"] == "codes")]
    known = [row for row in records(pairs) if not absent(row["alpha"])]
    if not known:
        return []
    low = min(known, key=lambda row: row["alpha"])
    names = josa(f"{josa(quoted(low['coder_a']), '과/와')} {quoted(low['coder_b'])}", "이/가")
    value = in_table(strong(number(low["alpha"], digits=2)), "agreement")
    span = interval(low["ci_low"], low["ci_high"], digits=2)
    said: list[str] = [
        told("규칙을 빼고 {} 붙인 코드끼리 견주면 알파는 {}(95% 구간 {}).", names, josa(value, "이다/다"), span)
    ]
    rules = _against_rules(reading)
    worst = rules.loc[rules["scope"] == "codes", "alpha"].min()
    if worst >= low["alpha"] - _ALIKE:
        return [*said, "규칙이 다른 코더와 갈린 폭은 코더끼리 갈린 폭보다 크지 않다."]
    return [*said, "규칙은 코더끼리보다 더 크게 갈린다."]


def _coder(reading: Reading, coder: str, *, first: bool) -> list[str]:
    own = _against_rules(reading)
    rows = {row["scope"]: row for row in records(own[own["coder_b"] == coder])}
    row = rows["codes"]
    who, size = josa(quoted(coder), "이/가"), number(int(row["sentences"]), "문장")
    opening = f"규칙과는 따로 코더 {who}" if first else f"코더 {josa(quoted(coder), '은/는')} 또 따로"
    said: list[str] = [f"{opening} 같은 {size}을 읽고 코드를 붙였다."]
    if absent(row["alpha"]):
        return [*said, "두 코딩에 차이가 생길 만한 것이 없어 일치도를 잴 수 없다."]
    said.append(_alpha(row))
    return said + _weakest(reading, rows) + _differences(reading, coder)


def _alpha(row: dict[str, Any]) -> str:
    value = in_table(strong(number(row["alpha"], digits=2)), "agreement")
    if row["alpha"] == 1:
        return told(
            "문장마다 코드마다 견준 {}이 모두 같다(크리펜도르프 알파 {}).", number(int(row["units"]), "칸"), value
        )
    span = interval(row["ci_low"], row["ci_high"], digits=2)
    return told(
        "두 코딩의 크리펜도르프 알파는 {}(95% 구간 {}), {}.", josa(value, "으로/로"), span, _verdict(row["alpha"])
    )


def _verdict(alpha: float) -> str:
    if alpha >= _GOOD:
        return "흔히 믿을 만하다고 보는 0.80을 넘는다"
    if alpha >= _TENTATIVE:
        return "잠정적인 결론만 허락하는 수준이다"
    return "결론을 내리기에는 모자란다"


def _weakest(reading: Reading, rows: dict[str, dict[str, Any]]) -> list[str]:
    codes = {code.name: code.label for code in reading.codebook.codes}
    known = [row for scope, row in rows.items() if scope in codes and not absent(row["alpha"])]
    low = min(known, key=lambda row: row["alpha"], default=None)
    if low is None or low["alpha"] >= _GOOD:
        return []
    name = josa(quoted(codes[low["scope"]]), "으로/로")
    return [f"가장 많이 갈린 코드는 {name}, 알파가 {josa(number(low['alpha'], digits=2), '이다/다')}."]


def _differences(reading: Reading, coder: str) -> list[str]:
    rows = records(reading.disagreements[reading.disagreements["coder_b"] == coder])
    if not rows:
        return []
    labels = {code.name: code.label for code in reading.codebook.codes}
    label = josa(quoted(labels.get(rows[0]["code"], rows[0]["code"])), "을/를")
    mine, other = _coded_as(rows[0]["value_a"]), _coded_as(rows[0]["value_b"])
    their = josa(quoted(coder), "은/는")
    places = in_table(counted(len(rows), "군데"), "coder-disagreements")
    opening = told("갈린 곳은 {}{}다. {}", places, _kinds(rows), "이를테면 " if len(rows) > 1 else "")
    return [
        told("{}{}에 규칙은 {} {}고, {} {}다.", opening, reading.refs(rows[:1]), label, mine, their, other),
    ]


def _kinds(rows: list[dict[str, Any]]) -> str:
    """Of several differences how many are codes that the rules missed, gave alone, or gave with another stance."""
    missed = sum(row["value_a"] == "absent" for row in rows)
    alone = sum(row["value_b"] == "absent" for row in rows)
    sizes = {"규칙이 놓친 것": missed, "규칙만 붙인 것": alone, "입장이 다른 것": len(rows) - missed - alone}
    given = [f"{josa(kind, '이/가')} {number(n, '개')}" for kind, n in sizes.items() if n]
    return f"로, {', '.join(given)}" if len(rows) > 1 else ""


def _coded_as(value: str) -> str:
    """How a coder coded, up to its last syllable: "붙이지 않았", "지지로 붙였"."""
    names = {"supports": "지지로", "qualifies": "한정으로", "opposes": "반대로", "context": "맥락으로"}
    return f"{names[value]} 붙였" if value in names else "붙이지 않았"


def _warning(reading: Reading) -> list[str]:
    changes = len(reading.codebook.changes)
    known = f" 코드북에는 만들고 고친 경위가 {counted(changes, '가지')} 적혀 있다." if changes else ""
    return [f"다만 규칙을 쓴 이가 이 기사나 그 코딩을 먼저 보았다면 일치도는 부풀려진다.{known}"]


def _keywords(reading: Reading) -> list[str]:
    """Which of the keywords hold when the method is changed."""
    rows = whole(reading.term_stability)
    rows = rows[rows["variants"] > 1]
    if rows.empty:
        return []
    words_counted = reading.keywords["term"].nunique()
    if not words_counted:
        return ["셀 낱말이 없어 핵심어를 가리지 못했다."]
    listed_each = rows["n"].sum() / rows["variants"].iloc[0]
    if words_counted < _CHOICE * listed_each:
        return [f"센 낱말이 {number(words_counted, '개')}뿐이어서, 방법을 바꾸어도 거의 같은 낱말이 뽑힌다."]
    variants = in_table(number(int(rows["variants"].iloc[0]), "가지"), "term-stability")
    firm = rows[rows["share"] >= _FIRM].head(6)
    if firm.empty:
        return [
            told("핵심어는 방법을 {}로 바꾸어 뽑으면 거의 모두 바뀐다.", variants),
            "낱말의 순위로는 아무것도 말하지 않는 편이 낫다.",
        ]
    words = listed([link_keyword(term) for term in firm["term"]], "은/는")
    every = "모든 방법에서" if bool((firm["share"] == 1).all()) else "다섯에 넷이 넘는 방법에서"
    return [told("핵심어는 세는 방법을 {}로 바꾸어 다시 뽑았다. {} {} 목록에 남았다.", variants, words, every)]
