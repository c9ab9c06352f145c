"""What a study came to, kept small, and what differs between two of them."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from helpers import cli, reporting, store
from helpers.errors import UsageError
from helpers.running import results
from helpers.running.differing import SECTIONS, Change, differences, in_words
from made import reports as made

PARAMETERS = {"analyzer": "kiwi", "min_count": 2, "top_n": 3}


def tables() -> dict[str, pd.DataFrame]:
    measures = pd.DataFrame([{"name": "stance", "claim": "*", "stance": "supports", "group": "*", "n": 2, "total": 3}])
    keywords = made.keywords().assign(measure="keyness_wordfreq")
    return {"findings": made.findings(), "measures": measures, "keywords": keywords, "codings": made.codings(),
            "voices": made.voices(), "facts": made.facts()}  # fmt: skip


def found(**changed: pd.DataFrame) -> results.Results:
    whole = tables() | changed
    return results.results({"study": "village", "inputs": {"a.txt": "1" * 64}, "parameters": PARAMETERS}, whole, whole)


def test_results_hold_what_a_reader_would_miss_and_no_sentence_of_the_article() -> None:
    now = found()
    assert now["measures"] == {"stance, supports": [2, 3]}
    assert now["keywords"] == ["도서관", "사람", "AI"]
    assert now["codings"]["people"][2] == "village-2025:3 qualifies"
    assert now["voices"] == ["village-2025:2 speech unnamed"]
    assert now["facts"] == ["village-2025:1 date 2019-01-01 2019-12-31"]
    text = results.as_text(now)
    assert results._parsed(text.encode()) == now
    assert not any(sentence in text for sentence in made.TEXTS)


def test_nothing_differs_from_itself() -> None:
    assert differences(found(), found()) == []


def test_differences_are_told_in_words_and_by_what_a_reader_asks_first() -> None:
    measures = tables()["measures"].assign(n=1)
    codings = made.codings().iloc[:2]
    now = found(measures=measures, codings=codings, findings=made.findings("셋 가운데 하나다."))
    assert in_words(differences(found(), now)) == [
        "findings:",
        "  - 증거 문장 셋 가운데 둘이 논지를 지지한다.",
        "  + 셋 가운데 하나다.",
        "measures:",
        "  stance, supports: 2 of 3 → 1 of 3",
        "codings:",
        "  - people: village-2025:3 qualifies",
    ]


def test_a_keyword_that_goes_is_named_and_those_that_only_move_up_are_not() -> None:
    old, new = (
        {"findings": [], "keywords": ["책", "글", "말", "눈"]},
        {"findings": [], "keywords": ["책", "눈", "말", "손"]},
    )
    assert [str(change) for change in differences(old, new)] == [
        "글 is no longer among the keywords (it was number 2)",
        "눈: number 4 → 2",
        "손 is among the keywords now (number 4)",
    ]
    assert len(differences(old, {"findings": [], "keywords": ["책", "말", "눈"]})) == 1


def test_tables_are_named_only_where_nothing_else_tells() -> None:
    other = made.facts().assign(note="다르다")
    assert [str(change) for change in differences(found(), found(facts=other))] == ["facts: as it was → other rows"]


def test_a_korean_reader_has_names_instead_of_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = [
        Change("measures", "checkable, growth, supports, unnamed", "0 of 15", "10 of 25"),
        Change("codings", "growth", "a:3 opposes", None),
        Change("voices", "", None, "a:4 speech named 김하늘"),
        Change("facts", "", "a:5 date supports", None),
        Change("inputs", "codebook.yml", "supports", "b1"),
    ]
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert [line for line in in_words(changes) if line.startswith("  ")] == [
        "  확인할 수 있는 사실이 든 문장, growth, 지지, 이름 없는 취재원: 15 가운데 0 → 25 가운데 10",
        "  - growth: a:3 반대",
        "  + a:4 따온 말 이름 있음 김하늘",
        "  - a:5 때 supports",
        "  codebook.yml: supports → b1",
    ]
    monkeypatch.setenv("LC_ALL", "C")
    assert "  - growth: a:3 opposes" in in_words(changes)


def test_every_measure_has_a_korean_name() -> None:
    from helpers.narrative import measuring
    from helpers.reporting.korean.results import MEASURES

    rows = re.findall(r"^\| (\w+) \|", measuring.__doc__ or "", re.MULTILINE)
    assert set(rows) - {"name"} == set(MEASURES)


def test_many_changes_are_counted() -> None:
    many = [Change("facts", "", None, str(n)) for n in range(20)]
    assert in_words(many)[-1] == "  and 8 more" and len(in_words(many, most=None)) == 21


def test_the_results_before_are_kept_for_diff(village: Path, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = store.processed_folder("village") / ".run"
    with pytest.raises(UsageError, match="no results of village in reports/"):
        results.earlier("village")
    store.write_text(store.report_folder("village") / "results.json", '{"findings": ["하나."]}')
    with pytest.raises(UsageError, match="nothing before it"):
        results.earlier("village")
    for text in ('{"findings": ["하나."]}', '{"findings": ["둘."]}'):
        store.write_text(folder / "report" / "results.json", text)
        results.keep_former("village", folder)
        store.write_text(store.report_folder("village") / "results.json", text)
    assert results.earlier("village") == "before"
    assert cli.main(["diff", "village", "--page"]) == 0
    said = capsys.readouterr().out
    assert said == "findings:\n  - 하나.\n  + 둘.\nreports/village/diff.html\n"
    page = (project / "reports" / "village" / "diff.html").read_text("utf-8")
    assert "<td>하나.</td>" in page and "font-face" in page
    assert cli.main(["diff", "village", "now", "now"]) == 0
    assert "Nothing differs" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["now", "before", "HEAD", "--output=x", "none.json"])
def test_results_that_are_not_there_are_asked_for(village: Path, word: str) -> None:
    with pytest.raises(UsageError, match="no results") as caught:
        results.find("village", word)
    assert "now, before" in caught.value.remedy


def test_the_page_escapes_and_says_where_nothing_differs() -> None:
    change = Change("findings", "<b>", "<script>", None)
    page = reporting.render_differences("a", "x", "y", [(SECTIONS["findings"], [change])])
    assert "&lt;script&gt;" in page and "&lt;b&gt;" in page
    assert "달라진 것이 없다" in reporting.render_differences("a", "x", "y", [])
