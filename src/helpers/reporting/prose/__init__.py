"""Compute Korean prose: sentences made from tables.

``about_*`` say in words what one table holds, below the step that made it; ``*_findings`` and ``findings`` give rows of
tables.FINDINGS. Every number, name and quotation comes from the tables, so that a sentence stays true when a parameter,
the codebook or the article changes; where there is nothing to say, nothing is said. Nothing here computes a statistic.
"""

from helpers.reporting.prose.abstract import abstract_en
from helpers.reporting.prose.against import rows_against, what_stands_against
from helpers.reporting.prose.captions import (
    agreement_names,
    agreement_with_the_unknowing,
    disagreement_names,
    evidence_caption,
    timeline_caption,
    weighing_caption,
)
from helpers.reporting.prose.certainty import about_corrections, how_sure, rule_tests
from helpers.reporting.prose.claims import evidence_matrix, on_what_evidence, what_it_claims
from helpers.reporting.prose.cleaning import (
    about_articles,
    about_labels,
    about_removed,
    about_tiling,
    cleaning_findings,
)
from helpers.reporting.prose.dates_and_amounts import fact_values
from helpers.reporting.prose.facts import facts_to_look_up, what_can_be_checked, what_to_look_up
from helpers.reporting.prose.keywords import about_frequency, about_keyness, about_ranks, keyword_findings
from helpers.reporting.prose.keywords_shown import about_runs, cloud_caption
from helpers.reporting.prose.lexical import about_collocations, about_dispersion, about_diversity, about_network
from helpers.reporting.prose.limits import what_is_left, what_it_cannot_show, what_would_weaken
from helpers.reporting.prose.method import about_codings, how_it_was_coded
from helpers.reporting.prose.reading import Reading, read
from helpers.reporting.prose.stability import about_stability
from helpers.reporting.prose.summary import findings
from helpers.reporting.prose.tokenizing import about_accuracy, about_dictionary, about_disagreements, about_sentences
from helpers.reporting.prose.voices import in_whose_voice

__all__ = [
    "Reading",
    "about_accuracy",
    "about_articles",
    "about_codings",
    "about_collocations",
    "about_corrections",
    "about_dictionary",
    "about_disagreements",
    "about_dispersion",
    "about_diversity",
    "about_frequency",
    "about_keyness",
    "about_labels",
    "about_network",
    "about_ranks",
    "about_removed",
    "about_runs",
    "about_sentences",
    "about_stability",
    "about_tiling",
    "abstract_en",
    "agreement_names",
    "agreement_with_the_unknowing",
    "cleaning_findings",
    "cloud_caption",
    "disagreement_names",
    "evidence_caption",
    "evidence_matrix",
    "fact_values",
    "facts_to_look_up",
    "findings",
    "how_it_was_coded",
    "how_sure",
    "in_whose_voice",
    "keyword_findings",
    "on_what_evidence",
    "read",
    "rows_against",
    "rule_tests",
    "timeline_caption",
    "weighing_caption",
    "what_can_be_checked",
    "what_is_left",
    "what_it_cannot_show",
    "what_it_claims",
    "what_stands_against",
    "what_to_look_up",
    "what_would_weaken",
]


def __dir__() -> list[str]:  # what Tab lists: no rooms, which nobody uses by hand
    return __all__
