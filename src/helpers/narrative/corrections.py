"""Read and apply corrections.yml, in which a person corrects what the rules found; places are given by quoted words.

    voices:
      - quote: 배가 생겨 돌아왔다       words of the quotation, as the article has them; spaces do not matter
        speaker: 박하늘 씨             also person, kind (reporter, named, unnamed), use
      - quote: 너무 늦었다
        strike: true                   it is no quotation
    facts:
      - quote: 26경기
        value: 26                      also value_to, unit, kind, bound, actor, resolved_from, resolved_to, checkable
      - quote: 열두 척
        add: true                      a fact that no rule found
        kind: count
        value: 12
    codes:
      - quote: 아무도 돌아오지 않았다     words of the sentence
        code: arrival
        stance: opposes                or strike: true

Where the words stand in an article more than once, ``nth`` says which place is meant (1 is the first); ``article``
names the article where a study has several.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import pandas as pd
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from helpers import store, tables
from helpers.documents import Document, read_yaml, validate
from helpers.errors import StudyError
from helpers.narrative.coding.codebook import Codebook, Stance
from helpers.narrative.found import Found
from helpers.narrative.quoted import likeness, places_of
from helpers.narrative.rows import Row, rows_of
from helpers.study import Study

FILE = "corrections.yml"
RULES = "rules"
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_LISTED = BeforeValidator(lambda value: [] if value is None else value)
_WORDS = BeforeValidator(lambda value: [value] if isinstance(value, str) else value)  # one word needs no list
_WHERE = ("quote", "nth", "article", "strike", "add")


class _Correction(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    quote: Text
    nth: Annotated[int, Field(ge=1)] = 1
    article: Text | None = None
    strike: bool = False
    add: bool = False

    @property
    def values(self) -> dict[str, Any]:
        """What the person wrote of the row, by column."""
        return {name: value for name, value in self.model_dump(exclude_unset=True).items() if name not in _WHERE}


class VoiceCorrection(_Correction):
    speaker: Text | None = None
    person: Text | None = None
    kind: Literal["reporter", "named", "unnamed"] | None = None
    use: Literal["speech", "scare", "name", "paraphrase", "term", "text"] | None = None


class FactCorrection(_Correction):
    kind: Literal["date", "period", "amount", "count"] | None = None
    value: float | None = None
    value_to: float | None = None
    unit: Text | None = None
    bound: Annotated[list[Text], _WORDS] | None = None
    actor: Text | None = None
    resolved_from: Text | None = None
    resolved_to: Text | None = None
    checkable: bool | None = None


class CodeCorrection(_Correction):
    code: Text
    stance: Stance | None = None


class CorrectionsFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    voices: Annotated[list[VoiceCorrection], _LISTED] = []
    facts: Annotated[list[FactCorrection], _LISTED] = []
    codes: Annotated[list[CodeCorrection], _LISTED] = []


@dataclass(frozen=True)
class Corrections:
    """What corrections.yml says, and on which line it says it."""

    written: CorrectionsFile
    line_of: Callable[[tuple[str | int, ...]], int]
    name: str = FILE

    def fault(self, part: str, number: int, what: str, remedy: str) -> StudyError:
        return StudyError(f"{self.name}, line {self.line_of((part, number))}: {what}.", remedy)


def read_corrections(study: Study) -> Corrections:
    """The corrections of a study; none where it has no such file. StudyError names line and entry of a fault."""
    path = store.raw_folder(study.name) / FILE
    document = read_yaml(path) if store.is_readable(path) else Document(path, {}, {})
    return Corrections(validate(CorrectionsFile, document), document.line_of, store.relative(path))


def corrected(found: Found, study: Study, sentences: pd.DataFrame, codebook: Codebook) -> Found:
    """What the rules found, corrected by the study's corrections.yml if it has one."""
    said = read_corrections(study)
    if said.written == CorrectionsFile():
        return found
    return Found(
        codings=apply_to_codings(found.codings, said, sentences, codebook),
        voices=apply_to_voices(found.voices, said, sentences),
        facts=apply_to_facts(found.facts, said, sentences),
    )


def apply_to_voices(voices: pd.DataFrame, corrections: Corrections, sentences: pd.DataFrame) -> pd.DataFrame:
    """tables.VOICES as the person corrected them; StudyError where the words stand nowhere or are no quotation."""
    return _applied(tables.VOICES, voices, "voices", corrections, sentences, {"use": "speech", "kind": "reporter"})


