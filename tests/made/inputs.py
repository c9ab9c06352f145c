"""A study with every kind of input, and how each of them is changed: files, and each key of each YAML file."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel

ARTICLES = """library:
  file: articles/library.txt
  published: 2025-03-04 09:30
  title: 도서관이 다시 문을 연다
  outlet: 마을신문
  reporter: 박하늘
  address: https://village.example/1
  retrieved: 2025-03-05
  sha256: SHA256
  rights: 발행처에 있다
  overrides:
    - {keep: 좋아요0}
    - {drop: 화나요0}
"""
CORRECTIONS = """voices:
  - {quote: 책은 늘었지만, nth: 1, article: library, strike: false, add: false,
     speaker: 주민 이바다 씨, person: 이바다, kind: named, use: speech}
facts:
  - {quote: 2억 원, nth: 1, article: library, strike: false, add: false, kind: amount, value: 2, value_to: 3, unit: 억 원,
     bound: 이상, actor: 마을, resolved_from: 2019-01-01, resolved_to: 2019-12-31, checkable: true}
codes:
  - {quote: 걱정하는 목소리, nth: 1, article: library, strike: false, add: true, code: limits, stance: opposes}
"""
CODEBOOK = """claims: {thesis: 꾸준한 투자가 도서관을 살렸다.}
codes:
  change:
    label: 변화
    definition: 나아진 일을 말하는 문장.
    stance: supports
    claim: thesis
    turns: {negated: opposes, conceded: qualifies}
    rules:
      - any: [늘다, 고치다]
        all: [건물, 책]
        not: [적다]
        near: {words: [책, 사람], within: 4}
        regex: 다시 문
        denied: false
        stance: supports
        turns: {negated: opposes, conceded: qualifies}
    examples:
      - {text: 마을이 건물을 고쳤다., stance: supports, why: 고친 일이다}
    counter_examples:
      - {text: 회의가 열렸다., stance: context, why: 나아진 일이 아니다}
changes: [2025-03-05 낱말을 더했다]
coders: {kim: {who: person, rules: unseen}}
tests:
  - {sentences: 40, alpha: 0.7, low: 0.5, high: 0.9, coder: {who: person, rules: unseen}}
"""


class Key(NamedTuple):
    """One value of a YAML file: the key's name in the schema, and its place in the document."""

    name: str
    place: tuple[str | int, ...]


def keys_of(model: type[BaseModel]) -> set[str]:
    """The names of all keys of a file of that model that hold a value, as in ``codes.rules.near.within``."""
    schema = model.model_json_schema()
    return {name.strip(".") for name in _names(schema, schema.get("$defs", {}))}


def written(model: type[BaseModel], document: Mapping[str, Any]) -> list[Key]:
    """Each key of the model that the document has, once."""
    schema = model.model_json_schema()
    found: dict[str, Key] = {}
    for key in _places(schema, document, schema.get("$defs", {})):
        found.setdefault(key.name, key)
    return list(found.values())


def with_other(document: Mapping[str, Any], key: Key, value: Any = None) -> str:
    """The document as YAML with another value (or the one given) under the key."""
    changed: Any = copy.deepcopy(document)
    holder = changed
    for step in key.place[:-1]:
        holder = holder[step]
    last = key.place[-1]
    if key.name.endswith(".name") and isinstance(holder, dict) and last not in ("name",):
        holder[f"{last}_2"] = holder.pop(last)
    else:
        holder[last] = _other(holder[last]) if value is None else value
    return yaml.safe_dump(changed, allow_unicode=True, sort_keys=False)


def as_if_run_with(folder: Path, name: str, text: str, *, steps: set[str]) -> None:
    """Write a file of the study and note that these steps were run with it."""
    from helpers import store
    from helpers.running.state import Note, State

    (folder / name).write_text(text, "utf-8")
    state = State.read(store.processed_folder(folder.name) / ".run" / "state.json")
    for step in steps:
        note = state.notes[step]
        state.note(step, Note({**note.inputs, f"file {name}": str(store.sha256(folder / name))}, note.outputs))


def _other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    return [*value, "새것"] if isinstance(value, list) else f"{value} 새"


def _plain(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema that a reference or a choice between it and nothing stands for."""
    while True:
        if "$ref" in schema:
            schema = defs[schema["$ref"].rpartition("/")[2]]
        elif "anyOf" in schema:
            schema = next(each for each in schema["anyOf"] if each.get("type") != "null")
        else:
            return schema


def _names(schema: Mapping[str, Any], defs: Mapping[str, Any], name: str = "") -> Iterator[str]:
    schema = _plain(schema, defs)
    if "properties" in schema:
        for key, inner in schema["properties"].items():
            yield from _names(inner, defs, f"{name}.{key}")
    elif isinstance(schema.get("additionalProperties"), dict):
        yield from _names(schema["additionalProperties"], defs, name)
    elif "properties" in _plain(schema.get("items") or {}, defs):
        yield from _names(schema["items"], defs, name)
    else:
        yield name


def _places(
    schema: Mapping[str, Any], value: Any, defs: Mapping[str, Any], name: str = "", place: tuple[str | int, ...] = ()
) -> Iterator[Key]:
    schema = _plain(schema, defs)
    inner = schema.get("additionalProperties")
    items = _plain(schema.get("items") or {}, defs)
    if "properties" in schema:
        for key, own in schema["properties"].items():
            if key in value:
                yield from _places(own, value[key], defs, f"{name}.{key}", (*place, key))
    elif isinstance(inner, dict):
        for key, own in value.items():
            yield from _places(inner, own, defs, name, (*place, key))
    elif "properties" in items:
        named = isinstance(value, dict)  # of codes: the name stands before each
        for key, own in value.items() if named else enumerate(value):
            if named:
                yield Key(f"{name}.name".strip("."), (*place, key))
            yield from _places(items, own, defs, name, (*place, key))
    else:
        yield Key(name.strip("."), place)
