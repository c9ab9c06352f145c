"""CPU time and memory of the keywords stage: one article in full, and synthetic corpora up to 10,000 articles.

python tests/bench/keywords.py [--articles 10 100 1000 10000] [--tokens TOKENS.parquet] [--sentences SENTENCES.parquet]

The tables are those of a study's data/processed folder; without them the article is synthetic, too.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from helpers import keywords as kw
from helpers import tables

SENTENCES, WORDS, VOCABULARY = 25, 20, 30_000
ANALYZERS = ("kiwi", "mecab", "komoran", "kkma", "okt", "hannanum")
SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4, 28)]


def synthetic(articles: int, *, seed: int, analyzer: str = "kiwi") -> pd.DataFrame:
    """TOKENS of articles of 500 words of two or three syllables that follow Zipf's law; two of five are nouns."""
    generator = np.random.default_rng(seed)
    chance = 1 / np.arange(1, VOCABULARY + 1)
    size = articles * SENTENCES * WORDS
    word = generator.choice(VOCABULARY, size=size, p=chance / chance.sum())
    place = np.arange(size)
    names = np.array([spelled(number) for number in range(VOCABULARY)], dtype=object)[word]
    ids = np.array([f"a{number:05d}" for number in range(articles)], dtype=object)
    frame = pd.DataFrame(
        {
            "article_id": np.repeat(ids, SENTENCES * WORDS),
            "sentence_id": place % (SENTENCES * WORDS) // WORDS + 1,
            "analyzer": analyzer,
            "unit": "morpheme",
            "start": place % (SENTENCES * WORDS) * 4,
            "end": place % (SENTENCES * WORDS) * 4 + 3,
            "surface": names,
            "lemma": names,
            "tag": "NNG",
            "pos": np.where(word % 5 < 2, "noun", "particle"),
            "from_dictionary": False,
        }
    )
    return frame.astype({name: column.dtype for name, column in tables.TOKENS.columns.items()})


def spelled(number: int) -> str:
    return SYLLABLES[number % 399] + SYLLABLES[number // 399 % 399] + ("" if number % 2 else SYLLABLES[number % 7])


def sentences_of(tokens: pd.DataFrame) -> pd.DataFrame:
    """SENTENCES that the synthetic tokens would stand in."""
    rows = []
    for (article, number), words in tokens.groupby(["article_id", "sentence_id"]):
        text = " ".join(surface.ljust(3) for surface in words["surface"])
        start = int(words["start"].min())
        rows.append(
            {"article_id": article, "sentence_id": number, "start": start, "end": start + len(text), "text": text,
             "section": "body", "paragraph": 1}
        )  # fmt: skip
    return tables.SENTENCES.make(rows)


def timed(name: str, work: Callable[[], pd.DataFrame], *, tokens: int = 0) -> pd.DataFrame:
    """What the work gives, once its CPU time (also for each token, where told how many) and the peak so far are said."""
    begun = time.process_time()
    result = work()
    taken = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = f"{taken / tokens * 1e6:8.2f} µs a token" if tokens else ""
    print(f"{name:<32}{taken:9.2f} s{each}{len(result):10,} rows{peak:8,.0f} MiB peak", flush=True)
    return result


def one_article(tokens: pd.DataFrame, sentences: pd.DataFrame) -> None:
    """Everything that the third notebook computes, the second time around."""
    for round_ in ("cold", "warm"):
        print(f"\none article, {tokens['analyzer'].nunique()} analyzers, {round_}")
        begun = time.process_time()
        reference = timed("reference_frequencies", kw.reference_frequencies)
        terms = timed("count_terms", lambda: kw.count_terms(tokens, analyzer="kiwi"))
        words = timed("keywords, 1,000 draws", lambda: kw.keywords(terms, reference=reference, draws=1000))  # noqa: B023
        timed("bands", lambda: kw.bands(words))  # noqa: B023
        timed("dispersion", lambda: kw.dispersion(terms))  # noqa: B023
        timed("positions", lambda: kw.positions(terms, sentences=sentences))  # noqa: B023
        pairs = timed("collocations", lambda: kw.collocations(terms))  # noqa: B023
        timed("network", lambda: kw.network(pairs))  # noqa: B023
        timed("kwic, all terms", lambda: kw.kwic(terms, sentences))  # noqa: B023
        timed("diversity", lambda: kw.diversity(tokens, analyzer="kiwi"))
        stopwords = {"none": (), "short": ("이후", "최근"), "long": ("이후", "최근", "중심", "규모", "방식", "다시")}
        lists = timed("stability", lambda: kw.stability(tokens, stopwords=stopwords, reference=reference))  # noqa: B023
        timed("term_stability", lambda: kw.term_stability(lists))  # noqa: B023
        timed("rbo_matrix", lambda: kw.rbo_matrix(lists))  # noqa: B023
        print(f"{'in all':<32}{time.process_time() - begun:9.2f} s")


def many_articles(articles: int) -> None:
    """The corpus read as one text; 100 draws, whose cost is linear."""
    size = articles * SENTENCES * WORDS
    print(f"\n{articles:,} articles, {size:,} tokens")
    reference = kw.reference_frequencies()
    tokens = timed("(the table of tokens)", lambda: synthetic(articles, seed=articles))

    def measured(name: str, work: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        return timed(name, work, tokens=size)

    terms = measured("count_terms", lambda: kw.count_terms(tokens, analyzer="kiwi"))
    measured("diversity", lambda: kw.diversity(tokens, analyzer="kiwi"))
    measured("keyness", lambda: kw.keyness(terms, reference=reference))
    measured("tf_idf", lambda: kw.tf_idf(terms))
    measured("keywords of all, no draws", lambda: kw.keywords(terms, reference=reference, draws=0, each=False))
    measured("keywords of all, 100 draws", lambda: kw.keywords(terms, reference=reference, draws=100, each=False))
    measured("dispersion over articles", lambda: kw.dispersion(terms, parts="article"))
    measured("collocations of all", lambda: kw.collocations(terms, min_count=5, each=False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="*", default=[10, 100, 1000, 10_000])
    parser.add_argument("--tokens")
    parser.add_argument("--sentences")
    options = parser.parse_args()
    if options.tokens:
        tokens, sentences = pd.read_parquet(options.tokens), pd.read_parquet(options.sentences)
    else:
        tokens = pd.concat([synthetic(1, seed=number, analyzer=name) for number, name in enumerate(ANALYZERS)])
        sentences = sentences_of(tokens[tokens["analyzer"] == "kiwi"])
    one_article(tokens, sentences)
    for articles in options.articles:
        many_articles(articles)


if __name__ == "__main__":
    main()
