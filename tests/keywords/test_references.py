from pathlib import Path

import pytest

from helpers import tables
from helpers.keywords import references
from helpers.study import open_study
from made.village import ARTICLE


def test_references_without_a_folder_are_general_korean(village: Path) -> None:
    frame = references(open_study("village"), analyzer="kiwi")
    tables.TERM_COUNTS.check(frame)
    assert set(frame["reference"]) == {"wordfreq"}


@pytest.mark.long
def test_references_add_the_study_s_own_folder_under_its_name(village: Path) -> None:
    (village / "others").mkdir()
    (village / "others" / "one.txt").write_text(ARTICLE, "utf-8")
    (village / "others" / "two.txt").write_text(ARTICLE, "utf-8")
    (village / "study.yml").write_text("title: 가\nquestion: 나\nthesis: 다\nreference: others\n", "utf-8")
    frame = references(open_study("village"), analyzer="kiwi")
    tables.TERM_COUNTS.check(frame)
    own = frame[frame["reference"] == "others"].set_index("term")["count"]
    assert own["도서관"] == 2 * ARTICLE.split("\n\n", 2)[2].count("도서관")
    assert "좋아요" not in own
