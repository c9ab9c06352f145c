import unicodedata
from pathlib import Path

import pytest

from helpers.cleaning import clean_articles
from helpers.errors import StudyError
from helpers.study import open_study


def test_open_study_finds_articles_without_articles_yml(village: Path) -> None:
    study = open_study("village")
    assert [article.article_id for article in study.articles] == ["library"]
    assert study.articles[0].path == village / "articles" / "library.txt"
    assert (study.dictionary, study.stopwords) == ("", ())


def test_open_study_reads_stopwords_without_comments(village: Path) -> None:
    (village / "stopwords.txt").write_text("# 목록\n마을\n\n것 # 의존 명사\n", "utf-8")
    assert open_study("village").stopwords == ("마을", "것")


def test_stopwords_are_read_however_their_letters_are_composed(village: Path) -> None:
    (village / "stopwords.txt").write_text(unicodedata.normalize("NFD", "마을") + "\n\u200b것\n", "utf-8")
    assert open_study("village").stopwords == ("마을", "것")


@pytest.mark.parametrize(
    ("written", "read"),
    [("2026-01-07", "2026-01-07"), ("2026-01-07 05:00", "2026-01-07T05:00+09:00"), ("2026-01-07T05:00Z", "2026-01-07T05:00+00:00")],
)  # fmt: skip
def test_a_person_may_write_when_an_article_was_published_and_its_title(village: Path, written: str, read: str) -> None:
    entry = (
        f"library:\n  file: articles/library.txt\n  published: {written}\n  title: 마을 도서관\n  reporter: 오새봄\n"
    )
    (village / "articles.yml").write_text(entry, "utf-8")
    found = open_study("village").articles[0].entry
    assert (found.published, found.title, found.reporter) == (read, "마을 도서관", "오새봄")


def test_a_day_that_is_none_names_its_line(village: Path) -> None:
    error = _with(village, "articles.yml", "library:\n  file: articles/library.txt\n  published: 어제\n")
    assert "articles.yml, line 3" in error.cause
    assert "expected a day such as" in error.cause


def test_what_a_person_wrote_of_an_article_stands_above_its_page(village: Path) -> None:
    entry = "library:\n  file: articles/library.txt\n  published: 2024-05-30\n  title: 다른 제목\n"
    (village / "articles.yml").write_text(entry, "utf-8")
    _, articles = clean_articles(open_study("village").articles)
    assert articles[["title", "published_at"]].to_numpy().tolist() == [["다른 제목", "2024-05-30"]]


def _with(village: Path, name: str, text: str) -> StudyError:
    (village / name).write_text(text, "utf-8")
    with pytest.raises(StudyError) as caught:
        open_study("village")
    return caught.value


def test_open_study_names_an_article_that_is_not_listed(village: Path) -> None:
    error = _with(village, "study.yml", "title: 가\nquestion: 나\nthesis: 다\narticles:\n  - library\n  - libary\n")
    assert error.cause.startswith("data/raw/village/study.yml, line 6: the article 'libary'")
    assert "library" in error.cause


def test_open_study_says_which_file_is_missing(village: Path) -> None:
    error = _with(village, "articles.yml", "library:\n  file: articles/other.txt\n")
    assert "data/raw/village/articles/other.txt does not exist" in error.cause


@pytest.mark.parametrize("place", ["articles/" + "가" * 90, "a/" * 1500])
def test_open_study_refuses_a_name_that_no_file_can_have(village: Path, place: str) -> None:
    error = _with(village, "articles.yml", f"library:\n  file: {place}\n")
    assert error.cause.startswith("data/raw/village/articles.yml, line 2") and "too long" in error.cause
    error = _with(village, "study.yml", f"title: 가\nquestion: 나\nthesis: 다\nreference: {place}\n")
    assert error.cause.startswith("data/raw/village/study.yml, line 4") and "too long" in error.cause


def test_open_study_refuses_a_file_outside_the_study(village: Path) -> None:
    (village.parent / "secret.txt").write_text("비밀")
    assert "outside the study" in _with(village, "articles.yml", "library:\n  file: ../secret.txt\n").cause


def test_open_study_without_article_says_what_to_do(village: Path) -> None:
    (village / "articles" / "library.txt").unlink()
    with pytest.raises(StudyError) as caught:
        open_study("village")
    assert "has no article" in caught.value.cause
    assert "Save an article there" in caught.value.remedy


def test_check_unchanged_tells_an_altered_article(village: Path) -> None:
    (village / "articles.yml").write_text(f"library:\n  file: articles/library.txt\n  sha256: {'0' * 64}\n")
    with pytest.raises(StudyError, match="is not the file that"):
        open_study("village").articles[0].check_unchanged()


def test_open_study_lists_the_articles_of_its_reference(village: Path) -> None:
    (village / "others").mkdir()
    (village / "others" / "b.txt").write_text("나")
    (village / "others" / "a.html").write_text("가")
    (village / "others" / "notes.xlsx").write_text("다")
    (village / "study.yml").write_text("title: 가\nquestion: 나\nthesis: 다\nreference: others\n", "utf-8")
    assert [path.name for path in open_study("village").reference_files] == ["a.html", "b.txt"]


@pytest.mark.parametrize("reference", ["nowhere", "..", ".", "/etc"])
def test_open_study_refuses_a_reference_without_articles_or_outside(village: Path, reference: str) -> None:
    error = _with(village, "study.yml", f"title: 가\nquestion: 나\nthesis: 다\nreference: {reference}\n")
    assert error.cause.startswith("data/raw/village/study.yml, line 4: the reference")
    assert "reference: reference" in error.remedy


def test_a_hash_that_is_none_is_told_with_its_place(village: Path) -> None:
    (village / "articles.yml").write_text("library:\n  file: articles/library.txt\n  sha256: '00'\n")
    with pytest.raises(StudyError, match=r"articles\.yml, line 3: .*sha256.*it is '00'"):
        _ = open_study("village").articles
