"""All tables of a finished reading in one object, and how its sentences are cited."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.wording import absent, ordinal, quoted, records, shortened, told
from helpers.reporting.saying import link_sentences, quote
from helpers.tables import WHOLE

if TYPE_CHECKING:
    from helpers.narrative import Codebook
    from helpers.study import StudyFile

Row = Mapping[str, Any]
STANCES = ("supports", "qualifies", "opposes")
RULES = "rules"
REPORTER = "기자는 "
HEARD = ("speech", "paraphrase")
_SAME = re.compile(r"(?:와 같은 사람|[을를] 가리킴): (.+)$")
LONGEST = 90  # characters of a sentence that is quoted whole


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
        rows = [row for row in self._weighing if row["claim"] == claim]
        if self.several and any(row["article_id"] == WHOLE for row in rows):
            rows = [row for row in rows if row["article_id"] == WHOLE]
        return {row["stance"]: row for row in rows}

    @cached_property
    def _weighing(self) -> list[dict[str, Any]]:
        return records(self.weighing)

    @cached_property
    def _evidence(self) -> list[dict[str, Any]]:
        return records(self.evidence)

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

    def claim_again(self, name: str) -> str:
        """A claim that was told in full before: "둘째 주장", and where there is but one, "논지"."""
        told_in_order = all(claim.strip().rstrip(".").endswith("다") for claim in self.codebook.claims.values())
        if len(self.claims) == 1 or not told_in_order:
            return self.claim(name)
        return f"{ordinal(self.claims.index(name) + 1)} 주장"

    def of_stance(self, *stances: str) -> list[dict[str, Any]]:
        """The evidence of these stances, in the order of the article."""
        return [row for row in self._evidence if row["stance"] in stances]

    def of_claim(self, claim: str, stance: str) -> list[dict[str, Any]]:
        """The evidence with this stance to one claim."""
        wanted = f"{claim}:{stance}"
        return [row for row in self._evidence if wanted in str(row["claims"]).split()]

    @cached_property
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

    def cite(self, row: Row, claim: str | None = None) -> Markup:
        """The words that were coded (for a claim), as a quotation with a link to their sentence."""
        return quote(self._words(row, claim)) + told("({})", self.refs([row]))

    def reported(self, row: Row, claim: str | None = None) -> Markup:
        """Who says it, and what: "기자는 “…”(문장 3)라고 쓴다"."""
        said = Markup(josa(self.cite(row, claim), "이라고/라고"))
        if row["voice"] == "reporter":
            return told(REPORTER + "{} 쓴다", said)
        if not any(voice["use"] == "speech" for voice in self._heard(row)):
            return told(REPORTER + "{} 옮긴다", said)
        if absent(row["speaker"]):
            return told("누구의 말인지 밝히지 않은 채 {} 전한다", said)
        return told("{} {} 말한다", josa(self.speaker(row), "은/는"), said)

    def speaker(self, row: Row) -> str:
        """Who is heard, by the name that the article gave first: 앞서의 관계자 is who it was then."""
        here = self._heard(row)
        notes = [_SAME.search(str(voice["note"])) for voice in here if voice["speaker"] == row["speaker"]]
        return next((found[1] for found in notes if found), str(row["speaker"]))

    @cached_property
    def _heard_in(self) -> dict[tuple[str, int], list[dict[str, Any]]]:
        found: dict[tuple[str, int], list[dict[str, Any]]] = {}
        for voice in records(self.voices[self.voices["use"].isin(HEARD)]):
            found.setdefault(key_of(voice), []).append(voice)
        return found

    def _heard(self, row: Row) -> list[dict[str, Any]]:
        return self._heard_in.get(key_of(row), [])

    def _words(self, row: Row, claim: str | None) -> str:
        """The spoken words alone where a source is heard, else the sentence; without marks around it."""
        text = str(row["text"])
        speech = [voice for voice in self._heard(row) if voice["use"] == "speech" and row["voice"] != "reporter"]
        if speech:
            spans = self._spans(row, claim)
            text = str(max(speech, key=lambda voice: (_overlap(voice, spans), -voice["start"]))["text"])
        plain = text.strip().lstrip("▲△▶■●ㆍ·-– ").translate({ord("“"): "‘", ord("”"): "’"})
        return shortened(plain, longest=LONGEST).rstrip(".")

    def _spans(self, row: Row, claim: str | None) -> list[str]:
        """Where the coded words of a sentence stand, as start:end; those of one claim's supporting codes alone."""
        codings = [coding for coding in self.coded if key_of(coding) == key_of(row)]
        if claim is not None:
            codings = [c for c in codings if self.codebook[c["code"]].claim == claim and c["stance"] == "supports"]
        return [span for c in codings if not absent(c["matched_spans"]) for span in str(c["matched_spans"]).split()]


def key_of(row: Row) -> tuple[str, int]:
    """The article and the number of a sentence."""
    return str(row["article_id"]), int(row["sentence_id"])


def best(rows: Iterable[Row], reading: Reading, claim: str, used: Collection[tuple[str, int]] = ()) -> Row | None:
    """The sentence that stands for the others that support a claim.

    Not one of ``used``; from the body before deck and caption; with the most codes of the claim, the fewest other
    claims, short enough to be quoted whole, with something to check; then the first. None of no rows.
    """
    codes = {code.name for code in reading.codebook.codes if code.claim == claim}

    def order(row: Row) -> tuple[object, ...]:
        own = sum(code.rpartition(":")[0] in codes for code in str(row["codes"]).split())
        others = len(str(row["claims"]).split())
        long = len(str(row["text"])) > LONGEST and row["voice"] == "reporter"
        return (key_of(row) in used, row["section"] != "body", -own, others, long, not row["checkable"], key_of(row))

    return min(rows, key=order, default=None)


def _overlap(voice: Row, spans: Iterable[str]) -> int:
    """How many coded spans lie in what a voice says."""
    ends = [span.split(":") for span in spans]
    return sum(voice["start"] <= int(start) and int(end) <= voice["end"] for start, end in ends)
