"""How often each analyzer is right about nouns, and how fast: writes src/helpers/tokenizing/accuracy.csv.

    python tests/bench/analyzers.py GOLD.jsonl [--write] [--only ANALYZER ...]

GOLD.jsonl has a sentence a line: ``text`` and ``tokens``, each with its ``form``, ``morphs`` and Sejong ``tags``;
UD_Korean-GSD (CC BY-SA 4.0) in that form is what the shipped figures were measured on. Nothing of it is kept but
figures. Each analyzer runs in a process of its own, so that start and memory are its own.

noun characters  characters that common and proper nouns cover (NNG, NNP): how a corpus cuts compounds does not matter
noun forms       the forms of these nouns, sentence by sentence: it does
bare             the analyzer's own output on the raw sentence, each noun looked for from left to right
tokenize         through helpers.tokenizing.tokenize
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from helpers import tables
from helpers.tokenizing import ANALYZERS, available_analyzers, tokenize
from helpers.tokenizing.align import align
from helpers.tokenizing.analyzers import _beside, _reader
from helpers.tokenizing.process import Unread
from helpers.tokenizing.tags import coarse

CORPUS = "UD_Korean-GSD test"
SOURCE = "universaldependencies.org, CC BY-SA 4.0"
NOUNS = {"NNG", "NNP"}
CSV = Path(__file__).parents[2] / "src/helpers/tokenizing/accuracy.csv"
REPEATS = 3
Nouns = list[Counter[Any]]


def gold_nouns(sentences: list[dict[str, Any]]) -> tuple[Nouns, Nouns]:
    """Per sentence the characters that nouns cover, and their forms."""
    characters, forms = [], []
    for sentence in sentences:
        covered: set[int] = set()
        position = 0
        for token in sentence["tokens"]:
            start = sentence["text"].index(token["form"], position)
            position = start + len(token["form"])
            spans = align(token["form"], token["morphs"]) or []
            for (a, b), tag in zip(spans, token["tags"], strict=False):
                covered |= set(range(start + a, start + b)) if tag in NOUNS else set()
        characters.append(Counter(covered))
        pairs = [pair for token in sentence["tokens"] for pair in zip(token["morphs"], token["tags"], strict=True)]
        forms.append(Counter(form for form, tag in pairs if tag in NOUNS))
    return characters, forms


def through_tokenize(analyzer: str, table: pd.DataFrame) -> tuple[Nouns, Nouns]:
    tokens = tokenize(table, analyzer)
    nouns = tokens[(tokens["pos"] == "noun") & (tokens["unit"] == "morpheme")]
    characters: Nouns = [Counter() for _ in range(len(table))]
    forms: Nouns = [Counter() for _ in range(len(table))]
    for noun in nouns.itertuples():
        characters[noun.sentence_id - 1] |= Counter(range(noun.start, noun.end))
        forms[noun.sentence_id - 1][noun.lemma] += 1
    return characters, forms


def bare(analyzer: str, texts: Iterable[str]) -> tuple[Nouns, Nouns]:
    read = _reader(analyzer, ())
    characters, forms = [], []
    for text in texts:
        covered: set[int] = set()
        found: Counter[str] = Counter()
        position = 0
        try:
            morphs = read(text)
        except Unread:
            morphs = []
        for morph in (morph for morph in morphs if coarse(analyzer, morph.tag) == "noun"):
            start = text.find(morph.form, position) if morph.start is None else morph.start
            found[morph.form] += 1
            if start >= 0:
                position = start + len(morph.form)
                covered |= set(range(start, position))
        characters.append(Counter(covered))
        forms.append(found)
    return characters, forms


def score(found: Nouns, gold: Nouns) -> dict[str, float | int]:
    right = sum((a & b).total() for a, b in zip(found, gold, strict=True))
    given, there = sum(a.total() for a in found), sum(b.total() for b in gold)
    precision, recall = right / given, right / there
    f1 = 2 * right / (given + there)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "n": there}


def as_table(texts: list[str]) -> pd.DataFrame:
    return tables.SENTENCES.make(
        {
            "article_id": "gold",
            "sentence_id": number,
            "start": 0,
            "end": len(text),
            "text": text,
            "section": "body",
            "paragraph": 1,
        }
        for number, text in enumerate(texts, 1)
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def megabytes() -> int:
    """The most memory that this process or the analyzer's own has held."""
    unit = 1 if platform.system() == "Darwin" else 1024
    sizes = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return round(max(sizes) * unit / 1e6)


def _anew(table: pd.DataFrame, analyzer: str) -> None:
    tokenize(table, analyzer)


def measure(analyzer: str, gold: Path) -> list[dict[str, Any]]:
    """Rows of accuracy.csv for one analyzer."""
    sentences = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    texts = [sentence["text"] for sentence in sentences]
    table = as_table(texts)
    cold = seconds(lambda: tokenize(table.head(1), analyzer))
    warm = min(seconds(lambda: _anew(table, analyzer)) for _ in range(REPEATS))
    found = {"tokenize": through_tokenize(analyzer, table), "bare": bare(analyzer, texts)}
    if analyzer not in ("kiwi", "mecab"):
        _beside().stop()
    gold_of = dict(zip(("noun characters", "noun forms"), gold_nouns(sentences), strict=True))
    return [
        {
            "analyzer": analyzer,
            "corpus": CORPUS,
            "unit": unit,
            "layer": layer,
            **score(nouns, gold_of[unit]),
            "sentences": len(sentences),
            "characters_per_second": round(sum(map(len, texts)) / warm, -2),
            "cold_seconds": round(cold, 1),
            "megabytes": megabytes(),
            "source": SOURCE,
        }
        for layer, both in found.items()
        for unit, nouns in zip(gold_of, both, strict=True)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true", help="write accuracy.csv")
    parser.add_argument("--only", nargs="+", choices=ANALYZERS, default=list(available_analyzers()))
    parser.add_argument("--one", choices=ANALYZERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.gold)))
        return
    rows: list[dict[str, Any]] = []
    for analyzer in options.only:
        command = [sys.executable, __file__, str(options.gold), "--one", analyzer]
        rows += json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(pd.DataFrame(rows[-4:]).drop(columns="source").to_string(index=False), flush=True)
    frame = pd.DataFrame(rows)
    by_form = frame[(frame["unit"] == "noun forms") & (frame["layer"] == "tokenize")].set_index("analyzer")["f1"]
    frame = frame.sort_values("analyzer", key=lambda names: -names.map(by_form), kind="stable")
    if options.write:
        frame.to_csv(CSV, index=False)


if __name__ == "__main__":
    main()
