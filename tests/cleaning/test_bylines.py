"""A byline in brackets names the outlet and the first reporter."""

from __future__ import annotations

import pytest

from helpers.cleaning import RawText, clean
from helpers.cleaning.page.bylines import read_byline


@pytest.mark.parametrize(
    ("line", "outlet", "reporter"),
    [
        ("[나루경제TV 박하늘 외신캐스터]", "나루경제TV", "박하늘 외신캐스터"),
        ("[나루일보=박하늘 기자] 둑이 높아진다.", "나루일보", "박하늘 기자"),
        ("[군청 공동취재단·나루경제 박하늘 기자]강둑을 높인다.", "나루경제", "박하늘 기자"),
        ("[나루일보 박하늘 이솔빛 기자] 둑이 높아진다.", "나루일보", "박하늘 기자"),
        ("[나루일보 = 장터 이솔빛 기자] 둑이 높아진다.", "나루일보", "이솔빛 기자"),
        ("[나루=박하늘 하늘일보 기자] 둑이 높아진다.", "하늘일보", "박하늘 기자"),
        ("[둑 높이기] 박하늘 기자는 어제 떠났다.", None, None),
        ("[나루군 주민 박하늘] 둑이 높아진다.", None, None),
    ],
)
def test_a_byline_in_brackets_names_outlet_and_reporter(line: str, outlet: str | None, reporter: str | None) -> None:
    assert read_byline(line) == (outlet, reporter)


def test_a_byline_on_a_line_of_its_own_is_no_deck() -> None:
    body = "나루군이 강둑을 두 뼘 높이기로 했다. 군은 다음 달부터 흙을 나른다. 주민들은 둑이 낮아 비가 오면 잠을 못 잔다고 말했다."
    text = f"둑 높이기로 한 나루군\n2031-03-04 09:10\n\n[나루경제TV 박하늘 외신캐스터]\n\n{body}\n"
    found = clean(RawText(text, "utf-8", (), "0" * 64))
    assert found.text == body
    assert (found.metadata.outlet, found.metadata.reporter) == ("나루경제TV", "박하늘 외신캐스터")
