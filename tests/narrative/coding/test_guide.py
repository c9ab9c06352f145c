"""The page that teaches codebooks: what it shows is true."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from helpers.narrative import check_codebook
from helpers.narrative.coding.parsing import parse_codebook
from helpers.tokenizing import tokenize

GUIDE = Path(__file__).parents[3] / "notebooks" / "codebook.md"


def test_the_ten_examples_of_the_guide_are_coded_as_it_says() -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    codes = {name: code for block in blocks for name, code in yaml.safe_load(block).items()}
    assert len(codes) == len(blocks) == 10
    codebook = parse_codebook({"codes": codes})
    assert all(code.examples for code in codebook.codes)
    assert [str(failure) for failure in check_codebook(codebook, tokenize)] == []
