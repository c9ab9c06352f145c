"""Choose what of a sentence can be quoted without changing what the sentence says: all of it, or nothing."""

from __future__ import annotations

import re

from helpers.bylines import byline_end
from helpers.lexicons import words

_FEWEST = 10  # letters of somebody's words that say something without a predicate
LONGEST = 110  # characters of what is quoted
_BRACKETS = {")": "(", "]": "[", "）": "（", "】": "【"}
_TAG = re.compile(
    r"\A(?:\[[^\[\]]{1,30}\]|【[^【】]{1,30}】)\s*"
)  # '[섬신문 박하늘]', '[영상]': no part of the sentence
_NO_BEGINNING = tuple("/=|ⓒ©#")  # what is left of a credit or a byline: '/사진=나루시'
_MARKS = "“”‘’\"'「」『』()[]<>〈〉《》,.…· "
_REASON = re.compile(
    rf"(?:{'|'.join(words('standing', 'reason'))}|[다라자냐]는\s것)(?:이?다|이었다|였다|이?라고 한다)\W*\Z"
)
_EXPLAINING = re.compile(r"(?P<last>[가-힣])\s(?:것이다|것입니다|겁니다)\W*\Z")  # 띄운 것이다, 띄우는 것이다
_FINAL_N = 4  # ㄴ among the final consonants of Hangul syllables
_ENDS = re.compile(r"(?:[.?!…][”’\"')\]]*|[다요죠까])\s*\Z")
_ADDRESS = re.compile(r"\S@\S|(?:기자|특파원)\W*\Z")


def excerpt(text: str) -> str | None:
    """A sentence, or somebody's words, whole and without the byline before it.

    returns  None if it is too long, if it hangs on what stands before it (``stands_alone``), or if it is a piece: a
             quotation or a bracket in it has no beginning or no end. Half a sentence may say the opposite of the whole
    """
    if text[:1] in _NO_BEGINNING:
        return None
    whole = _TAG.sub("", text[byline_end(text) :].strip())
    return whole if whole and len(whole) <= LONGEST and _is_closed(whole) and stands_alone(whole) else None


def is_sentence(text: str) -> bool:
    """Does it end as a sentence does, and not as a list, a byline or an address."""
    return bool(_ENDS.search(text)) and not _ADDRESS.search(text)


def is_saying(words_said: str) -> bool:
    """Are somebody's words more than a name or half a predicate: “절대 아니”라고, “땜질식 대책”이라고."""
    if _ENDS.search(words_said):
        return True
    return sum(map(str.isalnum, words_said)) >= _FEWEST and not words_said.rstrip(_MARKS).endswith("아니")


def stands_alone(text: str) -> bool:
    """Can it be read without the sentence before it: 이는, 그는, 또 point back to that, 이유에서다 gives its reason."""
    first, second = (word.strip(_MARKS) for word in [*text.split(maxsplit=2), "", ""][:2])
    if first in words("standing", "pointing"):
        return False
    if first in words("standing", "contrast") and second in words("standing", "pointing"):
        return False
    if _explains(text):
        return False
    of_itself = any(word.strip(_MARKS) in words("standing", "reason_of") for word in text.split())
    return of_itself or not _REASON.search(text)


def _explains(text: str) -> bool:
    """Does it only say what the sentence before it comes to: 옛 배를 고쳐 띄운 것이다, without a topic of its own."""
    found = _EXPLAINING.search(text)
    final_n = found is not None and (ord(found["last"]) - ord("가")) % 28 == _FINAL_N
    topics = (word.strip(_MARKS).endswith(("은", "는")) for word in text.split()[:3])
    return final_n and not any(topics)


def _is_closed(text: str) -> bool:
    open_: list[str] = []
    for letter in text:
        if letter in _BRACKETS.values():
            open_.append(letter)
        elif letter in _BRACKETS and (not open_ or open_.pop() != _BRACKETS[letter]):
            return False
    pairs = all(text.count(opening) == text.count(closing) for opening, closing in ("“”", "‘’"))
    return not open_ and pairs and all(text.count(mark) % 2 == 0 for mark in "\"'")
