"""'물이 깨끗하다고 시는 밝혔다', '파업하겠다며 맞섰다': a clause in 다고, 라며, 자고 and the verb that takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.circles import opening_circle
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.quoted.saying import LINK, LOOSE, is_saying
from helpers.narrative.voices.reported.begins import start_of
from helpers.narrative.voices.reported.cries import is_cry
from helpers.narrative.voices.reported.sayer import is_past, of_described, sayer_of, shares_verb
from helpers.narrative.voices.reported.told import Told, actor_of, end_of, opening_topic
from helpers.narrative.voices.speakers.sources import Source

_MARK = re.compile(r"[’'”\"]")
_SO = re.compile(r"그렇다고(?:\s해서)?\s")
_HARD = re.compile(
    r"(?:보기|하기|말하기|단정하기|단언하기|보긴|하긴)(?:는|도|에는|엔)?\s?(?:어렵|어려|힘들|무리|이르|애매)"
)
_GOING_ON = re.compile(r"\s*그러면서(?:도)?\s")
_PAST = 20  # ㅆ as the last of the letters that a syllable is made of: 했다고, 숨겼다고
FARTHEST = 60  # characters between a clause and the verb that takes it


def quoting(clause: Clause, following: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """The words of a quoting clause, if what follows it says that somebody says them."""
    if clause.quote and _is_in_marks(clause, clause.quote.end, level):
        return  # words which have a row of their own
    if _MARK.search(level.text, clause.predicate.start, clause.predicate.end):
        return
    if shares_verb(clause, level) or _goes_on_telling(clause, following):
        following = [c for c in following if c.kind != "quoting"]
    following = _past_described(clause, _past_manners(clause, following))
    after, weak = following[0], clause.ending.endswith(("며", "면서"))
    if not _is_taken(clause, after, weak, level):
        return
    if after.kind == "adnominal" and after.modifies and _last(after.modifies, level) in listed("saying", "nouns"):
        if source := _sayer_from(clause, following[1:], level, start):
            noun = _last(after.modifies, level)
            yield Told(start_of(clause, source, level, start), end_of(clause, level), source, noun, "stated")
        return
    source = sayer_of(clause, following, level, start)
    if is_cry(after, following[1:], level):
        return
    if source and source.is_share and (body := opening_topic(level, start, source.morphemes[0].start)):
        source = body  # '연구소는 상인 3명 중 1명은 문을 닫겠다고 답했다고 밝혔다'
    thing = source is not None and source.is_common and _is_of_words(source, clause, level)
    source = None if thing else source
    if after.predicate.lemma in listed("saying", "asking") and not (
        source and (source.is_person or source.is_known_body)
    ):
        return  # '자리가 탐나지 않냐고 묻자 김 의원은': whoever asks
    if source is not None and after.ending == "자" and _is_told_as_topic(source, level):
        return  # '민보라는 기록을 세웠다고 하자 “…”며 웃었다': whoever said it to her
    if source is not None and (asking := _asking(clause, level, start)) and _is_subject(source, asking):
        begin = start_of(clause, None, level, asking.predicate.end)
        yield Told(begin, end_of(clause, level), None, after.predicate.lemma, "answers")
        return
    if source is None and not thing and not _may_stand_alone(clause, after, weak):
        return
    plain = after.predicate.lemma == "하다" and not weak
    if plain and level.text[after.predicate.start] not in "하한할함해했":
        return  # '시청에서 일했다는데': people say so
    if plain and (_is_hearsay(clause, after, level) if source else _is_told(after, level)):
        if source is None and _tells_nobody(clause, after, level):
            yield Told(start_of(clause, None, level, start), end_of(clause, level), None, "하다", "talked of")
        return
    if after.kind == "adnominal" and after.predicate.lemma == "보다" and not _is_known_of(after, following, level):
        return
    yield _said(clause, following, source, "stated" if source else "goes on" if plain else "left out", level, start)


def _goes_on_telling(clause: Clause, following: list[Clause]) -> bool:
    """Do more words follow by the same verb of saying: '시는 둑이 낮다며 곧 어부들이 떠날 수 있다고 전했다'."""
    last = next((c for c in following if c.kind != "quoting"), None)
    more = clause.ending.endswith(("며", "면서")) and following[0].kind == "quoting"
    return more and last is not None and last.kind == "final" and is_saying(last)


def _is_taken(clause: Clause, after: Clause, weak: bool, level: Level) -> bool:
    """Does the clause after a quoting one take its words, near enough and not as the writer's own thought."""
    if _SO.match(level.text, clause.predicate.start) and after.predicate.start > clause.predicate.end + 1:
        return False  # '그렇다고 시가 둑을 쌓지 않으면': a conjunction
    near = len(level.text[clause.predicate.end : after.predicate.start]) <= FARTHEST
    taken = weak or _takes(clause, after) or _is_at_it(after, level) is not None
    return near and taken and not _is_own(after, level)


