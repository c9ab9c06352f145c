"""How much a line looks like the headline of an article: by its form, by what stands around it, by the page."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from helpers.cleaning.habits import habits, squeeze
from helpers.cleaning.page.decks import AROUND, find_deck
from helpers.cleaning.page.writers import writers_line
from helpers.cleaning.pieces.agency import is_agency_opening
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.forms import DATELINE

KINDS = frozenset({"fragment", "prose", "item", "caption", "list line", "teaser", "talk?"})
_PUNCTUATED = re.compile(r"[,…?!“”‘’\"'·]|\.\.")
_TAGGED = re.compile(r"[\[<【][^\[\]<>【】]{2,16}[\]>】]\s?\S.{5}")  # [아침에 한 장] 나루의 봄
ENDED = re.compile(r"(?<![.…])[가-힣][”\"’']?\.\Z")  # as no headline does
_MOST_BELOW = 4  # lines of a deck
_SENTENCE = 30  # characters of a line that ends so and is a sentence


def score(pieces: list[Piece], index: int, wanted: list[str], repeats: Counter[str], top: int) -> float:
    """Points of a piece: with 30 it may be a headline, with 100 the page names it as one; 0 for what is none."""
    piece = pieces[index]
    text = piece.text
    if not 6 <= len(text) <= 140 or piece.kind not in KINDS:
        return 0.0
    squeezed = squeeze(text)
    found = 0.0
    if squeezed and any(squeezed == hint for hint in wanted):
        found += 100
    elif len(squeezed) >= 8 and any(hint.startswith(squeezed) or squeezed.startswith(hint) for hint in wanted):
        found += 80
    if habits().title_labels.match(text):
        found += 100
    if piece.mark:
        found += {1: 40, 2: 30, 3: 20}.get(piece.mark.heading, 0)
        if piece.mark.linked * 2 > piece.mark.characters:
            found -= 25
    if found == 0 and piece.kind == "teaser" and len(text) > 80:
        return 0.0
    if found == 0 and (len(text) < 8 or " " not in text or piece.kind in ("item", "caption")):
        return 0.0
    if piece.kind == "prose" and (len(text) > 80 or re.search(r"(?:다[.]?|[요까죠][.])\Z", text)) and found < 60:
        return 0.0
    if found < 60 and len(text) >= _SENTENCE and ENDED.search(text):
        return 0.0
    if found < 60 and (is_agency_opening(text) or _runs_into_caption(pieces, index)):
        return 0.0
    return found + _surroundings(pieces, index, repeats[squeezed], top)


def _runs_into_caption(pieces: list[Piece], index: int) -> bool:
    """Is a picture's caption glued to a line, so that the line is a deck or what the picture is called."""
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    return after is not None and after.kind == "caption" and after.cut and after.line == pieces[index].line


def _surroundings(pieces: list[Piece], index: int, printed: int, top: int) -> float:
    """What the lines around say: a date or byline below, the top of the file, printed more than once."""
    score = 30.0 if printed > 1 else 0.0
    following = [piece for piece in pieces[index + 1 : index + 14] if piece.kind != "blank"]
    if any(piece.kind == "date" for piece in pieces[max(index - 3, 0) : index]) and not _is_headed(pieces[:index]):
        score += 32.0 if following and following[0].kind == "prose" else 12.0
    for distance, piece in enumerate(following[:5]):
        if piece.kind in AROUND:
            score += 50 - 8 * distance
            break
        if piece.kind == "prose":
            break
    if _alone(pieces, index) and following and _is_set_off(pieces[index], following):
        score += 32
    deck = find_deck(pieces, index)
    if len(deck) > 1 or (deck and deck[0] == index + 1 and _PUNCTUATED.search(pieces[index].text)):
        score += 60
    if index == top:
        score += _as_first_line(pieces, index)
        score += 50 if writers_line(pieces) == index + 1 else 0
        score += 32 if _opens_block(pieces, index) else 0
    return score + (5 if re.search(r"[…“”\"‘’']|\.\.\.|···", pieces[index].text) else 0)


def _is_set_off(piece: Piece, following: list[Piece]) -> bool:
    """Does the article come right after a line, or after one with a tag ([포토] …) and the site's words."""
    direct = following[0].kind in ("prose", "caption") and not following[0].cut
    return direct or (_TAGGED.match(piece.text) is not None and _leads_on(following))


def _leads_on(following: list[Piece]) -> bool:
    """Do only the site's words and buttons stand between a headline and the first of the article."""
    passed = [piece for piece in following if piece.kind not in ("talk", "talk?", "control", "counter")]
    return len(following) - len(passed[:1]) > 0 and bool(passed) and passed[0].kind in ("prose", "turn")


def _is_headed(above: list[Piece]) -> bool:
    """Is there a line among those above that could be a headline."""
    return any(piece.kind == "fragment" and len(piece.text) >= 8 and " " in piece.text for piece in above)


def _as_first_line(pieces: list[Piece], index: int) -> float:
    """A file's first line is its title if it is set apart as the paragraphs are not, or if a dateline follows it."""
    score = 20.0
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    opening = next((piece for piece in pieces[index + 1 : index + 4] if piece.kind == "prose"), None)
    if opening and opening.cut and not opening.spaced and DATELINE.match(opening.text):
        score += 30
    if after and (
        _is_apart(pieces, after) or (after.kind == "summary head" and _PUNCTUATED.search(pieces[index].text))
    ):
        score += 20
    return score


def _opens_block(pieces: list[Piece], index: int) -> bool:
    """Is it the first of a few lines that end no sentence, one below the other, with the article right below them."""
    below = list(itertools.takewhile(lambda piece: piece.kind == "fragment" and not piece.cut, pieces[index + 1 :]))
    rest = [piece for piece in pieces[index + 1 + len(below) :] if piece.kind != "blank"][:2]
    leads = any(piece.kind == "prose" and not piece.cut for piece in rest[:1]) or (
        len(rest) == 2 and rest[0].kind == "caption" and rest[1].kind == "prose"
    )
    lines = [pieces[index], *below]
    return 0 < len(below) <= _MOST_BELOW and leads and not any(ENDED.search(line.text) for line in lines)


def _is_apart(pieces: list[Piece], after: Piece) -> bool:
    """Is a file's first line set apart from what comes after it, as paragraphs are not set apart from one another."""
    return not after.cut and (after.kind == "blank" or (after.kind == "prose" and _is_dense(pieces)))


def _is_dense(pieces: list[Piece]) -> bool:
    """Do paragraphs follow one another without blank lines more often than with them, or is there one alone."""
    prose = [index for index, piece in enumerate(pieces) if piece.kind == "prose"]
    close = sum(after - before == 1 for before, after in itertools.pairwise(prose))
    apart = sum(pieces[before + 1].kind == "blank" for before, _ in itertools.pairwise(prose))
    return close > apart or len(prose) == 1


def _alone(pieces: list[Piece], index: int) -> bool:
    """Does a line stand between blank lines."""
    above = index == 0 or pieces[index - 1].kind == "blank"
    return above and index + 1 < len(pieces) and pieces[index + 1].kind == "blank"
