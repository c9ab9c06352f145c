"""Quotations, their speakers and their uses; every sentence is invented."""

from __future__ import annotations

import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.narrative.grammar.quotations import pair_quotes
from made.examples import examples
from made.sentences import sentence_table
from made.voices import PARAPHRASE, SCARE, SPEECH, TERM, TEXT, TITLE, heard, voices_of


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "verb"),
    [
        ("김하늘 한강대 교수는 “물이 줄었다”고 말했다.", "named", "김하늘 한강대 교수", "말하다"),
        ('박지은 시장은 12일 기자회견에서 "다리를 다시 놓겠다"고 밝혔다.', "named", "박지은 시장", "밝히다"),
        ("“길이 좁다”고 이 마을 주민들은 하소연했다.", "unnamed", "이 마을 주민들", "하소연하다"),
        ("A씨는 “돈을 못 받았다”고 주장했다.", "unnamed", "A씨", "주장하다"),
        ("회의에 참석한 오세라 위원은 “표결하자”고 제안했다.", "named", "오세라 위원", "제안하다"),
        ("조사를 이끈 김지은 한강대 교수는 “물이 줄었다”고 말했다.", "named", "김지은 한강대 교수", "말하다"),
        ("박해린 산림부 국장은 “숲이 는다”고 했다.", "named", "박해린 산림부 국장", "하다"),
        ("열흘을 기다린 한강대 교수는 “늦었다”고 했다.", "unnamed", "한강대 교수", "하다"),
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
        ('"우리는 준비됐다." 윤서준 감독의 말이다.', "named", "윤서준 감독", "말"),
    ],
)
def test_speech_gets_its_speaker_kind_and_verb(text, kind, speaker, verb):
    assert [row[:4] for row in heard(text)] == [(SPEECH, kind, speaker, verb)]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("정부는 ‘그린 뉴딜’을 다시 꺼냈다.", TERM),
        ("이른바 ‘빵값 전쟁’이 시작됐다.", SCARE),
        ("“역대급” 더위가 이어졌다.", TERM),
        ("영화 ‘바람의 언덕’이 상을 받았다.", TITLE),
        ("그 작가는 소설 『긴 겨울』을 냈다.", TITLE),
        ("회사는 ‘자동 요약(Auto Brief)’ 기능을 내놨다.", TITLE),
        ("시는 ‘제3회 호수 한마당’을 연다.", TITLE),
        ("책방 이름은 ‘느린 칠판’이다.", TITLE),
        ("아이들은 ‘고개 이야기’라는 책을 냈다.", TITLE),
        ("상인들은 ‘바가지’라는 말을 싫어한다.", SCARE),
    ],
)
def test_words_held_at_a_distance_and_names_are_the_reporters(text, use):
    assert [row[:3] for row in heard(text)] == [(use, "reporter", None)]


def test_a_name_is_told_by_coming_again_without_marks():
    assert [row[0] for row in heard("그가 가꾼 ‘누리 호수’는 다음 달 나온다.", "누리 호수는 가볍다.")] == [TITLE]
    assert [row[0] for row in heard("그가 가꾼 ‘누리 호수’는 다음 달 나온다.", "값은 그대로다.")] == [TERM]


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
    voices = voices_of(sentence_table("기상청은 “오늘은 춥다.", "내일은 더 춥다”고 전했다."))
    assert list(voices["sentence_id"]) == [1, 2]
    assert list(voices["text"]) == ["오늘은 춥다.", "내일은 더 춥다"]
    assert set(voices["speaker"]) == {"기상청"}
    assert voices["continues"].tolist() == [False, True]


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
        ("서보람 산림부 조림정책관은", "서 정책관은"),
        ("나래연구소의 오세라 수석이코노미스트는", "오 이코노미스트는"),
    ],
)
def test_a_later_mention_is_linked_to_the_first(first, later):
    texts = [f"{first} “값이 올랐다”고 말했다.", "시장은 붐볐다.", f"{later} “곧 내린다”고 했다."]
    voices = voices_of(sentence_table(*texts))
    assert list(voices["speaker"]) == [first[:-1], later[:-1]]
    assert voices["kind"].nunique() == 1
    assert voices["person"].nunique() == 1


def test_a_deputy_is_not_the_one_whom_he_stands_in_for():
    voices = voices_of(sentence_table("김하늘 부사장은 “판다”고 했다.", "김 사장은 “안 판다”고 했다."))
    assert voices["person"].nunique() == 2


