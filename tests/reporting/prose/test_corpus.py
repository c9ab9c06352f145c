"""What is said of a corpus is what its tables hold, and no order is told that the intervals do not bear out."""

import pandas as pd

from helpers import tables
from helpers.reporting.prose import corpus, corpus_words, groups


def shares(*rows: tuple[str, str, str, float, float, float]) -> pd.DataFrame:
    made = [
        {"measure": measure, "name": name, "by": "outlet", "group": group, "n": round(share * 100), "total": 100,
         "share": share, "ci_low": low, "ci_high": high, "keep": share, "flag": share, "own": share}
        for measure, name, group, share, low, high in rows
    ]  # fmt: skip
    return pd.DataFrame(made)


def test_coverage_counts_articles_outlets_and_gaps() -> None:
    rows = [("섬신문", "2024", "full", 3), ("뭍일보", "2025", "title", 2)]
    frame = pd.DataFrame(rows, columns=["outlet", "period", "stratum", "articles"])
    assert str(corpus.about_coverage(frame)) == (
        "2024부터 2025까지 매체 2곳의 기사 5편을 살폈다. 글은 전문 3편과 제목 2편이다."
    )
    assert str(corpus.about_cells(frame, most=12)) == (
        "칸이 짙을수록 기사가 많고, 빈칸에는 기사가 없다. 매체 2곳과 기간 2개를 짝지은 4칸 가운데 2칸에는 기사가 없다."
    )
    assert "기사가 많은 매체 1곳만 그렸다." in str(corpus.about_cells(frame, most=1))
    assert str(corpus.about_coverage(frame.head(0))) == "읽을 수 있는 기사가 없다."


def test_what_no_row_tells_is_no_outlet_and_no_day() -> None:
    rows = [("섬신문", "2024-01", "full", 3), ("(모름)", "2024-03", "full", 2), ("(모름)", "(모름)", "full", 4)]
    frame = pd.DataFrame(rows, columns=["outlet", "period", "stratum", "articles"])
    assert str(corpus.about_coverage(frame)) == (
        "2024-01부터 2024-03까지 매체 1곳의 기사 9편을 살폈다. 날짜를 모르는 기사가 4편 있다. 매체를 모르는 기사가 6편 있다. "
        "모두 전문이다."
    )
    assert "매체 1곳과 기간 3개를 짝지은 3칸 가운데 2칸에는" in str(corpus.about_cells(frame, most=12))
    assert str(corpus.about_coverage(frame.tail(1))).startswith("기사 4편을 살폈다. 날짜를 모르는 기사가 4편 있다.")


def test_outlets_are_held_against_each_other_only_where_there_are_articles_enough() -> None:
    apart = shares(
        ("voice", "named", "섬신문", 0.6, 0.5, 0.7), ("voice", "named", "뭍일보", 0.2, 0.1, 0.3), ("voice", "named", "(모름)", 1, 1, 1)
    )  # fmt: skip
    assert "기사가 10편 이상인 매체 2곳을 견주었다. 말한 이의 이름을" in str(corpus.about_voices(apart, 40))
    few = apart.assign(total=[100, 9, 100])
    assert str(corpus.about_voices(few, 40)) == (
        "인용은 전문이 있는 기사 40편에서 셌다. 기사가 10편 이상인 매체가 둘이 되지 않아 매체끼리 견주지 않았다."
    )
    assert list(corpus.compared(few)["group"]) == ["섬신문"]
    assert "찾지 못했다" in str(corpus.about_claims(few.head(0), {}, pd.DataFrame({"stratum": [], "articles": []})))
    assert "말하지 않는다" in str(corpus_words.about_keyness(tables.GROUP_KEYNESS.empty(), "text"))


def test_stories_say_by_which_rule_they_are_counted() -> None:
    frame = pd.DataFrame({"story": [1, 1, 2, 2], "first": [True, False, True, False]})
    assert str(corpus.about_stories(frame, "keep")) == (
        "글이나 명사 목록이 절반 넘게 겹치는 기사 묶음이 2개이고, 묶음마다 하나를 뺀 나머지가 2편이다. "
        "아래의 수는 ‘겹친 기사도 모두 센다’라는 규칙을 따른다."
    )
    assert "한 번만 센다" in str(corpus.about_stories(frame, "own"))


