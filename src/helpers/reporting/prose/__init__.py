"""The computed Korean prose: tables in, sentences out.

``about_*`` read one table aloud below the step that made it; ``*_findings`` and ``findings`` give rows of
tables.FINDINGS. Every number, name and quotation comes from the tables, so that a sentence stays true when a parameter,
the codebook or the article changes; where there is nothing to say, nothing is said. Nothing here computes a statistic.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_WHERE = {
    "about_articles": "cleaning",
    "about_labels": "cleaning",
    "about_removed": "cleaning",
    "about_tiling": "cleaning",
    "cleaning_findings": "cleaning",
    "about_sentences": "tokenizing",
    "about_accuracy": "tokenizing",
    "about_dictionary": "tokenizing",
    "about_disagreements": "tokenizing",
    "about_frequency": "keywords",
    "about_keyness": "keywords",
    "about_ranks": "keywords",
    "keyword_findings": "keywords",
    "about_runs": "keywords_shown",
    "cloud_caption": "keywords_shown",
    "about_dispersion": "company",
    "about_collocations": "company",
    "about_network": "company",
    "about_diversity": "company",
    "about_stability": "stability",
    "Reading": "reading",
    "what_it_claims": "claims",
    "on_what_evidence": "claims",
    "in_whose_voice": "heard",
    "what_stands_against": "against",
    "what_can_be_checked": "checkable",
    "fact_values": "checkable",
    "how_sure": "certainty",
    "what_one_article_cannot_show": "limits",
    "what_would_weaken": "limits",
    "narrative": "sections",
    "SECTIONS": "sections",
    "findings": "summary",
    "abstract_en": "abstract",
    "evidence_caption": "captions",
    "weighing_caption": "captions",
    "timeline_caption": "captions",
    "scope_names": "captions",
    "coded_names": "captions",
}
__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
