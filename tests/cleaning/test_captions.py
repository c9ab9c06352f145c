"""What stands under a picture is a caption, by whose picture it is; its credit is no sentence."""

import pytest

from helpers.cleaning import clean
from helpers.cleaning.files.reading import RawText
from helpers.tokenizing import sentences

PAGE = """나루시, 숲길 열두 곳 새로 낸다

입력 2025-03-04 09:30

나루시가 숲길 열두 곳을 새로 낸다고 4일 밝혔다. 시는 다음 달부터 공사를 시작한다.

{line}

시는 해마다 길을 두 곳씩 늘려 왔다. 시민들은 길이 늘어 반갑다고 말했다.
"""


def read(line: str) -> list[tuple[str, str]]:
    cleaned = clean(RawText(PAGE.format(line=line), "utf-8", (), "0" * 64), article_id="a")
    found = sentences(cleaned.lines)
    return [(row.section, row.text) for row in found.itertuples() if row.text in line or line in row.text]


@pytest.mark.parametrize(
    "line",
    [
        "시민들이 4일 나루시 숲길을 걷고 있다. /하늘통신",
        "나루대교 모습. 나루시 제공",
        "숲길 입구에 선 안내판. ⓒ 김하늘 기자",
        "나루시 숲길 전경. /하늘통신 DB",
        "숲길 들머리 (하늘통신 DB)",
        "숲길의 가을 모습. /오새결 기자",
        "배우 김하늘이 나루 숲길에서 손을 흔들고 있다. 사진 한강 엔터테인먼트",
        "영화 '숲길'에 나온 나루대교 전경. 사진 나루필름",
        "김하늘과 오새결 하이파이브. 연합뉴스",
    ],
)
def test_a_line_that_ends_with_whose_picture_it_is_is_one_caption(line: str) -> None:
    assert read(line) == [("caption", line)]


@pytest.mark.parametrize(
    "line",
    [
        "시는 길 하나에 3억/4억 원을 쓴다고 했다.",
        "시민 박두리 씨는 “길이 늘어 좋다”고 했다. 상인들도 손님이 늘었다고 했다.",
        "길을 낸 회사는 나무와 돌을 모두 시에서 제공",
    ],
)
def test_a_line_that_says_nothing_of_a_picture_is_none(line: str) -> None:
    assert not any(section == "caption" for section, _ in read(line))


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("나루시 숲길 지도(위쪽 1구간, 아래쪽 2구간) [나루시 제공. 재판매 및 DB 금지]", "나루시 숲길 지도(위쪽 1구간, 아래쪽 2구간)"),
        ("2019년 찍은 나루 숲길 들머리. [하늘통신 자료사진. 재판매 및 DB 금지]", "2019년 찍은 나루 숲길 들머리."),
        ("시민들이 숲길을 걷고 있다. [하늘통신 제공. 재판매 및 DB 금지]", "시민들이 숲길을 걷고 있다."),
        ("나루 숲길 안내도\n\n[나루시 제공. 재판매 및 DB 금지]", "나루 숲길 안내도"),
        ("시민들이 숲길을 걷고 있다.\n[나루시 제공. 재판매 및 DB 금지]", "시민들이 숲길을 걷고 있다."),
        (
            "[나루=하늘통신] 김하늘 기자 = 박두리 나루시장이 1일 오전 나루시청에서 열린 숲길 설명회에서 말하고 있다. 2025.03.01. haneul@sky.test",
            "[나루=하늘통신] 김하늘 기자 = 박두리 나루시장이 1일 오전 나루시청에서 열린 숲길 설명회에서 말하고 있다.",
        ),
    ],
)  # fmt: skip
def test_what_stands_before_the_credit_of_a_picture_is_its_caption(line: str, caption: str) -> None:
    assert read(line) == [("caption", caption)]


@pytest.mark.parametrize(
    "line",
    [
        "시민들이 1일 나루시 숲길을 걷고 있다. 이날 숲길에는 3천 명이 다녀갔다. 2025.3.1/하늘통신 ⓒ 김하늘 기자",
        "박두리 나루시장이 3일 오전 시청에서 열린 회의에서 말하고 있다. 나루시청사진기자단.",
        "박두리 나루시장이 시청에서 말하고 있다. 공동취재단",
    ],
)
def test_the_date_and_the_maker_of_a_picture_end_its_caption(line: str) -> None:
    found = read(line)
    assert {section for section, _ in found} == {"caption"}
    assert found[-1][1].endswith(line[-6:]) and len(found[-1][1]) > 25


