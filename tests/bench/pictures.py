"""The pictures of README and docs, taken anew: ``python -m tests.bench.pictures`` (``report``, ``gallery``, ``hour``).

Needs a Chromium (as ``study run --pdf``). ``report`` shows the reference report as it lies in reports/; ``gallery``
runs the example studies; ``hour`` drives a real JupyterLab in a project of its own, from a new article to the report,
and prints what each step took.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from helpers.running.pdf import find_browser

HOME = Path(__file__).parents[2]
DOCS, GALLERY = HOME / "docs", HOME / "docs" / "gallery"
STUDY = [sys.executable, "-m", "helpers.cli"]
PORT = 8959
CURRENT = "window.jupyterapp.shell.currentWidget"
KERNEL = f"{CURRENT}?.context?.sessionContext?.session?.kernel"
READY = f"{KERNEL}?.status === 'idle' && {KERNEL}?.connectionStatus === 'connected'"


def save(page: Page, path: Path, width: int = 1000) -> None:
    """A picture of the page as it shows, in few colours and no wider than ``width``."""
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = taken.resize((width, round(taken.height * width / taken.width)), Image.Resampling.LANCZOS)
    small.quantize(128).save(path, optimize=True)
    print(f"{path.relative_to(HOME)}: {path.stat().st_size // 1000} kB")


@contextmanager
def browser(width: int = 1280, height: int = 800) -> Iterator[Page]:
    with sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": width, "height": height})
        page.on("dialog", lambda dialog: dialog.accept())
        yield page
        chromium.close()


def report() -> None:
    with browser(1000, 900) as page:
        page.goto((HOME / "reports/accumulation/report.html").as_uri())
        save(page, HOME / ".github" / "report.png")


def gallery() -> None:
    study("run", "--all", folder=GALLERY)
    with browser() as page:
        for made in sorted(GALLERY.glob("reports/*/report.html")):
            page.goto(made.as_uri())
            save(page, GALLERY / f"{made.parent.name}.png")


def study(*words: str, folder: Path) -> float:
    """Run the command in a project and return the seconds that it took."""
    environment = {name: value for name, value in os.environ.items() if name != "STUDY_ROOT"}
    began = time.monotonic()
    subprocess.run([*STUDY, *words], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def hour() -> None:
    """From a saved script to its report, in Lab."""
    example = GALLERY / "data/raw/night-bus"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "mine"
        study("init", str(folder), folder=Path(place))
        asked = ["--question", "누구의 밤이 달라졌나?", "--thesis", "심야버스를 늘리자 퇴근길이 나아졌다."]
        new = study("new", "night-bus", "--article", str(example / "articles/script.txt"), *asked, folder=folder)
        told("study new", new)
        with lab(folder, Path(place)) as address, browser() as page:
            page.goto(address)
            page.wait_for_selector(".jp-RenderedMarkdown h1", timeout=90_000)
            page.wait_for_timeout(1500)
            save(page, DOCS / "hour" / "1-start.png")
            notebook(page, address, "01_clean")
            show(page, "## 무엇을 왜 덜어 냈나", "2-cleaned")
            told("study run, from nothing", study("run", "night-bus", folder=folder))
            notebook(page, address, "codebook")
            show(page, "## 문장마다 붙은 코드", "3-sample-codebook")
            cell(page, -2)  # the last but one shows anew; what is out of sight is not drawn
            shutil.copy(example / "codebook.yml", folder / "data/raw/night-bus")
            began = time.monotonic()
            page.wait_for_function(f"() => {CURRENT}.node.innerText.includes('빠진 동네')", timeout=60_000)
            told("from the save of codebook.yml to the sentences", time.monotonic() - began)
            cell(page, -2)
            save(page, DOCS / "hour" / "4-own-codebook.png")
            told("study run, a codebook changed", study("run", "night-bus", folder=folder))


@contextmanager
def lab(folder: Path, place: Path) -> Iterator[str]:
    """JupyterLab on the project, with neither a person's settings nor workspaces; gives its address."""
    own = {f"JUPYTERLAB_{name}_DIR": str(place / name) for name in ("SETTINGS", "WORKSPACES")}
    environment = {name: value for name, value in os.environ.items() if name != "STUDY_ROOT"} | own
    words = ["lab", "--", "--no-browser", f"--port={PORT}", "--IdentityProvider.token=", "--expose-app-in-browser"]
    server = subprocess.Popen(
        [*STUDY, *words], cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(120):
            with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{PORT}/api", timeout=2):
                break
            time.sleep(0.5)
        yield f"http://127.0.0.1:{PORT}/lab/tree/notebooks/start.md"
    finally:
        server.terminate()
        server.wait(30)


def notebook(page: Page, address: str, name: str) -> None:
    """Open a notebook and run all its cells."""
    page.goto(address.replace("start.md", f"{name}.ipynb?reset"))
    there = f"{CURRENT}?.context?.path?.endsWith('{name}.ipynb')"
    page.wait_for_function(f"() => {there} && {READY}", timeout=120_000)
    page.wait_for_timeout(1000)
    began = time.monotonic()
    run = "window.jupyterapp.commands.execute('notebook:run-all-cells').then(() => window.ran = true)"
    page.evaluate(f"() => {{ window.ran = false; {run}; }}")
    page.wait_for_function("() => window.ran", timeout=180_000)
    told(f"{name}, Run All", time.monotonic() - began)


def show(page: Page, text: str, name: str) -> None:
    """Scroll to the first cell in which ``text`` stands and take its picture."""
    found = f"{CURRENT}.content.widgets.findIndex(each => each.model.sharedModel.getSource().includes({text!r}))"
    cell(page, page.evaluate(f"() => {found}"))
    save(page, DOCS / "hour" / f"{name}.png")


def cell(page: Page, place: Any) -> None:
    number = f"({place} < 0 ? {CURRENT}.content.widgets.length + {place} : {place})"
    page.evaluate(f"() => {CURRENT}.content.scrollToItem({number}, 'start')")
    page.wait_for_timeout(1500)


def told(what: str, seconds: float) -> None:
    print(f"{what}: {seconds:.1f} s")


if __name__ == "__main__":
    (DOCS / "hour").mkdir(exist_ok=True)
    for part in sys.argv[1:] or ("report", "gallery", "hour"):
        {"report": report, "gallery": gallery, "hour": hour}[part]()
