"""Scripts of broadcasts: marks of turns and lines that only name who speaks are neither subheads nor sentences."""

from __future__ import annotations

import pytest

from helpers.cleaning import RawText, clean
from helpers.cleaning.html import read_page
from helpers.tokenizing import sentences

TITLE = "둑 높이기로 한 나루마을"
LEAD = "나루마을이 올해 안에 강둑을 두 뼘 높이기로 했습니다."
REPORT = "주민들은 봄마다 물이 넘쳐 밭을 버렸다고 말합니다."
NOUN = "물에 잠긴 보리밭을 둘러보며 둑을 다시 재는 주민들."
SAID = '"둑이 낮아 비가 오면 잠을 못 잡니다."'
END = "군은 다음 달부터 흙을 나르기로 했습니다."


def read(*lines: str):
    cleaned = clean(RawText("\n\n".join(lines), "utf-8", (), "0" * 64))
    labels = {piece.text: piece.label for piece in cleaned.pieces if piece.text}
    return labels, [(row.section, " ".join(row.text.split())) for row in sentences(cleaned.lines).itertuples()]


@pytest.mark.parametrize("marks", [("◀ 앵커 ▶", "◀ 리포트 ▶"), ("[앵커]", "[리포트]"), ("<앵커>", "<기자>")])
def test_marks_of_turns_are_kept_and_are_no_sentences(marks: tuple[str, str]) -> None:
    labels, said = read(TITLE, marks[0], LEAD, "박하늘 기자가 보도합니다.", marks[1], NOUN, REPORT, END)
    assert {labels[mark] for mark in marks} == {"turn"}
    assert said == [
        ("title", TITLE),
        *(("body", line) for line in (LEAD, "박하늘 기자가 보도합니다.", NOUN, REPORT, END)),
    ]


@pytest.mark.parametrize("name", ["[박하늘/나루마을 이장]", "[박하늘 / 나루 이장(어제)]", "[솔 베르거 | 강 연구자]"])
def test_a_line_that_names_who_speaks_is_one_sentence_with_the_words_below_it(name: str) -> None:
    labels, said = read(TITLE, "[앵커]", LEAD, REPORT, f"{name}\n{SAID}", NOUN, END)
    assert labels[name] == "body"
    assert ("body", f"{name} {SAID}") in said
    assert all(section in ("title", "body") for section, _ in said)


@pytest.mark.parametrize("line", ["[사진/나루군]", "[나루일보/박하늘 기자]"])
def test_a_credit_or_a_byline_in_brackets_names_nobody_who_speaks(line: str) -> None:
    labels, _ = read(TITLE, LEAD, REPORT, line, END)
    assert labels[line] != "body"


@pytest.mark.parametrize("name", ["[나루군 관계자 (음성변조)]", "[둑 아래 주민]"])
def test_somebody_without_a_name_in_brackets_is_one_sentence_with_the_words_below(name: str) -> None:
    _, said = read(TITLE, "[앵커]", LEAD, REPORT, f"{name}\n{SAID}", NOUN, END)
    assert ("body", f"{name} {SAID}") in said
    assert all(section in ("title", "body") for section, _ in said)


@pytest.mark.parametrize("line", ["나루방송 뉴스 박하늘입니다.", "KBS뉴스 박하늘입니다.", "SBS 박하늘 기자입니다."])
def test_a_reporters_sign_off_is_no_sentence(line: str) -> None:
    labels, said = read(TITLE, LEAD, REPORT, END, line)
    assert labels[line] == "byline" and all(text != line for _, text in said)


def test_who_somebody_is_in_one_sentence_is_no_sign_off() -> None:
    _, said = read(TITLE, LEAD, REPORT, "둑을 지키는 이는 박하늘입니다.", END)
    assert ("body", "둑을 지키는 이는 박하늘입니다.") in said


def test_two_speakers_in_a_row_are_not_joined() -> None:
    _, said = read(TITLE, LEAD, REPORT, "[박하늘/이장]\n[민솔/총무]\n" + SAID, END)
    assert ("body", f"[민솔/총무] {SAID}") in said and ("body", "[박하늘/이장]") in said


TALK = ("■ 진행 : 오새결 아나운서", "▷오새결 : 둑을 왜 높입니까? 돈이 많이 들 텐데요.", "▶박하늘 : 네.")


