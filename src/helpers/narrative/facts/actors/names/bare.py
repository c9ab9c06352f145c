"""What is left of a noun phrase without the facts in it and without what leads to its noun: 직원 of 직원 중, a firm."""

from __future__ import annotations

import re

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.stripped import Stripped
from helpers.narrative.facts.numbers.units import longest_first
from helpers.spans import Span

_LEADING = re.compile(
    r"(?:등|데|및|또는|혹은|하루|(?:때|당시|이후|이전)의|만(?=\s?\d)|(?:[가-힣]+\s){0,2}(?:이후|이래|시절|당시|때|동안)|(?:[가-힣]+\s)?기준)\s(?=\S)"
)
_EACH = re.compile(r"(?<=[^\s가-힣])(?:당|씩)\s(?=\S)")  # 100g당 열량
_BY = re.compile(r"\d[\d,.만천백]*\s?\S{1,4}당")  # 1달러당 1천 원
_TRAILING = re.compile(r"(?<=\S)\s(?:연|월|매달|매월|매년|각|각각|총|단|약|기준|모두|합계)$")
_PART = re.compile(r"\s?(?P<word>중|가운데)\s")
_SOME = re.compile(r"(?:일부|나머지|절반|대부분|대다수|상당수|다수|하나|처음|유일)$")
_POINTING = re.compile(r"^(?:(?:이|그|저|이런|그런|이 같은|이러한|그러한|같은|또 다른|다른|모든|이번|해당)\s)+")
_BYLINE = re.compile(r".*(?:기자|특파원)\s?(?:=|[\])】])\s?")
_BY_REPORTER = re.compile(r"\([가-힣·]{2,10}=[^()]{2,15}\)\s?(?:[가-힣]{2,4}\s){1,4}(?:기자|특파원)\s(?=\S)")
_LEAD_IN = re.compile(
    rf"[^,]*?(?:{longest_first(words('actors', 'leading_in'))})\s결과\s(?!보고서|자료|발표|분석|공개|통보|통지)(?=\S)"
    r"|(?:<[^<>]{1,20}>|\[[^\[\]]{1,20}\]|【[^【】]{1,20}】)\s?(?=[가-힣A-Za-z])"
)
_TOWARDS_WHOM = re.compile(r"(?<=[가-힣A-Za-z\d)])(?:에게|에게서|한테|께)$")
_HALF_WORD = re.compile(r"(?:짜리|당|대)\s(?=\S)")  # 2층짜리 공장, 한 포기 당 이삭: what is left of the number's word
_OF_RANGE = re.compile(r"(?:\d[\d.,]*의|\d+[.,]\d+인)\s(?=\S)")  # 진도 2∼3의 여진
_VERB = re.compile(r"[가-힣](?:(?:는|은|던|인)데(?:다가?)?)$")
BULLET = re.compile(r"[△▷▲▶■□●○]\s?")
_BRACKETED = re.compile(r"\[[^\]]*\]")
TOTAL = re.compile(r"\s등(?:\s(?:모두|총|합쳐|합해|합계|전체))?\s?$")
_MODEL = re.compile(r"(?<![A-Za-z\d])[A-Z]{1,6}-$")  # K-9 자주포
_BRACKET = re.compile(r"\([^()]*\)(?=\s?\S)")
_OWNED = re.compile(r"(?P<owner>.*\S)의\s(?:[가-힣]+\s)?[가-힣]+$")


