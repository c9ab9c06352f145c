"""Stage 4: sentences to codings, voices, facts, and the evidence for and against the thesis.

Nothing here says whether the thesis is true: it says how the article argues, in whose voice, and how sure a count is.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_WHERE = {
    "Codebook": "codebook",
    "parse_codebook": "codebook",
    "blank_codebook": "blanks",
    "blank_coding_sheet": "blanks",
    "code_sentences": "coding",
    "check_codebook": "coding",
    "read_codings": "people",
    "agreement": "alpha",
    "Agreement": "alpha",
    "find_voices": "voices",
    "find_facts": "facts",
    "evidence": "weighing",
    "weigh": "weighing",
    "open_codebook": "opening",
    "read_people": "opening",
    "compare_with_people": "opening",
    "together": "opening",
    "codes_table": "opening",
    "code_labels": "opening",
    "publication": "opening",
    "only_publication": "opening",
}
__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
