"""The pages in a real browser: what is accessible, what is asked of the network, what runs."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_markdown_cell, new_output
from pypdf import PdfReader

from helpers import reporting
from helpers.reporting.plots.style import signs_file
from helpers.reporting.saying import Displayable
from helpers.reporting.showing import DARK
from helpers.running.pdf import find_browser, print_report
from made.reports import (
    articles,
    cell,
    codings,
    evidence,
    facts,
    findings,
    keywords,
    kwic,
    manifest,
    notebook,
    notebooks,
    output,
    report,
    sentences,
    shown,
    study,
    voices,
)

pytestmark = pytest.mark.browser

ALERT = "window.ran=1"
PAYLOADS = (
    f"<script>{ALERT}</script>",
    f"</script><script>{ALERT}</script>",
    f"</title><script>{ALERT}</script>",
    f"</style><script>{ALERT}</script>",
    f"</textarea><script>{ALERT}</script>",
    f"--><script>{ALERT}</script><!--",
    f"]]><script>{ALERT}</script>",
    f"<img src=x onerror={ALERT}>",
    f'"><img src=x onerror="{ALERT}">',
    f"' onerror='{ALERT}' x='",
    f'" onload="{ALERT}" x="',
    f'" autofocus onfocus="{ALERT}" tabindex="1',
    f'" onmouseover="{ALERT}" style="position:fixed;inset:0',
    f"<svg onload={ALERT}>",
    f"<svg><script>{ALERT}</script></svg>",
    f'<svg><animate onbegin="{ALERT}" attributeName=x dur=1s>',
    f"<math><mtext></form><form><mglyph><style></math><img src onerror={ALERT}>",
    f"<noscript><p title='</noscript><img src=x onerror={ALERT}>'>",
    f"<iframe srcdoc='<script>parent.{ALERT}</script>'></iframe>",
    f"<iframe src=javascript:parent.{ALERT}></iframe>",
    f"<object data='data:text/html,<script>{ALERT}</script>'></object>",
    f"<embed src='data:text/html,<script>{ALERT}</script>'>",
    f"<a href=javascript:{ALERT} autofocus>눌러요</a>",
    f"[눌러요](javascript:{ALERT})",
    f"![그림](x){{onerror={ALERT}}}",
    f"<details open ontoggle={ALERT}>",
    f"<body onload={ALERT}>",
    f"<input autofocus onfocus={ALERT}>",
    f"<video><source onerror={ALERT}></video>",
    f"<form action=javascript:{ALERT}><button autofocus>눌러요</button></form>",
    f"<base href=javascript:{ALERT}//>",
    f"<meta http-equiv=refresh content='0;url=javascript:{ALERT}'>",
    f"<link rel=stylesheet href='data:text/css,*{{}}' onload={ALERT}>",
    f"{{{{ ''.__class__ }}}}<script>{ALERT}</script>",
    f"{{% raw %}}<script>{ALERT}</script>",
    f"\u0000<scr\u0000ipt>{ALERT}</script>",
    f"＜script＞{ALERT}＜/script＞",
    f"&lt;script&gt;{ALERT}&lt;/script&gt;",
    f"<xmp><p title='</xmp><img src=x onerror={ALERT}>'>",
    f"<marquee onstart={ALERT}>책</marquee>",
)


# opens every fold, follows every address that would run, and tells what is there
PROBE = """() => {
  document.querySelectorAll("details").forEach(fold => fold.open = true);
  const run = [...document.querySelectorAll("[href]")].filter(a => a.protocol === "javascript:");
  run.forEach(link => link.click());
  const names = [...document.querySelectorAll("*")].flatMap(tag => [...tag.attributes].map(a => a.name));
  return {
    ran: window.ran ?? null, addresses: run.map(a => a.href), handlers: names.filter(name => name.startsWith("on")),
    scripts: document.scripts.length, title: document.title, heading: document.querySelector("h1").textContent,
  };
}"""


# how many different pictures the characters of a text make, in the page's own font
DIFFERENT = """async (text) => {
  await document.fonts.ready;
  const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 40 });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.font = "24px " + getComputedStyle(document.body).fontFamily;
  const drawn = (character) => {
    pen.clearRect(0, 0, 40, 40);
    pen.fillText(character, 4, 30);
    return pen.getImageData(0, 0, 40, 40).data.join();
  };
  return new Set([...text].filter(character => character.trim()).map(drawn)).size;
}"""


COLOURS = "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    entry = {"name": "village", "title": "도서관", "question": "왜?", "findings": ["둘."], "dates": ["2025-03-04"]}
    html = {
        "report": report(),
        "notebook": reporting.render_notebook(notebooks()["03_keywords"], name="03_keywords", title="도서관"),
        "index": reporting.render_index([entry, {**entry, "name": "sea", "dates": []}]),
    }
    for name, text in html.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in html}


class Visit:
    """One page opened: what it asked for, what it said, and the page itself."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.messages: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.goto(address)

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


