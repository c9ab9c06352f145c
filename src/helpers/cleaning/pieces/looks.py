"""What one piece of text looks like on its own: a button, a notice, a headline, prose."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.cleaning.evidence import Form, evidence
from helpers.cleaning.habits import habits, squeeze
from helpers.cleaning.outlet_names import is_known
from helpers.cleaning.pieces.agency import dated_captions
from helpers.cleaning.pieces.captions import agency_captions, ends_in_credit, is_caption
from helpers.cleaning.pieces.forms import DATELINE, EMAIL, PLAIN_END, SENTENCE
from helpers.cleaning.pieces.signed import is_date_line

_IN_WORDS = re.compile(r"(?:으로|로|에서|에|을|를|은|는|이|가|와|과|의|도)\s\S")  # naru@… 로 몰려
_BULLET = re.compile(r"[•◦∙‣▪·*ㆍ]\s*(?=\S)|[-–]\s+(?=\S)|\d{1,2}\s*[.)]?\s*\Z")
_ITEM_SIGNS = ("◇", "◆", "○", "●", "□")
_LIST_MARK = re.compile(r"[▲△▷▶■□◆◇●○▼▽☞※]")
_HEADED = re.compile(r"[\[<(【■▶☞◆]\s?([가-힣A-Za-z ]{2,16})\s?[\]>)】:]\s?[☞▶▷·:-]?")
_PICTURES = re.compile(r"(?:포토|사진|화보|영상)")
_PROMOTION = re.compile(r"[▶▷►☞★☆■◆▣●※→⇒]️?|-\s?\[|\[\s")
_HANGUL = re.compile(r"[가-힣]")
_POLITE = re.compile(r"(?:니다|세요|시오|니까|해요|예요|에요|보기|하기|주의|안내|가능|\?)[.!?)]*\Z")
_MENU = 4  # spaces in a line of buttons among which the site's name may stand
_NAMES = re.compile(r"(?:\A|(?<=\s))[가-힣A-Za-z]{2,8}(?:일보|신문|뉴스|방송|투데이|저널|통신|닷컴|TV)\s(?=\S)")
# what a word means, below an article that uses it: ☞ 물레=물의 힘으로 돌리는 …
GLOSS = re.compile(
    r"[☞※▶]\s?[가-힣A-Za-z][^\s=:：]{0,15}(?:\s[^\s=:：]{1,10}){0,2}\s?[=:：]\s?(?=[가-힣A-Za-z“‘'\"])(?=.{16})"
)
_ASKS = re.compile(r"하기(?:\s|\Z)|클릭|바로\s?가기|https?:|www\.|@|하세요|주세요|[☎☏]")
_ASKED = re.compile(r"(?:(?<!니)까|[은는던인]가|[느으]냐)\?[”\"’')\]]{0,2}\Z")  # as a writer asks, and no site
_SIGN_OFF = re.compile(
    r"(?:[가-힣A-Za-z0-9]{2,12}(?:뉴스|TV)?\s)?[가-힣]{2,4}(?:\s?기자)?(?:입니다|이었습니다|였습니다)\.?\s?\Z"
)
_TRUNCATED = re.compile(
    r"(?:(?<!\.)\.{2,}|…)\s?(?:https?://\S{1,300}|더보기|\(더보기\)|자세히|[\w가-힣]{2,10})?\s*\Z|https?://\S{1,300}\s*\Z"
)


class Look(NamedTuple):
    """What a piece seems to be, and how much it speaks for (or against) the article going through it."""

    kind: str
    weight: float


_IMAGE = re.compile(r"!\[|(?:!\[[^\[\]]{0,40})?\]\(https?://[^\s()]{1,600}\)")  # Markdown around what a picture shows
_BRACKETED = re.compile(r"[\[【]\s?([^\[\]【】()<>=/|]{2,12}?)\s?[\]】]")  # [나루일보]
_LONGEST_MARK = 14  # characters of an outlet's name in brackets
_IMPRINT = 3  # words of an imprint on one line
BLANK = Look("blank", 0.0)


@lru_cache(maxsize=64)
def plain_look(kind: str) -> Look:
    """The look of a kind whose weight does not depend on the line's length."""
    return Look(kind, evidence().weights[kind])


