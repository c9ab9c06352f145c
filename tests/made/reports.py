"""Invented tables and executed notebooks that the tests of helpers.reporting share."""

from __future__ import annotations

import base64
from functools import cache
from typing import Any

import pandas as pd
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers import reporting, tables
from made.sentences import sentence_table

ARTICLE = "village-2025"
TEXTS = (
    "새싹마을 도서관은 2019년부터 책을 고르는 사람을 길러 왔다.",
    "한 관계자는 “꾸준히 투자한 덕분”이라고 말했다.",
    "그럼에도 찾는 사람은 여전히 적다.",
)


def sentences(texts: tuple[str, ...] = TEXTS) -> pd.DataFrame:
    """tables.SENTENCES of one article, one sentence a line."""
    return sentence_table(*texts, article=ARTICLE, paragraphs=range(1, len(texts) + 1))


def span(words: str, number: int) -> dict[str, int]:
    """Where ``words`` stand in the raw text, in the sentence of this number."""
    sentence = sentences().iloc[number - 1]
    start = int(sentence["start"]) + sentence["text"].index(words)
    return {"start": start, "end": start + len(words)}


def place(words: str, number: int) -> dict[str, Any]:
    """The columns that every table with a span has."""
    return {"article_id": ARTICLE, "sentence_id": number, "text": words} | span(words, number)


def coding(number: int, stance: str, words: str, **more: str) -> dict[str, Any]:
    """A row of tables.CODINGS whose rule matched ``words``."""
    where = span(words, number)
    row = {"article_id": ARTICLE, "sentence_id": number, "code": "people", "stance": stance, "coder": "rules"}
    return row | {"matched": [words], "matched_spans": [[where["start"], where["end"]]]} | more


def codings() -> pd.DataFrame:
    return tables.CODINGS.make(
        [
            coding(1, "supports", "길러"),
            coding(2, "supports", "꾸준히 투자"),
            coding(3, "qualifies", "여전히 적다", note="그럼에도"),
        ]
    )


def voices() -> pd.DataFrame:
    speech = place("꾸준히 투자한 덕분", 2)
    return tables.VOICES.make([speech | {"use": "speech", "kind": "unnamed", "speaker": "한 관계자", "verb": "말하다"}])


def facts() -> pd.DataFrame:
    year = {"kind": "date", "resolved_from": "2019-01-01", "resolved_to": "2019-12-31", "actor": "새싹마을 도서관"}
    return tables.FACTS.make([place("2019년", 1) | year])


def evidence() -> pd.DataFrame:
    stances = ("supports", "supports", "qualifies")
    rows = sentences().to_dict("records")
    more = {"codes": "", "claims": "", "voice": "reporter", "checkable": False}
    return tables.EVIDENCE.make(
        [
            row | more | {"stance": stance, "position": (i + 0.5) / 3}
            for i, (row, stance) in enumerate(zip(rows, stances, strict=True))
        ]
    )


def keywords(terms: tuple[str, ...] = ("도서관", "사람", "AI", "투자")) -> pd.DataFrame:
    same = {"article_id": ARTICLE, "analyzer": "kiwi", "measure": "log_ratio_wordfreq", "floored": False, "n": 3}
    return tables.KEYWORDS.make(
        [
            same | {"term": t, "value": 6.0 - i, "ci_low": 5.0 - i, "ci_high": 6.5 - i, "rank": i + 1}
            for i, t in enumerate(terms)
        ]
    )


def kwic() -> pd.DataFrame:
    line = {"article_id": ARTICLE, "sentence_id": 2, "term": "투자", "left": "한 관계자는 “꾸준히 "}
    return tables.KWIC.make([line | {"keyword": "투자", "right": "한 덕분”"} | span("투자", 2)])


def findings(text: str = "증거 문장 셋 가운데 둘이 논지를 지지한다.") -> pd.DataFrame:
    row = {
        "finding": "balance",
        "text": text,
        "table": "evidence",
        "sentences": tables.places([(ARTICLE, 1), (ARTICLE, 2)]),
    }
    return tables.FINDINGS.make([row])


