"""Words of a study's lists that meet nothing in its articles."""

from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from helpers import store, tables
from helpers.narrative import blank_codebook
from helpers.running.checks import check_studies
from helpers.study import open_study
from helpers.tokenizing import tokenize
from helpers.workshop.dead_lists import dead_entries
from made.sentences import sentence_table

TEXT = "새싹 마을은 도서관을 다시 열었고 AI 강좌를 시작했다."


def _sentences() -> pd.DataFrame:
    return sentence_table(TEXT, article="library")


@cache
def _tokens() -> pd.DataFrame:
    """Without the words of a study, as a reading that is older than its lists."""
    return tokenize(_sentences(), analyzer="kiwi")


def _lists(folder: Path) -> None:
    (folder / "stopwords.txt").write_text("마을\n강자\nai\n도서관을\n", "utf-8")
    (folder / "dictionary.tsv").write_text("새싹마을\tNNP\n새싹말\tNNP\n", "utf-8")
    (folder / "synonyms.tsv").write_text("인공지능 = ＡＩ = 에이아이\n", "utf-8")


def test_what_meets_nothing_is_listed_by_file_in_its_order(village: Path) -> None:
    _lists(village)
    found = dead_entries(open_study("village"), _sentences(), _tokens())
    assert found == {
        "stopwords.txt": ["강자", "도서관을"],
        "dictionary.tsv": ["새싹말"],
        "synonyms.tsv": ["인공지능", "에이아이"],
    }


def test_of_no_sentences_nothing_is_said(village: Path) -> None:
    _lists(village)
    assert dead_entries(open_study("village"), tables.SENTENCES.empty(), tables.TOKENS.empty()) == {}


@pytest.mark.long
def test_check_names_them_without_fault_once_the_study_has_been_run(village: Path) -> None:
    (village / "codebook.yml").write_text(blank_codebook("왜?", "그래서."), "utf-8")
    _lists(village)
    assert not any("no article" in finding.what for finding in check_studies())
    store.write("sentences", _sentences(), "village")
    store.write("tokens", _tokens(), "village")
    named = {finding.what: finding for finding in check_studies() if "no article" in finding.what}
    assert [what.split()[2] for what in named] == ["stopwords.txt", "dictionary.tsv", "synonyms.tsv"]
    assert all(finding.optional and not finding.ok for finding in named.values())
