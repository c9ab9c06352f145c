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
    said = str(corpus.about_claims(rows, {"ferry": "새 배가 섬을 살렸다."}))
    assert said.startswith(
        "‘새 배가 섬을 살렸다’라는 주장과 이어져 논지에 반대하는 문장이 있는 기사의 비율은 섬신문 60%"
    )
    turned = rows.assign(own=[0.1, 0.2])
    assert str(corpus.about_claims(turned, {})).startswith("주장마다 매체의 구간이 서로 겹쳐")


def test_words_of_groups_and_of_periods_are_named_where_they_differ_clearly() -> None:
    keyness = pd.DataFrame(
        {"group": ["섬신문", "섬신문"], "term": ["바다", "배"], "q": [0.01, 0.01], "g2": [9.0, 8.0],
         "log_ratio": [1.0, 1.0], "fragile": [False, True]}
    )  # fmt: skip
    assert str(corpus.about_keyness(keyness, "text")) == (
        "낱말은 글에서 가려내어 셌다. 섬신문은 다른 매체보다 ‘바다’를 뚜렷이 자주 쓴다. "
        "겹친 기사를 세는 규칙에 따라 방향이 바뀌는 낱말이 1개 있어 뺐다."
    )
    years = shares(("term", "바다", "2024", 0.1, 0.05, 0.2), ("term", "바다", "2025", 0.5, 0.4, 0.6))
    assert str(corpus.about_trends(years)) == "2024보다 2025에 뚜렷이 많은 기사에 나온 낱말은 ‘바다’다."
    assert "흐름을 말하지 않는다" in str(corpus.about_trends(years.head(1)))


def test_unread_articles_are_counted_and_none_is_silence() -> None:
    assert "3편은 읽지 못했고" in str(corpus.about_unreadable(pd.DataFrame({"article_id": ["a", "b", "c"]})))
    assert str(corpus.about_unreadable(tables.ARTICLES.empty())) == ""
