"""Find where the morphemes that an analyzer names stand in the text, even if it contracts or normalizes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from helpers.spans import Span

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_VOWELS = frozenset(_MEDIALS)
_CONSONANTS = frozenset(_INITIALS) | frozenset(_FINALS[1:])
_LOOK_AHEAD = 12
_GAP, _CHANGE, _NEVER = 2, 3, 99
_LARGEST = 1_000_000


def align(text: str, forms: Sequence[str]) -> list[Span] | None:
    """The span in ``text`` of each form, in order; None if the forms are not a reading of the text.

    Forms that stand in the text as they are get exactly that place. Contracted ones (했 = 하 + 았) are placed letter
    by letter (jamo), so that they overlap or share a syllable; a form that left no letter (이 in 학교다) gets the
    syllable that follows it in its word, or the last one of the text. Spans are never empty and never go backwards.
    """
    spans: list[Span] = []
    position = index = 0
    while index < len(forms):
        start = _skip(text, position)
        if forms[index] and text.startswith(forms[index], start):
            spans.append((start, start + len(forms[index])))
            position, index = start + len(forms[index]), index + 1
            continue
        if start == len(text) and spans:
            spans.append((spans[-1][1] - 1, spans[-1][1]))
            index += 1
            continue
        end, following = _resume(text, start, forms, index)
        placed = _place(text[start:end], tuple(forms[index:following]))
        if placed is None:
            return None
        spans += [(start + a, start + b) for a, b in placed]
        position, index = end, following
    return spans


def letters(text: str) -> list[tuple[str, int]]:
    """The jamo of a text, and its other characters, without spaces; each with the place of its syllable."""
    found: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        code = ord(character) - 0xAC00
        if 0 <= code < 11172:
            parts = (_INITIALS[code // 588], _MEDIALS[code % 588 // 28], _FINALS[code % 28])
            found += [(part, place) for part in parts if part]
        elif not character.isspace():
            found.append((character, place))
    return found


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _resume(text: str, start: int, forms: Sequence[str], index: int) -> tuple[int, int]:
    """The end of the next word or words, and the first form after it: from there on forms stand as they are."""
    end = start
    while end < len(text):
        end = next((i for i in range(end, len(text)) if text[i].isspace()), len(text))
        after = _skip(text, end)
        if after == len(text):
            break
        for following in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(forms))):
            if _stands(text, after, forms[following : following + 2]):
                return end, following
        end = after
    return len(text), len(forms)


def _stands(text: str, start: int, forms: Sequence[str]) -> bool:
    for form in forms:
        start = _skip(text, start)
        if not form or not text.startswith(form, start):
            return False
        start += len(form)
    return True


@lru_cache(maxsize=20_000)
def _place(word: str, forms: tuple[str, ...]) -> tuple[Span, ...] | None:
    """The forms' spans in a word or a few, by the cheapest alignment of letters."""
    written = letters(word)
    named = [(letter, number) for number, form in enumerate(forms) for letter, _ in letters(form)]
    if not written or len(written) * len(named) > _LARGEST:
        return None
    pairs = _pairs([letter for letter, _ in written], [letter for letter, _ in named])
    if 3 * len(pairs) < len(written):
        return None
    places: list[list[int]] = [[] for _ in forms]
    for i, j in pairs:
        places[named[j][1]].append(written[i][1])
    return tuple(_close(word, [(min(p), max(p) + 1) if p else None for p in places]))


def _close(word: str, spans: list[Span | None]) -> list[Span]:
    """Fill the spans so that none is missing and each letter of the word belongs to one."""
    closed: list[Span] = []
    end = _skip(word, 0)
    for number, span in enumerate(spans):
        known = next((later for later in spans[number:] if later), None)
        if span is None and known is not None:
            span = (known[0], known[0] + 1)
        elif span is None:
            span = (closed[-1][1] - 1, closed[-1][1])
        if end < span[0] and not _has_space(word[end : span[0]]):
            span = (end, span[1])
        closed.append(span)
        end = _skip(word, max(end, span[1]))
    last = len(word.rstrip())
    if closed[-1][1] < last and not _has_space(word[closed[-1][1] : last]):
        closed[-1] = (closed[-1][0], last)
    return closed


def _has_space(text: str) -> bool:
    return any(character.isspace() for character in text)


def _pairs(written: list[str], named: list[str]) -> list[tuple[int, int]]:
    """Letters that belong together, by least cost; a vowel never stands for a consonant."""
    costs = [[_GAP * j for j in range(len(named) + 1)]]
    for i, letter in enumerate(written, 1):
        row = [_GAP * i]
        above = costs[-1]
        for j, other in enumerate(named, 1):
            row.append(min(above[j - 1] + _cost(letter, other), above[j] + _GAP, row[-1] + _GAP))
        costs.append(row)
    pairs: list[tuple[int, int]] = []
    i, j = len(written), len(named)
    while i and j:
        if costs[i][j] == costs[i - 1][j - 1] + _cost(written[i - 1], named[j - 1]):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif costs[i][j] == costs[i][j - 1] + _GAP:
            j -= 1
        else:
            i -= 1
    return pairs[::-1]


def _cost(letter: str, other: str) -> int:
    if letter == other:
        return 0
    same_kind = {letter, other} <= _VOWELS or {letter, other} <= _CONSONANTS
    return _CHANGE if same_kind else _NEVER
