"""Who says it, by kinds of faults that readers of unseen articles found; every sentence is invented."""

from __future__ import annotations

import pytest

from made.sentences import sentence_table
from made.voices import PARAPHRASE, persons, said, voices_of


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("박승원 나루시 산림과장은", "named"),
        ("고태원 솔빛구 문화예술과장은", "named"),
        ("허종국 온누리병원 수석연구원은", "named"),
        ("솔빛구 이석구 홍보팀장은", "named"),
        ("강미란 푸른은행 기획이사는", "named"),
        ("백보라 시민연대 정책실장은", "named"),
        ("하늘전자 톰 하디 수석 과학자는", "named"),
        ("엘레나 마르티네스 적십자사 대변인은", "named"),
        ("주민 주재원 씨는", "named"),
        ("온누리당 김빛나라 의원은", "named"),
        ("나루시 산림과장은", "unnamed"),
        ("김하늘씨 측 변호사는", "unnamed"),
        ("하늘보험 회장 측근은", "unnamed"),
        ("강남구 도시계획과장은", "unnamed"),
        ("하늘전자 변호사는", "unnamed"),
        ("하늘전자 수석 과학자는", "unnamed"),
        ("한 푸른은행 책임연구원은", "unnamed"),
        ("정보원 사무국장은", "unnamed"),
        ("노조원 대표는", "unnamed"),
    ],
)
def test_a_name_is_told_from_a_place_a_firm_and_an_office(who, kind):
    assert said(f"{who} “물이 줄었다”고 말했다.")[0][1] == kind


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("박하늘 시장이 지난 3일 간담회에서 “주민의 요구”라며 ‘요금 동결’을 언급했다.", "박하늘 시장"),
        ("노조가 지난 주말 “길을 막겠다”고 했다.", "노조"),
        ("민보라 감독이 오는 30일 물러나겠다고 밝혔다.", "민보라 감독"),
        ("한강시는 지난 총선에서 졌다고 주장했다.", "한강시"),
        ("사고가 난 지 한 달이 지난 3일 노조는 사과한다고 밝혔다.", "노조"),
        ("이런 가운데 한강당 김하늘 의원은 물러나라고 촉구했다.", "한강당 김하늘 의원"),
        ("그런 와중 노조는 “막겠다”고 했다.", "노조"),
        ("박 시장 발언 직후 시의회는 “늦었다”고 비판했다.", "시의회"),
        ("회의 도중 박하늘 위원이 “표결하자”고 외쳤다.", "박하늘 위원"),
        ("경기 뒤 나선웅 감독은 “기쁘다”고 했다.", "나선웅 감독"),
        ("회의 후 시의회는 “늦었다”고 했다.", "시의회"),
        ("“길이 없다”는 이들도 있다.", None),
        ("김하늘 당시 시장은 “몰랐다”고 했다.", "김하늘 당시 시장"),  # of what he was then
        ("벤처노바는 20일 하늘전자가 새 기기를 공개했다고 보도했다.", "벤처노바"),
        ("해외 매체 테크나우가 두 회사가 합친다고 보도했다.", "해외 매체 테크나우"),
        ("앞서 1심은 회사가 자료를 숨긴 점이 인정된다며 벌금을 선고했다.", "1심"),
        ("호수 남쪽은 앞서 한강시가 대피하라고 말한 곳이다. 기상청이 지켜본다.", "한강시"),
        ("그런데 오세라 화백의 말처럼 “가장 오래 마른 그림”이다.", "오세라 화백"),
        ("민보라 감독의 표현을 빌리면 “영화는 느린 편지”다.", "민보라 감독"),
        ("박하늘 시장은 만남이 “올해 들어 가장 힘들었던 자리”였다며 고개를 숙였다.", "박하늘 시장"),
        ("최근 힘을 낸 손제이는 남은 대회에서 이기겠다는 각오도 전했다.", "손제이"),
        ("(한강=하늘통신) 박하늘 기자 = 김하늘 시장이 다리를 놓는다고 여러 언론이 보도했다.", "여러 언론"),
        ("나루시와 한강군은 다리를 놓는다고 밝혔다.", "나루시와 한강군"),
    ],
)
def test_the_speaker_is_the_noun_phrase_itself(text, speaker):
    assert persons(text) == [speaker]


