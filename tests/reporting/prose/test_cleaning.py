"""What is said of cleaning is what the lines hold."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.reporting import prose

SITE = "기사 밖: 메뉴"
ROWS = (
    ("섬의 배", "title", False, "기사 제목"),
    ("배가 다시 뜬다", "deck", True, "부제"),
    ("", "blank", False, "빈 줄"),
    ("새 배가 섬을 오간다.", "body", True, "단락"),
    ("▲새 배", "caption", True, "사진·그림 설명"),
    ("▲새 배", "caption", False, "두 번 인쇄된 사진 설명"),
    ("오늘의 운세", "boilerplate", False, SITE),
    ("가장 많이 본 뉴스와 사진", "boilerplate", False, SITE),
)


RULES = {
    "사이트가": "extract",
    "두 번": "caption_again",
    "되풀이된": "title_again",
    "연구자가 남김": "kept_by_person",
    "연구자가 뺌": "dropped_by_person",
}


def _lines(rows=ROWS, article: str = "a") -> pd.DataFrame:
    made, start = [], 0
    for number, (text, label, kept, reason) in enumerate(rows, start=1):
        end = start + len(text) + 1
        row = {"article_id": article, "line": number, "start": start, "end": end, "text": f"{text}\n", "label": label}
        rule = next((rule for words, rule in RULES.items() if reason.startswith(words)), "outside")
        made.append(row | {"kept": kept, "rule": rule, "reason": reason, "confidence": 0.9})
        start = end
    return tables.LINES.make(made)


def _articles(lines: pd.DataFrame, **more) -> pd.DataFrame:
    sizes = lines["end"] - lines["start"]
    row = {
        "article_id": "a", "source_file": "articles/a.txt", "sha256": "0" * 64, "encoding": "utf-8", "title": "섬의 배",
        "outlet": "섬신문", "published_at": "2025-04-02T13:05+09:00", "characters": int(sizes.sum()),
        "kept_characters": int(sizes[lines["kept"]].sum()), "removed_characters": int(sizes[~lines["kept"]].sum()),
    }  # fmt: skip
    return tables.ARTICLES.make([row | more])


def test_one_article_is_told_with_its_source_and_time() -> None:
    said = str(prose.about_articles(_articles(_lines())))
    assert said.startswith("섬신문의 기사 한 편을 읽는다. 제목은 ‘섬의 배’다. 2025년 4월 2일 오후 1시 5분에 나왔다.")


def test_article_of_which_nothing_is_known_is_still_told() -> None:
    said = str(prose.about_articles(_articles(_lines(), title=None, outlet=None, published_at=None)))
    assert said.startswith("기사 한 편을 읽는다. 언제 나왔는지는 저장된 파일에 적혀 있지 않다.")


def test_several_articles_are_summed() -> None:
    lines = _lines()
    two = pd.concat([_articles(lines), _articles(lines, article_id="b", outlet="뭍일보", published_at=None)])
    said = str(prose.about_articles(two))
    assert "기사 두 편을 읽는다. 매체는 섬신문과 뭍일보다. 모두 2025년 4월 2일에 나왔다. 한 편은 언제 나왔는지" in said


def test_longest_line_that_was_removed_is_one_that_was_not_printed_twice() -> None:
    said = str(prose.about_removed(_lines()))
    assert (
        "두 번 인쇄된 사진 설명 하나는 한 번만 남겼다. 그 밖에 덜어 낸 줄 가운데 가장 긴 것은 ‘가장 많이 본 뉴스와 사진’(14자)이다."
        in said
    )


def test_a_headline_that_was_printed_again_is_among_what_was_removed() -> None:
    rows = (*ROWS, ("섬의 배가 다시 뜨는 날을 기다린다", "title", False, "되풀이된 기사 제목"))
    said = str(prose.about_removed(_lines(rows)))
    assert "4줄에서" in said and "가장 긴 것은 ‘섬의 배가 다시 뜨는 날을 기다린다’" in said


def test_the_share_that_was_kept_is_told() -> None:
    lines = _lines()
    sizes = lines["end"] - lines["start"]
    said = str(prose.about_labels(lines))
    share = round(100 * sizes[lines["kept"]].sum() / sizes.sum())
    assert said == f"기사로 남긴 글은 글자 수로 원문의 {share}%다. 제목은 따로 두었다."
    assert "기사 제목" not in str(prose.about_removed(_lines()))


def test_what_a_site_extracted_is_not_passed_off_as_the_article() -> None:
    extract = [
        ("새 배가 섬을 오간다.", "body", True, "사이트가 뽑은 요약"),
        ("오늘의 운세", "boilerplate", False, SITE),
    ]
    assert "자동으로 뽑은 요약이라고 밝혔다. 기사 전체가 아니므로" in str(prose.about_labels(_lines(extract)))
    both = pd.concat([_lines(extract), _lines(article="b")], ignore_index=True)
    assert "한 편은 페이지가 자동으로 뽑은 요약이라고 밝힌 글이다." in str(prose.about_labels(both))
    assert "요약" not in str(prose.about_labels(_lines()))


def test_removed_lines_are_counted_without_blank_ones() -> None:
    said = str(prose.about_removed(_lines()))
    assert said.startswith("3줄에서 글을 덜어 냈다. ")
    assert "두 번 인쇄된 사진 설명 하나는 한 번만 남겼다." in said


def test_a_line_that_went_in_pieces_is_one_line() -> None:
    lines = _lines(
        (
            *ROWS[:4],
            ("© 섬신문.", "boilerplate", False, SITE),
            ("무단 전재와 배포를 금한다.", "boilerplate", False, SITE),
        )
    )
    lines.loc[lines.index[-1], "line"] = lines["line"].iloc[-2]
    said = str(prose.about_removed(lines))
    assert "1줄에서" in said and "무단 전재와 배포를 금한다" in said.partition("덜어 낸 것은")[2]


def test_nearly_all_is_told_as_more_than_99_of_100() -> None:
    lines = _lines((("배가 섬을 오간다. " * 60, "body", True, "단락"), ("끝", "boilerplate", False, SITE)))
    assert str(prose.about_labels(lines)) == "기사로 남긴 글은 글자 수로 원문의 99%를 넘는다."


def test_what_a_person_overruled_is_told() -> None:
    rows = (*ROWS, ("상담 전화", "body", True, "연구자가 남김(articles.yml)"))
    assert "연구자가 직접 정한 곳은 한 군데다(남긴 곳 1군데, 뺀 곳 0군데)." in str(prose.about_removed(_lines(rows)))


def test_what_a_person_dropped_is_counted_and_not_quoted() -> None:
    text = "한나루 씨의 전화번호는 010-0000-0000이고 그는 섬마을 셋째 집에 산다"
    secret = (text, "boilerplate", False, "연구자가 뺌(articles.yml)")
    said = str(prose.about_removed(_lines((*ROWS, secret))))
    assert "뺀 곳 1군데" in said and "한나루" not in said and "010" not in said


def test_nothing_removed_gives_silence() -> None:
    assert str(prose.about_removed(_lines(ROWS[1:2]))) == ""
    assert "덜어 낸 글은 없다" in str(prose.about_labels(_lines(ROWS[1:2])))


def test_empty_tables_give_silence() -> None:
    lines, articles = tables.LINES.empty(), tables.ARTICLES.empty()
    assert str(prose.about_articles(articles)) == str(prose.about_labels(lines)) == ""
    assert str(prose.about_removed(lines)) == str(prose.about_tiling(lines, articles)) == ""
    assert tables.FINDINGS.check(prose.cleaning_findings(lines, articles)).empty


def test_tiling_is_claimed_only_where_it_holds() -> None:
    lines = _lines()
    articles = _articles(lines)
    assert "한 글자도 빠짐없이" in str(prose.about_tiling(lines, articles))
    assert "원문이 되지 않는다" in str(prose.about_tiling(lines.drop(index=3), articles))


@given(st.integers(0, len(ROWS) - 1), st.sampled_from(["start", "end", "text", "kept"]))
def test_any_torn_line_is_noticed(number: int, column: str) -> None:
    lines = _lines()
    articles = _articles(lines)
    value = lines.loc[number, column]
    lines.loc[number, column] = f"{value}!" if column == "text" else not value if column == "kept" else value + 1
    assert "믿어서는 안 된다" in str(prose.about_tiling(lines, articles))


def test_findings_tell_what_was_kept_removed_and_lost() -> None:
    lines = _lines()
    found = tables.FINDINGS.check(prose.cleaning_findings(lines, _articles(lines)))
    assert list(found["finding"]) == ["kept", "removed", "tiling"]
    assert not found["text"].str.contains("<").any()
