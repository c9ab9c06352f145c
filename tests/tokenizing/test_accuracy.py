"""The shipped figures, and the table of tags."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from helpers import tables
from helpers.tokenizing import ANALYZERS, accuracy, tagset
from helpers.tokenizing.tags import coarse, dictionary_form


def test_accuracy_has_every_analyzer_in_the_order_of_analyzers():
    measured = accuracy()
    by_form = measured[(measured["unit"] == "noun forms") & (measured["layer"] == "tokenize")]
    assert tuple(by_form["analyzer"]) == ANALYZERS
    assert by_form["f1"].is_monotonic_decreasing
    assert (measured["source"].str.len() > 0).all()


def test_accuracy_through_our_layer_is_no_worse_than_bare():
    f1 = accuracy().pivot_table(index=["analyzer", "unit"], columns="layer", values="f1")
    assert (f1["tokenize"] >= f1["bare"]).all(), f1


def test_accuracy_is_the_harmonic_mean_of_precision_and_recall():
    measured = accuracy()
    mean = 2 * measured["precision"] * measured["recall"] / (measured["precision"] + measured["recall"])
    assert (mean - measured["f1"]).abs().max() < 2e-4


def test_tagset_maps_each_tag_once_to_a_coarse_part_of_speech():
    tags = tagset()
    assert set(tags["pos"]) <= set(tables.POS)
    assert set(tags["analyzer"]) == set(ANALYZERS)
    assert not tags.duplicated(["analyzer", "tag"]).any()
    assert (tags["meaning"] != "").all()


@pytest.mark.parametrize("analyzer", ["komoran", "kkma", "mecab"])
def test_tagset_knows_every_tag_that_konlpy_documents(analyzer: str):
    documented = json.loads(files("konlpy").joinpath(f"data/tagset/{analyzer}.json").read_text("utf-8"))
    tags = {tag for tag in documented if len(tag) > 1 or analyzer != "kkma"}
    assert {tag for tag in tags if coarse(analyzer, tag) == "unknown"} <= {"NA", "NV"}


@pytest.mark.parametrize(
    ("analyzer", "tag", "pos"),
    [
        ("kiwi", "VV-I", "verb"),
        ("mecab", "VA+ETM", "adjective"),
        ("hannanum", "NC", "noun"),
        ("hannanum", "SF", "symbol"),
        ("okt", "KoreanParticle", "interjection"),
        ("kkma", "EMO", "unknown"),
        ("okt", "", "unknown"),
    ],
)
def test_coarse_reads_remarks_parts_and_strange_tags(analyzer: str, tag: str, pos: str):
    assert coarse(analyzer, tag) == pos


@pytest.mark.parametrize(
    ("form", "tag", "pos", "lemma"),
    [
        ("늘", "VV", "verb", "늘다"),
        ("하", "XSV", "affix", "하다"),
        ("책", "NNG", "noun", "책"),
        ("크다", "VA", "adjective", "크다"),
    ],
)
def test_dictionary_form_ends_verbs_and_adjectives_in_da(form: str, tag: str, pos: str, lemma: str):
    assert dictionary_form(form, tag, pos) == lemma
