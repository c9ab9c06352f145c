"""What a page says of its article: title, series, times, outlet, section, reporter, address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from helpers.cleaning.files.reading import RawText
from helpers.cleaning.habits import habits
from helpers.cleaning.page.file_names import title_of_file
from helpers.cleaning.page.outlet import find_outlet, outlet_of_head
from helpers.cleaning.page.reporter import find_reporter, reporter_of_head
from helpers.cleaning.page.series import split_series
from helpers.cleaning.page.sites import page_titles, without_site
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.dates import Moment, in_korea, moments, told

_HEADING_MARK = re.compile(r"\A#{1,6}\s+")
# no address of a page: a DOI, that of a source in a list of them
_ADDRESS = re.compile(r"https?://(?!(?:dx\.)?doi\.org/|[^\s<>\"')\]]{1,80}/10\.\d{4,9}/)[^\s<>\"')\]]{8,300}")

_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp)\b", re.IGNORECASE)
_PAGE = re.compile(r"\s?\d{1,3}\s?면(?![가-힣])")  # of the print: its day is that of publication
_REGISTERED = re.compile(r"등록번호|등록일자|창간|발행인|편집인|사업자|정기간행물|인터넷신문|대표전화")
_BESIDE = 40  # pieces between a title and a day that a word names the day of publication
# what sites print of themselves at the foot of a page; two of them within so many lines are an imprint
_IMPRINT = re.compile(r"등록\s?번호|제호|편집인|발행인|청소년\s?보호|사업자|대표자|통신판매")
_IMPRINT_LINES = 10
Candidate = tuple[int, Moment, str]  # the piece, the time in it, and what a word says of it: published, modified
_SURE = 40  # the least score of a time that a word or its place says to be that of publication


@dataclass(frozen=True)
class Metadata:
    """Columns of tables.ARTICLES that the page itself fills."""

    title: str | None
    title_from: str | None
    series: str | None
    published_at: str | None
    modified_at: str | None
    outlet: str | None
    section: str | None
    reporter: str | None
    address: str | None


def find_metadata(
    raw: RawText, pieces: list[Piece], title: int | None, start: int, names: frozenset[str] = frozenset()
) -> Metadata:
    """What the pieces and, of an HTML page, its metadata say.

    start  the article's first piece
    names  what the page calls the site and the section (``site_names``)
    """
    head = raw.page.metadata if raw.page else {}
    headline, series, title_from = _headline(raw, pieces, title, names)
    times = _candidates(pieces)
    published, sure, modified = _find_times(pieces, times, title, start)
    shown = {moment.iso[:16] for _, moment, _ in times if moment.has_time}
    return Metadata(
        title=headline,
        title_from=title_from,
        series=series,
        published_at=_told_time(head, shown, habits().published_metas)
        or (published if sure else None)
        or _told_time(head, shown, ("marked:published", "data:published"))
        or published,
        modified_at=_told_time(head, shown, habits().modified_metas) or modified,
        outlet=outlet_of_head(head) or find_outlet(pieces, title) or outlet_of_head(head, certain=False),
        section=head.get("article:section") or head.get("ld:articleSection"),
        reporter=find_reporter(pieces, start) or reporter_of_head(head),
        address=head.get("og:url") or _address(pieces),
    )


def _headline(
    raw: RawText, pieces: list[Piece], title: int | None, names: frozenset[str]
) -> tuple[str | None, str | None, str | None]:
    """Title, series, and where the title was found."""
    text = pieces[title].text if title is not None else None
    origin = "text"
    if text is None and raw.page:
        text, origin = next(iter(page_titles(raw.page, names)), None), "page"
    if text is None:
        text, origin = title_of_file(raw.name), "file"
    if not text:
        return None, None, None
    text = habits().title_labels.sub("", _HEADING_MARK.sub("", text), count=1) if origin == "text" else text
    text = text.strip(" |ㅣ-–▶")
    return *split_series(without_site(text, names)), origin


def _told_time(head: dict[str, str], shown: set[str], names: Iterable[str]) -> str | None:
    """The first of the times under ``names``, in Korea's zone where it is given as UTC.

    A page that shows the same clock time to its readers (``shown``) calls its local time UTC by mistake.
    """
    for name in names:
        found = told(head.get(name, ""))
        if found:
            return in_korea(found.iso, mislabelled=found.iso[:16] in shown)
    return None


def _find_times(
    pieces: list[Piece], times: list[Candidate], title: int | None, start: int
) -> tuple[str | None, bool, str | None]:
    """The time of publication, whether something beside it says that it is that, and the time of change.

    That of publication is what a word names so; else the first time beside the title or the article. What is said to be
    changed above the headline, with a time below it, is the site.
    """
    published: list[tuple[float, int, str]] = []
    modified: list[str] = []
    for index, moment, role in times:
        if role == "modified":
            if title is None or index > title or not any(place > title for place, _, _ in times):
                modified.append(in_korea(moment.iso))
            continue
        score = _time_score(pieces, index, moment, role, title, start)
        if score > 0:
            published.append((-score, index, in_korea(moment.iso)))
    score, _, best = min(published) if published else (0.0, 0, None)
    return best, score <= -_SURE, next(iter(modified), None)


def _candidates(pieces: list[Piece]) -> list[Candidate]:
    found: list[Candidate] = []
    for index, piece in enumerate(pieces):
        if piece.kept or len(piece.text) > 300 or not (inside := moments(piece.text)):
            continue
        if _says_after(piece.text, inside):
            ends = [*(moment.start for moment in inside[1:]), len(piece.text)]
            found += [
                (index, moment, _role(piece.text[moment.end : end])) for moment, end in zip(inside, ends, strict=True)
            ]
            continue
        at = 0
        for moment in inside:
            before = piece.text[at : moment.start]
            if not before.strip(" :|[]()"):
                before = _word_before(pieces, index) if at == 0 else before
            role = _role(before) or ("published" if _PAGE.match(piece.text, moment.end) else "")
            found.append((index, moment, role))
            at = moment.end
    return found


def _says_after(text: str, inside: list[Moment]) -> bool:
    """Does a line name its times after them (2031.02.03 04:05 송고), and not before."""
    return not text[: inside[0].start].strip(" :|[]()") and bool(_role(text[inside[-1].end :]))


def _word_before(pieces: list[Piece], index: int) -> str:
    before = next((p for p in reversed(pieces[max(index - 3, 0) : index]) if p.kind != "blank"), None)
    return before.text if before and len(before.text) <= 12 else ""


def _role(before: str) -> str:
    known = habits()
    word = before.strip()[-14:]
    if known.modified_words.search(word):
        return "modified"
    return "published" if known.published_words.search(word) else ""


def _is_of_imprint(pieces: list[Piece], index: int) -> bool:
    """Does a day stand among what a site says of itself, no prose between: when the paper was first published."""
    before = takewhile(_is_short, reversed(pieces[max(index - _IMPRINT_LINES, 0) : index]))
    after = takewhile(_is_short, pieces[index + 1 : index + 1 + _IMPRINT_LINES])
    return sum(_IMPRINT.search(piece.text) is not None for piece in (*before, *after)) >= 2


def _is_short(piece: Piece) -> bool:
    return piece.kind not in ("prose", "turn") and len(piece.text) <= 60


def _time_score(pieces: list[Piece], index: int, moment: Moment, role: str, title: int | None, start: int) -> float:
    """How much a moment looks like the time of publication; a bare date far from title and article is none."""
    if title is not None:
        near = (-3 if moment.has_time else 1) <= index - title <= 14
    else:
        near = 0 < start - index <= (12 if moment.has_time else 4)
    beside = near or abs(index - (title if title is not None else start)) <= _BESIDE or moment.has_time
    score = 0.0 if role != "published" else 100.0 if beside else 12.0
    if _REGISTERED.search(pieces[index].text) or _is_of_imprint(pieces, index):
        return 0.0
    if pieces[index].kind == "date" or role:
        score += (30.0 if near else 0.0) + (20.0 if moment.has_time else 0.0)
        if role != "published" and not near:
            above = title is not None and -3 <= index - title < 0
            score = 15.0 if above or (moment.has_time and index < start) else 0.0
    elif near and moment.has_time:
        score += 25.0
    return score - min(abs(index - (title if title is not None else start)) * 0.1, 10.0)


def _address(pieces: list[Piece]) -> str | None:
    """An address that stands alone on a line, or after a word for it; none to which readers are to send something."""
    for piece in pieces:
        if piece.kind == "tip line":
            continue
        found = _ADDRESS.search(piece.text[:400]) if not piece.kept and "http" in piece.text[:400] else None
        if found and not _PICTURE.search(found.group()) and len(found.group()) * 10 >= len(piece.text) * 6:
            return found.group()
    return None
