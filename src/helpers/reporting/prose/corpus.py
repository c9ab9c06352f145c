"""Say what the tables of a corpus hold, in sentences that are true of any corpus."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from helpers.reporting.korean.numbers import percent_interval
from helpers.reporting.messages import Message, message, paragraph
from helpers.reporting.periods import spanned
from helpers.reporting.prose.corpus_words import SURE, about_changes, about_keyness
from helpers.reporting.saying import Displayable
from helpers.tables.columns import FEW, UNKNOWN

STRATA = {"full": "전문", "lead": "제목과 첫머리", "title": "제목", "nouns": "명사 목록"}
RULES = {"keep": "겹친 기사도 모두 센다", "flag": "내보낸 곳이 표시한 기사를 뺀다", "own": "겹친 기사는 한 번만 센다"}
WHY = {
    "extreme_support": "지지하는 문장이 많은 순", "extreme_opposition": "반대하는 문장이 많은 순",
    "typical": "입장의 비율이 전체와 가까운 순", "random": "추첨",
}  # fmt: skip
STANCES = {"supports": "지지", "qualifies": "한정", "opposes": "반대"}
SOURCES = {"named": "이름을 적음", "unnamed": "직함이나 무리만 적음", "untold": "말한 이가 없거나 찾지 못함"}
_QUOTING = {"named": "corpus.named", "unnamed": "corpus.unnamed", "untold": "corpus.untold"}
_TAKING = {"supports": "corpus.supports", "qualifies": "corpus.qualifies", "opposes": "corpus.opposes"}
_WEB = ("https://", "http://")


def about_coverage(coverage: pd.DataFrame) -> Displayable:
    """How many articles of how many outlets, from when to when, and what there is of them."""
    if coverage.empty:
        return paragraph([message("corpus.nothing")])
    known = coverage[coverage["outlet"] != UNKNOWN]
    values = {"outlets": int(known["outlet"].nunique()), "articles": int(coverage["articles"].sum())}
    untold = [
        message(key, n=int(n))
        for key, column in (("corpus.no_day", "period"), ("corpus.no_outlet", "outlet"))
        if (n := coverage.loc[coverage[column] == UNKNOWN, "articles"].sum())
    ]
    periods = spanned(coverage["period"])
    opening = message("corpus.read" if values["outlets"] else "corpus.read_of_unknown", **values)
    if periods and values["outlets"]:
        opening = message("corpus.read_between", first=periods[0], last=periods[-1], **values)
    strata = _strata(coverage)
    there = message("corpus.strata", parts=strata)
    if len(strata) == 1:
        there = message("corpus.stratum_of_all", name=strata[0].values["name"])
    listed = int(_listed(coverage)["articles"].sum())
    return paragraph([opening, *untold, there, *([message("corpus.only_nouns", n=listed)] if listed else [])])


def about_cells(coverage: pd.DataFrame, *, most: int) -> Displayable:
    """How to read the figure of outlets and periods: what is empty, and that only ``most`` outlets are drawn."""
    known = coverage[(coverage["outlet"] != UNKNOWN) & (coverage["period"] != UNKNOWN)]
    outlets, periods = int(known["outlet"].nunique()), len(spanned(coverage["period"]))
    cells = {"outlets": outlets, "periods": periods, "all": outlets * periods}
    gaps = outlets * periods - len(known.drop_duplicates(["outlet", "period"]))
    return paragraph(
        [
            message("corpus.coverage"),
            *([message("corpus.drawn_outlets", n=most)] if coverage["outlet"].nunique() > most else []),
            *([message("corpus.gaps", n=gaps, **cells)] if gaps else []),
        ]
    )


def _listed(coverage: pd.DataFrame) -> pd.DataFrame:
    """The articles that were counted by their noun list alone."""
    return coverage[coverage["stratum"] == "nouns"]


def _strata(coverage: pd.DataFrame) -> list[Message]:
    """How many articles there are of each stratum, the most first."""
    counts = coverage.groupby("stratum")["articles"].sum().sort_values(ascending=False, kind="stable")
    return [message("corpus.stratum", name=STRATA.get(str(name), str(name)), n=int(n)) for name, n in counts.items()]


def about_unreadable(unreadable: pd.DataFrame) -> Displayable:
    """How many articles of the list could not be read."""
    lost = len(unreadable)
    return paragraph([message("corpus.unreadable", n=lost) if lost else message("corpus.all_read")])


def about_stories(stories: pd.DataFrame, rule: str) -> Displayable:
    """How many articles repeat another's text, and how they are counted."""
    if stories.empty:
        return paragraph([message("corpus.no_stories")])
    values = {"stories": int(stories["story"].nunique()), "copies": int((~stories["first"]).sum())}
    counted = message("corpus.counted_once")
    if rule != "own":
        counted = message("corpus.counted_by_rule", rule=RULES[rule])
    return paragraph([message("corpus.stories", **values), counted])


