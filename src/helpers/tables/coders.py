"""Tables that compare two readings of the same sentences."""

from __future__ import annotations

from helpers.schema import Column, Table
from helpers.tables.columns import CODER_KINDS, KNEW_RULES, PLACE, STANCES, maybe

AGREEMENT = Table(
    "agreement",
    "Krippendorff's alpha of two coders for one way of comparing them",
    {
        "scope": Column("str", "'codes' (given or not), 'stances' (which, or none), or one code (given or not)"),
        "coder_a": Column("str", "the first coder"),
        "coder_b": Column("str", "the second"),
        "alpha": maybe("nominal; missing where nothing varies", "float64"),
        "ci_low": maybe("lower end of its 95 % interval (bootstrap over sentences)", "float64"),
        "ci_high": maybe("its upper end", "float64"),
        "agreed": maybe("share of units on which both say the same", "float64"),
        "units": Column("int64", "pairs of a sentence and a code that were compared"),
        "sentences": Column("int64", "sentences that both coders read"),
        "coder_kind": Column("str", "what the second coder is, by the codebook; missing if untold", CODER_KINDS, True),
        "knew_rules": Column("str", "what the second coder knew of the rules, by the codebook", KNEW_RULES, True),
    },
    ("scope", "coder_a", "coder_b"),
)

CONFUSION = Table(
    "confusion",
    "how often one coder said this where the other said that",
    {
        "coder_a": Column("str", "the first coder"),
        "coder_b": Column("str", "the second coder"),
        "code": Column("str", "a code of the codebook"),
        "value_a": Column("str", "the first coder's stance", (*STANCES, "absent")),
        "value_b": Column("str", "the second coder's", (*STANCES, "absent")),
        "n": Column("int64", "sentences"),
    },
    ("coder_a", "coder_b", "code", "value_a", "value_b"),
)

DISAGREEMENTS = Table(
    "disagreements",
    "one sentence on which two coders differ about one code",
    PLACE
    | {
        "coder_a": Column("str", "the first coder"),
        "coder_b": Column("str", "the second coder"),
        "code": Column("str", "a code of the codebook"),
        "value_a": Column("str", "the first coder's stance", (*STANCES, "absent")),
        "value_b": Column("str", "the second coder's", (*STANCES, "absent")),
        "matched": maybe("the words by which a rule gave the code"),
        "note": maybe("what a coder remarked"),
    },
    ("article_id", "sentence_id", "coder_a", "coder_b", "code"),
)
