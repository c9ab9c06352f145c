"""In reported words a figure or a year is of what these tell of; who says them gets it only where they tell of him."""

import pytest

from made.facts import read


def actors(*texts: str) -> list[str | None]:
    return [None if actor != actor else actor for actor in read(*texts)["actor"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "어촌연구소는 그물값이 수요 감소에 힘입어 2029년 중반까지 3만 원을 돌파할 것으로 예상했다.",
            ["그물값", "그물값"],
        ),
        ("조합은 어획량이 2028년까지 5만 t에 이를 것으로 내다봤다.", ["어획량", "어획량"]),
        ("연구소는 쌀값이 10만 원을 지키면서 최고 25만 원까지 오를 수 있다고 봤다.", ["쌀값", "쌀값"]),
        ("박 이장은 다리 통행료는 한 해 3억 원에 이른다고 말했다.", ["다리 통행료", "다리 통행료"]),
        ("김 의원은 이는 선원 평균 임금 280만 원의 40%를 차지한다고 밝혔다.", [None, None]),
        # what only went before leaves it to who speaks
        ("조합은 배가 낡아 3척을 팔았다고 밝혔다.", ["조합"]),
        ("조합은 값이 오르자 배 3척을 팔았다고 밝혔다.", ["조합"]),
        ("국토부는 850건(52.8%)은 2차 붕괴 방지 등 조치를 마쳤다고 밝혔다.", ["국토부", "국토부", "국토부"]),
        ("법원은 박씨가 사실을 인정하고 이익을 얻은 것은 아닌 점 등을 살펴 징역 20년을 선고했다고 밝혔다.", ["법원"]),
    ],
)
def test_a_figure_is_of_the_subject_of_the_clause_that_is_said(text: str, expected: list[str | None]) -> None:
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("오 소장은 “2024년과 달리 올해는 작은 배에 기대를 걸 만하다”고 했다.", [None, None]),
        ("오 소장은 “뱃삯 3만 원이면 싸다”고 말했다.", [None]),
        ("정 교수는 “지난달 회담 이후 이웃의 입장을 알 수 있다”고 말했다.", [None]),
        ("한 변호사는 “좁은 창고에 10년간 가두는 것은 잔인하다”고 말했다.", [None]),
        # what somebody says that he did, or of himself
        ("오 소장은 “지난해 배 두 척을 샀다”고 말했다.", ["오 소장", "오 소장"]),
        (
            "오 소장은 “고기나 사 볼까 했는데, 한 근에 3만 원이면 비싸다고 느껴서 사지 않았다”고 말했다.",
            ["오 소장"],
        ),
        ("오 소장은 “우리에게는 2029년이 중요하다”고 말했다.", ["오 소장"]),
        ("오 소장은 “2029년까지 배를 고치겠다”고 말했다.", ["오 소장"]),
    ],
)
def test_words_in_marks_give_no_figure_to_who_says_them(text: str, expected: list[str | None]) -> None:
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "구청은 “어민회가 상인회에 대해 고발한 혐의를 조사하고 있으며, 지난달까지 상인회를 살폈다”고 밝혔다.",
            ["구청"],
        ),
        ("나루시가 짓는 주택의 월 임대료를 28만 원까지 낮춰야 한다는 주장이 나왔다.", ["주택의 월 임대료"]),
        # outside of words the subject at the beginning goes on
        ("상인회가 시장과 맺은 약속을 들어 값의 20%를 요구하고 있는 것으로 알려졌다.", ["상인회"]),
    ],
)
def test_who_acts_in_a_clause_before_a_noun_keeps_that_clause(text: str, expected: list[str | None]) -> None:
    assert [str(actor).split("짓는 ")[-1] for actor in actors(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "지난해 3월 낡은 댐을 무너뜨린 홍수에 의해 마을이 사라졌고, 최근 주민의 다툼이 잦아지고 있다.",
            ["홍수", "주민의 다툼"],
        ),
        (
            "지난해 3월 군수를 몰아낸 주민들에 의해 조용해진 듯했던 섬에서는 최근 다툼이 잦아지고 있다.",
            ["주민들", "다툼"],
        ),
        ("지난해 3월 낡은 댐을 고친 조합은 상을 받았다.", ["조합"]),
    ],
)
def test_a_time_is_of_whom_something_is_done_by(text: str, expected: list[str]) -> None:
    assert actors(text) == expected
