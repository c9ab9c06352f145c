"""Show the sentences behind the numbers: the evidence in order, and the lines in which keywords stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import pandas as pd
from markupsafe import Markup

from helpers import tables
from helpers.lexicons import words
from helpers.reporting.anchors import keyword_anchor, sentence_anchor
from helpers.reporting.korean.days import has_days
from helpers.reporting.korean.names import AGES, CERTAINTIES, FACTS, QUOTE_USES, SECTIONS, STANCE_SIGNS, STANCES, VOICES
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.dates_and_amounts import fact_values
from helpers.reporting.saying import NOT_FOR_SHARING, Displayable

ELEMENTS = {"voice": "u", "fact": "i", "matched": "mark"}  # from the outermost inwards
NOTEBOOK_STYLE = (
    "<style>ol.reading{padding-left:1em;list-style:none}.reading .tags{font-size:90%}"
    ".reading i{font-style:normal;border-bottom:2px dotted}.reading .elsewhere{opacity:.7}</style>"
)

Marked = tuple[int, int, str]  # a span and what it is marked as
_JOINED = ("부터", "까지")  # particles
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Seen:
    """The findings in one sentence: rows of codings, voices and facts, and the Korean names of codes."""

    codings: Rows
    voices: Rows
    facts: Rows
    labels: Mapping[str, str]


def close_reading(
    evidence: pd.DataFrame,
    *,
    codings: pd.DataFrame,
    voices: pd.DataFrame,
    facts: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    coder: str = "rules",
    sentences: pd.DataFrame | None = None,
) -> Displayable:
    """The evidence sentences in the order of the article, with what was seen in each.

    evidence   tables.EVIDENCE
    codings    tables.CODINGS; those of ``coder`` are shown, each with its stance as a sign, a word and a colour
    voices     tables.VOICES; words of others are underlined, their speakers named below
    facts      tables.FACTS; dotted underline, their kind and resolution below
    labels     by code, its Korean name; a code without one is shown as it is
    sentences  tables.SENTENCES; where given, the whole article is shown, not only its evidence, below a notice that
               this copy is not for sharing

    Each sentence can be linked to (``sentence_anchor``). No evidence gives a sentence that says so.
    """
    shown = (evidence if sentences is None else sentences).drop_duplicates(["article_id", "sentence_id"])
    several = shown["article_id"].nunique() > 1
    coded, spoken, dated = (_by_sentence(frame) for frame in (codings[codings["coder"] == coder], voices, facts))
    stances = {(row["article_id"], row["sentence_id"]): row["stance"] for row in _records(evidence)}
    items = []
    for sentence in _records(shown.sort_values(["article_id", "sentence_id"])):
        key = (sentence["article_id"], sentence["sentence_id"])
        seen = Seen(coded.get(key, []), spoken.get(key, []), dated.get(key, []), labels or {})
        items.append(
            _item(sentence, stances.get(key, "context"), seen, article=sentence["article_id"] if several else "")
        )
    if not items:
        nothing = "논지와 이어지는 문장을 찾지 못했다."
        return Displayable(f"<p>{nothing}</p>", nothing)
    notice = Markup("") if sentences is None else Markup('<p class="notice">{}</p>').format(NOT_FOR_SHARING)
    html = notice + Markup('<ol class="reading">{}</ol>').format(Markup("\n").join(html for html, _ in items))
    said = [NOT_FOR_SHARING] if notice else []
    return Displayable(NOTEBOOK_STYLE + str(html), "\n".join([*said, *(plain for _, plain in items)]))


def coded_sentence(sentence: pd.DataFrame, codings: pd.DataFrame) -> Displayable:
    """One sentence with the words marked that rules matched in it.

    sentence  tables.SENTENCES, one row; none gives an empty displayable
    codings   tables.CODINGS of this sentence
    """
    spans: list[Marked] = [(*span, "matched") for row in _records(codings) for span in _matched(row["matched_spans"])]
    shown = [mark_spans(row["text"], spans, offset=row["start"]) for row in _records(sentence)[:1]]
    html = Markup("").join(Markup("<blockquote><q>{}</q></blockquote>").format(text) for text in shown)
    return Displayable(str(html), "".join(text.striptags() for text in shown))


def concordance(kwic: pd.DataFrame, *, terms: Sequence[str] | None = None, max_lines: int = 6) -> Displayable:
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


def _item(sentence: Mapping[str, Any], stance: str, seen: Seen, *, article: str) -> tuple[Markup, str]:
    spans: list[Marked] = [(v["start"], v["end"], "voice") for v in seen.voices if v["use"] in tables.GIVEN]
    spans += [(f["start"], f["end"], "fact") for f in seen.facts]
    spans += [(*span, "matched") for coding in seen.codings for span in _matched(coding["matched_spans"])]
    tags = [_stance_tag(coding, seen.labels) for coding in seen.codings]
    tags += [_tag(_voice_words(voice)) for voice in seen.voices]
    values = fact_values(pd.DataFrame(seen.facts)) if seen.facts else []
    tags += [_fact_tag(fact, value) for fact, value in zip(seen.facts, values, strict=True) if _says_how_many(fact)]
    tags = list(dict.fromkeys(tags))
    section = SECTIONS["title"] if sentence["section"] == "title" else ""
    place = f"{article} 문장 {sentence['sentence_id']}".strip() + (f" · {section}" if section else "")
    html = Markup('<li id="{}" class="{}"><p data-else="원문 {} 본다">{}</p><p class="tags">{}</p></li>').format(
        sentence_anchor(sentence["article_id"], sentence["sentence_id"]),
        stance,
        josa(f"문장 {sentence['sentence_id']}", "을/를"),
        mark_spans(sentence["text"], spans, offset=sentence["start"]),
        Markup(" ").join([Markup('<span class="place">{}</span>').format(place), *tags]),
    )
    seen_here = f" ({', '.join(tag.striptags() for tag in tags)})" if tags else ""
    return html, f"[{place}] {sentence['text']}{seen_here}"


def mark_spans(text: str, spans: Sequence[Marked], *, offset: int = 0) -> Markup:
    """``text`` with its spans marked: (start, end, "matched", "voice" or "fact"), counted from ``offset``.

    Spans may overlap, and may reach beyond the text.
    """
    inside = [(max(start - offset, 0), min(end - offset, len(text)), kind) for start, end, kind in spans]
    inside = [(start, end, kind) for start, end, kind in inside if start < end]
    cuts = sorted({0, len(text), *(cut for start, end, _ in inside for cut in (start, end))})
    pieces = [
        (text[start:end], {kind for first, last, kind in inside if first <= start and end <= last})
        for start, end in pairwise(cuts)
    ]
    return _wrapped(pieces, list(ELEMENTS))


def _wrapped(pieces: Iterable[tuple[str, set[str]]], kinds: Sequence[str]) -> Markup:
    """The pieces joined, each run that is of the first kind in one element, and so on inwards."""
    if not kinds:
        return Markup("").join(piece for piece, _ in pieces)
    made = Markup("")
    for marked, run in groupby(pieces, key=lambda piece: kinds[0] in piece[1]):
        inner = _wrapped(run, kinds[1:])
        made += Markup("<{0}>{1}</{0}>").format(ELEMENTS[kinds[0]], inner) if marked else inner
    return made


def _stance_tag(coding: Mapping[str, Any], labels: Mapping[str, str]) -> Markup:
    stance, note = coding["stance"], coding["note"]
    return Markup('<b class="{}">{} {} · {}{}</b>').format(
        stance,
        STANCE_SIGNS[stance],
        STANCES[stance],
        labels.get(coding["code"], coding["code"]),
        "" if pd.isna(note) else f" ({note})",
    )


def _tag(words: str, *, instead: str = "") -> Markup:
    """What was seen in a sentence; ``instead`` says it without the words of the article, should those have to go."""
    return Markup('<span data-else="{}">{}</span>').format(instead, words)


def _voice_words(voice: Mapping[str, Any]) -> str:
    if voice["use"] not in tables.GIVEN:
        return f"{QUOTE_USES.get(voice['use'], voice['use'])}: {voice['text']}"
    speaker = "" if pd.isna(voice["speaker"]) else str(voice["speaker"])
    if speaker in words("pronouns", "pointing") and not pd.isna(voice["person"]):
        speaker = str(voice["person"])
    if not speaker:
        return VOICES.get(voice["kind"], voice["kind"])
    return f"{VOICES.get(voice['kind'], voice['kind'])}: {speaker}{_how_sure(voice)}"


def _how_sure(row: Mapping[str, Any]) -> str:
    """What is said behind a speaker or a fact that the text does not state; "" where it does."""
    name = CERTAINTIES.get(str(row.get("certainty")), "")
    return f" ({name})" if name else ""


def _says_how_many(fact: Mapping[str, Any]) -> bool:
    """Is it more than a place in an order or a name (1심, 제103조)."""
    return fact.get("gives") != "order"


def _fact_tag(fact: Mapping[str, Any], value: str | None) -> Markup:
    """Its kind and wording, with the days that they come to; without its wording these, or its value."""
    bound, dated = _bound(fact), has_days(fact)
    value = None if dated and not fact["checkable"] else value  # 이날, which leans on another day, and what is planned
    kind = AGES.get(str(fact.get("gives"))) or FACTS.get(fact["kind"], fact["kind"])
    guess = _how_sure(fact) if fact.get("certainty") == "guessed" else ""
    says_more = dated and value and not _says_as_much(f"{fact['text']}{bound}", value)
    worded = f"{kind}: {fact['text']}{bound}" + (f" ({value})" if says_more else "") + guess
    comes_to = value if dated or not value else f"{value}{bound}"
    return _tag(worded, instead=f"{kind}: {comes_to}{guess}" if comes_to else "")


def _says_as_much(text: str, value: str | None) -> bool:
    """Are the words of a fact its value but for a 년 or a sign between two years: 1924∼2001 is 1924~2001년."""
    said, worth = (re.sub(r"[\s년]", "", re.sub(r"[∼〜–-]", "~", one)) for one in (text, value or ""))
    return said == worth


def _bound(fact: Mapping[str, Any]) -> str:
    """The words around a fact that make it inexact or one end of something, so far as its own do not have them."""
    given = [] if pd.isna(fact["bound"]) else str(fact["bound"]).split(" · ")
    outside = [word for word in given if word not in str(fact["text"])]
    return "".join(word if word in _JOINED else f" {word}" for word in outside)


def _matched(spans: Any) -> list[tuple[int, int]]:
    """ "12:15 20:22" as pairs; a missing value has none."""
    if pd.isna(spans):
        return []
    pairs = (span.split(":") for span in spans.split())
    return [(int(start), int(end)) for start, end in pairs]


def _by_sentence(frame: pd.DataFrame) -> dict[tuple[str, int], Rows]:
    rows: dict[tuple[str, int], Rows] = {}
    for row in _records(frame):
        rows.setdefault((row["article_id"], row["sentence_id"]), []).append(row)
    return rows


def _records(frame: pd.DataFrame) -> Rows:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