def _said(clause: Clause, following: list[Clause], source: Source | None, how: str, level: Level, start: int) -> Told:
    """The words of a quoting clause, with the verb of saying behind them."""
    after = following[0]
    says = (c.predicate.lemma for c in following[:3] if is_saying(c) and c.kind != "quoting")
    verb = _is_at_it(after, level) or next(says, None)
    if described := of_described(clause, after, level, start):  # behind whom it is said to
        whom = [p for p in level.phrases if p.role == "whom" and p.end < clause.predicate.start]
        start = whom[-1].particle_end
    elif after.kind == "adnominal" and not _is_known_of(
        after, following, level
    ):  # '믿기 어렵다고 본 법원': the words begin where their clause does
        start = max(start, clause.start)
    source = described or source
    more = bool(_GOING_ON.match(level.text, start)) and clause.subject is not None and after.topic is not None
    weak = source is not None and clause.kind == "quoting" and (source.is_thing or (more and not source.is_person))
    instead = start_of(clause, None, level, start) if weak else None
    return Told(start_of(clause, source, level, start), end_of(clause, level), source, verb, how, instead)


def _is_told_as_topic(source: Source, level: Level) -> bool:
    """Does a speaker stand as topic, and not as the subject of one clause."""
    last = source.morphemes[-1].end if source.morphemes else -1
    return any(p.end == last and p.role == "topic" and p.particle in ("은", "는") for p in level.phrases)


def _asking(clause: Clause, level: Level, start: int) -> Clause | None:
    """The clause before the words to which they answer: '의원이 둑이 낮다고 지적하자 곧 높이겠다고 답했다'."""
    before = (c for c in level.clauses if start <= c.predicate.start and c.predicate.end < clause.predicate.start)
    return next((c for c in before if c.ending == "자" and is_saying(c)), None)


def _is_subject(source: Source, asking: Clause) -> bool:
    """Is he the subject of a clause, and not the topic of the whole sentence."""
    last = source.morphemes[-1].end if source.morphemes else -1
    return any(p.end == last and p.role == "subject" for p in (*asking.phrases, asking.of) if p)


def _is_of_words(source: Source, clause: Clause, level: Level) -> bool:
    """Is a thing what the words tell of, which have no other subject: '희소성은 높아질 것이라고 설명했다'."""
    last = source.morphemes[-1].end if source.morphemes else 0
    between = (p for p in level.phrases if last < p.start and p.end <= clause.predicate.start)
    return last <= clause.predicate.start and not any(p.is_told_of for p in between)


def _is_at_it(after: Clause, level: Level) -> str | None:
    """The verb of saying of '… 때문이라고 주장 중이다'."""
    noun = level.text[: after.predicate.start].split()[-1:]
    says = after.predicate.lemma == "중이다" and noun and noun[0] in listed("saying", "said_with_hada")
    return f"{noun[0]}하다" if says else None


def _is_in_marks(clause: Clause, end: int, level: Level) -> bool:
    """Are the words those of a quotation that ends at ``end``, and none of the clause: '‘좋다’고 말했다고'."""
    link = LINK.match(level.text, end)
    of_noun = link is not None and link["adnominal"] and any(phrase.start > end for phrase in clause.phrases)
    more = LOOSE.match(level.text, end)
    own = of_noun or (more and any(phrase.start > more.end() for phrase in clause.phrases))
    return (is_saying(clause) and not own) or clause.predicate.start - end <= 1


def _last(phrase: Phrase, level: Level) -> str:
    return source_of(phrase, level).last


def _sayer_from(clause: Clause, following: list[Clause], level: Level, start: int) -> Source | None:
    """Whose such words are: '주민들 사이에선 늦다며 반대하는 목소리가 있다'."""
    giving = next((c for c in following[:1] if c.predicate.lemma in listed("saying", "giving")), None)
    return opening_circle(level, start, clause.predicate.start) or (actor_of(giving, level, start) if giving else None)


def is_so(clause: Clause, level: Level, start: int) -> Iterator[Told]:
    """'회사의 새 기기가 ‘느린 강’이라고 밝혔다': a noun with its copula, after marks or brackets."""
    named = next((p for p in clause.phrases if p.particle in ("이라고", "라고")), None)
    if named is None or clause.topic is None or not is_saying(clause) or clause.kind == "adnominal":
        return
    source = source_of(clause.topic, level)
    between = (p for p in level.phrases if clause.topic.end < p.start < named.start)
    if source.can_speak(strict=True) and any(p.role in ("subject", "object") for p in between):
        yield Told(start_of(clause, source, level, start), named.end, source, clause.predicate.lemma, "stated")


