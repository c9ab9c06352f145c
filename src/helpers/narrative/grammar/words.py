"""Morphemes, and questions about their tags (the Sejong tags as Kiwi gives them)."""

from __future__ import annotations

from typing import NamedTuple

NOUNS = frozenset("NNG NNP NNB NR NP SL SH SN XPN XSN XR PERSON W_SERIAL W_HASHTAG W_MENTION".split())  # noqa: SIM905
STEMS = frozenset(["VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"])
ENDINGS = frozenset(["EC", "EF", "ETM", "ETN"])
PARTICLES = frozenset(["JKS", "JKC", "JKG", "JKO", "JKB", "JKV", "JKQ", "JX", "JC"])
PERSON = "PERSON"  # the tag of a noun that an article gives as a person's name
QUOTED = "QUOTED"  # the tag of a whole quotation of somebody's words, seen from outside


class Morpheme(NamedTuple):
    """One morpheme: its span in the sentence's text; contracted ones share characters (했 is 하 and 었)."""

    start: int
    end: int
    surface: str
    lemma: str
    tag: str

    @property
    def is_noun(self) -> bool:
        return self.tag in NOUNS

    @property
    def stem(self) -> str:
        """The lemma of a noun, verb or adjective without 다."""
        return self.lemma.removesuffix("다") if self.tag in STEMS and len(self.lemma) > 1 else self.lemma


def plain_tag(tag: str) -> str:
    """A tag without Kiwi's mark of irregular verbs: VV-I is VV."""
    return tag.partition("-")[0]
