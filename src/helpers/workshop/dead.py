"""Words and rules of a codebook that match nothing in a study, and what may have been meant."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator

import pandas as pd

from helpers import tables
from helpers.narrative import Codebook
from helpers.narrative.coding.codebook import Rule
from helpers.narrative.coding.words import is_pattern
from helpers.workshop.variants import try_variants

SLIP = 0.88  # from which share of equal letters on a word is taken for a slip of another
CONTENT = ("noun", "foreign", "verb", "adjective", "adverb", "number")


def dead_words(
    sentences: pd.DataFrame, tokens: pd.DataFrame, codebook: Codebook, *, analyzer: str = "kiwi"
) -> pd.DataFrame:
    """Words that the codebook looks for and that stand in none of the sentences.

    returns  word, codes (list), offered (the dictionary form that does stand there, or the nearest word that does)

    A word with something in ``offered`` is probably an inflected form, has a particle, or is misspelt; the others may
    simply be words that this study's articles do not use.
    """
    users: dict[str, dict[str, None]] = {}
    for code in codebook.codes:
        for rule in code.rules:
            for word in _words(rule):
                users.setdefault(word, {})[code.name] = None
    variants = {f"w{n}": (codebook.codes[0], Rule.model_construct(any=((word,),))) for n, word in enumerate(users)}
    alive = set(try_variants(variants, sentences, tokens, codebook, analyzer=analyzer)["code"])
    dead = [word for number, word in enumerate(users) if f"w{number}" not in alive]
    there = set(tokens.loc[(tokens["analyzer"] == analyzer) & tokens["pos"].isin(CONTENT), "lemma"])
    offered = _offers([word for word in dead if not is_pattern(word)], there, analyzer)
    rows = [[word, list(users[word]), offered.get(word)] for word in dead]
    frame = pd.DataFrame(rows, columns=["word", "codes", "offered"])
    return frame.sort_values("offered", key=lambda column: column.isna(), kind="stable").reset_index(drop=True)


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


def _offers(words: list[str], there: set[str], analyzer: str) -> dict[str, str]:
    """For each dead word, what to write instead: its dictionary form, or a word that is spelt much like it."""
    read = _read(words, analyzer)
    spelt = {_letters(lemma): lemma for lemma in sorted(there)}
    found: dict[str, str] = {}
    for word in words:
        lemmas, inflected = read.get(word, ([], False))
        near = [lemma for lemma in lemmas if inflected and lemma in there and lemma != word]
        if not near and len(word) > 2 and not word.endswith("다"):
            near = [spelt[alike] for alike in difflib.get_close_matches(_letters(word), spelt, n=1, cutoff=SLIP)]
        if near:
            found[word] = near[0]
    return found


def _letters(word: str) -> str:
    """The word as single letters: 양시장 and 양식장 differ in one of nine."""
    return unicodedata.normalize("NFD", word)


def _read(words: list[str], analyzer: str) -> dict[str, tuple[list[str], bool]]:
    """By word, the dictionary forms of what it is made of, and whether it is one word with a particle or an ending."""
    from helpers.tokenizing import tokenize

    if not words:
        return {}
    sentences = tables.SENTENCES.make(
        {"article_id": f"{number:05d}", "sentence_id": 1, "start": 0, "end": len(word), "text": word,
         "section": "body", "paragraph": 1}
        for number, word in enumerate(words)
    )  # fmt: skip
    tokens = tokenize(sentences, analyzer=analyzer)
    parts: dict[str, list[tuple[str, str]]] = {word: [] for word in words}
    own = tokens[tokens["unit"] == "morpheme"]
    for key, pos, lemma in zip(own["article_id"], own["pos"], own["lemma"], strict=True):
        parts[words[int(key)]].append((pos, lemma))
    return {word: (_content(read), _is_inflected(read)) for word, read in parts.items()}


def _content(read: list[tuple[str, str]]) -> list[str]:
    return [lemma for pos, lemma in read if pos in CONTENT]


def _is_inflected(read: list[tuple[str, str]]) -> bool:
    rest = [pos for pos, _ in read if pos not in CONTENT]
    return len(_content(read)) == 1 and bool(rest) and set(rest) <= {"particle", "ending"}
