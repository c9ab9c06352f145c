"""Many files, one after another or several at once, as one dict each."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from helpers.cleaning.article import CleanArticle, clean
from helpers.cleaning.files.reading import read_raw
from helpers.errors import StudyError

_AHEAD = 8


def clean_files(paths: Iterable[str | Path], *, jobs: int = 1, sentences: bool = True) -> Iterator[dict[str, Any]]:
    """Clean file after file; one dict a file, in the order of ``paths``, as soon as it is done.

    jobs       processes; more than one keeps the order and reads only a few files ahead
    sentences  also split the text into sentences
    yields     file, ok, error (cause and remedy, or None), encoding, title, published_at, text, kept (spans
               ``[start, end)`` of the decoded file; of HTML, of its source), lines (no, label, rule, reason; of HTML,
               the lines of the page's text; a line that was cut has several), sentences

    A file that cannot be read or holds no article gives ``ok: False`` with its error, and the next one is taken.
    """
    if jobs <= 1:
        for path in paths:
            yield clean_file(path, sentences=sentences)
        return
    yield from _in_parallel(iter(paths), jobs, sentences)


def _in_parallel(paths: Iterator[str | Path], jobs: int, sentences: bool) -> Iterator[dict[str, Any]]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Any] = deque()
        for path in paths:
            waiting.append(pool.submit(clean_file, path, sentences=sentences))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def clean_file(path: str | Path, *, sentences: bool = True) -> dict[str, Any]:
    """One file as a dict, as ``clean_files`` yields it."""
    result = _failed(path)
    try:
        raw = read_raw(path)
        result["encoding"] = raw.encoding
        return result | _found(clean(raw, source_file=str(path)), sentences=sentences)
    except StudyError as error:
        return result | {"error": str(error)}
    except Exception as error:  # one bad file must not stop ten thousand good ones
        fault = f"{type(error).__name__}: {error}"
        cause = f"{Path(path).name} could not be cleaned ({fault[:200]})."
        return result | {"error": f"{cause}\nThis is a fault of the program: report it with the file."}


def _failed(path: str | Path) -> dict[str, Any]:
    return {
        "file": str(path),
        "ok": False,
        "error": None,
        "encoding": None,
        "title": None,
        "published_at": None,
        "text": "",
        "kept": [],
        "lines": [],
        "sentences": [],
    }


def _found(article: CleanArticle, *, sentences: bool) -> dict[str, Any]:
    kept = [(piece.start, piece.end) for piece in article.pieces if piece.kept]
    return {
        "ok": True,
        "title": article.title,
        "published_at": article.published_at,
        "text": article.text,
        "kept": [list(span) for start, end in kept for span in article.raw.in_source(start, end)],
        "lines": [
            {"no": piece.line, "label": piece.label, "rule": piece.rule, "reason": piece.reason}
            for piece in article.pieces
        ],
        "sentences": _sentences(article.text) if sentences else [],
    }


def _sentences(text: str) -> list[str]:
    from helpers.tokenizing import split_sentences

    found: list[str] = []
    for line in text.split("\n"):
        found.extend(line[start:end] for start, end in split_sentences(line))
    return found
