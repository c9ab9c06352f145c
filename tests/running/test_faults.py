"""Runs that go wrong: through the command, in a checkout of their own; and notebooks that misbehave, in one kernel."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pandas as pd
import psutil
import pytest

from helpers import stages, store, tables
from helpers.errors import StudyError
from helpers.running import notebooks, published, scratch
from helpers.running.engine import MOST_PRINTED
from helpers.running.execution import StageFailed, execute
from helpers.running.kernel import Kernel
from helpers.running.kernels import Kernels
from helpers.running.limits import Limits
from helpers.running.options import Options
from helpers.stages import Stage
from made.processes import has_ended
from made.village import ARTICLE, CHECKOUT

pytestmark = pytest.mark.slow

LONG = 900  # seconds that no run takes: on a busy machine one of these takes minutes
LIGHT = "parameters: {cross_check: [], draws: 100}"
GALLERY = CHECKOUT / "docs" / "gallery"


@dataclass
class Place:
    """A copy of the project with one light study of two articles; its notebooks may be broken."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in ("STUDY_ROOT", "STUDY_STAGE")}
        return kept | {"PYTHONPATH": str(self.folder / "src"), "TMPDIR": str(self.folder / "tmp")}

    def start(self, *words: str, cwd: Path | None = None, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "helpers.cli", *words], cwd=cwd,
            env=self.environment | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def study(self, *words: str, cwd: Path | None = None, **environment: str) -> tuple[int, str, str]:
        run = self.start(*words, cwd=cwd, **environment)
        out, err = run.communicate(timeout=LONG)
        return run.returncode, out, err

    def new(self, name: str) -> None:
        (self.folder / "library.txt").write_text(ARTICLE, "utf-8")
        articles = (self.folder / "library.txt", GALLERY / "data/raw/night-bus/articles/script.txt")
        assert self.study("new", name, *(word for path in articles for word in ("--article", str(path))))[0] == 0
        _make_light(self.folder / "data" / "raw" / name)

    def published(self, name: str = "village") -> dict[str, bytes]:
        folders = (self.folder / "reports" / name, self.folder / "data" / "processed" / name)
        files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in files
            if ".run" not in path.parts
            and path.name not in (".lock", ".written.json", "timings.json")
            and ".failed." not in path.name
        }

    def add(self, code: str, *, notebook: str = "01_clean") -> None:
        """Put a cell with this code after the imports of the notebook."""
        path = self.folder / "notebooks" / f"{notebook}.ipynb"
        book = json.loads(path.read_text("utf-8"))
        cell = {
            "cell_type": "code",
            "id": "broken",
            "metadata": {},
            "outputs": [],
            "execution_count": None,
            "source": code,
        }
        book["cells"].insert(3, cell)
        path.write_text(json.dumps(book), "utf-8")

    def mend(self) -> None:
        shutil.copytree(CHECKOUT / "notebooks", self.folder / "notebooks", dirs_exist_ok=True)

    def processes(self) -> list[psutil.Process]:
        found = []
        for process in psutil.process_iter():
            try:
                if (
                    process.environ().get("TMPDIR", "").startswith(str(self.folder / "tmp"))
                    and process.status() != "zombie"
                ):
                    found.append(process)
            except psutil.Error:
                continue
        return found

    def left(self) -> list[str]:
        """What a run should not leave: processes, after a moment, and temporary files and folders."""
        _, alive = psutil.wait_procs(self.processes(), timeout=30)
        halves = [*self.folder.rglob("*.part"), *(self.folder / "tmp").glob("study-*")]
        return [*(" ".join(process.cmdline()) for process in alive), *map(str, halves)]


