"""Kill runs at random moments and see what is left: never a torn file, never a false success, always the same end.

    python tests/bench/kills.py [--kills 200] [--interrupts 20] [--seed 1]

A light study of an invented article, in a project folder and a folder for temporary files of its own. Each round starts
a run, from nothing or ``--force`` over an earlier one, and sends SIGKILL to the command, to one of its kernels or to
all of it; every tenth waits for the moment when results are published. What is looked at then: published files are
those of an undisturbed run, to the byte, or (from nothing) are not there yet; who was killed did not end with success;
no process lives on. After every ten kills a run is left alone and must give the undisturbed run's bytes, and no
temporary file may be left. Interruptions, Ctrl-C and SIGTERM, come last: status 130, one line, nothing left. A SIGTERM
to this program itself ends it after its present round, with the table.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))
from made.village import ARTICLE

COMMAND = [sys.executable, "-m", "helpers.cli"]
STUDY = "village"
TARGETS = ("command", "language kernel", "statistics kernel", "all of it")
INTERRUPTIONS = {"Ctrl-C": signal.SIGINT, "SIGTERM": signal.SIGTERM}
GONE_SECONDS = 60.0  # on a busy machine a kernel may still be starting when its parent is killed
PUBLISHING_SECONDS = 0.2
START_SECONDS = 0.4
BLOCK = 10


def _heed_interruptions() -> None:
    """What was started in the background ignores Ctrl-C, and so would its children."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@dataclass
class Ground:
    """A project folder with one light study, and what an undisturbed run makes of it."""

    folder: Path
    whole: dict[str, bytes] = field(default_factory=dict)
    steps: dict[str, float] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        return self.folder / "project"

    @property
    def told(self) -> Path:
        """What the present run says."""
        return self.folder / "stderr"

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"STUDY_ROOT": str(self.root), "TMPDIR": str(self.folder / "tmp")}

    def prepare(self) -> None:
        (self.folder / "tmp").mkdir()
        (self.folder / "library.txt").write_text(ARTICLE, "utf-8")
        self.call("new", STUDY, "--article", str(self.folder / "library.txt"))
        written = self.root / "data" / "raw" / STUDY / "study.yml"
        light = "parameters: {cross_check: [], draws: 100}"
        lines = written.read_text("utf-8").splitlines()
        written.write_text("\n".join(light if line.startswith("parameters:") else line for line in lines), "utf-8")

    def learn(self) -> None:
        """The undisturbed run's results, and how long each step of it took."""
        self.undisturbed()
        self.whole = self.published()
        timings = json.loads((self.root / "data" / "processed" / STUDY / "timings.json").read_text("utf-8"))
        self.steps = {"": START_SECONDS} | {name: timing["seconds"] for name, timing in timings.items()}

    def call(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*COMMAND, *words], env=self.environment, capture_output=True, text=True, timeout=600)

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*COMMAND, "run", STUDY, *words],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=self.told.open("w"),
            preexec_fn=_heed_interruptions,
        )  # fmt: skip

    def clear(self) -> None:
        shutil.rmtree(self.root / "data" / "processed", ignore_errors=True)
        shutil.rmtree(self.root / "reports", ignore_errors=True)

    def files(self) -> list[Path]:
        folders = (self.root / "reports", self.root / "data" / "processed")
        return [path for folder in folders for path in folder.rglob("*") if path.is_file()]

    def published(self) -> dict[str, bytes]:
        """Path -> bytes of what readers see; of the manifest, the commit that it names does not count."""
        found = {}
        for path in self.files():
            if ".run" in path.parts or path.name.startswith(".") or path.name == "timings.json":
                continue
            data = path.read_bytes()
            if path.name == "manifest.json":
                data = json.dumps({k: v for k, v in json.loads(data).items() if k != "source"}).encode()
            if not path.name.endswith(".failed.ipynb"):
                found[str(path.relative_to(self.root))] = data
        return found

    def leftovers(self) -> list[str]:
        """Temporary files in the project, and copies of failed notebooks."""
        return [
            str(path.relative_to(self.root))
            for path in self.files()
            if path.suffix == ".part" or ".failed." in path.name
        ]

    def temporary(self) -> int:
        return len(list((self.folder / "tmp").glob("study-*")))

    def processes(self) -> list[psutil.Process]:
        found = []
        for process in psutil.process_iter():
            try:
                if process.environ().get("STUDY_ROOT") == str(self.root) and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(process)
            except psutil.Error:
                continue
        return found

    def undisturbed(self) -> str:
        """A run that is left alone: what is wrong with its end, or nothing."""
        done = self.call("run", STUDY)
        if done.returncode:
            return f"status {done.returncode}: {done.stderr.strip()[-400:]}"
        now = self.published()
        wrong = sorted(name for name in now.keys() | self.whole.keys() if now.get(name) != self.whole.get(name))
        return "; ".join([*(f"{name} differs" for name in wrong), *(f"{name} is left" for name in self.leftovers())])


