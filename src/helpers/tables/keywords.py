"""Tables of stage 3: counts and measures of an article's words, and how certain they are."""

from __future__ import annotations

from helpers.schema import Column, Table
from helpers.tables.columns import ANALYZER, ARTICLE, END, SENTENCE, START, list_of, maybe

TERM_COUNTS = Table(
    "term_counts",
    "one term in one reference corpus",
    {
        "reference": Column("str", "the reference corpus' name"),
        "term": Column("str", "the term, as the corpus has it"),
        "count": Column("float64", "occurrences, or share times the nominal size where only shares are published"),
        "corpus_tokens": Column("float64", "size of the reference corpus in tokens, the same in every row"),
        "floor": Column("float64", "count that a term the corpus does not list is given, the same in every row"),
    },
    ("reference", "term"),
)

KEYWORDS = Table(
    "keywords",
    "one term under one analyzer and one measure; article_id '*' is all articles of a study of several",
    {
        "article_id": ARTICLE,
        "analyzer": ANALYZER,
        "measure": Column("str", "frequency, keyness_wordfreq, log_ratio_wordfreq, tf_idf, textrank ..."),
        "term": Column("str", "the lemma"),
        "value": maybe("of the measure", "float64"),
        "ci_low": maybe("lower end of its 95 % interval (bootstrap over sentences, or whole articles)", "float64"),
        "ci_high": maybe("its upper end", "float64"),
        "rank": Column("int64", "from 1, ties in the order of terms"),
        "rank_low": maybe("best rank in the 95 % interval", "Int64"),
        "rank_high": maybe("worst rank in the 95 % interval", "Int64"),
        "n": Column("int64", "occurrences of the term"),
        "floored": Column("bool", "keyness: the reference does not list the term, so its count there is the floor"),
    },
    ("article_id", "analyzer", "measure", "term"),
)

BANDS = Table(
    "bands",
    "one keyword and where its interval parts from those below it",
    {
        "article_id": ARTICLE,
        "analyzer": ANALYZER,
        "measure": Column("str", "as in keywords"),
        "term": Column("str", "the lemma"),
        "rank": Column("int64", "from 1"),
        "apart": maybe("does its interval lie above that of the next rank", "boolean"),
        "above_from": maybe("first rank from which on every interval lies below its own", "Int64"),
        "band": maybe("from 1; every interval of a band lies above every one of the next", "Int64"),
    },
    ("article_id", "analyzer", "measure", "term"),
)

DISPERSION = Table(
    "dispersion",
    "how evenly one term is spread over the parts of an article",
    {
        "article_id": ARTICLE,
        "analyzer": ANALYZER,
        "term": Column("str", "the lemma"),
        "n": Column("int64", "occurrences of the term"),
        "parts": Column("int64", "parts of the article"),
        "parts_with": Column("int64", "parts that hold the term"),
        "dp": maybe("deviation of proportions, 0 (even) to 1", "float64"),
        "dp_norm": maybe("the same over its greatest value for these parts", "float64"),
    },
    ("article_id", "analyzer", "term"),
)

POSITIONS = Table(
    "positions",
    "one place where a term falls in its article",
    {
        "article_id": ARTICLE,
        "analyzer": ANALYZER,
        "term": Column("str", "the lemma"),
        "sentence_id": SENTENCE,
        "start": START,
        "end": END,
        "share": Column("float64", "of the article's text that stands before it, 0 to 1"),
    },
    ("article_id", "analyzer", "term", "start", "end"),
)

KWIC = Table(
    "kwic",
    "one concordance line: a term between its neighbours in the sentence",
    {
        "article_id": ARTICLE,
        "sentence_id": SENTENCE,
        "term": Column("str", "the lemma"),
        "left": Column("str", "text of the sentence before it, spaces made single"),
        "keyword": Column("str", "the raw text of the span"),
        "right": Column("str", "text of the sentence after it, spaces made single"),
        "start": START,
        "end": END,
    },
    ("article_id", "term", "start", "end"),
)

DIVERSITY = Table(
    "diversity",
    "one measure of lexical diversity of one article",
    {
        "article_id": ARTICLE,
        "analyzer": ANALYZER,
        "measure": Column("str", "mtld, hdd, ttr"),
        "value": maybe("of the measure", "float64"),
        "ci_low": maybe("lower end of its 95 % interval (jackknife over blocks of sentences)", "float64"),
        "ci_high": maybe("its upper end", "float64"),
        "tokens": Column("int64", "that were counted"),
        "types": Column("int64", "different ones among them"),
    },
    ("article_id", "analyzer", "measure"),
)

STABILITY = Table(
    "stability",
    "one term in the list that one variant of the method makes",
    {
        "article_id": ARTICLE,
        "variant": Column("str", "analyzer / stopwords / pos / measure"),
        "analyzer": ANALYZER,
        "stopwords": Column("str", "name of the stopword list"),
        "pos": Column("str", "name of the part-of-speech filter"),
        "measure": Column("str", "as in keywords"),
        "rank": Column("int64", "from 1"),
        "term": Column("str", "the lemma"),
        "value": Column("float64", "of the measure"),
    },
    ("article_id", "variant", "rank"),
)

TERM_STABILITY = Table(
    "term_stability",
    "one keyword and the variants whose list it makes",
    {
        "article_id": ARTICLE,
        "term": Column("str", "the lemma"),
        "variants": Column("int64", "that gave a list"),
        "n": Column("int64", "of them with the term in their list"),
        "share": Column("float64", "n of variants"),
        "best_rank": Column("int64", "over the variants with the term"),
        "median_rank": Column("float64", "over the variants with the term"),
        "hangs_on": list_of("the choices without which it makes no list, each a dimension and its value"),
        "never_with": list_of("choices with which it makes no list, each a dimension and its value"),
    },
    ("article_id", "term"),
)

NETWORK = Table(
    "network",
    "one link of the co-occurrence network",
    {
        "article_id": ARTICLE,
        "analyzer": ANALYZER,
        "term_a": Column("str", "the first term, in the order of terms"),
        "term_b": Column("str", "the second"),
        "n": Column("int64", "how often the two stand together"),
        "weight": Column("float64", "of the link"),
        "community_a": Column("int64", "community of the first, from 1 for the largest"),
        "community_b": Column("int64", "community of the second"),
    },
    ("article_id", "analyzer", "term_a", "term_b"),
)

COLLOCATIONS = Table(
    "collocations",
    "one pair of terms under one association measure",
    {
        "article_id": ARTICLE,
        "analyzer": ANALYZER,
        "term_a": Column("str", "the first term, in the order of terms"),
        "term_b": Column("str", "the second"),
        "measure": Column("str", "pmi, npmi, log_likelihood, t_score, log_dice"),
        "value": maybe("of the measure", "float64"),
        "n": Column("int64", "how often the two stand together"),
        "sentences": Column("int64", "sentences in which they do"),
        "n_a": Column("int64", "how often the first stands with any term"),
        "n_b": Column("int64", "how often the second does"),
    },
    ("article_id", "analyzer", "term_a", "term_b", "measure"),
)
