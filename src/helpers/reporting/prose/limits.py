"""Sections 7 and 8 of the narrative: what the reading cannot show, and what remains without its weak parts."""

from __future__ import annotations

import pandas as pd

from helpers.reporting.messages import Message, message, paragraphs
from helpers.reporting.prose.claims import mixed
from helpers.reporting.prose.reading import Reading
from helpers.reporting.saying import Displayable
from helpers.tables import WHOLE

_PARTS = {"front": "front", "unchecked": "unchecked", "both": WHOLE}
_MORE = {"doubt": "weaken.more_doubt", "qualify": "weaken.more_qualify", "oppose": "weaken.more_oppose"}


def what_it_cannot_show(reading: Reading) -> Displayable:
    """What no number here can say: about the world, about other articles, about what an article leaves out."""
    key = "limits.articles" if reading.several else "limits.article"
    codes = len(reading.codebook.codes)
    return paragraphs([message("limits.argues"), message(key), message("limits.unasked", codes=codes)])


def what_would_weaken(reading: Reading) -> Displayable:
    """What remains of the support without its weakest parts, and which claims rest on the least.

    No support gives an empty displayable.
    """
    return paragraphs(without_weak_parts(reading), thin_claims(reading))


def what_is_left(reading: Reading) -> pd.DataFrame:
    """How many sentences of the support remain without headlines and decks, without those that hold no fact, and both.

    returns  without (front, unchecked, both), n, total; no rows where nothing supports the thesis
    """
    total = reading.counts()["supports"]
    left = {part: reading.measure("without", stance="supports", group=group).n for part, group in _PARTS.items()}
    rows = [{"without": without, "n": n, "total": total} for without, n in left.items() if total]
    return pd.DataFrame(rows, columns=["without", "n", "total"])


def without_weak_parts(reading: Reading) -> list[Message]:
    """Which sentences of the support remain without headlines, decks and sentences that hold no fact."""
    n, left = reading.counts()["supports"], reading.measure("without", stance="supports")
    if not n:
        return []
    if not left.n:
        return [message("weaken.nothing_left")]
    return [message("weaken.all_left") if left.n == n > 1 else message("weaken.left", where=left.sentences)]


def thin_claims(reading: Reading) -> list[Message]:
    """The claims that rest on one sentence, and those that are doubted more often than they are supported.

    It must be more often even if the rules misread one sentence; one that is both supported and doubted does not count.
    """
    counts = {claim: reading.counts(claim) for claim in reading.claims}
    both = {claim: len(mixed(reading, claim)) for claim in counts}
    if len(counts) < 2:
        return []
    thin = [claim for claim, n in counts.items() if n["supports"] == 1]
    key = "weaken.each_one_sentence" if len(thin) > 1 else "weaken.one_sentence"
    chosen = [message(key, read=reading.read_as("supports", *thin))] if thin else []
    for claim, n in counts.items():
        qualifies = n["qualifies"] - both[claim]
        if n["supports"] and qualifies + n["opposes"] > n["supports"] + 1:
            kind = "doubt" if qualifies and n["opposes"] else "qualify" if qualifies else "oppose"
            named = message("claim.this") if thin == [claim] else reading.claim(claim)
            chosen.append(message(_MORE[kind], claim=named))
    return chosen
