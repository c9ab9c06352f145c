"""``study run``: bring studies up to date, and say what came of each."""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from helpers import store
from helpers.cli.telling import AT_FAULT, DONE, remark, status_of, tell
from helpers.errors import UsageError
from helpers.running.copies import edited

if TYPE_CHECKING:
    from helpers.running.options import Options
    from helpers.running.result import Outcome
    from helpers.running.results import Results


def run(options: argparse.Namespace) -> int:
    from helpers.running.several import run_studies
    from helpers.running.untouched import untouched

    if options.all and options.studies:
        raise UsageError(f"--all is every study, and {options.studies[0]} is one.", "Say --all, or name studies.")
    names = store.study_names() if options.all else options.studies
    if not names:
        raise UsageError("No study is named.", "Name one, or say --all (study list shows them).")
    parameters = dict(options.parameters)
    if options.sweep:
        return _sweep(names, parameters, options)
    if options.why:
        from helpers.running.overview import why

        for name in names:
            _tell_why(why(name, parameters), f"{name}: " if len(names) > 1 else "")
        return DONE
    if not options.quiet:
        _tell_notes([name for name in names if not untouched(name, parameters)], parameters)
    signal.signal(signal.SIGTERM, _end)
    outcomes = run_studies(names, parameters, _asked(options), quiet=options.quiet)
    with contextlib.closing(outcomes):  # whatever happens here, all processes end before it is told
        return _tell_outcomes(list(_told(outcomes, options.debug)), len(names))


def _asked(options: argparse.Namespace) -> Options:
    """The words of the command line that say how, as ``run_studies`` takes them."""
    from dataclasses import fields

    from helpers.running.options import Options

    return Options(**{field.name: getattr(options, field.name) for field in fields(Options)})


def _tell_notes(studies: Sequence[str], parameters: Mapping[str, str]) -> None:
    """Say in which ways a run differs from what one might expect: other notebooks, other parameters."""
    if studies:
        from helpers.running.shown import notes

        for path in edited(store.root()).values():
            remark(f"study: {store.relative(path)} runs as it was changed here.")
        for note in notes(studies, parameters):
            remark(f"study: {note}")


def _sweep(names: Sequence[str], parameters: Mapping[str, str], options: argparse.Namespace) -> int:
    from helpers.running import run_study, sweeping
    from helpers.running.kernels import Kernels
    from helpers.running.options import Options
    from helpers.stages import NOTEBOOKS
    from helpers.telling import note

    if len(names) != 1:
        raise UsageError("One study is swept at a time.", "Name one.")
    chosen = sweeping.combinations(options.sweep)
    with Kernels(NOTEBOOKS) as kernels:

        def run(swept: Mapping[str, str]) -> Results | None:
            if not options.quiet:
                print(f"{names[0]}: {', '.join(map('='.join, swept.items())) or note(sweeping.OWN)}", file=sys.stderr)
            return run_study(names[0], {**parameters, **swept}, Options(check=True), kernels=kernels).results

        print("\n".join(map(note, sweeping.told(sweeping.sweep(names[0], chosen, run)))))
    return DONE


def _end(*_: object) -> None:
    """SIGTERM ends a run as Ctrl-C does: kernels are stopped, and nothing is left behind."""
    raise KeyboardInterrupt


def _told(outcomes: Iterable[Outcome], debug: bool) -> Iterator[Outcome]:
    from helpers.store import relative
    from helpers.telling import note

    for outcome in outcomes:
        if outcome.result and outcome.result.changes:
            remark(f"study: the results of {outcome.study} would change:")
            print(*map(note, outcome.result.changes), sep="\n", flush=True)
        elif outcome.result:
            print(relative(outcome.result.report), flush=True)
            if outcome.result.ran:
                _tell_quoted(outcome.study)
            if outcome.result.pdf:
                print(relative(outcome.result.pdf), flush=True)
            for said in outcome.result.notes:
                remark(f"study: {said}.")
        elif outcome.error:
            if debug:
                raise outcome.error
            tell(outcome.error)
        yield outcome


def _tell_quoted(study: str) -> None:
    from helpers.running.manifest import quoted

    if (share := quoted(study)) is not None:
        remark(f"study: {study} quotes at most {share:.0%} of an article.")


def _tell_outcomes(outcomes: list[Outcome], count: int) -> int:
    failed = [outcome for outcome in outcomes if outcome.error]
    if count > 1:
        ran = sum(bool(outcome.result and outcome.result.ran) for outcome in outcomes)
        rest = count - ran - len(failed)
        remark(f"{count} studies: {ran} ran, {rest} were fresh, {len(failed)} failed.")
    changed = any(outcome.result and outcome.result.changes for outcome in outcomes)
    statuses = [status_of(outcome.error) for outcome in failed if outcome.error]
    return max([*statuses, AT_FAULT if changed else DONE])


def _tell_why(reasons: dict[str, list[str]], prefix: str) -> None:
    from helpers.running.overview import follows
    from helpers.telling import note

    for name, because in reasons.items():
        print(f"{prefix}{note(name)}: {'; '.join(map(note, because))}")
    if not reasons:
        print(f"{prefix}{note('Everything is fresh.')}")
    if then := ", ".join(follows(reasons)):
        print(f"{prefix}{note(f'then, if their tables change: {then}')}")
