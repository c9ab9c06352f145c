"""The example studies of docs/gallery: invented and complete. That they run: ``test_studies_at_once`` of test_faults."""

from __future__ import annotations

import pytest

from helpers.narrative import check_codebook, open_codebook
from helpers.study import open_study
from helpers.tokenizing import tokenize
from made.village import CHECKOUT

GALLERY = CHECKOUT / "docs" / "gallery"
NAMES = sorted(path.name for path in (GALLERY / "data" / "raw").iterdir())


def test_the_page_shows_each_of_the_three_with_its_picture() -> None:
    page = (CHECKOUT / "docs" / "gallery.md").read_text("utf-8")
    assert len(NAMES) == 3
    for name in NAMES:
        assert f"(gallery/{name}.png)" in page and f"`gallery/reports/{name}/report.html`" in page
        assert (GALLERY / f"{name}.png").stat().st_size < 100_000


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_what_its_files_say_and_its_codebook_passes_its_own_examples(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STUDY_ROOT", str(GALLERY))
    study = open_study(name)
    for article in study.articles:
        article.check_unchanged()
        assert "지어낸" in str(article.entry.rights)
    codebook = open_codebook(study)
    assert len(codebook.codes) > 4 and all(code.examples and code.counter_examples for code in codebook.codes)
    assert list(check_codebook(codebook, tokenize)) == []