def test_the_side_of_a_person_is_another_voice_than_the_person():
    found = persons(
        "박하늘 한강시장 측이 “돈을 받은 적이 없다”며 혐의를 부인했다.",
        "박 시장은 “밝히겠다”고 말했다.",
        "박 시장 측은 “만난 적도 없다”고 했다.",
        "그러면서 “증거가 없다”고 했다.",
    )
    assert found == ["박하늘 한강시장 측", "박하늘 한강시장", "박하늘 한강시장 측", "박하늘 한강시장 측"]


@pytest.mark.parametrize("whose", ["하늘전자", "유족", "변호인", "회사"])
def test_the_side_of_a_body_or_of_many_is_itself(whose):
    first, second = persons(f"{whose} 측은 “검토한다”고 했다.", f"{whose} 측은 “늦지 않게 하겠다”고 했다.")
    assert first == second == whose


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("회관에 들어선 박 시장이 멈추지 않고 지나치자 고성이 터져 나오기도 했는데요.", None),
        ("김하늘 장관이 지나가자 야유를 보냈고요.", None),
        ("박하늘 교수의 강연이 끝나자 질문이 쏟아졌다.", None),
        ("시장이 손을 흔들자 관중석에서 함성이 나왔다.", None),
        ("김하늘 장관이 지나가자 주민들이 고함을 질렀다.", "주민들"),
        ("박하늘 시장의 하소연이 이어졌다.", "박하늘 시장"),
        ("박하늘 감독의 목소리가 떨렸다.", "박하늘 감독"),
        ("박하늘 감독은 목소리를 높였다.", "박하늘 감독"),
    ],
)
def test_a_cry_is_its_criers_and_nobody_elses(before, who):
    assert persons(before, "“여기 좀 보세요!”", "“물 좀 주세요!”") == [who, who]


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("박 선수는 ‘자유 만세’라는 발언을 했고 협회는 벌을 내렸다.", "협회"),
        ("협회는 벌을 내렸고 박하늘 선수는 사과했다.", "박하늘 선수"),
        ("박하늘 선수는 협회가 벌을 내리자 사과했다.", "박하늘 선수"),
        ("박하늘 회장은 또 새벽 기금이 여러 업체와 이어져 있다고 소개했다.", "박하늘 회장"),
    ],
)
def test_who_acts_last_in_a_sentence_goes_on_in_the_next(before, who):
    assert persons(before, "규정에 어긋난 일이라고 설명했다.")[-1] == who


def test_a_person_is_called_by_a_name_that_ends_in_one():
    found = persons(
        "오나루 선장 부임 첫 겨울인 지난해는 추웠다.",
        "오나루 선장은 “올해도 간다”고 말했다.",
        "오 선장은 “좋다”고 했다.",
    )
    assert found == ["오나루 선장"] * 2


def test_a_name_that_ends_like_an_owner_is_one_person():
    found = persons(
        "한빛 그룹의 손정의(孫正義) 회장이 로봇이 늘 수 있다고 말했다고 하늘통신이 보도했다.",
        "손 회장은 “늦지 않다”고 했다.",
    )
    assert found == ["한빛 그룹의 손정의 회장"] * 2


@pytest.mark.parametrize(
    ("title", "spoken"),
    [
        ("다리를 막으면 좋을 텐데", True),
        ("다 같이 나가서 물을 뿌려", True),
        ("호수의 사계", False),
        ("다리 이야기", False),
        ("물 절약", False),
    ],
)
def test_a_title_of_somebodys_post_is_his_words_where_it_speaks(title, spoken):
    assert (len(said(f"박하늘씨는 “{title}”라는 제목의 글을 게시판에 올렸다.")) == 1) is spoken


def test_a_pronoun_with_a_post_is_whom_it_points_to():
    found = persons("A씨는 “늦었다”고 말했다.", "그는 “다리를 막자”라는 내용의 글을 썼다.")
    assert found == ["A씨", "A씨"]


def test_whom_a_text_only_tells_of_does_not_speak_on():
    found = persons(
        "박하늘 시장은 “길을 넓힌다”고 했다.", "“왜 넓히느냐”는 주민들도 있다.", "“그래도 저는 그들에게 답하겠습니다.”"
    )
    assert found == ["박하늘 시장", "주민들", "박하늘 시장"]


