"""The tables of some articles, made in one go: what the stages of a close reading do, without a notebook."""

from __future__ import annotations

import re
from collections import Counter
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
    from helpers.keywords import without_bylines
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
        "article_terms": _terms(without_bylines(tokens, found), nouns, bylines, settings),
        "shingles": shingles_of(found, nouns),
    }
    if found.empty:
        return made | {name: tables.TABLES[name].empty() for name in ("voices", "facts", *CODED)}
    made["voices"] = find_voices(found, tokens=tokens)
    made["facts"] = find_facts(found, published_at=days, tokens=tokens)
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
    """How often each article has each term: in its text, and in the noun list of its export, kept apart."""
    from helpers.keywords import count_terms, merge_forms

    counted = count_terms(
        merge_forms(tokens, dict(settings.synonyms)),
        analyzer=settings.analyzer,
        pos=settings.parts_of_speech,
        stopwords=settings.stopwords,
        min_length=settings.min_syllables,
    ).dropna(subset=["term"])
    found = Counter(zip(counted["article_id"].tolist(), counted["term"].tolist(), strict=True))
    rows = [(article_id, "text", term, n) for (article_id, term), n in found.items()]
    listed = _Listed(settings)
    rows += [
        (article_id, "nouns", term, n)
        for article_id, text in nouns.items()
        for term, n in listed.count(text, bylines[article_id]).items()
    ]
    columns = zip(*sorted(rows), strict=True) if rows else [()] * len(tables.ARTICLE_TERMS.columns)
    return tables.ARTICLE_TERMS.of_columns(dict(zip(tables.ARTICLE_TERMS.columns, columns, strict=True)))


class _Listed:
    """Counts the nouns of an export's list as terms: under their common form, without the study's stopwords."""

    def __init__(self, settings: Settings) -> None:
        from helpers.synonyms import by_form

        self._known = by_form(dict(settings.synonyms))
        self._stopped = {word.casefold() for word in settings.stopwords}
        self._shortest = settings.min_syllables

    def count(self, text: str, byline: str) -> Counter[str]:
        """How often a list has each term. It also holds the name of who wrote the article, which is no word of it."""
        names = set(re.findall(r"\w+", byline))
        counts: Counter[str] = Counter()
        for word, n in Counter(map(str.strip, text.split(","))).items():
            noun = self._known.get("".join(word.split()).casefold(), word)
            plain = len(noun) >= self._shortest and not noun[0].isdigit() and noun.casefold() not in self._stopped
            if plain and noun not in names:
                counts[noun] += n
        return counts


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
    made_of = f"{settings.analyzer}{settings.dictionary}{settings.synonyms}{settings.codebook}"
    _once("warm", made_of, lambda: _read_sample(settings))


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
