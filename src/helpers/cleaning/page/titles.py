"""The title of an article among its pieces, without the site's name; the series it belongs to."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter

from helpers.cleaning.habits import habits, squeeze
from helpers.cleaning.page.sites import is_masthead
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.forms import DATELINE

_PART = r"(?:[①-⑳⑴-⒇❶-❿]|\s?\d{1,3}\s?(?:회|편|부|화)|[\s(#-]\s?\d{1,3}\)?|[\s(-]\s?[상중하上中下]\)?)"
_SERIES = re.compile(rf"(?<!\s)\s*[\[<〈【(]\s?([^\[\]<>〈〉【】()]{{2,30}}{_PART})\s?[\]>〉】)]\s*")
_YEARLY = re.compile(r"\[((?:19|20)\d\d년?\s[가-힣A-Za-z][^\[\]]{1,20})\]\s*(?=\S)")  # [2031 나루의 선택]
_NOT_SERIES = re.compile(r"\d{4}|\d\s?보|[월일시분초%원명개]\s*\Z|종합|[vV][sS]")
_HEADLINE_KINDS = frozenset({"fragment", "prose", "item", "caption", "list line", "teaser", "talk?"})
_PUNCTUATED = re.compile(r"[,…?!“”‘’\"'·]|\.\.")
_TAGGED = re.compile(r"[\[<【][^\[\]<>【】]{2,16}[\]>】]\s?\S.{5}")  # [아침에 한 장] 나루의 봄
_SIGNS = re.compile(r"[\W_]+")
_AROUND = frozenset({"date", "byline", "mail"})
_MATTER = frozenset({"fragment", "prose", "item", "caption", "list line", "foreign", "turn"})
_ENDING = frozenset({"notice", "mail", "related head", "closing head", "summary head", "tags", "talk", "tip line"})
_FIRST_WORD = re.compile(r"[가-힣]+|\S+")
_ENDED = re.compile(r"(?<![.…])[가-힣][”\"’']?\.\Z")  # as no headline does
_SENTENCE = 30  # characters of a line that ends so and is a sentence
_BELOW = 5  # lines among which the time below such a headline stands
_ABOVE = 5  # lines of the site above the first of a text
_HEADLINE = 8
_LEAST_TITLE = 6  # characters beside a series' tag
_SITES = frozenset({"control", "counter", "talk", "talk?", "foreign"})
_NEAR_TOP = 60  # pieces

SHORTEST = 12  # characters of a line of a deck; a shorter one is a section's or the paper's name


def find_title(
    pieces: list[Piece],
    start: int,
    hints: list[str],
    *,
    names: frozenset[str] = frozenset(),
    file_title: str | None = None,
) -> int | None:
    """The piece that is the title: before the article's first prose at ``start``, or its first piece; None if none is.

    ``hints`` are titles that an HTML page's head names, ``names`` the site's and the section's. Where the file is named
    after a headline (``file_title``), that line is the title, and no other that has neither date nor byline below it.
    """
    wanted = [squeeze(hint) for hint in hints if len(squeeze(hint)) >= 6]
    repeats = Counter(squeeze(piece.text) for piece in pieces if 8 <= len(piece.text) <= 160)
    scores: list[tuple[float, int]] = []
    lead = (i for i in range(start, len(pieces)) if pieces[i].kind == "prose" and len(pieces[i].text) >= 40)
    limit = min(next(lead, start) + 1, start + 14, len(pieces))
    top = _top(pieces)
    for index in range(limit):
        if file_title and _is_same(pieces[index].text, file_title) and pieces[index].kind in _HEADLINE_KINDS:
            return index
        score = 0.0 if is_masthead(pieces[index].text, names) else _score(pieces, index, wanted, repeats, top)
        if index >= limit - 1 and score < 60 and index != top:
            score = 0.0
        if file_title and not any(piece.kind in _AROUND for piece in pieces[index + 1 : index + 6]):
            score = 0.0
        if score >= 30:
            scores.append((score, index))
    return max(scores)[1] if scores else _short_title(pieces, limit, names)


def _top(pieces: list[Piece]) -> int:
    """The first line that is more than a button or a word of the site's, where only a few of those are above it."""
    solid = [index for index, piece in enumerate(pieces) if piece.kind != "blank"]
    first = next(iter(solid), 0)
    words = (i for i in solid[:_ABOVE] if pieces[i].kind not in _SITES and len(pieces[i].text) >= _HEADLINE)
    return next(words, first) if pieces[first].kind in _SITES else first


