"""Texts that patterns could take for ever on, patterns of a researcher that would, and words without end."""

from __future__ import annotations

from functools import partial

from tests.bench.faults.trial import STUDY, Case, Ended, Trial
from tests.made.village import ARTICLE

KIND = "patterns"
HEAD, BODY = ARTICLE.split("\n\n", 2)[0], ARTICLE.split("\n\n", 2)[2]
STOCKS = "".join(
    f"한빛{n}전자{n * 37 % 90 + 10},{n * 7 % 1000:03d}원{n % 9}.{n % 7}%{n * 13 % 900 + 100}만주" for n in range(400)
)
LINES = {  # a line of a page, between two paragraphs of an article
    "35 hashtags": "#한빛전자 #반도체 #코스피 " * 12,
    "20 hashtags, the last very long": "#한빛전자 " * 20 + "#" + "가" * 40,
    "half a million <%": "<%" * 500_000,
    "a megabyte of <": "<" * 1_000_000,
    "a megabyte of [": "[" * 1_000_000,
    "20,000 opening quotation marks": "“" * 20_000,
    "a megabyte of full stops": "." * 1_000_000,
    "a megabyte of spaces in a line": "가" + " " * 1_000_000 + "나",
    "200,000 '1일 '": "1일 " * 200_000,
    "a megabyte of a@": "a@" * 500_000,
    "a word of 140,000 syllables": "가나다라마바사" * 20_000,
    "400,000 alternating combining marks": "\u0301\u0323" * 200_000,
    "half a million zero-width spaces": "\u200b" * 500_000,
    "a line of a megabyte of prose": BODY.replace("\n", " ") * 2_500,
    "a table of 400 stocks without line breaks": STOCKS,
    "100,000 '무단 전재 '": "무단 전재 " * 100_000,
}
REGEXES = ("(.*)*x", "(가|가가)+나다라", r"(\w+\s?)+!", "(?:(?:마|을|마을)+)+없음")
WHOLE = {  # through all four stages
    "a table of 400 stocks without line breaks": STOCKS,
    "a word of 140,000 syllables": "가나다라마바사" * 20_000,
    "40,000 alternating combining marks": "가" + "\u0301\u0323" * 20_000,
}


def _page(line: str) -> str:
    return f"{HEAD}\n\n{BODY}\n\n{line}\n\n{BODY}"


def _clean(line: str, trial: Trial) -> Ended:
    path = trial.folder / "page.txt"
    path.write_text(_page(line), "utf-8")
    return trial("clean", "--no-sentences", str(path))


def _has_text(_: Trial, ended: Ended) -> str:
    return "" if ended.status == 0 and "도서관" in ended.out else f"status {ended.status}: {ended.err[-200:]}"


def _regex(pattern: str, trial: Trial) -> Ended:
    codebook = trial.study / "codebook.yml"
    codebook.write_text(
        "codes:\n  care:\n    label: 투자\n    definition: 투자를 말한다\n    stance: supports\n"
        f"    rules:\n      - regex: '{pattern}'\n", "utf-8"
    )  # fmt: skip
    return trial("try", STUDY)


def _told_or_shown(_: Trial, ended: Ended) -> str:
    return "" if ended.status in (0, 1) and ended.said else f"status {ended.status}"


def _whole(line: str, trial: Trial) -> Ended:
    (trial.study / "articles" / "library.txt").write_text(_page(line), "utf-8")
    written = trial.study / "articles.yml"
    lines = [line for line in written.read_text("utf-8").splitlines() if "sha256" not in line]
    written.write_text("\n".join(lines) + "\n", "utf-8")
    return trial("run", STUDY)


def _published(trial: Trial, ended: Ended) -> str:
    if ended.status:
        return f"status {ended.status}: {ended.err[-300:]}"
    return "" if trial.published() != trial.before else "nothing was made anew"


CASES = [
    *(Case(KIND, f"clean: {what}", partial(_clean, line), _has_text) for what, line in LINES.items()),
    *(Case(KIND, f"codebook with regex {regex}", partial(_regex, regex), _told_or_shown) for regex in REGEXES),
    Case(KIND, "codebook with a regex that is none: (가", partial(_regex, "(가"), "told", "codebook.yml"),
    *(Case(KIND, f"run: {what}", partial(_whole, line), _published) for what, line in WHOLE.items()),
]  # fmt: skip
