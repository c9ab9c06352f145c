"""What is said of keywords is what the tables hold, and no rank is claimed that the intervals do not part."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from helpers import keywords, tables
from helpers.reporting import prose

WORDS = ("바다", "배", "섬", "등대", "물때", "항구", "갯벌")


def _keywords(values, *, measure: str = "keyness_wordfreq", width: float = 1.0, floored: tuple[str, ...] = ()):
    order = sorted(zip(values, WORDS, strict=False), reverse=True)
    return tables.KEYWORDS.make(
        {
            "article_id": "a", "analyzer": "kiwi", "measure": measure, "term": term, "value": value, "rank": rank,
            "ci_low": value - width, "ci_high": value + width, "n": int(value), "floored": term in floored,
        }
        for rank, (value, term) in enumerate(order, 1)
    )  # fmt: skip


def _stability(*rows: tuple[str, int, dict[str, str]]) -> pd.DataFrame:
    return tables.TERM_STABILITY.make(
        {
            "article_id": "a", "term": term, "variants": 10, "n": n, "share": n / 10, "best_rank": 1, "median_rank": 3.0,
            "hangs_on": [{"dimension": dimension, "value": value} for dimension, value in choices.items()],
        }
        for term, n, choices in rows
    )  # fmt: skip


def test_frequency_lists_words_with_their_links() -> None:
    shown = prose.about_frequency(_keywords([9, 7, 5, 4, 3, 1, 1], measure="frequency"))
    assert str(shown) == "가장 자주 나온 말은 바다, 배, 섬, 등대, 물때다."
    assert 'href="#kwic-바다"' in shown.html


def test_of_words_that_occur_as_often_all_are_named_or_none() -> None:
    tied = str(prose.about_frequency(_keywords([9, 7, 5, 4, 3, 3, 1], measure="frequency")))
    assert set(tied[len("가장 자주 나온 말은 ") : -2].split(", ")) == set(WORDS) - {"갯벌"}
    four = str(prose.about_frequency(_keywords([9, 8, 7, 6, 2, 2, 2], measure="frequency")))
    assert four.count(",") == 6
    many = str(prose.about_frequency(_keywords([4] * 7, measure="frequency")))
    assert many.count(",") == 6


def test_frequency_names_no_word_that_occurs_once() -> None:
    some = _keywords([4, 2, 1, 1, 1], measure="frequency")
    assert str(prose.about_frequency(some)) == "가장 자주 나온 말은 바다와 배다."
    once = _keywords([1, 1, 1], measure="frequency")
    assert str(prose.about_frequency(once)) == "두 번 이상 나온 말이 없다. 센 낱말 셋은 모두 한 번씩 나온다."


def test_keyness_tells_what_is_frequent_and_what_the_reference_lacks() -> None:
    frame = pd.concat([_keywords([9, 5], floored=("배",)), _keywords([5, 3], measure="log_ratio_wordfreq")])
    said = str(prose.about_keyness(frame))
    assert "유난히 잦은 말은 바다와 배다." in said
    assert "‘배’는 참조 말뭉치가 낱말 하나로 세지 않은 말이어서" in said


def test_words_that_are_rarer_than_in_the_reference_are_no_keywords() -> None:
    assert str(prose.about_keyness(_keywords([-2, -3]))) == ""


def test_ranks_that_overlap_are_not_told_apart() -> None:
    said = str(prose.about_ranks(keywords.bands(_keywords([9, 8.5, 8], width=2))))
    assert "낱말 3개 어디에서도 위와 아래를 가를 수 없다" in said and "다만" not in said


def test_the_first_of_a_chain_is_told_apart_from_those_far_below() -> None:
    said = str(prose.about_ranks(keywords.bands(_keywords([9, 8, 7, 6, 5], width=1.2))))
    assert "위와 아래를 가를 수 없다. 다만 맨 앞의 ‘바다’는 맨 끝의 두 낱말과 구간이 갈린다" in said


def test_a_word_whose_interval_parts_is_called_first() -> None:
    frame = _keywords([20, 5, 4.5])
    said = str(prose.about_ranks(keywords.bands(frame)))
    assert said.startswith("‘바다’는 95% 구간이 나머지 모두와 갈린다. 로그 가능도(G²)로 보면 맨 앞이라고 할 수 있다.")
    assert "다른 글에서도 그렇다는 뜻이 아니다" in said


@given(st.lists(st.integers(1, 40), min_size=2, max_size=7), st.floats(0.1, 10))
def test_no_word_is_called_first_that_does_not_part(values: list[int], width: float) -> None:
    frame = _keywords(values, width=width)
    bands = keywords.bands(frame)
    said = str(prose.about_ranks(bands))
    assert ("맨 앞이라고 할 수 있다" in said) == bool((bands["band"] == 1).sum() == 1 and len(frame) > 1)


def test_ranks_without_intervals_are_not_compared() -> None:
    frame = _keywords([9, 5]).assign(ci_low=np.nan, ci_high=np.nan)
    assert "구간을 매기지 못했다" in str(prose.about_ranks(keywords.bands(frame)))


def test_stability_names_what_holds_and_what_hangs_on_one_choice() -> None:
    shown = prose.about_stability(
        _stability(
            ("바다", 10, {}), ("배", 2, {"analyzer": "okt"}), ("섬", 2, {"pos": "content", "measure": "frequency"})
        )
    )
    assert str(shown) == (
        "분석기, 불용어, 품사, 재는 법을 바꾸어 목록을 열 가지 만들었다. 바다는 어느 목록에나 남는다. 선택 하나에 매인 말도 있다. "
        "‘배’는 Okt로 읽어야, ‘섬’은 동사와 형용사까지 세고 횟수로 재야 목록에 든다."
    )


def test_words_that_never_hold_are_said_to_be_made_by_the_method() -> None:
    assert "방법이 만든 것으로 보아야 한다" in str(prose.about_stability(_stability(("바다", 3, {}))))


def test_findings_hold_no_marks_and_no_links() -> None:
    frame = _keywords([20, 5, 4.5])
    found = tables.FINDINGS.check(prose.keyword_findings(frame, keywords.bands(frame), _stability(("바다", 10, {}))))
    assert list(found["finding"]) == ["keywords", "ranks", "stability"]
    assert not found["text"].str.contains("[<>]").any()
    assert found["text"].str.endswith(".").all()


def test_dispersion_names_the_word_that_is_spread_most_evenly() -> None:
    rows = [("바다", 8, 8, 0.1), ("배", 6, 2, 0.9), ("섬", 2, 1, 0.99)]
    frame = tables.DISPERSION.make(
        {"article_id": "a", "analyzer": "kiwi", "term": t, "n": n, "parts": 20, "parts_with": p, "dp": d, "dp_norm": d}
        for t, n, p, d in rows
    )
    assert str(prose.about_dispersion(frame)) == "자주 나온 말 가운데 가장 고르게 퍼진 것은 ‘바다’다."


def test_collocations_are_told_by_log_dice() -> None:
    rows = [("log_dice", "바다", "배", 13.2), ("log_dice", "등대", "섬", 12.0), ("pmi", "물때", "섬", 20.0)]
    frame = tables.COLLOCATIONS.make(
        {"article_id": "a", "analyzer": "kiwi", "measure": m, "term_a": a, "term_b": b, "value": v, "n": 3,
         "sentences": 3, "n_a": 4, "n_b": 5}
        for m, a, b, v in rows
    )  # fmt: skip
    assert (
        str(prose.about_collocations(frame))
        == "3문장 이상에서 가까이 함께 나온 짝 가운데 가장 단단히 붙어 다니는 것은 바다·배와 등대·섬이다(logDice 순)."
    )
    assert "짝으로는 바다·배가 있다" in str(prose.about_collocations(frame.head(1)))
    assert str(prose.about_collocations(frame.assign(sentences=2))) == ""


def test_network_says_what_it_shows_and_counts_no_links() -> None:
    frame = tables.NETWORK.make(
        [{"article_id": "a", "analyzer": "kiwi", "term_a": "바다", "term_b": "배", "n": 2, "weight": 2.0,
          "community_a": 1, "community_b": 1}]
    )  # fmt: skip
    assert str(prose.about_network(frame)).startswith("짝지어 나오는 정도가 큰 낱말을 이었다.")


def test_diversity_tells_one_text_with_its_interval_and_several_by_their_ends() -> None:
    row = {"analyzer": "kiwi", "measure": "mtld", "tokens": 300, "types": 150}
    one = tables.DIVERSITY.make([row | {"article_id": "a", "value": 81.4, "ci_low": 60.0, "ci_high": 102.0}])
    assert "평균 81개 낱말이 이어진다(MTLD, 95% 구간 60~102)" in str(prose.about_diversity(one))
    unsure = one.assign(ci_low=-7.0)
    assert "-7" not in str(prose.about_diversity(unsure)) and "크게 흔들리므로" in str(prose.about_diversity(unsure))
    short = str(prose.about_diversity(one.assign(tokens=80)))
    assert "재지 못했다(센 낱말 80개)" in short and "평균" not in short
    two = pd.concat([one, tables.DIVERSITY.make([row | {"article_id": "b", "value": 120.0}])])
    assert str(prose.about_diversity(two)) == "낱말이 가장 덜 다양한 기사는 a(81), 가장 다양한 기사는 b(120)다(MTLD)."


def test_empty_tables_give_silence() -> None:
    empty = tables.KEYWORDS.empty()
    for shown in (
        prose.about_frequency(empty),
        prose.about_keyness(empty),
        prose.about_ranks(tables.BANDS.empty()),
        prose.about_stability(tables.TERM_STABILITY.empty()),
        prose.about_dispersion(tables.DISPERSION.empty()),
        prose.about_collocations(tables.COLLOCATIONS.empty()),
        prose.about_network(tables.NETWORK.empty()),
        prose.about_diversity(tables.DIVERSITY.empty()),
    ):
        assert (shown.html, shown.plain) == ("", "")
    assert prose.keyword_findings(empty, tables.BANDS.empty(), tables.TERM_STABILITY.empty()).empty


def test_runs_of_words_are_named_and_tabled_and_none_is_silence() -> None:
    runs = pd.DataFrame({"term": ["푸른 바다", "<b> 등대", "섬 등대", "물때 항구"], "words": 2, "n": [4, 3, 2, 2]})
    shown = prose.about_runs(runs)
    first = "이어진 명사로 읽은 말 가운데 되풀이된 것은 ‘푸른 바다’(4번), ‘<b> 등대’(3번), ‘섬 등대’(2번) 등 넷이다."
    assert shown.plain.splitlines()[0] == first
    assert "물때 항구" in shown.html and "<b>" not in shown.html
    assert "되풀이된 것은 ‘푸른 바다’(4번)다." in str(prose.about_runs(runs.head(1)))
    assert prose.about_runs(runs.head(0)).html == ""


def test_the_caption_of_the_cloud_says_what_a_cloud_cannot_show() -> None:
    said = prose.cloud_caption(_keywords([9, 7, 5]))
    assert said.startswith("글자 크기는 로그 가능도(G²)를 따르지만 구간이 없고 자리에는 뜻이 없으니")
    assert prose.cloud_caption(_keywords([-2])) == ""


def test_lists_that_hold_every_word_part_none_from_the_others() -> None:
    said = str(prose.about_stability(_stability(("바다", 10, {}), ("배", 10, {}))))
    assert said.endswith("어느 목록에나 같은 낱말이 모두 들었다. 그래서 어느 것이 더 굳은지는 가릴 수 없다.")


def test_findings_say_that_no_word_comes_again_where_none_does() -> None:
    found = prose.keyword_findings(tables.KEYWORDS.empty(), tables.BANDS.empty(), _stability(("바다", 10, {})))
    assert found["text"].tolist() == ["핵심어로 삼을 만큼 되풀이된 낱말이 없다."]
