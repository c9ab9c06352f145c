"""How short a word the notebook of keywords counts."""

from helpers.running.notebooks import code_cells
from helpers.stages import stage


def test_the_notebook_counts_words_of_the_syllables_that_its_parameter_says() -> None:
    code = "\n".join(source for source, tagged in code_cells(stage("03_keywords").notebook) if not tagged)
    assert code.count("min_length=min_syllables") == 3  # terms, reference articles, variants
