"""What says that words are somebody's: verbs of saying, and what links a quotation to them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.voices.speakers.sources import Source

LINK = re.compile(
    r"\s?(?:(?P<adverbial>(?:이?라|하)?고(?:도|만|까지|는)?(?=[\s,])|이?라며|며(?=\s)|이?라면서도?|면서도?(?=\s))"
    r"|(?P<adnominal>(?:이?라|하)?는(?=\s)|이?란(?=\s)|이?라던(?=\s)|던(?=\s))|(?P<list>\s?등(?=[의이을\s])|\s(?:과\s)?같은(?=\s)))"
)
# What may stand between whose words they are and the noun that says so: '주민들의 한결같은 설명', '주민들 설명'
BETWEEN = r"(?:의|의\s(?:\S{1,12}[은는인한된던]|\S{1,12}적인?)\s)?\s{0,3}"
THAT_IS = re.compile(r"\s?(?:이?라)?는\s(?:것|게|거|취지|얘기|이야기)(?:이다|이었다|였다|다)[.]")
ANSWERED = re.compile(r"[가이은는]?\s?\(?\d[\d.]*\s?(?:%|퍼센트)")  # '‘그대로 둔다’가 12.1%'
LOOSE = re.compile(r"\s?(?:이?라)?(?:며|면서)")  # after which more may be said before the verb of saying
AS_SAID = re.compile(  # '김 화백의 말처럼 “…”', '그의 표현을 빌리면 “…”'
    rf"의\s(?:{'|'.join(sorted(listed('saying', 'nouns'), key=len, reverse=True))})"
    r"(?:처럼|대로|마따나|같이|을\s빌리(?:면|자면)|을\s빌려)(?:\s말해|\s말하면)?,?\s*$"
)


@dataclass(frozen=True)
class Found:
    """Who says it: ``source`` (None: the sentence names nobody), the verb or noun of saying, and how it was found.

    how  'stated', 'nobody' (said to be people's talk), 'left out' (a verb without a subject), 'answers'
         (to one who asked, without a subject), 'alone' (no verb either),
         'held' (by people of whom it is only told: '“…”는 사람들이 있다'), 'taken up' (by another, who speaks)
    """

    source: Source | None
    verb: str | None
    how: str


def is_saying(clause: Clause) -> bool:
    """Is the clause's predicate a verb of saying: 말하다, 밝히다."""
    return says(clause.predicate.lemma)


def says(lemma: str) -> bool:
    return lemma in listed("saying", "verbs") or (
        lemma.endswith("하다") and lemma.removesuffix("하다") in listed("saying", "said_with_hada")
    )
