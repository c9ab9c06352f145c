"""The modules of the package as syntax trees, parsed once for all tests that look into them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import helpers

PACKAGE = Path(helpers.__file__).parent


@cache
def trees() -> dict[Path, ast.Module]:
    """The tree of each module, in the order of their paths."""
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