def test_two_sources_of_one_trade_are_told_apart():
    voices = voices_of(
        sentence_table(
            "로봇 업계의 한 관계자는 “느리다”고 말했다.",
            "반도체 업계의 한 관계자는 “빠르다”고 말했다.",
            "앞서의 로봇 업계 관계자는 “그래도 간다”고 말했다.",
        )
    )
    assert voices["person"].iloc[2] == voices["person"].iloc[0] != voices["person"].iloc[1]


def test_a_speaker_left_out_is_the_last_one_and_says_so():
    voices = voices_of(sentence_table("한 시민은 “버스가 늦다”고 말했다.", "이어 “아침마다 뛴다”고 덧붙였다."))
    assert list(voices["speaker"]) == ["한 시민", "한 시민"]
    assert voices["certainty"].tolist() == ["stated", "inferred"]


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


def test_a_stressed_word_in_a_paraphrase_is_the_sources_word():
    rows = heard("업계는 이번 일을 ‘조용한 승리’로 분석한다.")
    assert [row[:3] for row in rows] == [(PARAPHRASE, "unnamed", "업계"), (TERM, "unnamed", "업계")]


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
    empty = voices_of(tables.SENTENCES.empty())
    assert tables.VOICES.check(empty).empty
    given_ = sentence_table("김하늘 교수는 “물이 줄었다”고 말했다.")
    before = given_.copy()
    voices_of(given_)
    pd.testing.assert_frame_equal(given_, before)


def test_spans_hold_in_a_decomposed_raw_text():
    text = unicodedata.normalize("NFD", "김하늘 교수는 “물이 줄었다”고 말했다.")
    (row,) = voices_of(sentence_table(text)).to_dict("records")
    assert text[row["start"] : row["end"]] == row["text"]
    assert unicodedata.normalize("NFC", row["text"]) == "물이 줄었다"
    assert row["speaker"] == "김하늘 교수"


PIECES = st.sampled_from(
    ["“", "”", "‘", "’", '"', "'", "「", "」", "김 교수는 ", "물이 줄었다", "고 말했다.", "며 ", " ", "가", "\t", "<"]
)