@pytest.mark.parametrize(
    "line",
    [
        "시는 3월 1일 길을 열었다고 밝혔다.\n[나루시 제공. 재판매 및 DB 금지]",
        "시는 길을 넓힌다. 나무도 심는다. 돌도 놓는다. [나루시 제공. 재판매 및 DB 금지]",
        "시장은 2025.3.1/4 계획을 냈다고 말했다.",
        "길을 낸 이는 나루시 출입기자단이다.",
        "시장은 기자단에게 길을 알렸다.",
    ],
)
def test_a_paragraph_before_a_credit_or_of_reporters_is_no_caption(line: str) -> None:
    assert not any(section == "caption" for section, _ in read(line))


_NOTICE = "photo@sky.example *재판매 및 DB 금지"
_AGENCY_CAPTIONS = [
    f"[나루=하늘통신]4일 연 설명회에서 박두리 나루시장이 길에 대해 말하고 있다. (사진 = 나루시) {_NOTICE}",
    "[나루=하늘통신] 김하늘 기자 = 시민들이 숲길 지도를 보고 있다. 2025.03.03. haneul@sky.example *재판매 및 DB 금지",
    f"[나루=하늘통신] 새로 낸 숲길 표지판. (사진=나루시 제공) 2025.03.03.  {_NOTICE}",
]


@pytest.mark.parametrize("caption", _AGENCY_CAPTIONS)
def test_an_agencys_caption_is_one_from_its_bracket_to_its_notice_wherever_it_stands(caption: str) -> None:
    assert read(caption) == [("caption", caption)]
    lead = '나루시가 길을 더 내기로 했다. 시장은 "길이 시민의 것"이라고 말했다.'
    found = read(f"{caption}[나루=하늘통신]김하늘 기자 = {lead}")
    assert found[0] == ("caption", caption)
    assert {section for section, _ in found[1:]} == {"body"} and " ".join(text for _, text in found[1:]) == lead


def test_an_article_begins_where_a_caption_ended_in_its_makers_mail() -> None:
    caption = "(나루=하늘통신) 김하늘 기자 = 시민들이 숲길 지도를 보고 있다. 2025.3.3 haneul@sky.example"
    lead = "나루시가 길을 더 내기로 했다."
    found = read(f"{caption}(나루=하늘통신) 김하늘 기자 = {lead}")
    assert [section for section, _ in found] == ["caption", "body"]
    assert found[1][1] == lead


def test_a_report_that_ends_in_an_agencys_notice_is_no_caption() -> None:
    report = "[나루=하늘통신]김하늘 기자 = 나루시가 길을 낸다. 시장은 길이 늘었다고 말했다. 시민들은 반겼다."
    assert {section for section, _ in read(f"{report} {_NOTICE}")} == {"body"}
    said = "시는 자료의 재판매 및 DB 금지 규정을 두었다고 밝혔다."
    assert read(said) == [("body", said)]


def test_a_caption_under_the_last_pictures_button_is_the_articles() -> None:
    caption = "시민들이 새 숲길을 걷고 있다. [사진 = 김하늘 기자]"
    page = PAGE.format(line="나무 값도 올랐다.") + f"사진 확대\n\n{caption}\n\n이 기사가 마음에 들었다면,\n좋아요\n0\n"
    assert clean(RawText(page, "utf-8", (), "0" * 64)).text.split("\n")[-1] == caption


def test_the_first_line_of_a_page_keeps_its_title_where_a_credit_is_glued_to_it() -> None:
    text = PAGE.format(line="나무 값도 올랐다고 시는 말했다.").replace(
        "나루시, 숲길 열두 곳 새로 낸다", "나루시, 숲길 열두 곳 새로 낸다 [나루시 제공. 재판매 및 DB 금지]"
    )
    cleaned = clean(RawText(text, "utf-8", (), "0" * 64), article_id="a")
    assert cleaned.title == "나루시, 숲길 열두 곳 새로 낸다"


