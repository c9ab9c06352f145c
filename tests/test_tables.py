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


def test_made_and_cast_columns_have_their_dtypes_and_missing_lists_are_none() -> None:
    rows = [{"article_id": "a", "sentence_id": 1, "matched": ["책"]}, {"article_id": "a", "matched": float("nan")}]
    given = tables.CODINGS.columns
    frame = tables.CODINGS.make([row | {"sentence_id": n, "start": None} for n, row in enumerate(rows)])
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {name: c.dtype for name, c in given.items()}
    assert frame["matched"].tolist() == [["책"], None] and frame["coder"].isna().all()
    wide = frame.astype({"article_id": "object", "sentence_id": "float64"})
    pd.testing.assert_frame_equal(tables.CODINGS.cast(wide), frame)
    assert wide["sentence_id"].dtype == "float64" and tables.CODINGS.cast(frame) is frame
