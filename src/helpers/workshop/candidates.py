"""Words of the sentences that no rule codes yet: candidates for a new rule or a new code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from helpers import tables
from helpers.lexicons import words

WORDS = ("noun", "foreign", "verb", "adjective")
LIGHT = {
    "하다",
    "되다",
    "있다",
    "없다",
    "이다",
    "아니다",
    "같다",
    "보다",
    "주다",
    "오다",
    "가다",
    "것",
    "수",
    "등",
    "때",
}


def candidates(
    tokens: pd.DataFrame,
    codings: pd.DataFrame,
    *,
    stopwords: Sequence[str] = (),
    analyzer: str = "kiwi",
    least: int = 2,
) -> pd.DataFrame:
    """Words of at least ``least`` uncoded sentences; those that are rarest in coded sentences come first.

    tokens   tables.TOKENS; only the rows of ``analyzer`` count
    codings  tables.CODINGS of the rules
    returns  word, uncoded, coded (how many sentences of each kind have it), sentences (list of those uncoded, as
             article_id and sentence_id), beside (the code whose sentences have the word most often; missing if none)
    """
    own = tokens[(tokens["analyzer"] == analyzer) & tokens["pos"].isin(WORDS) & (tokens["unit"] == "morpheme")]
    own = own[(own["lemma"].str.len() > 1) & ~own["lemma"].isin([*words("light", "light"), *stopwords])]
    codes: dict[tuple[str, int], set[str]] = {}
    for article_id, sentence_id, code in zip(codings.article_id, codings.sentence_id, codings.code, strict=True):
        codes.setdefault((article_id, sentence_id), set()).add(code)
    places: dict[str, set[tuple[str, int]]] = {}
    for article_id, sentence_id, word in zip(own.article_id, own.sentence_id, own.lemma, strict=True):
        places.setdefault(word, set()).add((article_id, sentence_id))
    rows = []
    for word, seen in sorted(places.items()):
        without = sorted(seen - codes.keys())
        if len(without) >= least:
            beside = Counter(code for place in sorted(seen & codes.keys()) for code in sorted(codes[place]))
            common = beside.most_common(1)[0][0] if beside else None
            rows.append([word, len(without), len(seen) - len(without), tables.places(without), common])
    frame = pd.DataFrame(rows, columns=["word", "uncoded", "coded", "sentences", "beside"])
    share = frame["uncoded"] / (frame["uncoded"] + frame["coded"])
    order = frame.assign(share=share).sort_values(["share", "uncoded", "word"], ascending=[False, False, True])
    return order.drop(columns="share").reset_index(drop=True)
