"""What stands on the line of an article, or between its paragraphs: gaps, rules, scripts, pictures, marks of turns."""

from __future__ import annotations

import pytest

from helpers.cleaning import RawText, clean
from helpers.tokenizing import sentences

BODY = (
    "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다. 예산은 3억 원이다. 주민들은 물레 소리를 기다렸다고 말했다.{}"
    "지난해 이 골목을 찾은 사람은 모두 1만2000명이었다. 시는 올봄에 골목 이름도 바꾼다. 상인회는 반갑다고 밝혔다."
)
NEXT = "\n\n상인들은 봄이 오기를 기다린다고 말했다. 시는 다음 달에 설명회를 연다.\n\n물레는 5월부터 돌아간다. 시는 표를 받지 않는다."


def read(text: str):
    return clean(RawText(text, "utf-8", (), "0" * 64), article_id="a")


def said(text: str) -> list[tuple[str, str]]:
    return [(row.section, " ".join(row.text.split())) for row in sentences(read(text).lines).itertuples()]


@pytest.mark.parametrize(
    "sentence",
    [
        "물레를 찾은 사람은  12.5% 늘었다.",
        "한 해 물값을  3400만 원 줄인 셈이다.",
        "문을 여는 때가 아침 10시에서  9시로 앞당겨진다.",
        "새 물레의 지름은 옛것과 같은  4미터다.",
        "방앗간은 B동과 C#이  2곳씩 나눠 쓴다.",
    ],
)
def test_a_wide_gap_within_a_sentence_does_not_cut_it(sentence: str) -> None:
    whole = " ".join(sentence.split())
    assert ("body", whole) in said(BODY.format(f"  {sentence}  "))


def test_a_wide_gap_behind_a_name_that_ends_as_a_particle_does_cuts() -> None:
    found = said(BODY.format("  ") + "  취재 박다은  ※ 나루신문은 독자의 제보를 기다립니다.")
    assert found[-1] == ("body", "상인회는 반갑다고 밝혔다.")


def test_the_office_of_a_name_stays_with_it_over_a_wide_gap() -> None:
    article = read("[나루신문 박하늘  기자] " + BODY.format("  "))
    assert article.metadata.reporter == "박하늘 기자"
    assert not any(piece.text == "기자]" or piece.text.startswith("기자] ") for piece in article.pieces)


@pytest.mark.parametrize(
    "head",
    ["━물레가 다시 도는 까닭━", "━ 골목을 떠난 상인들 ━", "━3억 원은 어디서 오나━", "━‘소리의 골목’ 새 이름━"],
)
def test_a_subhead_between_rules_is_cut_from_its_sentence(head: str) -> None:
    found = said(BODY.format(head))
    assert ("subhead", head) in found
    assert ("body", "지난해 이 골목을 찾은 사람은 모두 1만2000명이었다.") in found


def test_a_rule_alone_is_no_subhead() -> None:
    assert not any(section == "subhead" for section, _ in said(BODY.format(" 물레 값은 3억━4억 원이다. ")))


@pytest.mark.parametrize(
    "script",
    [
        "// 물레 재생기",
        "// 오류를 피하는 함수 function _wheel_remove() {}",
        "function turnWheel(speed) { return speed; }",
        "// 광고 자리",
    ],
)
def test_a_script_is_not_of_the_article(script: str) -> None:
    assert not any(
        script in text for _, text in said(f"물레방앗간 골목에 물레 다시 돈다\n\n{script}\n\n{BODY.format('')}")
    )


def test_an_epigraph_between_strokes_is_kept() -> None:
    assert any("물은 흐르고" in text for _, text in said(BODY.format("") + "\n\n// 물은 흐르고 물레는 돈다 //" + NEXT))


@pytest.mark.parametrize(
    "line",
    [
        "물레 세 대, 봄부터 다시 돈다[앵커]",
        "나루시, 방앗간 골목 되살린다[앵커]",
        "“물레 소리 그리웠다” 상인들 반색 [앵커]",
        "3억 원 들여 물길도 고쳐[앵커]",
    ],
)
def test_the_mark_of_who_speaks_is_cut_from_the_end_of_a_deck(line: str) -> None:
    text = (
        f"방앗간 골목 물레 다시 돈다\n나루방송\n2031.02.03 18:04\n\n{line}\n나루시가 물레를 다시 놓기로 했습니다.\n\n"
        "주민들은 소리를 기다렸다고 말했습니다.\n\n[기자]\n방앗간 골목입니다.\n\n물레 세 대가 봄부터 돌아갑니다.\n"
    )
    assert not any("[앵커]" in found for _, found in said(text))
    assert any(line.removesuffix("[앵커]").strip() in found for _, found in said(text))


def test_a_bracket_that_is_no_mark_stays_at_the_end_of_a_line() -> None:
    assert any(
        text.endswith("[나루의 봄]") for _, text in said(BODY.format("") + "\n\n방앗간 골목의 소식 [나루의 봄]" + NEXT)
    )


