"""Lines of a deck that ran into one another and into the article, in an export that dropped its line ends.

Where one ends is known only by the mark of who speaks behind it, by two quotations side by side, by the nouns in which
headlines end, or by the first word, with which the article begins again. Where a sentence might be cut, none is.
"""

from __future__ import annotations

import re

from helpers.cleaning.habits import habits

_GLUED = re.compile(r"[가-힣][\"”’')\]]{0,2}[.?][\"”’')\]]{0,2}(?=[가-힣\[“\"‘'\d])")
_END = re.compile(r"[가-힣](?:다|요|죠|까|모습)[\"”’')\]]{0,2}[.?]")
_SPOKEN = re.compile(r"\[(?:앵커|기자|리포트)\]")
_SIDE_BY_SIDE = re.compile(r"(?<=[가-힣.…?!][”\"’])(?=[“\"‘])|(?<=[가-힣]\")(?=\"[가-힣])")
_QUOTED = re.compile(r"[“\"‘'][^“”\"‘’']{1,60}[”\"’']")
_OBJECT = re.compile(r"[가-힣](?:을|를)(?=[\s,]|\Z)")
_PARTICLE = re.compile(r"[가-힣](?:은|는|이|가|을|를|에서|에게|으로|라며|면서)(?=[\s,]|\Z)")
_SIGNS = re.compile(r"…|[“\"‘']")
# what makes of such a noun another word: a verb, a thing (촉구했다, 반등세, 적발률)
_GOES_ON = re.compile(r"[하했한할해합되됐된될돼됨함받당중적상용권력세률율량액비금자단국서장]|시[키켜]")
_CLOSED = re.compile(r"[가-힣.…?!][”\"’'](?=[가-힣])")
# what goes on with words: “…”라는
_TAKEN_UP = re.compile(r"이?[라란]|[고며면는등하해했한할만식급형처같까뿐]|(?:에|으로|로|와|과|의)\s")
_OF_HEADLINE = re.compile(r"…|[“\"‘'][^“”\"‘’']{5,60}[”\"’']|[가-힣],\s")
# the subject with which a sentence begins: 나루시는, 박하늘 나루시장이, 군의회 의원 셋이
_SUBJECT = re.compile(r"(?P<first>[가-힣]{2,8}?)(?:\s[가-힣A-Za-z]{1,10}){0,3}?(?<![라하다이며])[은는이가](?=\s)")
_FIRST = re.compile(r"\s*([가-힣]{2,4})\s")
_LONG = 300  # characters of a line that holds an article
_GLUES = 2  # sentences in it that begin where another ends
_SHORTEST, _LONGEST = 8, 110  # characters of a line of a deck
_NEAR = 160  # characters in which the article begins again with the first word
_LEAST_LEAD = 25


def deck_cuts(text: str) -> list[int]:
    """Where each line of a deck ends on the line of the article; [] where none is sure to be there."""
    if len(text) < _LONG:
        return []
    spoken, ended = _SPOKEN.search(text), _END.search(text)
    if ended is None:
        return []
    if len(_GLUED.findall(text)) >= _GLUES:
        if spoken and 0 < spoken.start() < ended.start():
            return _before_speech(text, spoken.start())
        cuts = _after_nouns(text, ended.end())
        if len(cuts) > 1 and ended.end() - cuts[-1] >= _LEAST_LEAD and _are_lines(text, cuts):
            return cuts
        if alone := _only_line(text, ended.end()):
            return [alone]
    again = _begins_again(text, ended.end())
    return [again] if again else []


def _before_speech(text: str, end: int) -> list[int]:
    """All that stands before the mark of who speaks is a deck, if no part of it is longer than a line of one."""
    cuts = sorted({*_after_nouns(text, end), *(found.start() for found in _SIDE_BY_SIDE.finditer(text, 0, end)), end})
    return cuts if _are_lines(text, cuts) else [end]


def _after_nouns(text: str, end: int) -> list[int]:
    """After each noun that ends headlines, where another word of the text, a number or a quotation is glued to it."""
    cuts: list[int] = []
    for found in habits().deck_ends.finditer(text, 0, end):
        at, word = found.end(), re.match(r"[가-힣]*", text[found.end() : end])
        rest = word.group() if word else ""
        if not rest:
            sure = text[at : at + 1] in ("“", "‘", "'", '"') or text[at : at + 1].isdigit()
        else:
            sure = len(rest) > 2 and not _GOES_ON.match(rest) and _is_word(text, rest[:2], at)
            sure = sure and not re.search(rf"(?<![가-힣]){found.group()}{rest[0]}", text[at:])
        if sure and at - (cuts[-1] if cuts else 0) >= _SHORTEST:
            cuts.append(at)
    return cuts


def _only_line(text: str, end: int) -> int:
    """Where one line of a deck ends before the first sentence, to whose subject it is glued; 0 where that is unsure.

    It ends in a noun of headlines or a closed quotation, has a sign of a headline, and no particle but within marks;
    the word glued to it is a subject, and stands elsewhere in the text as well.
    """
    ends = [found.end() for found in habits().deck_ends.finditer(text, _SHORTEST, min(end, _LONGEST))]
    ends += [found.end() for found in _CLOSED.finditer(text, _SHORTEST, min(end, _LONGEST))]
    sure = [at for at in sorted(ends) if end - at >= _LEAST_LEAD and _opens_sentence(text, at)]
    head = _QUOTED.sub(" ", text[: sure[0]]) if sure else ""
    plain = len(sure) == 1 and not _PARTICLE.search(head) and not _END.search(head)
    return sure[0] if plain and _OF_HEADLINE.search(text, 0, sure[0]) else 0


def _opens_sentence(text: str, at: int) -> bool:
    """Is the word at a place the subject of a sentence, and a word that the text has elsewhere, too."""
    subject = _SUBJECT.match(text, at)
    if subject is None or (_TAKEN_UP if text[at - 1] in "”\"’'" else _GOES_ON).match(text, at):
        return False
    return re.search(rf"(?:\s|[.?!]){subject['first'][:2]}", text[subject.end() :]) is not None


def _is_word(text: str, beginning: str, at: int) -> bool:
    """Does a word elsewhere in the text begin so."""
    return re.search(rf"(?<![가-힣]){beginning}", text[at:]) is not None


def _are_lines(text: str, cuts: list[int]) -> bool:
    """Are the parts up to each cut as short as lines of a deck, with no object, and a sign of a headline in one."""
    parts = [text[start:end] for start, end in zip([0, *cuts], cuts, strict=False)]
    plain = not any(_OBJECT.search(_QUOTED.sub("", part)) for part in parts)
    return plain and max(map(len, parts)) <= _LONGEST and any(_SIGNS.search(part) for part in parts)


def _begins_again(text: str, end: int) -> int:
    """Where the article begins with the word that its deck begins with, after a quotation or a noun; 0 if nowhere."""
    first = _FIRST.match(text)
    if first is None:
        return 0
    lead = re.compile(rf"(?<=\s){first[1]}(?:\s[가-힣]{{2,8}}){{0,3}}[은는이가]\s")
    found = lead.search(text, first.end(), min(end, _NEAR + _LONGEST))
    if found is None or not 2 * _SHORTEST < found.start() <= _NEAR or end - found.start() < _LEAST_LEAD:
        return 0
    before = text[: found.start()].rstrip()
    closed = before.endswith(("”", "’", '"', "'")) or habits().deck_ends.search(before, len(before) - 8) is not None
    plain = not _PARTICLE.search(_QUOTED.sub(" ", before)) and bool(_SIGNS.search(before))
    return found.start() if closed and plain else 0
