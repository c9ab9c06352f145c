"""What cannot be read or written: rights, dangling links, names that are no UTF-8, folders where files should be."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.faults.trial import STUDY, Case, Ended, Trial, remove

KIND = "access"
CP949 = "메모.txt".encode("cp949").decode("utf-8", "surrogateescape")
FILES = ("study.yml", "articles.yml", "codebook.yml", "stopwords.txt", "dictionary.tsv", "articles/library.txt")
CODINGS = "article_id,sentence_id,quote,code\n"


def plain_user() -> Sequence[str]:
    """A prefix that takes from root what root alone may: to read and write what rights forbid."""
    drop = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner", "--"]
    return drop if os.geteuid() == 0 and shutil.which("setpriv") else ()


def _mode(name: str, mode: int, *words: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        path = trial.root / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(CODINGS, "utf-8")
        trial.raw = trial.inputs()
        before = path.stat().st_mode
        path.chmod(mode)
        ended = trial(*words, prefix=plain_user())
        path.chmod(before)
        return ended

    return do


def _becomes(name: str, make: Callable[[Path], object]) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        path = trial.study / name
        path.parent.mkdir(parents=True, exist_ok=True)
        remove(path)
        make(path)
        return trial("run", STUDY)

    return do


def _named_oddly(folder: str, name: str, *words: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        place = trial.root / folder
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(CODINGS, "utf-8")
        return trial(*(words or ("run", STUDY)))

    return do


def _told_or_well(trial: Trial, ended: Ended) -> str:
    """Told in a sentence, or success with all as it was."""
    now = trial.published()
    wrong = [name for name, was in trial.before.items() if now.get(name) != was]
    if ended.status not in (0, 1, 2) or not ended.said.strip() or wrong:
        return f"status {ended.status}: {ended.said[-300:]} {wrong[:3]}"
    return ""


def _read_or_told(trial: Trial, ended: Ended) -> str:
    """A sheet counts, whatever its name is."""
    why = trial("run", STUDY, "--why")
    return "" if ended.status in (0, 1) and ended.said.strip() else f"status {ended.status}: {why.said[-200:]}"


def _clean_odd(trial: Trial) -> Ended:
    path = trial.folder / CP949
    shutil.copy(trial.study / "articles" / "library.txt", path)
    return trial("clean", "--json", os.fsencode(path))


def _own_link(trial: Trial) -> Ended:
    """reports/NAME is a link to a folder of a person's own."""
    mine = trial.folder / "mine"
    shutil.move(trial.reports, mine)
    (mine / "thesis.html").write_text("<p>논문</p>", "utf-8")
    trial.reports.symlink_to(mine)
    return trial("run", STUDY, "--force", "-p", "top_n=10")


def _thesis_there(trial: Trial, ended: Ended) -> str:
    there = (trial.folder / "mine" / "thesis.html").is_file()
    return "" if there and ended.status in (0, 1) else f"status {ended.status}, there: {there}; {ended.err[-200:]}"


def _annotated(trial: Trial) -> Ended:
    """A person wrote into an executed notebook and a table; then something changes and all is made anew."""
    for name in ("notebooks/04_narrative.ipynb", "tables/keywords.csv", "report.html"):
        with (trial.reports / name).open("a", encoding="utf-8") as file:
            file.write("\n# 내 메모")
    (trial.study / "stopwords.txt").write_text("마을\n", "utf-8")
    trial.raw = trial.inputs()
    return trial("run", STUDY)


def _annotation_kept(trial: Trial, ended: Ended) -> str:
    kept = [
        path for path in trial.reports.rglob("*") if path.is_file() and path.read_bytes().endswith("# 내 메모".encode())
    ]
    return (
        "" if ended.status == 0 and len(kept) == 3 else f"status {ended.status}, kept {len(kept)}: {ended.err[-300:]}"
    )


