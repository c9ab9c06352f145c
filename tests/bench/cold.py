"""Where the time of a run from nothing goes: by stage, by process, and what loading costs each by itself.

    python tests/bench/cold.py [--runs 3]

The run's wall-clock time by stage is from its timings.json; processor seconds are sampled while it runs. What is loaded
is timed apart, each in a process of its own. Medians.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import psutil

from running import BIN, STUDY, Environment, new_root

FIRST_WORD = "from helpers.tokenizing.process import AnalyzerProcess as P; P().read({!r}, '책', seconds=60)"
LOADED = {
    "import pandas": "import pandas",
    "import matplotlib.pyplot": "import matplotlib.pyplot",
    "import ipykernel and IPython": "import ipykernel.kernelapp, IPython",
    "import papermill and nbformat": "import papermill.execute, nbformat",
    "import networkx and scipy": "import networkx, scipy.sparse, scipy.special",
    "Kiwi, to its first sentence": "from helpers.tokenizing import analyzers as a; a._read_with_kiwi('책', ())",
    **{
        f"Java and {name}, to its first word": FIRST_WORD.format(name)
        for name in ("komoran", "okt", "hannanum", "kkma")
    },
}


def watched(environment: Environment, name: str) -> dict[str, float]:
    """Run the study; name of each process -> its processor seconds, and those of the whole run."""
    run = subprocess.Popen([str(BIN / "study"), "run", name, "--quiet"], env=environment, stdout=subprocess.DEVNULL)
    seen: dict[int, tuple[str, float]] = {}
    began = time.perf_counter()
    while run.poll() is None:
        with contextlib.suppress(psutil.Error):
            for process in [psutil.Process(run.pid), *psutil.Process(run.pid).children(recursive=True)]:
                with contextlib.suppress(psutil.Error):
                    used = process.cpu_times()
                    seen[process.pid] = (_kind(process), used.user + used.system)
        time.sleep(0.05)
    found: dict[str, float] = defaultdict(float)
    for kind, seconds in seen.values():
        found[kind] += seconds
    return {"the whole run, wall clock": time.perf_counter() - began, **found}


def _kind(process: psutil.Process) -> str:
    words = process.cmdline()
    if any(word.endswith("worker.py") for word in words):
        return "Java with KoNLPy's analyzers"
    return "kernels" if any("ipykernel" in word for word in words) else "the command"


def stages(environment: Environment) -> dict[str, float]:
    timings = json.loads(Path(environment["STUDY_ROOT"], "data/processed", STUDY, "timings.json").read_text("utf-8"))
    return {stage: timing["seconds"] for stage, timing in timings.items()}


def loading(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(runs):
        with new_root() as (environment, names):
            for what, seconds in (watched(environment, names[0]) | stages(environment)).items():
                found[what].append(seconds)
        for what, code in (LOADED | {"(Python alone)": "pass"}).items():
            found[what].append(loading(code))
    for what, all_seconds in found.items():
        print(f"{what:42s}{statistics.median(all_seconds):7.2f} s", flush=True)
    print(f"medians of {runs}; processes in processor seconds, of {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
