"""The ``study`` command: exit status 0 done, 1 a study or an input is at fault, 2 the command line is at fault."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import io
import json
import os
import signal
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from helpers import store
from helpers.errors import UsageError, as_study_error, printable

if TYPE_CHECKING:
    from helpers.running.result import Outcome

DONE, AT_FAULT, MISUSED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
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
    from helpers.surroundings import leave_others_out

    leave_others_out()
    stages.forget()
    if not sys.warnoptions or any(option.startswith("error") for option in sys.warnoptions):
        warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what a console cannot show must not stop a run
            stream.reconfigure(errors="backslashreplace")


def _do(argv: Sequence[str] | None) -> int:
    parser = _parser()
    try:
        options = parser.parse_args(_known(parser, sys.argv[1:] if argv is None else list(argv)))
    except UsageError as error:
        _tell(error)
        return MISUSED
    try:
        if options.do is not _init:  # kernels work on the same project, wherever they are
            os.environ.setdefault("STUDY_ROOT", str(store.root()))
        if options.do in (_run, _try, _check, _sheet):
            from helpers.running.allowances import check_allowances

            check_allowances()
        status = int(options.do(options))
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        more = ": nothing was lost, the next run goes on from here" if options.do is _run else ""
        print(f"Interrupted{more}.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # nobody reads on, as in: study list | head -1
        return AT_FAULT
    except Exception as error:  # the one door: nobody is shown a traceback who did not ask for it
        if options.debug:
            raise
        _tell(error)
        return _status(error)


def _known(parser: argparse.ArgumentParser, words: list[str]) -> list[str]:
    """The words as argparse takes them; UsageError, with the nearest one, for a command that there is not."""
    commands = parser.get_default("commands")
    word = next((word for word in words if not word.startswith("-")), "")
    if word == "help":
        return ["--help"]
    if word and word not in commands:
        near = difflib.get_close_matches(word, commands, n=1)
        meant = f"Did you mean {near[0]}? " if near else ""
        raise UsageError(f"There is no command {word!r}.", f"{meant}The commands are: {', '.join(commands)}.")
    return words


def _drop_what_cannot_be_written() -> None:
    """What no pipe or full disk takes is left: Python would try again at its end, and show that this fails."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _tell(error: Exception) -> None:
    told = as_study_error(error)
    print(printable(f"study: {told.cause}\n  {told.remedy}", keep="\n"), file=sys.stderr)


