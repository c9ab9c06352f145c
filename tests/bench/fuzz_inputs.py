"""Whatever stands in the files that a person writes: a result or a clear error, in bounded time.

    python tests/bench/fuzz_inputs.py [--minutes 5] [clean codebook study articles corrections codings dictionary stopwords]

Hypothesis takes lines of a right file, odd characters and pieces of YAML, CSV and patterns, and puts them together anew.
A StudyError with cause and remedy is right; any other exception, or a text that takes more than ten seconds of processor
time, is found: printed with the text (the shortest that Hypothesis comes to), and the status is 1.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import store, tables
from helpers.errors import StudyError
from made.village import ARTICLE

SECONDS = 10.0
NAME = "village"
STUDY = "title: 도서관\nquestion: 왜?\nthesis: 그래서.\narticles:\n  - library\nreference: reference\nparameters:\n  top_n: 20\n  cross_check: [okt]\n  draws: 100\n"
RIGHT = {
    "study": STUDY,
    "articles": "library:\n  file: articles/library.txt\n  outlet: 마을신문\n  published: 2025-03-04\n  address: https://a.example\n"
    "  retrieved: 2025-03-05\n  sha256: 00\n  rights: 없음\n  overrides:\n    - drop: 좋아요0\n    - keep: 화나요0\n",
    "codebook": "claims:\n  thesis: 그래서.\nwords:\n  people: [사람, 주민]\ncodes:\n  care:\n    label: 투자\n    definition: 투자를 말한다\n"
    "    stance: supports\n    claim: thesis\n    turns: {negated: opposes}\n    rules:\n      - any: [책, '@people']\n        not: [공사]\n      - all: [도서관|책, 열다]\n"
    "      - near: {words: [책, 사람], within: 3}\n      - regex: '책(을|은)'\n        stance: opposes\n    examples:\n      - 책이 늘었다.\n"
    "    counter_examples: [비가 왔다.]\nchanges:\n  - 고쳤다\n",
    "corrections": "voices:\n  - quote: 서두르지 않고\n    speaker: 김하늘\n    kind: named\n    article: library\nfacts:\n  - quote: 2억 원\n"
    "    value: 3\n    resolved_from: 2025-01-01\n  - {quote: 다음 달, strike: true}\ncodes:\n  - quote: 문을 연다\n    code: care\n    stance: supports\n    nth: 2\n",
    "codings": "# 김\narticle_id,sentence_id,quote,code,stance,note\nlibrary,1,새싹마을 도서관,care,supports,\n"
    + "".join(f"library,{number},,,,\n" for number in range(2, 11)),
    "dictionary": "# 말\n새싹마을\tNNP\n마을 도서관\tNNG\n",
    "stopwords": "# 말\n다음\n마을 # 까닭\n",
}  # fmt: skip
PIECES = (
    ": ", "- ", "  ", "\t", "\n", "\r\n", "[", "]", "{", "}", "&a ", "*a", "<<: *a", "!!python/name:os.system ", "!!binary ", "| \n", "> \n", "'", '"',
    "#", ",", ";", "---\n", "...\n", "%YAML 1.1\n", "? ", "null", "~", "yes", ".nan", ".inf", "1e999", "-1", "0x10", "9" * 40, "2025-13-45",
    "(", ")", "(.*)*x", "(a|a)*b", "[가-", "\\", "(?P<x>", "(?<=가+)", "{9999999}", "\\p{L}", "(?i)", "|", "@", "@people", "../", "/etc/passwd",
    "\0", "\x1b[31m", "\x85", "\u2028", "\u200b", "\u202e", "\ufeff", "\ufffe", "\ud7a3\u11a8", "\u1112\u1161", "＝", "=1+1", "가" * 300, "",
)  # fmt: skip


def texts(right: str) -> st.SearchStrategy[str]:
    """A right file some of whose lines are cut, doubled, moved, or have something put into them."""
    lines = right.splitlines(keepends=True)
    odd = st.one_of(st.sampled_from(PIECES), st.text(st.characters(codec="utf-8"), max_size=12))
    spoilt = st.builds(_put_in, st.sampled_from(lines), st.integers(0, 60), odd)
    some = st.lists(st.one_of(st.sampled_from(lines), spoilt, odd), max_size=14).map("".join)
    change = st.tuples(st.integers(0, len(lines) - 1), st.one_of(spoilt, odd, st.just("")))
    changed = st.lists(change, min_size=1, max_size=3).map(lambda changes: _changed(lines, changes))
    return st.one_of(some, changed, changed)


def _put_in(line: str, at: int, piece: str) -> str:
    at = min(at, len(line))
    return line[:at] + piece + line[at:]


def _changed(lines: list[str], changes: list[tuple[int, str]]) -> str:
    new = list(lines)
    for place, text in changes:
        new[place] = text
    return "".join(new)


def _write(name: str, text: str) -> None:
    path = store.root() / "data" / "raw" / NAME / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


@cache
def _read() -> tuple[object, object]:
    """Sentences of the invented article and Kiwi's tokens of them."""
    from helpers.tokenizing import split_sentences, tokenize

    body = ARTICLE.split("\n\n", 2)[2]
    spans = split_sentences(body)
    rows = [
        {"article_id": "library", "sentence_id": n, "start": a, "end": b, "text": body[a:b], "section": "body", "paragraph": 1}
        for n, (a, b) in enumerate(spans, 1)
    ]  # fmt: skip
    sentences = tables.SENTENCES.make(rows)
    return sentences, tokenize(sentences)


