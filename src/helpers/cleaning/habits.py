"""The habits of sites, read from ``habits.yml`` and made ready to match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from helpers.lexicons import load

_SEPARATORS = r"[\s•·ㆍ|/ㅣ:,;+%()\[\]<>〈〉→▶▷◀◁▲▼△▽■□◆◇●○★☆※~\-_\d…]"

_SHORT = 200  # characters of a line that is worth remembering: sites print the same ones on each page
_MARKS = re.compile(r"[\s•·ㆍ:：\[\]<>〈〉▶▷■□◆◇●○※★☆|+?!.]+")


@dataclass(frozen=True)
class Habits:
    """What sites print around an article: squeezed phrases and compiled patterns, named as in ``habits.yml``."""

    controls: re.Pattern[str]
    controls_at_start: re.Pattern[str]
    counters: re.Pattern[str]
    service_words: re.Pattern[str]
    phrases: re.Pattern[str]
    notices: re.Pattern[str]
    imprint: re.Pattern[str]
    promoted: re.Pattern[str]
    notice_marks: re.Pattern[str]
    related_heads: frozenset[str]
    summary_heads: frozenset[str]
    closing_heads: frozenset[str]
    published_words: re.Pattern[str]
    modified_words: re.Pattern[str]
    published_metas: tuple[str, ...]
    modified_metas: tuple[str, ...]
    title_metas: tuple[str, ...]
    title_labels: re.Pattern[str]
    mastheads: re.Pattern[str]
    programmes: re.Pattern[str]
    deck_ends: re.Pattern[str]
    head_ends: re.Pattern[str]
    head_tells: re.Pattern[str]
    sentence_opens: re.Pattern[str]
    sections: frozenset[str]
    counted: re.Pattern[str]
    lists: re.Pattern[str]
    outlets: frozenset[str]
    outlet_names: re.Pattern[str]
    article_boxes: re.Pattern[str]
    caption_boxes: re.Pattern[str]
    chrome_boxes: re.Pattern[str]
    hidden_boxes: re.Pattern[str]


@lru_cache(maxsize=1)
def habits() -> Habits:
    """The habits of ``habits.yml``, read once."""
    data = load("habits")
    words = {
        name: items(block) for name, block in data.items() if isinstance(block, str) and not name.endswith("boxes")
    }
    heads = words["related_heads"] + words["summary_heads"] + words["closing_heads"]
    buttons = _any(words["buttons"] + heads)
    return Habits(
        controls=re.compile(rf"{_SEPARATORS}*(?:{buttons}{_SEPARATORS}*)++"),
        controls_at_start=re.compile(rf"(?:{_any(words['buttons'])}(?=\W)\W*)++"),
        counters=re.compile(rf"\W*(?:{_any(words['counters'])}\W*\d[\d,.]*[개명건회만천]?\W*)++\Z"),
        service_words=re.compile(_any(words["service_words"])),
        phrases=re.compile(_any(words["phrases"])),
        notices=re.compile("|".join(f"(?:{pattern})" for pattern in data["notice_patterns"])),
        imprint=re.compile(rf"(?<![가-힣]){_any(words['imprint'])}\s?[:：|]\s?\S"),
        promoted=re.compile(_any(words["promoted"])),
        notice_marks=re.compile(_any(words["notice_marks"])),
        related_heads=frozenset(map(squeeze, words["related_heads"])),
        summary_heads=frozenset(map(squeeze, words["summary_heads"])),
        closing_heads=frozenset(map(squeeze, words["closing_heads"])),
        published_words=re.compile(rf"{_any(words['published_words'])}\s*(?:일시|시간|일)?\s*[:：|]?\s*\Z"),
        modified_words=re.compile(rf"{_any(words['modified_words'])}\s*(?:일시|시간|일)?\s*[:：|]?\s*\Z"),
        published_metas=tuple(words["published_metas"]),
        modified_metas=tuple(words["modified_metas"]),
        title_metas=tuple(words["title_metas"]),
        title_labels=re.compile(rf"{_any(words['title_labels'])}\s?[:：]\s*"),
        mastheads=re.compile(data["mastheads"]),
        programmes=re.compile(data["programmes"]),
        deck_ends=re.compile(rf"(?<=[\s…”’\"',·]){_any(words['deck_ends'])}"),
        head_ends=re.compile(rf"(?<=[\s…”’\"',·]){_any(words['deck_ends'])}(?:\s?중)?\Z"),
        head_tells=re.compile(rf"(?<=[\s…”’\"',·]){_any(words['head_tells'])}\Z"),
        sentence_opens=re.compile(rf"(?<=\s){_any(words['sentence_opens'])}(?=[\s,])"),
        sections=frozenset(words["sections"]),
        counted=re.compile(
            rf"{_any(words['counted'])}(?:[은는이가을를의에도와과로]|에는|에서|부터|까지|으로|만에|간|째|쯤)?(?=[\s,])"
            rf"|{_any(words['counted_as_subject'])}(?:[은는이가을를의도]|에서)(?=[\s,])"
        ),
        lists=re.compile(data["lists"]),
        outlets=frozenset(map(squeeze, words["outlets"])),
        outlet_names=re.compile(_any(words["outlets"])),
        article_boxes=re.compile(data["article_boxes"]),
        caption_boxes=re.compile(data["caption_boxes"]),
        chrome_boxes=re.compile(data["chrome_boxes"]),
        hidden_boxes=re.compile(data["hidden_boxes"]),
    )


def items(block: str) -> list[str]:
    """The entries of a block: between ``, `` or on lines of their own; a line that begins with # is a comment."""
    lines = [line.strip() for line in block.splitlines()]
    return [item.strip() for line in lines if line[:1] != "#" for item in line.split(", ") if item.strip()]


def squeeze(text: str) -> str:
    """``text`` without white space, bullets and closing marks, to compare lines with."""
    return _squeezed(text) if len(text) <= _SHORT else _MARKS.sub("", text)


@lru_cache(maxsize=8192)
def _squeezed(text: str) -> str:
    return _MARKS.sub("", text)


def _any(phrases: list[str]) -> str:
    """An atomic pattern of any of the phrases, the longest first, white space in them optional."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    by_letter: dict[str, list[str]] = {}
    for phrase in longest_first:
        by_letter.setdefault(phrase[0], []).append(r"\s?".join(map(re.escape, phrase.split())))
    # a place whose letter begins no phrase is passed without trying them all
    groups = (f"(?:{'|'.join(group)})" for group in by_letter.values())
    return f"(?=[{re.escape(''.join(by_letter))}])(?>{'|'.join(groups)})"
