"""Change a stance where the sentence denies or concedes the words, if the code or the rule asks for that.

A rule means what it says. Only where ``turns`` says so does a denial (않다, 아니다, 없이, -기 어렵다) or a concession
(-지만, -음에도) change the stance, and only where it governs the predicate that the rule's words belong to: the words
are that predicate, or name its object or what happens. The words that a rule itself names never turn it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from helpers.lexicons import words
from helpers.narrative.coding.codebook import Turns
from helpers.narrative.coding.denying import Denying, stem_end
from helpers.narrative.coding.matching import Group
from helpers.narrative.coding.themes import is_within_shell
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Sentence
from helpers.spans import Span, overlap

LONGEST_SENTENCE = 3000  # characters: what is longer is no sentence of a newspaper
_EXAMPLE = re.compile(rf"(?:{'|'.join(words('negation', 'example'))}|예를\s(?:들어|들면|들자면))(?=[\s,])")
_NAMES = {"negated": "부정", "conceded": "양보"}


@dataclass(frozen=True)
class Done:
    """What a sentence does to the words of a rule: 'negated' or 'conceded', by which of its words."""

    kind: str
    by: str


def turned(stance: str, turns: Turns, groups: tuple[Group, ...], sentence: Sentence) -> tuple[str, str | None]:
    """The stance after denial or concession, and the words that changed it; None where nothing does.

    stance    of the rule that held
    turns     what the code or the rule asks for
    groups    the places of the words of each of the rule's conditions (``match``)
    sentence  as the grammar reads it
    """
    done = what_is_done(groups, sentence) if turns else None
    target = getattr(turns, done.kind) if done else None
    if done is None or target is None or target == stance:
        return stance, None
    return target, f"{_NAMES[done.kind]}: {done.by}"


def denial(groups: tuple[Group, ...], sentence: Sentence) -> str | None:
    """The words by which the sentence denies those in ``groups``; a denial among ``groups`` themselves counts, too."""
    done = what_is_done(groups, sentence, naming=True)
    return done.by if done and done.kind == "negated" else None


def denial_around(groups: tuple[Group, ...], sentence: Sentence) -> str | None:
    """The words by which the sentence denies those in ``groups``, none of them a word of the rule itself.

    Of 뱃삯 할인은커녕 it denies 뱃삯, too: nothing is turned by that, and a reader should look.
    """
    done = what_is_done(groups, sentence)
    if done and done.kind == "negated":
        return done.by
    spans = [span for group in groups for span in group]
    far = [phrase for span in spans if (phrase := _let_alone(span, sentence))]
    marks = [(phrase.end, phrase.particle_end) for phrase in far]
    free = [mark for mark in marks if not any(overlap(mark, span) for span in spans)]
    return _shown(free[:1], sentence) if free and len(far) == len(spans) else None


def _let_alone(span: Span, sentence: Sentence) -> Phrase | None:
    """The phrase with 커녕 in whose compound noun a word stands; none where it is only whose (의) the thing is."""
    for phrase in sentence.level_at(span[0]).phrases:
        inside = phrase.start <= span[0] and span[1] <= phrase.end
        if inside and "커녕" in phrase.particle and "의 " not in sentence.text[span[0] : phrase.end]:
            return phrase
    return None


def what_is_done(groups: tuple[Group, ...], sentence: Sentence, *, naming: bool = False) -> Done | None:
    """What the sentence does to the words in ``groups``; None where it says them plainly.

    naming  count a denial that the words themselves name

    If the words of some conditions are predicates, only those conditions count. A condition is denied or conceded if
    all of its places are, the rule if one of its conditions is.
    """
    if len(sentence.text) > LONGEST_SENTENCE:
        return None
    matched = [span for group in groups for span in group]
    own = [] if naming else matched
    read = [[_of_word(_to_head(span, matched, sentence), own, sentence) for span in group] for group in groups]
    governing = [_governing(group) for group in read if any(word.is_predicate for word in group)] or read
    for kind in ("negated", "conceded"):
        for group in governing:
            if group and all(word.done and word.done.kind == kind for word in group):
                return group[0].done
    return None


def noted(text: str) -> Iterator[str]:
    """Notes for readers on words of contrast, example or persistence (그러나, 예컨대); these change no stance."""
    opening = text.split(maxsplit=1)[:1]
    if opening and opening[0].rstrip(",") in words("negation", "despite"):
        yield f"앞 문장과 맞서는 말: {opening[0].rstrip(',')}"
    if example := _EXAMPLE.match(text):
        yield f"보기를 드는 말: {example.group()}"
    lasting = (word for word in dict.fromkeys(text.split()) if word in words("negation", "still"))
    yield from (f"이어짐을 뜻하는 말: {word}" for word in lasting)


@dataclass(frozen=True)
class _Word:
    """A matched word of a rule: is it a predicate, where does its clause begin, what does the sentence do to it."""

    is_predicate: bool
    clause: int
    done: Done | None


def _governing(group: list[_Word]) -> list[_Word]:
    """The words without the nouns whose predicate is in the group, too."""
    held = {word.clause for word in group if word.is_predicate}
    return [word for word in group if word.is_predicate or word.clause not in held]


def _to_head(span: Span, matched: list[Span], sentence: Sentence) -> Span:
    """The word itself, or the head of its noun phrase if that holds several of the rule's words: 단기적 속도전."""
    for phrase in sentence.level_at(span[0]).phrases:
        if phrase.start <= span[0] < phrase.end:
            heads = [other for other in matched if phrase.start <= other[0] and other[1] >= phrase.end > other[0]]
            return heads[0] if heads else span
    return span


