"""The codebook workshop on invented sentences about fishing villages: what each finder says, and keeps quiet about."""

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from helpers import tables, workshop
from helpers.errors import StudyError
from helpers.narrative import Codebook, code_sentences, parse_codebook
from helpers.telling import in_words
from helpers.tokenizing import tokenize
from helpers.workshop import Trial, watching
from made.sentences import sentence_table

TEXTS = [
    "어촌은 젊은 어부를 길렀다.",
    "어촌이 오랫동안 온 마을의 힘을 모아 바다와 함께 살아갈 어부를 길렀다.",
    "어촌은 어부를 기르지 않았다.",
    "사진 속 어촌은 어부를 기른다.",
    "양식장의 미역이 자란다.",
    "양식장은 미역을 판다.",
]


def _codebook(rules: list[dict], **more: object) -> Codebook:
    code = {"label": "어부 기르기", "definition": "어부를 기른다는 문장.", "stance": "supports", "rules": rules}
    return parse_codebook({"codes": {"raising": code | more}})


def _trial(codebook: Codebook, people: pd.DataFrame | None = None) -> Trial:
    sentences = sentence_table(*TEXTS)
    tokens = tokenize(sentences)
    codings = code_sentences(sentences, tokens, codebook)
    nobody = tables.CODINGS.empty() if people is None else people
    return Trial(codebook, sentences, tokens, "kiwi", codings, nobody)


NEAR = {"near": {"words": ["어촌", "어부", "기르다"], "within": 4}, "not": ["사진"]}


@pytest.fixture(scope="module")
def trial() -> Trial:
    return _trial(_codebook([NEAR], turns={"negated": "opposes"}))


def test_sentences_without_a_code_come_first_then_those_turned(trial: Trial) -> None:
    assert list(trial.readings["sentence_id"]) == [2, 4, 5, 6, 3, 1]
    assert list(trial.readings["turned"]) == [False, False, False, False, True, False]
    shown = workshop.show_sentences(trial)
    assert shown.plain.startswith("코드가 없는 문장 (4)")
    assert "<mark>어부</mark>" in shown.html and "<script" not in shown.html


def test_sentences_are_chosen_by_code_and_section(trial: Trial) -> None:
    chosen = workshop.show_sentences(trial, code="어부 기르기").plain
    assert "양식장" not in chosen and "길렀다" in chosen
    assert workshop.show_sentences(trial, section="caption").plain == "고른 것에 맞는 문장이 없다."


@pytest.mark.parametrize(
    ("asked", "cause", "remedy"),
    [
        ({"code": "raisin"}, "The codebook has no code 'raisin'.", "Did you mean raising? There are: raising."),
        ({"code": "어부기르기"}, "The codebook has no code '어부기르기'.", "Did you mean 어부 기르기? There are: raising."),
        ({"code": "zzz"}, "The codebook has no code 'zzz'.", "There are: raising."),
        ({"section": "bodi"}, "There is no section 'bodi'.", "Did you mean body? There are: title, deck, subhead, body, caption."),
    ],
)  # fmt: skip
def test_a_code_or_section_that_there_is_not_is_refused_with_the_nearest_name(
    trial: Trial, asked: dict[str, str], cause: str, remedy: str
) -> None:
    with pytest.raises(StudyError) as caught:
        workshop.show_sentences(trial, **asked)
    assert (caught.value.cause, caught.value.remedy) == (cause, remedy)
    told = in_words(caught.value, korean=False)
    assert told.cause != cause and "있는 것은 다음과 같다." in told.remedy
    assert workshop.show_sentences(trial, section="본문").plain == workshop.show_sentences(trial, section="body").plain


def test_study_try_refuses_them_by_the_same_check(monkeypatch: pytest.MonkeyPatch, trial: Trial) -> None:
    monkeypatch.setattr(workshop, "try_codebook", lambda name, analyzer: trial)
    with pytest.raises(StudyError, match="no code 'raisin'"):
        watching.report("s", code="raisin")
    assert "길렀다" in watching.report("s", code="raising")