@pytest.mark.parametrize(
    "line",
    [
        "시는 숲길 열두 곳을 모두 다시 낸다고 밝혔지만",
        "시민들은 날마다 숲길을 걷고 나무를 심는데",
        "시장은 숲길이 시민의 것이라고 말하면서",
        "나무가 많이 자라 길을 덮었다며,",
        "“길을 내주세요! 나무도 심어요!”",
        '"숲길을 막지 마라! 길을 열어라!"',
        "“우리도 걷고 싶다고요?”",
    ],
)
def test_half_a_sentence_and_a_line_of_speech_are_no_subheads(line: str) -> None:
    assert {section for section, _ in read(line)} == {"body"}


@pytest.mark.parametrize("line", ["숲길 넓히고 나무 심고", "“이제야 걷는다”", "숲길, 시민 곁으로", "나무 심기는 언제"])
def test_short_titles_between_paragraphs_stay_subheads(line: str) -> None:
    assert read(line) == [("subhead", line)]


@pytest.mark.parametrize(
    "line", ["설마 길을 막겠어? 그럴 리가~~.", "그래도 걷는다. 늘 그랬다.", "이 길은 또 막히지 않겠지?"]
)
def test_a_short_paragraph_that_ends_as_a_sentence_is_no_subhead(line: str) -> None:
    assert {section for section, _ in read(line)} == {"body"}


@pytest.mark.parametrize("credit", ["[사진 출처=나루이미지]", "사진=나루이미지", "단풍. 나루이미지 제공", "ⓒ 박하늘"])
def test_whose_picture_it_is_is_no_deck(credit: str) -> None:
    page = PAGE.format(line="나무 값도 올랐다.").replace("09:30\n", f"09:30\n\n{credit}\n")
    found = sentences(clean(RawText(page, "utf-8", (), "0" * 64), article_id="a").lines)
    assert {row.section for row in found.itertuples() if row.text in credit} <= {"caption"}


def at_the_end(line: str) -> dict[str, bool]:
    """Is each line kept that was put under the last paragraph."""
    text = PAGE.format(line="나무 값도 올랐다고 시는 말했다.") + f"\n{line}\n"
    pieces = clean(RawText(text, "utf-8", (), "0" * 64)).pieces
    return {piece.text: piece.kept for piece in pieces if piece.text and piece.text in line}


def test_a_standing_note_at_the_end_is_the_sites_and_what_is_told_of_one_is_the_articles() -> None:
    notes = [
        "※ 이 기사는 나루일보 인공지능 번역기를 이용해 작성됐습니다.",
        "▶ 여러분의 이야기를 기다립니다. 나루일보 편집국으로 보내주세요.",
        "[알립니다] 나루일보는 독자 여러분의 글을 기다립니다.",
        "[나루일보는 여러분의 사연을 기다립니다. 뽑힌 글은 책으로 냅니다.]",
        "이 기사는 나루시 지원을 받아 작성되었습니다.",
    ]
    told = [
        "이 기사는 나루일보 2월 3일자에 실렸다고 시는 밝혔다.",
        "▶ 시는 시민 여러분의 참여를 기다립니다라고 말했다.",
        "나루톡이란? 시민이 길을 알리는 누리집이다.",
    ]
    assert [at_the_end(line) for line in notes] == [{line: False} for line in notes]
    assert [at_the_end(line) for line in told] == [{line: True} for line in told]


def lines_of(line: str) -> dict[str, tuple[str, bool]]:
    """The rule of each line that was put in, and is it kept."""
    cleaned = clean(RawText(PAGE.format(line=line), "utf-8", (), "0" * 64), article_id="a")
    put = set(line.split("\n"))
    return {row.text.strip(): (row.rule, row.kept) for row in cleaned.lines.itertuples() if row.text.strip() in put}


@pytest.mark.parametrize(
    "line",
    [
        "사진=하늘통신",
        "사진 제공=나루시",
        "게티이미지 제공",
        "사진=나루시 제공",
        "출처=나루시청",
        "ⓒ 박하늘",
        "© 하늘통신",
        "[사진 출처=나루이미지]",
        "(사진=나루시 제공)",
        "게티이미지뱅크",
        "박하늘 제공",
        "나루시 제공",
        "독자 제공",
    ],
)
def test_a_line_that_is_only_a_credit_is_no_caption_and_no_sentence(line: str) -> None:
    assert lines_of(line) == {line: ("picture_credit", False)}
    assert read(line) == []


