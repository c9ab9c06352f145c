"""Rules on sentences: words across morphemes, reach, negation and concession. Every sentence is invented."""

from __future__ import annotations

import re
import time
import unicodedata

import pandas as pd
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.documents import read_yaml
from helpers.errors import StudyError
from helpers.narrative import blank_codebook, check_codebook, code_sentences, parse_codebook
from helpers.narrative.coding.patterns import TooSlow, places
from helpers.tokenizing import tokenize
from made.examples import examples
from made.sentences import sentence_table
from made.turning import REVIEW, UNSEEN
from made.village import CHECKOUT

SLOW = r"(.|\S|\s)*[xyz]"
REFERENCE = CHECKOUT / "data/raw/accumulation/codebook.yml"


def book(*rules, stance="supports", **more):
    code = {"label": "이름", "definition": "정의.", "stance": stance, "rules": list(rules)} | more
    return parse_codebook({"codes": {"code": code}})


TURNS = {
    "supports": {"negated": "opposes", "conceded": "qualifies"},
    "opposes": {"negated": "supports", "conceded": "qualifies"},
    "qualifies": {"negated": "supports"},
    "context": {},
}


def coded(text: str, *rules, stance="supports", **more) -> dict | None:
    sentences = sentence_table(text)
    codings = tables.CODINGS.check(code_sentences(sentences, tokenize(sentences), book(*rules, stance=stance, **more)))
    return codings.to_dict("records")[0] if len(codings) else None


@pytest.mark.parametrize(
    ("rule", "text", "matched"),
    [
        ({"any": ["기르다"]}, "학교는 연구자를 길렀다.", "길렀다"),
        ({"any": ["지원하다"]}, "시는 농가를 지원했다.", "지원했다"),
        ({"any": ["축적되다"]}, "오래 축적된 기술이다.", "축적된"),
        ({"any": ["연구 조직"]}, "회사는 연구조직을 지켰다.", "연구조직"),
        ({"any": ["연구조직"]}, "회사는 연구 조직을 지켰다.", "연구 조직"),
        ({"any": ["R&D"]}, "회사는 R&D에 힘썼다.", "R&D"),
        ({"all": ["물", "길"]}, "길을 따라 물이 흐른다.", "길 · 물"),
        ({"near": {"words": ["물", "흐르다"], "within": 2}}, "길을 따라 물이 흐른다.", "물 · 흐른다"),
        ({"regex": "물이\\s*흐"}, "길을 따라 물이 흐른다.", "물이 흐"),
        ({"any": ["연구", "연구개발"]}, "회사는 연구개발을 늘렸다.", "연구개발"),
    ],
)
def test_a_rule_finds_its_words_and_says_where(rule, text, matched):
    row = coded(text, rule)
    assert row is not None
    assert " · ".join(row["matched"]).startswith(matched)
    assert [text[start:end] for start, end in row["matched_spans"]] == row["matched"]
    assert row["coder"] == "rules"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ({"all": ["물", "산"]}, "길을 따라 물이 흐른다."),
        ({"any": ["물"], "not": ["길"]}, "길을 따라 물이 흐른다."),
        ({"near": {"words": ["길", "흐르다"], "within": 2}}, "길을 따라 물이 흐른다."),
        ({"any": ["물"]}, "물론 그렇다."),
        ({"regex": "$"}, "길을 따라 물이 흐른다."),
        ({"any": ["성장"]}, "수출은 지난달 역성장했다."),
        ({"any": ["도"]}, "길도 물도 깊다."),
        ({"near": {"words": ["물|강물", "물|샘"], "within": 3}}, "길을 따라 물이 흐른다."),  # a word is not near itself
    ],
)
def test_a_rule_that_does_not_hold_gives_no_code(rule, text):
    assert coded(text, rule) is None


def test_the_first_rule_that_holds_gives_its_own_stance():
    row = coded("도시는 위기를 겪었다.", {"all": ["위기", "교훈"]}, {"any": ["위기"], "stance": "context"})
    assert (row["stance"], row["rule"]) == ("context", "any: 위기")


