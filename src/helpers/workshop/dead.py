"""Words and rules of a codebook that match nothing in a study, and what may have been meant."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.narrative import Codebook
from helpers.narrative.coding.codebook import Rule
from helpers.narrative.coding.words import is_pattern
from helpers.workshop.slips import dictionary_forms, offers
from helpers.workshop.variants import try_variants


def dead_words(
    sentences: pd.DataFrame, tokens: pd.DataFrame, codebook: Codebook, *, analyzer: str = "kiwi"
) -> pd.DataFrame:
    """Words that the codebook looks for and that stand in none of the sentences.

    returns  word, codes (list), offered (the dictionary form that does stand there, or the nearest word that does),
             known (does a dictionary have the word; a pattern is taken for known)

    A word with something in ``offered`` is probably an inflected form, has a particle, or is misspelt; they come first,
    then those that no dictionary has. The others may simply be words that this study's articles do not use.
    """
    from helpers.tokenizing import known_words

    users: dict[str, dict[str, None]] = {}
    for code in codebook.codes:
        for rule in code.rules:
            for word in _words(rule):
                users.setdefault(word, {})[code.name] = None
    variants = {f"w{n}": (codebook.codes[0], Rule.model_construct(any=((word,),))) for n, word in enumerate(users)}
    alive = set(try_variants(variants, sentences, tokens, codebook, analyzer=analyzer)["code"])
    dead = [word for number, word in enumerate(users) if f"w{number}" not in alive]
    plain = [word for word in dead if not is_pattern(word)]
    known = known_words(plain) | set(filter(is_pattern, dead))
    there = dictionary_forms(tokens[tokens["analyzer"] == analyzer])
    offered = offers(plain, there, known=known, analyzer=analyzer)
    rows = [[word, list(users[word]), offered.get(word), word in known] for word in dead]
    rows.sort(key=lambda row: (row[2] is None, row[3]))
    return pd.DataFrame(rows, columns=["word", "codes", "offered", "known"]).astype({"known": bool})


def dead_rules(codebook: Codebook, codings: pd.DataFrame) -> pd.DataFrame:
    """Rules by which no sentence has its code: code, number (in the code, from 1), rule, of (the code's rules).

    codings  tables.CODINGS of the codebook's rules; the first rule that holds in a sentence gives the code
    """
    used = set(zip(codings["code"], codings["rule"], strict=True))
    rows = [
        [code.name, number, str(rule), len(code.rules)]
        for code in codebook.codes
        for number, rule in enumerate(code.rules, start=1)
        if (code.name, str(rule)) not in used
    ]
    return pd.DataFrame(rows, columns=["code", "number", "rule", "of"])


def _words(rule: Rule) -> Iterator[str]:
    for listed in (rule.any, rule.all, rule.near.words if rule.near else ()):
        for alternatives in listed:
            yield from alternatives
