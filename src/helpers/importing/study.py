"""``study import``: make data/raw/<study>/ with articles.csv from sources, completely or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpers import store
from helpers.documents import read_yaml
from helpers.errors import StudyError
from helpers.importing.audit import Audit, Dropped
from helpers.importing.catalogue import COLUMNS, as_csv, entry, read_catalogue
from helpers.importing.pages import files_of
from helpers.importing.rows import Record, Refused
from helpers.importing.sources import Source, file_digest, open_source

CATALOGUE, SOURCES, DROPPED = "articles.csv", "source.yml", "dropped.csv"
_DROPPED_COLUMNS = ("place", "reason", "source_id", "title")


@dataclass
class Plan:
    """What an import would do: articles to add, rows dropped, and the audit of each source."""

    columns: tuple[str, ...] = COLUMNS
    lines: list[dict[str, str]] = field(default_factory=list)
    new: list[dict[str, str]] = field(default_factory=list)
    sources: list[dict[str, Any]] = field(default_factory=list)
    audits: list[Audit] = field(default_factory=list)

    def text(self) -> str:
        """The audits, and what will be there afterwards."""
        told = [line for audit in self.audits for line in audit.lines()]
        return "\n".join([*told, f"articles: {len(self.lines):,} there + {len(self.new):,} new"])


def import_sources(
    name: str,
    paths: Sequence[Path],
    *,
    kind: str | None = None,
    mapping: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
    dry_run: bool = False,
    tell: Callable[[str], None] = print,
) -> Plan:
    """Import files and folders into the corpus data/raw/<name>/, which is made if it is not there.

    paths    BIGKinds exports, tables, feeds, folders of pages
    kind     what they are (``sources.KINDS``); None: told by what is there
    mapping  field -> column, over what is guessed
    files    other files of a new study, name -> text (codebook.yml ...)
    dry_run  tell the audit, write nothing
    tell     takes the audit, before anything is written

    Articles that are there already stay as they are, byte for byte; what is new is added. Everything is written beside
    and renamed: StudyError leaves the study as it was.
    """
    folder = store.root() / "data" / "raw" / store.check_name(name)
    plan = _plan(folder, paths, kind, mapping or {})
    tell(plan.text())
    if dry_run:
        return plan
    if not plan.new and not plan.lines:
        rows = sum(audit.rows for audit in plan.audits)
        remedy = "See the reasons above." if rows else "There is nothing below the head: export it again."
        raise StudyError(f"No article was found: {store.relative(folder)} is not made.", remedy)
    if plan.new or any(audit.dropped and _is_new(audit.source, plan) for audit in plan.audits):
        _write(folder, plan, files or {})
    return plan


def source_entries(folder: Path) -> list[dict[str, Any]]:
    """What source.yml says of the sources of a corpus; none where there is no such file."""
    data = read_yaml(folder / SOURCES).data if (folder / SOURCES).is_file() else []
    if not isinstance(data, list) or not all(isinstance(item, dict) and "file" in item for item in data):
        raise StudyError(f"{store.relative(folder / SOURCES)} is not as it was written.", "Import the sources again.")
    return data


def _plan(folder: Path, paths: Sequence[Path], kind: str | None, mapping: Mapping[str, str]) -> Plan:
    plan = Plan()
    if (folder / CATALOGUE).is_file():
        plan.columns, plan.lines = read_catalogue(folder / CATALOGUE)
        plan.sources = source_entries(folder)
    elif folder.exists():
        raise StudyError(
            f"{store.relative(folder)} is a study of a few articles, not a corpus.",
            "Choose another name to import into.",
        )
    taken = {str(item["file"]): str(item.get("sha256", "")) for item in plan.sources}
    seen = _Seen(plan.lines)
    for path in dict.fromkeys(paths):
        source = open_source(path, kind, mapping, taken=taken)
        taken[source.place] = source.sha256
        plan.audits.append(_read(source, seen, plan))
    own = sorted({name for line in plan.new for name in line if name.startswith("x_")})
    plan.columns = (*plan.columns, *(name for name in own if name not in plan.columns))
    return plan


class _Seen:
    """The articles that the corpus has, to recognise rows that repeat one of them."""

    def __init__(self, lines: Sequence[Mapping[str, str]]) -> None:
        self.by_id = {line["article_id"]: (line["file"], line["sha256"]) for line in lines}
        self.by_address = {(line["address"], line["title"]): line["file"] for line in lines if line["address"]}

    def reason(self, record: Record, place: str) -> str:
        """Why the record is not taken; '' if it is, and it is then noted as there."""
        if record.article_id in self.by_id:
            earlier, digest = self.by_id[record.article_id]
            same = "already there" if digest == record.sha256 else "already there with other words, which stay"
            return f"{same}; as {earlier}"
        if record.address and (record.address, record.title) in self.by_address:
            return f"same address and headline; as {self.by_address[record.address, record.title]}"
        self.by_id[record.article_id] = place, record.sha256
        self.by_address[record.address, record.title] = place
        return ""


def _read(source: Source, seen: _Seen, plan: Plan) -> Audit:
    audit = Audit(source)
    for place, record in source.articles():
        audit.rows += 1
        if isinstance(record, Refused):
            audit.drop(place, record.reason, record)
        elif reason := seen.reason(record, place):
            audit.drop(place, reason, record)
        else:
            audit.keep(record)
            plan.new.append(entry(record, place))
    return audit


def _is_new(source: Source, plan: Plan) -> bool:
    return not any(item["file"] == source.place for item in plan.sources)


def _write(folder: Path, plan: Plan, files: Mapping[str, str]) -> None:
    with _beside(folder) as beside:
        for audit in plan.audits:
            _copy(audit.source, beside, folder)
        store.write_text(beside / CATALOGUE, as_csv(plan.columns, [*plan.lines, *plan.new]))
        store.write_text(beside / DROPPED, _dropped_csv(folder, plan))
        store.write_text(beside / SOURCES, _sources_yml(plan))
        if not folder.exists():
            for inner, text in files.items():
                store.write_text(beside / inner, text)
            beside.chmod(0o755)
            beside.rename(folder)
            return
        for path in sorted((beside / "sources").rglob("*")):
            if path.is_file():
                target = folder / path.relative_to(beside)
                store.make_folder(target.parent)
                path.replace(target)
        for inner in (SOURCES, DROPPED, CATALOGUE):  # the catalogue last: what it names is there by then
            (beside / inner).replace(folder / inner)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A folder beside the study's, to write in; it is removed afterwards, whatever happens."""
    store.make_folder(folder.parent)
    beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name[:40]}."))
    try:
        yield beside
    except OSError as error:
        raise StudyError(
            f"{store.relative(folder)} could not be written: {error.strerror or error}; nothing was imported.",
            "Check that the disk is not full and that you may write there.",
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _copy(source: Source, beside: Path, folder: Path) -> None:
    """The source's bytes into the new folder; what the study has already is left out."""
    inner = {source.path: Path(source.place)}
    if source.kind == "folder":
        inner = {path: Path(source.place) / path.relative_to(source.path) for path in files_of(source.path)}
    for path, place in inner.items():
        if not (folder / place).exists():
            (beside / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, beside / place)
            if source.sha256 and file_digest(beside / place) != source.sha256:
                raise StudyError(f"{path.name} changed while it was imported.", "Import it again.")


def _dropped_csv(folder: Path, plan: Plan) -> str:
    earlier = store.read_text(folder / DROPPED) if (folder / DROPPED).is_file() else as_csv(_DROPPED_COLUMNS, [])
    rows = [_as_line(row) for audit in plan.audits for row in audit.dropped]
    return earlier + as_csv(_DROPPED_COLUMNS, rows).partition("\n")[2]


def _as_line(row: Dropped) -> dict[str, str]:
    return {name: getattr(row, name) for name in _DROPPED_COLUMNS}


def _sources_yml(plan: Plan) -> str:
    import yaml

    entries = [*plan.sources]
    for audit in plan.audits:
        if _is_new(audit.source, plan):
            sheet = audit.source.sheet
            told = {
                "file": audit.source.place, "sha256": audit.source.sha256, "kind": audit.source.kind,
                "encoding": sheet.encoding if sheet else "", "rows": audit.rows, "kept": audit.kept,
                "dropped": len(audit.dropped), "asked": list(audit.source.asked or ()),
                "mapping": dict(audit.source.mapping),
            }  # fmt: skip
            entries.append({name: value for name, value in told.items() if value not in ("", [], {})})
    head = "# What was imported: each source, kept byte for byte in sources/, and which of its columns holds what.\n"
    return head + yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=120)
