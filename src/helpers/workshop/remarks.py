"""What a codebook's rules do not do in a study, and what they nearly do, in a sentence each: for ``study check``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from helpers import store
from helpers.documents import read_yaml
from helpers.narrative.rows import rows_of
from helpers.study import open_study
from helpers.workshop.trial import Trial, try_codebook

MOST = 2  # near misses of a code that are told
LONGEST = 40  # characters of a sentence that are shown
Remark = tuple[str, str]  # what there is, and what to do about it
WORD = "Write it as a dictionary has it; if it is right and these articles only lack it, it may stay."
RULE = "Look at them with study try {}; what these articles have no need of may stay."
NEAR = {  # by kind: what the sentence has or lacks, and what to change if it is meant
    "distance": (
        " has all its words within {reach}, not {condition}",
        "If the sentence is meant, allow within: {reach}",
    ),
    "not": (
        " has a word that the rule excludes ({condition})",
        "If the sentence is meant, take that word out of the rule's not",
    ),
    "word": (
        " lacks only {condition}",
        "If the sentence is meant, write in beside it what the sentence says instead",
    ),
    "pattern": (
        " has all but what the pattern {condition} asks for",
        "If the sentence is meant, widen the pattern",
    ),
}


def remarks(name: str) -> Iterator[Remark]:
    """Slips, rules that code nothing and near misses of the codebook of a study that has been run; each with its line.

    StudyError if the study has no tables yet, or if they or its codebook cannot be read.
    """
    path = store.raw_folder(name) / "codebook.yml"
    line = read_yaml(path).line_of
    analyzer = str(open_study(name).file.parameters.get("analyzer", "kiwi"))
    yield from remarks_on(
        try_codebook(name, analyzer=analyzer), name, lambda *place: f"{store.relative(path)}, line {line(place)}"
    )


def remarks_on(trial: Trial, name: str, place: Callable[..., str]) -> Iterator[Remark]:
    """The remarks on a trial; ``place`` says where in the codebook's file something stands."""
    if trial.tokens.empty:
        return
    for row in rows_of(trial.dead_words.dropna(subset=["offered"])):
        said = f"no article has the word {row['word']!r}; is {row['offered']!r} meant"
        yield f"{_of_code(place, row['codes'][0])}: {said}?", WORD
    for code, own in trial.dead_rules.groupby("code", sort=False):
        numbers = ", ".join(map(str, own["number"]))
        said = f"no sentence has it by these of its {own['of'].iloc[0]} rules: {numbers}"
        yield f"{_of_code(place, str(code))}: {said}.", RULE.format(name)
    yield from _nearly(trial, name, place)


def _nearly(trial: Trial, name: str, place: Callable[..., str]) -> Iterator[Remark]:
    """Of each code the near misses that are mended most easily, and last how many more there are.

    One word of a rule alone is no sign that its sentence is meant: those only ``study try`` shows.
    """
    rows = trial.near_misses
    rows = rows[rows["kind"].isin(["distance", "not"]) | (rows["left"] > 1)]
    rows = rows.assign(order=rows["kind"].map(list(NEAR).index)).sort_values("order", kind="stable")
    shown = rows.groupby("code", sort=False).head(MOST)
    numbers = {(code.name, str(rule)): n for code in trial.codebook.codes for n, rule in enumerate(code.rules)}
    for code in trial.codebook.codes:
        for row in rows_of(shown[shown["code"] == code.name]):
            where = place("codes", code.name, "rules", numbers[code.name, row["rule"]])
            has, remedy = (text.format(**row) for text in NEAR[row["kind"]])
            sentence = f"sentence {row['sentence_id']} of {row['article_id']}{has}: “{_cut(row['text'])}”"
            yield f"{where}: the code {code.name!r}: {sentence}.", f"{remedy}; if not, the rule does as it should."
    if more := len(rows) - len(shown):
        yield f"{place('codes')}: {more} more sentences lack one condition of a rule.", RULE.format(name)


def _of_code(place: Callable[..., str], code: str) -> str:
    return f"{place('codes', code)}: the code {code!r}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()}…"
