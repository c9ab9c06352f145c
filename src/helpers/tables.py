"""The schema of every table: column, dtype, meaning.

Spans are ``[start, end)`` in the decoded raw text of the article, in characters. ``text`` beside a span is the raw
text of that span, always: ``text == raw[start:end]``. What could not be measured is missing, never 0.
"""

from __future__ import annotations

from helpers.schema import Column, Table

# in article_id: all articles of a study of several together; in claim: the thesis as a whole
WHOLE = "*"

LABELS = ("title", "date", "byline", "deck", "subhead", "body", "caption", "boilerplate", "blank")
SECTIONS = ("title", "deck", "body", "subhead", "caption")
KEPT = SECTIONS[1:]  # what cleaning keeps as the text of an article
POS = (
    "noun", "bound_noun", "pronoun", "numeral", "verb", "adjective", "adverb", "determiner", "interjection",
    "particle", "ending", "affix", "foreign", "number", "symbol", "unknown",
)  # fmt: skip
UNITS = ("morpheme", "compound")
STANCES = ("supports", "qualifies", "opposes", "context")
QUOTE_USES = ("speech", "scare", "name", "paraphrase", "term", "text")
VOICES_KINDS = ("reporter", "named", "unnamed")
FACT_KINDS = ("date", "period", "amount", "count")
CERTAINTY = ("stated", "inferred", "guessed")
RESOLVED_BY = ("text", "publication")

_ARTICLE = Column("str", "the article, as named in study.yml")
_SENTENCE = Column("int64", "the sentence's number in its article, from 1; 0 is the headline")
_START = Column("int64", "first character of the span")
_END = Column("int64", "character after the span")
_TEXT = Column("str", "the raw text of the span")
_ANALYZER = Column("str", "the morphological analyzer")
_PLACE = {"article_id": _ARTICLE, "sentence_id": _SENTENCE, "start": _START, "end": _END, "text": _TEXT}


def _maybe(meaning: str, dtype: str = "str") -> Column:
    return Column(dtype, meaning, missing=True)


def _flag(meaning: str) -> Column:
    return Column("bool", meaning, default=False)


def _list(meaning: str) -> Column:
    """A column of lists; an empty list is a value, missing says that there can be none."""
    return Column("object", meaning, missing=True)


LINES = Table(
    "lines",
    "one line of the raw text with its line end, or a part of one where body and boilerplate share it",
    {
        "article_id": _ARTICLE,
        "line": Column("int64", "number of the line in the raw text, from 1"),
        "start": _START,
        "end": _END,
        "text": _TEXT,
        "label": Column("str", "what the line is", LABELS),
        "kept": Column("bool", "does it belong to the article's text"),
        "rule": Column(
            "str", "the rule that decided, a category of lexicons/evidence.yml; code reads this, never the reason"
        ),
        "reason": Column("str", "the rule in words, for a person to read"),
        "confidence": Column("float64", "0 to 1"),
    },
    ("article_id", "start"),
)

ARTICLES = Table(
    "articles",
    "one article",
    {
        "article_id": _ARTICLE,
        "source_file": Column("str", "path below the study's folder"),
        "sha256": Column("str", "of the raw bytes"),
        "encoding": Column("str", "that the raw bytes were decoded from"),
        "repairs": _maybe("what was mended while decoding"),
        "title": _maybe("headline without the site's name and the series tag"),
        "title_from": _maybe("where the title was found: in the text, in the page's head, in the file's name"),
        "series": _maybe("series tag as printed, without its brackets"),
        "published_at": _maybe("ISO 8601 with zone; a date alone where no time is given"),
        "modified_at": _maybe("ISO 8601 with zone"),
        "outlet": _maybe("the publisher"),
        "section": _maybe("the publisher's section"),
        "reporter": _maybe("byline"),
        "address": _maybe("URL"),
        "characters": Column("int64", "of the raw text"),
        "kept_characters": Column("int64", "in spans that were kept"),
        "removed_characters": Column("int64", "in spans that were not"),
    },
    ("article_id",),
)

SENTENCES = Table(
    "sentences",
    "one sentence; headlines, captions and list lines are units of their own",
    _PLACE
    | {
        "section": Column("str", "where in the article", SECTIONS),
        "paragraph": Column("int64", "number of the paragraph in the article, from 1; 0 is the headline"),
    },
    ("article_id", "sentence_id"),
)

