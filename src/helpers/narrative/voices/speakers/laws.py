"""Laws and rules, which are nobody's voice: 식품위생법, 당규 제3조."""

from __future__ import annotations

import re

from helpers.lexicons import words as listed

_ARTICLE = r"(?:\s?제?\d{1,4}[조항호](?:의\d{1,2})?)"
RULE = re.compile(
    r"(?:법|법률|법안|법률안|시행령|시행규칙|조례|규정|규칙|헌법|당헌|당규|약관|정관|지침|고시|훈령|협약|조약|협정|세칙|강령)"
    rf"{_ARTICLE}{{0,4}}$|(?:^|\s)제?\d{{1,4}}[조항호](?:의\d{{1,2}})?{_ARTICLE}{{0,3}}$"
)
_NO_RULE = re.compile(
    r"(?:방|해|수|문|요|불|위|지방|지|고|마|용|어|화|공|기|주|사|입|편|적|합|무|탈|준|비|필|농|병|창|조리|계산|치료|사용|처방)법$"
)


def is_method(word: str) -> bool:
    """Does a word name how something is done: 호흡법, 수행법, 기법; a law and a court are none, 하천법, 지법."""
    how = word.endswith("법") and word.removesuffix("법").endswith(tuple(listed("voices", "done_by_method")))
    return how or word in listed("voices", "methods")


def is_rule(text: str) -> bool:
    """Does a noun phrase name a law or a rule, and no method: 식품위생법, but not 사용법."""
    return bool(RULE.search(text)) and not (_NO_RULE.search(text) or is_method(text.split()[-1]))
