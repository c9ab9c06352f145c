"""The words and rules of a codebook that do nothing in a study, as a notebook and a terminal show them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from markupsafe import Markup

from helpers.narrative import code_labels
from helpers.reporting import say, table
from helpers.reporting.prose.rows import records
from helpers.reporting.saying import Displayable
from helpers.workshop.showing import brief, with_lines
from helpers.workshop.trial import Trial

SLIPS = "글에 없는 말 가운데 잘못 적은 듯한 말"
OTHERS = "이 연구의 글 어디에도 없는 그 밖의 말"
RULES = "한 문장에도 걸리지 않은 규칙"
MOST_WORDS = 40  # of a code that are listed in a terminal, where nothing can be unfolded


def show_dead(trial: Trial, *, max_rows: int = 30) -> Displayable:
    """Words that stand nowhere, first those for which another is offered, and rules that code nothing.

    The other words, which these articles may simply not use, are listed by code, folded where they are more than
    ``max_rows``; those that no dictionary has come first.
    """
    labels = code_labels(trial.codebook)
    slipped = trial.dead_words["offered"].notna()
    parts = [
        _slips(trial.dead_words[slipped], labels, max_rows),
        _others(trial.dead_words[~slipped], labels, max_rows),
        _rules(trial.dead_rules, labels, max_rows),
    ]
    there = [part for part in parts if part.html]
    if not there:
        return say("모든 말이 글에 있고, 모든 규칙이 쓰인다.")
    return Displayable("\n".join(part.html for part in there), "\n\n".join(part.plain for part in there))


def _slips(words: pd.DataFrame, labels: Mapping[str, str], most: int) -> Displayable:
    named = words.assign(codes=[", ".join(labels[code] for code in codes) for codes in words["codes"]])
    columns = ["word", "offered", "codes"]
    shown = table(named, caption=SLIPS, name="dead-words", max_rows=most, silent=True, columns=columns)
    lines = [f"{r['word']} → {r['offered']}? ({r['codes']})" for r in records(named)]
    return with_lines(shown, SLIPS, lines, most)


def _others(words: pd.DataFrame, labels: Mapping[str, str], most: int) -> Displayable:
    if words.empty:
        return Displayable("", "")
    by_code = {
        label: [r["word"] for r in records(words) if code in r["codes"]]
        for code, label in labels.items()
    }  # fmt: skip
    listed = {label: own for label, own in by_code.items() if own}
    items = Markup("").join(Markup("<li>{}: {}</li>").format(label, ", ".join(own)) for label, own in listed.items())
    html = Markup("<details{}><summary>{} ({})</summary><ul>{}</ul></details>").format(
        Markup(" open") if len(words) <= most else "", OTHERS, len(words), items
    )
    lines = [f"  {label}: {_some(own)}" for label, own in listed.items()]
    return Displayable(str(html), "\n".join([f"{OTHERS} ({len(words)})", *lines]))


def _some(words: list[str]) -> str:
    more = f" 외 {len(words) - MOST_WORDS}개" if len(words) > MOST_WORDS else ""
    return ", ".join(words[:MOST_WORDS]) + more


def _rules(rules: pd.DataFrame, labels: Mapping[str, str], most: int) -> Displayable:
    rules = rules.assign(rule=rules["rule"].map(brief))
    columns = ["code", "number", "rule"]
    shown = table(
        rules, caption=RULES, name="dead-rules", max_rows=most, silent=True, values={"code": labels}, columns=columns
    )
    lines = [f"{labels[r['code']]}, {r['number']}째: {r['rule']}" for r in records(rules)]
    return with_lines(shown, RULES, lines, most)
