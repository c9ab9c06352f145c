"""What the command says in Korean: by LANG, and of a Korean codebook always."""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from helpers import telling
from helpers.cli.parser import make_parser
from helpers.documents import read_yaml
from helpers.errors import StudyError, UsageError
from helpers.narrative import parse_codebook
from helpers.running.parameters import as_rows
from helpers.telling import in_words, note, speaks_korean
from made.examples import examples
from made.said import texts_of_errors
from made.sources import PACKAGE

CATALOGUE: dict[str, dict[str, str]] = yaml.safe_load((PACKAGE / "telling/ko.yml").read_text("utf-8"))
ENGLISH = re.compile(r"\b(?:expected|should|instance|tuple|dictionary|is missing|input)\b")

CODE = {"label": "다리", "definition": "다리를 놓는다는 문장", "stance": "supports", "rules": [{"any": ["놓다"]}]}
FAULTS: list[tuple[dict[str, Any], str]] = [
    (
        {"stance": "suports"},
        "읽을 수 없다. supports, qualifies, opposes, context 가운데 하나여야 한다(supports를 적으려 했나?)",
    ),
    ({"rules": [{"near": {"words": ["강", "다리"], "with": 3}}]}, "within을 적으려 했나"),
    ({"rules": [{"any": ["강"], "within": 3}]}, "within은 ‘near: {words: [인재, 쌓다], within: 4}’처럼 그 안에"),
    ({"rules": [{"any": ["강"], "with": 3}]}, "within은 ‘near: {words: [인재, 쌓다], within: 4}’처럼 그 안에"),
    ({"rules": [{"any": ["강"], "stance": "qualifys"}]}, "(qualifies를 적으려 했나?). 지금은 ‘qualifys’다"),
    ({"rules": [{"near": {"words": ["강"]}}]}, "2개 이상 적어야 한다"),
    ({"rules": [{"near": {"words": ["강", "다리"], "within": "셋"}}]}, "정수여야 한다. 지금은 ‘셋’이다"),
    ({"rules": ["놓다"]}, "‘이름: 값’ 꼴의 항목이 있어야 한다"),
    ({"rules": [{"not": ["강"]}]}, "not만으로는 아무것도 찾지 못한다"),
    ({"rules": [{"any": ["@people"]}]}, "words에 있는 목록의 이름"),
    ({"claim": "speed"}, "claims에 적은 thesis 가운데 하나"),
    ({"lable": "다리"}, "label을 적으려 했나"),
    ({"examples": "강에 다리를 놓았다."}, "같은 목록이어야 한다"),
]


def fault(folder: Path, change: dict[str, Any], **other: Any) -> StudyError:
    path = folder / "codebook.yml"
    path.write_text(yaml.safe_dump({"codes": {"bridge": {**CODE, **change}}, **other}, allow_unicode=True), "utf-8")
    document = read_yaml(path)
    with pytest.raises(StudyError) as caught:
        parse_codebook(document.data, place=document.line_of, name=str(path))
    return caught.value


@pytest.mark.parametrize(("change", "said"), FAULTS)
def test_a_korean_codebook_is_told_of_in_korean_whatever_the_machine_speaks(
    change: dict[str, Any], said: str, tmp_path: Path
) -> None:
    raised = fault(tmp_path, change)
    told = in_words(raised, korean=False)
    assert re.search(r"codebook\.yml \d+행, 코드 ‘bridge’", told.cause), told.cause
    assert said in told.cause, told.cause
    assert not ENGLISH.search(told.cause), told.cause
    assert "notebooks/codebook.md" in told.remedy


def test_a_misspelt_name_is_told_before_the_one_that_is_missing_for_it(tmp_path: Path) -> None:
    path = tmp_path / "codebook.yml"
    path.write_text("codes:\n  bridge:\n    label: 다리\n    definition: 다리\n    stans: supports\n", "utf-8")
    document = read_yaml(path)
    with pytest.raises(StudyError) as caught:
        parse_codebook(document.data, place=document.line_of, name=str(path))
    told = in_words(caught.value, korean=False).cause
    assert "codebook.yml 5행, 코드 ‘bridge’의 stans" in told and "stance를 적으려 했나" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("codes:\n  bridge:\n    label: 다리\n    label: 강\n", "4행: YAML로 읽을 수 없다. ‘codes.bridge.label’을 두 번 적었다. 처음 적은 곳은 3행이다."),
        ("codes:\n  bridge:\n\tlabel: 다리\n", "3행: YAML로 읽을 수 없다. 탭으로 들여 썼다. 빈칸으로 들여 쓴다."),
        ("codes: [다리, 강\n", "2행: YAML로 읽을 수 없다. ‘[’ 안의 낱말 사이에 쉼표가 없거나 ‘]’로 닫지 않았다."),
        ("label: 다리: 강\n", "1행: YAML로 읽을 수 없다. 여기에는 ‘: ’을 쓸 수 없다."),
    ],
)  # fmt: skip
def test_faults_of_the_yaml_of_a_korean_codebook_are_told_in_korean_and_of_another_file_as_the_machine_speaks(
    text: str, said: str, tmp_path: Path
) -> None:
    for name in ("codebook.yml", "study.yml"):
        (tmp_path / name).write_text(text, "utf-8")
        with pytest.raises(StudyError) as caught:
            read_yaml(tmp_path / name)
        told = in_words(caught.value, korean=False)
        assert told.cause.endswith(f"{name} {said}") is (name == "codebook.yml"), told.cause
        assert in_words(caught.value, korean=True).cause.endswith(said)


