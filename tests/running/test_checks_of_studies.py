"""What study check says of a study whose codes may have been given the wrong stance."""

from pathlib import Path

import pytest

from helpers.cli import main
from helpers.errors import StudyError
from helpers.running.checks import check_studies
from helpers.telling import in_words

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


@pytest.mark.parametrize(
    ("example", "english", "said"),
    [
        ("examples: [책이 늘었다., 강은 흐른다.]", "no rule finds the example '강은 흐른다.'",
         "11행, 코드 ‘books’: 예문 ‘강은 흐른다.’에 걸리는 규칙이 없다."),
        ("counter_examples: [책이 늘었다.]", "the rule [any: 늘다] finds the counter-example '책이 늘었다.'",
         "11행, 코드 ‘books’: 붙으면 안 되는 예문 ‘책이 늘었다.’에 규칙 [any: 늘다]이 걸린다."),
        ("examples: [{text: 책이 늘었다., stance: opposes}]", "the stance supports, not opposes",
         "11행, 코드 ‘books’: 예문 ‘책이 늘었다.’에 규칙 [any: 늘다]이 걸려 입장이 opposes가 아니라 supports가 된다."),
    ],
)  # fmt: skip
def test_an_example_that_the_rules_read_otherwise_is_told_with_its_line_in_the_codebook_s_language(
    village: Path, example: str, english: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    study = village / "study.yml"
    study.write_text(study.read_text("utf-8") + "articles: [library]\n", "utf-8")
    whole = "codes:\n  books:\n    label: 책\n    definition: 책이 늘었다는 문장.\n    stance: supports\n"
    whole += f"    rules:\n      - any: [늘다]\n\n    # 예\n\n    {example}\n"
    (village / "codebook.yml").write_text(whole, "utf-8")
    (fault,) = [one for one in check_studies([village.name]) if not one.ok]
    assert english in fault.what and not fault.optional
    told = in_words(StudyError(fault.what, fault.remedy))
    assert told.cause.endswith(f"codebook.yml {said}"), told.cause
    assert told.remedy == "규칙이나 예문을 고친다."
