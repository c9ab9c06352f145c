"""The private doors of other packages that ``running/compat`` goes through: a version that closes one is named here."""

import ast
import inspect
import subprocess
import sys
import warnings
from importlib.metadata import version
from types import FunctionType

import pytest

from helpers.running import compat
from made.sources import PACKAGE

# documented, whatever their first letter
PUBLIC = {"os._exit", "_replace", "_fields", "_render_traceback_"}


def _closed(package: str, door: str) -> str:
    return f"{package} {version(package)} has no {door} any more: mend running/compat.py or pin an earlier {package}"


def test_jupyter_client_tells_the_process_of_a_kernel() -> None:
    from jupyter_client.manager import KernelManager
    from jupyter_client.provisioning import LocalProvisioner

    assert hasattr(KernelManager, "provisioner"), _closed("jupyter_client", "KernelManager.provisioner")
    assert hasattr(LocalProvisioner, "process"), _closed("jupyter_client", "LocalProvisioner.process")


def test_python_forgets_what_replaced_warning_filters_decided() -> None:
    assert hasattr(warnings, "_filters_mutated"), f"Python {sys.version.split()[0]} has no warnings._filters_mutated"
    with warnings.catch_warnings(record=True) as caught:
        warnings.filters[:] = [("ignore", None, Warning, None, 0)]
        compat.filters_changed()
        warnings.warn("책", stacklevel=1)
        warnings.filters[:] = [("always", None, Warning, None, 0)]
        compat.filters_changed()
        warnings.warn("책", stacklevel=1)
    assert len(caught) == 1


@pytest.mark.long
def test_notebooks_are_checked_without_the_grammar_of_addresses() -> None:
    code = (
        "import sys; from helpers.running import compat; compat.skip_address_grammar(); import nbformat; "
        "nbformat.validate(nbformat.v4.new_notebook()); print('lark' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, _closed("jsonschema", "way to do without rfc3987_syntax") + f"\n{done.stderr}"
    assert done.stdout.strip() == "False", _closed("rfc3987_syntax", "module of that name")


def test_every_door_is_guarded_here() -> None:
    doors = {name for name, value in vars(compat).items() if isinstance(value, FunctionType)}
    assert doors == {"kernel_process", "filters_changed", "skip_address_grammar"}
    assert all(inspect.getdoc(getattr(compat, name)) for name in doors), "each with its reason"


def test_no_other_module_goes_through_a_private_door() -> None:
    """But through its own: what begins with self or cls."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
                used, owner = ast.unparse(node), ast.unparse(node.value)
                if owner not in ("self", "cls") and not {used, node.attr} & PUBLIC:
                    found.append(f"{path.relative_to(PACKAGE).as_posix()}: {used}")
    assert found == ["running/compat.py: warnings._filters_mutated"]
