"""What the tables of a corpus say, in sentences that hold for any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from helpers.reporting.korean.numbers import join_words, number, percent, percent_interval
from helpers.reporting.korean.particles import josa
from helpers.reporting.saying import Displayable, say

STRATA = {"full": "전문", "lead": "제목과 첫머리", "title": "제목", "nouns": "명사 목록"}
RULES = {"keep": "겹친 기사도 모두 센다", "flag": "내보낸 곳이 표시한 기사를 뺀다", "own": "겹친 기사는 한 번만 센다"}
WHY = {
    "extreme_support": "지지하는 문장이 가장 많음", "extreme_opposition": "반대하는 문장이 가장 많음",
    "typical": "비율이 전체에 가장 가까움", "random": "추첨",
}  # fmt: skip
STANCES = {"supports": "지지", "qualifies": "한정", "opposes": "반대"}
SOURCES = {"named": "이름을 밝힘", "unnamed": "이름을 밝히지 않음"}
_WEB = ("https://", "http://")
SURE = 0.05
FEW = 10  # articles below which a group is too small to be spoken of


def about_coverage(coverage: pd.DataFrame) -> Displayable:
    """How many articles of how many outlets, from when to when, and what there is of them."""
    if coverage.empty:
        return say("읽을 수 있는 기사가 없다.")
    total, outlets = int(coverage["articles"].sum()), coverage["outlet"].nunique()
    periods = sorted(set(coverage["period"]) - {"(모름)"})
    strata = coverage.groupby("stratum")["articles"].sum().sort_values(ascending=False)
    parts = [f"{STRATA.get(str(name), str(name))} {number(int(count))}편" for name, count in strata.items()]
    span = f"{periods[0]}부터 {periods[-1]}까지 " if periods else ""
    cells = coverage.groupby(["outlet", "period"]).size()
    gaps = outlets * len(periods) - len(cells[cells.index.get_level_values(1) != "(모름)"])
    return say(
        f"{span}매체 {number(outlets)}곳의 기사 {number(total)}편을 읽었다.",
        f"글은 {join_words(parts)}이다.",
        f"기사가 한 편도 없는 매체와 때의 칸이 {number(gaps)}개 있다." if gaps else "",
    )


def about_unreadable(unreadable: pd.DataFrame) -> Displayable:
    """How many articles of the list could not be read."""
    lost = len(unreadable)
    return say(f"목록의 기사 가운데 {number(lost)}편은 읽지 못했고, 어느 수에도 들지 않는다." if lost else "")


def about_stories(stories: pd.DataFrame, rule: str) -> Displayable:
    """How many articles repeat another's text, and how they are counted."""
    if stories.empty:
        return say("글이 절반 넘게 겹치는 기사는 찾지 못했다.")
    copies = int((~stories["first"]).sum())
    return say(
        f"글이 절반 넘게 겹치는 기사 묶음이 {number(stories['story'].nunique())}개이고, "
        f"그 안에서 먼저 나온 것을 뺀 기사가 {number(copies)}편이다.",
        f"아래의 수는 ‘{RULES[rule]}’는 규칙을 따른다." if rule != "own" else "아래의 수에서 한 묶음은 한 번만 센다.",
    )


def about_keyness(keyness: pd.DataFrame, of: str) -> Displayable:
    """Which group has which words more than the others, as far as that can be told."""
    firm = keyness[(keyness["q"] < SURE) & (keyness["log_ratio"] > 0) & ~keyness["fragile"]]
    source = "내보낸 파일의 명사 목록" if of == "nouns" else "글에서 가려낸 낱말"
    told = [f"낱말은 {source}에서 셌다."]
    for group, rows in firm.groupby("group", sort=True):
        words = [f"‘{term}’" for term in rows.sort_values("g2", ascending=False)["term"].head(5)]
        told.append(f"{josa(str(group), '은/는')} 다른 매체보다 {join_words(words, '을/를')} 뚜렷이 자주 쓴다.")
    if len(told) == 1:
        told.append("매체 사이에 차이가 뚜렷한 낱말은 없다.")
    fragile = int(((keyness["q"] < SURE) & keyness["fragile"]).sum())
    told.append(f"겹친 기사를 세는 규칙에 따라 방향이 바뀌는 낱말이 {number(fragile)}개 있어 뺐다." if fragile else "")
    return say(*told)


