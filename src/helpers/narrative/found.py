"""What is found in sentences, and how much of it a person decided otherwise than the rules."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

_KEYS = {
    "codings": ["article_id", "sentence_id", "code"], "voices": ["article_id", "start", "end"],
    "facts": ["article_id", "start", "end"],
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Found:
    """tables.CODINGS of the rules, tables.VOICES and tables.FACTS of the same sentences."""

    codings: pd.DataFrame
    voices: pd.DataFrame
    facts: pd.DataFrame


def corrections_made(found: Found, kept: Found) -> pd.DataFrame:
    """How many rows a person corrected, added and struck, for a table.

    found    what the rules found
    kept     what ``corrected`` made of it
    returns  part (codings, voices, facts), found (rows), corrected, added, struck
    """
    rows = []
    for part, keys in _KEYS.items():
        own = getattr(kept, part)
        before, after = (pd.MultiIndex.from_frame(frame[keys]) for frame in (getattr(found, part), own))
        known = after.isin(before)
        counts = {
            "found": len(before), "corrected": int((own["corrected"] & known).sum()), "added": int((~known).sum()),
            "struck": int((~before.isin(after)).sum()),
        }  # fmt: skip
        rows.append({"part": part, **counts})
    return pd.DataFrame(rows)
