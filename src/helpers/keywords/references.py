"""Everything that a study's words are held against: general Korean, and a folder of articles of the researcher's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from helpers.keywords.merging import merge_counts, merge_forms
from helpers.keywords.reference import reference_frequencies, reference_from_articles
from helpers.keywords.terms import COUNTED_POS, count_terms

if TYPE_CHECKING:
    from helpers.study import Study


def references(study: Study, *, analyzer: str, pos: Sequence[str] = COUNTED_POS, min_length: int = 2) -> pd.DataFrame:
    """wordfreq and, where study.yml names a folder as its ``reference``, the articles in it.

    study       from ``open_study``; its reference articles are cleaned, cut and read as its own are
    analyzer    that reads them: the one whose terms they are held against
    pos         coarse parts of speech that count
    min_length  shortest term, in characters
    returns     tables.TERM_COUNTS of one or two corpora; the second is named after its folder

    raises StudyError that names the file where one of the folder's files holds no article.
    """
    general = merge_counts(reference_frequencies("wordfreq"), study.synonyms)
    if not study.reference_files:
        return general
    from helpers.cleaning import clean, read_raw
    from helpers.tokenizing import own_words, sentences, tokenize, without_headlines

    lines = [clean(read_raw(path), article_id=path.stem).lines for path in study.reference_files]
    words = own_words(study.dictionary, study.synonyms)
    own = without_headlines(sentences(pd.concat(lines, ignore_index=True)))
    tokens = merge_forms(tokenize(own, analyzer, words), study.synonyms)
    terms = count_terms(tokens, analyzer=analyzer, pos=pos, min_length=min_length)
    counted = reference_from_articles(terms, name=study.reference_files[0].parent.name)
    return pd.concat([general, counted], ignore_index=True)
