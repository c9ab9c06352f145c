"""Where terms fall, and how evenly."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers import tables
from helpers.errors import StudyError
from helpers.keywords.texts import texts

PARTS = ("sentence", "paragraph", "article")


def dispersion(terms: pd.DataFrame, *, parts: str = "sentence", sentences: pd.DataFrame | None = None) -> pd.DataFrame:
    """Gries' deviation of proportions of each term.

    terms      tables.TERMS
    parts      what the text is cut into: "sentence", "paragraph" or "article"
    sentences  tables.SENTENCES of the same articles, for paragraphs alone
    returns    tables.DISPERSION by text and term; a text of one part has no values. No terms give no rows.

    DP = half the sum of abs(share of the term - share of the tokens) over the parts; Gries (2008). ``dp_norm``
    divides it by 1 - the smallest share; Lijffijt & Gries (2012).

    StudyError: parts that are none of these, or paragraphs without sentences.
    """
    placed = _with_parts(terms, parts, sentences)
    rows = [_text(rows).assign(article_id=article, analyzer=analyzer) for analyzer, article, rows in texts(placed)]
    return _typed(pd.concat(rows) if rows else tables.DISPERSION.empty(), tables.DISPERSION)


def positions(terms: pd.DataFrame, *, sentences: pd.DataFrame) -> pd.DataFrame:
    """The place of every occurrence in its article, for the dispersion plot.

    terms      tables.TERMS
    sentences  tables.SENTENCES of the same articles
    returns    tables.POSITIONS by article, analyzer, term and place; ``share`` counts the characters of sentences.
               No terms give no rows.
    """
    lengths = sentences.assign(length=sentences["end"] - sentences["start"], opening=sentences["start"])
    lengths["after"] = lengths.groupby("article_id")["length"].cumsum()
    lengths["whole"] = lengths.groupby("article_id")["length"].transform("sum")
    places = terms.dropna(subset="term").merge(
        lengths[["article_id", "sentence_id", "length", "opening", "after", "whole"]], on=["article_id", "sentence_id"]
    )
    before = places["after"] - places["length"] + places["start"] - places["opening"]
    places["share"] = before / places["whole"]
    places = places.sort_values(["article_id", "analyzer", "term", "start", "end"], kind="stable", ignore_index=True)
    return _typed(places, tables.POSITIONS)


def _with_parts(terms: pd.DataFrame, parts: str, sentences: pd.DataFrame | None) -> pd.DataFrame:
    if parts not in PARTS:
        raise StudyError(f"A text cannot be cut into {parts!r}.", f"Choose from {', '.join(PARTS)}.")
    if parts == "article":
        return terms.assign(part=0)
    if parts == "sentence":
        return terms.assign(part=terms["sentence_id"])
    if sentences is None:
        raise StudyError("Paragraphs were asked for without a table of sentences.", "Pass sentences=, too.")
    paragraphs = sentences[["article_id", "sentence_id", "paragraph"]].rename(columns={"paragraph": "part"})
    return terms.merge(paragraphs, on=["article_id", "sentence_id"], how="left", validate="many_to_one")


def _text(rows: pd.DataFrame) -> pd.DataFrame:
    sentences = rows.drop_duplicates(["article_id", "sentence_id"])
    sizes = sentences.groupby(["article_id", "part"])["sentence_tokens"].sum()
    sizes = sizes[sizes > 0]
    expected = (sizes / sizes.sum()).rename("expected")
    held = rows.groupby(["term", "article_id", "part"]).size().rename("n").reset_index()
    held["observed"] = held["n"] / held.groupby("term")["n"].transform("sum")
    held = held.merge(expected.reset_index(), on=["article_id", "part"])
    held["excess"] = (held["observed"] - held["expected"]).abs() - held["expected"]
    table = held.groupby("term").agg(n=("n", "sum"), parts_with=("n", "size"), excess=("excess", "sum")).reset_index()
    table["parts"] = len(sizes)
    table["dp"] = (1 + table["excess"]) / 2 if len(sizes) > 1 else np.nan
    table["dp_norm"] = table["dp"] / (1 - expected.min()) if len(sizes) > 1 else np.nan
    return table


def _typed(frame: pd.DataFrame, table: tables.Table) -> pd.DataFrame:
    columns = {name: column.dtype for name, column in table.columns.items()}
    return frame[list(columns)].reset_index(drop=True).astype(columns)
