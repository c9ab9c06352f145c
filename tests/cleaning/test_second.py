"""Two articles in one saved file, and what a portal prints between them."""

from __future__ import annotations

from helpers.cleaning import RawText, clean
from helpers.reporting import prose

FIRST = """\
둑길 벚나무 백 그루 새로 심는다

(나루=하늘통신) 박하늘 민솔 기자 = 나루시가 강둑에 벚나무 백 그루를 새로 심는다고 4일 밝혔다.

시는 다음 달까지 나무를 모두 심고 둑길에 의자도 놓는다. 주민들은 봄을 기다린다고 말했다.
"""
SECOND = """\
강물 수위 한 뼘 더 올라..밤새 비 이어질 듯

하늘통신 | 입력 2031.03.04. 21:05 | 수정 2031.03.04. 21:06

댓글12카카오스토리트위터페이스북

툴바 메뉴

폰트변경하기

폰트 크게하기

메일로 보내기

인쇄하기

고객센터 이동

(섬=하늘통신) 오새결 기자 = 나루강 수위가 밤사이 한 뼘 더 올랐다고 강물관리소가 4일 밝혔다.

관리소 관계자는 "비가 이어지면 둑까지 찰 수도 있다"고 말했다.
"""


def read(text: str):
    return clean(RawText(text, "utf-8", (), "0" * 64))


def test_the_second_of_two_articles_gives_title_and_reporter_and_the_text_of_both_is_kept() -> None:
    found = read(f"{FIRST}\n특집나루강의 봄\n\n{SECOND}")
    kept = {piece.text: (piece.label, piece.rule) for piece in found.pieces if piece.kept}
    assert found.title == "강물 수위 한 뼘 더 올라..밤새 비 이어질 듯"
    assert found.published_at == "2031-03-04T21:05+09:00" and found.metadata.reporter == "오새결 기자"
    assert kept["둑길 벚나무 백 그루 새로 심는다"] == ("subhead", "other_title")
    assert [label for label, _ in kept.values()] == ["subhead", "body", "body", "body", "body"]
    assert "기사 두 편" in str(prose.about_labels(found.lines))


def test_one_article_is_not_taken_for_two() -> None:
    for text in (SECOND, FIRST, FIRST + "무단 전재 및 재배포 금지\n\n" + SECOND):
        found = read(text)
        assert not {"second_title", "other_title"} & {piece.rule for piece in found.pieces}
        assert "기사 두 편" not in str(prose.about_labels(found.lines))
    assert read(SECOND).title == "강물 수위 한 뼘 더 올라..밤새 비 이어질 듯"
