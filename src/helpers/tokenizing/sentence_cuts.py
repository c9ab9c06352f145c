"""Where a new sentence starts within one line of Korean news text."""

from __future__ import annotations

import re

from helpers.tokenizing.sentence_pairs import Pair, find_pairs

_STOPS = re.compile(r"[.!?…⋯。．！？]+")
_GAPS = re.compile(r"(?<=\S) {2,}(?=\S)")
_REST_BLANK = re.compile(r"\s*\Z")
_NOT_SPACE = re.compile(r"\S")

# Last syllables of a sentence. Where no space follows a full stop, only the surer ones end one.
_FINAL = frozenset("다요까죠네라자냐나니지래야면돼혀")
_FINAL_GLUED = frozenset("다요까죠냐")
_FINAL_NOUN = frozenset("함음임됨것듯셈뿐")
# Nouns that end as a sentence does: "캐나다.미국" is a list.
# Nouns that end a sentence of news after an adnominal: "이어갈 전망.", "확인된 곳."
_CLOSING_NOUN = re.compile(
    r"[가-힣] (?:곳|중|점|전망|방침|계획|예정|설명|지적|분석|평가|입장|상황|관측|소식|각오|주장|이유|얘기|이야기|모습|"
    r"분위기)$"
)
_PARTICLE = re.compile(r"(?:에서|에는|에게|에|의|은|는|이|가|을|를|와|과|도|로|으로|라는|라고|란|로고)(?=[\s,])")
_NOUN = re.compile(r"(?:바|캐나|우간|르완|혼|프라|소|람)다$|(?:수|필|중|주|개|소|동|긴|강|불|가|민)요$")
_CONTINUES = re.compile(
    r"\s?(?:이?라고|이?라며|이?라면서|이?라는|이?라던|이?란|고|며|면서|하고|하는|하며|했다|등|는|던)(?![가-힣])"
    r"|(?:고|며|면서|라|이라|는|은|던|란|이란|와|과|을|를|의|에|로|으로|도|만|부터|까지|등|식|처럼|같|보다|뿐|하|인|"
    r"였|였다|이었|이다|입니|이며|이고)"
    r"|(?:이|가)(?=\s)"
    r"|\s(?:말했|말하|말한|외[치쳤]|물[었으]|묻|되물|강조했|주장했|답했|반문|토로했|호소했|소리[치쳤]|덧붙)"
)
_STARTERS = re.compile(
    r"\s+(?:그|그녀|그는|이는|이에|이어|이후|이와|이런|이처럼|그러나|그런데|그리고|그래서|그러면서|하지만|다만|또|또한|"
    r"반면|한편|특히|앞서|결국|따라서)(?![가-힣])"
)
_LEAD = re.compile(r"[\s\W\d_]*(?:[A-Za-z가-힣]\s?[.)])?\s*|.*[:：=>\]】][\s“‘\"']*")
_CREDIT = re.compile(r"(?:사진|제공|기자|특파원|뉴스|뉴시스|캡처|캡쳐|갈무리|자료)$")
_LIST_MARK = re.compile(r"[\s\W]*(?:[가나다라마바사아자차카타파하]|[A-Za-z]{1,2}|[IVXivx]+)")
_DATELINE = re.compile(
    r"[(\[【][가-힣A-Za-z·,/ ]{1,20}=[^=()\[\]【】]{2,20}[)\]】]\s?[가-힣 ·,]{2,30}(?:기자|특파원|통신원)\s?="
)
# A credit or a name in brackets that is glued to the sentence before it.
_ASIDE = re.compile(
    r"\((?:사진|자료|그래픽|영상|출처)?[^()=.!?]{0,15}=?[^()=.!?]{1,15}\)(?=\s|$)(?!\s?[가-힣 ·,]{2,30}기자\s?=)"
)
# Who says a note, in brackets behind it: '… 모았다. [편집자주] 나루시는 …'.
_EDITORS = re.compile(r"\s?[\[(<【]\s?(?:편집자|편집인|필자|옮긴이)\s?(?:주|註|말)\s?[\])>】]")
# A notice of rights in brackets of its own; '12호(차별 금지) 협약은' is one sentence.
_NOTICE = re.compile(
    r"(?:[\[【<]|(?<![가-힣A-Za-z0-9’”\"'])\()(?=[^()\[\]【】<>]{0,80}(?:재판매|DB|무단|전재|배포|복제|저작권|ⓒ|©|학습))"
    r"[^()\[\]【】<>]{2,80}금지\s?[)\]】>]"
)
# 한 비(B). 나루: an initial in brackets within a name, and what follows is the name
_INITIAL = re.compile(
    r"[가-힣](?<![은는이가을를의에])\s(?:에이|비|씨|시|디|이|에프|지|에이치|아이|제이|케이|엘|엠|엔|오|피|큐|알|아르|에스|티|유|브이|더블유|엑스|와이|제트)\([A-Z]\)$"
)
# the end of a word before a number that is set apart: 값은  12%
_BEFORE_NUMBER = re.compile(r"(?:[은는을를의]|에서|까지|부터|보다|[^가-힣\s][이가])\Z")
_NAME_GOES_ON = re.compile(r"\s[가-힣]{2,}")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Za-z]|[A-Za-z]\.[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Jr|Sr|St|Mt|Gen|Sen|Rep|Gov|Lt|Col|Capt|Inc|Ltd|Co|Corp|"
    r"Bros|No|no|vs|etc|vol|pp|ft|feat|Fig|fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Ph|al))$"
)


