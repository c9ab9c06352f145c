"""One report never says two numbers of one thing: headline, findings, claims, voices, facts, captions, abstract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpers.reporting import prose
from helpers.reporting.messages import Message
from helpers.reporting.prose import abstract, against, claims, facts, limits, summary, voices
from made.examples import examples
from made.readings import ARTICLE, reading

SENTENCES = range(1, 10)
STANCES = ("supports", "qualifies", "opposes", "context")
NAMES = ("김철수 교수", "업계 관계자", "그", None)
CODED = st.dictionaries(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from(["arrival", "cost", "pupils"])), st.sampled_from(STANCES),
    max_size=20,
)  # fmt: skip
SPOKEN = st.dictionaries(
    st.sampled_from(SENTENCES),
    st.tuples(
        st.sampled_from(["배가 돌아왔고", "사람이"]), st.sampled_from(["named", "unnamed"]), st.sampled_from(NAMES)
    ),
    max_size=6,
)


def texts() -> tuple[tuple[str, str], ...]:
    sections = {1: "title", 2: "deck"}
    year = dict.fromkeys((1, 3, 6), "2019년 ")
    return tuple(
        (f"{year.get(n, '')}배가 돌아왔고 사람이 늘어 {n}번 절했다.", sections.get(n, "body")) for n in SENTENCES
    )


def every(messages: list[Message]) -> Iterator[Message]:
    """The messages and all that stand within them."""
    for one in messages:
        yield one
        for value in one.values.values():
            inner = value if isinstance(value, list) else [value]
            yield from every([part for part in inner if isinstance(part, Message)])


def values(messages: list[Message], *keys: str) -> Mapping[str, Any]:
    """The values of the first message that has one of the keys; of none, nothing."""
    return next((one.values for one in every(messages) if one.key in keys), {})


def sizes(messages: list[Message], room: str, *keys: str) -> dict[str, int]:
    """By last part of the key, the n of the messages of one room of the catalogue."""
    return {
        one.key.split(".")[1]: one.values["n"] for one in every(messages) if one.key in {f"{room}.{k}" for k in keys}
    }


@examples(40)
@given(CODED, SPOKEN, st.booleans())
def test_sections_and_abstract_say_the_same_numbers(coded, spoken, several) -> None:
    made = reading(
        texts=texts(),
        coded=tuple((n, code, stance, "돌아왔고") for (n, code), stance in coded.items()),
        spoken=tuple((n, *rest) for n, rest in spoken.items()),
        articles=("a", "b") if several else (ARTICLE,),
    )
    n = len(made.evidence.drop_duplicates(["article_id", "sentence_id"]))
    english = abstract._weight(made)
    found = [one[1] for one in (*summary.balanced(made), *summary.checkable(made), *summary.doubts(made))]
    assert made.bearing() == n
    if not n:
        assert values(found, "findings.none") and values(english, "abstract.none")
        return

    # how many sentences bear on the thesis, and how they part
    assert values(found, "findings.balance", "findings.balance_of_all").get("n", n) == n
    assert values(english, "abstract.weight")["n"] == n
    parts = {one.key.removeprefix("balance."): one.values["n"] for one in claims.shares(made)}
    assert sum(parts.values()) == n
    if len(parts) > 1:
        assert sizes(found, "balance", *parts) == parts
        assert claims.balance_of_all(made) in [one.values.get("balance") for one in found]

    # each claim, in its section and in the matrix
    matrix = prose.evidence_matrix(made)
    for claim in made.claims:
        own = made.evidence[made.evidence["claim"] == claim]
        rows = matrix[matrix["claim"] == made.codebook.claims[claim]]
        assert rows["n"].sum() == made.bearing(claim) == len(own)
        if len(own):
            assert claims.bearing(made, claim).values["n"] == len(own)

    # whose words: as the evidence has it, everywhere
    by_voice = (
        made.measures.query("name == 'voice' and claim == '*' and stance == '*'").set_index("group")["n"].to_dict()
    )
    sources = by_voice["named"] + by_voice["unnamed"]
    assert by_voice["reporter"] + sources == n
    said = sizes(voices.of_evidence(made), "voices", "reporter", "sources")
    both = {"reporter": by_voice["reporter"], "sources": sources}
    assert said == (both if all(both.values()) else {})
    if by_voice["named"] + by_voice["unnamed"] == 0:
        assert [one.key for one in voices.of_evidence(made)] == ["voices.all_reporter"]
        assert not any(one.key == "cited.speaker" for one in every(against.doubting(made, "opposes")))
    assert [one[1] for one in summary.quoted(made)] == voices.quoted_people(made)

    # facts
    facts_held = len(made.evidence[made.evidence["checkable"]].drop_duplicates(["article_id", "sentence_id"]))
    assert values(found, "findings.facts_in_evidence").get("held", 0) == facts_held
    assert values(facts.in_evidence(made), "facts.in_evidence").get("held", 0) == facts_held

    # for and against
    doubts = values(found, "findings.opposed", "findings.qualified", "findings.opposed_and_qualified")
    for stance in ("opposes", "qualifies"):
        size = made.evidence[made.evidence["stance"] == stance].drop_duplicates(["article_id", "sentence_id"]).shape[0]
        assert doubts.get(stance, 0) == size
        assert values(against.doubting(made, stance), "against.some", "against.more").get("n", 0) == size
    supporting = parts.get("supports", 0) + made.measure("several_stances", stance="supports").n
    left = made.measure("without", stance="supports").n
    told = values(limits.without_weak_parts(made), "weaken.nothing_left")
    assert told.get("n") == (supporting if supporting >= limits._FEW and not left else None)
