"""What CI may do: pinned actions, least rights, limits of time, nothing published unless somebody says so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))


def _read(path: Path) -> dict[Any, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


def _steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in _read(path)["jobs"].values() for step in job.get("steps", [])]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_name_their_release(path: Path) -> None:
    used = re.findall(r"^\s*(?:- )?uses: (.*)$", path.read_text("utf-8"), re.MULTILINE)
    assert used and all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in used)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_job_has_a_limit_and_no_more_rights_than_to_read(path: Path) -> None:
    made = _read(path)
    assert made["permissions"] == {"contents": "read"}
    assert all(job["timeout-minutes"] <= 60 for job in made["jobs"].values())
    with_rights = [name for name, job in made["jobs"].items() if "permissions" in job]
    assert set(with_rights) <= {"publish"}
    checkouts = [step for step in _steps(path) if step.get("uses", "").startswith("actions/checkout")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_nothing_is_published_from_a_pull_request_or_unless_it_is_switched_on() -> None:
    made = _read(FOLDER / "ci.yml")
    assert "pull_request_target" not in made[True]  # YAML reads the key "on" as True
    gates = [made["jobs"]["publish"]["if"]]
    gates += [step["if"] for step in _steps(FOLDER / "ci.yml") if "upload-pages" in step.get("uses", "")]
    assert len(gates) == 2
    assert all("github.event_name == 'push'" in gate and "vars.PUBLISH_PAGES == 'true'" in gate for gate in gates)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_preview_holds_no_table_and_no_notebook(path: Path) -> None:
    for step in _steps(path):
        if "upload-artifact" in step.get("uses", ""):
            assert not re.search(r"tables|notebooks|processed|raw", step["with"]["path"])
            assert re.search(r"reports/\*/report\.html", step["with"]["path"])
    runs = [step["run"] for step in _steps(path) if "study run" in step.get("run", "")]
    assert runs and all("--all" in run and "quotation=brief" in run for run in runs)
