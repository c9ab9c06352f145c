from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from helpers import reporting, tables
from helpers.errors import StudyError
from helpers.reporting.korean.names import LABELS, STANCES
from helpers.reporting.plots import style
from helpers.reporting.showing import render_png
from made.reports import ARTICLE, evidence, facts, keywords, place


def lines() -> pd.DataFrame:
    rows, start = [], 0
    for number, label in enumerate(("title", "boilerplate", "blank", "body", "caption", "boilerplate"), start=1):
        row = {"article_id": ARTICLE, "line": number, "start": start, "end": start + 10 * number, "text": "글"}
        rows.append(row | {"label": label, "kept": label in ("body", "caption"), "reason": "", "confidence": 1.0})
        start += 10 * number
    return tables.LINES.make(rows)


def positions() -> pd.DataFrame:
    places = (("도서관", 0.1), ("도서관", 0.9), ("사람", 0.5))
    same = {"article_id": ARTICLE, "analyzer": "kiwi", "sentence_id": 1}
    return tables.POSITIONS.make(
        [same | {"term": t, "share": s, "start": i, "end": i + 1} for i, (t, s) in enumerate(places)]
    )


def matrix(size: int = 3) -> pd.DataFrame:
    names = [f"변형 {i}" for i in range(size)]
    frame = pd.DataFrame(np.linspace(0.1, 1.0, size * size).reshape(size, size), index=names, columns=names)
    frame.iloc[0, 1] = np.nan
    return frame


def collocations() -> pd.DataFrame:
    same = {"article_id": ARTICLE, "analyzer": "kiwi", "measure": "log_dice", "sentences": 2, "n_a": 4, "n_b": 4}
    pairs = (("도서관", "사람", 11.0, 3), ("책", "투자", 12.5, 2))
    return tables.COLLOCATIONS.make([same | {"term_a": a, "term_b": b, "value": v, "n": n} for a, b, v, n in pairs])


def network() -> pd.DataFrame:
    same = {"article_id": ARTICLE, "analyzer": "kiwi", "n": 2, "community_a": 1}
    links = (("도서관", "사람", 1.0, 1), ("도서관", "책", 0.5, 1), ("사람", "투자", 0.2, 2))
    return tables.NETWORK.make(
        [same | {"term_a": a, "term_b": b, "weight": w, "community_b": c} for a, b, w, c in links]
    )


def weighing() -> pd.DataFrame:
    same = {"article_id": ARTICLE, "total": 5, "reporter": 0, "named": 0, "unnamed": 0, "checkable": 0}
    counts = {"*": (3, 1, 1), "patience": (2, 0, 0)}
    return tables.WEIGHING.make(
        [
            same | {"claim": claim, "stance": stance, "n": n}
            for claim, ns in counts.items()
            for stance, n in zip(("supports", "qualifies", "opposes"), ns, strict=True)
        ]
    )


def accuracy() -> pd.DataFrame:
    return pd.DataFrame(
        {"analyzer": ["kiwi", "okt"] * 2, "corpus": ["뉴스", "뉴스", "UD", "UD"], "f1": [0.9, 0.7, 0.98, 0.8]}
    )


PLOTS: dict[str, tuple[Callable[..., Axes], Callable[[], pd.DataFrame]]] = {
    "page": (reporting.plot_page_strip, lines),
    "keywords": (reporting.plot_keywords, keywords),
    "cloud": (reporting.plot_word_cloud, keywords),
    "dispersion": (reporting.plot_dispersion, positions),
    "stability": (reporting.plot_stability, matrix),
    "collocations": (reporting.plot_collocations, collocations),
    "network": (reporting.plot_network, network),
    "timeline": (reporting.plot_timeline, facts),
    "evidence": (reporting.plot_evidence, evidence),
    "weighing": (reporting.plot_weighing, weighing),
    "accuracy": (reporting.plot_accuracy, accuracy),
}
every_plot = pytest.mark.parametrize(("plot", "table"), PLOTS.values(), ids=PLOTS)


def labels(axes: Axes) -> list[str]:
    return [label.get_text() for label in axes.get_yticklabels()]


