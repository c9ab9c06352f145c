"""A picture's caption where a text has no headline: it is a caption, and the text has none."""

from __future__ import annotations

import pytest

from helpers.cleaning import RawText, clean
from helpers.cleaning.pieces.agency import dated_captions
from helpers.tokenizing import sentences

BODY = (
    "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다. 예산은 3억 원이다. 주민 김아무개 씨는 “물레 소리를 기다렸다”고 말했다. "
    "지난해 이 골목을 찾은 사람은 모두 1만2000명으로, 한 해 전보다 12% 늘었다. 운영비를 누가 낼지는 아직 정해지지 않았다."
)
OPENED = f"(나루=하늘통신) 이솔빛 기자 = {BODY}"


def read(text: str) -> tuple[str | None, list[tuple[str, str]]]:
    raw = RawText(text, "utf-8", (), "0" * 64)
    found = clean(raw, article_id="a")
    assert "".join(found.lines["text"]) == raw.text
    return found.title, [(row.section, row.text) for row in sentences(found.lines).itertuples()]


@pytest.mark.parametrize(
    "caption",
    [
        "【나루=하늘통신】오새결 기자 = 주민들이 방앗간 앞에서 물레를 돌리고 있다.",
        "(나루=하늘통신) 오새결 기자 = 주민들이 물레를 돌리고 있다. 2031.2.3",
        "▲ 주민들이 방앗간 앞에서 물레를 돌리고 있다. /사진=나루시",
        "△ 박하늘 나루시장이 물레를 보고 있다",
        "물레 앞에 선 주민들 /사진=하늘통신",
        "물레방앗간 앞의 주민들. 하늘통신 자료사진",
    ],
)
def test_a_caption_above_an_article_without_a_headline_is_no_title(caption: str) -> None:
    mail = " 2031.02.03. haneul@sky.example" if caption.startswith("【") else ""
    title, said = read(f"{caption}{mail}\n\n{BODY}\n")
    assert (title, said[0][0], said[1]) == (
        None,
        "caption",
        ("body", "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다."),
    )


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        (
            "(나루=하늘통신) 오새결 기자 = 주민들이 물레를 돌리고 있다. 물은 지난달에 찼다.",
            " 2031.2.3 haneul@sky.example ",
        ),
        ("【나루=하늘통신】오새결 기자 = 물레가 골목에 놓였다. 2031.02.03 (사진=나루시 제공)", "haneul@sky.example"),
        ("[나루=하늘통신] 오새결 기자 = 물레를 돌리는 주민들의 모습. 2031-02-03", "    "),
        ("(나루=하늘통신) 오새결 기자 = 주민들이 물레를 돌리고 있다.", " 2031. 2. 3. haneul@sky.example"),
    ],
)
def test_a_deck_glued_to_an_agencys_picture_is_no_title_and_the_article_begins_behind_the_picture(
    caption: str, credit: str
) -> None:
    deck = "나루시 3억 들여 물레 복원…“소리 그리웠다”"
    title, said = read(f"{deck}{caption}{credit}{OPENED}\n")
    assert (title, said[0]) == (None, ("deck", deck))
    assert "".join(text for section, text in said if section == "caption").replace(" ", "") == caption.replace(" ", "")
    assert " ".join(text for section, text in said if section == "body") == BODY


def test_what_is_glued_between_a_picture_and_its_article_is_a_deck() -> None:
    picture = "【나루=하늘통신】오새결 기자 = 주민들이 물레를 돌리고 있다."
    title, said = read(f"{picture} 2031.02.03 haneul@sky.example물레 복원에 3억 원 든다{OPENED}\n")
    assert (title, said[:2]) == (None, [("caption", picture), ("deck", "물레 복원에 3억 원 든다")])


def test_a_headline_of_its_own_above_a_picture_stays() -> None:
    picture = "(나루=하늘통신) 오새결 기자 = 주민들이 물레를 돌리고 있다. 2031.2.3"
    title, said = read(f"나루시, 물레 셋 다시 놓는다\n\n{picture}\n\n{OPENED}\n")
    assert (title, said[1]) == ("나루시, 물레 셋 다시 놓는다", ("caption", picture))


@pytest.mark.parametrize(
    "text",
    [
        "(나루=하늘통신) 이솔빛 기자 = 나루시는 물레를 다시 놓는다고 밝혔다. 물레는 다음 달에 돈다. 2031.02.03",
        "(나루=하늘통신) 이솔빛 기자 = 물레는 2031.02.03에 돌고 있다.",
        "나루시에서는 주민들이 물레를 돌리고 있다. 2031.02.03",
    ],
)
def test_a_report_that_ends_in_its_day_is_no_picture(text: str) -> None:
    assert dated_captions(text) == []