def _status(error: Exception) -> int:
    return MISUSED if isinstance(error, UsageError) else AT_FAULT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="study", description="Read Korean news closely and reproducibly.")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="bring the tables and reports of studies up to date")
    run.add_argument("studies", nargs="*", metavar="STUDY", type=store.study_named, help="folders of data/raw/")
    run.add_argument("--all", action="store_true", help="every study of data/raw/")
    run.add_argument("-j", "--jobs", type=_count, metavar="N", help="notebooks at a time (as many as processors)")
    run.add_argument(
        "-p",
        dest="parameters",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        type=_pair,
        help="a parameter of this run alone, over that of study.yml (study parameters lists them)",
    )
    run.add_argument("--force", action="store_true", help="run every stage, out of date or not")
    run.add_argument("--from", dest="start", metavar="STAGE", help="run this stage and those after it, as in --from 03")
    run.add_argument("--why", action="store_true", help="say what is out of date and because of what; run nothing")
    run.add_argument("--isolated", action="store_true", help="a new kernel for each notebook")
    run.add_argument("--check", action="store_true", help="publish nothing; fail if results would change, saying which")
    run.add_argument("--cell-timeout", type=_seconds, metavar="SECONDS", help="stop a cell that takes longer")
    run.add_argument("--timeout", type=_seconds, metavar="SECONDS", help="stop a study's run that takes longer")
    run.add_argument(
        "--watchdog", type=_seconds, metavar="SECONDS", help="stop a kernel that neither works nor answers (300)"
    )
    run.add_argument("--pdf", action="store_true", help="print the report to report.pdf, too (needs Chromium)")
    run.add_argument(
        "--engine",
        default=os.environ.get("DASK_SCHEDULER_ADDRESS") or "here",
        metavar="ADDRESS",
        help="of a corpus: the Dask scheduler whose workers read its articles, as in dask://HOST:PORT",
    )
    run.add_argument(
        "--sweep", nargs="+", type=_pair, metavar="NAME=A,B", help="publish nothing; say what stands with other values"
    )
    run.add_argument("-q", "--quiet", action="store_true", help="no progress")
    run.set_defaults(do=_run)

    commands.add_parser("list", help="the studies, when each last ran, what is out of date").set_defaults(do=_list)

    new = commands.add_parser("new", help="a new study of an article, ready to run")
    new.add_argument("study", help="its name: a folder of data/raw/ to be made")
    new.add_argument("--article", required=True, action="append", type=Path, metavar="FILE", help="a saved article")
    new.add_argument("--question", help="what is asked of the article, in Korean")
    new.add_argument("--thesis", help="the claim to weigh, in Korean")
    new.set_defaults(do=_new)

    init = commands.add_parser("init", help="a folder for studies of one's own, with what git and CI need")
    init.add_argument("folder", type=Path, metavar="FOLDER", help="a new folder")
    init.set_defaults(do=_init)

    importing = commands.add_parser(
        "import", help="exports, tables and folders of pages as a corpus, every row audited"
    )
    importing.add_argument("study", help="its name: a folder of data/raw/, made if it is not there")
    importing.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="a table, an export or a folder")
    importing.add_argument("--as", dest="kind", choices=("bigkinds", "table", "folder"), help="what the sources are")
    importing.add_argument("--map", dest="mapping", metavar="FIELD=COLUMN", action="append", default=[], type=_pair)
    importing.add_argument("--dry-run", action="store_true", help="print the audit, write nothing")
    importing.set_defaults(do=_import)

    read = commands.add_parser("read", help="the close reading of one article of a corpus, as a study of its own")
    read.add_argument("study", type=store.study_named, help="a corpus")
    read.add_argument("article", help="the article's id, as articles.csv and the corpus' report have it")
    read.set_defaults(do=_read)

    clean = commands.add_parser("clean", help="stage 1 alone, on any files")
    clean.add_argument("files", nargs="+", type=Path, metavar="FILE")
    clean.add_argument("--json", action="store_true", help="one JSON object a file on one line")
    clean.add_argument("--no-sentences", action="store_true", help="leave out the sentences (faster)")
    clean.add_argument("-j", "--jobs", type=int, default=1, metavar="N", help="files at a time")
    clean.set_defaults(do=_clean)

    sheet = commands.add_parser(
        "sheet", help="a blank coding sheet (CSV) of a study's sentences, for a person to fill in"
    )
    sheet.add_argument("study", type=store.study_named, help="a study that has been run")
    sheet.add_argument(
        "-o", dest="file", type=Path, metavar="FILE", help="a file to be made: .xlsx (with lists) or .csv"
    )
    sheet.set_defaults(do=_sheet)

    parameters = commands.add_parser("parameters", help="every parameter: default, range, what it is for")
    parameters.add_argument("--schema", action="store_true", help="the JSON schema of study.yml, for editors")
    parameters.set_defaults(do=_parameters)

    tried = commands.add_parser("try", help="every sentence with its codes, uncoded first, and what the rules lack")
    tried.add_argument("study", type=store.study_named, help="a study that has been run")
    tried.add_argument("--watch", action="store_true", help="again at each save of codebook.yml, until Ctrl-C")
    tried.add_argument("--code", default="", help="only the sentences that have this code")
    tried.add_argument("--section", default="", help="only title, deck, subhead, body or caption")
    tried.add_argument("--sentences", action="store_true", help="the sentences alone, not what could be improved")
    tried.set_defaults(do=_try)

    differ = commands.add_parser("diff", help="what changed in findings, measures, codings, voices and facts")
    differ.add_argument("study", type=store.study_named, help="a study that has been run")
    differ.add_argument(
        "sides", nargs="*", metavar="A B", help="now, before (the run before), a commit, a results.json"
    )
    differ.add_argument("--page", action="store_true", help="write reports/STUDY/diff.html, too")
    differ.set_defaults(do=_diff)

    lab = commands.add_parser("lab", help="JupyterLab on the whole project")
    lab.add_argument("options", nargs="*", metavar="-- OPTION", help="options of jupyter lab, after --")
    lab.set_defaults(do=_lab)

    commands.add_parser("check", help="what this machine and the studies lack, and the remedy").set_defaults(do=_check)
    parser.set_defaults(commands=tuple(commands.choices))
    return parser


