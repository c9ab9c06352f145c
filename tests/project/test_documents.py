"""What the documents say: links that lead somewhere, commands that there are, measures as the code computes them."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from helpers.cli.parser import make_parser
from made.village import CHECKOUT

DOCS = sorted((CHECKOUT / "docs").rglob("*.md"))
READ = [*sorted(CHECKOUT.glob("*.md")), *DOCS, *sorted((CHECKOUT / "notebooks").glob("*.md"))]
MEASURES = CHECKOUT / "docs" / "measures.md"
SECTIONS = re.split(r"^## ", MEASURES.read_text("utf-8"), flags=re.MULTILINE)[1:]


def prose(path: Path) -> str:
    """The text without what stands in blocks of code."""
    return re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def anchors(path: Path) -> set[str]:
    """What a heading can be linked by, as GitHub and the site make it."""
    heads = re.findall(r"^#+ (.*)$", prose(path), re.MULTILINE)
    return {re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", head).strip().lower()) for head in heads}


@pytest.mark.parametrize("path", READ, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_every_link_leads_to_a_file_of_the_repository_and_to_a_heading_of_it(path: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", prose(path)):
        if not re.match(r"[a-z]+:", link):
            name, _, anchor = link.partition("#")
            target = (path.parent / name).resolve() if name else path
            assert target.exists() and target.is_relative_to(CHECKOUT), link
            assert not anchor or anchor in anchors(target), link


def commands() -> Iterator[tuple[str, str]]:
    for path in DOCS:
        for block in re.findall(r"^```\n(.*?)^```", path.read_text("utf-8"), re.MULTILINE | re.DOTALL):
            yield from ((path.name, line) for line in block.splitlines() if line.startswith("study "))


@pytest.mark.parametrize(("page", "line"), list(commands()))
def test_every_command_of_the_documents_is_one(page: str, line: str) -> None:
    import shlex

    assert make_parser().parse_args(shlex.split(line)[1:]).do


# --- what a document names in its text: files, and commands with their options --------------------------------------
NAMING = [path for path in READ if path.name != "CHANGELOG.md"] + [CHECKOUT / "tests" / "bench" / "README.md"]
# what a run makes, a person's study has or whoever writes names anew
MADE = re.compile(
    r"(?:data/|reports/|site/|codings/|tables/|gallery/)|.*(?:NAME|NN_|이름|나의연구|코더|CODER)|\.venv/|https?:"
)
PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]+)*/?")
OF_A_PERSON = {"helpers.py"}


def spans(path: Path) -> Iterator[str]:
    yield from re.findall(r"`([^`\n]+)`", prose(path))


def named_files() -> set[str]:
    found = {span for path in NAMING for span in spans(path) if PATH.fullmatch(span)}
    found |= {word for words in named_commands() for word in words[1:] if word.endswith(".py")}
    return {span for span in found - OF_A_PERSON if ("/" in span or span.endswith(".py")) and not MADE.match(span)}


def named_commands() -> set[tuple[str, ...]]:
    return {tuple(span.split()) for path in NAMING for span in spans(path) if " " in span and not MADE.match(span)}


def test_every_file_that_a_document_names_is_there() -> None:
    named = named_files()
    assert {"src/helpers/stages.py", "narrative/measuring/", "tests/made/", "src/helpers/lexicons/*.yml"} <= named
    roots = [CHECKOUT, CHECKOUT / "src", CHECKOUT / "src" / "helpers", CHECKOUT / "src" / "helpers" / "reporting"]

    def is_there(name: str) -> bool:
        found = [path for root in roots for path in root.glob(name)]
        found += (CHECKOUT / "src").rglob(name) if "/" not in name else []
        return any(path.is_dir() or not name.endswith("/") for path in found)

    assert sorted(name for name in named if not is_there(name)) == []


def test_every_command_that_a_document_names_in_its_text_is_one() -> None:
    from tests.bench import __main__ as bench

    made = set(re.findall(r"^([a-z]+):", (CHECKOUT / "Makefile").read_text("utf-8"), re.MULTILINE))
    known = make_parser().commands
    wrong = []
    for words in named_commands():
        program, *rest = words
        given = [word.partition("=")[0] for word in rest if word.startswith("-")]
        if program == "make":
            right = set(rest) <= made
        elif program == "study":
            right = rest[0] in known and set(given) <= {*known[rest[0]].options, "--"}
        elif words[:3] == ("python", "-m", "tests.bench"):
            right = set(rest[2:]) <= {*bench.commands(), "analyzers"}
        elif words[:2] == ("python", "-m"):
            right = importlib.util.find_spec(rest[1]) is not None
        else:
            right = True
        wrong += [] if right else [" ".join(words)]
    assert len(known) > 10 and wrong == []


def test_the_site_has_every_page_and_no_other() -> None:
    made = yaml.safe_load((CHECKOUT / "mkdocs.yml").read_text("utf-8"))
    entries = [page for entry in made["nav"] for page in entry.values()]
    pages = {page for entry in entries for page in (entry if isinstance(entry, list) else [entry])}
    assert pages == {path.relative_to(CHECKOUT / "docs").as_posix() for path in DOCS} | {"codebook.md"}


def test_the_examples_of_the_measures_are_what_the_code_gives() -> None:
    failed, tried = doctest.testfile(str(MEASURES), module_relative=False, encoding="utf-8")
    assert failed == 0 and tried > 12


@pytest.mark.parametrize("section", SECTIONS, ids=lambda text: text.splitlines()[0])
def test_a_measure_names_the_function_that_computes_it_and_the_sources_that_this_names(section: str) -> None:
    named = re.findall(r"`(helpers\.[\w.]+)`", section)
    assert named
    told = ""
    for name in named:
        module, _, function = name.rpartition(".")
        told += inspect.getdoc(getattr(importlib.import_module(module), function)) or ""
    for source in re.findall(r"^- Sources: (.*)$", section, re.MULTILINE):
        for authors, year in re.findall(r"([^;]+?) (\d{4})", source):
            last = re.findall(r"\w+", authors)[-1]
            assert re.search(rf"{last}\W+(?:and\W+\w+\W+)?{year}", told), f"{authors} {year}"
