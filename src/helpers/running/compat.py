"""All uses of other packages' private interfaces, each with its reason.

``tests/running/test_compat.py`` names the version that removed one.
"""

from __future__ import annotations

import sys
import warnings
from typing import Any


def kernel_process(manager: Any) -> Any:
    """jupyter_client: the process of a kernel, to end it at once.

    The manager's own end polls every 0.1 seconds, and offers no handle on what it started; some 0.3 seconds a kernel.
    """
    return getattr(getattr(manager, "provisioner", None), "process", None)


def filters_changed() -> None:
    """warnings: say that the list of filters was replaced, so that decisions made by the old one are forgotten."""
    warnings._filters_mutated()  # type: ignore[attr-defined]


def skip_address_grammar() -> None:
    """jsonschema, which nbformat loads: do without a grammar of internationalised addresses that no notebook needs.

    Compiling it takes over a second at each start; jsonschema goes without if there is no such module.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
