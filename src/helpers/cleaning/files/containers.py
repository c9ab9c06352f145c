"""What kind of file a file is, known before its content is read, and the article inside those that hold one.

A saved web page (.mhtml, .webarchive), a mail (.eml), a document (.docx, .hwpx) and a PDF with text are opened; tables
and feeds hold many articles and are for ``study import``; for the rest the remedy says how to get the text.
"""

from __future__ import annotations

import io
import json
import plistlib
import re
import zipfile
from collections.abc import Callable
from email import policy
from email.parser import BytesParser
from xml.etree.ElementTree import Element, ParseError

from helpers.cleaning.failures import UnreadableText

_MOST = 60_000_000  # bytes that an archive's part may unpack to
_IMPORT = "It holds many articles: bring them in with `study import NAME FILE`."
_WRITTEN = 8  # tags written out that show a page's source
_COPY = "Open it, copy the article's text into a .txt file (or print it to a PDF with text), then give that file."
_SAVE = "Save the article as text or HTML (in the browser: Save page as), then give that file."
_PICTURE = "A picture holds no text: copy the article's text, or run text recognition on it."
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a PNG image", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG image", _PICTURE),
    (b"GIF8", "a GIF image", _SAVE),
    (b"\xd0\xcf\x11\xe0", "an old Office or HWP document (.hwp, .doc, .xls)", "Save it as .hwpx, .docx or .txt."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it, then give the file inside."),
    (b"RIFF", "a media file", _SAVE),
    (b"\x7fELF", "a program", _SAVE),
    (b"PAR1", "a Parquet table", _IMPORT),
)
_SAID = re.compile(r"[.?!…”“]|[다요]\Z")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def unpacked(data: bytes, name: str) -> tuple[bytes, list[str]]:
    """The bytes of the article inside a container, and a sentence that says so; of another file its own, and nothing.

    raises ``UnreadableText`` that names the format and the way on, for a container that is not one article's
    """
    for magic, kind, remedy in _MAGIC:
        if data.startswith(magic):
            raise UnreadableText(f"{name} is {kind}, not text.", remedy)
    opened = _opener(data)
    if opened is None:
        return data, []
    opener, kind = opened
    try:
        text = opener(data, name)
    except UnreadableText:
        raise
    except Exception as error:  # a damaged container may fail in any way; the file is at fault, not the program
        raise UnreadableText(f"{name} is {kind}, and it is damaged ({type(error).__name__}).", _COPY) from error
    return text, [f"the article was taken out of {kind}"]


def _opener(data: bytes) -> tuple[Callable[[bytes, str], bytes], str] | None:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF"):
        return _pdf, "a PDF"
    if head.startswith(b"PK\x03\x04"):
        return _archive, "a ZIP container (docx, hwpx)"
    if head.startswith(b"bplist00") or (b"WebMainResource" in head and b"<plist" in head):
        return _webarchive, "a web archive"
    if _is_mail(head):
        return _mail, "a saved page or mail (MIME)"
    return None


def _is_mail(head: bytes) -> bool:
    """Does a file begin with the headers of a mail or of a page saved as MIME."""
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    names = {found.lower() for found in re.findall(rb"^([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]", top, re.MULTILINE)}
    return re.match(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]", top) is not None and (
        b"mime-version" in names or len(names & {b"from", b"subject", b"date", b"content-type", b"received"}) >= 3
    )


def _mail(data: bytes, name: str) -> bytes:
    """The HTML or the text of a mail or .mhtml; a plain text gets the mail's subject as its first line."""
    message = BytesParser(policy=policy.default).parsebytes(data.lstrip(b"\xef\xbb\xbf \t\r\n"))
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    plain = [part for part in message.walk() if part.get_content_type() == "text/plain"]
    parts = pages or plain
    if not parts:
        raise UnreadableText(f"{name} is a mail without text.", _SAVE)
    part = max(parts, key=lambda part: len(part.get_payload(decode=True) or b""))
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    charset = part.get_content_charset()
    if charset:
        content = content.decode(charset, "replace").encode("utf-8")
    subject = str(message["subject"] or "").strip()
    return content if pages or not subject else f"{subject}\n\n".encode() + content


def _webarchive(data: bytes, name: str) -> bytes:
    main = plistlib.loads(data)["WebMainResource"]
    encoding = main.get("WebResourceTextEncodingName") or "utf-8"
    return main["WebResourceData"].decode(encoding, "replace").encode("utf-8")


