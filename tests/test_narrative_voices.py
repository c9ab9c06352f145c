"""Quotations, their speakers and their uses; every sentence is invented."""

from __future__ import annotations

import unicodedata

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import tables
from helpers.narrative import find_voices
from helpers.narrative.quotes import pair_quotes

SPEECH, SCARE, TITLE, PARAPHRASE = tables.QUOTE_USES


def sentences_of(*texts: str, section: str = "body", paragraphs: tuple[int, ...] = ()) -> pd.DataFrame:
    rows, start = [], 0
    for number, text in enumerate(texts, 1):
        place = {"article_id": "a", "sentence_id": number, "start": start, "end": start + len(text), "text": text}
        rows.append(place | {"section": section, "paragraph": paragraphs[number - 1] if paragraphs else 1})
        start += len(text) + 1
    return tables.SENTENCES.make(rows)


def heard(*texts: str, **kwargs) -> list[tuple[str, str, str | None, str | None, str]]:
    voices = tables.VOICES.check(find_voices(sentences_of(*texts, **kwargs)))
    columns = ["use", "kind", "speaker", "verb", "text"]
    return [tuple(None if pd.isna(v) else v for v in row) for row in voices[columns].itertuples(index=False)]


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "verb"),
    [
        ("김하늘 한강대 교수는 “물이 줄었다”고 말했다.", "named", "김하늘 한강대 교수", "말하다"),
        ('박지은 시장은 12일 기자회견에서 "다리를 다시 놓겠다"고 밝혔다.', "named", "박지은 시장", "밝히다"),
        ("“길이 좁다”고 이 마을 주민들은 하소연했다.", "unnamed", "이 마을 주민들", "하소연하다"),
        ("A씨는 “돈을 못 받았다”고 주장했다.", "unnamed", "A씨", "주장하다"),
        ("회의에 참석한 오세라 위원은 “표결하자”고 제안했다.", "named", "오세라 위원", "제안하다"),
        ("의혹을 받는 최보리 대표가 “사실이 아니다”라고 반박했다.", "named", "최보리 대표", "반박하다"),
        ("손두리는 이날 신문과의 인터뷰에서 “다시 뛰겠다”고 했다.", "named", "손두리", "하다"),
        ("한 시민은 “버스가 늦다”고 말했다.", "unnamed", "한 시민", "말하다"),
        ("한 구청 과장은 “예산이 없다”고 했다.", "unnamed", "한 구청 과장", "하다"),
        ("익명을 요구한 한 공무원은 “서류가 없다”고 털어놨다.", "unnamed", "익명을 요구한 한 공무원", "털어놓다"),
        ("미국 재무부 당국자는 통신사에 “제재를 검토한다”고 밝혔다.", "unnamed", "미국 재무부 당국자", "밝히다"),
        ("송미란 팀장(45)은 “손이 모자란다”고 했다.", "named", "송미란 팀장(45)", "하다"),
        ("이와 관련해 시청 관계자는 “검토 중”이라고 말했다.", "unnamed", "시청 관계자", "말하다"),
        ("새벽식품 측은 “사실과 다르다”는 입장이다.", "named", "새벽식품 측", "입장"),
        ("“아직 멀었다”는 지적이 나온다.", "unnamed", None, "지적"),
        ('"우리는 준비됐다." 윤서준 감독의 말이다.', "named", "윤서준 감독", None),
    ],
)
def test_speech_gets_its_speaker_kind_and_verb(text, kind, speaker, verb):
    assert [row[:4] for row in heard(text)] == [(SPEECH, kind, speaker, verb)]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("정부는 ‘그린 뉴딜’을 다시 꺼냈다.", SCARE),
        ("이른바 ‘빵값 전쟁’이 시작됐다.", SCARE),
        ("“역대급” 더위가 이어졌다.", SCARE),
        ("영화 ‘바람의 언덕’이 상을 받았다.", TITLE),
        ("그 작가는 소설 『긴 겨울』을 냈다.", TITLE),
        ("회사는 ‘자동 요약(Auto Brief)’ 기능을 내놨다.", TITLE),
        ("시는 ‘제3회 호수 한마당’을 연다.", TITLE),
    ],
)
def test_words_held_at_a_distance_and_names_are_the_reporters(text, use):
    assert [row[:3] for row in heard(text)] == [(use, "reporter", None)]


