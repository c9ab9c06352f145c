"""Raw text to pieces: lines, and parts of a line where an article and something else share it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from helpers.cleaning.evidence import Verdict
from helpers.cleaning.files.reading import RawText
from helpers.cleaning.habits import habits
from helpers.cleaning.html.page import Mark
from helpers.cleaning.pieces.captions import PLACED, agency_captions, end_of_credit, end_of_told
from helpers.cleaning.pieces.dates import moments
from helpers.cleaning.pieces.folding import line_spans, paragraphs
from helpers.cleaning.pieces.forms import DATELINE, EMAIL, SENTENCE
from helpers.cleaning.pieces.gluing import caption_behind, flat_cuts, turn_cuts
from helpers.cleaning.pieces.looks import BLANK, Look, look
from helpers.cleaning.pieces.tails import tail_cuts
from helpers.normalize import normalize

_LINE_END = re.compile(r"[\r\n\u2028\u2029]")
_GAP = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)|(?<=\S)\t(?=\S)")
_SENTENCE_END = re.compile(r"(?:[.?!][”\"’')\]]{0,3}|[다요]\.?[”\"])[ \t]{1,11}\Z")
_BREAK_TAG = re.compile(r"</?(?:br|p|div)\s{0,3}/?>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[(?=[^\n]{0,400}\]\(http)|\]\(https?://[^\s()]{1,600}\)")  # of a page saved as Markdown
_PROMOTED = re.compile(r"[▶►☞★▣]")
_OTHERS = re.compile(
    r"(?<=[.\s])관련\s?(?:기사|키워드|뉴스)(?![은는이가을를에의로도와과]|에서|\s?[.,])"
)  # glued to the article
_REPORTER = re.compile(r"(?:[가-힣]{1,6}[=/]\s?)?[가-힣]{2,4}\s?(?:기자|특파원|PD|앵커)\s?[=(\[|·]?\s?\Z")
_CREDIT = re.compile(r"\[[^\[\]\d]{2,14}\s[가-힣]{2,4}\s?(?:기자|특파원)\](?=\s?[가-힣‘“\"])")  # [섬신문 박하늘 기자]
# an agency's caption ends in a mail, and its article begins: …있다. photo@…[나루=하늘통신]
_AFTER_CAPTION = re.compile(rf"(?:{EMAIL.pattern})\s?(?={PLACED})")
_STOP = re.compile(r"[가-힣]{2}[\"”’')\]]{0,3}\.[\"”’')\]]{0,3}")
_BEFORE_TIME = re.compile(
    r"(?:(?:(?:(?<=\s)|\A)[가-힣]{2,3}|[가-힣]{3})\s?(?:선임|인턴)?(?:기자|특파원)|[|/\s·\[(]++|\s?(?P<word>[가-힣A-Za-z0-9]{2,12}))\Z"
)
_HEADED = 200
_SHORTEST_HEAD = 8
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
    result: list[Piece] = []
    for number, start, end in lines:
        mark = marks[number - 1] if number <= len(marks) else None
        line = raw.text[start:end]
        if not line or line.isspace():
            result.append(Piece(number, start, end, "", BLANK, mark))
        else:
            parts = _remembered if len(line) <= _SHORT else _parts
            for first, last, text, seen, cut, spaced in parts(line, mark is not None, flat):
                result.append(Piece(number, start + first, start + last, text, seen, mark, cut, spaced))
    return result


@lru_cache(maxsize=8192)
def _remembered(line: str, marked: bool, flat: bool) -> tuple[Part, ...]:
    """The parts of a short line: the pages of a site print the same menus, and lists of the same headlines."""
    return _parts(line, marked, flat)


def _parts(line: str, marked: bool, flat: bool) -> tuple[Part, ...]:
    """A line cut into parts: span in the line, text, look, whether it was cut from what is before it, and by spaces."""
    folded = bool(_LINE_END.search(line.rstrip()))
    normal = normalize(_LINE_END.sub(" ", line) if folded else line)
    gaps = _gaps(normal.text, flat) if not marked and not folded else []
    glued = flat_cuts(normal.text) if flat and not marked else []
    cuts = sorted({0, *_cuts(normal.text, marked, gaps, glued)})
    ends = [*cuts[1:], len(normal.text)]
    made = []
    for start, end in zip(cuts, ends, strict=True):
        text = " ".join(normal.text[start:end].split())
        first = 0 if start == 0 else normal.offsets[start]
        last = len(line) if end == len(normal.text) else normal.offsets[end]
        if last > first:
            spaced = start > 0 and normal.text[start - 2 : start].isspace()
            made.append((first, last, text, look(text), start > 0, spaced))
    return tuple(made)


def _cuts(text: str, marked: bool, gaps: list[int], glued: list[int]) -> list[int]:
    """Where a line has to be cut: after paragraphs set apart by spaces, around notices, after a date or a byline."""
    if len(text) < 30 or len(text) > _ENDLESS:
        return gaps
    cuts = [*gaps, *glued]
    if not marked and "<" in text:
        cuts += [edge for found in _BREAK_TAG.finditer(text) for edge in found.span()]
    if "](" in text:
        cuts += [edge for found in _IMAGE.finditer(text) for edge in found.span()]
    for start, end in _notices(text):
        cuts += [start, end + len(text[end : end + 9]) - len(text[end : end + 9].lstrip())]
    if "=" in text:
        cuts += [found.end() for found in _AFTER_CAPTION.finditer(text)]
    if len(text) >= 60:
        cuts += _edges(text, sorted({0, *cuts}))
    if not marked:
        cuts += [*tail_cuts(text), *turn_cuts(text)]
    cuts += [end for end in (end_of_credit(text), end_of_told(text), caption_behind(text)) if end]
    if len(text) <= _HEADED and (tail := _dated_tail(text)):
        cuts.append(tail)
    for start, end in agency_captions(text):
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
    return gaps


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


def _edges(text: str, starts: list[int]) -> list[int]:
    """Cuts at the edges of each part: controls and dates before prose, mail and controls after it."""
    cuts: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end]
        if len(part.strip()) < 25 or not SENTENCE.search(part):
            continue
        head = _head_end(part)
        if head:
            cuts.append(start + head)
        cuts += [start + cut for cut in _tail_cuts(part)]
        opening = DATELINE.search(part[:400])
        if opening and opening.start() > 8 and start == 0 and "=" in opening.group():
            cuts.append(opening.start())
        credit = _CREDIT.search(part[:400])
        if credit and credit.start() > 8:
            cuts.append(start + credit.start())
    return cuts


def _dated_tail(text: str) -> int:
    """Where, in a headline's line, the reporter, the outlet and the time after it begin; 0 where none are."""
    moment = next(iter(moments(text)), None)
    if moment is None or look(" ".join(text[moment.start :].split())).kind not in ("date", "control", "counter"):
        return 0
    known, end, named = habits(), moment.start, False
    while end:
        at = max(end - 14, 0)
        label, before = known.published_words.search(text[at:end]), _BEFORE_TIME.search(text, max(end - 40, 0), end)
        word = before["word"] if before else None
        if label:
            end, named = at + label.start(), True
        elif before is None or (word and word not in known.outlets and not known.mastheads.fullmatch(word)):
            break
        else:
            end, named = before.start(), named or bool(before.group().strip(" |/·[("))
    head = text[:end].rstrip()
    headed = len(head) >= _SHORTEST_HEAD and " " in head and not SENTENCE.search(f"{head} ")
    return end if headed and (named or moment.has_time) else 0


