"""Which words Kiwi's dictionary has: what it has not is a new word, a name, or misspelt."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.tokenizing.analyzers import kiwi

NOUNS = ("NNG", "NNP", "NNB", "NR", "NP", "XPN", "XSN", "XR")
BEHIND = ("XSV", "XSA", "VCP", "E", "J")  # what stands behind a word and belongs to its form


def known_words(words: Iterable[str]) -> set[str]:
    """Those of the words that the dictionary has: as one word in any of its forms, or as nouns side by side.

    특허출원 and 늘어난다 are known; 느러나다 is not, nor is 늘어낳다, which is two verbs by chance.
    """
    return {word for word in words if _is_known(kiwi().tokenize(word))}


def _is_known(tokens: list[object]) -> bool:
    tags = [str(getattr(token, "tag", "")) for token in tokens]
    while len(tags) > 1 and tags[-1].startswith(BEHIND):
        tags.pop()
    one = len(tags) == 1 or all(tag.startswith(NOUNS) for tag in tags)
    return bool(tags) and one and not any(getattr(token, "oov", False) for token in tokens)
