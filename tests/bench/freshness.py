"""After each kind of change, a run of what is out of date gives the bytes of a run from nothing.

    python tests/bench/freshness.py [--only WORDS ...]

One change at a time to an invented study that has been run: each file of the study, keys of each YAML file, each
parameter, a table of each stage, the code of each notebook. Printed are what ran, and the files that differ from those
of a run from nothing with the same change; if any does, this ends with status 1. ``make test`` holds for every key and
file which stages are out of date, and runs one of the changes.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import stages, store
from helpers.running import notebooks, run_study
from helpers.running.kernels import Kernels
from helpers.running.overview import why
from helpers.stages import NOTEBOOKS, STAGES
from made.changes import FILES, OTHERWISE, STUDY, make_study, published, replace, write


class Change(NamedTuple):
    """What is changed: the study's files, the parameters of the run, tables of the last run, notebooks."""

    files: Callable[[Path], object] = lambda folder: None
    parameters: tuple[tuple[str, str], ...] = ()
    table: str = ""
    notebook: str = ""


def changes() -> dict[str, Change]:
    keys = {
        "title": replace("study.yml", "title: 도서관", "title: 책"),
        "question": replace("study.yml", "왜 다시", "언제 다시"),
        "thesis": replace("study.yml", "꾸준한", "느린"),
        "articles": replace("study.yml", "articles: [library]", "articles: []"),
        "reference": replace("study.yml", "reference: reference\n", ""),
        "parameters": write("study.yml", STUDY.replace("draws: 100", "draws: 100, window: 9")),
    }
    made = {f"study.yml: {key}": Change(change) for key, change in keys.items()}
    made["articles.yml: rights"] = Change(replace("articles.yml", "마을신문", "마을신문\n  rights: 없음"))
    made["articles.yml: title"] = Change(replace("articles.yml", "마을신문", "마을신문\n  title: 새 제목"))
    made["articles.yml: overrides"] = Change(
        replace("articles.yml", "마을신문", "마을신문\n  overrides: [{keep: 좋아요0}]")
    )
    made["codebook.yml: definition"] = Change(replace("codebook.yml", "definition: ", "definition: 새로 "))
    made["codebook.yml: rules"] = Change(replace("codebook.yml", "any: [늘다,", "any: [고치다,"))
    no_sheet = {name: change for name, (change, _) in FILES.items() if "sheet" not in name}  # these lack readings
    made |= {name: Change(change) for name, change in no_sheet.items()}
    made |= {f"-p {name}={value}": Change(parameters=((name, value),)) for name, value in OTHERWISE.items()}
    made |= {f"the table {stage.writes[0]}, damaged": Change(table=stage.writes[0]) for stage in STAGES}
    return made | {f"the code of {stage.name}": Change(notebook=stage.name) for stage in STAGES}


@contextmanager
def project(root: Path) -> Iterator[Path]:
    before = os.environ.get("STUDY_ROOT")
    os.environ["STUDY_ROOT"] = str(root)
    try:
        yield root / "data" / "raw" / "village"
    finally:
        os.environ["STUDY_ROOT"] = before or ""


def changed_notebooks(name: str, place: Path) -> None:
    """From now on runs use a copy of the notebooks, in which one has a cell more."""
    shutil.copytree(NOTEBOOKS, place)
    path = place / f"{name}.ipynb"
    book = json.loads(path.read_text("utf-8"))
    cell = {"cell_type": "code", "id": "more", "metadata": {}, "outputs": [], "execution_count": None}
    book["cells"].append({**cell, "source": "len(study)"})
    path.write_text(json.dumps(book), "utf-8")
    stages.NOTEBOOKS = place
    notebooks.code_cells.cache_clear()


def tried(change: Change, model: Path, place: Path, kernels: Kernels) -> tuple[tuple[str, ...], list[str]]:
    """The stages that ran after the change, and the files that are not as in a run from nothing."""
    shutil.copytree(model, place / "changed")
    given: dict[str, Any] = dict(change.parameters)
    if change.notebook:
        changed_notebooks(change.notebook, place / "notebooks")
    with project(place / "changed") as folder:
        change.files(folder)
        if change.table:
            path = store.processed_folder("village") / ".run" / "tables" / f"{change.table}.parquet"
            path.write_bytes(path.read_bytes() + b" ")
        ran = run_study("village", given, kernels=kernels).ran
        left = [f"still out of date: {name}" for name in why("village", given)]
        shutil.copytree(folder, place / "anew" / "data" / "raw" / "village")
    with project(place / "anew"):
        run_study("village", given, kernels=kernels)
    stages.NOTEBOOKS = NOTEBOOKS
    notebooks.code_cells.cache_clear()
    made, anew = published(place / "changed"), published(place / "anew")
    return ran, left + [name for name in sorted({*made, *anew}) if made.get(name) != anew.get(name)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", default=[""], help="the changes in whose names one of these stands")
    only = parser.parse_args().only
    chosen = {name: change for name, change in changes().items() if any(words in name for words in only)}
    wrong = 0
    with tempfile.TemporaryDirectory() as made, Kernels(NOTEBOOKS) as kernels:
        model = Path(made) / "model"
        with project(model):
            make_study(model)
            run_study("village", kernels=kernels)
        for number, (name, change) in enumerate(chosen.items()):
            place = Path(made) / str(number)
            place.mkdir()
            ran, differ = tried(change, model, place, kernels)
            shutil.rmtree(place)
            wrong += bool(differ)
            print(f"{name:44s} {', '.join(ran) or 'nothing'}", *differ, sep="\n    ! ", flush=True)
    print(f"{len(chosen)} changes, {wrong} of them wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
