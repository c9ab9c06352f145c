"""The wording of reports: a catalogue that is whole, and a formatter that writes Korean and lets no mark through."""

import re
from pathlib import Path

import pytest

import helpers.reporting
from helpers.errors import StudyError
from helpers.reporting.korean.counting import counted, counted_alone, ordinal
from helpers.reporting.korean.quoting import quoted, shortened, spoken
from helpers.reporting.messages import Message, Sentences, catalogue, message, paragraph, worded
from helpers.reporting.messages.formatting import English, Korean

SOURCES = Path(helpers.reporting.__file__).parent
KEY = re.compile(r'"([a-z_]+(?:\.[a-z_]+)+)"')


def korean(template: str, monkeypatch: pytest.MonkeyPatch, **values: object) -> str:
    monkeypatch.setattr("helpers.reporting.messages.formatting.pattern", lambda key, language: template)
    return Korean().worded(Message("tried", values))


# --- the catalogue ---
def test_every_message_of_the_catalogue_is_chosen_somewhere_and_every_chosen_one_is_in_it() -> None:
    written = {key for path in SOURCES.rglob("*.py") for key in KEY.findall(path.read_text("utf-8"))}
    known = set(catalogue("ko")) | set(catalogue("en"))
    assert known - written == set()
    chosen = {key for key in written if key.split(".")[0] in {known_key.split(".")[0] for known_key in known}}
    assert chosen - known == set()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_wording_can_be_parsed(language: str) -> None:
    for key, template in catalogue(language).items():
        fields = [name for _, name, _, _ in Korean().parse(template) if name is not None]
        assert all(name.isidentifier() for name in fields), key


def test_a_message_that_is_missing_or_lacks_a_value_says_which() -> None:
    with pytest.raises(StudyError, match=r"'no\.such'"):
        worded(message("no.such"))
    with pytest.raises(StudyError, match=r"claim\.named.*'text'"):
        worded(message("claim.named"))


# --- Korean ---
@pytest.mark.parametrize(
    ("template", "values", "said"),
    [
        ("{word:은/는} 왔다", {"word": "섬"}, "섬은 왔다"),
        ("{word:은/는} 왔다", {"word": "배"}, "배는 왔다"),
        ("{n:문장|이/가}", {"n": 3}, "세 문장이"),
        ("{n:문장}", {"n": 14}, "14문장"),
        ("{n:사람}", {"n": 2}, "두 사람"),
        ("{n:명}", {"n": 20}, "스무 명"),
        ("{n:위}", {"n": 3}, "3위"),
        ("{n:하나|이다/다}", {"n": 2}, "둘이다"),
        ("{n:하나}", {"n": 12}, "12개"),
        ("{n:첫째}", {"n": 2}, "둘째"),
        ("{n}", {"n": 12000}, "1만2000"),
        ("{share:%}", {"share": 0.375}, "38%"),
        ("{value:.2}", {"value": 0.5}, "0.50"),
        ("{claim:quoted|이라는/라는} 주장", {"claim": "배가 섬을 살렸다."}, "‘배가 섬을 살렸다’라는 주장"),
        ("{names:list|을/를}", {"names": ["섬", "배"]}, "섬과 배를"),
        ("{names:list|이다/다}", {"names": ["섬", "배", "등대"]}, "섬, 배, 등대다"),
        ("{names:commas|이다/다}", {"names": ["섬", "배"]}, "섬, 배다"),
        ("{words:q|이라고/라고} 쓴다", {"words": "▲배가 “왔다”."}, "<q>“배가 ‘왔다’”</q>라고 쓴다"),
        ("{n:문장|strong|이/가}", {"n": 1}, "<strong>한 문장</strong>이"),
        ("{n:문장|table voices}", {"n": 2}, '<a href="#tab-voices">두 문장</a>'),
        ("{day:day}", {"day": "2026-01-07T05:00+09:00"}, "2026년 1월 7일"),
    ],
)
def test_korean_steps(template: str, values: dict, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert korean(template, monkeypatch, **values) == said


def test_sentences_become_links_and_their_article_is_named_where_there_are_several(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = korean("({where})", monkeypatch, where=Sentences((("a", 3), ("a", 7))))
    assert one == '(문장 <a href="#s-a-3">3</a>, <a href="#s-a-7">7</a>)'
    two = Sentences((("a", 3), ("b", 7)), several=True)
    assert korean("{where}", monkeypatch, where=two).striptags() == "a의 문장 3; b의 문장 7"
    many = Sentences(tuple(("a", n) for n in range(1, 9)))
    assert korean("{where}", monkeypatch, where=many).striptags() == "문장 1, 2, 3, 4, 5, 6 등"


def test_messages_stand_within_messages() -> None:
    texts = [message("claim.text", text=text) for text in ("배가 왔다.", "새 등대")]
    said = worded(message("evidence.none", claims=message("claim.several", texts=texts, n=2)))
    assert said.startswith("‘배가 왔다’와 ‘새 등대’라는 두 주장과 이어진")


# --- English ---
def test_english_counts_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    template = "{n:sentence/sentences} {n:~is/are} {names:list}"
    monkeypatch.setattr("helpers.reporting.messages.formatting.pattern", lambda key, language: template)
    assert English().worded(Message("tried", {"n": 1, "names": ["a"]})) == "one sentence is a"
    assert English().worded(Message("tried", {"n": 3, "names": ["a", "b", "c"]})) == "3 sentences are a, b and c"


# --- hostile text ---
@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x>', "{0.__class__}", "%s & {x:문장} <b>"])
@pytest.mark.parametrize(
    "steps", ["", ":quoted", ":q", ":은/는", ":strong", ":keyword", ":quoted|이라는/라는", ":table <b>"]
)
def test_values_are_text_and_nothing_else(text: str, steps: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = korean("{word" + steps + "}", monkeypatch, word=text)
    assert set(re.findall(r"<(\w+)", said)) <= {"q", "strong", "a"}
    assert "<img" not in said and "<script" not in said


def test_the_catalogues_own_text_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    assert korean("<b>굵게</b> & {n}", monkeypatch, n=1) == "&lt;b&gt;굵게&lt;/b&gt; &amp; 1"


@pytest.mark.parametrize("field", ["{word.__class__}", "{word[0]}", "{}", "{0}"])
def test_a_field_is_a_name_alone(field: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StudyError):
        korean(field, monkeypatch, word="글")


# --- small words ---
def test_counts_are_native_where_print_has_them() -> None:
    assert [counted(n, "문장") for n in (0, 1, 4, 10, 11, 20)] == [
        "0문장", "한 문장", "네 문장", "열 문장", "11문장", "스무 문장",
    ]  # fmt: skip
    assert counted(3, "배") == "3배"
    assert [counted_alone(n) for n in (1, 3, 6, 11)] == ["하나", "셋", "여섯", "11개"]
    assert [ordinal(n) for n in (1, 10, 11)] == ["첫째", "열째", "11번째"]


def test_long_text_is_cut_at_a_space() -> None:
    assert shortened("바다와 섬과 배와 등대", longest=8) == "바다와 섬과…"
    assert shortened("바다와\n섬", longest=8) == "바다와 섬"


def test_marks_within_marks_change() -> None:
    assert quoted("그의 ‘새 배’.") == "‘그의 “새 배”’"
    assert spoken('▲ 그는 "왔다"고 했다.', longest=90) == "그는 '왔다'고 했다"


def test_no_message_says_nothing() -> None:
    assert paragraph([]).html == ""
