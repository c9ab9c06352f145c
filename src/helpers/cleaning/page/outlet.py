"""Whose article it is: by the copyright line, by what the page calls itself, by the place and agency it begins with.

A company in the copyright line is not always the paper (나루미디어그룹), and a slogan is no name at all (ⓒ물을 보는 눈
나루일보): a word there is the outlet where it is formed as a newspaper's name, or where nothing else on the page is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from helpers.cleaning.habits import habits, squeeze
from helpers.cleaning.outlet_names import is_known
from helpers.cleaning.page.beside import is_name
from helpers.cleaning.page.bylines import read_byline
from helpers.cleaning.page.sites import OWNER
from helpers.cleaning.pieces.captions import PLACED
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.dates import moments

_AGENCY = re.compile(rf"(?={PLACED})[^=]{{2,24}}=([가-힣A-Za-z0-9]{{2,10}})[)\]】]")
_OPENED = re.compile(
    r"\s?[(\[【]\s?([가-힣A-Za-z0-9]{2,12})(?:\s?[ =/ㅣ|]\s?[가-힣]{2,4}\s?(?:기자|특파원))?\s?[)\]】](?=\s?[^\s\]])"
)
_END_OF_OWNER = re.compile(r"[(<>\[\]&|]|무단|[Aa]ll\s?[Rr]ights|\.\s|\Z")
_QUOTED = re.compile(r"[^’'”\"]{4,40}[’'”\"]\s?([가-힣A-Za-z0-9][가-힣A-Za-z0-9 ]+)\Z")  # ‘물을 보는 눈’ 나루S
_PARTICLE = re.compile(r"[을를은는이가의에와과로]\Z")
_EXTRACTED = re.compile(r"[“\"‘'<〈]([가-힣A-Za-z0-9 ]{2,16})[”\"’'>〉]\s?(?:의\s)?(?:기사|뉴스)\s?내용")
_LABELLED = re.compile(
    r"[\[(【<]?\s?(?:Source|출처|언론사|매체|매체명|신문사)\s?[:：]\s?([^\[\]()【】<>]{2,20}?)\s?[\])】>]?"
)
_NOTED = re.compile(r"[\[【]?\s?(?:Source|언론사|매체|매체명|신문사)\s?[:：]\s?([^\[\]()【】<>:：]{2,16}?)\s?[\]】]?")
_BRACKETED = re.compile(r"[\[【]\s?([^\[\]【】]{2,16}?)\s?[\]】]")
# how a reporter signs off: 나루방송 뉴스 박하늘입니다
_SIGN_OFF = re.compile(
    r"([가-힣A-Za-z0-9]{2,12}?)(?:\s?뉴스)?,?\s[가-힣]{2,4}(?:\s?기자)?(?:입니다|이었습니다|였습니다)\.?"
)
_OWN_NOTE = re.compile(r"[【\[<〈]([가-힣A-Za-z0-9]{2,12}?)[은는이가]\s")
_COMPANY = re.compile(r"(?:통신사|신문사|방송사|코리아|(?<=신문|일보|경제|뉴스)사)\Z")
_HANGUL = re.compile(r"[가-힣]")
_LONGEST_LATIN = 44
_SIGNS = " •·ㆍ|-[]()/,"
_HEAD = 60  # pieces at the top of a page among which its name stands
_PICTURES = 4  # lines with one name that are credits of pictures
_LONGEST_SITE = 24
_SLOGAN = 3  # words of one that ends in the name: 물을 보는 나루일보
_STROKES = re.compile(r"\s[-–—|ㅣ:>·]{1,2}\s|\s?[|ㅣ]\s?|\s?::\s?|(?<=[가-힣])\s?:\s")
_UNDER = 4  # lines below the title among which it may stand alone
_LONGEST = 16


def outlet_of_head(head: Mapping[str, str], *, certain: bool = True) -> str | None:
    """What a page's head calls its site; of a slogan (나루일보 - 물을 보는 눈), the outlet's name in it.

    certain  leave out a slogan that holds no outlet's name, and what only stands behind the headline of the window
    """
    told = head.get("og:site_name") or head.get("ld:publisher") or ""
    last = told.split()[-1] if len(told.split()) >= _SLOGAN else ""
    named = next(filter(is_known, [last, *_parts_of(told)]), None) if told else None
    if named or certain:
        return named or (told if len(told) <= _LONGEST_SITE else None) or None
    behind = _parts_of(head.get("title-element", ""))[1:]
    return next(filter(is_known, behind), None) or told or None


def _parts_of(line: str) -> list[str]:
    """What stands between the strokes of a line: a headline, a site, a section."""
    return [part.strip() for part in _STROKES.split(line)]


def find_outlet(pieces: list[Piece], title: int | None) -> str | None:
    """The outlet's name as the page prints it; None where nothing names one.

    title  the piece that is the headline, if one is
    """
    owners = [owner for piece in _own_last(pieces) if piece.kind == "notice" and (owner := owner_of(piece.text))]
    named = next(iter([*_noted(pieces), *filter(is_known, owners), *_signed(pieces, title)]), None)
    if named:
        return named
    told = next(iter([*_under_title(pieces, title), *_before_time(pieces), *_told(pieces), *_signed_off(pieces)]), None)
    if told:
        return told
    top = _at_top(pieces)
    if owners:
        return owners[0] if squeeze(owners[0]) in _lines(pieces[:_HEAD]) else _most_named(pieces, top) or owners[0]
    opened = next((found[1] for p in pieces if p.kept and (found := _OPENED.match(p.text[:60]))), None)
    if opened and is_known(opened):
        return opened
    bylined = next((name for p in pieces if p.kept or p.kind == "byline" if (name := read_byline(p.text).outlet)), None)
    if bylined:
        return bylined
    agency = next(
        (
            found[1]
            for piece in pieces
            if (piece.kept or piece.kind == "byline") and (found := _AGENCY.search(piece.text[:200]))
        ),
        None,
    )
    return agency or _most_named(pieces, top)


def _own_last(pieces: list[Piece]) -> list[Piece]:
    """The pieces around the article before those inside it: a notice between its lines is that of a picture."""
    kept = [index for index, piece in enumerate(pieces) if piece.kept]
    first, last = (kept[0], kept[-1] + 1) if kept else (0, 0)
    return [*pieces[:first], *pieces[last:], *pieces[first:last]]


def _at_top(pieces: list[Piece]) -> list[str]:
    """Known names that have lines for themselves at the page's top; one again and again tells whose pictures it has."""
    names = [name for name in _bare_names(pieces[:_HEAD]) if is_known(name)]
    often = Counter(names)
    return [name for name in names if often[name] < _PICTURES]


