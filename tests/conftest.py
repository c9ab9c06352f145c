"""What the tests share: an invented article, and a project folder of their own to read and write in."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from helpers.running import compat
from helpers.running.pdf import find_browser
from made.village import ARTICLE

settings.register_profile("busy", suppress_health_check=[HealthCheck.too_slow], deadline=None)  # on a busy machine
settings.register_profile("quick", settings.get_profile("busy"), max_examples=10)  # see also made/examples.py
settings.load_profile("busy")
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # started in the background: what tests start would not hear it
    signal.signal(signal.SIGINT, signal.default_int_handler)
gc.disable()  # until all tests are collected, of which nothing can be freed: looking for it took a quarter of the time
compat.skip_address_grammar()  # three seconds of each process, for addresses that no notebook has


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder that helpers.store reads and writes in for the length of a test."""
    monkeypatch.setenv("STUDY_ROOT", str(tmp_path))
    monkeypatch.delenv("STUDY_STAGE", raising=False)
    (tmp_path / "data" / "raw").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def village(project: Path) -> Path:
    """The folder of an invented study, 'village', with one invented article."""
    folder = project / "data" / "raw" / "village"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "library.txt").write_text(ARTICLE, "utf-8")
    (folder / "study.yml").write_text(
        "title: 도서관\nquestion: 왜 다시 여는가?\nthesis: 꾸준한 투자가 도서관을 살렸다.\n", "utf-8"
    )
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield launched
        launched.close()


# --- what `make quick` leaves out -------------------------------------------------------------------------------------
FEW = 3  # of a test with many cases: the first, the last and one between
# what a test that is not marked slow may not start
HEAVY = ("ipykernel", "java", "worker.py", "chrom", "google-chrome")  # worker.py: KoNLPy's analyzers, in a Java
# these take longest: with two processes none is left with one of them at the end
LONGEST = (
    "running/test_faults.py",
    "test_reference_study.py",
    "tokenizing/test_analyzers.py",
    "reporting/test_browser.py",
    "running/test_freshness_of_inputs.py",
    "corpus/test_cluster.py",
    "running/test_corpora.py",
    "project/test_patterns.py",
    "corpus/test_update.py",
    "test_cli.py",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="every room on a few sentences, without what is slow or long")


def pytest_configure(config: pytest.Config) -> None:
    if config.option.quick:
        config.option.markexpr = "not slow and not long"
        settings.load_profile("quick")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What is slow as a whole is not even imported where slow tests are left out."""
    left_out = "not slow" in config.option.markexpr and collection_path.name.startswith("test_")
    return True if left_out and "\npytestmark = pytest.mark.slow" in collection_path.read_text("utf-8") else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in filter(needs_browser, items):
        item.add_marker("slow")
    if config.option.quick:
        kept = _a_few_of_each(items)
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = [item for item in items if item in kept]
    slow = {item.path for item in items if item.get_closest_marker("slow") or item.get_closest_marker("long")}
    places = {name: place for place, name in enumerate(LONGEST)}
    last = len(LONGEST)

    def rank(item: pytest.Item) -> int:
        own = places.get(item.path.relative_to(Path(__file__).parent).as_posix(), last)
        return own if item.path in slow else last + 1

    items.sort(key=rank)


def pytest_collection_finish() -> None:
    gc.freeze()  # the tests themselves: they stay to the end
    gc.enable()


def _a_few_of_each(items: list[pytest.Item]) -> set[pytest.Item]:
    """Of each test the first case, the last, and one between; those that are slow or long are not counted."""
    cases: dict[tuple[Path, str], list[pytest.Item]] = {}
    for item in items:
        if not (item.get_closest_marker("slow") or item.get_closest_marker("long")):
            cases.setdefault((item.path, item.name.partition("[")[0]), []).append(item)
    few = (
        each if len(each) <= FEW else [each[place * (len(each) - 1) // (FEW - 1)] for place in range(FEW)]
        for each in cases.values()
    )
    return {item for chosen in few for item in chosen}


# --- what a machine may lack -------------------------------------------------------------------------------------------
NO_BROWSER = "no Chromium"
BROWSER = find_browser()


def needs_browser(item: pytest.Item) -> bool:
    return item.get_closest_marker("browser") is not None or "browser" in getattr(item, "fixturenames", ())


def pytest_runtest_setup(item: pytest.Item) -> None:
    if needs_browser(item) and BROWSER is None:
        pytest.skip(NO_BROWSER)


NOT_OF_CI = ("only root can", "no small disk", "without setpriv", "not in a checkout")  # what its machines may not do


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI nothing is left out for want of a tool: .ci/run installs what tests need, or the test fails."""
    report = yield
    if report.skipped and os.environ.get("CI") and not any(reason in str(report.longrepr) for reason in NOT_OF_CI):
        report.outcome, report.longrepr = "failed", f"CI has all that tests need: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say in one line what was left out, and how to have it."""
    reasons = (str(report.longrepr) for report in terminalreporter.stats.get("skipped", []))
    if left_out := sum(NO_BROWSER in reason for reason in reasons):
        terminalreporter.write_line(
            f"{left_out} tests of the report in a browser were left out: install Chromium (apt install chromium)."
        )


@pytest.fixture(autouse=True)
def only_slow_tests_start_something_heavy(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that starts a kernel, Java or a browser and is not marked slow fails, so that `make quick` stays quick."""
    _Watch.quick = request.node.get_closest_marker("slow") is None
    yield
    _Watch.quick = False


class _Watch:
    quick = False


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "subprocess.Popen" and _Watch.quick:
        words = [Path(os.fsdecode(word)).name for word in (arguments[0], *arguments[1])]
        heavy = [word for word in words if word.startswith(HEAVY)]
        assert not heavy, f"{heavy[0]} was started: mark the test slow"


sys.addaudithook(_watch)