@dataclass
class Round:
    """One run that is to be disturbed at a moment, told as a part of its length."""

    forced: bool
    target: str
    moment: float
    publishing: bool = False

    @property
    def name(self) -> str:
        how = "forced" if self.forced else "from nothing"
        return f"{how}, {self.target}" + (", while it publishes" if self.publishing else "")

    def play(self, ground: Ground) -> tuple[str, list[str], float]:
        """How the run ended, what is wrong about it, and how long its processes lived on."""
        if not self.forced:
            ground.clear()
        before = ground.published().keys()
        run = ground.start(*(["--force"] if self.forced else []))
        self._wait(ground, run)
        while not (victims := _victims(run, self.target)) and run.poll() is None:
            time.sleep(0.01)  # a kernel that is not there yet
        for victim in victims:
            _send(victim, INTERRUPTIONS.get(self.target, signal.SIGKILL))
        run.wait(timeout=400)
        if run.returncode == 0 and self.target in ("command", "all of it"):
            victims = []  # what is killed never ends with 0: it had ended in the moment before
        told = ground.told.read_text("utf-8")
        ended = time.monotonic()
        while (left := ground.processes()) and time.monotonic() - ended < GONE_SECONDS:
            time.sleep(0.1)
        lived = time.monotonic() - ended
        wrong = [f"process left: {' '.join(process.cmdline())[-120:]}" for process in left]
        wrong += self._look(ground, run.returncode, before=before, hit=bool(victims), told=told)
        for process in left:
            _send(process, signal.SIGKILL)
        end = f"hit, status {run.returncode}" if victims else f"not hit, status {run.returncode}"
        return end, wrong, lived

    def _place(self, steps: dict[str, float]) -> tuple[str, float]:
        """The step that the moment is in, and the seconds into it: where the machine is busy, steps keep their share."""
        left = self.moment * sum(steps.values())
        for step, seconds in steps.items():
            if left <= seconds:
                return step, left
            left -= seconds
        return step, seconds

    def _wait(self, ground: Ground, run: subprocess.Popen[bytes]) -> None:
        step, seconds = self._place(ground.steps)
        while run.poll() is None and f"{STUDY}: {step}" not in ground.told.read_text("utf-8") and step:
            time.sleep(0.005)
        until = time.monotonic() + seconds
        if self.publishing:
            made = ground.root / "data" / "processed" / STUDY / ".run" / "manifest.json"
            while run.poll() is None and not made.is_file():
                time.sleep(0.001)
            until = time.monotonic() + self.moment * PUBLISHING_SECONDS
        while run.poll() is None and time.monotonic() < until:
            time.sleep(0.002)

    def _look(self, ground: Ground, status: int, *, before: Iterable[str], hit: bool, told: str) -> list[str]:
        now = ground.published()
        wrong = [f"{name} is torn or other" for name, data in now.items() if data != ground.whole.get(name)]
        due = ground.whole if status == 0 else before
        wrong += [f"{name} is missing" for name in sorted(set(due) - now.keys())]
        if hit and "kernel" not in self.target and status == 0:
            wrong.append("stopped, and yet a success")
        if hit and self.target in INTERRUPTIONS:
            lines = [line for line in told.splitlines() if not line.startswith(f"{STUDY}: ")]
            if status != 130 or len(lines) != 1 or not lines[0].startswith("Interrupted: nothing was lost"):
                wrong.append(f"status {status}, told: {told[-300:]}")
            wrong += [f"{name} is left" for name in ground.leftovers()]
            if ground.temporary():
                wrong.append(f"{ground.temporary()} temporary folders are left")
        if hit and "kernel" in self.target:
            if status not in (0, 1):
                wrong.append(f"status {status}")
            if status == 1 and not ("notebooks/" in told or "kernel" in told):
                wrong.append(f"not told where: {told[-300:]}")
            if status == 0 and _unrun(ground):
                wrong.append(f"a false success: {_unrun(ground)}")
        if "Traceback" in told:
            wrong.append(f"a traceback: {told[-600:]}")
        return wrong


def _unrun(ground: Ground) -> list[str]:
    """Code cells of executed notebooks that have not been run."""
    executed = sorted((ground.root / "reports" / STUDY / "notebooks").glob("*.ipynb"))
    cells = [(path.name, cell) for path in executed for cell in json.loads(path.read_text("utf-8"))["cells"]]
    return [
        f"{name} {cell['id']}"
        for name, cell in cells
        if cell["cell_type"] == "code" and "".join(cell["source"]).strip() and cell["execution_count"] is None
    ]