@examples(80)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=4))
def test_any_sequence_of_marks_gives_a_valid_table_with_true_spans(texts):
    sentences = sentence_table(*texts, paragraphs=tuple(n // 2 + 1 for n in range(len(texts))))
    voices = voices_of(sentences)
    by_number = sentences.set_index("sentence_id")
    for row in voices.to_dict("records"):
        own = by_number.loc[row["sentence_id"]]
        assert own["text"][row["start"] - own["start"] : row["end"] - own["start"]] == row["text"] != ""


@examples(200)
@given(st.text(alphabet="“”‘’\"'「」가나 .", max_size=40))
def test_paired_marks_nest(text):
    quotes = pair_quotes(text)
    for quote in quotes:
        assert 0 < quote.start < quote.end <= len(text)
        crossing = [q for q in quotes if q.start < quote.start < q.end < quote.end]
        assert not crossing


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["한 농업경제학자는 “쌀값이 더 내린다”고 말했다."], [(SPEECH, "unnamed", "한 농업경제학자")]),
        (["다른 연구자는 “표본이 너무 작다”고 지적했다."], [(SPEECH, "unnamed", "다른 연구자")]),
        (["또 다른 전직 판사는 “양형이 가볍다”고 평가했다."], [(SPEECH, "unnamed", "또 다른 전직 판사")]),
        (["어느 택시기사는 “손님이 반으로 줄었다”고 했다."], [(SPEECH, "unnamed", "어느 택시기사")]),
        (
            ["대형 로펌의 한 변호사는 “항소심에서 뒤집힐 수 있다”고 내다봤다."],
            [(SPEECH, "unnamed", "대형 로펌의 한 변호사")],
        ),
        (["한 국회 보좌관은 “표 계산이 끝났다”고 전했다."], [(SPEECH, "unnamed", "한 국회 보좌관")]),
        (["여당 중진 의원은 “대표가 물러나야 한다”고 했다."], [(SPEECH, "unnamed", "여당 중진 의원")]),
        (["한 수도권 재선 의원은 “공천이 불투명하다”고 토로했다."], [(SPEECH, "unnamed", "한 수도권 재선 의원")]),
        (["한 20대 취업준비생은 “면접 기회조차 없다”고 말했다."], [(SPEECH, "unnamed", "한 20대 취업준비생")]),
        (["경찰 고위 간부는 “수사를 서두르겠다”고 귀띔했다."], [(SPEECH, "unnamed", "경찰 고위 간부")]),
        (["복수의 정부 관계자는 “협상이 막바지”라고 전했다."], [(SPEECH, "unnamed", "복수의 정부 관계자")]),
        (["현장에 있던 한 소방관은 “연기가 자욱했다”고 전했다."], [(SPEECH, "unnamed", "한 소방관")]),
        (["연구를 이끈 윤하늘 박사는 “쥐 실험에서 효과를 보았다”고 밝혔다."], [(SPEECH, "named", "윤하늘 박사")]),
        (["이 사건을 맡은 나은솔 변호사는 “재심을 청구하겠다”고 말했다."], [(SPEECH, "named", "나은솔 변호사")]),
        (["20년째 국밥집을 하는 배미자 씨는 “월세만 세 배 올랐다”고 하소연했다."], [(SPEECH, "named", "배미자 씨")]),
        (["결승골을 넣은 정바다는 “동료들 덕분”이라고 했다."], [(SPEECH, "named", "정바다")]),
        (
            ["조사를 벌인 시민단체 강물지킴이는 “물고기가 사라졌다”고 밝혔다."],
            [(SPEECH, "named", "시민단체 강물지킴이")],
        ),
        (["“부상이 다 나았다”고 복귀전을 앞둔 한빛나 선수는 말했다."], [(SPEECH, "named", "한빛나 선수")]),
        (["“규모가 작다”는 비판도 있다."], [(SPEECH, "unnamed", None)]),
        (["표본이 작은 “예비 연구”라고 회사는 설명했다."], [(SPEECH, "unnamed", "회사")]),
        (
            [
                "A은행 관계자는 “금리를 내린다”고 말했다.",
                "시장은 조용했다.",
                "이 관계자는 “시기는 정하지 않았다”고 덧붙였다.",
            ],
            [(SPEECH, "unnamed", "A은행 관계자"), (SPEECH, "unnamed", "이 관계자")],
        ),
        (
            ["구조 작업에 참여한 한 잠수사는 “앞이 안 보였다”고 했다.", "그는 “물살도 빨랐다”고 덧붙였다."],
            [(SPEECH, "unnamed", "한 잠수사"), (SPEECH, "unnamed", "그")],
        ),
        (
            ["최은별 한빛대 교수는 “비가 늘었다”고 분석했다.", "최 교수는 이어 “둑을 높여야 한다”고 강조했다."],
            [(SPEECH, "named", "최은별 한빛대 교수"), (SPEECH, "named", "최 교수")],
        ),
        (
            [
                "신가람 대표는 “적자를 벗어났다”고 말했다.",
                "신 대표는 “내년에는 두 배로 키운다”며 “사람도 더 뽑는다”고 했다.",
            ],
            [(SPEECH, "named", "신가람 대표"), (SPEECH, "named", "신 대표"), (SPEECH, "named", "신 대표")],
        ),
        (
            ["“예산이 모자란다”는 하 군수는 “국비를 더 받아 오겠다”고 말했다."],
            [(SPEECH, "named", "하 군수"), (SPEECH, "named", "하 군수")],
        ),
        (
            ["“국민께 죄송하다”며 고개를 숙인 문서영 의원은 “의원직을 내려놓겠다”고 밝혔다."],
            [(SPEECH, "named", "문서영 의원"), (SPEECH, "named", "문서영 의원")],
        ),
        (
            ["재판부는 “피해자가 엄벌을 원한다”면서도 “초범인 점을 고려했다”고 양형 이유를 설명했다."],
            [(SPEECH, "named", "재판부"), (SPEECH, "named", "재판부")],
        ),
        (
            ["“이번 판결은 존중한다.", "다만 아쉽다”고 노조는 밝혔다."],
            [(SPEECH, "named", "노조"), (SPEECH, "named", "노조")],
        ),
        (["“땜질 처방에 그쳤다”고 하는 지적이 나온다."], [(SPEECH, "unnamed", None)]),
        (["“소 잃고 외양간 고치기”라는 비판이 쏟아졌다."], [(SPEECH, "unnamed", None)]),
        (["학부모들 사이에서는 “급식이 나빠졌다”는 불만이 나온다."], [(SPEECH, "unnamed", "학부모들")]),
        (["증권가에서는 “실적이 바닥을 지났다”는 분석이 나온다."], [(SPEECH, "unnamed", "증권가")]),
        (["의료계 일각에선 “백신이 부족하다”는 우려가 나온다."], [(SPEECH, "unnamed", "의료계 일각")]),
        (["질병관리청은 독감 환자가 3주째 늘었다고 밝혔다."], [(PARAPHRASE, "named", "질병관리청")]),
        (["검찰은 이 씨가 돈을 빼돌린 것으로 보고 있다."], [(PARAPHRASE, "named", "검찰")]),
        (["기상청은 7일 오후부터 눈이 내릴 것으로 내다봤다."], [(PARAPHRASE, "named", "기상청")]),
        (["회사는 3분기 매출이 12% 늘었다고 공시했다."], [(PARAPHRASE, "unnamed", "회사")]),
        (["전문가들은 수요가 되살아날 것으로 전망한다."], [(PARAPHRASE, "unnamed", "전문가들")]),
        (["김달래 시장은 다리를 내년에 완공하겠다고 말했다."], [(PARAPHRASE, "named", "김달래 시장")]),
        (["노조는 회사가 약속을 어겼다고 주장한다."], [(PARAPHRASE, "named", "노조")]),
        (["업계에서는 가격이 더 오를 것이라는 전망이 나온다."], [(PARAPHRASE, "unnamed", "업계")]),
        (["이 때문에 제도를 고쳐야 한다는 목소리가 높다."], [(PARAPHRASE, "unnamed", None)]),
        (["국회 예산정책처에 따르면 세수는 5조 원 모자란다."], [(PARAPHRASE, "named", "국회 예산정책처")]),
        (["경찰에 따르면 사고 차량은 시속 120㎞로 달렸다."], [(PARAPHRASE, "named", "경찰")]),
        (["업계 관계자에 따르면 공장은 다음 달 문을 닫는다."], [(PARAPHRASE, "unnamed", "업계 관계자")]),
        (["감독은 선수들이 잘 버텼다고 칭찬했다."], [(PARAPHRASE, "unnamed", "감독")]),
        (["구단 측은 계약 조건은 공개하지 않는다고 전했다."], [(PARAPHRASE, "named", "구단 측")]),
        (["그 배우는 새 연극 준비로 바쁘다고 했다."], [(PARAPHRASE, "unnamed", "그 배우")]),
        (["정부는 내년 예산을 5% 늘리기로 했다."], []),
        (["시는 공원을 새로 만든다."], []),
        (["그는 학교에 가려고 했다."], []),
        (["비가 그치자 관중은 자리로 돌아왔다."], []),
        (["시장은 ‘큰손’의 귀환을 반겼다."], [(TERM, "reporter", None)]),
        (["이른바 ‘깡통 전세’가 속출했다."], [(SCARE, "reporter", None)]),
        (["“반값” 등록금이 다시 떠올랐다."], [(TERM, "reporter", None)]),
        (["당은 ‘민생 최우선’을 내걸었다."], [(TERM, "reporter", None)]),
        (["연극 ‘돌담 너머’는 이달 막을 올린다."], [(TITLE, "reporter", None)]),
        (["한은 총재 “금리 더 내린다”"], [(SPEECH, "named", "한은 총재")]),
        (["논문은 학술지 ‘자연과 몸’에 실렸다."], [(TITLE, "reporter", None)]),
        (["대법원은 “원심이 법리를 오해했다”며 사건을 돌려보냈다."], [(SPEECH, "named", "대법원")]),
        (["변호인은 “범행을 인정하고 반성한다”며 선처를 호소했다."], [(SPEECH, "unnamed", "변호인")]),
        (["B씨 측은 “돈을 갚았다”고 맞섰다."], [(SPEECH, "unnamed", "B씨 측")]),
        (
            ["양지우 물빛병원 내과 과장은 “물을 자주 마셔야 한다”고 조언한다."],
            [(SPEECH, "named", "양지우 물빛병원 내과 과장")],
        ),
        (["세계보건기구(WHO)는 “유행이 끝나지 않았다”고 경고했다."], [(SPEECH, "named", "세계보건기구(WHO)")]),
        (["마틴 벨 재무장관은 “관세를 거두겠다”고 했다."], [(SPEECH, "named", "마틴 벨 재무장관")]),
        (["세라 존슨(36)은 “처음에는 믿지 않았다”고 회상했다."], [(SPEECH, "named", "세라 존슨(36)")]),
        (
            ["홍단비 구청장은 3일 열린 회의에서 직원들에게 “현장에 답이 있다”고 강조했다."],
            [(SPEECH, "named", "홍단비 구청장")],
        ),
        (
            ["지난달 30일 만난 농민 도경수 씨(61)는 “냉해로 사과가 다 떨어졌다”고 했다."],
            [(SPEECH, "named", "농민 도경수 씨(61)")],
        ),
        (["같은 당 유보람 의원도 “책임을 물어야 한다”고 가세했다."], [(SPEECH, "named", "같은 당 유보람 의원")]),
        (["그러자 상대 팀 감독은 “판정이 잘못됐다”며 항의했다."], [(SPEECH, "unnamed", "상대 팀 감독")]),
        (["“너무 늦었다.” 유족 대표 구슬비 씨는 고개를 저었다."], [(SPEECH, "named", "유족 대표 구슬비 씨")]),
        (["“문을 닫을 수밖에요.” 한 상인이 말했다."], [(SPEECH, "unnamed", "한 상인")]),
        (["소비자 10명 중 7명은 “가격이 부담된다”고 답했다."], [(SPEECH, "unnamed", "소비자 10명 중 7명")]),
        (["응답자의 62%는 “정책에 반대한다”고 답했다."], [(SPEECH, "unnamed", "응답자의 62%")]),
        (["보고서는 “해수면이 30㎝ 오른다”고 예측했다."], [(SPEECH, "unnamed", "보고서")]),
        (["청와대 핵심 관계자는 기자들과 만나 “결정된 바 없다”고 했다."], [(SPEECH, "unnamed", "청와대 핵심 관계자")]),
        (["또 다른 상인은 “손님이 없다”고 했다."], [(SPEECH, "unnamed", "또 다른 상인")]),
        (["한 전직 외교관은 “협상은 이제부터”라고 진단했다."], [(SPEECH, "unnamed", "한 전직 외교관")]),
        (["같은 병원에서 일한 한 간호사는 “환자가 밀려들었다”고 증언했다."], [(SPEECH, "unnamed", "한 간호사")]),
        (["다른 당 소속 엄지원 의원은 “법안을 철회하라”고 요구했다."], [(SPEECH, "named", "다른 당 소속 엄지원 의원")]),
        (
            ["또 다른 피해자 김한솔 씨는 “합의금을 못 받았다”고 말했다."],
            [(SPEECH, "named", "또 다른 피해자 김한솔 씨")],
        ),
        (["서울대 교수는 “연구비가 줄었다”고 말했다."], [(SPEECH, "unnamed", "서울대 교수")]),
        (
            ["소현정 청람대 지리학과 교수는 “해안선이 바뀌었다”고 설명했다."],
            [(SPEECH, "named", "소현정 청람대 지리학과 교수")],
        ),
        (["이모(42) 씨는 “몰랐다”고 진술했다."], [(SPEECH, "unnamed", "이모(42) 씨")]),
        (["주민 10명 가운데 6명은 “이사하고 싶다”고 답했다."], [(SPEECH, "unnamed", "주민 10명 가운데 6명")]),
        (["선두를 달리던 윤한결 감독은 “아직 이르다”고 몸을 낮췄다."], [(SPEECH, "named", "윤한결 감독")]),
        (["대표팀을 맡은 로베르토 감독은 “수비가 먼저”라고 강조했다."], [(SPEECH, "named", "로베르토 감독")]),
        (["법원은 회사가 임금을 더 줘야 한다고 판시했다."], [(PARAPHRASE, "named", "법원")]),
        (["피해자 측은 사과를 받지 못했다고 호소했다."], [(PARAPHRASE, "unnamed", "피해자 측")]),
        (["문화재청에 따르면 탑은 고려 때 세워졌다."], [(PARAPHRASE, "named", "문화재청")]),
        (["7일 소방당국에 따르면 불은 창고에서 시작됐다."], [(PARAPHRASE, "named", "소방당국")]),
        (["업계에 따르면 두 회사는 합병을 검토하고 있다."], [(PARAPHRASE, "unnamed", "업계")]),
        (["개정된 주택법에 따르면 허가가 있어야 한다."], [(PARAPHRASE, "reporter", None)]),
        (["계획에 따르면 다리는 2030년에 놓인다."], []),
        (["통계청이 발표한 인구 조사에 따르면 혼자 사는 노인이 늘었다."], [(PARAPHRASE, "named", "통계청")]),
        (
            ["3일 산림청이 낸 ‘9월 목재 동향’에 따르면 나무값은 내렸다."],
            [(TITLE, "reporter", None), (PARAPHRASE, "named", "산림청")],
        ),
        (["국토부의 ‘길 백서’에 따르면 다리가 늘었다."], [(TITLE, "reporter", None), (PARAPHRASE, "named", "국토부")]),
        (["강하늘 의원이 도로공사로부터 받은 자료에 따르면 빚은 준다."], [(PARAPHRASE, "named", "도로공사")]),
        (["산업연구원이 지난달 내놓은 보고서에 따르면 물가는 오른다."], [(PARAPHRASE, "named", "산업연구원")]),
        (["나래은행도 집값이 2%가량 내릴 것으로 내다봤다."], [(PARAPHRASE, "named", "나래은행")]),
        (["올해도 비가 많이 올 것으로 내다봤다."], []),
        (["산림청은 이날 발표한 ‘숲 전망’에서 나무값을 낮춰 잡았다."], [(TITLE, "reporter", None)]),
        (["시는 ‘2031 숲 종합대책’을 세웠다."], [(TITLE, "reporter", None)]),
        (["경찰 관계자의 말에 따르면 용의자는 이미 달아났다."], [(PARAPHRASE, "unnamed", "경찰 관계자")]),
        (["정치권에서는 개각이 임박했다는 관측이 나온다."], [(PARAPHRASE, "unnamed", "정치권")]),
        (["노동계에서는 “시간을 끌려는 꼼수”라는 비판이 나왔다."], [(SPEECH, "unnamed", "노동계")]),
        (["팬들 사이에선 “표값이 너무 비싸다”는 불만이 터졌다."], [(SPEECH, "unnamed", "팬들")]),
        (["“끝까지 싸우겠다.” 해고 노동자 명한별 씨가 마이크를 잡았다."], [(SPEECH, "named", "해고 노동자 명한별 씨")]),
        (["“오늘은 쉬는 날입니다.” 가게 앞에는 손님이 줄을 섰다."], [(SPEECH, "unnamed", None)]),
        (["지역 농협 조합장은 “쌀을 더 사들이겠다”고 했다."], [(SPEECH, "unnamed", "지역 농협 조합장")]),
        (
            ["“세금이 아깝다”는 여론에 시는 “다시 살피겠다”고 했다."],
            [(SPEECH, "unnamed", None), (SPEECH, "named", "시")],
        ),
        (
            ["그는 “아들이 ‘걱정 마세요’라고 하더라”며 웃었다."],
            [(SPEECH, "unnamed", "그"), (SPEECH, "unnamed", "아들")],
        ),
        (
            ["회사 관계자는 “신제품이 잘 팔린다”면서 “하반기에 공장을 늘린다”고 밝혔다."],
            [(SPEECH, "unnamed", "회사 관계자"), (SPEECH, "unnamed", "회사 관계자")],
        ),
        (["앞서 대책위는 “조사가 부실하다”는 성명을 냈다."], [(SPEECH, "named", "대책위")]),
        (["임금이 낮은 “비정규직”부터 줄였다."], [(TERM, "reporter", None)]),
        (["‘1인 1표’ 원칙이 흔들린다."], [(TERM, "reporter", None)]),
        (["삼호전자는 3일 새 공장을 짓는다고 밝혔다."], [(PARAPHRASE, "named", "삼호전자")]),
        (["연구진은 약을 먹은 쥐가 더 오래 살았다고 보고했다."], [(PARAPHRASE, "unnamed", "연구진")]),
        (["고나래 서울 한울병원 교수팀은 이 같은 결과를 학술지에 실었다."], []),
        (["그는 결과가 뜻밖이라고 했다."], [(PARAPHRASE, "unnamed", "그")]),
        (["태풍은 7일 밤 남해에 닿을 것으로 예상된다."], []),
        (
            ["여당은 “발목 잡기”라고, 야당은 “졸속”이라고 비난했다."],
            [(SPEECH, "named", "여당"), (SPEECH, "named", "야당")],
        ),
        (["“값을 내리자 손님이 돌아왔다”고 사장 피서윤 씨는 말한다."], [(SPEECH, "named", "사장 피서윤 씨")]),
        (["강원도의 한 스키장은 “눈이 모자란다”고 밝혔다."], [(SPEECH, "unnamed", "강원도의 한 스키장")]),
    ],
)
def test_voices_of_many_kinds_of_news_are_found_as_a_careful_reader_finds_them(texts, found):
    """Politics, courts, sports, health, weather, culture, companies; written with what to find before it was run."""
    assert [row[:3] for row in heard(*texts)] == found


