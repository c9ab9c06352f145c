"""Which words weigh most, and which of them may be called heavier than others."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from helpers import tables
from helpers.reporting.korean.counting import counted
from helpers.reporting.korean.names import measure_name
from helpers.reporting.korean.numbers import number, percent
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.rows import absent, first, records
from helpers.reporting.prose.stability import sentences_on_stability
from helpers.reporting.prose.wording import listed, told
from helpers.reporting.saying import Displayable, link_keyword, say

_SHOWN = 5
_DESCRIPTIVE = "구간은 이 글 안에서의 흔들림이지, 다른 글에서도 그렇다는 뜻이 아니다."


def about_frequency(keywords: pd.DataFrame) -> Displayable:
    """Which words occur most often, or that none comes again.

    keywords  tables.KEYWORDS; none of the measure frequency gives an empty displayable
    """
    rows = records(_ranking(keywords, "frequency"))
    if not rows:
        return say()
    often = [row for row in rows if row["n"] > 1][:_SHOWN]
    if not often:
        return say(f"두 번 이상 나온 말이 없다. 센 낱말 {number(len(rows), '개')}가 모두 한 번씩 나온다.")
    words = [told("{}({})", link_keyword(row["term"]), number(int(row["n"]), "번")) for row in often]
    return say(told("가장 자주 나온 말은 {}.", listed(words, "이다/다")), *_even_more(often, rows))


def _even_more(often: list[dict[str, Any]], rows: list[dict[str, Any]]) -> list[str]:
    """How much of all that was counted the first words make up."""
    if len(often) == len(rows) or len(often) < 2:
        return []
    total, top = (sum(int(row["n"]) for row in some) for some in (rows, often))
    which = f"이 {counted(len(often), '낱말')}이"
    return [f"{which} 센 낱말 {number(total, '개')}의 {percent(top / total)}를 차지한다."]


def about_keyness(keywords: pd.DataFrame) -> Displayable:
    """Which words are more frequent here than in the reference, and by how much.

    keywords  tables.KEYWORDS; no keyness gives an empty displayable. The ratio is said where the table holds the
              Log Ratio, "at least" where the reference does not list the word.
    """
    rows = _ranking(keywords, "keyness")
    rows = rows[rows["value"] > 0]
    if rows.empty:
        return say()
    reference = str(rows["measure"].iloc[0]).removeprefix("keyness_")
    listing = listed([link_keyword(row["term"]) for row in records(rows.head(_SHOWN))], "이다/다")
    against = "일반 한국어(wordfreq)" if reference == "wordfreq" else f"참조 말뭉치({reference})"
    opening = told("{}에 견주어 이 글에 유난히 잦은 말은 {}.", against, listing)
    return say(opening, *_ratio(keywords, str(rows["term"].iloc[0]), reference), *_floored(rows))


def _ratio(keywords: pd.DataFrame, term: str, reference: str) -> list[str]:
    rows = first(keywords[keywords["measure"] == f"log_ratio_{reference}"])
    row = next(iter(records(rows[rows["term"] == term])), None)
    if row is None or absent(row["value"]):
        return []
    times = 2 ** float(row["value"])
    shown = number(round(times, 1) if times < 10 else float(f"{times:.2g}"), "배")
    least = "적어도 " if row["floored"] else "약 " if times >= 100 else ""
    return [f"맨 앞의 {josa(term, '은/는')} 참조 말뭉치에서보다 {least}{shown} 잦다."]


def _floored(rows: pd.DataFrame) -> list[str]:
    """Words that the reference does not list: their keyness is a lower bound."""
    shown = rows.head(_SHOWN)
    words = list(shown.loc[shown["floored"], "term"])
    if not words:
        return []
    return [f"{listed(words, '은/는')} 참조 말뭉치에 없는 말이어서, 값은 아래쪽 한계로만 읽어야 한다."]


def about_ranks(parted: pd.DataFrame, keywords: pd.DataFrame) -> Displayable:
    """Which keyword may be called higher than those below it, and which may not.

    parted    tables.PARTED; its keyness speaks, else its first measure
    keywords  tables.KEYWORDS; no intervals give a sentence that says so, no keywords an empty displayable
    """
    return say(*_ranks(parted, keywords))


def _ranks(parted: pd.DataFrame, keywords: pd.DataFrame) -> list[str]:
    rows = _ranking(parted, "keyness")
    rows = rows if len(rows) or parted.empty else _ranking(parted, str(parted["measure"].iloc[0]))
    if rows.empty:
        return []
    known = rows.dropna(subset=["band"])
    name = measure_name(str(rows["measure"].iloc[0]))
    if known.empty:
        return [f"문장이 너무 적어 {name}의 구간을 매기지 못했다. 순위를 견주어 말하지 않는다."]
    if len(known) < 2:
        return []
    top = list(known.loc[known["band"] == 1, "term"].astype(str))
    if len(top) == len(known):
        n = number(len(known), "개")
        said = [f"{name}의 95% 구간이 낱말 {n} 모두에서 잇달아 겹쳐, 어느 낱말이 더 무겁다고 말할 수 없다."]
        return said + _single(known, keywords) + [_DESCRIPTIVE]
    if len(top) == 1:
        first_word, by = josa(top[0], "은/는"), josa(name, "으로/로")
        said = [f"{first_word} 95% 구간이 나머지 모두와 갈린다. {by} 보면 맨 앞이라고 할 수 있다."]
    else:
        said = [
            f"앞선 {number(len(top), '낱말')}의 95% 구간은 잇달아 겹친다.",
            f"{_names(top)} 순위를 가리지 않고 한 무리로 읽는다.",
        ]
    return [*said, _DESCRIPTIVE]


def _names(words: list[str]) -> str:
    if len(words) <= _SHOWN:
        return listed(words, "은/는")
    return f"{', '.join(words[:_SHOWN])} 등은"


def _single(known: pd.DataFrame, keywords: pd.DataFrame) -> list[str]:
    """Where no band can be told apart, from which rank on the first word is above all others."""
    row = records(known.sort_values("rank"))[0]
    if absent(row["above_from"]) or keywords.empty:
        return []
    return [f"다만 {josa(str(row['term']), '은/는')} {int(row['above_from'])}위부터 뒤의 낱말보다는 무겁다."]


def keyword_findings(keywords: pd.DataFrame, parted: pd.DataFrame, term_stability: pd.DataFrame) -> pd.DataFrame:
    """What keywords show, as rows of tables.FINDINGS: which words, how sure their ranks are, which of them hold.

    keywords        tables.KEYWORDS, its keyness, else its first measure
    parted          tables.PARTED of the same
    term_stability  tables.TERM_STABILITY; where it has words and the keywords have none, that is all there is to say
    """
    if keywords.empty and len(term_stability):
        nothing = "핵심어로 삼을 만큼 되풀이된 낱말이 없다."
        return tables.FINDINGS.make([{"finding": "keywords", "text": nothing, "table": "keywords"}])
    ranks = [sentence for sentence in _ranks(parted, keywords) if sentence != _DESCRIPTIVE]
    rows = [
        {"finding": "keywords", "text": _which(keywords), "table": "keywords"},
        {"finding": "ranks", "text": " ".join(ranks), "table": "keywords"},
        {"finding": "stability", "text": " ".join(_plain(term_stability)), "table": "term_stability"},
    ]
    return tables.FINDINGS.make(row for row in rows if row["text"])


def _which(keywords: pd.DataFrame) -> str:
    rows = _ranking(keywords, "keyness")
    if len(rows):
        return str(about_keyness(keywords).plain.partition(". ")[0].rstrip(".") + ".")
    return about_frequency(keywords).plain.partition(". ")[0].rstrip(".") + "." if len(keywords) else ""


def _plain(term_stability: pd.DataFrame) -> list[str]:
    return [Markup(sentence).striptags() for sentence in sentences_on_stability(term_stability)[:2]]


def _ranking(frame: pd.DataFrame, measure: str) -> pd.DataFrame:
    """One ranking of one measure (of the first reference, where there are several), by rank."""
    rows = first(frame[frame["measure"].str.startswith(measure)])
    return rows[rows["measure"] == rows["measure"].iloc[0]].sort_values("rank") if len(rows) else rows
