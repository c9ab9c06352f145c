"""The installed packages that a result can depend on, and their versions."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import site
from collections.abc import Iterable, Iterator
from functools import cache

from helpers.errors import StudyError

PROJECT = "korean-news-study"
# needed to work with the project, and without a part in what a run makes
NO_PART = ("jupyterlab", "jupyterlab-language-pack-ko-kr", "nbstripout", "nbval")
# what a package brings along and nobody names, and which makes results: a model, a dictionary
MODELS = ("kiwipiepy-model", "python-mecab-ko-dic")


@cache
def versions() -> dict[str, str]:
    """Package -> version of the project, all that it needs to run, and all that these need; and of Python."""
    found: dict[str, str] = {}
    waiting = [PROJECT]
    while waiting:
        name = waiting.pop()
        if name not in found and name not in NO_PART and (version := _version(name)):
            found[name] = version
            waiting += _needed(name)
    return {"python": platform.python_version()} | dict(sorted(found.items()))


def made_with() -> dict[str, str]:
    """What a report names of it: Python, the project, what its pyproject.toml names, models and dictionaries."""
    named = {"python", PROJECT, *_needed(PROJECT), *MODELS}
    return {name: version for name, version in versions().items() if name in named}


def installed() -> str:
    """One hash over the names and versions of all installed packages, taken from the names of their folders.

    The folders are not those of ``sys.path``, which imports may make longer (setuptools adds its own packages).
    """
    folders = [*site.getsitepackages(), *([site.getusersitepackages()] if site.ENABLE_USER_SITE else [])]
    found = (name for folder in folders if os.path.isdir(folder) for name in os.listdir(folder))  # noqa: PTH112, PTH208 - this is asked at every run
    told = sorted({name for name in found if name.endswith((".dist-info", ".egg-info"))})
    return hashlib.sha256("\n".join([platform.python_version(), *told]).encode("utf-8", "surrogateescape")).hexdigest()


def _version(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        if name == PROJECT:
            raise StudyError(
                "The project itself is not installed in this Python.", "Set up again: remove .venv and run make report."
            ) from None
        return None


@cache
def _needed(name: str) -> tuple[str, ...]:
    """The packages that a package needs on this machine, without its extras."""
    from importlib.metadata import requires

    return tuple(_here(requires(name) or ()))


def _here(requirements: Iterable[str]) -> Iterator[str]:
    from packaging.requirements import InvalidRequirement, Requirement

    for text in requirements:
        try:
            requirement = Requirement(text)
        except InvalidRequirement:
            continue
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield re.sub(r"[-_.]+", "-", requirement.name).lower()
