"""Tables of stage 4: who says what, what can be looked up, and what bears on the thesis."""

from __future__ import annotations

from helpers.schema import Column, Table
from helpers.tables.columns import (
    ARTICLE,
    CERTAINTY,
    FACT_KINDS,
    GIVES,
    LACKS,
    PLACE,
    QUOTE_USES,
    RESOLVED_BY,
    SECTIONS,
    SENTENCE,
    STANCES,
    VOICES_KINDS,
    WHOLE,
    flag,
    list_of,
    maybe,
)

CODINGS = Table(
    "codings",
    "one code on one sentence by one coder",
    {
        "article_id": ARTICLE,
        "sentence_id": SENTENCE,
        "code": Column("str", "a code of the codebook"),
        "claim": Column("str", "the claim of the thesis that the code bears on"),
        "stance": Column("str", "of this sentence to the thesis", STANCES),
        "coder": Column("str", "'rules', or the person's name"),
        "rule": maybe("the rule that fired, as the codebook writes it"),
        "matched": list_of("the words that it matched, in order"),
        "matched_spans": list_of("their spans, each [start, end]"),
        "turned_by": maybe("the words that turned the stance from the rule's own; missing if none did"),
        "denied_by": maybe(
            "the words that deny what was matched where the codebook asks for no turn; it turned nothing"
        ),
        "corrected": flag("does corrections.yml say so"),
        "note": maybe("what the person remarked, or how the stance was turned; for people to read"),
    },
    ("article_id", "sentence_id", "code", "coder"),
)

VOICES = Table(
    "voices",
    "one quotation, without its quotation marks, or words given to somebody without any; where it spans several "
    "sentences, the part of it in one",
    PLACE
    | {
        "use": Column(
            "str",
            "somebody's words, a word held at a distance, a name, words without marks, a word in marks for no other "
            "reason than stress, what a law or rule says",
            QUOTE_USES,
        ),
        "kind": Column("str", "who says it", VOICES_KINDS),
        "speaker": maybe("as written"),
        "person": maybe("one name for all mentions of one person"),
        "verb": maybe("verb of saying, dictionary form, or the noun that stands for it ('목소리', '평가')"),
        "continues": Column("bool", "is it the rest of a quotation that began in the sentence before", default=False),
        "certainty": Column(
            "str",
            "how the speaker is known: from the sentence, a sentence beside it, a guess",
            CERTAINTY,
            default="stated",
        ),
        "corrected": Column("bool", "did a person correct the row", default=False),
        "note": maybe("how the speaker was found, where the sentence does not name one"),
    },
    ("article_id", "start"),
)

FACTS = Table(
    "facts",
    "one date, period, amount or count",
    PLACE
    | {
        "kind": Column("str", "what it is", FACT_KINDS),
        "value": maybe("the number, written out; of a range its lower end", "float64"),
        "value_to": maybe(
            "the upper end of a range; of a score (unit 점수) or ratio (비) the second number", "float64"
        ),
        "bound": list_of("what the words around it make of it: 약, 이상, 까지, 이후"),
        "unit": maybe("currency (ISO 4217) or counter"),
        "gives": Column(
            "str", "of a count that is none: a place in an order or a name (2위, 제3조), an age", GIVES, True
        ),
        "resolved_from": maybe("first day that the words name, ISO 8601; bound says if it is open to one side"),
        "resolved_to": maybe("last day that the words name, ISO 8601"),
        "resolved_by": Column("str", "what the days rest on: the text, or the day of publication", RESOLVED_BY, True),
        "lacks": Column(
            "str",
            "what would say which days are meant: publication, or words the text lacks; vague: nothing (최근, 수십)",
            LACKS,
            True,
        ),
        "checkable": Column("bool", "could somebody look it up", default=True),
        "actor": maybe("who did it, as written"),
        "certainty": Column(
            "str", "are the number and the days stated, inferred or guessed", CERTAINTY, default="stated"
        ),
        "corrected": Column("bool", "did a person decide it", default=False),
        "note": maybe("how a relative date was resolved, or what is approximate; for people"),
    },
    ("article_id", "start", "kind"),
)

EVIDENCE = Table(
    "evidence",
    "one sentence that one coder holds to support, qualify or oppose the thesis on one of its claims",
    PLACE
    | {
        "section": Column("str", "where in the article", SECTIONS),
        "paragraph": Column("int64", "number of the paragraph in the article, from 1"),
        "position": Column("float64", "middle of the sentence among its article's sentences, above 0 and below 1"),
        "coder": Column("str", "'rules', or the person's name"),
        "claim": Column("str", "a claim of the codebook"),
        "stance": Column("str", "to the thesis; it qualifies where the codes on this claim differ", STANCES[:3]),
        "codes": list_of("its codes on this claim, in the order of the codebook"),
        "voice": Column("str", "whose words those are that the codes rest on", VOICES_KINDS),
        "speaker": maybe("as written"),
        "person": maybe("one name for all mentions of one person"),
        "checkable": Column("bool", "does the sentence hold a fact that can be looked up, a day of the news aside"),
        "matched_spans": list_of("the spans of the words that were coded, each [start, end]"),
        "turned_by": maybe("the words that turned a stance; missing if none did"),
    },
    ("article_id", "sentence_id", "coder", "claim"),
)

MEASURES = Table(
    "measures",
    "one number that a report states; helpers.narrative.measuring says what each name counts",
    {
        "name": Column("str", "what is counted"),
        "claim": Column("str", "a claim of the codebook; '*' where it is not about one"),
        "stance": Column("str", "to the thesis; '*' where it is not about one", (*STANCES[:3], WHOLE)),
        "group": Column("str", "a voice, section, person, kind or table; '*' all of them"),
        "n": Column("int64", "how many"),
        "total": Column("int64", "of how many"),
        "share": maybe("n of total", "float64"),
        "ci_low": maybe("lower end of the 95 % Wilson interval of share", "float64"),
        "ci_high": maybe("its upper end", "float64"),
        "sentences": list_of("the n in order, each once, as article_id and sentence_id"),
    },
    ("name", "claim", "stance", "group"),
)

WEIGHING = Table(
    "weighing",
    "one stance to the thesis on one of its claims; claim '*' is any of them, article_id '*' all articles of several",
    {
        "article_id": ARTICLE,
        "claim": Column("str", "a claim of the codebook"),
        "stance": Column("str", "to the thesis", STANCES[:3]),
        "n": Column("int64", "sentences of this stance"),
        "total": Column("int64", "sentences of any stance on this claim"),
        "share": maybe("n of total", "float64"),
        "ci_low": maybe("lower end of the 95 % Wilson interval of share", "float64"),
        "ci_high": maybe("its upper end", "float64"),
        "reporter": Column("int64", "of n, in the reporter's own words"),
        "named": Column("int64", "of n, in the words of a named source"),
        "unnamed": Column("int64", "of n, in the words of an unnamed source"),
        "checkable": Column("int64", "of n, with a date, amount or count that can be looked up"),
        "position": maybe("median of where they stand: 0 the first sentence, 1 the last", "float64"),
        "sentences": list_of("they, as article_id and sentence_id"),
    },
    ("article_id", "claim", "stance"),
)

FINDINGS = Table(
    "findings",
    "one finding: a full sentence computed from a table",
    {
        "finding": Column("str", "its name"),
        "text": Column("str", "the sentence, in Korean"),
        "table": Column("str", "the table that it was computed from"),
        "sentences": list_of("its evidence, as article_id and sentence_id"),
    },
    ("finding",),
)
