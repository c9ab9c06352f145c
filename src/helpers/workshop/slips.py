"""What may have been meant by a word of a codebook that stands in no sentence: its dictionary form, or its spelling."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Sequence

import pandas as pd

from helpers import tables
from helpers.lexicons import words as listed
from helpers.narrative.rows import rows_of

SLIP = 0.88  # from which share of equal sounds on a word is taken for a slip of another
SHORTEST = 3  # syllables; of shorter words too many are nearly alike
CONTENT = ("noun", "foreign", "verb", "adjective", "adverb", "number")
BEHIND = ("particle", "ending")
# how finals sound, and double consonants as two: 늘어나다 and 느러나다 are spelt with the same sounds
_FINALS = dict(zip("ᆨᆫᆮᆯᆷᆸᆺᆼᆽᆾᆿᇀᇁᇂ", "ᄀᄂᄃᄅᄆᄇᄉᆼᄌᄎᄏᄐᄑᄒ", strict=True))
_DOUBLES = {"ᄁ": "ᄀᄀ", "ᄄ": "ᄃᄃ", "ᄈ": "ᄇᄇ", "ᄊ": "ᄉᄉ", "ᄍ": "ᄌᄌ", "ᆩ": "ᄀᄀ", "ᆻ": "ᄉᄉ"}
_SOUNDS = str.maketrans({**_FINALS, **_DOUBLES, "ᄋ": ""})


def dictionary_forms(tokens: pd.DataFrame) -> set[str]:
    """The words in tables.TOKENS of one analyzer as a dictionary has them: 배상, and the 배상하다 of 배상했다."""
    own = tokens[tokens["unit"] == "morpheme"]
    found = {str(lemma) for lemma, pos in zip(own["lemma"], own["pos"], strict=True) if pos in CONTENT}
    rows = rows_of(own[["article_id", "start", "end", "surface", "lemma", "pos"]])
    for stem, affix, ending in zip(rows, rows[1:], rows[2:], strict=False):
        if affix["pos"] == "affix" and ending["pos"] == "ending" and stem["end"] == affix["start"]:
            found.add(_verb(stem["surface"], affix["lemma"]))
    return found


def offers(words: Sequence[str], there: Collection[str], *, known: Collection[str], analyzer: str) -> dict[str, str]:
    """For each word for which there is one, what to write instead.

    words     none of which stands in any sentence
    there     the words that do, as a dictionary has them
    known     those of ``words`` that a dictionary has: they are spelt as they should be
    returns   by word its own dictionary form, or else the word of as many syllables that sounds much like it

    No form of a light verb has an offer (해야 for what must be): 하다 would be found everywhere.
    """
    if not words or not there:
        return {}
    light = listed("light", "light")
    spelt: dict[int, dict[str, str]] = {}
    for form in sorted(there, reverse=True):
        spelt.setdefault(len(form), {})[_sounds(form)] = form
    found: dict[str, str] = {}
    for word, form in _forms(words, analyzer).items():
        if form != word and form in there:
            if form not in light:
                found[word] = form
        elif word not in known:
            slips = (_alike(each, spelt) for each in dict.fromkeys((word, form)) if len(each) >= SHORTEST)
            if alike := next(filter(None, slips), None):
                found[word] = alike
    return found


def _alike(word: str, spelt: dict[int, dict[str, str]]) -> str | None:
    alike = spelt.get(len(word), {})
    near = difflib.get_close_matches(_sounds(word), alike, n=1, cutoff=SLIP)
    return alike[near[0]] if near and alike[near[0]] != word else None


def _sounds(word: str) -> str:
    """The word as single sounds: 양시장 and 양식장 differ in one of eight."""
    return unicodedata.normalize("NFD", word).translate(_SOUNDS)


def _forms(words: Sequence[str], analyzer: str) -> dict[str, str]:
    """Each word as a dictionary has it, without particles and endings; itself, if it is several words or none."""
    from helpers.tokenizing import tokenize

    sentences = tables.SENTENCES.make(
        {"article_id": f"{number:05d}", "sentence_id": 1, "start": 0, "end": len(word), "text": word,
         "section": "body", "paragraph": 1}
        for number, word in enumerate(words)
    )  # fmt: skip
    tokens = tokenize(sentences, analyzer=analyzer)
    parts: dict[str, list[tuple[str, str, str]]] = {word: [] for word in words}
    for row in rows_of(tokens[tokens["unit"] == "morpheme"]):
        parts[words[int(row["article_id"])]].append((row["pos"], row["lemma"], row["surface"]))
    return {word: _form(read) or word for word, read in parts.items()}


def _form(read: list[tuple[str, str, str]]) -> str | None:
    if not read or read[0][0] not in CONTENT:
        return None
    (_, lemma, surface), rest = read[0], read[1:]
    if rest and rest[0][0] == "affix" and len(rest) > 1 and rest[1][0] == "ending":
        lemma, rest = _verb(surface, rest[0][1]), rest[1:]
    return lemma if all(pos in BEHIND for pos, _, _ in rest) else None


def _verb(stem: str, affix: str) -> str:
    """배상 and 하, or 하다 as some analyzers have it, as 배상하다."""
    return f"{stem}{affix.removesuffix('다')}다"
