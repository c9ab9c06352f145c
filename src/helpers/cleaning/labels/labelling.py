"""The label of every piece, whether it is kept, and why: the verdicts of ``lexicons/evidence.yml``."""

from __future__ import annotations

import re
from collections.abc import Collection

from helpers.cleaning.evidence import Verdict, evidence
from helpers.cleaning.habits import habits, squeeze
from helpers.cleaning.labels.showing import show_lines
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.dates import in_korea, moments
from helpers.cleaning.pieces.forms import OPENING, SENTENCE
from helpers.cleaning.pieces.repeats import Seen, sentences_of

_NEVER_CAPTIONS = ("control", "counter", "talk", "tip line", "picture credit", "notice", "blank", "markup", "mark")
_BESIDE = 12  # pieces around the article among which a time is its own
_FEW = 6  # paragraphs of a summary, at most
_SAYS_EXTRACT = re.compile(
    r"요약한 (?:결과|내용|것)(?:입니다|이다|임)|요약.{0,40}일부 누락"
    r"|(?:자동|AI|인공지능)[가-힣]{0,3}\s?(?:으로\s)?요약(?:했|됐|되었|하였)습니다"
)
_FIGURE = re.compile(r"\d")
_LONGEST = 400  # characters of a line that is named by its words
_BROKEN_OFF = re.compile(r"(?:…|(?<!\.)\.{2,9})\s?\Z")
_LEAST_BEGUN = 10  # characters of a line that is printed again as a beginning
_LONGEST_CREDIT = 40
_SPOKEN = 20  # characters behind the reporter that are the first words of an article
_DECK = ("fragment", "prose", "item")


def label_pieces(
    pieces: list[Piece], start: int, end: int, title: int | None, deck: Collection[int] = (), *, announced: bool = False
) -> None:
    """Label each piece; ``[start, end)`` is the article, ``title`` the piece that is its headline.

    deck       pieces of the article that stand before its byline and date, and so before ``start``
    announced  a title and a date say that there is an article, and nothing else does: all that it has is body
    """
    headline = squeeze(pieces[title].text) if title is not None else ""
    inside = _inside(pieces, start, end) | set(deck)
    first_prose = next((i for i in range(start, end) if _is_lead(pieces[i]) and not _is_glued(pieces, i)), end)
    seen = Seen()
    places = evidence().places
    for index, piece in enumerate(pieces):
        if index == title:
            piece.judge(places["title"])
        elif headline and squeeze(piece.text) == headline:
            piece.judge(places["title_again"])
        elif index in inside:
            _label_inside(pieces, index, -1 if announced else first_prose)
            if announced and piece.kept and piece.label == "subhead":
                piece.judge(places["announced"])
        else:
            _label_outside(piece)
        if piece.kept and len(piece.text) >= 6:
            _drop_repeated(piece, seen)
    _drop_captions_of_body(pieces)
    show_lines(pieces)
    _drop_beginnings(pieces, headline)


def label_other_times(pieces: list[Piece], title: int | None, start: int, told: Collection[str | None]) -> None:
    """Label the times that are not the article's as what stands outside of it.

    told  the times of publication and change that were found; a line with one of them is the article's, and so is a
          line between the title and the article, beside the title, and one that names its time right after the article
    """
    head = title if title is not None else start
    last = max((index for index, piece in enumerate(pieces) if piece.kept), default=start)
    for index, piece in enumerate(pieces):
        if piece.kind != "date" or piece.kept or head - _BESIDE <= index < last:
            continue
        around = _FIGURE.split(piece.text)
        named = any(_names_time(word.strip()) for word in (around[0], around[-1]))
        told_here = any(in_korea(moment.iso) in told for moment in moments(piece.text))
        if not told_here and not (named and index - last <= _BESIDE):
            piece.judge(evidence().places["outside"])


def _names_time(word: str) -> bool:
    """Do words beside a time say that it is that of publication or of a change."""
    return bool(word) and bool(habits().published_words.search(word) or habits().modified_words.search(word))


def label_extract(pieces: list[Piece]) -> None:
    """Where the page says under a few paragraphs that they are an automatic summary, say so of each of them.

    A page that prints the article too has its summary, and the notice of it, above the article or beside it.
    """
    kept = [index for index, piece in enumerate(pieces) if piece.kept]
    body = [pieces[index] for index in kept if pieces[index].label == "body"]
    if not body or len(body) > _FEW or any(piece.kind == "summary" for piece in pieces):
        return
    below = [piece for piece in pieces[kept[-1] + 1 :] if piece.kind != "blank"][:3]
    if any(_SAYS_EXTRACT.search(piece.text) for piece in below):
        for piece in body:
            piece.judge(evidence().places["extract"])


def _is_lead(piece: Piece) -> bool:
    """Is a piece the first of the body rather than the last of the deck: a full sentence, or long."""
    if piece.kind in _DECK and (opening := OPENING.match(piece.text)) and len(piece.text) - opening.end() >= _SPOKEN:
        return True  # [나루일보 이바다 기자] “물이 참 맑았는데 이제는 뭐.”
    ends = piece.text.rstrip("\"”’')]").endswith((".", "?", "!"))
    return piece.kind in ("prose", "turn", "list line") and (ends or len(piece.text) >= 40 or piece.kind != "prose")


