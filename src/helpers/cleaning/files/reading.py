"""Raw bytes to text: which encoding, what had to be mended, and what cannot be read at all."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from helpers import store
from helpers.cleaning.failures import UnreadableText
from helpers.cleaning.files.containers import refuse_many, unpacked
from helpers.cleaning.files.mending import HANGUL, LATIN, mend, plausible, refuse_lost
from helpers.cleaning.html import looks_like_html, read_page, read_tagged_lines
from helpers.cleaning.html.page import Page

LIMIT = 24_000_000
TEXT_LIMIT = 3_000_000
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAVE_AS_TEXT = "Save the article as text or HTML (in the browser: Save page as), then give that file."


@dataclass(frozen=True)
class RawText:
    """A decoded article as it was saved.

    text      the decoded text; of an HTML file the text of its page, a line for each block
    encoding  that the bytes were decoded from
    repairs   what was mended while decoding, a sentence each
    sha256    of the raw bytes
    name      of the file
    page      of an HTML file: what its markup says, and the way back to the decoded source; otherwise None
    """

    text: str
    encoding: str
    repairs: tuple[str, ...]
    sha256: str
    name: str = "article"
    page: Page | None = None

    def in_source(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of the decoded source that the span of ``text`` came from: of plain text the span itself."""
        return [(start, end)] if self.page is None else self.page.in_source(start, end)


def read_raw(path: str | Path) -> RawText:
    """The text of a saved article, with the encoding found and what was mended.

    UTF-8, UTF-16 and UTF-32 with or without a byte order mark, CP949 and EUC-KR declared or not, text that was CP949
    or UTF-8 and had been read as Latin-1 (mended, and said so in ``repairs``). Plain text is decoded and not changed
    otherwise: NFD stays NFD, CRLF stays CRLF.

    A saved page or mail (.mhtml, .eml, .webarchive), a document (.docx, .hwpx) and a PDF with text are opened, and the
    article's text is what is inside, as ``repairs`` say; spans are of that text.

    raises ``UnreadableText`` for a file that is absent, empty, binary, in no known encoding, whose Hangul is lost
    (``?????``), or that is larger than a page can be: 24 MB of HTML, 3 million characters of text.
    """
    path = Path(path)
    data = _bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    inside, opened = unpacked(data, path.name)
    text, encoding, repairs = decode(inside, name=path.name)
    repairs = [*opened, *repairs]
    refuse_many(text, path.name)
    if not looks_like_html(text, name=path.name):
        if len(text) > TEXT_LIMIT:
            raise _too_large(path.name, len(text) / 1e6, "million characters", TEXT_LIMIT / 1e6)
        tagged = read_tagged_lines(text)
        shown = tagged.text if tagged else text
        return RawText(shown, encoding, tuple(repairs), digest, path.name, tagged)
    page = read_page(text)
    return RawText(page.text, encoding, tuple(repairs), digest, path.name, page)


def decode(data: bytes, *, name: str = "article") -> tuple[str, str, list[str]]:
    """Text, encoding and repairs of raw bytes; ``name`` is the file's, for the error (``UnreadableText``)."""
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise UnreadableText(f"{name} is empty.", "Save the article's text into it, or take it out of the study.")
    text, encoding, repairs = _decoded(data, name)
    text, mended = mend(text)
    refuse_lost(text, name)
    return text, encoding, repairs + mended


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise _too_large(path.name, size / 1e6, "MB", LIMIT / 1e6)
        if path.exists() and not path.is_file():  # a pipe or a device: reading it might never end
            raise UnreadableText(f"{path} is no file.", "Name the saved article itself.")
        return store.permitted(path).read_bytes()
    except OSError as error:
        raise UnreadableText(
            f"{path} cannot be read: {error.strerror or error}.", "Check the path and the right to read."
        ) from error


def _too_large(name: str, size: float, unit: str, limit: float) -> UnreadableText:
    return UnreadableText(
        f"{name} has {size:.0f} {unit}; this program reads up to {limit:.0f}.",
        "Give the saved page of one article, without other articles, images and archives in it.",
    )


def _decoded(data: bytes, name: str) -> tuple[str, str, list[str]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding, []
            except UnicodeDecodeError:
                break
    if data.count(0) > len(data) // 20:
        return _utf16(data, name)
    controls = len(_CONTROLS.findall(data[:65_536]))
    if controls * 50 > min(len(data), 65_536):
        raise UnreadableText(f"{name} is a binary file, not text.", _SAVE_AS_TEXT)
    candidates = ["utf-8", *_declared(data), "cp949"]
    for encoding in dict.fromkeys(candidates):
        text = _strictly(data, encoding)
        if text is not None and (encoding == "utf-8" or plausible(text)):
            return text, encoding, []
    return _with_losses(data, name)


def _utf16(data: bytes, name: str) -> tuple[str, str, list[str]]:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(data, encoding)
        if text is not None and "\0" not in text and plausible(text):
            return text, encoding, []
    raise UnreadableText(f"{name} is a binary file, not text.", _SAVE_AS_TEXT)


def _declared(data: bytes) -> list[str]:
    """The encoding that an HTML page or XML file declares, if Python knows it."""
    found = re.search(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", data[:4096])
    try:
        encoding = codecs.lookup(found[1].decode()).name if found else "utf-8"
    except LookupError:
        return []
    return [] if encoding in ("iso8859-1", "cp1252", "ascii") else ["cp949" if encoding == "euc_kr" else encoding]


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _with_losses(data: bytes, name: str) -> tuple[str, str, list[str]]:
    """The best decoding that loses a little: a cut end, or a few damaged bytes."""
    best: tuple[int, str, str] | None = None
    for encoding in ("utf-8", "cp949"):
        text = data.decode(encoding, "replace")
        lost = text.count("\ufffd")
        if best is None or lost < best[0]:
            best = (lost, encoding, text)
    assert best is not None
    lost, encoding, text = best
    if lost * 20 <= len(text) and (HANGUL.search(text) or len(LATIN.findall(text)) * 3 > len(text)):
        return text, encoding, [f"{lost} damaged byte sequences were replaced by U+FFFD"]
    return _last_resort(data, name)


def _last_resort(data: bytes, name: str) -> tuple[str, str, list[str]]:
    from charset_normalizer import from_bytes

    found = from_bytes(data[:200_000], cp_exclusion=["utf_7"]).best()
    text = _strictly(data, found.encoding) if found else None
    if found and text is not None and plausible(text) and HANGUL.search(text):
        return text, found.encoding, []
    raise UnreadableText(
        f"{name} is in no encoding that this program knows (tried UTF-8, UTF-16, CP949).",
        "Open it in the program that wrote it and save it as UTF-8.",
    )