TOKENS = Table(
    "tokens",
    "one morpheme under one analyzer, or one compound of several",
    {
        "article_id": _ARTICLE,
        "sentence_id": _SENTENCE,
        "analyzer": _ANALYZER,
        "unit": Column("str", "a morpheme, or a compound whose parts stand in the table too", UNITS),
        "start": _START,
        "end": _END,
        "surface": Column("str", "the raw text of the span"),
        "lemma": Column("str", "dictionary form, normalized; verbs and adjectives with 다"),
        "tag": Column("str", "the analyzer's own tag"),
        "pos": Column("str", "coarse part of speech, comparable across analyzers", POS),
        "from_dictionary": Column("bool", "did the study's dictionary.tsv make this token"),
    },
    ("article_id", "sentence_id", "analyzer", "unit", "start", "end", "lemma", "tag"),
)

TERMS = Table(
    "terms",
    "one occurrence of a term; a sentence with nothing to count keeps one row without a term",
    {
        "article_id": _ARTICLE,
        "sentence_id": _SENTENCE,
        "analyzer": _ANALYZER,
        "term": _maybe("the lemma as readers count it, compounds whole"),
        "pos": _maybe("coarse part of speech"),
        "start": _START,
        "end": _END,
        "sentence_tokens": Column("int64", "tokens in the sentence, symbols left out, contracted morphemes as one"),
    },
    ("article_id", "sentence_id", "analyzer", "start", "end", "term"),
)

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
        "article_id": _ARTICLE,
        "analyzer": _ANALYZER,
        "measure": Column("str", "frequency, keyness_wordfreq, log_ratio_wordfreq, tf_idf, textrank ..."),
        "term": Column("str", "the lemma"),
        "value": _maybe("of the measure", "float64"),
        "ci_low": _maybe("lower end of its 95 % interval (bootstrap over sentences, or whole articles)", "float64"),
        "ci_high": _maybe("its upper end", "float64"),
        "rank": Column("int64", "from 1, ties in the order of terms"),
        "rank_low": _maybe("best rank in the 95 % interval", "Int64"),
        "rank_high": _maybe("worst rank in the 95 % interval", "Int64"),
        "n": Column("int64", "occurrences of the term"),
        "floored": Column("bool", "keyness: the reference does not list the term, so its count there is the floor"),
    },
    ("article_id", "analyzer", "measure", "term"),
)

PARTED = Table(
    "parted",
    "one keyword and where its interval parts from those below it",
    {
        "article_id": _ARTICLE,
        "analyzer": _ANALYZER,
        "measure": Column("str", "as in keywords"),
        "term": Column("str", "the lemma"),
        "rank": Column("int64", "from 1"),
        "parted": _maybe("does its interval lie above that of the next rank", "boolean"),
        "above_from": _maybe("first rank from which on every interval lies below its own", "Int64"),
        "band": _maybe("from 1; every interval of a band lies above every one of the next", "Int64"),
    },
    ("article_id", "analyzer", "measure", "term"),
)

DISPERSION = Table(
    "dispersion",
    "how evenly one term is spread over the parts of an article",
    {
        "article_id": _ARTICLE,
        "analyzer": _ANALYZER,
        "term": Column("str", "the lemma"),
        "n": Column("int64", "occurrences of the term"),
        "parts": Column("int64", "parts of the article"),
        "parts_with": Column("int64", "parts that hold the term"),
        "dp": _maybe("deviation of proportions, 0 (even) to 1", "float64"),
        "dp_norm": _maybe("the same over its greatest value for these parts", "float64"),
    },
    ("article_id", "analyzer", "term"),
)

POSITIONS = Table(
    "positions",
    "one place where a term falls in its article",
    {
        "article_id": _ARTICLE,
        "analyzer": _ANALYZER,
        "term": Column("str", "the lemma"),
        "sentence_id": _SENTENCE,
        "start": _START,
        "end": _END,
        "share": Column("float64", "of the article's text that stands before it, 0 to 1"),
    },
    ("article_id", "analyzer", "term", "start", "end"),
)

