"""The cells of an executed notebook as one fragment of a page.

Tags that a cell may carry:

``parameters``  (and papermill's ``injected-parameters``) its code is folded under the heading "매개변수"; what was
                injected is left out where it only repeats the defaults
``hide``        it is left out of every page
``try``         a place to try something: a page of the notebook shows it, the report leaves it out
``notebook``    it makes sense on a page of the notebook alone: the report leaves it out
``method``      how the reading was done: the report has it in its appendix
``findings``    in the report, whose first screen has the findings, its code stands without what it shows
``hero``        its figure stands on the report's first screen; below, its code stands without it

Code is folded, below what it shows; code that shows nothing joins that of its neighbour. The report has neither code
nor the lines on what a notebook reads and writes. Errors, warnings and what was written to stderr are not shown.
"""

from __future__ import annotations

import ast
import base64
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from helpers.reporting.anchors import slug
from helpers.reporting.outputs import code_html, joined, markdown_html, output_html

Notebook = Mapping[str, Any]  # as nbformat has it, in memory or as it is in the file
PARAMETERS = {"parameters", "injected-parameters"}
_READS_AND_WRITES = re.compile(r"<p>읽는 것:.*?</p>", re.DOTALL)
_HEADING = re.compile(r"<h([1-6])(?: [^<>]*)?>(.*?)</h\1>", re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """A heading of a fragment: its id, its text, its level on the page."""

    id: str
    text: str
    level: int


@dataclass(frozen=True)
class Fragment:
    """A rendered notebook: its first heading apart, the rest as HTML, the headings in it in order."""

    title: str
    html: Markup
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class Block:
    """A heading (``level``), or what is shown (``html``) with the code that shows it, either of which may be empty."""

    html: str = ""
    level: int = 0
    code: str = ""
    fold: str = ""


def render_cells(
    nb: Notebook,
    *,
    prefix: str,
    deeper: int = 0,
    only: str = "",
    silent: Collection[str] = (),
    without: Collection[str] = (),
    code: bool = True,
) -> Fragment:
    """The notebook's Markdown, folded code and outputs.

    nb       an executed notebook; it is not changed
    prefix   of the ids of its headings, one a notebook
    deeper   by how many levels headings sink: 1 makes ``##`` an h3; headings with nothing to show are then left out
    only     the tag that a cell must carry to be taken; "" takes all; of cells taken so, no code is shown
    silent   tags of cells whose code is taken without what they show
    without  tags of cells that are left out
    code     show the code, and what the notebook reads and writes
    """
    wanted = [cell for cell in nb["cells"] if _is_wanted(cell, only) and not tags_of(cell) & set(without)]
    chosen = [cell for cell in wanted if not _repeats_defaults(cell, nb["cells"])]
    blocks = [block for cell in chosen for block in _blocks(cell, bare=bool(only) or not code, silent=set(silent))]
    first = next((block for block in blocks if block.level == 1), None)
    blocks = [block for block in blocks if block is not first]
    if deeper:
        blocks = [block for place, block in enumerate(blocks) if not _is_silent(blocks, place)]
    headings: list[Heading] = []
    html = [_written(block, headings, prefix=prefix, deeper=deeper) for block in _joined_code(blocks)]
    return Fragment(_text(first.html) if first else "", Markup("\n".join(html)), tuple(headings))


def figures(nb: Notebook) -> dict[str, bytes]:
    """The PNG files that ``show`` put into an executed notebook, by name, in order."""
    found: dict[str, bytes] = {}
    for cell in nb["cells"]:
        for output in cell.get("outputs", []):
            about = output.get("metadata", {}).get("image/png", {})
            if "name" in about and slug(about["name"]) == about["name"]:
                found[about["name"]] = base64.b64decode(joined(output["data"]["image/png"]))
    return found


def tags_of(cell: Mapping[str, Any]) -> set[str]:
    """The cell's tags."""
    return set(cell["metadata"].get("tags", []))


def _is_wanted(cell: Mapping[str, Any], only: str) -> bool:
    return "hide" not in tags_of(cell) and (not only or only in tags_of(cell))


def _repeats_defaults(cell: Mapping[str, Any], cells: Sequence[Mapping[str, Any]]) -> bool:
    """Did papermill inject only values that the parameters cell has already?"""
    if "injected-parameters" not in tags_of(cell):
        return False
    defaults = [_assigned(joined(other["source"])) for other in cells if "parameters" in tags_of(other)]
    return bool(defaults) and _assigned(joined(cell["source"])).items() <= defaults[0].items()


def _assigned(source: str) -> dict[str, str]:
    """Name -> value, as Python writes it, of each assignment; nothing of what is no Python."""
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError):
        return {}
    pairs = [
        (node.targets[0] if isinstance(node, ast.Assign) else node.target, node.value)
        for node in statements
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
    ]
    return {ast.unparse(name): ast.unparse(value) for name, value in pairs}


def _blocks(cell: Mapping[str, Any], *, bare: bool, silent: set[str]) -> Iterator[Block]:
    if cell["cell_type"] == "markdown":
        html = markdown_html(joined(cell["source"]))
        yield from _prose(_READS_AND_WRITES.sub("", html) if bare else html)
    elif cell["cell_type"] == "code":
        outputs = [] if silent & tags_of(cell) else cell.get("outputs", [])
        shown = "\n".join(html for output in outputs if (html := output_html(output)))
        source = "" if bare else joined(cell["source"]).strip("\n")
        yield Block(shown, code=source, fold="매개변수" if PARAMETERS & tags_of(cell) else "코드")


def _prose(html: str) -> Iterator[Block]:
    """A Markdown cell's headings, and what stands between them."""
    end = 0
    for heading in _HEADING.finditer(html):
        if before := html[end : heading.start()].strip():
            yield Block(before)
        yield Block(heading[2], level=int(heading[1]))
        end = heading.end()
    if rest := html[end:].strip():
        yield Block(rest)


def _is_silent(blocks: Sequence[Block], place: int) -> bool:
    """Is it a heading under which nothing is said or shown, only computed or written?"""
    level = blocks[place].level
    for block in blocks[place + 1 :] if level else []:
        if 0 < block.level <= level:
            break
        if block.html and not block.level:
            return False
    return bool(level)


def _joined_code(blocks: Sequence[Block]) -> list[Block]:
    """Code that shows nothing goes before that of the block that follows at once, or else after that before it."""
    onwards: list[Block] = []
    for block in reversed(blocks):
        if onwards and not block.html and _fold_alike(block, onwards[-1]):
            after = onwards.pop()
            block = replace(after, code=f"{block.code}\n\n{after.code}")
        onwards.append(block)
    made: list[Block] = []
    for block in reversed(onwards):
        if made and not block.html and _fold_alike(made[-1], block):
            before = made.pop()
            block = replace(before, code=f"{before.code}\n\n{block.code}")
        made.append(block)
    return made


def _fold_alike(one: Block, other: Block) -> bool:
    return bool(one.code and other.code) and one.fold == other.fold


def _written(block: Block, headings: list[Heading], *, prefix: str, deeper: int) -> str:
    """The block as HTML; a heading sinks, gets an id and is noted in ``headings``."""
    if block.level:
        level = min(block.level + deeper, 6)
        headings.append(Heading(f"{prefix}-{len(headings) + 1}", _text(block.html), level))
        return f'<h{level} id="{headings[-1].id}">{block.html}</h{level}>'
    fold = f'<details class="code"><summary>{block.fold}</summary>{code_html(block.code)}</details>'
    return "\n".join(part for part in (block.html, fold if block.code else "") if part)


def _text(html: str) -> str:
    return Markup(html).striptags()
