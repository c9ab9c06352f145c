"""An analyzer's readings of a sentence, written down piece by piece."""

from __future__ import annotations

from helpers.tokenizing.readings import Reading

POS = {"N": "noun", "J": "particle", "V": "verb", "E": "ending", "M": "adverb", "S": "symbol", "X": "affix"}


def sentence(*pieces: str) -> tuple[list[Reading], str]:
    """Readings from pieces such as 박솔/NNP; "_" is a space, a mark or a foreign word stands for itself."""
    readings, text = [], ""
    for piece in pieces:
        form, _, tag = piece.partition("/")
        if form == "_":
            text += " "
            continue
        pos = "bound_noun" if tag == "NNB" else "foreign" if tag == "SL" else POS[(tag or "S")[0]]
        readings.append(Reading(len(text), len(text) + len(form), form, tag or "SS", pos))
        text += form
    return readings, text