KWIC = Table(
    "kwic",
    "one concordance line: a term between its neighbours in the sentence",
    {
        "article_id": _ARTICLE,
        "sentence_id": _SENTENCE,
        "term": Column("str", "the lemma"),
        "left": Column("str", "text of the sentence before it, spaces made single"),
        "keyword": Column("str", "the raw text of the span"),
        "right": Column("str", "text of the sentence after it, spaces made single"),
        "start": _START,
        "end": _END,
    },
    ("article_id", "term", "start", "end"),
)

DIVERSITY = Table(
    "diversity",
    "one measure of lexical diversity of one article",
    {
        "article_id": _ARTICLE,
        "analyzer": _ANALYZER,
        "measure": Column("str", "mtld, hdd, ttr"),
        "value": _maybe("of the measure", "float64"),
        "ci_low": _maybe("lower end of its 95 % interval (jackknife over blocks of sentences)", "float64"),
        "ci_high": _maybe("its upper end", "float64"),
        "tokens": Column("int64", "that were counted"),
        "types": Column("int64", "different ones among them"),
    },
    ("article_id", "analyzer", "measure"),
)

STABILITY = Table(
    "stability",
    "one term in the list that one variant of the method makes",
    {
        "article_id": _ARTICLE,
        "variant": Column("str", "analyzer / stopwords / pos / measure"),
        "analyzer": _ANALYZER,
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
        "article_id": _ARTICLE,
        "term": Column("str", "the lemma"),
        "variants": Column("int64", "that gave a list"),
        "n": Column("int64", "of them with the term in their list"),
        "share": Column("float64", "n of variants"),
        "best_rank": Column("int64", "over the variants with the term"),
        "median_rank": Column("float64", "over the variants with the term"),
        "hangs_on": _maybe("the one choice that it needs to make any list, as dimension=value, joined by ' · '"),
        "never_with": _maybe("choices with which it makes no list, as dimension=value, joined by ' · '"),
    },
    ("article_id", "term"),
)

NETWORK = Table(
    "network",
    "one link of the co-occurrence network",
    {
        "article_id": _ARTICLE,
        "analyzer": _ANALYZER,
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
        "article_id": _ARTICLE,
        "analyzer": _ANALYZER,
        "term_a": Column("str", "the first term, in the order of terms"),
        "term_b": Column("str", "the second"),
        "measure": Column("str", "pmi, npmi, log_likelihood, t_score, log_dice"),
        "value": _maybe("of the measure", "float64"),
        "n": Column("int64", "how often the two stand together"),
        "sentences": Column("int64", "sentences in which they do"),
        "n_a": Column("int64", "how often the first stands with any term"),
        "n_b": Column("int64", "how often the second does"),
    },
    ("article_id", "analyzer", "term_a", "term_b", "measure"),
)

CODINGS = Table(
    "codings",
    "one code on one sentence by one coder",
    {
        "article_id": _ARTICLE,
        "sentence_id": _SENTENCE,
        "code": Column("str", "a code of the codebook"),
        "claim": Column("str", "the claim of the thesis that the code bears on"),
        "stance": Column("str", "of this sentence to the claim", STANCES),
        "coder": Column("str", "'rules', or the person's name"),
        "rule": _maybe("the rule that fired, as the codebook writes it"),
        "matched": _list("the words that it matched, in order"),
        "matched_spans": _maybe("their spans as start:end, joined by a space"),
        "turned_by": _maybe("the words that turned the stance from the rule's own; missing if none did"),
        "corrected": _flag("does corrections.yml say so"),
        "note": _maybe("what the person remarked, or how the stance was turned; for people to read"),
    },
    ("article_id", "sentence_id", "code", "coder"),
)

VOICES = Table(
    "voices",
    "one quotation, without its quotation marks, or words given to somebody without any; where it spans several "
    "sentences, the part of it in one",
    _PLACE
    | {
        "use": Column(
            "str",
            "somebody's words, a word held at a distance, a name, words without marks, a word in marks for no other "
            "reason than stress, what a law or rule says",
            QUOTE_USES,
        ),
        "kind": Column("str", "who is heard", VOICES_KINDS),
        "speaker": _maybe("as written"),
        "person": _maybe("one name for all mentions of one person"),
        "verb": _maybe("verb of saying, dictionary form, or the noun that stands for it ('목소리', '평가')"),
        "continues": Column("bool", "is it the rest of a quotation that began in the sentence before", default=False),
        "certainty": Column(
            "str",
            "how the speaker is known: from the sentence, a sentence beside it, a guess",
            CERTAINTY,
            default="stated",
        ),
        "corrected": Column("bool", "did a person correct the row", default=False),
        "note": _maybe("how the speaker was found, where the sentence does not name one"),
    },
    ("article_id", "start"),
)

