"""What stage 1 removed and why, so that a wrong cut is seen at a glance."""

from __future__ import annotations

import pandas as pd

_BY_PERSON = "dropped_by_person"  # what a person took out is quoted nowhere


def reasons(lines: pd.DataFrame) -> pd.DataFrame:
    """How many lines and characters each reason kept or removed.

    lines    tables.LINES
    returns  label, kept, reason, lines (count), characters, example (the longest line's first words): what removed
             most comes first, then what kept most. Blank lines are left out, and the words that a person
             dropped. No lines give no rows.
    """
    shown = lines[lines["label"] != "blank"].assign(
        characters=lambda frame: frame["end"] - frame["start"],
        words=lambda frame: frame["text"].map(_beginning).where(frame["rule"] != _BY_PERSON, ""),
    )
    longest = shown.sort_values(["characters", "article_id", "start"], ascending=[False, True, True])
    grouped = longest.groupby(["kept", "label", "reason"], sort=True, as_index=False).agg(
        lines=("line", "size"), characters=("characters", "sum"), example=("words", "first")
    )
    ordered = grouped.sort_values(["kept", "characters", "label", "reason"], ascending=[True, False, True, True])
    return ordered[["label", "kept", "reason", "lines", "characters", "example"]].reset_index(drop=True)


def longest_removed(lines: pd.DataFrame, *, n: int = 8) -> pd.DataFrame:
    """The longest passages that were removed: where a wrong cut would hurt most.

    lines    tables.LINES
    n        how many
    returns  article_id, line, reason, characters, opening (its first words), longest first; nothing a person dropped
    """
    removed = lines[~lines["kept"] & (lines["label"] != "blank") & (lines["rule"] != _BY_PERSON)]
    passages = removed.assign(characters=removed["text"].str.strip().str.len(), opening=removed["text"].map(_beginning))
    ordered = passages.sort_values(["characters", "article_id", "start"], ascending=[False, True, True])
    return ordered[["article_id", "line", "reason", "characters", "opening"]].head(n).reset_index(drop=True)


def _beginning(text: str, length: int = 40) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"
