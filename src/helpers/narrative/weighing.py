"""Gather the evidence for and against each claim: how much there is, in whose words, and what can be checked."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from statistics import median

import pandas as pd

from helpers import tables
from helpers.lexicons import words
from helpers.narrative.coding.codebook import Codebook
from helpers.narrative.rows import Row, rows_by_sentence, rows_of
from helpers.spans import Span, listed, spans_in

WEIGHED = tables.STANCES[:3]
NEWS = timedelta(days=7)  # a day so near to that of publication says when something was said or reported
Z = 1.959963984540054  # of a normal distribution, 95 % of which lie within


def evidence(
    codings: pd.DataFrame,
    sentences: pd.DataFrame,
    voices: pd.DataFrame,
    facts: pd.DataFrame,
    codebook: Codebook,
    *,
    coder: str = "rules",
    published_at: Mapping[str, str | None] | None = None,
) -> pd.DataFrame:
    """The sentences that bear on the thesis, as one coder codes them, for each claim.

    codings       tables.CODINGS; only the rows of ``coder`` count
    sentences     tables.SENTENCES
    voices        tables.VOICES
    facts         tables.FACTS
    published_at  for each article_id its day of publication (``publication``); without it every day counts
    returns       tables.EVIDENCE in the order of the sentences and of the claims; a sentence whose codings are all
                  context has no row

    A sentence qualifies a claim where its codes on this claim differ: support that concedes something in the same
    breath is not counted as plain support. What it says of another claim changes nothing.

    A sentence is checkable if it holds a fact that can be looked up and was not guessed. The day of publication and the
    week before it do not count: on those days, most often, somebody only said something.
    """
    own = codings[(codings["coder"] == coder) & codings["stance"].isin(WEIGHED)]
    coded = rows_by_sentence(own)
    given = rows_by_sentence(voices[voices["use"].isin(tables.GIVEN)])
    days = published_at or {}
    counted = [not _is_of_the_news(fact, days.get(fact["article_id"])) for fact in rows_of(facts)]
    sure = can_be_looked_up(facts) & (facts["certainty"] != "guessed")
    looked_up = rows_by_sentence(facts[sure & pd.Series(counted, index=facts.index, dtype=bool)])
    rows: list[Row] = []
    for row in rows_of(_placed(sentences)):
        key = (row["article_id"], int(row["sentence_id"]))
        for claim, found in _by_claim(coded.get(key, []), codebook):
            voice = _voice(row, found, given.get(key, []))
            place = row | {"coder": coder, "claim": claim, "checkable": bool(looked_up.get(key))}
            rows.append(place | _summed(found) | voice)
    return tables.EVIDENCE.make(rows)


def can_be_looked_up(facts: pd.DataFrame) -> pd.Series:
    """For each fact, whether a reader could look it up."""
    return facts["checkable"]


def _is_of_the_news(fact: Row, published: str | None) -> bool:
    """Is a fact a day of publication or of the week before it."""
    if not published or not isinstance(fact["resolved_from"], str):
        return False
    day = date.fromisoformat(published[:10])
    return all(timedelta() <= day - date.fromisoformat(fact[end]) <= NEWS for end in ("resolved_from", "resolved_to"))


def weigh(evidence: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """How many sentences support, qualify and oppose each claim, and on what they rest.

    evidence  tables.EVIDENCE of one coder
    returns   tables.WEIGHING: by article (and '*' for several together), any claim of the thesis ('*') and then each
              claim of the codebook, the three stances; a claim without evidence has n = 0 and no share

    ``share`` is n of the ``total`` sentences that bear on the claim, with its 95 % Wilson (1927) score interval: for
    one article it says how uncertain a share of so few sentences is, not what other articles would show. For the thesis
    as a whole a sentence may have two stances, each to another claim; in the total it counts once.
    """
    found = rows_of(evidence)
    articles = list(dict.fromkeys(row["article_id"] for row in found))
    rows: list[Row] = []
    for article_id in [*articles, *([tables.WHOLE] if len(articles) > 1 else [])]:
        own = [row for row in found if article_id in (row["article_id"], tables.WHOLE)]
        place = {"article_id": article_id}
        rows += [place | {"claim": tables.WHOLE} | row for row in _stances(own)]
        for claim in codebook.claims:
            rows += [place | {"claim": claim} | row for row in _stances([row for row in own if row["claim"] == claim])]
    return tables.WEIGHING.make(rows)


def _stances(rows: list[Row]) -> Iterable[Row]:
    """The number of sentences of each of the three stances; a sentence counts once for each stance that it has."""
    total = len({key_of(row) for row in rows})
    for stance in WEIGHED:
        these = once(row for row in rows if row["stance"] == stance)
        low, high = wilson(len(these), total)
        yield {
            "stance": stance,
            "n": len(these),
            "total": total,
            "share": len(these) / total if total else math.nan,
            "ci_low": low,
            "ci_high": high,
            **{kind: sum(row["voice"] == kind for row in these) for kind in tables.VOICES_KINDS},
            "checkable": sum(bool(row["checkable"]) for row in these),
            "position": median(row["position"] for row in these) if these else math.nan,
            "sentences": tables.places(map(key_of, these)),
        }


def key_of(row: Row) -> tuple[str, int]:
    """The article and the number of a sentence."""
    return row["article_id"], int(row["sentence_id"])


def once(rows: Iterable[Row]) -> list[Row]:
    """One row for each sentence, in order; of several rows the one whose voice is a source's."""
    found: dict[tuple[str, int], Row] = {}
    for row in rows:
        if key_of(row) not in found or found[key_of(row)]["voice"] == "reporter":
            found[key_of(row)] = row
    return list(found.values())


