"""The ``study`` command: exit status 0 done, 1 a study or an input is at fault, 2 the command line is at fault."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.surroundings import leave_others_out


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit status; errors are told on stderr, without a traceback.

    Nothing else is imported before the folders of PYTHONPATH are out of the way: a json.py there would stand for
    Python's own.
    """
    leave_others_out()
    from helpers.cli.command import do

    return do(argv)