def texts(axes: Axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


@every_plot
def test_a_plot_leaves_its_table_and_the_settings_alone(plot: Callable, table: Callable) -> None:
    frame, before, settings = table(), table(), dict(mpl.rcParams)
    assert isinstance(plot(frame), Axes)
    pd.testing.assert_frame_equal(frame, before)
    assert dict(mpl.rcParams) == settings


@every_plot
def test_a_plot_of_nothing_says_so(plot: Callable, table: Callable) -> None:
    (message,) = texts(plot(table().head(0)))
    assert message.endswith("없다.")


@every_plot
def test_a_plot_draws_hangul_without_a_missing_glyph_and_the_same_under_any_settings(
    plot: Callable, table: Callable
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        plain = png, width, height = render_png(plot(table()))
    assert width == 624 and 60 < height < 800 and len(png) < 80_000
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "black", "lines.linewidth": 9}):
        assert render_png(plot(table())) == plain


def test_hostile_terms_are_drawn_as_text() -> None:
    terms = ("$\\frac{1}{0}$", "<script>", "🙂\u202e", "가" * 200)
    axes = reporting.plot_keywords(keywords(terms))
    render_png(axes)
    assert labels(axes) == ["$\\frac{1}{0}$", "<script>", "□", "가" * 13 + "…"]


def test_keywords_stand_by_rank_with_their_intervals() -> None:
    frame = keywords().iloc[::-1]
    frame.loc[0, ["ci_low", "ci_high"]] = np.nan
    axes = reporting.plot_keywords(frame, top=3)
    assert labels(axes) == ["도서관", "사람", "AI"]
    assert list(axes.lines[0].get_xdata()) == [6.0, 5.0, 4.0]
    segments = axes.collections[0].get_segments()
    assert [list(segment[:, 0]) for segment in segments[-2:]] == [[4.0, 5.5], [3.0, 4.5]]


def test_the_cloud_is_drawn_in_one_colour_on_white() -> None:
    picture = np.asarray(reporting.plot_word_cloud(keywords()).images[0].get_array())
    blue = np.array([int(style.BLUE[i : i + 2], 16) for i in (1, 3, 5)])
    assert (picture == blue).all(axis=2).any()
    shares = (255 - picture.astype(float)) / (255 - blue)  # of the blue in each pixel, alike in all three channels
    assert np.ptp(shares, axis=2).max() < 0.02


def test_the_cloud_draws_words_that_occur_more_than_expected_alone() -> None:
    frame = keywords(("도서관", "사람"))
    without = reporting.plot_word_cloud(frame.assign(value=[4.0, -1.0])).images[0].get_array()
    np.testing.assert_array_equal(
        without, reporting.plot_word_cloud(frame.head(1).assign(value=4.0)).images[0].get_array()
    )


def test_keywords_of_two_measures_are_an_error_that_names_both() -> None:
    two = pd.concat([keywords(), keywords().assign(measure="frequency")])
    with pytest.raises(StudyError, match="frequency, log_ratio_wordfreq"):
        reporting.plot_keywords(two)


def test_the_page_has_a_row_a_label_and_hatches_what_was_cut() -> None:
    axes = reporting.plot_page_strip(lines())
    assert labels(axes) == [LABELS[label] for label in ("title", "body", "caption", "boilerplate")]
    cut = {round(bar.get_x()): bar.get_hatch() for bar in axes.patches}
    assert {start for start, hatch in cut.items() if hatch} == {0, 10, 150}
    assert {start for start, hatch in cut.items() if not hatch} == {60, 100}


def test_dispersion_draws_a_stroke_an_occurrence_and_names_the_parts() -> None:
    axes = reporting.plot_dispersion(positions(), marks={0.0: "부제", 0.2: "본문"})
    assert labels(axes) == ["도서관 2", "사람 1"]
    strokes: Any = axes.collections[1]
    assert sorted(round(float(s[0][0]), 1) for s in strokes.get_segments()) == [0.1, 0.5, 0.9]
    assert [text.strip() for text in texts(axes)] == ["부제", "본문"]


def test_stability_numbers_its_cells_while_they_are_few() -> None:
    assert texts(reporting.plot_stability(matrix()))[:2] == ["0.10", "–"]
    assert texts(reporting.plot_stability(matrix(10))) == []


def test_collocations_stand_by_value_with_their_counts() -> None:
    axes = reporting.plot_collocations(collocations())
    assert labels(axes) == ["책 – 투자", "도서관 – 사람"]
    assert texts(axes) == ["2번", "3번"]


