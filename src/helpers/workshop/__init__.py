"""The researcher's bench: JupyterLab on the project, and the loop of writing a codebook and seeing what it does.

``try_codebook`` codes a study's sentences by its codebook as the file is now; ``show_sentences`` and the ``show_*``
beside it say what came of it: which sentences have no code, what little many of them lack, which words and rules do
nothing, which words the uncoded sentences have, and where a person read otherwise. ``add_example`` makes
a sentence an example of a code.
"""

from helpers.workshop.candidates import candidates
from helpers.workshop.confusion import confusion
from helpers.workshop.dead import dead_rules, dead_words
from helpers.workshop.examples import add_example
from helpers.workshop.live import Live, live
from helpers.workshop.near_misses import near_misses
from helpers.workshop.showing import (
    show_candidates,
    show_confusion,
    show_near_misses,
    show_sentences,
    summary,
)
from helpers.workshop.showing_dead import show_dead
from helpers.workshop.trial import Trial, try_codebook

__all__ = [
    "Live",
    "Trial",
    "add_example",
    "candidates",
    "confusion",
    "dead_rules",
    "dead_words",
    "live",
    "near_misses",
    "show_candidates",
    "show_confusion",
    "show_dead",
    "show_near_misses",
    "show_sentences",
    "summary",
    "try_codebook",
]


def __dir__() -> list[str]:  # what Tab lists: no rooms, which nobody uses by hand
    return __all__
