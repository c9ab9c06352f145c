"""A number as news writes it, in its place, and the fact that it makes with its unit and its bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpers.narrative.facts.found import IN_ORDER, Found, join_notes
from helpers.narrative.facts.numbers import bounds
from helpers.narrative.facts.numbers.numerals import ARABIC, HANGUL, NATIVE, VAGUE, Number, parse_number, parse_range
from helpers.narrative.facts.numbers.units import lexicon, longest_first
from helpers.spans import Span

_TO = rf"(?:{longest_first(lexicon()['percent'])}|원|엔|달러|배|명|개|건|대|곳|만\s?원|세|점|도|살)?\s?[~∼〜–-]\s?"
_NUMBER = re.compile(
    rf"(?<![\d.,])(?<!\d·)(?<![A-Za-z][-.])(?<![A-Za-z])"
    rf"(?:(?P<minus>(?:영하|마이너스)(?:\(-\))?\s?|(?<![\w)%])[-−])?(?:(?P<low>{ARABIC}){_TO}(?=\d))?(?P<arabic>{ARABIC})"
    rf"|(?<![가-힣])(?:(?P<native>{NATIVE})|(?P<hangul>{HANGUL})|(?P<vague>{VAGUE})))"
)
# 30%-1주: a share without one piece, and no range from the one to the other
_UNLIKE = re.compile(rf"(?:{longest_first(lexicon()['percent'])})\s?[-–]\s?")
_SHARE = re.compile(rf"{longest_first(lexicon()['percent'])}")
_IS_VERB = re.compile(r"(?:으?로|을|를|게|히|도|만)\s$")  # 소재로 한 두 번째 작품


@dataclass(frozen=True)
class Numeral:
    """A number as written, in ``[start, end)`` of ``text``; ``script`` is arabic, native, hangul or vague."""

    text: str
    start: int
    end: int
    script: str
    words: str
    number: Number

    def ahead(self, pattern: re.Pattern[str], reach: int = 8) -> re.Match[str] | None:
        """``pattern`` at the end of what stands before the number."""
        return pattern.search(self.text, max(0, self.start - reach), self.start)


def numerals_in(text: str, names: list[Span]) -> Iterator[Numeral]:
    """The numbers of a sentence, by place; none that is written in Hangul within one of ``names``."""
    for match in _NUMBER.finditer(text):
        script = match.lastgroup or "arabic"
        words = match[script]
        if script != "arabic" and any(_hides(name, match) for name in names):
            continue
        start, low = match.start(), match["low"]
        if (
            low
            and _UNLIKE.fullmatch(text, match.end("low"), match.start("arabic"))
            and not _SHARE.match(text, match.end())
        ):
            yield Numeral(text, start, match.end("low"), script, low, parse_number(low))
            start, low = match.start("arabic"), None
        elif script == "native" and words.startswith("한 ") and _IS_VERB.search(text, 0, start):
            start, words = start + 2, words[2:]
        number = parse_range(low, words) if low else parse_number(words)
        if match["minus"] and number.low and not match["low"]:
            number = Number(-number.low)
        yield Numeral(text, start, match.end(), script, words, number)


def _hides(noun: Span, match: re.Match[str]) -> bool:
    """Is what looks like a number a noun (구조), the beginning of one (만원 관중), or in the middle of one (천호동)."""
    whole = match.lastgroup == "hangul" and noun == match.span()
    return whole or (noun[0] <= match.start() and match.end() < noun[1]) or noun[0] < match.start() < noun[1]


def fact_of(
    numeral: Numeral,
    match: re.Match[str] | None,
    kind: str,
    unit: str | None,
    *,
    rounded: bool = False,
    doubt: str = "",
    loose: bool = False,
) -> Found:
    """The fact of a numeral and its unit, with the words around them."""
    start, first = bounds.before(numeral.text, numeral.start)
    around = bounds.after(numeral.text, match.end() if match else numeral.end, rounded=rounded)
    more = "여" if (match and match["more"]) or (numeral.script == "arabic" and "여" in numeral.words) else ""
    vague = "어림" if numeral.number.low is None else ""
    bound = bounds.once(first, more, *around.words)
    note = join_notes(bounds.noted(*bound, around.passing) or vague, doubt)
    certainty = "guessed" if doubt and not loose else "stated"
    fact = Found(start, around.end, kind, numeral.number, unit, None, note, bound, None, certainty, loose)
    return replace(fact, gives="order") if doubt == IN_ORDER else fact
