"""Patterns that are slow by the character, or more than linear, get no more of a long line than is said of them."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import product
from pathlib import Path

import pytest

from helpers.bylines import credit_start
from helpers.cleaning.batch import clean_file
from helpers.narrative import find_voices
from helpers.reporting.korean.particles import josa
from helpers.tokenizing import split_sentences, tokenize
from made.facts import read
from made.handed import noting
from made.sentences import sentence_table
from made.village import ARTICLE
from project.test_patterns import BOUNDED

LENGTHS = 120, 350, 4_000  # the last is longer than what is cut off anywhere
ENDS = (
    "",
    "다.",
    "다. /하늘통신",
    "입력 2031-02-03 04:05",
    "<나루일보 무단 전재 및 재배포 금지>",
    "나루시 제공",
    "한나루 기자 2031.02.03 04:05",
    "좋아요 0",
)
CORES = (
    "가나다 ",
    "가",
    "공유 ",
    "1 ",
    "'",
    "A",
    "무단 전재 금지 ",
    "“가.” ",
    "HOME > ",
    "[가] | ",
    "입력 2031.02.03 ",
)
NOTED = [place for place in BOUNDED if ", in " not in place]


def _clean(folder: Path) -> None:
    head, body = ARTICLE.split("\n\n", 1)
    for length, core, end in product(LENGTHS, CORES, ENDS):
        line = core * (length // len(core)) + end
        page = "".join(f"<p>{part}</p>\n" for part in (line, *body.splitlines()))
        (folder / "a.txt").write_text(f"{head}\n\n{line}\n\n{body}\n{line}\n{body}", "utf-8")
        (folder / "a.html").write_text(f"<title>{head} | {line}</title><h1>{head}</h1>{page}{page}", "utf-8")
        clean_file(folder / "a.txt")
        clean_file(folder / "a.html")


def _read() -> None:
    long = "가나다 " * 300
    texts = [
        f"{long}: “{long}” {long}라고 한나루 씨가 말했다.",
        f"‘{long}’ 덕분이라고 이장은 밝혔다.",
        f"[{long} / 상인] “{long}.”",
        f"{'1' * 900}만(가나) 명이 왔다.",
        f"{'가' * 900}3명(여 2명)이 {long} 왔다.",
        f"시는 {'솔빛' * 200}(3만㎡)을 지었다.",
    ]
    for text in texts:
        split_sentences(f"{text} “{long}.” {long}“{long}다.” 그랬다.")
    sentences = sentence_table(*texts)
    find_voices(sentences, tokenize(sentences))
    read(*texts)
    for number in ("1" * LENGTHS[-1], "가" + "1," * LENGTHS[-1]):
        josa(number, "은/는")
    for core in CORES:
        credit_start(core * LENGTHS[-1] + "제공")


@pytest.mark.long
def test_callers_hand_a_pattern_no_more_than_is_said(tmp_path: Path) -> None:
    with ExitStack() as stack:
        noted = {place: stack.enter_context(noting(place)) for place in NOTED}
        _clean(tmp_path)
        _read()
    assert {place: each.most for place, each in noted.items() if each.most > BOUNDED[place]} == {}
    assert [place for place, each in noted.items() if not each.calls] == []
