"""Words that Kiwi took apart because no dictionary has them: foreign names."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.narrative.grammar.words import Morpheme


def with_names(morphemes: Iterable[Morpheme], text: str) -> list[Morpheme]:
    """The morphemes, with one for each word of a name that was read as no noun: '피터 다바로 고문' (다/MAG 바로/MAG).

    Such a word has two letters or more, follows a name and stands before a noun: what looks like a particle at its end
    belongs to the name, if what follows is the subject.
    """
    eojeols = _eojeols(morphemes, text)
    found: list[Morpheme] = []
    for number, word in enumerate(eojeols):
        before = eojeols[number - 1] if number else []
        if _is_name_part(word, before, eojeols[number + 1 : number + 4], text):
            written = text[word[0].start : word[-1].end]
            found.append(Morpheme(word[0].start, word[-1].end, written, written, "NAME"))
        else:
            found += word
    return found


def _eojeols(morphemes: Iterable[Morpheme], text: str) -> list[list[Morpheme]]:
    listed: list[list[Morpheme]] = []
    for morpheme in morphemes:
        if listed and not text[listed[-1][-1].end : morpheme.start].strip() and morpheme.start <= listed[-1][-1].end:
            listed[-1].append(morpheme)
        else:
            listed.append([morpheme])
    return listed


def _is_name_part(word: list[Morpheme], before: list[Morpheme], following: list[list[Morpheme]], text: str) -> bool:
    after = following[0] if following else []
    written = text[word[0].start : word[-1].end]
    if not written.isalpha() or not "가" <= written[0] <= "힣" or not 2 <= len(written) <= 6 or not before or not after:
        return False
    if not (len(before) == 1 and before[0].tag in ("NNP", "NAME") and len(before[0].surface) != 3):
        return False
    if not (after[0].tag in ("NNG", "NNP", "NR") and word[-1].tag not in ("JKG", "JC")):
        return False
    odd = all(m.tag in ("MAG", "MM", "IC", "UN", "NNG", "NNP", "XPN", "XSN") for m in word) and len(word) > 1
    odd = odd and any(m.tag in ("MAG", "MM", "IC") for m in word)
    # '카레이도 하늘대 교수는': the particle stands within what would be one name with its office
    glued = word[0].tag == "NNP" and len(word) == 2 and word[1].tag == "JX" and word[1].surface == "도"
    glued = glued and any(m.tag in ("JKS", "JX") for other in following for m in other[1:])
    return odd or glued
