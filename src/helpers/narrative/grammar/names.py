"""Correct what Kiwi misreads in sentences of the news: names taken for verbs, 62%는, 지난 3일."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from helpers.lexicons import words
from helpers.narrative.grammar.apart import joined
from helpers.narrative.grammar.predicates import is_quoting
from helpers.narrative.grammar.words import Morpheme
from helpers.tokenizing.names import is_formed

_LIKE_VERB = re.compile(  # names that end as a verb does that modifies a noun: 김지은, 박해린
    r"[가-힣](?:[지정하가나다예재성경영주시소혜수민]은|[예하해혜채아유서효]린|[태혜다]인|[다가시라지]온)"
)

_OF_BODY = re.compile(r"(?:[시군구도당부청원회사국팀실측변댁씨님]|전자|건설|그룹|은행|신문|일보|방송)$")
_THREE = re.compile(r"[가-힣]{3}")


def with_names(morphemes: Iterable[Morpheme], text: str) -> list[Morpheme]:
    """The morphemes, with a noun for each word of a name that Kiwi read otherwise: 피터 다바로 (다/MAG 바로/MAG).

    Such a word has two letters or more, follows a name and stands before a noun: what looks like a particle at its end
    belongs to the name, if what follows is the subject.
    """
    eojeols = _eojeols(_mended(joined(_without_initials(morphemes), text)), text)
    found: list[Morpheme] = []
    for number, word in enumerate(eojeols):
        before, following = eojeols[number - 1] if number else [], eojeols[number + 1 : number + 4]
        if _is_korean_name(word, following, text):
            written = text[word[0].start : word[-1].end]
            found.append(Morpheme(word[0].start, word[-1].end, written, written, "NNP"))
        elif (
            _is_name_part(word, before, following, text)
            or _is_foreign_part(word, before, eojeols[number + 1 : number + 6], text)
            or _is_given_part(word, eojeols[number + 1 : number + 6], text)
            or _is_family_letter(word, before, eojeols[number + 1 : number + 5], text)
        ):
            written = text[word[0].start : word[-1].end]
            found.append(Morpheme(word[0].start, word[-1].end, written, written, "NAME"))
        elif _is_dated(word, before, following):  # '시장이 지난 3일': 지나다 has no subject here
            written = text[word[0].start : word[-1].end]
            found.append(Morpheme(word[0].start, word[-1].end, written, written, "MM"))
        elif [m.tag for m in word[:3]] in (["VA", "ETM", "NNG"], ["VA", "ETM", "NNP"]) and len(word[2].surface) > 1:
            written = text[word[0].start : word[2].end]  # 푸른은행, 맑은샘교회: names written in one
            found += [Morpheme(word[0].start, word[2].end, written, written, "NNP"), *word[3:]]
        else:
            found += word
    return found


def _without_initials(morphemes: Iterable[Morpheme]) -> list[Morpheme]:
    """Without the (B). of 한 비(B). 나루 교수: an initial in brackets, with its period, parts no name."""
    found: list[Morpheme] = []
    for here in morphemes:
        found.append(here)
        last = found[-6:]
        if [m.tag for m in last[1:5]] != ["SSO", "SL", "SSC", "SF"] or len(last) < 6:
            continue
        if last[0].is_noun and here.is_noun and len(last[2].surface) == 1 and last[0].end == last[1].start:
            del found[-5:-1]
    return found


def _is_dated(word: list[Morpheme], before: list[Morpheme], following: list[list[Morpheme]]) -> bool:
    """Do 지난 or 오는 stand before a time that they date? Not where the time is their subject: '한 달이 지난 3일'."""
    if len(word) != 2 or word[1].tag != "ETM" or word[0].lemma not in ("지나다", "오다") or not following:
        return False
    passed = any(m.tag == "NNB" or m.surface in words("grammar", "periods") for m in before)
    after = following[0][0]
    return after.tag == "SN" or after.surface in words("grammar", "periods") if not passed else False


def _mended(morphemes: Iterable[Morpheme]) -> list[Morpheme]:
    """Outside of quotation marks 한다 and 고 are joined to one ending; the 는 of 62%는 becomes a particle."""
    found: list[Morpheme] = []
    for here in morphemes:
        last = found[-1] if found else None
        if last and here.tag == "JKQ" and last.tag == "EF" and here.start == last.end:
            joined = last.surface + here.surface
            found[-1] = Morpheme(last.start, here.end, joined, joined, "EC")
        elif last and last.tag == "SW" and here.tag == "VV" and here.surface in ("는", "은") and here.start == last.end:
            found.append(Morpheme(here.start, here.end, here.surface, here.surface, "JX"))
        elif last and last.tag == "VCP" and here.tag == "ETM" and here.surface == "는" and len(found) > 1:
            _join_name(found)  # 한손이는: the copula has no such form
            found.append(Morpheme(here.start, here.end, here.surface, here.surface, "JX"))
        elif last and last.tag == "EC" and last.lemma.endswith("야") and here.surface == "하지만":  # 늘려야 하지만
            found.append(Morpheme(here.start, here.start + 1, "하", "하다", "VX"))
            found.append(Morpheme(here.start + 1, here.end, "지만", "지만", "EC"))
        elif last and last.is_noun and here.tag == "VV" and here.surface == "보" and here.start == last.end:
            found.append(Morpheme(here.start, here.end, "보", "보", "XSN"))  # 사무차장보는
        elif last and last.tag == "XSN" and last.surface == "보" and here.tag == "ETM" and here.surface == "는":
            found.append(Morpheme(here.start, here.end, here.surface, here.surface, "JX"))
        elif last and last.tag == "JX" and here.tag == "VX" and len(found) > 1 and is_quoting(found[-2]):
            found.append(here._replace(tag="VV"))  # 미뤄질 것이라고도 본다
        elif last and last.tag == "JX" and here.start < last.end:
            continue  # what was left of the verb that 62%는 was taken for
        else:
            found.append(here)
    return found


def _join_name(found: list[Morpheme]) -> None:
    """Make one name of the 이 at the end and the nouns that it is joined to."""
    last = found.pop()
    start, written = last.start, last.surface
    while found and found[-1].end == start and found[-1].is_noun:
        start, written = found[-1].start, found[-1].surface + written
        found.pop()
    found.append(Morpheme(start, last.end, written, written, "NNP"))


def _is_korean_name(word: list[Morpheme], following: list[list[Morpheme]], text: str) -> bool:
    """김달래 시장 (달래다), 김지은 한강대 교수 (짓다): a family name and two letters that were read as a verb."""
    if len(word) < 2 or not following:
        return False
    written = text[word[0].start : word[-1].end]
    if not _THREE.fullmatch(written):
        return False
    if _is_before_subject(word, following, text) and is_formed(written):
        return True
    if _is_torn_name(word) and is_formed(written) and _comes_title(following, text):
        return True
    if word[0].end - word[0].start != 1 and not (word[0].tag == "NNP" and word[1].tag == "VCP"):  # 강미란: 강미/NNP 란
        return False
    if word[0].tag[0] not in "NMIX" or written[0] not in words("voices", "surnames") or word[-1].tag[0] == "J":
        return False
    if word[-1].tag == "ETM" and word[1].tag != "VCP" and not _LIKE_VERB.fullmatch(written):
        return False
    if word[-1].tag == "EC" and word[-1].lemma not in ("어", "아", "지", "나", "라"):
        return False
    titles = words("voices", "titles")
    said = [part for other in following for part in re.split("[·ㆍ]", text[other[0].start : other[-1].end])]
    return any(
        re.sub(r"(?:은|는|이|가|도|께서|의|을|를|에게)$", "", other)[-n:] in titles for other in said for n in (2, 3, 4)
    )


def _is_torn_name(word: list[Morpheme]) -> bool:
    """장화/NNP 탁/MAG, 고/MM 영환/NNG, 이/JKS 기문/NNG, and 박/NNP 범/NNG 인/VCP: no words, but not 주범/NNG 인/VCP."""
    tags = [m.tag for m in word]
    if tags[:2] in (["MM", "NNG"], ["JKS", "NNG"]) and [m.end - m.start for m in word[:2]] == [1, 2]:
        return True
    if tags[-2:] == ["VCP", "ETM"]:
        return len(word) == 4 and all(m.end - m.start == 1 for m in word[:2])
    return len(word) == 2 and tags[0] == "NNP" and tags[1] in ("MAG", "IC", "MM", "VV", "VA", "EF", "EC")


def _is_before_subject(word: list[Morpheme], following: list[list[Morpheme]], text: str) -> bool:
    """The 윤서도 of '윤서도 하늘대 교수는', the 박선의 of '박선의 하늘연대 대표는': no particle."""
    cut = word[-1].tag == "JX" and word[-1].surface in ("도", "만") and word[0].surface not in _places()
    letters = len(word) == 3 and all(m.end - m.start == 1 for m in word)  # but not 김천의 or 시장의
    cut = cut or (letters and word[0].tag == "NNP" and word[-1].tag == "JKG")
    pieces = all(m.tag in ("NNG", "NNP", "JX", "JKG") or (m.tag == "NP" and m.surface == "이") for m in word)
    single = word[0].end - word[0].start == 1 or word[0].tag == "NNP"
    titled = next((other for other in following if other[-1].tag[0] == "J"), None)
    subject = titled is not None and titled[-1].tag in ("JX", "JKS") and titled[-1].surface in ("은", "는", "이", "가")
    return cut and pieces and single and subject and _comes_title(following, text)


def _eojeols(morphemes: Iterable[Morpheme], text: str) -> list[list[Morpheme]]:
    listed: list[list[Morpheme]] = []
    for morpheme in morphemes:
        if listed and not text[listed[-1][-1].end : morpheme.start].strip() and morpheme.start <= listed[-1][-1].end:
            listed[-1].append(morpheme)
        else:
            listed.append([morpheme])
    return listed


def _is_name_part(word: list[Morpheme], before: list[Morpheme], following: list[list[Morpheme]], text: str) -> bool:
    after = following[0] if following else []
    written = text[word[0].start : word[-1].end]
    if not written.isalpha() or not "가" <= written[0] <= "힣" or not 2 <= len(written) <= 6 or not before or not after:
        return False
    if not (len(before) == 1 and before[0].tag in ("NNP", "NAME") and len(before[0].surface) != 3):
        return False
    if not (after[0].tag in ("NNG", "NNP", "NR") and word[-1].tag not in ("JKG", "JC")):
        return False
    odd = all(m.tag in ("MAG", "MM", "IC", "UN", "NNG", "NNP", "XPN", "XSN") for m in word) and len(word) > 1
    odd = odd and any(m.tag in ("MAG", "MM", "IC") for m in word)
    # '카레이도 하늘대 교수는': the particle stands within what would be one name with its office
    glued = word[0].tag == "NNP" and len(word) == 2 and word[1].tag == "JX" and word[1].surface == "도"
    glued = glued and any(m.tag in ("JKS", "JX") for other in following for m in other[1:])
    return odd or glued


def _is_foreign_part(word: list[Morpheme], before: list[Morpheme], following: list[list[Morpheme]], text: str) -> bool:
    """The 마리니 (마리/NNG 니/VCP) of '프레디 마리니 하늘부 차관은': a verb between a bare name and a title."""
    if len(word) < 2 or word[-1].tag not in ("EC", "EF"):
        return False
    written = text[word[0].start : word[-1].end]
    if not re.fullmatch(r"[가-힣]{2,5}", written):
        return False
    if [m.tag for m in before] != ["NNP"] or len(before[0].surface) < 2 or before[0].surface in _places():
        return False
    return _comes_title(following, text)


def _is_given_part(word: list[Morpheme], following: list[list[Morpheme]], text: str) -> bool:
    """The 신시아 (신시/NNP 아/NNG) of '신시아 스미스 하늘부 대변인은': torn, before a family name and a title."""
    written = text[word[0].start : word[-1].end]
    if not re.fullmatch(r"[가-힣]{2,5}", written) or len(word) < 2 or word[0].tag not in ("NNP", "IC"):
        return False
    torn = all(m.end - m.start == 1 and m.tag in ("NNG", "NNB", "VCP", "EC", "EF") for m in word[1:])
    if not torn or _OF_BODY.search(written) or not following:
        return False
    family = following[0]
    foreign = [m.tag for m in family] == ["NNP"] and len(family[0].surface) > 1 and family[0].surface not in _places()
    return foreign and _comes_title(following[1:], text)


def _is_family_letter(word: list[Morpheme], before: list[Morpheme], following: list[list[Morpheme]], text: str) -> bool:
    """The 박 of '그레이스 박 하늘대 교수는', which a dictionary takes for a counter."""
    if len(word) != 1 or word[0].tag == "NNP" or word[0].tag[0] not in "NM" or len(word[0].surface) != 1:
        return False
    given = [m.tag for m in before] == ["NNP"] and len(before[0].surface) > 2 and before[0].surface not in _places()
    surname = word[0].surface in words("voices", "surnames") and given and not _OF_BODY.search(before[0].surface)
    return surname and _comes_title(following, text)


def _comes_title(following: list[list[Morpheme]], text: str) -> bool:
    """Do nouns follow up to a title, the first with a particle being that."""
    for other in following:
        bare = [m for m in takewhile(lambda m: m.tag != "SP", other) if m.tag[0] != "J" and m.tag != "SO"]
        if not all(m.is_noun for m in bare) or not bare:
            return False
        said = text[bare[0].start : bare[-1].end]
        if any(said[-n:] in words("voices", "titles") for n in (2, 3, 4)):
            return True
        if any(m.tag[0] == "J" for m in other):
            return False
    return False


def _places() -> frozenset[str]:
    return words("voices", "countries") | words("voices", "firms") | words("voices", "districts")
