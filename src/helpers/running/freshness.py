"""Decide which steps are out of date, by comparing the contents a step depended on when it was made with those of
now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpers import store
from helpers.errors import StudyError
from helpers.running.state import Note, State

MOST_NAMED = 4


@dataclass(frozen=True)
class Task:
    """One step: what it depends on (name -> hash or value of now), its output files, and how to make them.

    Names are for people, kind first: "file stopwords.txt", "parameter top_n", "table tokens",
    "code cleaning/pieces/dates.py", "package pandas", "notebook 03_keywords".
    """

    name: str
    make: Callable[[], None]
    inputs: Callable[[], Mapping[str, str]]
    outputs: Callable[[], Sequence[Path]]


def make_stale(tasks: Iterable[Task], state: State, *, forced: Iterable[str] = ()) -> tuple[str, ...]:
    """Make each step that is out of date, in order, and return the names of those that were made.

    What a step depends on is looked at before it is made: what changes while it is being made leaves it out of date.
    The first that fails ends the run with its own exception. Each that was made is noted at once, so that the next run
    takes up where this one stopped, however it was stopped. ``forced`` names steps to make in any case.
    """
    made = []
    for task in tasks:
        inputs = dict(task.inputs())
        if task.name in forced or _why(task, inputs, state.notes.get(task.name)):
            state.note(task.name, None)  # a run that is killed leaves no note of what it half replaced
            task.make()
            state.note(task.name, Note(inputs, _made(task)))
            made.append(task.name)
    return tuple(made)


def reasons(tasks: Iterable[Task], state: State) -> dict[str, list[str]]:
    """What is out of date now, and because of what: step -> reasons in words. Makes nothing.

    A step that only waits for another's new result is not named: whether it has to run is known when that one has.
    """
    found = ((task, _why(task, task.inputs(), state.notes.get(task.name))) for task in tasks)
    return {task.name: why for task, why in found if why}


def is_fresh(task: Task, state: State) -> bool:
    """Would the step make the same now, that is, are its inputs and its outputs unchanged?"""
    return not _why(task, task.inputs(), state.notes.get(task.name))


def _made(task: Task) -> dict[str, str]:
    hashes = {path: store.sha256(path) for path in task.outputs()}
    missing = [store.relative(path) for path, sha256 in hashes.items() if sha256 is None]
    if missing:
        raise StudyError(
            f"{task.name} came to its end without having made {', '.join(missing)}.",
            "See that its notebook writes that and leaves it there.",
        )
    return {store.relative(path): sha256 for path, sha256 in hashes.items() if sha256}


def _why(task: Task, inputs: Mapping[str, str], note: Note | None) -> list[str]:
    if note is None:
        return ["it has not been run to its end"]
    changed = [name for name in {**note.inputs, **inputs} if note.inputs.get(name) != inputs.get(name)]
    said = _in_words(changed, note.inputs, inputs)
    there = {store.relative(path): store.sha256(path) for path in task.outputs()}
    for path in {**note.outputs, **there}:
        if there.get(path) != note.outputs.get(path):
            said.append(f"{Path(path).name}{' is not as it was made' if there.get(path) else ' is not there'}")
    return said


def _in_words(changed: Sequence[str], before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Each change as a person would say it; of many changed modules or packages the first few, and how many more."""
    said: list[str] = []
    kinds = {name: name.partition(" ")[0] for name in changed}
    if modules := [name.partition(" ")[2] for name in changed if kinds[name] == "code"]:
        more = f" and {n} more" if (n := len(modules) - MOST_NAMED) > 0 else ""
        said.append(f"the code changed: {', '.join(modules[:MOST_NAMED])}{more}")
    packages = [name for name in changed if kinds[name] == "package"]
    said += [_in_a_word(name, before, now) for name in packages[:MOST_NAMED]]
    said += [f"and {n} more packages"] if (n := len(packages) - MOST_NAMED) > 0 else []
    return said + [_in_a_word(name, before, now) for name in changed if kinds[name] not in ("code", "package")]


def _in_a_word(name: str, before: Mapping[str, str], now: Mapping[str, str]) -> str:
    kind, _, rest = name.partition(" ")
    what = rest if kind == "file" else f"the {kind} {rest}"
    if name not in before or name not in now:
        return f"{what} is {'new' if name not in before else 'gone'}"
    told = kind in ("parameter", "package")  # of others the values are hashes
    return f"{what} is {now[name]}, was {before[name]}" if told else f"{what} changed"
