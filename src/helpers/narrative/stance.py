"""What negation and concession do to a stance."""

from __future__ import annotations

from helpers.narrative.matching import Group, Sentence


def turned(stance: str, groups: tuple[Group, ...], sentence: Sentence) -> tuple[str, str | None]:
    """The stance of words found at ``groups``, and which words turned or weakened it (None if none did)."""
    return stance, None
