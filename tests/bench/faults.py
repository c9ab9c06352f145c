"""Kill runs at random moments and see what is left: never a torn file, never a false success, always the same end.

    python tests/bench/faults.py [--kills 40] [--seed 1]

Each round starts ``study run --force`` (or, after a kill, ``study run``), kills the command or its kernel with SIGKILL
at a random moment, and looks: published files are those of the undisturbed run, whole; a run that was disturbed did not
end with success. At the end one run is left alone and must give the undisturbed run's bytes.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import psutil
from running import BIN, STUDY, call, new_root, timed


def published(root: Path) -> dict[str, bytes]:
    folders = (root / "reports", root / "data" / "processed" / STUDY)
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in files
        if ".run" not in path.parts and path.name != ".lock" and ".failed." not in path.name
    }


def round_(environment: dict[str, str], seconds: float, generator: random.Random) -> str:
    """One run, disturbed; what became of it."""
    run = subprocess.Popen(
        [str(BIN / "study"), "run", STUDY, "--force", "--quiet"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(generator.uniform(0.05, seconds))
    target = generator.choice(["command", "kernel"])
    victims = [psutil.Process(run.pid)] if run.poll() is None else []
    if target == "kernel" and victims:
        victims = [child for child in victims[0].children(recursive=True) if "ipykernel" in " ".join(child.cmdline())]
    if not victims:
        run.wait()
        return f"{target}: ended before it could be killed, status {run.returncode}"
    victims[0].send_signal(signal.SIGKILL)
    run.wait(timeout=300)
    return f"{target}: killed, status {run.returncode}"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generator = random.Random(options.seed)
    ends: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        environment = new_root(root)
        call(environment, "study", "run", STUDY, "--quiet")
        whole = published(root)
        seconds = timed(lambda: call(environment, "study", "run", STUDY, "--force", "--quiet"))
        for _ in range(options.kills):
            ends[round_(environment, seconds, generator)] += 1
            time.sleep(0.2)
            if published(root) != whole:
                ends["published files changed"] += 1
        time.sleep(3)
        left = [p for p in psutil.process_iter(["environ"]) if (p.info["environ"] or {}).get("STUDY_ROOT") == folder]
        ends["processes left behind"] = len([p for p in left if p.pid != os.getpid()])
        call(environment, "study", "run", STUDY, "--quiet")
        ends["final run differs"] = int(published(root) != whole)
    for end, count in sorted(ends.items()):
        print(f"{count:4d}  {end}")
    false_success = sum(n for end, n in ends.items() if "killed, status 0" in end)
    bad = ends["published files changed"] + ends["processes left behind"] + ends["final run differs"] + false_success
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