@pytest.mark.parametrize(
    "shown",
    [
        "[나루=하늘통신] 박하늘 기자 = 물길을 고치는 일꾼들. 2031.02.03. naru@press.example",
        "[온새=하늘통신] 이솔빛 기자 = 새로 깎은 물레. 2030.11.20.  ol@press.example",
        "【나루=하늘통신】오새결 기자 = 방앗간 골목의 봄. 2031.03.01.   sae@press.example",
        "[나루=하늘통신] 박하늘 기자 = 물레를 돌리는 박아무개 시장. 2031.02.27. naru@press.example",
    ],
)
def test_an_agencys_picture_that_names_what_is_seen_is_a_caption(shown: str) -> None:
    found = said(BODY.format(shown))
    assert any(section == "caption" and text.startswith(shown[:8]) for section, text in found)
    assert not any(section == "body" and ("하늘통신" in text or "2031.0" in text) for section, text in found)


def test_an_agencys_report_that_tells_is_no_caption() -> None:
    report = "[나루=하늘통신] 박하늘 기자 = 나루시는 물레를 놓는다고 밝혔다. 2031.02.03. naru@press.example"
    assert not any(section == "caption" for section, _ in said(BODY.format(f" {report}")))


@pytest.mark.parametrize(
    "title",
    ["물레 둘러보는 나루시장", "방앗간 골목 찾은 나루시의회 의원들", "물레 앞에 선 주민들", "나루시, 물길 공사 한창"],
)
def test_a_picture_on_the_line_takes_no_sentence_into_the_deck(title: str) -> None:
    shown = (
        "(나루=하늘통신) 이솔빛 기자 = 나루시장이 3일 방앗간 골목에서 물레를 둘러보고 있다. 2031.2.3 ol@press.example"
    )
    found = said(
        f"나루시, 물레 셋 다시 놓는다\n박하늘 기자\n\n(나루=하늘통신) 박하늘 기자 = {BODY.format(f' {title} {shown} ')}"
    )
    assert ("caption", title) in found
    assert [section for section, text in found if "예산은" in text or "상인회는" in text] == ["body", "body"]


@pytest.mark.parametrize("end", ["\n(끝)", "\n<끝>", "", "\n\n(끝)"])
def test_an_agencys_picture_between_paragraphs_does_not_end_the_article(end: str) -> None:
    shown = "물레 앞에 선 나루시장(나루=하늘통신) 이솔빛 기자 = 나루시장이 3일 물레를 둘러보고 있다. \nol@press.example"
    found = said(
        f"나루시, 물레 셋 다시 놓는다\n\n(나루=하늘통신) 박하늘 기자 = {BODY.format('')}\n\n{shown}{end}{NEXT}"
    )
    assert ("body", "시는 표를 받지 않는다.") in found
    assert ("caption", "물레 앞에 선 나루시장") in found


def test_the_end_behind_the_last_sentence_ends_the_article() -> None:
    text = f"나루시, 물레 셋 다시 놓는다\n\n(나루=하늘통신) 박하늘 기자 = {BODY.format('')}\nnaru@press.example\n(끝)\n\n하늘시, 다리 놓는다"
    assert said(text)[-1] == ("body", "상인회는 반갑다고 밝혔다.")


@pytest.mark.parametrize(
    "head",
    [
        "[[물길]물레 셋 다시 도는 방앗간…봄부터]",
        "[골목 되살리는 물레…예산 3억 원]",
        "[물레 소리 다시 듣는다…상인들 반색]",
        "[나루시, 방앗간 골목에 물레 셋 놓는다]",
    ],
)
def test_a_headline_in_brackets_behind_the_byline_is_a_deck(head: str) -> None:
    found = said(f"[나루신문 박하늘 기자] {head}" + BODY.format(""))
    assert ("deck", head) in found
    assert ("body", "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다.") in found


def test_a_quotation_in_brackets_behind_the_byline_stays_in_its_sentence() -> None:
    found = said("[나루신문 박하늘 기자] [물레] 셋이 다시 돈다. " + BODY.format(""))
    assert any("셋이 다시 돈다." in text and section == "body" for section, text in found)


@pytest.mark.parametrize(
    ("caption", "behind"),
    [
        (
            "한 해 물레 값 추이(이미지=나루시)",
            "물레는 지난해보다 12% 비싸졌다고 시는 설명했다. 목수들은 나무가 모자란다고 말한다.",
        ),
        (
            "방앗간 골목 새 지도 [그래픽=박하늘]",
            "골목은 네 갈래로 나뉘어 있고 물길은 하나다. 시는 물길을 더 내지 않는다.",
        ),
        ("방앗간 골목의 새 물레 © 뉴스1", "주민들은 손으로 깎은 물레가 오래간다고 말한다. 나무는 산에서 온다."),
        (
            "물레 앞의 아이들(사진=하늘통신)",
            "아이들이 골목을 다시 찾은 것은 열두 해 만이라고 시는 전했다. 학교는 반겼다.",
        ),
    ],
)
def test_a_caption_within_the_text_ends_in_whose_picture_it_is(caption: str, behind: str) -> None:
    found = said(BODY.format(f" {caption} {behind} "))
    assert ("caption", caption) in found
    assert ("body", behind.split(". ")[0] + ".") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "물레 값 통계(자료=나루시)는 지난달에 나왔다고 시는 설명했다.",
        "시는 물레 값을 조사한 표(자료=나루시) 한 장을 주민들에게 나눠 줬다고 밝혔다.",
        "나루시 제공 자료에 따르면 물레는 모두 셋이라고 한다.",
    ],
)
def test_a_credit_that_a_sentence_takes_up_is_within_it(sentence: str) -> None:
    assert ("body", sentence) in said(BODY.format(f" {sentence} "))


