"""Notebooks in a project of one's own: laid out for Lab, followed while they are copies, used once they are changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import stages, store
from helpers.running import copies, notebooks
from helpers.running.new import new_study
from helpers.running.projects import new_project
from made.village import ARTICLE


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = new_project(tmp_path / "mine")
    monkeypatch.setenv("STUDY_ROOT", str(folder))
    (tmp_path / "page.txt").write_text(ARTICLE, "utf-8")
    yield folder
    stages.use({})


def change(path: Path, old: str, new: str) -> None:
    notebook = json.loads(path.read_text("utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"]).replace(old, new)
    path.write_text(json.dumps(notebook, ensure_ascii=False), "utf-8")


def test_every_notebook_and_guide_is_laid_out_and_names_a_study_of_the_project(own: Path, tmp_path: Path) -> None:
    new_study("village", [tmp_path / "page.txt"])
    copies.lay_out(own)
    wanted = {path.name for pattern in ("*.ipynb", "*.md") for path in stages.NOTEBOOKS.glob(pattern)}
    assert {path.name for path in (own / "notebooks").iterdir()} - {copies.RECORD} == wanted
    for path in (own / "notebooks").glob("*.ipynb"):
        assert notebooks.parameters_cell(path)["study"] == "village", path.name
    assert "(../data/raw/village/codebook.yml)" in (own / "notebooks/start.md").read_text("utf-8")
    assert copies.edited(own) == {} and copies.lay_out(own) == []


def test_the_page_that_a_codebook_points_to_is_there_at_once_and_one_of_a_person_s_own_stays(
    own: Path, tmp_path: Path
) -> None:
    guide = own / "notebooks" / copies.GUIDE
    assert guide.read_bytes() == (stages.NOTEBOOKS / copies.GUIDE).read_bytes()
    guide.unlink()  # a project that was made before
    new_study("village", [tmp_path / "page.txt"])
    assert f"notebooks/{guide.name}" in (own / "data/raw/village/codebook.yml").read_text("utf-8") and guide.is_file()
    guide.write_text("내 메모", "utf-8")
    new_study("attic", [tmp_path / "page.txt"])
    copies.lay_out(own)
    assert guide.read_text("utf-8") == "내 메모"


def test_a_study_that_is_made_later_is_named_then_and_a_chosen_one_stays(own: Path, tmp_path: Path) -> None:
    copies.lay_out(own)
    assert notebooks.parameters_cell(own / "notebooks/01_clean.ipynb")["study"] == copies.FIRST
    for name in ("attic", "village"):
        new_study(name, [tmp_path / "page.txt"])
    change(own / "notebooks/03_keywords.ipynb", f'study: str = "{copies.FIRST}"', 'study: str = "village"')
    copies.lay_out(own)
    notebooks.code_cells.cache_clear()
    assert notebooks.parameters_cell(own / "notebooks/01_clean.ipynb")["study"] == "attic"
    assert notebooks.parameters_cell(own / "notebooks/03_keywords.ipynb")["study"] == "village"
    assert copies.edited(own) == {}


def test_outputs_are_no_change_and_a_changed_cell_is_used_and_kept(own: Path) -> None:
    copies.lay_out(own)
    path = own / "notebooks/02_tokenize.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    notebook["cells"][1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "여기"}]
    path.write_text(json.dumps(notebook), "utf-8")
    assert copies.edited(own) == {}
    change(path, "from helpers import", "# 내가 고친 것\nfrom helpers import")
    copies.use_edited()
    assert stages.stage("02_tokenize").notebook == path
    assert stages.stage("03_keywords").notebook.parent == stages.NOTEBOOKS
    assert path not in copies.lay_out(own) and "내가 고친 것" in path.read_text("utf-8")


def test_a_copy_that_is_behind_the_program_follows_it(own: Path) -> None:
    copies.lay_out(own)
    path, record = own / "notebooks/04_narrative.ipynb", own / "notebooks" / copies.RECORD
    change(path, "begin", "began")  # as an older program had it: the record has its digest
    known = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps(known | {path.name: copies._digest(path)}), "utf-8")
    assert copies.edited(own) == {} and copies.lay_out(own) == [path]
    assert "began" not in path.read_text("utf-8")


def test_a_person_s_own_notebook_and_the_program_s_folder_are_left_alone(own: Path) -> None:
    (own / "notebooks/01_clean.ipynb").write_text("{}")
    copies.lay_out(own)
    assert (own / "notebooks/01_clean.ipynb").read_text() == "{}" and copies.edited(own) == {}
    assert copies.lay_out(stages.NOTEBOOKS.parent) == []
    assert store.is_readable(stages.NOTEBOOKS / copies.RECORD) is False