def test_a_name_is_told_by_coming_again_without_marks():
    assert [row[0] for row in heard("그가 가꾼 ‘누리 호수’는 다음 달 나온다.", "누리 호수는 가볍다.")] == [TITLE]
    assert [row[0] for row in heard("그가 가꾼 ‘누리 호수’는 다음 달 나온다.", "값은 그대로다.")] == [SCARE]


@pytest.mark.parametrize(
    "text",
    [
        "“비가 많이 왔다”며 “둑이 무너졌다”고 소방서 관계자는 설명했다.",
        "소방서 관계자는 “비가 많이 왔다”면서도 “둑은 무사하다”고 설명했다.",
        "소방서 관계자는 “비가 많이 왔다”며 “둑이 무너졌다”고 설명했다.",
    ],
)
def test_a_split_quotation_carries_its_speaker_to_both_halves(text):
    assert [row[1:4] for row in heard(text)] == [("unnamed", "소방서 관계자", "설명하다")] * 2


def test_a_quotation_over_two_sentences_has_a_row_in_each():
    voices = find_voices(sentences_of("기상청은 “오늘은 춥다.", "내일은 더 춥다”고 전했다."))
    assert list(voices["sentence_id"]) == [1, 2]
    assert list(voices["text"]) == ["오늘은 춥다.", "내일은 더 춥다"]
    assert set(voices["speaker"]) == {"기상청"}
    assert voices["note"].iloc[1] == "앞 문장에서 이어지는 인용"


def test_a_quotation_inside_another_has_its_own_speaker():
    rows = heard("그는 “동료가 ‘그만두라’고 했다”고 전했다.")
    assert [(row[2], row[4]) for row in rows] == [("그", "동료가 ‘그만두라’고 했다"), ("동료", "그만두라")]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("벤처투자(VC) 업계의 한 관계자는", "앞서의 VC 업계 관계자는"),
        ("농협 관계자는", "이 관계자는"),
        ("김철수 바다대 교수는", "김 교수는"),
        ("이은미 구청장은", "그는"),
    ],
)
def test_a_later_mention_is_linked_to_the_first(first, later):
    texts = [f"{first} “값이 올랐다”고 말했다.", "시장은 붐볐다.", f"{later} “곧 내린다”고 했다."]
    voices = find_voices(sentences_of(*texts))
    assert list(voices["speaker"]) == [first[:-1], later[:-1]]
    assert voices["kind"].nunique() == 1
    assert first[:-1] in voices["note"].iloc[1]
    assert "1번 문장" in voices["note"].iloc[1]


def test_two_sources_of_one_trade_are_told_apart():
    voices = find_voices(
        sentences_of(
            "로봇 업계의 한 관계자는 “느리다”고 말했다.",
            "반도체 업계의 한 관계자는 “빠르다”고 말했다.",
            "앞서의 로봇 업계 관계자는 “그래도 간다”고 말했다.",
        )
    )
    assert "로봇 업계의 한 관계자" in voices["note"].iloc[2]


def test_a_speaker_left_out_is_the_last_one_and_says_so():
    voices = find_voices(sentences_of("한 시민은 “버스가 늦다”고 말했다.", "이어 “아침마다 뛴다”고 덧붙였다."))
    assert list(voices["speaker"]) == ["한 시민", "한 시민"]
    assert "1번 문장의 화자" in voices["note"].iloc[1]


