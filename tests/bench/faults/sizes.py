"""Small files that become large ones, large files that say nothing, and depth."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.faults.trial import STUDY, Case, Ended, Trial
from tests.made.village import ARTICLE

KIND = "sizes"
LAUGHS = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
BOMBS = {
    "a billion laughs": LAUGHS,
    "100,000 lists in each other": "title: " + "[" * 100_000,
    "100,000 maps in each other": "title: " + "{a: " * 100_000,
    "one anchor, 300,000 aliases": "a: &a [1, 2, 3]\nb: [" + "*a," * 300_000 + "]\n",
    "an alias of itself": "a: &a [*a]\ntitle: *a\n",
}
YAMLS = ("study.yml", "articles.yml", "codebook.yml", "corrections.yml")
GIGABYTES = 6 << 30


def _yaml(name: str, text: str, *words: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        (trial.study / name).write_text(text, "utf-8")
        return trial(*words)

    return do


def _sparse(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.truncate(path, GIGABYTES)


def _large(name: str, *words: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        _sparse(trial.study / name)
        return trial(*words)

    return do


def _beside(name: str, *words: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        _sparse(trial.folder / name)
        return trial(*words, str(trial.folder / name))

    return do


def _fifo(trial: Trial, *words: str) -> Ended:
    os.mkfifo(trial.folder / "pipe.txt")
    return trial(*words, str(trial.folder / "pipe.txt"))


def _clean_html(text: str, trial: Trial) -> Ended:
    (trial.folder / "page.html").write_text(text, "utf-8")
    return trial("clean", "--no-sentences", str(trial.folder / "page.html"))


def _import(name: str, text: str, trial: Trial) -> Ended:
    (trial.folder / name).write_text(text, "utf-8")
    return trial("import", "corpus", str(trial.folder / name), "--dry-run")


def _any_end(_: Trial, ended: Ended) -> str:
    return "" if ended.status in (0, 1) and ended.said.strip() else f"status {ended.status} without a word"


BODY = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines())
PAGES = {
    "100,000 tags in each other": "<html><body>" + "<div>" * 100_000 + BODY,
    "JSON-LD 100,000 deep": f'<script type="application/ld+json">{"[" * 100_000}</script><body>{BODY}',
    "an attribute of 5 MB": f'<body><div title="{"가" * 1_700_000}">{BODY}</div>',
    "a comment that does not end": f"<body>{BODY}<!-- " + "가" * 500_000,
    "100,000 <meta": "<meta " * 100_000 + f"<body>{BODY}",
    "200,000 character references": "<body>" + "&#x41;" * 200_000 + BODY,
}
COLUMNS = ",".join(f"열{n}" for n in range(50_000)) + "\n" + ",".join("1" * 50_000)
CASES = [
    *(Case(KIND, f"{name}: a billion laughs, run", _yaml(name, LAUGHS, "run", STUDY), "told", name) for name in YAMLS),
    *(
        Case(KIND, f"study.yml: {what}, run --why", _yaml("study.yml", text, "run", STUDY, "--why"), "told", "study.yml")
        for what, text in BOMBS.items()
    ),
    Case(KIND, "study.yml: a billion laughs, list", _yaml("study.yml", LAUGHS, "list"), _any_end, "study.yml"),
    Case(KIND, "codebook.yml: 100,000 lists in each other, try", _yaml("codebook.yml", BOMBS["100,000 lists in each other"], "try", STUDY), "told", "codebook.yml"),
    Case(KIND, "6 GB beside the articles, which no stage reads", _large("backup.bin", "run", STUDY), "ignored"),
    Case(KIND, "6 GB among the articles, not named in articles.yml", _large("articles/other.txt", "run", STUDY), "ignored"),
    Case(KIND, "new: an article of 6 GB", _beside("big.txt", "new", "other", "--article"), "told", "big.txt"),
    Case(KIND, "6 GB as codings/kim.csv", _large("codings/kim.csv", "run", STUDY), "told", "kim.csv"),
    *(
        Case(KIND, f"6 GB as {name}", _large(name, "run", STUDY), "told", name)
        for name in ("study.yml", "codebook.yml", "stopwords.txt", "dictionary.tsv", "articles/library.txt")
    ),
    Case(KIND, "clean: 6 GB", _beside("big.html", "clean"), "told", "big.html"),
    Case(KIND, "import: 6 GB", _beside("big.csv", "import", "corpus"), "told", "big.csv"),
    Case(KIND, "clean: a pipe that nobody writes to", lambda t: _fifo(t, "clean"), "told", "pipe"),
    Case(KIND, "new: a pipe that nobody writes to", lambda t: _fifo(t, "new", "other", "--article"), "told", "pipe"),
    Case(KIND, "clean: /dev/zero", lambda t: t("clean", "/dev/zero"), "told", "zero"),
    Case(KIND, "new: /dev/zero", lambda t: t("new", "other", "--article", "/dev/zero"), "told", "zero"),
    Case(KIND, "clean: a folder", lambda t: t("clean", str(t.study)), "told", STUDY),
    *(Case(KIND, f"clean: {what}", partial(_clean_html, text), _any_end) for what, text in PAGES.items()),
    Case(KIND, "import: a table of 50,000 columns", partial(_import, "wide.csv", COLUMNS), _any_end),
    Case(KIND, "import: a cell of 20 MB", partial(_import, "cell.csv", "제목,본문\n가,\"" + "나다 " * 3_000_000 + "\"\n"), _any_end),
    Case(KIND, "import: a quotation mark that is never closed", partial(_import, "open.csv", "제목,본문\n가,\"" + "나,다\n" * 300_000), _any_end),
]  # fmt: skip
