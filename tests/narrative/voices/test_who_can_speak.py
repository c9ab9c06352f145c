"""Outlets and firms that are anybody's, and methods that say nothing; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import persons, said


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("외신은 강이 넘쳤다고 전했다.", "unnamed"),
        ("현지 매체는 강이 넘쳤다고 보도했다.", "unnamed"),
        ("미국 언론은 “강이 넘쳤다”고 보도했다.", "unnamed"),
        ("한 통신사는 “둑이 무너졌다”고 전했다.", "unnamed"),
        ("IT 매체는 값이 내렸다고 전했다.", "unnamed"),
        ("한국 기업은 “물값이 올랐다”고 말했다.", "unnamed"),
        ("나루신문 등 외신은 강이 넘쳤다고 전했다.", "named"),
        ("AP 통신은 강이 넘쳤다고 전했다.", "named"),
        ("나루통신사는 강이 넘쳤다고 전했다.", "named"),
        ("제보 전문 매체 ‘하늘소리’는 강이 넘쳤다고 전했다.", "named"),
    ],
)
def test_an_outlet_is_named_by_a_name_of_its_own(text, kind):
    assert [row[1] for row in said(text)[:1]] == [kind]


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        # a mark is missing: the method is the subject within the words
        (("박하늘 코치는 “숨이 길어진다”며 호흡 훈련법이 도움이 된다”고 말했다.",), ["박하늘 코치"]),
        (("민보라 박사는 “마음이 맑다”면서 나루사의 명상 수행법이 널리 쓰인다“고 설명했다.",), ["민보라 박사"]),
        (("박하늘 화백은 “종이가 숨을 쉰다”며 한지 제작 기법이 남아 있다”고 말했다.",), ["박하늘 화백"]),
        (("오노을 강사는 “값이 싸다”면서 요즘 조리법은 간단하다”고 했다.",), ["오노을 강사"]),
        # who can speak still does so behind the words, a firm that no list knows as well
        (("“거래가 늘었다”고 당근이 밝혔다.",), ["당근"]),
        (("“둑이 낮다”며 민보라 교수가 시를 나무랐다.",), ["민보라 교수"]),
        (("나루지법은 “시가 늦었다”고 밝혔다.",), ["나루지법"]),
    ],
)
def test_a_method_says_nothing(texts, speakers):
    assert persons(*texts) == speakers


def test_a_law_is_no_method():
    assert [row[1] for row in said("식품위생법에 따르면 손을 씻어야 한다.")] == ["reporter"]