@pytest.mark.parametrize("agency", ["연합뉴스", "로이터연합", "뉴시스", "AP연합뉴스"])
def test_an_agency_behind_the_second_sentence_of_a_caption_is_its_credit(agency: str) -> None:
    shown = "나루시장이 3일 방앗간 골목에서 물레를 돌리고 있다. 나루시는 이날 물레 셋을 놓는다고 밝혔다."
    found = said(f"나루시, 물레 셋 다시 놓는다\n박하늘 기자\n\n{shown} {agency} {BODY.format(' ')}")
    assert [text for section, text in found if section == "caption"] == [
        "나루시장이 3일 방앗간 골목에서 물레를 돌리고 있다.",
        f"나루시는 이날 물레 셋을 놓는다고 밝혔다. {agency}",
    ]
    assert ("body", "예산은 3억 원이다.") in found


def test_an_agency_that_tells_is_no_credit() -> None:
    told = "나루시장이 3일 물레를 돌리고 있다. 시는 물레 셋을 놓는다고 밝혔다. 연합뉴스 보도가 나온 뒤 주민들이 모였다."
    assert ("body", "연합뉴스 보도가 나온 뒤 주민들이 모였다.") in said(
        f"물레 다시 돈다\n박하늘 기자\n\n{told} {BODY.format(' ')}"
    )


@pytest.mark.parametrize(
    "head", ["방앗간 골목 주말 발길↑", "물레 값 오르자 주문↓", "봄 물길 공사 민원↑", "골목 빈집 1년 새↓"]
)
def test_an_arrow_ends_a_subhead(head: str) -> None:
    found = said(BODY.format(f" {head} 나루시에 따르면 골목을 찾는 이들을 세어 보니 해마다 달랐다. "))
    assert ("body", "나루시에 따르면 골목을 찾는 이들을 세어 보니 해마다 달랐다.") in found
    assert any(text == head and section != "body" for section, text in found)


def test_an_arrow_within_a_sentence_ends_nothing() -> None:
    sentence = "시는 물레 값을 12%↑ 올린다고 밝혔다."
    assert ("body", sentence) in said(BODY.format(f" {sentence} "))


@pytest.mark.parametrize(
    "head",
    [
        "(나루=하늘통신) 박하늘 기자 = ",
        "[나루신문 박하늘 기자] ",
        "나루신문=박하늘 기자] ",
        "(나루신문=박하늘 기자)",
        "(나루=하늘통신) 박하늘 기자, 이솔빛 기자 = ",
    ],
)
def test_a_sentence_begins_behind_paper_and_reporter(head: str) -> None:
    assert said(head + BODY.format(" "))[0] == ("body", "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다.")


def test_a_bracket_in_which_reporters_are_told_of_stays() -> None:
    first = "(기자들이 모인 자리에서) 나루시장은 물레를 놓겠다고 말했다."
    assert ("body", first) in said(f"{first} {BODY.format(' ')}")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("방앗간 골목에서 물레를 돌리던 사람들이 하나둘 떠나고 빈집이 늘어난 것을", "시는 오래 걱정해 왔다."),
        ("나루시가 올해 물레를 다시 놓기로 하면서 방앗간 골목의 상인들은 봄부터는", "손님이 늘 것으로 본다."),
        ("물레를 깎는 목수 셋은 지난해 가을부터 나루시의 산에서 나무를 베어 와서는", "골목에서 말렸다."),
        ("시는 물레가 놓일 자리를 고르려고 골목의 집을 하나씩 찾아다니며 주민들에게", "의견을 물었다."),
    ],
)
def test_a_long_line_that_breaks_off_is_one_sentence_with_the_next(above: str, below: str) -> None:
    text = f"나루시, 물레 셋 다시 놓는다\n\n{BODY.format(' ')}\n  시는 이렇게 밝혔다. {above}\n  {below} 봄은 멀다.\n\n{BODY.format(' ')[:60]}\n"
    assert ("body", f"{above} {below}") in said(text)


def test_short_lines_that_end_in_particles_stay_apart() -> None:
    verse = "물은 흐르고\n물레는\n봄을 따라 돈다"
    assert ("body", "물레는 봄을 따라 돈다") not in said(f"{BODY.format(' ')}\n\n{verse}{NEXT}")
