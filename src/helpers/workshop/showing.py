"""A trial as a notebook and a terminal show it: sentences with what matched in them, and tables without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from helpers.narrative import code_labels
from helpers.reporting import say, table
from helpers.reporting.korean.names import SECTIONS, STANCE_SIGNS, STANCES
from helpers.reporting.prose.rows import records
from helpers.reporting.reading.marking import mark_spans
from helpers.reporting.saying import Displayable
from helpers.spans import spans_in
from helpers.workshop.choosing import chosen
from helpers.workshop.trial import Trial

GROUPS = ("코드가 없는 문장", "논지에 대한 뜻이 뒤집히거나 약해진 문장", "그 밖의 문장")
DIFFERENCES = {"missed": "규칙이 놓쳤다", "added": "규칙만 붙였다", "stance": "뜻이 다르다"}
MOST_PLACES = 10  # sentences that are named where a word stands
_LONG_LIST = re.compile(r"((?:[^|,·\s][^|,·]{0,60}\|){3})(?:[^|,·]*\|)*[^|,·]*?(?= within|,| ·|$)")
STYLE = (
    "<style>.trial p{margin:.2em 0;word-break:keep-all;overflow-wrap:anywhere}.trial .codes{font-size:90%}"
    ".trial li{margin-bottom:.6em;list-style:none}"
    ".trial summary{font-weight:600;cursor:pointer}.trial ul{padding-left:.5em}</style>"
)


def summary(trial: Trial) -> Displayable:
    """How many sentences have a code, and what there is to look at, in a sentence or two."""
    all_, none = len(trial.sentences), len(trial.uncoded)
    turned = int(trial.readings["turned"].sum())
    said = [f"문장 {all_}개 가운데 {all_ - none}개에 코드가 붙었고 {none}개에는 붙지 않았다."]
    if turned:
        said.append(f"부정이나 양보로 뜻이 바뀐 문장은 {turned}개다.")
    if len(trial.near_misses):
        said.append(f"조건 하나가 모자라 코드를 얻지 못한 문장과 코드의 짝은 {len(trial.near_misses)}개다.")
    if dead := len(trial.dead_words):
        slips = int(trial.dead_words["offered"].notna().sum())
        among = f"이고, 그 가운데 {slips}개는 잘못 적은 듯하다" if slips else "다"
        said.append(f"글에 없는 말은 {dead}개{among}.")
    if len(trial.dead_rules):
        said.append(f"어느 문장에도 걸리지 않은 규칙은 {len(trial.dead_rules)}개다.")
    return say(*said)


def show_sentences(trial: Trial, *, code: str = "", section: str = "") -> Displayable:
    """Every sentence with its codes and the words that matched: uncoded ones first, then those that were turned.

    code     only the sentences that have this code, by its name or its label
    section  only the sentences of this section: title, deck, subhead, body, caption

    StudyError, with the nearest name, for a code that the codebook lacks and for what is no section.
    """
    labels = code_labels(trial.codebook)
    rows = chosen(trial.readings, trial.codebook, code=code, section=section)
    several = _several(trial)
    html, plain = [], []
    for number, title in enumerate(GROUPS):
        group = [row for row in records(rows) if _group_of(row) == number]
        if group:
            items = Markup("\n").join(_item(trial, row, labels, several=several) for row in group)
            opened = Markup("<details{}><summary>{} ({})</summary><ul>{}</ul></details>")
            html.append(opened.format(Markup(" open") if number < 2 or code else "", title, len(group), items))
            plain += [f"\n{title} ({len(group)})", *(_line(row, labels, several=several) for row in group)]
    if not html:
        return say("고른 것에 맞는 문장이 없다.")
    return Displayable(f'{STYLE}<div class="trial">{Markup("").join(html)}</div>', "\n".join(plain).lstrip("\n"))


def show_near_misses(trial: Trial, *, max_rows: int = 30) -> Displayable:
    """What each of these sentences lacks for a code."""
    labels, rows = code_labels(trial.codebook), _named(trial, trial.near_misses)
    shown = table(
        rows, caption="조건 하나가 모자란 문장", name="near-misses", max_rows=max_rows, silent=True,
        values={"code": labels}, columns=["sentence_id", "code", "lacking", "text"],
    )  # fmt: skip
    lines = [f"[문장 {r['sentence_id']}] {labels[r['code']]}: {r['lacking']}\n      {r['text']}" for r in records(rows)]
    return with_lines(shown, "조건 하나가 모자란 문장", lines, max_rows)


def show_candidates(trial: Trial, *, max_rows: int = 20) -> Displayable:
    """Words of the uncoded sentences."""
    rows = trial.candidates
    several = _several(trial)
    rows = rows.assign(sentences=[_first(each, several=several) for each in rows["sentences"]])
    shown = table(
        rows, caption="코드가 없는 문장에 거듭 나오는 말", name="candidates", max_rows=max_rows, silent=True,
        values={"beside": code_labels(trial.codebook)},
        columns=["word", "uncoded", "coded", "sentences", "beside"],
    )  # fmt: skip
    lines = [f"{r['word']}: 문장 {r['sentences']} (코드 있는 문장 {r['coded']}개)" for r in records(rows)]
    return with_lines(shown, "코드가 없는 문장에 거듭 나오는 말", lines, max_rows)


def show_confusion(trial: Trial, *, max_rows: int = 40) -> Displayable:
    """Where a person and the rules differ, and which rule is to be looked at."""
    labels, rows = code_labels(trial.codebook), _named(trial, trial.confusion)
    rows = rows.assign(rule=rows["rule"].map(brief, na_action="ignore"))
    shown = table(
        rows, caption="사람과 규칙이 갈린 곳", name="confusion-by-rule", max_rows=max_rows, silent=True,
        values={"code": labels, "kind": DIFFERENCES},
        columns=["person", "code", "kind", "sentence_id", "rule", "text"],
    )  # fmt: skip
    lines = [
        f"[문장 {r['sentence_id']}] {r['person']}, {labels[r['code']]}: {DIFFERENCES[r['kind']]}"
        f"{'' if pd.isna(r['rule']) else ' [' + r['rule'] + ']'}\n      {r['text']}"
        for r in records(rows)
    ]
    return with_lines(shown, "사람과 규칙이 갈린 곳", lines, max_rows)


def brief(rule: str) -> str:
    """A rule, shortened: no more than three words of each of its lists, no more than eight lists."""
    parts = _LONG_LIST.sub(r"\1…", rule[:2000]).split(", ")
    return ", ".join(parts[:8]) + (", …" if len(parts) > 8 else "")


def with_lines(shown: Displayable, title: str, lines: list[str], most: int) -> Displayable:
    """What a notebook shows, and for a terminal, where columns of Hangul do not line up, lines instead of a table."""
    if not shown.html:
        return shown
    rest = [f"  (그 밖에 {len(lines) - most}줄)"] if len(lines) > most else []
    return Displayable(shown.html, "\n".join([f"{title} ({len(lines)})", *(f"  {x}" for x in lines[:most]), *rest]))


def _group_of(row: Mapping[str, Any]) -> int:
    return 0 if not row["codes"] else 1 if row["turned"] else 2


def _first(places: list[dict[str, Any]], *, several: bool) -> str:
    named = [f"{place['article_id']} {place['sentence_id']}" if several else place["sentence_id"] for place in places]
    rest = len(places) - MOST_PLACES
    return ", ".join(map(str, named[:MOST_PLACES])) + (f" 외 {rest}개" if rest > 0 else "")


def _several(trial: Trial) -> bool:
    return bool(trial.sentences["article_id"].nunique() > 1)


def _named(trial: Trial, rows: pd.DataFrame) -> pd.DataFrame:
    """Of several articles each has a sentence of a number: there the number goes with its article."""
    places = [f"{row['article_id']} {row['sentence_id']}" for row in records(rows)]
    return rows.assign(sentence_id=places) if _several(trial) else rows


def _place(row: Mapping[str, Any], *, several: bool) -> str:
    article = f"{row['article_id']} " if several else ""
    return f"{article}문장 {row['sentence_id']} · {SECTIONS.get(row['section'], row['section'])}"


def _item(trial: Trial, row: Mapping[str, Any], labels: Mapping[str, str], *, several: bool) -> Markup:
    spans = [(*span, "matched") for coding in row["codes"] for span in spans_in(coding["matched_spans"])]
    codes = Markup("").join(
        Markup('<p class="codes">{}{} · {} <small>{}</small></p>').format(
            Markup("⟲ ") if trial.is_turned(coding) else "", _stance(coding), labels[coding["code"]], _why(coding)
        )
        for coding in row["codes"]
    )
    text = mark_spans(row["text"], spans, offset=row["start"])
    return Markup("<li><p><small>{}</small> {}</p>{}</li>").format(_place(row, several=several), text, codes)


def _line(row: Mapping[str, Any], labels: Mapping[str, str], *, several: bool) -> str:
    codes = [f"\n      {_stance(coding)} · {labels[coding['code']]}: {_why(coding)}" for coding in row["codes"]]
    return f"  [{_place(row, several=several)}] {row['text']}{''.join(codes)}"


def _stance(coding: Mapping[str, Any]) -> str:
    return f"{STANCE_SIGNS[coding['stance']]} {STANCES[coding['stance']]}"


def _why(coding: Mapping[str, Any]) -> str:
    note = "" if pd.isna(coding["note"]) else f" ({coding['note']})"
    return f"{' · '.join(coding['matched'])} [{brief(coding['rule'])}]{note}"