FACTS = Table(
    "facts",
    "one date, period, amount or count",
    _PLACE
    | {
        "kind": Column("str", "what it is", FACT_KINDS),
        "value": _maybe("the number, written out; of a range its lower end", "float64"),
        "value_to": _maybe(
            "the upper end of a range; of a score (unit 점수) or ratio (비) the second number", "float64"
        ),
        "bound": _maybe("what the words around it make of it: 약, 이상, 까지, 이후; several joined by ' · '"),
        "unit": _maybe("currency (ISO 4217) or counter"),
        "resolved_from": _maybe("first day that the words name, ISO 8601; bound says if it is open to one side"),
        "resolved_to": _maybe("last day that the words name, ISO 8601"),
        "resolved_by": Column("str", "what the days rest on: the text, or the day of publication", RESOLVED_BY, True),
        "checkable": Column("bool", "could somebody look it up", default=True),
        "actor": _maybe("who did it, as written"),
        "certainty": Column(
            "str", "are the number and the days stated, inferred or guessed", CERTAINTY, default="stated"
        ),
        "corrected": Column("bool", "did a person decide it", default=False),
        "note": _maybe("how a relative date was resolved, or what is approximate; for people"),
    },
    ("article_id", "start", "kind"),
)

EVIDENCE = Table(
    "evidence",
    "one sentence that one coder holds to support, qualify or oppose one claim of the thesis",
    _PLACE
    | {
        "section": Column("str", "where in the article", SECTIONS),
        "paragraph": Column("int64", "number of the paragraph in the article, from 1"),
        "position": Column("float64", "middle of the sentence among its article's sentences, above 0 and below 1"),
        "coder": Column("str", "'rules', or the person's name"),
        "claim": Column("str", "a claim of the codebook"),
        "stance": Column("str", "to the claim; it qualifies where the codes on this claim differ", STANCES[:3]),
        "codes": _list("its codes on this claim, in the order of the codebook"),
        "voice": Column("str", "whose words those are that the codes rest on", VOICES_KINDS),
        "speaker": _maybe("as written"),
        "person": _maybe("one name for all mentions of one person"),
        "checkable": Column("bool", "does the sentence hold a date, amount or count that can be looked up"),
        "matched_spans": _maybe("the words that were coded, as start:end, joined by a space"),
        "turned_by": _maybe("the words that turned a stance; missing if none did"),
        "note": _maybe("what a coder remarked, or how a stance was turned"),
    },
    ("article_id", "sentence_id", "coder", "claim"),
)

MEASURES = Table(
    "measures",
    "one number that a report states; helpers.narrative.measuring says what each name counts",
    {
        "name": Column("str", "what is counted"),
        "claim": Column("str", "a claim of the codebook; '*' where it is not about one"),
        "stance": Column("str", "to the claim; '*' where it is not about one", (*STANCES[:3], WHOLE)),
        "group": Column("str", "a voice, section, person, kind or table; '*' all of them"),
        "n": Column("int64", "how many"),
        "total": Column("int64", "of how many"),
        "share": _maybe("n of total", "float64"),
        "ci_low": _maybe("lower end of the 95 % Wilson interval of share", "float64"),
        "ci_high": _maybe("its upper end", "float64"),
        "sentences": _list("the n, as article_id:sentence_id, in order, each once"),
    },
    ("name", "claim", "stance", "group"),
)