# the word of the rule, the stance of the code, the sentence, what negation and concession make of the stance
TURNED = [
    ("투자", "supports", "정부는 투자를 늘리지 않았다.", "opposes"),
    ("투자", "supports", "회사는 투자를 안 했다.", "opposes"),
    ("투자", "supports", "회사는 투자를 못 하고 있다.", "opposes"),
    ("투자", "supports", "투자를 계속하지 못했다.", "opposes"),
    ("투자", "supports", "이 회사는 투자도, 채용도 하지 않았다.", "opposes"),
    ("투자", "supports", "회사는 투자를 멈췄다.", "opposes"),
    ("고용", "supports", "고용은 회복되지 않고 있다.", "opposes"),
    ("지원", "supports", "지원은커녕 간섭만 늘었다.", "opposes"),
    ("기술", "supports", "기술을 쌓는 데 실패했다.", "opposes"),
    ("지원", "supports", "시는 지원이 아니라 교육을 맡았다.", "opposes"),
    ("지원", "supports", "정부 지원 없이 투자를 늘렸다.", "opposes"),
    ("빠르다", "supports", "배가 빨라서 문제가 아니라 그물이 모자라서 문제다.", "opposes"),
    ("성과", "supports", "투자는 늘었지만 성과는 없다.", "opposes"),
    ("투자", "supports", "그 회사가 투자를 늘렸다고 보기 어렵다.", "opposes"),
    ("투자", "supports", "그 회사가 투자를 늘렸다는 소식은 사실이 아니다.", "opposes"),
    ("인재", "supports", "“인재를 키우지 않았다”고 말했다.", "opposes"),
    ("속도전", "opposes", "이는 속도전이 아닌 장기전이다.", "supports"),
    ("만들어지다", "opposes", "이는 단기간에 만들어진 제품이 아니라 오래 준비한 것이다.", "supports"),
    ("대규모|공사", "opposes", "이는 대규모 공사가 아니다.", "supports"),
    ("속도", "opposes", "우리는 속도보다 안전을 택했다.", "supports"),
    ("부족", "qualifies", "이는 물이 부족해서라기보다, 관이 낡아서다.", "supports"),
    ("부담", "qualifies", "비용 부담이 없다.", "supports"),
    ("투자", "supports", "투자가 반드시 성과로 이어지는 것은 아니다.", "qualifies"),
    ("투자", "supports", "투자는 늘었지만 성과는 없다.", "qualifies"),
    ("투자", "supports", "비록 투자가 늘었을지라도 효과는 더디다.", "qualifies"),
    ("투자", "supports", "투자에도 불구하고 성과는 늦었다.", "qualifies"),
    ("수출", "supports", "수출은 늘었으나 이익은 줄었다.", "qualifies"),
    ("속도", "opposes", "속도는 빠르지만 방향이 없다.", "qualifies"),
    ("다리", "supports", "시는 다리를 놓지 않았다.", "opposes"),
    ("문제", "supports", "위원회는 문제를 풀지 못했다.", "opposes"),
    ("성과", "supports", "사업단은 성과를 거두지 못했다.", "opposes"),
    ("지원", "supports", "올해 지원은 안 되고 내년을 기다려야 한다.", "opposes"),
    ("홍보물", "supports", "이 사진은 관광 홍보물에까지는 이르지 아니한다.", "opposes"),
    ("담합", "opposes", "이번 일은 담합에 해당하지 않는다.", "supports"),
    ("방해", "opposes", "그 말은 방해 행위에 해당한다고 보기 어렵다.", "supports"),
    ("면허", "supports", "나룻배는 어업 면허의 대상이 아니다.", "opposes"),
    ("면허", "supports", "나룻배는 면허 대상에서 빠졌다.", "opposes"),
    ("개발", "supports", "섬은 개발의 필요성이 없다.", "opposes"),
    ("위기", "opposes", "이는 위기라고 할 정도는 아니다.", "supports"),
    ("투자", "supports", "그 돈은 투자로 이어지지 않았다.", "opposes"),
]
LEFT_ALONE = [
    ("지원", "supports", "정부는 왜 지원하지 않는가?"),
    ("투자", "supports", "투자 규모는 여전히 작다."),
    ("비용", "qualifies", "비용 부담이 없다."),
    ("투자", "supports", "회사는 투자를 멈추지 않았다."),
    ("지원", "supports", "지원을 아끼지 않았다."),
    ("꿈", "supports", "선수는 꿈을 놓지 않고 끝까지 달렸다."),
    ("희망", "supports", "상인들은 희망을 버리지 않았다."),
    ("긴장", "opposes", "방역 당국은 긴장을 늦추지 않고 있다."),
    ("경계", "opposes", "마을은 경계를 풀지 않았다."),
    ("사업", "supports", "회사는 사업을 접지 않았다."),
    ("지원", "supports", "시는 지원을 거두지 않았다."),
    ("지원", "supports", "시는 지원뿐 아니라 교육도 맡았다."),
    ("교육", "supports", "시는 지원이 아니라 교육을 맡았다."),
    ("투자", "supports", "정부 지원 없이 투자를 늘렸다."),
    ("투자", "supports", "투자에 그치지 않고 인재까지 길렀다."),
    ("투자", "supports", "투자를 하지 않을 수 없었다."),
    ("투자", "supports", "투자 규모가 결코 작지 않다."),
    ("투자", "supports", "이번 투자는 우연이 아니다."),
    ("투자", "supports", "끊임없는 투자가 이어졌다."),
    ("투자", "supports", "적지 않은 투자가 이어졌다."),
    ("투자", "supports", "위기에도 불구하고 투자는 이어졌다."),
    ("지원", "supports", "지원이 곧 경쟁력 아닌가?"),
    ("지원", "supports", "지원이 큰 힘이 됐다고 해도 과언이 아니다."),
    ("지원", "supports", "지원하지 않으면 안 된다."),
    ("속도", "opposes", "속도를 높이지 않으면 기회를 놓친다."),
    ("복지", "supports", "복지 예산을 깎지 않았다."),
    ("기부", "supports", "“기부를 그만둘 생각은 없다”고 말했다."),
    ("고용", "supports", "고용이 회복되고 있다는 점은 부인하기 어렵다."),
    ("기술", "supports", "기술이 없어서 실패한 것이 아니다."),
    ("기술", "supports", "기술을 쌓았고 시장도 잃지 않았다."),
    ("인재", "supports", "인재를 길러 온 기업이 위기에 흔들리지 않았다."),
    ("인재", "supports", "투자를 줄이는 대신 인재를 길렀다."),
    ("인재", "supports", "이 회사는 단기 이익보다 인재를 중시한다."),
    ("인재", "supports", "“돈을 쓰지 않았다”며 “인재를 키웠다”고 말했다."),
    ("수출", "supports", "수출을 늘린 작은 기업이 많다."),
    ("한국", "supports", "한국보다 수출이 앞섰다."),
    ("속도", "opposes", "이 열차의 속도보다 저 열차가 더 빠르다."),
    ("효과", "supports", "비록 투자가 적을지라도 효과는 크다."),
    ("투자", "supports", "다만 투자는 이어지고 있다."),
    ("낭독회", "supports", "낭독회는 한 주도 쉬지 않았다."),
    ("손실", "opposes", "둑이 낮았더라도 손실은 3%밖에 늘지 않았다."),
    ("벌금", "supports", "고치지 않으면 벌금을 물릴 수밖에 없다고 이장은 말했다."),
    ("둑", "supports", "마을은 둑을 높이는 수밖에 없었다."),
    ("손님", "supports", "손님은 한 해 만인 올해 여름 두 달도 안 돼 갑절로 늘었다."),
    ("손님", "supports", "손님은 문을 연 지 3년도 채 안 되어 갑절로 늘었다."),
    ("문", "supports", "문을 닫지 않고는 안 된다."),
    ("뱃삯 인상", "supports", "겨울에는 뱃삯 인상을 피할 수 없을 것으로 보인다."),
    ("가격", "supports", "가격이 내려가면 많이 팔아도 매출은 준다."),
    ("지원", "supports", "시는 지원 대상을 늘리지 않았다."),
    ("개발", "supports", "조합은 개발 계획을 바꾸지 않았다."),
    ("축제", "supports", "축제의 주인공은 시장이 아니다."),
    ("성장", "supports", "이는 성장의 결과가 아니다."),
    ("항구", "supports", "조합은 항구에 배를 대지 않았다."),
    ("불안감", "supports", "어민들은 불안감을 감추지 못하고 있다."),
    ("아쉬움", "supports", "선장은 아쉬움을 금치 못했다."),
    ("이견", "supports", "두 마을은 뱃삯을 두고 이견을 좁히지 못했다."),
    ("불만", "supports", "새 배로도 섬사람들의 불만은 가시지 않았다."),
    ("빠르다", "supports", "배가 빨라서 이 섬은 외딴 곳이 아니다."),
    ("면허", "supports", "나룻배는 면허의 대상이 아닌 것이 아니다."),
]


