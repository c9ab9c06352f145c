"""What the tables of a corpus say, in sentences that hold for any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from helpers.reporting.korean.numbers import percent_interval
from helpers.reporting.messages import Message, message, paragraph
from helpers.reporting.saying import Displayable

STRATA = {"full": "전문", "lead": "제목과 첫머리", "title": "제목", "nouns": "명사 목록"}
RULES = {"keep": "겹친 기사도 모두 센다", "flag": "내보낸 곳이 표시한 기사를 뺀다", "own": "겹친 기사는 한 번만 센다"}
WHY = {
    "extreme_support": "지지하는 문장이 가장 많음", "extreme_opposition": "반대하는 문장이 가장 많음",
    "typical": "비율이 전체에 가장 가까움", "random": "추첨",
}  # fmt: skip
STANCES = {"supports": "지지", "qualifies": "한정", "opposes": "반대"}
SOURCES = {"named": "이름을 밝힘", "unnamed": "이름을 밝히지 않음"}
_TAKING = {"supports": "corpus.supports", "qualifies": "corpus.qualifies", "opposes": "corpus.opposes"}
CLAIM_COLUMNS = {
    "name": "주장과 입장", "group": "매체나 때", "n": "기사", "total": "모두", "share": "비율", "ci_low": "구간 아래",
    "ci_high": "구간 위", "keep": "겹침도 세면", "flag": "표시한 것을 빼면", "own": "한 번만 세면",
}  # fmt: skip
SHARES = ("share", "ci_low", "ci_high", "keep", "flag", "own")
DRAWN_COLUMNS = {
    "why": "고른 까닭", "article_id": "기사", "outlet": "매체", "period": "때", "title": "제목", "stratum": "글",
    "supports": "지지", "qualifies": "한정", "opposes": "반대", "reading": "꼼꼼한 읽기",
}  # fmt: skip
_WEB = ("https://", "http://")
SURE = 0.05
UNKNOWN = "(모름)"  # the period of articles without a day
FEW = 10  # articles below which a group is too small to be spoken of


def about_coverage(coverage: pd.DataFrame) -> Displayable:
    """How many articles of how many outlets, from when to when, and what there is of them."""
    if coverage.empty:
        return paragraph([message("corpus.nothing")])
    values = {"outlets": int(coverage["outlet"].nunique()), "articles": int(coverage["articles"].sum())}
    periods = sorted(set(coverage["period"]) - {UNKNOWN})
    opening = message("corpus.read", **values)
    if periods:
        opening = message("corpus.read_between", first=periods[0], last=periods[-1], **values)
    strata = coverage.groupby("stratum")["articles"].sum().sort_values(ascending=False)
    parts = [message("corpus.stratum", name=STRATA.get(str(name), str(name)), n=int(n)) for name, n in strata.items()]
    filled = coverage[coverage["period"] != UNKNOWN].drop_duplicates(["outlet", "period"])
    gaps = values["outlets"] * len(periods) - len(filled)
    return paragraph(
        [opening, message("corpus.strata", parts=parts), *([message("corpus.gaps", n=gaps)] if gaps else [])]
    )


def about_unreadable(unreadable: pd.DataFrame) -> Displayable:
    """How many articles of the list could not be read."""
    lost = len(unreadable)
    return paragraph([message("corpus.unreadable", n=lost)] if lost else [])


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


def about_trends(shares: pd.DataFrame) -> Displayable:
    """Which words clearly more, or fewer, articles have in the last period than in the first."""
    trends = shares[(shares["measure"] == "term") & (shares["total"] >= FEW)]
    periods = sorted(set(trends["group"]))
    if len(periods) < 2:
        return paragraph([message("corpus.no_trends")])
    ends = {"first": periods[0], "last": periods[-1]}
    first, last = (trends[trends["group"] == period].set_index("name") for period in ends.values())
    more = last.index[last["ci_low"] > first["ci_high"].reindex(last.index)]
    fewer = last.index[last["ci_high"] < first["ci_low"].reindex(last.index)]
    told = [
        message(key, words=_words(words[:8]), **ends)
        for key, words in (("corpus.more", more), ("corpus.fewer", fewer))
        if len(words)
    ]
    return paragraph(told or [message("corpus.alike", **ends)])


def about_voices(shares: pd.DataFrame, full: int) -> Displayable:
    """Which outlets' shares of full texts that quote somebody by name, or without, part from each other."""
    if not full:
        return paragraph([message("corpus.no_full_text")])
    rows = shares[(shares["measure"] == "voice") & (shares["by"] == "outlet") & (shares["total"] >= FEW)]
    names = {"named": "corpus.named", "unnamed": "corpus.unnamed"}
    told = [one for kind, key in names.items() for one in _parted(message(key), rows[rows["name"] == kind])]
    return paragraph([message("corpus.full_text", n=full), *(told or [message("corpus.voices_alike")])])


def about_claims(shares: pd.DataFrame, labels: dict[str, str]) -> Displayable:
    """Which outlets' shares of articles that take a stance to the thesis on a claim part from each other."""
    rows = shares[(shares["measure"] == "claim") & (shares["by"] == "outlet") & (shares["total"] >= FEW)]
    told = []
    for name, own in rows.groupby("name", sort=True):
        claim, _, stance = str(name).rpartition(":")
        what = message("corpus.claim", claim=labels.get(claim, claim), stance=message(_TAKING[stance]))
        told += _parted(what, own)
    return paragraph(told or [message("corpus.claims_alike")])


def _parted(what: Message, rows: pd.DataFrame) -> list[Message]:
    """The highest and the lowest share, where their intervals part under every rule for copies."""
    if rows.empty:
        return []
    ordered = rows.sort_values("share")
    high, low = ordered.iloc[-1], ordered.iloc[0]
    if not (high["ci_low"] > low["ci_high"] and _holds(high, low)):
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
    return {name: f"{labels.get(claim, claim)}: {STANCES[stance]}" for name, (claim, _, stance) in parts.items()}


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
    """Does the order hold under every rule for copies."""
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
        "shares": about_claims(made["shares"], labels),
        "voices": about_voices(made["shares"], full) if full else paragraph([]),
    }
    rows = [
        {"finding": name, "text": said.plain, "table": "shares" if name == "voices" else name}
        for name, said in told.items()
        if said.plain
    ]
    return tables.FINDINGS.make(rows)