def look(text: str) -> Look:
    """The look of a stripped, normalized piece of text. Long pieces are judged by their edges."""
    if len(text) <= 200:
        return _cached(text)
    return _look(text)


@lru_cache(maxsize=8192)
def _cached(text: str) -> Look:
    return _look(text)


def _look(text: str) -> Look:
    if not text:
        return BLANK
    bullet = _BULLET.match(text)
    core = text[bullet.end() :] if bullet else text
    size = len(core) - core.count(" ")
    if _IMAGE.fullmatch(core):
        return plain_look("markup")
    if len(known_imprint(core)) >= _IMPRINT:
        return plain_look("notice")
    if [(0, len(core))] in (agency_captions(core), dated_captions(core)):
        return plain_look("caption")
    if len(core) <= 160:
        found = _fixed(core, size)
        if found:
            return found
    if size <= 220:
        found = _by_form(core, size)
        if found:
            return found
    return _prose_or_not(core, size, bool(bullet))


def _fixed(core: str, size: int) -> Look | None:
    """Buttons, heads, counters and notices: known words and nothing else."""
    known = habits()
    squeezed = squeeze(core)
    if known.published_words.fullmatch(core) or known.modified_words.fullmatch(core) or is_date_line(core):
        return plain_look("date")
    found = _form(core, size, evidence().forms)
    if found:
        return found
    if len(squeezed) <= 40:
        bare = re.sub(r"(?:더보기|전체보기|바로가기|\d)+\Z", "", squeezed) or squeezed
        if bare in known.summary_heads or squeezed in known.summary_heads:
            return plain_look("summary head")
        if bare in known.related_heads or squeezed in known.related_heads:
            return plain_look("related head")
        if bare in known.closing_heads and bare != "댓글":
            return plain_look("closing head")
    if known.counters.match(core):
        return plain_look("counter")
    menu = core[-1:] not in ".?!" and core.count(" ") >= _MENU
    bare = _NAMES.sub("", core) if menu else core
    buttons = known.controls.match(bare)
    if buttons and (
        buttons.end() == len(bare)
        or (buttons.end() >= 12 and buttons.end() * 10 >= len(bare) * 7 and not PLAIN_END.search(bare))
    ):
        return plain_look("control")
    notice = known.notices.search(core) if known.notice_marks.search(core) else None
    if notice and (notice.end() - notice.start()) * 2 >= len(core):
        return plain_look("notice")
    return None


def known_imprint(core: str) -> set[str]:
    """What a paper says of itself on a line, if it says so of its office, its licence and the like."""
    marked = core.count(":") + core.count("：") + core.count("|")
    return {found.group() for found in habits().imprint.finditer(core[:600])} if marked >= _IMPRINT else set()


def _form(core: str, size: int, forms: tuple[Form, ...]) -> Look | None:
    """The look of the first of the forms that fits a line."""
    for form in forms:
        if size <= form.longest and form.pattern.match(core) and not (form.unless and form.unless.search(core)):
            return _prose(size) if form.kind == "prose" else plain_look(form.kind)
    return None


def _prose(size: int) -> Look:
    """Running text: the longer the line, the more it speaks for the article."""
    return Look("prose", min(size, 260) + 10.0)


def _by_form(core: str, size: int) -> Look | None:
    """Addresses of reporters, bylines, credits and tags: known by their form."""
    mail = EMAIL.search(core)
    if (
        mail
        and not _IN_WORDS.match(core, mail.end())
        and size - (mail.end() - mail.start()) <= 40
        and not PLAIN_END.search(core.replace(mail.group(), "").strip(" ()"))
        and not SENTENCE.search(core[: mail.start()])
    ):
        return plain_look("mail")
    if mail and _SIGN_OFF.match(core[: mail.start()].rstrip(" (")):
        return plain_look("mail")
    return _form(core, size, evidence().late_forms)


