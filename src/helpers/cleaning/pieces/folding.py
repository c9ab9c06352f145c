"""Lines that a PDF, a mail or a word processor folded at a width, or a newsreader's script where one takes breath.

A fold at a width is known by three things together: the next line's first word would not have fitted, the line ends in
the middle of a sentence as most of its neighbours do, and sentences end in the middle of lines. A script is known by
short lines of which many end in a particle or an ending after which a sentence must go on, or by marks of who speaks;
between those, lines of any length are joined where a sentence must go on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise

_LINE = re.compile(r"[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|\Z)")
_ENDED = re.compile(r"[.?!:…\"”’')\]】>〉]\s*\Z|[가-힣][다요]\s*\Z")
_INSIDE = re.compile(r"[가-힣](?:다|요|까|죠)[.?!][\"”’')]*\s+\S|[가-힣][.?!]\s+[가-힣“\"‘]")
_SENTENCE_END = re.compile(r"[가-힣][.?!]")
_SENTENCE_ENDED = re.compile(r"[가-힣][.?!][\"”’')]*\Z")
_OPENS = re.compile(r"\s*(?:[▲△▶■□◆◇●○※★☆*•#<]|[-–]\s|\[[^\[\]]{1,20}\]\s*\Z|\d{1,2}[.)]\s|(?:19|20)\d\d[-./년])")
_GOES_ON = re.compile(
    r"[가-힣](?:은|는|이|가|을|를|에|에서|에게|으로|로|와|과|의|보다|처럼|까지|부터|하고|며|면서|지만|는데|은데|한데|어서|아서|해|돼|때|도|고|같은|할|한)\Z|[가-힣],\Z"
)
_MARKER = re.compile(r"\s*(?:[◀▶⊙◎]|\([A-Za-z][A-Za-z0-9./ ]{0,6}\))")  # ◀INT▶, (s/u): who speaks, what is shown
_TURN = re.compile(r"^[ \t]*[\[<◀【]\s?(?:앵커|기자|리포트|리포터|앵커\s?멘트)\s?[\]>▶】][ \t]*\r?$", re.MULTILINE)
_LONE = re.compile(r"(?:특히|또|또한|다만|하지만|그러나|그리고|그런데|그래서|결국|한편|반면)\Z")  # a line for a breath
_TIME = re.compile(r"(?:19|20)\d\d\s?[-./년].{0,40}\d\s?[:시]\s?\d\d.{0,6}\Z")
_SIGNED = re.compile(r"@[A-Za-z0-9-]{2,40}\.|Copyright|[ⓒ©]")  # a reporter's mail, a notice: a line of its own
_PLACED_BY = re.compile(
    r"[가-힣)”’\"'][.]\s[가-힣]{2,8}\s?=\s?[가-힣A-Za-z0-9]{2,10}(?:\s[가-힣A-Za-z0-9]{2,8})?[ \t]*(?:\Z|(?=[\r\n]))"
)
_MOST_FOLDED = 7  # lines of a caption before its last
_LEAST_WIDE, _SLACK = 30, 8  # characters of such a line, and more of them in the last
_NARROWEST, _WIDEST = 12, 100
_LEAST = 4
_LONGEST_BREATH = 45  # characters of a line of a script
_TURNS = 2  # marks of who speaks in one

Line = tuple[int, int, int]  # its number and its span


def paragraphs(text: str) -> list[Line]:
    """The lines of a text as ``(number, start, end)``, tiling it; folded ones are joined under their first number."""
    lines = _whole_captions(text, line_spans(text))
    spoken = len(_TURN.findall(text)) >= _TURNS
    joined: list[Line] = []
    block: list[Line] = []
    for line in lines:
        if text[line[1] : line[2]].strip():
            block.append(line)
            continue
        joined += [*_joined(text, block, spoken=spoken), line]
        block = []
    joined += _joined(text, block, spoken=spoken)
    folded = len(joined) < len(lines)
    return _if_most(text, lines, joined) if folded else lines


def line_spans(text: str) -> list[Line]:
    """The lines of a text as ``(number, start, end)``, each with its line end."""
    ends = (match.end() for match in _LINE.finditer(text) if match.group())
    edges = pairwise(chain((0,), ends))
    return [(number, start, end) for number, (start, end) in enumerate(edges, start=1)]


def _whole_captions(text: str, lines: list[Line]) -> list[Line]:
    """The lines of a text, those of each caption that was folded joined under its first number."""
    if not _PLACED_BY.search(text):
        return lines
    made: list[Line] = []
    first = 0
    for place, (number, start, end) in enumerate(lines):
        made.append((number, start, end))
        if not text[start:end].strip():
            first = place + 1
        elif place + 1 == len(lines) or not text[slice(*lines[place + 1][1:])].strip():
            said = [text[start:end].strip() for _, start, end in lines[first : place + 1]]
            if _is_folded_caption(said):
                made[first - place - 1 :] = [(lines[first][0], lines[first][1], end)]
    return made


def _is_folded_caption(said: Sequence[str]) -> bool:
    """Do the lines of a block, all about as long, break off in their sentences, and a place and an agency end them."""
    above = said[:-1]
    if not 1 <= len(above) <= _MOST_FOLDED or not _PLACED_BY.search(said[-1]):
        return False
    widest = max(map(len, above))
    alike = all(len(line) * 4 >= 3 * widest for line in above) and len(said[-1]) <= widest + _SLACK
    return widest >= _LEAST_WIDE and alike and not any(map(_SENTENCE_ENDED.search, above))


def _if_most(text: str, lines: list[Line], joined: list[Line]) -> list[Line]:
    """The joined lines if they hold a good part of the text's sentences and several folds; otherwise the lines."""
    starts = {start for _, start, _ in joined}
    folds = sum(1 for _, start, _ in lines if start not in starts)
    return joined if folds >= _LEAST else lines


