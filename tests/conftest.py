"""What the tests share: an invented article, and a project folder of their own to read and write in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parents[1]

ARTICLE = """새싹마을 도서관, 여섯 해 만에 다시 문을 연다 [마을의 기록②]

입력 2025-03-04 09:30

새싹마을 도서관이 긴 공사를 마치고 다음 달 다시 문을 연다. 마을은 2019년부터 해마다 2억 원을 모아 건물을 고쳤다.

도서관의 한 관계자는 “서두르지 않고 책과 사람에 꾸준히 투자한 덕분”이라고 말했다. 사서 김하늘 씨는 “책을 고르는 사람을 길러 온 것이 가장 큰 힘”이라고 설명했다.

다만 걱정하는 목소리도 있다. 주민 이바다 씨는 “책은 늘었지만 찾는 사람은 여전히 적다”고 말했다. 그럼에도 마을은 꾸준한 투자가 열매를 맺을 것으로 기대한다.

좋아요0
화나요0
무단 전재 및 재배포 금지
"""


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
    """Chromium, without a window; the test is skipped on a machine that has none, except in CI."""
    import os

    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        assert not os.environ.get("CI"), "CI needs a browser: .ci/run installs one"
        pytest.skip("no Chromium on this machine: apt install chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield launched
        launched.close()


# modules that start kernels, Java or a browser, or the command as a process: `make quick` leaves them out
SLOW = (
    "test_cli", "test_reference_study", "test_reporting_browser", "test_running_execution", "test_running_faults",
    "test_running_fresh_faults", "test_running_pdf", "test_tokenizing_analyzers", "test_tokenizing_tokens",
    "test_workshop_lab",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.stem in SLOW:
            item.add_marker("slow")
