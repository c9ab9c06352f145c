"""In a notebook: the sentences and what could be improved, shown anew at each save of the codebook."""

from __future__ import annotations

import threading
from typing import Any

from markupsafe import Markup

from helpers.errors import StudyError
from helpers.reporting.saying import Displayable
from helpers.telling import in_words
from helpers.workshop import watching


class Live:
    """What ``live`` started: ``stop()`` ends it; the end of the kernel does too."""

    def __init__(self, name: str, handle: Any, code: str, section: str) -> None:
        self._stopped = threading.Event()
        self._parts = (name, handle, code, section)
        threading.Thread(target=self._watch, daemon=True).start()

    def stop(self) -> None:
        """Show nothing more."""
        self._stopped.set()

    def _watch(self) -> None:
        name, handle, code, section = self._parts
        for shown in watching.changes(name, lambda: _page(name, code, section), stopped=self._stopped.is_set):
            handle.update(shown)


def live(name: str, *, code: str = "", section: str = "") -> Live:
    """Below the cell, the trial of the study's codebook as it is, again at each save of codebook.yml.

    code, section  as ``show_sentences``
    returns        Live, to be stopped; a fault in the codebook is shown, and waited on
    """
    from IPython.display import display

    handle: Any = display(Displayable("<p>…</p>", "…"), display_id=True)
    return Live(name, handle, code, section)


def _page(name: str, code: str, section: str) -> Displayable:
    from helpers import workshop

    try:
        trial = workshop.try_codebook(name)
        parts = [workshop.summary(trial), workshop.show_sentences(trial, code=code, section=section)]
        parts += [] if code else [workshop.show_near_misses(trial), workshop.show_dead(trial)]
    except StudyError as error:
        told = in_words(error)
        return Displayable(str(Markup("<pre>{}\n{}</pre>").format(told.cause, told.remedy)), str(told))
    return Displayable("\n".join(part.html for part in parts), "\n\n".join(part.plain for part in parts))
