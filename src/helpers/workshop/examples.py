"""Make a sentence an example of a code: one line is added to codebook.yml, and nothing else in it changes."""

from __future__ import annotations

import json
from typing import Any

from helpers import store
from helpers.errors import StudyError


def add_example(name: str, code: str, sentence: int, *, article: str | None = None, counter: bool = False) -> str:
    """Write a sentence of the study into the codebook as an example of ``code`` and return its text.

    sentence  its number; of several articles, ``article`` names one
    counter   as a counter-example: the code must not be given to it

    StudyError: there is no such sentence or code, it stands there already, or the file is written in a way in which a
    line cannot be put in safely (then it is left as it is).
    """
    text = _text_of(name, sentence, article)
    path = store.raw_folder(name) / "codebook.yml"
    before = store.read_text(path)
    store.write_text(path, with_example(before, code, text, counter=counter, file=store.relative(path)))
    return text


def with_example(document: str, code: str, text: str, *, counter: bool = False, file: str = "codebook.yml") -> str:
    """A codebook's YAML with one more example; all that a person wrote stays as it stands."""
    import yaml

    key = "counter_examples" if counter else "examples"
    data = yaml.load(document, yaml.BaseLoader)
    codes = data.get("codes") if isinstance(data, dict) else None
    if not isinstance(codes, dict) or not isinstance(codes.get(code), dict):
        known = ", ".join(codes) if isinstance(codes, dict) else "none"
        raise StudyError(f"{file} has no code {code!r} (there: {known}).", "Name one of its codes.")
    listed = codes[code].get(key) or []
    if not isinstance(listed, list) or any(text in (each, _text(each)) for each in listed):
        raise StudyError(f"{file}: the sentence is among {key} of {code!r} already.", "Choose another sentence.")
    place, line = _line(_value(_value(yaml.compose(document, yaml.BaseLoader), "codes"), code), document, key, text)
    made = document[:place] + line + document[place:]
    codes[code][key] = [*listed, text]
    if _loaded(made) != data:
        quoted = json.dumps(text, ensure_ascii=False)
        raise StudyError(f"{file}: no line can be put into {key} of {code!r}.", f"Write it there yourself: - {quoted}")
    return made


def _text_of(name: str, sentence: int, article: str | None) -> str:
    rows = store.read("sentences", name)
    rows = rows[(rows["sentence_id"] == sentence) & (rows["article_id"].eq(article) if article else True)]
    if len(rows) != 1:
        if len(rows):
            raise StudyError(
                f"In the study {name!r} several articles have a sentence {sentence}.",
                f"Name the article, too, as in CODE={rows['article_id'].iloc[0]}:{sentence}.",
            )
        if article:
            cause = f"In the study {name!r} the article {article!r} has no sentence {sentence}."
        else:
            cause = f"In the study {name!r} no article has a sentence {sentence}."
        raise StudyError(cause, "study try shows the numbers.")
    return " ".join(str(rows["text"].iloc[0]).split())


def _line(node: Any, document: str, key: str, text: str) -> tuple[int, str]:
    """The place and the text to insert: after the last example, into an empty list, or at the end of the code."""
    end = "\r\n" if "\r\n" in document else "\n"
    quoted = json.dumps(text, ensure_ascii=False)
    listed = _value(node, key)
    items = getattr(listed, "value", None)
    if isinstance(items, list) and listed.flow_style:
        inside = items[-1].end_mark.index if items else listed.start_mark.index + 1
        return inside, f", {quoted}" if items else quoted
    if isinstance(items, list) and items:
        return _after(document, items[-1]), f"{end}{' ' * listed.start_mark.column}- {quoted}"
    return _after(document, node), f"{end}{' ' * node.start_mark.column}{key}: [{quoted}]"


def _after(document: str, node: Any) -> int:
    """The end of the line on which a node's text ends."""
    last = len(document[: node.end_mark.index].rstrip())
    found = document.find("\n", last)
    stop = len(document) if found < 0 else found
    return stop - (document[stop - 1 : stop] == "\r")


def _value(node: Any, key: str) -> Any:
    return next((value for name, value in node.value if name.value == key), None)


def _text(example: Any) -> Any:
    return example.get("text") if isinstance(example, dict) else None


def _loaded(document: str) -> Any:
    import yaml

    try:
        return yaml.load(document, yaml.BaseLoader)
    except yaml.YAMLError:
        return None