def about_voices(shares: pd.DataFrame, full: int) -> Displayable:
    """Which outlets clearly differ in their share of full texts that quote somebody, by name or without."""
    if not full:
        return paragraph([message("corpus.no_full_text")])
    every = shares[(shares["measure"] == "voice") & (shares["by"] == "outlet")]
    rows = compared(every)
    pairs = _pairs(rows)
    told = [
        one for kind, what in _QUOTING.items() for one in _furthest(message(what), rows[rows["name"] == kind], pairs)
    ]
    return paragraph([message("corpus.full_text", n=full), *_between(every, told, "corpus.voices_alike")])


def about_speakers(speakers: pd.DataFrame, full: int) -> Displayable:
    """That nobody is listed, where there is nobody to list; else nothing."""
    if len(speakers):
        return paragraph([])
    return paragraph([message("corpus.no_speakers" if full else "corpus.speakers_uncounted")])


def compared(shares: pd.DataFrame) -> pd.DataFrame:
    """The rows of tables.SHARES whose group has a name and articles enough to be held against others."""
    return shares[(shares["total"] >= FEW) & (shares["group"] != UNKNOWN)]


def _between(every: pd.DataFrame, told: list[Message], alike: str) -> list[Message]:
    """How outlets part: between how many, if not all of them, and what was found; or that there are not two."""
    groups = set(compared(every)["group"])
    if len(groups) < 2:
        return [message("corpus.not_compared", few=FEW)]
    some = len(groups) < len(set(every["group"]))
    return [*([message("corpus.compared", few=FEW, n=len(groups))] if some else []), *(told or [message(alike)])]


def about_claims(shares: pd.DataFrame, labels: dict[str, str], coverage: pd.DataFrame) -> Displayable:
    """Which outlets clearly differ in their share of articles that take a stance on a claim."""
    every = shares[(shares["measure"] == "claim") & (shares["by"] == "outlet")]
    told_in = coverage.drop(_listed(coverage).index)
    if every.empty:
        unread = told_in.empty and not coverage.empty
        return paragraph([message("corpus.no_sentences" if unread else "corpus.no_claims")])
    rows = compared(every)
    told = []
    for name, own in rows.groupby("name", sort=True):
        claim, _, stance = str(name).rpartition(":")
        what = message("corpus.claim", claim=labels.get(claim, claim).rstrip("."), stance=message(_TAKING[stance]))
        told += _furthest(what, own, _pairs(rows))
    where = [message("corpus.claims_in", parts=_strata(told_in))] if len(told_in) else []
    return paragraph([*where, *_between(every, told, "corpus.claims_alike")])


