"""Sentences: invented text, a ``|`` where a new sentence is to start."""

import unicodedata
from functools import partial

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.normalize import normalize
from helpers.tokenizing.sentence_pairs import find_pairs
from helpers.tokenizing.splitting import sentences, split_sentences
from made.examples import examples
from made.timing import assert_proportional

MARKED = [
    '그는 "비가 온다. 우산을 챙겨라."고 말했다.| 사람들은 웃었다.',
    "“비가 온다.| 우산을 챙겨라.”| 이장 박 씨의 말이다.",
    '"비가 온다.| 우산을 챙겨라."',
    "김 이장은 “논이 말랐다”며 “물이 없다. 큰일이다”라고 했다.| 마을은 조용했다.",
    '그는 이렇게 물었다.| "왜 우리인가?"| 아무도 답하지 못했다.',
    "영화 '어디 가니?' 시사회가 열렸다.| 관객은 많았다.",
    "2024. 5. 30. 발표된 자료다.| 표를 보라.",
    "U.S. 스틸은 J. 스미스 회장이 이끈다.| 그는 Dr. Kim의 제자다.",
    "자세한 내용은 https://example.org/a.b?c=d.e 에서 볼 수 있다.| 문의는 kim.lee@example.co.kr 로 하면 된다.",
    "① 첫째 항목이다.| ② 둘째 항목이다.",
    "1. 배추를 씻는다.| 2. 소금을 뿌린다.",
    "가. 배추를 씻는다.| 나. 소금을 뿌린다.",
    "[앵커] 안녕하십니까.| 오늘은 눈이 왔습니다.| [기자] 네, 그렇습니다.",
    "(부산=한빛뉴스) 김바다 기자 = 항구가 붐볐다.| 배가 많다.",
    "눈이 내렸다(사진).| 차가 막혔다.",
    "마크 에이(A). 물결 교수는 배를 샀다.| 값은 비쌌다.",
    "그 배는 등급이 에이(A).| 나루는 섬이다.",
    "비가 그칠까…| 농부는 하늘을 봤다.",
    "비가 왔지만… 논은 말랐다.",
    "배추 값 급등…김장 어쩌나",
    "배추 값 올랐다… 김장 어쩌나? 주부들 울상",
    "사과.배.감을 팔았다.| 미국.캐나다.멕시코가 참여했다.",
    "김 씨는 “왜 이제야!”라며 화를 냈다.| 이웃도 거들었다.",
    '농민들은 "물을 달라!" 외쳤다.| 군수는 답이 없었다.',
    '그는 "끝났다." 고 말했다.| 나는 웃었다.',
    '"배가 온다" "짐을 내려라".| 부두가 시끄러웠다.',
    "그는 말했다: “먼저 간다.| 뒤를 부탁한다.”| 그리고 떠났다.",
    "[이한별 / 바다연구소 소장 : 수온이 올랐습니다.| 걱정입니다.]| 연구소는 대책을 찾습니다.",
    "부두에서 김장을 하고 있다.| 한빛뉴스1",
    "사업은 (주)바다.산이 맡는다.",
    "정말일까요?| 네!| 그렇습니다.",
    "그는 '24년 봄에 왔다.| 그리고 ‘25년 겨울에 갔다.",
    '15" 화면은 "작다. 답답하다"고 했다.| 새 화면은 크다.',
    "바다가 넓다.)| 그는 웃었다.",
    "시장은 “비용은 1.5배다.”라며 “곧 준다.”라고 했다.| 의원들은 믿지 않았다.",
    "회의는 오후 3시에 시작됐다.| 3명이 왔다.",
    "그는 아쉽다고 했다.| “다음엔 이기겠다.| 꼭 오라.”",
    "좌우명은 “하면 된다.”| 그는 늘 그렇게 말했다.",
    "신곡 제목은 Blue Sea.| 음원은 내일 나온다.",
    "Yahoo! JAPAN이 발표했다.| 주가가 올랐다.",
    "그는 “끝이다”고 했다.| 고 김한별 선생의 제자다.",
    "매출은 100억원.| 이익은 10억원.",
    "이장은 “왔다”(웃음)고 했다.| 끝.",
    "“왔다.”| “갔다.”| 두 사람은 다퉜다.",
    "▲ 배추 ▲ 무 ▲ 파를 판다.| ■ 문의 02-000-0000",
    "그는 \"비가 '많이. 아주 많이' 온다\"고 했다.| 맞았다.",
    "주민은 “물이 찼어요. 무서웠어요.” 하고 울먹였다.| 밤이었다.",
    "그의 답은 '아니다.'였다.| 끝났다.",
    "그는 왔다.”| 그리고 갔다.",
    "It is late.| He left.| 그는 떠났다.",
    "그는 떠났다!!!| 정말?!| 그렇다...| 믿기 어렵다.",
    "박 씨(37. 어부)는 배를 탔다.| 파도가 높았다.",
    "김바다 기자 sea@example.com",
    "한빛신문 A.I. 특별취재팀이 썼다.| 3월 1일자다.",
    "그는 갔다.| <한빛신문> 다음",
    '<박바다 / 선장> "(왜 안 갔나요?) 배가 작았어요.| 파도도 높았고요."',
    '이 문장은 붙었다.|다음 문장도 붙었다.|"따옴표도 붙었다"고 했다.|그리고 끝났다.',
    "금리는 3.5%에서 2.75%로 내렸다.| 2024.05.30. 오후 1시의 일이다.",
    "배 값 20%↑...무·파는 2∼3배로| [한빛장터 제공. 재판매 및 DB금지]|(부산=한빛뉴스) 김바다 기자 = 배 값이 올랐다.",
    '"물이 넘쳐 길을 막아"|  (부산=한빛뉴스) 김바다 기자 = 비가 왔다.|  길이 막혔다.|  차가 섰다.|  sea@example.com',
    "부두 풍경 (사진=한빛뉴스)",
    "내년에 문을 열 전망.|어민은 반긴다.|값은 누가 정하면 되나요?|주민은 묻는다.",
    "값이 올랐다..|그래도 산다.|와서 보세요!|10년 된 시장이다.|영화 ‘바다로!’를 봤다.|푸른 시장!|문을 열었다.",
    '어부는 "배가 낡았다. 새로 사야 한다.""돈이 없다"고 했다.| 끝났다.',
    "“배가 왔다.”(김 선장)| “비가 온다.”(이 선장)| 둘은 다퉜다.",
    "값이 올랐다.(사진=한빛뉴스)| 어민은 운다.|(부산=한빛뉴스) 김바다 기자 = 비가 왔다.",
    "항구를 다시 연다.| 그 길을 따라갔다. [편집자주]| 배는 아침에 온다.| 어민은 밤에 나간다.| 값은 오른다.| 끝.",
    "배는 아침에 온다.| 어민은 밤에 나가 새벽까지 그물을 당긴다.| [편집자 주] 다음 글은 내일 싣는다.",
    "▲ 배는 오나? = 내일 온다.| ▲ 값은 오르나? = 그대로다.",
    "“끝이구나….”| 그는 울었다.",
    "기획.연출 김바다",
    "지정?공고된 땅과 축소?조정한 길이다.",
    "예능 나루!는 오늘 밤에 열린다.| 그룹 하늘!의 노래가 나왔다.",
    "첫 줄\n|둘째 줄\u2028|셋째 줄",
]