def _short_title(pieces: list[Piece], limit: int, names: frozenset[str]) -> int | None:
    """A headline of a word or two (독자 편지): the line above a time that a word calls that of publication."""
    solid = [index for index in range(limit) if pieces[index].kind not in ("blank", "counter")]
    for above, below in itertools.pairwise(solid):
        text = pieces[above].text
        dated = pieces[below].kind == "date" and habits().published_words.match(
            _FIRST_WORD.findall(pieces[below].text)[0]
        )
        if (
            dated
            and pieces[above].kind == "fragment"
            and len(text) >= 4
            and " " in text
            and not is_masthead(text, names)
        ):
            return above
    return None


def title_below(pieces: list[Piece], end: int, names: frozenset[str] = frozenset()) -> int | None:
    """A headline that a page prints below its article, above a time that a word calls that of publication."""
    solid = [index for index in range(end, len(pieces)) if pieces[index].kind not in ("blank", "mail", "byline")]
    head = pieces[solid[0]] if solid else None
    if head is None or head.kind not in ("fragment", "prose") or _ENDED.search(head.text) or len(head.text) > 60:
        return None
    time = next((pieces[index].text for index in solid[1:_BELOW] if pieces[index].kind == "date"), "")
    named = bool(time) and habits().published_words.match(_FIRST_WORD.findall(time)[0])
    formed = len(head.text) >= SHORTEST and " " in head.text and not is_masthead(head.text, names)
    return solid[0] if named and formed else None


def title_of_file(name: str) -> str | None:
    """The headline that a file is named after; None where its name is no headline (a date, a number, a few words)."""
    stem = re.sub(r"\.[A-Za-z0-9]{2,10}\Z", "", name)
    stem = " ".join(unicodedata.normalize("NFC", stem).replace("_", " ").split())
    hangul = sum("가" <= character <= "힣" for character in stem)
    return stem if hangul >= 8 and hangul * 10 >= 4 * len(stem) and " " in stem else None


def _is_same(line: str, title: str) -> bool:
    """Is a line the headline that a file is named after, but for the signs that a file's name may not hold."""
    bare_line, bare_title = _SIGNS.sub("", line), _SIGNS.sub("", title)
    shorter, longer = sorted((bare_line, bare_title), key=len)
    return len(shorter) >= 8 and longer.startswith(shorter) and len(shorter) * 10 >= 7 * len(longer)


def find_announced(
    pieces: list[Piece], hints: list[str], names: frozenset[str] = frozenset(), *, stated: bool
) -> tuple[int | None, int, int]:
    """Title, first piece and end of an article that has next to no prose; (None, 0, 0) where nothing announces one.

    It stands below a title with a date beside it, or, where the page states that it is an article, below the title that
    its head names; it ends where the site speaks again.
    """
    dates = [i for i, piece in enumerate(pieces[:_NEAR_TOP]) if piece.kind == "date"]
    if not stated and not dates:
        return None, 0, 0
    wanted = {squeeze(hint) for hint in hints}
    named = [i for i, piece in enumerate(pieces) if squeeze(piece.text) in wanted]
    title = named[-1] if named else find_title(pieces, dates[0], [], names=names) if dates else None
    if title is None:
        return None, 0, 0
    others = [i for i in dates if i > title + 12]
    if not stated and len(others) >= 2:
        return None, 0, 0
    date = next((i for i in dates if title < i <= title + 12), title)
    if not stated and date == title and not any(title - 4 <= i < title for i in dates):
        return None, 0, 0
    found: list[int] = []
    for index in range(date + 1, len(pieces)):
        piece = pieces[index]
        if piece.kind in _ENDING or (found and piece.kind == "control" and index - found[-1] > 1):
            break
        if piece.kind in _MATTER and not _is_framed(piece):
            found.append(index)
    written = sum(len(pieces[i].text) for i in found)
    return (title, found[0], found[-1] + 1) if written >= SHORTEST else (None, 0, 0)


