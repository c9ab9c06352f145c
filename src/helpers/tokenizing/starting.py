"""How the process of the analyzers is started: with the same Java, options and surroundings whoever starts it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

# The collector without threads of its own, and a small place for what is new, take a third of the memory; an article is
# read sooner than the second compiler pays for itself.
JAVA_OPTIONS = " ".join(
    (
        "-XX:+UseSerialGC -Xmn24m -XX:MaxTenuringThreshold=0 -XX:TieredStopAtLevel=1 -XX:+DisableExplicitGC",
        "-XX:+ExitOnOutOfMemoryError",  # what else is being read would decide whether a text can be
    )
)
WORKER = Path(__file__).with_name("worker.py")


def start() -> subprocess.Popen[str]:
    """``worker.py``, with pipes for what is asked and answered."""
    paths = os.pathsep.join(str(Path(path).absolute()) for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable, "-P", str(WORKER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**_without_settings(), "PYTHONPATH": paths, "JAVA_TOOL_OPTIONS": JAVA_OPTIONS},
        cwd=tempfile.gettempdir(),
        start_new_session=True,
    )


def _without_settings() -> dict[str, str]:
    """The environment without what Java or Python would take for settings: they change what analyzers read."""
    others = (
        "_JAVA_OPTIONS",
        "JDK_JAVA_OPTIONS",
        "CLASSPATH",
        "JAVA_HOME",
        "PYTHONHOME",
        "PYTHONINSPECT",
        "PYTHONWARNINGS",
    )
    return {name: value for name, value in os.environ.items() if name not in others}
