"""One call of ``study``: its surroundings, its words, what it does, and how it ends."""

from __future__ import annotations

import contextlib
import os
import sys
import warnings
from collections.abc import Sequence

from helpers import store
from helpers.cli import commands
from helpers.cli.parser import as_known, make_parser
from helpers.cli.run import run
from helpers.cli.telling import AT_FAULT, INTERRUPTED, MISUSED, remark, status_of, tell
from helpers.errors import UsageError
from helpers.running.copies import use_edited

ANYWHERE = (
    commands.init,
    commands.clean,
    commands.parameters,
    commands.check,
    commands.completion,
)  # what needs no project


def do(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit status; errors are told on stderr, without a traceback."""
    _isolate()
    status = _do(argv)
    _drop_what_cannot_be_written()
    if argv is None and os.environ.get("PYTHONINSPECT"):  # Python would go on to ask for code, and show the exit as one
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return status


def _isolate() -> None:
    """Leave out what an environment made for other programs would do to this one."""
    from helpers import stages

    stages.forget()
    if not sys.warnoptions or any(option.startswith("error") for option in sys.warnoptions):
        warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what a console cannot show must not stop a run
            stream.reconfigure(errors="backslashreplace")


def _do(argv: Sequence[str] | None) -> int:
    parser = make_parser()
    try:
        options = parser.parse_args(as_known(parser, sys.argv[1:] if argv is None else list(argv)))
    except UsageError as error:
        tell(error)
        return MISUSED
    try:
        home = store.find_root() if options.do in ANYWHERE else store.root()
        if home and options.do is not commands.init:  # kernels work on the same project, wherever they are
            os.environ.setdefault("STUDY_ROOT", str(home))
            use_edited()
        if options.do in (run, commands.try_codebook, commands.check, commands.sheet):
            from helpers.running.allowances import check_allowances

            check_allowances()
        status = int(options.do(options))
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        more = ": nothing was lost, the next run goes on from here" if options.do is run else ""
        remark(f"Interrupted{more}.")
        return INTERRUPTED
    except BrokenPipeError:  # nobody reads on, as in: study list | head -1
        return AT_FAULT
    except Exception as error:  # the one door: nobody is shown a traceback who did not ask for it
        if options.debug:
            raise
        tell(error)
        return status_of(error)


def _drop_what_cannot_be_written() -> None:
    """Drop output that a closed pipe or a full disk does not take: Python would try again when it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
