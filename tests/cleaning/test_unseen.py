"""Invented pages in eighty layouts of outlets, portals, archives and clipping services: title, day, and all of the body.

``pages/*.txt`` holds a layout after each ``===``, with its name and the day of publication. In braces stand the
title (T), paragraphs (1 to 4), reporter (R) and outlet (O); ``{K:...}`` is kept, too, and ``{?:...}`` may be.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from helpers.cleaning import clean, read_raw

OUTLETS = (
    ("강물일보", "한가람", "나루시가 낡은 다리 셋을 봄까지 고치기로 했다", "나루시"),
    ("새솔신문", "윤하늘", "새솔군, 빈집 마흔 채 도서관으로", "새솔군"),
    ("바다일보", "민바다", "“그물값만 두 배”… 오징어 배 절반이 쉰다", "바다군"),
    ("들꽃방송", "정들꽃", "산불 감시 드론 열 대, 이달부터 밤에도 뜬다", "들꽃시"),
    ("한결통신", "서한결", "쌀 재고 10만 톤, 정부 창고 비운다", "한결군"),
    ("푸른저널", "오푸름", "전기버스 충전소 ‘한곳뿐’ 기사들 줄 선다", "푸른시"),
    ("온새일보", "신온새", "종이 신문 배달하는 여든 살", "온새시"),
)
BODIES = (
    (
        "{place}의 이 같은 내용의 계획이 12일 나왔다. 예산 3억 원을 추가로 마련했다고 관계자는 밝혔다.",
        "주민 김아무개 씨는 “기다린 지 석 달째”라며 “겨울이 오기 전에 끝내야 한다”고 말했다.",
        "{place} 조사에 따르면 지난해 이곳을 찾은 사람은 모두 1만2000명으로, 한 해 전보다 12% 늘었다.",
        "다만 운영비를 누가 낼지는 아직 정해지지 않았다. 의회는 다음 회의에서 이 문제를 다시 다루기로 했다.",
    ),
    (
        "{place}에 사는 이아무개(71) 씨는 요즘 새벽마다 우물가로 나간다. 물이 언제 끊길지 몰라서다.",
        "“스무 해를 살았지만 이런 겨울은 처음”이라고 그는 말했다.",
        "2024년 12월 31일 기준으로 이 마을의 저수율은 31.5%에 그쳤다.",
        "전문가들은 낡은 관을 바꾸지 않으면 같은 일이 되풀이될 것이라고 지적한다.",
    ),
    (
        "{place}에 나와 있습니다. 이른 아침부터 주민들이 줄을 섰습니다.",
        "광고판을 설치하는 것도 이달부터 금지됩니다. 어기면 과태료 10만 원을 물게 됩니다.",
        "앱에 가입한 회원 300명이 먼저 서비스를 써 봤는데요. 만족한다는 답이 열에 여덟이었습니다.",
        "최종 이름은 다음 달 회원 투표를 거쳐 결정됩니다.",
    ),
)
FOLDER = Path(__file__).parent / "pages"


def _layouts() -> list[tuple[str, str, str, str]]:
    found = []
    for file, suffix in (("texts.txt", ".txt"), ("pages.txt", ".html")):
        for block in re.split(r"^=== ", (FOLDER / file).read_text("utf-8"), flags=re.MULTILINE)[1:]:
            head, _, layout = block.partition("\n")
            name, day = head.rsplit(" | ", 1)
            found.append((name, day, suffix, layout))
    return found


def _bare(text: str) -> str:
    return "".join(html.unescape(text).split())


LAYOUTS = _layouts()


@pytest.mark.parametrize("place", range(len(LAYOUTS)), ids=[f"{layout[0]}{layout[2]}" for layout in LAYOUTS])
def test_page_in_an_unseen_layout(tmp_path: Path, place: int) -> None:
    for turn in range(3):
        _check_page(tmp_path, place, turn)


def _check_page(tmp_path: Path, place: int, turn: int) -> None:
    _, day, suffix, layout = LAYOUTS[place]
    outlet, reporter, title, town = OUTLETS[(place + turn) % len(OUTLETS)]
    body = [line.format(place=town) for line in BODIES[(place + turn) % len(BODIES)]]
    text = layout.replace("{R}", reporter).replace("{O}", outlet).replace("{T}", title)
    for number, line in enumerate(body, 1):
        text = text.replace(f"{{{number}}}", line)
    kept, maybe = (re.findall(rf"\{{{mark}:([^{{}}]*)\}}", text) for mark in ("K", r"\?"))
    file = tmp_path / f"a{suffix}"
    file.write_text(re.sub(r"\{[K?]:([^{}]*)\}", r"\1", text), "utf-8")

    article = clean(read_raw(file))

    assert article.title == title, turn
    assert str(article.published_at)[:10] == day
    left = _bare(article.text)
    for passage in (*body, *kept):
        assert _bare(passage) in left
        left = left.replace(_bare(passage), "", 1)
    for passage in maybe:
        left = left.replace(_bare(passage), "", 1)
    assert left == ""
