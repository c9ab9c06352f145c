"""Toy notebooks in a real kernel: what one leaves behind, and what each kind of end is told as."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import psutil
import pytest

from helpers import stages
from helpers.errors import StudyError
from helpers.running import compat, notebooks
from helpers.running.execution import StageFailed, execute
from helpers.running.kernel import Kernel
from helpers.running.limits import Limits
from helpers.running.options import Options
from helpers.stages import Stage

pytestmark = pytest.mark.slow

Run = Callable[..., nbformat.NotebookNode]


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    """One kernel for nearly all; what it is told to load ahead cannot be loaded, which must harm nobody."""
    with Kernel(tmp_path_factory.mktemp("cwd"), ahead="import no_such_package\nimport json") as kernel:
        yield kernel


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(stages, "NOTEBOOKS", tmp_path)

    def run(kernel: Kernel, *cells: str, name: str = "toy", **options: object) -> nbformat.NotebookNode:
        notebook = nbformat.v4.new_notebook()
        notebook.cells = [
            nbformat.v4.new_code_cell('study: str = "x"', id="p", metadata={"tags": ["parameters"]}),
            nbformat.v4.new_markdown_cell("## 걸음", id="m"),
            *(nbformat.v4.new_code_cell(cell, id=f"c{i}") for i, cell in enumerate(cells)),
        ]
        notebooks.read_notebook.cache_clear()
        nbformat.write(notebook, tmp_path / f"{name}.ipynb")
        return execute(Stage(name), kernel=kernel, parameters={"study": "마을"}, environment={}, **options)

    return run


def _said(executed: nbformat.NotebookNode) -> str:
    return "".join(output.get("text", "") for cell in executed.cells for output in cell.get("outputs", []))


LOOK = """
import os, random, sys, warnings, numpy, matplotlib.pyplot as plt, pandas
print("secret" in globals(), os.getcwd(), os.environ.get("LEFT"), plt.rcParams["font.size"], "left" in sys.path)
print(pandas.get_option("display.max_rows"), len(plt.get_fignums()), sys.getrecursionlimit())
print(random.random(), numpy.random.rand(), [f[0] for f in warnings.filters])
"""
BEND = """
secret = 1
import os, random, sys, warnings, numpy, matplotlib.pyplot as plt, pandas
os.chdir("/"); os.environ["LEFT"] = "1"; sys.path.append("left"); plt.rcParams["font.size"] = 99; plt.figure()
warnings.simplefilter("ignore"); random.seed(5); numpy.random.seed(5); pandas.set_option("display.max_rows", 3)
sys.setrecursionlimit(5000)
"""


def test_nothing_of_one_notebook_is_seen_by_the_next(kernel: Kernel, run: Run) -> None:
    before = run(kernel, LOOK)
    run(kernel, BEND)
    after = run(kernel, LOOK)
    assert _said(before).startswith("False")
    assert _said(after) == _said(before)


def test_executed_copy_has_parameters_counts_and_no_trace_of_when(kernel: Kernel, run: Run) -> None:
    executed = run(kernel, "print(study)")
    assert _said(executed) == "마을\n"
    assert [cell.execution_count for cell in executed.cells if cell.cell_type == "code"] == [1, 2, 3]
    text = nbformat.writes(executed)
    assert not re.search(r"\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|duration", text) and str(stages.NOTEBOOKS) not in text
    assert run(kernel, "print(study)") == executed


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        ("1/0", "notebooks/toy.ipynb, step '걸음', cell 4 stopped: ZeroDivisionError: division by zero"),
        ("import sys; sys.exit()", "stopped: it ended before its last cell"),
        ("import time; time.sleep(8)", "stopped: a cell took longer than 3 s"),
    ],
)
def test_a_cell_that_does_not_end_well_fails_the_run(kernel: Kernel, run: Run, cell: str, cause: str) -> None:
    with pytest.raises(StageFailed) as caught:
        run(kernel, cell, "print('after')", limits=Limits.of(Options(cell_timeout=3)))
    assert cause in caught.value.cause
    assert "toy.failed.ipynb" in caught.value.remedy
    assert caught.value.executed is not None
    assert "after" not in _said(caught.value.executed)


def test_a_study_error_is_told_in_its_own_words(kernel: Kernel, run: Run) -> None:
    with pytest.raises(StageFailed) as caught:
        run(kernel, "from helpers.errors import StudyError\nraise StudyError('물이 없다.', '물을 붓는다.')")
    assert caught.value.cause == "물이 없다. (notebooks/toy.ipynb, step '걸음', cell 4)"
    assert caught.value.remedy == "물을 붓는다."


def test_a_dead_kernel_fails_the_run_and_leaves_no_process(run: Run, tmp_path: Path) -> None:
    started = tmp_path / "pid"
    leave = "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'], start_new_session=True)"
    note = f"pathlib.Path({str(started)!r}).write_text(str(child.pid))"
    with Kernel(tmp_path) as kernel, pytest.raises(StageFailed, match="its kernel died"):
        pids = [compat.kernel_process(kernel.manager).pid]
        run(kernel, f"import os, pathlib, subprocess, sys\n{leave}\n{note}\nos._exit(3)", "print('after')")
    pids.append(int(started.read_text()))
    left = [psutil.Process(pid) for pid in pids if psutil.pid_exists(pid)]
    assert psutil.wait_procs(left, timeout=10)[1] == []  # one that is just ending may still be listed


@pytest.mark.skipif(os.name != "posix", reason="there are no stopped processes elsewhere")
def test_a_kernel_that_neither_works_nor_answers_is_ended(run: Run, tmp_path: Path) -> None:
    stop = "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)"
    with Kernel(tmp_path) as kernel, pytest.raises(StageFailed, match="neither worked nor answered for 3 s"):
        run(kernel, stop, "print('after')", limits=Limits.of(Options(watchdog=3)))


@pytest.mark.skipif(os.name != "posix", reason="there are no stopped processes elsewhere")
def test_a_kernel_that_is_stopped_while_it_starts_is_not_awaited_for_ever(run: Run, tmp_path: Path) -> None:
    with Kernel(tmp_path) as kernel:
        compat.kernel_process(kernel.manager).send_signal(signal.SIGSTOP)
        with pytest.raises(StudyError, match="did not start: Kernel died"):
            run(kernel, "pass", limits=Limits.of(Options(watchdog=2)))


def test_a_kernel_that_waits_or_works_long_is_left_alone(kernel: Kernel, run: Run) -> None:
    code = "import time; time.sleep(3); began = time.process_time()\nwhile time.process_time() < began + 2: pass"
    assert _said(run(kernel, code, "print('after')", limits=Limits.of(Options(watchdog=2)))) == "after\n"


def test_a_cell_with_magics_runs_and_one_that_is_no_python_is_told(kernel: Kernel, run: Run) -> None:
    assert _said(run(kernel, "%matplotlib inline\n!echo 소리", "print('after')")).endswith("after\n")
    with pytest.raises(StageFailed, match=r"cell 4 stopped: SyntaxError"):
        run(kernel, "if True print(1)")


@pytest.mark.parametrize("cell", ["%%time\nprint('in')", "%%capture\nprint('in')", "!ls", "len?", "%time print('in')"])
def test_whatever_magic_a_person_leaves_in_a_cell_runs(kernel: Kernel, run: Run, cell: str) -> None:
    assert _said(run(kernel, cell, "print('after')")).endswith("after\n")


def test_an_import_that_fails_is_told_with_its_cell(kernel: Kernel, run: Run) -> None:
    with pytest.raises(StageFailed, match="cell 4 stopped: ModuleNotFoundError: No module named 'no_such_package'"):
        run(kernel, "import no_such_package")


def test_a_cell_that_is_meant_to_raise_does_not_fail_the_run(kernel: Kernel, tmp_path: Path, run: Run) -> None:
    run(kernel, "pass")
    path = tmp_path / "toy.ipynb"
    book = nbformat.read(path, as_version=4)
    book.cells.insert(2, nbformat.v4.new_code_cell("1 / 0", id="r", metadata={"tags": ["raises-exception"]}))
    book.cells.append(nbformat.v4.new_code_cell("print('after')", id="z"))
    nbformat.write(book, path)
    notebooks.read_notebook.cache_clear()
    executed = execute(Stage("toy"), kernel=kernel, parameters={}, environment={})
    assert _said(executed) == "after\n"


def test_a_notebook_without_cell_ids_runs(kernel: Kernel, tmp_path: Path, run: Run) -> None:
    run(kernel, "print('said')")
    path = tmp_path / "toy.ipynb"
    book = json.loads(path.read_text("utf-8"))
    for cell in book["cells"]:
        del cell["id"]
    path.write_text(json.dumps(book | {"nbformat_minor": 4}), "utf-8")
    notebooks.read_notebook.cache_clear()
    executed = execute(Stage("toy"), kernel=kernel, parameters={"study": "a"}, environment={})
    assert _said(executed) == "said\n"
    assert [cell["id"] for cell in executed.cells] == ["cell-1", "injected-1", "cell-2", "cell-3"]


def test_nothing_of_the_machine_that_bends_results_reaches_a_kernel(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = {
        "KIWI_ARCH_TYPE": "none",
        "_JAVA_OPTIONS": "-x",
        "PYTHONSTARTUP": "x",
        "PYTHONINSPECT": "1",
        "OMP_NUM_THREADS": "1",
    }
    for name, value in bad.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "numpy.py").write_text("raise SystemExit('not NumPy')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    specs = tmp_path / "share" / "kernels" / "python3"
    specs.mkdir(parents=True)
    (specs / "kernel.json").write_text('{"argv": ["false"], "display_name": "other", "language": "python"}')
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share"))
    (tmp_path / "cwd").mkdir()
    with Kernel(tmp_path / "cwd") as kernel:
        seen = f"import os, sys, numpy; print([n for n in {sorted(bad)} if n in os.environ], sys.executable)"
        assert _said(run(kernel, seen)) == f"[] {sys.executable}\n"