@pytest.mark.parametrize(
    ("texts", "note"),
    [
        (["책방 주인은 구름별 씨다.", "그는 “읽을 사람을 만나러 왔다”고 했다."], "구름별 씨"),
        (
            ["심지수 원장은 “약부터 바꿨다”고 했다.", "한빛대 연구팀은 위험이 낮다고 보고했다.", "심 원장은 언덕을 오른다.", "그는 “혼자서는 못 한다”고 말했다."],
            "심지수 원장",
        ),
        (["건설업계에 따르면 시민단체들은 본사를 찾아 항의했다.", "이들은 “약속을 지키라”고 외쳤다."], "시민단체들"),
        (["책방 주인은 구름별 씨다.", "그는 “사람을 만나러 왔다”고 했다.", "구 씨는 “겨울은 힘들었다”고 했다."], "구름별 씨"),
        (
            ["임보리 산림부 장관은 “숲이 는다”고 했다.", "나래은행의 오세라 수석이코노미스트는 “값이 내린다”고 했다.", "그는 “내년도 같다”고 했다."],
            "나래은행의 오세라 수석이코노미스트",
        ),
        (
            ["임보리 산림부 장관은 “숲이 는다”고 했다.", "오세라 군수는 “일손이 없다”고 했다.", "임 장관은 말을 아꼈다.", "그는 “묻지 말라”고 했다."],
            "임보리 산림부 장관",
        ),
    ],
)  # fmt: skip
def test_a_pronoun_means_who_was_named_last_and_no_organisation(texts, note):
    voices = voices_of(sentence_table(*texts, paragraphs=tuple(range(1, len(texts) + 1))))
    assert voices["person"].iloc[-1] == note
    assert voices["kind"].iloc[-1] == ("unnamed" if note.endswith("들") else "named")


