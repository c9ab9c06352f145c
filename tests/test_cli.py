"""The command as a person meets it: what it says, where it says it, how it ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from helpers import cli
from helpers.cleaning import clean_articles
from helpers.cli import commands
from helpers.errors import StudyError
from helpers.study import open_study

pytestmark = pytest.mark.slow

Said = tuple[int, str, str]


@pytest.fixture
def study(capsys: pytest.CaptureFixture[str]):
    def call(*words: str) -> Said:
        try:
            status = cli.main(words)
        except SystemExit as exit_:
            status = int(exit_.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def _written(project: Path) -> list[str]:
    """What a run left behind for readers: everything but the run's own folder and its lock."""
    found = [*(project / "data" / "processed").rglob("*"), *(project / "reports").rglob("*")]
    inner = (path.relative_to(project) for path in found if path.is_file())
    return sorted(str(path) for path in inner if ".run" not in path.parts and path.name != ".lock")


def _with_codebook(village: Path) -> None:
    from helpers.narrative import blank_codebook

    (village / "codebook.yml").write_text(blank_codebook("왜?", "그래서."), "utf-8")


def _without_cross_check(village: Path) -> None:
    """Whatever these runs come to, they come to it before other analyzers' Java has started."""
    written = village / "study.yml"
    written.write_text(written.read_text("utf-8") + "parameters: {cross_check: []}\n", "utf-8")


def _bad(village: Path, name: str, content: str | bytes) -> None:
    (village / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


STUDY_YML = "title: 도서관\nquestion: 왜?\nthesis: 그래서.\n"
# what is wrong, the file and its content, exit status, a part of the cause, a part of the remedy
AT_FAULT = {
    "malformed YAML": ("study.yml", "title: [도서관\n", "study.yml, line 2", "Correct that line"),
    "unknown entry": ("study.yml", STUDY_YML + "theses: 둘\n", "study.yml, line 4: theses is no entry", "README"),
    "missing entry": ("study.yml", "title: 도서관\n", "question is missing", "README"),
    "unknown parameter": ("study.yml", STUDY_YML + "parameters:\n  topn: 3\n", "no parameter 'topn'", "top_n"),
    "wrong type": ("study.yml", STUDY_YML + "parameters:\n  top_n: many\n", "top_n should be", "5 to 100"),
    "out of range": ("study.yml", STUDY_YML + "parameters:\n  top_n: 1000\n", "'1000'", "5 to 100"),
    "no such article": ("study.yml", STUDY_YML + "articles:\n  - nowhere\n", "'nowhere'", "articles.yml"),
    "a dictionary entry": ("dictionary.tsv", "도서관\n", "dictionary.tsv", ""),
    "a codebook that is no YAML": ("codebook.yml", "codes: [\n", "codebook.yml, line 2", "Correct that line"),
    "a codebook rule": (
        "codebook.yml",
        "codes:\n  - name: x\n    label: 가\n    definition: 나\n    stance: supports\n    rules:\n      - anyy: [책]\n",
        "codebook.yml",
        "",
    ),
    "an article with no body": ("articles/library.txt", "로그인\n회원가입\n좋아요0\n", "library.txt", ""),
}


@pytest.mark.parametrize("fault", AT_FAULT)
def test_run_tells_bad_input_in_one_error_and_writes_nothing(fault: str, village: Path, project: Path, study) -> None:
    name, content, cause, remedy = AT_FAULT[fault]
    _with_codebook(village)
    _without_cross_check(village)
    _bad(village, name, content)
    status, out, err = study("run", "village", "--quiet")
    assert (status, out) == (1, "")
    assert err.startswith("study: ")
    assert cause in err
    assert remedy in err
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) >= 2, "a cause and a remedy"
    assert [path for path in _written(project) if not path.endswith(".failed.ipynb")] == []


UNREADABLE = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "undecodable": b"\xff\xfe\xff\x81\x82 \x83" * 60 + b"\x81",
    "its Hangul lost": b"??? ????? ?? ???? ????. ??? ??.\n" * 30,
}


@pytest.mark.parametrize("how", UNREADABLE)
def test_an_article_that_cannot_be_read_is_told_in_one_error(how: str, village: Path, study) -> None:
    """By the command that only cleans: a run tells it by the same words, as it does above one without a body."""
    article = village / "articles" / "library.txt"
    article.write_bytes(UNREADABLE[how])
    status, out, err = study("clean", str(article))
    assert (status, out) == (1, "")
    assert err.startswith("study: ") and "library.txt" in err and "Traceback" not in err
    assert len(err.strip().splitlines()) >= 2, "a cause and a remedy"
    with pytest.raises(StudyError) as caught:
        clean_articles(open_study("village").articles)
    assert "library.txt" in caught.value.cause and caught.value.remedy