@pytest.fixture(scope="module")
def blank(browser: Any) -> Iterator[Visit]:
    """A page that the hostile reports are opened in, one after the other."""
    with Visit(browser, "about:blank") as visit:
        yield visit


def opened(browser: Any, path: Path, *, width: int = 1280, **options: Any) -> Visit:
    return Visit(browser, path.as_uri(), viewport={"width": width, "height": 800}, **options)


def unfold(visit: Visit) -> None:
    visit.page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["report", "notebook", "index"])
def test_axe_finds_nothing_and_nothing_is_asked_of_the_network(
    browser: Any, pages: dict[str, Path], name: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with opened(browser, pages[name], width=width, color_scheme="light") as visit:
        unfold(visit)
        found = Axe().run(visit.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert [(v["id"], v["nodes"][0]["html"]) for v in found.response["violations"]] == []
        assert len(found.response["passes"]) > 10
        assert visit.page.evaluate("document.documentElement.scrollWidth") == width
        light = visit.page.evaluate(COLOURS)
        visit.page.emulate_media(color_scheme="dark")  # only colours are others
        assert visit.page.evaluate(COLOURS) != light
        found = Axe().run(visit.page, options={"runOnly": {"type": "rule", "values": ["color-contrast"]}})
        assert [(v["id"], v["nodes"][0]["html"]) for v in found.response["violations"]] == []
        assert len(found.response["passes"]) == 1
        assert visit.page.evaluate("document.documentElement.scrollWidth") == width
        assert [url for url in visit.requests if not url.startswith("data:")] == [pages[name].as_uri()]
        assert visit.messages == []


@pytest.mark.parametrize("name", ["report", "notebook", "index"])
def test_text_has_a_column_of_legible_width(browser: Any, pages: dict[str, Path], name: str) -> None:
    with opened(browser, pages[name]) as visit:
        for width, least in ((1280, 600), (800, 600), (390, 340)):
            visit.page.set_viewport_size({"width": width, "height": 800})
            assert least <= visit.page.locator("main").bounding_box()["width"] <= 700


def test_tables_sort_by_number_and_by_word(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"]) as visit:
        unfold(visit)
        terms = "[...document.querySelectorAll('#tab-keywords tbody tr')].map(row => row.cells[0].textContent)"
        visit.page.click("#tab-keywords button.sort >> nth=1")
        assert visit.page.evaluate(terms) == ["투자", "AI", "사람", "도서관"]
        assert visit.page.get_attribute("#tab-keywords th >> nth=1", "aria-sort") == "ascending"
        visit.page.click("#tab-keywords button.sort >> nth=0")
        assert visit.page.evaluate(terms)[:2] == ["도서관", "사람"]


def test_studies_are_found_by_words_and_sorted_by_the_days_of_their_articles(browser: Any, tmp_path: Path) -> None:
    studies = [
        {"name": name, "title": title, "question": "왜?", "findings": [found], "dates": dates}
        for name, title, found, dates in (
            ("a", "도서관", "책이 늘었다.", ["2024-01-02"]),
            ("b", "바다", "배가 <b> 돌아왔다.", ["2021-05-06", "2025-03-04"]),
            ("c", "산", "책은 없다.", []),
        )
    ]
    (tmp_path / "index.html").write_text(reporting.render_index(studies), "utf-8")
    titles = "[...document.querySelectorAll('.study:not([hidden]) h2')].map(head => head.textContent)"
    with opened(browser, tmp_path / "index.html") as visit:
        assert visit.page.evaluate(titles) == ["도서관", "바다", "산"]
        visit.page.select_option(".finder select", "새 기사부터")
        assert visit.page.evaluate(titles) == ["바다", "도서관", "산"]
        visit.page.fill(".finder input", "책 늘었")
        assert visit.page.evaluate(titles) == ["도서관"]
        assert visit.page.inner_text(".finder [role=status]") == "연구 3개 가운데 1개"
        visit.page.fill(".finder input", "<b>")
        assert visit.page.evaluate(titles) == ["바다"]
        assert visit.messages == []
    with opened(browser, tmp_path / "index.html", java_script_enabled=False) as visit:
        assert visit.page.locator(".study").count() == 3 and visit.page.locator("input, select").count() == 0


def test_a_table_is_saved_as_a_spreadsheet_reads_it(browser: Any, tmp_path: Path) -> None:
    rows = pd.DataFrame({"word": ["=HYPERLINK(1)", 'say "책"', "@이름"], "n": [-3, 1200, 5]})
    table = reporting.table(rows, caption="말", columns={"word": "낱말", "n": "횟수"}, name="words")
    page = reporting.render_notebook(notebook("제목", cell(table)), name="a")
    (tmp_path / "a.html").write_text(page, "utf-8")
    with opened(browser, tmp_path / "a.html") as visit:
        with visit.page.expect_download() as waiting:
            visit.page.click("#tab-words button.save")
        assert waiting.value.suggested_filename == "words.csv"
        saved = Path(waiting.value.path()).read_bytes()
        assert visit.messages == []
    assert saved.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(saved.decode("utf-8-sig")))) == [
        ["낱말", "횟수"], ["'=HYPERLINK(1)", "-3"], ['say "책"', "1,200"], ["'@이름", "5"],
    ]  # fmt: skip


def test_a_figure_with_its_caption_is_dark_in_the_dark_theme_of_lab_and_no_other_picture_is(blank: Visit) -> None:
    output = '<div class="jp-OutputArea-child"><div class="jp-OutputArea-output">{}</div></div>'
    shown = "".join(output.format(inner) for inner in ("<img>", f'{DARK}<p class="caption">책.</p>', "<img>"))
    filters = "[...document.images].map(image => getComputedStyle(image).filter.split('(')[0])"
    for light, seen in (("false", ["invert", "none"]), ("true", ["none", "none"])):
        blank.page.set_content(f'<body data-jp-theme-light="{light}">{shown}</body>')
        assert blank.page.evaluate(filters) == seen


def test_a_reference_copies_with_its_address(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"], permissions=["clipboard-read", "clipboard-write"]) as visit:
        visit.page.click("#fig-hero button.copy")
        visit.page.wait_for_selector("#fig-hero button.copy:text-is('복사함')")
        copied = visit.page.evaluate("navigator.clipboard.readText()")
        assert copied == f"그림 1. 둘이 지지하고 하나가 한정한다. ({study()['title']}, #fig-hero)"


def test_without_script_everything_is_there_and_no_dead_button(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"], java_script_enabled=False) as visit:
        assert visit.page.locator("#findings li").first.is_visible()
        assert visit.page.locator("button").count() == 0


def test_the_contents_follow_the_reader_and_stay_in_sight(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"]) as visit:
        visit.page.evaluate("document.getElementById('made').scrollIntoView()")
        visit.page.wait_for_selector(".contents [aria-current]")
        current = visit.page.locator(".contents [aria-current]")
        assert current.get_attribute("href") == "#made" and current.count() == 1
        assert 0 <= current.bounding_box()["y"] <= 800
    with opened(browser, pages["report"], width=390) as visit:
        assert not visit.page.locator(".contents a").first.is_visible()
        visit.page.click(".contents summary")
        assert visit.page.locator(".contents a").first.is_visible()


def test_the_first_screen_holds_findings_and_the_whole_figure(browser: Any, tmp_path: Path) -> None:
    five = pd.concat([findings("증거 문장 서른셋 가운데 " + "여럿이 논지를 지지한다. " * 4)] * 5, ignore_index=True)
    (tmp_path / "report.html").write_text(report(findings=five), "utf-8")
    with Visit(browser, (tmp_path / "report.html").as_uri(), viewport={"width": 1280, "height": 900}) as visit:
        for part in ("h1", ".question", ".thesis", ".findings li >> nth=4"):
            assert visit.page.locator(part).is_visible()
        # the samples' figure is taller than that of the reference study, whose axis must still be seen
        top = visit.page.locator(".hero figure").bounding_box()["y"]
        assert top + 203 <= 900


def test_tables_can_be_sorted_from_the_keyboard(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"]) as visit:
        unfold(visit)
        visit.page.focus("#tab-keywords button.sort >> nth=0")
        visit.page.keyboard.press("Enter")
        assert visit.page.get_attribute("#tab-keywords th >> nth=0", "aria-sort") == "ascending"
        visit.page.keyboard.press("Space")
        assert visit.page.get_attribute("#tab-keywords th >> nth=0", "aria-sort") == "descending"


def test_a_link_into_a_folded_concordance_opens_it(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"]) as visit:
        unfold(visit)
        visit.page.click("#tab-keywords a[href^='#kwic']")
        visit.page.wait_for_selector(".kwic details[open] >> nth=0")


def test_a_link_into_the_appendix_opens_its_part_with_and_without_script(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"]) as visit:
        assert not visit.page.locator("#tab-keywords").is_visible()
        visit.page.click(".contents a[href='#n03']")
        visit.page.wait_for_selector("#n03[open] #tab-keywords")
    address = f"{pages['report'].as_uri()}#tab-keywords"
    with Visit(browser, address, java_script_enabled=False) as visit:
        assert visit.page.locator("#tab-keywords").is_visible()


def test_the_printed_page_fits_a4_and_shows_no_button(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"], width=640) as visit:
        visit.page.emulate_media(media="print")
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 640
        assert not visit.page.locator("button.copy").first.is_visible()
        assert visit.page.locator("#made td").first.is_visible()


def test_of_the_appendix_only_what_is_open_is_printed(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"], width=640) as visit:
        visit.page.emulate_media(media="print")
        assert visit.page.locator("#n03 > summary").is_visible()
        assert not visit.page.locator("#n03 table").first.is_visible()
        visit.page.emulate_media(media="screen")
        visit.page.click("#n03 > summary")
        visit.page.emulate_media(media="print")
        assert visit.page.locator("#n03 table").first.is_visible()
        assert visit.page.locator("#n03 .kwic li").first.is_visible()


def test_code_is_not_printed(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["notebook"], width=640) as visit:
        visit.page.emulate_media(media="print")
        assert visit.page.locator("details.code pre").first.is_hidden()


def test_the_printed_page_is_light_for_a_reader_in_the_dark(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"], color_scheme="dark") as visit:
        visit.page.emulate_media(media="print", color_scheme="dark")
        seen = "[document.body, document.querySelector('a')].map(tag => getComputedStyle(tag))"
        assert visit.page.evaluate(f"{seen}.map(style => style.color)") == ["rgb(0, 0, 0)"] * 2
        assert visit.page.evaluate(f"{seen}[0].backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_hostile_text_never_runs(blank: Visit, tmp_path: Path, payload: str) -> None:
    (tmp_path / "report.html").write_text(hostile_report(payload), "utf-8")
    blank.requests.clear()
    blank.messages.clear()
    blank.page.goto((tmp_path / "report.html").as_uri())
    seen = blank.page.evaluate(PROBE)
    assert seen["ran"] is None
    assert seen["handlers"] == [] and seen["scripts"] == 1 and seen["addresses"] == []
    assert seen["title"] == seen["heading"].strip()
    assert [url for url in blank.requests if not url.startswith(("data:", "file:"))] == []
    assert blank.messages == []


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_hostile_text_stays_text_in_the_list_of_studies_and_on_a_notebooks_page(payload: str) -> None:
    entry = {"name": payload, "title": payload, "question": payload, "findings": [payload], "dates": [payload]}
    book = notebook(payload, cell(reporting.say(payload), source=payload))
    pages = [
        reporting.render_index([entry]),
        reporting.render_notebook(book, name=payload, title=payload, siblings=[("a.html", payload)]),
    ]
    for page in (BeautifulSoup(html, "html.parser") for html in pages):
        assert len(page.find_all("script")) == 1
        assert not page.select("iframe, object, embed, form, base, img, svg")
        assert not [name for tag in page.find_all() for name in tag.attrs if name.startswith("on")]
        assert not page.select('[href^="javascript"]')


def test_no_hostile_text_runs_or_leads_anywhere_in_the_pdf(project: Path) -> None:
    """Every payload in one report: its PDF holds no script and no address but those within it."""
    folder = project / "reports" / "village"
    folder.mkdir(parents=True)
    body = "".join(hostile_report(payload).partition("<body>")[2] for payload in PAYLOADS)
    head = hostile_report(PAYLOADS[0]).partition("<body>")[0]
    (folder / "report.html").write_text(f"{head}<body>{body}", "utf-8")
    made = print_report(folder).read_bytes()
    assert not re.search(rb"/JavaScript|/JS[ (]|/Launch|/EmbeddedFile|/RichMedia", made)
    links = [each.get_object() for page in PdfReader(io.BytesIO(made)).pages for each in page.get("/Annots", ())]
    actions = [link["/A"] for link in links if "/A" in link]
    assert {str(action["/S"]) for action in actions} <= {"/URI", "/GoTo"}
    addresses = [str(action["/URI"]) for action in actions if "/URI" in action]
    assert addresses and [one for one in addresses if not one.startswith(("http", "mailto:", "file:"))] == []


@cache
def hostile_report(payload: str) -> str:
    """The report of a study in which every text that a person or a page could write is ``payload``.

    It shows the evidence alone, and once more in the whole article.
    """
    words = keywords((payload, "책"))
    table = reporting.table(
        words, caption=payload, columns={"term": payload}, links={"term": lambda t: t}, name=payload
    )
    whole = sentences().assign(text=payload, start=0, end=len(payload), section=payload)
    alone, marked = (
        reporting.close_reading(
            evidence().assign(text=payload, start=0, end=len(payload)),
            codings=codings().assign(code=payload, note=payload),
            voices=voices().assign(speaker=payload, start=0, end=3),
            facts=facts().assign(text=payload, start=1, end=5),
            labels={payload: payload},
            sentences=shown_with,
        )
        for shown_with in (None, whole)
    )
    lines = reporting.concordance(kwic().assign(term=payload, left=payload, keyword=payload, right=payload))
    figure = output(replace(shown(), alt=payload, caption=payload))
    figure.metadata["image/png"] |= {"name": payload, "width": payload}
    forged = [
        new_output("display_data", data={"text/html": payload}),
        new_output("display_data", data={"text/markdown": payload}),
        new_output("display_data", data={"image/svg+xml": payload, "text/plain": payload}),
        new_output(
            "display_data", data={"application/javascript": ALERT, "text/latex": payload, "text/plain": payload}
        ),
        new_output("display_data", data={"image/png": payload}),
        new_output("stream", name="stdout", text=payload),
        figure,
    ]
    said = reporting.say(payload, reporting.strong(payload))
    body = notebook(payload, new_markdown_cell(f"## {payload}\n\n{payload}"), cell(table, alone, marked, lines, said))
    body.cells.append(cell(Displayable(payload, payload), source=payload))
    body.cells[-1].outputs += forged
    return report(
        notebooks={"04_narrative": body},
        study=study(title=payload, question=payload, thesis=payload),
        findings=findings(payload),
        articles=articles(payload).assign(outlet=payload, address=payload, published_at=payload),
        manifest=manifest(inputs={payload: payload}, parameters={payload: [payload], "quotation": "full"}),
    )


def test_hangul_is_drawn_on_a_machine_without_a_korean_font(browser: Any, tmp_path: Path) -> None:
    """With no font but DejaVu each syllable would be the same empty box."""
    settings = tmp_path / "fonts.conf"
    settings.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{signs_file().parent}</dir>'
        f"<cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    for name, page in (("plain", report()), ("carried", reporting.with_hangul(report()))):
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(settings)}
    launched = browser.browser_type.launch(executable_path=find_browser(), args=["--no-sandbox"], env=environment)
    page = launched.new_page()
    different = {}
    for name in ("plain", "carried"):
        page.goto((tmp_path / f"{name}.html").as_uri())
        different[name] = page.evaluate(DIFFERENT, "도서관은 왜 다시 열었나")
    launched.close()
    assert different == {"plain": 1, "carried": len(set("도서관은왜다시열었나"))}