def _is_glued(pieces: list[Piece], index: int) -> bool:
    """Do words that end in no full stop run up to the lead on their line, which opens with paper and reporter."""
    lead = pieces[index + 1] if index + 1 < len(pieces) else None
    opened = lead is not None and lead.cut and lead.line == pieces[index].line and OPENING.match(lead.text)
    return bool(opened) and not SENTENCE.search(pieces[index].text) and not OPENING.match(pieces[index].text)


def _inside(pieces: list[Piece], start: int, end: int) -> set[int]:
    """The pieces of the article: those in its run, but for lists of other articles that stand in between."""
    inside: set[int] = set()
    skipping = False
    for index in range(start, end):
        piece = pieces[index]
        if piece.kind in ("related head", "closing head"):
            skipping = True
        elif piece.kind == "prose" or (skipping and piece.kind == "caption"):
            skipping = skipping and _is_linked(piece)
        if not skipping and not _is_linked(piece) and not _is_framed(piece):
            inside.add(index)
    return inside


def _is_linked(piece: Piece) -> bool:
    return bool(piece.mark and piece.mark.linked * 10 > piece.mark.characters * 6)


def _is_framed(piece: Piece) -> bool:
    """Does a short line stand in what the page's own names call a menu, a layer, a byline or the like."""
    return bool(piece.mark and piece.mark.place == "chrome") and (piece.kind != "prose" or len(piece.text) < 60)


def _label_outside(piece: Piece) -> None:
    known = evidence()
    piece.judge(known.dropped.get(piece.kind, known.places["outside"]))


def _label_inside(pieces: list[Piece], index: int, first_prose: int) -> None:
    piece, known = pieces[index], evidence()
    if piece.mark and piece.mark.place == "caption" and piece.kind not in _NEVER_CAPTIONS:
        piece.judge(known.places["caption_by_markup"])
    elif piece.kind == "talk?" and _between_prose(pieces, index):
        piece.judge(known.places["between_prose"])
    elif piece.kind in known.dropped:
        piece.judge(known.dropped[piece.kind])
    elif _is_credit(pieces, index):
        piece.judge(known.dropped["picture credit"])
    elif index < first_prose and piece.kind in _DECK and (len(piece.text) <= 120 or _is_glued(pieces, index)):
        piece.judge(known.places["deck"])
    elif piece.kind == "fragment" and _runs_on(pieces, index):
        piece.judge(known.places["half_sentence"])
    elif piece.kind == "fragment" and (found := _between(piece.text)):
        piece.judge(found)
    elif piece.kind == "fragment" and len(piece.text) > 60:
        piece.judge(known.places["long_line"])
    else:
        piece.judge(known.kept.get(piece.kind, known.kept["prose"]))


def _runs_on(pieces: list[Piece], index: int) -> bool:
    """Does a line hold a sentence and the beginning of one that the next line ends, as no subhead does."""
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    return after is not None and after.kind == "prose" and SENTENCE.search(pieces[index].text[:-1]) is not None


def _is_credit(pieces: list[Piece], index: int) -> bool:
    """Is a line only whose picture it is: an outlet's name alone, or Latin words right under a caption."""
    piece = pieces[index]
    if piece.kind == "fragment":
        return squeeze(piece.text) in habits().outlets
    if piece.kind != "foreign" or len(piece.text) > _LONGEST_CREDIT or "/" not in piece.text:
        return False
    above = next((p for p in reversed(pieces[max(index - 3, 0) : index]) if p.kind != "blank"), None)
    return not _FIGURE.search(piece.text) and above is not None and above.label == "caption"


def _between(text: str) -> Verdict | None:
    """What a short line between prose is by its words, if it is no subhead: half a sentence, a line of speech."""
    if len(text) > _LONGEST:
        return None
    return next((verdict for pattern, verdict in evidence().between if pattern.search(text)), None)


def _between_prose(pieces: list[Piece], index: int) -> bool:
    """Are the nearest lines before and after both prose."""
    before = next((p for p in reversed(pieces[max(index - 4, 0) : index]) if p.kind != "blank"), None)
    after = next((p for p in pieces[index + 1 : index + 5] if p.kind != "blank"), None)
    return bool(before and after and before.kind in ("prose", "turn") and after.kind in ("prose", "turn"))


def _drop_repeated(piece: Piece, seen: Seen) -> None:
    if seen.has(piece):
        piece.judge(evidence().places["caption_again" if piece.label == "caption" else "line_again"])
    else:
        seen.add(piece)


def _drop_beginnings(pieces: list[Piece], headline: str) -> None:
    """A line above the article that breaks off where the headline or a paragraph goes on is its beginning again."""
    kept = [piece for piece in pieces if piece.kept]
    whole = [headline, *(squeeze(piece.text) for piece in kept if piece.label == "body")]
    for piece in kept:
        if piece.label == "deck" and _BROKEN_OFF.search(piece.text):
            begun = squeeze(_BROKEN_OFF.sub("", piece.text))
            if len(begun) >= _LEAST_BEGUN and any(text.startswith(begun) for text in whole):
                piece.judge(evidence().places["line_again"])


def _drop_captions_of_body(pieces: list[Piece]) -> None:
    """A caption whose every sentence the body prints word for word is no text of its own."""
    body: set[str] = {said for p in pieces if p.kept and p.label == "body" for said in sentences_of(p.text)}
    for piece in pieces:
        if piece.kept and piece.label == "caption":
            said = [sentence for sentence in sentences_of(piece.text) if sentence.endswith((".", "?", "!"))]
            if said and all(sentence in body for sentence in said):
                piece.judge(evidence().places["caption_of_body"])