def owner_of(notice: str) -> str | None:
    """The owner in a copyright line: the word after ©; of a slogan that begins there, the newspaper that ends it."""
    found = OWNER.search(notice)
    if found is None:
        return None
    rest = notice[found.start(1) : _end_of_owner(notice, found.start(1))].strip(" ,.'’")
    if squeeze(rest) in habits().outlets or is_known(found[1]):
        return rest if squeeze(rest) in habits().outlets else found[1]
    if not _HANGUL.search(rest) and " " in rest:
        return rest if len(rest) <= _LONGEST_LATIN else found[1]
    behind = _QUOTED.match(rest)
    if behind and len(behind[1]) <= _LONGEST:
        return behind[1]
    named = next((name for word in reversed(re.split(r"[\s,·]+", rest)) if (name := _name_in(word))), None)
    if named or not (_PARTICLE.search(found[1]) and len(rest) > len(found[1])):
        return named or found[1]
    return rest if len(rest) <= _LONGEST else None


def _name_in(word: str) -> str | None:
    """The name of an outlet that a word is, or that a company is called after (나루통신사)."""
    if not _HANGUL.search(word):
        return None
    bare = _COMPANY.sub("", word)
    return next((name for name in (word, bare) if is_known(name)), None)


def _end_of_owner(notice: str, start: int) -> int:
    ends = _END_OF_OWNER.search(notice, start)
    return ends.start() if ends else len(notice)