CASES = [
    *(Case(KIND, f"{name} may not be read", _mode(f"data/raw/{STUDY}/{name}", 0, "run", STUDY), "told", Path(name).name) for name in FILES),
    Case(KIND, "codings/kim.csv may not be read", _mode(f"data/raw/{STUDY}/codings/kim.csv", 0, "run", STUDY), "told", "kim.csv"),
    Case(KIND, "a stray file may not be read", _mode(f"data/raw/{STUDY}/stray.bin", 0, "run", STUDY), "ignored"),
    Case(KIND, "codebook.yml may not be read, try", _mode(f"data/raw/{STUDY}/codebook.yml", 0, "try", STUDY), "told", "codebook.yml"),
    Case(KIND, "study.yml may not be read, list", _mode(f"data/raw/{STUDY}/study.yml", 0, "list"), _told_or_well, "study.yml"),
    Case(KIND, "study.yml may not be read, run --all", _mode(f"data/raw/{STUDY}/study.yml", 0, "run", "--all"), "told", "study.yml"),
    Case(KIND, "data/raw read-only, run", _mode("data/raw", 0o555, "run", STUDY), "ignored"),
    Case(KIND, "data/raw read-only, new", lambda t: _mode("data/raw", 0o555, "new", "other", "--article", str(t.study / "articles/library.txt"))(t), "told", "data/raw"),
    Case(KIND, "data/raw may not be read, list", _mode("data/raw", 0, "list"), _told_or_well),
    Case(KIND, "reports read-only, --force", _mode("reports", 0o555, "run", STUDY), _told_or_well),
    Case(KIND, "reports/NAME read-only, run of a change", _mode(f"reports/{STUDY}", 0o555, "run", STUDY, "-p", "top_n=10"), _told_or_well),
    Case(KIND, "data/processed/NAME read-only", _mode(f"data/processed/{STUDY}", 0o555, "run", STUDY), _told_or_well),
    Case(KIND, ".run may not be read", _mode(f"data/processed/{STUDY}/.run", 0, "run", STUDY), "told", ".run"),
    Case(KIND, "a lock of another's", _mode(f"data/processed/{STUDY}/.lock", 0, "run", STUDY), "told", ".lock"),
    Case(KIND, "another's reports/.lock", _mode("reports/.lock", 0, "run", STUDY), _told_or_well),
    *(Case(KIND, f"{name} is a folder", _becomes(name, Path.mkdir), "told", Path(name).name) for name in FILES),
    Case(KIND, "codings is a file", _becomes("codings", lambda p: p.write_text("x", "utf-8")), _told_or_well),
    Case(KIND, "codings/kim.csv is a folder", _becomes("codings/kim.csv", Path.mkdir), _told_or_well),
    Case(KIND, "articles is a file", lambda t: (shutil.rmtree(t.study / "articles"), (t.study / "articles").write_text("x", "utf-8"), t("run", STUDY))[2], "told", "articles"),
    *(Case(KIND, f"{name} is a dangling link", _becomes(name, lambda p: p.symlink_to("nowhere")), "told", Path(name).name) for name in ("study.yml", "articles.yml", "codebook.yml", "articles/library.txt")),
    Case(KIND, "stopwords.txt is a dangling link", _becomes("stopwords.txt", lambda p: p.symlink_to("nowhere")), _told_or_well),
    Case(KIND, "codings is a dangling link", _becomes("codings", lambda p: p.symlink_to("nowhere")), _told_or_well),
    Case(KIND, "codebook.yml is a link to itself", _becomes("codebook.yml", lambda p: p.symlink_to(p.name)), "told", "codebook.yml"),
    Case(KIND, "the article is a link to /etc/passwd", _becomes("articles/library.txt", lambda p: p.symlink_to("/etc/passwd")), "told", "library.txt"),
    Case(KIND, "the study's folder links to itself", _becomes("again", lambda p: p.symlink_to(p.parent)), "ignored"),
    Case(KIND, "a socket lies in the study's folder", _becomes("socket", lambda p: os.mkfifo(p)), "ignored"),
    Case(KIND, "a file of a CP949 name in data/raw/NAME", _named_oddly(f"data/raw/{STUDY}", CP949), "ignored"),
    Case(KIND, "a file of a CP949 name in data/raw", _named_oddly("data/raw", CP949), "ignored"),
    Case(KIND, "a file of a CP949 name in articles/", _named_oddly(f"data/raw/{STUDY}/articles", CP949), "ignored"),
    Case(KIND, "a file of a CP949 name in reports/NAME", _named_oddly(f"reports/{STUDY}", CP949), "ignored"),
    Case(KIND, "a file of a CP949 name in codings/", _named_oddly(f"data/raw/{STUDY}/codings", CP949.replace("txt", "csv")), _read_or_told),
    Case(KIND, "a folder of a CP949 name in data/raw, list", _named_oddly(f"data/raw/{CP949}", "study.yml", "list"), _told_or_well),
    Case(KIND, "a folder of a CP949 name in data/raw, run --all", _named_oddly(f"data/raw/{CP949}", "study.yml", "run", "--all"), _told_or_well),
    Case(KIND, "clean: a file of a CP949 name", _clean_odd, lambda t, e: "" if e.status == 0 and "도서관" in e.out else e.said[-300:]),
    Case(KIND, "reports/NAME is a link to a folder of a person", _own_link, _thesis_there),
    Case(KIND, "a person wrote into what was published", _annotated, _annotation_kept),
    Case(KIND, "a temporary folder of a person's own is named study-notes", lambda t: _study_notes(t), lambda t, e: "" if (t.folder / "tmp/study-notes/lock").is_file() else "gone"),
]  # fmt: skip


def _study_notes(trial: Trial) -> Ended:
    mine = trial.folder / "tmp" / "study-notes"
    mine.mkdir()
    (mine / "lock").write_text("mine", "utf-8")
    os.utime(mine / "lock", (0, 0))
    return trial("run", STUDY, "--from", "04")
