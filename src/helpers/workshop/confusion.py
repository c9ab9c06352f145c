"""Where a person's codings and the rules differ, and which rule gave the other code or nearly gave the right one."""

from __future__ import annotations

import pandas as pd

KEYS = ["article_id", "sentence_id", "code"]
COLUMNS = [*KEYS, "person", "kind", "rule", "text"]


def confusion(
    codings: pd.DataFrame,
    people: pd.DataFrame,
    sentences: pd.DataFrame,
    near_misses: pd.DataFrame,
    *,
    read: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """A row for each code of a sentence that only one of rules and person gave, or both with different stances.

    codings, people  tables.CODINGS of the rules and of persons
    near_misses      ``workshop.near_misses`` of the same codebook
    read             the sentences that each person read, as ``narrative.sentences_read`` gives them (None: all)
    returns          article_id, sentence_id, code, person, kind, rule, text

    ``kind`` is ``missed`` (only the person gave the code; ``rule`` is one that nearly did, missing if there is none),
    ``added`` (only the rule did) or ``stance`` (the rule gave it another stance).
    """
    texts = sentences[["article_id", "sentence_id", "text"]]
    parts = []
    for person, own in people.groupby("coder", sort=True):
        ours = codings if read is None else codings.merge(read[read["coder"] == person][KEYS[:2]], on=KEYS[:2])
        both = own[[*KEYS, "stance"]].merge(
            ours[[*KEYS, "stance", "rule"]], how="outer", on=KEYS, suffixes=("_person", "_rule"), indicator=True
        )
        kind = both["_merge"].map({"left_only": "missed", "right_only": "added", "both": "stance"}).astype(str)
        both = both.assign(person=person, kind=kind)
        parts.append(both[(both["kind"] != "stance") | (both["stance_person"] != both["stance_rule"])])
    if not parts:
        return pd.DataFrame(columns=COLUMNS)
    found = pd.concat(parts, ignore_index=True).merge(texts, how="left", on=["article_id", "sentence_id"])
    close = near_misses[[*KEYS, "rule"]].drop_duplicates(KEYS).rename(columns={"rule": "close"})
    found = found.merge(close, how="left", on=KEYS)
    found["rule"] = found["rule"].where(found["kind"] != "missed", found["close"])
    order = ["person", "code", "kind", "article_id", "sentence_id"]
    return found[COLUMNS].sort_values(order, kind="stable").reset_index(drop=True)