def _head_end(part: str) -> int:
    """The end of dates and controls that stand before prose on its line; 0 where there are none."""
    at, dated, words = 0, False, 0
    for _ in range(12):
        rest = part[at : at + 200]
        space = len(rest) - len(rest.lstrip())
        found = next(iter(moments(rest[:60])), None)
        if found and (found.has_time or dated) and _only_words(rest[: found.start]):
            at += found.end
            dated = True
            at += len(part[at : at + 3]) - len(part[at : at + 3].lstrip(". "))
            continue
        control = habits().controls_at_start.match(rest, space)
        if not control or not (dated or words):
            break
        at += control.end()
        words += 1
    return at if dated and at < len(part) - 20 else 0


def _only_words(text: str) -> bool:
    known = habits()
    bare = text.strip(" :|[]()")
    return not bare or (
        bool(known.published_words.search(bare) or known.modified_words.search(bare)) and len(bare) <= 8
    )


def _tail_cuts(part: str) -> list[int]:
    """Cuts before a reporter's mail that ends a line of prose, and before controls after it."""
    return sorted({*_mail_cuts(part), *_promotion_cuts(part)})


def _promotion_cuts(part: str) -> list[int]:
    """Cuts before each ▶ and the like after the last sentence."""
    tail = part[-500:]
    base = len(part) - len(tail)
    ends = [found.end() for found in _STOP.finditer(tail)]
    promoted = [*_PROMOTED.finditer(tail, ends[-1]), *_OTHERS.finditer(tail, ends[-1])] if ends else []
    return sorted(base + found.start() for found in promoted)


def _mail_cuts(part: str) -> list[int]:
    """Cuts before the reporter and the mail that follow the last sentence, and after them."""
    tail = part[-300:]
    base = len(part) - len(tail)
    mail = next(EMAIL.finditer(tail), None)
    if mail is None or _STOP.search(tail, mail.end()):
        return []
    before = tail[: mail.start()]
    ends = [found.end() for found in _STOP.finditer(before)]
    after = [base + mail.end()] if len(tail) - mail.end() > 3 else []
    if ends and len(before) - ends[-1] <= 40:
        return [base + ends[-1], *after]
    name = _REPORTER.search(before)
    return [base + (name.start() if name else mail.start()), *after]
