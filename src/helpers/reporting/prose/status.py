"""What a reader must know before anything else: is there a thesis, and a codebook, to read by."""

from __future__ import annotations

from helpers.reporting.messages import Message, message
from helpers.reporting.prose.reading import Reading
from helpers.study import CORPUS_THESIS, PLACEHOLDER_THESIS


def status(reading: Reading) -> list[Message]:
    """Say it if the codebook is still the template, or the thesis a placeholder; [] if both were filled in."""
    blank = reading.is_blank
    if _plain(reading.study.thesis) in {"", *map(_plain, (PLACEHOLDER_THESIS, CORPUS_THESIS))}:
        return [message("status.nothing_filled_in" if blank else "status.no_thesis")]
    return [message("status.template")] if blank else []


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
