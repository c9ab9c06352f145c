"""Inside a kernel: make one notebook after another start as if the kernel were new.

All names are removed, with In, Out and the cell count. What a notebook may have changed is set back: working directory,
environment, import path, warnings, random states, matplotlib's settings and open figures, pandas' options. What takes
long to load and remembers nothing of a notebook stays: imported modules, the Java machine, analyzer models.
"""

from __future__ import annotations

import gc
import os
import random
import sys
import warnings
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from helpers import stages
from helpers.running import compat

_at_start: dict[str, Any] = {}


def load(code: str) -> None:
    """Run code that loads what notebooks will need; a line that fails is ignored: the notebook's cell will tell."""
    names: dict[str, Any] = {}
    for line in code.splitlines():
        with suppress(Exception):
            exec(line, names)


def remember() -> None:
    """Note the state that ``restore`` brings back; called once, before the kernel's first notebook.

    The libraries that every notebook uses are loaded first: what their import changes (warnings, for one) is there
    for the first notebook as it is for the next.
    """
    import pandas  # noqa: F401

    _at_start.update(
        cwd=os.getcwd(),  # noqa: PTH109 - a kernel may start in a folder that is gone
        environment=dict(os.environ),
        path=list(sys.path),
        argv=list(sys.argv),
        filters=list(warnings.filters),
        limit=sys.getrecursionlimit(),
        streams=(sys.stdin, sys.stdout, sys.stderr),
    )
    _keep_all_output()


def _keep_all_output() -> None:
    """Let what is printed wait for a client that is slow to take it; a kernel drops what exceeds 1,000 messages."""
    import zmq
    from IPython.core.getipython import get_ipython

    thread = get_ipython().kernel.iopub_thread  # type: ignore[union-attr]
    thread.schedule(lambda: thread.socket.setsockopt(zmq.SNDHWM, 0))


def restore(environment: Mapping[str, str]) -> None:
    """Bring the state back, with ``environment`` set on top of the one at the start."""
    from IPython.core.getipython import get_ipython

    os.chdir(_at_start["cwd"])
    os.environ.clear()
    os.environ.update(_at_start["environment"] | dict(environment))
    stages.grant(None)
    sys.path[:] = _at_start["path"]
    sys.argv[:] = _at_start["argv"]
    sys.setrecursionlimit(_at_start["limit"])
    sys.stdin, sys.stdout, sys.stderr = _at_start["streams"]
    warnings.filters[:] = _at_start["filters"]  # type: ignore[index]
    compat.filters_changed()
    _forget_warnings_shown()
    random.seed(0)
    _restore_libraries()
    shell = get_ipython()
    assert shell is not None
    shell.reset(new_session=True)  # it looks for garbage in all that there is ...
    gc.freeze()  # ... which from now on need not be looked through again: it is what stays


def _forget_warnings_shown() -> None:
    for module in list(sys.modules.values()):
        getattr(module, "__warningregistry__", {}).clear()


def _restore_libraries() -> None:
    import matplotlib
    import numpy
    import pandas
    from matplotlib import pyplot

    numpy.random.seed(0)
    pyplot.close("all")
    backend = matplotlib.get_backend()
    matplotlib.rcdefaults()
    matplotlib.rcParams["backend"] = backend
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pandas.reset_option("all")
