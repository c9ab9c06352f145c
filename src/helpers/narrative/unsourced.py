"""Find sentences that evaluate something without saying whose evaluation it is."""

from __future__ import annotations

import pandas as pd

from helpers.lexicons import words
from helpers.narrative.rows import Row, rows_by_sentence, rows_of

_CLOSES = frozenset(["것", "다고", "ㄴ다고", "는다고", "라고"])
NEAR = 3  # morphemes between the noun of judgement and its predicate: 평가를 (함께) 받는다


def unsourced(sentences: pd.DataFrame, tokens: pd.DataFrame, voices: pd.DataFrame) -> list[tuple[str, int]]:
    """The sentences, by article_id and sentence_id, that evaluate in the passive voice and name no source.

    sentences  tables.SENTENCES; headlines and captions are left out
    tokens     tables.TOKENS that hold one analyzer's morphemes with Sejong tags (Kiwi, MeCab-ko, Komoran)
    voices     tables.VOICES; a sentence in which a source speaks has one
    """
    sourced = {(row["article_id"], row["sentence_id"]) for row in rows_of(voices) if isinstance(row["speaker"], str)}
    parts = rows_by_sentence(tokens[tokens["unit"] == "morpheme"].sort_values("start", kind="stable"))
    found = []
    for row in rows_of(sentences[sentences["section"].isin(("body", "deck"))]):
        key = (row["article_id"], int(row["sentence_id"]))
        if key not in sourced and is_unsourced(parts.get(key, [])):
            found.append(key)
    return found


def is_unsourced(morphemes: list[Row]) -> bool:
    """Does the sentence of these morphemes evaluate something without a source?"""
    return any(
        _is_passive(morphemes, number) or _is_noun(morphemes, number) or _is_foreseen(morphemes, number)
        for number in range(len(morphemes))
    ) and not any(_names_judge(morphemes, number) for number in range(len(morphemes)))


def _is_passive(morphemes: list[Row], number: int) -> bool:
    """Is it a passive verb of evaluation? Before a noun it only describes that noun: 물에 녹는 것으로 알려진 소금.

    What is not known, or not held, is nobody's judgement: 아직 알려지지 않은 섬. Nor is what is only said to have
    happened (그림을 옮긴 것으로 알려졌다), what gets about (사연이 전해지자), or what one saw (흰 점으로 관측됐다).
    What should be judged so (비판받아야 한다) is what the text itself demands.
    """
    verb = _predicate(morphemes, number)
    found = verb in words("evaluations", "passive")
    place = _closing(morphemes, number) if found else None
    if verb in words("evaluations", "hearsay") and place is not None:
        found = not _is_deed(morphemes, place)
    elif verb == "알려지다":
        found = found and number > 0 and morphemes[number - 1]["lemma"] in ("으로", "로")  # not: 세상에 알려졌다
    elif verb in words("evaluations", "of_clauses"):
        found = place is not None
    after = morphemes[number + 1 : number + 5]
    denied = any(m["lemma"] == "않다" for m in after[1:2] if after[0]["lemma"] == "지")
    demanded = any(m["lemma"] in ("어야", "아야", "여야") for m in after[:1])
    return found and not denied and not demanded and not _modifies(after)


def _closing(morphemes: list[Row], number: int) -> int | None:
    """Where 것으로 or 고 closes a clause right before the verb: 늘 것으로, 는다고."""
    return next((n for n in range(number - 1, max(number - 4, -1), -1) if morphemes[n]["lemma"] in _CLOSES), None)


def _is_deed(morphemes: list[Row], place: int) -> bool:
    """Is the clause that ends at ``place`` one of something done, and of no quality: 옮긴 것으로, 옮겼다고."""
    stems = [m for m in morphemes[max(place - 5, 0) : place] if m["tag"][:2] in ("VV", "VA", "VC", "XS")]
    stem = next((m for m in reversed(stems) if m["tag"] != "XSN"), None)
    return stem is not None and str(stem["tag"]).partition("-")[0] in ("VV", "XSV")


def _modifies(after: list[Row]) -> bool:
    """Does the verb, with its auxiliaries, modify a noun that is more than 것."""
    ends = next((n for n, m in enumerate(after) if m["tag"] == "ETM"), None)
    auxiliary = ends is not None and all(
        m["tag"] in ("EC", "EP") or str(m["tag"]).startswith("VX") for m in after[:ends]
    )
    noun = after[ends + 1 : ends + 2] if ends is not None and auxiliary else []
    return bool(noun) and noun[0]["pos"] == "noun" and noun[0]["tag"] != "NNB"


def _is_noun(morphemes: list[Row], number: int) -> bool:
    """Is it a noun of evaluation that something qualifies (높은, -다는), with its particle and predicate?"""
    if morphemes[number]["lemma"] not in words("evaluations", "judgements") or not _qualified(morphemes, number):
        return False
    after = morphemes[number + 1 : number + 2]
    if not after or after[0]["pos"] != "particle":
        return False
    wanted = "get" if after[0]["tag"] == "JKO" else "come" if after[0]["tag"] in ("JKS", "JX") else ""
    near = range(number + 2, min(number + 2 + NEAR, len(morphemes)))
    found = {_predicate(morphemes, n) for n in near} & words("evaluations", wanted) if wanted else set()
    return bool(found) and not (found == {"있다"} and _is_to_come(morphemes, number))


def _is_foreseen(morphemes: list[Row], number: int) -> bool:
    """늘 전망이다, 늘 것으로 보인다: is it a forecast, without anybody who makes it?"""
    lemmas = [str(m["lemma"]) for m in morphemes[max(number - 1, 0) : number + 3]]
    if lemmas[:1] not in (["ㄹ"], ["을"]):
        return False
    ends = number + 2 == len(morphemes)  # a line that breaks off: '늘 것으로'
    return lemmas[1:3] == ["전망", "이다"] or (
        lemmas[1:3] == ["것", "으로"] and not ends and _predicate(morphemes, number + 2) == "보이다"
    )


def _is_to_come(morphemes: list[Row], number: int) -> bool:
    """Is it about something that may happen? 무너질 우려가 있다 tells of a danger and is no evaluation by somebody."""
    return morphemes[number - 1]["lemma"] in ("ㄹ", "을")


def _qualified(morphemes: list[Row], number: int) -> bool:
    return number > 0 and morphemes[number - 1]["tag"] == "ETM"


def _predicate(morphemes: list[Row], number: int) -> str:
    """The dictionary form of the verb whose stem this is: 평가되다 of 평가 and 되다."""
    own = morphemes[number]
    if own["pos"] == "affix" and number:
        return str(morphemes[number - 1]["surface"]) + str(own["lemma"]).removesuffix("다") + "다"
    if own["pos"] not in ("verb", "adjective"):
        return ""
    if [m["lemma"] for m in morphemes[number + 1 : number + 3]] in (["어", "지다"], ["아", "지다"]):
        return f"{own['surface']}지다"  # 알려/VV 어/EC 지/VX: 알려지다
    before = morphemes[number - 1] if number else own
    glued = before["pos"] == "noun" and before["end"] == own["start"]
    return str(before["surface"]) + str(own["lemma"]) if glued else str(own["lemma"])


def _names_judge(morphemes: list[Row], number: int) -> bool:
    return morphemes[number]["tag"] == "JKB" and morphemes[number]["lemma"] in words("evaluations", "judges")