def _make_light(study: Path) -> None:
    lines = (study / "study.yml").read_text("utf-8").splitlines()
    light = [LIGHT if line.startswith("parameters:") else line for line in lines]
    (study / "study.yml").write_text("\n".join(light), "utf-8")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A checkout whose study has been run, each notebook in a kernel of its own."""
    place = Place(tmp_path_factory.mktemp("checkout"))
    for name in ("src", "notebooks"):
        shutil.copytree(CHECKOUT / name, place.folder / name)
    shutil.copy2(CHECKOUT / "requirements.lock", place.folder)
    (place.folder / "tmp").mkdir()
    place.new("village")
    status, out, err = place.study("run", "village", "-q", "--isolated")
    assert (status, out) == (0, "reports/village/report.html\n"), err
    assert place.left() == []
    return place


@pytest.fixture
def mended(good: Place) -> Iterator[Place]:
    """The checkout, whose notebooks are whole again after the test."""
    yield good
    good.mend()


def _mount(folder: Path, size: str) -> None:
    folder.mkdir(exist_ok=True)
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, text=True
    )
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 5 MB."""
    folder = tmp_path / "disk"
    _mount(folder, "5m")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def _fill(folder: Path, *, leave: int = 0) -> Path:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        file.truncate(max(0, file.tell() - leave))
    return filler


# --- the run fails, and says where ------------------------------------------------------------------------------------
def test_a_notebook_whose_kernel_is_killed_leaves_the_last_good_report(mended: Place) -> None:
    """When all is mended, a run gives the same again; a second one beside it says so, and leaves the first alone.

    Other ends of a notebook: test_freshness_of_inputs.
    """
    before = mended.published()
    failed = mended.folder / "reports" / "village" / "notebooks" / "01_clean.failed.ipynb"
    mended.add("print('말했다')\nimport os; os.kill(os.getpid(), 9)")
    status, out, err = mended.study("run", "village", "-q")
    assert (status, out) == (1, "")
    assert "its kernel died (killed, or out of memory)" in err and "Traceback" not in err
    assert "notebooks/01_clean.ipynb, step '기사만 남기기', cell 5 stopped" in err
    assert "말했다" in failed.read_text("utf-8")
    assert mended.published() == before
    assert mended.left() == []
    mended.mend()
    _, why, _ = mended.study("run", "village", "--why")
    assert why.startswith("01_clean: "), why
    first = mended.start("run", "village")
    assert first.stderr is not None and first.stderr.readline() == "village: 01_clean\n"
    status, out, err = mended.study("run", "village", "--force")
    assert (status, out) == (1, "")
    assert "is being run by another process" in err
    out, err = first.communicate(timeout=LONG)
    assert (first.returncode, out) == (0, "reports/village/report.html\n"), err
    assert mended.published() == before
    assert not failed.exists()


def test_the_next_run_takes_up_at_the_failed_stage(mended: Place) -> None:
    """And nothing is lost that the notebook printed before it failed, though the run was held up meanwhile."""
    before = mended.published()
    many = 5_000  # lines, several times what a socket holds back
    begun = mended.folder / "tmp" / "begun"
    code = f"open({str(begun)!r}, 'w').close()\nfor i in range({many}): print(i, flush=True)\n1 / 0"
    mended.add(code, notebook="02_tokenize")
    run = mended.start("run", "village")
    while run.poll() is None and not begun.exists():
        time.sleep(0.01)
    run.send_signal(signal.SIGSTOP)
    time.sleep(2)
    run.send_signal(signal.SIGCONT)
    _, err = run.communicate(timeout=LONG)
    begun.unlink()
    assert run.returncode == 1
    assert "02_tokenize.ipynb" in err and "stopped: ZeroDivisionError" in err
    failed = mended.folder / "reports" / "village" / "notebooks" / "02_tokenize.failed.ipynb"
    assert _said(nbformat.read(failed, as_version=4)).splitlines() == [str(i) for i in range(many)]
    mended.mend()
    _, _, err = mended.study("run", "village")
    steps = [line for line in err.splitlines() if line.startswith("village: ")]
    assert steps == ["village: 02_tokenize"]  # it gives what it gave before: the report stays
    assert mended.published() == before
    assert not failed.exists()


def test_freshness_does_not_look_at_the_clock(good: Place) -> None:
    now = time.time()
    for path in (good.folder / "data").rglob("*"):
        then = now - 10**8 if "raw" in path.parts else now + 10**8
        os.utime(path, (then, then))
    assert good.study("run", "village")[::2] == (0, "")
    raw = good.folder / "data" / "raw" / "village" / "stopwords.txt"
    old = raw.read_text("utf-8")
    raw.write_text(old + "다음\n", "utf-8")
    os.utime(raw, (now - 10**9, now - 10**9))
    _, why, _ = good.study("run", "village", "--why")
    raw.write_text(old, "utf-8")
    assert why.splitlines()[0] == "03_keywords: stopwords.txt changed"


