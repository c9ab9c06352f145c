"""Tables by outlet and period: what a corpus' notebooks read."""

from __future__ import annotations

from helpers.schema import Column, Table
from helpers.tables.columns import ARTICLE, maybe

COVERAGE = Table(
    "coverage",
    "the articles of one outlet, period and stratum that could be read",
    {
        "outlet": Column("str", "the outlet, one name for all its names"),
        "period": Column("str", "day, month or year, as suits the span of the corpus"),
        "stratum": Column("str", "what there is of the articles: full, lead, title, nouns"),
        "articles": Column("int64", "all of them"),
        "flag": Column("int64", "those that the export does not flag"),
        "own": Column("int64", "stories: copies that were found count once"),
        "sentences": maybe("that were read; missing where only noun lists were counted", "Int64"),
        "words": maybe("occurrences of terms in the texts; missing where only noun lists were counted", "Int64"),
        "nouns": maybe("nouns in the lists of the export; missing where there is no list", "Int64"),
    },
    ("outlet", "period", "stratum"),
)

SHARES = Table(
    "shares",
    "what share of one group's articles has one thing",
    {
        "measure": Column("str", "what the name is", ("term", "claim", "voice")),
        "name": Column("str", "a term; a claim and its stance (claim:stance); a named, unnamed or untold source"),
        "by": Column("str", "what makes the group", ("outlet", "period")),
        "group": Column("str", "an outlet, or a period"),
        "n": Column("int64", "articles that have it"),
        "total": Column("int64", "articles of the group"),
        "share": maybe("n of total", "float64"),
        "ci_low": maybe("lower end of its 95 % interval (bootstrap over stories)", "float64"),
        "ci_high": maybe("its upper end", "float64"),
        "keep": maybe("the share with every copy counted", "float64"),
        "flag": maybe("the share without what the export flags", "float64"),
        "own": maybe("the share with each story counted once", "float64"),
    },
    ("measure", "name", "by", "group"),
)

GROUP_KEYNESS = Table(
    "group_keyness",
    "one term in one group against all others",
    {
        "by": Column("str", "what makes the group", ("outlet", "period")),
        "group": Column("str", "an outlet, or a period"),
        "term": Column("str", "the lemma, or the noun as the export has it"),
        "n": Column("int64", "occurrences in the group"),
        "n_rest": Column("int64", "occurrences in all others"),
        "g2": maybe("log-likelihood, negative where the group has less of it", "float64"),
        "log_ratio": maybe("doublings from the share in the others to that in the group", "float64"),
        "ci_low": maybe("lower end of its 95 % interval (bootstrap over stories)", "float64"),
        "ci_high": maybe("its upper end", "float64"),
        "q": maybe("of a Log Ratio of 0, over all rows (Benjamini and Hochberg)", "float64"),
        "fragile": Column("bool", "does its sign turn under another rule for copies"),
    },
    ("by", "group", "term"),
)

COOCCURRENCE = Table(
    "cooccurrence",
    "two terms that stand in the same articles more often than by chance",
    {
        "by": Column("str", "what makes the group", ("all", "outlet", "period")),
        "group": maybe("an outlet, or a period; missing: all articles"),
        "term": Column("str", "the one that comes first by its letters"),
        "other": Column("str", "the other"),
        "n": Column("int64", "articles that have both"),
        "n_term": Column("int64", "articles that have the one"),
        "n_other": Column("int64", "articles that have the other"),
        "total": Column("int64", "articles of the group"),
        "log_dice": Column("float64", "14 where none of the two is ever without the other, one less at half as often"),
    },
    ("by", "group", "term", "other"),
)

CHANGES = Table(
    "changes",
    "one term, and the period from which on its share of articles is most unlike that before",
    {
        "name": Column("str", "the term"),
        "period": Column("str", "the first period after the change"),
        "period_low": Column("str", "lower end of its 95 % interval (bootstrap over stories)"),
        "period_high": Column("str", "its upper end"),
        "n_before": Column("int64", "articles before it that have the term; each story counts once, here and below"),
        "total_before": Column("int64", "articles before it"),
        "n_after": Column("int64", "articles from it on that have the term"),
        "total_after": Column("int64", "articles from it on"),
        "share_before": Column("float64", "n_before of total_before"),
        "share_after": Column("float64", "n_after of total_after"),
        "difference": Column("float64", "share_after less share_before"),
        "ci_low": maybe("lower end of its 95 % interval (bootstrap over stories)", "float64"),
        "ci_high": maybe("its upper end", "float64"),
        "ratio": Column("float64", "twice the log-likelihood that two rates gain over one"),
        "p": Column("float64", "of the largest such ratio, by dealing the articles out anew"),
        "q": Column("float64", "over all terms that were looked at (Benjamini and Hochberg)"),
    },
    ("name",),
)

SPEAKERS = Table(
    "speakers",
    "one person quoted by name in a corpus",
    {
        "person": Column("str", "as articles name him or her; two names of one person in two articles are two rows"),
        "quotations": Column("int64", "quotations and paraphrases"),
        "articles": Column("int64", "that quote the person"),
        "outlets": Column("int64", "of those articles"),
    },
    ("person",),
)

DRAWN = Table(
    "drawn",
    "one article that is worth reading in full, and why",
    {
        "article_id": ARTICLE,
        "why": Column("str", "why it", ("extreme_support", "extreme_opposition", "typical", "random")),
        "outlet": maybe("the outlet"),
        "period": maybe("day, month or year"),
        "title": maybe("headline"),
        "stratum": Column("str", "what there is of it"),
        "supports": maybe(
            "sentences that support a claim; missing where no sentence was read, here and below", "Int64"
        ),
        "qualifies": maybe("sentences that qualify one", "Int64"),
        "opposes": maybe("sentences that oppose one", "Int64"),
        "address": maybe("where the article stands, as articles.csv has it"),
        "reading": maybe("the study that reads it closely, if there is one"),
    },
    ("article_id", "why"),
)
