"""helpers.cleaning.files.containers: what a file is, before what it says; the article inside, or the way on."""

from __future__ import annotations

import io
import json
import plistlib
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from helpers.cleaning import NoArticle, UnreadableText, clean, read_raw

TITLE = "나루동 도서관, 밤 열 시까지 연다"
BODY = (
    "나루동 도서관이 내년부터 밤 열 시까지 문을 연다. 군은 12일 이 같은 계획을 내놓았다.",
    "주민들은 반겼다. 학부모 한가람 씨는 “퇴근하고 아이와 갈 곳이 생겼다”고 말했다.",
    "군은 사서를 두 명 더 뽑을 계획이다. 운영비는 아직 정해지지 않았다고 군은 덧붙였다.",
)
HTML = (
    f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><h1>{TITLE}</h1>'
    f"<p>입력 2031.02.03 04:05</p><div>{''.join(f'<p>{p}</p>' for p in BODY)}</div></body></html>"
)
TEXT = f"{TITLE}\n\n입력 2031.02.03 04:05\n\n" + "\n\n".join(BODY) + "\n"
ROWS = [("제목", "날짜", "본문"), *(("군청 소식", "2031-02-03", text) for text in BODY)]


def _zip(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def _mail(*, html: bool) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "naru@example.kr", "garam@example.kr", TITLE
    message["Date"] = "Mon, 03 Feb 2031 04:05:00 +0900"
    message.set_content("\n\n".join(["입력 2031.02.03 04:05", *BODY]), charset="utf-8")
    if html:
        message.add_alternative(HTML, subtype="html", charset="utf-8")
    return message.as_bytes()


def _mhtml() -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://naru.example.kr/1"
    message["Subject"] = TITLE
    message.set_content(HTML, subtype="html", charset="utf-8", cte="quoted-printable")
    return b"From: <Saved by a browser>\r\n" + message.as_bytes()


def _docx() -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = [TITLE, "입력 2031.02.03 04:05", *BODY]
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{line[:9]}</w:t></w:r><w:r><w:t>{line[9:]}</w:t></w:r></w:p>" for line in lines
    )
    document = f'<w:document xmlns:w="{space}"><w:body>{paragraphs}</w:body></w:document>'
    return _zip({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def _hwpx() -> bytes:
    space = "http://www.hancom.co.kr/hwpml/2011/paragraph"
    lines = [TITLE, "입력 2031.02.03 04:05", *BODY]
    paragraphs = "".join(f"<hp:p><hp:run><hp:t>{line}</hp:t></hp:run></hp:p>" for line in lines)
    return _zip({"mimetype": "application/hwp+zip", "Contents/section0.xml": f'<s xmlns:hp="{space}">{paragraphs}</s>'})


def _webarchive() -> bytes:
    resource = {"WebResourceData": HTML.encode(), "WebResourceTextEncodingName": "UTF-8"}
    return plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)


OPENED: dict[str, Callable[[], bytes]] = {
    "page.mhtml": _mhtml,
    "plain.eml": lambda: _mail(html=False),
    "both.eml": lambda: _mail(html=True),
    "page.webarchive": _webarchive,
    "article.docx": _docx,
    "article.hwpx": _hwpx,
}


@pytest.mark.parametrize("name", OPENED)
def test_one_article_is_taken_out_of_its_container(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(OPENED[name]())
    raw = read_raw(path)
    article = clean(raw)
    assert article.text.split("\n") == list(BODY)
    assert article.title == TITLE and str(article.published_at).startswith("2031-02-03")
    assert any("taken out of" in repair for repair in raw.repairs)


@pytest.mark.parametrize("name", OPENED)
def test_a_container_that_is_cut_off_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(OPENED[name]()[:200])
    try:
        clean(read_raw(path))
    except (UnreadableText, NoArticle) as error:
        assert error.cause and error.remedy
    else:
        pytest.fail("half a container gave an article")


def _lines(delimiter: str) -> str:
    return "\n".join(delimiter.join(f'"{field}"' for field in row) for row in ROWS) + "\n"


MANY = {
    "rows.csv": (_lines(",").encode("utf-8-sig"), "comma", "study import"),
    "excel.csv": (_lines(",").encode("cp949"), "comma", "study import"),
    "rows.tsv": (_lines("\t").encode(), "tab", "study import"),
    "rows.json": (json.dumps([{"title": TITLE, "body": text} for text in BODY]).encode(), "JSON", "study import"),
    "one.json": (
        json.dumps({"title": TITLE, "body": BODY[0]}, ensure_ascii=False, indent=1).encode(),
        "JSON",
        "study import",
    ),
    "rows.jsonl": ("\n".join(json.dumps({"title": TITLE, "body": t}) for t in BODY).encode(), "JSON", "study import"),
    "feed.xml": (
        f'<?xml version="1.0"?><rss version="2.0"><channel><item><title>{TITLE}</title></item></channel></rss>'.encode(),
        "feed",
        "study import",
    ),
    "atom.xml": (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{TITLE}</title></feed>'.encode(),
        "feed",
        "study import",
    ),
    "table.xlsx": (_zip({"xl/workbook.xml": "<workbook/>"}), "Excel", "study import"),
    "source.html": (
        '<html><body><table><tr><td class="line-content">&lt;p&gt;나루동&lt;/p&gt;</td></tr></table></body></html>'.encode(),
        "source of a page",
        "Save page as",
    ),
    "old.hwp": (b"\xd0\xcf\x11\xe0" + bytes(600), "HWP", ".hwpx"),
    "scan.png": (b"\x89PNG\r\n" + bytes(600), "image", "recognition"),
    "other.zip": (_zip({"a.txt": TEXT}), "ZIP", "Unpack"),
}


@pytest.mark.parametrize("name", MANY)
def test_what_is_no_one_article_is_named_with_the_way_on(tmp_path: Path, name: str) -> None:
    data, cause, remedy = MANY[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableText) as caught:
        read_raw(path)
    assert cause in caught.value.cause and remedy in caught.value.remedy


def test_an_article_that_lists_and_quotes_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"사과, 배, 감값이 모두 올랐다\n\n{TEXT}\n쌀, 콩, 깨도 올랐다고 상인은 말했다.\n", "utf-8")
    assert all(line in clean(read_raw(path)).text for line in BODY)
    path.write_text('{"문"을 열다} 나루동의 밤\n\n' + TEXT, "utf-8")
    assert all(line in clean(read_raw(path)).text for line in BODY)


def test_two_articles_in_one_file_are_noticed_and_their_lines_named(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    said = [
        f"새솔시는 {n}번째 다리를 봄까지 고치기로 했다. 다리를 건너던 주민 {n * 7}명은 반겼다고 시는 전했다."
        for n in (2, 3, 4)
    ]
    other = "새솔시, 낡은 다리 셋 고친다\n\n입력 2031.02.04 06:07\n\n" + "\n\n".join(said) + "\n"
    path.write_text(TEXT + "\n" + other, "utf-8")
    with pytest.raises(NoArticle, match=r"holds 2 articles.*lines 1, 11"):
        clean(read_raw(path))


@pytest.mark.long
def test_a_pdf_with_text_is_read_and_a_scan_is_told(tmp_path: Path) -> None:
    import pypdf

    path = tmp_path / "scan.pdf"
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    with path.open("wb") as file:
        writer.write(file)
    with pytest.raises(UnreadableText) as caught:
        read_raw(path)
    assert "scan" in caught.value.cause and "OCR" in caught.value.remedy
    import koreanize_matplotlib  # noqa: F401 - the font
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context({"pdf.fonttype": 42, "font.family": "NanumGothic"}):
        figure = Figure(figsize=(8, 4))
        for place, line in enumerate([TITLE, "입력 2031.02.03 04:05", *BODY]):
            figure.text(0.02, 0.9 - place * 0.15, line, fontsize=8)
        figure.savefig(path, format="pdf")
    article = clean(read_raw(path))
    assert "".join("".join(BODY).split()) in "".join(article.text.split())


def test_utf8_that_was_read_as_cp949_is_mended_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    keeps = [
        syllable
        for syllable in map(chr, range(0xAC00, 0xD7A4))
        if syllable.encode().decode("cp949", "ignore").encode("cp949") == syllable.encode()
    ]
    assert len(keeps) < 100  # three bytes never make two pairs: a syllable alone is always damaged
    damaged = TEXT.encode().decode("cp949", "replace")
    path.write_text(damaged, "utf-8")
    with pytest.raises((UnreadableText, NoArticle)) as caught:
        clean(read_raw(path))
    assert caught.value.remedy
