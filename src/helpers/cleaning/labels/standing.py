"""What a site tells its readers beside every article: a standing note before it, how it was made after it.

Broadcast prose is polite throughout, so that no ending decides: a note stands in brackets or after a sign, at an edge
of the article, and speaks of the article itself or to its readers.
"""

from __future__ import annotations

import re

from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.looks import plain_look

_BRACKETED = re.compile(r"(?:【[^【】]{12,400}】|\[[^\[\]]{12,400}\]|<[^<>]{12,400}>|〈[^〈〉]{12,400}〉)\Z")
_SIGNED = re.compile(r"[▶▷►☞※■◆●]\s?|\[(?:알립니다|알림|알려드립니다|공지|안내)\]\s")
_OF_EDITORS = re.compile(r".{0,2}(?:편집자|편집인|기자|필자|옮긴이|글쓴이)\s?(?:주|말|註)")
_TO_READERS = re.compile(
    r"(?:당신|여러분|독자)[가-힣]{0,2}\s.{0,40}(?:주세요|주십시오|기다립니다|바랍니다)"
    r"|(?:들려|보내|알려|나눠|참여해|두드려)\s?(?:주세요|주십시오)|채택하고 있습니다|기다립니다|기다리고 있습니다"
)
_POLITE = re.compile(r"(?:니다|요|시오)[.!]?[】\]>〉]?\Z")
_MADE = re.compile(
    r"(?:이|본|해당|위)\s?(?:기사|글|뉴스|콘텐츠|콘텐트|영상|칼럼|기고)[은는]\s.{0,80}?"
    r"(?:작성|제작|생성|번역|게재|송고|편집|가공|전재)(?:되었|됐|했|하였)습니다\.?(?=\s|\Z)"
)
_DEFINED = re.compile(r"([가-힣A-Za-z0-9]{2,14})(?:\([A-Za-z0-9 ]{1,20}\))?(?:이)?란\?\s.{2,120}니다\.?\Z")
_SPOKEN = ("prose", "turn")
_LONGEST = 420


def hear_standing_notes(pieces: list[Piece]) -> None:
    """Take for the site's own words a standing note at an edge of the article, and what it explains after it."""
    solid = [piece for piece in pieces if piece.kind not in ("blank", "markup")]
    noted = ""
    for place, piece in enumerate(solid):
        if piece.kind not in ("prose", "fragment", "talk?", "item", "list line") or len(piece.text) > _LONGEST:
            noted = ""
        elif (_is_note(piece.text) and not _within_prose(solid, place)) or (noted and _explains(piece.text, noted)):
            piece.take_for(plain_look("talk"))
            noted = piece.text
        else:
            noted = ""


def _is_note(text: str) -> bool:
    """Does a line in brackets or after a sign speak to the readers, or say how the article was made."""
    if _OF_EDITORS.match(text):
        return False
    made = _MADE.search(text)
    if _BRACKETED.match(text) or _SIGNED.match(text):
        return made is not None or bool(_TO_READERS.search(text) and _POLITE.search(text))
    return made is not None and made.start() == 0 and made.group().startswith(("이 기사", "본 기사", "해당 기사"))


def _explains(text: str, noted: str) -> bool:
    """Is a line the definition of a service that the note before it names: 나루톡이란? … 입니다."""
    found = _DEFINED.match(text)
    return bool(found and found[1] in noted)


def _within_prose(solid: list[Piece], place: int) -> bool:
    """Is the nearest line on either side running text."""
    before = solid[place - 1].kind if place else ""
    after = solid[place + 1].kind if place + 1 < len(solid) else ""
    return before in _SPOKEN and after in _SPOKEN and not _DEFINED.match(solid[place + 1].text)
