"""The grammar of a Korean sentence, found once, on the morphemes that stage 2 read with Kiwi.

``read`` makes a ``Sentence``: its eojeols, its noun phrases with their role, its clauses with predicate, subject,
negation and what they modify, and its quotations. ``sentences_of`` reads a table. Voices, facts and coding share it.
"""

from __future__ import annotations

from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.predicates import Predicate
from helpers.narrative.grammar.quotations import Quote, pair_quotes
from helpers.narrative.grammar.sentence import Sentence, read, sentences_of
from helpers.narrative.grammar.words import Morpheme

__all__ = ["Clause", "Morpheme", "Phrase", "Predicate", "Quote", "Sentence", "pair_quotes", "read", "sentences_of"]
