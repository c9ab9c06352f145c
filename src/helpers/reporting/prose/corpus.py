"""Say what the tables of a corpus hold, in sentences that are true of any corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from helpers.reporting.korean.numbers import interval, percent_interval
from helpers.reporting.messages import Message, message, paragraph
from helpers.reporting.periods import spanned
from helpers.reporting.saying import Displayable
from helpers.tables.columns import FEW, UNKNOWN

STRATA = {"full": "전문", "lead": "제목과 첫머리", "title": "제목", "nouns": "명사 목록"}
RULES = {"keep": "겹친 기사도 모두 센다", "flag": "내보낸 곳이 표시한 기사를 뺀다", "own": "겹친 기사는 한 번만 센다"}
WHY = {
    "extreme_support": "지지하는 문장이 많은 순", "extreme_opposition": "반대하는 문장이 많은 순",
    "typical": "입장의 비율이 전체와 가까운 순", "random": "추첨",
}  # fmt: skip
STANCES = {"supports": "지지", "qualifies": "한정", "opposes": "반대"}
SOURCES = {"named": "이름을 밝힘", "unnamed": "이름을 밝히지 않음"}
_TAKING = {"supports": "corpus.supports", "qualifies": "corpus.qualifies", "opposes": "corpus.opposes"}
CLAIM_COLUMNS = {
    "name": "입장과 주장", "group": "매체나 때", "n": "기사", "total": "모두", "share": "비율", "ci_low": "구간 아래",
    "ci_high": "구간 위", "keep": "겹침도 세면", "flag": "표시한 것을 빼면", "own": "한 번만 세면",
}  # fmt: skip
CHANGE_COLUMNS = {
    "name": "낱말", "period": "바뀐 때", "period_low": "이른 끝", "period_high": "늦은 끝", "n_before": "앞의 기사",
    "total_before": "앞의 모두", "n_after": "뒤의 기사", "total_after": "뒤의 모두", "share_before": "앞",
    "share_after": "뒤", "ci_low": "차이의 구간 아래", "ci_high": "구간 위", "q": "q",
}  # fmt: skip
CHANGE_SHARES = ("share_before", "share_after", "ci_low", "ci_high")
SHARES = ("share", "ci_low", "ci_high", "keep", "flag", "own")
DRAWN_COLUMNS = {
    "why": "고른 까닭", "article_id": "기사", "outlet": "매체", "period": "때", "title": "제목", "stratum": "글",
    "supports": "지지", "qualifies": "한정", "opposes": "반대", "reading": "꼼꼼한 읽기",
}  # fmt: skip
_WEB = ("https://", "http://")
SURE = 0.05
TOLD = 5  # words whose change is told in a sentence each


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
    filled = known[known["period"] != UNKNOWN].drop_duplicates(["outlet", "period"])
    gaps = values["outlets"] * len(periods) - len(filled)
    return paragraph(
        [
            opening,
            *untold,
            message("corpus.strata", parts=_strata(coverage)),
            *([message("corpus.only_nouns", n=listed)] if (listed := int(_listed(coverage)["articles"].sum())) else []),
            *([message("corpus.gaps", n=gaps)] if gaps else []),
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


def about_keyness(keyness: pd.DataFrame, of: str) -> Displayable:
    """Which group has which words more than the others, as far as that can be told."""
    if keyness.empty:
        return paragraph([message("corpus.no_keyness")])
    firm = keyness[(keyness["q"] < SURE) & (keyness["log_ratio"] > 0) & ~keyness["fragile"]]
    groups = [(str(group), rows.sort_values("g2", ascending=False)) for group, rows in firm.groupby("group", sort=True)]
    told = [message("corpus.often", group=group, words=_words(rows["term"].head(5))) for group, rows in groups]
    fragile = int(((keyness["q"] < SURE) & keyness["fragile"]).sum())
    return paragraph(
        [
            message("corpus.nouns" if of == "nouns" else "corpus.text"),
            *(told or [message("corpus.none_often")]),
            *([message("corpus.fragile", n=fragile)] if fragile else []),
        ]
    )


def about_changes(changes: pd.DataFrame) -> Displayable:
    """Of which words the share of articles clearly changed, when and by how much."""
    if changes.empty:
        return paragraph([message("corpus.no_changes")])
    firm = changes[changes["q"] < SURE]
    told = [message("corpus.changed", n=len(firm)), *(_change(row) for _, row in firm.head(TOLD).iterrows())]
    return paragraph(
        [message("corpus.looked_at", n=len(changes)), *(told if len(firm) else [message("corpus.unchanged")])]
    )


def about_cooccurrence(cooccurrence: pd.DataFrame) -> Displayable:
    """Which words stand in the same articles most of all."""
    pairs = cooccurrence[cooccurrence["by"] == "all"].head(TOLD)
    if pairs.empty:
        return paragraph([message("corpus.no_cooccurrence")])
    told = [message("corpus.pair", one=row["term"], other=row["other"], n=int(row["n"])) for _, row in pairs.iterrows()]
    return paragraph([message("corpus.cooccurrence", pairs=told)])


def _change(row: pd.Series) -> Message:
    grew = row["difference"] > 0
    low, high = (row["ci_low"], row["ci_high"]) if grew else (-row["ci_high"], -row["ci_low"])
    sides = {
        side: message(
            "corpus.side", share=float(row[f"share_{side}"]), n=int(row[f"n_{side}"]), total=int(row[f"total_{side}"])
        )
        for side in ("before", "after")
    }
    when = row["period"] if row["period_low"] == row["period_high"] else f"{row['period_low']}~{row['period_high']}"
    size = interval(low * 100, high * 100, unit="%포인트", digits=0)
    key = "corpus.grew" if grew else "corpus.shrank"
    return message(key, text=row["name"], period=row["period"], size=size, when=when, **sides)


def about_voices(shares: pd.DataFrame, full: int) -> Displayable:
    """Which outlets clearly differ in their share of full texts that quote somebody, by name or without."""
    if not full:
        return paragraph([message("corpus.no_full_text")])
    every = shares[(shares["measure"] == "voice") & (shares["by"] == "outlet")]
    rows = compared(every)
    names = {"named": "corpus.named", "unnamed": "corpus.unnamed"}
    pairs = _pairs(rows)
    told = [one for kind, key in names.items() for one in _furthest(message(key), rows[rows["name"] == kind], pairs)]
    return paragraph([message("corpus.full_text", n=full), *_between(every, told, "corpus.voices_alike")])


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
    parts = [
        message(
            "corpus.share", group=str(row["group"]), share=float(row["share"]),
            interval=percent_interval(row["ci_low"], row["ci_high"]),
        )
        for row in (high, low)
    ]  # fmt: skip
    return [message("corpus.parts", what=what, parts=parts)]


def _words(terms: Iterable[str]) -> list[Message]:
    return [message("corpus.word", text=term) for term in terms]


def claim_names(shares: pd.DataFrame, labels: dict[str, str]) -> dict[str, str]:
    """What a claim and its stance are called."""
    names = [str(name) for name in shares.loc[shares["measure"] == "claim", "name"].unique()]
    parts = {name: name.rpartition(":") for name in names}
    return {
        name: f"{STANCES[stance]}: {labels.get(claim, claim).rstrip('.')}" for name, (claim, _, stance) in parts.items()
    }


def drawn_names(drawn: pd.DataFrame) -> dict[str, dict[str, str]]:
    """By column of tables.DRAWN, Korean names of what stands in it."""
    reports = dict.fromkeys(drawn["reading"].dropna(), "보고서")
    return {"why": WHY, "stratum": STRATA, "reading": reports}


def originals(drawn: pd.DataFrame) -> Callable[[str], str]:
    """What gives the web address of an article of tables.DRAWN by its id; '' where it has none."""
    known = drawn.dropna(subset=["address"]).set_index("article_id")["address"].to_dict()
    return lambda article_id: next((known[article_id] for web in _WEB if known.get(article_id, "").startswith(web)), "")


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