class _Version(argparse.Action):
    """Print the version and end; what looks it up is not loaded before it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"study {version('korean-news-study')}")
        parser.exit()


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name.strip(), value


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of notebooks")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds")
    return seconds


def _run(options: argparse.Namespace) -> int:
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
    start = "01" if options.force else options.start
    outcomes = run_studies(
        names,
        parameters,
        jobs=options.jobs,
        quiet=options.quiet,
        start=start,
        isolated=options.isolated,
        cell_timeout=options.cell_timeout,
        timeout=options.timeout,
        watchdog=options.watchdog,
        engine=options.engine,
        check=options.check,
        pdf=options.pdf,
    )
    with contextlib.closing(outcomes):  # whatever happens here, all processes end before it is told
        return _tell_outcomes(list(_told(outcomes, options.debug)), len(names))


def _tell_notes(studies: Sequence[str], parameters: Mapping[str, str]) -> None:
    """Where a notebook shows a parameter otherwise than a run that is about to begin uses it."""
    if studies:
        from helpers.running.shown import notes

        for note in notes(studies, parameters):
            print(f"study: {note}", file=sys.stderr)


def _sweep(names: Sequence[str], parameters: Mapping[str, str], options: argparse.Namespace) -> int:
    from helpers.running import run_study, sweeping
    from helpers.running.kernels import Kernels
    from helpers.stages import NOTEBOOKS

    if len(names) != 1:
        raise UsageError("One study is swept at a time.", "Name one.")
    chosen = sweeping.combinations(options.sweep)
    with Kernels(NOTEBOOKS) as kernels:

        def run(swept: Mapping[str, str]) -> object:
            if not options.quiet:
                print(f"{names[0]}: {', '.join(map('='.join, swept.items())) or sweeping.OWN}", file=sys.stderr)
            return run_study(names[0], {**parameters, **swept}, check=True, kernels=kernels)

        print("\n".join(sweeping.told(sweeping.sweep(names[0], chosen, run))))
    return DONE


def _end(*_: object) -> None:
    """SIGTERM ends a run as Ctrl-C does: kernels are stopped, nothing is left behind."""
    raise KeyboardInterrupt


def _told(outcomes: Iterable[Outcome], debug: bool) -> Iterator[Outcome]:
    from helpers.store import relative

    for outcome in outcomes:
        if outcome.result and outcome.result.changes:
            print(f"study: the results of {outcome.study} would change:", file=sys.stderr)
            print(*outcome.result.changes, sep="\n", flush=True)
        elif outcome.result:
            print(relative(outcome.result.report), flush=True)
            if outcome.result.ran:
                _tell_quoted(outcome.study)
            if outcome.result.pdf:
                print(relative(outcome.result.pdf), flush=True)
            for note in outcome.result.notes:
                print(f"study: {note}.", file=sys.stderr)
        elif outcome.error:
            if debug:
                raise outcome.error
            _tell(outcome.error)
        yield outcome


def _tell_quoted(study: str) -> None:
    from helpers.running.manifest import quoted

    if (share := quoted(study)) is not None:
        print(f"study: {study} quotes at most {share:.0%} of an article.", file=sys.stderr)


def _tell_outcomes(outcomes: list[Outcome], count: int) -> int:
    failed = [outcome for outcome in outcomes if outcome.error]
    if count > 1:
        ran = sum(bool(outcome.result and outcome.result.ran) for outcome in outcomes)
        rest = count - ran - len(failed)
        print(f"{count} studies: {ran} ran, {rest} were fresh, {len(failed)} failed.", file=sys.stderr)
    changed = any(outcome.result and outcome.result.changes for outcome in outcomes)
    statuses = [_status(outcome.error) for outcome in failed if outcome.error]
    return max([*statuses, AT_FAULT if changed else DONE])


def _tell_why(reasons: dict[str, list[str]], prefix: str) -> None:
    for name, because in reasons.items():
        print(f"{prefix}{name}: {'; '.join(because)}")
    if not reasons:
        print(f"{prefix}Everything is fresh.")


def _list(options: argparse.Namespace) -> int:
    from helpers.running.overview import overview

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


def _init(options: argparse.Namespace) -> int:
    from helpers.running.projects import new_project

    folder = new_project(options.folder)
    print(folder)
    print(f"Work in it (cd {folder}): study new NAME --article FILE", file=sys.stderr)
    return DONE


def _import(options: argparse.Namespace) -> int:
    from helpers.importing import import_sources
    from helpers.running.new import corpus_files
    from helpers.store import relative, root

    plan = import_sources(
        options.study,
        options.sources,
        kind=options.kind,
        mapping=dict(options.mapping),
        files=corpus_files(options.study),
        dry_run=options.dry_run,
        tell=lambda text: print(text, flush=True),
    )
    if not options.dry_run and plan.new:
        print(relative(root() / "data" / "raw" / options.study))
    return DONE


def _read(options: argparse.Namespace) -> int:
    from helpers.running.close_reading import read_closely

    reading = read_closely(options.study, options.article)
    for note in reading.notes:
        print(f"study: {note}", file=sys.stderr)
    return _run(_parser().parse_args(["run", reading.study]))


def _clean(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from helpers.cleaning import clean_files

    _speak_utf8(always=options.json)

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


def _speak_utf8(*, always: bool) -> None:
    """JSON is UTF-8 whatever the console; elsewhere a character that the console lacks is shown as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            utf8 = always and stream is sys.stdout
            stream.reconfigure(encoding="utf-8" if utf8 else None, errors="backslashreplace")