def _pairs(rows: pd.DataFrame) -> int:
    """How many pairs of groups are compared, over all names."""
    return sum(len(own) * (len(own) - 1) // 2 for _, own in rows.groupby("name"))


def _furthest(what: Message, rows: pd.DataFrame, pairs: int) -> list[Message]:
    """The highest and the lowest share, if they differ clearly under every rule for copies.

    They differ clearly if so large a difference is not to be expected by chance among so many pairs (Bonferroni); the
    standard errors come from the shares' intervals.
    """
    from scipy.special import ndtr

    if rows.empty:
        return []
    ordered = rows.sort_values("share")
    high, low = ordered.iloc[-1], ordered.iloc[0]
    error = sum(((row["ci_high"] - row["ci_low"]) / 3.92) ** 2 for row in (high, low)) ** 0.5
    sure = error > 0 and 2 * ndtr(-(high["share"] - low["share"]) / error) * pairs < SURE
    if not (sure and _holds(high, low)):
        return []
    ends = {
        end: message(
            "corpus.share", group=str(row["group"]), share=float(row["share"]),
            interval=percent_interval(row["ci_low"], row["ci_high"]),
        )
        for end, row in (("high", high), ("low", low))
    }  # fmt: skip
    return [message("corpus.parts", what=what, **ends)]


def claim_names(shares: pd.DataFrame, labels: dict[str, str]) -> dict[str, str]:
    """What a claim and its stance are called: claims in the codebook's order, each supported, qualified, opposed."""
    found = [str(name).rpartition(":") for name in shares.loc[shares["measure"] == "claim", "name"].unique()]
    ranks = {name: rank for rank, name in enumerate([*labels, *STANCES])}
    found.sort(key=lambda parts: (ranks.get(parts[0], -1), parts[0], ranks[parts[2]]))
    return {
        f"{claim}:{stance}": f"{STANCES[stance]}: {labels.get(claim, claim).rstrip('.')}" for claim, _, stance in found
    }


def drawn_names(drawn: pd.DataFrame) -> dict[str, dict[str, str]]:
    """By column of tables.DRAWN, Korean names of what stands in it."""
    reports = dict.fromkeys(drawn["reading"].dropna(), "보고서")
    return {"why": WHY, "stratum": STRATA, "reading": reports}


def originals(drawn: pd.DataFrame) -> Callable[[str], str]:
    """What gives the web address of an article of tables.DRAWN by its id; '' where it has none."""
    known = drawn.dropna(subset=["address"]).set_index("article_id")["address"].to_dict()
    return lambda article_id: next((known[article_id] for web in _WEB if known.get(article_id, "").startswith(web)), "")


def drawn_links(drawn: pd.DataFrame) -> dict[str, Callable[[str], str]]:
    """By column of tables.DRAWN, what makes an address of what stands in it."""
    return {"article_id": originals(drawn), "reading": reading_page}


def reading_page(study: str) -> str:
    """Where the report of a close reading lies, seen from a corpus' report."""
    return f"../{study}/report.html"


def _holds(high: pd.Series, low: pd.Series) -> bool:
    """Is the order the same under every rule for copies?"""
    return all(high[rule] > low[rule] for rule in RULES)


def findings_of(made: Mapping[str, pd.DataFrame], rule: str, of: str, labels: dict[str, str]) -> pd.DataFrame:
    """tables.FINDINGS of a corpus, a paragraph each.

    made   the tables of a corpus by name
    rule   for copies
    of     where words were counted: 'text' or 'nouns'
    """
    from helpers import tables

    full = int(made["coverage"].loc[made["coverage"]["stratum"] == "full", "articles"].sum())
    told = {
        "coverage": about_coverage(made["coverage"]),
        "stories": about_stories(made["stories"], rule),
        "group_keyness": about_keyness(made["group_keyness"], of),
        "changes": about_changes(made["changes"]),
        "shares": about_claims(made["shares"], labels, made["coverage"]),
        "voices": about_voices(made["shares"], full) if full else paragraph([]),
    }
    rows = [
        {"finding": name, "text": said.plain, "table": "shares" if name == "voices" else name}
        for name, said in told.items()
        if said.plain
    ]
    return tables.FINDINGS.make(rows)
