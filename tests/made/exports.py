"""Invented exports in the layouts that people have: every name, headline and sentence in them is made up."""

from __future__ import annotations

import csv
import io
from pathlib import Path

HEAD = (
    "뉴스 식별자", "일자", "언론사", "기고자", "제목", "통합 분류1", "통합 분류2", "통합 분류3", "사건/사고 분류1", "사건/사고 분류2",
    "사건/사고 분류3", "인물", "위치", "기관", "키워드", "특성추출(가중치순 상위 50개)", "본문", "URL", "분석제외 여부",
)  # fmt: skip
OUTLETS = ("새싹일보", "바다신문", "언덕경제")


def bigkinds_rows(count: int, *, first: int = 1) -> list[list[str]]:
    """Rows of a BIGKinds export: three outlets in turn, one article a day."""
    rows = []
    for number in range(first, first + count):
        day = f"202406{number % 28 + 1:02d}"
        outlet = number % 3
        rows.append(
            [
                f"0110{outlet}801.{day}0900{number:05d}01"[:26],
                day,
                OUTLETS[outlet],
                f"김하늘 기자 sky{number}@example.com",
                f"마을 도서관 {number}번째 소식",
                "문화>출판",
                "",
                "",
                "",
                "",
                "",
                "김하늘",
                "새싹마을",
                "새싹도서관",
                f"마을,도서관,소식,책,책,{number}권",
                "책,도서관",
                f"새싹마을 도서관이 {number}번째 책장을 들였다. 사서는 ..",
                f"https://news.example.com/{number}",
                "중복" if number % 10 == 0 else "",
            ]
        )
    return rows


def bigkinds(path: Path, rows: list[list[str]], head: tuple[str, ...] = HEAD) -> Path:
    """The rows as the workbook that BIGKinds gives."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(list(head))
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


BODY = (
    "새싹마을 도서관이 긴 공사를 마치고 다시 문을 열었다. 마을은 해마다 {n}억 원을 모아 건물을 고쳤다. "
    "사서 김하늘 씨는 “책을 고르는 사람을 길러 온 것이 가장 큰 힘”이라고 말했다. 다만 찾는 사람은 여전히 적다는 걱정도 있다."
)


def table_rows(count: int) -> list[list[str]]:
    """제목, 본문, 날짜, 매체, 주소, 성향"""
    return [
        [
            f"도서관 {n}호",
            BODY.format(n=n),
            f"2024.06.{n % 28 + 1:02d} 14:20",
            OUTLETS[n % 3],
            f"https://a.example.com/{n}",
            "산" if n % 2 else "들",
        ]
        for n in range(1, count + 1)
    ]


TABLE_HEAD = ["제목", "본문", "날짜", "매체", "주소", "성향"]


def as_csv(rows: list[list[str]], head: list[str] = TABLE_HEAD) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([head, *rows])
    return text.getvalue()
