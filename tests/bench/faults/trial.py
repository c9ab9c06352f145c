"""One fault in a project of its own: what was done, how the command ended, and whether that end was right."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.made.village import CHECKOUT

STUDY = "village"
HANG_SECONDS = 60.0
MOST_READ = 20_000_000  # of a file that is compared by its content
INNER = (".run", ".lock", ".written.json", "timings.json")
MANIFEST = f"data/processed/{STUDY}/manifest.json"
# files that a person may keep where results lie; no command may touch them
OWN = {
    f"reports/{STUDY}/notes.html": "<p>내 메모</p>", f"reports/{STUDY}/mine.ipynb": "{}", f"reports/{STUDY}/tables/hand.csv": "가,나\n",
    f"data/processed/{STUDY}/mine.parquet": "mine", f"data/raw/{STUDY}/memo.txt": "메모", "reports/all.html": "<p>모두</p>",
}  # fmt: skip


@dataclass(frozen=True)
class Ended:
    """How a command ended: ``status`` is -9 if it had to be ended."""

    status: int
    out: str
    err: str
    seconds: float

    @property
    def said(self) -> str:
        return self.out + self.err


@dataclass
class Trial:
    """A project folder with one study that has been run, to do harm to.

    root   the project's folder; ``before`` what was published there
    allow  seconds that a command may take before it is a hang: a minute, and what a whole run takes on this machine now
    """

    folder: Path
    allow: float
    before: dict[str, str] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        return self.folder / "project"

    @property
    def study(self) -> Path:
        return self.root / "data" / "raw" / STUDY

    @property
    def processed(self) -> Path:
        return self.root / "data" / "processed" / STUDY

    @property
    def reports(self) -> Path:
        return self.root / "reports" / STUDY

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "VIRTUAL_ENV") if name in os.environ}
        given = dict(more or {})
        path = os.pathsep.join(filter(None, [str(CHECKOUT / "src"), given.pop("PYTHONPATH", "")]))
        own = {"STUDY_ROOT": str(self.root), "TMPDIR": str(self.folder / "tmp"), "PYTHONPATH": path}
        return kept | own | given

    def __call__(
        self,
        *words: str | bytes,
        env: Mapping[str, str] | None = None,
        prefix: Sequence[str] = (),
        before: Callable[[], None] | None = None,
        meanwhile: Callable[[subprocess.Popen[bytes]], None] | None = None,
        stdout: int | None = None,
        cwd: Path | None = None,
        program: Sequence[str] = (sys.executable, "-m", "helpers.cli"),
    ) -> Ended:
        """Run ``study`` with the words; ``before`` is called in its process, ``meanwhile`` beside it."""
        self.raw = self.raw or self.inputs()
        out, err = self.folder / "out", self.folder / "err"
        began = time.monotonic()
        with out.open("wb") as out_file, err.open("wb") as err_file:
            process = subprocess.Popen(
                [*prefix, *program, *words],
                env=self.environment(env), stdout=out_file if stdout is None else stdout, stderr=err_file,
                stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=before, cwd=cwd or self.folder,
            )  # fmt: skip
            try:
                if meanwhile:
                    meanwhile(process)
                status = process.wait(timeout=max(self.allow - (time.monotonic() - began), 1))
            except subprocess.TimeoutExpired:
                status = -signal.SIGKILL
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        told = [path.read_text("utf-8", "backslashreplace") for path in (out, err)]
        return Ended(status, told[0], told[1], time.monotonic() - began)

    def told(self) -> str:
        """What the command that runs now has said on stderr."""
        return (self.folder / "err").read_text("utf-8", "backslashreplace")

    def published(self) -> dict[str, str]:
        """Path -> hash of what readers see, what a person put beside it left out; the commit of a manifest does not count."""
        found = {}
        for folder in (self.reports, self.processed):
            for path in folder.rglob("*") if folder.is_dir() else ():
                inner = path.relative_to(self.root).as_posix()
                if (
                    path.is_file()
                    and inner not in OWN
                    and not set(INNER) & {*path.parts}
                    and ".failed." not in path.name
                ):
                    found[inner] = _manifest(path) if inner == MANIFEST else _hash(path)
        return found

    def inputs(self) -> dict[str, str]:
        """What a person wrote or collected: path -> hash."""
        places = [path for path in (self.root / "data" / "raw").rglob("*") if path.is_file()]
        places += [self.root / name for name in OWN if (self.root / name).is_file()]
        return {os.fsdecode(path.relative_to(self.root)): _hash(path) for path in places}

    def lost(self) -> list[str]:
        """Files of a person that are gone or changed since the command was called."""
        now = self.inputs()
        return sorted(name for name, was in self.raw.items() if now.get(name) != was)


def _hash(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_READ:
            return f"{path.stat().st_size} bytes"
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "not to be read"


def _manifest(path: Path) -> str:
    try:
        known = json.loads(path.read_bytes())
        return hashlib.sha256(repr(sorted((k, v) for k, v in known.items() if k != "source")).encode()).hexdigest()
    except (ValueError, AttributeError, OSError):
        return "damaged"


Do = Callable[[Trial], Ended]
Look = Callable[[Trial, Ended], str]


@dataclass(frozen=True)
class Case:
    """A fault and the end that is right for it.

    kind  the kind of fault, as in the issue's list
    what  what is done, in words
    do    does it and calls the command
    want  told (one sentence, nothing published changed), healed or ignored (success, all published as it was), or a
          function that says what is wrong with the end
    says  a pattern that the sentence must have
    """

    kind: str
    what: str
    do: Do
    want: str | Look
    says: str = ""


@dataclass(frozen=True)
class Verdict:
    """How a case ended, and what is wrong with that: nothing, or what counts in which total."""

    ended: Ended
    word: str
    wrongs: tuple[tuple[str, str], ...] = ()


def judge(case: Case, trial: Trial, ended: Ended) -> Verdict:
    """The end of a case held against what is right."""
    wrongs: list[tuple[str, str]] = []
    if "Traceback (most recent call last)" in ended.said:
        wrongs.append(("traceback", ended.said[-300:]))
    if "nobody foresaw" in ended.said and case.says != "nobody foresaw":
        wrongs.append(("unforeseen", ended.err[-300:]))
    if ended.seconds > trial.allow:
        wrongs.append(("hang", f"{ended.seconds:.0f} s"))
    if lost := trial.lost():
        wrongs.append(("lost", ", ".join(lost[:5])))
    if not wrongs and (why := _other_end(case, trial, ended)):
        wrongs.append(("false success" if ended.status == 0 else "other end", why))
    word = case.want if isinstance(case.want, str) else "told" if ended.status else "right"
    return Verdict(ended, "WRONG" if wrongs else word, tuple(wrongs))


def _other_end(case: Case, trial: Trial, ended: Ended) -> str:
    if case.says and not re.search(case.says, ended.said):
        return f"status {ended.status}, said: {ended.said[-300:]!r}"
    if not isinstance(case.want, str):
        return case.want(trial, ended)
    if case.want == "told":
        return _not_told(trial, ended)
    if ended.status:
        return f"status {ended.status}, said: {ended.said[-300:]!r}"
    return _not_whole(trial)


def _not_told(trial: Trial, ended: Ended) -> str:
    lines = [line for line in ended.err.splitlines() if line.strip()]
    if ended.status not in (1, 2) or not lines:
        return f"status {ended.status}, said: {ended.said[-300:]!r}"
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", ended.err):
        return f"control characters: {ended.err[-200:]!r}"
    after = trial.published()
    return "; ".join(
        f"{name} changed" for name in after.keys() & trial.before.keys() if after[name] != trial.before[name]
    )


def _not_whole(trial: Trial) -> str:
    now = trial.published()
    return "; ".join(
        f"{name} {'differs' if name in now else 'is missing'}"
        for name, was in trial.before.items()
        if now.get(name) != was
    )[:400]


def no_core_dumps() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def remove(path: Path) -> None:
    """Remove a file, a link or a folder."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
