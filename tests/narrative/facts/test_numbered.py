"""Numbers that say which person, thing or episode is meant, beside those that count."""

import pytest

from made.facts import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("물결군 6번 확진자는 섬에서 왔다.", ["6번"]),
        ("7번과 9번 환자가 뭍으로 옮겨졌다.", ["7번", "9번"]),
        ("선착장 2번 출구로 나오면 된다.", ["2번"]),
        ("섬사람들은 3번 마을버스를 기다린다.", ["3번"]),
        ("나루 이야기는 6회 방송에서 끝난다.", ["6회"]),
        ("3회에서는 형제가 다시 만난다.", ["3회"]),
    ],
)
def test_the_number_of_a_person_a_thing_or_an_episode_counts_nothing(text, words):
    found = read(text).loc[words]
    assert found["gives"].tolist() == ["order"] * len(words)
    assert not found["checkable"].any()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("나루 이야기는 5, 6회 방송에서 주인공을 바꿨다.", "5, 6회"),
        ("5, 6회에서는 형제가 다시 만난다.", "5, 6회"),
        ("5·6회는 배에서 찍었다.", "5·6회"),
        ("형제는 5,6회 방송분에 나온다.", "5,6회"),
    ],
)
def test_episodes_in_a_row_are_one_span_of_numbers(text, words):
    row = read(text).loc[words]
    assert (row["value"], row["value_to"], row["gives"], row["checkable"]) == (5, 6, "order", False)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("조합장은 3번 질문했다.", "3번", 3),
        ("조합장은 2번 국회의원을 지냈다.", "2번", 2),
        ("나루 등대는 하루 3회 방송을 내보낸다.", "3회", 3),
        ("물길 훈련은 3회에서 5회로 늘었다.", "3회", 3),
        ("배는 12,345회 떠났다.", "12,345회", 12_345),
    ],
)
def test_how_often_something_was_done_is_a_count(text, words, value):
    row = read(text).loc[words]
    assert (row["value"], row["gives"] != "order", row["checkable"]) == (value, True, True)