def study(text: str) -> None:
    from helpers.running.parameters import resolve
    from helpers.study import open_study

    _write("study.yml", text)
    opened = open_study(NAME)
    resolve(opened.file.parameters, {}, place="study.yml")


def articles(text: str) -> None:
    from helpers.cleaning import clean, read_raw
    from helpers.study import open_study

    _write("articles.yml", text)
    for article in open_study(NAME).articles:
        clean(
            read_raw(article.path), overrides=[each.model_dump(exclude_none=True) for each in article.entry.overrides]
        )


def codebook(text: str) -> None:
    from helpers.narrative import code_sentences, open_codebook
    from helpers.study import open_study

    _write("codebook.yml", text)
    code_sentences(*_read(), open_codebook(open_study(NAME)))  # type: ignore[arg-type]


def corrections(text: str) -> None:
    from helpers.narrative.corrections import read_corrections
    from helpers.study import open_study

    _write("corrections.yml", text)
    read_corrections(open_study(NAME))


def codings(text: str) -> None:
    from helpers.narrative import open_codebook
    from helpers.narrative.coding.sheets import read_people
    from helpers.study import open_study

    _write("codings/kim.csv", text)
    opened = open_study(NAME)
    read_people(opened, _read()[0], open_codebook(opened))  # type: ignore[arg-type]


def dictionary(text: str) -> None:
    from helpers.study import open_study
    from helpers.tokenizing import tokenize
    from helpers.tokenizing.dictionary import parse_dictionary

    _write("dictionary.tsv", text)
    words = parse_dictionary(open_study(NAME).dictionary, name="dictionary.tsv")
    if words and len(text) % 10 == 0:  # an analyzer with words of its own is made anew each time
        tokenize(_read()[0].head(2), "kiwi", words)  # type: ignore[attr-defined]


def stopwords(text: str) -> None:
    from helpers.keywords import count_terms
    from helpers.study import open_study

    _write("stopwords.txt", text)
    count_terms(_read()[1], analyzer="kiwi", stopwords=open_study(NAME).stopwords)  # type: ignore[arg-type]


def clean(text: str) -> None:
    from helpers.cleaning.batch import clean_file

    for suffix in (".txt", ".html"):
        path = store.root() / f"page{suffix}"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        found = clean_file(path)
        assert found["ok"] != bool(found["error"]), found


PAGE = f"<html><head><title>도서관</title><meta property='og:title' content='도서관'></head><body>{ARTICLE}<p>책</p>\n<table>\n<tr><td>1</td></tr>\n</table>\n<!-- x -->\n<script>var a = 1;</script>\n</body></html>"
TARGETS: dict[str, Callable[[str], None]] = {
    "clean": clean, "codebook": codebook, "study": study, "articles": articles, "corrections": corrections, "codings": codings,
    "dictionary": dictionary, "stopwords": stopwords,
}  # fmt: skip


def _ground() -> None:
    """A study whose files are right, each time before a kind of file is fuzzed."""
    places = {
        "study": "study.yml",
        "articles": "articles.yml",
        "dictionary": "dictionary.tsv",
        "stopwords": "stopwords.txt",
    }
    for name, place in places.items():
        _write(place, RIGHT[name].replace("  sha256: 00\n", ""))
    _write("articles/library.txt", ARTICLE)
    _write("reference/other.txt", ARTICLE)
    _write("corrections.yml", "voices: []\n")
    _write("codebook.yml", RIGHT["codebook"])


def fuzzed(name: str, minutes: float) -> tuple[Counter[str], str]:
    """How the texts of a kind ended in so many minutes, and what went wrong with one of them."""
    ends: Counter[str] = Counter()
    target, until = TARGETS[name], time.monotonic() + minutes * 60

    @given(texts(PAGE if name == "clean" else RIGHT[name]))
    @settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def tried(text: str) -> None:
        began = time.process_time()
        try:
            target(text)
            ends["taken"] += 1
        except StudyError as error:
            assert error.cause.strip() and error.remedy.strip(), error
            ends["told"] += 1
        assert time.process_time() - began <= SECONDS, f"{time.process_time() - began:.1f} s"

    while time.monotonic() < until:
        _ground()
        try:
            tried()
        except Exception:
            return ends, traceback.format_exc(limit=-6)[-3_000:]
    return ends, ""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("targets", nargs="*", default=list(TARGETS))
    options = parser.parse_args()
    worst = 0
    for name in options.targets:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["STUDY_ROOT"] = folder
            began = time.process_time()
            ends, wrong = fuzzed(name, options.minutes)
            spent = time.process_time() - began
        print(
            f"{name:12s} {sum(ends.values()):7d} texts in {options.minutes:g} minutes, {spent:.0f} s of the processor: {dict(ends)}",
            flush=True,
        )
        if wrong:
            print(wrong, flush=True)
            worst = 1
    return worst


if __name__ == "__main__":
    sys.exit(main())