@pytest.mark.parametrize(("word", "stance", "text", "expected"), TURNED)
def test_negation_and_concession_turn_or_weaken_a_stance_and_say_by_what(word, stance, text, expected):
    row = coded(text, {"any": [word]}, stance=stance, turns=TURNS[stance])
    assert row["stance"] == expected
    assert row["turned_by"] in text
    plain = coded(text, {"any": [word]}, stance=stance)
    assert (plain["stance"], pd.isna(plain["turned_by"])) == (stance, True)


@pytest.mark.parametrize(("word", "stance", "text"), LEFT_ALONE)
def test_what_denies_something_else_or_nothing_leaves_the_stance(word, stance, text):
    assert coded(text, {"any": [word]}, stance=stance, turns=TURNS[stance])["stance"] == stance


def test_a_word_that_begins_with_a_prefix_is_found_behind_a_mark():
    assert coded("선장, “비신사적인 짓”…모두 합의", {"any": ["비신사적"]}, stance="supports")["stance"] == "supports"


def test_a_rule_that_names_the_denial_itself_is_not_turned_by_it():
    assert coded("도입을 더는 미룰 수 없다.", {"all": ["미루다", "없다"]}, stance="opposes")["stance"] == "opposes"


def test_a_context_code_stays_context():
    assert coded("도시는 위기를 겪지 않았다.", {"any": ["위기"]}, stance="context")["stance"] == "context"


