"""What study check says of a study whose codes may have been given the wrong stance."""

from pathlib import Path

import pytest

from helpers.cli import main
from helpers.running.checks import check_studies

CODEBOOK = """
claims:
  open: 도서관은 살아났다.
  closed: 도서관은 문을 닫을 것이다.
codes:
  books: {label: 책, definition: 책이 늘었다는 문장., stance: supports, claim: open, rules: [{any: [늘다]}]}
  money: {label: 돈, definition: 돈이 없다는 문장., stance: %s, claim: closed, rules: [{any: [모자라다]}]}
"""


@pytest.mark.parametrize(("stance", "warned"), [("opposes", True), ("qualifies", False), ("supports", False)])
def test_a_claim_of_which_all_codes_oppose_is_pointed_at(village: Path, stance: str, warned: bool) -> None:
    study = village / "study.yml"
    study.write_text(study.read_text("utf-8") + "articles: [library]\n", "utf-8")
    (village / "codebook.yml").write_text(CODEBOOK % stance, "utf-8")
    told = [one for one in check_studies() if "'closed'" in one.what]
    assert bool(told) is warned
    assert all(one.optional and not one.ok and "to the thesis" in one.remedy for one in told)


def test_a_study_that_is_named_is_checked_alone(village: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The other study lacks its articles, the machine is not asked."""
    (village.parent / "other").mkdir()
    (village / "study.yml").write_text((village / "study.yml").read_text("utf-8") + "articles: [library]\n", "utf-8")
    (village / "codebook.yml").write_text(CODEBOOK % "qualifies", "utf-8")
    assert main(["check", village.name]) == 0
    told = capfd.readouterr().out
    assert f"study {village.name}: its files are readable" in told and "Python" not in told and "other" not in told


def test_a_file_that_no_list_names_is_told(village: Path) -> None:
    (village / "codebook.yml").write_text(CODEBOOK % "qualifies", "utf-8")
    (village / "study.yml").write_text((village / "study.yml").read_text("utf-8") + "articles: [library]\n", "utf-8")
    assert not [one for one in check_studies() if "is not read" in one.what]
    (village / "articles" / "later.docx").write_bytes(b"PK")
    (village / "articles" / ".DS_Store").write_bytes(b"")
    (told,) = [one for one in check_studies() if "is not read" in one.what]
    assert told.optional and "later.docx" in told.what and "articles.yml" in told.remedy
