"""The findings of the whole reading."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers import tables
from helpers.reporting.korean.numbers import number, percent, percent_interval
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.claims import act, balance
from helpers.reporting.prose.limits import doubt, doubted
from helpers.reporting.prose.reading import Reading, Row
from helpers.reporting.prose.wording import listed, records, things

Finding = dict[str, str | None]


def findings(reading: Reading) -> pd.DataFrame:
    """Three to five findings, each a sentence or two, with the sentences of the article that they rest on.

    returns  tables.FINDINGS; a reading without evidence has the one finding that there is none
    """
    if reading.evidence.empty:
        return tables.FINDINGS.make([_none(reading)])
    rows = [_balance(reading), _claims(reading), _voices(reading), _facts(reading), _doubts(reading)]
    return tables.FINDINGS.make(row for row in rows if row)


def _row(name: str, text: str, table: str, rows: Iterable[Row] = ()) -> Finding:
    places = dict.fromkeys(f"{row['article_id']}:{row['sentence_id']}" for row in rows)
    return {"finding": name, "text": text, "table": table, "sentences": " ".join(places) or None}


def _none(reading: Reading) -> Finding:
    opening = (
        f"기사의 {number(len(reading.sentences), '문장')} 가운데 코드북의 규칙에 걸려 근거로 꼽힌 것은 하나도 없다."
    )
    return _row("balance", f"{opening} 논지를 따지려면 코드북부터 고쳐야 한다.", "weighing")


def _balance(reading: Reading) -> Finding:
    counts, row = reading.counts(), reading.weighed()["supports"]
    total = sum(counts.values())
    given = [stance for stance, n in counts.items() if n]
    if total == 1:
        text = f"논지와 이어지는 문장은 하나뿐이며, {act(given[0], '논지')}."
        return _row("balance", text, "weighing", reading.of_stance(given[0]))
    if len(given) == 1:
        text = f"논지와 이어지는 {number(total, '문장')}이 모두 {act(given[0], '논지')}."
    else:
        text = f"논지와 이어지는 {number(total, '문장')} 가운데 {balance(counts, thing='논지')}."
    span = josa(percent_interval(row["ci_low"], row["ci_high"]), "이다/다")
    share = f" 지지의 비율은 {percent(row['share'])}, 95% 구간은 {span}." if counts["supports"] else ""
    return _row("balance", text + share, "weighing", reading.of_stance("supports"))


def _claims(reading: Reading) -> Finding | None:
    """Which claim has most support, and where doubt is as frequent as support."""
    support = {claim: reading.counts(claim)["supports"] for claim in reading.claims}
    top = max(support.values())
    leading = [claim for claim in support if support[claim] == top]
    if not top or len(leading) == len(support):
        return None
    each = "각각 " if len(leading) > 1 else ""
    names = josa(f"{listed([reading.claim(claim) for claim in leading])}({each}{number(top, '문장')})", "이다/다")
    weak = [claim for claim in doubted(reading) if support[claim]][:1]
    said = [] if set(weak) & set(leading) else [f"지지하는 문장이 가장 많은 것은 {names}."]
    for claim in weak:
        against, more = number(doubt(reading, claim), "개"), doubt(reading, claim) > support[claim]
        than = f"{number(support[claim], '개')}{'보다 많다' if more else '와 맞먹는다'}"
        said.append(f"{reading.claim(claim)}에서는 한정하거나 반대하는 문장이 {against}로, 지지하는 문장 {than}.")
    rows = [row for claim in [*leading, *weak] for row in reading.of_claim(claim, "supports")]
    return _row("claims", " ".join(said), "weighing", rows)


def _voices(reading: Reading) -> Finding:
    total = len(reading.evidence)
    heard = [row for row in records(reading.evidence) if row["voice"] != "reporter"]
    named = sum(row["voice"] == "named" for row in heard)
    if not heard:
        return _row("voices", "근거는 모두 기자가 자기 말로 쓴 문장이며, 취재원의 말에 기댄 것은 없다.", "evidence")
    own = (
        f"근거의 {josa(percent(1 - len(heard) / total), '은/는')} 기자가 자기 말로 쓴 문장이고"
        if len(heard) < total
        else ""
    )
    rest = number(len(heard), "문장")
    if not named or named == len(heard):
        whose = "이름을 밝힌 취재원의 말이다" if named else "이름을 밝히지 않은 취재원의 말이다"
        text = f"{own}, 나머지 {rest}은 모두 {whose}." if own else f"근거는 모두 {whose}."
    else:
        both = number(named, "문장"), number(len(heard) - named, "문장")
        kinds = f"이름을 밝힌 취재원의 말은 {both[0]}, 밝히지 않은 취재원의 말은 {both[1]}"
        text = f"{own}, {kinds}이다." if own else f"근거는 모두 취재원의 말로, {kinds}이다."
    return _row("voices", text, "evidence", heard)


def _facts(reading: Reading) -> Finding:
    rows = [row for row in records(reading.evidence) if row["checkable"]]
    total = number(len(reading.evidence), "문장")
    if len(reading.evidence) == 1:
        text = f"하나뿐인 근거 문장에는 날짜나 금액처럼 확인할 수 있는 사실이 {'들어 있다' if rows else '없다'}."
        return _row("facts", text, "evidence", rows)
    if not rows:
        text = f"근거 {total} 가운데 날짜나 금액처럼 확인할 수 있는 사실이 든 것은 하나도 없다."
        return _row("facts", text, "evidence")
    if len(rows) == len(reading.evidence):
        return _row("facts", f"근거 {total} 모두에 날짜나 금액처럼 확인할 수 있는 사실이 들어 있다.", "evidence", rows)
    share = f"{number(len(rows), '문장')}({percent(len(rows) / len(reading.evidence))})"
    text = f"날짜나 금액처럼 확인할 수 있는 사실이 든 근거는 {total} 가운데 {share}"
    doubting = reading.of_stance("qualifies", "opposes")
    if len(rows) > 1 and doubting and not any(row["checkable"] for row in doubting):
        return _row("facts", f"{text}이고, 모두 논지를 지지하는 쪽에 있다.", "evidence", rows)
    return _row("facts", f"{text}이다.", "evidence", rows)


def _doubts(reading: Reading) -> Finding:
    rows, qualifying = reading.of_stance("opposes"), reading.of_stance("qualifies")
    if not rows and not qualifying:
        return _row("doubts", "논지를 한정하거나 반대하는 문장은 하나도 찾지 못했다.", "evidence")
    if not rows:
        text = f"논지를 한정하는 문장은 {things(len(qualifying))} 있으나, 반대하는 문장은 찾지 못했다."
        return _row("doubts", text, "evidence", qualifying)
    after = sum(row["sentence_id"] > rows[-1]["sentence_id"] for row in reading.of_stance("supports"))
    text = f"논지에 반대하는 문장은 {things(len(rows))}"
    if reading.several or not after:
        return _row("doubts", f"{text}다.", "evidence", rows)
    return _row("doubts", f"{text}이며, 그 뒤로 지지하는 문장이 {things(after)} 나온다.", "evidence", rows)
