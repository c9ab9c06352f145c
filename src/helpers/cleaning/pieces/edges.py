"""What stands before an article's prose on its line, and after it: dates, buttons, a reporter's mail, promotions."""

from __future__ import annotations

import re

from helpers.cleaning.habits import habits
from helpers.cleaning.pieces.dates import moments
from helpers.cleaning.pieces.forms import DATELINE, EMAIL, SENTENCE
from helpers.cleaning.pieces.looks import look

_PROMOTED = re.compile(r"[▶►☞★▣]")
_OTHERS = re.compile(
    r"(?<=[.\s])관련\s?(?:기사|키워드|뉴스)(?![은는이가을를에의로도와과]|에서|\s?[.,])"
)  # glued to the article
_REPORTER = re.compile(r"(?:[가-힣]{1,6}[=/]\s?)?[가-힣]{2,4}\s?(?:기자|특파원|PD|앵커)\s?[=(\[|·]?\s?\Z")
# [섬신문 박하늘 기자], (섬신문=박하늘 기자)
_CREDIT = re.compile(
    r"(?:\[[^\[\]\d]{2,14}\s[가-힣]{2,4}\s?(?:기자|특파원)\]|[(\[][가-힣A-Za-z]{2,12}\s?=\s?[가-힣]{2,4}\s{0,3}(?:기자|특파원)[)\]])"
    r"(?=\s?[가-힣A-Za-z‘“\"])"
)
# a headline in brackets between the reporter and the first sentence:
# [섬신문 박하늘 기자] [[물레]다시 도는 방앗간…봄부터]나루시는
_HEADLINE = re.compile(
    r"[\[(【][^\[\]()【】]{2,24}(?:기자|특파원)\s?[\])】]\s?(?P<head>\[(?:\[[^\[\]]{1,16}\])?[^\[\]]{12,110}\])(?=[가-힣A-Za-z\d‘“\"])"
)
_STOP = re.compile(r"[가-힣]{2}[\"”’')\]]{0,3}\.[\"”’')\]]{0,3}")
_BEFORE_TIME = re.compile(
    r"(?:(?:(?:(?<=\s)|\A)[가-힣]{2,3}|[가-힣]{3})\s?(?:선임|인턴)?(?:기자|특파원)|[|/\s·\[(]++|\s?(?P<word>[가-힣A-Za-z0-9]{2,12}))\Z"
)
_SHORTEST_HEAD = 8


def edges(text: str, starts: list[int]) -> list[int]:
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
        if start == 0 and (headed := _HEADLINE.match(part)) and not SENTENCE.search(headed["head"]):
            cuts += headed.span("head")
        credit = _CREDIT.search(part[:400])
        if credit and credit.start() > 8:
            cuts.append(start + credit.start())
    return cuts


def dated_tail(text: str) -> int:
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
