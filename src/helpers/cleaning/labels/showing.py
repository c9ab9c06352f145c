"""Short lines inside an article by what stands around them: subheads with a sign, a verse, what a picture shows."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from helpers.cleaning.evidence import evidence
from helpers.cleaning.outlet_names import is_known
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.forms import SENTENCE

_SIGNED = re.compile(r"[◇◆■□▲△●○▶▷]\s?[^\s◇◆■□▲△●○▶▷]")
_LIST = 2  # short lines in a row with one sign that are a list
_VERSE = 3  # short lines in a row that are no subheads
_SIGNS = 2  # subheads with the same sign that make it the article's
_ANY_SIGN = re.compile(r"[◇◆■□▲△●○▶▷☎=:：]|,.*,.*,")
_LONGEST_SUBHEAD = 60
_LONGEST_NAME = 12  # characters of a name printed under several pictures


def show_lines(pieces: list[Piece]) -> None:
    """Say of the short lines that were taken for subheads which of them are none, and of others that they are some."""
    _show_short_lines(pieces)
    _show_signed(pieces)
    _show_unsigned(pieces)
    _show_printed_twice(pieces)
    _show_names(pieces)


def _show_short_lines(pieces: list[Piece]) -> None:
    """Subheads that follow one another are lines of a verse, or with one sign those of a list, and none of them one."""
    solid = [piece for piece in pieces if piece.kind != "blank"]
    for is_subhead, group in itertools.groupby(solid, key=lambda piece: piece.kept and piece.rule == "subhead"):
        run = list(group)
        signs = {piece.text[0] for piece in run if _SIGNED.match(piece.text)}
        listed = len(run) >= _LIST and len(signs) == 1 and all(piece.text[0] in signs for piece in run)
        if is_subhead and (listed or (len(run) >= _VERSE and not signs)):
            for piece in run:
                piece.judge(evidence().places["short_lines"])


def _show_printed_twice(pieces: list[Piece]) -> None:
    """A short line that is printed twice in a row says what a picture shows: its stand-in text and its caption."""
    solid = [piece for piece in pieces if piece.kind not in ("blank", "control", "counter")]
    for first, second in itertools.pairwise(solid):
        if first.rule == "subhead" and second.rule in ("subhead", "line_again") and first.text == second.text:
            first.judge(evidence().places["caption_twice"])
            second.judge(evidence().places["caption_again"])


def _show_signed(pieces: list[Piece]) -> None:
    """Lines with the same sign, each of them alone above prose, are subheads even where they are long; the items of a
    list follow one another, or give details (장소: …, ▲…)."""
    kept = [piece for piece in pieces if piece.kept and (piece.label in ("subhead", "body") or _is_pointed(piece))]
    by_sign: dict[str, list[Piece]] = {}
    for piece, below in itertools.pairwise(kept):
        if (piece.rule in ("subhead", "list_line") or _is_pointed(piece)) and _SIGNED.match(piece.text):
            alone = below.kind == "prose" and not _SIGNED.match(below.text) and not _ANY_SIGN.search(piece.text[1:])
            titled = alone and len(piece.text) <= _LONGEST_SUBHEAD and not SENTENCE.search(piece.text)
            by_sign.setdefault(piece.text[0] if titled else "", []).append(piece)
    items = {piece.text[0] for piece in by_sign.pop("", [])}
    for sign, alike in by_sign.items():
        if sign not in items and len(alike) >= _SIGNS:
            for piece in alike:
                piece.judge(evidence().kept["fragment"])


def _is_pointed(piece: Piece) -> bool:
    """Is a short line behind ▶, which stands before captions as well as before subheads, taken for a caption."""
    return piece.rule == "caption" and piece.text.startswith("▶") and not SENTENCE.search(piece.text)


def _show_unsigned(pieces: list[Piece]) -> None:
    """Where subheads carry a sign (◇), a short line without one between prose says what a picture shows.

    One right below such a subhead is what it heads.
    """
    kept = [piece for piece in pieces if piece.kept and piece.label in ("subhead", "body")]
    signs = Counter(piece.text[0] for piece in kept if _SIGNED.match(piece.text))
    if max(signs.values(), default=0) >= _SIGNS:
        for above, piece in itertools.pairwise(kept):
            if piece.rule == "subhead" and not _SIGNED.match(piece.text):
                told = above.rule == "subhead" and _SIGNED.match(above.text)
                piece.judge(evidence().places["short_lines" if told else "unsigned"])


def _show_names(pieces: list[Piece]) -> None:
    """The name of an outlet that stands again and again between prose says whose pictures these are."""
    short = [piece for piece in pieces if piece.rule in ("subhead", "line_again") and len(piece.text) <= _LONGEST_NAME]
    often = Counter(piece.text for piece in short)
    for piece in short:
        if piece.rule == "subhead" and often[piece.text] >= _SIGNS and is_known(piece.text):
            piece.judge(evidence().places["outlet_again"])