def test_an_opening_quotation_is_guessed_only_where_one_person_speaks():
    opening = "“다들 비를 싫어하죠. 저는 좋아해요.”"
    about = "화가 오세라의 그림은 늘 젖어 있다."
    alone = ["오 화백은 “비가 그쳤다”고 말했다.", "그는 “붓을 바꿨다”고도 했다.", "오 화백은 “종이도 바꿨다”고 했다."]
    voices = voices_of(sentence_table(opening, about, *alone, paragraphs=(1, 2, 3, 4, 5)))
    assert voices["person"].tolist() == ["화가 오세라"] * 4
    assert voices["certainty"].tolist()[0] == "guessed"
    other = "민보라씨는 “그림이 어둡다”고 했다."
    assert persons(opening, about, *alone, other)[0] is None


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            ["박하늘 시장은 “길을 넓힌다”고 밝혔다.", "주차난 해소가 시의 숙제라고도 했다."],
            (PARAPHRASE, "박하늘 시장", "주차난 해소가 시의 숙제"),
        ),
        (
            ["노조는 “늦었다”며 사장이 오늘까지 답해야 한다고 요구했다."],
            (PARAPHRASE, "노조", "사장이 오늘까지 답해야 한다"),
        ),
        (
            ["박하늘 시장은 “길이 좁다”고 말한 뒤 내년에 넓히겠다고 밝혔다."],
            (PARAPHRASE, "박하늘 시장", "내년에 넓히겠다"),
        ),
    ],
)
def test_reported_words_go_on_and_begin_after_those_in_marks(texts, found):
    use, _, person, words = said(*texts)[-1]
    assert (use, person, words) == found


@pytest.mark.parametrize(
    "texts",
    [
        ["눈이 많이 왔다.", "길이 막혔다고도 했다."],
        ["시의회는 조례를 고쳤다.", "주민 뜻을 따랐다고 했다."],
        ["박하늘 시장은 “길을 넓힌다”고 밝혔다.", "길이 언덕을 넘는다고 한다."],
        ["이 장관이 전 장관과 정책 성향이 비슷하다면서 발탁에 반대하는 목소리가 있었다."],
        ["한 번은 주민들이 사진을 찍지 말라고 소리를 질렀다."],
    ],
)
def test_words_that_nobody_gives_are_nobodys(texts):
    assert len(said(*texts)) == sum("“" in text for text in texts)


def test_a_byline_says_nothing_and_the_next_line_may_say_who_did():
    texts = (
        '(나루=하늘통신) 이솔빛 기자 = "걸림돌이 이제 없다고 생각한다"',
        '지난달 30일 회의 때 한나루 지사가 "법이 필요하다"며 한 발언이다.',
    )
    assert persons(*texts) == ["한나루 지사"] * 2
    assert persons(texts[0], "지난달 30일 회의가 열렸다.")[0] != "이솔빛 기자"


def test_who_says_more_in_the_sentence_says_it_all():
    rude = "한나루 선장은 “바다가 맛있다”고 하거나, ”덕분에 살았다” “끝까지 괴롭힐 거다” 등의 폭언을 했다는 의혹이 접수됐다."
    assert persons(rude) == ["한나루 선장"] * 3
    other = voices_of(sentence_table("한나루 선장은 “안전하다”고 했고, “위험하다”는 지적도 나왔다."))
    assert other["person"].isna().tolist() == [False, True]


def test_words_on_a_placard_are_said_by_who_holds_it():
    held = "한나루 지사는 ‘다툼은 끝났다. 법을 통과시켜라’란 손팻말을 들고 섰다."
    assert persons(held) == ["한나루 지사"]
    assert said("한나루 지사는 ‘바다의 별’이란 손팻말을 들고 섰다.") == []


def test_somebody_within_a_body_is_not_the_body():
    row = voices_of(sentence_table("이 일을 두고 하늘부 내에서도 “상식을 벗어난 말”이라며 술렁이는 분위기다.")).iloc[0]
    assert (row["kind"], row["speaker"]) == ("unnamed", "하늘부 내")


def test_the_name_of_a_site_behind_a_headline_says_nothing():
    rows = voices_of(
        sentence_table("휴가 내고 떠난 선장…“친구 만나려” - 하늘방송", "배가 떠났다.", section=("title", "body"))
    )
    assert "하늘방송" not in set(rows["speaker"].dropna())