def _sheet(options: argparse.Namespace) -> int:
    from helpers.narrative import blank_coding_sheet, open_codebook
    from helpers.study import open_study

    codebook = open_codebook(open_study(options.study))
    sentences, file = store.read("sentences", options.study), options.file
    ending = "csv" if file is None else file.suffix.removeprefix(".").lower()
    if file is None:
        sys.stdout.write(blank_coding_sheet(sentences, codebook))
    elif file.exists():
        raise UsageError(f"{file} is there already.", "Name a new file: somebody may have coded in that one.")
    elif ending == "xlsx":
        from helpers.narrative.coding.workbooks import coding_workbook

        store.write_bytes(file, coding_workbook(sentences, codebook))
    elif ending == "csv":
        store.write_bytes(file, b"\xef\xbb\xbf" + blank_coding_sheet(sentences, codebook).encode("utf-8"))
    else:
        raise UsageError(f"{file} is neither .xlsx nor .csv.", "End its name in one of them.")
    print(f"Save it as data/raw/{options.study}/codings/<coder>.{ending} when it is filled in.", file=sys.stderr)
    return DONE


def _try(options: argparse.Namespace) -> int:
    from functools import partial

    from helpers.workshop import watching

    make = partial(
        watching.report,
        options.study,
        code=options.code,
        section=options.section,
        everything=not options.sentences,
    )
    for text in watching.reports(options.study, make) if options.watch else [make()]:
        clear = "\033[2J\033[H" * (options.watch and sys.stdout.isatty())
        print(clear + printable(text, keep="\n\t"), flush=True)
    return DONE


def _diff(options: argparse.Namespace) -> int:
    from helpers.running import differing, results

    if len(options.sides) > 2:
        raise UsageError("Two results are held against each other.", "Name at most two: study diff STUDY A B.")
    before = options.sides[0] if options.sides else results.earlier(options.study)
    after = options.sides[1] if len(options.sides) > 1 else results.NOW
    store.raw_folder(options.study)
    found = differing.differences(results.find(options.study, before), results.find(options.study, after))
    print("\n".join(differing.in_words(found)) or f"Nothing differs between {before} and {after}.")
    if options.page:
        from helpers.reporting import render_differences, with_hangul

        page = store.report_folder(options.study) / "diff.html"
        sections = [
            (title, [change for change in found if change.section == name])
            for name, title in differing.SECTIONS.items()
        ]
        made = render_differences(options.study, before, after, sections)
        store.write_bytes(page, with_hangul(made).encode("utf-8"))
        print(store.relative(page))
    return DONE


def _lab(options: argparse.Namespace) -> int:
    from helpers.workshop.lab import open_lab

    return open_lab(options.options)


def _parameters(options: argparse.Namespace) -> int:
    from helpers.running.parameters import as_rows, study_schema

    if options.schema:
        print(json.dumps(study_schema(), ensure_ascii=False, indent=1))
        return DONE
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