@pytest.mark.parametrize("line", ["참나무. 하늘통신 제공", "축제의 한 장면. ○○ 제공", "숲길 입구. 사진=나루시"])
def test_words_and_then_a_credit_are_a_caption(line: str) -> None:
    assert lines_of(line) == {line: ("caption", True)}


@pytest.mark.parametrize(
    "line",
    ["숲길 무료 지도 제공", "장학금 제공", "운동기구 제공", "나무 모종 제공", "사진=숲길을 걷는 모습", "사진은 말한다"],
)
def test_what_shows_or_offers_something_is_no_bare_credit(line: str) -> None:
    rule, kept = lines_of(line)[line]
    assert kept and rule != "picture_credit"


def test_a_caption_that_repeats_a_sentence_of_the_body_is_no_text_of_its_own() -> None:
    again = "시민들은 길이 늘어 반갑다고 말했다. 나루시 제공"
    assert lines_of(again) == {again: ("caption_of_body", False)}
    other = "시민들은 나무가 늘어 반갑다고 말했다. 나루시 제공"
    assert lines_of(other) == {other: ("caption", True)}


def test_where_tips_go_is_the_outlets_appeal_for_them() -> None:
    appeal = ["이메일 :", "카카오톡 : @하늘신문", "사이트 : https://url.example/b1c2d3", "▶이메일: a@haneul.example"]
    appeal += ["▷전화: 02-123-4567", "▶카카오톡: '하늘제보' 검색"]
    assert set(lines_of("\n".join(appeal)).values()) == {("tip_line", False)}
    said = "이메일 : 나루시는 주소를 새로 정했다고 말했다."
    assert lines_of(said)[said][1]
    assert lines_of("김하늘 기자 sky@haneul.example") == {"김하늘 기자 sky@haneul.example": ("mail", False)}


@pytest.mark.parametrize(
    "line",
    [
        "나루시가 새로 낸 숲길의 첫 이정표. 소나무 판 위에 먹으로 길 이름을 적었다. 나루숲길보존회 제공",
        "4일 나루 숲길 들머리에서 열린 개통식. 왼쪽부터 박하늘 시장, 오새결 회장, 민바다 씨. 나루숲 길보존회 제공",
        "숲길 들머리에 걸린 안내문",
        "나루시청 앞마당에 전시된 ‘숲길’ 모형",
        "게시판에 새로 올라온 시민들의 글",
    ],
)
def test_sentences_that_end_in_who_gave_them_and_what_lies_or_hangs_somewhere_are_captions(line: str) -> None:
    found = read(line)
    assert found and all(section == "caption" for section, _ in found)


@pytest.mark.parametrize(
    "line", ["도마에 오른 숲길 예산", "벼랑에 몰린 나루시장", "다시 늘어난 숲길", "길에 세운 희망"]
)
def test_a_subhead_with_a_place_in_it_stays_one(line: str) -> None:
    assert read(line) == [("subhead", line)]


@pytest.mark.parametrize(("signed", "section"), [(True, "caption"), (False, "subhead")])
def test_where_subheads_carry_a_sign_a_line_without_one_is_a_caption(signed: bool, section: str) -> None:
    sign, line = "◇ " if signed else "", "숲길을 걷는 사람들과 개"
    page = PAGE.format(line=f"{sign}더 길어진 숲길\n\n시는 길을 넓힌다고 했다. 돌도 깐다고 했다.\n\n{sign}늘어난 손님")
    page += f"\n상인들은 손님이 늘었다고 했다. 값도 올랐다고 했다.\n\n{line}\n\n시는 표를 받지 않는다고 했다.\n"
    found = sentences(clean(RawText(page, "utf-8", (), "0" * 64)).lines)
    assert {row.section for row in found.itertuples() if row.text == line} == {section}