def test_outlets_are_ordered_only_where_their_intervals_part() -> None:
    apart = shares(("voice", "named", "섬신문", 0.6, 0.5, 0.7), ("voice", "named", "뭍일보", 0.2, 0.1, 0.3))
    assert str(corpus.about_voices(apart, 40)) == (
        "인용은 전문이 있는 기사 40편에서 셌다. 말한 이의 이름을 적어 인용한 기사의 비율은 "
        "섬신문이 60%(50~70%)로 가장 높고 뭍일보가 20%(10~30%)로 가장 낮다."
    )
    alike = shares(("voice", "named", "섬신문", 0.6, 0.2, 0.9), ("voice", "named", "뭍일보", 0.4, 0.1, 0.7))
    assert "어느 매체가 더 적는다고 말할 수 없다" in str(corpus.about_voices(alike, 40))
    assert "전문이 없다" in str(corpus.about_voices(apart, 0))


def test_claims_are_told_with_their_stance_to_the_thesis() -> None:
    rows = shares(
        ("claim", "ferry:opposes", "섬신문", 0.6, 0.5, 0.7), ("claim", "ferry:opposes", "뭍일보", 0.2, 0.1, 0.3)
    )
    coverage = pd.DataFrame({"stratum": ["lead", "full"], "articles": [150, 50]})
    said = str(corpus.about_claims(rows, {"ferry": "새 배가 섬을 살렸다."}, coverage))
    assert said.startswith(
        "주장은 읽은 글(제목과 첫머리 150편, 전문 50편)에서 찾았다. ‘새 배가 섬을 살렸다’라는 주장과 이어져 논지에 반대하는 문장이 있는 기사의 비율은 섬신문이 60%"
    )
    turned = rows.assign(own=[0.1, 0.2])
    assert "어느 매체가 더하다고 말할 수 없다" in str(corpus.about_claims(turned, {}, coverage))


def test_articles_of_which_only_a_noun_list_was_read_are_in_no_count_of_claims() -> None:
    rows = shares(
        ("claim", "ferry:opposes", "섬신문", 0.6, 0.5, 0.7), ("claim", "ferry:opposes", "뭍일보", 0.2, 0.1, 0.3)
    )
    coverage = pd.DataFrame({"stratum": ["nouns", "full"], "articles": [150, 50]})
    assert str(corpus.about_claims(rows, {}, coverage)).startswith("주장은 읽은 글(전문 50편)에서 찾았다.")
    nouns = coverage[coverage["stratum"] == "nouns"]
    assert str(corpus.about_claims(rows.head(0), {}, nouns)) == "문장을 읽은 기사가 없어 주장을 세지 않았다."


def test_the_largest_difference_of_many_outlets_is_held_to_their_number() -> None:
    two = [
        ("claim", "ferry:supports", "섬신문", 0.3, 0.22, 0.38),
        ("claim", "ferry:supports", "뭍일보", 0.13, 0.05, 0.21),
    ]
    more = [("claim", "ferry:supports", f"매체{n}", 0.2, 0.12, 0.28) for n in range(30)]
    none = pd.DataFrame({"stratum": [], "articles": []})
    assert "가장 높고" in str(corpus.about_claims(shares(*two), {}, none))
    assert "가장 높고" not in str(corpus.about_claims(shares(*two, *more), {}, none))


def test_words_of_groups_and_of_periods_are_named_where_they_differ_clearly() -> None:
    keyness = pd.DataFrame(
        {"group": ["섬신문", "섬신문"], "term": ["바다", "배"], "q": [0.01, 0.01], "g2": [9.0, 8.0],
         "log_ratio": [1.0, 1.0], "fragile": [False, True]}
    )  # fmt: skip
    assert str(corpus_words.about_keyness(keyness, "text")) == (
        "낱말은 글에서 가려내어 셌다. 섬신문은 다른 매체보다 ‘바다’를 뚜렷이 자주 쓴다. "
        "겹친 기사를 세는 규칙에 따라 방향이 바뀌는 낱말이 1개 있어 뺐다."
    )
    row = {
        "name": "바다", "period": "2025", "period_low": "2024", "period_high": "2025", "n_before": 4, "total_before": 40,
        "n_after": 10, "total_after": 20, "share_before": 0.1, "share_after": 0.5, "difference": 0.4, "ci_low": 0.2,
        "ci_high": 0.6, "ratio": 11.0, "p": 0.001, "q": 0.01,
    }  # fmt: skip
    fewer = {"name": "배", "share_before": 0.5, "share_after": 0.1, "difference": -0.4, "ci_low": -0.6, "ci_high": -0.2}
    made = tables.CHANGES.make([row, row | fewer | {"period_low": "2025"}, row | {"name": "섬", "q": 0.2}])
    assert str(corpus_words.about_changes(made)) == (
        "가장 많은 기사에 나온 낱말 3개를 살폈다. 어느 때를 앞뒤로 기사의 비율이 뚜렷이 달라진 낱말은 2개다. "
        "‘바다’가 나온 기사는 2025부터 10%(40편 가운데 4편)에서 50%(20편 가운데 10편)로 늘었다(차이 20~60%포인트, 바뀐 때 2024~2025). "
        "‘배’가 나온 기사는 2025부터 50%(40편 가운데 4편)에서 10%(20편 가운데 10편)로 줄었다(차이 20~60%포인트, 바뀐 때 2025)."
    )
    assert "달라진 낱말은 없다" in str(corpus_words.about_changes(made.tail(1)))
    assert "흐름을 말하지 않는다" in str(corpus_words.about_changes(made.head(0)))