def test_an_announced_quotation_has_the_speaker_of_the_sentence_before():
    assert heard("윤서준 감독은 이렇게 말했다.", "“우리는 준비됐다.”")[0][:3] == (SPEECH, "named", "윤서준 감독")


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "verb", "words"),
    [
        ("전문가들은 올해 쌀값이 오를 것으로 내다봤다.", "unnamed", "전문가들", "내다보다", "올해 쌀값이"),
        ("전문가들은 원인으로 낡은 관을 꼽는다.", "unnamed", "전문가들", "꼽다", "원인으로"),
        ("업계는 이번 일을 위기가 아닌 기회로 분석한다.", "unnamed", "업계", "분석하다", "이번 일을"),
        ("업계에서는 수요가 줄었다는 분석이 나온다.", "unnamed", "업계", "분석", "수요가 줄었다"),
        ("환경부는 강물이 맑아졌다고 12일 밝혔다.", "named", "환경부", "밝히다", "강물이"),
        ("물가가 곧 잡힐 것이라는 게 한국은행의 설명이다.", "named", "한국은행", "설명", "물가가"),
        ("다만 호수건설 측은 공사가 늦은 것이 아니라는 입장이다.", "named", "호수건설 측", "입장", "공사가"),
        ("새 다리가 마을을 살렸다는 평가다.", "unnamed", None, "평가", "새 다리가"),
    ],
)
def test_words_given_to_somebody_without_marks_are_a_paraphrase(text, kind, speaker, verb, words):
    rows = heard(text)
    assert [row[:4] for row in rows] == [(PARAPHRASE, kind, speaker, verb)]
    assert rows[0][4].startswith(words)


def test_a_scare_quote_in_a_paraphrase_is_the_sources_word():
    rows = heard("업계는 이번 일을 ‘조용한 승리’로 분석한다.")
    assert [row[:3] for row in rows] == [(PARAPHRASE, "unnamed", "업계"), (SCARE, "unnamed", "업계")]


@pytest.mark.parametrize(
    "text",
    ["공장은 물을 아꼈다.", "‘24년 매출은 늘었다.", "It's라는 가게가 문을 열었다.", "강은 길고 물은 맑다.", ""],
)
def test_a_sentence_that_quotes_nobody_has_no_voice(text):
    assert heard(text) == []


def test_a_headline_quotes_with_a_speaker_without_particle():
    assert heard("한호수 총재 “금리 그대로”", section="deck")[0][:3] == (SPEECH, "named", "한호수 총재")


def test_wrongly_turned_marks_are_paired_by_their_neighbours():
    assert [row[4] for row in heard('최 대표는 "값을 내렸다”고 말했다.')] == ["값을 내렸다"]
    assert [row[4] for row in heard("최 대표는 “값을 내렸다“고 말했다.")] == ["값을 내렸다"]
    assert [row[4] for row in heard("시는 ‘강 살리기‘를 앞세워 올해를 ’원년‘으로 삼았다.")] == ["강 살리기", "원년"]


def test_a_stray_mark_quotes_nothing():
    assert heard("가게 앞에 “값을 내린 빵이 쌓였다.", "그 뒤로 손님이 늘었다.") == []


def test_no_sentences_give_an_empty_table_and_the_input_stays():
    empty = find_voices(tables.SENTENCES.empty())
    assert tables.VOICES.check(empty).empty
    given_ = sentences_of("김하늘 교수는 “물이 줄었다”고 말했다.")
    before = given_.copy()
    find_voices(given_)
    pd.testing.assert_frame_equal(given_, before)


def test_spans_hold_in_a_decomposed_raw_text():
    text = unicodedata.normalize("NFD", "김하늘 교수는 “물이 줄었다”고 말했다.")
    (row,) = find_voices(sentences_of(text)).to_dict("records")
    assert text[row["start"] : row["end"]] == row["text"]
    assert unicodedata.normalize("NFC", row["text"]) == "물이 줄었다"
    assert row["speaker"] == "김하늘 교수"


PIECES = st.sampled_from(
    ["“", "”", "‘", "’", '"', "'", "「", "」", "김 교수는 ", "물이 줄었다", "고 말했다.", "며 ", " ", "가", "\t", "<"]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=4))
def test_any_sequence_of_marks_gives_a_valid_table_with_true_spans(texts):
    sentences = sentences_of(*texts, paragraphs=tuple(n // 2 + 1 for n in range(len(texts))))
    voices = tables.VOICES.check(find_voices(sentences))
    by_number = sentences.set_index("sentence_id")
    for row in voices.to_dict("records"):
        own = by_number.loc[row["sentence_id"]]
        assert own["text"][row["start"] - own["start"] : row["end"] - own["start"]] == row["text"] != ""


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="“”‘’\"'「」가나 .", max_size=40))
def test_paired_marks_nest(text):
    quotes = pair_quotes(text)
    for quote in quotes:
        assert 0 < quote.start < quote.end <= len(text)
        crossing = [q for q in quotes if q.start < quote.start < q.end < quote.end]
        assert not crossing
