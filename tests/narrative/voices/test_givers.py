"""From whom words are taken in, and what only leads in to a speaker; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import persons


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("나루시는 동료를 밀친 반장 B 씨와 “당장 나가라”고 폭언한 과장 C 씨에게 정직 처분을 내렸다.", "과장 C 씨"),
        ("징계위는 “너는 끝났다”고 협박한 이모 팀장을 해임했다.", "이모 팀장"),
        ("A 씨는 지난 3일 상사인 과장 C 씨로부터 “집에 가라”는 폭언을 들었다.", "과장 C 씨"),
        ("A 씨는 이웃 박하늘 씨에게 “조용히 해라”는 욕설을 들었다.", "이웃 박하늘 씨"),
        ("박하늘 씨는 김 부장에게서 “나가라”는 말을 듣고 울었다.", "김 부장"),
        ("시는 지난달 주민들로부터 “물이 샌다”는 신고를 받고 관을 고쳤다.", "주민들"),
        ("시장은 주민들에게 “고맙다”는 인사를 받았다.", "주민들"),
        # who gives words to somebody, or takes in something else, speaks himself
        ("회사는 “너는 끝났다”고 협박한 사실을 부인했다.", "회사"),
        ("박하늘 씨는 김 부장에게 “나가겠다”는 말을 전했다.", "박하늘 씨"),
        ("나루시는 하늘은행으로부터 돈을 빌렸지만 “곧 갚겠다”는 입장이다.", "나루시"),
        ("박하늘 시장은 시민들에게 “세금을 줄이겠다”고 약속해 박수를 받았다.", "박하늘 시장"),
        ("박하늘 씨는 “집에 가라”는 폭언을 들었다.", None),
    ],
)
def test_words_are_theirs_from_whom_they_are_heard(text, speaker):
    assert persons(text)[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("24일 <한강일보> 취재 결과 나루시 인사위원회는 지난 21일 “몰랐다”고 밝혔다.", "나루시 인사위원회"),
        ("본지 확인 결과 하늘전자는 “부품이 없다”고 밝혔다.", "하늘전자"),
        ("이와 관련 한 변호사는 “죄가 된다”고 설명했다.", "한 변호사"),
        ("이와 관련해 한 교수는 “이르다”고 말했다.", "한 교수"),
        ("이와 관련 나루시는 “모른다”고 말했다.", "나루시"),
        ("조사 결과 보고서는 “물이 샌다”고 적었다.", "조사 결과 보고서"),
        ("환경 관련 단체는 “늦었다”고 비판했다.", "환경 관련 단체"),
    ],
)
def test_what_only_leads_in_is_no_part_of_a_speaker(text, speaker):
    assert persons(text) == [speaker]