def _is_own(after: Clause, level: Level) -> bool:
    """Is it what the writer himself thinks can be said: '이 다리는 이 고장의 얼굴이라고 볼 수 있다'."""
    if _HARD.match(level.text, after.predicate.start):
        return True  # '혼자 정했다고 보기는 어렵다'
    written = level.text[after.predicate.start : after.predicate.end]
    return after.predicate.lemma in ("보다", "말하다", "하다") and bool(re.search(r"\s수\s?(?:있|없)다$", written))


def _past_manners(clause: Clause, following: list[Clause]) -> list[Clause]:
    """The clauses from the verb of saying on: after '기자들과 만나' or '단호하게' in '…라고 기자들과 만나 말했다'."""
    manners = listed("saying", "manners")
    first = 0
    while first + 1 < len(following) and following[first].kind == "connective":
        own = [p for p in following[first].phrases if p.start > clause.predicate.end]
        how = following[first].ending == "게" and not own  # a topic before the words is of the verb of saying
        if not how and (following[first].predicate.lemma not in manners or is_saying(following[first])):
            break
        first += 1
    return following[first:]


def _past_described(clause: Clause, following: list[Clause]) -> list[Clause]:
    """The clauses from the verb of saying on: after '시가 자랑하는' in '…라며 시가 자랑하는 다리를 비판했다'."""
    first = 0
    while clause.ending.endswith(("며", "면서")) and first + 1 < len(following):
        subject = following[first].subject
        if following[first].kind != "adnominal" or subject is None or subject.start < clause.predicate.end:
            break
        first += 1
    return following[first:]


def _takes(clause: Clause, after: Clause) -> bool:
    """May the verb take words in 다고 and 라고: any that acts may, but those of thinking, feeling, being called."""
    lemma = after.predicate.lemma
    if after.quote is not None and after.quote.start > clause.predicate.end:
        return False
    if lemma == "하다" and after.relation in ("cause", "concession", "condition"):
        return False
    if lemma == "쓰다" and clause.ending.endswith("다고"):
        return True  # '강이 흐른다고 썼다', but not '방이라고 썼다'
    if lemma in listed("saying", "no_saying"):
        return False
    if clause.predicate.lemma.endswith("이다") and clause.ending == "라고":
        return is_saying(after)  # '토레라고 별장에서 손님을 만났다'
    acts = not (after.predicate.describes or lemma.endswith(("되다", "지다", "이다", "없다", "있다", "아니다")))
    return is_saying(after) or (acts and after.kind != "adnominal")


def _may_stand_alone(clause: Clause, after: Clause, weak: bool) -> bool:
    """May words without a speaker be those of him who spoke before."""
    if not weak:
        return is_saying(after)
    return bool(clause.subject or clause.topic or (clause.of and clause.of in after.phrases and is_saying(after)))


def _is_hearsay(clause: Clause, after: Clause, level: Level) -> bool:
    """Is it told of somebody and not by him: '창고가 탔다고 한다', '과장은 문서를 숨기고 컴퓨터도 지웠다고 한다'."""
    if not level.text[after.predicate.start : after.predicate.end].endswith("한다"):
        return False
    ends = level.text[: clause.predicate.end].removesuffix("다고")[-1:]
    done = clause.subject is None and ends.isalpha() and ends != "겠" and (ord(ends) - ord("가")) % 28 == _PAST
    return done or (after.subject is not None and after.topic is None)


def _is_known_of(after: Clause, following: list[Clause], level: Level) -> bool:
    """Is it known of somebody that he sees it so: '시는 둑이 낮다고 보는 것으로 알려졌다'."""
    thing = after.modifies
    known = [c for c in following[1:2] if c.predicate.lemma in ("알려지다", "전해지다")]
    return bool(known) and thing is not None and level.text[thing.start : thing.end] == "것"


def _tells_nobody(clause: Clause, after: Clause, level: Level) -> bool:
    """Has '내려오면 다시 그린다고 한다' no subject: he of whom the sentence before is may say so of himself."""
    own = (p for c in (clause, after) for p in (*c.phrases, c.of) if p)
    ends = after.kind == "final" and level.text[after.predicate.start : after.predicate.end] in ("한다", "합니다")
    return ends and not any(p.is_told_of for p in own)


def _is_told(after: Clause, level: Level) -> bool:
    """Is it people's talk, '… 한다고 한다', and not what he said who spoke before, '… 한다고도 했다'."""
    return not is_past(after, level)
