"""What is shown of keywords beside their ranking: the runs of words that come again, the cloud."""

from __future__ import annotations

import pandas as pd

from helpers.reporting.korean.names import measure_name
from helpers.reporting.korean.numbers import number
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.rows import records
from helpers.reporting.prose.wording import paragraphs, some
from helpers.reporting.saying import Displayable, say
from helpers.reporting.tabling import table

_SAID = 3
_ROWS = 8
_COLUMNS = {"term": "이음말", "words": "낱말 수", "n": "횟수"}


def about_runs(recurrent: pd.DataFrame) -> Displayable:
    """The runs of words that come again, the most frequent in a sentence, more of them in a table.

    recurrent  of ``keywords.recurrent``; no rows give an empty displayable
    """
    runs = [f"{row['term']}({number(row['n'], '번')})" for row in records(recurrent)]
    if not runs:
        return say()
    said = f"띄어쓰기만 사이에 두고 되풀이해 이어진 말은 {some(runs, most=_SAID, particle='이다/다')}."
    shown = table(recurrent, caption="되풀이된 이음말", name="runs", columns=_COLUMNS, max_rows=_ROWS)
    return paragraphs(say(said), shown)


def cloud_caption(keywords: pd.DataFrame) -> str:
    """What a cloud of words cannot show, and which figure does.

    keywords  tables.KEYWORDS of one measure; no word of a positive value gives ""
    """
    words = list(keywords[keywords["value"] > 0].sort_values("rank")["term"].head(2))
    if not words:
        return ""
    size = josa(measure_name(str(keywords["measure"].iloc[0])), "을/를")
    which = f"{josa(words[0], '이/가')} {words[1]}보다 무거운지는" if len(words) > 1 else "값이 얼마나 확실한지는"
    return (
        f"글자 크기는 {size} 따르지만 구간이 없고 자리에는 뜻이 없으니, {which} 구간을 그린 순위 그림에서 보아야 한다."
    )
