"""The reference study, run for real: its report in a browser, its notebooks through nbval, the same bytes elsewhere."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pandas as pd
import pytest

from helpers import quoting
from helpers.running.notebooks import parameters_cell
from helpers.stages import STAGES
from made.processes import running_module
from made.village import CHECKOUT

pytestmark = pytest.mark.slow

STUDY = "accumulation"
LONGEST = 14_000  # pixels of the report on a desk, its appendix closed


def _environment(root: Path) -> dict[str, str]:
    return os.environ | {"STUDY_ROOT": str(root), "PYTHONPATH": ""}


def _study(root: Path, *words: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "helpers.cli", *words]
    return subprocess.run(command, env=_environment(root), capture_output=True, text=True, timeout=900, **options)


def _new_root(folder: Path) -> Path:
    shutil.copytree(CHECKOUT / "data" / "raw" / STUDY, folder / "data" / "raw" / STUDY)
    return folder


def _files(root: Path) -> dict[str, bytes]:
    found = [*(root / "reports").rglob("*"), *(root / "data" / "processed").rglob("*.parquet")]
    found += (root / "data" / "processed").rglob("manifest.json")
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in found
        if path.is_file() and ".run" not in path.parts
    }


def _tables(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "data" / "processed" / STUDY).glob("*.parquet")}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = _new_root(tmp_path_factory.mktemp("first"))
    done = _study(root, "run", STUDY)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"reports/{STUDY}/report.html\n"
    return root


def _table(root: Path, name: str) -> pd.DataFrame:
    return pd.read_parquet(root / "data" / "processed" / STUDY / f"{name}.parquet")


# --- cleaning of the reference article --------------------------------------------------------------------------------
def test_lines_tile_the_raw_text(root: Path) -> None:
    raw = next((root / "data" / "raw" / STUDY / "articles").iterdir()).read_text("utf-8")
    lines = _table(root, "lines").sort_values("start")
    assert "".join(lines["text"]) == raw
    assert list(lines["end"][:-1]) == list(lines["start"][1:])
    assert all(
        raw[start:end] == text for start, end, text in zip(lines["start"], lines["end"], lines["text"], strict=True)
    )


def test_article_is_cut_as_a_reader_cuts_it(root: Path) -> None:
    lines, article = _table(root, "lines"), _table(root, "articles").iloc[0]
    kept = lines[lines["kept"]]
    assert kept["label"].value_counts().to_dict() == {"body": 11, "deck": 6, "caption": 2}
    assert article["published_at"] == "2026-01-07T05:00+09:00"
    assert article["series"] == "리코드 코리아③"
    assert not re.search("작게|좋아요|주요 뉴스|상승종목|비트코인|변동률|삼성전자|텐센트", "".join(kept["text"]))


# --- sentences and tokens ---------------------------------------------------------------------------------------------
def test_spans_of_sentences_and_tokens_show_their_text(root: Path) -> None:
    raw = next((root / "data" / "raw" / STUDY / "articles").iterdir()).read_text("utf-8")
    sentences, tokens = _table(root, "sentences"), _table(root, "tokens")
    assert len(sentences) > 30
    assert all(raw[row.start : row.end] == row.text for row in sentences.itertuples())
    assert all(raw[row.start : row.end] == row.surface for row in tokens.itertuples())
    assert set(tokens["analyzer"]) == {"kiwi", "komoran", "okt", "hannanum"}


# --- the report -------------------------------------------------------------------------------------------------------
def test_report_has_its_files(root: Path) -> None:
    files = set(_files(root))
    report = f"reports/{STUDY}"
    assert {f"{report}/report.html", "reports/index.html", f"data/processed/{STUDY}/manifest.json"} <= files
    for stage in STAGES:
        assert {f"{report}/notebooks/{stage.name}.html", f"{report}/notebooks/{stage.name}.ipynb"} <= files
    assert {f"{report}/tables/keywords.csv", f"{report}/tables/codings.csv"} <= files
    assert f"{report}/figures/page-strip.png" in files


def test_report_is_small_enough_to_send(root: Path) -> None:
    page = (root / "reports" / STUDY / "report.html").read_text("utf-8")
    figures = sum(len(match) for match in re.findall(r"data:(?:image/png|font/woff);base64,[A-Za-z0-9+/=]+", page))
    assert len(page.encode()) <= 800_000
    assert len(page.encode()) - figures <= 150_000


def test_everything_that_is_shared_quotes_no_more_than_a_third_of_the_article(root: Path) -> None:
    """Recovered the hard way: every file below reports/, tags and blanks out, in runs of ten letters."""
    letters = quoting.Letters.of(_table(root, "lines"))
    shared = {path: data for path, data in _files(root).items() if path.startswith(f"reports/{STUDY}/")}
    texts = [data.decode("utf-8") for path, data in shared.items() if not path.endswith(".png")]
    texts = [html.unescape(re.sub(r"<[^>]+>", "", text.replace("\\n", " ").replace('\\"', '"'))) for text in texts]
    read = quoting.recovered(letters, texts)
    assert all(share <= quoting.LIMIT for share in read.values()), read
    said = json.loads((root / "data" / "processed" / STUDY / "manifest.json").read_text("utf-8"))["quoted"]
    assert said == {article: pytest.approx(share, abs=0.02) for article, share in read.items()}


def test_the_concordance_shows_more_than_keywords(root: Path) -> None:
    """The limit leaves something to read: half of the keywords have a line with words around them."""
    lines = pd.read_csv(root / "reports" / STUDY / "tables" / "kwic.csv", keep_default_na=False)
    around = lines["left"].str.contains(r"\w") | lines["right"].str.contains(r"\w")
    assert lines[around]["term"].nunique() >= lines["term"].nunique() / 2


def test_outputs_name_no_place_or_time_of_this_machine(root: Path) -> None:
    for path, data in _files(root).items():
        if not path.endswith(".png"):
            assert str(root).encode() not in data, path
            assert str(CHECKOUT).encode() not in data, path
            assert str(Path.home()).encode() + b"/" not in data, path


def test_a_second_run_does_nothing(root: Path) -> None:
    before = {path: (root / path).stat().st_mtime_ns for path in _files(root)}
    done = _study(root, "run", STUDY)
    assert (done.returncode, done.stderr) == (0, "")
    assert {path: (root / path).stat().st_mtime_ns for path in _files(root)} == before
    assert _study(root, "run", STUDY, "--why").stdout == "Everything is fresh.\n"
    assert "fresh" in _study(root, "list").stdout


# --- nbval ------------------------------------------------------------------------------------------------------------
def _nbval(root: Path, how: str, *notebooks: Path) -> tuple[int, dict[str, int], str]:
    """Exit status, cells that passed by notebook, and what pytest said."""
    junit = root / "nbval.xml"
    options = ("-q", "-p", "no:cacheprovider", how, f"--junitxml={junit}")
    command = [*running_module("pytest"), *options, *map(str, notebooks)]
    done = subprocess.run(command, env=_environment(root), cwd=root, capture_output=True, text=True, timeout=900)
    passed: dict[str, int] = {}
    for case in ElementTree.parse(junit).iter("testcase"):
        if not list(case):
            name = re.search(r"(\d\d_\w+)", case.get("classname", "") + case.get("name", ""))
            assert name, case.attrib
            passed[name[1]] = passed.get(name[1], 0) + 1
    return done.returncode, passed, done.stdout[-3000:]


def _executed(root: Path) -> list[Path]:
    """As they ran; those that are published are cut to what may be quoted."""
    return [root / "data" / "processed" / STUDY / ".run" / "notebooks" / f"{stage.name}.ipynb" for stage in STAGES]


def _code_cells(path: Path) -> int:
    return sum(cell.cell_type == "code" for cell in nbformat.read(path, 4).cells)


def test_nbval_lax_runs_every_cell_of_a_committed_notebook(root: Path) -> None:
    """The cells of the others run as they are committed in the test of strict nbval, which the next one makes sure of."""
    first = STAGES[0]
    status, passed, said = _nbval(root, "--nbval-lax", first.notebook)
    assert status == 0, said
    assert passed == {first.name: _code_cells(first.notebook)}


def test_what_ran_is_what_is_committed(root: Path) -> None:
    """The cells, and the parameters that the run laid over theirs: for this study they are the same."""
    for stage, executed in zip(STAGES, _executed(root), strict=True):
        cells = nbformat.read(executed, 4).cells
        injected = [cell for cell in cells if "injected-parameters" in cell.metadata.get("tags", [])]
        committed = [cell.source for cell in nbformat.read(stage.notebook, 4).cells]
        assert [cell.source for cell in cells if cell not in injected] == committed
        given: dict[str, object] = {}
        exec(injected[0].source, {}, given)
        assert len(injected) == 1 and given == parameters_cell(stage.notebook)


@pytest.fixture
def changed(root: Path, tmp_path: Path) -> Path:
    """The first executed notebook and one more cell, whose output is not what it gives: the guard of the test below."""
    notebook = nbformat.read(_executed(root)[0], 4)
    count = 1 + max(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")
    shown = nbformat.v4.new_output("execute_result", {"text/plain": "'다른 결과'"}, execution_count=count)
    notebook.cells.append(nbformat.v4.new_code_cell("'결과'", id="changed", execution_count=count, outputs=[shown]))
    path = tmp_path / f"{STAGES[0].name}.ipynb"
    nbformat.write(notebook, path)
    return path


def test_nbval_strict_finds_the_same_outputs_and_bytes_elsewhere_and_sees_an_output_that_was_changed(
    root: Path, changed: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each notebook in a kernel of its own. That a whole run elsewhere gives the same report: test_faults, with a small
    study."""
    other = _new_root(tmp_path_factory.mktemp("second") / "a longer path" / "연구")
    for path in _executed(root):
        cells = [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]
        assert all(cell.execution_count for cell in cells), "nbval compares nothing without execution counts"
        assert sum(bool(cell.outputs) for cell in cells) >= 3
    status, passed, said = _nbval(other, "--nbval", changed, *_executed(root)[1:])
    assert status == 1, said
    assert passed == {path.stem: _code_cells(path) for path in _executed(root)}, said
    first, second = _tables(root), _tables(other)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