def test_a_deck_that_runs_into_the_lead_is_a_deck_however_long() -> None:
    deck = "나루시 3월4일 숲길 열두 곳 새로 낸다 발표 시의회 예산 두 배로 늘려 주민들 반기지만 상인들은 길이 멀어 손님이 줄 것이라며 걱정 시장은 다음 주 주민들을 만나 설명할 듯 공사는 석 달 걸려 가을에 마칠 듯"
    lead = "[나루일보 박하늘 기자] 나루시가 숲길 열두 곳을 새로 낸다고 밝혔다. 시는 다음 달부터 공사를 시작한다."
    page = (
        f"나루시 숲길 열두 곳 새로\n\n{deck}{lead}\n\n시는 해마다 길을 두 곳씩 늘려 왔다. 시민들은 반갑다고 말했다.\n"
    )
    found = sentences(clean(RawText(page, "utf-8", (), "0" * 64)).lines)
    assert {row.section for row in found.itertuples() if row.text in deck} == {"deck"}
    assert {row.section for row in found.itertuples() if "새로 낸다고 밝혔다" in row.text} == {"body"}


@pytest.mark.parametrize(
    ("line", "section"),
    [
        (
            "박하늘 나루시장(맨 앞)이 4일 나루시청에서 열린 숲길 설명회에 참석한 뒤 시민들과 숲길을 걸으며 이동하고 있다.",
            "caption",
        ),
        ("숲길을 함께 걷는 오새결 회장(왼쪽에서 두 번째)과 민바다 씨의 다정한 모습.", "caption"),
        ("시는 길(왼쪽)을 넓히기로 했다.", "body"),
        ("박하늘 나루시장은 숲길을 더 내는 일을 검토하고 있다.", "body"),
    ],
)
def test_one_sentence_that_points_at_somebody_and_says_what_is_seen_is_a_caption(line: str, section: str) -> None:
    assert read(line) == [(section, line)]


@pytest.mark.parametrize("line", ["[하늘통신 자료사진]", "(나루시 제공)", "<하늘통신 사진부 DB>"])
def test_whose_picture_it_is_in_brackets_alone_is_no_sentence(line: str) -> None:
    assert read(line) == []


@pytest.mark.parametrize("pointed", ["", "(맨 앞)"])
def test_one_sentence_before_the_mail_of_who_took_it_is_a_caption_where_the_article_follows(pointed: str) -> None:
    caption = f"박하늘 나루시장{pointed}이 4일 나루 숲길 들머리에서 시민들과 함께 첫 길을 걷고 있다."
    body = [
        "시가 숲길 열두 곳을 새로 낸다고 4일 밝혔다. 공사는 다음 달 시작한다.",
        "시민들은 길이 늘어 반갑다고 말했다.",
    ]
    text = "\n\n".join(["나루시 숲길 새로 낸다", f"{caption} 오새결 기자 river@naru.example.com", *body])
    cleaned = clean(RawText(text, "utf-8", (), "0" * 64))
    assert [(row.section, row.text) for row in sentences(cleaned.lines).itertuples()][1] == ("caption", caption)
    last = "\n\n".join(
        ["나루시 숲길 새로 낸다", *body, f"{caption.replace(pointed, '')} 오새결 기자 river@naru.example.com"]
    )
    ended = sentences(clean(RawText(last, "utf-8", (), "0" * 64)).lines)
    assert [row.section for row in ended.itertuples()][-1] == "body"


@pytest.mark.parametrize("credit", ["/뉴시스", "ⓒ뉴스1", " [사진=하늘통신]", " 하늘통신 "])
def test_a_caption_ends_where_its_credit_does_though_the_body_goes_on_behind_it(credit: str) -> None:
    body = "나루시는 숲길마다 쉼터를 하나씩 두기로 했다. 쉼터는 내년 봄 문을 열고 밤에는 불을 켠다."
    lines = clean(RawText(PAGE.format(line=f"시민들이 숲길에 서 있다.{credit}{body}"), "utf-8", (), "0" * 64)).lines
    found = {line["text"].strip(): line["label"] for line in lines.to_dict("records")}
    assert found[f"시민들이 숲길에 서 있다.{credit}".strip()] == "caption" and found[body] == "body"


def test_a_stroke_ends_a_caption() -> None:
    assert [section for section, _ in read("나루시 숲길 전경 |")] == ["caption"]


