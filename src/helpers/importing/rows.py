"""Turn rows of a table into articles: their fields, and whether they have a full text, a lead or only nouns."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from helpers.importing.days import published
from helpers.importing.mapping import layout
from helpers.importing.outlets import outlet_name, outlet_of_address
from helpers.importing.sheets import Cells, Sheet, SheetRow

STRATA = ("full", "lead", "title", "nouns")
BIGKINDS_ID = re.compile(r"\d{8}\.\d{17}")
_BIGKINDS_WORN = re.compile(r"\d{7}\.\d{17}")
_AS_NUMBER = re.compile(r"\d+(?:\.\d*)?[eE]\+?\d+|\d{1,8}\.\d{1,16}|\d{6,8}")
_CUT = re.compile(r"(?:\.\.|…)\s*\Z")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_ID = re.compile(r"[\w][\w.-]{0,80}")


@dataclass(frozen=True)
class Record:
    """One article as a source gives it; '' for what it does not say. ``sha256`` is that of its words."""

    number: int
    title: str
    text: str
    nouns: str
    stratum: str
    published_at: str
    outlet: str
    section: str
    reporter: str
    address: str
    source_id: str
    flag: str
    rights: str
    article_id: str
    sha256: str
    own: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refused:
    """A row that is no article, and why."""

    number: int
    reason: str
    title: str = ""
    source_id: str = ""


def records(sheet: Sheet, mapping: Mapping[str, str]) -> Iterator[Record | Refused]:
    """Each row of a sheet as an article, or refused with its reason, in order.

    mapping  field -> column, from ``mapped``; fields that begin with ``x_`` are the researcher's own
    """
    bigkinds = layout(sheet.columns)
    for row in sheet.rows():
        yield _record(row, mapping, bigkinds)


def _record(row: SheetRow, mapping: Mapping[str, str], bigkinds: str) -> Record | Refused:
    if row.fault:
        return Refused(row.number, row.fault)
    cell = _Cells(row.cells, mapping)
    title = " ".join(cell["title"].split())
    text, nouns = cell["text"] or cell["lead"], cell["nouns"]
    stratum = _stratum(title, text, nouns, shortened=not cell["text"] or bool(bigkinds and "LAB" not in bigkinds))
    if not stratum:
        return Refused(row.number, "it has no text", source_id=cell["source_id"])
    remarks: list[str] = []
    source_id = _identifier(cell["source_id"], bool(bigkinds), remarks)
    day = published(cell["published_at"])
    if not day:
        remarks.append(
            f"a date that cannot be read: {cell['published_at'][:30]}" if cell["published_at"] else "no date"
        )
    written = cell["outlet"]
    outlet = outlet_name(written) if written else outlet_of_address(cell["address"])
    if written and outlet != " ".join(written.split()):
        remarks.append(f"another name of {outlet}: {' '.join(written.split())[:30]}")
    digest = hashlib.sha256("\0".join((title, text, nouns)).encode("utf-8", "replace")).hexdigest()
    return Record(
        row.number, title, text, nouns, stratum, day, outlet, cell["section"],
        _reporter(cell["reporter"]), cell["address"], source_id, cell["flag"], cell["rights"],
        _article_id(source_id, cell["address"], digest), digest,
        {name: row.cells.get(column, "") for name, column in mapping.items() if name.startswith("x_")},
        tuple(remarks),
    )  # fmt: skip


def _reporter(written: str) -> str:
    """The reporters without their addresses."""
    return " ".join(_MAIL.sub("", written).split()).replace(" ,", ",")


class _Cells:
    """The cells of a row by field; '' for a field that no column holds."""

    def __init__(self, cells: Cells, mapping: Mapping[str, str]) -> None:
        self.cells, self.mapping = cells, mapping

    def __getitem__(self, name: str) -> str:
        return self.cells.get(self.mapping.get(name, ""), "")


def _stratum(title: str, text: str, nouns: str, *, shortened: bool) -> str:
    """The stratum of an article: how much of it there is. A text of 300 letters that breaks off (…) is a lead."""
    if text:
        return "lead" if shortened or (len(text) <= 300 and _CUT.search(text)) else "full"
    if title:
        return "title"
    return "nouns" if nouns else ""


def _identifier(written: str, bigkinds: bool, remarks: list[str]) -> str:
    """A BIGKinds identifier that lost its leading zero gets it back; one that was a number earlier is not used."""
    if not bigkinds or not written or BIGKINDS_ID.fullmatch(written):
        return written
    if _BIGKINDS_WORN.fullmatch(written):
        remarks.append("identifier without its leading zero, which was put back")
        return f"0{written}"
    if _AS_NUMBER.fullmatch(written):
        remarks.append("identifier damaged: it has been read as a number, its last digits are lost")
        return ""
    return written


def _article_id(source_id: str, address: str, digest: str) -> str:
    """The source's identifier if it can be one here, else a short one of its own address, or of its words."""
    if _ID.fullmatch(source_id) and ".." not in source_id:
        return source_id
    told = source_id or address
    return "a" + (hashlib.sha256(told.encode("utf-8", "replace")).hexdigest() if told else digest)[:12]
