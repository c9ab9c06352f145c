"""Names of new studies, and of files, that are odd."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Callable

from tests.bench.faults.access import CP949
from tests.bench.faults.trial import STUDY, Case, Ended, Trial

KIND = "names"
REFUSED = (
    "", " ", ".", "..", "../other", "a/b", "/tmp/other", ".hidden", "index.html", "con", "NUL", "a:b", "a\\b", "trailing.", "trailing ", " leading",
    "a\nb", "a\tb", "a\x1b[31mb", "가\u202e나", "a\u200bb", "x" * 250, "가" * 90, "VILLAGE", "-x", "a*b", 'a"b', "a<b>", "a|b", "a?b", CP949,
)  # fmt: skip
TAKEN = ("도서관", "library-2", "연구 둘", "a'b", "$(x)", "😀")


def _new(name: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        article = str(trial.study / "articles" / "library.txt")
        return trial("new", "--article", article, "--", os.fsencode(name))

    return do


def _told_or_runs(trial: Trial, ended: Ended) -> str:
    """Refused in a sentence, or made so that the list shows it and --why reads it."""
    if ended.status in (1, 2):
        return "" if ended.err.strip() else "without a word"
    if ended.status:
        return f"status {ended.status}"
    made = [path.name for path in (trial.root / "data" / "raw").iterdir() if path.name != STUDY]
    if len(made) != 1:
        return f"made {made}"
    listed = trial("list")
    why = trial("run", "--why", "--", made[0])
    return "" if (listed.status, why.status) == (0, 0) else f"made {made}: {listed.err[-200:]} {why.err[-200:]}"


def _dangling(trial: Trial) -> Ended:
    (trial.root / "data" / "raw" / "other").symlink_to("nowhere")
    return _new("other")(trial)


def _decomposed(trial: Trial) -> Ended:
    shutil.copytree(trial.study, trial.root / "data" / "raw" / "도서관")
    return _new(unicodedata.normalize("NFD", "도서관"))(trial)


def _twice(trial: Trial) -> Ended:
    """Four calls at once for one name: one may win."""
    import subprocess
    import sys

    article = str(trial.study / "articles" / "library.txt")
    words = [sys.executable, "-m", "helpers.cli", "new", "other", "--article", article]
    calls = [
        subprocess.Popen(words, env=trial.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    ended = trial("new", "other", "--article", article)
    said = [call.communicate() for call in calls]
    told = "".join(out + err for out, err in said)
    won = [ended.status, *(call.returncode for call in calls)].count(0)
    return Ended(ended.status, ended.out, ended.err + told + f"{won} won", ended.seconds)


def _title(name: str, value: str, *words: str) -> Callable[[Trial], Ended]:
    """A title, question or thesis with what YAML cannot hold: what is made must be read again."""

    def do(trial: Trial) -> Ended:
        article = trial.folder / "page.txt"
        text = (trial.study / "articles" / "library.txt").read_text("utf-8")
        article.write_text(text.replace("도서관,", f"도서관{value},", 1) if name == "title" else text, "utf-8")
        options = () if name == "title" else (f"--{name}", f"무엇을{value} 말하는가?")
        return trial("new", "other", "--article", str(article), *options)

    return do


ODD = {
    "U+FFFE": "\ufffe",
    "U+FFFF": "\uffff",
    "ESC": "\x1b[31m",
    "a quotation mark": '"',
    "a lone CR": "\r",
    "NEL": "\x85",
    "a bidi override": "\u202e",
}
CASES = [
    *(Case(KIND, f"new {ascii(name)[:50]}", _new(name), _told_or_runs) for name in (*REFUSED, *TAKEN)),
    Case(KIND, "new: a dangling link has the name", _dangling, "told", "other"),
    Case(KIND, "new: the name is there in NFC, asked for in NFD", _decomposed, "told"),
    Case(KIND, "new: four at once", _twice, lambda t, e: "" if "1 won" in e.err else e.err[-200:]),
    *(Case(KIND, f"new: a title with {what}", _title("title", value), _told_or_runs) for what, value in ODD.items()),
    *(Case(KIND, f"new: a question with {what}", _title("question", value), _told_or_runs) for what, value in ODD.items()),
    *(Case(KIND, f"run {name!a}", lambda t, name=name: t("run", name), "told") for name in ("nowhere", "../village", "/etc", "a\x1bb", "가" * 300)),
]  # fmt: skip
