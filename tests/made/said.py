"""The texts of the errors that the program raises, as its source has them: {} for each of their values."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from made.sources import PACKAGE

ERRORS = ("StudyError", "UsageError", "NoArticle", "UnreadableText")


def texts_of_errors() -> Iterator[tuple[str, str]]:
    """The room and a text, for cause and remedy of every error; what is only handed on stands elsewhere."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS:
                for argument in node.args:
                    text = template(argument, constants(tree))
                    if text and text.strip("{}. :"):
                        yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), text


def constants(tree: ast.Module) -> dict[str, str]:
    """The texts that a module gives a name."""
    named = (node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name))
    texts = {node.targets[0].id: template(node.value, {}) for node in named}  # type: ignore[attr-defined]
    return {name: text for name, text in texts.items() if text}


def template(node: ast.expr, names: Mapping[str, str]) -> str | None:
    """A text of the source with {} for each value; None for what is no text."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values)
    return None
