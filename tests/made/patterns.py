"""Every pattern of the package, how it is used, and texts that ask the most of it.

Each pattern is taken apart into what it can begin with and what it can repeat; a pumped text is such a beginning, a core
repeated until the text is as long as wanted, and an end on which the pattern fails.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import signal
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

import helpers
from made.sources import PACKAGE, trees

METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")
ANCHORED = {"match", "fullmatch"}
ENDS = ("", "\0힣!")
CORES = (
    " ", "가", "a", "1", ",", ".", "“", '"', "”", "'", "(", "[", "<", "-", "\n", "#", "·", "…", "#가 ", "1,", "가 ", "<a ", "1일 ",
    "1년", "- ", "가·", "가, ", "a.", "a@", "\u0301", "\t ", "가나다 ", "가이",
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """One pattern: where it stands, and the methods by which it is called (all of them where that cannot be seen)."""

    place: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


@cache
def package_patterns() -> list[Found]:
    """All patterns that modules hold, that their lists and cached readings hold, and that stand in calls of ``re``."""
    used, found = _methods(), {}
    for info in pkgutil.walk_packages(helpers.__path__, "helpers."):
        if info.name.endswith("__main__"):
            continue
        for name, value in list(vars(importlib.import_module(info.name)).items()):
            for place, pattern in _held(f"{info.name}.{name}", value, depth=4):
                key = (pattern.pattern, pattern.flags)
                last = place.rpartition(".")[2]
                shown = f"{info.name} {last}" if last.startswith("_") else f".{last}" if "()" in place else last
                methods = used.get(shown, set())
                found.setdefault(key, Found(place, pattern, frozenset(methods or METHODS)))
    for place, pattern, methods in (*_written_in_calls(), *_made_of_words()):
        found.setdefault((pattern.pattern, pattern.flags), Found(place, pattern, methods))
    return sorted(found.values(), key=lambda each: each.place)


def _held(place: str, value: Any, *, depth: int) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield place, value
        return
    if not depth:
        return
    if hasattr(value, "cache_info") and value.__module__.startswith("helpers."):
        if not inspect.signature(value).parameters and _reads(value):
            yield from _held(f"{place}()", value(), depth=depth - 1)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _held(f"{place}[{key!r}]", inner, depth=depth - 1)
    elif isinstance(value, tuple | list | frozenset | set):
        for number, inner in enumerate(value):
            yield from _held(f"{place}[{number}]", inner, depth=depth - 1)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _held(f"{place}.{field.name}", getattr(value, field.name), depth=depth - 1)


def _reads(function: Any) -> bool:
    """Does a cached function read words or patterns only (and starts no analyzer)."""
    told = str(inspect.signature(function).return_annotation)
    return not any(word in told for word in ("Kiwi", "Mecab", "Process", "Worker", "Kernel"))


@cache
def _methods() -> dict[str, set[str]]:
    """name -> by which methods a pattern of that name is called; a private one's name has its module's before it.

    One that is handed on whole may be called by any.
    """
    used: dict[str, set[str]] = defaultdict(set)
    for path, tree in trees().items():
        inner = path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", ".")
        module = inner.removesuffix(".__init__")
        called = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and (name := _last(node.value)):
                held = isinstance(node.value, ast.Attribute)
                shown = f"{module} {name}" if name.startswith("_") else f".{name}" if held else name
                used[shown] |= {node.attr} & set(METHODS)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in called:
                used[f"{module} {node.id}" if node.id.startswith("_") else node.id] |= set(METHODS)
    return used


def _last(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _written_in_calls() -> Iterator[tuple[str, re.Pattern[str], frozenset[str]]]:
    """Patterns that stand in calls of ``re``; what a function puts into one of what it is given is a word here."""
    for place, function, call in calls_of_re():
        given = bool(function.args.args or function.args.kwonlyargs)
        if (text := _written(call.args[0], given=given)) is not None:
            method = call.func.attr  # type: ignore[attr-defined]
            yield place, re.compile(text), frozenset([method] if method in METHODS else METHODS)


@cache
def calls_of_re() -> list[tuple[str, ast.FunctionDef, ast.Call]]:
    """Each call of ``re`` in a function: where, the function, the call."""
    return [
        (f"{path.stem}, in {function.name}", function, node)
        for path, tree in trees().items()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args
        if _last(node.func.value) == "re" and node.func.attr in (*METHODS, "compile")
    ]


def _written(pattern: ast.expr, *, given: bool) -> str | None:
    """The pattern as it is written: each name in an f-string is a word; None if it is made in another way.

    A function that is given nothing always makes the same, which is found where it is held.
    """
    if isinstance(pattern, ast.Constant):
        return pattern.value if isinstance(pattern.value, str) else None
    if not (given and isinstance(pattern, ast.JoinedStr)):
        return None
    return "".join(piece.value if isinstance(piece, ast.Constant) else "가나" for piece in pattern.values)


def _made_of_words() -> Iterator[tuple[str, re.Pattern[str], frozenset[str]]]:
    """Patterns that functions make of what they are given, in no f-string."""
    from helpers.tokenizing import rejoin
    from helpers.tokenizing.dictionary import parse_dictionary

    words = parse_dictionary("새싹마을\tNNP\n마을 도서관\tNNG\n", name="dictionary.tsv")
    yield "helpers.tokenizing.rejoin._pattern", rejoin._pattern(words), frozenset(METHODS)


def pumped(pattern: re.Pattern[str], length: int) -> Iterator[tuple[str, str]]:
    """(what it is, the text) of about ``length`` characters."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    heads = dict.fromkeys(("", _sample(tree, 0)[:40][:-1]))
    for core in _cores(tree):
        body = core * (length // len(core))
        for head in heads:
            for end in ENDS:
                yield f"{head!r} {core!r} ... {end!r}", head + body + end


def _cores(tree: Any) -> list[str]:
    """Texts that what it repeats can match, and the common ones."""
    found: list[str] = []
    for items in _repeated(tree):
        found += [text for text in (_sample(items, 0), _sample(items, 1)) if 0 < len(text) < 40]
    return list(dict.fromkeys([*found, *CORES]))


def _repeated(items: Any) -> Iterator[Any]:
    for code, value in items:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            if value[1] > 8:
                yield value[2]
            yield from _repeated(value[2])
        elif code is codes.SUBPATTERN:
            yield from _repeated(value[3])
        elif code is codes.ATOMIC_GROUP:
            yield from _repeated(value)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from _repeated(branch)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _repeated(value[1])


def _sample(items: Any, which: int) -> str:
    """A text that the pieces match (roughly: assertions are left out)."""
    return "".join(_piece(code, value, which) for code, value in items)


def _piece(code: Any, value: Any, which: int) -> str:
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.NOT_LITERAL:
        return "가" if value != ord("가") else "나"
    if code is codes.ANY:
        return "가"
    if code is codes.IN:
        return _member(value, which)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return _sample(value[2], which) * max(value[0], which and min(value[1], 1))
    if code is codes.SUBPATTERN:
        return _sample(value[3], which)
    if code is codes.ATOMIC_GROUP:
        return _sample(value, which)
    return _sample(value[1][which % len(value[1])], which) if code is codes.BRANCH else ""


_CATEGORIES = {
    codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "가", codes.CATEGORY_NOT_DIGIT: "가",
    codes.CATEGORY_NOT_SPACE: "가", codes.CATEGORY_NOT_WORD: "!",
}  # fmt: skip


def _member(value: Any, which: int) -> str:
    if value and value[0][0] is codes.NEGATE:
        barred = {chr(number) for code, number in value if code is codes.LITERAL}
        return next(letter for letter in "가 a1!나" if letter not in barred)
    code, inner = value[-1 if which else 0]
    if code is codes.LITERAL:
        return chr(inner)
    return chr(inner[0]) if code is codes.RANGE else _CATEGORIES.get(inner, "가")


def seconds(found: Found, text: str, *, most: float) -> float:
    """Processor seconds of the slowest way in which the pattern is used; ``most`` ends it: it might take for ever.

    ``sub`` matches at the beginning, too, and searches from all places that others search from.
    """
    names = found.methods if found.methods <= ANCHORED else {"sub"} | (found.methods & {"fullmatch"})
    return max(_timed(getattr(found.pattern, name), text, most) for name in names)


def _timed(call: Any, text: str, most: float) -> float:
    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, most)
    try:
        call(*(("", text) if call.__name__ == "sub" else (text,)))
    except TimeoutError:
        return most
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return time.process_time() - began


def worst(found: Found, length: int, *, most: float) -> tuple[float, str]:
    """The most seconds that any pumped text of the length takes, and which text it is; the first that takes ``most``."""
    slowest = (0.0, "")
    for what, text in pumped(found.pattern, length):
        slowest = max(slowest, (seconds(found, text, most=most), what))
        if slowest[0] >= most:
            break
    return slowest