def test_a_later_short_name_is_linked_to_the_first_mention_however_often_it_comes():
    said = ["윤새봄 물빛대 교수는 “둑이 낮다”고 했다.", "윤 교수는 “물이 남는다”고 했다.", "윤 교수는 “고치자”고 했다."]
    assert set(voices_of(sentence_table(*said, paragraphs=(1, 2, 3)))["person"]) == {"윤새봄 물빛대 교수"}


def test_a_short_name_is_linked_to_a_full_one_that_spoke_or_was_only_mentioned():
    spoke = ["민서린(34)씨는 “일이 없었다”고 말했다.", "민씨는 “면접도 없었다”고 덧붙였다."]
    assert set(voices_of(sentence_table(*spoke))["person"]) == {"민서린씨"}
    seen = [
        "책방지기 오하루씨는 손님의 이름을 안다.",
        "“두 해는 월세도 못 냈어요.” 오씨의 말이다.",
        "“사람을 보러 와요.” 그는 방명록을 폈다.",
    ]
    assert set(voices_of(sentence_table(*seen))["person"]) == {"책방지기 오하루씨"}


def test_who_is_described_before_the_name_is_a_person_too():
    said = ["문학평론가 차마루는 책방을 “사랑방”이라고 불렀다.", "그는 “관계가 책방을 살린다”고 말했다."]
    voices = voices_of(sentence_table(*said))
    assert voices["speaker"].tolist() == ["문학평론가 차마루", "그"]
    assert set(voices["person"]) == {"문학평론가 차마루"}


