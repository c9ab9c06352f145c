"""The environment of kernels: what they need of the machine, and nothing that could change a result."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import helpers

# what passes of a user's environment; everything else (settings of Java, Kiwi, Python, NumPy, matplotlib) stays out
PASSED = (
    *("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "VIRTUAL_ENV", "STUDY_ROOT"),
    *("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "COVERAGE_PROCESS_START"),
    *("SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "APPDATA", "LOCALAPPDATA", "USERPROFILE", "PROGRAMDATA"),
)
# the same hashes, texts and figures in every kernel: what runs is the notebook alone
FIXED = {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "MPLBACKEND": "module://matplotlib_inline.backend_inline"}
KERNEL = (sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}")


def kernel_environment(folder: Path) -> dict[str, str]:
    """The environment of a kernel whose temporary files go to ``folder``."""
    passed = {name: value for name in PASSED if (value := os.environ.get(name)) is not None}
    own = {
        "PYTHONPATH": str(Path(helpers.__file__).parents[1]),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder)),
    }
    return passed | FIXED | own


def leave_others_out(environment: Mapping[str, str] = os.environ) -> None:
    """Take the folders of PYTHONPATH out of this process's import path: a numpy.py there would hide NumPy."""
    ours = Path(helpers.__file__).parents[1]
    given = [part for part in environment.get("PYTHONPATH", "").split(os.pathsep) if part]
    others = {os.path.realpath(part) for part in given if Path(part).resolve() != ours.resolve()}
    sys.path[:] = [part for part in sys.path if not part or os.path.realpath(part) not in others]
