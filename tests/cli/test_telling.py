"""Lines of the command in columns, whichever language is spoken."""

import pytest

from helpers.cli.telling import fault_of, padded
from helpers.telling import note


@pytest.mark.parametrize(("language", "told"), [("C", "never run   "), ("ko_KR.UTF-8", "돌린 적 없음")])
def test_a_word_fills_its_places_of_a_screen_in_both_languages(
    language: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    assert padded("never run", 12) == told
    assert padded("2026-01-07", 12) == "2026-01-07  "


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("  rows: 3 read = 2 kept + 1 dropped", "  줄: 읽은 것 3 = 들인 것 2 + 뺀 것 1"),
        ("  dropped: 1: it has no text", "  뺀 것: 1: 글이 없다"),
        ("the code changed: a.py, b.py and 3 more", "프로그램이 바뀌었다: a.py, b.py, 그 밖에 3개"),
        ("the parameter window is 3, was 5", "매개변수 window가 5에서 3으로 바뀌었다"),
        ("codebook.yml changed", "codebook.yml이 바뀌었다"),
        ("the package pandas is 3.1, was 3.0", "꾸러미 pandas가 3.0에서 3.1로 바뀌었다"),
        ("and 12 more packages", "그 밖에 꾸러미 12개"),
        ("the prose of 04_narrative changed", "04_narrative의 글이 바뀌었다"),
        ("the table tokens changed", "표 tokens가 바뀌었다"),
        ("the notebook 01_clean is new", "노트북 01_clean이 새로 생겼다"),
        ("the result 02_tokenize is gone", "02_tokenize의 결과가 없어졌다"),
        ("study.yml: thesis changed", "study.yml의 thesis가 바뀌었다"),
        ("the parameters changed", "매개변수가 바뀌었다"),
        ("12 of them are new, changed, or to be read or coded otherwise",
         "12건이 새로 들어왔거나 바뀌었거나, 달리 읽거나 코드를 붙여야 한다"),
        ("out of date: report", "낡았다: 보고서"),
        ("out of date: 02_tokenize, report", "낡았다: 02_tokenize, 보고서"),
        ("at fault: kim.csv is empty.", "잘못이 있다: kim.csv가 비어 있다."),
        ("  다리 is no longer among the keywords (it was number 2)", "  다리는 이제 핵심어가 아니다(전에는 2위)"),
    ],
)  # fmt: skip
def test_what_import_why_list_and_diff_print_is_told_in_korean(
    said: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert note(said) == told
    monkeypatch.setenv("LC_ALL", "C")
    assert note(said) == said


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        ("글/빈 글.txt cannot be read: Permission denied.", "글/빈 글.txt를 읽을 수 없다(권한이 없다)."),
        ("빈 글.txt is empty.", "글/빈 글.txt가 비어 있다."),
        ("There was not enough memory.", "글/빈 글.txt: 메모리가 모자란다."),
    ],
)
def test_a_file_that_could_not_be_cleaned_is_named_once_by_its_path(
    cause: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert fault_of("글/빈 글.txt", f"{cause}\nCheck the path and the right to read.") == (
        f"{said}\n  경로와 읽을 권한을 본다."
    )
