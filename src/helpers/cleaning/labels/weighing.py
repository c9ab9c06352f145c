"""How much each piece of a page speaks for the article going through it: by its look, and by what stands around it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from helpers.cleaning.evidence import evidence
from helpers.cleaning.labels.bridging import ENDS, bridge, ends_text, is_linked
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.looks import Look
from helpers.cleaning.pieces.repeats import sentences_of

SITE = frozenset(
    {
        "control",
        "counter",
        "talk",
        "talk?",
        "tip line",
        "notice",
        "date",
        "byline",
        "mail",
        "credit",
        "tags",
        "series index",
    }
)
HEADS = frozenset({"related head", "summary head", "closing head"})
_SUMMARY_LINES = 6
_TEASER = 60  # characters of the shortest beginning of another article
_INSIDE = re.compile(r"\[[^\[\]\n]{1,40}제공\b|ADVERTISEMENT")  # of a picture, of an advertisement: the article goes on


def forget_false_chrome(pieces: list[Piece]) -> None:
    """Where most of a page's prose stands in what its class names call a menu, a layer or the like, names mislead."""
    framed = sum(len(piece.text) for piece in pieces if _is_free_prose(piece) and _is_chrome(piece))
    free = sum(len(piece.text) for piece in pieces if _is_free_prose(piece) and not _is_chrome(piece))
    if framed > 150 and framed > 2 * free:
        for piece in pieces:
            if piece.mark and _is_chrome(piece):
                piece.mark = replace(piece.mark, place="")


def _is_free_prose(piece: Piece) -> bool:
    return piece.kind == "prose" and not is_linked(piece)


def _is_chrome(piece: Piece) -> bool:
    return bool(piece.mark and piece.mark.place == "chrome")


def weigh(pieces: list[Piece]) -> list[float]:
    """How much each piece speaks for the article; what is found to be a machine's summary is taken for one."""
    weights = [piece.seen.weight for piece in pieces]
    if any(piece.mark for piece in pieces):
        weights = _by_markup(pieces, weights)
    _mute_summaries(pieces, weights)
    _mute_lists(pieces, weights)
    _mute_teasers(pieces, weights)
    bridge(pieces, weights)
    _weigh_ends(pieces, weights)
    return weights


def _by_markup(pieces: list[Piece], weights: list[float]) -> list[float]:
    """Links and a page's frame weigh against the article."""
    weighed, around = [], evidence().around
    for piece, weight in zip(pieces, weights, strict=True):
        mark = piece.mark
        if mark is None or piece.kind == "blank":
            weighed.append(weight)
        elif mark.place == "caption":
            weighed.append(min(weight, around["caption box"]))
        elif is_linked(piece):
            weighed.append(min(weight, around["linked"]))
        elif mark.place == "chrome":
            weighed.append(min(weight * 0.2, around["in a frame"]) if weight > 0 else weight)
        else:
            weighed.append(weight)
    return weighed


def _mute_summaries(pieces: list[Piece], weights: list[float]) -> None:
    """Prose after the head of a machine's summary is a summary, as far as the site's next word."""
    for index, piece in enumerate(pieces):
        if piece.kind != "summary head":
            continue
        block = _summary_after(pieces, index)
        size = sum(len(pieces[i].text) for i in block)
        if 0 < len(block) <= _SUMMARY_LINES and (
            _goes_on(pieces, block[-1] + 1, size) or _is_printed_again(pieces, block)
        ):
            for i in block:
                weights[i] = evidence().around["summary"]
                pieces[i].take_for(Look("summary", weights[i]))


def _summary_after(pieces: list[Piece], head: int) -> list[int]:
    """The lines right after a summary's head, up to a control or the site's word.

    None where controls come first or no sentence is among them.
    """
    block: list[int] = []
    others = 0
    for i in range(head + 1, min(head + 24, len(pieces))):
        kind = pieces[i].kind
        if kind in ("prose", "fragment", "item", "list line", "teaser"):
            block.append(i)
        elif (
            kind in ("date", "turn", "summary")
            or (kind in ("talk", "talk?") and block)
            or (kind in ("control", "counter") and (block or others >= 2))
        ):
            break
        others += kind in ("control", "counter")
    return block if any(pieces[i].kind == "prose" for i in block) else []


def _is_printed_again(pieces: list[Piece], block: list[int]) -> bool:
    """Does the page print most of a summary's sentences again below it, in the article that they were taken from."""
    said = {sentence for i in block for sentence in sentences_of(pieces[i].text)}
    below = {sentence for piece in pieces[block[-1] + 1 :] for sentence in sentences_of(piece.text)}
    return sum(any(other.endswith(sentence) for other in below) for sentence in said) * 2 > len(said)


def _goes_on(pieces: list[Piece], start: int, at_least: int) -> bool:
    """Is there more prose from ``start`` on than ``at_least`` characters."""
    total = 0
    for piece in pieces[start:]:
        total += len(piece.text) if piece.kind == "prose" else 0
        if total > at_least:
            return True
    return False


