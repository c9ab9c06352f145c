"""Say what differs between two results of a study: first what a reader would notice, in words, and last the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from helpers.running.results import Results
from helpers.telling import speaks_korean

MOST = 12  # changes of one kind that are told one by one on a terminal
SECTIONS = {
    "findings": "발견", "measures": "수", "keywords": "핵심어", "codings": "코드", "voices": "목소리", "facts": "사실",
    "inputs": "입력", "parameters": "매개변수", "tables": "표",
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One difference in a section of the results: the value before and after; None where it did not exist."""

    section: str
    what: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        name = f"{self.what}: " if self.what else ""
        if self.section == "keywords":
            return _of_a_keyword(self)
        if self.before is None or self.after is None:
            return f"{'+' if self.before is None else '-'} {name}{self.after if self.before is None else self.before}"
        return f"{name}{self.before} → {self.after}"


def differences(before: Results, after: Results) -> list[Change]:
    """The differences by section, what readers ask first comes first; tables are named only if all else is equal."""
    found = [change for section in SECTIONS if section != "tables" for change in _of_section(section, before, after)]
    tables = list(_of_section("tables", before, after))
    named = [Change("tables", change.what, "as it was", "other rows") for change in tables]
    return found or named


def in_words(changes: Sequence[Change], *, most: int | None = MOST) -> list[str]:
    """A line for each change, below a heading for each section; of many alike the first, and how many more."""
    said: list[str] = []
    changes = korean(changes) if speaks_korean() else changes
    for section in SECTIONS:
        own = [change for change in changes if change.section == section]
        if own:
            said += [f"{section}:", *(f"  {change}" for change in own[:most])]
        if most is not None and len(own) > most:
            said.append(f"  and {len(own) - most} more")
    return said


def korean(changes: Sequence[Change]) -> list[Change]:
    """The changes with the names that Korean has for the codes in them."""
    from helpers.reporting.korean.results import named, value

    return [
        replace(
            change,
            what=named(change.section, change.what),
            before=value(change.section, change.before),
            after=value(change.section, change.after),
        )
        for change in changes
    ]


def _of_a_keyword(change: Change) -> str:
    if change.after is None:
        return f"{change.what} is no longer among the keywords (it was number {change.before})"
    if change.before is None:
        return f"{change.what} is among the keywords now (number {change.after})"
    return f"{change.what}: number {change.before} → {change.after}"


def _of_section(section: str, before: Results, after: Results) -> Iterator[Change]:
    old, new = before.get(section) or {}, after.get(section) or {}
    if section == "keywords":
        yield from _of_keywords(list(old), list(new))
        return
    if section == "measures":
        old, new = ({key: f"{n} of {total}" for key, (n, total) in dict(each).items()} for each in (old, new))
    elif section == "codings":
        yield from _of_codings(dict(old), dict(new))
        return
    elif section in ("findings", "voices", "facts"):
        yield from _of_lists(section, list(old), list(new))
        return
    for key in dict.fromkeys([*old, *new]):
        if old.get(key) != new.get(key):
            yield Change(section, key, *(_text(each.get(key), section == "inputs") for each in (old, new)))


def _of_keywords(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Terms that went, came or changed places; a term that only moved up because others went is not named."""
    both = set(old) & set(new)
    ranks = [{term: n for n, term in enumerate((t for t in terms if t in both), 1)} for terms in (old, new)]
    for term in dict.fromkeys([*old, *new]):
        before, after = (str(terms.index(term) + 1) if term in terms else None for terms in (old, new))
        if term not in both or (ranks[0][term] != ranks[1][term] and before != after):
            yield Change("keywords", term, before, after)


def _of_lists(section: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    yield from (Change(section, "", text, None) for text in gone.elements())
    yield from (Change(section, "", None, text) for text in come.elements())


def _of_codings(old: Mapping[str, Sequence[str]], new: Mapping[str, Sequence[str]]) -> Iterator[Change]:
    for code in dict.fromkeys([*old, *new]):
        gone = [place for place in old.get(code, ()) if place not in new.get(code, ())]
        come = [place for place in new.get(code, ()) if place not in old.get(code, ())]
        yield from (Change("codings", code, place, None) for place in gone)
        yield from (Change("codings", code, None, place) for place in come)


def _text(value: Any, is_hash: bool) -> str | None:
    return None if value is None else str(value)[: 12 if is_hash else None]
