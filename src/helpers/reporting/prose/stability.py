"""Which keywords hold when the analyst had chosen otherwise."""

from __future__ import annotations

import pandas as pd

from helpers.reporting.numbers import join_words, number
from helpers.reporting.prose.wording import whole
from helpers.reporting.saying import Displayable, say


def about_stability(term_stability: pd.DataFrame) -> Displayable:
    """Which keywords hold in most variants of the method, and which hang on one choice.

    term_stability  tables.TERM_STABILITY; no rows give an empty displayable
    """
    rows = whole(term_stability)
    if rows.empty:
        return say()
    firm = rows[rows["share"] >= 0.8]
    hanging = rows[rows["hangs_on"].notna()]
    variants = number(int(rows["variants"].iloc[0]), "가지")
    return say(
        f"분석기·불용어·품사·측도를 바꿔 {variants} 방법으로 다시 세었다.",
        f"{join_words(list(firm['term'].head(6)), '은/는')} 열에 여덟 넘는 방법에서 목록에 남는다."
        if len(firm)
        else "거의 모든 방법에서 목록에 남는 말은 없다.",
        f"{join_words(list(hanging['term'].head(4)), '은/는')} 한 가지 선택에 매여 있다." if len(hanging) else "",
    )
