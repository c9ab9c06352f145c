"""The walk through an article: who is spoken of, who is announced, who lets be heard what follows."""

from __future__ import annotations

import re

from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.broadcast import labelled, tag_in
from helpers.narrative.voices.context.about import about, acts_last, announces, cried, voices
from helpers.narrative.voices.context.dialogues import Turn
from helpers.narrative.voices.context.mentions import Mention, Mentions
from helpers.narrative.voices.passages import Passage
from helpers.narrative.voices.speakers.sources import Source

_ASKS = re.compile(r"^\s*(?:[-–—―─－]|Q[.)]|문[.)]|▶|◆|△|●)\s*\S.*[?.나까요가지냐]\s*$")
_LABEL = re.compile(
    r"\W*(?:(?:인터뷰|녹취|전화\s?인터뷰|스탠딩|싱크|SYNC|INT)(?:\s?\([^()]{1,6}\))?\s?[▶>)\]]?\s?[:：]?\s?)(?P<one>[^:：/]{2,30}?(?:\s?/\s?[^:：/]{2,30})?)\s*$"
    r"|\W*(?P<two>[가-힣A-Za-z ]{2,20}\s?/\s?[^:：/.▶◀▷◁■]{2,30}?)\W*$"
)
_HANDS_OVER = re.compile(r"(?:기자|특파원|앵커|리포터)[가이]\s.{0,20}?(?:보도|전|취재|정리|알아|짚어|살펴)\S*니다\.?$")


class Context:
    """What an article has told up to a sentence."""

    def __init__(self) -> None:
        self.mentions = Mentions()
        self.people = self.mentions.people
        self.asked = False
        self.announced: tuple[int, Mention | None] = (-1, None)  # in which sentence, and who is to speak next
        self.label: Source | None = None  # who is to speak next, in a line of its own: '▶ 인터뷰 : 김하늘 / 상인'
        self.labelled = 0
        self.voiced = -1  # the last sentence whose subject does what one does by words: '시는 즉각 반발했다'
        self.held = -1  # the last sentence that only tells that some people say so
        self.nobody = -1  # the last sentence that gives words to nobody in particular: '…라는 지적이 나온다'
        self.cried = -1  # the last sentence in which somebody, maybe nobody named, let something be heard
        self.crier: Source | None = None
        self.turn: Turn | None = None  # the last quotation that stood alone

    def begin(self, passage: Passage, index: int, level: Level) -> None:
        """Take in the names of a sentence before what is said in it."""
        start, end = passage.spans[index]
        if passage.sentences[index]["section"] in ("title", "deck"):
            return
        if tagged := tag_in(passage.text[start:end]):
            self.label, self.labelled = tagged, passage.number_at(index)
        elif label := _LABEL.match(passage.text[start:end]):
            written = (label["one"] or label["two"]).strip()
            self.label = labelled(written)
            self.labelled = passage.number_at(index)
        present = passage.sentences[index]["section"] != "caption"
        self.mentions.take_in(level, start, end, passage.number_at(index), present=present)
        self.asked = self.asked or bool(_ASKS.match(passage.text[start:end]) and "“" not in passage.text[start:end])

    def finish(self, passage: Passage, index: int, level: Level) -> None:
        """Whom the sentence was about, if nobody spoke in it: he may speak in the next."""
        number = passage.number_at(index)
        start, end = passage.spans[index]
        if passage.heads or passage.asks or _HANDS_OVER.search(passage.text[start:end]):
            return
        if any(mention.spoke for mention in self.mentions.of(number)):
            self.mentions.behind(about(passage, index, level, self.people), number)
            acts = acts_last(passage, index, level)
            if acts and self.mentions.last and self.people.of(acts) is not self.mentions.last.person:
                self.mentions.add(acts, number, spoke=False)
            self._announce(passage, index)
            return
        if passage.sentences[index]["section"] == "caption":
            return  # whom a picture shows does not go on speaking in the text
        if cry := cried(passage, index, level):
            self.cried, self.crier = number, cry[0]
            if self.crier is None:
                return
        source = about(passage, index, level, self.people) if self.held != number else None
        if source and not source.is_pronoun:
            self.mentions.add(source, number, spoke=False)
            self.voiced = number if voices(passage, index, level) else self.voiced
        self._announce(passage, index)

    def _announce(self, passage: Passage, index: int) -> None:
        """Keep who is to speak in the next paragraph: '그는 다음과 같이 말했다'."""
        number = passage.number_at(index)
        if announces(passage, index):
            here = self.mentions.of(number)
            self.announced = (number, here[-1] if here else self.mentions.person(number))
