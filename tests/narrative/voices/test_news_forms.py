"""Who said what, by forms of news that nobody had written rules for; every sentence is invented."""

from __future__ import annotations

import pytest

from made.sentences import sentence_table
from made.voices import PARAPHRASE, SPEECH, TITLE, persons, said, voices_of


def told(*texts: str) -> list[tuple[str | None, str]]:
    """Speaker and words of what is told without marks."""
    return [(who, words) for use, _, who, words in said(*texts) if use == PARAPHRASE]


def kinds(*texts: str) -> list[tuple[str, str | None]]:
    """Kind and person of what is said or told."""
    return [(kind, who) for _, kind, who, _ in said(*texts)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("사과값이 두 배로 오를 것이란 게 업계의 분석이다.", "업계", "사과값이 두 배로 오를 것"),
        ("손님이 줄어든 것은 비 때문이란 게 상인들의 설명이다.", "상인들", "손님이 줄어든 것은 비 때문"),
        ("배추가 귀해졌다는 것이 상인들의 한결같은 목소리다.", "상인들", "배추가 귀해졌다"),
        ("정비가 늦어진 탓이라는 것이 주민들의 공통된 지적이다.", "주민들", "정비가 늦어진 탓"),
        ("물길을 바꾸면 고기가 준다는 게 어민들 설명이다.", "어민들", "물길을 바꾸면 고기가 준다"),
        ("이 다리는 흉물이란 지적이 나온다.", None, "이 다리는 흉물"),
        ("두 시장은 다리가 필요하다는 데 뜻을 같이했다.", "두 시장", "다리가 필요하다"),
        ("법을 고쳐야 한다는 데에 의원들은 동의했다.", "의원들", "법을 고쳐야 한다"),
        ("여야는 예산을 늘려야 한다는 데 이견이 없다.", "여야", "예산을 늘려야 한다"),
        ("업계에서는 늦었다는 데 의견이 일치한다.", "업계", "늦었다"),
        ("시가 서둘러야 한다는 데 전문가들의 의견이 모인다.", "전문가들", "시가 서둘러야 한다"),
        ("배가 모래톱에 걸려 뒤집힌 것으로 해경은 추정했다.", "해경", "배가 모래톱에 걸려 뒤집힌 것"),
        ("정확한 원인은 밸브 고장인 것으로 당국은 파악하고 있다.", "당국", "정확한 원인은 밸브 고장인 것"),
        ("박하늘 교수는 10일 본지와의 통화에서 물이 줄었다고 밝혔다.", "박하늘 교수", "물이 줄었다"),
    ],
)
def test_an_opinion_as_a_noun_is_told_by_whose_it_is(text, speaker, words):
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize("text", ["사랑이란 말은 무겁다.", "배를 만드는 데 시장이 나섰다.", "비가 왔다는 데 놀랐다."])
def test_what_nobody_says_is_not_told(text):
    assert told(text) == []


def test_an_opinion_in_marks_as_a_noun_is_his_whose_it_is():
    assert persons("“물이 줄었다”는 것이 주민들의 한결같은 설명이다.") == ["주민들"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("<한강일보>는 “다리가 무너질 뻔했다”고 보도했다.", "한강일보"),
        ("일본 <동해신문>은 회담이 성과 없이 끝났다고 전했다.", "일본 <동해신문>"),
        ("‘나루신문’도 “시장이 물러날 것”이라고 전했다.", "나루신문"),
    ],
)
def test_a_medium_in_marks_speaks(text, speaker):
    assert kinds(text) == [("named", speaker)]


def test_a_word_in_marks_that_speaks_is_a_name_and_another_is_not():
    voices = voices_of(sentence_table("‘나루신문’도 “시장이 물러날 것”이라고 전했다.", "그는 동네의 ‘해결사’다."))
    assert dict(zip(voices["text"], voices["use"], strict=True))["나루신문"] == TITLE
    assert dict(zip(voices["text"], voices["use"], strict=True))["해결사"] != TITLE


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("농민회, 나루환경연합 등 시민단체들은", "named"),
        ("하늘전자·한강중공업 등 대기업들은", "named"),
        ("한강당 등 야당들은", "named"),
        ("김하늘, 박바다 등 의원들은", "named"),
        ("한강연대를 비롯한 시민단체들은", "named"),
        ("한강당 등 야당 의원들은", "unnamed"),
        ("하늘전자 등 기업 관계자들은", "unnamed"),
        ("어민 등 주민들은", "unnamed"),
        ("학부모와 교사 등 시민단체들은", "unnamed"),
        ("최·정 의원은", "named"),
        ("최 의원과 정 의원은", "named"),
        ("국토부·환경부 관계자는", "unnamed"),
    ],
)
def test_several_have_a_name_where_a_name_of_their_class_stands(who, kind):
    assert kinds(f"{who} “늦었다”고 말했다.") == [(kind, who.removesuffix("은").removesuffix("는"))]


@pytest.mark.parametrize(
    ("who", "again"),
    [
        ("신시아 스미스 미 육군 대변인", "스미스 대변인"),
        ("아야코 나카무라 하늘연구소 수석연구원", "나카무라 수석연구원"),
        ("마르코 데 루카 이탈리아 해안경비대 대변인", "데 루카 대변인"),
        ("마르코 데 루카 이탈리아 해안경비대 대변인", "루카 대변인"),
        ("사라 제인 파커 하늘대 교수", "파커 교수"),
        ("앤드루 매카시 한강대 교수", "매카시 교수"),
        ("그레이스 박 영국 하늘대 교수", "박 교수"),
        ("리사 쿡 유엔 사무차장보", "쿡 사무차장보"),
        ("비르기트 묄러 나루테크 최고경영자", "묄러 CEO"),
    ],
)
def test_the_last_word_of_a_foreign_name_with_the_title_is_the_same_person(who, again):
    of = ["은" if (ord(name[-1]) - 0xAC00) % 28 else "는" for name in (who, again.replace("CEO", "이오"))]
    found = kinds(f"{who}{of[0]} “늦었다”고 말했다.", f"{again}{of[1]} “모른다”고 했다.")
    assert found == [("named", who), ("named", who)]


