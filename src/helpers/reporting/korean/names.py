"""Korean names of what tables hold as codes: labels, stances, voices, measures.

They are ours alone: a label that a study's codebook gives goes before them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpers.reporting.korean.numbers import day

LABELS = {
    "title": "제목", "date": "입력 시각", "byline": "기자 이름", "deck": "부제", "subhead": "중간 제목", "body": "본문",
    "caption": "사진 설명", "turn": "방송 원고의 차례 표시", "boilerplate": "상용구", "blank": "빈 줄",
}  # fmt: skip
SECTIONS = {"title": "제목", "deck": "부제", "subhead": "중간 제목", "body": "본문", "caption": "사진 설명"}
STANCES = {"supports": "지지", "qualifies": "한정", "opposes": "반대", "context": "맥락"}
STANCE_SIGNS = {"supports": "▲", "qualifies": "◆", "opposes": "▼", "context": "●"}
NOBODY_FOUND = "옮긴 말: 말한 이를 찾지 못함"
VOICES = {"reporter": "글 자체의 말", "named": "이름 있는 취재원", "unnamed": "이름 없는 취재원"}
QUOTE_USES = {"speech": "따온 말", "scare": "거리를 둔 말", "name": "따옴표 친 말", "paraphrase": "옮긴 말",
              "term": "따옴표 친 말", "text": "규정에 적힌 말"}  # fmt: skip
CERTAINTIES = {"inferred": "미루어 봄", "guessed": "짐작"}  # what the text states has no name
FACTS = {"date": "때", "period": "기간", "amount": "금액", "count": "수량"}
AGES = {"age": "나이", "age_group": "나이대"}  # what a number of the kind "count" gives
CURRENCIES = {
    "KRW": "원", "USD": "달러", "JPY": "엔", "EUR": "유로", "CNY": "위안", "GBP": "파운드", "HKD": "홍콩달러",
    "SGD": "싱가포르달러", "AUD": "호주달러", "CAD": "캐나다달러", "TWD": "대만달러", "CHF": "스위스프랑",
    "RUB": "루블", "IDR": "루피아", "INR": "루피", "THB": "바트", "MYR": "링깃", "VND": "동", "TRY": "리라",
    "BRL": "헤알", "SEK": "크로나", "AED": "디르함",
}  # fmt: skip
POS = {
    "noun": "명사", "bound_noun": "의존 명사", "pronoun": "대명사", "numeral": "수사", "verb": "동사",
    "adjective": "형용사", "adverb": "부사", "determiner": "관형사", "interjection": "감탄사", "particle": "조사",
    "ending": "어미", "affix": "접사", "foreign": "외국 글자", "number": "숫자", "symbol": "기호", "unknown": "모름",
}  # fmt: skip
ANALYZERS = {
    "kiwi": "Kiwi", "mecab": "MeCab-ko", "komoran": "Komoran", "kkma": "Kkma", "okt": "Okt", "hannanum": "Hannanum",
}  # fmt: skip
MEASURES = {
    "frequency": "횟수", "log_ratio": "로그 비(Log Ratio)", "keyness": "로그 가능도(G²)", "tf_idf": "TF-IDF",
    "textrank": "TextRank", "pmi": "PMI", "npmi": "NPMI",
    "log_likelihood": "로그 가능도(G²)", "t_score": "t 점수", "log_dice": "logDice", "mtld": "MTLD", "hdd": "HD-D",
    "ttr": "낱말 종류의 비율",
}  # fmt: skip
POS_FILTERS = {"nouns": "명사만", "nouns+foreign": "명사와 외국 글자", "content": "동사와 형용사까지"}
STOPWORDS = {"none": "불용어 없이", "study": "연구의 불용어"}
WITHOUT = {"front": "제목과 부제", "unchecked": "확인할 사실이 없는 문장", "both": "둘 다"}
PARTS = {"codings": "코드", "voices": "말한 이", "facts": "사실"}
BY_COLUMN = {
    "label": LABELS, "section": SECTIONS, "stance": STANCES, "voice": VOICES, "use": QUOTE_USES, "pos": POS,
    "analyzer": ANALYZERS, "without": WITHOUT, "part": PARTS,
}  # fmt: skip
KINDS = {**VOICES, **FACTS}
CHOICES = ("hangs_on", "never_with")  # columns of tables.TERM_STABILITY: lists of choices of method


def measure_name(measure: str) -> str:
    """The Korean name of a measure; what follows the measure's own name, as in keyness_wordfreq, is its reference."""
    found = next((name for name in sorted(MEASURES, key=len, reverse=True) if measure.startswith(name)), None)
    return MEASURES[found] if found else measure


def analyzer_name(analyzer: str) -> str:
    """The analyzer as its makers write it."""
    return ANALYZERS.get(analyzer, analyzer)


def choice_name(choice: Mapping[str, str]) -> str:
    """What a choice of method is called, such as analyzer okt or pos nouns in tables.TERM_STABILITY."""
    dimension, value = choice["dimension"], choice["value"]
    names = {"analyzer": ANALYZERS, "pos": POS_FILTERS, "stopwords": STOPWORDS}
    return measure_name(value) if dimension == "measure" else names.get(dimension, {}).get(value, value)


def name_of(column: str, value: str) -> str:
    """What Korean print has for a code or a moment in a column of a table; what has no other name stays as it is."""
    if column == "published_at":
        return day(value) or value
    if column in ("reading", "primary_reading"):
        return re.sub(r"/(\w+)", lambda pos: f"/{POS.get(pos[1], pos[1])}", value)
    if column == "measure":
        return measure_name(value)
    return (KINDS if column == "kind" else BY_COLUMN.get(column, {})).get(value, value)
