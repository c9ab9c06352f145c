"""Say how a report was made, and how to cite it and the articles that it reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from helpers.reporting.korean.particles import josa

if TYPE_CHECKING:
    import pandas as pd

HEADINGS = {
    "parameters": "매개변수", "inputs": "입력 파일", "raw": "입력 파일", "versions": "쓴 프로그램의 판",
    "packages": "쓴 프로그램의 판", "stages": "단계", "outputs": "결과 파일", "tables": "결과 표", "code": "코드",
    "analyzers": "형태소 분석기", "file": "파일", "source_file": "파일", "sha256": "SHA-256", "name": "이름",
    "value": "값", "rows": "행", "bytes": "바이트", "python": "Python", "seed": "난수 씨앗", "study": "연구",
    "version": "판", "notebook": "노트북",
    "notebooks": "노트북",
}  # fmt: skip
PAIRS = {"입력 파일": ("파일", "SHA-256"), "노트북": ("파일", "SHA-256"), "쓴 프로그램의 판": ("프로그램", "판")}

Block = dict[str, Any]


def made_of(manifest: Mapping[str, Any]) -> list[Block]:
    """The manifest as tables: a title, headings and rows of text each, in the manifest's order.

    Values that are not sections of their own stand together in a first table; lists of mappings become columns.
    """
    single = {key: value for key, value in manifest.items() if not isinstance(value, Mapping | list | tuple)}
    blocks = [_pairs("이 보고서", single)] if single else []
    for key, value in manifest.items():
        if isinstance(value, Mapping) and value:
            blocks.append(_block(heading(key), value))
        elif isinstance(value, list | tuple) and value:
            blocks.append(_listed(heading(key), value))
    return blocks


def citations(
    study: Mapping[str, Any], manifest: Mapping[str, Any], articles: pd.DataFrame | None
) -> list[tuple[str, str]]:
    """What to cite and how: the report first, then each article that it reads."""
    version = manifest.get("version") or _maybe(manifest.get("versions"), "korean-news-study")
    program = f"korean-news-study {version}" if version else "korean-news-study"
    found = [("이 보고서", f"「{study['title']}」, {josa(program, '으로/로')} 만든 기사 분석 보고서.")]
    if articles is not None:
        found += [("기사", _article(row)) for row in records(articles)]
    return found


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table, with None for what is missing."""
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]


def heading(key: str) -> str:
    """The Korean heading of a key of the manifest; an unknown key stands as it is."""
    return HEADINGS.get(key, key)


def title_of(row: Mapping[str, Any]) -> str:
    """An article's title; where none was found, that, with the name of its file, which is no title."""
    known = row["title"] and row.get("title_from") != "file"
    return str(row["title"]) if known else f"[제목 없음] {row['article_id']}"


def _article(row: Mapping[str, Any]) -> str:
    title = f"「{row['title']}」" if title_of(row) == row["title"] else title_of(row)
    day = (row["published_at"] or "")[:10]
    parts = [row["reporter"], title, row["outlet"], day, row["address"]]
    return ", ".join(str(part) for part in parts if part) + "."


def _block(title: str, value: Mapping[str, Any]) -> Block:
    """Mappings of mappings have a row each; other mappings are pairs."""
    if all(isinstance(inner, Mapping) for inner in value.values()):
        return _listed(title, [{"name": name, **inner} for name, inner in value.items()])
    return _pairs(title, value)


def _pairs(title: str, value: Mapping[str, Any]) -> Block:
    rows = [(heading(str(key)), _text(inner)) for key, inner in value.items()]
    return {"title": title, "heads": list(PAIRS.get(title, ("이름", "값"))), "rows": rows}


def _listed(title: str, values: Sequence[Any]) -> Block:
    if not all(isinstance(value, Mapping) for value in values):
        return {"title": title, "heads": ["값"], "rows": [(_text(value),) for value in values]}
    keys = list(dict.fromkeys(key for value in values for key in value))
    return {
        "title": title,
        "heads": [heading(k) for k in keys],
        "rows": [[_text(v.get(k)) for k in keys] for v in values],
    }


def _text(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "예" if value else "아니오"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(inner)}" for key, inner in value.items())
    return ", ".join(_text(inner) for inner in value) if isinstance(value, list | tuple) else str(value)


def _maybe(section: Any, key: str) -> Any:
    return section.get(key) if isinstance(section, Mapping) else None
