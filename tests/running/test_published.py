"""What a run made takes its place; what a person made or changed stays."""

from pathlib import Path

import pytest

from helpers import store
from helpers.errors import StudyError
from helpers.running import published


@pytest.fixture
def made(village: Path) -> Path:
    """The folder of a run that made two tables and a report, and has published them."""
    folder = store.processed_folder("village") / ".run"
    for name in ("lines", "codings"):
        store.write_bytes(folder / "tables" / f"{name}.parquet", name.encode())
    for name in ("report.html", "notebooks/01_clean.ipynb", "tables/codings.csv", "figures/a.png"):
        store.write_text(folder / "report" / name, name)
    store.write_text(folder / "manifest.json", "{}")
    assert published.publish("village", folder) == []
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    inner = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(folder)): path.read_bytes() for path in inner if ".run" not in path.parts}


def test_everything_is_in_its_place_and_a_second_time_untouched(made: Path) -> None:
    report = store.report_folder("village")
    assert sorted(_files(report)) == ["figures/a.png", "notebooks/01_clean.ipynb", "report.html", "tables/codings.csv"]
    assert sorted(_files(made.parent)) == ["codings.parquet", "lines.parquet", "manifest.json"]
    before = (report / "report.html").stat().st_mtime_ns
    assert published.publish("village", made) == []
    assert (report / "report.html").stat().st_mtime_ns == before


PERSONS = (
    *("my-analysis.ipynb", "notes.html", "figures/mine.png", "tables/hand-corrected.csv", "notes.md", "deep/er/a.csv"),
    *("notebooks/04_narrative.mine.ipynb", ".draft.docx.part", "report.docx"),
)


def test_a_persons_files_stay_whatever_they_are_called(made: Path) -> None:
    report = store.report_folder("village")
    for name in PERSONS:
        store.write_text(report / name, "mine")
    store.write_text(made.parent / "mine.parquet", "mine")
    store.write_text(made / "report" / "report.html", "new")
    (made / "report" / "tables" / "codings.csv").unlink()
    assert published.publish("village", made) == []
    store.sweep(report)
    assert all((report / name).read_text() == "mine" for name in PERSONS)
    assert (made.parent / "mine.parquet").read_text() == "mine"
    assert (report / "report.html").read_text() == "new"
    assert not (report / "tables" / "codings.csv").exists(), "what we wrote and make no longer goes"


def test_what_a_person_changed_is_kept_beside_and_named(made: Path) -> None:
    report = store.report_folder("village")
    store.write_text(report / "notebooks" / "01_clean.ipynb", "with my notes")
    store.write_text(report / "tables" / "codings.csv", "corrected by hand")
    (made / "report" / "tables" / "codings.csv").unlink()
    assert published.publish("village", made) == [
        "reports/village/notebooks/01_clean.ipynb is not as the program wrote it: it is kept as 01_clean.kept.ipynb"
    ]
    assert (report / "notebooks" / "01_clean.kept.ipynb").read_text() == "with my notes"
    assert (report / "notebooks" / "01_clean.ipynb").read_text() == "notebooks/01_clean.ipynb"
    assert (report / "tables" / "codings.csv").read_text() == "corrected by hand"
    assert published.publish("village", made) == []


def test_a_folder_of_ones_own_behind_a_link_is_left_alone(made: Path, tmp_path: Path) -> None:
    own, report = tmp_path / "own", store.report_folder("village")
    for name in ("thesis.html", "data.csv", "sub/work.ipynb"):
        store.write_text(own / name, "mine")
    report.rename(tmp_path / "old")
    report.symlink_to(own)
    assert published.publish("village", made) == []
    assert all((own / name).read_text() == "mine" for name in ("thesis.html", "data.csv", "sub/work.ipynb"))
    assert (own / "report.html").is_file()


def test_what_is_published_is_held_against_what_was_made_by_content(made: Path) -> None:
    report = store.report_folder("village")
    due = {place: str(store.sha256(path)) for place, path in published.places("village", made).items()}
    assert published.reasons("village", due) == []
    (report / "report.html").write_text("torn")
    (report / "tables" / "codings.csv").unlink()
    assert published.reasons("village", due) == [
        "reports/village/report.html is not what was made last",
        "reports/village/tables/codings.csv is not there",
    ]
    assert published.changes("village", made) == ["reports/village/report.html", "reports/village/tables/codings.csv"]


def test_nothing_changes_if_one_file_cannot_be_written(made: Path) -> None:
    report = store.report_folder("village")
    before = _files(report)
    for name in ("report.html", "a.html"):
        store.write_text(made / "report" / name, "new")
    (report / "a.html").mkdir()
    with pytest.raises(StudyError, match=r"a\.html could not be replaced"):
        published.publish("village", made)
    assert _files(report) == before
    assert not list(report.rglob("*.part"))


@pytest.mark.parametrize("stop_at", range(6))
def test_a_publication_that_is_killed_between_files_is_finished_by_the_next(
    stop_at: int, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in sorted((made / "report").rglob("*.*")):
        path.write_text("new")
    replaced: list[Path] = []

    def kill(written: Path, place: Path) -> None:
        if len(replaced) == stop_at:
            raise KeyboardInterrupt
        replaced.append(place)
        written.replace(place)

    with monkeypatch.context() as patch:
        patch.setattr(published, "_replace", kill)
        if stop_at < 4:
            with pytest.raises(KeyboardInterrupt):
                published.publish("village", made)
    assert published.publish("village", made) == [], "what the killed run wrote is ours"
    assert set(_files(store.report_folder("village")).values()) == {b"new"}