def test_the_network_shows_communities_by_shape_too() -> None:
    axes = reporting.plot_network(network())
    marks = {line.get_marker() for line in axes.lines if line.get_marker() not in ("None", "")}
    assert marks == {"o", "s"}
    assert sorted(texts(axes)) == ["도서관", "사람", "책", "투자"]


def test_the_timeline_leaves_out_what_has_no_day_and_shows_publication() -> None:
    row = place("꾸준히", 2) | {"kind": "period"}
    both = pd.concat([facts(), tables.FACTS.make([row])], ignore_index=True)
    axes = reporting.plot_timeline(both, published_at="2025-03-04T09:30+09:00")
    assert texts(axes) == ["2019년 (문장 1)", "발행"]
    (bar,) = axes.patches
    assert (bar.get_x(), round(bar.get_x() + bar.get_width())) == (2019, 2020)


def test_the_timeline_shows_a_span_that_is_named_by_its_ends_once() -> None:
    first, last = facts().iloc[0].to_dict(), facts().iloc[0].to_dict()
    first |= {"text": "2019년 3월", "resolved_from": "2019-03-01", "resolved_to": "2019-03-31", "bound": ["부터"]}
    last |= {"text": "2020년 5월", "resolved_from": "2020-05-01", "resolved_to": "2020-05-31", "bound": ["까지"]}
    last |= {"start": first["end"] + 3, "end": first["end"] + 11}
    axes = reporting.plot_timeline(tables.FACTS.make([first, last]))
    assert texts(axes) == ["2019년 3월~2020년 5월 (문장 1)"]
    (bar,) = axes.patches
    assert (round(bar.get_x(), 1), round(bar.get_x() + bar.get_width(), 1)) == (2019.2, 2020.4)
    apart = tables.FACTS.make([first, last | {"start": first["end"] + 30, "end": first["end"] + 38}])
    assert len(texts(reporting.plot_timeline(apart))) == 2


def test_the_words_of_a_time_do_not_cross_the_line_of_publication() -> None:
    first, near = facts().iloc[0].to_dict(), facts().iloc[0].to_dict()
    first |= {"text": "1998년", "resolved_from": "1998-01-01", "resolved_to": "1998-12-31"}
    near |= {"text": "2023년", "resolved_from": "2023-01-01", "resolved_to": "2023-12-31", "start": 90, "end": 95}
    axes = reporting.plot_timeline(tables.FACTS.make([first, near]), published_at="2025-03-04")
    placed = {text.get_text()[:5]: text.get_ha() for text in axes.texts}
    assert (placed["1998년"], placed["2023년"]) == ("left", "right")
    axes = reporting.plot_timeline(tables.FACTS.make([first, near]))
    assert {text.get_ha() for text in axes.texts} == {"left"}


def test_the_timeline_names_the_sentences_in_which_a_time_stands() -> None:
    row = facts().iloc[0].to_dict()
    again = [row | {"sentence_id": place, "start": 100 * place, "end": 100 * place + 5} for place in (0, 7, 4, 9, 12)]
    assert texts(reporting.plot_timeline(tables.FACTS.make(again))) == ["2019년 (제목, 문장 4, 7, 9 등)"]


def test_the_timeline_leaves_out_what_stands_in_brackets() -> None:
    frame = facts()
    frame["text"] = "2019년 (현지시간)"
    assert texts(reporting.plot_timeline(frame)) == ["2019년 (문장 1)"]


def test_evidence_tells_stances_by_shape_and_voices_by_fill() -> None:
    frame = evidence()
    frame.loc[1, "voice"] = "unnamed"
    axes = reporting.plot_evidence(frame)
    assert labels(axes) == [STANCES[stance] for stance in ("supports", "qualifies", "opposes")]
    assert texts(axes) == ["2문장", "1문장", "0문장"]
    drawn = {(line.get_marker(), line.get_markerfacecolor()) for line in axes.lines if len(line.get_xdata())}
    assert drawn == {("^", style.BLUE), ("^", "white"), ("D", style.ORANGE)}


def test_a_sentence_of_several_stances_stands_in_a_lane_of_its_own() -> None:
    frame = evidence()
    again = frame.iloc[[0]].assign(claim="speed", stance="opposes")
    axes = reporting.plot_evidence(pd.concat([frame, again], ignore_index=True))
    assert labels(axes) == ["지지", "한정", "반대", "주장마다 다름"]
    assert texts(axes) == ["1문장", "1문장", "0문장", "1문장"]