def texts(text):
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize("marked", MARKED)
def test_split_sentences_cuts_where_a_sentence_starts(marked):
    assert texts(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("marked", MARKED)
def test_split_sentences_reads_decomposed_text_alike(marked):
    raw = unicodedata.normalize("NFD", marked.replace("|", ""))
    composed = [unicodedata.normalize("NFC", sentence) for sentence in texts(raw)]
    assert composed == [unicodedata.normalize("NFC", part.strip()) for part in marked.split("|")]


def test_split_sentences_reads_html_references_as_what_they_stand_for():
    text = "&nbsp;그는 &quot;온다. 간다&quot;고 했다.&nbsp;끝났다.&nbsp;"
    assert texts(text) == ["그는 &quot;온다. 간다&quot;고 했다.", "끝났다."]


@pytest.mark.parametrize("empty", ["", "&nbsp;", "\x08", " \n\t", "\u200b\ufeff", "\u00a0"])
def test_split_sentences_finds_nothing_in_blank_text(empty):
    assert split_sentences(empty) == []


PIECES = ["비가 온다", "갔어요", ".", "?", "!", "…", "...", '"', "“", "”", "'", "‘", "’", "(", ")", "[", "]", " ", "  ", "\n",
          "고 말했다", "라며", "3.5", "U.S.", "a.b@example.com", "\u200b", "\u00a0", "😀", "금지", "="]  # fmt: skip


@examples(300)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_split_sentences_leaves_only_blanks_between_ordered_spans(text):
    spans = split_sentences(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        assert not normalize(text[left:right]).text.strip()
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


@pytest.mark.long
@pytest.mark.parametrize(
    "unit",
    [
        "비가 왔다. 그는 “좋다. 더 와라”고 했다. ",
        "다.",
        '"',
        "“",
        "(.",
        "“다.”",
        "다.  ",
        "[가=",
        "[금지",
        "a. ",
        "가!   ",
    ],
)
def test_split_sentences_stays_linear_on_a_long_line(unit):
    assert_proportional(lambda size: partial(split_sentences, unit * (size // len(unit))), 10_000)


@pytest.mark.long
def test_split_sentences_reads_a_line_of_a_megabyte():
    unit = "바다는 3.5도 더웠다. 어부는 “물이 뜨겁다. 큰일이다”라고 말했다. "
    assert len(split_sentences(unit * (1_000_000 // len(unit)))) == 2 * (1_000_000 // len(unit))


def test_find_pairs_skips_apostrophes_inches_and_strays():
    text = "it's '24년 15\" 화면 “온다 (‘큰’ 배)"
    assert [text[pair.start : pair.end + 1] for pair in find_pairs(text, 0, len(text))] == ["(‘큰’ 배)", "‘큰’"]


def lines(*parts, article_id="a"):
    """A LINES table of (line number, label, kept, text), the spans following one another."""
    rows, at = [], 0
    for number, label, kept, text in parts:
        rows.append({"article_id": article_id, "line": number, "start": at, "end": at + len(text), "text": text,
                     "label": label, "kept": kept, "reason": "-", "confidence": 1.0})  # fmt: skip
        at += len(text)
    return tables.LINES.make(rows)


ARTICLE = [
    (1, "title", True, "바다가 달라졌다\n"),
    (2, "deck", True, "수온 올라 어민 울상\n"),
    (3, "blank", False, "\n"),
    (4, "body", True, "수온이 올랐다. 어민은 "),
    (4, "body", True, "걱정한다.\n"),
    (5, "caption", True, "  배가 섰다. 한빛뉴스  "),
    (5, "boilerplate", False, "글자 크게 "),
    (5, "body", True, "끝이다.\r\n"),
]


def test_sentences_number_the_kept_lines_of_an_article():
    table = tables.SENTENCES.check(sentences(lines(*ARTICLE)))
    found = list(table[["sentence_id", "text", "section", "paragraph"]].itertuples(index=False, name=None))
    assert found == [
        (1, "수온 올라 어민 울상", "deck", 1),
        (2, "수온이 올랐다.", "body", 2),
        (3, "어민은 걱정한다.", "body", 2),
        (4, "배가 섰다. 한빛뉴스", "caption", 3),  # whose picture it is, is no sentence
        (5, "끝이다.", "body", 4),
    ]
    raw = "".join(text for *_, text in ARTICLE)
    assert [raw[row.start : row.end] for row in table.itertuples()] == list(table["text"])


def test_sentences_start_again_for_each_article_and_leave_the_input_alone():
    table = pd.concat([lines(*ARTICLE, article_id="b"), lines(*ARTICLE, article_id="a")], ignore_index=True)
    before = table.copy(deep=True)
    found = sentences(table)
    assert list(found["article_id"]) == ["a"] * 5 + ["b"] * 5
    assert list(found["sentence_id"]) == [1, 2, 3, 4, 5] * 2
    assert sentences(table.iloc[::-1]).equals(found)
    pd.testing.assert_frame_equal(table, before)


def test_sentences_of_no_lines_are_an_empty_table():
    empty = sentences(tables.LINES.empty())
    assert tables.SENTENCES.check(empty).empty


@pytest.mark.parametrize(
    "text",
    [
        "나루시가 언급한 국제 12호(나이와 출신지에 따른 차별 금지) 협약은 네 협약 가운데 하나다.",
        "시는 조례 3조(흡연 금지) 규정을 고쳤다.",
        "어촌계는 ‘바다 지킴’(그물 금지) 표지를 세웠다.",
        "선장은 재배포권(무단 배포 금지)을 요구했다.",
        "항구에 [낚시 금지] 표지가 섰다.",
    ],
)
def test_a_ban_in_brackets_tears_no_sentence(text):
    assert [text[start:end] for start, end in split_sentences(text)] == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("배가 떴다. [나루통신 제공. 재판매 및 DB 금지]", 2), ("<무단 전재 및 재배포 금지> 배가 떴다.", 2),
        ("배가 떴다. (무단 복제 금지) 섬은 비었다.", 3),
    ],
)  # fmt: skip
def test_a_notice_of_rights_is_a_unit_of_its_own(text, parts):
    assert len(split_sentences(text)) == parts


def test_a_paragraph_that_ends_in_a_comma_goes_on_in_the_next() -> None:
    texts = [
        "나는 길을 몰랐겠지만,\n",
        "\n",
        "이웃은 알았다. 모두 걸었다.\n",
        "나무, 돌, 물,\n",
        "길 넓히고\n",
        "끝났다.\n",
    ]
    labels = ["body", "blank", "body", "body", "subhead", "body"]
    rows, start = [], 0
    for number, (text, label) in enumerate(zip(texts, labels, strict=True), start=1):
        row = {
            "article_id": "a",
            "line": number,
            "start": start,
            "end": start + len(text),
            "text": text,
            "label": label,
        }
        rows.append(row | {"kept": label != "blank", "rule": "r", "reason": "r", "confidence": 0.9})
        start += len(text)
    found = sentences(tables.LINES.make(rows))
    raw = "".join(texts)
    assert [raw[start:end] for start, end in zip(found["start"], found["end"], strict=True)] == list(found["text"])
    assert list(found["text"])[:2] == ["나는 길을 몰랐겠지만,\n\n이웃은 알았다.", "모두 걸었다."]
    assert list(found["section"]) == ["body", "body", "body", "subhead", "body"]
