"""pyproject.toml, the lock and environment.yml say the same, and the tree has the folders it promises."""

import json
import re
import subprocess
import tomllib
from importlib.metadata import version

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from helpers.workshop.lab import START
from made.village import CHECKOUT

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = {name: (CHECKOUT / name).read_text("utf-8") for name in ("requirements.lock", "requirements-dev.lock")}
OPTIONAL = [wanted for extra in PROJECT["optional-dependencies"].values() for wanted in extra]
WANTED = [*PROJECT["dependencies"], *OPTIONAL]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)([^\\\n]*)", re.MULTILINE)
PINS = PIN.findall(LOCKS["requirements-dev.lock"])


def test_the_lock_of_what_runs_is_part_of_the_lock_of_what_tests_need() -> None:
    """Neither tool of the developers nor other versions: a report is made with what the tests were run with."""
    runs = PIN.findall(LOCKS["requirements.lock"])
    assert set(runs) < set(PINS)
    tools = {canonicalize_name(Requirement(wanted).name) for wanted in ("mypy", "ruff", "playwright", "hypothesis")}
    assert not tools & {canonicalize_name(name) for name, _, _ in runs}


@pytest.mark.parametrize(
    ("lock", "wanted"), [("requirements.lock", PROJECT["dependencies"]), ("requirements-dev.lock", WANTED)]
)
def test_lock_pins_every_dependency_within_its_range(lock: str, wanted: list[str]) -> None:
    found = [(canonicalize_name(name), pin) for name, pin, _ in PIN.findall(LOCKS[lock])]
    for requirement in map(Requirement, wanted):
        pins = [pin for name, pin in found if name == canonicalize_name(requirement.name)]
        assert pins, f"{requirement} is not in {lock}: make lock"
        assert all(requirement.specifier.contains(pin) for pin in pins), f"{requirement} is not {pins}"


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_a_hash_for_every_pin_and_no_address(lock: str) -> None:
    blocks = re.split(r"^(?=[A-Za-z0-9])", LOCKS[lock], flags=re.MULTILINE)[1:]
    assert len(blocks) == len(PIN.findall(LOCKS[lock])) > 100
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in LOCKS[lock]
    assert not re.search(r"--(?!hash=)", LOCKS[lock])


def test_environment_has_what_the_lock_pins() -> None:
    here = [each for each in map(Requirement, WANTED) if each.marker is None or each.marker.evaluate()]
    installed = {(canonicalize_name(each.name), version(each.name)) for each in here}
    assert installed - {(canonicalize_name(name), pin) for name, pin, _ in PINS} == set()


def test_environment_yml_installs_the_same_lock_and_nothing_else() -> None:
    environment = yaml.safe_load((CHECKOUT / "environment.yml").read_text("utf-8"))
    python, pip, through_pip = environment["dependencies"]
    assert python.replace(" ", "") == f"python{PROJECT['requires-python']}"
    assert pip == "pip"
    assert through_pip == {"pip": ["-r requirements.lock"]}
    assert environment["channels"] == ["conda-forge"]
    assert environment["name"] == PROJECT["name"]


def test_binder_and_the_dev_container_have_one_python_of_these_and_the_lock() -> None:
    binder, container = (
        CHECKOUT / ".binder",
        json.loads((CHECKOUT / ".devcontainer/devcontainer.json").read_text("utf-8")),
    )
    named = {(binder / "runtime.txt").read_text("utf-8").strip().removeprefix("python-")}
    assert named == {container["image"].removeprefix("python:")}
    environment = yaml.safe_load((CHECKOUT / "environment.yml").read_text("utf-8"))
    assert SpecifierSet(environment["dependencies"][0].removeprefix("python ")).contains(f"{named.pop()}.0")
    (wanted,) = re.findall(r"^[^#\n].*", (binder / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    locks = [each.removeprefix("-r ") for each in environment["dependencies"][-1]["pip"]]
    assert [(binder / wanted.removeprefix("-r ")).resolve()] == [CHECKOUT / lock for lock in locks]
    made = (CHECKOUT / "Makefile").read_text("utf-8")
    assert container["postCreateCommand"] == "make report" and f".venv/ready: {locks[0]}" in made


def test_binder_and_the_dev_container_open_on_the_page_that_the_workshop_begins_with() -> None:
    after, container = (CHECKOUT / ".binder/postBuild"), (CHECKOUT / ".devcontainer/devcontainer.json")
    assert after.stat().st_mode & 0o111 and "pip install --no-deps --editable ." in after.read_text("utf-8")
    assert f"/lab/tree/{START}" in after.read_text("utf-8")
    assert json.loads(container.read_text("utf-8"))["customizations"]["codespaces"]["openFiles"] == [START]


def test_top_level_has_the_promised_folders_and_no_other() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    folders = {line.split("/")[0] for line in tracked.splitlines() if "/" in line}
    assert folders == {
        ".binder",
        ".ci",
        ".devcontainer",
        ".github",
        "data",
        "docs",
        "notebooks",
        "reports",
        "src",
        "tests",
    }
    assert {line.split("/")[1] for line in tracked.splitlines() if line.startswith("data/")} == {"raw", "processed"}
    assert "environment.yml" in tracked.splitlines()
