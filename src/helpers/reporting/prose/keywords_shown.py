"""Texts beside the ranking of keywords: runs of words that occur repeatedly, and the word cloud."""

from __future__ import annotations

import pandas as pd

from helpers.reporting.korean.names import measure_name
from helpers.reporting.messages import message, paragraph, plain
from helpers.reporting.prose.rows import records
from helpers.reporting.saying import Displayable, together
from helpers.reporting.tabling import table

_SAID = 3
_ROWS = 8


def about_runs(recurrent: pd.DataFrame) -> Displayable:
    """The runs of words that occur repeatedly: the most frequent in a sentence, more of them in a table.

    recurrent  of ``keywords.recurrent``; no rows give an empty displayable
    """
    runs = [message("runs.run", text=row["term"], n=int(row["n"])) for row in records(recurrent)]
    if not runs:
        return paragraph([])
    said = message("runs.some" if len(runs) <= _SAID else "runs.more", runs=runs[:_SAID], n=len(runs))
    columns = ["term", "words", "n"]
    shown = table(recurrent, caption="되풀이된 이음말", name="runs", columns=columns, max_rows=_ROWS)
    return together(paragraph([said]), shown)


def cloud_caption(keywords: pd.DataFrame) -> str:
    """What a cloud of words cannot show, and which figure does.

    keywords  tables.KEYWORDS of one measure; no word of a positive value gives ""
    """
    if not (keywords["value"] > 0).any():
        return ""
    return plain([message("cloud.caption", measure=measure_name(str(keywords["measure"].iloc[0])))])