def test_a_quotation_alone_is_of_who_speaks_in_its_paragraph():
    said = ["배나루씨는 웃었다.", "배씨는 “그게 컸다”고 말했다.", "“아이도 좋아해요.”"]
    assert set(voices_of(sentence_table(*said))["person"]) == {"배나루씨"}
    assert voices_of(sentence_table(*said))["certainty"].tolist() == ["stated", "inferred"]


def test_a_demand_is_no_speaker():
    said = ["군수는 “둑을 높이겠다”고 말했다.", "다만 값을 다시 계산해 보라는 요구에는 “검토하겠다”고만 했다."]
    assert [row[2] for row in heard(*said)] == ["군수", "군수"]


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("늦어 보였던 핀란드의 선택이 이제는 새로운 힘으로 자리 잡고 있다는 평가다.", "unnamed", None),
        ("요즘 핀란드 내에서도 숲을 더 지켜야 한다는 목소리가 커지고 있다.", "unnamed", "핀란드 내"),
        ("시 내부에선 예산이 모자란다는 지적이 나온다.", "unnamed", "시 내부"),
        ("나루시의 담당 부서는 길을 고치겠다는 입장이다.", "named", "나루시의 담당 부서"),
    ],
)
def test_what_belongs_to_a_place_is_not_the_place_and_whoever_is_in_it_has_no_name(text, kind, speaker):
    assert [row[:3] for row in heard(text)] == [(PARAPHRASE, kind, speaker)]


