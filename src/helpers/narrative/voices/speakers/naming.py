"""A person's name in a noun phrase: Korean, or foreign with all its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from helpers.lexicons import words as listed
from helpers.narrative.grammar.words import PERSON, Morpheme
from helpers.tokenizing.names import is_formed

_CALLED = re.compile(r"(?P<name>[가-힣]{2,4})\s?(?:씨|군|양)$")
_ORDAINED = re.compile(r"(?P<name>[가-힣]{2})\s?(?:스님|수녀|주지|회주|조실)")  # who has no family name
_COMMON = frozenset("김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노")  # 마르코, 제임스 are foreign
_CALLS = ("씨", "군", "양")
_NO_CALLS = tuple(sorted(listed("voices", "no_calls")))
_NOT_NAME = frozenset("시군구도당청부사대역동읍면리회처원실국팀위계주")
_NAMES_TOO = frozenset("원주")  # of bodies' last letters those with which many given names end: 노희원, 민현주
FOREIGN_END = re.compile(
    r"(?:당|부|청|시|구|군|도|테크|소프트|닷컴|모터스|에너지|캐피털|벤처스|파마|경찰서|병원|연구소|증권|연대|은행|식품|화학|제약|물산|항공|통신|보험|생명|화재|카드|전자|건설|그룹|대|대학|대학교|원|회|사|신문|일보|방송|타임스|통신|국|협회|법원|의회|정부|팀|단|주|일)$"
)


_SCHOOL = re.compile(r"[가-힣](?:대|대학교|기술원|연구원)$")  # 이찬 나루대 인력개발학과 교수
_OF_SCHOOL = re.compile(r"[가-힣]{2,}(?:대|대학교|기술원)$")  # 김용대 나루대 교수; a faculty is no school: 법대
_LIKE_BODY = re.compile(  # a foreign family name may end so
    r"^(?!.*(?:[병법의학]원|연구원|[공회지대]사|광역시|특별시)$)[가-힣]{2,4}[시도사구주원일]$"
)


class Naming:
    """The words of a noun phrase, read for the name of a person in them."""

    def __init__(self, words: Sequence[str], morphemes: Sequence[Morpheme]) -> None:
        holds = len(words) > 2 and words[-1] in listed("voices", "to_hold") and title_in(words[-2])
        words = words[:-1] if holds else words  # '장관 후보자'
        self.words = words
        self.nouns = frozenset(m.surface for m in morphemes if m.tag in ("NNP", "NAME", PERSON))  # one proper noun each
        self.given = frozenset(m.surface for m in morphemes if m.tag == PERSON)  # which the article gives as a name
        self.odd = frozenset(m.surface for m in morphemes if m.tag == "NAME")  # which only a foreign name can be
        self.pieces = frozenset(m.surface for m in morphemes)
        self.last = words[-1] if words else ""
        self.title = title_in(self.last)

    @cached_property
    def name(self) -> str | None:
        korean, foreign = self._korean(), self._foreign()
        within = korean and foreign and korean in foreign.split() and " " in foreign
        rare = within and korean and (korean[0] not in _COMMON or korean in self.odd)
        given = next((word for word in self._own if word in self.given), None)
        return foreign if rare else korean or foreign or given or self._officer()

    @cached_property
    def _own(self) -> Sequence[str]:
        """The words of the noun itself: whom it belongs to (김 대표의 …, 김씨 측 …) is another."""
        whole = self.nouns | {"의"}
        owners = [n for n, w in enumerate(self.words[:-1]) if w.endswith(("의", "측")) and w not in whole]
        return self.words[owners[-1] + 1 :] if owners else self.words

    def _korean(self) -> str | None:
        called = next((word for word in self._own if self._is_called(word)), None)
        called = called or next(
            (w for w, after in pairwise(self._own) if after in _CALLS and self._is_called(w + after)), None
        )
        return self._ordained() or called or self._beside_title() or self._alone() or self._introduced()

    def _ordained(self) -> str | None:
        """보현 of '나루사 주지 보현 스님': of two letters, a proper noun, no word of a dictionary or behind a title."""
        own, none = self._own, listed("voices", "countries") | listed("voices", "no_monks")
        for before, word, after in zip(["", *own], own, [*own[1:], ""], strict=False):
            found = _ORDAINED.fullmatch(f"{word} {after}") or _ORDAINED.fullmatch(word)
            name = found["name"] if found else ""
            if not name or title_in(name) or name in none:
                continue
            if name in self.nouns or name not in self.pieces or title_in(before):
                return name
        return None

    def _is_called(self, word: str) -> bool:
        """김하늘씨; 이성윤·박규환, two persons with one voice."""
        called = _CALLED.search(word)
        hidden = called and called["name"].endswith("모") and called["name"][:-1] in listed("voices", "surnames")
        if called and is_surname(called["name"]) and not hidden:  # 김모씨, but 강성모씨
            return True
        parts = word.split("·")
        return len(parts) > 1 and all(re.fullmatch(r"[가-힣]{3}", part) and is_surname(part) for part in parts)

    def _beside_title(self) -> str | None:
        """김하늘 of '하늘당 김하늘 의원', '주장 김하늘' and '김하늘 나루시 산림과장'."""
        words = self._own
        for number, word in enumerate(words):
            before, after = words[number - 1] if number else "", words[number + 1] if number + 1 < len(words) else ""
            torn = number == 0 and bool(self.title) and self._is_torn(word)
            if not (self._looks_like_name(word) or torn or _is_of_no_school(word, after)):
                continue
            titled = len(title_in(after)) > 1 or after in _CALLS
            behind = bool(title_in(before)) or before in listed("voices", "roles")
            opens = number == 0 and bool(self.title)
            schooled = number == 0 and bool(self.title) and word in self.nouns and bool(_SCHOOL.search(after))
            schooled = schooled and word not in listed("voices", "cities")
            if torn or schooled or (len(word) == 3 and (titled or (behind and self._is_head(number)) or opens)):
                return word
            if (
                len(word) != 3
                and titled
                and word in self.nouns
                and title_in(after) not in listed("voices", "of_places")
            ):
                return word
        return None

    def _is_torn(self, word: str) -> bool:
        """Is it a name of two letters that no dictionary has as a word: 이항 of '이항 하늘대 교수'."""
        formed = (
            re.fullmatch(r"[가-힣]{2}", word) and is_surname(word) and word[-1] not in "시군구도당청부대회국원사팀실"
        )
        return bool(formed and len(self.words) > 1 and self.pieces) and word not in self.pieces and not title_in(word)

    def _introduced(self) -> str | None:
        """노윤 of '방송작가 노윤': a proper noun of two letters that ends the phrase, right behind a title."""
        words = self._own
        named = len(words) > 1 and len(words[-1]) == 2 and words[-1] in self.nouns and self._looks_like_name(words[-1])
        return words[-1] if named and len(title_in(words[-2])) > 1 else None

    def _looks_like_name(self, word: str) -> bool:
        """Has it the form of a Korean name: a proper noun, or letters of which given names are made."""
        if not re.fullmatch(r"[가-힣]{2,4}", word) or not is_surname(word) or word[-1] in "시군당청부대회":
            return False
        if title_in(word) == word or any(
            word in listed("voices", key) for key in ("roles", "countries", "ordinary", "districts")
        ):
            return False
        if word in self.nouns:
            return len(word) < 4 or word[:2] in listed("voices", "surnames") or not FOREIGN_END.search(word)
        given = listed("voices", "given_first"), listed("voices", "given_last")
        return len(word) == 3 and all(
            letter in "".join(letters) for letter, letters in zip(word[1:], given, strict=True)
        )

    def _is_head(self, number: int) -> bool:
        """Does the phrase speak of the person of this word, not of something of his: '배우 이다솜 소속사'."""
        last = self._own[-1]
        return number == len(self._own) - 1 or bool(self.title) or last in listed("voices", "roles")

    def _alone(self) -> str | None:
        """A proper noun of three letters with a family name at its head."""
        rare = listed("voices", "rare_surnames")
        for number, word in enumerate(self._own):
            named = len(word) == 3 and word in self.nouns and word[0] not in rare and self._looks_like_name(word)
            if not named or not self._is_head(number):
                continue
            formed = word[-1] in _NAMES_TOO and is_formed(word)
            if formed or word[-1] not in _NOT_NAME or (word == self._own[-1] and self.title):
                return word
        return None

    def _foreign(self) -> str | None:
        """피터 다바로 of '피터 다바로 하늘궁 고문'; of one word only with its title right after it."""
        run: list[str] = []
        for word in self._own:
            if self._is_foreign(word, run):
                run.append(word)
                continue
            if len(run) > 1 or (run and title_in(word)):
                break
            run = []
        whole = len(run) == len(self._own) and len(run) > 1
        behind = self._behind_title(run)
        headed = whole or behind or self.title or self.last in listed("voices", "roles")
        if len(run) == 1 and self._officer():
            return None  # the firm for which he speaks
        if run and headed and (len(run) > 1 or (self.title and len(run[0]) > 2)):
            small = sum(word in listed("voices", "of_family") for word in run[1:3])
            return " ".join(run[: 2 + small])
        return None

    def _officer(self) -> str | None:
        """미라 러너 of '하늘은행의 미라 러너 최고투자책임자', whatever a dictionary says of the two words.

        And of '미라 러너 하늘그린 대변인', who speaks for a firm by name.
        """
        words = self._own
        officer = len(words) == 3 < len(self.words) and bool(re.fullmatch(r"최고[가-힣]{2}(?:책임)?자", words[-1]))
        firm = len(words) == 4 and words[-1] == "대변인" and words[2] in self.nouns
        bodies = [w for w in words[:2] if title_in(w) or (FOREIGN_END.search(w) and not _LIKE_BODY.search(w))]
        officer = officer or (firm and not bodies)
        known = any(
            word in listed("voices", key) for key in ("roles", "titles", "countries", "firms") for word in words[:2]
        )
        hangul = all(re.fullmatch(r"[가-힣]{1,5}", word) for word in words[:2])
        return " ".join(words[:2]) if officer and hangul and not known else None

    def _behind_title(self, run: Sequence[str]) -> bool:
        """Do these words end the phrase, right behind a title: '상원의원 마르코 루비'."""
        before = len(self._own) - len(run) - 1
        return (
            len(run) > 1 and before >= 0 and list(self._own[-len(run) :]) == run and bool(title_in(self._own[before]))
        )

    def _is_foreign(self, word: str, run: Sequence[str]) -> bool:
        latin = re.fullmatch(r"[A-Z][A-Za-z.'-]+", word)
        proper = word in self.nouns or (latin and not word.isupper())
        titled = title_in(word)
        known = titled == word or len(titled) > 2  # 공동소집권자, which a dictionary may take for a name
        known = known or any(word in listed("voices", key) for key in ("countries", "firms", "districts"))
        known = known or bool(len(word) == 1 and run and word in listed("voices", "short_countries"))
        family = len(run) == 1 and word in self.nouns and _LIKE_BODY.search(word)  # 매카시, 멘도사
        family = family or (not run and word in self.nouns and re.fullmatch("[가-힣][사시]", word))  # 리사, 루시
        body = len(word) > 1 and FOREIGN_END.search(word) and word not in self.odd and not family
        return bool(proper and not known and not body)


def _is_of_no_school(word: str, after: str) -> bool:
    """Is a word a name though it ends as a university's does: 노승대 변호사, '김용대 나루대 교수'; no 조선대 교수."""
    formed = len(word) == 3 and word.endswith("대") and is_surname(word)
    schooled = _OF_SCHOOL.match(after) and after not in listed("voices", "faculties")
    return formed and bool(schooled or title_in(after) in listed("voices", "of_no_school"))


@lru_cache(maxsize=16_384)  # the same words come again and again
def title_in(word: str) -> str:
    """The title with which a word ends, the longest that there is."""
    titles = listed("voices", "titles")
    for length in range(min(len(word), 9), 1, -1):
        if word[-length:] in titles:
            return word[-length:]
    called = re.search(r"[가-힣)A-Z]씨$", word) and not word.endswith(_NO_CALLS)
    return word if word in _CALLS else "씨" if called else ""


def looks_like_name(word: str) -> bool:
    """Is a word made of a family name and two letters of which given names are made, and nothing that a list knows."""
    known = any(word in listed("voices", key) for key in ("roles", "titles", "countries", "bodies", "anybody"))
    return bool(re.fullmatch(r"[가-힣]{3}", word)) and is_formed(word) and not known


def is_surname(word: str) -> bool:
    surnames = listed("voices", "surnames")
    return word[:1] in surnames or (len(word) > 3 and word[:2] in surnames)
