"""The PDF that a browser printed, made the same for the same page, and marked with the page that it is of."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import store
from helpers.errors import StudyError

if TYPE_CHECKING:
    from pypdf import PdfWriter

PAGE = "/PageSHA256"
_OF_THE_DAY = {"/CreationDate", "/ModDate"}
_NAME = re.compile(r"node\d{8}")


def settled(printed: bytes, *, page: str) -> bytes | None:
    """The PDF without the time of day, and with its ``page``'s SHA-256 in its metadata; None if it is no whole PDF.

    The names of elements come from a counter of the browser that does not always start alike; only their order stays.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    try:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(printed), strict=True))
        known = {name: value for name, value in (writer.metadata or {}).items() if name not in _OF_THE_DAY}
        writer.metadata = {**known, PAGE: page}
        _number_anew(writer)
        made = io.BytesIO()
        writer.write(made)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return made.getvalue()


def page_of(path: Path) -> str | None:
    """The SHA-256 of the page that ``settled`` noted in a PDF; None if it is none of ours."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        found = PdfReader(io.BytesIO(store.read_bytes(path))).metadata
    except (StudyError, PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return str(found[PAGE]) if found and PAGE in found else None


def _number_anew(writer: PdfWriter) -> None:
    from pypdf.generic import TextStringObject

    places = list(_named(writer))
    numbers = {name: number for number, name in enumerate(sorted({holder[key] for holder, key in places}), 1)}
    for holder, key in places:
        holder[key] = TextStringObject(f"node{numbers[holder[key]]:08d}")


def _named(writer: PdfWriter) -> Iterator[tuple[Any, Any]]:
    """Each place of a name of an element: the dictionary or array of the PDF that holds it, and the key in that."""
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

    seen: set[int] = set()
    waiting: list[Any] = [writer.root_object]
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, IndirectObject):
            if holder.idnum in seen:
                continue
            seen.add(holder.idnum)
            holder = holder.get_object()
        if isinstance(holder, DictionaryObject | ArrayObject):
            for key, value in holder.items() if isinstance(holder, DictionaryObject) else enumerate(holder):
                if isinstance(value, str) and _NAME.fullmatch(value):
                    yield holder, key
                else:
                    waiting.append(value)
