"""What each command but ``run`` does: a function a command, from its options to its exit status."""

from __future__ import annotations

import argparse
import io
import json
import sys
from typing import TYPE_CHECKING

from helpers import store
from helpers.cli.telling import AT_FAULT, DONE, fault_of, padded, remark
from helpers.errors import StudyError, UsageError, printable

if TYPE_CHECKING:
    import pandas as pd


def list_studies(options: argparse.Namespace) -> int:
    from helpers.running.overview import overview
    from helpers.telling import note

    for row in overview():
        print(f"{row.study:24s} {padded(row.last_run or 'never run', 18)} {note(row.state)}")
    return DONE


def new(options: argparse.Namespace) -> int:
    from helpers.running.new import new_study
    from helpers.store import relative

    folder = new_study(options.study, options.article, question=options.question, thesis=options.thesis)
    print(relative(folder))
    remark(f"Fill in codebook.yml when you like; it runs as it is: study run {options.study}")
    return DONE


def init(options: argparse.Namespace) -> int:
    from helpers.running.projects import new_project

    folder = new_project(options.folder)
    print(folder)
    remark(f"Work in it (cd {folder}): study new NAME --article FILE")
    return DONE


def import_corpus(options: argparse.Namespace) -> int:
    from helpers.importing import import_sources
    from helpers.running.copies import lay_out_guide
    from helpers.running.new import corpus_files
    from helpers.store import relative, root
    from helpers.telling import note

    plan = import_sources(
        options.study,
        options.sources,
        kind=options.kind,
        mapping=dict(options.mapping),
        files=corpus_files(options.study),
        dry_run=options.dry_run,
        tell=lambda text: print(*map(note, text.split("\n")), sep="\n", flush=True),
    )
    if not options.dry_run and plan.new:
        lay_out_guide(root())
        print(relative(root() / "data" / "raw" / options.study))
    return DONE


def read(options: argparse.Namespace) -> int:
    from helpers.cli.run import run
    from helpers.running.close_reading import read_closely

    reading = read_closely(options.study, options.article)
    for said in reading.notes:
        remark(f"study: {said}")
    return run(options.parser.parse_args(["run", reading.study]))


def clean(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from helpers.cleaning import clean_files

    _speak_utf8(always=options.json)

    results = clean_files(options.files, jobs=options.jobs, sentences=not options.no_sentences)
    bar = tqdm(results, total=len(options.files), unit="file", file=sys.stderr, disable=not sys.stderr.isatty())
    failed = 0
    for result in bar:
        failed += not result["ok"]
        if not result["ok"]:
            tqdm.write(f"study: {fault_of(result['file'], result['error'])}", file=sys.stderr)
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


def sheet(options: argparse.Namespace) -> int:
    from helpers.narrative import blank_coding_sheet, open_codebook
    from helpers.study import is_corpus, open_study

    if is_corpus(options.study):
        raise StudyError(
            f"{options.study} is a corpus; people code single articles.",
            "Make a study of one: study read NAME ARTICLE.",
        )
    codebook = open_codebook(open_study(options.study))
    sentences, file = _sentences_for_a_sheet(options), options.file
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
    store.make_folder(store.raw_folder(options.study) / "codings")
    remark(f"Save it as data/raw/{options.study}/codings/<coder>.{ending} when it is filled in.")
    return DONE


def _sentences_for_a_sheet(options: argparse.Namespace) -> pd.DataFrame:
    from helpers.narrative.coding.sampling import sample

    sentences = store.read("sentences", options.study)
    if options.sample is None:
        if options.by:
            raise UsageError("--by says how a sample is drawn.", "Say how many, too: --sample 60.")
        return sentences
    articles = store.read("articles", options.study)
    return sample(sentences, articles, size=options.sample, seed=options.seed, by=options.by)


def try_codebook(options: argparse.Namespace) -> int:
    from functools import partial

    from helpers.workshop import watching

    for chosen, counter in ((options.example, False), (options.counter_example, True)):
        if chosen:
            from helpers.workshop import add_example

            code, sentence, article = chosen
            added = add_example(options.study, code, sentence, article=article, counter=counter)
            remark(f"Written into codebook.yml: {added}")
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


def diff(options: argparse.Namespace) -> int:
    from helpers.running import differing, results
    from helpers.telling import note

    if len(options.sides) > 2:
        raise UsageError("Two results are held against each other.", "Name at most two: study diff STUDY A B.")
    store.raw_folder(options.study)
    before = options.sides[0] if options.sides else results.earlier(options.study)
    after = options.sides[1] if len(options.sides) > 1 else results.NOW
    found = differing.differences(results.find(options.study, before), results.find(options.study, after))
    print("\n".join(map(note, differing.in_words(found))) or note(f"Nothing differs between {before} and {after}."))
    if options.page:
        from helpers.reporting import render_differences, with_hangul

        page = store.report_folder(options.study) / "diff.html"
        sections = [
            (title, [change for change in differing.korean(found) if change.section == name])
            for name, title in differing.SECTIONS.items()
        ]
        made = render_differences(options.study, before, after, sections)
        store.write_bytes(page, with_hangul(made).encode("utf-8"))
        print(store.relative(page))
    return DONE


def lab(options: argparse.Namespace) -> int:
    from helpers.running.copies import lay_out
    from helpers.workshop.lab import open_lab

    lay_out(store.root())
    return open_lab(options.options)


def parameters(options: argparse.Namespace) -> int:
    from helpers.running.parameters import as_rows, study_schema
    from helpers.telling import note

    if options.schema:
        print(json.dumps(study_schema(), ensure_ascii=False, indent=1))
        return DONE
    rows = as_rows(say=note)
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, default, description in rows:
        print(f"{name:{widths[0]}}  {default:{widths[1]}}  {description}")
    return DONE


def check(options: argparse.Namespace) -> int:
    from helpers.running.checks import check_machine, check_studies
    from helpers.telling import in_words

    findings = check_studies(options.studies) if options.studies else [*check_machine(), *check_studies()]
    faultless = True
    for finding in findings:
        faultless &= finding.ok or finding.optional
        told = in_words(StudyError(finding.what, finding.remedy))
        line = f"{padded(finding.label, 7)}  {told.cause}" + ("" if finding.ok else f"\n         {told.remedy}")
        print(printable(line, keep="\n"))
    return DONE if faultless else AT_FAULT


def completion(options: argparse.Namespace) -> int:
    from helpers.cli.completion import script

    print(script(options.parser), end="")
    return DONE
