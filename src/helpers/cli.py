"""The ``study`` command: exit status 0 done, 1 a study or an input is at fault, 2 the command line is at fault."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from helpers.errors import StudyError

DONE, AT_FAULT, MISUSED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit status; errors are told on stderr, without a traceback."""
    options = _parser().parse_args(argv)
    try:
        return int(options.do(options))
    except KeyboardInterrupt:
        print("Interrupted: nothing was lost, the next run goes on from here.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return AT_FAULT
    except StudyError as error:
        if options.debug:
            raise
        print(f"study: {error.cause}\n  {error.remedy}", file=sys.stderr)
        return _status(error)


def _status(error: StudyError) -> int:
    return MISUSED if type(error).__name__ == "UsageError" else AT_FAULT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="study", description="Read Korean news closely and reproducibly.")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="bring a study's tables and report up to date")
    run.add_argument("study", help="a folder of data/raw/")
    run.add_argument("-p", dest="parameters", metavar="NAME=VALUE", action="append", default=[], type=_pair)
    run.add_argument("--force", action="store_true", help="run every stage, out of date or not")
    run.add_argument("--why", action="store_true", help="say what is out of date and because of what; run nothing")
    run.add_argument("--isolated", action="store_true", help="a new kernel for each notebook")
    run.add_argument("--cell-timeout", type=float, metavar="SECONDS", help="stop a cell that takes longer")
    run.add_argument("-q", "--quiet", action="store_true", help="no progress")
    run.set_defaults(do=_run)

    commands.add_parser("list", help="the studies, when each last ran, what is out of date").set_defaults(do=_list)

    new = commands.add_parser("new", help="a new study of an article, ready to run")
    new.add_argument("study", help="its name: a folder of data/raw/ to be made")
    new.add_argument("--article", required=True, action="append", type=Path, metavar="FILE", help="a saved article")
    new.add_argument("--question", help="what is asked of the article, in Korean")
    new.add_argument("--thesis", help="the claim to weigh, in Korean")
    new.set_defaults(do=_new)

    clean = commands.add_parser("clean", help="stage 1 alone, on any files")
    clean.add_argument("files", nargs="+", type=Path, metavar="FILE")
    clean.add_argument("--json", action="store_true", help="one JSON object a file on one line")
    clean.add_argument("--no-sentences", action="store_true", help="leave out the sentences (faster)")
    clean.add_argument("-j", "--jobs", type=int, default=1, metavar="N", help="files at a time")
    clean.set_defaults(do=_clean)

    commands.add_parser("parameters", help="every parameter: default, range, what it is for").set_defaults(
        do=_parameters
    )
    commands.add_parser("check", help="what this machine and the studies lack, and the remedy").set_defaults(do=_check)
    return parser


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name.strip(), value


def _run(options: argparse.Namespace) -> int:
    from helpers.running.progress import Progress
    from helpers.running.run import run_study, why
    from helpers.store import relative

    if options.why:
        _tell_why(why(options.study, dict(options.parameters)))
        return DONE
    progress = Progress(options.study, quiet=options.quiet)
    try:
        result = run_study(
            options.study,
            dict(options.parameters),
            force=options.force,
            isolated=options.isolated,
            cell_timeout=options.cell_timeout,
            progress=progress,
        )
    finally:
        progress.close()
    print(relative(result.report))
    return DONE


def _tell_why(reasons: dict[str, list[str]]) -> None:
    for name, because in reasons.items():
        print(f"{name}: {'; '.join(because)}")
    if not reasons:
        print("Everything is fresh.")


def _list(options: argparse.Namespace) -> int:
    from helpers.running.run import overview

    for row in overview():
        print(f"{row.study:24s} {row.last_run or 'never run':18s} {row.state}")
    return DONE


def _new(options: argparse.Namespace) -> int:
    from helpers.running.new import new_study
    from helpers.store import relative

    folder = new_study(options.study, options.article, question=options.question, thesis=options.thesis)
    print(relative(folder))
    print(f"Fill in codebook.yml when you like; it runs as it is: study run {options.study}", file=sys.stderr)
    return DONE


def _clean(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from helpers.cleaning import clean_files

    results = clean_files(options.files, jobs=options.jobs, sentences=not options.no_sentences)
    bar = tqdm(results, total=len(options.files), unit="file", file=sys.stderr, disable=not sys.stderr.isatty())
    failed = 0
    for result in bar:
        failed += not result["ok"]
        if not result["ok"]:
            tqdm.write(f"study: {result['file']}: {result['error']}", file=sys.stderr)
        if options.json:
            print(json.dumps(result, ensure_ascii=False), flush=True)
        elif result["ok"]:
            print(result["text"], flush=True)
    return AT_FAULT if failed else DONE


def _parameters(options: argparse.Namespace) -> int:
    from helpers.running.parameters import as_rows

    rows = as_rows()
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, default, description in rows:
        print(f"{name:{widths[0]}}  {default:{widths[1]}}  {description}")
    return DONE


def _check(options: argparse.Namespace) -> int:
    from helpers.running.checks import check_machine, check_studies

    findings = [*check_machine(), *check_studies()]
    for finding in findings:
        print(
            f"{'ok     ' if finding.ok else 'LACKING'}  {finding.what}"
            + (f"\n         {finding.remedy}" if not finding.ok else "")
        )
    return DONE if all(finding.ok or finding.optional for finding in findings) else AT_FAULT


if __name__ == "__main__":
    sys.exit(main())
