"""Dates of publication as exports, spreadsheets, crawlers and feeds spell them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from helpers.cleaning.pieces.dates import moments

SEOUL = timezone(timedelta(hours=9))
_RUN = re.compile(r"(?:19|20)\d{6}(?:\d{4}(?:\d{2})?)?")
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.\d+)?")  # days since 1899-12-30: 1954 to 2091
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")


def published(text: str) -> str:
    """A date in ISO 8601, with its time in Korea if it has one; '' if the text is no date.

    20230531, 202305311420, 2023-05-31 14:20, 2023.05.31., 2023년 5월 31일 오후 2:20, 2023/5/31 2:20 PM, an Excel serial
    number, seconds since 1970, Wed, 31 May 2023 05:20:00 GMT. A year of two digits and 05/06/2023 are not guessed at.
    """
    written = text.strip()
    if _RUN.fullmatch(written):
        return _run(written)
    if _EPOCH.fullmatch(written):
        return datetime.fromtimestamp(int(written[:10]), UTC).astimezone(SEOUL).isoformat()
    if _SERIAL.fullmatch(written):
        return _of_serial(float(written))
    found = moments(written[:80])
    if found:
        return _in_seoul(found[0].iso)
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return ""
    return (moment if moment.tzinfo else moment.replace(tzinfo=SEOUL)).astimezone(SEOUL).isoformat()


def _run(digits: str) -> str:
    form = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}[len(digits)]
    try:
        moment = datetime.strptime(digits, form).replace(tzinfo=SEOUL)
    except ValueError:
        return ""
    return moment.date().isoformat() if len(digits) == 8 else moment.isoformat()


def _of_serial(days: float) -> str:
    moment = datetime(1899, 12, 30, tzinfo=SEOUL) + timedelta(seconds=round(days * 86_400))
    return moment.date().isoformat() if days.is_integer() else moment.isoformat()


def _in_seoul(iso: str) -> str:
    if "T" not in iso or iso.endswith("+09:00"):
        return iso
    return datetime.fromisoformat(iso).astimezone(SEOUL).isoformat()
