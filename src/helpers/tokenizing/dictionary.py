"""The study's own words, which every analyzer must keep whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.errors import StudyError
from helpers.normalize import normalize
from helpers.synonyms import Synonyms

TAGS = ("NNP", "NNG", "NNB", "NP", "NR", "MAG", "MM", "IC", "SL")
LONGEST = 50
_HANGUL = re.compile("[가-힣]")
_REMEDY = "Write one word a line as: form, a tab, tag (NNP for a name, NNG for a common noun). # starts a comment."


@dataclass(frozen=True, order=True)
class Word:
    """A word to keep whole: its form, single spaces within allowed (축적의 반격), and its Sejong tag."""

    form: str
    tag: str


Dictionary = tuple[Word, ...]


def parse_dictionary(text: str, *, name: str) -> Dictionary:
    """The words of a dictionary file, in their order.

    text     form, tab or comma, tag on each line; blank lines and lines that start with # are passed over
    name     the file's name, for the message if a line is at fault
    returns  a tuple of Word; the same entry twice counts once; () for a text without entries

    StudyError names file, line and fault: no tab, no form, an unknown tag, a form without a letter or digit or longer
    than 50 characters, one form with two tags.
    """
    words: dict[str, Word] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        word = _entry(line, f"{name}, line {number}")
        earlier = words.get(word.form)
        if earlier and earlier.tag != word.tag:
            raise StudyError(
                f"{name}, line {number}: {word.form!r} is {word.tag}, but {earlier.tag} in line {lines[word.form]}.",
                "Keep one of the two lines.",
            )
        words.setdefault(word.form, word)
        lines.setdefault(word.form, number)
    return tuple(words.values())


def own_words(text: str, synonyms: Synonyms, *, name: str = "dictionary.tsv") -> Dictionary:
    """All words to keep whole: those of a dictionary file, and the forms that the researcher counts as one word.

    synonyms  ``Study.synonyms``; their forms in Hangul with two letters or more count as common nouns, unless the
              dictionary has them with another tag
    """
    words = parse_dictionary(text, name=name)
    known = {word.form for word in words}
    forms = dict.fromkeys(form for pair in synonyms.items() for form in pair)
    more = (form for form in forms if form not in known and len(form) >= 2 and _HANGUL.search(form))
    return (*words, *(Word(form, "NNG") for form in more))


def _entry(line: str, where: str) -> Word:
    fields = [field.strip() for field in re.split(r"\t|,", line)]
    if len(fields) != 2 or not all(fields):
        raise StudyError(f"{where}: {_short(line)!r} is not form, tab, tag.", _REMEDY)
    form, tag = " ".join(normalize(fields[0]).text.split()), fields[1].upper()
    if tag not in TAGS:
        raise StudyError(f"{where}: {_short(fields[1])!r} is not a tag of the dictionary.", f"Use {', '.join(TAGS)}.")
    if not any(character.isalnum() for character in form):
        raise StudyError(f"{where}: {_short(form)!r} has no letter or digit.", _REMEDY)
    if len(form) > LONGEST:
        raise StudyError(f"{where}: {_short(form)!r} is longer than {LONGEST} characters.", _REMEDY)
    if any(not character.isprintable() for character in form):
        raise StudyError(f"{where}: {_short(form)!r} has a character that cannot be printed.", _REMEDY)
    return Word(form, tag)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