def test_an_english_codebook_is_told_of_in_english(tmp_path: Path) -> None:
    words = {"label": "bridges", "definition": "a bridge is built", "stance": "suports", "rules": [{"any": ["bridge"]}]}
    raised = fault(tmp_path, words)
    assert in_words(raised, korean=False) is raised and "it is 'suports'" in raised.cause
    assert "행" in in_words(raised, korean=True).cause


def test_where_in_a_notebook_it_happened_is_kept(tmp_path: Path) -> None:
    raised = fault(tmp_path, {"stance": "x"})
    place = " (notebooks/04_narrative.ipynb, step 3)"
    told = in_words(StudyError(raised.cause + place, raised.remedy), korean=False)
    assert told.cause == in_words(raised, korean=False).cause + place


@pytest.mark.parametrize(
    ("settings", "korean"),
    [
        ({"LANG": "ko_KR.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, False),
        ({"LC_ALL": "", "LANG": "ko_KR.UTF-8"}, True),
        ({}, False),
    ],
)
def test_the_machine_s_setting_says_which_language(settings: dict[str, str], korean: bool) -> None:
    assert speaks_korean(settings) is korean


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        ("There is no command 'runn'.", "‘runn’이라는 명령은 없다."),
        ("-p: there is no parameter 'topn'.", "-p: ‘topn’이라는 매개변수는 없다."),
        ("study.yml: the parameter draws should be greater than or equal to 100; it is 0.",
         "study.yml: 매개변수 draws의 값은 100 이상이어야 한다. 지금은 0이다."),
        ("b.ipynb: the parameter top_n should be a whole number; it is 'five'.",
         "b.ipynb: 매개변수 top_n의 값은 정수여야 한다. 지금은 ‘five’다."),
        ("data/raw/a is there already.", "data/raw/a가 이미 있다."),
        ("기사.png is a PNG image, not text.", "기사.png는 글이 아니라 PNG 그림이다."),
        ("목록.csv is a table (comma-separated values).", "목록.csv는 표다(칸을 나누는 기호: 쉼표)."),
        ("목록.csv has no column 'titel' (it has: title, text).", "목록.csv에 ‘titel’이라는 칸이 없다(있는 칸: title, text)."),
        ("articles.csv lacks the column 'title'.", "articles.csv에 ‘title’이라는 칸이 없다."),
        ("kim.csv, line 3: there is no article 'a' (there: b).", "kim.csv 3행: 기사 ‘a’가 없다(있는 것: b)."),
        ("study s: kim.csv is empty.", "연구 s: kim.csv가 비어 있다."),
        ("기사.txt cannot be read: No such file or directory.", "기사.txt를 읽을 수 없다(그런 파일이 없다)."),
        ("There are no results of 강 in a commit 'v1'.", "커밋 ‘v1’에 강의 결과가 없다."),
    ],
)  # fmt: skip
def test_an_error_is_said_in_korean_with_its_values_and_their_particles(cause: str, said: str) -> None:
    assert in_words(UsageError(cause, "Do so."), korean=True).cause == said


@pytest.mark.parametrize("piece", [" ", ": ", ", line ", " (notebooks/", "."])
def test_a_cause_that_quotes_a_long_text_is_told_at_once(piece: str) -> None:
    cause = f"study.yml, line 3: {piece * 40_000}"
    began = time.process_time()
    for text in (cause, cause + ")", cause + "."):
        in_words(StudyError(text, "Look at it."), korean=True)
    assert time.process_time() - began < 2


def test_values_between_the_pieces_are_those_that_a_pattern_finds() -> None:
    letters = st.text("ab:. ", max_size=12)

    @given(letters, st.lists(st.text("ab:. ", max_size=2), min_size=1, max_size=4))
    @examples(500)
    def tried(text: str, pieces: list[str]) -> None:
        found = re.compile("(.+?)".join(map(re.escape, pieces)), re.DOTALL).fullmatch(text)
        assert telling._values(text, tuple(pieces)) == (found.groups() if found else None)

    tried()


