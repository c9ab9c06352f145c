"""All that a stage's result depends on, by its declaration, as name -> hash or value of now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpers import store
from helpers.errors import printable
from helpers.running import modules, notebooks
from helpers.stages import ARTICLES, REFERENCE, STAGES, Stage
from helpers.study import Study

ENTRY = "study.yml: "
Inputs = dict[str, str]


def stage_inputs(
    stage: Stage, study: Study, parameters: Mapping[str, Any], tables: Path, versions: Mapping[str, str]
) -> Inputs:
    """tables is the folder of the run's tables, versions those of the packages."""
    return {
        f"notebook {stage.name}": notebooks.code_digest(stage.notebook),
        **{f"parameter {name}": _text(parameters[name]) for name in stage.parameters},
        **raw_inputs(stage, study),
        **{f"table {name}": str(store.sha256(tables / f"{name}.parquet")) for name in stage.reads},
        **_named("code", modules.digests(stage.rooms)),
        **_named("package", versions),
    }


def raw_inputs(stage: Stage, study: Study) -> Inputs:
    """The study's files, by their path in its folder, and entries of study.yml that the stage declares."""
    entries = {name: _entry(name, study) for name in stage.raw if name.startswith(ENTRY)}
    files = {inner_path(path, study): str(store.sha256(path)) for path in raw_files(stage, study)}
    return {f"file {name}": value for name, value in (entries | files).items()}


def raw_files(stage: Stage, study: Study) -> list[Path]:
    """The files of the study that the stage declares and that are there."""
    found: set[Path] = set()
    for pattern in stage.raw:
        if pattern == ARTICLES:
            found |= {article.path for article in study.articles}
        elif pattern == REFERENCE:
            found |= set(study.reference_files)
        elif not pattern.startswith(ENTRY):
            found |= {path for path in study.folder.glob(pattern) if path.is_file()}
    return sorted(found)


def named_files(stage: Stage, study: Study) -> list[str]:
    """The articles and reference articles that the stage may read, by their path in the study's folder."""
    named = [path for path in raw_files(stage, study) if {ARTICLES, REFERENCE} & set(stage.raw)]
    return [inner_path(path, study) for path in named]


def report_inputs(
    study: Study, parameters: Mapping[str, Any], folder: Path, versions: Mapping[str, str], raw: Mapping[str, str]
) -> Inputs:
    """What the report depends on: what the stages made in ``folder``, their prose, and what its manifest names.

    raw  the study's files as the stages read them
    """
    executed = {stage.name: folder / "notebooks" / f"{stage.name}.ipynb" for stage in STAGES}
    return {
        **{f"file {ENTRY}{name}": _entry(ENTRY + name, study) for name in ("title", "question", "thesis")},
        **{f"file {name}": sha256 for name, sha256 in raw.items()},
        **{f"parameter {name}": _text(value) for name, value in parameters.items()},
        **{f"result {name}": str(store.sha256(path)) for name, path in executed.items()},
        **{f"table {name}": str(store.sha256(folder / "tables" / f"{name}.parquet")) for name in store.WRITTEN_BY},
        **{f"prose of {stage.name}": notebooks.prose_digest(stage.notebook) for stage in STAGES},
        **_named("code", modules.digests(("reporting", "running"))),
        **_named("package", versions),
    }


def inner_path(path: Path, study: Study) -> str:
    """The file's path in the study's folder."""
    return printable(path.relative_to(study.folder).as_posix())


def _entry(name: str, study: Study) -> str:
    value = getattr(study.written, name.removeprefix(ENTRY))
    return hashlib.sha256(_text(value).encode("utf-8", "surrogatepass")).hexdigest()


def _named(kind: str, values: Mapping[str, str]) -> Inputs:
    return {f"{kind} {name}": value for name, value in values.items()}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