def test_a_headline_may_quote_two():
    rows = heard("나루시 “막차 늦춘다”… 노조 “처우부터 고쳐야”", section="deck")
    assert [row[2] for row in rows] == ["나루시", "노조"]


def test_two_clauses_give_their_words_each_to_its_own_speaker():
    rows = heard("나루시는 버스가 늘었다고 밝혔지만, 반대하는 쪽은 기다림이 길어졌다고 본다.")
    assert [(row[1], row[2], row[4]) for row in rows] == [
        ("named", "나루시", "버스가 늘었다"),
        ("unnamed", "반대하는 쪽", "기다림이 길어졌다"),
    ]
    (row,) = heard("나루시는 버스를 늘렸다고 밝혔지만, 기사가 모자란다고 덧붙였다.")
    assert row[2] == "나루시"


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("시장에서 국밥집을 하는 유다온(58)씨는 “손님이 늘었다”고 말했다.", "named", "유다온(58)씨"),
        ("올해 운영비는 11억원인데 나루시는 내년에 15억원을 쓰겠다고 한다.", "named", "나루시"),
    ],
)
def test_what_stands_before_the_speaker_is_no_part_of_the_name(text, kind, speaker):
    assert [row[1:3] for row in heard(text)] == [(kind, speaker)]


def test_words_of_nobody_end_before_the_copula():
    assert heard("돈의 힘이라는 시각도 있다.") == [(PARAPHRASE, "unnamed", None, "시각", "돈의 힘")]


