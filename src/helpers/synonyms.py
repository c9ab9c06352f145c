"""Read synonyms.tsv: words that a researcher counts as one, on each line a word and its other forms."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpers.errors import StudyError
from helpers.normalize import normalize

_BETWEEN = re.compile(r"\t|=|,|，|、|;")
_REMEDY = "Write one word a line: the form that is counted, then the others, with tabs, '=' or commas between them."

Synonyms = Mapping[str, str]


def parse_synonyms(text: str, *, name: str = "synonyms.tsv") -> dict[str, str]:
    """For each other form of a word, the form that it is counted as; both as they are written.

    text     a word a line: the form that is counted, then its others (인공지능 = AI = ai); what follows # is a comment
    returns  in the order of the file; {} for a text without entries

    Width and composition of letters make no difference (ＡＩ is AI); case is ``merged``'s matter. StudyError names file
    and line: a line with one form, a form without a letter or digit, a form in two lines.
    """
    counted: dict[str, str] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), 1):
        forms = [" ".join(normalize(part).text.split()) for part in _BETWEEN.split(line.split("#")[0])]
        forms = [form for form in forms if form]
        if not forms:
            continue
        where = f"{name}, line {number}"
        if len({form.casefold() for form in forms}) < 2 and len(forms) < 2:
            raise StudyError(f"{where}: {forms[0]!r} stands alone.", _REMEDY)
        for form in forms:
            if not any(character.isalnum() for character in form):
                raise StudyError(f"{where}: {form!r} has no letter or digit.", _REMEDY)
            earlier = lines.setdefault(form.casefold(), number)
            if earlier != number:
                raise StudyError(f"{where}: {form!r} is in line {earlier}, too.", "Keep one of the two.")
        counted.update({form: forms[0] for form in forms[1:] if form != forms[0]})
    return counted


def by_form(synonyms: Synonyms) -> dict[str, str]:
    """The form that is counted, by every form in small letters and without spaces, itself included."""
    every = {form: form for form in synonyms.values()} | dict(synonyms)
    return {"".join(form.split()).casefold(): counted for form, counted in every.items()}
