"""What study check says of a codebook that a study has: slips, rules that do nothing, and near misses, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import store
from helpers.errors import StudyError
from helpers.narrative import Codebook, code_sentences, parse_codebook
from helpers.running.checks import check_studies
from helpers.telling import in_words
from helpers.tokenizing import tokenize
from helpers.workshop import Trial
from helpers.workshop.remarks import LONGEST, MOST, remarks_on
from made.sentences import sentence_table

FAR = "어촌이 오랫동안 온 마을의 힘을 모아 바다와 함께 살아갈 젊은 어부를 길렀다."
NEAR = {"near": {"words": ["어촌", "어부", "기르다"], "within": 4}}
CODEBOOK = """
codes:
  raising:
    label: 어부 기르기
    definition: 어부를 기른다는 문장.
    stance: supports
    rules:
      - any: [등대]
      - near: {words: [어촌, 어부, 기르다], within: 4}
"""


def trial(rules: list[dict[str, object]], *texts: str) -> Trial:
    code = {"label": "어부", "definition": "어부를 기른다는 문장.", "stance": "supports", "rules": rules}
    codebook: Codebook = parse_codebook({"codes": {"raising": code}})
    sentences = sentence_table(*texts)
    tokens = tokenize(sentences)
    codings = code_sentences(sentences, tokens, codebook)
    return Trial(codebook, sentences, tokens, "kiwi", codings, codings.iloc[:0])


def said(made: Trial) -> list[tuple[str, str]]:
    return list(remarks_on(made, "village", lambda *place: f"codebook.yml, line {len(place)}"))


@pytest.mark.parametrize(
    ("rule", "text", "has", "change"),
    [
        (NEAR, FAR, "has all its words within 11, not 4", "allow within: 11"),
        (NEAR | {"not": ["사진"]}, "사진 속 어촌은 어부를 기른다.", "excludes (사진)", "out of the rule's not"),
        ({"all": ["양식장", "미역", "수출"]}, "양식장은 미역을 판다.", "lacks only 수출", "write in beside it"),
        (
            {"all": ["양식장", "미역"], "regex": "수출|판매"},
            "양식장은 미역을 판다.",
            "the pattern 수출|판매",
            "widen the pattern",
        ),
    ],
)
def test_a_near_miss_says_where_what_is_lacking_and_what_to_change(
    rule: dict[str, object], text: str, has: str, change: str
) -> None:
    cause, remedy = next(pair for pair in said(trial([rule], text)) if "sentence 1 of a" in pair[0])
    assert cause.startswith("codebook.yml, line 4: the code 'raising': sentence 1 of a ")
    assert has in cause and text.rstrip(".")[:LONGEST] in cause
    assert change in remedy
    korean = in_words(StudyError(cause, remedy), korean=True)
    assert (
        korean.cause.startswith("codebook.yml 4행, 코드 ‘raising’: 기사 a의 문장 1에는 ")
        and "이 문장을" in korean.remedy
    )


def test_with_the_reach_that_is_told_the_rule_holds_and_with_one_less_it_does_not() -> None:
    miss = trial([NEAR], FAR).near_misses.iloc[0]
    widened = [{"near": NEAR["near"] | {"within": int(miss["reach"]) - less}} for less in (0, 1)]
    assert [len(trial([rule], FAR).codings) for rule in widened] == [1, 0]


def test_of_many_near_misses_the_first_are_told_and_how_many_more_there_are() -> None:
    many = [f"양식장은 미역을 {word}." for word in ("판다", "기른다", "말린다", "옮긴다")]
    causes = [cause for cause, _ in said(trial([{"all": ["양식장", "미역", "수출"]}], *many))]
    assert sum("lacks only" in cause for cause in causes) == MOST
    assert causes[-1].endswith(f": {len(many) - MOST} more sentences lack one condition of a rule.")


def test_one_word_of_a_rule_alone_is_no_near_miss_to_tell_but_one_to_look_at() -> None:
    made = trial([{"all": ["양식장", "수출"]}], "양식장은 미역을 판다.")
    assert len(made.near_misses) == 1
    assert not any("lacks only" in cause or "more sentences" in cause for cause, _ in said(made))


def test_a_slip_is_told_with_what_may_be_meant_and_a_rule_without_a_sentence_by_its_number() -> None:
    causes = [cause for cause, _ in said(trial([{"any": ["미역"]}, {"any": ["양시장"]}], "양식장은 미역을 판다."))]
    assert causes == [
        "codebook.yml, line 2: the code 'raising': no article has the word '양시장'; is '양식장' meant?",
        "codebook.yml, line 2: the code 'raising': no sentence has it by these of its 2 rules: 2.",
    ]


def test_a_codebook_whose_rules_do_all_that_is_asked_is_said_nothing_of() -> None:
    assert said(trial([NEAR], "어촌은 젊은 어부를 길렀다.")) == []


@pytest.mark.long
def test_check_names_the_line_of_the_rule_once_the_study_has_been_run(village: Path) -> None:
    (village / "codebook.yml").write_text(CODEBOOK, "utf-8")
    assert not any("codebook.yml, line" in finding.what for finding in check_studies())
    sentences = sentence_table(FAR, article="library")
    store.write("sentences", sentences, "village")
    store.write("tokens", tokenize(sentences), "village")
    told = [finding for finding in check_studies() if "codebook.yml, line" in finding.what]
    assert all(finding.optional and not finding.ok for finding in told)
    lines = [finding.what.partition(": the code")[0].rpartition(" ")[2] for finding in told]
    assert lines == ["4", "9"], [finding.what for finding in told]
    assert "넓힌다" in in_words(StudyError(told[1].what, told[1].remedy), korean=False).remedy
