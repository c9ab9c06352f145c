"""A study's codebook and the sheets of those who coded it by hand, from its folder."""

from __future__ import annotations

from functools import partial
from itertools import combinations

import pandas as pd

from helpers import store, tables
from helpers.documents import read_yaml
from helpers.errors import StudyError
from helpers.narrative.alpha import DRAWS, Agreement, agreement
from helpers.narrative.codebook import Codebook, parse_codebook
from helpers.narrative.coding import RULES
from helpers.narrative.people import read_codings
from helpers.study import Study

CODEBOOK = "codebook.yml"
CODINGS = "codings"


def open_codebook(study: Study) -> Codebook:
    """The codebook of a study; StudyError where there is none, or where one of its entries cannot be read."""
    path = store.raw_folder(study.name) / CODEBOOK
    if not path.is_file():
        raise StudyError(
            f"The study {study.name!r} has no codebook: {store.relative(path)} does not exist.",
            "Write one: the codebook of the reference study shows how, and study new makes one to fill in.",
        )
    document = read_yaml(path)
    return parse_codebook(document.data, place=document.line_of, name=store.relative(path))


def read_people(study: Study, sentences: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """The codings of all who coded the study by hand.

    sentences  tables.SENTENCES of the study
    returns    tables.CODINGS; the coder is the sheet's name, ``codings/kim.csv`` is kim; no sheet gives no rows

    StudyError: a sheet that cannot be read, or one named rules, which is the name of the codebook's own rules.
    """
    folder = store.raw_folder(study.name) / CODINGS
    sheets = []
    for path in sorted(folder.glob("*.csv")):
        if path.stem == RULES:
            raise StudyError(
                f"{store.relative(path)} cannot be a person's sheet: {RULES!r} is the coder of the codebook's rules.",
                "Give the file the name of the person who coded.",
            )
        sheets.append(read_codings(store.read_text(path), sentences, codebook, name=path.stem))
    return together(*sheets)


def compare_with_people(
    codings: pd.DataFrame, sentences: pd.DataFrame, codebook: Codebook, *, seed: int, draws: int = DRAWS
) -> Agreement:
    """How far the rules agree with each person.

    codings    tables.CODINGS of the rules and of any number of people
    sentences  tables.SENTENCES
    returns    Agreement of the rules with each person, by name; ``alpha`` also of each two people. No person, or rules
               that found nothing, give empty tables.
    """
    coders = set(codings["coder"])
    people = sorted(coders - {RULES}) if RULES in coders else []
    measure = partial(agreement, codings, sentences, codebook, seed=seed, draws=draws)
    found = [measure(coder_a=RULES, coder_b=person) for person in people]
    if not found:
        return Agreement(tables.AGREEMENT.empty(), tables.CONFUSION.empty(), tables.DISAGREEMENTS.empty())
    among = [measure(coder_a=one, coder_b=other).alpha for one, other in combinations(people, 2)]
    return Agreement(
        pd.concat([*(one.alpha for one in found), *among], ignore_index=True),
        pd.concat([one.confusion for one in found], ignore_index=True),
        pd.concat([one.disagreements for one in found], ignore_index=True),
    )


def together(*coders: pd.DataFrame) -> pd.DataFrame:
    """The codings of several coders in one table.

    coders   tables.CODINGS of one coder or more each
    returns  tables.CODINGS; none of any coder gives no rows
    """
    filled = [codings for codings in coders if len(codings)]
    return pd.concat(filled, ignore_index=True) if filled else tables.CODINGS.empty()


def codes_table(codebook: Codebook) -> pd.DataFrame:
    """The codebook as a reader sees it: label, definition, stance, claim (its sentence), rules (how many)."""
    rows = [
        {
            "label": code.label,
            "definition": " ".join(code.definition.split()),
            "stance": code.stance,
            "claim": codebook.claims[code.claim],
            "rules": len(code.rules),
        }
        for code in codebook.codes
    ]
    return pd.DataFrame(rows, columns=["label", "definition", "stance", "claim", "rules"])


def code_labels(codebook: Codebook) -> dict[str, str]:
    """By code, its label."""
    return {code.name: code.label for code in codebook.codes}


def publication(articles: pd.DataFrame) -> dict[str, str | None]:
    """By article, when it was published (ISO 8601), None where that is not known; ``find_facts`` wants it so.

    articles  tables.ARTICLES
    """
    moments = articles["published_at"].astype(object).where(articles["published_at"].notna(), None)
    return dict(zip(articles["article_id"], moments, strict=True))


def only_publication(articles: pd.DataFrame) -> str | None:
    """When the article of a study of one was published; None where that is not known, and for several articles."""
    return next(iter(publication(articles).values())) if len(articles) == 1 else None
