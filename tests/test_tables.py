import pandas as pd
import pytest

from helpers import tables
from helpers.errors import StudyError


@pytest.mark.parametrize("table", tables.TABLES.values(), ids=lambda table: table.name)
def test_empty_has_every_column_in_its_dtype(table: tables.Table) -> None:
    empty = table.empty()
    assert len(empty) == 0
    assert {name: str(dtype) for name, dtype in empty.dtypes.items()} == {
        name: column.dtype for name, column in table.columns.items()
    }
    assert table.check(empty) is empty


def _codings(**changes: object) -> pd.DataFrame:
    row = {
        "article_id": "a",
        "sentence_id": 1,
        "code": "투자",
        "claim": "thesis",
        "stance": "supports",
        "coder": "rules",
    }
    return tables.CODINGS.make([row | changes])


@pytest.mark.parametrize(
    ("frame", "fault"),
    [
        (_codings().drop(columns="code"), "has the columns"),
        (_codings(stance="maybe"), "column stance holds 'maybe', not one of supports, qualifies, opposes, context"),
        (_codings().astype({"sentence_id": "float64"}), "column sentence_id is float64, not int64"),
        (_codings(code=None), "column code lacks a value in row 0"),
        (pd.concat([_codings(), _codings()]), "has two rows for"),
    ],
)
def test_check_names_the_fault(frame: pd.DataFrame, fault: str) -> None:
    with pytest.raises(StudyError) as caught:
        tables.CODINGS.check(frame)
    assert fault in caught.value.cause
    assert "codings" in caught.value.cause
    assert "--force" in caught.value.remedy
