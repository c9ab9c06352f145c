"""Publish what a run made, and say whether it is published: compared by content, and never over a person's files.

Only files that are still as the program wrote them (``store.written``) are replaced or removed. If a person made or
changed a file where one of ours belongs, it is kept beside ours under another name; other files are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from helpers import store
from helpers.errors import StudyError
from helpers.running import results
from helpers.stages import CORPUS_STAGES

MOST_NAMED = 4


def places(study: str, folder: Path) -> dict[Path, Path]:
    """Where each file that the run in ``folder`` made belongs: place -> file."""
    report, tables = store.report_folder(study), store.processed_folder(study)
    names = sorted({*store.WRITTEN_BY, *(table for stage in CORPUS_STAGES for table in stage.reads)})
    made = {tables / f"{name}.parquet": folder / "tables" / f"{name}.parquet" for name in names}
    made |= {tables / "manifest.json": folder / "manifest.json"}
    inner = (path for path in sorted((folder / "report").rglob("*")) if path.is_file())
    made |= {report / path.relative_to(folder / "report"): path for path in inner}
    return {place: path for place, path in made.items() if path.is_file()}


def publish(study: str, folder: Path) -> list[str]:
    """Put everything into its place, and return what of a person's was kept aside, a line each.

    A file that is the same already is left untouched. Everything is written beside its place before the first file is
    replaced: a disk that is full changes nothing. A run that is killed in between is mended by the next.
    """
    wanted = {place: (path, store.sha256(path)) for place, path in places(study, folder).items()}
    found = {place: store.sha256(place) for place in wanted}
    changed = [place for place, (_, sha256) in wanted.items() if found[place] != sha256]
    foreign = [place for place in changed if found[place] is not None and not _is_ours(study, place)]
    gone = _no_longer_made(study, wanted)
    results.keep_former(study, folder)
    with ExitStack() as stack:
        data = {place: store.read_bytes(wanted[place][0]) for place in changed}
        ready = {place: stack.enter_context(store.beside(place, data[place])) for place in changed}
        store.note_written(study, {place: sha256 for place, (_, sha256) in wanted.items() if sha256})
        kept = [(place, store.keep_aside(place)) for place in foreign]
        for place, written in ready.items():
            _replace(written, place)
    for place in gone:
        store.remove(place)
    store.note_written(study, {}, gone=[store.relative(place) for place in gone])
    return [
        f"{store.relative(place)} is not as the program wrote it: it is kept as {aside.name}" for place, aside in kept
    ]


def changes(study: str, folder: Path) -> list[str]:
    """The paths of the files that ``publish`` would write or remove."""
    wanted = places(study, folder)
    differ = [place for place, path in wanted.items() if store.sha256(path) != store.sha256(place)]
    return [store.relative(place) for place in (*sorted(differ), *sorted(_no_longer_made(study, wanted)))]


def reasons(study: str, made: Mapping[Path, str]) -> list[str]:
    """In words, why the published files are not those that were made last (place -> SHA-256); nothing if they are."""
    said = []
    for place, sha256 in made.items():
        found = store.sha256(place)
        if found != sha256:
            said.append(f"{store.relative(place)}{' is not there' if found is None else ' is not what was made last'}")
    more = [f"and {len(said) - MOST_NAMED} more files"] if len(said) > MOST_NAMED else []
    return [*said[:MOST_NAMED], *more]


def _is_ours(study: str, place: Path) -> bool:
    """results.json is ours also if it came with a clone: git keeps the earlier one."""
    return place.name == results.FILE or store.is_ours(study, place)


def _no_longer_made(study: str, wanted: Mapping[Path, object]) -> list[Path]:
    """Files that an earlier run wrote and this one did not make, if they are still as they were written."""
    report, tables = store.report_folder(study), store.processed_folder(study)
    kinds = {report: (".html", ".ipynb", ".csv", ".png"), tables: (".parquet",)}
    found = []
    for path in map(store.root().joinpath, store.written(study)):
        inside = any(path.is_relative_to(folder) and path.suffix in kinds[folder] for folder in kinds)
        if inside and ".failed" not in path.suffixes and path not in wanted and store.is_ours(study, path):
            found.append(path)
    return found


def _replace(written: Path, place: Path) -> None:
    try:
        written.replace(place)
    except OSError as error:
        raise StudyError(
            f"{store.relative(place)} could not be replaced: {error.strerror or error}.",
            "Check that no folder has that name and that you may write there.",
        ) from error