def apply_to_facts(facts: pd.DataFrame, corrections: Corrections, sentences: pd.DataFrame) -> pd.DataFrame:
    """tables.FACTS as the person corrected them; StudyError where the words stand nowhere or are no fact."""
    return _applied(tables.FACTS, facts, "facts", corrections, sentences, {"kind": "count"})


def apply_to_codings(
    codings: pd.DataFrame, corrections: Corrections, sentences: pd.DataFrame, codebook: Codebook
) -> pd.DataFrame:
    """tables.CODINGS of the rules as the person corrected them, in the order of sentences and of the codebook."""
    rows = {(row["article_id"], row["sentence_id"], row["code"]): row for row in rows_of(codings)}
    for number, item in enumerate(corrections.written.codes):
        if item.code not in codebook:
            known = ", ".join(code.name for code in codebook.codes)
            what = f"there is no code {item.code!r} in the codebook (there: {known})"
            raise corrections.fault("codes", number, what, "Correct the code's name.")
        code, place = codebook[item.code], _place(item, corrections, "codes", number, sentences)
        key = (place["article_id"], place["sentence_id"], code.name)
        if item.strike:
            if rows.pop(key, None) is None:
                what = f"the sentence of {item.quote!r} does not have the code {code.name}"
                raise corrections.fault("codes", number, what, "Take the entry out.")
            continue
        found = rows.get(key) or {
            "article_id": key[0], "sentence_id": key[1], "code": code.name, "claim": code.claim, "coder": RULES,
            "matched": [place["text"]], "matched_spans": [[place["start"], place["end"]]],
        }  # fmt: skip
        own = {"stance": item.stance or code.stance, "corrected": True, "note": "연구자가 고침"}
        rows[key] = found | own | {"turned_by": None, "denied_by": None}
    sentence_order = {
        key: n for n, key in enumerate(zip(sentences["article_id"], sentences["sentence_id"], strict=True))
    }
    code_order = {code.name: n for n, code in enumerate(codebook.codes)}
    return tables.CODINGS.make(rows[k] for k in sorted(rows, key=lambda k: (sentence_order[k[:2]], code_order[k[2]])))


def _applied(
    table: tables.Table,
    frame: pd.DataFrame,
    part: str,
    corrections: Corrections,
    sentences: pd.DataFrame,
    defaults: Mapping[str, Any],
) -> pd.DataFrame:
    rows = rows_of(frame)
    for number, item in enumerate(getattr(corrections.written, part)):
        place = _place(item, corrections, part, number, sentences)
        hit = [row for row in rows if _overlap(row, place)]
        own = {name: value for name, value in item.values.items() if name in table.columns}
        own |= {
            name: value for name, value in {"corrected": True, "certainty": "stated"}.items() if name in table.columns
        }
        if item.add:
            rows.append(place | dict(defaults) | _named(part, own) | {"note": "연구자가 더함"} | own)
        elif not hit:
            what = f"the words {item.quote!r} stand in the article, but no row of {part} is there"
            raise corrections.fault(part, number, what, "Write add: true to add one.")
        elif item.strike:
            rows = [row for row in rows if row not in hit]
        else:
            for row in hit:
                row.update(own | {"note": "연구자가 고침"})
    rows.sort(key=lambda row: (_order(sentences, row), row["start"]))
    return table.make(rows)


def _named(part: str, own: Mapping[str, Any]) -> dict[str, str]:
    """An added quotation with a speaker is a named source's, unless the person says otherwise."""
    return {"kind": "named"} if part == "voices" and own.get("speaker") else {}


def _order(sentences: pd.DataFrame, row: Row) -> int:
    articles = list(dict.fromkeys(sentences["article_id"]))
    return articles.index(row["article_id"])


def _overlap(row: Row, place: Row) -> bool:
    same = row["article_id"] == place["article_id"]
    return bool(same and row["start"] < place["end"] and place["start"] < row["end"])


def _place(item: _Correction, corrections: Corrections, part: str, number: int, sentences: pd.DataFrame) -> Row:
    """Where the quoted words stand: article, sentence, span and the raw text of it."""
    own = sentences[sentences["article_id"] == item.article] if item.article else sentences
    found = [place for row in rows_of(own) for place in places_of(item.quote, row)]
    if len(found) >= item.nth:
        return found[item.nth - 1]
    if found:
        what = f"the words {item.quote!r} stand {len(found)} times in the article, and nth is {item.nth}"
        raise corrections.fault(part, number, what, "Correct nth.")
    nearest = max(own["text"], key=lambda text: likeness(item.quote, text), default="")
    what = f"the words {item.quote!r} do not stand in {item.article or 'any article'}"
    raise corrections.fault(part, number, what, f"Quote them as the article has them; the nearest is: {nearest[:80]}")
