"""The findings of the whole reading, and its abstract in English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd
from markupsafe import Markup

from helpers import tables
from helpers.reporting.numbers import number, percent, percent_interval
from helpers.reporting.particles import josa
from helpers.reporting.prose.claims import balance
from helpers.reporting.prose.reading import Reading, Row
from helpers.reporting.prose.wording import absent, listed, records
from helpers.reporting.saying import Displayable

_STANCE_NAMES = {"supports": "지지하는", "qualifies": "한정하는", "opposes": "반대하는"}


def findings(reading: Reading) -> pd.DataFrame:
    """Three to five findings, each a sentence or two, with the sentences of the article that they rest on.

    returns  tables.FINDINGS; a reading without evidence has the one finding that there is none
    """
    if reading.evidence.empty:
        return tables.FINDINGS.make([_none(reading)])
    rows = [_balance(reading), _claims(reading), _voices(reading), _facts(reading), _doubts(reading)]
    return tables.FINDINGS.make(row for row in rows if row)


def _row(name: str, text: str, table: str, rows: Iterable[Row] = ()) -> dict[str, str | None]:
    places = dict.fromkeys(f"{row['article_id']}:{row['sentence_id']}" for row in rows)
    return {"finding": name, "text": text, "table": table, "sentences": " ".join(places) or None}


def _none(reading: Reading) -> dict[str, str | None]:
    n = number(len(reading.sentences), "문장")
    return _row(
        "balance",
        f"기사의 {n} 가운데 코드북의 규칙에 걸린 근거가 하나도 없다. 논지를 따지려면 코드북을 먼저 고쳐야 한다.",
        "weighing",
    )


def _balance(reading: Reading) -> dict[str, str | None]:
    counts, row = reading.counts(), reading.weighed()["supports"]
    total = sum(counts.values())
    span = percent_interval(row["ci_low"], row["ci_high"])
    given = [stance for stance, n in counts.items() if n]
    if len(given) == 1:
        text = f"논지와 이어지는 {number(total, '문장')}이 모두 논지를 {balance({given[0]: 1}).partition(' ')[2]}."
    else:
        text = f"논지와 이어지는 {number(total, '문장')} 가운데 {balance(counts, thing='논지')}."
    share = f" 지지의 비율은 {percent(row['share'])}, 95% 구간은 {josa(span, '이다/다')}." if counts["supports"] else ""
    return _row("balance", text + share, "weighing", reading.of_stance("supports"))


def _claims(reading: Reading) -> dict[str, str | None] | None:
    """Which claim has most support, and where doubt is as frequent as support."""
    if len(reading.claims) < 2:
        return None
    support = {claim: reading.counts(claim)["supports"] for claim in reading.claims}
    top = max(support.values())
    leading = [claim for claim in support if support[claim] == top]
    if not top or len(leading) == len(support):
        return None
    text = f"기사가 가장 힘주어 말하는 것은 {josa(str(listed([reading.claim(c) for c in leading])), '이다/다')}(지지 {number(top, '문장')})."
    doubted = [claim for claim in support if _doubt(reading, claim) >= max(support[claim], 1)]
    rows = [row for claim in leading for row in reading.of_claim(claim, "supports")]
    if doubted:
        weak = doubted[0]
        text += (
            f" {reading.claim(weak)}에서는 한정하거나 반대하는 문장이 {number(_doubt(reading, weak), '개')}로, "
            f"지지하는 문장 {number(support[weak], '개')}보다 {'많다' if _doubt(reading, weak) > support[weak] else '적지 않다'}."
        )
    return _row("claims", text, "weighing", rows)


def _doubt(reading: Reading, claim: str) -> int:
    counts = reading.counts(claim)
    return counts["qualifies"] + counts["opposes"]


def _voices(reading: Reading) -> dict[str, str | None]:
    total = len(reading.evidence)
    heard = [row for row in records(reading.evidence) if row["voice"] != "reporter"]
    named = [row for row in heard if row["voice"] == "named"]
    own = f"근거의 {percent(1 - len(heard) / total)}는 기자가 자기 말로 쓴 문장이다"
    if not heard:
        return _row("voices", "근거는 모두 기자가 자기 말로 쓴 문장이며, 취재원의 말에 기댄 것은 없다.", "evidence")
    if not named:
        return _row(
            "voices",
            f"{own}. 나머지 {number(len(heard), '문장')}은 모두 이름을 밝히지 않은 취재원의 말이다.",
            "evidence",
            heard,
        )
    whose = f"이름을 밝힌 취재원의 말은 {number(len(named), '문장')}"
    rest = len(heard) - len(named)
    unnamed = f", 이름을 밝히지 않은 취재원의 말은 {number(rest, '문장')}" if rest else ""
    text = f"{own[:-1]}고, {whose}{unnamed}이다."
    if len(heard) == total:
        text = f"근거는 모두 취재원의 말이며, {whose}이다."
    return _row("voices", text, "evidence", heard)


def _facts(reading: Reading) -> dict[str, str | None]:
    rows = [row for row in records(reading.evidence) if row["checkable"]]
    total = len(reading.evidence)
    if not rows:
        return _row(
            "facts",
            f"근거 문장 {number(total, '개')} 가운데 날짜나 금액처럼 확인할 수 있는 사실이 든 것은 하나도 없다.",
            "evidence",
        )
    text = (
        f"날짜나 금액처럼 확인할 수 있는 사실이 든 근거는 {number(total, '문장')} 가운데 "
        f"{number(len(rows), '문장')}({percent(len(rows) / total)})이다."
    )
    stances = {row["stance"] for row in rows}
    if len(stances) == 1 and len(rows) > 1 and len(set(reading.evidence["stance"])) > 1:
        text = f"{text[:-2]}이고, 모두 논지를 {_STANCE_NAMES[stances.pop()]} 쪽에 있다."
    return _row("facts", text, "evidence", rows)


def _doubts(reading: Reading) -> dict[str, str | None]:
    rows = reading.of_stance("opposes")
    qualifying = reading.of_stance("qualifies")
    if not rows and not qualifying:
        return _row("doubts", "논지를 한정하거나 반대하는 문장은 하나도 찾지 못했다.", "evidence")
    if not rows:
        return _row(
            "doubts",
            f"논지를 한정하는 문장은 {number(len(qualifying), '개')} 있으나, 반대하는 문장은 찾지 못했다.",
            "evidence",
            qualifying,
        )
    last = rows[-1]
    after = [row for row in reading.of_stance("supports") if row["sentence_id"] > last["sentence_id"]]
    text = f"논지에 반대하는 문장은 {number(len(rows), '개')}다."
    if not reading.several and after:
        text = f"{text[:-2]}이며, 그 뒤로 지지하는 문장이 {number(len(after), '개')} 이어진다."
    return _row("doubts", text, "evidence", rows)


def abstract_en(reading: Reading) -> Displayable:
    """An abstract in English of about 150 words, from the same tables."""
    sentences = [*_what(reading), *_weight(reading), *_grounds(reading), *_method(reading)]
    html = Markup('<p lang="en">{}</p>').format(" ".join(sentences))
    return Displayable(str(html), " ".join(sentences))


def _what(reading: Reading) -> list[str]:
    outlets = list(dict.fromkeys(reading.articles["outlet"].dropna()))
    days = sorted(str(day)[:10] for day in reading.articles["published_at"].dropna())
    source = ", ".join(
        [*outlets[:3], *([days[0]] if days[:1] == days[-1:] and days else [f"{days[0]} to {days[-1]}"] if days else [])]
    )
    n = len(reading.articles)
    about = f"{'one Korean news article' if n == 1 else f'{n} Korean news articles'}{f' ({source})' if source else ''}"
    return [
        f"This report reads {about} sentence by sentence and asks how it argues one thesis: “{reading.study.thesis.strip()}”"
    ]


def _weight(reading: Reading) -> list[str]:
    counts, everything = reading.counts(), len(reading.sentences)
    total = sum(counts.values())
    if not total:
        return [f"None of the {everything} sentences matched a rule of the codebook."]
    row = reading.weighed()["supports"]
    parts = [f"{counts['supports']} support it", f"{counts['qualifies']} qualify it", f"{counts['opposes']} oppose it"]
    span = f"{percent(row['ci_low'])} to {percent(row['ci_high'])}"
    return [
        f"Of {everything} sentences, {total} ({percent(total / everything)}) bear on the thesis: "
        f"{_and(parts)} (share in support {percent(row['share'])}, 95% Wilson interval {span})."
    ]


def _grounds(reading: Reading) -> list[str]:
    if reading.evidence.empty:
        return []
    voices = reading.evidence["voice"].value_counts()
    reporter, named, unnamed = (int(voices.get(kind, 0)) for kind in ("reporter", "named", "unnamed"))
    facts = int(reading.evidence["checkable"].sum())
    claims = [claim for claim in reading.claims if reading.counts(claim)["supports"]]
    said = []
    if len(reading.claims) > 1 and claims:
        parts = [f"{claim.replace('_', ' ')} ({reading.counts(claim)['supports']})" for claim in claims]
        said.append(f"Support falls on the claims {_and(parts)}.")
    said.append(
        f"Of this evidence {reporter} sentence{'s' * (reporter != 1)} are the reporter's own words, {named} rest on named and "
        f"{unnamed} on unnamed sources; {facts} hold a date, amount or count that can be looked up."
    )
    return said


def _method(reading: Reading) -> list[str]:
    codes = len(reading.codebook.codes)
    said = [
        f"Sentences were coded by the rules of a codebook with {codes} code{'s' * (codes != 1)}; negation and concession turn or "
        "weaken a stance."
    ]
    alpha = reading.agreement[reading.agreement["scope"] == "codes"]
    for row in records(alpha)[:1]:
        if not absent(row["alpha"]):
            said.append(f"Krippendorff's alpha between the rules and a second coder is {row['alpha']:.2f}.")
    if alpha.empty:
        said.append("No second coder has read the same sentences.")
    return [*said, "The figures describe how this text argues, not whether the thesis holds or what other texts say."]


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
