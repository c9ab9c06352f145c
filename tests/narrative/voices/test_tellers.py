"""Who tells, where a thing, a shell or a tag stands in his place; every sentence is invented."""

from __future__ import annotations

import pytest

from made.sentences import sentence_table
from made.voices import PARAPHRASE, SPEECH, heard, persons, said, voices_of


def test_a_school_subject_does_not_tell_but_who_spoke_goes_on():
    found = persons(
        "김하늘 강사는 “올해는 어렵다”고 말했다.",
        "그러면서 국어의 경우 낡은 시험 풀이뿐만 아니라 낯선 작품도 읽어야 한다고 조언했다.",
        "수학은 매일 풀어야 한다고 당부했다.",
        "영어는 매일 듣는 것이 중요하다고 조언했다.",
    )
    assert found == ["김하늘 강사"] * 4


def test_a_thing_is_what_is_told_of():
    found = persons(
        "박하늘 농학자는 “가물다”고 말했다.",
        "감자는 늦게 심어야 한다고 당부했다.",
        "호박은 물을 자주 줘야 한다고 덧붙였다.",
    )
    assert found == ["박하늘 농학자"] * 3


def test_a_firm_that_no_list_knows_still_tells():
    assert persons("테크나우는 기기가 늦는다고 보도했다.") == ["테크나우"]
    assert persons("당근은 거래가 늘었다고 밝혔다.") == ["당근"]


def test_whom_a_picture_shows_does_not_go_on():
    lines = ("한 어부가 그물을 깁고 있다.", "수박은 잘 팔릴 가능성이 크다고 내다봤다.")
    found = voices_of(sentence_table(*lines, section=("caption", "body"), paragraphs=(1, 2)))
    assert found["person"].isna().all()


def test_the_matter_of_a_quotation_is_no_second_row():
    found = said("손두리는 “좋다. 다만 춥다”라고 섬살이의 힘든 점을 고백했지만, 떠나지 않았다.")
    assert found == [(SPEECH, "named", "손두리", "좋다. 다만 춥다")]
    more = said("손두리는 “좋다”라며 섬이 춥다는 점을 강조했다.")
    assert [use for use, *_ in more] == [SPEECH, PARAPHRASE]


@pytest.mark.parametrize("marks", ["‘’", "''"])
def test_a_body_before_a_paper_with_a_name_is_the_source(marks):
    found = said(f"29일 통계청 속보성 지표 {marks[0]}나루지수{marks[1]}에 따르면 밀가루 값은 12% 올랐다.")
    assert found == [(PARAPHRASE, "named", "통계청", "밀가루 값은 12% 올랐다")]


def test_a_reason_in_marks_is_his_words_of_whom_the_text_tells():
    found = said("가수 손두리는 섬에서 태어났다.", "“실컷 노래를 하고 싶어서” 섬 최초로 만든 노래방은 곧 이름이 났다.")
    assert found == [(SPEECH, "named", "가수 손두리", "실컷 노래를 하고 싶어서")]
    assert SPEECH not in [use for use, *_ in heard("“고마워서”라는 노래가 나왔다.")]


@pytest.mark.parametrize("section", ["body", "subhead"])
@pytest.mark.parametrize("tag", ["[박하늘 시장/나루방송 대담 (올해2월)]", "[박하늘 시장 / 나루방송 대담(지난달)]"])
def test_who_is_named_in_a_tag_says_the_next_line_whatever_its_section(section, tag):
    lines = ("손두리 이장은 “둑이 낮다”고 했다.", tag, '"둑을 높이는 일은 꼭 필요하다고 볼 수밖에‥"')
    found = voices_of(sentence_table(*lines, section=("body", "body", section), paragraphs=(1, 2, 3)))
    assert found["person"].tolist() == ["손두리 이장", "박하늘 시장"]
    assert found["kind"].tolist() == ["named", "named"]


def test_a_line_of_brackets_without_a_bar_names_who_says_the_next():
    lines = ("[시청 관계자 (음성변조)]", '"계속 통보를 해드리고 있어요."', "[나루데스크]", "봄이 왔습니다.")
    found = voices_of(sentence_table(*lines, section="body", paragraphs=(1, 2, 3, 4)))
    assert found[["use", "kind", "person"]].values.tolist() == [["speech", "unnamed", "시청 관계자"]]