def _mute_lists(pieces: list[Piece], weights: list[float]) -> None:
    """Lines between dates, numbers or names of outlets again and again are a list of other articles."""
    series = _date_series(pieces) if sum(piece.kind == "date" for piece in pieces) >= 3 else []
    for dates in series:
        between = [i for i in range(dates[0], dates[-1]) if pieces[i].kind not in ("blank", "date", "counter")]
        short = all(len(pieces[i].text) < 90 for i in between)
        if len(between) >= 2 and ((len(dates) >= 3 and short) or len(dates) >= 4):
            step = max(len(between) // (len(dates) - 1), 1)
            before = [i for i in range(max(dates[0] - 12, 0), dates[0]) if pieces[i].kind != "blank"]
            first = before[-step] if len(before) >= step else dates[0]
            for i in range(first, min(dates[-1] + 3, len(pieces))):
                weights[i] = min(weights[i], evidence().around["listed"])


def _mute_teasers(pieces: list[Piece], weights: list[float]) -> None:
    """Three and more paragraphs that break off, each set apart by a line or two, are a list of other articles."""
    solid = [index for index, piece in enumerate(pieces) if piece.kind != "blank"]
    run: list[int] = []
    for place, index in enumerate(solid):
        if pieces[index].kind == "prose" and len(pieces[index].text) >= _TEASER:
            if ENDS.search(pieces[index].text):
                _mute(run, solid, weights)
                run = []
            else:
                run.append(place)
        elif run and place - run[-1] > 6:
            _mute(run, solid, weights)
            run = []
    _mute(run, solid, weights)


def _mute(run: list[int], solid: list[int], weights: list[float]) -> None:
    apart = sum(after - before > 1 for before, after in pairwise(run))
    if len(run) >= 3 and apart * 10 >= 7 * (len(run) - 1):
        for place in run:
            weights[solid[place]] = evidence().around["teaser in a list"]


def _date_series(pieces: list[Piece]) -> list[list[int]]:
    """Runs of dates with one to four lines, at most two of them prose, between each and the next."""
    series: list[list[int]] = []
    lines = prose = 0
    for index, piece in enumerate(pieces):
        if piece.kind == "date":
            if series and 1 <= lines <= 4 and prose <= 1:
                series[-1].append(index)
            else:
                series.append([index])
            lines = prose = 0
        elif piece.kind not in ("blank", "counter"):
            lines += 9 if piece.kind in HEADS or piece.kind in ("notice", "mail") else 1
            prose += piece.kind == "prose"
    return series


def _resumption(pieces: list[Piece], head: int) -> int | None:
    """Where the article goes on after a list of others: at full lines of prose after a few short or linked lines."""
    after = [i for i in range(head + 1, min(head + 60, len(pieces))) if pieces[i].kind != "blank"]
    goes_on = (n for n, i in enumerate(after) if pieces[i].kind == "prose" and not is_linked(pieces[i]))
    listed = after[: next(goes_on, len(after))]
    if any(pieces[i].kind in SITE or pieces[i].kind in HEADS for i in listed):
        return None
    linked = bool(listed) and all(is_linked(pieces[i]) for i in listed)
    if len(listed) > (30 if linked else 8):
        return None
    following = [pieces[i] for i in after[len(listed) : len(listed) + (1 if linked else 2)]]
    full = all(piece.kind == "prose" and piece.text.endswith((".", "”", '"')) for piece in following)
    goes_on_to = len(following) == (1 if linked else 2) or ends_text(pieces, after, len(listed))
    return after[len(listed)] if full and goes_on_to else None


def _weigh_ends(pieces: list[Piece], weights: list[float]) -> None:
    """A notice or a reporter's address after prose ends an article; only much more prose goes past it."""
    prose, around = 0.0, evidence().around
    lines = len({piece.line for piece in pieces if piece.kind == "prose"})
    for index, piece in enumerate(pieces):
        kind = piece.kind
        if kind == "blank":
            continue
        prose += max(weights[index], 0.0)
        between = lines > 1 or _INSIDE.match(piece.text)
        cut_out = kind == "notice" and between and (piece.cut or _is_cut_after(pieces, index))
        if cut_out or (kind == "mail" and piece.cut and _leads_on(pieces, index)):
            weights[index] = around["cut from prose"]
        elif prose > 150 and kind in ("notice", "mail", "tip line", "closing head"):
            weights[index] = min(weights[index], around["ends"])
        elif kind == "related head":
            goes_on = _resumption(pieces, index)
            weights[index] = min(weights[index], around["other articles"])
            if goes_on is not None:
                weights[index:goes_on] = [around["list within"]] + [
                    min(max(weight, -1.0), 0.0) for weight in weights[index + 1 : goes_on]
                ]
        elif prose > 150 and kind == "tags":
            weights[index] = min(weights[index], around["tags at the end"])


def _leads_on(pieces: list[Piece], index: int) -> bool:
    """Is prose glued to the end of a piece, on its line."""
    return _is_cut_after(pieces, index) and pieces[index + 1].kind == "prose" and not pieces[index + 1].spaced


def _is_cut_after(pieces: list[Piece], index: int) -> bool:
    return index + 1 < len(pieces) and pieces[index + 1].line == pieces[index].line
