"""``study read``: from an article of a corpus to a study of its own that runs."""

from pathlib import Path

import pytest
import yaml

from helpers import store
from helpers.cleaning import clean_articles
from helpers.cli import main
from helpers.errors import StudyError
from helpers.importing import import_sources, read_catalogue
from helpers.narrative import open_codebook
from helpers.running.close_reading import name_of_reading, read_closely, readings
from helpers.running.new import corpus_files
from helpers.running.overview import why
from helpers.running.progress import STEPS
from helpers.running.result import RunResult
from helpers.study import open_study
from helpers.tokenizing import parse_dictionary
from made.exports import as_csv, bigkinds, bigkinds_rows, table_rows


def _import(name: str, path: Path) -> list[str]:
    import_sources(name, [path], files=corpus_files(name), tell=lambda text: None)
    return [entry["article_id"] for entry in read_catalogue(store.raw_folder(name) / "articles.csv")[1]]


@pytest.fixture
def books(project: Path, tmp_path: Path) -> list[str]:
    path = tmp_path / "t.csv"
    path.write_text(as_csv(table_rows(4)), "utf-8")
    return _import("books", path)


def test_reading_of_a_row_is_a_study_with_the_article_as_it_was_imported(books: list[str]) -> None:
    done = read_closely("books", books[1])
    assert done.new and done.notes == () and done.study == f"books-{books[1]}"
    (article,) = open_study(done.study).articles
    article.check_unchanged()
    assert article.article_id == books[1] and article.entry.outlet == "언덕경제"
    assert article.entry.published and article.entry.published.startswith("2024-06-03")
    text = article.path.read_text("utf-8")
    assert text.startswith("도서관 2호\n\n새싹마을 도서관이") and "해마다 2억 원" in text


def test_codebook_dictionary_question_and_parameters_come_from_the_corpus(books: list[str], project: Path) -> None:
    folder = project / "data" / "raw" / "books"
    (folder / "dictionary.tsv").write_text("새싹마을\tNNP\n", "utf-8")
    (folder / "codebook.yml").write_text("# 새 코드북\n" + (folder / "codebook.yml").read_text("utf-8"), "utf-8")
    file = yaml.safe_load((folder / "study.yml").read_text("utf-8"))
    file |= {"question": "누가 책을 고르는가?", "parameters": {"window": 4}}
    (folder / "study.yml").write_text(yaml.safe_dump(file, allow_unicode=True), "utf-8")
    name = read_closely("books", books[0]).study
    made = open_study(name)
    assert made.file.question == "누가 책을 고르는가?" and str(made.file.parameters["window"]) == "4"
    assert made.dictionary == "새싹마을\tNNP\n"
    assert (made.folder / "codebook.yml").read_bytes() == (folder / "codebook.yml").read_bytes()


def test_reading_is_a_persons_afterwards_and_says_what_the_corpus_has_otherwise(
    books: list[str], project: Path
) -> None:
    name = read_closely("books", books[0]).study
    own = project / "data" / "raw" / name / "stopwords.txt"
    own.write_text("마을\n", "utf-8")
    again = read_closely("books", books[0])
    assert not again.new and own.read_text("utf-8") == "마을\n"
    assert again.notes == (f"stopwords.txt of {name} differs from what books has; the reading keeps its own.",)


def test_lead_of_an_export_is_kept_whole_and_said_to_be_a_lead(project: Path, tmp_path: Path) -> None:
    ids = _import("bk", bigkinds(tmp_path / "NewsResult_20240601-20240628.xlsx", bigkinds_rows(3)))
    done = read_closely("bk", ids[0])
    assert len(done.notes) == 1 and "first characters" in done.notes[0] and "news.example.com/1" in done.notes[0]
    from helpers.cleaning import clean_articles

    lines, articles = clean_articles(open_study(done.study).articles)
    kept = " ".join(lines.loc[lines["kept"], "text"])
    assert "사서는" in kept and articles["published_at"].iloc[0].startswith("2024-06-02")


@pytest.mark.parametrize(
    ("corpus", "article", "said"),
    [("books", "nobody", "no article 'nobody'"), ("reading", "x", "no corpus"), ("none", "x", "no study 'none'")],
)
def test_what_is_not_there_is_told(books: list[str], corpus: str, article: str, said: str) -> None:
    name = read_closely("books", books[0]).study
    with pytest.raises(StudyError, match=said):
        read_closely(name if corpus == "reading" else corpus, article)


def test_command_runs_it_as_any_study_and_the_corpus_knows_it(
    books: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """That the folder is one of a study that can be run: each of its files is opened by what a run opens it with."""
    ran: list[str] = []

    def run_it(name: str, *_: object, **__: object) -> RunResult:
        ran.append(name)
        assert set(why(name)) == set(STEPS)
        study = open_study(name)
        lines, articles = clean_articles(study.articles)
        assert open_codebook(study) and "책을 고르는" in "".join(lines.loc[lines["kept"], "text"])
        assert list(articles["outlet"]) == ["새싹일보"] and parse_dictionary(study.dictionary, name="d.tsv") == ()
        report = store.report_folder(name) / "report.html"
        store.write_text(report, "made")
        return RunResult(name, report, STEPS)

    monkeypatch.setattr("helpers.running.run.bring_up_to_date", run_it)
    assert readings("books") == {}
    assert main(["read", "books", books[2]]) == 0
    name = name_of_reading("books", books[2])
    assert ran == [name]
    assert capsys.readouterr().out.strip() == f"reports/{name}/report.html"
    assert readings("books") == {books[2]: name}
