"""What the tests share: an invented article, and a project folder of their own to read and write in."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
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


# --- what a machine may lack, and what `make quick` leaves out -------------------------------------------------------
NO_BROWSER = "no Chromium"
# what a test that is not marked slow may not start
HEAVY = ("ipykernel", "java", "worker.py", "chrom", "google-chrome")  # worker.py: KoNLPy's analyzers, in a Java
BROWSER = find_browser()


def needs_browser(item: pytest.Item) -> bool:
    return item.get_closest_marker("browser") is not None or "browser" in getattr(item, "fixturenames", ())


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What is slow as a whole is not even imported where slow tests are left out."""
    left_out = "not slow" in config.option.markexpr and collection_path.name.startswith("test_")
    return True if left_out and "\npytestmark = pytest.mark.slow" in collection_path.read_text("utf-8") else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in filter(needs_browser, items):
        item.add_marker("slow")
    first = {item.path for item in items if item.get_closest_marker("slow") or item.get_closest_marker("long")}
    items.sort(key=lambda item: item.path not in first)  # of two processes none is left with the long ones at the end


def pytest_runtest_setup(item: pytest.Item) -> None:
    if needs_browser(item) and BROWSER is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs a browser: .ci/run installs one")
        pytest.skip(NO_BROWSER)


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