def _prose_or_not(core: str, size: int, bullet: bool) -> Look:
    hangul = len(_HANGUL.findall(core[:2000]))
    if hangul < 2:
        return plain_look("foreign")
    sentences = len(SENTENCE.findall(core[:3000]))
    explained = core.endswith("다.") or (GLOSS.match(core) and not _ASKS.search(core))
    if _PROMOTION.match(core) and size <= 90 and habits().promoted.search(core) and not explained:
        return plain_look("talk")
    phrase = habits().phrases.search(core) if size <= 170 else None
    if phrase and not PLAIN_END.search(core) and len(phrase.group()) * 3 >= size:
        return plain_look("talk")
    if size <= _LONGEST_MARK and (named := _BRACKETED.fullmatch(core)) and is_known(named[1]):
        return plain_look("picture credit")
    plain = bool(PLAIN_END.search(core))
    if ends_in_credit(core) and is_caption(core, size, sentences, plain=plain):
        return plain_look("caption")
    headed = _HEADED.match(core)
    pictured = headed and headed.end() < len(core) and _PICTURES.match(headed[1])  # [포토] and a headline
    if headed and squeeze(headed[1]) in habits().related_heads and not pictured:
        return plain_look("related head")
    talk = _talk(core, size, phrase) if size <= 170 else None
    if talk:
        return talk
    tail = core[-400:]
    signed = core[:1] in _ITEM_SIGNS and "http" not in tail  # ◇ … 민심들…: an item that trails off on purpose
    if size <= 400 and _TRUNCATED.search(tail) and not (bullet or signed) and ("http" in tail or sentences):
        return plain_look("teaser")
    if _LIST_MARK.match(core) and size >= 40 and not sentences and (core.count(",") >= 3 or "☎" in core or "=" in core):
        return Look("list line", min(size, 200) * 0.3)
    if is_caption(core, size, sentences, plain=plain):
        return plain_look("caption")
    ends = bool(re.search(r"[.?!][\"”’')\]]{0,3}\Z|[다요][\"”’']\Z", core))
    if sentences and (size >= 45 or (ends and PLAIN_END.search(tail))):
        return _prose(size)
    if DATELINE.search(core[:200]) and size >= 20:
        return Look("prose", min(size, 260) + 20.0)
    if size >= 80 and hangul >= 30 and core.count(" ") >= 8:
        return Look("prose", min(size, 260) * 0.5)
    if bullet:
        return plain_look("item")
    if _LIST_MARK.match(core) and size >= 25:
        return plain_look("list line")
    return plain_look("fragment")


def service_words(text: str) -> set[str]:
    """The words of a site about its own service that a text holds."""
    return {found.group() for found in habits().service_words.finditer(text)}


def _talk(core: str, size: int, phrase: re.Match[str] | None) -> Look | None:
    """A site speaking to its visitor: its stock phrases, or its own words with an address to the reader."""
    polite = bool(_POLITE.search(core)) and not _ASKED.search(core)
    plain = not polite and bool(PLAIN_END.search(core))
    if phrase and not plain and (size <= 90 or (phrase.start() < 30 and size <= 170)):
        return plain_look("talk")
    if plain or size > 110 or core[:1] in '“"‘' or re.search(r"[”\"](?:라고|이라고|며|고)", core):
        return None
    words = service_words(core)
    if words and core.endswith(("하시겠습니까?", "하실 수 있습니다.", "해주세요.", "해 주세요.")) and size <= 50:
        return plain_look("talk")
    share = sum(map(len, words)) / size
    if (len(words) >= 2 and (size <= 60 or len(words) >= 3)) or (words and polite and size <= 45) or (share > 0.25):
        return plain_look("talk?")
    return plain_look("talk") if core.startswith(("(예시)", "예시)")) else None