WEIGHING = Table(
    "weighing",
    "one stance to one claim of the thesis; claim '*' is any of them, article_id '*' all articles of several",
    {
        "article_id": _ARTICLE,
        "claim": Column("str", "a claim of the codebook"),
        "stance": Column("str", "to the claim", STANCES[:3]),
        "n": Column("int64", "sentences of this stance"),
        "total": Column("int64", "sentences of any stance to this claim"),
        "share": _maybe("n of total", "float64"),
        "ci_low": _maybe("lower end of the 95 % Wilson interval of share", "float64"),
        "ci_high": _maybe("its upper end", "float64"),
        "reporter": Column("int64", "of n, in the reporter's own words"),
        "named": Column("int64", "of n, in the words of a named source"),
        "unnamed": Column("int64", "of n, in the words of an unnamed source"),
        "checkable": Column("int64", "of n, with a date, amount or count that can be looked up"),
        "position": _maybe("median of where they stand: 0 the first sentence, 1 the last", "float64"),
        "sentences": _maybe("they, as article_id:sentence_id, joined by a space"),
    },
    ("article_id", "claim", "stance"),
)

AGREEMENT = Table(
    "agreement",
    "Krippendorff's alpha of two coders for one way of comparing them",
    {
        "scope": Column("str", "'codes' (given or not), 'stances' (which, or none), or one code (given or not)"),
        "coder_a": Column("str", "the first coder"),
        "coder_b": Column("str", "the second"),
        "alpha": _maybe("nominal; missing where nothing varies", "float64"),
        "ci_low": _maybe("lower end of its 95 % interval (bootstrap over sentences)", "float64"),
        "ci_high": _maybe("its upper end", "float64"),
        "agreed": _maybe("share of units on which both say the same", "float64"),
        "units": Column("int64", "pairs of a sentence and a code that were compared"),
        "sentences": Column("int64", "sentences that both coders read"),
    },
    ("scope", "coder_a", "coder_b"),
)

CONFUSION = Table(
    "confusion",
    "how often one coder said this where the other said that",
    {
        "coder_a": Column("str", "the first coder"),
        "coder_b": Column("str", "the second coder"),
        "code": Column("str", "a code of the codebook"),
        "value_a": Column("str", "the first coder's stance", (*STANCES, "absent")),
        "value_b": Column("str", "the second coder's", (*STANCES, "absent")),
        "n": Column("int64", "sentences"),
    },
    ("coder_a", "coder_b", "code", "value_a", "value_b"),
)

DISAGREEMENTS = Table(
    "disagreements",
    "one sentence on which two coders differ about one code",
    _PLACE
    | {
        "coder_a": Column("str", "the first coder"),
        "coder_b": Column("str", "the second coder"),
        "code": Column("str", "a code of the codebook"),
        "value_a": Column("str", "the first coder's stance", (*STANCES, "absent")),
        "value_b": Column("str", "the second coder's", (*STANCES, "absent")),
        "matched": _maybe("the words by which a rule gave the code"),
        "note": _maybe("what a coder remarked"),
    },
    ("article_id", "sentence_id", "coder_a", "coder_b", "code"),
)

FINDINGS = Table(
    "findings",
    "one finding: a full sentence computed from a table",
    {
        "finding": Column("str", "its name"),
        "text": Column("str", "the sentence, in Korean"),
        "table": Column("str", "the table that it was computed from"),
        "sentences": _maybe("its evidence, as article_id:sentence_id, joined by a space"),
    },
    ("finding",),
)

MEMBERS = Table(
    "members",
    "one article of a corpus and how far it could be read",
    {
        "article_id": _ARTICLE,
        "status": Column("str", "could it be read", ("read", "unreadable")),
        "reason": _maybe("why it could not"),
        "read_key": Column("str", "of all that its sentences and tokens were made of"),
        "coded_key": Column("str", "of all that its codings were made of"),
        "published_at": _maybe("ISO 8601: as articles.csv has it, or where that says nothing, as the page does"),
        "characters": Column("int64", "of the raw text"),
        "kept_characters": Column("int64", "in lines that were kept"),
        "sentences": Column("int64", "that were read"),
        "words": Column("int64", "occurrences of terms in its text"),
        "nouns": Column("int64", "nouns in the list that its export gives"),
    },
    ("article_id",),
)

SHINGLES = Table(
    "shingles",
    "what an article of a corpus is known by, to find copies of it",
    {
        "article_id": _ARTICLE,
        "of": Column("str", "runs of words of its text, or of nouns of its export's list", ("text", "nouns")),
        "shingles": Column("object", "hashes of the runs, each once, in order (a list of numbers)"),
    },
    ("article_id",),
)

