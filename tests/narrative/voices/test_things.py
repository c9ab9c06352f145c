"""Things, events and places say nothing, though they stand where a speaker stands; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import persons, said


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("이날 행정감사에서는 ‘시가 늦었다’는 지적이 여러 차례 나왔다.",), [None]),
        (("주민설명회에서는 “길이 좁다”는 불만이 쏟아졌다.",), [None]),
        (("곳곳에서 냄새가 난다는 신고가 잇따라 들어왔다.",), [None]),
        (("누리집에는 “무섭다”는 불안을 호소하는 글들이 올라왔다.",), [None]),
        (
            (
                "박하늘 소장은 “물이 찼다”고 말했다.",
                "이어 유통 과정에서 신선도는 높아질 것이라며 “냉장 기술이 좋아졌다”고 설명했다.",
            ),
            ["박하늘 소장"] * 3,
        ),
        (("이어 양식 과정에서 희소성은 높아질 것이라며 “값이 오를 수 있다”고 설명했다.",), [None, None]),
        (
            (
                "김하늘 관장은 “잘 살피겠다”고 했다.",
                "추가배당은 자본을 줄여 나누는 방식이다.",
                "살림에 대해선 “아껴 쓰겠다”고 강조했다.",
            ),
            ["김하늘 관장", "김하늘 관장"],
        ),
        (("이는 “배가 넘어왔다”고 밝힌 전날 담화를 풀어쓴 것으로 보인다.",), [None]),
        # bodies, firms that no list knows, and many together still speak
        (("주민자치회에서는 “길이 좁다”는 불만이 쏟아졌다.",), ["주민자치회"]),
        (("당근은 “거래가 늘었다”고 밝혔다.",), ["당근"]),
        (("시민들은 “무섭다”는 글들을 올렸다.",), ["시민들"]),
        (("한강당은 “길이 좁다”고 밝혔다.",), ["한강당"]),
    ],
)
def test_what_a_dictionary_knows_as_a_thing_is_nobody(texts, speakers):
    assert persons(*texts) == speakers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("나루관광청 여행 통합전산망에 따르면 손님이 늘었다.", "named"),
        ("한강시부동산 포털에 따르면 지난달 거래는 30건이다.", "named"),
        ("누리집에 따르면 손님이 늘었다.", "unnamed"),
    ],
)
def test_a_site_is_named_by_its_name_or_by_whose_it_is(text, kind):
    assert [row[1] for row in said(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("박하늘 교수는 “책임은 나라에 있다”며 정부가 묘목을 사들여 심을 것을 제안했다.", "박하늘 교수"),
        ("오바다 관장은 “손님이 줄었다”며 시가 그림을 사서 걸어 줄 것을 요청했다.", "오바다 관장"),
        ("상인회가 “길이 좁다”면서 구청이 보도를 넓혀 줄 것을 요구했다.", "상인회"),
        ("김하늘 의원은 “늦었다”며 시장이 직접 나와 설명할 것을 촉구했다.", "김하늘 의원"),
        # with no verb of saying that has a subject before the marks it is his who acts behind them
        ("공사가 멈췄지만 “늦었다”며 상인들이 거리로 나섰다.", "상인들"),
    ],
)
def test_whose_verb_of_saying_it_is_speaks_and_not_of_whom_he_asks(text, speaker):
    assert persons(text)[0] == speaker
