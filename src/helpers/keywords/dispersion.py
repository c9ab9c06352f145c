"""Where terms stand in a text, and how evenly they are spread."""

from __future__ import annotations

import pandas as pd

from helpers import tables
from helpers.errors import StudyError

PARTS = ("sentence", "paragraph", "article")


def dispersion(terms: pd.DataFrame, *, parts: str = "sentence", sentences: pd.DataFrame | None = None) -> pd.DataFrame:
    """Gries' deviation of proportions of each term.

    terms      tables.TERMS
    parts      what the text is cut into: "sentence", "paragraph" or "article"
    sentences  tables.SENTENCES of the same articles, for paragraphs alone
    returns    tables.DISPERSION by text and term; a text of one part has no values, and of several articles cut into
               articles there is but one text (``*``). No terms give no rows.

    DP = half the sum of abs(share of the term - share of the tokens) over the parts; Gries (2008). ``dp_norm``
    divides it by 1 - the smallest share; Lijffijt & Gries (2012).

    StudyError: parts that are none of these, or paragraphs without sentences.
    """
    placed = _with_parts(terms, parts, sentences)
    each = placed.assign(text=placed["article_id"])
    together = placed.assign(text=tables.WHOLE)
    several = terms["article_id"].nunique() > 1
    chosen = ([together] if several else []) + ([each] if parts != "article" or not several else [])
    return _typed(_dispersion(pd.concat(chosen)), tables.DISPERSION)


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


def _dispersion(rows: pd.DataFrame) -> pd.DataFrame:
    """DP of each term of each text, from TERMS with the columns ``text`` and ``part``."""
    text, part = ["analyzer", "text"], ["article_id", "part"]
    sentences = rows[~rows.duplicated([*text, "article_id", "sentence_id"]).to_numpy()]
    sizes = sentences.groupby([*text, *part])["sentence_tokens"].sum().rename("size").reset_index()
    sizes = sizes[sizes["size"] > 0]
    sizes["expected"] = sizes["size"] / sizes.groupby(text)["size"].transform("sum")
    held = rows.groupby([*text, "term", *part]).size().rename("n").reset_index()
    held["observed"] = held["n"] / held.groupby([*text, "term"])["n"].transform("sum")
    held = held.merge(sizes, on=[*text, *part])
    held["excess"] = (held["observed"] - held["expected"]).abs() - held["expected"]
    table = held.groupby([*text, "term"], as_index=False).agg(
        n=("n", "sum"), parts_with=("n", "size"), excess=("excess", "sum")
    )
    whole = sizes.groupby(text, as_index=False).agg(parts=("size", "size"), least=("expected", "min"))
    table = table.merge(whole, on=text)
    table["dp"] = ((1 + table["excess"]) / 2).where(table["parts"] > 1)
    return table.assign(dp_norm=table["dp"] / (1 - table["least"]), article_id=table["text"])


def _typed(frame: pd.DataFrame, table: tables.Table) -> pd.DataFrame:
    columns = {name: column.dtype for name, column in table.columns.items()}
    return frame[list(columns)].reset_index(drop=True).astype(columns)