def _victims(run: subprocess.Popen[bytes], target: str) -> list[psutil.Process]:
    """Who is to be killed of what runs now; kernels in the order in which they were started."""
    if run.poll() is not None:
        return []
    try:
        command = psutil.Process(run.pid)
        children = command.children(recursive=True)
        kernels = [child for child in children if "ipykernel_launcher" in child.cmdline()]
    except psutil.Error:
        return []
    if target == "all of it":
        return [command, *children]
    if "kernel" not in target:
        return [command]
    started = sorted(kernels, key=psutil.Process.create_time)
    return started[:1] if target == "language kernel" else started[1:2]


def _send(process: psutil.Process, number: int) -> None:
    with contextlib.suppress(psutil.Error):
        process.send_signal(number)


def rounds(kills: int, generator: random.Random) -> list[Round]:
    """Blocks of ten: five forced, five from nothing; moments spread evenly over the whole length of a run."""
    moments = [(number + generator.random()) / kills for number in range(kills)]
    generator.shuffle(moments)
    planned = []
    for number, moment in enumerate(moments):
        last = number % BLOCK == BLOCK - 1
        target = "command" if last else TARGETS[(number + number // BLOCK) % len(TARGETS)]
        planned.append(Round(number % BLOCK < BLOCK / 2, target, moment, publishing=last))
    return planned


def interruptions(count: int, generator: random.Random) -> list[Round]:
    """Once the interpreter is up: what it does of an interruption before is its own."""
    targets = [*INTERRUPTIONS] * count
    return [Round(number % 4 < 2, targets[number], generator.uniform(0.1, 1.0)) for number in range(count)]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--interrupts", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generator = random.Random(options.seed)
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        ground = Ground(Path(folder))
        ground.prepare()
        ground.learn()
        assert ground.whole, "the undisturbed run failed"
        for planned in (rounds(options.kills, generator), interruptions(options.interrupts, generator)):
            _age(ground)
            for number, each in enumerate(planned, start=1):
                if not stopped:
                    tally.add(number, each, each.play(ground), ground)
                    if number % BLOCK == 0 or number == len(planned):
                        tally.add_undisturbed(number, ground.undisturbed())
                        tally.temporary.append(ground.temporary())
                        _age(ground)
    tally.print()
    return 1 if tally.wrongs else 0


def _age(ground: Ground) -> None:
    """Let folders of killed runs look old enough to be swept by the next run."""
    for lock in (ground.folder / "tmp").glob("study-*/.study-kernel.lock"):
        os.utime(lock, (time.time() - 3600, time.time() - 3600))


@dataclass
class Tally:
    """What came of the rounds."""

    table: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wrongs: list[str] = field(default_factory=list)
    temporary: list[int] = field(default_factory=list)
    longest: float = 0.0
    parts: int = 0

    def add(self, number: int, each: Round, end: tuple[str, list[str], float], ground: Ground) -> None:
        how, wrong, lived = end
        self.table[each.name][how] += 1
        self.longest = max(self.longest, lived)
        self.parts += sum(path.suffix == ".part" for path in ground.files())
        print(f"{number:4d}  {each.name}, at {each.moment:.0%}: {how}", file=sys.stderr, flush=True)
        self._note([f"{number}. {each.name}, at {each.moment:.0%} of its length: {text}" for text in wrong])

    def add_undisturbed(self, number: int, wrong: str) -> None:
        self.table["a run left alone afterwards"]["wrong" if wrong else "the same bytes, nothing left"] += 1
        self._note([f"{number}. afterwards: {wrong}"] if wrong else [])

    def _note(self, wrong: list[str]) -> None:
        self.wrongs += wrong
        print(*(f"WRONG {text}\n" for text in wrong), sep="", end="", file=sys.stderr, flush=True)

    def print(self) -> None:
        for name, ends in sorted(self.table.items()):
            print(f"{name:48s} {sum(ends.values()):4d}  {'; '.join(f'{n} {end}' for end, n in sorted(ends.items()))}")
        hit = sum(n for ends in self.table.values() for end, n in ends.items() if end.startswith("hit"))
        print(f"{hit} kills and interruptions that hit; {len(self.wrongs)} things wrong")
        print(
            f"processes lived on for {self.longest:.1f} s at most; {self.parts} temporary files lay about after kills"
        )
        print(f"folders for temporary files after each run left alone: {self.temporary}")


if __name__ == "__main__":
    sys.exit(main())
