"""Raw text to pieces: lines, and parts of a line where an article and something else share it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from helpers.cleaning.evidence import Verdict
from helpers.cleaning.files.reading import RawText
from helpers.cleaning.habits import habits
from helpers.cleaning.html.page import Mark
from helpers.cleaning.pieces.agency import cuts_behind, dated_spans
from helpers.cleaning.pieces.captions import PLACED, agency_captions, end_of_credit, end_of_told
from helpers.cleaning.pieces.credited import credited_cuts
from helpers.cleaning.pieces.decks import deck_cuts
from helpers.cleaning.pieces.edges import dated_tail, edges
from helpers.cleaning.pieces.folding import line_spans, paragraphs
from helpers.cleaning.pieces.forms import EMAIL
from helpers.cleaning.pieces.gluing import caption_behind, flat_cuts, turn_cuts, within_cuts
from helpers.cleaning.pieces.looks import BLANK, Look, look, plain_look
from helpers.cleaning.pieces.marked import after_count, head_cuts, marked_captions, section_tags
from helpers.cleaning.pieces.tails import tail_cuts
from helpers.normalize import normalize

_LINE_END = re.compile(r"[\r\n\u2028\u2029]")
_GAP = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)|(?<=\S)\t(?=\S)")
_SENTENCE_END = re.compile(r"(?:[.?!][”\"’')\]]{0,3}|[다요]\.?[”\"])[ \t]{1,11}\Z")
# within a sentence, though a page sets its numbers and offices apart by more than a space: 2위는  10.45%, 박하늘  기자
_GOES_ON = re.compile(
    r"[가-힣A-Za-z0-9)”’\"'%#+](?:(?P<sure>를|에서|에게|까지|부터)|[은는을의]|보다|(?<=[^가-힣\s])[이가])[ \t]{1,11}\Z"
)
_NUMBER = re.compile(r"[\dA-Za-z“‘\"']")
_OFFICE = re.compile(r"(?:기자|특파원|앵커)(?![가-힣]{2})")
_BREAK_TAG = re.compile(r"</?(?:br|p|div)\s{0,3}/?>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[(?=[^\n]{0,400}\]\(http)|\]\(https?://[^\s()]{1,600}\)")  # of a page saved as Markdown
# an agency's caption ends in a mail, and its article begins: …있다. photo@…[나루=하늘통신]
_AFTER_CAPTION = re.compile(rf"(?:{EMAIL.pattern})\s?(?={PLACED})")
_HEADED = 200
_LONG = 120
_FEW = 3  # lines with text, at most, in a text that lost its line ends
_ENDLESS = 200_000
_MISSES = 40
_SHORT = 200  # characters of a line that is worth remembering
Part = tuple[int, int, str, Look, bool, bool]


@dataclass(slots=True)
class Piece:
    """A span of the raw text with what it looks like and, later, what it was found to be."""

    line: int
    start: int
    end: int
    text: str
    seen: Look
    mark: Mark | None = None
    cut: bool = False
    spaced: bool = False
    label: str = "boilerplate"
    kept: bool = False
    rule: str = "outside"
    reason: str = ""
    confidence: float = 0.9
    kind: str = field(init=False)

    def __post_init__(self) -> None:
        self.kind = self.seen.kind

    def judge(self, verdict: Verdict) -> None:
        """Be what ``verdict`` says: its label, whether it is kept, and why."""
        self.label, self.kept, self.rule, self.reason, self.confidence = verdict

    def take_for(self, seen: Look) -> None:
        """Look like ``seen`` from now on: ``kind`` is asked for many times a line, so it is kept beside it."""
        self.seen, self.kind = seen, seen.kind


def pieces(raw: RawText) -> list[Piece]:
    """The pieces of a raw text, in order; their spans tile it, and a line end belongs to the piece before it."""
    marks = raw.page.marks if raw.page else []
    lines = line_spans(raw.text) if marks else paragraphs(raw.text)
    flat = sum(bool(raw.text[start:end].strip()) for _, start, end in lines[: _FEW + 1]) <= _FEW
    whole = flat and sum(bool(raw.text[start:end].strip()) for _, start, end in lines) <= _FEW
    result: list[Piece] = []
    for number, start, end in lines:
        mark = marks[number - 1] if number <= len(marks) else None
        line = raw.text[start:end]
        if not line or line.isspace():
            result.append(Piece(number, start, end, "", BLANK, mark))
        else:
            parts = _remembered if len(line) <= _SHORT else _parts
            for first, last, text, seen, cut, spaced in parts(line, mark is not None, flat, whole):
                result.append(Piece(number, start + first, start + last, text, seen, mark, cut, spaced))
    return result


@lru_cache(maxsize=8192)
def _remembered(line: str, marked: bool, flat: bool, whole: bool) -> tuple[Part, ...]:
    """The parts of a short line: the pages of a site print the same menus, and lists of the same headlines."""
    return _parts(line, marked, flat, whole)


def _parts(line: str, marked: bool, flat: bool, whole: bool) -> tuple[Part, ...]:
    """A line cut into parts: span in the line, text, look, whether it was cut from what is before it, and by spaces."""
    folded = bool(_LINE_END.search(line.rstrip()))
    normal = normalize(_LINE_END.sub(" ", line) if folded else line)
    gaps = _gaps(normal.text, flat) if not marked and not folded else []
    glued = flat_cuts(normal.text) if flat and not marked else []
    tags = section_tags(normal.text) if not marked else 0
    cuts = sorted({0, *_cuts(normal.text, marked, gaps, glued, whole=whole)})
    ends = [*cuts[1:], len(normal.text)]
    made = []
    for start, end in zip(cuts, ends, strict=True):
        text = " ".join(normal.text[start:end].split())
        first = 0 if start == 0 else normal.offsets[start]
        last = len(line) if end == len(normal.text) else normal.offsets[end]
        if last > first:
            spaced = start > 0 and normal.text[start - 2 : start].isspace()
            seen = plain_look("tags") if tags and start == tags else look(text)
            made.append((first, last, text, seen, start > 0, spaced))
    return tuple(made)


def _cuts(text: str, marked: bool, gaps: list[int], glued: list[int], *, whole: bool) -> list[int]:
    """Where a line has to be cut: after paragraphs set apart by spaces, around notices, after a date or a byline."""
    if len(text) < 30 or len(text) > _ENDLESS:
        return [*gaps, *turn_cuts(text)] if len(text) < 30 and "[" in text and not marked else gaps
    cuts = [*gaps, *glued]
    if not marked and "<" in text:
        cuts += [edge for found in _BREAK_TAG.finditer(text) for edge in found.span()]
    if "](" in text:
        cuts += [edge for found in _IMAGE.finditer(text) for edge in found.span()]
    for start, end in _notices(text):
        cuts += [start, end + len(text[end : end + 9]) - len(text[end : end + 9].lstrip())]
    if "=" in text:
        cuts += [found.end() for found in _AFTER_CAPTION.finditer(text)]
    if len(text) >= 60 or "@" in text or "=" in text:
        cuts += edges(text, sorted({0, *cuts}))
    if not marked:
        cuts += [*deck_cuts(text), *tail_cuts(text), *turn_cuts(text), *within_cuts(text), *head_cuts(text)]
        cuts += credited_cuts(text)
        cuts += [after_count(text, whole=whole), section_tags(text)]
    cuts += [end for end in (end_of_credit(text), end_of_told(text)) if end]
    for start, end in pairwise(sorted({0, *gaps, len(text)})):
        behind = caption_behind(text[start:end])
        cuts += [start + behind] if behind else []
    if len(text) <= _HEADED and (tail := dated_tail(text)):
        cuts.append(tail)
    shown = agency_captions(text)
    dated = [span for span in dated_spans(text) if not any(start <= span[0] < end for start, end in shown)]
    cuts += cuts_behind(text, dated)
    for start, end in (*dated, *shown, *marked_captions(text)):
        cuts = [start, *(cut for cut in cuts if not start < cut < end), end]
    return [cut for cut in cuts if 0 < cut < len(text)]


def _gaps(text: str, flat: bool) -> list[int]:
    """The ends of wide gaps that stand for a line's end: after a sentence; in a text without line ends, any, unless
    all its words stand wide apart."""
    if len(text) < 30:
        return []
    gaps = [found.end() for found in _GAP.finditer(text)]
    if not (flat and len(text) >= _LONG and len(gaps) * 10 <= 6 * len(text.split())) and len(text) <= _ENDLESS:
        gaps = [gap for gap in gaps if _SENTENCE_END.search(text[max(gap - 12, 0) : gap])]
    return [gap for gap in gaps if not _is_within(text, gap)]


def _is_within(text: str, gap: int) -> bool:
    """Does a sentence go on behind a wide gap: a particle stands before it, or behind it the office of a name."""
    particle = _GOES_ON.search(text, max(gap - 14, 0), gap)
    if particle and (_NUMBER.match(text, gap) or (particle["sure"] and "가" <= text[gap] <= "힣")):
        return True  # a name may end as a particle does: 박다은  나루시는
    return _OFFICE.match(text, gap) is not None


def _notices(text: str) -> list[tuple[int, int]]:
    """Spans of notices: looked for near the words that every notice has, and not without end."""
    known, done, missed = habits(), 0, 0
    spans: list[tuple[int, int]] = []
    for mark in known.notice_marks.finditer(text):
        if mark.start() < done:
            continue
        before = len(spans)
        for found in known.notices.finditer(text, max(mark.start() - 90, done), mark.end() + 160):
            spans.append(found.span())
            done = found.end()
        done = max(done, mark.end())
        missed += len(spans) == before
        if missed > _MISSES:
            break
    return spans