@pytest.mark.parametrize("who", ["윤서도 하늘대 교수", "이만도 회장", "문재도 사장", "성윤모 장관", "오현도 감독"])
def test_a_name_that_ends_as_a_particle_does_is_whole(who):
    of = "은" if (ord(who[-1]) - 0xAC00) % 28 else "는"
    assert kinds(f"{who}{of} “놀랍다”고 했다.") == [("named", who)]


def test_a_word_with_its_particle_before_a_subject_is_no_name():
    assert kinds("학생도 교수는 “모른다”고 했다.") == [("unnamed", "교수")]


@pytest.mark.parametrize(
    ("texts", "speaker", "words"),
    [
        (("나루시는 정부에 예산을 늘려 달라고 요청했다.", "또 항만의 보강도 요청했다."), "나루시", "항만의 보강"),
        (
            ("민보라 의원은 “예산이 모자란다”고 말했다.", "그러면서 국회에 예비비 편성을 요구했다."),
            "민보라 의원",
            "국회에 예비비 편성",
        ),
        (
            ("주민들은 도로를 넓혀 줄 것을 요구했다.", "아울러 가로등을 세워 줄 것도 요구했다."),
            "주민들",
            "가로등을 세워 줄 것",
        ),
    ],
)
def test_who_goes_on_asking_is_who_spoke_before(texts, speaker, words):
    assert told(*texts)[-1] == (speaker, words)


def test_what_others_ask_for_is_not_his_who_spoke_before():
    found = told("민보라 의원은 “예산이 모자란다”고 말했다.", "또 농민들은 보상금을 요구했다.")
    assert found == [("농민들", "보상금을")]


def test_a_line_that_only_says_whose_words_they_were_belongs_to_the_quotation_before_it():
    found = said("“이런 물난리는 처음이에요. 집도 잃었습니다.”", "박하늘 씨의 말이다.")
    assert [(use, who) for use, _, who, _ in found] == [(SPEECH, "박하늘 씨")]


def test_what_is_handed_on_with_nobody_in_it_is_guessed_to_be_his_of_whom_it_was_told():
    voices = voices_of(sentence_table("박하늘 화백은 새벽마다 산에 오른다.", "내려오면 다시 붓을 잡는다고 한다."))
    found = voices[["use", "person", "certainty"]].itertuples(index=False, name=None)
    assert list(found) == [(PARAPHRASE, "박하늘 화백", "guessed")]


@pytest.mark.parametrize("before", ["내일은 비가 온다.", "시는 다리를 놓는다."])
def test_what_is_handed_on_after_nobody_with_a_name_is_hearsay(before):
    assert told(before, "다시 많이 오른다고 한다.") == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("시는 ‘한 뼘 정원’ 제도를 만들었다.", True),
        ("그는 ‘느린 강’ 앨범을 냈다.", True),
        ("배우 박하늘이 ‘푸른 밤’으로 데뷔했다.", True),
        ("‘나루랑’이라는 상표를 붙였다.", True),
        ("‘막장’ 드라마가 인기다.", False),
        ("‘말도 안 되는’ 제도를 고쳤다.", False),
        ("이른바 ‘눈속임’ 제도를 없앴다.", False),
    ],
)
def test_a_word_in_marks_is_a_name_before_the_work_or_the_goods_that_it_names(text, named):
    assert (list(voices_of(sentence_table(text))["use"]) == [TITLE]) == named


def test_a_firm_behind_a_foreign_name_is_not_the_person():
    found = persons("제임스 하워드 테크나우 대표는 “늦었다”고 말했다.", "테크나우는 “제품을 바꾼다”고 밝혔다.")
    assert found[0] != found[1] == "테크나우"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("한강당은 즉각 반발했다.", "“절차가 잘못됐다”는 것이다."),
        ("한강당은 즉각 반발했다.", "절차가 잘못됐다는 것이다."),
        ("한강당은 시장을 비판했다.", "“절차가 잘못됐다”는 것이다."),
    ],
)
def test_what_is_done_by_words_is_told_in_the_next_sentence(before, words):
    assert [(who, said_) for _, _, who, said_ in said(before, words)] == [("한강당", "절차가 잘못됐다")]


def test_what_is_done_without_words_is_not():
    assert told("한강시는 다리를 놓았다.", "절차가 잘못됐다는 것이다.") == []


def test_a_label_between_triangles_names_who_speaks_below():
    assert kinds("◀ 박하늘 / 나루마을 이장 ▶", "“마을이 다 탔어요.”") == [("named", "박하늘 나루마을 이장")]


@pytest.mark.parametrize(
    ("texts", "person"),
    [
        (("박하늘 감독이 이끄는 한강팀은 이겼다.", "“잘했다.”", "박 감독은 짧게 말했다."), "박하늘 감독"),
        (("박하늘 씨가 문을 열었다.", "“어서 와요.”", "민보라 씨가 웃으며 말했다."), "민보라 씨"),
        (("박하늘 감독은 말했다.", "“잘했다.”", "민보라 선수는 웃었다."), "박하늘 감독"),
    ],
)
def test_words_between_two_sentences_are_his_who_speaks_in_one_of_them(texts, person):
    assert [who for use, _, who, _ in said(*texts, paragraphs=(1, 1, 1)) if use == SPEECH] == [person]
