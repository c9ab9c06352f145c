"""The environment of other programs: it bends nothing, and results are the same bytes under any of it."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench.faults.trial import STUDY, Case, Ended, Trial

KIND = "environment"
RAISES = "raise RuntimeError('this is not the module that you look for')\n"
MODULES = (
    "numpy",
    "helpers",
    "json",
    "pandas",
    "yaml",
    "sitecustomize",
    "usercustomize",
    "ipykernel",
    "jpype",
    "random",
)
KERNELSPEC = {"argv": ["/bin/false", "-f", "{connection_file}"], "display_name": "Mine", "language": "python"}


def _others(trial: Trial) -> Path:
    """A folder with modules that raise, named as those of this program, a kernel, IPython and matplotlib settings."""
    folder = trial.folder / "others"
    (folder / "modules").mkdir(parents=True)
    for name in MODULES:
        (folder / "modules" / f"{name}.py").write_text(RAISES if name != "sitecustomize" else "", "utf-8")
    kernel = folder / "jupyter" / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text(json.dumps(KERNELSPEC), "utf-8")
    startup = folder / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("import sys; sys.modules['pandas'] = None; print('startup')\n", "utf-8")
    (folder / "config").mkdir()
    (folder / "config" / "jupyter_config.py").write_text(RAISES, "utf-8")
    (folder / "matplotlibrc").write_text("figure.dpi: 300\nfont.size: 40\nbackend: TkAgg\n", "utf-8")
    (folder / "startup.py").write_text(RAISES, "utf-8")
    return folder


def _sets(trial: Trial) -> dict[str, Mapping[str, str]]:
    others = _others(trial)
    return {
        "modules on PYTHONPATH": {"PYTHONPATH": str(others / "modules")},
        "PYTHONINSPECT, PYTHONSTARTUP": {"PYTHONINSPECT": "1", "PYTHONSTARTUP": str(others / "startup.py")},
        "PYTHONWARNINGS=error": {"PYTHONWARNINGS": "error"},
        "PYTHONOPTIMIZE=2, PYTHONDEVMODE": {"PYTHONOPTIMIZE": "2", "PYTHONDEVMODE": "1"},
        "_JAVA_OPTIONS, JAVA_TOOL_OPTIONS": {"_JAVA_OPTIONS": "-Dfile.encoding=COMPAT -Xmx80m", "JAVA_TOOL_OPTIONS": "-Dx=y"},
        "JAVA_HOME, CLASSPATH of garbage": {"JAVA_HOME": "/nonexistent", "CLASSPATH": "/nonexistent.jar"},
        "KIWI_ARCH_TYPE=none": {"KIWI_ARCH_TYPE": "none"},
        "a kernelspec python3 of another's": {"JUPYTER_PATH": str(others / "jupyter"), "JUPYTER_PREFER_ENV_PATH": "0"},
        "IPython's start-up files, Jupyter's config": {"IPYTHONDIR": str(others / "ipython"), "JUPYTER_CONFIG_DIR": str(others / "config")},
        "matplotlib's settings": {"MATPLOTLIBRC": str(others / "matplotlibrc"), "MPLBACKEND": "TkAgg", "MPLCONFIGDIR": "/dev/null/x"},
        "LANG=C, PYTHONUTF8=0": {"LANG": "C", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        "LANG=ko_KR.eucKR": {"LANG": "ko_KR.eucKR", "LC_ALL": "ko_KR.eucKR"},
        "LANG=tr_TR.UTF-8": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
        "TZ=Pacific/Kiritimati": {"TZ": "Pacific/Kiritimati"},
        "TZ=America/New_York": {"TZ": "America/New_York"},
        "PYTHONHASHSEED=5, another user": {"PYTHONHASHSEED": "5", "USER": "kim", "LOGNAME": "kim"},
        "OMP_NUM_THREADS=1, OpenBLAS for Nehalem": {"OMP_NUM_THREADS": "1", "OPENBLAS_CORETYPE": "Nehalem", "NPY_DISABLE_CPU_FEATURES": "AVX2"},
        "HOME that is not there": {"HOME": "/nonexistent"},
        "STUDY_TABLES, STUDY_STAGE left set": {"STUDY_TABLES": str(others), "STUDY_STAGE": "04_narrative", "STUDY_NAME": "other"},
        "PAGER, EDITOR, BROWSER, DISPLAY": {"PAGER": "false", "EDITOR": "false", "BROWSER": "false", "DISPLAY": ":99"},
        "NO_COLOR, FORCE_COLOR, TERM=dumb, COLUMNS=1": {"NO_COLOR": "1", "FORCE_COLOR": "1", "TERM": "dumb", "COLUMNS": "1"},
    }  # fmt: skip


NAMES = (  # of the sets above, each for a run that has nothing to do
    "modules on PYTHONPATH", "PYTHONINSPECT, PYTHONSTARTUP", "PYTHONWARNINGS=error", "PYTHONOPTIMIZE=2, PYTHONDEVMODE",
    "_JAVA_OPTIONS, JAVA_TOOL_OPTIONS", "JAVA_HOME, CLASSPATH of garbage", "KIWI_ARCH_TYPE=none", "a kernelspec python3 of another's",
    "IPython's start-up files, Jupyter's config", "matplotlib's settings", "LANG=C, PYTHONUTF8=0", "LANG=ko_KR.eucKR", "LANG=tr_TR.UTF-8",
    "TZ=Pacific/Kiritimati", "TZ=America/New_York", "PYTHONHASHSEED=5, another user", "OMP_NUM_THREADS=1, OpenBLAS for Nehalem",
    "HOME that is not there", "STUDY_TABLES, STUDY_STAGE left set", "PAGER, EDITOR, BROWSER, DISPLAY",
    "NO_COLOR, FORCE_COLOR, TERM=dumb, COLUMNS=1",
)  # fmt: skip
WHOLE = {  # several at once, through all stages
    "Python's": ("modules on PYTHONPATH", "PYTHONINSPECT, PYTHONSTARTUP", "PYTHONWARNINGS=error", "PYTHONOPTIMIZE=2, PYTHONDEVMODE"),
    "Java's and the processor's": ("_JAVA_OPTIONS, JAVA_TOOL_OPTIONS", "JAVA_HOME, CLASSPATH of garbage", "KIWI_ARCH_TYPE=none", "OMP_NUM_THREADS=1, OpenBLAS for Nehalem"),
    "Jupyter's, IPython's, matplotlib's": ("a kernelspec python3 of another's", "IPython's start-up files, Jupyter's config", "matplotlib's settings"),
    "place, time, language, user": ("TZ=Pacific/Kiritimati", "LANG=C, PYTHONUTF8=0", "PYTHONHASHSEED=5, another user", "STUDY_TABLES, STUDY_STAGE left set", "HOME that is not there"),
}  # fmt: skip


def _fresh(name: str) -> Callable[[Trial], Ended]:
    return lambda trial: trial("run", STUDY, env=_sets(trial)[name])


def _whole(names: tuple[str, ...], prefix: tuple[str, ...] = ()) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        sets = _sets(trial)
        merged = {key: value for name in names for key, value in sets[name].items()}
        return trial("run", STUDY, "--force", env=merged, prefix=prefix)

    return do


STUDY_SCRIPT = (str(Path(sys.executable).with_name("study")),)
SAFE = (
    sys.executable,
    "-P",
    "-m",
    "helpers.cli",
)  # without -P Python takes a helpers.py there for ours, before our first line


def _from_folder(program: tuple[str, ...], *words: str) -> Callable[[Trial], Ended]:
    """Called in a folder in which modules with the names of others lie, a helpers.py among them."""

    def do(trial: Trial) -> Ended:
        return trial(*words, program=program, cwd=_others(trial) / "modules", env={"PYTHONSAFEPATH": ""})

    return do


def _moved(trial: Trial) -> Ended:
    """The project was moved to another folder."""
    place = trial.folder / "다른 자리 $(x) 'q'"
    place.mkdir()
    for part in ("data", "reports"):
        shutil.move(trial.root / part, place / part)
    ended = trial("run", STUDY, env={"STUDY_ROOT": str(place)})
    for part in ("data", "reports"):
        shutil.move(place / part, trial.root / part)
    return ended


def _nothing_ran(trial: Trial, ended: Ended) -> str:
    ran = [line for line in ended.err.splitlines() if line.startswith(f"{STUDY}: ")]
    return f"status {ended.status}: {ended.said[-300:]}" if ended.status or ran else ""


ONE = ("taskset", "-c", "0") if shutil.which("taskset") and sys.platform == "linux" else ()
CASES = [
    *(Case(KIND, name, _fresh(name), "ignored") for name in NAMES),
    *(Case(KIND, f"run --force: {what} settings", _whole(names), "ignored") for what, names in WHOLE.items()),
    Case(KIND, "run --force on one processor", _whole((), ONE), "ignored"),
    Case(KIND, "called where modules of others' names lie, list", _from_folder(STUDY_SCRIPT, "list"), lambda t, e: "" if e.status == 0 and STUDY in e.out else e.said[-300:]),
    Case(KIND, "called there by python -P -m helpers.cli, list", _from_folder(SAFE, "list"), lambda t, e: "" if e.status == 0 and STUDY in e.out else e.said[-300:]),
    Case(KIND, "called there, run --force", _from_folder(STUDY_SCRIPT, "run", STUDY, "--force"), "ignored"),
    Case(KIND, "the project was moved", _moved, _nothing_ran),
]  # fmt: skip
