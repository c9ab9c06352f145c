"""Make the tables that the notebooks of a corpus read, from its buckets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from helpers import store, tables
from helpers.comparing.changes import changes
from helpers.comparing.cooccurrence import cooccurrence
from helpers.comparing.drawing import drawn_articles
from helpers.comparing.keyness import group_keyness
from helpers.comparing.population import Population, population
from helpers.comparing.shares import counted, shares, shares_of
from helpers.comparing.sums import Sampling, Sums, sums
from helpers.corpus.scan import scan
from helpers.importing.catalogue import read_catalogue

KEY_TERMS, COOCCURRENCE_TERMS, TREND_TERMS, FEWEST = 1_000, 300, 40, 5
FOLDED = 16  # buckets whose counts are held before they are added up
KINDS = ("named", "unnamed", "untold")  # by name; by an office or a group; nobody, or nobody whom the rules found


def compare(study: str, stories: pd.DataFrame, sampling: Sampling) -> dict[str, pd.DataFrame]:
    """coverage, shares, changes, group_keyness, cooccurrence, speakers and drawn of a corpus, by table name.

    Nothing is written.

    stories   tables.STORIES
    sampling  the rule for copies, draws and seed
    """
    entries = read_catalogue(store.raw_folder(study) / "articles.csv")[1]
    people = population(study, entries, stories)
    terms = _most_common(study, people.of)
    stances = pd.concat(_stances(study), ignore_index=True)
    claims = sorted(stances["name"].unique())
    kinds = pd.concat(_kinds(study), ignore_index=True)
    read = _of_strata(people, ["full"])
    told = _of_strata(people, ["full", "lead", "title"])  # of a list of nouns nobody can say what it claims
    trends = _trends(study, people, terms[:TREND_TERMS], sampling)
    once = sampling if sampling.rule == "own" else replace(sampling, rule="own")
    parts = [
        shares_of(trends, measure="term", by="period", sampling=sampling),
        *(
            shares([stances], told, measure="claim", by=by, names=claims, sampling=sampling)
            for by in ("outlet", "period")
        ),
        *(shares([kinds], read, measure="voice", by=by, names=KINDS, sampling=sampling) for by in ("outlet", "period")),
    ]
    evidence = _by_stance(study)
    return {
        "coverage": _coverage(people),
        "shares": pd.concat([part for part in parts if len(part)], ignore_index=True)
        if any(map(len, parts))
        else parts[0],
        "changes": changes(
            trends if once is sampling else _trends(study, people, terms[:TREND_TERMS], once), seed=sampling.seed
        ),
        "group_keyness": group_keyness(_terms(study, people.of), people, terms=terms, sampling=sampling),
        "cooccurrence": cooccurrence(
            _terms(study, people.of), people, terms=terms[:COOCCURRENCE_TERMS], rule=sampling.rule
        ),
        "speakers": _speakers(study, read),
        "drawn": drawn_articles(people, evidence, seed=sampling.seed),
    }


def _trends(study: str, people: Population, terms: list[str], sampling: Sampling) -> Sums:
    """For each period and term, the number of articles that hold the term."""
    return sums(counted(_terms(study, people.of)), people, by="period", names=terms, sampling=sampling)


def _by_stance(study: str) -> pd.DataFrame:
    """article_id, supports, qualifies, opposes: sentences of each stance to any claim."""
    found = []
    for part in scan("evidence", study, columns=["article_id", "sentence_id", "stance"]):
        own = part.drop_duplicates()
        counts = {name: (own["stance"] == name).astype(int) for name in ("supports", "qualifies", "opposes")}
        found.append(own[["article_id"]].assign(**counts).groupby("article_id", as_index=False).sum())
    return pd.concat(found, ignore_index=True)


def _most_common(study: str, of: str) -> list[str]:
    """The terms that occur in most articles; those in fewer than FEWEST are left out."""
    counts: list[pd.Series] = []
    for part in _terms(study, of):
        codes, names = pd.factorize(part["name"])
        counts.append(pd.Series(np.bincount(codes, minlength=len(names)), index=names))
        if len(counts) >= FOLDED:
            counts = [pd.concat(counts).groupby(level=0).sum()]
    having = pd.concat(counts).groupby(level=0).sum() if counts else pd.Series(dtype=int)
    having = having[having >= FEWEST]
    return [str(term) for term, _ in sorted(having.items(), key=lambda item: (-item[1], str(item[0])))[:KEY_TERMS]]


def _terms(study: str, of: str) -> Iterator[pd.DataFrame]:
    import pyarrow.compute as pc

    for part in scan("article_terms", study, columns=["article_id", "term", "n"], where=pc.field("of") == of):
        yield part.rename(columns={"term": "name"})


def _stances(study: str) -> Iterator[pd.DataFrame]:
    """article_id, name (claim:stance), n: sentences with that stance to each claim."""
    for part in scan("evidence", study, columns=["article_id", "claim", "stance"]):
        both = part.assign(name=part["claim"].astype(str) + ":" + part["stance"].astype(str))
        yield both.groupby(["article_id", "name"]).size().rename("n").reset_index()


def _kinds(study: str) -> Iterator[pd.DataFrame]:
    for part in scan("voices", study, columns=["article_id", "kind", "use", "speaker"]):
        said = part[part["use"].isin(["speech", "paraphrase"])]
        said = said.assign(kind=said["kind"].mask((said["kind"] == "unnamed") & said["speaker"].isna(), "untold"))
        yield said[["article_id", "kind"]].drop_duplicates().rename(columns={"kind": "name"})


def _of_strata(people: Population, strata: Sequence[str]) -> Population:
    return Population(people.articles[people.articles["stratum"].isin(strata)].reset_index(drop=True), people.of)


def _speakers(study: str, people: Population) -> pd.DataFrame:
    """Who is quoted by name, and in how many articles and outlets. Names are counted as written: two spellings of one
    person are two rows."""
    outlet: Mapping[str, str] = dict(zip(people.articles["article_id"], people.articles["outlet"], strict=True))
    quoted: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    outlets: dict[str, set[str]] = {}
    who = "person" if "person" in tables.VOICES.columns else "speaker"
    for found in scan("voices", study, columns=["article_id", "kind", "use", who]):
        part = found.rename(columns={who: "person"})
        said = part[(part["kind"] == "named") & part["use"].isin(["speech", "paraphrase"]) & part["person"].notna()]
        said = said[said["article_id"].map(outlet).notna()]
        quoted.update(said["person"].tolist())
        for article_id, person in said[["article_id", "person"]].drop_duplicates().itertuples(index=False):
            articles[person] += 1
            outlets.setdefault(person, set()).add(outlet[article_id])
    ordered = sorted(articles, key=lambda name: (-articles[name], name))
    return tables.SPEAKERS.make(
        {"person": name, "quotations": quoted[name], "articles": articles[name], "outlets": len(outlets[name])}
        for name in ordered
    )


def _coverage(people: Population) -> pd.DataFrame:
    keys = ["outlet", "period", "stratum"]
    grouped = people.articles.groupby(keys, sort=True)
    found = grouped[["keep", "flag", "own", "sentences", "words", "nouns"]].sum().reset_index()
    named = found.rename(columns={"keep": "articles"}).astype(dict.fromkeys(("sentences", "words", "nouns"), "Int64"))
    listed = named["stratum"] == "nouns"
    named.loc[listed, ["sentences", "words"]] = pd.NA
    named.loc[named["nouns"] == 0, "nouns"] = pd.NA
    return tables.COVERAGE.make(dict(zip(named.columns, row, strict=True)) for row in named.itertuples(index=False))
