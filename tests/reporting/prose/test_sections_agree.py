"""One report never says two things of one: findings, claims, voices, facts, what stands against it, abstract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpers.reporting import prose
from helpers.reporting.messages import Message, Sentences
from helpers.reporting.prose import abstract, against, claims, limits, summary, voices
from helpers.reporting.prose.parts import MANY, part_of
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


def stances_in(told: Message) -> set[str]:
    """The stances that a sentence on a claim tells of."""
    alone = {f"evidence.{how}_{stance}": stance for stance in STANCES for how in ("only", "one")}
    parts = {f"balance.{stance}": stance for stance in STANCES}
    return {(alone | parts)[one.key] for one in every([told]) if one.key in alone | parts}


def where(one: Message) -> tuple[tuple[str, int], ...]:
    """The sentences that a message leads to."""
    found = one.values.get("where")
    return found.places if isinstance(found, Sentences) else ()


@examples(40)
@given(CODED, SPOKEN, st.booleans())
def test_sections_and_abstract_say_the_same(coded, spoken, several) -> None:
    made = reading(
        texts=texts(),
        coded=tuple((n, code, stance, "돌아왔고") for (n, code), stance in coded.items()),
        spoken=tuple((n, *rest) for n, rest in spoken.items()),
        articles=("a", "b") if several else (ARTICLE,),
    )
    n = len(made.evidence.drop_duplicates(["article_id", "sentence_id"]))
    english = abstract._weight(made)
    parts_of_it = (*summary.balanced(made), *summary.checkable(made), *summary.doubts(made))
    found: list[Message] = [one for _, chosen, *_ in parts_of_it for one in chosen]
    assert made.bearing() == n
    if not n:
        assert values(found, "findings.none") and values(english, "abstract.none")
        return

    # how many sentences bear on the thesis, and how they part
    assert values(found, "findings.balance", "findings.balance_of_all").get("n", n) == n
    assert values(english, "abstract.weight")["n"] == n
    parts = claims.balance_sizes(made)
    assert sum(parts.values()) == n
    assert claims.balance_of_all(made) in [one.values.get("balance") for one in found]
    told = {one.key for one in every(found) if one.key.startswith("balance.")} - {"balance.is"}
    assert {key.replace("all_", "").replace("one_", "") for key in told} == set(parts)

    # each claim, in its section and in the matrix
    matrix = prose.evidence_matrix(made)
    for claim in made.claims:
        own = made.evidence[made.evidence["claim"] == claim]
        rows = matrix[matrix["claim"] == made.codebook.claims[claim]]
        assert rows["n"].sum() == made.bearing(claim) == len(own)
        if len(own):
            assert stances_in(claims.bearing(made, claim)) == set(own["stance"])

    # whose words: as the evidence has it, everywhere
    by_voice = (
        made.measures.query("name == 'voice' and claim == '*' and stance == '*'").set_index("group")["n"].to_dict()
    )
    sources = by_voice["named"] + by_voice["unnamed"]
    assert by_voice["reporter"] + sources == n
    said = {one.key for one in every(voices.of_evidence(made))} & {"voices.reporter", "voices.sources"}
    assert said == ({"voices.reporter", "voices.sources"} if by_voice["reporter"] and sources else set())
    if by_voice["named"] + by_voice["unnamed"] == 0:
        assert [one.key for one in voices.of_evidence(made)] == ["voices.all_reporter"]
        assert not any(one.key == "cited.speaker" for one in every(against.doubting(made, "opposes")))
    assert [one for told in summary.quoted(made) for one in told[1]] == voices.quoted_people(made)

    # facts
    held = len(made.evidence[made.evidence["checkable"]].drop_duplicates(["article_id", "sentence_id"]))
    part = values(found, "findings.facts_in_evidence").get("part")
    assert (part is not None) == (held > 1 and n >= MANY)
    assert ("findings.facts_in_one" in [one.key for one in found]) == (held == 1 < n)
    assert part is None or part.key == f"findings.{part_of(held, n)}"

    # for and against
    for stance in ("opposes", "qualifies"):
        own = made.evidence[made.evidence["stance"] == stance]
        said = [one.key for one in against.doubting(made, stance)]
        assert bool({"against.some", "against.all", "against.places"} & set(said)) == bool(len(own))
        cited = {place for one in every(against.doubting(made, stance)) for place in where(one)}
        assert cited <= {(row["article_id"], row["sentence_id"]) for row in own.to_dict("records")}
    supporting = parts.get("balance.supports", 0) + made.measure("several_stances", stance="supports").n
    left = made.measure("without", stance="supports").n
    told = [one.key for one in limits.without_weak_parts(made)]
    key = "weaken.all_left" if left == supporting > 1 else "weaken.left"
    assert told == ([key if left else "weaken.nothing_left"] if supporting else [])