@pytest.mark.parametrize(
    ("name", "label"), [("박두리", "caption"), ("박두리 시장", "caption"), ("오새결", "boilerplate")]
)
def test_the_name_of_somebody_in_the_article_above_it_is_a_caption(name: str, label: str) -> None:
    page = PAGE.format(line="박두리 시장은 “시민의 길”이라고 말했다.").replace(
        "09:30\n", f"09:30\n\n기사보기\n\n{name}\n"
    )
    lines = clean(RawText(page, "utf-8", (), "0" * 64)).lines
    assert {line["text"].strip(): line["label"] for line in lines.to_dict("records")}[name] == label


def test_short_lines_in_a_row_are_a_verse_and_no_subheads() -> None:
    verse = ["바람이 분다", "숲길이 운다", "나는 남는다"]
    page = PAGE.format(line="\n".join(verse))
    lines = clean(RawText(page, "utf-8", (), "0" * 64)).lines
    labels = {line["text"].strip(): line["label"] for line in lines.to_dict("records")}
    assert {labels[line] for line in verse} == {"body"}
    assert read("바람이 분다") == [("subhead", "바람이 분다")]


def test_an_address_in_a_headline_makes_no_mail_line_of_it() -> None:
    page = PAGE.replace("나루시, 숲길 열두 곳 새로 낸다", "숲길 이름 naru@sea.kr로 몰려").format(
        line="시는 이름을 뽑는다고 했다."
    )
    assert clean(RawText(page, "utf-8", (), "0" * 64)).metadata.title == "숲길 이름 naru@sea.kr로 몰려"


@pytest.mark.parametrize(
    "line", ["시민들이 숲길을 걷고 있다. 사진 한 장이 남았다.", "시는 숲길을 넓히고 있다. 사진 전시회도 연다."]
)
def test_prose_with_the_word_for_a_picture_is_no_caption(line: str) -> None:
    assert all(section == "body" for section, _ in read(line))
    assert len(read(line)) == 2


OPENED = """“이제 어디로 가나”…자리 잃은 상인들

{line}

나루 어시장이 문을 닫으며 상인들은 갈 곳을 잃었다. 시는 새 시장을 짓고 있지만 언제 열지 정하지 못했다고 밝혔다.

상인회는 “갈 곳이 없다”며 시에 대책을 물었다. 시는 새 시장을 짓고 있다고 답했다. 손님도 크게 줄었다.
"""


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("[나루일보 한솔 이바다 기자] “새벽에 나와 생선도 팔고 얘기도 하는 게 낙이었는데 이제는 뭐.”", "body"),
        ("공사 소식도 없이 비워 달라는 시, 갈 곳 없는 상인들의 한숨", "deck"),
    ],
)
def test_a_first_line_that_opens_with_its_reporter_is_no_deck(line: str, label: str) -> None:
    lines = clean(RawText(OPENED.format(line=line), "utf-8", (), "0" * 64)).lines
    assert {row["text"].strip(): row["label"] for row in lines.to_dict("records")}[line] == label


def test_what_is_seen_with_more_of_it_and_whose_picture_it_is_is_a_caption() -> None:
    line = "지난 7월 나루 숲길에서 노인들이 쉬고 있는 모습(왼쪽). 시가 길을 넓힌 뒤 이 모습은 사라졌다. (사진=하늘통신)"
    assert {section for section, _ in read(line)} == {"caption"}
    plain = "지난 7월 나루 숲길에서 노인들이 쉬고 있는 모습(왼쪽)을 본 시는 길을 넓혔다고 했다. 길은 이제 넓다."
    assert {section for section, _ in read(plain)} == {"body"}


DATED = "(나루=하늘통신) 이솔빛 기자 = 시민들이 24일 나루시청 앞에서 숲길을 지켜 달라며 집회를 {told}. 2025.2.24"


def test_an_agencys_line_below_the_article_that_ends_in_a_full_date_is_a_caption_with_its_title() -> None:
    page = PAGE.format(line="시는 숲길 이름도 뽑는다고 했다.")
    shown = DATED.format(told="하고 있다")
    found = sentences(clean(RawText(page + f"\n숲길 지켜 달라 {shown}\n", "utf-8", (), "0" * 64)).lines)
    assert list(found[found["section"] == "caption"]["text"])[-2:] == ["숲길 지켜 달라", shown]
    told = DATED.format(told="했다고 밝혔다")
    found = sentences(clean(RawText(page + f"\n{told}\n", "utf-8", (), "0" * 64)).lines)
    assert set(found["section"]) <= {"title", "body"}
