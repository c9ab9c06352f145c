"""The four notebooks as stages: what each reads and writes, and what its result depends on."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import store
from helpers.errors import StudyError
from helpers.running import modules
from helpers.running.parameters import FIELDS

if TYPE_CHECKING:
    import nbformat

NOTEBOOKS = Path(modules.PACKAGE).parents[1] / "notebooks"


@dataclass(frozen=True)
class Stage:
    """One notebook.

    raw     the files of data/raw/<study>/ that it reads, as patterns
    kernel  stages of one kind of kernel share a warm one: what is dear to load is loaded once, and no more than needed
    ahead   code, after the notebook's imports and with its parameters, that starts what takes long before it is needed
    """

    name: str
    raw: tuple[str, ...]
    kernel: str = "language"
    ahead: str = ""

    @property
    def notebook(self) -> Path:
        return NOTEBOOKS / f"{self.name}.ipynb"

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The tables that the notebook's code reads, in order; the code is what says so."""
        return _named("read", self.code)

    @cached_property
    def writes(self) -> tuple[str, ...]:
        """The tables that it writes."""
        return _named("write", self.code)

    @cached_property
    def code(self) -> str:
        """The notebook's code cells; its Markdown changes no result."""
        return "\n".join(source for source, _ in code_cells(self.notebook))

    @cached_property
    def imports(self) -> str:
        """Its import statements, as code."""
        found = (node for node in ast.parse(self.code).body if isinstance(node, ast.Import | ast.ImportFrom))
        return "\n".join(map(ast.unparse, found))

    @cached_property
    def helpers(self) -> str:
        """What it names of packages of ``helpers``, as code: they load a module when something in it is asked for."""
        found = (node for node in ast.walk(ast.parse(self.imports)) if isinstance(node, ast.ImportFrom))
        packages = {alias.name for node in found if (node.module or "").startswith("helpers") for alias in node.names}
        named = re.findall(r"\b(\w+)\.(\w+)", self.code)
        return "\n".join(dict.fromkeys(f"{package}.{name}" for package, name in named if package in packages))

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """The parameters that the notebook takes, without ``study``."""
        return tuple(name for name in parameters_cell(self.notebook) if name in FIELDS)

    def raw_files(self, study: str) -> list[Path]:
        folder = store.raw_folder(study)
        return sorted(path for pattern in self.raw for path in folder.glob(pattern) if path.is_file())

    def fingerprint(self) -> str:
        """One hash of what computes this stage: its code cells and the helpers that they can reach."""
        reached = modules.digest(modules.reachable(self.code))
        return hashlib.sha256(f"{self.code}\0{reached}".encode()).hexdigest()


STAGES = (
    Stage("01_clean", raw=("articles/*", "articles.yml")),
    Stage("02_tokenize", raw=("dictionary.tsv",), ahead="tokenizing.prepare(analyzer, *cross_check)"),
    Stage(
        "03_keywords",
        raw=("stopwords.txt",),
        kernel="statistics",
        ahead="import matplotlib.pyplot, networkx, pyarrow.parquet, scipy.sparse, scipy.special",
    ),
    Stage("04_narrative", raw=("codebook.yml", "codings/*.csv"), kernel="statistics"),
)


def _named(verb: str, code: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.findall(rf'\bstore\.{verb}\(\s*"(\w+)"', code)))


@cache
def read_notebook(path: Path) -> nbformat.NotebookNode:
    """The notebook as committed, to be executed. Do not change what this returns: it is shared."""
    import nbformat

    return nbformat.reads(store.read_text(path), as_version=4)


@cache
def code_cells(path: Path) -> tuple[tuple[str, bool], ...]:
    """Source of each code cell, and whether it is the parameters'. Plain JSON: to load nbformat takes over a second."""
    try:
        cells = json.loads(store.read_text(path))["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        return tuple(("".join(cell["source"]), "parameters" in cell["metadata"].get("tags", [])) for cell in code)
    except (ValueError, KeyError, TypeError) as error:
        raise StudyError(f"{store.relative(path)} is no notebook: {error!r}.", "Restore it: git checkout.") from error


def parameters_cell(path: Path) -> dict[str, Any]:
    """Name -> default of each assignment in the notebook's cell tagged ``parameters``."""
    source = next((source for source, tagged in code_cells(path) if tagged), "")
    return {
        node.target.id: ast.literal_eval(node.value)
        for node in ast.parse(source).body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value
    }
