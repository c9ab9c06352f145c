"""How long each pattern of the package takes on a megabyte that asks the most of it.

    python tests/bench/patterns.py [--characters 1000000]

Every pattern is tried on pumped texts of 10,000 characters (tests/made/patterns.py); the slowest three are then made as
long as wanted. Printed are the ten that take longest, and how many take more than a second.
"""

from __future__ import annotations

import argparse
import heapq
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from made.patterns import Found, package_patterns, pumped, seconds
from project.test_patterns import BOUNDED

SHORT, MOST, SHOWN = 10_000, 2.0, 10


def longest(found: Found, characters: int) -> tuple[float, str]:
    """The most seconds of the three texts that are slowest when they are short."""
    length = BOUNDED.get(found.place)
    if length is not None:  # its callers hand it no more
        texts = [text for _, text in pumped(found.pattern, length)]
        return max(_often(found, text) for text in texts), f"at most {length} characters"
    short = [(seconds(found, text, most=0.1), number) for number, (_, text) in enumerate(pumped(found.pattern, SHORT))]
    chosen = {number for _, number in heapq.nlargest(3, short)}
    texts = (each for number, each in enumerate(pumped(found.pattern, characters)) if number in chosen)
    return max((min(seconds(found, text, most=MOST) for _ in range(2)), what) for what, text in texts)


def _often(found: Found, text: str) -> float:
    """Seconds that a short text takes, by the mean of a hundred times: the clock ticks in milliseconds."""
    return sum(seconds(found, text, most=MOST) for _ in range(100)) / 100


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--characters", type=int, default=1_000_000)
    options = parser.parse_args()
    taken = sorted(((*longest(found, options.characters), found.place) for found in package_patterns()), reverse=True)
    for second, text, place in taken[:SHOWN]:
        print(f"{second:5.2f} s  {place}  {text}")
    slow = sum(second > 1 for second, _, _ in taken)
    print(f"{len(taken)} patterns, {slow} of them over a second on {options.characters:,} characters")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