def test_near_misses_say_what_is_lacking(trial: Trial) -> None:
    found = trial.near_misses.set_index("sentence_id")
    assert found["kind"].to_dict() == {2: "distance", 4: "not"}
    assert "4어절" in found.loc[2, "lacking"] and "사진" in found.loc[4, "lacking"]


def test_a_sentence_that_has_the_code_is_no_near_miss_of_it(trial: Trial) -> None:
    assert {1, 3}.isdisjoint(trial.near_misses["sentence_id"])


def test_one_word_that_is_lacking_is_named() -> None:
    found = _trial(_codebook([{"all": ["양식장", "미역", "수출"]}])).near_misses
    assert list(found["sentence_id"]) == [5, 6]
    assert set(found["lacking"]) == {"이 말만 없다: 수출"}


def test_dead_words_offer_the_dictionary_form_and_the_spelling() -> None:
    trial = _trial(_codebook([{"any": ["길러서", "어부에게", "양시장", "등대", "어부"]}]))
    offered = trial.dead_words.set_index("word")["offered"]
    assert offered["길러서"] == "기르다" and offered["어부에게"] == "어부"
    assert offered["양시장"] == "양식장"
    assert pd.isna(offered["등대"])
    assert "어부" not in offered.index


@pytest.mark.parametrize(
    ("word", "offer"),
    [
        ("느러나다", "늘어나다"), ("배상햇다", "배상하다"), ("인정한다", "인정하다"), ("줄어둘다", "줄어들다"),
        ("개발핟다", "개발하다"), ("금융위", None), ("해야", None), ("상응하다", None), ("특허출원", None),
    ],
)  # fmt: skip
def test_a_misspelt_or_inflected_verb_gets_its_offer_and_a_word_meant_as_it_is_none(
    word: str, offer: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [
        "어선이 늘어나고 빈집은 줄어들었다.", "법원은 잘못을 인정했고 조합은 손해를 배상했다.",
        "금융위기 때 기술을 개발하고 값이 상승하는 데 힘썼다.",
    ]  # fmt: skip
    monkeypatch.setattr(f"{__name__}.TEXTS", texts)
    dead = _trial(_codebook([{"any": ["늘어나다", word]}])).dead_words.set_index("word")
    assert list(dead.index) == [word]
    assert dead.loc[word, "offered"] == offer if offer else pd.isna(dead.loc[word, "offered"])


def test_all_dead_words_are_listed_slips_first_then_what_no_dictionary_has_and_many_are_folded() -> None:
    many = ["등대", "항구", "선착장", "뷁궳", "방파제"]
    trial = _trial(_codebook([{"any": ["어부", *many, "양시장"]}]))
    shown = workshop.show_dead(trial, max_rows=3)
    assert shown.plain.index("양시장 → 양식장?") < shown.plain.index("어부 기르기: 뷁궳, 등대, 항구, 선착장, 방파제")
    assert all(word in shown.html for word in many) and "<details><summary>" in shown.html
    assert "<details open>" in workshop.show_dead(trial).html
    assert "글에 없는 말은 6개이고, 그 가운데 1개는 잘못 적은 듯하다." in workshop.summary(trial).plain
    alive = _trial(_codebook([{"any": ["어부"]}]))
    assert workshop.show_dead(alive).plain == "모든 말이 글에 있고, 모든 규칙이 쓰인다."


def test_dead_rules_are_those_that_code_nothing() -> None:
    dead = _trial(_codebook([NEAR, {"any": ["등대"]}])).dead_rules
    assert dead[["code", "number", "rule"]].values.tolist() == [["raising", 2, "any: 등대"]]


def test_candidates_are_words_of_uncoded_sentences(trial: Trial) -> None:
    found = trial.candidates.set_index("word")
    assert found.loc["양식장", ["uncoded", "coded"]].tolist() == [2, 0]
    assert found.loc["어촌", "coded"] == 2 and found.loc["어촌", "beside"] == "raising"
    assert list(found.index).index("양식장") < list(found.index).index("어촌")


def _person(*places: tuple[int, str]) -> pd.DataFrame:
    return tables.CODINGS.make(
        {"article_id": "a", "sentence_id": number, "code": "raising", "stance": stance, "coder": "kim"}
        for number, stance in places
    )


def test_confusion_names_what_differs_and_the_rule_to_look_at() -> None:
    trial = _trial(_codebook([NEAR]), _person((1, "supports"), (2, "supports"), (5, "supports")))
    found = trial.confusion.set_index("sentence_id")
    assert found["kind"].to_dict() == {2: "missed", 3: "added", 5: "missed"}
    assert found.loc[2, "rule"] == found.loc[3, "rule"] == str(trial.codebook["raising"].rules[0])
    assert pd.isna(found.loc[5, "rule"])
    assert "규칙이 놓쳤다" in workshop.show_confusion(trial).plain


def test_what_a_person_of_a_sample_did_not_read_is_no_confusion() -> None:
    from dataclasses import replace

    trial = _trial(_codebook([NEAR]), _person((1, "supports"), (2, "supports")))
    read = pd.DataFrame({"article_id": "a", "sentence_id": [1, 2], "coder": "kim"})
    assert set(trial.confusion["sentence_id"]) == {2, 3}
    assert set(replace(trial, read=read).confusion["sentence_id"]) == {2}


def test_of_several_articles_every_sentence_is_named_with_its_article(trial: Trial) -> None:
    from dataclasses import replace

    second = {name: getattr(trial, name).assign(article_id="b") for name in ("sentences", "tokens", "codings")}
    both = {name: pd.concat([getattr(trial, name), frame]) for name, frame in second.items()}
    people = _person((5, "supports"))
    several = replace(trial, **both, people=people)
    assert "[문장 a 2]" in workshop.show_near_misses(several).plain
    assert "[문장 b 2]" in workshop.show_near_misses(several).plain
    assert "[문장 a 5] kim" in workshop.show_confusion(several).plain
    assert re.search(r"양식장: 문장 a \d+, a \d+, b \d+, b \d+ ", workshop.show_candidates(several).plain)
    added = several.confusion[several.confusion["kind"] == "added"]
    assert list(added["article_id"]) == sorted(added["article_id"]) and added["article_id"].nunique() == 2
    assert "[문장 2]" in workshop.show_near_misses(trial).plain
    assert re.search(r"양식장: 문장 \d+, \d+ ", workshop.show_candidates(trial).plain)


def test_without_people_there_is_no_confusion(trial: Trial) -> None:
    assert trial.confusion.empty and workshop.show_confusion(trial).html == ""


def test_hostile_text_is_escaped() -> None:
    trial = _trial(_codebook([NEAR]))
    evil = trial.sentences.assign(text="<script>alert(1)</script>")
    assert "<script" not in workshop.show_sentences(
        Trial(trial.codebook, evil, trial.tokens, "kiwi", trial.codings, trial.people)
    ).html  # fmt: skip


def test_brief_rules_keep_three_words_a_list() -> None:
    rule = "near: 배|어선|통통배|돛배|나룻배, 타다|몰다 within 4"
    assert workshop.showing.brief(rule) == "near: 배|어선|통통배|…, 타다|몰다 within 4"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STUDY_ROOT", str(tmp_path))
    made = tmp_path / "data" / "raw" / "s"
    made.mkdir(parents=True)
    (made / "study.yml").write_text("title: 어촌\n", "utf-8")
    return made


def test_watching_reports_again_at_each_save_and_tells_faults(folder: Path) -> None:
    (folder / "codebook.yml").write_text("first", "utf-8")
    made: Iterator[str] = iter(["one", "two"])
    reports = watching.reports("s", lambda: next(made), pause=0)
    assert next(reports) == "one"
    (folder / "codebook.yml").write_text("second, longer", "utf-8")
    assert next(reports) == "two"
    (folder / "codebook.yml").unlink()
    faulty = watching.reports("s", lambda: watching.report("s"), pause=0)
    assert "study.yml" in next(faulty)
