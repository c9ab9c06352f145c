"""The tables of some articles, made in one go: what the stages of a close reading do, without a notebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

import pandas as pd

from helpers import tables
from helpers.corpus.reading import Opened
from helpers.corpus.settings import Settings
from helpers.corpus.shingles import shingles_of

Frames = dict[str, pd.DataFrame]
READ = ("lines", "sentences", "tokens", "article_terms", "shingles", "voices", "facts")
CODED = ("codings", "evidence")


def read_articles(entries: Sequence[Mapping[str, str]], opened: Mapping[str, Opened], settings: Settings) -> Frames:
    """The tables of these articles; raises if one of them cannot be read."""
    from helpers.narrative import find_facts, find_voices
    from helpers.tokenizing import sentences, tokenize

    names = [entry["article_id"] for entry in entries]
    lines = tables.LINES.make(row for name in names for row in opened[name].lines)
    found = sentences(lines)
    tokens = tokenize(found, settings.analyzer, _dictionary(settings))
    nouns = {name: opened[name].nouns for name in names}
    bylines = {entry["article_id"]: entry.get("reporter", "") for entry in entries}
    days = {name: opened[name].published_at for name in names}
    made = {
        "lines": lines,
        "sentences": found,
        "tokens": tokens,
        "article_terms": _terms(tokens, nouns, bylines, settings),
        "shingles": shingles_of(found, nouns),
        "voices": find_voices(found, tokens=tokens),
        "facts": find_facts(found, published_at=days, tokens=tokens),
    }
    return made | code_articles(made, settings, days)


def code_articles(made: Frames, settings: Settings, days: Mapping[str, str | None]) -> Frames:
    """The codings of articles that have been read, and the evidence among them."""
    from helpers.narrative import code_sentences, evidence

    codebook = _codebook(settings)
    codings = code_sentences(made["sentences"], made["tokens"], codebook, analyzer=settings.analyzer)
    return {
        "codings": codings,
        "evidence": evidence(codings, made["sentences"], made["voices"], made["facts"], codebook, published_at=days),
    }


def _terms(
    tokens: pd.DataFrame, nouns: Mapping[str, str], bylines: Mapping[str, str], settings: Settings
) -> pd.DataFrame:
    """How often each article has each term: in its text, and in the noun list of its export, kept apart.

    A list also holds the name of who wrote the article, which is no word of it.
    """
    from helpers.keywords import count_terms, merge_forms
    from helpers.synonyms import by_form

    known = by_form(dict(settings.synonyms))
    counted = count_terms(
        merge_forms(tokens, dict(settings.synonyms)),
        analyzer=settings.analyzer,
        pos=settings.parts_of_speech,
        stopwords=settings.stopwords,
        min_length=settings.min_syllables,
    )
    counts = counted.dropna(subset=["term"]).groupby(["article_id", "term"]).size().rename("n").reset_index()
    stopped = {word.casefold() for word in settings.stopwords}
    listed = [
        (article_id, noun)
        for article_id, text in nouns.items()
        for word in map(str.strip, text.split(","))
        for noun in [known.get("".join(word.split()).casefold(), word)]
        if len(noun) >= settings.min_syllables and not noun[0].isdigit() and noun.casefold() not in stopped
        if noun not in re.findall(r"\w+", bylines[article_id])
    ]
    lists = pd.DataFrame(listed, columns=["article_id", "term"]).groupby(["article_id", "term"]).size().rename("n")
    both = pd.concat([counts.assign(of="text"), lists.reset_index().assign(of="nouns")], ignore_index=True)
    ordered = both.sort_values(["article_id", "of", "term"], ignore_index=True)
    return tables.ARTICLE_TERMS.cast(ordered[list(tables.ARTICLE_TERMS.columns)])


def members_of(
    entries: Sequence[Mapping[str, str]],
    made: Frames,
    opened: Mapping[str, Opened],
    reasons: Mapping[str, str],
    settings: Settings,
) -> pd.DataFrame:
    """One row for each article: was it read, why not, under which keys, and how much there is of it."""
    lines = made["lines"]
    kept = (lines["end"] - lines["start"])[lines["kept"]].groupby(lines["article_id"]).sum().to_dict()
    counts = made["sentences"].groupby("article_id").size().to_dict()
    terms = made["article_terms"]
    words = {of: terms[terms["of"] == of].groupby("article_id")["n"].sum().to_dict() for of in ("text", "nouns")}
    rows = []
    for entry in entries:
        name = entry["article_id"]
        rows.append(
            {
                "article_id": name,
                "status": "unreadable" if name in reasons else "read",
                "reason": reasons.get(name),
                "read_key": settings.read_key(entry),
                "coded_key": settings.coded_key(entry),
                "published_at": opened[name].published_at if name in opened else None,
                "characters": opened[name].characters if name in opened else 0,
                "kept_characters": kept.get(name, 0),
                "sentences": counts.get(name, 0),
                "words": words["text"].get(name, 0),
                "nouns": words["nouns"].get(name, 0),
            }
        )
    return tables.MEMBERS.make(rows)


_SAMPLE = "김하늘 시장은 지난 3일 “배를 두 척 늘리겠다”고 말했다."


def warm(settings: Settings) -> None:
    """Load what takes seconds (the analyzer with the study's words, word lists) by reading a sentence of our own."""
    _once("warm", f"{settings.analyzer}{settings.dictionary}{settings.codebook}", lambda: _read_sample(settings))


def _read_sample(settings: Settings) -> None:
    place = {"article_id": "sample", "line": 1, "start": 0, "end": len(_SAMPLE), "text": _SAMPLE, "confidence": 1.0}
    line = place | {"label": "body", "kept": True, "reason": "as the source gives it", "rule": "given"}
    with suppress(Exception):  # what is at fault is told of the articles, each by itself
        read_articles([{"article_id": "sample"}], {"sample": Opened([line], None, "", len(_SAMPLE))}, settings)


_opened: dict[tuple[str, str], Any] = {}


def _dictionary(settings: Settings) -> Any:
    from helpers.tokenizing import own_words

    return _once(
        "dictionary",
        f"{settings.dictionary}{settings.synonyms}",
        lambda: own_words(settings.dictionary, dict(settings.synonyms)),
    )


def _codebook(settings: Settings) -> Any:
    from helpers.narrative import open_codebook
    from helpers.study import open_study

    return _once("codebook", settings.study + settings.codebook, lambda: open_codebook(open_study(settings.study)))


def _once(kind: str, text: str, make: Callable[[], Any]) -> Any:
    """What was made of the last text of its kind: a process reads many buckets of one study."""
    if (kind, text) not in _opened:
        for key in [key for key in _opened if key[0] == kind]:
            del _opened[key]
        _opened[kind, text] = make()
    return _opened[kind, text]
