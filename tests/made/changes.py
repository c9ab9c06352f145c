"""Every change that the tests of freshness make to a study, what it makes out of date, and what a run published."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from helpers import store
from made.village import ARTICLE

STEPS = {"01_clean", "02_tokenize", "03_keywords", "04_narrative", "report"}


STUDY = """title: 도서관
question: 왜 다시 여는가?
thesis: 꾸준한 투자가 도서관을 살렸다.
articles: [library]
reference: reference
parameters: {cross_check: [], draws: 100}
"""
ARTICLES = "library:\n  file: articles/library.txt\n  outlet: 마을신문\n"
OTHER = ARTICLE.replace("도서관", "체육관").replace("새싹", "풀잎")


def make_study(root: Path) -> Path:
    """The folder of the invented study, in a project folder."""
    from helpers.narrative import blank_codebook

    folder = root / "data" / "raw" / "village"
    files = {
        "study.yml": STUDY, "articles.yml": ARTICLES, "articles/library.txt": ARTICLE, "reference/other.txt": OTHER,
        "stopwords.txt": "다음\n", "dictionary.tsv": "새싹마을\tNNP\n", "codebook.yml": blank_codebook("왜?", "그래서."),
    }  # fmt: skip
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def replace(name: str, old: str, new: str) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")

    return change


def write(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: store.write_text(folder / name, text)


FILES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "a comment in study.yml": (write("study.yml", STUDY + "# 고침\n"), {"report"}),
    "the outlet": (replace("articles.yml", "마을신문", "고을신문"), {"01_clean"}),
    "the article": (replace("articles/library.txt", "2억", "3억"), {"01_clean"}),
    "a stopword": (write("stopwords.txt", "다음\n마을\n"), {"03_keywords"}),
    "the stopwords, gone": (lambda folder: (folder / "stopwords.txt").unlink(), {"03_keywords"}),
    "a synonym": (write("synonyms.tsv", "library\t도서관\n"), {"02_tokenize", "03_keywords"}),
    "a correction": (write("corrections.yml", "voices: [{quote: 책은 늘었지만, strike: true}]\n"), {"04_narrative"}),
    "a word of the dictionary": (write("dictionary.tsv", "김하늘\tNNP\n"), {"02_tokenize", "03_keywords"}),
    "a coding sheet, new": (write("codings/kim.csv", "article_id,sentence_id,quote,code\n"), {"04_narrative"}),
    "a reference article": (replace("reference/other.txt", "풀잎", "새봄"), {"03_keywords"}),
    "a reference article, new": (write("reference/more.txt", OTHER), {"03_keywords"}),
    "a file that no stage reads": (write("notes.txt", "메모"), set()),
    "a sheet as a workbook": (write("codings/kim.xlsx", "x"), {"04_narrative"}),
    "a sheet that is neither CSV nor a workbook": (write("codings/kim.ods", "x"), set()),
}


TAKEN = {
    "analyzer": {"02_tokenize", "03_keywords", "04_narrative", "report"},
    "cross_check": {"02_tokenize", "report"},
    "use_dictionary": {"02_tokenize", "report"},
    "parts_of_speech": {"03_keywords", "report"},
    "min_count": {"03_keywords", "report"},
    "min_syllables": {"03_keywords", "report"},
    "top_n": {"03_keywords", "report"},
    "window": {"03_keywords", "report"},
    "draws": {"03_keywords", "04_narrative", "report"},
    "seed": {"03_keywords", "04_narrative", "report"},
    "quotation": {"04_narrative", "report"},
}
OTHERWISE = {
    "analyzer": "komoran", "cross_check": "okt", "use_dictionary": "false", "parts_of_speech": "noun", "min_count": "3",
    "min_syllables": "1",
    "top_n": "7", "window": "9", "draws": "200", "seed": "2", "quotation": "evidence",
}  # fmt: skip


def published(root: Path) -> dict[str, object]:
    """What the study's runs made in a project, by path; without what tells times and the run before."""
    found = [*(root / "reports").rglob("*"), *(root / "data" / "processed").rglob("*")]
    files = [path for path in found if path.is_file() and ".run" not in path.parts and not path.name.startswith(".")]
    read: dict[str, object] = {str(path.relative_to(root)): path.read_bytes() for path in files}
    read.pop("data/processed/village/timings.json")
    read.pop("data/processed/village/results.before.json", None)  # what was before, which a first run has not
    manifest = json.loads(read.pop("data/processed/village/manifest.json"))  # type: ignore[arg-type]
    return read | {"manifest": {name: value for name, value in manifest.items() if name != "source"}}