def test_unread_articles_are_counted_and_none_is_said() -> None:
    assert "3편은 읽지 못했고" in str(corpus.about_unreadable(pd.DataFrame({"article_id": ["a", "b", "c"]})))
    assert str(corpus.about_unreadable(tables.ARTICLES.empty())) == "읽지 못한 기사는 없다."


def test_the_clearest_changes_alone_are_told_and_it_is_said() -> None:
    row = {
        "period": "2025", "period_low": "2024", "period_high": "2025", "n_before": 4, "total_before": 40,
        "n_after": 10, "total_after": 20, "share_before": 0.1, "share_after": 0.5, "difference": 0.4, "ci_low": 0.2,
        "ci_high": 0.6, "ratio": 11.0, "p": 0.001, "q": 0.01,
    }  # fmt: skip
    seven = tables.CHANGES.make([row | {"name": f"말{n}"} for n in range(7)])
    said = str(corpus_words.about_changes(seven))
    assert "낱말은 7개다. 차이가 가장 뚜렷한 5개만 적는다. ‘말0’" in said and "말5" not in said
    assert "만 적는다" not in str(corpus_words.about_changes(seven.head(5)))


def test_outlets_have_a_row_each_and_no_column_of_what_was_not_counted() -> None:
    rows = [
        ("섬신문", "2024", "nouns", 3, 3, 3, pd.NA, pd.NA, 600),
        ("섬신문", "2025", "nouns", 1, 1, 1, pd.NA, pd.NA, 200),
        ("뭍일보", "2025", "nouns", 9, 9, 9, pd.NA, pd.NA, 900),
    ]
    nouns = tables.COVERAGE.make(dict(zip(tables.COVERAGE.columns, row, strict=True)) for row in rows)
    made = groups.by_outlet(nouns)
    assert list(made) == ["outlet", "stratum", "articles", "own", "periods", "nouns"]
    assert made.to_numpy().tolist() == [["뭍일보", "명사 목록", 9, 9, 1, 900], ["섬신문", "명사 목록", 4, 4, 2, 800]]
    full = nouns.assign(stratum="full", sentences=[5, 0, 7], words=[50, 0, 70], nouns=pd.NA).astype(
        dict.fromkeys(("sentences", "words", "nouns"), "Int64")
    )
    assert groups.by_outlet(full)["sentences"].tolist() == [7, 5] and "nouns" not in groups.by_outlet(full)
    assert groups.by_outlet(nouns.head(0)).empty


def test_groups_have_their_shares_side_by_side_and_small_ones_their_numbers() -> None:
    rows = shares(
        ("claim", "ferry:supports", "섬신문", 0.6, 0.5, 0.7), ("claim", "ferry:opposes", "섬신문", 0.2, 0.1, 0.3),
        ("claim", "ferry:supports", "뭍일보", 1.0, 0.5, 1.0), ("claim", "ferry:opposes", "뭍일보", 0.0, 0.0, 0.5),
    ).assign(total=[100, 100, 2, 2], n=[60, 20, 2, 0])  # fmt: skip
    names = corpus.claim_names(rows, {"ferry": "새 배가 섬을 살렸다."})
    assert list(names) == ["ferry:supports", "ferry:opposes"]
    made = groups.by_group(rows, names)
    assert list(made) == ["group", "total", "지지: 새 배가 섬을 살렸다", "반대: 새 배가 섬을 살렸다"]
    assert made.to_numpy().tolist() == [["섬신문", 100, "60%(50~70%)", "20%(10~30%)"], ["뭍일보", 2, "2편", "0편"]]


def test_nobody_quoted_is_told_and_so_is_that_nothing_was_counted() -> None:
    none = tables.SPEAKERS.empty()
    assert str(corpus.about_speakers(none, 3)) == "이름을 밝혀 인용된 사람이나 기관을 찾지 못했다."
    assert str(corpus.about_speakers(none, 0)) == "전문이 없어 세지 않았다."
    assert not corpus.about_speakers(pd.DataFrame({"person": ["김하늘"]}), 3).html
