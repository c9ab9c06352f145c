"""What may go wrong with an input of cleaning."""

from __future__ import annotations

from helpers.errors import StudyError


class UnreadableText(StudyError):
    """A file from which no text can be had: empty, binary, undecodable, damaged beyond repair, or too large."""


class NoArticle(StudyError):
    """A page on which no article was found."""
