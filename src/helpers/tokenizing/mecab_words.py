"""MeCab-ko with the words of a study, which are compiled into a dictionary beside its own."""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from helpers.tokenizing.process import Words


def mecab_with(words: Words) -> Any:
    """A ``mecab.MeCab`` that knows the words (form, tag), also those with spaces; its own model gives their costs.

    If the dictionary cannot be compiled, it is MeCab without them; words that it cuts are joined after reading.
    """
    from mecab import MeCab

    if not words:
        return MeCab()
    with tempfile.TemporaryDirectory(prefix="study-", ignore_cleanup_errors=True) as folder:
        written, compiled = Path(folder, "words.csv"), Path(folder, "words.dic")
        with written.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(_row(form, tag) for form, tag in words)
        command = [sys.executable, "-m", "mecab", "dict-index", "-u", str(compiled), "-f", "utf-8", "-t", "utf-8"]
        subprocess.run([*command, str(written)], cwd=folder, capture_output=True, check=False)
        return MeCab(user_dictionary_path=compiled) if compiled.is_file() else MeCab()


def _row(form: str, tag: str) -> list[str]:
    """surface, left id, right id, cost, tag, meaning, final consonant, reading, type, first tag, last tag, parts.

    Empty fields are filled by the model. A reading with a comma would be two fields for MeCab.
    """
    last = ord(form[-1]) - 0xAC00
    final = ("T" if last % 28 else "F") if 0 <= last < 11172 else "*"
    return [form, "", "", "", tag, "*", final, "*", "*", "*", "*", "*"]
