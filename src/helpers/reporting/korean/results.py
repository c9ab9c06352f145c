"""The results of a study as ``study diff`` shows them to a Korean reader: their codes by their names."""

from __future__ import annotations

import re

from helpers.reporting.korean.names import FACTS, QUOTE_USES, SECTIONS, STANCES, VOICES

MEASURES = {
    "stance": "입장", "one_stance": "한 입장뿐인 문장", "several_stances": "입장이 여럿인 문장", "voice": "목소리",
    "checkable": "확인할 수 있는 사실이 든 문장", "section": "자리", "turned": "뜻이 바뀐 문장",
    "headline": "제목의 입장", "headline_in_body": "제목과 같은 입장의 본문 문장",
    "headline_checkable": "그 가운데 확인할 수 있는 것", "without": "덜어 낸 뒤의 지지", "quotations": "따온 말",
    "paraphrases": "옮긴 말", "persons": "말한 사람", "speakers": "본문에서 말한 사람", "speaker": "말한 이의 문장",
    "nobody": "말한 이를 찾지 못한 문장", "words": "따온 어절", "voice_certainty": "말한 이의 확실함",
    "facts": "사실", "facts_checkable": "확인할 수 있는 사실", "fact_certainty": "사실의 확실함",
    "unsourced": "출처 없는 평가", "contradictions": "어긋나는 수", "corrected": "사람이 바로잡은 것",
}  # fmt: skip
GROUPS = {
    "front": "제목과 부제 빼고", "unchecked": "확인할 수 없는 것 빼고", "stated": "글에 적힌 것",
    "inferred": "미루어 본 것", "guessed": "짐작한 것", "voices": "목소리", "facts": "사실", "codings": "코드",
} | STANCES | VOICES | SECTIONS | FACTS  # fmt: skip
WORDS = {
    "codings": STANCES, "voices": QUOTE_USES | {"named": "이름 있음", "unnamed": "이름 없음"}, "facts": FACTS,
    "tables": {"as it was": "전과 같음", "other rows": "줄이 달라짐"},
}  # fmt: skip
_COUNT = re.compile(r"(\d+) of (\d+)")


def named(section: str, what: str) -> str:
    """What differs, by its name: of a measure its parts, as in ``checkable, thesis, supports``."""
    if section != "measures":
        return what
    first, *rest = what.split(", ")
    return ", ".join([MEASURES.get(first, first), *(GROUPS.get(part, part) for part in rest)])


def value(section: str, text: str | None) -> str | None:
    """A value before or after: a count, or the place of a sentence and the codes behind it."""
    if text is None or section == "measures":
        return text and _COUNT.sub(r"\2 가운데 \1", text)
    known = WORDS.get(section, {})
    if text in known:
        return known[text]
    place, *rest = text.split(" ")
    return " ".join([place, *(known.get(word, word) for word in rest[:2]), *rest[2:]])
