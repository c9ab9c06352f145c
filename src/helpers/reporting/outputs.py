"""Turn what a cell holds into HTML: its Markdown, its code, what it showed."""

from __future__ import annotations

import base64
import functools
import re
from collections.abc import Mapping
from html import escape as escape_text
from typing import Any

from markupsafe import Markup, escape

from helpers.reporting.anchors import figure_anchor
from helpers.reporting.sanitizing import sanitize

PICTURES = {"png": b"\x89PNG\r\n", "jpeg": b"\xff\xd8\xff"}
NO_WORDS = "설명이 없는 그림"
_ESCAPE_CODES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_COMMENT = re.compile(
    r"""(?P<text>\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(?P<comment>\#[^\n]*)""",
    re.DOTALL | re.VERBOSE,
)


def joined(text: str | list[str]) -> str:
    """A text as a notebook's file holds it: whole, or as a list of lines."""
    return text if isinstance(text, str) else "".join(text)


@functools.lru_cache(maxsize=256)
def markdown_html(source: str) -> str:
    """Markdown as HTML, sanitised."""
    return sanitize(str(_markdown()(source)))


@functools.cache
def _markdown() -> Any:
    from mistune import create_markdown

    return create_markdown(escape=False, plugins=["strikethrough", "table", "url"])


def code_html(source: str) -> str:
    """Python with its comments as ``em``."""
    made, end = "", 0
    for found in _COMMENT.finditer(source):
        if comment := found["comment"]:
            made += f"{_escaped(source[end : found.start()])}<em>{_escaped(comment)}</em>"
            end = found.end()
    return f"<pre>{made}{_escaped(source[end:])}</pre>"


def _escaped(text: str) -> str:
    return escape_text(text, quote=False)


def output_html(output: Mapping[str, Any]) -> str:
    """One output of a code cell; "" for what is not shown. HTML goes before Markdown, pictures and plain text."""
    if output["output_type"] == "error":
        return '<p class="note">이 칸은 끝까지 실행되지 않았다.</p>'
    if output["output_type"] == "stream":
        return _plain(joined(output["text"])) if output["name"] == "stdout" else ""
    data, metadata = output["data"], output.get("metadata", {})
    if "text/html" in data:
        captions = metadata.get("text/html", {}).get("caption_of")
        return "" if captions else sanitize(joined(data["text/html"])).strip()
    if "text/markdown" in data:
        return markdown_html(joined(data["text/markdown"])).strip()
    for kind in ("image/png", "image/jpeg"):
        if kind in data:
            return _figure(_data_address(joined(data[kind])), metadata.get(kind, {}))
    return _plain(joined(data["text/plain"])) if "text/plain" in data else ""


def _plain(text: str) -> str:
    opening = '<pre class="output" role="region" aria-label="출력" tabindex="0">'
    return f"{opening}{escape(_ESCAPE_CODES.sub('', text))}</pre>"


def _figure(address: str, about: Mapping[str, Any]) -> str:
    """A picture with its alternative text and its caption, under the id that its name gives it."""
    if not address:
        return ""
    size = {name: about[name] for name in ("width", "height") if isinstance(about.get(name), int)}
    name, caption = about.get("name"), about.get("caption")
    return str(
        Markup('<figure{}>\n<img src="{}" alt="{}"{}>{}</figure>').format(
            Markup(' id="{}"').format(figure_anchor(name)) if name else "",
            Markup(address),
            about.get("alt") or NO_WORDS,
            Markup("").join(Markup(' {}="{}"').format(*pair) for pair in size.items()),
            Markup("<figcaption>{}</figcaption>").format(caption) if caption else "",
        )
    )


@functools.lru_cache(maxsize=64)
def _data_address(encoded: str) -> str:
    """A PNG or JPEG in base64 as a data address; "" for anything else."""
    try:
        data = base64.b64decode("".join(encoded.split()), validate=True)
    except ValueError:
        return ""
    kind = next((kind for kind, start in PICTURES.items() if data.startswith(start)), "")
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}" if kind else ""
