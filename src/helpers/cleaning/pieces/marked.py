"""What a mark parts from the text around it in an export without line ends: a caption, a subhead, tags of a section.

'◇박하늘 나루시장. 사진=하늘통신나루시는 …', '… 했다. ◇ 물값 인상이 변수 올해 나루시의 …': where the words of the mark
end is known by whose picture it is, or by a noun in which headlines end before a word with which sentences begin.
"""

from __future__ import annotations

import re

from helpers.cleaning.habits import habits

_CAPTION = re.compile(r"[◇◆▲△▼]\s?[^.?!◇◆▲△▼“”\"\n]{2,80}?(?:\.\s?|\s|(?<=[가-힣)]))(?:사진|자료)\s?[=:ㅣ|]\s?")
_OF_PICTURE = re.compile(r"(?:\s?(?:방송|화면|홈페이지|제공|캡처|캡쳐|갈무리|자료사진|DB)(?![하한했할된되됐]))*")
_BODY = re.compile(r"\s*(?:\Z|(?=[가-힣A-Z\d“‘\"'(\[◇◆▲△▼]))")
_PARTICLE = re.compile(r"(?:[은는이가을를의와과도]|에서|에게|에|로)(?=[\s,.])")
_HEAD = re.compile(
    r"(?:\A|(?<=[가-힣][.?!])|(?<=[.?!][”\"’')])|(?P<owned>[©ⓒ]\s?[가-힣A-Za-z0-9]{2,12}))\s*[◇◆■□]\s?(?=\S)"
)
_SENTENCE = re.compile(r"[가-힣]{2}[”\"’')]{0,2}[.?!]")
_TAKEN = re.compile(r"[가-힣](?:은|는|이|가|을|를|에서|에게|으로|하고|며|면서|지만)(?=[\s,])")
_QUOTED = re.compile(r"[“\"‘'][^“”\"‘’'′]{1,60}[”\"’'′]")
_SENTENCE_OR_COLON = re.compile(r"[:：]|[가-힣]{2}[”\"’')]{0,2}[.?!]")
_SUBJECT = re.compile(r"[가-힣A-Za-z0-9)”’\"'](?:은|는|이|가|도|에서)(?=[\s,])")
_SUBJECT_WORD = re.compile(r"(?<=\s)([가-힣A-Za-z]{2,10}?)(?:은|는|이|가)(?=[\s,])")
# an arrow ends a headline: 물레 찾는 발길↑ 올해 나루시를 …
_RISING = re.compile(r"(?:\A|(?<=[다요][.]\s)|(?<=[다요][.]))[^.?!↑↓\n]{8,80}?[↑↓]\s(?=[가-힣A-Za-z“‘]{2}[^↑↓]{30})")
_WORD = re.compile(r"[가-힣A-Za-z]{2,10}\Z")
_COUNTED = re.compile(
    r"\A0\s+(?=(?:19|20)\d\d년\s?[가-힣]|[“‘\"]?[가-힣]{2})(?!0\s대\s)"
)  # how many comments there are
# a number of the page before the first sentence, with no word behind it that is counted: '1 정부는 …', no '1 정부안: …'
_NUMBERED = re.compile(r"\A\d{1,2}\s+(?=[“‘\"']?[가-힣]{1,10}[\s,’”\"'])")
_RULED = re.compile(r"━\s?[^━.?!\n]{4,60}?\s?━")  # ━물레가 도는 까닭━
_MOST_TAGS, _LEAST_ARTICLE = 8, 200
_SHORTEST, _LONGEST = 8, 60  # characters of a subhead


def marked_captions(text: str) -> list[tuple[int, int]]:
    """Spans of captions from their sign to the name of whose picture it is, whatever is glued to that name."""
    if "사진" not in text and "자료" not in text:
        return []
    spans = []
    for found in _CAPTION.finditer(text):
        name = habits().outlet_names.match(text, found.end())
        if name is None:
            continue
        end = _OF_PICTURE.match(text, name.end()).end()  # type: ignore[union-attr]
        body = _BODY.match(text, end)
        if body and not _PARTICLE.match(text, end):
            spans.append((found.start(), body.end()))
    return spans