# --- without the command ----------------------------------------------------------------------------------------------
def test_papermill_runs_a_notebook_by_itself(tmp_path: Path) -> None:
    """How it tells an error of ours: test_by_hand."""
    alone, source = _new_root(tmp_path), STAGES[0].notebook
    command = [*running_module("papermill"), "--cwd", str(CHECKOUT / "notebooks")]
    done = subprocess.run(
        [*command, str(source), str(tmp_path / source.name)], env=_environment(alone), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert (alone / "data" / "processed" / STUDY / "lines.parquet").is_file()


# --- in a browser -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "light"), (1280, "dark"), (390, "dark")])
def test_report_opens_in_a_browser(root: Path, browser, width: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    requests, problems = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    address = (root / "reports" / STUDY / "report.html").as_uri()
    page.goto(address)
    assert [url for url in requests if not url.startswith("data:")] == [address]
    assert problems == []
    assert page.locator("html").get_attribute("lang") == "ko"
    findings = page.locator("#findings li")
    assert 3 <= findings.count() <= 5
    assert findings.first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert width < 1280 or page.evaluate("document.documentElement.scrollHeight") <= LONGEST
    assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0 && image.alt.length > 10)")
    page.close()


def test_report_has_no_broken_link_inside(root: Path, browser) -> None:
    page = browser.new_page()
    page.goto((root / "reports" / STUDY / "report.html").as_uri())
    broken = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => decodeURIComponent(a.hash.slice(1)))"
        ".filter(id => !document.getElementById(id))"
    )
    assert broken == []
    names = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(names) == len(set(names))
    page.close()


