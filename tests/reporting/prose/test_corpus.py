"""What is said of a corpus is what its tables hold, and no order is told that the intervals do not bear out."""

import pandas as pd

from helpers import tables
from helpers.reporting.prose import corpus


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
        "2024부터 2025까지 매체 2곳의 기사 5편을 읽었다. 글은 전문 3편과 제목 2편이다. 기사가 한 편도 없는 매체와 때의 칸이 2개 있다."
    )
    assert str(corpus.about_coverage(frame.head(0))) == "읽을 수 있는 기사가 없다."


def test_what_no_row_tells_is_no_outlet_and_no_day() -> None:
    rows = [("섬신문", "2024-01", "full", 3), ("(모름)", "2024-03", "full", 2), ("(모름)", "(모름)", "full", 4)]
    frame = pd.DataFrame(rows, columns=["outlet", "period", "stratum", "articles"])
    assert str(corpus.about_coverage(frame)) == (
        "2024-01부터 2024-03까지 매체 1곳의 기사 9편을 읽었다. 날짜를 모르는 기사가 4편 있다. 매체를 모르는 기사가 6편 있다. "
        "글은 전문 9편이다. 기사가 한 편도 없는 매체와 때의 칸이 2개 있다."
    )
    assert str(corpus.about_coverage(frame.tail(1))).startswith("기사 4편을 읽었다. 날짜를 모르는 기사가 4편 있다.")


def test_outlets_are_held_against_each_other_only_where_there_are_articles_enough() -> None:
    apart = shares(
        ("voice", "named", "섬신문", 0.6, 0.5, 0.7), ("voice", "named", "뭍일보", 0.2, 0.1, 0.3), ("voice", "named", "(모름)", 1, 1, 1)
    )  # fmt: skip
    assert "기사가 10편 이상인 매체 2곳을 견주었다. 이름 있는" in str(corpus.about_voices(apart, 40))
    few = apart.assign(total=[100, 9, 100])
    assert str(corpus.about_voices(few, 40)) == (
        "전문이 있는 기사 40편에서 셌다. 기사가 10편 이상인 매체가 둘이 되지 않아 매체끼리 견주지 않았다."
    )
    assert list(corpus.compared(few)["group"]) == ["섬신문"]
    assert "찾지 못했다" in str(corpus.about_claims(few.head(0), {}, pd.DataFrame({"stratum": [], "articles": []})))
    assert "말하지 않는다" in str(corpus.about_keyness(tables.GROUP_KEYNESS.empty(), "text"))


def test_stories_say_by_which_rule_they_are_counted() -> None:
    frame = pd.DataFrame({"story": [1, 1, 2, 2], "first": [True, False, True, False]})
    assert str(corpus.about_stories(frame, "keep")) == (
        "글이 절반 넘게 겹치는 기사 묶음이 2개이고, 그 안에서 먼저 나온 것을 뺀 기사가 2편이다. "
        "아래의 수는 ‘겹친 기사도 모두 센다’라는 규칙을 따른다."
    )
    assert "한 번만 센다" in str(corpus.about_stories(frame, "own"))


def test_outlets_are_ordered_only_where_their_intervals_part() -> None:
    apart = shares(("voice", "named", "섬신문", 0.6, 0.5, 0.7), ("voice", "named", "뭍일보", 0.2, 0.1, 0.3))
    assert str(corpus.about_voices(apart, 40)) == (
        "전문이 있는 기사 40편에서 셌다. 이름 있는 취재원을 인용한 기사의 비율은 섬신문 60%(50~70%), 뭍일보 20%(10~30%)로 갈린다."
    )
    alike = shares(("voice", "named", "섬신문", 0.6, 0.2, 0.9), ("voice", "named", "뭍일보", 0.4, 0.1, 0.7))
    assert "어느 매체가 더 인용한다고 말할 수 없다" in str(corpus.about_voices(alike, 40))
    assert "전문이 없다" in str(corpus.about_voices(apart, 0))


def test_claims_are_told_with_their_stance_to_the_thesis() -> None:
    rows = shares(
        ("claim", "ferry:opposes", "섬신문", 0.6, 0.5, 0.7), ("claim", "ferry:opposes", "뭍일보", 0.2, 0.1, 0.3)
    )
    coverage = pd.DataFrame({"stratum": ["lead", "full"], "articles": [150, 50]})
    said = str(corpus.about_claims(rows, {"ferry": "새 배가 섬을 살렸다."}, coverage))
    assert said.startswith(
        "주장은 읽은 글(제목과 첫머리 150편, 전문 50편)에서 찾았다. ‘새 배가 섬을 살렸다’라는 주장과 이어져 논지에 반대하는 문장이 있는 기사의 비율은 섬신문 60%"
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
    assert "갈린다" in str(corpus.about_claims(shares(*two), {}, none))
    assert "갈린다" not in str(corpus.about_claims(shares(*two, *more), {}, none))


def test_words_of_groups_and_of_periods_are_named_where_they_differ_clearly() -> None:
    keyness = pd.DataFrame(
        {"group": ["섬신문", "섬신문"], "term": ["바다", "배"], "q": [0.01, 0.01], "g2": [9.0, 8.0],
         "log_ratio": [1.0, 1.0], "fragile": [False, True]}
    )  # fmt: skip
    assert str(corpus.about_keyness(keyness, "text")) == (
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
    assert str(corpus.about_changes(made)) == (
        "가장 많은 기사에 나온 낱말 3개를 살폈다. 어느 때를 앞뒤로 기사의 비율이 뚜렷이 달라진 낱말은 2개다. "
        "‘바다’가 나온 기사는 2025부터 10%(40편 가운데 4편)에서 50%(20편 가운데 10편)로 늘었다(차이 20~60%포인트, 바뀐 때 2024~2025). "
        "‘배’가 나온 기사는 2025부터 50%(40편 가운데 4편)에서 10%(20편 가운데 10편)로 줄었다(차이 20~60%포인트, 바뀐 때 2025)."
    )
    assert "달라진 낱말은 없다" in str(corpus.about_changes(made.tail(1)))
    assert "흐름을 말하지 않는다" in str(corpus.about_changes(made.head(0)))


def test_unread_articles_are_counted_and_none_is_said() -> None:
    assert "3편은 읽지 못했고" in str(corpus.about_unreadable(pd.DataFrame({"article_id": ["a", "b", "c"]})))
    assert str(corpus.about_unreadable(tables.ARTICLES.empty())) == "목록의 기사를 모두 읽었다."
