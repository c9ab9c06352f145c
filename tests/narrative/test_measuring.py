"""The numbers that the report states, on small tables made by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers import tables
from helpers.narrative import evidence, measures, parse_codebook
from helpers.narrative.contradictions import contradictions
from helpers.narrative.unsourced import unsourced
from helpers.tokenizing import tokenize

CODE = {"label": "이름", "definition": "정의."}
BOOK = parse_codebook(
    {
        "claims": {"rain": "비가 모자란다.", "well": "우물이 답이다."},
        "codes": {
            "dry": CODE | {"stance": "supports", "claim": "rain"},
            "dig": CODE | {"stance": "supports", "claim": "well"},
            "salt": CODE | {"stance": "opposes", "claim": "well"},
        },
    }
)
TEXTS = (
    ("title", "메마른 마을, 우물을 파다"),
    ("body", "올해 비는 30밀리미터 내렸다."),
    ("body", "이장 박가람 씨는 “우물을 팠다”고 말했다."),
    ("body", "한 주민은 “물이 짜다”고 했다."),
    ("body", "새 우물은 좋은 평가를 받는다."),
)
CODED = ((1, "dry", "supports"), (1, "dig", "supports"), (2, "dry", "supports"), (3, "dig", "supports"), (4, "salt", "opposes"))  # fmt: skip


def sentences(texts=TEXTS) -> pd.DataFrame:
    rows, start = [], 0
    for number, (section, text) in enumerate(texts, 1):
        place = {"article_id": "a", "sentence_id": number, "start": start, "end": start + len(text), "text": text}
        rows.append(place | {"section": section, "paragraph": number})
        start += len(text) + 1
    return pd.DataFrame(rows)


def span(table: pd.DataFrame, number: int, words: str) -> dict:
    row = table[table["sentence_id"] == number].iloc[0]
    start = int(row["start"]) + row["text"].index(words)
    return {"article_id": "a", "sentence_id": number, "start": start, "end": start + len(words), "text": words}


def spans(table: pd.DataFrame, number: int, words: str) -> list[list[int]]:
    found = span(table, number, words)
    return [[found["start"], found["end"]]]


@pytest.fixture(scope="module")
def measured() -> pd.DataFrame:
    every = sentences()
    voices = tables.VOICES.make(
        [
            span(every, 3, "우물을 팠다") | {"use": "speech", "kind": "named", "speaker": "이장 박가람 씨"},
            span(every, 4, "물이 짜다") | {"use": "speech", "kind": "unnamed", "speaker": "한 주민"},
        ]
    )
    facts = tables.FACTS.make([span(every, 2, "30밀리미터") | {"kind": "amount", "value": 30.0}])
    codings = tables.CODINGS.make(
        {"article_id": "a", "sentence_id": n, "code": code, "claim": BOOK[code].claim, "stance": stance, "coder": "rules",
         "matched_spans": None if n < 3 else spans(every, n, "우물" if n == 3 else "짜다"), "corrected": n == 4}
        for n, code, stance in CODED
    )  # fmt: skip
    held = evidence(codings, every, voices, facts, BOOK)
    parts = {"sentences": every, "tokens": tokenize(every), "voices": voices, "facts": facts, "codings": codings}
    return tables.MEASURES.check(measures(held, BOOK, **parts)).set_index(["name", "claim", "stance", "group"])


@pytest.mark.parametrize(
    ("name", "claim", "stance", "group", "n", "total", "cited"),
    [
        ("stance", "rain", "supports", "*", 2, 2, [1, 2]),
        ("stance", "well", "supports", "*", 2, 3, [1, 3]),
        ("stance", "well", "opposes", "*", 1, 3, [4]),
        ("stance", "*", "supports", "*", 3, 4, [1, 2, 3]),
        ("stance", "rain", "opposes", "*", 0, 2, []),
        ("voice", "well", "supports", "named", 1, 2, [3]),
        ("voice", "*", "*", "unnamed", 1, 4, [4]),
        ("checkable", "rain", "supports", "*", 1, 2, [2]),
        ("checkable", "rain", "supports", "reporter", 1, 2, [2]),
        ("checkable", "well", "supports", "named", 0, 1, []),
        ("section", "well", "supports", "title", 1, 2, [1]),
        ("headline", "well", "supports", "*", 1, 1, [1]),
        ("headline_in_body", "well", "supports", "*", 1, 2, [3]),
        ("headline_checkable", "well", "supports", "*", 0, 1, []),
        ("one_stance", "*", "supports", "*", 3, 4, [1, 2, 3]),
        ("several_stances", "*", "*", "*", 0, 4, []),
        ("without", "*", "supports", "front", 2, 3, [2, 3]),
        ("without", "*", "supports", "unchecked", 1, 3, [2]),
        ("without", "*", "supports", "*", 1, 3, [2]),
        ("speakers", "*", "*", "named", 1, 2, [3]),
        ("speaker", "*", "*", "한 주민", 1, 2, [4]),
        ("headline_checkable", "rain", "supports", "*", 1, 1, [2]),
        ("quotations", "*", "*", "named", 1, 2, [3]),
        ("persons", "*", "*", "unnamed", 1, 2, [4]),
        ("words", "*", "*", "한 주민", 2, 4, [4]),
        ("facts", "*", "*", "amount", 1, 1, [2]),
        ("facts_checkable", "*", "*", "*", 1, 1, [2]),
        ("unsourced", "*", "*", "*", 1, 4, [5]),
        ("corrected", "*", "*", "codings", 1, 5, [4]),
        ("corrected", "*", "*", "voices", 0, 2, []),
    ],
)
def test_each_measure_counts_what_its_name_says(measured, name, claim, stance, group, n, total, cited):
    row = measured.loc[(name, claim, stance, group)]
    assert (row["n"], row["total"], row["sentences"]) == (n, total, tables.places(("a", number) for number in cited))
    assert row["share"] == n / total


def test_a_sentence_with_two_stances_is_no_sentence_of_one():
    every = sentences()
    codings = tables.CODINGS.make(
        {"article_id": "a", "sentence_id": n, "code": code, "claim": BOOK[code].claim, "stance": stance, "coder": "rules"}
        for n, code, stance in ((2, "dry", "supports"), (2, "salt", "opposes"), (3, "dig", "supports"))
    )  # fmt: skip
    parts = {"sentences": every, "tokens": tables.TOKENS.empty(), "codings": codings}
    parts |= {"voices": tables.VOICES.empty(), "facts": tables.FACTS.empty()}
    held = evidence(codings, every, parts["voices"], parts["facts"], BOOK)
    found = measures(held, BOOK, **parts).set_index(["name", "claim", "stance", "group"])["n"]
    alone = [found["one_stance", "*", stance, "*"] for stance in ("supports", "qualifies", "opposes")]
    assert alone == [1, 0, 0]
    assert sum(alone) + found["several_stances", "*", "*", "*"] == 2
    assert found["several_stances", "*", "opposes", "*"] == found["several_stances", "*", "supports", "*"] == 1


def test_nothing_at_all_measures_each_claim_as_nothing():
    parts = {name: tables.TABLES[name].empty() for name in ("sentences", "tokens", "voices", "facts", "codings")}
    table = tables.MEASURES.check(measures(tables.EVIDENCE.empty(), BOOK, **parts))
    assert set(table["name"]) == {"stance"}
    assert table["n"].sum() == 0
    assert table["share"].isna().all()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("이 시집은 높은 평가를 받는다.", True),
        ("감독이 너무 서둘렀다는 지적이 나온다.", True),
        ("값이 더 오를 것이라는 전망이 우세하다.", True),
        ("이 산은 가장 험한 산으로 꼽힌다.", True),
        ("그는 좋은 스승이었던 것으로 알려졌다.", True),
        ("이 시집은 비평가들에게서 높은 평가를 받는다.", False),
        ("학생들은 기말 평가를 받는다.", False),
        ("오래된 둑이 무너질 우려가 있는 곳에는 줄을 쳤다.", False),
        ("둑이 무너질 것이라는 우려가 있다.", True),
        ("가을비가 내렸다.", False),
        ("위원회는 비판을 겸허히 들었다.", False),
        ("내년에는 손님이 크게 늘 전망이다.", True),
        ("손님은 더 늘 것으로 보인다.", True),
        ("손님은 더 늘 것으로", False),  # a line that breaks off
        ("섬에서는 뭍이 잘 보인다.", False),
        ("그는 이 그림을 물에 녹는 것으로 알려진 소금으로 그렸다.", False),
        ("그가 그림을 옮긴 것으로 알려지고 있다.", False),  # heard, and no judgement
        ("그는 그림을 옮겼다고 전해졌다.", False),
        ("시청이 곧 이사할 것으로 알려졌다.", False),
        ("그의 그림은 아름다운 것으로 알려졌다.", True),
        ("그는 성실한 것으로 전해졌다.", True),
        ("이 가게는 맛집으로 알려졌다.", True),
        ("배가 떠오르면서 그 일이 세상에 알려졌다.", False),  # became known
        ("별은 흰 점으로 관측됐다.", False),  # seen
        ("값은 더 오를 것으로 관측된다.", True),
        ("사연이 전해지자 이웃이 모였다.", False),  # a story that got about
        ("배는 아직 알려지지 않은 새로운 섬에 닿았다.", False),
        ("시청의 늑장은 비판받아야 한다.", False),  # what the text itself demands
        ("이 우물은 다시 평가돼야 한다.", False),
        ("시청의 늑장은 비판받았다.", True),
    ],
)
def test_a_judgement_without_a_judge_is_found(text, found):
    every = sentences((("body", text),))
    assert bool(unsourced(every, tokenize(every), tables.VOICES.empty())) is found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("노조는 두 차례 파업을 벌였다.", "한 차례 파업 뒤 공장은 조용했다."), ["파업"]),
        (("노조는 두 차례 파업을 벌였다.", "두 차례 파업 뒤 공장은 조용했다."), []),
        (("노조는 지난해 두 차례 파업을 벌였다.", "한 차례 파업 뒤 공장은 조용했다."), []),
        (("노조는 두 차례 파업을 벌였다.", "한 차례 회의가 열렸다."), []),
    ],
)
def test_counts_of_one_thing_that_differ_contradict_each_other(texts, found):
    every = sentences(tuple(("body", text) for text in texts))
    facts = []
    for number, text in enumerate(texts, 1):
        words, value = ("두 차례", 2.0) if "두 차례" in text else ("한 차례", 1.0)
        facts.append(span(every, number, words) | {"kind": "count", "value": value, "unit": "차례"})
        if "지난해" in text:
            facts.append(span(every, number, "지난해") | {"kind": "date"})
    assert [thing for thing, _ in contradictions(tables.FACTS.make(facts), tokenize(every))] == found


def test_a_share_of_those_asked_is_no_speaker():
    from helpers.narrative.measuring.voices import of_voices

    every = sentences((("body", "응답자의 71.3%는 ‘물이 짜다’고 답했다."), ("body", "한 주민은 “물이 달다”고 했다.")))
    row = {"use": "speech", "kind": "unnamed", "verb": "하다", "certainty": "stated"}
    voices = tables.VOICES.make(
        [
            span(every, 1, "물이 짜다") | row | {"speaker": "응답자의 71.3%"},
            span(every, 2, "물이 달다") | row | {"speaker": "한 주민"},
        ]
    )
    assert [one["group"] for one in of_voices(voices, every) if one["name"] == "speaker"] == ["한 주민"]


def test_the_body_is_not_given_the_words_of_a_caption():
    from helpers.narrative.measuring.voices import of_voices

    every = sentences((("caption", "선주는 “물이 짜다”고 했다."), ("body", "한 주민은 “물이 달다”고 했다.")))
    row = {"use": "speech", "kind": "unnamed", "verb": "하다", "certainty": "stated"}
    voices = tables.VOICES.make(
        [
            span(every, 1, "물이 짜다") | row | {"speaker": "선주"},
            span(every, 2, "물이 달다") | row | {"speaker": "한 주민"},
        ]
    )
    assert [one["group"] for one in of_voices(voices, every) if one["name"] == "speaker"] == ["한 주민"]