# what only a person who writes code of his or her own can meet
IN_ENGLISH = {"keywords", "reporting", "stages"}
# texts that begin or end with a value that is a sentence itself; and what nobody but a fault of the program makes
COMPOSED = {
    "{}The commands are: {}.",
    "{}Make it with: study new {} --article FILE",
    "{}; or open {} and print it yourself.",
    "{}: the parameter {} is {}.",
    "{} came to its end without having made {}.",
    "See that its notebook writes that and leaves it there.",
    "This notebook says that it is {} of {}, and runs as {} of {}.",
    "Let begin(...) name the notebook itself, and the study that its parameter names.",
}


def test_every_error_that_a_person_who_reads_can_meet_has_its_korean() -> None:
    said = {(room, text) for room, text in texts_of_errors() if room not in IN_ENGLISH}
    assert len(said) > 200 and {text for _, text in said} >= COMPOSED
    left = {(room, text) for room, text in said if text not in COMPOSED and is_left(text.replace("{}", "'x'"))}
    assert left == set(), "add it to telling/ko.yml"


def is_left(text: str) -> bool:
    told = in_words(StudyError(text, text), korean=True)
    return told.remedy == text


def test_what_has_no_korean_is_said_in_english() -> None:
    told = in_words(StudyError("The bridge is out.", "Swim."), korean=True)
    assert (told.cause, told.remedy) == ("The bridge is out.", "Swim.")


def test_every_text_of_the_help_has_its_korean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    parser = make_parser()
    said = {text for each in (parser, *parser.commands.values()) for text in each.texts if text}
    assert len(said) > 60
    assert said - set(CATALOGUE["help"]) == set(), "add it to telling/ko.yml"
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert "연구의 표와 보고서를" in make_parser().format_help() and note("usage: ") == "쓰는 법: "


def test_every_parameter_is_told_in_korean_where_the_machine_speaks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert as_rows(say=note) == as_rows()
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    told = {name: text for name, _, text in as_rows(say=note)}
    assert all(re.search("[가-힣]", text) for text in told.values()) and told["top_n"] == "보일 핵심어 수 (5~100)"


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("report", "보고서"),
        ("01_clean", "01_clean"),
        ("04_narrative, cell 3 of 21", "04_narrative, 21칸 가운데 3번째"),
        ("reading: 12 of 1,200 articles, 3.1 a second, 6:23 to go", "기사 읽기: 1,200건 가운데 12건, 1초에 3.1건, 남은 시간 6:23"),
        ("reading: 0 of 1,200 articles", "기사 읽기: 1,200건 가운데 0건"),
        ("window=3: 2 differences", "window=3: 달라진 것 2가지"),
        ("findings: 3 of 4", "발견: 4개 가운데 3개"),
        ("study: 04_narrative is out of date again, since something was saved during the run: codebook.yml changed (study run 보기).",
         "study: 돌리는 사이에 파일이 저장되어 04_narrative가 다시 낡았다(codebook.yml이 바뀌었다). study run 보기로 다시 돌린다."),
    ],
)  # fmt: skip
def test_what_is_said_while_something_runs_is_korean_where_the_machine_speaks_it(
    monkeypatch: pytest.MonkeyPatch, english: str, said: str
) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert note(english) == said


def test_no_korean_is_kept_for_what_nobody_says_any_more() -> None:
    """Every longer piece of an English text stands in the program, in argparse or in PyYAML."""
    others = [Path(argparse.__file__), *Path(yaml.__file__).parent.glob("*.py")]
    sources = [path.read_text("utf-8") for path in [*PACKAGE.rglob("*.py"), *others]]
    said = re.sub(r"[\"']\s*\n\s*f?[\"']|\\", "", "\n".join(sources))
    texts = {text for name, section in CATALOGUE.items() if name != "system" for text in section}
    texts = {text.replace(repr("\t"), "{}") for text in texts}  # a value of PyYAML's
    pieces = {piece for text in texts for piece in re.split(r"\{\}|[;:?.]\s|\s\(", f"{text} ")}
    gone = [
        piece
        for piece in pieces
        if len(piece) > 20 and "than or equal to" not in piece and piece.rstrip(". ") not in said
    ]
    assert gone == []


def test_the_catalogue_puts_only_values_that_there_are() -> None:
    for section in CATALOGUE.values():
        for english, korean in section.items():
            numbers = {int(found[0]) for found in telling._VALUE.findall(korean)}
            assert numbers <= set(range(english.count("{}"))), english
