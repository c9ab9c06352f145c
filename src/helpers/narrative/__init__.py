"""Stage 4: sentences to codings, voices, facts, and the evidence for and against the thesis.

Nothing here says whether the thesis is true: it says how the article argues, in whose voice, and how sure a count is.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_WHERE = {
    "Codebook": "coding.codebook",
    "parse_codebook": "coding.parsing",
    "blank_codebook": "coding.template",
    "blank_coding_sheet": "coding.sheets",
    "code_sentences": "coding.rules",
    "check_codebook": "coding.rules",
    "read_codings": "coding.sheets",
    "agreement": "coding.agreement",
    "Agreement": "coding.agreement",
    "find_voices": "voices",
    "find_facts": "facts",
    "evidence": "weighing",
    "weigh": "weighing",
    "open_codebook": "coding.parsing",
    "read_people": "coding.sheets",
    "compare_with_people": "coding.agreement",
    "together": "coding.sheets",
    "codes_table": "coding.codebook",
    "code_labels": "coding.codebook",
    "publication": "published",
    "only_publication": "published",
}
__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
