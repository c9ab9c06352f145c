"""The sentences behind the numbers: the evidence in order, and the lines in which a keyword stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
from markupsafe import Markup

from helpers.reporting.anchors import keyword_anchor, sentence_anchor
from helpers.reporting.saying import Displayable

STANCE_NAMES = {"supports": "지지", "qualifies": "한정", "opposes": "반대", "context": "맥락"}
STANCE_SIGNS = {"supports": "▲", "qualifies": "◆", "opposes": "▼", "context": "●"}
SECTION_NAMES = {"deck": "부제", "subhead": "중간 제목", "body": "본문", "caption": "사진 설명"}
VOICE_NAMES = {"reporter": "기자의 글", "named": "이름 있는 취재원", "unnamed": "이름 없는 취재원"}
USE_NAMES = {"scare": "거리를 둔 말", "title": "이름"}
FACT_NAMES = {"date": "때", "period": "기간", "amount": "금액", "count": "수량"}
NOTEBOOK_STYLE = "<style>ol.reading{padding-left:1em}.reading .tags{font-size:90%}</style>"

Span = tuple[int, int, str]


def close_reading(
    sentences: pd.DataFrame,
    codings: pd.DataFrame,
    voices: pd.DataFrame,
    facts: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    coder: str = "rules",
    full_text: bool = False,
) -> Displayable:
    """The evidence sentences in the order of the article, with what was seen in each.

    sentences  tables.SENTENCES
    codings    tables.CODINGS; those of ``coder`` are shown, each with its stance as a sign, a word and a colour
    voices     tables.VOICES; quotations are underlined, their speakers named below
    facts      tables.FACTS; dotted underline, their kind and resolution below
    labels     by code, its Korean name; a code without one is shown as it is
    full_text  show every sentence, not only those that bear on the thesis

    Each sentence can be linked to (``sentence_anchor``). No evidence gives a sentence that says so.
    """
    coded = codings[codings["coder"] == coder]
    evidence = coded[coded["stance"] != "context"]
    wanted = set(zip(evidence["article_id"], evidence["sentence_id"], strict=True))
    by_sentence = [_by_sentence(frame) for frame in (coded, voices, facts)]
    items = []
    for sentence in _records(sentences.sort_values(["article_id", "sentence_id"])):
        key = (sentence["article_id"], sentence["sentence_id"])
        if full_text or key in wanted:
            items.append(_item(sentence, *(rows.get(key, []) for rows in by_sentence), labels=labels or {}))
    if not items:
        return Displayable("<p>논지와 이어지는 문장을 찾지 못했다.</p>", "논지와 이어지는 문장을 찾지 못했다.")
    html = Markup('<ol class="reading">{}</ol>').format(Markup("\n").join(html for html, _ in items))
    return Displayable(NOTEBOOK_STYLE + str(html), "\n".join(plain for _, plain in items))


def concordance(kwic: pd.DataFrame, *, terms: Sequence[str] | None = None, max_lines: int = 8) -> Displayable:
    """The lines in which keywords stand, one list a keyword; keyword tables link here (``keyword_anchor``).

    kwic       tables.KWIC
    terms      which keywords, in which order; left out, all in the order of the table
    max_lines  lines shown for each; the heading tells how many there are

    A term without a line is left out; no line at all gives an empty displayable.
    """
    wanted = list(dict.fromkeys(kwic["term"] if terms is None else terms))
    groups = [(term, kwic[kwic["term"] == term]) for term in wanted]
    shown = [(term, lines) for term, lines in groups if len(lines)]
    html = Markup("\n").join(_lines(term, lines, max_lines) for term, lines in shown)
    plain = "\n".join(
        f"{term}: {row['left']}[{row['keyword']}]{row['right']}"
        for term, lines in shown
        for row in _records(lines.head(max_lines))
    )
    return Displayable(str(Markup('<div class="kwic">{}</div>').format(html)) if shown else "", plain)


def _lines(term: str, lines: pd.DataFrame, max_lines: int) -> Markup:
    rows = Markup("").join(
        Markup("<li>{}<mark>{}</mark>{}{}</li>").format(
            row["left"], row["keyword"], row["right"], _sentence_link(row["article_id"], row["sentence_id"])
        )
        for row in _records(lines.head(max_lines))
    )
    count = f"{len(lines)}줄" if len(lines) <= max_lines else f"{len(lines)}줄 가운데 {max_lines}줄"
    return Markup('<details id="{}"><summary>{} <span>{}</span></summary><ul>{}</ul></details>').format(
        keyword_anchor(term), term, count, rows
    )


def _sentence_link(article_id: str, sentence_id: int) -> Markup:
    return Markup(' <a href="#{}">문장 {}</a>').format(sentence_anchor(article_id, sentence_id), sentence_id)


def _item(
    sentence: Mapping[str, Any],
    codings: list[dict[str, Any]],
    voices: list[dict[str, Any]],
    facts: list[dict[str, Any]],
    *,
    labels: Mapping[str, str],
) -> tuple[Markup, str]:
    spans: list[Span] = [(v["start"], v["end"], "voice") for v in voices if v["use"] not in USE_NAMES]
    spans += [(f["start"], f["end"], "fact") for f in facts]
    spans += [(*span, "matched") for coding in codings for span in _matched(coding["matched_spans"])]
    tags = [_stance_tag(coding, labels) for coding in codings]
    tags += [Markup('<span class="voice">{}</span>').format(_voice_words(voice)) for voice in voices]
    tags += [Markup('<span class="fact">{}</span>').format(_fact_words(fact)) for fact in facts]
    stances = {coding["stance"] for coding in codings if coding["stance"] != "context"}
    place = f"문장 {sentence['sentence_id']} · {SECTION_NAMES.get(sentence['section'], sentence['section'])}"
    html = Markup(
        '<li id="{}" class="{}"><p class="place">{}</p><p class="sentence">{}</p><p class="tags">{}</p></li>'
    ).format(
        sentence_anchor(sentence["article_id"], sentence["sentence_id"]),
        next(iter(stances)) if len(stances) == 1 else "mixed" if stances else "context",
        place,
        mark_spans(sentence["text"], spans, offset=sentence["start"]),
        Markup(" ").join(tags),
    )
    return html, f"[{place}] {sentence['text']} ({', '.join(tag.striptags() for tag in tags)})"


def mark_spans(text: str, spans: Sequence[Span], *, offset: int = 0) -> Markup:
    """``text`` with its spans marked: (start, end, "matched", "voice" or "fact"), counted from ``offset``.

    Spans may overlap, and may reach beyond the text.
    """
    inside = [(max(start - offset, 0), min(end - offset, len(text)), kind) for start, end, kind in spans]
    inside = [(start, end, kind) for start, end, kind in inside if start < end]
    cuts = sorted({0, len(text), *(cut for start, end, _ in inside for cut in (start, end))})
    marked = Markup("")
    for start, end in pairwise(cuts):
        piece = Markup.escape(text[start:end])
        kinds = {kind for first, last, kind in inside if first <= start and end <= last}
        if "matched" in kinds:
            piece = Markup("<mark>{}</mark>").format(piece)
        for kind in ("fact", "voice"):
            if kind in kinds:
                piece = Markup('<span class="{}">{}</span>').format(kind, piece)
        marked += piece
    return marked


def _stance_tag(coding: Mapping[str, Any], labels: Mapping[str, str]) -> Markup:
    stance, note = coding["stance"], coding["note"]
    return Markup('<span class="stance {}">{} {} · {}{}</span>').format(
        stance,
        STANCE_SIGNS[stance],
        STANCE_NAMES[stance],
        labels.get(coding["code"], coding["code"]),
        "" if pd.isna(note) else f" ({note})",
    )


def _voice_words(voice: Mapping[str, Any]) -> str:
    if voice["use"] in USE_NAMES:
        return f"{USE_NAMES[voice['use']]}: {voice['text']}"
    speaker = "" if pd.isna(voice["speaker"]) else f": {voice['speaker']}"
    return VOICE_NAMES.get(voice["kind"], voice["kind"]) + speaker


def _fact_words(fact: Mapping[str, Any]) -> str:
    resolved = [day for day in dict.fromkeys([fact["resolved_from"], fact["resolved_to"]]) if not pd.isna(day)]
    words = f"{FACT_NAMES.get(fact['kind'], fact['kind'])}: {fact['text']}"
    return f"{words} ({'~'.join(resolved)})" if resolved else words


def _matched(spans: Any) -> list[tuple[int, int]]:
    """ "12:15 20:22" as pairs; a missing value has none."""
    if pd.isna(spans):
        return []
    pairs = (span.split(":") for span in spans.split())
    return [(int(start), int(end)) for start, end in pairs]


def _by_sentence(frame: pd.DataFrame) -> dict[tuple[str, int], list[dict[str, Any]]]:
    rows: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for row in _records(frame):
        rows.setdefault((row["article_id"], row["sentence_id"]), []).append(row)
    return rows


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
