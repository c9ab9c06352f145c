"""The narrative: what it says is what the tables hold, whatever they hold, in sentences that can be printed."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import reporting, tables
from helpers.reporting import prose
from prose_readings import ARTICLE, CODEBOOK, CODED, SPOKEN, TEXTS, About, reading

ONE_CLAIM = CODEBOOK | {
    "claims": {"thesis": "섬을 살린 것은 새 배다."},
    "codes": {name: code | {"claim": "thesis"} for name, code in CODEBOOK["codes"].items()},
}
ODD = re.compile(r"nan|None|<NA>|NaT|은\(는\)|이\(가\)|을\(를\)|\(으\)|\bTrue\b|\bFalse\b|\{|\}|  | \.|\.\.|,\.|&amp;")


def _whole(made) -> str:
    return str(prose.narrative(made))


def test_narrative_counts_what_the_tables_hold() -> None:
    said = _whole(reading())
    assert "기사의 6문장 가운데 5문장(83%)이 논지와 이어진다." in said
    assert "3문장은 논지를 지지하고, 1문장은 한정하며, 1문장은 반대한다." in said
    assert "나머지 1문장은 배경이거나" in said


def test_claims_are_told_in_the_order_of_the_codebook() -> None:
    said = str(prose.what_it_claims(reading()))
    assert "두 가지 주장으로 나눈다. 첫째, 새 배가 섬을 살렸다. 둘째, 학교가 다시 문을 열었다." in said


def test_claims_that_are_no_sentences_are_listed_as_nouns() -> None:
    book = CODEBOOK | {"claims": {"ferry": "새 배", "school": "학교"}}
    said = str(prose.what_it_claims(reading(codebook=book)))
    assert "코드북은 이 논지를 ‘새 배’와 ‘학교’로 나눈다." in said


def test_single_claim_is_called_the_thesis_and_not_repeated() -> None:
    said = _whole(reading(codebook=ONE_CLAIM))
    assert "라는 주장" not in said and "가지 주장" not in said
    assert "논지를 떠받치는 것은" in said


def test_source_is_quoted_by_what_was_said_alone_with_a_link_to_the_sentence() -> None:
    html = prose.what_stands_against(reading()).html
    assert "한 관계자는 <q>“뱃삯이 비싸다”</q>(문장 " in html
    assert f'href="#s-{ARTICLE}-4"' in html


def test_speaker_who_is_pointed_at_is_called_by_the_first_name() -> None:
    made = reading()
    pointed = made.voices["speaker"] == "한 관계자"
    made.voices.loc[pointed, "note"] = "2번 문장의 화자를 가리킴: 항만청의 한 관계자"
    assert "항만청의 한 관계자는 “뱃삯이 비싸다”" in str(prose.what_stands_against(made))


def test_voices_say_who_is_named() -> None:
    said = str(prose.in_whose_voice(reading()))
    assert "3문장(60%)은 기자가 자기 말로 썼고" in said
    assert "말한 이는 ‘주민 박하늘 씨’와 ‘한 관계자’다. 그 가운데 하나는 이름을 밝히지 않았다." in said


def test_quotations_of_nobody_are_quotations_too() -> None:
    nobody = (SPOKEN[0], (SPOKEN[1][0], SPOKEN[1][1], "unnamed", None))
    said = str(prose.in_whose_voice(reading(spoken=nobody)))
    assert "따옴표 안에 말을 옮긴 문장은 2개다. 말한 이는 ‘주민 박하늘 씨’로" in said
    assert "누구의 말이나 평가인지 밝히지 않고 옮긴 문장도 하나" in said


def test_unnamed_sources_alone_are_pointed_out() -> None:
    unnamed = tuple((number, words, "unnamed", "한 관계자") for number, words, _, _ in SPOKEN)
    assert "이름을 밝힌 취재원의 말에 기댄 근거는 하나도 없다." in str(prose.in_whose_voice(reading(spoken=unnamed)))


def test_silence_about_what_is_not_there() -> None:
    made = reading(coded=(), spoken=())
    assert str(prose.on_what_evidence(made)) == ""
    assert str(prose.in_whose_voice(made)) == ""
    assert str(prose.what_stands_against(made)) == ""
    assert str(prose.what_would_weaken(made)) == ""
    assert "하나도 없다" in str(prose.what_it_claims(made))


def test_no_opposition_says_that_the_codebook_may_lack_it() -> None:
    made = reading(coded=tuple(row for row in CODED if row[2] == "supports"))
    assert "반대하는 문장은 찾지 못했다" in str(prose.what_stands_against(made))
    assert "모두 논지를 지지한다." in str(prose.what_it_claims(made))


def test_opposition_alone_takes_its_own_particle() -> None:
    said = str(prose.what_it_claims(reading(coded=(CODED[3],))))
    assert "한 문장(17%)이 논지와 이어진다. 그 문장은 논지에 반대한다." in said


def test_objection_that_is_turned_away_is_told_as_such() -> None:
    made = reading(coded=(*CODED[:3], (4, "cost", "supports", "비싸다")))
    said = _whole(made)
    assert "그 자리에서 부정하는 문장도 하나 있다" in said
    assert "‘뱃삯’을 부정하는 말(1문장)" in said


def test_support_without_its_weak_parts_is_counted() -> None:
    assert "지지하는 문장은 모두 3개다. 부제를 빼면 2개, 확인할 사실이 없는 문장을 빼면 1개가 남는다." in str(
        prose.what_would_weaken(reading())
    )


@pytest.mark.parametrize(
    ("fact", "written"),
    [
        ({"kind": "amount", "value": 1e10, "unit": "JPY"}, "100억 엔"),
        ({"kind": "amount", "value": 2.5e9, "unit": "KRW"}, "25억 원"),
        ({"kind": "count", "value": 3.25, "unit": "%"}, "3.25%"),
        ({"kind": "count", "value": 10.0, "value_to": 20.0, "unit": "명"}, "10~20명"),
        ({"kind": "count", "value": 14.0}, "14"),
        ({"kind": "amount", "value": 700.0, "unit": "페소"}, "700페소"),
        (
            {"kind": "date", "value": 3.0, "unit": "년", "resolved_from": "2022-01-01", "resolved_to": "2022-12-31"},
            "2022년",
        ),
        ({"kind": "period"}, None),
    ],
)
def test_a_fact_comes_to_what_print_would_write(fact: dict, written: str | None) -> None:
    place = {"article_id": ARTICLE, "sentence_id": 1, "start": 0, "end": 2, "text": "그때"}
    assert prose.fact_values(tables.FACTS.make([place | fact])) == [written]


def test_facts_name_their_span_and_kinds() -> None:
    said = str(prose.what_can_be_checked(reading()))
    assert "확인할 수 있는 사실이 2개 있다. 때가 1개, 수량이 1개다." in said
    assert "근거 문장 5개 가운데 1개(20%)에 그런 사실이 들어 있다." in said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2024-01-01", "2024-12-31", "2024년"),
        ("2024-03-01", "2024-03-31", "2024년 3월"),
        ("2024-03-01", "2024-05-31", "2024년 3~5월"),
        ("2024-03-04", "2024-03-08", "2024년 3월 4~8일"),
        ("2024-03-04", "2024-03-04", "2024년 3월 4일"),
        ("2007-01-01", "2016-12-31", "2007~2016년"),
    ],
)
def test_resolved_days_are_as_short_as_they_are_exact(start: str, end: str, said: str) -> None:
    from helpers.reporting.prose.checkable import span_of

    assert span_of({"resolved_from": start, "resolved_to": end}) == said


def test_second_coder_brings_agreement_and_an_example_of_difference() -> None:
    made = reading(people=((1, "arrival", "supports"), (2, "arrival", "supports"), (4, "cost", "opposes")))
    said = str(prose.how_sure(made))
    assert "코더 ‘kim’이 같은 6문장을 읽고 코드를 붙였다." in said
    assert "갈린 곳은 두 군데로, 규칙만 붙인 것이 2개다." in said
    assert "규칙은 ‘돌아온 사람’을 지지로 붙였고, ‘kim’은 붙이지 않았다." in said


def test_two_coders_are_each_held_against_the_rules_and_against_each_other() -> None:
    made = reading(people=((1, "arrival", "supports"), (2, "arrival", "supports"), (4, "cost", "opposes")))
    own = made.agreement.assign(coder_b="lee")
    among = own[own["scope"] == "codes"].assign(coder_a="kim", coder_b="lee", alpha=0.4, ci_low=0.1, ci_high=0.8)
    every = pd.concat([made.agreement, own, among], ignore_index=True)
    said = str(prose.how_sure(replace(made, agreement=every)))
    assert "규칙과는 따로 코더 ‘kim’이" in said and "코더 ‘lee’는 또 따로" in said
    assert "규칙을 빼고 ‘kim’과 ‘lee’가 붙인 코드끼리 견주면 알파는 0.40이다(95% 구간 0.10~0.80)." in said
    assert "코더끼리 갈린 폭보다 크지 않다" in said
    assert "2 other coders" in str(prose.abstract_en(replace(made, agreement=every)))


def test_full_agreement_is_not_dressed_up() -> None:
    same = tuple((number, code, stance) for number, code, stance, _ in CODED)
    said = str(prose.how_sure(reading(people=same)))
    assert "모두 같다(크리펜도르프 알파 1.00)" in said
    assert "일치도는 부풀려진다" in said


def test_no_second_coder_is_said() -> None:
    assert "다른 코더의 것과 견주어 보지 못했다" in str(prose.how_sure(reading()))


def test_ratio_of_very_few_sentences_is_not_told() -> None:
    assert "비율로 말할 수 있는 것이 없다" in str(prose.how_sure(reading(coded=CODED[:2])))


def test_several_articles_are_named_where_sentences_are_cited() -> None:
    made = reading(articles=("harbour-2025", "island-2025"))
    said = _whole(made)
    assert "기사 2편의 12문장 가운데 10문장" in said
    assert "(harbour-2025의 문장 4)" in said
    assert "무작위로 뽑은 것이 아니다" in said


def test_articles_that_differ_are_compared() -> None:
    made = reading(articles=("harbour-2025", "island-2025"))
    own = (made.weighing["article_id"] == "island-2025") & (made.weighing["claim"] == "*")
    made.weighing.loc[own & (made.weighing["stance"] == "supports"), ["n", "share"]] = [1, 0.2]
    assert (
        "지지하는 비율이 가장 높은 기사는 harbour-2025(5문장 가운데 3문장), 가장 낮은 기사는 island-2025(5문장 가운데 1문장)다."
        in str(prose.what_it_claims(made))
    )


def test_more_objections_than_are_quoted_are_counted() -> None:
    texts = tuple((f"{n}번 뱃삯이 비싸다.", "body") for n in range(1, 7))
    made = reading(texts=texts, coded=tuple((n, "cost", "opposes", "비싸다") for n in range(1, 7)), spoken=())
    said = str(prose.what_stands_against(made))
    assert "논지에 반대하는 문장은 6개다. 앞의 셋을 옮기면 이렇다." in said
    assert said.count("“") == 3


def test_speaker_of_two_objections_in_a_row_is_named_once() -> None:
    texts = tuple((f"박하늘 씨는 “{n}번 뱃삯이 비싸다”고 말했다.", "body") for n in (1, 2))
    spoken = tuple((n, f"{n}번 뱃삯이 비싸다", "named", "박하늘 씨") for n in (1, 2))
    made = reading(texts=texts, coded=tuple((n, "cost", "opposes", "비싸다") for n in (1, 2)), spoken=spoken)
    said = str(prose.what_stands_against(made))
    assert "박하늘 씨는 “1번 뱃삯이 비싸다”(문장 1)라고 말한다. 또 “2번 뱃삯이 비싸다”(문장 2)라고 말한다." in said


def test_objection_to_every_claim_names_them_together() -> None:
    book = CODEBOOK | {"codes": {name: code | {"stance": "opposes"} for name, code in CODEBOOK["codes"].items()}}
    coded = tuple((number, code, "opposes", words) for number, code, _, words in CODED)
    assert "두 주장 모두에 맞서는 말이다." in str(prose.what_stands_against(reading(codebook=book, coded=coded)))


def test_support_that_is_conceded_is_no_mere_weakness() -> None:
    coded = ((2, "arrival", "supports", "돌아왔다"), (1, "arrival", "qualifies", "돌아온"), *CODED[3:])
    mixed = (*coded, (4, "arrival", "supports", "뱃삯"))
    said = str(prose.what_stands_against(reading(coded=mixed)))
    assert "나머지는 약점만 말하거나, 지지하는 말을 누그러뜨린다." in said


def test_claims_that_lead_together_have_each_their_count() -> None:
    book = CODEBOOK | {"claims": CODEBOOK["claims"] | {"shop": "가게가 늘었다."}}
    coded = ((2, "arrival", "supports", "돌아왔다"), (5, "pupils", "supports", "늘었지만"))
    found = prose.findings(reading(codebook=book, coded=coded)).set_index("finding")["text"]
    assert "라는 주장(각각 1문장)이다." in found["claims"]


def test_claim_that_is_doubted_as_often_as_supported_is_said_to_be() -> None:
    said = str(prose.what_would_weaken(reading(coded=(*CODED[3:], (3, "arrival", "supports", "돌아왔다")))))
    assert "첫째 주장에서는 한정하거나 반대하는 문장이 하나로, 지지하는 문장만큼 많다." in said


def test_findings_are_three_to_five_sentences_with_evidence() -> None:
    found = tables.FINDINGS.check(prose.findings(reading()))
    assert 3 <= len(found) <= 5
    assert found.set_index("finding").loc["balance", "sentences"] == " ".join(f"{ARTICLE}:{n}" for n in (1, 2, 3))
    assert all(text.endswith(".") for text in found["text"])


def test_findings_without_evidence_say_so() -> None:
    found = tables.FINDINGS.check(prose.findings(reading(coded=())))
    assert list(found["finding"]) == ["balance"]
    assert "하나도 없다" in found["text"].iloc[0]


def test_abstract_is_english_of_about_150_words() -> None:
    shown = prose.abstract_en(reading())
    assert 110 <= len(str(shown).split()) <= 170
    assert shown.html.startswith('<p lang="en">')
    assert "Of 6 sentences, 5 (83%) bear on the thesis: 3 support, 1 qualifies and 1 opposes it" in str(shown)


def test_captions_say_what_the_figures_show() -> None:
    made = reading()
    assert prose.evidence_caption(made).startswith("논지와 이어지는 5문장 가운데 3문장은 지지하고")
    assert "비율이 100%로 가장 높다" in prose.weighing_caption(made)
    assert (
        prose.timeline_caption(made)
        == "기사는 2019년의 일만 말한다. 때가 있는 사실 1개 가운데 기사가 나온 뒤의 일은 없다."
    )
    empty = reading(coded=())
    assert prose.evidence_caption(empty) == prose.weighing_caption(empty) == "논지와 이어지는 문장을 찾지 못했다."


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize(
    "payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{0.__class__}", "%s & {x} <b>"]
)
def test_hostile_text_stays_text(payload: str) -> None:
    texts = tuple((f"{text} {payload}", section) for text, section in TEXTS)
    spoken = tuple((number, words, kind, f"{speaker} {payload}") for number, words, kind, speaker in SPOKEN)
    book = CODEBOOK | {"claims": {"ferry": f"새 배가 {payload} 살렸다.", "school": f"학교 {payload}"}}
    made = reading(texts=texts, spoken=spoken, codebook=book, about=About(thesis=f"논지 {payload}"))
    seen = _Tags()
    seen.feed(prose.narrative(made).html + prose.abstract_en(made).html)
    assert seen.tags <= {"p", "a", "q", "strong"}
    assert seen.attributes <= {"href", "lang"}
    assert payload in str(prose.abstract_en(made))
    assert "&amp;amp;" not in prose.narrative(made).html


def test_input_is_not_changed() -> None:
    made, same = reading(), reading()
    prose.narrative(made), prose.findings(made), prose.abstract_en(made)
    for name in ("articles", "sentences", "evidence", "weighing", "voices", "facts", "codings"):
        assert getattr(made, name).equals(getattr(same, name))


_STANCES = st.sampled_from(["supports", "qualifies", "opposes", "context"])
_CODES = st.sampled_from(["arrival", "cost", "pupils"])
_CODED = st.dictionaries(st.tuples(st.integers(1, 9), _CODES), _STANCES, max_size=14)
_SPOKEN = st.dictionaries(st.integers(1, 9), st.sampled_from(["named", "unnamed"]), max_size=5)
_NAMES = ("김철수 교수", "업계 관계자", "IBM", "구청", None)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_CODED, _SPOKEN, st.booleans(), st.booleans())
def test_whatever_is_coded_every_sentence_is_whole(coded, spoken, single, several) -> None:
    texts = tuple((f"{n}번째로 배가 돌아왔고 사람이 늘었다.", "deck" if n == 1 else "body") for n in range(1, 10))
    made = reading(
        texts=texts,
        coded=tuple((n, code, stance, "돌아왔고") for (n, code), stance in coded.items()),
        spoken=tuple((n, "배가 돌아왔고", kind, _NAMES[n % 5]) for n, kind in spoken.items()),
        codebook=ONE_CLAIM if single else CODEBOOK,
        articles=("a", "b") if several else (ARTICLE,),
    )
    for paragraph in _whole(made).split("\n\n"):
        assert paragraph.endswith((".", "”")), paragraph
        assert not ODD.search(paragraph), paragraph
    found = tables.FINDINGS.check(prose.findings(made))
    assert not found["text"].str.contains(ODD).any()
    assert found["text"].str.endswith(".").all()
    counts = [made.counts()[stance] for stance in ("supports", "qualifies", "opposes")]
    assert sum(counts) == len(made.evidence)


def test_a_claim_is_told_in_full_once_and_then_by_its_place() -> None:
    said = str(prose.what_it_claims(reading()))
    assert "첫째 주장에 4문장이 이어져 가장 많고, 둘째 주장에는 1문장이 이어져 가장 적다." in said
    assert "둘째 주장" not in str(prose.what_it_claims(reading(codebook=ONE_CLAIM)))
    nouns = CODEBOOK | {"claims": {"ferry": "새 배", "school": "학교"}}
    assert "첫째 주장" not in _whole(reading(codebook=nouns))


def test_a_claim_that_nothing_supports_still_shows_a_sentence() -> None:
    made = reading(coded=(CODED[0], CODED[4]))
    assert "학생이 늘었지만 여전히 열 명이다”(문장 5)" in str(prose.on_what_evidence(made))


def test_amounts_of_one_subject_are_told_together_and_money_without_a_genitive() -> None:
    made = reading()
    row = {"article_id": ARTICLE, "sentence_id": 2, "kind": "amount", "unit": "KRW", "actor": "사업비"}
    amounts = [
        row | {"start": n, "end": n + 1, "text": text, "value": 1.0} for n, text in enumerate(("9억 원", "2억 원"))
    ]
    other = [row | {"start": 9, "end": 10, "text": "3억 원", "value": 3.0, "actor": actor} for actor in ("섬군", "돈")]
    for extra, expected in (
        ([], "사업비 9억 원과 2억 원(문장 2)이다."),
        (other[:1], "사업비 9억 원과 2억 원(문장 2), 섬군의 3억 원(문장 2)이다."),
        (other[1:], " 3억 원(문장 2)이다."),
    ):
        said = str(prose.what_can_be_checked(replace(made, facts=tables.FACTS.make([*amounts, *extra]))))
        assert expected in said
    assert "돈의" not in said


def test_the_abstract_says_that_a_sentence_may_count_for_several_claims_where_one_does() -> None:
    assert "for several" not in str(prose.abstract_en(reading(coded=CODED[:3])))
    both = (*CODED[:3], (3, "pupils", "supports", "생겨"))
    assert "ferry (3) and school (1) (a sentence may count for several)." in str(prose.abstract_en(reading(coded=both)))


def test_the_abstract_speaks_of_an_only_sentence() -> None:
    assert "Its only sentence matched no rule" in str(prose.abstract_en(reading(texts=TEXTS[1:2], coded=(), spoken=())))


def test_the_abstract_says_none_instead_of_naught() -> None:
    said = str(prose.abstract_en(reading(coded=CODED[:2], spoken=())))
    assert "2 support, none qualifies and none opposes it" in said
    assert "All of this evidence is in the reporter's own words" in said


def _links(html: str) -> list[str]:
    return re.findall(r'href="#([^"]+)"', html)


def test_every_evidence_sentence_that_the_prose_cites_can_be_followed_to_its_place() -> None:
    made = reading(articles=("harbour-2025", "island-2025"))
    places = reporting.close_reading(made.evidence, codings=made.codings, voices=made.voices, facts=made.facts).html
    cited = [link for link in _links(prose.narrative(made).html) if link.startswith("s-")]
    assert cited and set(cited) <= set(re.findall(r'id="([^"]+)"', places))


def test_every_number_that_links_to_a_table_or_figure_finds_it_in_a_notebook() -> None:
    made = reading(people=((1, "arrival", "supports"), (2, "arrival", "supports")))
    made = replace(made, term_stability=_stable(), keywords=_words("배", "섬", "학교"))
    links = {link for link in _links(prose.narrative(made).html) if link.startswith(("tab-", "fig-"))}
    assert links == {
        "fig-weighing", "tab-voices", "tab-facts", "tab-agreement", "tab-coder-disagreements", "tab-term-stability",
    }  # fmt: skip
    shown = set()
    for path in sorted(Path(__file__).parents[1].glob("notebooks/*.ipynb")):
        source = "".join("".join(cell["source"]) for cell in json.loads(path.read_text("utf-8"))["cells"])
        shown |= {f"{kind}-{name}" for kind in ("tab", "fig") for name in re.findall(r'name="([\w-]+)"', source)}
    assert links <= shown


def _stable() -> pd.DataFrame:
    row = dict.fromkeys(tables.TERM_STABILITY.columns)
    known = {"article_id": "*", "analyzer": "kiwi", "term": "배", "share": 1.0, "variants": 90, "n": 90}
    return pd.DataFrame([row | known])


def _words(*terms: str) -> pd.DataFrame:
    same = {"article_id": ARTICLE, "analyzer": "kiwi", "measure": "frequency", "value": 1.0, "floored": False, "n": 1}
    return tables.KEYWORDS.make([same | {"term": term, "rank": rank} for rank, term in enumerate(terms, 1)])


def test_words_that_no_list_can_choose_among_are_not_called_firm() -> None:
    def said(*terms: str) -> str:
        return str(prose.how_sure(replace(reading(), term_stability=_stable(), keywords=_words(*terms))))

    assert "배는 모든 방법에서 목록에 남았다" in said("배", "섬", "학교")
    assert "센 낱말이 1개뿐이어서" in said("배")
    assert "셀 낱말이 없어 핵심어를 가리지 못했다" in said()
