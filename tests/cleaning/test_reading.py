"""helpers.cleaning.read_raw: encodings, repairs, and what it refuses."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.cleaning import UnreadableText, read_raw
from helpers.cleaning.files.reading import decode
from made.examples import examples

TEXT = "호숫가 마을에 새 도서관이 문을 열었다.\n주민들은 “오래 기다렸다”고 말했다. 책은 2만 권이다.\n" * 3


def _file(folder: Path, data: bytes, name: str = "기사.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949"], ids=str
)
def test_read_raw_decodes_what_korean_files_are_written_in(tmp_path: Path, encoding: str) -> None:
    data = TEXT.encode(encoding)
    raw = read_raw(_file(tmp_path, data))
    assert raw.text == TEXT
    assert raw.repairs == ()
    assert raw.sha256 == hashlib.sha256(data).hexdigest()


def test_read_raw_believes_the_bytes_and_not_a_wrong_declaration(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="utf-8"></head><body><p>{TEXT}</p></body></html>'
    raw = read_raw(_file(tmp_path, page.encode("cp949"), "a.html"))
    assert raw.encoding == "cp949"
    assert "호숫가 마을에" in raw.text


def test_read_raw_changes_nothing_in_plain_text(tmp_path: Path) -> None:
    text = "\u1112\u1161\u11ab\u1100\u1173\u11af\u00a0기사\r\n둘째 줄\r셋째 줄\n"
    assert read_raw(_file(tmp_path, text.encode())).text == text


@pytest.mark.parametrize("right", ["cp949", "utf-8"])
def test_read_raw_mends_korean_that_was_read_as_latin_1_and_says_so(tmp_path: Path, right: str) -> None:
    mojibake = TEXT.encode(right).decode("latin-1").encode("utf-8")
    raw = read_raw(_file(tmp_path, mojibake))
    assert raw.text == TEXT
    assert "Latin-1" in raw.repairs[0]


def test_read_raw_mends_what_it_can_where_a_few_bytes_are_gone_and_says_how_many(tmp_path: Path) -> None:
    text = TEXT * 4 + "똠방각하 믜리도 웃었다.\n"
    mojibake = text.encode("cp949").decode("latin-1")
    without_controls = "".join(character for character in mojibake if not "\x80" <= character <= "\x9f")
    raw = read_raw(_file(tmp_path, without_controls.encode("utf-8")))
    assert raw.text.startswith(TEXT)
    assert "characters are lost" in raw.repairs[0]


def test_read_raw_says_how_much_of_a_cut_file_is_damaged(tmp_path: Path) -> None:
    raw = read_raw(_file(tmp_path, TEXT.encode()[:-4]))
    assert "U+FFFD" in raw.repairs[0]
    assert raw.text.startswith(TEXT[:60])


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "a ZIP container"),
        (b"\xd0\xcf\x11\xe0....", "HWP"),
        (bytes(range(256)) * 20, "binary"),
        (("?? ????? ???? ?? ?? ????. ??? ??? ????.\n" * 5).encode(), "is lost"),
        (("\ufffd\ufffd\ufffd " * 40).encode(), "is lost"),
        (("¼ÒÀÇ ÀåºÎÀ§ ´Ü¹éÁú Ç³ºÎ ³¿»õ Á¦°Å " * 20).replace("°", "").encode(), "wrong encoding"),
        (b"a" * 25_000_000, "25 MB"),
    ],
    ids=["empty", "spaces", "mark", "pdf", "zip", "hwp", "binary", "questions", "replaced", "half lost", "large"],
)
def test_read_raw_refuses_with_cause_and_remedy(tmp_path: Path, data: bytes, cause: str) -> None:
    with pytest.raises(UnreadableText) as caught:
        read_raw(_file(tmp_path, data))
    assert cause in caught.value.cause
    assert "기사.txt" in caught.value.cause
    assert caught.value.remedy.endswith(".")


def test_read_raw_names_an_absent_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match=r"없다\.txt cannot be read"):
        read_raw(tmp_path / "없다.txt")


@given(st.binary(max_size=400))
@examples(300)
def test_decode_gives_text_or_one_clear_error_for_any_bytes(data: bytes) -> None:
    try:
        text, encoding, _ = decode(data, name="x.txt")
    except UnreadableText as error:
        assert "x.txt" in error.cause
    else:
        assert text and encoding
        text.encode("utf-8")


@given(st.text("가나다라 .\n", min_size=30, max_size=80), st.integers(1, 3))
def test_decode_reads_text_cut_inside_a_character(text: str, cut: int) -> None:
    data = ("처음은 온전한 글이다. " + text * 3 + "끝").encode()[:-cut]
    assert decode(data)[0].startswith("처음은 온전한 글이다. ")
