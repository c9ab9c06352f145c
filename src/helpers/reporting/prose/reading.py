"""All tables of a finished reading in one object, and how its sentences are cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from helpers.reporting.particles import josa
from helpers.reporting.prose.wording import WHOLE, absent, quoted, records, shortened, told
from helpers.reporting.saying import link_sentences, quote

if TYPE_CHECKING:
    from helpers.narrative import Codebook
    from helpers.study import StudyFile

Row = Mapping[str, Any]
STANCES = ("supports", "qualifies", "opposes")
RULES = "rules"
HEARD = ("speech", "paraphrase")
_SAME = re.compile(r"같은 사람: (.+)$")
_LONGEST = 90


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the sections of the narrative read: tables by their names in ``helpers.tables``, and what they are about.

    study       title, question and thesis, as study.yml has them
    agreement   tables.AGREEMENT; no rows where nobody but the rules has coded
    """

    study: StudyFile
    codebook: Codebook
    articles: pd.DataFrame
    sentences: pd.DataFrame
    evidence: pd.DataFrame
    weighing: pd.DataFrame
    voices: pd.DataFrame
    facts: pd.DataFrame
    codings: pd.DataFrame
    agreement: pd.DataFrame
    disagreements: pd.DataFrame
    keywords: pd.DataFrame
    kwic: pd.DataFrame
    term_stability: pd.DataFrame

    # --- what was weighed ---
    @property
    def several(self) -> bool:
        """Is the study of more than one article."""
        return len(self.articles) > 1

    def weighed(self, claim: str = WHOLE) -> dict[str, dict[str, Any]]:
        """The rows of tables.WEIGHING of one claim, by stance, of all articles; {} where nothing was found at all."""
        rows = self.weighing[self.weighing["claim"] == claim]
        if self.several and (rows["article_id"] == WHOLE).any():
            rows = rows[rows["article_id"] == WHOLE]
        return {row["stance"]: row for row in records(rows)}

    def counts(self, claim: str = WHOLE) -> dict[str, int]:
        """How many sentences of each stance bear on one claim."""
        rows = self.weighed(claim)
        return {stance: int(rows[stance]["n"]) if stance in rows else 0 for stance in STANCES}

    @property
    def claims(self) -> list[str]:
        """The claims of the codebook, in its order."""
        return list(self.codebook.claims)

    def claim(self, name: str) -> str:
        """A claim as a noun: "‘투자는 오래 이어졌다’라는 주장", and where there is but one, "논지"."""
        if len(self.claims) == 1:
            return "논지"
        return f"{josa(quoted(self.codebook.claims[name]), '이라는/라는')} 주장"

    def of_stance(self, *stances: str) -> list[dict[str, Any]]:
        """The evidence of these stances, in the order of the article."""
        return records(self.evidence[self.evidence["stance"].isin(stances)])

    def of_claim(self, claim: str, stance: str) -> list[dict[str, Any]]:
        """The evidence with this stance to one claim."""
        wanted = f"{claim}:{stance}"
        return [row for row in records(self.evidence) if wanted in str(row["claims"]).split()]

    def coded(self) -> list[dict[str, Any]]:
        """The codings of the rules."""
        return records(self.codings[self.codings["coder"] == RULES])

    # --- how sentences are cited ---
    def refs(self, rows: Iterable[Row], *, most: int = 6) -> Markup:
        """Links to sentences: "문장 3, 7", with the article before them where there are several."""
        places = list(dict.fromkeys((str(row["article_id"]), int(row["sentence_id"])) for row in rows))
        shown = places[:most]
        articles = list(dict.fromkeys(article for article, _ in shown))
        parts = []
        for article in articles:
            links = link_sentences(" ".join(f"{a}:{n}" for a, n in shown if a == article))
            parts.append(told("{}의 {}", article, links) if self.several else links)
        return Markup("; ").join(parts) + (" 등" if len(places) > most else "")

    def cite(self, row: Row) -> Markup:
        """The words that were coded, as a quotation with a link to their sentence."""
        return quote(self._words(row)) + told("({})", self.refs([row]))

    def reported(self, row: Row) -> Markup:
        """Who says it, and what: "기자는 “…”(문장 3)라고 쓴다"."""
        said = Markup(josa(self.cite(row), "이라고/라고"))
        if row["voice"] == "reporter":
            return told("기자는 {} 쓴다", said)
        if absent(row["speaker"]):
            return told("누구의 말인지 밝히지 않은 채 {} 전한다", said)
        return told("{} {} 말한다", josa(self.speaker(row), "은/는"), said)

    def speaker(self, row: Row) -> str:
        """Who is heard, by the name that the article gave first: 앞서의 관계자 is who it was then."""
        here = self._heard(row)
        notes = [_SAME.search(str(voice["note"])) for voice in here if voice["speaker"] == row["speaker"]]
        return next((found[1] for found in notes if found), str(row["speaker"]))

    def _heard(self, row: Row) -> list[dict[str, Any]]:
        own = (self.voices["article_id"] == row["article_id"]) & (self.voices["sentence_id"] == row["sentence_id"])
        return records(self.voices[own & self.voices["use"].isin(HEARD)])

    def _words(self, row: Row) -> str:
        """The spoken words alone where a source is heard, else the sentence; without marks around it."""
        text = str(row["text"])
        speech = [voice for voice in self._heard(row) if voice["use"] == "speech" and row["voice"] != "reporter"]
        if speech:
            text = str(max(speech, key=lambda voice: (_overlap(voice, row), -voice["start"]))["text"])
        plain = text.strip().lstrip("▲△▶■●ㆍ·-– ").translate({ord("“"): "‘", ord("”"): "’"})
        return shortened(plain, longest=_LONGEST).rstrip(".")


def best(rows: Iterable[Row]) -> Row | None:
    """The sentence that stands for others: the most codes, body before deck and caption, the shorter, the earlier."""
    return min(
        rows,
        key=lambda row: (
            row["section"] != "body", -len(str(row["codes"]).split()), len(row["text"]) > _LONGEST, row["article_id"],
            row["sentence_id"],
        ),
        default=None,
    )  # fmt: skip


def _overlap(voice: Row, row: Row) -> int:
    """How many of the coded spans lie in what a voice says."""
    spans = [] if absent(row["matched_spans"]) else [span.split(":") for span in str(row["matched_spans"]).split()]
    return sum(voice["start"] <= int(start) and int(end) <= voice["end"] for start, end in spans)
