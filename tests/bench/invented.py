"""Invented articles, each of its own words: so many studies that nothing read in one is of use in the next."""

from __future__ import annotations

import random
from pathlib import Path

PATTERNS = (
    "{a} 시는 {n}년부터 {b} 사업에 해마다 {m}억 원을 투자해 왔다.",
    "{a} 분야의 한 관계자는 “{b} 인력을 꾸준히 길러 온 것이 가장 큰 힘”이라고 말했다.",
    "그러나 {b} 예산은 {n}년보다 {m}% 줄어 여전히 부족하다는 지적이 나온다.",
    "{a}와 {b} 사이의 협력은 지난해 {m}건으로 늘었고, 올해는 {c} 부문까지 넓어질 전망이다.",
    "전문가들은 {a} 기술이 하루아침에 이루어지지 않았다고 평가했다.",
    "{c} 연구소는 {a} 자료 {m}만 건을 모아 {b} 모형을 만들었다고 밝혔다.",
    "{b} 위기를 겪은 뒤 {a} 업계는 단기 성과보다 {c} 축적에 힘을 쏟았다.",
    "다만 {a} 정책이 실제로 {c} 성장으로 이어질지는 아직 분명하지 않다.",
)


def nouns() -> list[str]:
    """Frequent Korean words of two or three syllables, as wordfreq lists them."""
    import wordfreq

    return [word for word in wordfreq.top_n_list("ko", 6000) if word.isalpha() and "가" <= word[0] <= "힣" and len(word) in (2, 3)]  # fmt: skip


def article(number: int, words: list[str], *, paragraphs: int = 13) -> str:
    """The text of one article of three sentences a paragraph; the number is the seed."""
    generator = random.Random(number)

    def sentence() -> str:
        a, b, c = generator.sample(words, 3)
        pattern = generator.choice(PATTERNS)
        return pattern.format(a=a, b=b, c=c, n=generator.randint(1990, 2025), m=generator.randint(2, 900))

    body = "\n\n".join(" ".join(sentence() for _ in range(3)) for _ in range(paragraphs))
    return f"{generator.choice(words)} 마을의 기록 {number}\n\n입력 2025-03-04 09:30\n\n{body}\n\n무단 전재 및 재배포 금지\n"


def make_studies(root: Path, model: Path, count: int) -> list[str]:
    """Studies ``invented01`` and on below ``root``, with everything but the article from the study at ``model``."""
    words = nouns()
    names = [f"invented{number:02d}" for number in range(1, count + 1)]
    for number, name in enumerate(names, 1):
        folder = root / "data" / "raw" / name
        (folder / "articles").mkdir(parents=True)
        (folder / "articles" / "record.txt").write_text(article(number, words), "utf-8")
        for file in ("codebook.yml", "dictionary.tsv", "stopwords.txt"):
            (folder / file).write_bytes((model / file).read_bytes())
        (folder / "study.yml").write_text(
            f"title: 기록 {number}\nquestion: 무엇을 말하는가?\nthesis: 꾸준한 투자가 힘이 되었다.\n", "utf-8"
        )
    return names
