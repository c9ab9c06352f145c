"""The last touch to a page: figures and tables numbered, links that lead nowhere made plain text."""

from __future__ import annotations

import re
from typing import Any

NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")  # what an HTML file cannot hold


def finish(page: str) -> str:
    """The page with "그림 1.", "표 1." before captions, each with a link to itself, and no link without a target.

    A link to a sentence or a keyword that the page does not show (an untagged sentence, a rare word) becomes its text.
    An id that stands twice keeps its first place. Control characters are shown as U+FFFD.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(NO_CHARACTERS.sub("\ufffd", page), "html.parser")
    ids: set[Any] = set()
    for tag in soup.find_all(id=True):
        if tag["id"] in ids:
            del tag["id"]
        else:
            ids.add(tag["id"])
    for link in soup.select('a[href^="#"]'):
        if link["href"][1:] not in ids:
            link.unwrap()
    for number, figure in enumerate(soup.select("figure:has(> figcaption)"), start=1):
        _number(soup, figure, figure.figcaption, f"그림 {number}")
    for number, table in enumerate(soup.select("div.table:has(caption)"), start=1):
        _number(soup, table, table.caption, f"표 {number}")
    return str(soup) + "\n"


def _number(soup: Any, whole: Any, caption: Any, label: str) -> None:
    """The label before the caption, as a link to the figure or table where it has an id."""
    if whole.get("id"):
        reference = soup.new_tag("a", attrs={"class": "ref", "href": f"#{whole['id']}"})
    else:
        reference = soup.new_tag("span", attrs={"class": "ref"})
    reference.string = f"{label}."
    caption.insert(0, reference, " ")
