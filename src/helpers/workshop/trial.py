"""Try a codebook on a study's sentences: each sentence with its codes, those without any first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from helpers import narrative, store
from helpers.narrative import Codebook
from helpers.study import open_study
from helpers.workshop.candidates import candidates
from helpers.workshop.confusion import confusion
from helpers.workshop.dead import dead_rules, dead_words
from helpers.workshop.near_misses import near_misses

PLACE = ["article_id", "sentence_id"]


@dataclass(frozen=True)
class Trial:
    """A codebook as it is now, on the sentences of a study, and what can be learned from that.

    codebook, sentences, tokens (of one analyzer), codings (tables.CODINGS of the rules), people (of persons),
    read (the sentences that each person read; None: all)
    """

    codebook: Codebook
    sentences: pd.DataFrame
    tokens: pd.DataFrame
    analyzer: str
    codings: pd.DataFrame
    people: pd.DataFrame
    stopwords: tuple[str, ...] = ()
    read: pd.DataFrame | None = None

    @cached_property
    def readings(self) -> pd.DataFrame:
        """One row a sentence: its place, section, text, codes (list of rows of tables.CODINGS), turned (bool).

        Sentences without a code come first, then those with a turned stance, then the rest, each in order.
        """
        coded: dict[tuple[str, int], list[dict[str, Any]]] = {}
        for row in self.codings.to_dict("records"):
            coded.setdefault((row["article_id"], row["sentence_id"]), []).append({str(k): v for k, v in row.items()})
        rows = self.sentences[[*PLACE, "start", "section", "text"]].copy()
        codes = [coded.get(place, []) for place in zip(rows["article_id"], rows["sentence_id"], strict=True)]
        turned = [any(self.is_turned(coding) for coding in own) for own in codes]
        order = [0 if not own else 1 if turn else 2 for own, turn in zip(codes, turned, strict=True)]
        rows = rows.assign(codes=pd.Series(codes, index=rows.index, dtype=object), turned=turned, order=order)
        return rows.sort_values("order", kind="stable").drop(columns="order").reset_index(drop=True)

    @cached_property
    def uncoded(self) -> pd.DataFrame:
        """The sentences, as in the table sentences, that no rule codes."""
        places = set(zip(self.codings["article_id"], self.codings["sentence_id"], strict=True))
        own = zip(self.sentences["article_id"], self.sentences["sentence_id"], strict=True)
        return self.sentences[[place not in places for place in own]]

    @cached_property
    def near_misses(self) -> pd.DataFrame:
        """Sentences that nearly have a code: ``workshop.near_misses``."""
        return near_misses(self.sentences, self.tokens, self.codebook, self.codings, analyzer=self.analyzer)

    @cached_property
    def dead_words(self) -> pd.DataFrame:
        """Words that stand in no sentence: ``workshop.dead_words``."""
        return dead_words(self.sentences, self.tokens, self.codebook, analyzer=self.analyzer)

    @cached_property
    def dead_rules(self) -> pd.DataFrame:
        """Rules that code no sentence: ``workshop.dead_rules``."""
        return dead_rules(self.codebook, self.codings)

    @cached_property
    def candidates(self) -> pd.DataFrame:
        """Words of the uncoded sentences: ``workshop.candidates``."""
        return candidates(self.tokens, self.codings, stopwords=self.stopwords, analyzer=self.analyzer)

    @cached_property
    def confusion(self) -> pd.DataFrame:
        """Where rules and persons differ, and by which rule: ``workshop.confusion``."""
        return confusion(self.codings, self.people, self.sentences, self.near_misses, read=self.read)

    def is_turned(self, coding: dict[str, Any]) -> bool:
        """Did a denial or concession in the sentence change the stance of the rule, or else of the code?"""
        code = self.codebook[coding["code"]]
        own = next((rule.stance for rule in code.rules if str(rule) == coding["rule"]), None)
        return bool(coding["stance"] != (own or code.stance))


def try_codebook(name: str, *, analyzer: str = "kiwi") -> Trial:
    """The codebook of the study ``name`` as its file is now, on the sentences of the study's last run.

    StudyError where the study has not run, or where the codebook cannot be read.
    """
    study = open_study(name)
    codebook = narrative.open_codebook(study)
    sentences, tokens = store.read("sentences", name), store.read("tokens", name)
    codings = narrative.code_sentences(sentences, tokens, codebook, analyzer=analyzer)
    people = narrative.read_people(study, sentences, codebook)
    own = tokens[tokens["analyzer"] == analyzer]
    read = narrative.sentences_read(study, sentences, codebook)
    return Trial(codebook, sentences, own, analyzer, codings, people, study.stopwords, read)
