"""Lines that lost their ends: menu, headline, time and article in one; a caption behind a paragraph."""

from __future__ import annotations

import re

from helpers.cleaning.habits import habits
from helpers.cleaning.pieces.captions import PLACED
from helpers.cleaning.pieces.dates import moments
from helpers.cleaning.pieces.forms import SENTENCE
from helpers.cleaning.pieces.looks import look

# the site's name
_WORD = re.compile(r"[가-힣A-Za-z0-9.]{2,10}(?:일보|신문|뉴스|방송|경제|투데이|저널|통신|미디어|닷컴|TV)(?=\s)\s*")
_OPENING = "[(【<“\"‘'"
_NUMBER = re.compile(r"\d{1,4}\s+")
_REPORTER = re.compile(r"\s[가-힣]{2,4}\s?(?:선임|인턴)?(?:기자|특파원)[\s|·:]*\Z")
_PLAIN = re.compile(r"[가-힣]다\.(?=\s|\Z|[가-힣“\"‘'(\[<])")
_AFTER = re.compile(r"\s*(?:[가-힣]{2,4}\s?(?:기자|특파원)\s+)?")  # who wrote it, before the site's buttons
_TRAIL = re.compile(r"(?:홈|HOME|Home|뉴스)(?:\s?[>›»]\s?[^\s>›»]{1,8}){1,4}\s+")  # 홈 > 사회 > 나루
_HEAD = 1500  # characters in which menu, headline and time stand
_LONG = 200
_MENU = 4  # buttons one after another that are a menu
_LONG_MENU = 6  # of them that are one where no time stands below
_BUTTONS = 2  # of them behind the last sentence
_HEADLINE = 8
_TAIL = 160
_TURN_END = 20  # characters at the end of a line among which such a mark stands
_LONGEST_CAPTION = 300
_CAPTION_SIGN = re.compile(r"(?<=[가-힣][.])\s?(?=[▲△▼]\s?[가-힣])")
_LAST_TURN = re.compile(r"(?<=\S)\s?(?=\[(?:앵커|기자|리포트|앵커\s?멘트)\]\s*\Z)")  # behind a line of the deck
_TURN = re.compile(r"\[(?:앵커|기자|리포트|앵커\s?멘트)\](?=[^\s\]])")
# 크게보기 before a sentence, where one ended; '크게 보기 때문이다' goes on
_ENLARGE = re.compile(
    r"(?:\A|(?<=[.?!”\"’']\s)|(?<=[.?!”\"’']\s\s))(?:크게보기|(?:이미지|사진)\s?(?:크게\s?보기|확대(?:\s?보기)?))\s+(?=[가-힣“‘\"])"
)
# the address of who took a picture, and what the article says: naru@press.example온새군은 …
_GLUED_MAIL = re.compile(
    r"(?<![A-Za-z0-9._+-])[A-Za-z0-9][A-Za-z0-9._+-]{1,40}@[A-Za-z0-9-]{1,40}(?:\.[a-z]{2,10}){1,3}(?=[가-힣\d“‘\"])"
    r"(?!(?:으로|로|에게|에서|에|을|를|은|는|이|가|와|과|의|도|까지|입니다|이다|이며|이라는|라는|이고|또는|이나)(?:[\s.,)]|\Z))"
)
# who took a picture, and the article glued to it: /사진=(나루=하늘통신) 박하늘 기자온새군은 …
_GLUED_CREDIT = re.compile(
    rf"/\s?사진\s?=\s?(?:{PLACED}\s?)?[가-힣]{{2,4}}\s?기자(?=[가-힣\d“‘\"(])(?![은는이가을를의도와과]\s|에게|라고|이다|이며)"
)
_GLUE = re.compile(r"(?<=[가-힣]다\.)(?=[가-힣A-Z\d“‘])")
_CREDITS = re.compile(r"[▲△▼ⓒ/]|사진|제공|자료|포토\]")
_TOLD_END = re.compile(r"(?:말했|밝혔|전했|덧붙였|설명했|강조했)다\.\s(?=\S)")


def flat_cuts(text: str) -> list[int]:
    """Where a text of one line has to be cut: around its menus, after its headline, around its time, before buttons."""
    if len(text) < _LONG:
        return []
    start, times, end = _time_block(text)
    sentence = SENTENCE.search(text, 0, _HEAD)
    head = start if end else sentence.start() if sentence else 0
    menus = [(first, last) for first, last, count in _menus(text, head) if end or count >= _LONG_MENU]
    cuts = [edge for span in menus for edge in span]
    if end:
        title = max([cut for cut in cuts if cut < start and text[cut:start].strip()], default=0)
        cuts += [start, times, end, *_headline_cuts(text, title, start)]
    tail = _site_tail(text, end)
    return [*cuts, tail] if tail else cuts


