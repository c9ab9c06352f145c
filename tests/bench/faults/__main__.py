"""Put in every fault of the table, each in a project of its own, and print how the command ended.

    python -m tests.bench.faults [--kind WORD,WORD] [--what WORD] [--list]

One study of an invented article is run once; each case gets a copy of that project, does its harm, calls the command and
looks at the end: was it told in a sentence, healed, or rightly ignored. Totals: tracebacks, ends that nobody foresaw,
hangs (a minute more than a whole run takes here), files of a person lost, false or stale successes, other wrong ends.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.bench.faults import access, damage, inputs, limits, names, patterns, sizes, stops, surroundings, texts
from tests.bench.faults.trial import HANG_SECONDS, OWN, STUDY, Case, Trial, Verdict, judge
from tests.made.village import ARTICLE

ROOMS = (patterns, sizes, damage, access, limits, surroundings, texts, names, inputs, stops)
TOTALS = ("traceback", "unforeseen", "hang", "lost", "false success", "other end")


def cases() -> list[Case]:
    return [case for room in ROOMS for case in room.CASES]


def ground(folder: Path) -> Trial:
    """The project that every case gets a copy of: one study, run once, with files of a person among its results."""
    trial = Trial(folder, allow=600)
    (folder / "tmp").mkdir(parents=True)
    article = folder / "library.txt"
    article.write_text(ARTICLE, "utf-8")
    made = trial("new", STUDY, "--article", str(article))
    written = trial.study / "study.yml"
    light = "parameters: {cross_check: [], draws: 100}"
    lines = written.read_text("utf-8").splitlines()
    written.write_text("\n".join(light if line.startswith("parameters:") else line for line in lines), "utf-8")
    ran = trial("run", STUDY)
    assert (made.status, ran.status) == (0, 0), made.err + ran.err
    for name, text in OWN.items():
        (trial.root / name).write_text(text, "utf-8")
    trial.allow = HANG_SECONDS + ran.seconds
    trial.before = trial.published()
    print(f"A whole run takes {ran.seconds:.0f} s here now.", file=sys.stderr, flush=True)
    return trial


def tried(case: Case, good: Trial, folder: Path) -> Verdict:
    """The case in a copy of the good project."""
    shutil.copytree(good.root, folder / "project", symlinks=True)
    (folder / "tmp").mkdir()
    trial = Trial(folder, good.allow, good.before)
    return judge(case, trial, case.do(trial))


def tried_again(case: Case, good: Trial, folder: Path) -> Verdict:
    """The case once more: what is slow because the machine is busy now is no hang."""
    shutil.copytree(good.root, folder / "measured" / "project", symlinks=True)
    (folder / "measured" / "tmp").mkdir()
    whole = Trial(folder / "measured", 600)("run", STUDY, "--force")
    good.allow = HANG_SECONDS + 2 * whole.seconds  # some cases run two studies
    print(f"A whole run takes {whole.seconds:.0f} s here now.", file=sys.stderr, flush=True)
    return tried(case, good, folder / "again")


def row(case: Case, verdict: Verdict) -> str:
    line = f"{case.kind:14s} {case.what:66s} {verdict.ended.status:4d} {verdict.ended.seconds:6.1f} s  {verdict.word}"
    return line + "".join(f"\n{'':15s}{kind}: {why}" for kind, why in verdict.wrongs)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kind", default="", help="one, or several with commas between them")
    parser.add_argument("--what", default="")
    parser.add_argument("--list", action="store_true", help="the cases, without trying them")
    options = parser.parse_args()
    kinds = options.kind.split(",")
    chosen = [case for case in cases() if any(kind in case.kind for kind in kinds) and options.what in case.what]
    if options.list:
        print(*(f"{case.kind:14s} {case.what}" for case in chosen), f"{len(chosen)} cases", sep="\n")
        return 0
    began, ends, wrongs = time.monotonic(), Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="faults-", ignore_cleanup_errors=True) as folder:
        good = ground(Path(folder) / "good")
        for number, case in enumerate(chosen, start=1):
            place = Path(folder) / f"case{number}"
            verdict = tried(case, good, place)
            if any(kind == "hang" for kind, _ in verdict.wrongs):
                verdict = tried_again(case, good, place)
            shutil.rmtree(place, ignore_errors=True)
            ends[verdict.word] += 1
            wrongs.update(kind for kind, _ in verdict.wrongs)
            print(f"{number:3d} {row(case, verdict)}", flush=True)
    print(
        f"{len(chosen)} cases in {time.monotonic() - began:.0f} s: {', '.join(f'{n} {w}' for w, n in ends.most_common())}"
    )
    print("; ".join(f"{wrongs[kind]} {kind}" for kind in TOTALS))
    return 1 if wrongs else 0


if __name__ == "__main__":
    sys.exit(main())