def find_cuts(text: str, start: int, end: int) -> list[int]:
    """Offsets at which a new sentence starts within the line ``text[start:end]``."""
    line = _Line(text, start, end)
    events = sorted(
        [*(m.span() for m in _STOPS.finditer(text, start, end)), *((at, at) for at in _units(text, start, end))]
    )
    for a, b in events:
        line.advance(a)
        cut = a if a == b else line.cut_after(a, b)
        if cut is not None and line.last < cut < end:
            line.cuts.append(cut)
    return line.cuts


def _ends_as_noun(word: str) -> bool:
    """Does a text end with an adnominal (its last syllable closed by ㄴ or ㄹ) and a noun that ends sentences?"""
    match = _CLOSING_NOUN.search(word)
    return match is not None and (ord(match.group()[0]) - 0xAC00) % 28 in (4, 8)


def _units(text: str, start: int, end: int) -> list[int]:
    """Cuts that no full stop marks: a dateline, a notice of rights, two spaces where they part paragraphs."""
    cuts = [match.start() for match in _DATELINE.finditer(text, start, end)]
    cuts += [at for match in _NOTICE.finditer(text, start, end) for at in match.span()]
    gaps = [match.span() for match in _GAPS.finditer(text, start, end)]
    ends = sum(text[a - 1] in '.!?”"' for a, _ in gaps)
    parts = [
        b for a, b in gaps if not (_BEFORE_NUMBER.search(text, max(a - 3, start), a) and text[b : b + 1].isdigit())
    ]
    return cuts + (parts if ends >= 2 and 2 * ends >= len(gaps) else [])