STORIES = Table(
    "stories",
    "one article of a corpus that tells the text of another",
    {
        "article_id": _ARTICLE,
        "story": Column("str", "the story, named after its earliest article"),
        "similarity": Column(
            "float64", "Jaccard index with the most similar other article of the story, counted exactly"
        ),
        "first": Column("bool", "is it the earliest of the story"),
    },
    ("article_id",),
)

UNREADABLE = Table(
    "unreadable",
    "one article of a corpus that could not be read and counts nowhere",
    {
        "article_id": _ARTICLE,
        "file": Column("str", "where it lies: a page, or a row of a source"),
        "reason": Column("str", "why"),
    },
    ("article_id",),
)

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
        "sentences": Column("int64", "that were read"),
        "words": Column("int64", "occurrences of terms in the texts"),
        "nouns": Column("int64", "nouns in the lists of the export"),
    },
    ("outlet", "period", "stratum"),
)

SHARES = Table(
    "shares",
    "what share of one group's articles has one thing",
    {
        "measure": Column("str", "what the name is", ("term", "claim", "voice")),
        "name": Column("str", "a term; a claim and its stance (claim:stance); named or unnamed source"),
        "by": Column("str", "what makes the group", ("outlet", "period")),
        "group": Column("str", "an outlet, or a period"),
        "n": Column("int64", "articles that have it"),
        "total": Column("int64", "articles of the group"),
        "share": _maybe("n of total", "float64"),
        "ci_low": _maybe("lower end of its 95 % interval (bootstrap over stories)", "float64"),
        "ci_high": _maybe("its upper end", "float64"),
        "keep": _maybe("the share with every copy counted", "float64"),
        "flag": _maybe("the share without what the export flags", "float64"),
        "own": _maybe("the share with each story counted once", "float64"),
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
        "g2": _maybe("log-likelihood, negative where the group has less of it", "float64"),
        "log_ratio": _maybe("doublings from the share in the others to that in the group", "float64"),
        "ci_low": _maybe("lower end of its 95 % interval (bootstrap over stories)", "float64"),
        "ci_high": _maybe("its upper end", "float64"),
        "q": _maybe("of a Log Ratio of 0, over all rows (Benjamini and Hochberg)", "float64"),
        "fragile": Column("bool", "does its sign turn under another rule for copies"),
    },
    ("by", "group", "term"),
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
        "article_id": _ARTICLE,
        "why": Column("str", "why it", ("extreme_support", "extreme_opposition", "typical", "random")),
        "outlet": _maybe("the outlet"),
        "period": _maybe("day, month or year"),
        "title": _maybe("headline"),
        "stratum": Column("str", "what there is of it"),
        "supports": Column("int64", "sentences that support a claim"),
        "qualifies": Column("int64", "sentences that qualify one"),
        "opposes": Column("int64", "sentences that oppose one"),
        "address": _maybe("where the article stands, as articles.csv has it"),
        "reading": _maybe("the study that reads it closely, if there is one"),
    },
    ("article_id", "why"),
)

ARTICLE_TERMS = Table(
    "article_terms",
    "one term in one article of a corpus",
    {
        "article_id": _ARTICLE,
        "of": Column("str", "counted in the text, or in the noun list of an export", ("text", "nouns")),
        "term": Column("str", "the lemma, or the noun as the list has it"),
        "n": Column("int64", "occurrences"),
    },
    ("article_id", "of", "term"),
)

TABLES = {
    table.name: table
    for table in (
        LINES, ARTICLES, SENTENCES, TOKENS, TERMS, TERM_COUNTS, KEYWORDS, PARTED, DISPERSION, POSITIONS, KWIC,
        DIVERSITY, STABILITY, TERM_STABILITY, NETWORK, COLLOCATIONS, CODINGS, VOICES, FACTS, FINDINGS,
        EVIDENCE, MEASURES, WEIGHING, AGREEMENT, CONFUSION, DISAGREEMENTS,
        MEMBERS, ARTICLE_TERMS, SHINGLES, STORIES,
        UNREADABLE, COVERAGE, SHARES, GROUP_KEYNESS, SPEAKERS, DRAWN,
    )
}  # fmt: skip
