"""10,000 generated files through ``study clean``'s own function: each gives a result or a clear error, in bounded time.

    python tests/bench/fuzz.py [--examples 10000] [--seconds 10]

Arbitrary Unicode and bytes, texts cut within a character, nulls, right-to-left marks, scripts, deep and broken HTML; then
a line of a megabyte, tags nested 100,000 deep and files of 50 MB, once each. An exception, a result without an error or
an article, an error without words, or a file that takes longer than ``--seconds`` ends it with status 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from helpers.cleaning.batch import clean_file

BODY = "마을 도서관이 다음 달 다시 문을 연다고 이장이 4일 밝혔다. 주민 1만2000명이 해마다 돈을 모았다.\n"
TAGS = (
    "<div>",
    "</div>",
    "<p>",
    "</p",
    "<script>alert(1)</script>",
    "<a href='",
    "<!--",
    "-->",
    "<table><td",
    "&#0;",
    "&quot",
)
ODD = (
    "\0",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u200b",
    "\r\n",
    "\u2028",
    "\ud7a3\u11a8",
    "\uf9e1",
    "\U0001f600",
    "좋아요0\n",
)
PARTS = st.one_of(st.sampled_from((BODY, *TAGS, *ODD)), st.text(st.characters(codec="utf-8"), max_size=40))
TEXTS = st.lists(PARTS, max_size=40).map("".join)
CODECS = st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp949", "euc-kr"))


def encoded(text: str, codec: str, cut: int) -> bytes:
    data = text.encode(codec, "ignore")
    return data[: len(data) - cut % 4]


FILES = st.one_of(st.binary(max_size=600), st.builds(encoded, TEXTS, CODECS, st.integers(0, 3)))


def large() -> dict[str, bytes]:
    body = BODY.encode()
    return {
        "a line of a megabyte": (BODY.strip() * 20_000).encode()[: 1 << 20],
        "100,000 tags deep": b"<html><body>" + b"<div>" * 100_000 + body * 20,
        "50 MB of text": body * ((50 << 20) // len(body)),
        "50 MB of HTML": b"<html><body>" + (b"<p>" + body + b"</p>") * ((50 << 20) // (len(body) + 7)),
        "50 MB of nothing": b"\0" * (50 << 20),
        "a megabyte of brackets": b"<" * (1 << 20),
    }


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--examples", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=10)
    options = parser.parse_args()
    ends: Counter[str] = Counter()
    slowest = 0.0

    def look(data: bytes, name: str) -> float:
        path = Path(folder) / f"page{name}"
        path.write_bytes(data)
        began = time.perf_counter()
        found = clean_file(path)
        taken = time.perf_counter() - began
        assert found["ok"] != bool(found["error"]), found
        assert taken <= options.seconds, f"{taken:.1f} s"
        ends["an article" if found["ok"] else found["error"].split(":")[0].split("page")[0].strip() or "refused"] += 1
        return taken

    @given(FILES, st.sampled_from((".txt", ".html")))
    @settings(
        max_examples=options.examples, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    def generated(data: bytes, suffix: str) -> None:
        nonlocal slowest
        slowest = max(slowest, look(data, suffix))

    with tempfile.TemporaryDirectory() as folder:
        generated()
        print(f"{sum(ends.values())} generated files, the slowest {slowest:.2f} s")
        for name, data in large().items():
            print(f"{name}: {look(data, '.html' if 'HTML' in name or 'tags' in name else '.txt'):.1f} s", flush=True)
    for end, count in ends.most_common():
        print(f"{count:6d}  {end}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
