"""What stage 2 read, how well, and where the analyzers part, in sentences."""

from __future__ import annotations

import pandas as pd

from helpers.reporting.names import SECTIONS, analyzer_name
from helpers.reporting.numbers import join_words, number
from helpers.reporting.particles import josa
from helpers.reporting.prose.wording import absent, counted, quoted
from helpers.reporting.saying import Displayable, say


def about_sentences(sentences: pd.DataFrame) -> Displayable:
    """How many sentences each section has, and how long they are.

    sentences  tables.SENTENCES; none gives an empty displayable
    """
    if sentences.empty:
        return say()
    counts = sentences["section"].value_counts()
    listed = [
        f"{name} {number(int(counts[section]), '문장')}" for section, name in SECTIONS.items() if section in counts
    ]
    lengths = sentences.loc[sentences["section"] == "body", "text"].str.len()
    return say(
        f"기사를 {number(len(sentences), '문장')}으로 나누었다.",
        f"{join_words(listed)}이다." if len(listed) > 1 else f"모두 {listed[0].split()[0]}이다.",
        f"본문의 문장은 가운데 것이 {number(float(lengths.median()), '자', digits=0)} 길이다." if len(lengths) else "",
    )


def about_accuracy(accuracy: pd.DataFrame, analyzer: str) -> Displayable:
    """How often the primary analyzer and the next best are right, on what.

    accuracy  helpers.tokenizing.accuracy(); an analyzer that was not measured gives an empty displayable
    """
    own = accuracy[accuracy["analyzer"] == analyzer]
    if own.empty:
        return say()
    row = own.iloc[0]
    alike = accuracy[(accuracy[["corpus", "unit", "layer"]] == row[["corpus", "unit", "layer"]]).all(axis=1)]
    others = alike[alike["analyzer"] != analyzer].sort_values("f1", ascending=False)
    said = [
        f"{josa(analyzer_name(analyzer), '은/는')} {row['corpus']}에서 F1 {number(row['f1'], digits=2)}을 얻었다"
        f"(정답 {number(int(row['n']), '개')})."
    ]
    if len(others):
        best = others.iloc[0]
        place = "다음은" if best["f1"] <= row["f1"] else "더 나은 것은"
        said.append(f"{place} {analyzer_name(best['analyzer'])}, {number(best['f1'], digits=2)}이다.")
    return say(*said)


def about_dictionary(changed: pd.DataFrame) -> Displayable:
    """Which words the study's dictionary made whole.

    changed  helpers.tokenizing.changed_by_dictionary(); no rows give an empty displayable
    """
    if changed.empty:
        return say()
    words = changed.groupby("form", sort=True)["n"].sum().sort_values(ascending=False, kind="stable")
    row = changed.sort_values(["n", "form"], ascending=[False, True]).iloc[0]
    return say(
        f"사전은 {josa(join_words([quoted(word) for word in words.index[:5]]), '을/를')} 한 낱말로 지켰다.",
        f"사전이 없으면 {josa(analyzer_name(row['analyzer']), '은/는')} {josa(quoted(row['form']), '을/를')} "
        f"{josa(quoted(row['before']), '으로/로')} 읽는다.",
    )


def about_disagreements(comparison: pd.DataFrame) -> Displayable:
    """Where analyzers read other nouns than the primary one, and how much it matters.

    comparison  helpers.tokenizing.compare_analyzers(); no rows give an empty displayable
    """
    if comparison.empty:
        return say()
    places = comparison.drop_duplicates(["article_id", "start", "end"])
    row = comparison.iloc[0]
    shift = (
        ""
        if absent(row["count_shift"])
        else f" 이런 차이로 횟수가 많게는 {number(int(row['count_shift']), '번')} 달라진다."
    )
    return say(
        f"분석기들은 {counted(len(places), '곳')}에서 다른 명사를 읽었다.",
        f"{quoted(row['surface'])}에서 {josa(analyzer_name(row['analyzer']), '은/는')} {josa(quoted(row['reading']), '을/를')}, "
        f"주 분석기는 {josa(quoted(row['primary_reading']), '을/를')} 읽는다.{shift}",
    )
