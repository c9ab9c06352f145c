"""The command line: every command, its options, and what they may be."""

from __future__ import annotations

import argparse
import difflib
import os
from pathlib import Path

from helpers import store
from helpers.cli import commands, run
from helpers.cli.arguments import Parser
from helpers.errors import UsageError


def make_parser() -> Parser:
    parser = Parser(prog="study", description="Read Korean news closely and reproducibly.", with_commands=True)
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version")
    parser.set_defaults(parser=parser)  # of commands that print or ask it

    running = parser.command("run", "bring the tables and reports of studies up to date")
    running.add_argument("studies", nargs="*", metavar="STUDY", type=store.study_named, help="folders of data/raw/")
    running.add_argument("--all", action="store_true", help="every study of data/raw/")
    running.add_argument(
        "-j",
        "--jobs",
        type=_count,
        metavar="N",
        help="notebooks at a time, of a corpus processes that read (as many as processors)",
    )
    running.add_argument(
        "-p",
        dest="parameters",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        type=_pair,
        help="a parameter of this run alone, over that of study.yml (study parameters lists them)",
    )
    running.add_argument("--force", action="store_true", help="run every stage, out of date or not")
    running.add_argument(
        "--from", dest="start", metavar="STAGE", help="run this stage and those after it, as in --from 03"
    )
    running.add_argument("--why", action="store_true", help="say what is out of date and because of what; run nothing")
    running.add_argument("--isolated", action="store_true", help="a new kernel for each notebook")
    running.add_argument(
        "--check", action="store_true", help="publish nothing; fail if results would change, saying which"
    )
    running.add_argument("--cell-timeout", type=_seconds, metavar="SECONDS", help="stop a cell that takes longer")
    running.add_argument("--timeout", type=_seconds, metavar="SECONDS", help="stop a study's run that takes longer")
    running.add_argument(
        "--watchdog", type=_seconds, metavar="SECONDS", help="stop a kernel that neither works nor answers (300)"
    )
    running.add_argument("--pdf", action="store_true", help="print the report to report.pdf, too (needs Chromium)")
    running.add_argument(
        "--engine",
        default=os.environ.get("DASK_SCHEDULER_ADDRESS") or "here",
        metavar="ADDRESS",
        help="of a corpus: the Dask scheduler whose workers read its articles, as in dask://HOST:PORT",
    )
    running.add_argument(
        "--sweep", nargs="+", type=_pair, metavar="NAME=A,B", help="publish nothing; say what stands with other values"
    )
    running.add_argument("-q", "--quiet", action="store_true", help="no progress")
    running.set_defaults(do=run.run)

    parser.command("list", "the studies, when each last ran, what is out of date").set_defaults(
        do=commands.list_studies
    )

    new = parser.command("new", "a new study of an article, ready to run")
    new.add_argument("study", help="its name: a folder of data/raw/ to be made")
    new.add_argument("--article", required=True, action="append", type=Path, metavar="FILE", help="a saved article")
    new.add_argument("--question", help="what is asked of the article, in Korean")
    new.add_argument("--thesis", help="the claim to weigh, in Korean")
    new.set_defaults(do=commands.new)

    init = parser.command("init", "a folder for studies of one's own, with what git and CI need")
    init.add_argument("folder", type=Path, metavar="FOLDER", help="a new folder")
    init.set_defaults(do=commands.init)

    importing = parser.command("import", "exports, tables and folders of pages as a corpus, every row audited")
    importing.add_argument("study", help="its name: a folder of data/raw/, made if it is not there")
    importing.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="a table, an export or a folder")
    importing.add_argument("--as", dest="kind", choices=("bigkinds", "table", "folder"), help="what the sources are")
    importing.add_argument("--map", dest="mapping", metavar="FIELD=COLUMN", action="append", default=[], type=_pair)
    importing.add_argument("--dry-run", action="store_true", help="print the audit, write nothing")
    importing.set_defaults(do=commands.import_corpus)

    read = parser.command("read", "the close reading of one article of a corpus, as a study of its own")
    read.add_argument("study", type=store.study_named, help="a corpus")
    read.add_argument("article", help="the article's id, as articles.csv and the corpus' report have it")
    read.set_defaults(do=commands.read)

    clean = parser.command("clean", "stage 1 alone, on any files")
    clean.add_argument("files", nargs="+", type=Path, metavar="FILE")
    clean.add_argument("--json", action="store_true", help="one JSON object a file on one line")
    clean.add_argument("--no-sentences", action="store_true", help="leave out the sentences (faster)")
    clean.add_argument("-j", "--jobs", type=int, default=1, metavar="N", help="files at a time")
    clean.set_defaults(do=commands.clean)

    sheet = parser.command("sheet", "a blank sheet (.xlsx or .csv) of a study's sentences, for a person to code")
    sheet.add_argument("study", type=store.study_named, help="a study that has been run")
    sheet.add_argument(
        "-o", dest="file", type=Path, metavar="FILE", help="a file to be made: .xlsx (with lists) or .csv"
    )
    sheet.add_argument(
        "--sample", type=_count, metavar="N", help="N sentences drawn at random, headlines left out (all sentences)"
    )
    sheet.add_argument(
        "--by",
        type=lambda text: tuple(filter(None, map(str.strip, text.split(",")))),
        default=(),
        metavar="COLUMN,...",
        help="draw from each group in proportion to its sentences: article, outlet, month, section",
    )
    sheet.add_argument("--seed", type=int, default=1, metavar="N", help="another sample of the same size (1)")
    sheet.set_defaults(do=commands.sheet)

    parameters = parser.command("parameters", "every parameter: default, range, what it is for")
    parameters.add_argument("--schema", action="store_true", help="the JSON schema of study.yml, for editors")
    parameters.set_defaults(do=commands.parameters)

    tried = parser.command("try", "every sentence with its codes, uncoded first, and what the rules lack")
    tried.add_argument("study", type=store.study_named, help="a study that has been run")
    tried.add_argument("--watch", action="store_true", help="again at each save of codebook.yml, until Ctrl-C")
    tried.add_argument("--code", default="", help="only the sentences that have this code")
    tried.add_argument("--section", default="", help="only title, deck, subhead, body or caption")
    tried.add_argument("--sentences", action="store_true", help="the sentences alone, not what could be improved")
    tried.add_argument(
        "--example",
        type=_coded,
        metavar="CODE=N",
        help="write sentence N (of several articles ARTICLE:N) into codebook.yml as an example of the code",
    )
    tried.add_argument("--counter-example", type=_coded, metavar="CODE=N", help="as one that must not have the code")
    tried.set_defaults(do=commands.try_codebook)

    differ = parser.command("diff", "what changed in findings, measures, codings, voices and facts")
    differ.add_argument("study", type=store.study_named, help="a study that has been run")
    differ.add_argument(
        "sides", nargs="*", metavar="A B", help="now, before (the run before), a commit, a results.json"
    )
    differ.add_argument("--page", action="store_true", help="write reports/STUDY/diff.html, too")
    differ.set_defaults(do=commands.diff)

    lab = parser.command("lab", "JupyterLab on the whole project")
    lab.add_argument("options", nargs="*", metavar="-- OPTION", help="options of jupyter lab, after --")
    lab.set_defaults(do=commands.lab)

    check = parser.command("check", "what this machine and the studies lack, and the remedy")
    check.add_argument("studies", nargs="*", metavar="STUDY", type=store.study_named, help="these studies alone")
    check.set_defaults(do=commands.check)
    parser.command(
        "completion", 'what bash and zsh need to complete: eval "$(study completion)" in ~/.bashrc'
    ).set_defaults(do=commands.completion)
    return parser


def as_known(parser: Parser, words: list[str]) -> list[str]:
    """The words as argparse takes them; UsageError, with the nearest one, for a command that there is not."""
    commands = tuple(parser.commands)
    word = next((word for word in words if not word.startswith("-")), "")
    if word == "help":
        return ["--help"]
    if word and word not in commands:
        near = difflib.get_close_matches(word, commands, n=1)
        meant = f"Did you mean {near[0]}? " if near else ""
        raise UsageError(f"There is no command {word!r}.", f"{meant}The commands are: {', '.join(commands)}.")
    return words


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


def _coded(text: str) -> tuple[str, int, str | None]:
    code, place = _pair(text)
    article, _, number = place.rpartition(":")
    if not number.strip().isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not CODE=N")
    return code, int(number), article.strip() or None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds")
    return seconds
