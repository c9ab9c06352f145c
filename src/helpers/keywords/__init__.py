"""From tokens to keywords: counts, keyness, networks and concordance, with intervals and how stable the lists are."""

from helpers.keywords.analyzers import analyzer_agreement
from helpers.keywords.bands import bands
from helpers.keywords.bylines import without_bylines
from helpers.keywords.collocations import collocations
from helpers.keywords.dispersion import dispersion, positions
from helpers.keywords.diversity import diversity
from helpers.keywords.frequency import frequency
from helpers.keywords.keyness import keyness
from helpers.keywords.keywords import keywords
from helpers.keywords.kwic import kwic
from helpers.keywords.merging import merge_forms, merged_forms
from helpers.keywords.network import network
from helpers.keywords.ngrams import ngrams, recurrent
from helpers.keywords.rbo import rbo, rbo_matrix
from helpers.keywords.reference import reference_frequencies, reference_from_articles
from helpers.keywords.references import references
from helpers.keywords.scope import of_study
from helpers.keywords.stability import stability, term_stability
from helpers.keywords.terms import count_terms
from helpers.keywords.textrank import textrank
from helpers.keywords.tf_idf import tf_idf

__all__ = [
    "analyzer_agreement",
    "bands",
    "collocations",
    "count_terms",
    "dispersion",
    "diversity",
    "frequency",
    "keyness",
    "keywords",
    "kwic",
    "merge_forms",
    "merged_forms",
    "network",
    "ngrams",
    "of_study",
    "positions",
    "rbo",
    "rbo_matrix",
    "recurrent",
    "reference_frequencies",
    "reference_from_articles",
    "references",
    "stability",
    "term_stability",
    "textrank",
    "tf_idf",
    "without_bylines",
]


def __dir__() -> list[str]:  # what Tab lists: no rooms, which nobody uses by hand
    return __all__