def test_an_interview_of_a_broadcast_is_its_speakers_up_to_the_bracket():
    rows = heard("[김하늘 / 호수대 교수 : 물이 줄었습니다.", "둑도 낮아졌습니다.]", "군은 둑을 높입니다.")
    assert [row[:3] for row in rows] == [(SPEECH, "named", "김하늘 호수대 교수")] * 2
    assert [row[4] for row in rows] == ["물이 줄었습니다.", "둑도 낮아졌습니다."]
    assert heard("[사진: 호수신문]", "물이 줄었습니다.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("둑을 높여야 한다는 지적입니다.", None),
        ("둑이 낮다는 목소리가 나옵니다.", None),
        ("군수는 둑을 높이겠다고 했습니다.", "군수"),
    ],
)
def test_words_are_given_to_somebody_in_the_style_of_broadcasts_too(text, speaker):
    assert [row[2] for row in heard(text)] == [speaker]


def test_a_byline_before_the_sentence_is_no_part_of_the_speaker() -> None:
    row = voices_of(sentence_table("[한강일보 살림팀] 나루시의 박하늘 시장이 배를 늘리겠다는 계획을 밝혔다.")).iloc[0]
    assert row["speaker"] == "나루시의 박하늘 시장"


def test_a_byline_glued_to_the_sentence_is_no_part_of_speaker_or_words() -> None:
    byline = "[군청 공동취재단·하늘경제 박하늘 기자]"
    found = voices_of(
        sentence_table(f"{byline}한강시는 둑이 낮다고 밝혔다.", f"{byline}“둑이 낮다”고 한강시는 말했다.")
    )
    assert found["speaker"].tolist() == ["한강시", "한강시"]
    assert found["text"].tolist() == ["둑이 낮다", "둑이 낮다"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("그러나 시는 올해 안에 다리를 놓을 계획이라고 밝혔다.", "올해 안에 다리를 놓을 계획"),
        ("한편 하늘시는 10일 기자회견을 열고 공사를 멈추겠다고 밝혔다.", "공사를 멈추겠다"),
        (
            "교수는 값이 싸고 오래 간다는 점에서 이목을 끌고 있다고 말했다.",
            "값이 싸고 오래 간다는 점에서 이목을 끌고 있다",
        ),
        ("회사 측은 이미 보상을 마쳤다며 책임이 없다고 반박했다.", "이미 보상을 마쳤다며 책임이 없다"),
        ("값이 오르고 손님은 줄었다고 상인들은 전했다.", "값이 오르고 손님은 줄었다"),
    ],
)
def test_reported_words_go_from_the_speaker_to_the_stem(text, words):
    assert [row[4] for row in heard(text) if row[0] == PARAPHRASE] == [words]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("헌법 제1조는 ‘모든 사람은 법 앞에 같다’고 규정한다.", TEXT),
        ("하늘시 조례에는 “물은 모두의 것”이라고 적혀 있다.", TEXT),
        ("시는 ‘옛 역 복합개발사업’을 다시 연다.", TITLE),
        ("그 작가는 ‘느린 강’을 펴냈다.", TITLE),
        ("장비 업체 ‘하늘상사’가 문을 닫았다.", TITLE),
        ("이 방식은 ‘공룡’으로 불린다.", SCARE),
        ("반값은 ‘당근’이 됐다.", TERM),
    ],
)
def test_words_in_marks_are_told_apart_by_what_stands_beside_them(text, use):
    assert [row[0] for row in heard(text)] == [use]
