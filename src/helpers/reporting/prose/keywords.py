"""Which words weigh most, and which of them may be called heavier than others."""

from __future__ import annotations

import pandas as pd

from helpers import tables
from helpers.reporting.numbers import join_words, number
from helpers.reporting.particles import josa
from helpers.reporting.prose.wording import first
from helpers.reporting.saying import Displayable, link_keyword, say


def about_frequency(keywords: pd.DataFrame) -> Displayable:
    """Which words occur most often.

    keywords  tables.KEYWORDS; none of the measure frequency gives an empty displayable
    """
    rows = _ranking(keywords, "frequency")
    if rows.empty:
        return say()
    listed = [link_keyword(row["term"]) + f" {number(row['n'], '번')}" for row in rows.head(5).to_dict("records")]
    return say(_listing("가장 자주 나온 말은 ", listed))


def about_keyness(keywords: pd.DataFrame) -> Displayable:
    """Which words are more frequent here than in the reference.

    keywords  tables.KEYWORDS; no keyness gives an empty displayable
    """
    rows = _ranking(keywords, "keyness")
    rows = rows[rows["value"] > 0]
    if rows.empty:
        return say()
    listed = [link_keyword(row["term"]) for row in rows.head(5).to_dict("records")]
    return say(_listing("참조 말뭉치에 견주어 이 글에 유난히 많은 말은 ", listed))


def about_ranks(parted: pd.DataFrame, keywords: pd.DataFrame) -> Displayable:
    """Which keyword may be called higher than those below it, and which may not.

    parted    tables.PARTED
    keywords  tables.KEYWORDS; no intervals give an empty displayable
    """
    rows = _ranking(parted, "frequency").dropna(subset=["band"])
    if rows.empty:
        return say()
    top = rows[rows["band"] == 1]
    if len(top) == len(rows):
        said = f"{number(len(rows), '개')} 낱말의 95% 구간이 서로 겹쳐, 어느 낱말이 더 잦다고 말할 수 없다."
    elif len(top) == 1:
        said = (
            f"{josa(str(top.iloc[0]['term']), '은/는')} 구간이 나머지 모두와 갈려, 가장 자주 나온 말이라고 할 수 있다."
        )
    else:
        said = f"{join_words([str(t) for t in top['term'].head(8)], '은/는')} 구간이 이어져 있어 서로의 순위를 말할 수 없다."
    return say(said, "구간은 이 기사 하나를 서술할 뿐, 다른 글에서도 그렇다는 뜻이 아니다.")


def keyword_findings(keywords: pd.DataFrame, parted: pd.DataFrame, term_stability: pd.DataFrame) -> pd.DataFrame:
    """What keywords show, as rows of tables.FINDINGS; no keywords give no rows."""
    said = str(about_frequency(keywords))
    if not said:
        return tables.FINDINGS.empty()
    return tables.FINDINGS.make([{"finding": "keywords", "text": said, "table": "keywords", "sentences": None}])


def _ranking(frame: pd.DataFrame, measure: str) -> pd.DataFrame:
    """One ranking of one measure (of the first reference, where there are several), by rank."""
    rows = first(frame[frame["measure"].str.startswith(measure)])
    return rows[rows["measure"] == rows["measure"].iloc[0]].sort_values("rank") if len(rows) else rows


def _listing(opening: str, listed: list) -> str:
    from markupsafe import Markup

    return Markup(opening) + Markup(", ").join(listed) + "이다."