def about_trends(shares: pd.DataFrame) -> Displayable:
    """Which words clearly more, or fewer, articles have in the last period than in the first."""
    trends = shares[(shares["measure"] == "term") & (shares["total"] >= FEW)]
    periods = sorted(set(trends["group"]))
    if len(periods) < 2:
        return say("때마다 견줄 만큼 기사가 있는 때가 둘이 되지 않아 흐름을 말하지 않는다.")
    first = trends[trends["group"] == periods[0]].set_index("name")
    last = trends[trends["group"] == periods[-1]].set_index("name")
    more = last.index[last["ci_low"] > first["ci_high"].reindex(last.index)]
    fewer = last.index[last["ci_high"] < first["ci_low"].reindex(last.index)]
    told = []
    for words, what in ((more, "많은"), (fewer, "적은")):
        if len(words):
            named = join_words([f"‘{word}’" for word in words[:8]])
            told.append(f"{periods[0]}보다 {periods[-1]}에 뚜렷이 {what} 기사에 나온 낱말은 {named}이다.")
    return say(*told) if told else say(f"{josa(periods[0], '와/과')} {periods[-1]} 사이에 구간이 갈리는 낱말은 없다.")


def about_voices(shares: pd.DataFrame, full: int) -> Displayable:
    """In what share of the full texts somebody is quoted by name, and without."""
    if not full:
        return say(
            "이 자료에는 전문이 없다. 첫머리 몇 줄로는 누가 인용되었는지 셀 수 없으므로 이 단계는 말하지 않는다."
        )
    rows = shares[(shares["measure"] == "voice") & (shares["by"] == "outlet") & (shares["total"] >= FEW)]
    named, unnamed = (rows[rows["name"] == kind].sort_values("share", ascending=False) for kind in ("named", "unnamed"))
    told = [f"전문이 있는 기사 {number(full)}편에서 셌다."]
    for frame, what in ((named, "이름을 밝힌 취재원"), (unnamed, "이름을 밝히지 않은 취재원")):
        if len(frame):
            row = frame.iloc[0]
            told.append(
                f"{josa(what, '을/를')} 인용한 기사의 비율은 {josa(str(row['group']), '이/가')} "
                f"{percent(row['share'])}({percent_interval(row['ci_low'], row['ci_high'])})로 가장 높다."
            )
    return say(*told)


def about_claims(shares: pd.DataFrame, labels: dict[str, str]) -> Displayable:
    """Which outlets' shares of articles with a stance to a claim part from each other."""
    rows = shares[(shares["measure"] == "claim") & (shares["by"] == "outlet") & (shares["total"] >= FEW)]
    told = []
    for name, own in rows.groupby("name", sort=True):
        claim, _, stance = str(name).rpartition(":")
        ordered = own.sort_values("share")
        high, low = ordered.iloc[-1], ordered.iloc[0]
        if high["ci_low"] > low["ci_high"] and _holds(high, low):
            told.append(
                f"‘{labels.get(claim, claim)}’ {josa(STANCES[stance], '을/를')} 담은 기사의 비율은 "
                f"{high['group']} {percent(high['share'])}({percent_interval(high['ci_low'], high['ci_high'])}), "
                f"{low['group']} {percent(low['share'])}({percent_interval(low['ci_low'], low['ci_high'])})로 갈린다."
            )
    return say(*told) if told else say("주장마다 매체의 구간이 서로 겹쳐, 어느 매체가 더하다고 말할 수 없다.")


def claim_names(shares: pd.DataFrame, labels: dict[str, str]) -> dict[str, str]:
    """What a claim and its stance are called."""
    names = [str(name) for name in shares.loc[shares["measure"] == "claim", "name"].unique()]
    parts = {name: name.rpartition(":") for name in names}
    return {name: f"{labels.get(claim, claim)}: {STANCES[stance]}" for name, (claim, _, stance) in parts.items()}


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
        "voices": about_voices(made["shares"], full) if full else say(),
    }
    rows = [
        {"finding": name, "text": said.plain, "table": "shares" if name == "voices" else name}
        for name, said in told.items()
        if said.plain
    ]
    return tables.FINDINGS.make(rows)
