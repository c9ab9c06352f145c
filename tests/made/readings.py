"""Invented readings that the tests of helpers.reporting.prose share: tables of stage 4 made by stage 4 itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from helpers import narrative, tables
from helpers.reporting import prose
from helpers.reporting.saying import Displayable
from made.sentences import sentence_table

ARTICLE = "harbour-2025"
CODEBOOK: dict[str, Any] = {
    "claims": {"ferry": "새 배가 섬을 살렸다.", "school": "학교가 다시 문을 열었다."},
    "codes": {
        "arrival": {
            "label": "돌아온 사람",
            "definition": "사람이 섬에 돌아왔다고 말하는 문장.",
            "stance": "supports",
            "claim": "ferry",
            "rules": [{"any": ["돌아오다"]}],
        },
        "cost": {
            "label": "뱃삯",
            "definition": "뱃삯이 비싸다고 말하는 문장.",
            "stance": "opposes",
            "claim": "ferry",
            "rules": [{"any": ["비싸다"]}],
        },
        "pupils": {
            "label": "학생",
            "definition": "학생이 늘었다고 말하는 문장.",
            "stance": "supports",
            "claim": "school",
            "rules": [{"any": ["늘다"]}],
        },
    },
}
TEXTS = (
    ("섬으로 돌아온 사람들", "deck"),
    ("2019년 새 배가 뜨자 마흔 집이 돌아왔다.", "body"),
    ("주민 박하늘 씨는 “배가 생겨 돌아왔다”고 말했다.", "body"),
    ("한 관계자는 “뱃삯이 비싸다”고 말했다.", "body"),
    ("학교에는 학생이 늘었지만 여전히 열 명이다.", "body"),
    ("등대는 바닷가에 있다.", "body"),
)
CODED = (
    (1, "arrival", "supports", "돌아온"),
    (2, "arrival", "supports", "돌아왔다"),
    (3, "arrival", "supports", "돌아왔다"),
    (4, "cost", "opposes", "비싸다"),
    (5, "pupils", "qualifies", "늘었지만"),
)
SPOKEN = ((3, "배가 생겨 돌아왔다", "named", "주민 박하늘 씨"), (4, "뱃삯이 비싸다", "unnamed", "한 관계자"))


@dataclass(frozen=True)
class About:
    """What study.yml says, as far as the prose reads it."""

    title: str = "섬과 배"
    question: str = "섬은 왜 살아났는가?"
    thesis: str = "섬을 살린 것은 새 배다."


def sentences(texts: tuple[tuple[str, str], ...] = TEXTS, article: str = ARTICLE) -> pd.DataFrame:
    written, sections = [text for text, _ in texts], [section for _, section in texts]
    return sentence_table(*written, article=article, section=sections, paragraphs=range(1, len(texts) + 1))


def reading(
    *,
    texts: tuple[tuple[str, str], ...] = TEXTS,
    coded: tuple[tuple[int, str, str, str], ...] = CODED,
    spoken: tuple[tuple[int, str, str, str | None], ...] = SPOKEN,
    codebook: dict[str, Any] | None = None,
    people: tuple[tuple[int, str, str], ...] = (),
    articles: tuple[str, ...] = (ARTICLE,),
    about: About | None = None,
) -> Any:
    """A prose.Reading of one article, or of the same article under several names; what was made once is kept."""
    given = (texts, coded, spoken, codebook or CODEBOOK, people, articles, about or About())
    if (key := repr(given)) not in _made:
        _made[key] = _reading(*given)
    return _made[key]


_made: dict[str, Any] = {}


def _reading(
    texts: tuple[tuple[str, str], ...],
    coded: tuple[tuple[int, str, str, str], ...],
    spoken: tuple[tuple[int, str, str, str | None], ...],
    codebook: dict[str, Any],
    people: tuple[tuple[int, str, str], ...],
    articles: tuple[str, ...],
    about: About,
) -> Any:
    book = narrative.parse_codebook(codebook)
    every = pd.concat([sentences(texts, article) for article in articles], ignore_index=True)
    codings = tables.CODINGS.make(
        {
            **_place(every, article, number, words),
            "code": code,
            "claim": book[code].claim,
            "stance": stance,
            "coder": "rules",
        }
        for article in articles
        for number, code, stance, words in coded
    )
    theirs = tables.CODINGS.make(
        {
            "article_id": ARTICLE,
            "sentence_id": number,
            "code": code,
            "claim": book[code].claim,
            "stance": stance,
            "coder": "kim",
        }
        for number, code, stance in people
    )
    codings = narrative.together(codings, theirs)
    voices = tables.VOICES.make(
        {**_span(every, article, number, words), "use": "speech", "kind": kind, "speaker": speaker, "verb": "말하다"}
        for article in articles
        for number, words, kind, speaker in spoken
    )
    facts = _facts(every, articles)
    evidence = narrative.evidence(codings, every, voices, facts, book)
    coders = narrative.compare_with_people(codings, every, book, seed=1, draws=50)
    return prose.read(
        about,  # type: ignore[arg-type]
        book,
        articles=_articles(articles),
        sentences=every,
        codings=codings,
        evidence=evidence,
        voices=voices,
        facts=facts,
        measures=narrative.measures(
            evidence, book, sentences=every, tokens=tables.TOKENS.empty(), voices=voices, facts=facts, codings=codings
        ),
        coders=coders,
        is_blank=narrative.is_blank(book),
    )


def remeasured(made: Any, **changed: pd.DataFrame) -> Any:
    """The reading with other tables, its measures counted anew."""
    other = replace(made, **changed)
    parts = {name: getattr(other, name) for name in ("sentences", "voices", "facts", "codings")}
    empty = tables.TOKENS.empty()
    return replace(other, measures=narrative.measures(other.evidence, other.codebook, tokens=empty, **parts))


def everything(made: Any) -> dict[str, Displayable]:
    """All that notebook 04 words of a reading, by the function that words it."""
    return {
        "what_it_claims": prose.what_it_claims(made),
        "on_what_evidence": prose.on_what_evidence(made),
        "in_whose_voice": prose.in_whose_voice(made),
        "what_stands_against": prose.what_stands_against(made),
        "what_can_be_checked": prose.what_can_be_checked(made),
        "how_sure": prose.how_sure(made),
        "what_it_cannot_show": prose.what_it_cannot_show(made),
        "what_would_weaken": prose.what_would_weaken(made),
        "what_to_look_up": prose.what_to_look_up(made),
    }


def _span(every: pd.DataFrame, article: str, number: int, words: str) -> dict[str, Any]:
    row = every[(every["article_id"] == article) & (every["sentence_id"] == number)].iloc[0]
    start = int(row["start"]) + str(row["text"]).index(words)
    return {"article_id": article, "sentence_id": number, "start": start, "end": start + len(words), "text": words}


def _place(every: pd.DataFrame, article: str, number: int, words: str) -> dict[str, Any]:
    span = _span(every, article, number, words)
    where = {"matched": [words], "matched_spans": [[span["start"], span["end"]]]}
    return {"article_id": article, "sentence_id": number, "rule": f"any: {words}"} | where


def _facts(every: pd.DataFrame, articles: tuple[str, ...]) -> pd.DataFrame:
    known = {
        "2019년": {"kind": "date", "resolved_from": "2019-01-01", "resolved_to": "2019-12-31"},
        "마흔 집": {"kind": "count", "value": 40.0, "unit": "집"},
    }
    rows = []
    for article in articles:
        for row in every[every["article_id"] == article].to_dict("records"):
            found = [words for words in known if words in row["text"]]
            rows += [_span(every, article, row["sentence_id"], words) | known[words] for words in found]
    return tables.FACTS.make(rows)


def _articles(names: tuple[str, ...]) -> pd.DataFrame:
    return tables.ARTICLES.make(
        {
            "article_id": name, "source_file": f"articles/{name}.txt", "sha256": "0" * 64, "encoding": "utf-8",
            "title": "섬으로 돌아온 사람들", "outlet": "섬신문", "published_at": "2025-04-02T09:30+09:00",
            "characters": 300, "kept_characters": 200, "removed_characters": 100,
        }
        for name in names
    )  # fmt: skip
