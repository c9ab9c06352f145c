"""The evidence sentence by sentence, each with what was seen in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from helpers import tables
from helpers.reporting.anchors import sentence_anchor
from helpers.reporting.korean.names import SECTIONS
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.dates_and_amounts import fact_values
from helpers.reporting.prose.rows import key_of, records
from helpers.reporting.reading.marking import Marked, mark_spans
from helpers.reporting.reading.tags import fact_tag, says_how_many, stance_tag, tag, voice_words
from helpers.reporting.saying import NOT_FOR_SHARING, Displayable
from helpers.spans import spans_in

NOTEBOOK_STYLE = (
    "<style>ol.reading{padding-left:1em;list-style:none}.reading .tags{font-size:90%}"
    ".reading i{font-style:normal;border-bottom:2px dotted}.reading .elsewhere{opacity:.7}</style>"
)
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
    stances = {(row["article_id"], row["sentence_id"]): row["stance"] for row in records(evidence)}
    items = []
    for sentence in records(shown.sort_values(["article_id", "sentence_id"])):
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
    spans: list[Marked] = [(*span, "matched") for row in records(codings) for span in spans_in(row["matched_spans"])]
    shown = [mark_spans(row["text"], spans, offset=row["start"]) for row in records(sentence)[:1]]
    html = Markup("").join(Markup("<blockquote><q>{}</q></blockquote>").format(text) for text in shown)
    return Displayable(str(html), "".join(text.striptags() for text in shown))


def _item(sentence: Mapping[str, Any], stance: str, seen: Seen, *, article: str) -> tuple[Markup, str]:
    spans: list[Marked] = [(v["start"], v["end"], "voice") for v in seen.voices if v["use"] in tables.GIVEN]
    spans += [(f["start"], f["end"], "fact") for f in seen.facts]
    spans += [(*span, "matched") for coding in seen.codings for span in spans_in(coding["matched_spans"])]
    tags = [stance_tag(coding, seen.labels) for coding in seen.codings]
    tags += [tag(voice_words(voice)) for voice in seen.voices]
    values = fact_values(pd.DataFrame(seen.facts)) if seen.facts else []
    tags += [fact_tag(fact, value) for fact, value in zip(seen.facts, values, strict=True) if says_how_many(fact)]
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


def _by_sentence(frame: pd.DataFrame) -> dict[tuple[str, int], Rows]:
    rows: dict[tuple[str, int], Rows] = {}
    for row in records(frame):
        rows.setdefault(key_of(row), []).append(row)
    return rows
