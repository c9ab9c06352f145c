"""Reading a codebook: what a rule may be, and what an error names."""

from __future__ import annotations

import pytest
import yaml

from helpers.documents import read_yaml
from helpers.errors import StudyError
from helpers.narrative import blank_codebook, parse_codebook

CODE = {"label": "성장", "definition": "늘어난 일을 말하는 문장.", "stance": "supports"}


def book(*rules, **more):
    return parse_codebook({"codes": {"growth": CODE | {"rules": list(rules)}}} | more)


def test_a_codebook_keeps_codes_claims_and_changes_in_order():
    codes = {"b": CODE | {"claim": "second"}, "a": CODE | {"claim": "first"}}
    read = parse_codebook({"claims": {"first": "하나.", "second": "둘."}, "codes": codes, "changes": ["고쳤다."]})
    assert [code.name for code in read.codes] == ["b", "a"]
    assert list(read.claims) == ["first", "second"]
    assert read.changes == ("고쳤다.",)
    assert read["a"].claim == "first"
    assert "b" in read and "c" not in read


def test_a_codebook_without_claims_has_the_thesis_for_one():
    assert list(book().claims) == ["thesis"]


def test_words_are_lists_alternatives_or_named_lists():
    words = {"people": ["인재", "인력"], "build": "쌓다, 기르다"}
    rule = book({"all": ["@people|연구자", "@build"], "not": "사진, 그림"}, words=words)["growth"].rules[0]
    assert rule.all == (("인재", "인력", "연구자"), ("쌓다", "기르다"))
    assert rule.not_ == (("사진",), ("그림",))
    assert str(rule) == "all: 인재|인력|연구자, 쌓다|기르다 · not: 사진, 그림"


def test_numbers_may_come_as_text():
    assert book({"near": {"words": ["물", "길"], "within": "3"}})["growth"].rules[0].near.within == 3


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"anny": ["물"]}, "no entry that is known"),
        ({"not": ["물"]}, "at least one of any, all, near, regex"),
        ({"any": [["물", "길"]]}, "expected a word"),
        ({"any": ["물||길"]}, "words with '|' between"),
        ({"all": ["@rivers"]}, "expected the name of a list in words"),
        ({"near": {"words": ["물"]}}, "at least 2"),
        ({"near": {"words": ["물", "길"], "within": "many"}}, "whole number"),
        ({"regex": "물("}, "expected a regular expression"),
        ({"any": ["물"], "stance": "agrees"}, "one of supports, qualifies, opposes, context; it is"),
        ("물", "entries of its own"),
    ],
)
def test_a_rule_that_cannot_be_read_is_an_error_that_says_what_was_expected(rule, expected):
    with pytest.raises(StudyError) as caught:
        parse_codebook({"codes": {"growth": CODE | {"rules": [{"any": ["강"]}, rule]}}}, name="my/codebook.yml")
    assert caught.value.cause.startswith("my/codebook.yml: the code 'growth', rules.1")
    assert expected in caught.value.cause
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (None, "at least one code"),
        ([], "expected the entries"),
        ({"codes": []}, "at least one code"),
        ({"codes": {"growth": None}}, "expected label, definition"),
        ({"codes": {"growth": {"label": "성장"}}}, "definition, cannot be read: is missing"),
        ({"codes": {"Growth!": CODE}}, "name of small letters"),
        ({"codes": {"growth": CODE | {"claim": "other"}}, "claims": {"one": "하나."}}, "one of the claims one"),
        ({"codes": {"growth": CODE}, "words": ["물"]}, "lists of words by name"),
        ({"codes": {"growth": CODE}, "words": {"river": []}}, "expected a list of words"),
        ({"codes": {"growth": CODE}, "colour": "red"}, "no entry that is known"),
    ],
)
def test_a_codebook_that_cannot_be_read_is_an_error_that_says_what_was_expected(data, expected):
    with pytest.raises(StudyError) as caught:
        parse_codebook(data)
    assert expected in caught.value.cause


def test_an_error_names_file_and_line(tmp_path):
    path = tmp_path / "codebook.yml"
    path.write_text(
        "codes:\n  growth:\n    label: 성장\n    definition: 늘어난 일.\n    stance: supports\n    rules:\n"
        "      - any: [물]\n      - near: {words: [물, 길], within: far}\n",
        encoding="utf-8",
    )
    document = read_yaml(path)
    with pytest.raises(StudyError, match=r"codebook\.yml, line 8: the code 'growth', rules\.1\.near\.within"):
        parse_codebook(document.data, place=document.line_of, name="codebook.yml")


@pytest.mark.parametrize(
    ("question", "thesis"), [("왜 늘었나?", "강이 도시를 살렸다."), ("{a}: 'b'", "- # '인용' {}"), ("", "")]
)
def test_a_blank_codebook_is_valid_whatever_the_thesis(question, thesis):
    data = yaml.load(blank_codebook(question, thesis), Loader=yaml.BaseLoader)
    read = parse_codebook(data)
    assert read.claims["thesis"] == (thesis or "논지 전체")
    assert {code.stance for code in read.codes} == {"supports", "qualifies"}
    assert all(code.examples and code.counter_examples for code in read.codes)


def test_a_pattern_may_hold_what_divides_words():
    rule = book({"any": [r"쌓다|/\d+(?:년|해)째|해마다/|기르다"]})["growth"].rules[0]
    assert rule.any == (("쌓다", r"/\d+(?:년|해)째|해마다/", "기르다"),)


def test_a_pattern_that_is_none_is_an_error():
    with pytest.raises(StudyError, match="regular expression"):
        book({"any": ["/(/"]})