def test_what_contrasts_or_persists_is_noted():
    assert (
        coded("다만 투자는 여전히 이어진다.", {"any": ["투자"]})["note"]
        == "앞 문장과 맞서는 말: 다만; 이어짐을 뜻하는 말: 여전히"
    )


@pytest.mark.parametrize("opening", ["예컨대", "이를테면", "예를 들어"])
def test_a_sentence_that_gives_an_example_is_noted_as_one(opening):
    row = coded(f"{opening} 회사는 투자를 늘렸다.", {"any": ["투자"]})
    assert (row["stance"], row["note"]) == ("supports", f"보기를 드는 말: {opening}")
    assert pd.isna(coded("회사는 예컨대라는 말로 투자를 늘렸다.", {"any": ["투자"]})["note"])


def test_spans_are_those_of_a_decomposed_raw_text():
    text = unicodedata.normalize("NFD", "회사는 꾸준히 투자했다.")
    row = coded(text, {"any": ["투자"]})
    [[start, end]] = row["matched_spans"]
    assert unicodedata.normalize("NFC", text[start:end]) == "투자"


def test_only_the_named_analyzer_counts_and_the_input_stays():
    sentences = sentence_table("강은 길다.")
    tokens = tokenize(sentences)
    before = sentences.copy(), tokens.copy()
    assert code_sentences(sentences, tokens, book({"any": ["강"]}), analyzer="okt").empty
    assert len(code_sentences(sentences, tokens, book({"any": ["강"]}))) == 1
    pd.testing.assert_frame_equal(sentences, before[0])
    pd.testing.assert_frame_equal(tokens, before[1])


def test_no_sentences_give_an_empty_table():
    codings = code_sentences(tables.SENTENCES.empty(), tables.TOKENS.empty(), book({"any": ["강"]}))
    assert tables.CODINGS.check(codings).empty


WORDS = [
    "투자를",
    "늘렸다",
    "않았다",
    "아니라",
    "보다",
    "못",
    "안",
    "없이",
    "지만",
    "비록",
    "“",
    "”",
    ",",
    "회사는",
    "작다",
    "수",
    "?",
]


@examples(25)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join))
def test_any_order_of_negators_gives_a_valid_table_and_the_same_twice(text):
    sentences = sentence_table(text)
    tokens = tokenize(sentences)
    first = tables.CODINGS.check(code_sentences(sentences, tokens, book({"any": ["투자"]})))
    pd.testing.assert_frame_equal(first, code_sentences(sentences, tokens, book({"any": ["투자"]})))


def test_check_names_the_example_and_the_rule_that_miss():
    examples = ["강이 길다.", {"text": "강이 흐르지 않는다.", "stance": "opposes"}, "산이 높다."]
    failures = check_codebook(
        book(
            {"any": ["강", "흐르다"]},
            turns={"negated": "opposes"},
            examples=examples,
            counter_examples=["강가에 산다.", "강이다."],
        ),
        tokenize,
    )
    assert [(failure.example, failure.place[2:], failure.found) for failure in failures] == [
        ("산이 높다.", ("examples", 2), None),
        ("강이다.", ("counter_examples", 1), "supports"),
    ]
    assert [str(failure) for failure in failures] == [
        "no rule finds the example '산이 높다.'",
        "the rule [any: 강, 흐르다] finds the counter-example '강이다.'",
    ]
    other = check_codebook(book({"any": ["강"]}, examples=[{"text": "강이다.", "stance": "opposes"}]), tokenize)
    assert [str(failure) for failure in other] == [
        "the rule [any: 강] gives the example '강이다.' the stance supports, not opposes"
    ]


