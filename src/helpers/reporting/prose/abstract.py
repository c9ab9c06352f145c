"""The abstract in English."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from helpers.reporting.korean.numbers import percent
from helpers.reporting.prose.reading import RULES, Reading
from helpers.reporting.prose.wording import absent, records
from helpers.reporting.saying import Displayable

_MOST_CLAIMS = 6
_THIRD = {"support": "supports", "qualify": "qualifies", "oppose": "opposes"}
_CAVEAT = "The figures describe how this text argues, not whether the thesis holds or what other texts say."


def abstract_en(reading: Reading) -> Displayable:
    """An abstract in English of about 150 words, from the same tables as the findings."""
    sentences = [_what(reading), _weight(reading), *_grounds(reading), *_method(reading), _CAVEAT]
    text = " ".join(sentences)
    return Displayable(str(Markup('<p lang="en">{}</p>').format(text)), text)


def _what(reading: Reading) -> str:
    n = len(reading.articles)
    outlets = list(dict.fromkeys(reading.articles["outlet"].dropna()))[:3]
    days = sorted({str(day)[:10] for day in reading.articles["published_at"].dropna()})
    when = [" to ".join(dict.fromkeys([days[0], days[-1]]))] if days else []
    source = f" ({', '.join([*outlets, *when])})" if outlets or when else ""
    about = "one Korean news article" if n == 1 else f"{n} Korean news articles"
    thesis = " ".join(reading.study.thesis.split())
    return f"This report reads {about}{source} sentence by sentence and asks how it argues one thesis: “{thesis}”"


def _weight(reading: Reading) -> str:
    counts, everything = reading.counts(), len(reading.sentences)
    total = sum(counts.values())
    if not total:
        none = "Its only sentence matched no" if everything == 1 else f"None of the {everything} sentences matched a"
        return f"{none} rule of the codebook."
    row = reading.weighed()["supports"]
    verbs = ("support", "qualify", "oppose")
    parts = [_many(n, verb) if n else f"none {_THIRD[verb]}" for n, verb in zip(counts.values(), verbs, strict=True)]
    span = f"95% Wilson interval {_share(row['ci_low'])} to {_share(row['ci_high'])}"
    bear = "bears" if total == 1 else "bear"
    return (
        f"Of {everything} sentences, {total} ({_share(total / everything)}) {bear} on the thesis: {_and(parts)} it "
        f"({_share(row['share'])} in support, {span})."
    )


def _grounds(reading: Reading) -> list[str]:
    if reading.evidence.empty:
        return []
    voices = reading.evidence["voice"].value_counts()
    reporter, named, unnamed = (int(voices.get(kind, 0)) for kind in ("reporter", "named", "unnamed"))
    facts = int(reading.evidence["checkable"].sum())
    counts = {claim: reading.counts(claim)["supports"] for claim in reading.claims}
    parts = [f"{claim.replace('_', ' ')} ({n})" for claim, n in counts.items() if n]
    several = " (a sentence may count for several)" if sum(counts.values()) > reading.counts()["supports"] else ""
    said = [f"Support falls on the claims {_and(parts[:_MOST_CLAIMS])}{several}."] if len(parts) > 1 else []
    checkable = f"{facts or 'none'} {'holds' if facts == 1 else 'hold'} a date, amount or count that can be looked up"
    if not named and not unnamed:
        return [*said, f"All of this evidence is in the reporter's own words; {checkable}."]
    own = f"{_many(reporter, 'sentence', noun=True)} {'is' if reporter == 1 else 'are'} the reporter's own words"
    sources = (
        f"{named or 'none'} {'rests' if named == 1 else 'rest'} on named and {unnamed or 'none'} on unnamed sources"
    )
    return [*said, f"Of this evidence {own}, {sources}; {checkable}."]


def _method(reading: Reading) -> list[str]:
    codes = _many(len(reading.codebook.codes), "code", noun=True)
    turned = "negation and concession turn or weaken a stance"
    said = [f"Sentences were coded by the rules of a codebook with {codes}; {turned}."]
    rows = reading.agreement[(reading.agreement["scope"] == "codes") & (reading.agreement["coder_a"] == RULES)]
    if rows.empty:
        return [*said, "No second coder has read the same sentences."]
    alphas = sorted(row["alpha"] for row in records(rows) if not absent(row["alpha"]))
    if not alphas:
        return said
    if len(alphas) == 1:
        found = f"Krippendorff's alpha between the rules and a second coder is {alphas[0]:.2f}"
    else:
        found = f"Krippendorff's alpha between the rules and {len(alphas)} other coders is {alphas[0]:.2f}"
        found += f" to {alphas[-1]:.2f}" if f"{alphas[-1]:.2f}" != f"{alphas[0]:.2f}" else ""
    return [*said, f"{found}, which flatters rules whose author knew the coding."]


def _many(n: int, word: str, *, noun: bool = False) -> str:
    """3 sentences, 1 sentence; 3 support, 1 supports."""
    if noun:
        return f"{n} {word}" if n == 1 else f"{n} {word}s"
    return f"{n} {_THIRD[word] if n == 1 else word}"


def _share(share: float) -> str:
    """A share as a whole percentage, in words where it is not quite 0 or 100."""
    return percent(share).replace("1% 미만", "under 1%").replace("99% 초과", "over 99%")


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
