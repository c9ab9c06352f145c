"""How large the house is: lines, files, functions, imports between folders, packages.

python tests/bench/size.py
"""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "helpers"
CORE = ("kernel", "kernels", "clean_slate", "scratch", "watchdog", "engine")


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions(path: Path) -> list[tuple[int, str]]:
    """Of each function its lines, from its name to its end, and where it stands."""
    tree = ast.parse(path.read_text("utf-8"))
    found = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [(node.end_lineno - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.name}") for node in found]


def main() -> None:
    source, tests = sorted(PACKAGE.rglob("*.py")), sorted((ROOT / "tests").rglob("*.py"))
    sizes = sorted((lines_of(path), path.relative_to(PACKAGE).as_posix()) for path in source)
    every = sorted(pair for path in source for pair in functions(path))
    lengths = [length for length, _ in every]
    rooms = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = sum(" == " in line or "==" in line.split(";")[0] for line in _lock())
    print(f"source           {sum(size for size, _ in sizes):,} lines in {len(source)} files, {len(rooms)} folders")
    print(
        f"  a file         median {median(size for size, _ in sizes):.0f} lines, largest {sizes[-1][0]} ({sizes[-1][1]})"
    )
    print(f"  over 250 lines {', '.join(f'{name} {size}' for size, name in sizes if size > 250) or 'none'}")
    print(f"  under 60 lines {sum(size < 60 for size, _ in sizes)} files")
    print(
        f"functions        {len(every):,}; median {median(lengths):.0f} lines, {sum(n > 25 for n in lengths)} over 25"
    )
    print(f"  largest        {', '.join(f'{where} {length}' for length, where in reversed(every[-3:]))}")
    print(f"lexicons         {sum(lines_of(path) for path in PACKAGE.rglob('*.yml')):,} lines of YAML")
    print(f"tests            {sum(map(lines_of, tests)):,} lines in {len(tests)} files")
    core = [PACKAGE / "running" / f"{name}.py" for name in CORE]
    print(f"kernels          {sum(map(lines_of, core))} lines in {len(core)} files ({', '.join(CORE)})")
    print(f"packages         {len(project['dependencies'])} named, {locked} locked")


def _lock() -> list[str]:
    return [line for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines() if line[:1].isalnum()]


if __name__ == "__main__":
    main()
