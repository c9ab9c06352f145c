"""Which keywords hold when the analyst had chosen otherwise."""

from __future__ import annotations

import pandas as pd

from helpers.reporting.korean.names import analyzer_name, measure_name
from helpers.reporting.korean.numbers import number
from helpers.reporting.korean.particles import josa
from helpers.reporting.korean.quoting import quoted
from helpers.reporting.prose.rows import records, whole
from helpers.reporting.prose.wording import listed, told
from helpers.reporting.saying import Displayable, link_keyword, say

_FIRM = 0.8
_SHOWN = 6
_BEST = 10
_HANGING = 4
_FILTERS = {"nouns": "명사만", "nouns+foreign": "명사와 외국 글자를", "content": "동사와 형용사까지"}


def about_stability(term_stability: pd.DataFrame) -> Displayable:
    """Which keywords hold in most variants of the method, and which hang on one choice.

    term_stability  tables.TERM_STABILITY; no rows give an empty displayable
    """
    return say(*sentences_on_stability(term_stability))


def sentences_on_stability(term_stability: pd.DataFrame) -> list[str]:
    """The same as sentences: how many variants, what holds, what hangs on one choice; [] for no rows."""
    rows = whole(term_stability)
    if rows.empty:
        return []
    variants = int(rows["variants"].iloc[0])
    if variants < 2:
        return ["방법을 바꾸어 견줄 것이 없어, 핵심어가 얼마나 굳은지는 알 수 없다."]
    return [
        f"분석기, 불용어, 품사, 재는 법을 바꾸어 {number(variants, '가지')} 목록을 만들었다.",
        *_firm(rows),
        *_hanging(rows),
    ]


def _firm(rows: pd.DataFrame) -> list[str]:
    always = rows[rows["share"] == 1]
    if len(always) == len(rows):
        return ["셀 낱말이 적어 어느 목록에나 같은 낱말이 모두 들었다. 그래서 어느 것이 더 굳은지는 가릴 수 없다."]
    if len(always):
        words = listed([link_keyword(term) for term in always["term"].head(_SHOWN)], "은/는")
        more = f" 이런 말은 모두 {number(len(always), '개')}다." if len(always) > _SHOWN else ""
        return [told("{} 어느 목록에나 남는다.{}", words, more)]
    firm = rows[rows["share"] >= _FIRM]
    if len(firm):
        return [
            told(
                "{} 다섯에 넷이 넘는 목록에 남는다.",
                listed([link_keyword(t) for t in firm["term"].head(_SHOWN)], "은/는"),
            )
        ]
    return ["다섯에 네 번 넘게 남는 말은 하나도 없다. 이 글의 핵심어는 방법이 만든 것으로 보아야 한다."]


def _hanging(rows: pd.DataFrame) -> list[str]:
    """Words that came high in some list and are in none without one choice, together by that choice."""
    hanging = rows[rows["hangs_on"].notna() & (rows["best_rank"] <= _BEST)].head(_HANGING)
    choices: dict[str, list[str]] = {}
    for row in records(hanging):
        choices.setdefault(str(row["hangs_on"]), []).append(quoted(row["term"]))
    parts = [f"{listed(words, '은/는')} {_choice(choice)}" for choice, words in choices.items()]
    return [f"선택 하나에 매인 말도 있다. {', '.join(parts)} 목록에 든다."] if parts else []


def _choice(written: str) -> str:
    """ "analyzer=komoran · measure=frequency" as what has to be done: "Komoran으로 읽고 횟수로 재야"."""
    parts = [part.partition("=") for part in written.split(" · ")]
    *before, last = [_done(name, level) for name, _, level in parts]
    return " ".join([*(f"{what}고" for what, _ in before), last[1]])


def _done(dimension: str, level: str) -> tuple[str, str]:
    """A choice as a verb before -고, and as one that ends in -야."""
    if dimension == "analyzer":
        name = josa(analyzer_name(level), "으로/로")
        return f"{name} 읽", f"{name} 읽어야"
    if dimension == "measure":
        name = josa(measure_name(level), "으로/로")
        return f"{name} 재", f"{name} 재야"
    if dimension == "pos":
        return f"{_FILTERS.get(level, level)} 세", f"{_FILTERS.get(level, level)} 세어야"
    name = "불용어를 빼지 않" if level == "none" else f"불용어를 {josa(quoted(level), '으로/로')} 두"
    return name, f"{name}아야" if level == "none" else f"{name}어야"
