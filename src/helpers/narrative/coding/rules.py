"""Code sentences by the rules of a codebook, and try the codebook on its own examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

import pandas as pd

from helpers import tables
from helpers.errors import StudyError
from helpers.narrative.coding.codebook import Code, Codebook, Rule, Turns
from helpers.narrative.coding.matching import Group, Sentence, match, outermost, sentence_of
from helpers.narrative.coding.patterns import TooSlow
from helpers.narrative.coding.sheets import RULES
from helpers.narrative.coding.turning import denial, denial_around, noted, turned
from helpers.narrative.grammar.sentence import Sentence as Read
from helpers.narrative.grammar.sentence import kiwi
from helpers.narrative.grammar.sentence import sentences_of as grammar_of
from helpers.narrative.rows import Row, rows_by_sentence, rows_of
from helpers.spans import listed
from helpers.tokenizing import tokenize

Case = tuple[Code, str, str | None, tuple[str | int, ...]]
_OF_TOKENS = ["article_id", "sentence_id", "start", "end", "lemma", "pos"]


@dataclass(frozen=True)
class Failure:
    """An example that the codebook's rules do not code as it says.

    place     where it stands: ("codes", code, "examples" or "counter_examples", number)
    expected  the stance that it should get; None for a counter-example
    found     the stance that it gets; None if no rule finds it
    rule      the one by which it is found
    """

    code: str
    example: str
    place: tuple[str | int, ...]
    expected: str | None
    found: str | None
    rule: str | None = None

    def __str__(self) -> str:
        if self.found is None:
            return f"no rule finds the example {self.example!r}"
        if self.expected is None:
            return f"the rule [{self.rule}] finds the counter-example {self.example!r}"
        gives = f"the rule [{self.rule}] gives the example {self.example!r} the stance {self.found}"
        return f"{gives}, not {self.expected}"


def code_sentences(
    sentences: pd.DataFrame, tokens: pd.DataFrame, codebook: Codebook, *, analyzer: str = "kiwi"
) -> pd.DataFrame:
    """Give each sentence the codes whose rules hold in it.

    sentences  tables.SENTENCES
    tokens     tables.TOKENS; only the rows of ``analyzer`` count
    returns    tables.CODINGS of the coder 'rules', in the order of sentences and of the codebook

    The first rule that holds gives the code. Its stance is the rule's own, or else the code's; a denial or concession
    of its words turns it only where the rule or the code asks for that (``turns``; ``turned_by`` says by which words).
    Where nothing was asked, a denial turns nothing, and ``denied_by`` names it for whoever reads the sentence.
    ``denied`` and ``turns`` need Kiwi's morphemes: where ``tokens`` lack them, the sentences are read with Kiwi.
    """
    chosen = (tokens["analyzer"] == analyzer) & (tokens["unit"] == "morpheme")
    parts = rows_by_sentence(tokens[_OF_TOKENS][chosen].sort_values("start", kind="stable"))
    read = _Grammar(sentences, tokens)
    rows: list[Row] = []
    for place in rows_of(sentences):
        key = (place["article_id"], int(place["sentence_id"]))
        sentence = sentence_of(place["text"], int(place["start"]), parts.get(key, []))
        for code in codebook.codes:
            if found := _code(code, sentence, partial(read.sentence, key)):
                rows.append({"article_id": key[0], "sentence_id": key[1], "coder": RULES} | found)
    return tables.CODINGS.make(rows)


class _Grammar:
    """The sentences as the grammar reads them, once a rule needs one."""

    def __init__(self, sentences: pd.DataFrame, tokens: pd.DataFrame) -> None:
        self._sentences, self._tokens = sentences, tokens

    def sentence(self, key: tuple[str, int]) -> Read:
        return self._read[key]

    @cached_property
    def _read(self) -> dict[tuple[str, int], Read]:
        has_kiwi = len(kiwi(self._tokens)) > 0
        return grammar_of(self._sentences, self._tokens if has_kiwi else tokenize(self._sentences))


def _code(code: Code, sentence: Sentence, read: Callable[[], Read]) -> Row | None:
    for rule in code.rules:
        groups = _matched(rule, code, sentence)
        if groups is None:
            continue
        denied = denial(groups, read()) if rule.denied else None
        if rule.denied and denied is None:
            continue
        turns = code.turns if rule.turns is None else rule.turns
        if rule.denied:
            turns = Turns(conceded=turns.conceded)
        own = rule.stance or code.stance
        stance, by = turned(own, turns, groups, read()) if turns else (own, None)
        left = None if by or rule.denied or turns.negated else denial_around(groups, read())
        notes = [by, f"부정: {denied}" if denied else None, left and f"부정하는 말: {left}", *noted(sentence.text)]
        spans = outermost([sentence.with_endings(span) for group in groups for span in group])
        return {
            "code": code.name,
            "claim": code.claim,
            "stance": stance,
            "rule": str(rule),
            "matched": [sentence.text[slice(*span)] for span in spans],
            "matched_spans": listed(sentence.raw(span) for span in spans),
            "turned_by": by and by.partition(": ")[2],
            "denied_by": left,
            "note": "; ".join(filter(None, notes)) or None,
        }
    return None


def _matched(rule: Rule, code: Code, sentence: Sentence) -> tuple[Group, ...] | None:
    try:
        return match(rule, sentence)
    except TooSlow as error:
        raise StudyError(
            f"The code {code.name!r}, rule [{rule}]: the pattern {error.pattern!r} takes too long on a sentence.",
            "Write it without a repetition within a repetition, such as (.*)*, or list words with any, all or near.",
        ) from error


def check_codebook(codebook: Codebook, tokenize: Callable[[pd.DataFrame], pd.DataFrame]) -> list[Failure]:
    """The examples and counter-examples of the codebook that its own rules get wrong; [] if there is none.

    tokenize  tables.SENTENCES -> tables.TOKENS of one analyzer, such as ``helpers.tokenizing.tokenize``
    """
    cases = list(_cases(codebook))
    sentences = tables.SENTENCES.make(
        {
            "article_id": f"{number:04d}", "sentence_id": 1, "start": 0, "end": len(text), "text": text,
            "section": "body", "paragraph": 1,
        }
        for number, (_, text, _, _) in enumerate(cases)
    )  # fmt: skip
    tokens = tokenize(sentences)
    analyzer = tokens["analyzer"].iloc[0] if len(tokens) else "kiwi"
    codings = rows_of(code_sentences(sentences, tokens, codebook, analyzer=analyzer))
    given = {(row["article_id"], row["code"]): row for row in codings}
    found = [_tried(case, given.get((f"{number:04d}", case[0].name))) for number, case in enumerate(cases)]
    return [failure for failure in found if failure]


def _cases(codebook: Codebook) -> Iterator[Case]:
    """Every example with its code, the stance that it should get, None for a counter-example, and its place."""
    for code in codebook.codes:
        for key, listed_there in (("examples", code.examples), ("counter_examples", code.counter_examples)):
            for number, example in enumerate(listed_there):
                stance = (example.stance or code.stance) if key == "examples" else None
                yield code, example.text, stance, ("codes", code.name, key, number)


def _tried(case: Case, coded: Row | None) -> Failure | None:
    code, text, stance, place = case
    found = None if coded is None else coded["stance"]
    if found == stance:
        return None
    return Failure(code.name, text, place, stance, found, rule=None if coded is None else coded["rule"])
