"""Who speaks in turn: quotations that stand alone one after another, of which one asks and the next answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.narrative.voices.context.mentions import Mention, Mentions
from helpers.narrative.voices.passages import Passage
from helpers.narrative.voices.spoken import Spoken

_ANSWERS = re.compile(r"(?:[^“”\"]{1,20}[은는]\s)?(?:그제야|그러자|그 말에|이 말에|이 말을 들은)\s[^“”\"]{0,30}[“\"]")


@dataclass(frozen=True)
class Turn:
    """A quotation that stood alone: in which sentence, whose, who else talks; ``answers`` one that asked."""

    number: int
    by: Mention | None
    other: Mention | None
    asks: bool
    answers: bool = False


def turn_of(spoken: Spoken, passage: Passage, number: int, mentions: Mentions) -> Turn:
    """The turn of words whose speaker is found, where none came right before: with whom he talks is looked for."""
    here = mentions.last if spoken.person else None
    with_whom = mentions.other(here, number) if here else None
    other = Mention(with_whom, with_whom.forms[0], number, spoke=True) if with_whom else None
    return Turn(number, here, other, _asks(spoken, passage))


def next_turn(last: Turn | None, spoken: Spoken, passage: Passage, number: int) -> Turn | None:
    """The turn of the other, right behind a question or its answer; None where nothing says that another speaks."""
    if last is None or number - last.number != 1 or not (last.asks or last.answers):
        return None
    return Turn(number, last.other, last.by, _asks(spoken, passage), answers=True)


def is_answered(passage: Passage, index: int) -> bool:
    """Does a sentence say that its subject speaks in answer to what stands before: '그는 그제야 “…”라고 했다'."""
    start, end = passage.spans[index] if index < len(passage.spans) else (0, 0)
    return bool(_ANSWERS.match(passage.text[start:end]))


def _asks(spoken: Spoken, passage: Passage) -> bool:
    return passage.text[spoken.start : spoken.end].rstrip().endswith("?")
