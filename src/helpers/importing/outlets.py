"""One name for each outlet, whatever it is called in the source."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from helpers.lexicons import load


def outlet_name(written: str) -> str:
    """The name to count an outlet under; one that no list knows keeps its own, without the marks of a company."""
    plain = " ".join(_COMPANY.sub(" ", written).split()) or " ".join(written.split())
    without_place = plain.rpartition("(")[0].rstrip() if plain.endswith(")") else plain
    tried = (plain, without_place, plain.casefold().removeprefix("the "), plain.removesuffix("사"))
    return next((_names()[key] for key in map(_key, tried) if key in _names()), plain)


def outlet_of_address(address: str) -> str:
    """The outlet to whose site an address belongs; '' if no known site has it."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    parts = host.split(".")
    tried = (".".join(parts[place:]) for place in range(len(parts) - 1))
    return next((_names()[name] for name in tried if name in _names()), "")


_COMPANY = re.compile(r"㈜|[(（] ?주 ?[)）]|주식회사")


@cache
def _names() -> dict[str, str]:
    names = load("outlet_names")["names"]
    return {_key(other): name for name, others in names.items() for other in (name, *others)}


def _key(name: str) -> str:
    return "".join(name.split()).casefold()
