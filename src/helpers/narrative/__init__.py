"""Stage 4: from sentences to codings, voices and facts, and to the evidence for and against the thesis.

Nothing here says whether the thesis is true: it says how the article argues, in whose voice, and how sure a count is.
"""

from helpers.narrative.coding.agreement import Agreement, agreement, compare_with_people
from helpers.narrative.coding.codebook import Codebook, code_labels, codes_table
from helpers.narrative.coding.parsing import open_codebook, parse_codebook
from helpers.narrative.coding.rules import check_codebook, code_sentences
from helpers.narrative.coding.sheets import blank_coding_sheet, read_codings, read_people, sentences_read, together
from helpers.narrative.coding.template import blank_codebook, is_blank
from helpers.narrative.coding.trying import clearest, gained, try_rule, with_stance, with_window
from helpers.narrative.corrections import corrected, read_corrections
from helpers.narrative.facts import find_facts
from helpers.narrative.found import Found, corrections_made
from helpers.narrative.measuring import measures
from helpers.narrative.published import only_publication, publication
from helpers.narrative.voices import find_voices
from helpers.narrative.weighing import evidence, weigh

__all__ = [
    "Agreement",
    "Codebook",
    "Found",
    "agreement",
    "blank_codebook",
    "blank_coding_sheet",
    "check_codebook",
    "clearest",
    "code_labels",
    "code_sentences",
    "codes_table",
    "compare_with_people",
    "corrected",
    "corrections_made",
    "evidence",
    "find_facts",
    "find_voices",
    "gained",
    "is_blank",
    "measures",
    "only_publication",
    "open_codebook",
    "parse_codebook",
    "publication",
    "read_codings",
    "read_corrections",
    "read_people",
    "sentences_read",
    "together",
    "try_rule",
    "weigh",
    "with_stance",
    "with_window",
]


def __dir__() -> list[str]:  # what Tab lists: no rooms, which nobody uses by hand
    return __all__