def _is_framed(piece: Piece) -> bool:
    return bool(piece.mark and (piece.mark.place == "chrome" or piece.mark.linked * 2 > piece.mark.characters))


def find_deck(pieces: list[Piece], title: int) -> list[int]:
    """The lines between a title and the byline or date below it; [] if none are.

    They are set apart from both by blank lines, or all of it is one block below the page's buttons or its top.
    """
    start = next((i for i in range(title + 1, len(pieces)) if pieces[i].kind != "blank"), len(pieces))
    others = (
        i for i in range(start, len(pieces)) if pieces[i].kind not in ("fragment", "item") or _is_framed(pieces[i])
    )
    end = next(others, len(pieces))
    following = next((piece for piece in pieces[end : end + 4] if piece.kind != "blank"), None)
    if following is None or following.kind not in _AROUND or end - start > 6:
        return []
    apart = title + 1 < start and pieces[end].kind == "blank"
    above = pieces[title - 1] if title else None
    on_top = above is None or above.kind == "control" or (above.kind != "blank" and len(above.text) < SHORTEST)
    block = title + 1 == start and pieces[end] is following and on_top
    written = all(len(pieces[i].text) >= SHORTEST and " " in pieces[i].text for i in (title, *range(start, end)))
    return list(range(start, end)) if written and (apart or block) else []


def _score(pieces: list[Piece], index: int, wanted: list[str], repeats: Counter[str], top: int) -> float:
    piece = pieces[index]
    text = piece.text
    if not 6 <= len(text) <= 140 or piece.kind not in _HEADLINE_KINDS:
        return 0.0
    squeezed = squeeze(text)
    score = 0.0
    if squeezed and any(squeezed == hint for hint in wanted):
        score += 100
    elif len(squeezed) >= 8 and any(hint.startswith(squeezed) or squeezed.startswith(hint) for hint in wanted):
        score += 80
    if habits().title_labels.match(text):
        score += 100
    if piece.mark:
        score += {1: 40, 2: 30, 3: 20}.get(piece.mark.heading, 0)
        if piece.mark.linked * 2 > piece.mark.characters:
            score -= 25
    if score == 0 and piece.kind == "teaser" and len(text) > 80:
        return 0.0
    if score == 0 and (len(text) < 8 or " " not in text or piece.kind in ("item", "caption")):
        return 0.0
    if piece.kind == "prose" and (len(text) > 80 or re.search(r"(?:다[.]?|[요까죠][.])\Z", text)) and score < 60:
        return 0.0
    if score < 60 and len(text) >= _SENTENCE and _ENDED.search(text):
        return 0.0
    return score + _surroundings(pieces, index, repeats[squeezed], top)


def _surroundings(pieces: list[Piece], index: int, printed: int, top: int) -> float:
    """What the lines around say: a date or byline below, the top of the file, printed more than once."""
    score = 30.0 if printed > 1 else 0.0
    following = [piece for piece in pieces[index + 1 : index + 14] if piece.kind != "blank"]
    if any(piece.kind == "date" for piece in pieces[max(index - 3, 0) : index]) and not _is_headed(pieces[:index]):
        score += 32.0 if following and following[0].kind == "prose" else 12.0
    for distance, piece in enumerate(following[:5]):
        if piece.kind in _AROUND:
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


def split_series(title: str) -> tuple[str, str | None]:
    """A title without its series tag, and the tag as printed; the tag is a bracket that ends in a part's number, or
    one before the title that begins with a year."""
    for found in _SERIES.finditer(title):
        at_edge = found.start() == 0 or found.end() == len(title)
        if at_edge and not _NOT_SERIES.search(found[1]) and len(title) - len(found.group()) >= _LEAST_TITLE:
            rest = (title[: found.start()] + " " + title[found.end() :]).strip()
            return rest, found[1].strip()
    yearly = _YEARLY.match(title)
    if yearly and len(title) - yearly.end() >= _LEAST_TITLE:
        return title[yearly.end() :], yearly[1].strip()
    return title, None