def _joined(text: str, block: list[Line], *, spoken: bool) -> list[Line]:
    """One block without blank lines: its folded lines joined, if it is folded.

    spoken  the text marks who speaks
    """
    said = [text[start:end].strip() for _, start, end in block]
    width = _width(said) if len(block) > 1 else 0
    script = not width and _is_script(said)
    if not block or not (width or script or spoken):
        return block
    made = [block[0]]
    for place, (above, below) in enumerate(pairwise(said), start=1):
        number, start, _ = made[-1]
        if script:
            goes_on = _is_breath(above, below)
        else:
            goes_on = _is_fold(above, below, width) if width else _is_cut_off(above, below)
        if goes_on:
            made[-1] = (number, start, block[place][2])
        else:
            made.append(block[place])
    return made


def _is_fold(above: str, below: str, width: int) -> bool:
    """Was a line broken because the next word did not fit, rather than at the end of a paragraph."""
    if len(above) > width or len(above) + 1 + len(below.split(maxsplit=1)[0]) <= width:
        return False
    if _OPENS.match(below) or _TIME.search(above) or _SIGNED.search(above):
        return False
    return not (_ENDED.search(above) and len(above) < 0.8 * width)


def _is_script(said: Sequence[str]) -> bool:
    """Do many lines of a block, all of them short but for a few, break off where a sentence must go on."""
    short = sum(len(line) <= _LONGEST_BREATH for line in said)
    if len(said) <= _LEAST or short * 10 < 8 * len(said):
        return False
    breaks = sum(bool(_GOES_ON.search(above)) and _is_breath(above, below) for above, below in pairwise(said))
    if breaks < _LEAST or breaks * 4 < len(said):
        return False
    return sum(bool(_SENTENCE_ENDED.search(line)) for line in said) > 1


def _is_breath(above: str, below: str) -> bool:
    """Does a line of a script break off in a sentence."""
    if len(above) > _LONGEST_BREATH or (_ENDED.search(above) and not above.endswith("보다")):
        return False
    return not (_OPENS.match(below) or _MARKER.match(below) or _MARKER.match(above) or _SIGNED.search(above))


def _is_cut_off(above: str, below: str) -> bool:
    """Does a line between marks of who speaks end where its sentence must go on, and the next one is no mark."""
    ends = _GOES_ON.search(above) or _LONE.match(above)
    return bool(ends) and not any(map(_MARKER.match, (above, below))) and not _OPENS.match(below)


def _width(said: Sequence[str]) -> int:
    """The width at which a block was folded; 0 if it was not."""
    longest = max(len(line) for line in said)
    if not _NARROWEST <= longest <= _WIDEST:
        lengths = sorted(len(line) for line in said if len(line) <= _WIDEST)
        longest = lengths[-1] if len(lengths) * 10 >= 8 * len(said) and lengths else 0
    if longest < _NARROWEST:
        return 0
    folds = [(above, below) for above, below in pairwise(said) if _is_fold(above, below, longest)]
    breaks = len(said) - 1
    if len(folds) * 10 < 6 * breaks:
        return 0
    open_ends = sum(not _ENDED.search(above) for above, _ in folds)
    ended = open_ends * 10 >= 6 * len(folds) and any(map(_SENTENCE_END.search, said))
    return longest if ended and (breaks <= 3 or any(map(_INSIDE.search, said))) else 0
