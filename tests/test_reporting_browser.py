"""The pages in a real browser: what is accessible, what is asked of the network, what runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_markdown_cell, new_output

from helpers import reporting
from helpers.reporting.saying import Displayable
from reporting_samples import (
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
    shown,
    study,
    voices,
)

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

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


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    entry = {"name": "village", "title": "도서관", "question": "왜?", "findings": ["둘."], "dates": ["2025-03-04"]}
    html = {
        "report": report(),
        "notebook": reporting.render_notebook(notebooks()["03_keywords"], name="03_keywords", title="도서관"),
        "index": reporting.render_index([entry]),
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["report", "notebook", "index"])
def test_axe_finds_nothing_and_nothing_is_asked_of_the_network(
    browser: Any, pages: dict[str, Path], name: str, width: int, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with opened(browser, pages[name], width=width, color_scheme=scheme) as visit:
        visit.page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        found = Axe().run(visit.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert [(v["id"], v["nodes"][0]["html"]) for v in found.response["violations"]] == []
        assert len(found.response["passes"]) > 10
        assert visit.page.evaluate("document.documentElement.scrollWidth") == width
        assert [url for url in visit.requests if not url.startswith("data:")] == [pages[name].as_uri()]
        assert visit.messages == []


def test_tables_sort_by_number_and_by_word(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"]) as visit:
        terms = "[...document.querySelectorAll('#tab-keywords tbody tr')].map(row => row.cells[0].textContent)"
        visit.page.click("#tab-keywords button.sort >> nth=1")
        assert visit.page.evaluate(terms) == ["투자", "AI", "사람", "도서관"]
        assert visit.page.get_attribute("#tab-keywords th >> nth=1", "aria-sort") == "ascending"
        visit.page.click("#tab-keywords button.sort >> nth=0")
        assert visit.page.evaluate(terms)[:2] == ["도서관", "사람"]


def test_a_reference_copies_with_its_address(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"], permissions=["clipboard-read", "clipboard-write"]) as visit:
        visit.page.click("#fig-hero button.copy")
        visit.page.wait_for_function("document.querySelector('#fig-hero button.copy').textContent === '복사함'")
        copied = visit.page.evaluate("navigator.clipboard.readText()")
        assert copied == f"그림 1. 둘이 지지하고 하나가 한정한다. ({study()['title']}, #fig-hero)"


def test_without_script_everything_is_there_and_no_dead_button(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"], java_script_enabled=False) as visit:
        assert visit.page.locator("#findings li").first.is_visible()
        assert visit.page.locator("button").count() == 0


def test_a_link_into_a_folded_concordance_opens_it(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"]) as visit:
        visit.page.click("#tab-keywords a[href^='#kwic']")
        visit.page.wait_for_function("document.querySelector('.kwic details').open")


def test_the_printed_page_fits_a4_and_shows_no_button(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["report"], width=640) as visit:
        visit.page.emulate_media(media="print")
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 640
        assert not visit.page.locator("button.copy").first.is_visible()
        assert visit.page.pdf(format="A4").startswith(b"%PDF")


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


def hostile_report(payload: str) -> str:
    """The report of a study in which every text that a person or a page could write is ``payload``."""
    words = keywords((payload, "책"))
    table = reporting.table(
        words, caption=payload, columns={"term": payload}, links={"term": lambda t: t}, name=payload
    )
    reading = reporting.close_reading(
        evidence().assign(text=payload, start=0, end=len(payload)),
        codings=codings().assign(code=payload, note=payload),
        voices=voices().assign(speaker=payload, start=0, end=3),
        facts=facts().assign(text=payload, start=1, end=5),
        labels={payload: payload},
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
    said = reporting.say(payload, reporting.strong(payload), reporting.link_keyword(payload))
    body = notebook(payload, new_markdown_cell(f"## {payload}\n\n{payload}"), cell(table, reading, lines, said))
    body.cells.append(cell(Displayable(payload, payload), source=payload))
    body.cells[-1].outputs += forged
    return report(
        notebooks={"04_narrative": body},
        study=study(title=payload, question=payload, thesis=payload),
        findings=findings(payload),
        articles=articles(payload).assign(outlet=payload, address=payload, published_at=payload),
        manifest=manifest(inputs={payload: payload}, parameters={payload: [payload]}),
    )