def test_the_blank_codebook_passes_its_own_examples():
    data = yaml.load(blank_codebook("왜?", "강이 도시를 살렸다."), Loader=yaml.BaseLoader)
    assert check_codebook(parse_codebook(data), tokenize) == []


def test_the_reference_codebook_passes_its_own_examples():
    document = read_yaml(REFERENCE)
    assert check_codebook(parse_codebook(document.data, place=document.line_of, name="codebook.yml"), tokenize) == []


def test_a_word_between_slashes_is_a_pattern_on_the_text():
    rule = {"near": {"words": ["돈", r"/\d+년째|해마다/"], "within": 4}}
    row = coded("재단은 8년째 돈을 댄다.", rule)
    assert row is not None and row["matched"] == ["8년째", "돈"]
    assert coded("재단은 올해 돈을 댄다.", rule) is None


def test_a_rule_for_what_is_denied_holds_only_where_it_is_and_keeps_its_stance():
    rule = {"near": {"words": ["주식", "팔다"], "within": 4}, "denied": True}
    row = coded("재단은 주식을 팔지 않았다.", rule)
    assert row is not None and row["stance"] == "supports" and "부정" in row["note"]
    assert coded("재단은 주식을 팔았다.", rule) is None


@pytest.mark.parametrize("book_turns", [{}, {"negated": "opposes"}])
@pytest.mark.parametrize(("word", "text"), [(word, text) for word, text, done in REVIEW if done is None])
def test_what_a_reviewer_found_turned_wrongly_stays(word, text, book_turns):
    assert coded(text, {"any": [word]}, turns=book_turns)["stance"] == "supports"


@pytest.mark.long
def test_turned_stances_are_right_on_sentences_written_before_the_rules():
    found = [(text, done, _done(word, text)) for word, text, done in (*UNSEEN, *REVIEW)]
    wrong = [row for row in found if row[2] not in (None, row[1])]
    turned = [row for row in found if row[2]]
    asked = [row for row in found if row[1]]
    assert len(wrong) <= 0.05 * len(turned), wrong
    assert sum(row[1] == row[2] for row in asked) >= 0.95 * len(asked)


def _done(word: str, text: str) -> str | None:
    stance = coded(text, {"any": [word]}, turns=TURNS["supports"])["stance"]
    return {"opposes": "negated", "qualifies": "conceded"}.get(stance)


@pytest.mark.parametrize(
    ("word", "text", "done"),
    [
        ("주민회의", "주민회의의 결정을 존중해야 하지만 시장은 다리를 놓겠다고 했다.", "conceded"),
        ("공짜", "공짜 노래가 넘치는 시대에 표를 사는 게 쉽지는 않지만 이제는 생각이 달라졌다.", "conceded"),
        ("넘치다", "공짜 노래가 넘치는 시대에 표를 사는 게 쉽지는 않지만 이제는 생각이 달라졌다.", "conceded"),
        ("호수", "비가 적어도 물은 맑지만 호수의 둘레가 줄었다.", None),
        ("주민회의", "주민회의의 결정을 따르지 않았다.", None),
        ("공짜", "공짜 노래가 넘치는 시대라 표를 사지 않는다.", None),
    ],
)
def test_a_concession_grants_all_that_stands_in_its_clause_and_a_denial_does_not_reach_it(word, text, done):
    assert _done(word, text) == done


def test_a_rules_own_turns_stand_for_the_codes():
    plain = {"any": ["늘다"], "turns": {}}
    asked = {"any": ["늘다"], "turns": {"negated": "context"}}
    text = "손님이 늘지 않았다."
    assert coded(text, plain, turns={"negated": "opposes"})["stance"] == "supports"
    assert coded(text, asked, turns={"negated": "opposes"})["stance"] == "context"
    assert coded(text, asked)["turned_by"] == "않았다"


@pytest.mark.slow
def test_turning_asks_kiwi_whatever_the_analyzer_of_the_rules():
    sentences = sentence_table("손님이 늘지 않았다.")
    asked = book({"any": ["손님"]}, turns={"negated": "opposes"})
    codings = code_sentences(sentences, tokenize(sentences, analyzer="komoran"), asked, analyzer="komoran")
    assert codings["stance"].tolist() == ["opposes"]


