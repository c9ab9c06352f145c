"""The parts of a sentence that can be shown by themselves: no word in them has lost what turns or bounds it.

Korean denies, concedes and hedges to the right of what it speaks of (필요가 없다, 이상, 밖에, -지만, -을 수는 없다),
and what is said there may reach over all clauses before it. So a part never ends before its sentence does. It may
begin later: the clauses in front that are only set beside the rest (-고, -며) can go, and so can all before somebody's
words in marks, if what is shown are these; a concession, a condition or a cause cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any

import pandas as pd

from helpers.bylines import byline_end, credit_start
from helpers.narrative.grammar import Clause, Sentence, pair_quotes, sentences_of
from helpers.spans import Span

Row = Mapping[str, Any]
BESIDE = ("고", "며", "으며")  # endings that set a clause beside the next; with -면서 it may be the cause of it
WORTH = 0.25  # of a sentence that must be saved by a later beginning


class Passages:
    """Parts of the sentences of some articles, as spans in the articles' raw text."""

    def __init__(self, sentences: pd.DataFrame, tokens: pd.DataFrame | None) -> None:
        """
        sentences  tables.SENTENCES
        tokens     tables.TOKENS with Kiwi's, which tell the clauses; without them each sentence is shown whole or not
        """
        self._read = {} if tokens is None or tokens.empty else sentences_of(sentences, tokens)

    def of(self, row: Row, spans: Iterable[Span]) -> list[Span]:
        """The parts of a sentence that hold all of some words of it, the longest first.

        row    article_id, sentence_id, start, end, text and section of the sentence; a byline before it and the credit
               of a picture after it are no part of it
        spans  the words, in the article's raw text
        """
        start, text = int(row["start"]), str(row["text"])
        end = start + (credit_start(text) if row["section"] == "caption" else len(text))
        begin = start + byline_end(text)
        sentence = self._read.get((row["article_id"], int(row["sentence_id"])))
        first = min((max(place, begin) for place, _ in spans), default=begin)
        later = [place for place in _beginnings(sentence) if begin < place <= first] if sentence else []
        found = [(begin, end)]
        if later and later[-1] - begin >= WORTH * (end - begin):
            found.append((later[-1], end))
        return found


def _stands_beside(own: Clause, following: Sequence[Clause]) -> bool:
    """Is a clause whole by itself: set beside the next, and with a subject of its own.

    Clauses that modify a noun and have a subject, too, may reach over both: 약방이 문을 닫고 사람이 떠난 마을.
    """
    topic = own.topic and own.topic.particle in ("은", "는")
    modifying = takewhile(lambda clause: clause.kind == "adnominal", following)
    whole = own.kind == "connective" and own.ending in BESIDE and bool(own.subject or topic)
    return whole and not any(clause.subject or clause.topic for clause in modifying)


def _beginnings(sentence: Sentence) -> list[int]:
    """The words after clauses that are only set beside the next, outside of marks and brackets, and quoted words."""
    inside = [(quote.start - 1, quote.end + 1) for quote in pair_quotes(sentence.text)]
    inside += [found.span() for found in re.finditer(r"[(\[（][^()\[\]（）]*[)\]）]?", sentence.text)]
    clauses = sentence.levels[0].clauses
    begins = [
        next((start for start, _ in sentence.eojeols if start > own.end), len(sentence.text))
        for number, own in enumerate(clauses)
        if _stands_beside(own, clauses[number + 1 :])
    ]
    outside = [place for place in begins if not any(first < place < last for first, last in inside)]
    marks = [quote.start - 1 for quote in sentence.speeches if quote.depth == 0]
    return sorted(sentence.raw((place, place))[0] for place in {*outside, *marks} if 0 < place < len(sentence.text))
