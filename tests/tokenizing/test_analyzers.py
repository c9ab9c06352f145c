"""KoNLPy's analyzers in a process of their own: what they read, and that nothing stops or fools them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import _jpype
import konlpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.errors import StudyError
from helpers.tokenizing import parse_dictionary, prepare, tokenize
from helpers.tokenizing.process import AnalyzerProcess, Unread
from made.examples import examples
from made.hostile import HOSTILE, SENTENCES, uncovered, wrong_surfaces
from made.merging import assert_forms_count_as_one
from made.sentences import sentence_table

pytestmark = pytest.mark.slow

JAVA = ("komoran", "okt", "hannanum", "kkma")
WORDS = parse_dictionary("달빛 서점\tNNP\n되살림마당\tNNG\n", name="d.tsv")


@pytest.fixture(scope="module", autouse=True)
def started() -> None:
    """All four load side by side."""
    prepare(*JAVA)


@pytest.mark.parametrize("analyzer", JAVA)
def test_konlpy_analyzers_give_the_table_of_tokens(analyzer: str):
    sentences = sentence_table(*SENTENCES)
    tokens = tables.TOKENS.check(tokenize(sentences, analyzer))
    assert not uncovered(tokens, sentences)
    assert not wrong_surfaces(tokens, sentences)
    assert "unknown" not in set(tokens["pos"])
    assert {"마을", "도서관"} <= set(tokens[tokens["pos"] == "noun"]["lemma"])
    assert "늘다" in set(tokens["lemma"])


@pytest.mark.parametrize("analyzer", ["komoran", "okt"])
def test_konlpy_analyzers_read_the_investor_as_they_are_known_to(analyzer: str):
    tokens = tokenize(sentence_table(SENTENCES[0]), analyzer)
    assert "투자가" in set(tokens[tokens["pos"] == "noun"]["lemma"])


@pytest.mark.parametrize("analyzer", JAVA)
def test_konlpy_analyzers_keep_words_of_the_dictionary_whole(analyzer: str):
    tokens = tokenize(sentence_table("달빛 서점은 되살림마당에서 책을 판다."), analyzer, WORDS)
    made = tokens[tokens["from_dictionary"]]
    assert made["surface"].tolist() == ["달빛 서점", "되살림마당"]
    assert made["pos"].tolist() == ["noun", "noun"]
    assert tokens.loc[made.index + 1, "surface"].tolist() == ["은", "에서"]


@pytest.mark.parametrize("analyzer", JAVA)
def test_forms_of_one_word_count_as_one_under_konlpy_analyzers(analyzer: str):
    assert_forms_count_as_one(analyzer)


@pytest.mark.parametrize("analyzer", JAVA)
@pytest.mark.parametrize("name", HOSTILE)
def test_konlpy_analyzers_cover_hostile_text_and_read_on(analyzer: str, name: str):
    sentences = sentence_table(HOSTILE[name], "책이 많다.")
    tokens = tables.TOKENS.check(tokenize(sentences, analyzer))
    assert not uncovered(tokens, sentences)
    assert "책" in tokens[tokens["sentence_id"] == 2]["surface"].tolist()


@pytest.mark.parametrize("analyzer", JAVA)
@examples(25)
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=3))
def test_konlpy_analyzers_cover_any_text(analyzer: str, texts: list[str]):
    sentences = sentence_table(*texts)
    tokens = tables.TOKENS.check(tokenize(sentences, analyzer))
    assert not uncovered(tokens, sentences)
    assert not wrong_surfaces(tokens, sentences)


@pytest.fixture(scope="module")
def process() -> Iterator[AnalyzerProcess]:
    """One for all tests: whatever one did to it, for the next it reads on."""
    process = AnalyzerProcess()
    yield process
    process.stop()


def forms(process: AnalyzerProcess, text: str, analyzer: str = "hannanum") -> list[str]:
    return [morph.form for morph in process.read(analyzer, text, seconds=60)]


def hang(process: AnalyzerProcess, monkeypatch: pytest.MonkeyPatch) -> StudyError:
    """Hannanum never comes back from blanks: it waits, and takes no time of the processor."""
    with monkeypatch.context() as patched, pytest.raises(StudyError) as error:
        patched.setattr("helpers.tokenizing.process.WAIT_SECONDS", 0.5)
        process.read("hannanum", "   ", seconds=60)
    return error.value


def test_an_analyzer_that_waits_for_ever_is_stopped_and_reads_on(
    process: AnalyzerProcess, monkeypatch: pytest.MonkeyPatch
):
    assert forms(process, "책") == ["책"]
    error = hang(process, monkeypatch)
    assert error.cause == "The analyzer hannanum did not read a sentence: no answer within 0.5 seconds, 2 times."
    assert "leave it out" in error.remedy
    assert forms(process, "책이") == ["책", "이"]


def test_an_analyzer_that_takes_more_than_its_time_of_the_processor_is_stopped_and_reads_on(process: AnalyzerProcess):
    assert forms(process, "책") == ["책"]
    with pytest.raises(Unread, match=r"no answer within 0\.01 seconds of processor time") as error:
        process.read("hannanum", "마을에서 책을 판다. " * 5000, seconds=0.01)
    assert error.value.stopped
    assert forms(process, "책이") == ["책", "이"]


def test_one_that_hangs_costs_the_others_no_answer(process: AnalyzerProcess, monkeypatch: pytest.MonkeyPatch):
    assert forms(process, "책") == ["책"]
    with ThreadPoolExecutor(2) as threads:
        loading = [threads.submit(forms, process, "마을에서 책을 판다.", name) for name in ("komoran", "okt")]
        hang(process, monkeypatch)  # while they are loaded
        together = [future.result() for future in loading]
    assert together == [forms(process, "마을에서 책을 판다.", name) for name in ("komoran", "okt")]
    assert all("마을" in found for found in together)


def test_a_process_that_was_killed_is_started_again(process: AnalyzerProcess):
    assert forms(process, "책") == ["책"]
    assert process._life is not None
    process._life._process.kill()
    assert forms(process, "책이") == ["책", "이"]


def test_an_interrupted_question_does_not_shift_the_answers(process: AnalyzerProcess, monkeypatch: pytest.MonkeyPatch):
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    assert forms(process, "책") == ["책"]
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(process._life, "_receive", interrupt)
        forms(process, "나무")
    assert forms(process, "마을") == ["마을"]


def test_the_analyzers_end_with_the_process_that_started_them(process: AnalyzerProcess):
    assert forms(process, "책") == ["책"]
    assert process._life is not None
    running = process._life._process
    assert running.stdin is not None
    process._life._send("hannanum", "   ")
    running.stdin.close()
    assert running.wait(timeout=120) == 0


def test_an_analyzer_that_cannot_start_says_so(process: AnalyzerProcess):
    with pytest.raises(StudyError) as error:
        forms(process, "책", "nobody")
    assert "nobody did not start" in error.value.cause
    assert "study check" in error.value.remedy


def test_a_java_that_cannot_start_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("helpers.tokenizing.starting.JAVA_OPTIONS", "-XX:+NoSuchOption")
    own = AnalyzerProcess()
    with pytest.raises(StudyError) as error:
        forms(own, "책", "okt")
    own.stop()
    assert "okt did not start: RuntimeError: Unable to start JVM" in error.value.cause


def test_analyzers_read_alike_below_a_folder_with_spaces_and_hangul(
    process: AnalyzerProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A researcher's home may be 홍길동; bare Hannanum fails there on every sentence."""
    place = tmp_path / "내 연구" / "site"
    here, left_out = Path(konlpy.__file__).parents[1], shutil.ignore_patterns("corpus", "__pycache__")
    for name in ("konlpy", "jpype"):
        shutil.copytree(here / name, place / name, ignore=left_out)
    for path in (here / "org.jpype.jar", Path(_jpype.__file__)):
        shutil.copyfile(path, place / path.name)
    text = "인재와 기술을 오래 쌓았다."
    readers = ("hannanum", "komoran")  # one finds its dictionaries itself, one is told where; the others do as these
    plain = {name: forms(process, text, name) for name in readers}
    monkeypatch.syspath_prepend(str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    there = AnalyzerProcess()
    assert {name: forms(there, text, name) for name in readers} == plain
    assert all(plain.values())
    assert len(list(tmp_path.glob("konlpy-*/konlpy/java"))) == 1
    there.stop()
    assert list(tmp_path.glob("konlpy-*")) == []
