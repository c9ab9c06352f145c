"""``make bench``: the long measurements, one after another; ``python -m tests.bench running faults`` for some of them.

Accuracy needs judged pages and sentences, which are not part of the project: name their folder with EVALUATION=DIR
(news/gold.jsonl, morphemes/gsd_test.jsonl); without it those parts are left out, and said to be.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def commands() -> dict[str, list[str]]:
    """name -> the words after ``python``"""
    judged = os.environ.get("EVALUATION")
    cleaning = ["--judged", f"{judged}/news", "--out", "cleaned.jsonl"] if judged else []
    parts = {
        "running": [str(HERE / "running.py")],
        "cold": [str(HERE / "cold.py")],
        "freshness": [str(HERE / "freshness.py")],
        "faults": ["-m", "tests.bench.faults"],
        "kills": [str(HERE / "kills.py")],
        "fuzz": [str(HERE / "fuzz.py")],
        "crashes": [str(HERE / "crashes.py")],
        "corpora": [str(HERE / "corpora.py")],
        "keywords": [str(HERE / "keywords.py")],
        "codebook": [str(HERE / "codebook.py")],
        "cleaning": [str(HERE / "cleaning.py"), *cleaning],
    }
    if judged:
        parts["analyzers"] = [str(HERE / "analyzers.py"), f"{judged}/morphemes/gsd_test.jsonl"]
    return parts


def main() -> int:
    known = commands()
    chosen = sys.argv[1:] or list(known)
    for name in chosen:
        if name not in known:
            print(f"There is no measurement {name!r} here; there are: {', '.join(known)}.", file=sys.stderr)
            return 2
    if "EVALUATION" not in os.environ:
        print("Accuracy is left out: EVALUATION names no folder of judged texts.", file=sys.stderr)
    worst = 0
    for name in chosen:
        print(f"== {name}", flush=True)
        worst = max(worst, subprocess.run([sys.executable, *known[name]]).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