def test_the_longest_words_of_a_time_stand_within_the_figure() -> None:
    last = facts().iloc[0].to_dict() | {"text": "2024년 7월 18일 오후 세 시께", "resolved_from": "2024-07-18"}
    last |= {"resolved_to": "2024-07-18"}
    again = [
        last | {"sentence_id": place, "start": 100 * place, "end": 100 * place + 5} for place in (0, 14, 27, 39, 41)
    ]
    axes = reporting.plot_timeline(tables.FACTS.make([facts().iloc[0].to_dict(), *again]))
    axes.figure.canvas.draw()
    (words,) = [text for text in axes.texts if "등" in text.get_text()]
    assert words.get_window_extent().x1 <= axes.figure.bbox.x1


def test_weighing_has_a_bar_a_claim_and_none_for_the_whole() -> None:
    axes = reporting.plot_weighing(weighing(), labels={"patience": "오랜 투자"})
    assert labels(axes) == ["오랜 투자"]
    assert [text for text in texts(axes) if text] == ["2"]


@pytest.mark.parametrize(
    "claim",
    [
        "바닷가 마을의 작은 도서관은 여럿이 함께 오래 가꾸어 온 것이어서 쉬이 닫지 않는다"[:40],
        "띄어쓰지않고마흔글자까지길게이어서적은주장이라도한글자도잘리지않아야만하는것이다",
    ],
)
def test_a_claim_of_forty_characters_is_shown_whole_on_three_lines_at_most(claim: str) -> None:
    (shown,) = labels(reporting.plot_weighing(weighing(), labels={"patience": claim}))
    assert "".join(shown.split()) == "".join(claim.split()) and shown.count("\n") <= 2


def test_a_claim_much_longer_than_that_is_cut() -> None:
    (shown,) = labels(reporting.plot_weighing(weighing(), labels={"patience": "도서관은 오래 간다 " * 9}))
    assert shown.endswith("…") and shown.count("\n") <= 2


def test_accuracy_keeps_the_order_of_its_table() -> None:
    axes = reporting.plot_accuracy(accuracy())
    assert labels(axes) == ["Kiwi", "Okt"]
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["뉴스", "UD"]


def test_missing_glyphs_names_what_no_font_has() -> None:
    assert reporting.missing_glyphs("한글 漢字 ABC ‘“…·①%→\n") == set()
    assert reporting.missing_glyphs("책🙂") == {"🙂"}


def test_stances_differ_by_shape_and_stand_out_on_white() -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return float(np.dot(linear, [0.2126, 0.7152, 0.0722]))

    light = {stance: luminance(colour) for stance, colour in style.STANCE_COLOURS.items()}
    assert all(1.05 / (value + 0.05) >= 2 for value in light.values())
    assert len(set(style.STANCE_SHAPES.values())) == len(style.STANCE_SHAPES)


@pytest.mark.long
def test_importing_reporting_loads_no_heavy_package() -> None:
    code = "import sys, helpers.reporting; print([m for m in ('matplotlib','nbconvert','bleach','PIL','networkx','koreanize_matplotlib','bs4','IPython') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("2023-10-07", "2023-11-01", ["10월 7일\n2023년", "10월 14일", "10월 21일", "10월 28일"]),
        ("2023-03-02", "2023-11-01", ["2023-03", "2023-05", "2023-07", "2023-09", "2023-11"]),
        ("2022-12-30", "2023-01-02", ["12월 30일\n2022년", "12월 31일", "1월 1일", "1월 2일"]),
        ("2022-12-30", "2022-12-30", ["12월 30일\n2022년"]),
        ("2022-11-30", "2023-02-02", ["2022-11", "2022-12", "2023-01", "2023-02", "2023-03"]),
    ],
)
def test_the_timeline_of_less_than_two_years_names_months_or_days_each_once(
    first: str, last: str, ticks: list[str]
) -> None:
    days = [place("꾸준히", 2), place("꾸준히", 2)]
    rows = [row | {"resolved_from": day, "resolved_to": day} for row, day in zip(days, (first, last), strict=True)]
    axes = reporting.plot_timeline(tables.FACTS.make([row | {"kind": "date"} for row in rows]))
    assert [label.get_text() for label in axes.get_xticklabels()] == ticks