def test_lines_with_who_says_them_before_a_colon_are_body_however_short() -> None:
    more = ("▷오새결 : 그렇군요. 언제 시작합니까?", "▶박하늘 : 다음 달에 흙을 나르기 시작합니다. 가을에는 끝납니다.")
    labels, _ = read(TITLE, LEAD, REPORT, *TALK, *more)
    assert [labels[line] for line in (*TALK, *more)] == ["body"] * 5


def test_a_subhead_with_a_sign_and_a_colon_stays_one() -> None:
    labels, _ = read(
        TITLE, LEAD, REPORT, "◇ 둑 : 더 높이", END, REPORT + " 밭도 잠겼다고 합니다.", END + " 돌도 나릅니다."
    )
    assert labels["◇ 둑 : 더 높이"] == "subhead"


def test_a_list_at_the_head_of_an_articles_own_element_is_kept_past_the_day_in_it() -> None:
    lines = [
        "- 봄마다 물 넘쳐 보리밭 잠겨",
        "- 군, 둑 두 뼘 높이기로",
        "■ 일자 : 2031년 3월 4일 (화)",
        *TALK,
        REPORT,
        END,
    ]
    html = (
        f"<html><head><title>{TITLE}</title></head><body><div class='menu'><a href='/'>뉴스</a></div><h1>{TITLE}</h1>"
        f"<p>입력 2031.03.04. 09:30</p><div class='text'>{'<br>'.join(lines)}</div></body></html>"
    )
    page = read_page(html)
    text = clean(RawText(page.text, "utf-8", (), "0" * 64, "a.html", page)).text
    assert lines[0] in text and lines[1] in text and TALK[0] in text


def test_a_script_broken_where_one_takes_breath_is_read_in_sentences() -> None:
    script = (
        "◀ANC▶",
        "올해 보리 값이 크게 떨어져 농가가",
        "걱정에 빠졌습니다.",
        "둑을 낮게 쌓은 마을이 늘었기",
        "때문인데, 물이 넘치는 밭이",
        "더 많아질 것으로 보여",
        "주민들은 마음을 놓지 못하고 있습니다.",
        "◀END▶",
        "◀INT▶박하늘/보리 농민",
        '"한 가마니에 이천 원이면',
        '씨앗값도 못 건진다."',
        "(s/u)",
        "지금 남은 보리는 지난해보다",
        "절반이 줄어 창고에",
        "쌓을 것도 없습니다.",
        "흙을 고르는 일 같은",
        "손이 가는 일에 드는 품삯이",
        "오르고 있습니다.",
    )
    found = [text for _, text in read("보리 값 떨어진 나루마을", "", "\n".join(script))[1]]
    assert "올해 보리 값이 크게 떨어져 농가가 걱정에 빠졌습니다." in found
    assert '"한 가마니에 이천 원이면 씨앗값도 못 건진다."' in " ".join(found)
    assert "지금 남은 보리는 지난해보다 절반이 줄어 창고에 쌓을 것도 없습니다." in found


def test_short_lines_that_end_as_headings_do_are_no_script() -> None:
    menu = [
        "정치",
        "보리값 하락, 나루 농가 울상",
        "둑 공사 다시 시작",
        "“물이 걱정”",
        "군의회 예산 심의",
        "강둑에 핀 봄꽃",
    ]
    text = "\n".join([*menu, LEAD, REPORT, END])
    assert [text for _, text in read(TITLE, "", text)[1]].count(LEAD) == 1


SCRIPT = """[앵커]
나루마을이 올해 안에 강둑을 두 뼘 높이기로 했습니다. 박하늘 기자와 이야기 나눠 보겠습니다. 둑이 꽤 오래됐죠?
[기자]
걱정이 많기는 했는데,
실제로 둑이 무너진 일은 없었습니다. 다만 이솔빛 이장이
흙을 나르자고 했고, 군도 곧바로 따랐습니다. 지난봄에 물이 넘친 뒤로 마을 회의가 열 번 넘게 열린 점도 영향을 미쳤을 겁니다.
밭을 버린 집마다 사정이 달랐습니다만, 보리를 다시 뿌린다는 쪽과 둑부터 높인다는 쪽이 맞서다가 끝내 한뜻을 모았습니다.
특히
"더는 못 기다린다"라는
말이 자주 나왔는데, 둑과 밭 사이의 고민을
드러낸 말이 아닌가 싶습니다. 군은 다음 달부터 흙을 나르고 장마가 오기 전에 일을 마치기로 했습니다.
강둑 높이기
올가을에는 둑길도 다시 엽니다.
[앵커]
수고했습니다.
"""