def test_run_of_a_study_without_an_article(village: Path, study) -> None:
    (village / "articles" / "library.txt").unlink()
    status, _, err = study("run", "village")
    assert status == 1
    assert "has no article" in err and "Save an article there" in err


@pytest.mark.parametrize("name", ["nowhere", "../village", "village/../village", "/etc"])
def test_run_of_no_study(name: str, village: Path, study) -> None:
    status, _, err = study("run", name)
    assert status == 1
    assert repr(name) in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("run", "village", "-p", "top=3"), "Did you mean top_n?"),
        (("run", "village", "-p", "top_n=zero"), "5 to 100"),
        (("run", "village", "-p", "top_n"), "not NAME=VALUE"),
        (("run",), "No study is named"),
        (("run", "village", "--from", "07"), "The stages are: 01_clean"),
        (("rum",), "Did you mean run?"),
        (("run", "--all", "village"), "--all is every study"),
        ((), "required"),
    ],
)
def test_a_wrong_command_line_is_status_two(words: tuple[str, ...], told: str, village: Path, study) -> None:
    status, out, err = study(*words)
    assert (status, out) == (2, "")
    assert told in err


def test_a_study_may_be_named_by_the_path_that_a_shell_completes(
    village: Path, project: Path, study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    by_name = study("run", "village", "--why")
    assert by_name[0] == 0 and "01_clean" in by_name[1]
    for path in ("data/raw/village", "data/raw/village/", "data/raw/village/study.yml", str(village)):
        assert study("run", path, "--why") == by_name
    assert study("run", "data/raw")[0] == 1


def test_why_says_what_is_out_of_date_and_then_what_may_follow(
    village: Path, study, monkeypatch: pytest.MonkeyPatch
) -> None:
    from helpers.running import overview

    monkeypatch.setattr(overview, "why", lambda *_: {"01_clean": ["articles.yml changed"]})
    status, out, _ = study("run", "village", "--why")
    assert status == 0
    assert out.splitlines() == [
        "01_clean: articles.yml changed",
        "then, if their tables change: 02_tokenize, 03_keywords, 04_narrative, report",
    ]
    monkeypatch.setattr("helpers.telling.speaks_korean", lambda: True)
    _, out, _ = study("run", "village", "--why")
    assert out.splitlines() == [
        "01_clean: articles.yml이 바뀌었다",
        "그 표가 달라지면 이어서: 02_tokenize, 03_keywords, 04_narrative, 보고서",
    ]


def test_a_name_that_is_nearly_a_study_s_is_asked_back(village: Path, study) -> None:
    status, _, err = study("run", "vilage")
    assert status == 1 and "Did you mean village?" in err


def test_version_and_help_are_told(study) -> None:
    assert re.fullmatch(r"study \d+\.\d+\.\d+\n", study("--version")[1])
    assert study("help")[0] == 0


def test_a_read_only_folder_is_told_and_left_alone(village: Path, project: Path) -> None:
    """Root may write anywhere, so root gives up that right for the length of the command."""
    _with_codebook(village)
    (project / "data" / "processed").mkdir()
    (project / "data" / "processed").chmod(0o555)
    drop = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    if drop and not shutil.which("setpriv"):
        pytest.skip("root without setpriv cannot be kept from writing")
    done = subprocess.run(
        [*drop, sys.executable, "-m", "helpers.cli", "run", "village"], capture_output=True, text=True, timeout=300
    )
    (project / "data" / "processed").chmod(0o755)
    assert done.returncode == 1
    assert "data/processed/village could not be made: Permission denied" in done.stderr
    assert "write there" in done.stderr
    assert _written(project) == []


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_says_so_and_leaves_nothing_behind(how: int, village: Path, project: Path) -> None:
    _with_codebook(village)
    _without_cross_check(village)
    run = subprocess.Popen(
        [sys.executable, "-m", "helpers.cli", "run", "village"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert run.stderr.readline() == "village: 01_clean\n"
    deadline = time.monotonic() + 120
    while not (children := psutil.Process(run.pid).children(recursive=True)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert children, "a kernel should have been started"
    run.send_signal(how)
    out, err = run.communicate(timeout=300)
    assert (run.returncode, out) == (130, ""), err
    assert err.splitlines()[-1].startswith("Interrupted: nothing was lost")
    assert "Traceback" not in err
    _, alive = psutil.wait_procs(children, timeout=30)
    assert alive == []
    assert _written(project) == []


def test_a_study_is_not_run_twice_at_once(village: Path, project: Path, study) -> None:
    from filelock import FileLock

    (project / "data" / "processed" / "village").mkdir(parents=True)
    with FileLock(project / "data" / "processed" / "village" / ".lock"):
        status, _, err = study("run", "village", "--quiet")
    assert status == 1
    assert "is being run by another process" in err and "Wait until it has ended" in err


# --- the one door for errors ------------------------------------------------------------------------------------------
UNFORESEEN = {
    "a fault of the program": (KeyError("x"), "nobody foresaw: KeyError: 'x'", "Please report it, with this file: "),
    "no memory": (MemoryError(), "There was not enough memory", "ulimit -v"),
    "too many files": (OSError(24, "Too many open files"), "Too many open files", "ulimit -n"),
    "a full disk": (OSError(28, "No space left on device", "/x"), "/x: No space left on device", "Make room"),
    "an unreadable file": (PermissionError(13, "Permission denied", "/x"), "/x: Permission denied", "you may read"),
    "deep recursion": (RecursionError("too deep"), "nobody foresaw: RecursionError", "Please report it"),
    "terminal codes in what it says": (ValueError("\x1b[2J\u202e가"), "\\x1b[2J\\u202e가", "Please report it"),
}


@pytest.mark.parametrize("fault", UNFORESEEN)
def test_no_error_reaches_a_person_as_a_traceback(
    fault: str, village: Path, study, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    error, cause, remedy = UNFORESEEN[fault]

    def fail(options: object) -> int:
        raise error

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(commands, "list_studies", fail)
    status, out, err = study("list")
    assert (status, out) == (1, "")
    assert err.startswith("study: ") and cause in err and remedy in err
    assert "Traceback" not in err and "\x1b" not in err
    reports = list(tmp_path.glob("study-fault-*.txt"))
    assert len(reports) == ("Please report it" in remedy)
    assert all("Traceback" in report.read_text("utf-8") for report in reports)


def test_a_fault_of_one_study_leaves_the_others_alone(village: Path, study, monkeypatch: pytest.MonkeyPatch) -> None:
    from helpers.running import run
    from helpers.running.result import RunResult

    def fail_for_one(name: str, *_: object, **__: object) -> RunResult:
        if name == "broken":
            raise ZeroDivisionError
        return RunResult(name, village / "report.html", ("01_clean",))

    monkeypatch.setattr(run, "bring_up_to_date", fail_for_one)
    status, out, err = study("run", "broken", "village", "-q")
    assert status == 1
    assert out.strip() == "data/raw/village/report.html"
    assert "ZeroDivisionError" in err and "Traceback" not in err
    assert err.splitlines()[-1] == "2 studies: 1 ran, 0 were fresh, 1 failed."


def test_what_bounds_a_run_is_handed_on(village: Path, study, monkeypatch: pytest.MonkeyPatch) -> None:
    from helpers.running import run
    from helpers.running.options import Options
    from helpers.running.result import RunResult

    asked: list[Options] = []

    def note(name: str, parameters: object, options: Options, **_: object) -> RunResult:
        asked.append(options)
        return RunResult(name, village / "report.html", ())

    monkeypatch.setattr(run, "bring_up_to_date", note)
    given = ("--cell-timeout", "5", "--timeout", "60", "--watchdog", "9", "--isolated", "--force")
    assert study("run", "village", "-q", *given)[0] == 0
    assert asked == [Options(cell_timeout=5, timeout=60, watchdog=9, isolated=True, force=True)]


@pytest.mark.parametrize(
    ("changes", "status", "said", "told"),
    [
        ((), 0, ["data/raw/village/report.html"], ""),
        (
            ("findings:", "  + 책은 늘었다."),
            1,
            ["findings:", "  + 책은 늘었다."],
            "the results of village would change",
        ),
    ],
)
def test_what_would_change_is_told_and_fails_a_run_that_only_checks(
    changes: tuple[str, ...],
    status: int,
    said: list[str],
    told: str,
    village: Path,
    study,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from helpers.running import run
    from helpers.running.options import Options
    from helpers.running.result import RunResult

    def check(name: str, parameters: object, options: Options, **_: object) -> RunResult:
        assert options.check
        return RunResult(name, village / "report.html", ("report",), changes=changes)

    monkeypatch.setattr(run, "bring_up_to_date", check)
    ended, out, err = study("run", "village", "--check", "-q")
    assert (ended, out.splitlines()) == (status, said)
    assert told in err


def test_debug_shows_the_error_itself(village: Path) -> None:
    with pytest.raises(StudyError):
        cli.main(["--debug", "run", "nowhere"])


# --- new, clean, list, parameters -------------------------------------------------------------------------------------
def test_new_makes_a_study_that_is_ready_to_run(village: Path, project: Path, study) -> None:
    article = village / "articles" / "library.txt"
    status, out, _ = study(
        "new", "shelf", "--article", str(article), "--question", '왜: "다시" 여는가?', "--thesis", "# 투자"
    )
    assert (status, out) == (0, "data/raw/shelf\n")
    assert sorted(path.name for path in (project / "data" / "raw" / "shelf").iterdir()) == [
        "articles", "articles.yml", "codebook.yml", "dictionary.tsv", "stopwords.txt", "study.yml",
    ]  # fmt: skip
    from helpers.narrative import open_codebook

    made = open_study("shelf")
    assert (made.file.question, made.file.thesis) == ('왜: "다시" 여는가?', "# 투자")
    assert made.articles[0].path.read_bytes() == article.read_bytes()
    made.articles[0].check_unchanged()
    assert open_codebook(made)


def test_a_new_study_of_several_articles_is_not_called_by_one_of_them(village: Path, tmp_path: Path, study) -> None:
    one, two = (str(tmp_path / f"{name}.txt") for name in ("one", "two"))
    for path in (one, two):
        shutil.copy(village / "articles" / "library.txt", path)
    title = "새싹마을 도서관, 여섯 해 만에 다시 문을 연다"
    for name, articles, said in (("alone", (one,), title), ("both", (one, two), f"{title} 외 1편")):
        assert study("new", name, *(word for path in articles for word in ("--article", path)))[0] == 0
        assert open_study(name).file.title == said


@pytest.mark.parametrize(("name", "told"), [("village", "is there already"), ("../shelf", "cannot be a study's name")])
def test_new_leaves_what_is_there(name: str, told: str, village: Path, study) -> None:
    status, _, err = study("new", name, "--article", str(village / "articles" / "library.txt"))
    assert status == 1
    assert told in err


def test_new_of_a_page_without_an_article_makes_nothing(village: Path, project: Path, study) -> None:
    _bad(village, "articles/empty.txt", "로그인\n회원가입\n")
    status, _, err = study("new", "shelf", "--article", str(village / "articles" / "empty.txt"))
    assert status == 1
    assert err.startswith("study: ")
    assert [path.name for path in (project / "data" / "raw").iterdir()] == ["village"]


def test_clean_prints_one_json_object_a_file_and_goes_on_past_a_bad_one(village: Path, study) -> None:
    article, missing = village / "articles" / "library.txt", village / "articles" / "nowhere.txt"
    status, out, err = study("clean", "--json", str(article), str(missing), str(article))
    first, second, third = (json.loads(line) for line in out.splitlines())
    assert status == 1
    assert list(first) == [
        "file", "ok", "error", "encoding", "title", "published_at", "text", "kept", "lines", "sentences",
    ]  # fmt: skip
    assert first == third
    assert first["ok"] and first["published_at"] == "2025-03-04T09:30+09:00"
    assert "좋아요" not in first["text"] and "무단 전재" not in first["text"]
    assert not second["ok"] and "nowhere.txt" in second["error"]
    assert (
        err == f"study: {missing} cannot be read: No such file or directory.\n  Check the path and the right to read.\n"
    )


def test_sheet_of_a_study_that_has_not_been_run_says_what_to_run(village: Path, study) -> None:
    _with_codebook(village)
    status, out, err = study("sheet", "village")
    assert (status, out) == (1, "")
    assert "Run notebooks/02_tokenize.ipynb first" in err


def test_sheet_has_a_row_for_every_sentence(village: Path, study) -> None:
    from helpers import cleaning, store, tokenizing

    _with_codebook(village)
    lines, _ = cleaning.clean_articles(open_study("village").articles)
    sentences = tokenizing.sentences(lines)
    store.write("sentences", sentences, "village")
    status, out, err = study("sheet", "village")
    rows = [line for line in out.splitlines() if line.startswith("library,")]
    assert status == 0
    assert len(rows) == len(sentences) > 5
    assert "codings/<coder>.csv" in err


def test_parameters_are_listed_with_their_ranges(study) -> None:
    status, out, _ = study("parameters")
    assert status == 0
    assert "top_n" in out and "(5 to 100)" in out


def test_list_names_a_study_at_fault(village: Path, study) -> None:
    _bad(village, "study.yml", "title: [\n")
    status, out, _ = study("list")
    assert status == 0
    assert "village" in out and "at fault" in out


def test_clean_json_is_utf8_whatever_the_console(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        "마르지 않는 우물 ☃\n\n입력 2031-02-03 04:05\n\n우물은 가뭄에도 마르지 않았다고 주민 ☃ 씨는 말했다.\n", "utf-8"
    )
    environment = os.environ | {"PYTHONIOENCODING": "cp949", "PYTHONUTF8": "0"}
    for options, encoding in ((["--json", "--no-sentences"], "utf-8"), ([], "cp949")):
        command = [sys.executable, "-m", "helpers.cli", "clean", *options, str(page)]
        done = subprocess.run(command, capture_output=True, env=environment, check=False)
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        assert "우물은 가뭄에도" in done.stdout.decode(encoding)
