"""Tokens to keywords that carry their own doubt: counts, keyness, networks, concordance, intervals, stability."""

from helpers.keywords.frequency import frequency
from helpers.keywords.keyness import keyness
from helpers.keywords.keywords import keywords
from helpers.keywords.reference import reference_frequencies, reference_from_articles
from helpers.keywords.terms import count_terms
from helpers.keywords.textrank import textrank
from helpers.keywords.tf_idf import tf_idf

__all__ = [
    "count_terms", "frequency", "keyness", "keywords", "reference_frequencies", "reference_from_articles", "textrank",
    "tf_idf",
]  # fmt: skip
