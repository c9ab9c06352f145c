"""``results.json``: the results of a study, small enough for git, so that later results can be compared with them.

It quotes no more than the report beside it: it is made from the tables as they are shared.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import store
from helpers.errors import StudyError, UsageError

if TYPE_CHECKING:
    import pandas as pd

FILE, BEFORE = "results.json", "results.before.json"
NOW, FORMER = "now", "before"
HASHED_DIGITS = 6  # of fractions: the last digits hang on the processor
SECONDS = 20

Results = dict[str, Any]
Tables = Mapping[str, "pd.DataFrame"]


def results(manifest: Mapping[str, Any], shared: Tables, whole: Tables) -> Results:
    """The results of a run: inputs, parameters, findings, measures, keywords, codings, voices, facts, hashes of tables.

    manifest  of the run
    shared    the tables as they are shared
    whole     the tables as they were made; only their hashes are kept
    """
    parameters = manifest["parameters"]
    return {
        "study": manifest["study"],
        "inputs": dict(manifest["inputs"]),
        "parameters": dict(parameters),
        "findings": list(shared["findings"]["text"]),
        "measures": {_key(row): [int(row["n"]), int(row["total"])] for row in _rows(whole["measures"])},
        "keywords": _keywords(whole["keywords"], parameters),
        "codings": _codings(whole["codings"]),
        "voices": sorted(f"{_place(row)} {_words(row, 'use', 'kind', 'person')}" for row in _rows(shared["voices"])),
        "facts": sorted(
            f"{_place(row)} {_words(row, 'kind', 'value', 'value_to', 'unit', 'resolved_from', 'resolved_to')}"
            for row in _rows(shared["facts"])
        ),
        "tables": {name: _hash(frame) for name, frame in sorted(whole.items())},
    }


def of_corpus(manifest: Mapping[str, Any], findings: pd.DataFrame, tables: Tables) -> Results:
    """The results of a corpus: inputs, parameters, findings, hashes of the tables that compare."""
    kept = {name: manifest[name] for name in ("study", "inputs", "parameters")}
    hashes = {name: _hash(frame) for name, frame in sorted(tables.items())}
    return kept | {"findings": list(findings["text"]), "tables": hashes}


def as_text(found: Results) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def keep_former(study: str, folder: Path) -> None:
    """Keep the present results for ``study diff``, if those in the run's ``folder`` differ."""
    there = store.report_folder(study) / FILE
    if not there.is_file() or store.sha256(there) == store.sha256(folder / "report" / FILE):
        return
    data, former = store.read_bytes(there), store.processed_folder(study) / BEFORE
    store.note_written(study, {former: hashlib.sha256(data).hexdigest()})
    store.write_bytes(former, data)


def committed(study: str, commit: str = "HEAD") -> Results | None:
    """The results in a commit of the git repository that the project's folder lies in; None if it has none."""
    command = ["git", "--no-optional-locks", "-C", str(store.root()), "show"]
    place = f"{commit}:./reports/{store.check_name(study)}/{FILE}"
    try:
        done = subprocess.run([*command, place], capture_output=True, timeout=SECONDS, check=True)
        return _parsed(done.stdout)
    except (OSError, subprocess.SubprocessError):
        return None


def find(study: str, word: str) -> Results:
    """The results that a person means: 'now', 'before' (the run before), a file, or a commit; else UsageError."""
    files = {NOW: store.report_folder(study) / FILE, FORMER: store.processed_folder(study) / BEFORE}
    path = files.get(word, Path(word) if word.endswith(".json") else None)
    found = None
    if path is not None:
        found = _parsed(store.read_bytes(path)) if path.is_file() else None
    elif not word.startswith("-"):
        found = committed(study, word)
    if found is None:
        where = store.relative(path) if path is not None else f"a commit {word!r}"
        raise UsageError(
            f"There are no results of {study} in {where}.",
            f"Name two of: {NOW}, {FORMER}, a commit that holds reports/{study}/{FILE}, such a file.",
        )
    return found


def earlier(study: str) -> str:
    """What the present results are compared with if nothing is named: the run before, or else the last commit.

    UsageError if there are no results, or none before them.
    """
    if (store.processed_folder(study) / BEFORE).is_file():
        return FORMER
    find(study, NOW)
    if committed(study) is None:
        raise UsageError(
            f"{study} has been run with one result only: there is nothing before it.",
            f"Run it again after a change, or name what to compare with: study diff {study} A B.",
        )
    return "HEAD"


def _parsed(data: bytes) -> Results | None:
    try:
        found = json.loads(data)
    except ValueError:
        return None
    return found if isinstance(found, dict) and "findings" in found else None


def read(path: Path) -> Results | None:
    """The results in a file; None if it is not there or damaged."""
    try:
        return _parsed(store.read_bytes(path)) if path.is_file() else None
    except StudyError:
        return None


def _keywords(keywords: pd.DataFrame, parameters: Mapping[str, Any]) -> list[str]:
    """The terms that the report shows first, in their order."""
    measure = keywords["measure"] == "keyness_wordfreq"
    chosen = keywords[measure & (keywords["analyzer"] == parameters["analyzer"])]
    if (chosen["article_id"] == "*").any():
        chosen = chosen[chosen["article_id"] == "*"]
    chosen = chosen[chosen["n"] >= parameters["min_count"]].sort_values(["rank", "term"])
    return list(dict.fromkeys(chosen["term"]))[: parameters["top_n"]]


def _codings(codings: pd.DataFrame) -> dict[str, list[str]]:
    """For each code, the sentences that the rules gave it to, with the stance."""
    found: dict[str, list[str]] = {}
    for row in _rows(codings[codings["coder"] == "rules"].sort_values(["article_id", "sentence_id", "code"])):
        found.setdefault(row["code"], []).append(f"{_place(row)} {row['stance']}")
    return found


def _key(row: Mapping[str, Any]) -> str:
    return ", ".join(str(row[name]) for name in ("name", "claim", "stance", "group") if row[name] != "*")


def _place(row: Mapping[str, Any]) -> str:
    return f"{row['article_id']}:{row['sentence_id']}"


def _words(row: Mapping[str, Any], *columns: str) -> str:
    import pandas as pd

    values = [row[column] for column in columns if not pd.isna(row[column])]
    return " ".join(f"{value:g}" if isinstance(value, float) else str(value) for value in values)


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _hash(frame: pd.DataFrame) -> str:
    rounded = frame.round(HASHED_DIGITS)
    return hashlib.sha256(store.as_csv(rounded)).hexdigest()