def turn_cuts(text: str) -> list[int]:
    """Around each mark of who speaks that is glued to a broadcast's words: [앵커]물레가 돌기 시작했습니다.[기자]…"""
    if text.rstrip().endswith("]") and (last := _LAST_TURN.search(text, max(len(text) - _TURN_END, 0))):
        return [last.end()]
    if len(text) < _LONG:
        return []
    return [edge for found in _TURN.finditer(text) for edge in found.span()]


def within_cuts(text: str) -> list[int]:
    """Around a picture's button before a sentence, and who took it, by address or by name, that is glued to one."""
    buttons = _ENLARGE.finditer(text) if "보기" in text or "확대" in text else ()
    mails = _GLUED_MAIL.finditer(text) if "@" in text else ()
    takers = _GLUED_CREDIT.finditer(text) if "사진" in text else ()
    return [edge for found in (*buttons, *mails, *takers) for edge in found.span()]


def caption_behind(text: str) -> int:
    """Where a caption begins behind the last sentence of a paragraph, on its line; 0 where none does."""
    at = max(len(text) - _TAIL, 0)
    if not _CREDITS.search(text, at):
        return 0
    for pattern in (_CAPTION_SIGN, _TOLD_END):
        found = pattern.search(text, at)
        if found and look(" ".join(text[found.end() :].split())).kind == "caption":
            return found.end()
    glues = [found.end() for found in _GLUE.finditer(text)] if text.rstrip().endswith("]") else []
    alone = len(glues) == 1 and len(text) - glues[0] <= _LONGEST_CAPTION
    return glues[0] if alone and look(" ".join(text[glues[0] :].split())).kind == "caption" else 0


def _time_block(text: str) -> tuple[int, int, int]:
    """Where the word for the time of publication begins, the times end, and the buttons after them; zeros for none."""
    known = habits()
    for moment in moments(text[:_HEAD]):
        at = max(moment.start - 14, 0)
        word = known.published_words.search(text[at : moment.start])
        if not moment.has_time or word is None:
            continue
        end = moment.end
        for other in moments(text[end : end + 80]):
            between = text[end : moment.end + other.start]
            if len(between.strip(" :|")) > 8:
                break
            end = moment.end + other.end
        return at + word.start(), end, max(_buttons_from(text, end)[0], end)
    return 0, 0, 0


def _buttons_from(text: str, at: int) -> tuple[int, int]:
    """The end of the buttons, numbers and names of the site from ``at`` on, and how many buttons they are."""
    at += len(text[at:]) - len(text[at:].lstrip(" .:|·"))
    count = 0
    while True:
        found = habits().controls_at_start.match(text, at) or _WORD.match(text, at)
        number = _NUMBER.match(text, at) if count else None
        if found:
            count += len(found.group().split())
        elif number is None:
            return at - len(text[:at]) + len(text[:at].rstrip(f"{_OPENING} ")) if count else at, count
        at = (found or number).end()  # type: ignore[union-attr]


def _menus(text: str, end: int) -> list[tuple[int, int, int]]:
    """Spans of buttons one after another before ``end``, and how many they are."""
    spans: list[tuple[int, int, int]] = []
    at = trail.end() if (trail := _TRAIL.match(text)) else 0
    if at:
        spans.append((0, at, _LONG_MENU))
    while at < end:
        last, count = _buttons_from(text, at)
        if count >= _MENU:
            spans.append((at, last, count))
        space = text.find(" ", max(last, at + 1), end)
        if space < 0:
            break
        at = space + 1
    return spans


def _headline_cuts(text: str, start: int, end: int) -> list[int]:
    """Before the reporter behind a headline, and between a headline and itself, printed twice."""
    reporter = _REPORTER.search(text[start:end])
    last = start + reporter.start() if reporter else end
    line = text[start:last].strip()
    half = len(line) // 2
    twice = len(line) >= 2 * _HEADLINE and line[:half].strip() == line[half:].strip()
    first = start + len(text[start:last]) - len(text[start:last].lstrip())
    return [last] * bool(reporter) + [first + half + 1] * twice


def _site_tail(text: str, start: int) -> int:
    """Where, behind a sentence with none of an article's after it, the reporter and the site's buttons begin."""
    ends = [found.end() for found in SENTENCE.finditer(text, start)]
    plain = [found.end() for found in _PLAIN.finditer(text, start)]
    for end in ends:
        if plain and end < plain[-1]:
            continue
        after = _AFTER.match(text, end)
        at = after.end() if after else end
        if _buttons_from(text, at)[1] >= _BUTTONS:
            return end
    return 0
