"""What stage 2 read, how well, and where the analyzers part, in sentences."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers.reporting.korean.counting import counted
from helpers.reporting.korean.names import POS, SECTIONS, analyzer_name
from helpers.reporting.korean.numbers import number
from helpers.reporting.korean.particles import josa
from helpers.reporting.korean.quoting import quoted
from helpers.reporting.prose.rows import records
from helpers.reporting.prose.wording import listed, some, told
from helpers.reporting.saying import Displayable, say, strong

_UNITS = {"noun forms": "명사를", "noun characters": "명사에 드는 글자를"}
_LAYER = "tokenize"


def about_sentences(sentences: pd.DataFrame) -> Displayable:
    """How many sentences each section has, and how long those of the body are.

    sentences  tables.SENTENCES; none gives an empty displayable
    """
    if sentences.empty:
        return say()
    counts = sentences["section"].value_counts()
    given = [(name, int(counts[section])) for section, name in SECTIONS.items() if section in counts]
    parts = [f"{name}에 {number(n, '개')}" for name, n in given]
    body = sentences[sentences["section"] == "body"]
    said: list[str] = [told("기사를 {}으로 나누었다.", strong(number(len(sentences), "문장")))]
    said.append(f"{', '.join(parts)}가 있다." if len(parts) > 1 else f"모두 {given[0][0]}에 있다.")
    if len(body) > 1:
        lengths = body["text"].str.len()
        middle, longest = number(float(lengths.median()), "자", digits=0), number(int(lengths.max()), "자")
        said.append(f"본문 문장의 길이는 가운데 것이 {middle}, 가장 긴 것이 {longest}다.")
    return say(*said)


def about_accuracy(accuracy: pd.DataFrame, analyzer: str) -> Displayable:
    """How often the primary analyzer and the next best are right, on what.

    accuracy  helpers.tokenizing.accuracy(); its rows of the layer ``tokenize`` count, where there are such
    returns   an analyzer that was not measured gives a sentence that says so; no measurement, an empty displayable
    """
    if accuracy.empty:
        return say()
    layered = accuracy[accuracy["layer"] == _LAYER]
    measured = layered if len(layered) else accuracy
    units = [unit for unit in (*_UNITS, *measured["unit"]) if unit in set(measured["unit"])]
    rows = measured[measured["unit"] == units[0]]
    own = rows[rows["analyzer"] == analyzer]
    if own.empty:
        return say(f"{josa(analyzer_name(analyzer), '이/가')} 얼마나 맞히는지는 재어 두지 않았다.")
    corpora = list(dict.fromkeys(own["corpus"]))
    return say(*[sentence for corpus in corpora for sentence in _corpus(rows[rows["corpus"] == corpus], analyzer)])


def _corpus(rows: pd.DataFrame, analyzer: str) -> list[str]:
    own = records(rows[rows["analyzer"] == analyzer])[0]
    others = records(rows[rows["analyzer"] != analyzer].sort_values(["f1", "analyzer"], ascending=[False, True]))
    name, what = josa(analyzer_name(analyzer), "이/가"), _UNITS.get(str(own["unit"]), str(own["unit"]))
    value = strong(number(own["f1"], digits=2))
    size = f"{number(int(own['sentences']), '문장')}, {number(int(own['n']), '개')}"
    said: list[str] = [
        told("{} {} 맞힌 정도(F1)는 {}.", name, what, josa(value, "이다/다")),
        f"사람이 분석해 둔 {own['corpus']} 말뭉치({size})로 잰 값이다.",
    ]
    if not others:
        return said
    best = others[0]
    other, f1 = analyzer_name(best["analyzer"]), josa(number(best["f1"], digits=2), "이다/다")
    better = best["f1"] > own["f1"]
    return [*said, f"{'이보다 나은 것은' if better else '그다음은'} {josa(other, '으로/로')}, {f1}."]


def about_dictionary(changed: pd.DataFrame) -> Displayable:
    """Which words the study's dictionary made whole, and what an analyzer reads without it.

    changed  helpers.tokenizing.changed_by_dictionary(); no rows give an empty displayable
    """
    if changed.empty:
        return say()
    words = changed.groupby("form", sort=True)["n"].sum().sort_values(ascending=False, kind="stable")
    names = some([quoted(word) for word in words.index], most=5, unit="낱말", particle="을/를")
    row = records(changed.sort_values(["n", "form", "analyzer"], ascending=[False, True, True]))[0]
    before = str(row["before"]).split(" + ")
    cut = f"{listed([quoted(part) for part in before], '으로/로')} 자른다" if len(before) > 1 else "다른 품사로 읽는다"
    analyzer = josa(analyzer_name(row["analyzer"]), "은/는")
    return say(
        f"사전 덕분에 {names} 한 낱말로 읽는다.",
        f"사전이 없으면 {analyzer} {josa(quoted(row['form']), '을/를')} {cut}.",
    )


def about_disagreements(comparison: pd.DataFrame) -> Displayable:
    """Where analyzers read other nouns than the primary one, and how much it matters.

    comparison  helpers.tokenizing.compare_analyzers(); no rows give an empty displayable
    """
    if comparison.empty:
        return say()
    places = len(comparison.drop_duplicates(["article_id", "start", "end"]))
    analyzers = comparison["analyzer"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    said: list[str] = [told("분석기들이 명사를 달리 읽은 곳은 {}다.", strong(counted(places, "군데")))]
    if len(analyzers) > 1:
        most, least = analyzer_name(str(analyzers.index[0])), analyzer_name(str(analyzers.index[-1]))
        if analyzers.iloc[0] > analyzers.iloc[-1]:
            often = [number(int(n), "군데") for n in (analyzers.iloc[0], analyzers.iloc[-1])]
            last = josa(f"{least}({often[1]})", "이다/다")
            said.append(f"기본 분석기와 가장 자주 갈리는 것은 {most}({often[0]}), 가장 드물게 갈리는 것은 {last}.")
    return say(*said, *_worst(records(comparison)[0]))


def _worst(row: dict[str, Any]) -> list[str]:
    """The reading that moves counts and ranks most."""
    mine, other = _reading(row["primary_reading"]), _reading(row["reading"])
    opening = f"낱말의 횟수를 가장 많이 흔드는 것은 {josa(quoted(row['surface'], longest=30), '이다/다')}."
    if not mine or not other:
        return []
    who = josa(analyzer_name(row["analyzer"]), "은/는")
    shift = int(row["count_shift"])
    moved = f" 그래서 어떤 명사는 횟수가 {number(shift, '번')} 달라진다." if shift else ""
    return [f"{opening} 기본 분석기는 {josa(mine, '으로/로')}, {who} {josa(other, '으로/로')} 읽는다.{moved}"]


def _reading(written: str) -> str:
    """ "투자/noun + 가/particle" as "‘투자’(명사)와 ‘가’(조사)"."""
    parts = [part.rpartition("/") for part in str(written).split(" + ") if part]
    return listed([f"{quoted(lemma)}({POS.get(pos, pos)})" for lemma, _, pos in parts if lemma])
