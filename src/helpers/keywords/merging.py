"""Forms that a researcher counts as one word, merged before anything is counted."""

from __future__ import annotations

import pandas as pd

from helpers.synonyms import Synonyms, by_form

MERGED = ("form", "counted", "analyzer", "n")


def merge_forms(tokens: pd.DataFrame, synonyms: Synonyms) -> pd.DataFrame:
    """The tokens with one lemma for all forms of a word, under every analyzer and in any case.

    tokens    tables.TOKENS
    synonyms  ``Study.synonyms``
    returns   tables.TOKENS; what stands in the text (surface, span) stays as it is

    A form of several morphemes is one token where stage 2 kept it whole, as it does with the forms of synonyms.tsv.
    """
    counted = _counted(tokens, synonyms)
    return tokens.assign(lemma=tokens["lemma"].where(counted.isna(), counted).astype(tokens["lemma"].dtype))


def merged_forms(tokens: pd.DataFrame, synonyms: Synonyms) -> pd.DataFrame:
    """What ``merge_forms`` merges: form (as the analyzer reads it), counted (the word that it counts as), analyzer, n.

    tokens   tables.TOKENS as stage 2 wrote them
    returns  by counted word, form and analyzer; forms that count as themselves are left out; no synonyms, no rows
    """
    found = tokens.assign(counted=_counted(tokens, synonyms), form=tokens["lemma"])
    found = found[found["counted"].notna() & (found["counted"] != found["form"])]
    table = found.groupby(["counted", "form", "analyzer"]).size().rename("n").reset_index()
    return table[list(MERGED)]


def merge_counts(counts: pd.DataFrame, synonyms: Synonyms) -> pd.DataFrame:
    """A reference's counts, tables.TERM_COUNTS, with the forms of one word added up."""
    known = by_form(synonyms)
    keys = counts["term"].str.replace(" ", "").str.casefold()
    chosen = keys.isin(list(known))
    if not chosen.any():
        return counts
    same = [name for name in counts.columns if name not in ("term", "count")]
    sums = counts[chosen].assign(term=keys[chosen].map(known))
    added = sums.groupby(["term", *same], sort=False, dropna=False)["count"].sum().reset_index()
    return pd.concat([counts[~chosen], added[list(counts.columns)].astype(counts.dtypes)], ignore_index=True)


def _counted(tokens: pd.DataFrame, synonyms: Synonyms) -> pd.Series:
    """For each token the word that it counts as; missing where synonyms.tsv says nothing of it."""
    known = by_form(synonyms)
    lemmas = pd.Series(tokens["lemma"].unique(), dtype="object")
    named = {lemma: known.get("".join(str(lemma).split()).casefold()) for lemma in lemmas.dropna()}
    return tokens["lemma"].map(named).astype("object")
