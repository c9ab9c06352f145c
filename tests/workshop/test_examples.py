"""A sentence becomes an example by one line in the codebook; everything else of the file stays, byte for byte."""

import difflib
from pathlib import Path

import pandas as pd
import pytest
import yaml

from helpers import cli, store, workshop
from helpers.errors import StudyError
from helpers.workshop.examples import with_example
from made.sentences import sentence_table

FLOW = """# 다리
codes:
  bridge:
    label: 다리   # 놓은 것만
    rules: [{any: [놓다]}]
    examples: [군청이 다리를 놓았다.]
    counter_examples: []
  ferry:
    label: 나룻배
"""
BLOCK = """codes:
  bridge:
    label: 다리
    examples:
      - 군청이 다리를 놓았다.
      - {text: 다리는 없다., stance: opposes}

  # 둘째
  ferry:
    label: 나룻배
claims: {a: 주장}
"""
TEXT = '그는 "다리가 길다: 12m"라고 했다.'


@pytest.mark.parametrize("document", [FLOW, BLOCK, FLOW.replace("\n", "\r\n"), BLOCK.rstrip("\n")])
@pytest.mark.parametrize("code", ["bridge", "ferry"])
@pytest.mark.parametrize("counter", [False, True])
def test_one_example_more_and_every_other_line_as_it_was(document: str, code: str, counter: bool) -> None:
    made = with_example(document, code, TEXT, counter=counter)
    before, after = (yaml.load(each, yaml.BaseLoader)["codes"][code] for each in (document, made))
    key = "counter_examples" if counter else "examples"
    assert after == before | {key: [*(before.get(key) or []), TEXT]}
    pieces = difflib.SequenceMatcher(None, document, made, autojunk=False).get_opcodes()
    assert {tag for tag, *_ in pieces} == {"equal", "insert"}
    assert made.count("\r\n") in (0, made.count("\n"))


def test_what_cannot_be_added_is_said_and_nothing_is_written() -> None:
    with pytest.raises(StudyError, match="no code 'bridges'"):
        with_example(FLOW, "bridges", TEXT)
    with pytest.raises(StudyError, match="already"):
        with_example(BLOCK, "bridge", "다리는 없다.")
    with pytest.raises(StudyError, match="no line can be put"):
        with_example("codes: {bridge: {label: 다리}}\n", "bridge", TEXT)


def test_a_sentence_is_named_by_its_number(village: Path) -> None:
    (village / "codebook.yml").write_text(FLOW, "utf-8")
    store.write("sentences", sentence_table("새싹 마을은 다리를 놓았다.", "강은 넓다.", article="library"), "village")
    assert workshop.add_example("village", "ferry", 2, counter=True) == "강은 넓다."
    assert 'counter_examples: ["강은 넓다."]' in (village / "codebook.yml").read_text("utf-8")
    with pytest.raises(StudyError, match="no article has a sentence 9"):
        workshop.add_example("village", "ferry", 9)


def test_of_several_articles_a_sentence_is_named_with_its_article(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (village / "codebook.yml").write_text(FLOW, "utf-8")
    both = [sentence_table(text, article=name) for name, text in (("hill", "언덕은 높다."), ("river", "강은 넓다."))]
    store.write("sentences", pd.concat(both, ignore_index=True), "village")
    with pytest.raises(StudyError, match="several articles have a sentence 1") as caught:
        workshop.add_example("village", "ferry", 1)
    assert "CODE=hill:1" in caught.value.remedy
    with pytest.raises(StudyError, match="the article 'lake' has no sentence 1"):
        workshop.add_example("village", "ferry", 1, article="lake")
    cli.main(["try", "village", "--counter-example", "ferry=river:1"])
    assert "강은 넓다." in capsys.readouterr().err
    assert 'counter_examples: ["강은 넓다."]' in (village / "codebook.yml").read_text("utf-8")
