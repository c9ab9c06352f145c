"""The folders of the project, and what may name a study."""

from pathlib import Path

import pytest

from helpers import store
from helpers.errors import StudyError


@pytest.mark.parametrize("name", ["../x", "a/b", "/etc", "..", ".hidden", "", "a\\b", "a b", "x/../y"])
def test_check_name_refuses_what_leaves_the_folder(name: str) -> None:
    with pytest.raises(StudyError) as caught:
        store.check_name(name)
    assert repr(name) in caught.value.cause
    assert "not a path" in caught.value.remedy


def test_names_that_are_no_text_can_be_told(project: Path) -> None:
    name = b"\xb1\xe2\xbb\xe7.txt".decode("utf-8", "surrogateescape")
    assert store.relative(project / name) == "\\xb1\\xe2\\xbb\\xe7.txt"
