"""Files that a person writes with other programs: other encodings, broken tables, entries that are none."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable

from tests.bench.faults.access import _told_or_well
from tests.bench.faults.trial import STUDY, Case, Ended, Trial

KIND = "inputs"
STUDY_YML = "title: 도서관\nquestion: 왜?\nthesis: 그래서.\n"
CODEBOOK = """codes:
  care:
    label: 투자
    definition: 꾸준한 투자를 말한다
    stance: supports
    rules:
      - any: [꾸준한]
"""
SHEET = "article_id,sentence_id,quote,code\n"


def _file(name: str, content: str | bytes, *words: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        place = trial.study / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        return trial(*(words or ("run", STUDY)))

    return do


def _told_or_other(trial: Trial, ended: Ended) -> str:
    """Told in a sentence, or a success that says what it makes of it; never a half."""
    if ended.status in (1, 2):
        now = trial.published()
        changed = [name for name, was in trial.before.items() if now.get(name) != was]
        return f"changed: {changed[:3]}" if changed or not ended.err.strip() else ""
    if ended.status:
        return f"status {ended.status}: {ended.err[-200:]}"
    why = trial("run", STUDY, "--why")
    return "" if "fresh" in why.out else f"a success, and yet: {why.out[-300:]}"


FAULTS: dict[str, tuple[str, str | bytes]] = {
    "study.yml in CP949": ("study.yml", STUDY_YML.encode("cp949")),
    "study.yml in UTF-16": ("study.yml", STUDY_YML.encode("utf-16")),
    "study.yml with a NUL": ("study.yml", STUDY_YML + "\0"),
    "study.yml with ESC in a key": ("study.yml", STUDY_YML + '"a\\e[31mb": 1\n'),
    "study.yml with a tab": ("study.yml", "title:\t도서관\n\tquestion: 왜?\n"),
    "study.yml that is a list": ("study.yml", "- title\n"),
    "study.yml, a key twice": ("study.yml", STUDY_YML + "title: 둘\n"),
    "study.yml with a Python object": ("study.yml", STUDY_YML + "x: !!python/object/apply:os.system [id]\n"),
    "study.yml with a date as title": ("study.yml", "title: {a: 1}\nquestion: 왜?\nthesis: 그래서.\n"),
    "study.yml, articles that are one number": ("study.yml", STUDY_YML + "articles: 3\n"),
    "study.yml, a parameter of 10^400": ("study.yml", STUDY_YML + "parameters: {top_n: 1" + "0" * 400 + "}\n"),
    "study.yml, a parameter that is nan": ("study.yml", STUDY_YML + "parameters: {draws: .nan}\n"),
    "study.yml, the reference is ../..": ("study.yml", STUDY_YML + "reference: ../..\n"),
    "study.yml, the reference is /etc": ("study.yml", STUDY_YML + "reference: /etc\n"),
    "articles.yml names ../../../../etc/passwd": ("articles.yml", "library:\n  file: ../../../../../../../etc/passwd\n"),
    "articles.yml names /etc/passwd": ("articles.yml", "library:\n  file: /etc/passwd\n"),
    "articles.yml with ESC in a key": ("articles.yml", '"a\\e[31mb":\n  file: articles/library.txt\n'),
    "articles.yml with another SHA-256": ("articles.yml", f"library:\n  file: articles/library.txt\n  sha256: {'0' * 64}\n"),
    "articles.yml, an override that fits nothing": ("articles.yml", "library:\n  file: articles/library.txt\n  overrides: [{drop: 없는 말}]\n"),
    "articles.yml, an empty override": ("articles.yml", "library:\n  file: articles/library.txt\n  overrides: [{drop: ''}]\n"),
    "articles.yml, published that is no day": ("articles.yml", "library:\n  file: articles/library.txt\n  published: 2025-13-45\n"),
    "codebook.yml in CP949": ("codebook.yml", CODEBOOK.encode("cp949")),
    "codebook.yml without codes": ("codebook.yml", "codes: {}\n"),
    "codebook.yml, a code twice": ("codebook.yml", CODEBOOK + CODEBOOK.split("\n", 1)[1]),
    "codebook.yml with ESC in an example": ("codebook.yml", CODEBOOK + '    examples: ["a\\e[31mb"]\n'),
    "codebook.yml, a rule without words": ("codebook.yml", CODEBOOK.replace("[꾸준한]", "[]")),
    "codebook.yml, a rule of a blank": ("codebook.yml", CODEBOOK.replace("[꾸준한]", "[' ']")),
    "codebook.yml, 100,000 words in a rule": ("codebook.yml", CODEBOOK.replace("꾸준한", ", ".join(f"말{n}" for n in range(100_000)))),
    "codebook.yml, a word of 100,000 letters": ("codebook.yml", CODEBOOK.replace("꾸준한", "가" * 100_000)),
    "codings in CP949 (Excel's own)": ("codings/kim.csv", (SHEET + "library,1,책,care\n").encode("cp949")),
    "codings in UTF-16": ("codings/kim.csv", (SHEET + "library,1,책,care\n").encode("utf-16")),
    "codings with ;": ("codings/kim.csv", SHEET.replace(",", ";") + "library;1;책;care\n"),
    "codings with a code that there is not": ("codings/kim.csv", SHEET + "library,1,책,nowhere\n"),
    "codings with a sentence that there is not": ("codings/kim.csv", SHEET + "library,9999,책,\n"),
    "codings with a sentence number of 400 digits": ("codings/kim.csv", SHEET + f"library,{'9' * 400},책,\n"),
    "codings with a NUL": ("codings/kim.csv", SHEET + "library,1,\0,\n"),
    "codings with a quotation mark that does not end": ("codings/kim.csv", SHEET + 'library,1,"책,\n'),
    "codings with a cell of 5 MB": ("codings/kim.csv", SHEET + f"library,1,{'가' * 1_700_000},\n"),
    "codings that are empty": ("codings/kim.csv", ""),
    "codings that are an Excel file": ("codings/kim.csv", b"PK\x03\x04" + bytes(range(256)) * 8),
    "codings whose coder's name has ESC": ("codings/k\x1b[31mim.csv", SHEET + "library,1,책,nowhere\n"),
    "dictionary.tsv in CP949": ("dictionary.tsv", "새싹마을\tNNP\n".encode("cp949")),
    "dictionary.tsv without a tag": ("dictionary.tsv", "새싹마을\n"),
    "dictionary.tsv, a tag that there is not": ("dictionary.tsv", "새싹마을\tXYZ\n"),
    "dictionary.tsv, a word of 10,000 syllables": ("dictionary.tsv", "가" * 10_000 + "\tNNP\n"),
    "dictionary.tsv with a NUL": ("dictionary.tsv", "새\0싹\tNNP\n"),
    "stopwords.txt in CP949": ("stopwords.txt", "도서관\n".encode("cp949")),
    "stopwords.txt with a NUL": ("stopwords.txt", "도서\0관\n"),
    "corrections.yml that is a list": ("corrections.yml", "- a\n"),
    "corrections.yml, an entry that is none": ("corrections.yml", "library:\n  1: {nothing: 3}\n"),
    "the article is empty": ("articles/library.txt", ""),
    "the article is binary": ("articles/library.txt", bytes(range(256)) * 40),
    "the article is a PNG": ("articles/library.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
    "the article's Hangul is lost": ("articles/library.txt", "??? ????? ?? ???? ????.\n" * 30),
}  # fmt: skip


def _pipe(trial: Trial) -> Ended:
    os.mkfifo(trial.study / "articles" / "pipe.txt")
    return trial("run", STUDY)


def _tried(codebook: str) -> Callable[[Trial], Ended]:
    return _file("codebook.yml", codebook, "try", STUDY, "--sentences")


def _finds(_: Trial, ended: Ended) -> str:
    return "" if ended.status == 0 and "[any: 꾸준한]" in ended.out else f"status {ended.status}: {ended.said[-300:]}"


def _without(word: str) -> Callable[[Trial, Ended], str]:
    def look(trial: Trial, ended: Ended) -> str:
        table = (trial.reports / "tables" / "keywords.csv").read_text("utf-8-sig")
        return (
            f"status {ended.status}, {word} is there: {ended.err[-200:]}"
            if ended.status or f",{word}," in table
            else ""
        )

    return look


def _clean_many(trial: Trial) -> Ended:
    """One bad file among good ones."""
    good = str(trial.study / "articles" / "library.txt")
    bad = trial.folder / "bad.txt"
    bad.write_bytes(bytes(range(256)) * 40)
    return trial("clean", "--json", good, str(bad), str(trial.folder / "nowhere.txt"), good)


CASES = [
    *(Case(KIND, what, _file(*fault), _told_or_other) for what, fault in FAULTS.items()),
    Case(KIND, "a pipe lies among the articles", _pipe, _told_or_well),
    Case(KIND, "codebook.yml in NFD matches", _tried(unicodedata.normalize("NFD", CODEBOOK)), _finds),
    Case(KIND, "codebook.yml with zero-width spaces matches", _tried(CODEBOOK.replace("꾸준한", "꾸\u200b준한")), _finds),
    Case(KIND, "stopwords.txt in NFD counts", _file("stopwords.txt", unicodedata.normalize("NFD", "도서관\n")), _without("도서관")),
    Case(KIND, "stopwords.txt with a BOM and CRLF counts", _file("stopwords.txt", "\ufeff도서관\r\n".encode()), _without("도서관")),
    Case(KIND, "stopwords.txt with a zero-width space counts", _file("stopwords.txt", "도서\u200b관\n"), _without("도서관")),
    Case(KIND, "clean: a bad file among good ones", _clean_many, lambda t, e: "" if e.status == 1 and e.out.count('"ok": true') == 2 else f"status {e.status}: {e.err[-200:]}"),
]  # fmt: skip