def _archive(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if "word/document.xml" in names:
            return _docx(_part(archive, "word/document.xml"))
        sections = sorted(entry for entry in names if re.fullmatch(r"Contents/section\d+\.xml", entry))
        if sections:
            return "\n".join(_hwpx(_part(archive, section)) for section in sections).encode()
        if "xl/workbook.xml" in names:
            raise UnreadableText(f"{name} is an Excel table.", _IMPORT)
    raise UnreadableText(f"{name} is a ZIP archive without an article in it.", "Unpack it, then give the file inside.")


def _part(archive: zipfile.ZipFile, entry: str) -> Element:
    from defusedxml.ElementTree import fromstring

    if archive.getinfo(entry).file_size > _MOST:
        raise ParseError("too large")
    return fromstring(archive.read(entry))


def _docx(document: Element) -> bytes:
    return "\n".join(
        "".join(_run(node) for node in paragraph.iter()) for paragraph in document.iter(f"{_WORD}p")
    ).encode()


def _run(node: Element) -> str:
    if node.tag == f"{_WORD}t":
        return node.text or ""
    return {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}.get(node.tag, "")


def _hwpx(section: Element) -> str:
    """The paragraphs of a section: elements p that hold runs with elements t."""
    lines = []
    for paragraph in section.iter():
        if _local(paragraph) == "p":
            lines.append("".join("".join(text.itertext()) for text in paragraph.iter() if _local(text) == "t"))
    return "\n".join(lines)


def _local(node: Element) -> str:
    return str(node.tag).rsplit("}", 1)[-1]


def _pdf(data: bytes, name: str) -> bytes:
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise UnreadableText(
            f"{name} is a PDF.", f"Install pypdf to read it (pip install pypdf). Or: {_COPY}"
        ) from error
    reader = PdfReader(io.BytesIO(data))
    text = "\n\n".join(page.extract_text() for page in reader.pages[:60])
    if len(re.findall(r"[가-힣]", text)) < 20:
        raise UnreadableText(
            f"{name} is a PDF without Korean text: a scan, or one whose letters have no codes.",
            "Run text recognition (OCR) on it and save the result as text, or save the article's web page.",
        )
    return text.encode()


def refuse_many(text: str, name: str) -> None:
    """Refuse what holds many articles or none: JSON, tables, feeds, the source of a page shown as a page.

    raises ``UnreadableText`` that names the format and the way on
    """
    head = text[:20_000].lstrip("\ufeff \t\r\n")
    if re.match(r"(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:rss|feed|rdf:RDF)\b", head, re.DOTALL):
        raise UnreadableText(f"{name} is a feed (RSS or Atom).", _IMPORT)
    if head[:1] in "{[" and _is_json(text, head):
        raise UnreadableText(f"{name} is JSON.", _IMPORT)
    if _is_source(head):
        raise UnreadableText(
            f"{name} is the source of a page, saved as it was shown.",
            "Open the page itself and save it (Save page as), not its source view.",
        )
    delimiter = _delimiter(head)
    if delimiter:
        raise UnreadableText(f"{name} is a table ({delimiter}-separated values).", _IMPORT)


def _is_source(head: str) -> bool:
    """Is a page the view of a page's source: by a browser's own names, or as most of its tags are written out."""
    if "<" in head and re.search(r"<td class=[\"']line-content[\"']|<body id=[\"']?viewsource\b", head):
        return True
    written = len(re.findall(r"&lt;/?(?:html|head|body|meta|title|div|script|link|p|span|h[1-6])\b", head))
    return written >= _WRITTEN and "&lt;head" in head and written > len(re.findall(r"<(?!/?span\b)[a-zA-Z/]", head))


def _is_json(text: str, head: str) -> bool:
    first = head.split("\n", 1)[0].strip()
    for document in (first, text.lstrip("\ufeff")):
        try:
            found = json.loads(document, strict=False)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict | list) and found:
            return True
    return bool(re.match(r"[{\[]\s*(?:\{\s*)?\"[\w가-힣 -]{1,40}\"\s*:", head))


def _delimiter(head: str) -> str | None:
    """The delimiter of a table: a header of three and more short names, and as many fields in the next lines."""
    import csv

    lines = head.split("\n")
    for delimiter, called in ((",", "comma"), ("\t", "tab"), (";", "semicolon")):
        names = lines[0].count(delimiter) + 1 if lines else 0
        if names < 3 or len(lines) < 2:
            continue
        rows = list(csv.reader(io.StringIO("\n".join(lines[:-1] or lines)), delimiter=delimiter))
        header, rest = rows[0], [row for row in rows[1:12] if row]
        short = all(0 < len(name) <= 20 and not _SAID.search(name) for name in map(str.strip, header))
        if short and rest and sum(len(row) == len(header) for row in rest) * 10 >= 8 * len(rest):
            return called
    return None