def articles(title: str = "도서관, 다시 문을 연다") -> pd.DataFrame:
    row = {"article_id": ARTICLE, "source_file": "articles/a.txt", "sha256": "a" * 64, "encoding": "utf-8"}
    more = {"title": title, "outlet": "새싹일보", "published_at": "2025-03-04T09:30+09:00", "reporter": "김하늘"}
    return tables.ARTICLES.make(
        [
            row
            | more
            | {"characters": 90, "kept_characters": 80, "removed_characters": 10, "address": "https://a.test/1"}
        ]
    )


def study(**more: str) -> dict[str, str]:
    given = {
        "title": "도서관은 왜 다시 열었나",
        "question": "무엇이 도서관을 살렸는가?",
        "thesis": "꾸준한 투자가 살렸다.",
    }
    return {"name": "village"} | given | more


def manifest(**more: Any) -> dict[str, Any]:
    made = {"inputs": {"data/raw/village/a.txt": "a" * 64}, "parameters": {"analyzer": "kiwi", "top_n": 20}}
    return {"study": "village"} | made | {"versions": {"python": "3.11", "korean-news-study": "0.1.0"}} | more


@cache
def shown(name: str = "keywords", **more: str) -> Any:
    words = {"alt": "핵심어 넷의 점과 구간.", "caption": "도서관이 가장 두드러진다."} | more
    return reporting.show(reporting.plot_keywords(keywords()), name=name, **words)


def cell(*displayed: Any, source: str = "show(...)", tags: tuple[str, ...] = ()) -> NotebookNode:
    """A code cell that was run and displayed these."""
    return new_code_cell(source, outputs=[output(item) for item in displayed], metadata={"tags": list(tags)})


def output(displayed: Any) -> NotebookNode:
    """What a kernel writes into a notebook for something displayed."""
    bundle = displayed._repr_mimebundle_()
    data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
    packed = {kind: base64.b64encode(v).decode() if isinstance(v, bytes) else v for kind, v in data.items()}
    return new_output("display_data", data=packed, metadata=metadata)


def notebook(title: str, *cells: NotebookNode) -> NotebookNode:
    return new_notebook(
        cells=[new_markdown_cell(f"# {title}\n\n왜 하는지 한 문장으로 적는다.\n\n읽는 것: 책\\\n쓰는 것: 목록"), *cells]
    )


def notebooks() -> dict[str, NotebookNode]:
    """Four executed notebooks of the invented study."""
    heading = new_markdown_cell
    reading = reporting.close_reading(evidence(), codings=codings(), voices=voices(), facts=facts())
    words = reporting.table(
        keywords(),
        caption="핵심어",
        columns={"term": "낱말", "value": "로그 비", "n": "횟수"},
        links={"term": lambda term: "#" + reporting.keyword_anchor(term)},
        name="keywords",
    )
    removed = shown("strip", alt="줄마다 남겼는지를 띠로 그렸다.")
    hero = shown("hero", alt="증거 문장이 놓인 자리.", caption="둘이 지지하고 하나가 한정한다.")
    said = reporting.say(
        "근거는 " + reporting.strong("2문장") + "이다.", reporting.link_sentences(tables.places([(ARTICLE, 1)]))
    )
    return {
        "01_clean": notebook("원문 고르기", cell(source="top_n: int = 20", tags=("parameters",)), cell(removed)),
        "02_tokenize": notebook("낱말로 나누기", heading("## 어느 분석기인가")),
        "03_keywords": notebook("핵심어", cell(words), cell(reporting.concordance(kwic())), heading("## 순위")),
        "04_narrative": notebook(
            "어떻게 논증하나",
            cell(hero, tags=("hero",)),
            cell(reporting.say_list(["발견은 첫 화면에 있다."]), tags=("findings",)),
            cell(reporting.say("숨길 칸이다."), tags=("hide",)),
            heading("## 규칙", metadata={"tags": ["method"]}),
            cell(reporting.say("규칙은 형태소를 본다."), tags=("method",)),
            heading("## 증거"),
            cell(said),
            cell(reading),
        ),
    }


def report(**more: Any) -> str:
    """The whole report of the invented study."""
    given = {"study": study(), "findings": findings(), "manifest": manifest(), "articles": articles()} | more
    books = given.pop("notebooks", None) or notebooks()
    return reporting.render_report(books, **given)