def test_words_of_a_codebook_match_however_their_letters_are_composed():
    rule = {"any": [unicodedata.normalize("NFD", "나루터"), "배\u200b편"]}
    assert coded("나루터에 배편이 있다.", rule)["matched"] == ["나루터", "배편"]


@pytest.mark.long
@pytest.mark.parametrize(
    "rule",
    [{"regex": SLOW}, {"any": [f"/{SLOW}/"]}, {"any": ["물"], "not": [f"/{SLOW}/"]}],
    ids=["regex", "any", "not"],
)
def test_a_pattern_that_would_never_end_is_stopped_and_named(rule):
    with pytest.raises(StudyError) as raised:
        coded("마을 사람들은 봄마다 물길을 고치고 둑을 쌓고 나무를 심으며 물이 넘치는 해를 함께 견디었다.", rule)
    assert "'code'" in raised.value.cause and repr(SLOW) in raised.value.cause and "rule [" in raised.value.cause
    assert "near" in raised.value.remedy


@pytest.mark.long
def test_an_example_with_such_a_pattern_stops_the_check_of_the_codebook():
    slow = book({"regex": SLOW}, examples=["마을 사람들은 봄마다 물길을 고치고 둑을 쌓고 나무를 심으며 해를 견디었다."])
    with pytest.raises(StudyError, match="takes too long"):
        check_codebook(slow, tokenize)


def test_a_pattern_is_stopped_within_two_seconds():
    began = time.process_time()
    with pytest.raises(TooSlow):
        places(SLOW, "마을 사람들은 봄마다 물길을 고치고 둑을 쌓고 나무를 심으며 물이 넘치는 해를 함께 견디었다.")
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "pattern",
    [
        r"(.*)*x",
        r"물이\s*흐",
        "$",
        r"(?i)r&d",
        r"[가-힣]{2,3}(?=를)",
        "물{e<=1}",
        r"\{e<=1}",
        r"물{,2}",
        r"(?P<a>.)(?P=a)",
        r"\w+|\d",
    ],
)
def test_patterns_find_what_python_finds(pattern):
    text = "물길을 따라 물이 흐르고 R&D를 물{e<=1} 2024년에 xx라 했다."
    assert places(pattern, text) == [found.span() for found in re.finditer(pattern, text) if found[0]]


def test_nothing_gained_is_a_table_of_codings_all_the_same() -> None:
    from helpers import tables
    from helpers.narrative import gained

    none = tables.CODINGS.empty()
    assert list(gained(none, over=none).columns) == list(tables.CODINGS.columns)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("키", "시는 배를 지원키로 했다."),
        ("이자", "그는 섬의 딸이자 어머니다."),
        ("토록", "시는 이를 허가토록 했다."),
        ("바다", "이는 조합이 말한 바다."),
        ("단", "비가 온단 소식이다."),
        ("인가", "그는 길을 걷는 사람인가."),
    ],
)
def test_contracted_forms_give_no_noun_that_is_not_there(word, text):
    assert coded(text, {"any": [word]}) is None


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("키", "아이는 키로 줄을 섰다."),
        ("이자", "은행은 이자를 올렸다."),
        ("바다", "배는 바다로 나갔다."),
        ("늘어나다", "손님이 늘어났다."),
        ("지원하다", "시는 배를 지원했다."),
        ("인가", "시는 인가를 내줬다."),
    ],
)
def test_the_same_letters_are_a_word_where_they_are_one(word, text):
    assert coded(text, {"any": [word]}) is not None


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("조합은 지원은커녕 배를 묶었다.", "지원은커녕"),
        ("조합은 지원 계획은커녕 배를 묶었다.", "계획은커녕"),
        ("조합은 지원의 계획은커녕 배를 묶었다.", None),
        ("조합은 섬을 지원하지 않고 떠났다.", "않고"),
        ("조합이 섬을 지원하기 어렵다.", "어렵다"),
        ("섬에는 지원이 없다.", "없다"),
        ("조합은 지원을 늘렸고 다른 일은 하지 않았다.", None),
        ("조합은 지원을 아끼지 않았다.", None),
    ],
)
def test_a_denial_that_turns_nothing_is_marked_for_the_reader(text: str, by: str | None) -> None:
    row = coded(text, {"any": ["지원"]})
    assert (row["stance"], None if pd.isna(row["denied_by"]) else row["denied_by"]) == ("supports", by)
    assert ("부정하는 말" in str(row["note"])) is (by is not None)
    turning = coded(text, {"any": ["지원"]}, turns={"negated": "opposes"})
    assert pd.isna(turning["denied_by"])
