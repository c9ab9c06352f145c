"""``report.pdf``: the report as a browser prints it, for those who want paper or one file that no browser has to open.

The same page printed by the same browser gives the same bytes (``settling``), and the PDF tells from which page it was
printed, so that one that is out of date is known.
"""

from __future__ import annotations

import contextlib
import hashlib
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from helpers import store
from helpers.errors import StudyError
from helpers.running.settling import page_of, settled

VARIABLE = "STUDY_BROWSER"
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
ON_MACOS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
ON_WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
WHERE_ON_WINDOWS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
HOW_TO_GET_ONE = (
    "Install Chrome, Edge or Chromium (Debian and Ubuntu: apt install chromium), or let STUDY_BROWSER name its file"
)
PAGE, PDF = "report.html", "report.pdf"
PART = f".{PDF}{store.HALF}"
SECONDS = 120.0
SWITCHES = (
    *("--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND"),
    *("--no-pdf-header-footer", "--generate-pdf-document-outline"),
)
_browsers: list[subprocess.Popen[bytes]] = []  # that print now


def find_browser() -> str | None:
    """The path of a Chromium, Chrome or Edge: the one that STUDY_BROWSER names, or the first that this machine has."""
    if named := os.environ.get(VARIABLE):
        return shutil.which(named)
    return next((found for name in BROWSERS if (found := shutil.which(name))), None) or next(
        (str(path) for path in _installed(sys.platform, os.environ, Path.home()) if path.is_file()), None
    )


def _installed(platform: str, environment: Mapping[str, str], home: Path) -> list[Path]:
    """Where macOS and Windows keep browsers, which are not on the path of commands there."""
    if platform == "darwin":
        return [folder / name for folder in (Path("/Applications"), home / "Applications") for name in ON_MACOS]
    if platform == "win32":
        folders = [Path(environment[name]) for name in WHERE_ON_WINDOWS if environment.get(name)]
        return [folder / name for folder in folders for name in ON_WINDOWS]
    return []


def print_report(folder: Path, *, seconds: float = math.inf) -> Path:
    """Print ``folder/report.html`` to ``folder/report.pdf``, unless that was printed from just this page.

    seconds  after which the browser is stopped; after SECONDS in any case
    returns  the path of the PDF

    Raises StudyError if there is no browser or it fails; the PDF that was there before then stays.
    """
    target = folder / PDF
    if not is_current(folder):
        page = folder / PAGE
        made = _printed(page, min(seconds, SECONDS))
        if target.is_file() and not store.is_ours(folder.name, target):
            store.keep_aside(target)
        store.note_written(folder.name, {target: hashlib.sha256(made).hexdigest()})
        store.write_bytes(target, made)
    return target


def drop_stale(folder: Path) -> None:
    """Remove a PDF that this program printed from another report than the one beside it; any other stays."""
    if not is_current(folder) and store.is_ours(folder.name, folder / PDF):
        store.remove(folder / PDF)


def is_current(folder: Path) -> bool:
    """Was the PDF printed from the page as it is now?"""
    if not (folder / PDF).is_file():
        return False
    return page_of(folder / PDF) == (store.sha256(folder / PAGE) or "")


def _printed(page: Path, seconds: float) -> bytes:
    """The PDF that the browser prints of the page. It is written beside the page: some may write only below home."""
    browser = find_browser()
    if browser is None:
        raise StudyError(
            "There is no browser to print the PDF with.",
            f"{HOW_TO_GET_ONE}; or open {store.relative(page)} and print it yourself.",
        )
    part = page.with_name(PART)
    with tempfile.TemporaryDirectory(prefix="study-", ignore_cleanup_errors=True) as profile:
        try:
            said = _call([browser, *_switches(profile), f"--print-to-pdf={part}", page.resolve().as_uri()], seconds)
            made = settled(part.read_bytes(), page=store.sha256(page) or "") if part.is_file() else None
        finally:
            store.remove(part)
    if made is None:
        raise StudyError(f"{browser} printed no PDF: {said or 'it said nothing'}.", f"Try it by hand: {browser} {page}")
    return made


def _switches(profile: str) -> list[str]:
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0  # Chromium's sandbox does not work for root
    return [*SWITCHES, f"--user-data-dir={profile}", *(["--no-sandbox"] if as_root else [])]


def _call(command: Sequence[str], seconds: float) -> str:
    """Run the command to its end, or end it with all its processes; returns the last line that it printed."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True) as process:
        _browsers.append(process)
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise StudyError(
                f"{command[0]} had not printed the PDF after {seconds:g} seconds.", "Try again when less is running."
            ) from error
        finally:
            _browsers.remove(process)
            _end(process)
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""


def end_browsers() -> None:
    """End every browser that is printing, so that nobody waits for it any longer."""
    for process in list(_browsers):
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