GLYPHS = r"""() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 40 });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.font = "24px " + getComputedStyle(document.body).fontFamily;
  const drawn = (character) => {
    pen.clearRect(0, 0, 40, 40);
    pen.fillText(character, 4, 30);
    return pen.getImageData(0, 0, 40, 40).data.join();
  };
  const missing = drawn("\u{10FFFE}");
  const characters = [...new Set(document.body.innerText)].filter((character) => character.trim());
  return [characters.length, characters.filter((character) => drawn(character) === missing)];
}"""


def test_report_has_no_missing_glyph(root: Path, browser) -> None:
    page = browser.new_page()
    page.goto((root / "reports" / STUDY / "report.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    count, missing = page.evaluate(GLYPHS)
    assert count > 300
    assert missing == []
    page.close()


def test_manifest_says_what_the_report_was_made_from(root: Path) -> None:
    manifest = json.loads((root / "data" / "processed" / STUDY / "manifest.json").read_text("utf-8"))
    assert set(manifest) == {"study", "inputs", "parameters", "notebooks", "versions", "quoted", "source"}
    assert set(manifest["source"]) == {"commit", "clean"}
    article = f"data/raw/{STUDY}/articles/etoday-2026-01-07-recode-korea-3.txt"
    assert manifest["inputs"][article] == "faa28431d097810b7c312392f290a4d36797904ba9baaa6fe5118a6b5a294b9d"
    assert manifest["versions"]["python"].startswith("3.1")
