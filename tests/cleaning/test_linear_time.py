"""Cleaning takes time by the length of what it reads, whatever that is; each pattern alone: project/test_patterns.py."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial

import pytest

from helpers.cleaning import RawText, clean
from helpers.cleaning.html import read_page
from helpers.cleaning.pieces.looks import look
from helpers.errors import StudyError
from made.timing import SHORTEST, assert_proportional

UNITS = (
    "가", "가나 ", "a", "1", "12 ", " ", "\t", ".", ",", "#", "#나루 ", "#나루동시장 #", "@", "a.", "a@b.", "<", "<%", "<!", "<!--", "<a '",
    '<a "', "</", "</p>", "<p>", "&", "&amp;", "[", "]", "(", ")", "(=", "[기자", "=", "/", "|", "·", "▲", "▶ ", "“", "”", "'", '"', '\\"',
    "\\u", "ⓒ", "저작권자 ", "금지 ", "2031-02-03", "2031.02.03 04:05 ", "입력 ", "좋아요 0 ", "공유 ", "기자 ", "한나루 기자 ",
    "http://", "다.", "다. ", "니다 ", "…", "..", "- ", "00", ":", "★", "사진 ", "글자크기 가 ", "\u0301", '{"a":', "[앵커]", "제공 ",
)  # fmt: skip


@contextmanager
def _no_longer_than(seconds: float, what: str) -> Iterator[None]:
    """Of the processor: a busy machine may let it wait."""

    def stop(*_: object) -> None:
        raise TimeoutError(what)

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@pytest.mark.parametrize("first", UNITS)
def test_look_takes_time_by_the_length_of_a_line(first: str) -> None:
    for second in UNITS:
        text = ((first + second) * 160)[:160]
        with _no_longer_than(2, f"look on {first!r}, {second!r}"):
            look(text)


@pytest.mark.long
@pytest.mark.parametrize("unit", UNITS)
def test_pages_take_time_by_their_length(unit: str) -> None:
    # what is quadratic is seen where a page of 80,000 takes a quarter of a second more than it should
    assert_proportional(
        lambda size: partial(_read_both_ways, unit * (size // len(unit))), 10_000, shortest=SHORTEST / 4
    )


def _read_both_ways(source: str) -> None:
    page = read_page(source)
    for raw in (RawText(page.text, "utf-8", (), "0" * 64, "a.html", page), RawText(source, "utf-8", (), "0" * 64)):
        with suppress(StudyError):
            clean(raw)


def test_a_line_of_hashtags_is_read_at_once_and_is_no_article() -> None:
    tags = " ".join(f"#나루동시장{n}호점" for n in range(40)) + " #" + "가" * 34
    with _no_longer_than(2, "hashtags"):
        assert look("#나루동 #새 시장 #불빛축제").kind == "tags"
        look(tags[:160])
        look(tags)
    assert look("# 나루동 시장에 다시 불이 켜졌다").kind != "tags"
