"""An actor begins and ends where words do and is a noun; it comes from a sentence before only where none is named."""

import pytest

from made.facts import read


def _actor(*texts: str, of: str) -> str | None:
    found = read(*texts).loc[of, "actor"]
    return None if found != found else found


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("어부 김모(72) 씨가 배를 샀다", "72", "어부 김모"),
        ("13일 오후부터 조금씩 손님들이 왔다", "13일 오후", "손님들"),
        ("(나루=물결통신) 지난 6일 섬을 떠난 고래 두 마리.", "두 마리", "고래"),
        ("고래 한 마리는 닿았고 다른 한 마리는 사라졌다", "한 마리", None),
        ("섬은 문을 닫지 않겠다는 선에서 내년 잔치를 접었다", "내년", "섬"),
        ("양국서 170명 모여 바다 지키기 논의", "170명", None),
        ("조합은 배 30척을 샀다", "30척", "조합"),
    ],
)
def test_an_actor_is_a_whole_noun(text: str, words: str, actor: str | None) -> None:
    found = read(text).loc[[words], "actor"]
    told = [None if one != one else one for one in found]
    assert told[-1] == actor


TOLD = "한나루 조합장은 지난달 배를 샀다."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("지난 3일 총회 뒤 여론이 들끓었다.", "지난 3일"),
        ("올해 어획량에서 내년 30만톤이 늘어난다.", "30만톤"),
        ("(실제로 30만톤을 나누면 3천톤이다.)", "30만톤"),
        ("언론에서 항구에 2조가 든다고 쓰면 모두 놀란다.", "2조"),
        ("바다를 주제로 한 두 번째 영화다.", "두 번째"),
    ],
)
def test_nobody_is_carried_into_a_sentence_of_its_own(text: str, words: str) -> None:
    assert _actor(TOLD, text, of=words) != "한나루 조합장"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("지난 3일 그물을 팔았다.", "지난 3일"),
        ("그물값으로 3억원을 냈다.", "3억원"),
        ("올해 들어 배를 9척 산 셈이다.", "9척"),
    ],
)
def test_who_goes_on_acting_is_carried(text: str, words: str) -> None:
    assert _actor(TOLD, text, of=words) == "한나루 조합장"
