"""The narrative: what it chooses to say is what the tables hold, whatever they hold, and its wording can be printed."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import narrative, reporting, tables
from helpers.reporting import prose
from helpers.reporting.messages import Message, Sentences, plain, worded
from helpers.reporting.prose import against, certainty, citing, claims, facts, headline, limits, status, summary, voices
from helpers.study import PLACEHOLDER_THESIS
from made.examples import examples
from made.readings import ARTICLE, CODEBOOK, CODED, SPOKEN, TEXTS, About, everything, reading, remeasured
from made.village import CHECKOUT

GOLDEN = Path(__file__).with_name("golden.txt")
ONE_CLAIM = CODEBOOK | {
    "claims": {"thesis": "섬을 살린 것은 새 배다."},
    "codes": {name: code | {"claim": "thesis"} for name, code in CODEBOOK["codes"].items()},
}
TITLED = (("새 배가 뜨자 섬으로 돌아왔다", "title"), *TEXTS)
ODD = re.compile(
    r"nan|None|<NA>|NaT|은\(는\)|이\(가\)|을\(를\)|\(으\)|\bTrue\b|\bFalse\b|\{|\}|  | \.|\.\.|,\.|&amp;|[2-9]사람|Sentences"
)


def keys(messages: list[Message]) -> list[str]:
    return [one.key for one in messages]


def whole(made) -> str:
    return "\n\n".join(str(part) for part in everything(made).values() if str(part))


def shifted(rows: tuple, by: int) -> tuple:
    return tuple((number + by, *rest) for number, *rest in rows)


# --- wording ---
def test_wording_is_that_of_the_golden_file() -> None:
    """What an editor changes in ko.yml shows here: read the difference, then write the file anew from ``said``."""
    made = reading(
        texts=TITLED, coded=((1, "arrival", "supports", "돌아왔다"), *shifted(CODED, 1)), spoken=shifted(SPOKEN, 1)
    )
    captions = (prose.evidence_caption(made), prose.weighing_caption(made), prose.timeline_caption(made))
    said = "\n\n".join([*prose.findings(made)["text"], whole(made), str(prose.abstract_en(made)), *captions])
    assert said == GOLDEN.read_text("utf-8").rstrip("\n")


# --- what is claimed, and how much bears on it ---
def test_weight_counts_what_the_measures_hold() -> None:
    told = summary.balanced(reading())[0][1][0]
    assert (told.values["all"], told.values["n"]) == (6, 5)
    shares = told.values["balance"].values["shares"]
    assert shares.key == "shares.mixed"  # three of five: were one of them misread, it would be no more than the half
    assert keys(shares.values["parts"]) == ["balance.supports", "balance.qualifies", "balance.opposes"]
    assert claims.balance_sizes(reading()) == {"balance.supports": 3, "balance.qualifies": 1, "balance.opposes": 1}


def test_no_evidence_is_said_and_nothing_is_made_of_it() -> None:
    made = reading(coded=(), spoken=())
    assert keys(summary.balanced(made)[0][1]) == ["findings.none"]
    for silent in (prose.on_what_evidence, prose.in_whose_voice, prose.what_stands_against, prose.what_would_weaken):
        assert str(silent(made)) == ""


def test_a_sentence_with_two_stances_is_counted_once_and_told_apart() -> None:
    made = reading(coded=(*CODED[:3], (3, "pupils", "opposes", "돌아왔다")))
    assert claims.balance_sizes(made) == {"balance.supports": 2, "balance.several": 1}
    assert summary.doubts(made) == []


def test_a_single_claim_is_called_the_thesis() -> None:
    made = reading(codebook=ONE_CLAIM)
    assert made.claim("thesis").key == "claim.thesis"
    assert keys(claims.thesis(made)) == ["thesis.is", "thesis.read"]
    assert keys(claims.thesis(reading(codebook=ONE_CLAIM, coded=()))) == ["thesis.is"]
    assert limits.thin_claims(made) == []


def test_the_matrix_adds_up_by_voice() -> None:
    matrix = prose.evidence_matrix(reading())
    assert (matrix[["reporter", "named", "unnamed"]].sum(axis=1) == matrix["n"]).all()
    assert matrix["n"].tolist() == [3, 1, 1]
    assert matrix["checkable"].tolist() == [1, 0, 0]


def test_a_code_that_was_turned_is_told_apart() -> None:
    made = reading(coded=(*CODED[:3], (4, "cost", "supports", "비싸다")))
    made.codings.loc[made.codings["code"] == "cost", "turned_by"] = "않다"
    codes = claims.supporting_codes(made, "ferry")[0].values["codes"]
    assert keys(codes) == ["evidence.code", "evidence.turned_code"]
    assert against.turned(made)[0].values == {"where": Sentences(((ARTICLE, 4),))}


# --- headline ---
def titled(coded: tuple) -> list[Message]:
    return headline.headline(reading(texts=TITLED, coded=((1, "arrival", "supports", "돌아왔다"), *coded), spoken=()))


def test_a_headline_that_the_body_does_not_bear_out_is_a_finding() -> None:
    assert keys(titled(())) == ["headline.alone"]
    made = reading(texts=TITLED, coded=((1, "arrival", "supports", "돌아왔다"),), spoken=())
    assert "headline" in list(prose.findings(made)["finding"])


def test_a_headline_is_held_against_sentences_of_the_body_with_facts() -> None:
    alike = titled(((3, "arrival", "supports", "돌아왔다"), (4, "arrival", "supports", "돌아왔다")))[0]
    assert alike.key == "headline.with_body"
    mixed = titled(((4, "arrival", "supports", "돌아왔다"), (5, "cost", "opposes", "비싸다")))[0]
    assert mixed.key == "headline.against_body"
    assert keys(mixed.values["shares"].values["parts"]) == ["balance.supports", "balance.opposes"]


def test_a_headline_whose_side_holds_no_fact_in_the_body_is_a_finding_unless_they_are_few() -> None:
    bare = tuple(
        (number, "arrival", "supports", words) for number, words in ((4, "돌아왔다"), (5, "뱃삯"), (6, "학생"))
    )
    other = (3, "pupils", "supports", "돌아왔다")
    assert keys(titled((*bare, other))) == ["headline.with_body", "headline.no_facts_dated"]
    assert keys(titled((*bare[:2], other))) == ["headline.with_body"]
    assert keys(titled(((3, "arrival", "supports", "돌아왔다"), *bare))) == ["headline.with_body"]
    assert keys(titled(bare)) == ["headline.with_body"]
    one = reading(texts=TITLED, coded=((1, "arrival", "supports", "돌아왔다"), *bare, other), spoken=())
    assert summary.titled(one) == []  # of one of two claims: which?
    both = ((1, "arrival", "supports", "돌아왔다"), (1, "pupils", "supports", "돌아왔다"))
    made = reading(texts=TITLED, coded=(*both, *bare, (3, "cost", "opposes", "돌아왔다")), spoken=())
    assert [one.key for _, chosen, *_ in summary.titled(made) for one in chosen] == [
        "headline.alone",
        "headline.no_facts_dated",
    ]


def test_a_headline_without_a_code_is_said_and_one_that_is_not_there_is_not() -> None:
    assert keys(headline.headline(reading(texts=TITLED, coded=(), spoken=()))) == ["headline.uncoded"]
    assert headline.headline(reading()) == []


@pytest.mark.parametrize(
    ("title", "asks"),
    [("섬으로 돌아왔을까", True), ("왜 섬으로 돌아왔나?”", True), ("섬으로 돌아왔다", False), ("까치 돌아왔다", False)],
)
def test_a_headline_that_asks_is_said_to_ask(title: str, asks: bool) -> None:
    made = reading(texts=((title, "title"), *TEXTS), coded=((1, "arrival", "supports", "돌아왔"),), spoken=())
    assert ("headline.asks" in keys(headline.headline(made))) is asks


def test_support_that_stands_beside_a_reservation_is_told() -> None:
    both = reading(coded=((3, "arrival", "supports", "돌아왔다"), (3, "cost", "opposes", "배가")), spoken=())
    told = claims.claim_evidence(both, both.claims[0])[-1]
    assert told == Message("evidence.mixed", {"where": Sentences(((ARTICLE, 3),))})
    assert claims.mixed(reading(), both.claims[0]) == []
    assert keys(against.doubting(both, "opposes")) == ["against.among_others"]  # nothing of it is quoted as a doubt
    assert against.doubting(both, "qualifies") == []


# --- voices ---
def test_speakers_are_told_by_person_and_guesses_are_left_out() -> None:
    made = reading()
    assert {name: own.sentences for name, own in voices.speaking(made).items()} == {
        "주민 박하늘 씨": Sentences(((ARTICLE, 3),)), "한 관계자": Sentences(((ARTICLE, 4),)),
    }  # fmt: skip
    same = remeasured(made, voices=made.voices.assign(person="박하늘"))
    assert list(voices.speaking(same)) == ["박하늘"]
    unsure = remeasured(made, voices=made.voices.assign(certainty=["stated", "guessed"]))
    assert list(voices.speaking(unsure)) == ["주민 박하늘 씨"]
    assert keys(voices.quoted_people(unsure) + voices.unsure(unsure)) == ["voices.most_people", "voices.guessed"]
    assert [name.values["who"] for name in summary.quoted(unsure)[0][1][0].values["names"]] == ["주민 박하늘 씨"]


def test_words_that_only_stand_near_somebody_and_headlines_are_not_counted_as_spoken() -> None:
    made = reading()
    near = remeasured(made, voices=made.voices.assign(certainty="inferred", verb=[None, "덧붙이다"]))
    assert list(voices.speaking(near)) == ["한 관계자"]
    front = remeasured(made, sentences=made.sentences.assign(section="subhead"))
    assert voices.speaking(front) == {}


def test_guesses_alone_make_no_finding() -> None:
    made = reading()
    guessed = remeasured(made, voices=made.voices.assign(certainty="guessed"))
    assert summary.quoted(guessed) == []
    assert keys(voices.quoted_people(guessed) + voices.unsure(guessed)) == ["voices.guessed"]


def test_words_of_nobody_are_nobodys() -> None:
    made = reading(spoken=(SPOKEN[0], (SPOKEN[1][0], SPOKEN[1][1], "unnamed", None)))
    assert list(voices.speaking(made)) == ["주민 박하늘 씨"]
    assert voices.nobody(made)[0].values == {"where": Sentences(((ARTICLE, 4),))}


@pytest.mark.parametrize("speaker", ["한 관계자", "섬마을 주민들", "A 씨", "군청 내부", "복수의 매체"])
def test_whoever_has_no_name_in_the_table_has_none_in_the_sentence(speaker: str) -> None:
    made = reading(spoken=(SPOKEN[0], (SPOKEN[1][0], SPOKEN[1][1], "unnamed", speaker)))
    assert [part.values["where"] for part in voices.of_evidence(made)[1:]] == [Sentences(((ARTICLE, 4),))]


def test_a_pronoun_that_means_nobody_is_no_source_without_a_name() -> None:
    made = reading(spoken=(SPOKEN[0], (SPOKEN[1][0], SPOKEN[1][1], "unnamed", "그")))
    assert voices.of_evidence(made)[1:] == []


def test_evidence_is_the_articles_own_or_a_sources_and_sources_without_a_name_are_pointed_at() -> None:
    found, unnamed = voices.of_evidence(reading())
    assert keys(found.values["shares"].values["parts"]) == ["voices.reporter", "voices.sources"]
    assert unnamed.values == {"where": Sentences(((ARTICLE, 4),))}
    assert keys(voices.of_evidence(reading(spoken=SPOKEN[:1]))) == ["voices.evidence"]
    assert keys(voices.of_evidence(reading(spoken=()))) == ["voices.all_reporter"]
    nobodys = reading(spoken=((4, "뱃삯이 비싸다", "unnamed", None),))
    assert keys(voices.of_evidence(nobodys)) == ["voices.evidence"]


def test_a_pronoun_is_no_person() -> None:
    made = reading(spoken=((3, "배가 생겨 돌아왔다", "named", "그"),))
    assert voices.speaking(made) == {} and keys(voices.nobody(made)) == ["voices.nobody"]


def test_what_is_nobodys_is_told_once() -> None:
    made = reading(spoken=((4, "뱃삯이 비싸다", "unnamed", None),))
    judged = made.measures[made.measures["name"] == "nobody"].assign(name="unsourced")
    told = replace(made, measures=pd.concat([made.measures, judged], ignore_index=True))
    assert voices.nobody(told) and voices.unsourced(told) == []
    other = judged.assign(sentences=[tables.places([(ARTICLE, 2)])])
    told = replace(made, measures=pd.concat([made.measures, other], ignore_index=True))
    assert [one.values["where"].places for one in voices.unsourced(told)] == [((ARTICLE, 2),)]


# --- for and against ---
def test_the_narrative_quotes_whole_sentences_and_no_more_than_it_has_room_for() -> None:
    made = reading()
    shown = citing.quotable(made)
    letters = made.sentences["text"].str.len().sum()
    words = [citing._whose(made, row)[1]["words"] for row in made.bearings if (ARTICLE, row["sentence_id"]) in shown]
    assert words and sum(map(len, words)) <= citing.ROOM * letters
    assert (ARTICLE, 4) in shown  # doubts come first
    assert citing.example(made, "school") == []  # its number alone would say nothing


def test_opposition_that_was_not_found_is_not_called_absent_from_the_world() -> None:
    made = reading(coded=CODED[:3])
    assert keys(against.doubting(made, "opposes")) == ["against.none_opposes"]
    assert "코드북이 담지 못한" in str(prose.what_stands_against(made))


def test_a_claim_of_which_only_the_background_is_told_is_not_called_missing() -> None:
    made = reading(coded=(*CODED[:3], (5, "pupils", "context", "학생")))
    (told,) = claims.without_evidence(made)
    assert (told.key, told.values["where"]) == ("evidence.background", Sentences(((ARTICLE, 5),)))


def test_what_opposes_one_claim_is_not_said_to_oppose_another() -> None:
    coded = (*CODED[:3], (4, "cost", "opposes", "비싸다"), (5, "pupils", "opposes", "늘었지만"))
    (told,) = against.doubting(reading(coded=coded), "opposes")  # that of the other claim is not quoted
    said = plain([told])
    assert told.key == "against.all"  # the only one on this claim, and so no example
    assert (
        "‘새 배가 섬을 살렸다’라는 주장과 이어져 반대하는 코드가 붙은" in said
        and "문장 4에서" in said
        and "학교" not in said
    )


def test_what_no_code_asks_for_is_not_called_missing() -> None:
    book = CODEBOOK | {"codes": {name: CODEBOOK["codes"][name] for name in ("arrival",)}}
    made = reading(codebook=book, coded=CODED[:3])
    assert keys(against.doubting(made, "opposes")) == ["against.neither_asked"]
    assert against.doubting(made, "qualifies") == []
    assert [one.key for _, chosen, *_ in summary.doubts(made) for one in chosen] == ["findings.neither_asked"]
    qualifying = {"codes": book["codes"] | {"harbour": book["codes"]["arrival"] | {"stance": "qualifies"}}}
    partly = reading(codebook=book | qualifying, coded=CODED[:3])
    assert keys(against.doubting(partly, "opposes")) == ["against.unasked"]
    assert [one.key for _, chosen, *_ in summary.doubts(partly) for one in chosen] == ["findings.unasked"]
    assert keys(claims.without_evidence(made)) == ["evidence.unasked"]
    assert keys(claims.without_evidence(reading(coded=CODED[:3]))) == ["evidence.none"]
    turning = book["codes"]["arrival"] | {"turns": {"negated": "opposes"}}
    turned = reading(codebook=book | {"codes": {"arrival": turning}}, coded=CODED[:3])
    assert keys(against.doubting(turned, "opposes")) == ["against.none_opposes"]


def test_the_example_of_a_claim_is_the_sentence_that_most_of_its_codes_hit() -> None:
    book = CODEBOOK | {"codes": CODEBOOK["codes"] | {"boat": CODEBOOK["codes"]["arrival"] | {"label": "배"}}}
    texts = (
        *TEXTS[:1], ("섬을 떠난 스무 집이 돌아왔다.", "body"), ("새 배가 뜨자 마흔 집이 돌아왔다.", "body"), *TEXTS[3:],
        *((f"등대 {n}번은 바닷가에 서서 밤마다 먼바다를 비춘다.", "body") for n in range(1, 9)),
    )  # fmt: skip
    once = ((2, "arrival", "supports", "돌아왔다"), (3, "arrival", "supports", "돌아왔다"))
    plain = reading(texts=texts, coded=once, spoken=(), codebook=book)
    assert citing.example(plain, "ferry")[0].values["words"] == texts[1][0]
    twice = reading(texts=texts, coded=(*once, (3, "boat", "supports", "배가")), spoken=(), codebook=book)
    assert citing.example(twice, "ferry")[0].values["words"] == texts[2][0]
    denied = replace(twice, codings=twice.codings.assign(denied_by=[None, "않다", None]))
    assert citing.example(denied, "ferry")[0].values["words"] == texts[1][0]


def test_the_example_of_a_claim_has_words_of_it() -> None:
    texts = (
        *TEXTS[:1], ("스무 집이 돌아왔다.", "body"), ("새 배가 섬을 살렸고 마흔 집이 돌아왔다.", "body"), *TEXTS[3:],
        *((f"등대 {n}번은 바닷가에 서서 밤마다 먼바다를 비춘다.", "body") for n in range(1, 9)),
    )  # fmt: skip
    both = reading(texts=texts, coded=tuple((n, "arrival", "supports", "돌아왔다") for n in (2, 3)), spoken=())
    assert citing.example(both, "ferry")[0].values["words"] == texts[2][0]
    assert (
        citing.example(reading(texts=texts, coded=((2, "arrival", "supports", "돌아왔다"),), spoken=()), "ferry") == []
    )


def test_a_sentence_of_several_claims_is_no_example_of_one_where_another_is_of_it_alone() -> None:
    texts = (
        *TEXTS[:1], ("섬을 떠난 스무 집이 돌아왔다.", "body"), ("새 배가 뜨자 마흔 집이 돌아와 학교에 학생이 늘었다.", "body"), *TEXTS[3:],
        *((f"등대 {n}번은 바닷가에 서서 밤마다 먼바다를 비춘다.", "body") for n in range(1, 9)),
    )  # fmt: skip
    both = ((3, "arrival", "supports", "돌아와"), (3, "pupils", "supports", "늘었다"))
    made = reading(texts=texts, coded=((2, "arrival", "supports", "돌아왔다"), *both), spoken=())
    assert citing.example(made, "ferry")[0].values["words"] == texts[1][0]
    (alone,) = citing.example(made, "school")
    assert (alone.key, alone.values["words"]) == ("cited.only_article", texts[2][0])


def test_a_guessed_source_is_not_told_as_one_without_a_name() -> None:
    made = reading(spoken=(SPOKEN[0], (SPOKEN[1][0], SPOKEN[1][1], "unnamed", "섬 주민들")))
    assert len(voices.of_evidence(made)) == 2
    guessed = replace(made, voices=made.voices.assign(certainty=["stated", "guessed"]))
    assert len(voices.of_evidence(guessed)) == 1


def test_of_a_claim_with_several_stances_it_is_said_of_which_the_example_is() -> None:
    made = reading(spoken=())
    texts = (*TEXTS, *((f"등대 {n}번은 바닷가에 서서 밤마다 먼바다를 비춘다.", "body") for n in range(1, 30)))
    mixed = reading(texts=texts, spoken=())
    assert citing.example(mixed, "ferry")[0].values["of"].key == "cited.supports"
    plain = reading(texts=texts, coded=CODED[:3], spoken=())
    assert citing.example(plain, "ferry")[0].values["of"].key == "cited.for_instance"
    assert made.counts("ferry")["opposes"]


def test_sentences_that_deny_what_was_matched_are_counted_and_pointed_at() -> None:
    made = reading()
    assert against.denied(made) == []
    made = replace(made, codings=made.codings.assign(denied_by=[None, "않다", None, "없다", None]))
    background = made.codings["stance"].where(made.codings["sentence_id"] != 2, "context")
    assert [
        one.values["n"] for one in against.denied(replace(made, codings=made.codings.assign(stance=background)))
    ] == [1]
    (told,) = against.denied(made)
    assert told.values == {"n": 2, "where": Sentences(((ARTICLE, 2), (ARTICLE, 4)))}
    assert "부정하는 말이 따른다고 읽은 문장이 둘 있다(문장 2, 4)" in str(prose.what_stands_against(made))


def test_speakers_stand_in_the_order_of_how_much_they_say_and_the_inferred_are_said_to_be_so() -> None:
    texts = (*TEXTS, ("한 관계자는 “배가 또 떴다”고 덧붙였다.", "body"))
    made = reading(texts=texts, spoken=(*SPOKEN, (7, "배가 또 떴다", "unnamed", "한 관계자")))
    told = voices.quoted_people(made)
    assert [name.values["who"] for name in told[0].values["names"]] == ["한 관계자", "주민 박하늘 씨"]
    near = remeasured(made, voices=made.voices.assign(certainty=["inferred", "stated", "inferred"]))
    told = voices.quoted_people(near)
    assert keys(told) == ["voices.people", "voices.inferred"]
    assert [name.values["who"] for name in told[1].values["names"]] == ["주민 박하늘 씨"]


def test_quotations_are_cited_by_what_was_said_and_their_speaker() -> None:
    (cited,) = against.doubting(reading(), "opposes")[0].values["items"]
    assert (cited.key, cited.values["who"].values) == ("cited.item_speaker", {"who": "한 관계자"})
    assert cited.values["words"] == "뱃삯이 비싸다"
    html = prose.what_stands_against(reading()).html
    assert "<q>“뱃삯이 비싸다”</q>" in html and f'href="#s-{ARTICLE}-4"' in html


@pytest.mark.parametrize(("certainty", "verb"), [("guessed", "말하다"), ("inferred", None)])
def test_a_speaker_whom_the_text_does_not_give_is_not_named_where_he_is_cited(certainty: str, verb: str | None) -> None:
    made = reading()
    unsure = replace(made, voices=made.voices.assign(certainty=certainty, verb=verb))
    (row,) = unsure.of_stance("opposes")
    assert citing._whose(unsure, row) == ("article", {"words": TEXTS[3][0]})


def test_sources_of_whom_none_has_a_name_are_a_finding() -> None:
    unnamed = reading(spoken=((3, "배가 생겨 돌아왔다", "unnamed", "섬 주민들"), SPOKEN[1]))
    assert "voices.no_name" in keys(summary.voiced(unnamed)[0][1])
    assert "voices.no_name" not in keys(summary.voiced(reading())[0][1])


def test_speakers_of_whom_none_has_a_name_are_said_to_have_none() -> None:
    unnamed = ((3, "배가 생겨 돌아왔다", "unnamed", "섬 주민들"), SPOKEN[1])
    assert keys(voices.quoted_people(reading(spoken=unnamed))) == ["voices.nameless"]


def test_a_speaker_through_whom_his_side_speaks_is_told_as_a_side() -> None:
    made = reading(spoken=((3, "배가 생겨 돌아왔다", "named", "박하늘 씨 측"), SPOKEN[1]))
    joined = remeasured(made, voices=made.voices.assign(person=["박하늘 씨", "한 관계자"]))
    himself = joined.voices.assign(person="박하늘 씨", speaker=["박하늘 씨 측", "박하늘 씨"])
    assert worded(remeasured(joined, voices=himself).called("박하늘 씨")) == "‘박하늘 씨’"
    assert "‘박하늘 씨’ 쪽과 ‘한 관계자’를 찾았다" in str(prose.in_whose_voice(joined))


# --- facts ---
@pytest.mark.parametrize(
    ("fact", "written"),
    [
        ({"kind": "amount", "value": 1e10, "unit": "JPY"}, "100억 엔"),
        ({"kind": "count", "value": 3.25, "unit": "%"}, "3.25%"),
        ({"kind": "count", "value": 10.0, "value_to": 20.0, "unit": "명"}, "10~20명"),
        ({"kind": "count", "value": 14.0}, "14"),
        ({"kind": "count", "value": 3.0, "value_to": 2.0, "unit": "점수"}, "3 대 2"),
        ({"kind": "count", "value": 0.312, "unit": "할"}, "0.312"),
        ({"kind": "date", "value": 3.0, "resolved_from": "2022-01-01", "resolved_to": "2022-12-31"}, "2022년"),
        ({"kind": "date", "resolved_from": "2024-03-01", "resolved_to": "2024-03-31"}, "2024년 3월"),
        ({"kind": "date", "resolved_from": "2024-03-01", "resolved_to": "2024-05-31"}, "2024년 3~5월"),
        ({"kind": "date", "resolved_from": "2024-03-04", "resolved_to": "2024-03-08"}, "2024년 3월 4~8일"),
        ({"kind": "date", "resolved_from": "2024-03-04", "resolved_to": "2024-03-04"}, "2024년 3월 4일"),
        ({"kind": "period", "resolved_from": "2024-06-28", "resolved_to": "2024-07-04"}, "2024년 6월 28일~7월 4일"),
        (
            {"kind": "period", "resolved_from": "2023-12-30", "resolved_to": "2024-01-02"},
            "2023년 12월 30일~2024년 1월 2일",
        ),
        ({"kind": "period", "resolved_from": "2021-03-01", "resolved_to": "2022-05-31"}, "2021년 3월~2022년 5월"),
        ({"kind": "period", "resolved_from": "2007-01-01", "resolved_to": "2016-12-31"}, "2007~2016년"),
        ({"kind": "period", "resolved_from": "2022-01-01"}, "2022년부터"),
        (
            {"kind": "period", "resolved_from": "2022-10-01", "resolved_to": "2022-12-31", "bound": ["부터"]},
            "2022년 10월부터",
        ),
        (
            {"kind": "date", "resolved_from": "2024-11-01", "resolved_to": "2024-12-31", "bound": ["까지"]},
            "2024년 12월까지",
        ),
        ({"kind": "date", "resolved_from": "2024-01-01", "resolved_to": "2024-12-31", "bound": ["까지"]}, "2024년까지"),
        (
            {"kind": "period", "resolved_from": "2024-03-01", "resolved_to": "2024-12-31", "bound": ["부터", "까지"]},
            "2024년 3~12월",
        ),
        (
            {"kind": "date", "resolved_from": "2024-03-04", "resolved_to": "2024-03-04", "bound": ["부터"]},
            "2024년 3월 4일부터",
        ),
        ({"kind": "period"}, None),
        (
            {"kind": "period", "value": 5.0, "unit": "년", "resolved_from": "2019-03-04", "resolved_to": "2024-03-04"},
            "5년",
        ),
        ({"kind": "period", "value": 229.1, "unit": "개월", "text": "19년 1개월 3일"}, "19년 1개월 3일"),
        ({"kind": "period", "value": 2.5, "unit": "분", "text": "2분 30초"}, "2분 30초"),
        ({"kind": "count", "value": 5.8, "unit": "규모"}, "규모 5.8"),
    ],
)
def test_a_fact_comes_to_what_print_would_write(fact: dict, written: str | None) -> None:
    place = {"article_id": ARTICLE, "sentence_id": 1, "start": 0, "end": 2, "text": "그때"}
    assert prose.fact_values(tables.FACTS.make([place | fact])) == [written]


def test_it_is_said_that_no_fact_can_be_looked_up() -> None:
    assert facts.kinds(reading()) == []
    none = remeasured(reading(), facts=reading().facts.assign(checkable=[False, False]))
    assert facts.kinds(none) == [Message("facts.none_checkable", {"n": 2})]


@pytest.mark.parametrize(
    ("fact", "named"),
    [
        ({"kind": "amount", "text": "187만원", "value": 1_870_000.0, "unit": "KRW"}, True),
        ({"kind": "amount", "text": "10억원", "value": 1e9, "unit": "KRW"}, True),
        ({"kind": "count", "text": "3.5%", "value": 3.5, "unit": "%"}, True),
        ({"kind": "count", "text": "100%", "value": 100.0, "unit": "%"}, False),
        ({"kind": "count", "text": "세 명", "value": 3.0, "unit": "명"}, False),
        ({"kind": "count", "text": "15세 이하", "value": 15.0, "unit": "세", "bound": ["이하"]}, False),
        ({"kind": "count", "text": "2만7000명 이상", "value": 27000.0, "unit": "명", "bound": ["이상"]}, True),
        ({"kind": "date", "text": "2019년 5월 2일", "resolved_from": "2019-05-02", "resolved_to": "2019-05-02"}, True),
        ({"kind": "date", "text": "2019년", "resolved_from": "2019-01-01", "resolved_to": "2019-12-31"}, False),
        ({"kind": "date", "text": "지난해", "resolved_from": "2024-01-01", "resolved_to": "2024-12-31"}, False),
        ({"kind": "date", "text": "2030년", "resolved_from": "2030-01-01", "resolved_to": "2030-12-31"}, False),
    ],
)
def test_only_exact_numbers_and_named_days_are_offered_to_look_up(fact: dict, named: bool) -> None:
    made = reading()
    start = int(made.sentences.loc[made.sentences["sentence_id"] == 2, "start"].iloc[0])
    place = {"article_id": ARTICLE, "sentence_id": 2, "start": start, "end": start + 2, "checkable": True}
    only = remeasured(made, facts=tables.FACTS.make([place | {"certainty": "stated"} | fact]))
    assert bool(facts.look_up(only)) is named


def test_an_undated_file_is_called_undated_and_not_the_article() -> None:
    made = reading()
    made.articles["published_at"] = None
    row = {
        "article_id": ARTICLE,
        "sentence_id": 2,
        "start": 0,
        "end": 3,
        "text": "지난해",
        "kind": "date",
        "lacks": "publication",
    }
    undated = replace(made, facts=tables.FACTS.make([row]))
    found = facts.unresolved(undated)[0]
    assert found.key == "facts.undated"
    assert [one.values["name"] for one in found.values["articles"]] == [ARTICLE]
    assert "articles.yml" in worded(found) and "published:" in worded(found)
    assert facts.unresolved(reading()) == []
    vague = replace(made, facts=tables.FACTS.make([row | {"text": "한동안", "lacks": "vague"}]))
    assert facts.unresolved(vague) == []


@pytest.mark.parametrize(("sentence", "told"), [(2, "findings.no_facts_undated"), (9, "findings.no_facts")])
def test_a_time_that_is_not_resolved_is_told_with_a_finding_only_where_its_sentence_bears(
    sentence: int, told: str
) -> None:
    made = reading()
    made.articles["published_at"] = None
    row = {"article_id": ARTICLE, "sentence_id": sentence, "start": 0, "end": 3, "text": "지난해", "kind": "date"}
    found = tables.FACTS.make([row | {"lacks": "publication", "checkable": False}])
    bare = remeasured(made, facts=found, evidence=made.evidence.assign(checkable=False))
    said = [one.key for _, chosen, *_ in summary.checkable(bare) for one in chosen]
    assert [key for key in said if key.startswith("findings.no_facts")] == [told]
    assert "findings.news_days" not in said  # nobody knows which days these would be


def test_what_to_look_up_stands_in_supporting_sentences_of_the_body() -> None:
    made = reading()
    counted = made.facts.assign(
        kind="count", text="312명", value=312.0, unit="명", resolved_from=None, resolved_to=None
    )
    part = facts.look_up(replace(made, facts=counted))[0].values["parts"]
    assert [text.values["text"] for text in part[0].values["texts"]] == ["312명"]
    assert {place for one in part for place in one.values["where"].places} <= {(ARTICLE, 2)}


# --- certainty ---
def test_a_coder_who_knew_the_rules_is_no_evidence_of_quality() -> None:
    people = ((1, "arrival", "supports"), (2, "arrival", "supports"), (4, "cost", "opposes"))
    coders = {"kim": {"who": "person", "rules": "seen"}}
    knew = certainty.coder(reading(people=people, codebook=CODEBOOK | {"coders": coders}), "kim")
    assert keys(knew) == ["coders.read", "coders.knew_rules"]
    assert knew[0].values["who"].key == "coders.person_who_knew"
    coders["kim"]["rules"] = "unseen"
    unseen = certainty.coder(reading(people=people, codebook=CODEBOOK | {"coders": coders}), "kim")
    assert keys(unseen) == ["coders.read", "coders.alpha", "coders.differ"]
    unknown = certainty.coder(reading(people=people), "kim")
    assert keys(unknown)[-1] == "coders.unknown"


def test_tests_on_new_sentences_are_told_first() -> None:
    coder = {"who": "language_model", "rules": "wrote"}
    tests = [
        {"sentences": 30, "alpha": 0.5, "coder": coder},
        {"sentences": 50, "alpha": 0.7, "low": 0.5, "high": 0.8, "coder": coder},
    ]
    found = certainty.tests_of_rules(reading(codebook=CODEBOOK | {"tests": tests}))
    assert keys(found) == ["coders.test", "coders.test_with_interval"]
    assert [one.values["verdict"].key for one in found] == ["alpha.poor", "alpha.tentative"]


def test_nobody_else_is_said() -> None:
    assert keys(certainty.no_coder(reading())) == ["coders.none"]


# --- limits ---
def test_it_is_told_where_support_has_nothing_but_weak_parts() -> None:
    (left,) = limits.without_weak_parts(reading())
    assert left.key == "weaken.left" and [number for _, number in left.values["where"].places] == [2]
    bare = remeasured(reading(), evidence=reading().evidence.assign(checkable=False))
    assert limits.without_weak_parts(bare) == [Message("weaken.nothing_left")]
    assert limits.without_weak_parts(reading(coded=[row for row in CODED if row[2] != "supports"])) == []


def test_a_claim_that_is_doubted_more_often_than_supported_is_named() -> None:
    one, two, three = ((1, "cost", "opposes", "섬"), (2, "cost", "opposes", "새"), (6, "cost", "opposes", "등대"))
    support = (3, "arrival", "supports", "돌아왔다")
    assert keys(limits.thin_claims(reading(coded=(support, one, two)))) == ["weaken.one_sentence"]  # one may be misread
    assert keys(limits.thin_claims(reading(coded=(support, one, two, three)))) == [
        "weaken.one_sentence", "weaken.more_oppose",
    ]  # fmt: skip
    qualifying = tuple((number, "cost", "qualifies", words) for number, *_, words in (one, two, three))
    made = reading(coded=(support, *qualifying))
    assert keys(limits.thin_claims(made)) == ["weaken.one_sentence", "weaken.more_qualify"]
    assert keys(limits.thin_claims(reading(coded=(support, *qualifying[:2], three)))) == [
        "weaken.one_sentence", "weaken.more_doubt",
    ]  # fmt: skip
    assert str(worded(limits.thin_claims(made)[1])).startswith("이 주장과 이어진 문장은")


# --- studies that nobody filled in ---
def blank() -> dict:
    import yaml

    return yaml.safe_load(narrative.blank_codebook("물음", "논지"))


@pytest.mark.parametrize(
    ("codebook", "thesis", "key"),
    [
        (blank(), PLACEHOLDER_THESIS, "status.nothing_filled_in"),
        (blank(), "섬을 살린 것은 새 배다.", "status.template"),
        (CODEBOOK, PLACEHOLDER_THESIS, "status.no_thesis"),
    ],
)
def test_an_unfinished_study_says_so_first_and_finds_nothing_about_its_thesis(codebook, thesis: str, key: str) -> None:
    coded = () if "arrival" not in codebook["codes"] else CODED
    made = reading(codebook=codebook, coded=coded, about=About(thesis=thesis))
    assert keys(status.status(made)) == [key]
    assert list(prose.findings(made)["finding"]) == ["status", "voices", "facts"]
    assert str(prose.what_it_claims(made)).startswith(str(prose.findings(made)["text"].iloc[0])[:20])
    assert "has not been filled in" in str(prose.abstract_en(made))


def test_a_study_that_was_filled_in_has_no_such_line() -> None:
    assert status.status(reading()) == []


# --- several articles ---
def test_several_articles_are_never_called_one() -> None:
    made = reading(articles=("harbour-2025", "island-2025"))
    said = whole(made)
    assert (
        "harbour-2025의 문장 4에서 ‘한 관계자’의 말로 읽은" in said
        and "harbour-2025의 문장 4; island-2025의 문장 4에서 찾았다" in said
    )
    assert "기사 한 편" not in said and "글 하나" not in said
    assert "limits.articles" in keys([Message("limits.articles")])


# --- findings ---
def test_findings_are_few_sentences_with_their_evidence() -> None:
    found = tables.FINDINGS.check(prose.findings(reading()))
    assert 3 <= len(found) <= 5
    assert found.set_index("finding").loc["balance", "sentences"] == tables.places((ARTICLE, n) for n in range(1, 6))


# --- whatever the tables hold ---
class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize(
    "payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{0.__class__}", "%s & {x} <b>"]
)
def test_hostile_text_stays_text(payload: str) -> None:
    texts = tuple((f"{text} {payload}", section) for text, section in TEXTS)
    spoken = tuple((number, words, kind, f"{speaker} {payload}") for number, words, kind, speaker in SPOKEN)
    book = CODEBOOK | {"claims": {"ferry": f"새 배가 {payload} 살렸다.", "school": f"학교 {payload}"}}
    made = reading(texts=texts, spoken=spoken, codebook=book, about=About(thesis=f"논지 {payload}"))
    seen = _Tags()
    html = "".join(part.html for part in everything(made).values()) + prose.abstract_en(made).html
    seen.feed(html)
    assert seen.tags <= {"p", "a", "q", "strong"}
    assert seen.attributes <= {"href", "lang"}
    assert payload in str(prose.abstract_en(made))
    assert "&amp;amp;" not in html


def test_input_is_not_changed() -> None:
    made, same = reading(), reading()
    whole(made), prose.findings(made), prose.abstract_en(made)
    for name in ("articles", "sentences", "evidence", "measures", "voices", "facts", "codings"):
        pd.testing.assert_frame_equal(getattr(made, name), getattr(same, name))


_STANCES = st.sampled_from(["supports", "qualifies", "opposes", "context"])
_CODES = st.sampled_from(["arrival", "cost", "pupils"])
_CODED = st.dictionaries(st.tuples(st.integers(1, 9), _CODES), _STANCES, max_size=14)
_SPOKEN = st.dictionaries(st.integers(1, 9), st.sampled_from(["named", "unnamed"]), max_size=5)
_NAMES = ("김철수 교수", "업계 관계자", "IBM", "구청", None)


@examples(40)
@given(_CODED, _SPOKEN, st.booleans(), st.booleans())
def test_whatever_is_coded_every_sentence_is_whole(coded, spoken, single, several) -> None:
    texts = tuple((f"{n}번째로 배가 돌아왔고 사람이 늘었다.", "title" if n == 1 else "body") for n in range(1, 10))
    made = reading(
        texts=texts,
        coded=tuple((n, code, stance, "돌아왔고") for (n, code), stance in coded.items()),
        spoken=tuple((n, "배가 돌아왔고", kind, _NAMES[n % 5]) for n, kind in spoken.items()),
        codebook=ONE_CLAIM if single else CODEBOOK,
        articles=("a", "b") if several else (ARTICLE,),
    )
    for paragraph in whole(made).split("\n\n"):
        assert paragraph.endswith("."), paragraph
        assert not ODD.search(paragraph), paragraph
    found = tables.FINDINGS.check(prose.findings(made))
    assert not found["text"].str.contains(ODD).any()
    assert found["text"].str.endswith(".").all()


# --- links ---
def _links(html: str) -> list[str]:
    return re.findall(r'href="#([^"]+)"', html)


def test_every_evidence_sentence_that_the_prose_cites_can_be_followed_to_its_place() -> None:
    made = reading(articles=("harbour-2025", "island-2025"))
    places = reporting.close_reading(made.evidence, codings=made.codings, voices=made.voices, facts=made.facts).html
    html = "".join(part.html for part in everything(made).values())
    cited = [link for link in _links(html) if link.startswith("s-")]
    assert cited and set(cited) <= set(re.findall(r'id="([^"]+)"', places))


def test_every_number_that_links_to_a_table_or_figure_finds_it_in_the_notebook() -> None:
    made = reading(people=((1, "arrival", "supports"), (2, "arrival", "supports")))
    html = "".join(part.html for part in everything(made).values())
    links = {link for link in _links(html) if link.startswith(("tab-", "fig-"))}
    tables_of = {"tab-agreement", "tab-coder-disagreements"}
    assert links == tables_of
    source = (CHECKOUT / "notebooks" / "04_narrative.ipynb").read_text("utf-8")
    shown = {f"{kind}-{name}" for kind in ("tab", "fig") for name in re.findall(r'name=\\"([\w-]+)\\"', source)}
    assert links <= shown


# --- the method on one sentence ---
def test_a_coded_sentence_shows_what_was_matched_and_says_what_follows() -> None:
    made = reading()
    own = made.codings[made.codings["sentence_id"] == 3]
    sentence = made.sentences[made.sentences["sentence_id"] == 3]
    assert "<mark>돌아왔다</mark>" in reporting.coded_sentence(sentence, own).html
    assert "‘돌아왔다’가 ‘돌아온 사람’을 찾는 규칙에 걸렸다" in str(prose.how_it_was_coded(own, made.codebook))
    assert "규칙에 걸린 문장이 없다" in str(prose.how_it_was_coded(own.head(0), made.codebook))


def test_codings_are_counted_by_sentence() -> None:
    made = reading()
    said = str(prose.about_codings(made.codings, made.sentences, made.codebook))
    assert "6문장 가운데 5문장에 코드를 모두 5번 붙였다" in said
    assert said.endswith("가장 자주 붙은 코드는 ‘돌아온 사람’이다.")
    alike = made.codings[made.codings["code"] != "arrival"]
    assert "코드는 ‘뱃삯’과 ‘학생’이다." in str(prose.about_codings(alike, made.sentences, made.codebook))