def test_lines_of_a_script_that_break_off_are_one_sentence_with_the_next() -> None:
    cleaned = clean(RawText(f"{TITLE}\n\n{SCRIPT}", "utf-8", (), "0" * 64))
    said = [(row.section, " ".join(row.text.split())) for row in sentences(cleaned.lines).itertuples()]
    assert ("body", "걱정이 많기는 했는데, 실제로 둑이 무너진 일은 없었습니다.") in said
    assert ("body", "다만 이솔빛 이장이 흙을 나르자고 했고, 군도 곧바로 따랐습니다.") in said
    assert any(text.startswith('특히 "더는 못 기다린다"라는 말이') and text.endswith("싶습니다.") for _, text in said)
    assert ("subhead", "강둑 높이기") in said


def test_lines_that_break_off_stay_apart_where_nobody_marks_turns() -> None:
    text = SCRIPT.replace("[앵커]\n", "").replace("[기자]\n", "")
    cleaned = clean(RawText(f"{TITLE}\n\n{text}", "utf-8", (), "0" * 64))
    assert "특히" in [piece.text for piece in cleaned.pieces]


@pytest.mark.parametrize(("name", "label"), [("이솔빛 이장", "body"), ("이 이장", "body"), ("강둑 높이기", "subhead")])
def test_a_name_and_a_title_above_a_quotation_says_whose_it_is_in_a_broadcast(name: str, label: str) -> None:
    labels, said = read(TITLE, "[앵커]", LEAD, "[기자]", REPORT, name, SAID, END)
    assert labels[name] == label
    assert (("body", f"{name} {SAID}") in said) == (label == "body")


def test_a_name_and_a_title_above_a_quotation_is_a_subhead_in_print() -> None:
    labels, _ = read(TITLE, LEAD, REPORT, "이솔빛 이장", SAID, END)
    assert labels["이솔빛 이장"] == "subhead"


@pytest.mark.parametrize(
    "name", ["박하늘 / 나루마을 이장", "이솔빛/나루시장 상인", "오새결 / 강연구소 물길팀장", "윤별 / 둑 아래 주민"]
)
def test_a_name_and_an_office_parted_by_a_stroke_say_who_speaks_below(name: str) -> None:
    labels, said = read(TITLE, "[앵커]", LEAD, "[리포트]", REPORT, f"{name}\n{SAID}", NOUN, END)
    assert labels[name] == "body" and ("body", f"{name} {SAID}") in said


@pytest.mark.parametrize("line", ["사진 / 나루군", "박하늘 / 나루방송 기자", "취재 / 이솔빛"])
def test_a_credit_parted_by_a_stroke_says_nobodys_words(line: str) -> None:
    _, said = read(TITLE, "[앵커]", LEAD, "[리포트]", REPORT, line, NOUN, END)
    assert all(not text.startswith(f"{line} ") for _, text in said)


def test_outside_of_a_broadcast_a_name_and_an_office_are_a_short_line() -> None:
    labels, _ = read(TITLE, LEAD, REPORT, "박하늘 / 나루마을 이장", NOUN, END)
    assert labels["박하늘 / 나루마을 이장"] != "body"


@pytest.mark.parametrize(
    "line",
    [
        "둑을 높이는 데 3억 원이 들지만 물길은 그대로라는 겁니다",
        "군은 다음 달부터 흙을 나르기로 했습니다",
        '"둑이 낮아서 비만 오면 밤새 잠을 못 이룬다고 볼 수밖에‥"',
        '"둑만 높이면 물이 다른 마을로 넘어갈 수밖에 없는데…"',
    ],
)
def test_in_a_broadcast_a_sentence_without_its_stop_and_words_on_tape_are_no_subheads(line: str) -> None:
    labels, _ = read(TITLE, "[앵커]", LEAD, "[리포트]", REPORT, line, NOUN, END)
    assert labels[line] == "body"


def test_a_quotation_above_the_first_turn_of_a_broadcast_is_a_deck() -> None:
    deck = '"둑이 낮아서 비만 오면 밤새 잠을 못 이룬다"'
    labels, _ = read(TITLE, "입력 2031.02.03 04:05", deck, "[앵커]", LEAD, "[리포트]", REPORT, NOUN, END)
    assert labels[deck] == "deck"


def test_the_anchor_names_the_reporter() -> None:
    text = "\n\n".join([TITLE, "[앵커]", LEAD, "박하늘 기자입니다.", "[리포트]", REPORT, NOUN, END])
    assert clean(RawText(text, "utf-8", (), "0" * 64)).metadata.reporter == "박하늘 기자"