def _signed(pieces: list[Piece], title: int | None) -> Iterator[str]:
    """Known names in lines with © that are no notice, with the rest of their line; none from inside the article."""
    first = title if title is not None else 0
    last = max((index for index, piece in enumerate(pieces) if piece.kept), default=-1)
    for index, piece in enumerate(pieces):
        if (
            (index > last or index < first)
            and piece.kind != "notice"
            and piece.text.startswith(("ⓒ", "©", "Copyright"))
        ):
            line = " ".join(other.text for other in pieces[index:] if other.line == piece.line)
            owner = owner_of(line)
            if owner and is_known(owner):
                yield owner


def _noted(pieces: list[Piece]) -> Iterator[str]:
    """Whose article it is by what an archive notes below it ([Source : 나루저널]); a site that prints others' articles
    names itself in its copyright line."""
    for piece in pieces:
        found = _NOTED.fullmatch(piece.text) if piece.kind == "record" else None
        if found and not found[1].startswith("http"):
            yield found[1].strip()


def _under_title(pieces: list[Piece], title: int | None) -> list[str]:
    """Outlets that have a line for themselves right under the headline."""
    if title is None:
        return []
    below = [piece for piece in pieces[title + 1 : title + 1 + 2 * _UNDER] if piece.kind != "blank"][:_UNDER]
    return [name for name in _bare_names(below) if is_known(name)]


def _before_time(pieces: list[Piece]) -> Iterator[str]:
    """The outlet on a line with a time, before or behind it: 나루일보 2031-02-03 04:05."""
    for piece in pieces[:_HEAD]:
        if piece.kind == "date":
            inside = moments(piece.text)
            beside = [piece.text[: inside[0].start], piece.text[inside[-1].end :]] if inside else []
            yield from (name for text in beside if is_known(name := _behind_reporter(text.strip(_SIGNS))))


def _behind_reporter(text: str) -> str:
    """The second of two words where it alone is formed as an outlet's name: 박하늘 나루일보."""
    first, _, second = text.partition(" ")
    return second if second and is_name(first) and is_known(second) else text


def _told(pieces: list[Piece]) -> Iterator[str]:
    """What a notice of extraction names (“나루일보” 기사 내용을), and a standing note that begins with the site."""
    for piece in pieces:
        if piece.kept:
            continue
        extracted = _EXTRACTED.search(piece.text)
        noted = _OWN_NOTE.match(piece.text) if piece.kind == "talk" else None
        if extracted:
            yield extracted[1].strip()
        elif noted and is_known(noted[1]):
            yield noted[1]


def _signed_off(pieces: list[Piece]) -> Iterator[str]:
    """The broadcaster in the words with which its reporter ends."""
    for piece in pieces:
        found = _SIGN_OFF.fullmatch(piece.text) if piece.kind in ("byline", "mail") else None
        if found and is_known(found[1]):
            yield found[1]


def _bare_names(pieces: Iterable[Piece]) -> list[str]:
    """The short lines that are no buttons, without bullets, brackets and a word for the outlet before it (출처:),
    white space inside a listed name taken out."""
    lines = (p for p in pieces if not p.kept and p.rule != "picture_credit" and len(p.text) <= _LONGEST + 12)
    bare = [_unlabelled(p.text.strip(" •·ㆍ|-")) for p in lines]
    names = [squeeze(text) if squeeze(text) in habits().outlets else text for text in bare]
    known = habits()
    return [name for name in names if name and (name in known.outlets or not known.controls.fullmatch(name))]


def _unlabelled(line: str) -> str:
    """A line without the word before an outlet's name and without the brackets around it."""
    found = _LABELLED.fullmatch(line) or _BRACKETED.fullmatch(line)
    return found[1].strip() if found else line


def _lines(pieces: Iterable[Piece]) -> set[str]:
    return {squeeze(piece.text) for piece in pieces}


def _most_named(pieces: list[Piece], names: list[str]) -> str | None:
    """The one of the names that the page names most often apart from lines of its own; of one alone, that."""
    distinct = list(dict.fromkeys(names))
    if len(distinct) <= 1:
        return next(iter(distinct), None)
    bare = set(map(squeeze, distinct))
    texts = [piece.text for piece in pieces if piece.text and squeeze(piece.text) not in bare]
    counts = {name: sum(text.count(name) for text in texts) for name in distinct}
    most = max(counts.values())
    best = [name for name, count in counts.items() if count == most and most]
    return best[0] if len(best) == 1 else None