class _Line:
    """One line as it is read from left to right: the cuts so far and the marks that are open."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.cuts: list[int] = []
        self.pairs = find_pairs(text, start, end)
        self.next_pair = 0
        self.open: list[tuple[Pair, bool, bool]] = []
        self.embedded = 0
        self.heading = self._is_heading()

    @property
    def last(self) -> int:
        return self.cuts[-1] if self.cuts else self.start

    def _is_heading(self) -> bool:
        """A short line that does not end as a sentence does: a headline, a caption, an item of a list."""
        tail = self.text[max(self.start, self.end - 6) : self.end].rstrip(" \t)]”’\"'")
        return self.end - self.start <= 100 and not tail.endswith((".", "!", "?", "…", "。"))

    def advance(self, to: int) -> None:
        """Enter the pairs that open before ``to`` and leave those that close before it."""
        while self.next_pair < len(self.pairs) and self.pairs[self.next_pair].start < to:
            pair = self.pairs[self.next_pair]
            self.next_pair += 1
            self._leave(pair.start)
            begins = self._begins(pair)
            embedded = not (begins and self._is_whole(pair))
            self.open.append((pair, embedded, begins))
            self.embedded += embedded
        self._leave(to)

    def _leave(self, before: int) -> None:
        while self.open and self.open[-1][0].end < before:
            self.embedded -= self.open.pop()[1]

    def _begins(self, pair: Pair) -> bool:
        """Does the pair open where a sentence starts, or after a colon?"""
        lead = (
            self.text[self.last : pair.start]
            if pair.start - self.last <= 40
            else self.text[pair.start - 2 : pair.start]
        )
        return _LEAD.fullmatch(lead) is not None

    def _is_whole(self, pair: Pair) -> bool:
        """Is what the pair holds a whole of its own, not a part of the sentence around it?"""
        text, after = self.text, pair.end + 1
        if _REST_BLANK.match(text, after, self.end):
            return True
        if not pair.quote:
            return text[after].isspace() or text[pair.end - 1] in ".!?…"
        return text[pair.end - 1] in ".!?…。" and _CONTINUES.match(text, after, self.end) is None

    def cut_after(self, a: int, b: int) -> int | None:
        """Where the next sentence starts if the stops ``text[a:b]`` end one, otherwise None."""
        e, quoted, begins, embedded = b, False, False, self.embedded
        for pair, inside, opens in reversed(self.open):
            if pair.end != e:
                break
            e, quoted, begins, embedded = e + 1, quoted or pair.quote, opens, embedded - inside
        reach = min(self.end, e + 4)
        while e < reach and self.text[e] in "”’』」)].":
            e += 1
        if embedded or e >= self.end or not self._ends(a, b, e, quoted, begins):
            return None
        aside = _ASIDE.match(self.text, e, self.end) or self._closing_note(e)
        return aside.end() if aside else e

    def _closing_note(self, e: int) -> re.Match[str] | None:
        """The mark that closes a note above an article; behind most of the line it opens the one below it."""
        found = _EDITORS.match(self.text, e, self.end)
        closes = found and (found.end() == self.end or e - self.start < self.end - found.end())
        return found if closes else None

    def _ends(self, a: int, b: int, e: int, quoted: bool, begins: bool) -> bool:
        text, spaced = self.text, self.text[e].isspace()
        if quoted and (_CONTINUES.match(text, e, self.end) or (not begins and text[e] in "“‘\"'")):
            return False
        stops, before = text[a:b], text[a - 1] if a > self.start else " "
        if self.heading and (stops.strip(".") or len(stops) > 1 or before not in "다요"):
            return False
        if stops.strip(".…⋯"):
            return self._mark_ends(before, e, spaced, quoted, begins)
        if "…" in stops and stops.endswith("."):
            stops = "."
        if stops != "." and (stops != ".." or spaced):
            return spaced and before in "다까" and not (quoted and not begins)
        if quoted and not spaced:
            return before in _FINAL
        return self._stop_ends(a, e, before, spaced)

    def _mark_ends(self, before: str, e: int, spaced: bool, quoted: bool, begins: bool) -> bool:
        """Does a question or exclamation mark end the sentence?"""
        if self.text[e - 1] in ")]":
            return False
        if quoted and not begins:
            return spaced and _STARTERS.match(self.text, e, self.end) is not None
        after = self.text[e]
        if not spaced:
            shout = "!" in self.text[e - 1] and "가" <= before <= "힣" and not _PARTICLE.match(self.text, e, self.end)
            return (before in _FINAL or shout) and (after.isalnum() or after in "“‘\"'[(▲■◆▶△○●")
        foreign = before.isascii() and before.isalpha()
        following = _NOT_SPACE.search(self.text, e, self.end)
        if following and following.group() in "=→":
            return False
        return not (foreign and following and following.group().isascii())

    def _stop_ends(self, a: int, e: int, before: str, spaced: bool) -> bool:
        """Does one full stop at ``a`` end the sentence?"""
        text = self.text
        word = text[max(self.last, a - 12) : a]
        if spaced and _INITIAL.search(word) and _NAME_GOES_ON.match(text, e, self.end):
            return False
        if before.isdigit() or before.isspace():
            return False
        if before.isascii() and before.isalpha():
            return spaced and self._word_ends(word, e)
        if a - self.last <= 4 and _LIST_MARK.fullmatch(text, self.last, a):
            return False
        if spaced:
            return True
        if text[e] in ",.·~∼)]:;-–%":
            return False
        if text[e] in "“‘\"'[【" or _CREDIT.search(word):
            return True
        if before in _FINAL_GLUED:
            return not _NOUN.search(word)
        return before in ")]”’\"'" or before in _FINAL_NOUN or _ends_as_noun(word)

    def _word_ends(self, word: str, e: int) -> bool:
        """Does a full stop after a Latin word end the sentence? Not after an abbreviation or an initial."""
        following = _NOT_SPACE.search(self.text, e, self.end)
        if _ABBREVIATION.search(word) or following is None:
            return False
        return not following.group().isascii() or (following.group().isupper() and word[-3:].islower())
