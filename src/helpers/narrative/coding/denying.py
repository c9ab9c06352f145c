"""Find what denies or concedes a predicate, from the clauses of the sentence and not from words that merely stand near.

A denial is kept as the span of the word that denies. Two denials cancel each other. A clause that only supposes or asks
denies nothing: 중단하지 않을 경우, 하지 않으면, 하지 않는가.
"""

from __future__ import annotations

from dataclasses import dataclass

from helpers.lexicons import words
from helpers.narrative.coding.themes import amounts_to, is_theme, leaves_out, lets_go
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import ENDINGS, Morpheme
from helpers.spans import Span


@dataclass(frozen=True)
class Denying:
    """The clauses of one level of a sentence, and what denies or concedes each."""

    level: Level

    @property
    def clauses(self) -> list[Clause]:
        return self.level.clauses

    def of_predicate(self, number: int) -> list[Span]:
        """The marks that deny what the predicate of the number-th clause says."""
        clause = self.clauses[number]
        own = self._chain(clause)
        if self._is_open(clause):
            return []
        return own + self._from_outside(number)

    def of_noun(self, number: int, phrase: Phrase) -> list[Span]:
        """The marks that deny what a phrase of the number-th clause names: 투자를 늘리지 않았다 denies 투자."""
        clause = self.clauses[number]
        lemma = clause.predicate.lemma
        if "커녕" in phrase.particle:
            return [(phrase.end, phrase.particle_end)]
        if phrase.particle == "에도" and lemma == "불구하다":
            return []
        if phrase.particle == "보다":
            mark = (phrase.end, phrase.particle_end)
            return [mark, *self._chain(clause)] if lemma in words("negation", "preferring") else []
        if self._is_open(clause):
            return []
        if lemma == "아니다":
            return self._not_that(clause, phrase, number)
        if lemma == "없다":
            is_it = phrase is (clause.subject or clause.topic)
            return [self._word(clause), *self._chain(clause), *self._from_outside(number)] if is_it else []
        written = self.level.text[phrase.start : phrase.end]
        if leaves_out(clause, phrase, written.split()[-1]):
            return [self._word(clause), *self.of_predicate(number)]
        if not (is_theme(clause, phrase) or amounts_to(clause, phrase)):
            return []
        if lets_go(clause, written):
            return []
        ended = [self._word(clause)] if lemma in words("negation", "ending") else []
        return [*ended, *self.of_predicate(number)]

    def conceded(self, number: int) -> Span | None:
        """Where the ending stands that concedes the number-th clause to another that contradicts it (-지만)."""
        clause = self.clauses[number]
        if clause.predicate.lemma == "불구하다":
            return self._last(clause)
        if clause.kind == "connective" and clause.ending in words("negation", "conceding"):
            return self._last(clause)
        after = [m.surface for m in (self._at(clause.predicate.last + step) for step in (1, 2)) if m]
        if clause.kind == "nominal" and after == ["에", "도"]:
            return self._last(clause)
        if clause.relation == "background" and after[:1] == ["도"]:  # 훌륭한데도
            return self._last(clause)
        return None

    def is_partly(self, number: int) -> bool:
        """Does the clause speak of all or always, so that its denial still leaves some: 늘 좋은 것은 아니다."""
        clause = self.clauses[number]
        before = self.clauses[number - 1].end if number else 0
        own = [m for m in self.level.morphemes if before <= m.start < clause.end]
        return any(m.lemma in words("negation", "partly") and m.tag in ("MAG", "MM", "NNG") for m in own)

    # --- marks in the predicate itself ---
    def _chain(self, clause: Clause) -> list[Span]:
        """않다, 못하다, 수 없다 after the stem, 안 or 못 before it."""
        first, last = clause.predicate.first, clause.predicate.last
        level = self.level.morphemes
        stem = next((n for n in range(first, last + 1) if level[n].tag in ENDINGS), last)
        found = [level[n] for n in range(stem, last + 1) if _denies(level[n]) and not self._is_left(n)]
        before = self._at(first - 1)
        if before and before.tag == "MAG" and before.surface in ("안", "못") and not self._is_short_of(clause):
            found.append(before)
        if any(phrase.particle.startswith("밖에") for phrase in clause.phrases):  # 3%밖에 늘지 않았다
            return []
        return [(m.start, m.end) for m in found]

    def _is_short_of(self, clause: Clause) -> bool:
        """2년도 안 돼, 열 명이 채 못 되는: such a clause says that a number is not reached, and denies nothing."""
        if clause.predicate.lemma not in words("negation", "short_of"):
            return False
        own = [m for m in self.level.morphemes[: clause.predicate.first - 1] if m.tag != "MAG"][-3:]
        own = own[:-1] if own and own[-1].tag.startswith("J") else own[1:]
        return len(own) == 2 and own[0].tag in ("SN", "NR", "MM") and own[1].tag in ("NNB", "NNG")

    def _is_left(self, number: int) -> bool:
        """뿐 아니라, 뿐만 아니라, 수밖에 없다: these affirm the words before them."""
        before = [m.surface for m in (self._at(number - 1), self._at(number - 2)) if m]
        return not {"뿐", "뿐만", "밖에"}.isdisjoint(before)

    def _is_open(self, clause: Clause) -> bool:
        """Does the clause suppose or ask."""
        after = self._at(clause.predicate.last + 1)
        if clause.relation == "condition" or clause.ending in words("negation", "asking"):
            return True
        if clause.ending in ("고", "고서") and after is not None and after.surface in ("는", "ㄴ"):
            return True  # 묻지 않고는 모른다
        if clause.kind == "adnominal" and clause.ending in ("ㄹ", "을"):
            return after is not None and after.surface in words("negation", "conditions")
        return clause.kind == "final" and after is not None and after.surface == "?"

    # --- marks around it ---
    def _from_outside(self, number: int) -> list[Span]:
        clause = self.clauses[number]
        following = self.clauses[number + 1] if number + 1 < len(self.clauses) else None
        if clause.kind == "nominal":
            return self._of_nominal(clause, following, number)
        if following is None:
            return []
        if clause.ending == "지" and following.predicate.lemma in words("negation", "denying"):
            return [self._word(following)]
        if following.predicate.lemma == "이다" and following.kind == "nominal" and self._than(following):
            return [self._word(following)]  # 부족해서라기보다
        if clause.relation == "cause":
            return self._of_cause(number)
        if clause.kind == "quoting":
            return self._of_opinion(number + 1)
        if clause.kind == "adnominal":
            return self._of_modified(clause, number)
        return []

    def _of_nominal(self, clause: Clause, following: Clause | None, number: int) -> list[Span]:
        """찾기 어렵다, 쓰이기는 쉽지 않다, 서두르기보다, 인정하기는커녕."""
        if self._than(clause):
            return [self._last(clause)]
        if following is None or not clause.ending.endswith("기"):
            return []
        if any(phrase.start > clause.start for phrase in following.phrases):
            return []
        denials = self._chain(following)
        if following.predicate.lemma in words("negation", "hard"):
            return [self._word(following), *denials]
        return denials if following.predicate.lemma == "쉽다" else []

    def _than(self, clause: Clause) -> bool:
        after = [m.surface for m in (self._at(clause.predicate.last + step) for step in (1, 2)) if m]
        return bool(after) and (after[0] == "보다" or "커녕" in "".join(after))

    def _of_opinion(self, number: int) -> list[Span]:
        """늘었다고 보기 어렵다: the marks that deny an opinion that is quoted."""
        opinion = self.clauses[number]
        if opinion.predicate.lemma not in words("negation", "opinion"):
            return []
        own = self._chain(opinion)
        if opinion.predicate.lemma in ("하다", "말하다"):  # 하지 않았다고 하지 않았다 is no opinion
            own = [mark for mark in own if self.level.text[mark[0]] in "없어힘"]
        return [*own, *self._from_outside(number)]

    def _of_cause(self, number: int) -> list[Span]:
        """부족해서가 아니라; 없어서 실패한 것이 아니다: a cause that is denied counts as denied itself.

        So does one that another takes the place of: 노래를 잘해서 일등이 아니라 오래 남아서 일등이다.
        """
        following = self.clauses[number + 1]
        other = any(clause.relation == "cause" for clause in self.clauses[number + 2 :])
        complement = [phrase.role for phrase in following.phrases] == ["other"]
        if following.predicate.lemma == "아니다" and following.ending == "라" and complement and other:
            return [self._word(following)]
        if following.predicate.lemma == "아니다" and not following.phrases:
            return [self._word(following), *self._chain(following)]
        level = self.level.morphemes[following.predicate.first : following.predicate.last + 1]
        no_such = any(m.tag == "VCN" for m in level) and any(m.tag == "NNB" for m in level)
        return self._chain(following) if no_such else []

    def _of_modified(self, clause: Clause, number: int) -> list[Span]:
        """오른다는 걱정은 기우였다; 복원하는 데 실패했다; 좋은 것은 아니다."""
        after = self._at(clause.predicate.last + 1)
        following = self.clauses[number + 1]
        if after and after.surface == "데" and following.predicate.lemma in words("negation", "ending"):
            return [self._word(following), *self._chain(following)]
        if following.predicate.lemma == "아니다" and self._texts(following)[-1:] == ["사실"]:
            return [self._word(following), *self._chain(following)]
        phrase = clause.modifies
        if phrase is None:
            return []
        governing = next((c for c in self.clauses[number + 1 :] if any(p is phrase for p in c.phrases)), None)
        if governing is None:
            return []
        head = self.level.text[phrase.start : phrase.end].split()[-1]
        others = self._texts(governing)
        marks = [self._word(governing), *self._chain(governing)]
        if governing.predicate.lemma == "아니다":
            is_all = head in ("것", "건", "게", "거", *words("negation", "shells")) and not any(
                p.role == "other" for p in governing.phrases[1:]
            )
            return marks if is_all or (phrase is governing.phrases[-1] and phrase.role == "other") else []
        if governing.predicate.lemma == "없다" and head in words("negation", "intents"):
            return marks if clause.ending in ("ㄹ", "을") else []
        untrue = words("negation", "untrue")
        if governing.predicate.lemma.removesuffix("이다") in untrue:
            return marks
        if governing.predicate.lemma == "되다" and any(other in untrue for other in others):
            return marks
        says = clause.ending.endswith(("다는", "라는"))
        return marks if says and governing.predicate.lemma in words("negation", "refuting") else []

    def _not_that(self, clause: Clause, phrase: Phrase, number: int) -> list[Span]:
        """속도전이 아니다: its complement, the phrase right before it; but not with 뿐 or 만."""
        only = phrase.particle.startswith(("만", "뿐")) or self.level.text[phrase.start : phrase.end].endswith("뿐")
        if only or not clause.phrases or phrase is not clause.phrases[-1] or phrase.role == "topic":
            return []
        return [self._word(clause), *self._chain(clause), *self._from_outside(number)]

    # --- places ---
    def right_after(self, position: int) -> Span | None:
        """없이 or 대신 as the next word after ``position``."""
        found = next((m for m in self.level.morphemes if m.start >= position), None)
        is_it = found is not None and found.start > position and found.surface in ("없이", "대신")
        return (found.start, found.end) if found and is_it else None

    def _texts(self, clause: Clause) -> list[str]:
        return [self.level.text[phrase.start : phrase.end] for phrase in clause.phrases]

    def _at(self, number: int) -> Morpheme | None:
        return self.level.morphemes[number] if 0 <= number < len(self.level.morphemes) else None

    def _word(self, clause: Clause) -> Span:
        return clause.predicate.start, clause.predicate.end

    def _last(self, clause: Clause) -> Span:
        """The last syllable of its ending: the first may be that of the stem, too (훌륭한데)."""
        end = self.level.morphemes[clause.predicate.last].end
        return end - 1, end


def stem_end(level: Level, clause: Clause) -> int:
    """Where the stem of a clause's predicate ends: before its first ending."""
    own = level.morphemes[clause.predicate.first : clause.predicate.last + 1]
    return max((m.end for m in own[: next((n for n, m in enumerate(own) if m.tag in ENDINGS), len(own))]), default=0)


def _denies(morpheme: Morpheme) -> bool:
    if morpheme.tag == "MAG":
        return morpheme.surface == "못"  # 계속하지 못 했다
    return morpheme.lemma in words("negation", "denying") or morpheme.tag == "VCN" or morpheme.lemma == "없다"