def test_a_foreign_name_and_its_last_part_with_the_office_are_one_man():
    found = persons(
        "알리 카리미 이란 체육회 수장은 “돈이 없다”고 말했다.",
        "카리미 체육회 수장은 “돈을 찍겠다”고 말했다.",
        "나루 체육회 수장은 “놀랐다”고 말했다.",
    )
    assert found[0] == found[1] != found[2]


def test_who_is_named_behind_the_mark_of_an_interview_says_the_next_line():
    lines = ("◀INT▶박하늘/보리 농민", '"씨앗값도 못 건진다."')
    found = voices_of(sentence_table(*lines, section=("caption", "body"), paragraphs=(1, 2)))
    assert found["person"].tolist() == ["박하늘 보리 농민"]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("시가 둑은 높고 튼튼하다고 강조하지만 주민들은 믿지 않는다.", "시", "둑은 높고 튼튼하다"),
        ("보건소는 집단 식중독의 원인으로 굴을 지목했다.", "보건소", "집단 식중독의 원인으로 굴을"),
        ("기상청 날씨누리에 따르면 내일은 눈이 온다.", "기상청", "내일은 눈이 온다"),
        ("업체는 검사를 모두 통과했다는 설명이다.", "업체", "검사를 모두 통과했다"),
        (
            "한강방송은 20일 관계자 발언을 인용해, 시 정부가 ‘오하늘 전 시장이 위험에 있다’는 첩보를 모은다고 보도했다.",
            "한강방송",
            "시 정부가 ‘오하늘 전 시장이 위험에 있다’는 첩보를 모은다",
        ),
    ],
)
def test_words_are_his_who_opens_the_sentence(text, speaker, words):
    assert [row[2::2] for row in heard(text) if row[0] == PARAPHRASE] == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "재고가 있어 당분간 요금 변동은 없지만 추위가 길어질 경우 값을 올릴 예정이라고 밝혔다.",  # a thing
        "강변시가 만든 배는 뜨지 않는다고 비판했다.",  # whom a clause within the words tells of
        "오하늘 작가가 그린 벽화는 지우지 않겠다고 했다.",
        "어린 학생들이 강당에 몰려들었고 제대로 된 안내가 없었다는 주장이다.",
        "또 그 창고에 작업 공간을 운영 중이라고 상세하게 설명했다.",
    ],
)
def test_words_are_his_who_spoke_before_where_the_sentence_names_only_others(text):
    assert [row[2] for row in heard("박솔이 시장은 “값을 지키겠다”고 말했다.", text)] == ["박솔이 시장"] * 2


@pytest.mark.parametrize(
    ("title", "body", "speaker"),
    [
        ("“물은 깨끗하다”…나루시 설명에도 발길 끊긴 상인들", "나루시 강가의 가게들이 문을 닫고 있다.", "나루시"),
        ("“물은 깨끗하다”…발길 끊긴 상인들", "나루시 강가의 가게들이 문을 닫고 있다.", "상인들"),
        ("둑 무너진 책임은... 대법원도 “시가 배상하라”", "둑은 지난해 무너졌다.", "대법원"),
        ("김연도 “다시 뛰겠다”", "육상 선수 김연도가 다시 운동장에 섰다.", "김연도"),
    ],
)
def test_a_headline_says_whose_words_it_gives(title, body, speaker):
    assert [row[2] for row in heard(title, body, section=("title", "body"))] == [speaker]


@pytest.mark.parametrize(
    ("below", "person"),
    [("약값이 부담돼 치료를 석 달 미뤘다", "류해담 씨"), ("병원이 너무 멀다", "환자 단체")],
)
def test_a_subhead_is_his_who_says_most_of_it_right_below(below, person):
    lead, subhead = "환자 단체는 “약값 부담이 크다”고 호소했다.", "“약값 부담 크다”"
    voices = voices_of(
        sentence_table(
            lead,
            subhead,
            f"류해담 씨는 “{below}”고 말했다.",
            section=("body", "subhead", "body"),
            paragraphs=(1, 2, 3),
        )
    )
    assert list(voices["person"])[1] == person
