"""Whose words an article gives: quotations, and words given to somebody without marks, with the speaker of each."""

from __future__ import annotations

from helpers.narrative.voices.find import find_voices

__all__ = ["find_voices"]