def head_cuts(text: str) -> list[int]:
    """Around each subhead between rules, and behind a sign where a sentence may begin, if its end is known."""
    cuts = [edge for found in _RULED.finditer(text) for edge in found.span()] if "━" in text else []
    if "↑" in text or "↓" in text:
        risen = (found for found in _RISING.finditer(text) if _is_risen(text, found))
        cuts += [edge for found in risen for edge in found.span()]
    for found in _HEAD.finditer(text):
        end = _end_of_head(text, found.end())
        if end:
            cuts += [max(found.end("owned"), found.start()), end]
    return cuts


def _is_risen(text: str, found: re.Match[str]) -> bool:
    """Does a sentence with a subject of its own follow an arrow, and none stand before it."""
    after = text[found.end() : found.end() + _LONGEST]
    return not _TAKEN.search(found.group()) and _TAKEN.search(after) is not None


def after_count(text: str, *, whole: bool = False) -> int:
    """Where the article begins behind a number that is the page's: of comments, of a picture; 0 where none is.

    whole  the text is all of the article, so that no other lines are numbered
    """
    if len(text) < _LEAST_ARTICLE or not text[0].isdigit():
        return 0
    comments = _COUNTED.match(text)
    found = _NUMBERED.match(text) if whole and not comments else None
    if comments or found is None or habits().counted.match(text, found.end()):
        return comments.end() if comments else 0
    return found.end() if _SUBJECT.search(text, found.end(), _first_end(text)) else 0


def _first_end(text: str) -> int:
    """The end of the first sentence, or the place of a colon before it."""
    found = _SENTENCE_OR_COLON.search(text)
    return found.start() if found else 0


def section_tags(text: str) -> int:
    """Where, behind the last sentence, the names of sections begin and with them words of the article; 0 for none."""
    stop = max((text.rfind(mark) for mark in '.?!”"'), default=-1) + 1
    words = text[stop:].split()
    if len(text) < _LEAST_ARTICLE or stop < 1 or not 2 <= len(words) <= _MOST_TAGS:
        return 0
    if not _SENTENCE.search(text, max(stop - 8, 0), stop) or not all(map(_WORD.match, words)):
        return 0
    others = [word for word in words if word not in habits().sections]
    return stop if len(others) < len(words) and all(word in text[:stop] for word in others) else 0


def _end_of_head(text: str, start: int) -> int:
    """Where the headline that begins at ``start`` ends on the line of the sentence behind it; 0 where it is unsure."""
    stop = _SENTENCE.search(text, start)
    if stop is None:
        return 0
    end = _begins_again(text, start, min(stop.start(), start + _LONGEST))
    for found in habits().sentence_opens.finditer(text, start + _SHORTEST, min(stop.start(), start + _LONGEST)):
        head = _QUOTED.sub("“”", text[start : found.start()].rstrip())
        if _is_headline(head) and _SUBJECT.search(text, found.end(), stop.end()):
            end = found.start()
    return end


def _begins_again(text: str, start: int, stop: int) -> int:
    """Where a headline that ends in its noun is followed by a sentence whose subject is a word of it; 0 for nowhere."""
    for found in _SUBJECT_WORD.finditer(text, start + _SHORTEST, stop):
        head = text[start : found.start()].rstrip()
        if re.search(rf"(?<![가-힣A-Za-z]){re.escape(found[1])}(?![가-힣]{{2}})", head) and _is_headline(
            _QUOTED.sub("“”", head)
        ):
            return found.start()
    return 0


def _is_headline(text: str) -> bool:
    """Does a text end in a noun as headlines do, with no particle but before what it says of its subject: …가 변수."""
    known = habits()
    told = known.head_tells.search(text)
    taken = list(_TAKEN.finditer(text))
    if told:
        return len(taken) <= 1 and all(found.end() + 1 == told.start() for found in taken)
    return not taken and known.head_ends.search(text) is not None