def wilson(n: int, total: int) -> tuple[float, float]:
    """The 95 % score interval of n of total (Wilson 1927); missing where total is 0."""
    if not total:
        return math.nan, math.nan
    share, spread = n / total, Z * Z / total
    centre = (share + spread / 2) / (1 + spread)
    half = Z * math.sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    low = 0.0 if n == 0 else centre - half
    return low, 1.0 if n == total else centre + half


def _placed(sentences: pd.DataFrame) -> pd.DataFrame:
    """The sentences with a column for each one's place in its article, from 0 to 1."""
    groups = sentences.groupby("article_id", sort=False)["sentence_id"]
    return sentences.assign(position=(groups.cumcount() + 0.5) / groups.transform("size"))


def _by_claim(codings: list[Row], codebook: Codebook) -> list[tuple[str, list[Row]]]:
    """The codings of one sentence for each claim that they bear on, both in the order of the codebook."""
    order = {code.name: place for place, code in enumerate(codebook.codes)}
    codings = sorted(codings, key=lambda coding: order[coding["code"]])
    claims = {claim: [c for c in codings if codebook[c["code"]].claim == claim] for claim in codebook.claims}
    return [(claim, found) for claim, found in claims.items() if found]


def _summed(codings: list[Row]) -> Row:
    spans = sorted({span for coding in codings for span in spans_in(coding["matched_spans"])})
    stances = {coding["stance"] for coding in codings}
    return {
        "stance": stances.pop() if len(stances) == 1 else "qualifies",
        "codes": [coding["code"] for coding in codings],
        "matched_spans": listed(spans),
        "turned_by": "; ".join(c["turned_by"] for c in codings if isinstance(c["turned_by"], str)) or None,
    }


def _voice(sentence: Row, codings: list[Row], given: list[Row]) -> Row:
    """Whose words the coded words are: the source's whose quotation or paraphrase holds them, else the reporter's.

    If most of a sentence is one source's words, it counts as that source's, wherever in it the rule found a word: the
    words around the quotation marks only say who speaks. The same holds where a person coded a sentence without
    matched words. But the verb of saying is the reporter's own word: '“…”라고 욕설했다'.
    """
    spans = [span for coding in codings for span in spans_in(coding["matched_spans"])]
    inside = [voice for voice in given if any(a < voice["end"] and voice["start"] < b for a, b in spans)]
    letters = sum(voice["end"] - voice["start"] for voice in given)
    mostly = 2 * letters > sentence["end"] - sentence["start"]
    saying = [place for voice in given for place in _saying(sentence, voice)]
    around = [span for span in spans if not any(a <= span[0] and span[1] <= b for a, b in saying)]
    chosen = next(iter(inside or (given if (mostly and around) or not spans else [])), None)
    if chosen is None:
        return {"voice": "reporter", "speaker": None, "person": None}
    said = {name: chosen.get(name) for name in ("speaker", "person")}
    return {"voice": chosen["kind"]} | {name: value if isinstance(value, str) else None for name, value in said.items()}


def _saying(sentence: Row, voice: Row) -> list[Span]:
    """Where words of saying stand behind a quotation: its verb, and nouns as in '“…”고 반박에 나섰다'."""
    verb = voice.get("verb")
    if voice["use"] != "speech":
        return []
    own = [verb.removesuffix("다").removesuffix("하")] if isinstance(verb, str) else []
    stems = "|".join(map(re.escape, [*own, *words("saying", "said_with_hada")]))
    after = voice["end"] - sentence["start"]
    found = re.finditer(rf"(?:^|(?<=\s))(?:{stems})\S*", sentence["text"][after:])
    return [(voice["end"] + place.start(), voice["end"] + place.end()) for place in found]