class Bare(Stripped):
    """Stretches of a sentence without the facts in them, and without what only leads to a noun or from it."""

    def cleaned(self, start: int, end: int) -> Span | None:
        """A phrase without the facts in it: 1억 원 규모의 기금, 고등어(15kg); None if it names nobody then."""
        if (byline := self.text.find(" = ", start, end)) >= 0:
            start = byline + 3
        if by := _BY_REPORTER.match(self.text, start, end):
            start = by.end()
        if by := _BYLINE.match(self.text, start, end):
            start = by.end()
        if bullet := BULLET.match(self.text, start, end):
            start = bullet.end()
        if bracketed := _BRACKETED.match(self.text, start, end):
            start = bracketed.end()
        if self._is_total(start, end):
            return None
        without = self._without_facts(start, end)
        if without and self._is_summed(*without):
            return None
        trimmed = self._trimmed(*without) if without else None
        return self._standing_alone(*trimmed) if trimmed else None

    def _is_summed(self, start: int, end: int) -> bool:
        """나루(3억원), 물결(2억원) 등 5억원: is the figure behind it the sum of what each has."""
        if not self.text[start:end].rstrip().endswith(" 등") or not self.is_fact(len(self.text[:end].rstrip()) + 1):
            return False
        return any(start < a and b < end and self.text[b] == ")" for a, b in self.taken)

    def _is_total(self, start: int, end: int) -> bool:
        """학교 7곳, 도서관 3곳 등 모두 10곳: is the figure behind it the sum of those before."""
        total = TOTAL.search(self.text, start, end)
        counted = total and any(b == total.start() and start < a for a, b in self.taken)
        return bool(counted and self.is_fact(len(self.text[:end].rstrip()) + 1))

    def _standing_alone(self, start: int, end: int) -> Span | None:
        """The noun of a phrase: without what leads in to it, a figure or half a bracket; None for 누구에게, 150㎞로."""
        if self.text[start : start + 1].isdigit() and (model := _MODEL.search(self.text, max(start - 8, 0), start)):
            start = model.start()
        while leading := _LEAD_IN.match(self.text, start, end):
            start = leading.end()
        start, end = self._without_edges(*self._with_whole_brackets(start, end))
        if (half := _HALF_WORD.match(self.text, start, end)) and any(0 <= start - b < 2 for _, b in self.taken):
            start = half.end()
        if of_range := _OF_RANGE.match(self.text, start, end):
            start = of_range.end()
        if (bracket := _BRACKET.match(self.text, start, end)) and self.is_fact(start + 1):
            start = bracket.end()  # 7월 첫째 주(6월 28일∼7월 4일) 어획량
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        end = start + len(self.text[start:end].rstrip())
        last = self._ending_at.get(end)
        case = last is not None and last.tag in ("JKB", "JKO", "JKS")
        return None if start >= end or case or _TOWARDS_WHOM.search(self.text[start:end]) else (start, end)

    def _trimmed(self, start: int, end: int) -> Span | None:
        """Without the 중 and 당 after it and the 등 before it; of the 부분 of a market the market is left."""
        end -= len(self.text[start:end]) - len(self.text[start:end].rstrip())
        if _BY.fullmatch(self.text, start, end):
            return None
        if self.text[start:end] in ("그중", "이중", "그 중", "이 중"):
            return None
        if part := self._part(start, end):
            start, end = part
        if self.names_somebody(start, end):
            return start, end
        while end > start and (cut := self._trailing(start, end)) is not None:
            if self.text[cut:end] == "당" and " " not in self.text[start:cut]:  # 배럴당 47달러 is of no 배럴
                return None
            end = cut
        while leading := _LEADING.match(self.text, start, end) or _EACH.match(self.text, start, end):
            start = leading.end()
        written = self.text[start:end]
        nobody = BULLET.search(written) or _VERB.search(written) or written in words("actors", "adverbs")
        nobody = nobody or written in words("actors", "comparing")
        if not written.strip("\"'“”‘’ ") or nobody or self._is_within_marks(start, end):
            return None
        if not self._is_bound(written, end) and _POINTING.sub("", written) not in words("actors", "abstract"):
            return start, end
        owned = _OWNED.fullmatch(written)
        return self._trimmed(start, start + owned.end("owner")) if owned else None

    def _is_within_marks(self, start: int, end: int) -> bool:
        """Is it a piece of a title in quotation marks: the 소년 of '소년, 길을 떠나다'."""
        return any(
            quote.start <= start
            and end <= quote.end
            and (start, end) != (quote.start, quote.end)
            and not (end == quote.end and self.is_fact(start - 2))
            for quote in self._titles
        )

    def _part(self, start: int, end: int) -> Span | None:
        """직원 중 기술자: the 기술자; 선수 중 일부: the 선수."""
        found = [m for m in _PART.finditer(self.text, start, end) if self._bound_at(m.start("word"))]
        if not found:
            return None
        last = found[-1]
        counted = self.is_fact(end - 1) and not self.names_somebody(last.end(), end)
        some = counted or _SOME.match(self.text, last.end(), end)
        return (start, last.start()) if some else (last.end(), end)

    def _trailing(self, start: int, end: int) -> int | None:
        """Where the phrase ends without its last word, if that only leads to a number: 상품당, 최고금리 연, 직원 중."""
        found = _TRAILING.search(self.text[start:end])
        if found and (end == len(self.text) or self.text[end].isspace() or self.is_fact(end)):
            return start + found.start()
        last = self._ending_at.get(end)
        only = last and last.tag in ("NNB", "XSN") and last.surface in ("중", "가운데", "당", "씩", "측", "쪽")
        return len(self.text[start : last.start].rstrip()) + start if last and only else None

    def _is_bound(self, written: str, end: int) -> bool:
        """Does the phrase end in a bound noun: the 게 of 같은 게; the 수 of 출생아 수 is none."""
        plain = _POINTING.sub("", written)
        head = plain.rsplit(" ", 1)[-1]
        last = self._ending_at.get(end)
        sure = head == plain or len(head) > 1 or head in "후뒤때" or (last is not None and last.tag in ("NNB", "NP"))
        return head in words("actors", "bound") and sure

    def _bound_at(self, position: int) -> bool:
        found = self._starting_at.get(position)
        return found is not None and found.tag in ("NNB", "NNG") and found.surface in ("중", "가운데")
