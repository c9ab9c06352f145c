"""Articles whose words mean something to other programs: figures, terminals, pages, spreadsheets."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

from tests.bench.faults.trial import STUDY, Case, Ended, Trial
from tests.made.village import ARTICLE

KIND = "texts"
SENTENCES = {
    "mathematics": "새싹마을 도서관의 $책_x^2$ 값은 \\frac{1}{2}와 $$도서관$$이라고 사서 김하늘 씨는 “$책$은 _늘고_ 값은 \\alpha^다”라고 말했다.",
    "formulas": "=HYPERLINK(\"http://a.b\",\"도서관\")이 새로 문을 열었다고 주민은 말했다.\n\n+1년 만에 도서관이 문을 열었다고 마을은 밝혔다.\n\n-2억 원이 들었다고 이장은 설명했다.\n\n@도서관이 알렸다고 주민은 말했다.\n\n＝도서관이 문을 열었다고 마을은 밝혔다.\n\n＋도서관이 책을 늘렸다고 마을은 밝혔다.\n\n－도서관이 값을 내렸다고 마을은 밝혔다.\n\n＠도서관이 알렸다고 마을은 밝혔다.",
    "controls": "도서관은 \x1b[31m빨간\x1b[0m 책을 \x07 늘렸다고 밝혔다. 주민은 “\u202e책이 늘었다\u202c”고 말했다. \u2066도서관\u2069은 마을의 것이다.",
    "markup": "</script></style></table><script>alert(1)</script><img src=x onerror=alert(1)> 도서관은 “<b>책</b>&lt;i&gt;이 늘었다”고 밝혔다. {{ 7*7 }} {% raw %} ]]> --> 도서관이 문을 열었다.",
    "odd letters": "도서관 \ufffe\uffff\ue000 책 \U0001f468\u200d\U0001f469\u200d\U0001f467 ㅋㅋㅋ ㅎ\u1112\u1161\u11ab 도서관이 Z̴͚̈́ă̷l̶g̸o̷ 문을 열었다고 마을은 밝혔다.",
}  # fmt: skip
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"[-+]?\d[\d.,eE+-]*\Z")


def _article(text: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        head, when, body = ARTICLE.split("\n\n", 2)
        (trial.study / "articles" / "library.txt").write_text(f"{head}\n\n{when}\n\n{text}\n\n{body}", "utf-8")
        written = trial.study / "articles.yml"
        lines = [line for line in written.read_text("utf-8").splitlines() if "sha256" not in line]
        written.write_text("\n".join(lines) + "\n", "utf-8")
        return trial("run", STUDY)

    return do


def _safe(trial: Trial, ended: Ended) -> str:
    """Anew, and neither terminal nor page nor spreadsheet is given what it would obey."""
    if ended.status:
        return f"status {ended.status}: {ended.err[-300:]}"
    if trial.published() == trial.before:
        return "nothing was made anew"
    wrong = [] if not (CONTROLS.search(ended.said) or BIDI.search(ended.said)) else ["the terminal"]
    page = (trial.reports / "report.html").read_text("utf-8")
    if (
        CONTROLS.search(page)
        or "<script>alert" in page
        or "onerror=alert" in page.replace("&gt;", "").split("<body", 1)[0]
    ):
        wrong.append("the page")
    if re.search(r"<img[^>]*onerror", page):
        wrong.append("the page holds what runs")
    wrong += [f"{path.name}: {cell!r}" for path in (trial.reports / "tables").glob("*.csv") for cell in _formulas(path)]
    wrong += [
        f"{path.name} is empty" for path in (trial.reports / "figures").glob("*.png") if path.stat().st_size < 1000
    ]
    return "; ".join(wrong)[:300]


def _formulas(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    return [cell[:30] for cell in cells if FORMULA.match(cell) and not NUMBER.match(cell)]


def _sheet(trial: Trial) -> Ended:
    _article(SENTENCES["formulas"])(trial)
    return trial("sheet", STUDY)


def _sheet_is_safe(_: Trial, ended: Ended) -> str:
    cells = [cell for row in csv.reader(ended.out.splitlines()) for cell in row]
    wrong = [cell[:30] for cell in cells if FORMULA.match(cell) and not NUMBER.match(cell)]
    return f"status {ended.status}: {wrong}" if ended.status or wrong or len(cells) < 20 else ""


def _clean(text: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        path = trial.folder / "page.txt"
        head, when, body = ARTICLE.split("\n\n", 2)
        path.write_text(f"{head}\n\n{when}\n\n{text}\n\n{body}", "utf-8")
        return trial("clean", str(path))

    return do


def _no_controls(_: Trial, ended: Ended) -> str:
    found = CONTROLS.findall(ended.said) + BIDI.findall(ended.said)
    return f"status {ended.status}: {found}" if ended.status or found else ""


CASES = [
    *(Case(KIND, f"run: an article with {what}", _article(text), _safe) for what, text in SENTENCES.items()),
    Case(KIND, "sheet: sentences that begin as formulas", _sheet, _sheet_is_safe),
    Case(KIND, "clean: controls and overrides do not reach the terminal", _clean(SENTENCES["controls"]), _no_controls),
    Case(KIND, "try: controls of an article do not reach the terminal", lambda t: (_article(SENTENCES["controls"])(t), t("try", STUDY))[1], _no_controls),
]  # fmt: skip
