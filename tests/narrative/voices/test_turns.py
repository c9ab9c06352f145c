"""Who speaks in turn, and who opens an article with what he says."""

from __future__ import annotations

from made.sentences import sentence_table
from made.voices import persons, said, voices_of


def test_an_answer_is_the_others_whom_the_text_names() -> None:
    scene = "구청 소속 배서아 상담사와 도진우 치료사가 노해린 할머니의 집을 찾았다."
    words = ["“어르신, 약은 드셨어요?”", "“아침에 먹었지.”", "“산책은요?”", "“어제는 못 나갔어.”"]
    both, one = "구청 소속 배서아 상담사와 도진우 치료사", "노해린 할머니"
    assert persons(scene, *words) == [both, one, both, one]


def test_an_answer_is_nobodys_where_the_text_names_no_other() -> None:
    scene = "신해솔 기관사는 승객에게 다가갔다."
    assert persons(scene, "“어디 불편하세요?”", "“속이 좀 안 좋아요.”") == ["신해솔 기관사", None]


def test_words_behind_words_that_ask_nothing_are_of_the_same() -> None:
    scene = "신해솔 기관사는 창밖을 바라봤다."
    words = ["“이 길을 삼십 년 다녔어요.”", "“이제는 눈 감고도 압니다.”"]
    assert persons(scene, *words) == ["신해솔 기관사", "신해솔 기관사"]


def test_he_who_answers_in_the_next_sentence_did_not_speak_before_it() -> None:
    scene = [
        "신해솔 기관사가 창고의 불을 켰다.",
        "하제인 선수는 말없이 줄을 넘었다.",
        "“어제보다 백 번은 더 넘었네요.”",
    ]
    answer = said(*scene, "하 선수는 그제야 “이 정도는 해야죠”라며 웃었다.", paragraphs=(1,) * 4)
    goes_on = said(*scene, "하 선수는 “내일은 더 넘겠다”고 말했다.", paragraphs=(1,) * 4)
    assert [person for _, _, person, _ in answer] == ["신해솔 기관사", "하제인 선수"]
    assert [person for _, _, person, _ in goes_on] == ["하제인 선수"] * 2


def test_the_first_words_are_his_whom_the_text_shows_behind_the_scene() -> None:
    words, place = "“무서워서 배를 못 띄우겠어요.”", "지난 3일 찾은 남해의 한 대형마트."
    row = voices_of(sentence_table(words, place, "그물을 손질하던 문모(62) 씨는 고개를 저었다.")).iloc[0]
    assert (row["person"], row["certainty"]) == ("문모 씨", "inferred")
    assert persons(words, "파도가 높았다.", "그물을 손질하던 문모(62) 씨는 고개를 저었다.") == [None]


def test_the_bench_is_the_court_of_which_the_text_tells() -> None:
    heard = said(
        "1심은 “증거가 없다”며 무죄를 선고했다.",
        "재판부는 진술이 엇갈린다고 봤다.",
        "2심 재판부는 형을 줄였다.",
        "재판부는 “반성했다”고 밝혔다.",
    )
    assert [person for _, _, person, _ in heard] == ["1심", "1심", "2심 재판부"]
    assert (
        persons("재판부는 “죄가 무겁다”고 했다.", "2심은 봄에 열린다.", "재판부는 “배상하라”고 했다.") == ["재판부"] * 2
    )