# --- a full disk ------------------------------------------------------------------------------------------------------
def test_publishing_to_a_full_disk_changes_nothing(disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STUDY_ROOT", str(disk))
    made, place = tmp_path / "made" / "report" / "tables", disk / "reports" / "village" / "tables"
    for number in range(4):
        store.write_bytes(made / f"{number}.csv", b"old")
    published.publish("village", tmp_path / "made")
    for number in range(4):
        store.write_bytes(made / f"{number}.csv", bytes([number]) * 50_000)
    _fill(disk, leave=130_000)
    with pytest.raises(StudyError, match=r"2\.csv could not be written: No space left on device"):
        published.publish("village", tmp_path / "made")
    assert {path.name: path.read_bytes() for path in place.iterdir()} == {
        f"{number}.csv": b"old" for number in range(4)
    }


@pytest.mark.parametrize("leave", [0, 20_000])
def test_a_run_on_a_full_disk_leaves_the_last_good_report(leave: int, good: Place, disk: Path) -> None:
    for name in ("data", "reports"):
        shutil.copytree(good.folder / name, disk / name, symlinks=True)
    there = Place(disk)
    before = there.published()
    filler = _fill(disk, leave=leave)
    status, out, err = good.study("run", "village", "-q", "--force", "-p", "top_n=10", STUDY_ROOT=str(disk))
    assert (status, out) == (1, "")
    assert "could not be" in err and "full" in err and "Traceback" not in err
    assert there.published() == before
    assert not list(disk.rglob("*.part"))
    filler.unlink()
    if not leave:
        assert good.study("run", "village", "-q", STUDY_ROOT=str(disk))[0] == 0
        assert there.published() == before


# --- several at once --------------------------------------------------------------------------------------------------
def test_studies_at_once_of_which_one_is_broken(good: Place) -> None:
    """Those of the gallery, by the command of its page; beside them one that ran by itself in another place, of two
    articles, and a broken one."""
    several = good.folder / "a longer path" / "여러 연구"
    shutil.copytree(GALLERY, several, ignore=shutil.ignore_patterns("processed", "reports"))
    for name in ("broken", "village"):
        shutil.copytree(good.folder / "data" / "raw" / "village", several / "data" / "raw" / name)
    (several / "data" / "raw" / "broken" / "study.yml").write_text("title: [\n", "utf-8")
    examples = sorted(path.name for path in (GALLERY / "data" / "raw").iterdir())
    for name in examples[1:]:  # analyzers in Java for one
        _make_light(several / "data" / "raw" / name)
    right = sorted([*examples, "village"])
    assert len(right) == 4
    status, out, err = good.study("run", "--all", "-q", "-j", "3", cwd=several)
    assert (status, sorted(out.split())) == (1, [f"reports/{name}/report.html" for name in right]), err
    assert "broken/study.yml, line 2" in err and err.count("study: ") == 1 + err.count("quotes at most"), err
    assert "Traceback" not in err and err.splitlines()[-1] == "5 studies: 4 ran, 0 were fresh, 1 failed."
    there = Place(several).published()
    assert [path for path, data in good.published().items() if there[path] != data] == []
    assert all((several / "reports" / name / "report.html").stat().st_size > 100_000 for name in right)
    together = pd.read_parquet(several / "data" / "processed" / "village" / "keywords.parquet")["article_id"]
    assert set(together) == {"library", "script", tables.WHOLE}
    index = (several / "reports" / "index.html").read_text("utf-8")
    assert sorted(re.findall(r'href="([^"/]+)/report\.html"', index)) == right
    assert good.left() == []


@pytest.mark.parametrize(("how", "line"), [(signal.SIGINT, "02_tokenize"), (signal.SIGTERM, "report")])
def test_an_interrupted_run_is_taken_up_by_the_next(how: int, line: str, good: Place) -> None:
    before = good.published()
    run = good.start("run", "village", "--force" if line == "02_tokenize" else "--from=report")
    assert run.stderr is not None
    while (said := run.stderr.readline()) and line not in said:
        pass
    run.send_signal(how)
    out, err = run.communicate(timeout=LONG)
    assert (run.returncode, out) == (130, "")
    assert err.splitlines()[-1].startswith("Interrupted: nothing was lost")
    assert "Traceback" not in err and len(err.splitlines()) <= 2
    assert good.published() == before
    assert good.left() == []


# --- notebooks that misbehave, in one kernel --------------------------------------------------------------------------
Run = Callable[..., nbformat.NotebookNode]


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    with Kernel(tmp_path_factory.mktemp("cwd")) as kernel:
        yield kernel


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(stages, "NOTEBOOKS", tmp_path)

    def run(kernel: Kernel, *cells: str, **limits: float | None) -> nbformat.NotebookNode:
        notebook = nbformat.v4.new_notebook()
        notebook.cells = [nbformat.v4.new_code_cell(cell, id=f"c{i}") for i, cell in enumerate(cells)]
        notebooks.read_notebook.cache_clear()
        nbformat.write(notebook, tmp_path / "toy.ipynb")
        chosen = Limits.of(Options(cell_timeout=limits.get("cell", 60), timeout=limits.get("run")))
        return execute(Stage("toy"), kernel=kernel, parameters={}, environment={}, limits=chosen)

    return run


def _said(executed: nbformat.NotebookNode) -> str:
    return "".join(output.get("text", "") for cell in executed.cells for output in cell.get("outputs", []))


STOPPED = {
    "exits": ("import sys; sys.exit()", {}, "toy.ipynb, cell 2 stopped: it ended before its last cell"),
    "exits with a status": ("import sys; sys.exit(3)", {}, "cell 2 stopped: SystemExit: 3"),
    "interrupts itself": ("raise KeyboardInterrupt", {}, "cell 2 stopped: KeyboardInterrupt"),
    "is interrupted": ("import os; os.kill(os.getpid(), 2); [0 for _ in iter(int, 1)]", {}, "cell 2 stopped: KeyboardInterrupt"),
    "wants all memory": ("bytearray(10**15)", {}, "cell 2 stopped: MemoryError"),
    "asks a question": ("input('?')", {}, "cell 2 stopped: StdinNotImplementedError"),
    "closes its output": ("import sys; sys.stderr.close(); print(1, file=sys.stderr)", {}, "cell 2 stopped: ValueError"),
    "prints for ever": ("while True: print('x' * 100)", {"cell": 1}, "cell 2 stopped: a cell took longer than 1 s"),
    "outlasts the run": ("while True: pass", {"cell": None, "run": 1}, "stopped: the run took longer than 1 s"),
}  # fmt: skip


@pytest.mark.parametrize(
    "what", [name for name in STOPPED if "ever" not in name and "outlasts" not in name and "closes" not in name]
)
def test_a_cell_that_stops_is_told_with_its_number(what: str, kernel: Kernel, run: Run) -> None:
    code, limits, cause = STOPPED[what]
    with pytest.raises(StageFailed) as caught:
        run(kernel, "print('before')", code, "print('after')", **limits)
    assert cause in caught.value.cause
    assert caught.value.executed is not None and _said(caught.value.executed).startswith("before\n")
    assert "after" not in _said(caught.value.executed)


def test_a_kernel_that_is_of_no_more_use_is_replaced(run: Run, tmp_path: Path) -> None:
    before = psutil.Process().memory_info().rss
    with Kernels(tmp_path) as kernels:
        for what in ("prints for ever", "outlasts the run", "closes its output"):
            code, limits, cause = STOPPED[what]
            with kernels.lend("toy", ahead="") as kernel:
                assert _said(run(kernel, "print('next')")) == "next\n", f"before the one that {what}"
            with pytest.raises(StageFailed) as caught, kernels.lend("toy", ahead="") as kernel:
                run(kernel, "print('before')", code, **limits)
            assert cause in caught.value.cause, what
            assert psutil.Process().memory_info().rss - before < 500_000_000, what
        with kernels.lend("toy", ahead="") as kernel:
            assert _said(run(kernel, "print('next')")) == "next\n"
            limit = "import resource; resource.setrlimit(resource.RLIMIT_AS, (2 * 10**9, 2 * 10**9))"
            with pytest.raises(StageFailed, match="cell 2 stopped: MemoryError"):  # memory that is limited
                run(kernel, limit, "eaten = []\nwhile True: eaten.append(bytearray(10**8))")


def test_what_a_notebook_does_to_its_output_and_folder_is_gone_for_the_next(kernel: Kernel, run: Run) -> None:
    run(kernel, "import io, os, sys; sys.stdout = sys.stderr = io.StringIO(); os.chdir('/'); print('lost')")
    said = _said(run(kernel, "import os, sys; print(os.getcwd() == '/'); print('told', file=sys.stderr)"))
    assert said == "False\ntold\n"


def test_much_output_is_cut_and_said_to_be(kernel: Kernel, run: Run) -> None:
    before = psutil.Process().memory_info().rss
    executed = run(kernel, "for _ in range(1000): print('가' * 99_999)")
    assert psutil.Process().memory_info().rss - before < 500_000_000
    (output,) = executed.cells[0].outputs
    assert output.text[:MOST_PRINTED] == f"{'가' * 99_999}\n" * 2
    assert output.text[MOST_PRINTED:] == f"\n… {100_000_000 - MOST_PRINTED:,} more characters left out\n"


def test_nothing_is_lost_of_output_that_comes_fast_or_between_pictures(kernel: Kernel, run: Run) -> None:
    executed = run(kernel, "for i in range(5000): print(i, flush=True)", "print(1); display(2); print(3); print(4)")
    assert _said(executed).startswith("".join(f"{i}\n" for i in range(5000)))
    kinds = [output.output_type for output in executed.cells[1].outputs]
    assert kinds == ["stream", "display_data", "stream"]


def test_no_process_outlives_its_kernel_which_may_lie_below_a_long_path(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = tmp_path / ("길" * 30)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    code = """
    import os, subprocess
    started = [subprocess.Popen(["sleep", "600"]), subprocess.Popen(["sleep", "600"], start_new_session=True)]
    detached = subprocess.run(["sh", "-c", "setsid sleep 600 >/dev/null 2>&1 & echo $!"], capture_output=True, text=True)
    print(os.getpid(), *(process.pid for process in started), detached.stdout)
    """
    with Kernel(tmp_path) as kernel:
        found = [int(word) for word in _said(run(kernel, "\n".join(map(str.strip, code.splitlines())))).split()]
        assert len(found) == 4 and all(map(psutil.pid_exists, found)) and os.getpid() not in found
    alive = [pid for pid in found if not has_ended(pid)]
    assert alive == []


# --- folders for temporary files --------------------------------------------------------------------------------------
def test_folders_of_killed_runs_are_swept_and_those_in_use_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    used, fresh, killed = scratch.Scratch(), scratch.Scratch(), tmp_path / "study-killed"
    killed.mkdir()
    left = subprocess.Popen(["sleep", "600"], env=os.environ | {scratch.VARIABLE: str(killed)})
    fresh._lock.release()
    for folder in (used.path, killed):
        (folder / scratch.LOCK).touch()
        os.utime(folder / scratch.LOCK, (1, 1))
    own = tmp_path / "study-notes"
    own.mkdir()
    for name in ("lock", "thesis.txt"):
        (own / name).write_text("mine")
        os.utime(own / name, (1, 1))
    scratch.sweep()
    assert has_ended(left.pid)
    assert sorted(tmp_path.iterdir()) == sorted([used.path, fresh.path, own])
    assert (own / "thesis.txt").read_text() == "mine"
    used.end()
    assert not used.path.exists()


def test_a_full_disk_for_temporary_files_is_told(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(disk))
    _fill(disk)
    with pytest.raises(StudyError) as caught:
        Kernel(disk)
    assert "A Jupyter kernel could not be started: No space left on device" in caught.value.cause
    assert "TMPDIR" in caught.value.remedy