def _of_word(span: Span, own: list[Span], sentence: Sentence) -> _Word:
    """Whether a word is a predicate, and what is done to it."""
    denying = _denying(sentence, sentence.level_at(span[0]).quote)
    if (mark := denying.right_after(span[1])) is not None:
        named = any(overlap(mark, word) for word in own)
        return _Word(False, -1, None if named else Done("negated", _shown([mark], sentence)))
    for number, clause in enumerate(denying.clauses):
        if overlap(span, (clause.predicate.start, stem_end(denying.level, clause))):
            marks = denying.of_predicate(number)
            return _Word(True, clause.predicate.start, _done(marks, denying, number, own, sentence))
        for phrase in clause.phrases:
            if phrase.start <= span[0] < phrase.end:
                reached = span[1] >= phrase.end or is_within_shell(sentence.text, span, phrase, clause)
                marks = denying.of_noun(number, phrase) if reached else []  # a denial does not reach a genitive
                return _Word(False, clause.predicate.start, _done(marks, denying, number, own, sentence))
    return _Word(False, -1, None)


def _done(marks: list[Span], denying: Denying, number: int, own: list[Span], sentence: Sentence) -> Done | None:
    marks = [mark for mark in dict.fromkeys(marks) if not any(overlap(mark, span) for span in own)]
    granted = _granted(denying, number)
    if len(marks) % 2:
        partly = denying.is_partly(number)
        return Done("conceded" if partly else "negated", _shown(marks, sentence))
    if granted and not marks and not any(overlap(granted, span) for span in own):
        return Done("conceded", _shown([granted], sentence))
    return None


def _granted(denying: Denying, number: int) -> Span | None:
    """Where the ending stands that concedes the number-th clause, or the clause in which that is embedded.

    '[공짜 노래가 넘치는] 시대에 표를 사기 쉽지 않지만' concedes all that stands before 지만.
    """
    clauses = denying.clauses
    while number < len(clauses):
        clause = clauses[number]
        if (mark := denying.conceded(number)) or clause.kind not in ("adnominal", "nominal"):
            return mark
        rest = range(number + 1, len(clauses))
        holding = (n for n in rest if any(phrase is clause.modifies for phrase in clauses[n].phrases))
        number = next(holding, len(clauses)) if clause.modifies else number + 1
    return None


@lru_cache(maxsize=16)
def _denying(sentence: Sentence, quote: object) -> Denying:
    return Denying(next(level for level in sentence.levels if level.quote is quote))


def _shown(marks: list[Span], sentence: Sentence) -> str:
    """The whole words (eojeol) in which the marks stand."""
    numbers = dict.fromkeys(n for a, b in sorted(marks) for n in range(sentence.eojeol(a), sentence.eojeol(b - 1) + 1))
    return " ".join(sentence.text[slice(*sentence.eojeols[n])].strip(".,”’\"'") for n in numbers)
