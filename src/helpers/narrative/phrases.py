"""Find the noun phrase that a Korean clause has for its subject or topic, without an analyzer.

Decided by particles and by the sound before them: 는 after a consonant belongs to a verb (받는), after a vowel it may
be a topic (목사는).
"""

from __future__ import annotations

import re
from itertools import pairwise

from helpers.narrative.saying import BACK, MARKETS, NOUNS, TITLE, UNNAMED

_PARTICLE = re.compile(r"^(?P<noun>.+?)(?:께서는|께서|에서는|에서도|에서|측은|은|는|이|가|도)$")
_TITLE = re.compile(rf"{TITLE}$")
_TITLED = re.compile(rf"^{TITLE}(?:은|는|이|가|도|께서|께서는)?$")
SOME = ("쪽", "측", "사람", "사람들", "이들")  # whom the verb before them describes: 반대하는 쪽
_SURNAME = re.compile(
    r"^[나피태탁김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명"
    r"기반왕금옥육인맹제모][가-힣]{1,2}$"
)
# names that end as a verb does that modifies a noun: 김지은, 박해린
_NAME_LIKE_VERB = re.compile(
    r"^[가-힣](?:[지정하가나다예재성경영주시소혜수민]은|[예하해혜채아유서효]린|[태혜다]인|[다가시라지]온)$"
)
_INSTITUTION = re.compile(r"(?:[대위청당처국부회팀]|소방서|연구소)$")
# words that end a noun phrase on its left: verbs that modify it, adverbs, what carries another particle
_ADNOMINAL = re.compile(
    r"[가-힣](?:한|된|던|하는|되는|있는|없는|이는|리는|치는|지는|가는|오는|려는|았던|었던|온|낸|긴|린|인|친|킨|난|른|본|쓴"
    r"|맡은|받은|찾은|만난)$"
)
_NOUNS_LIKE_VERBS = re.compile(
    r"(?:[북남]한|대한|신한|유한|무한|시한|권한|제한|기한|한국인|외국인|개인|군인|노인|부인|법인|본인|상인|연예인|정치인|기업인"
    r"|언론인|(?:평론|비평|활동|운동|소설|전문|건축|사진|기업|사업|정치|음악|번역|연구|역사|작)가|라인|온라인|디자인|코인|회원|직원|의원|위원|임원|공무원|연구원)$"
)
# what ends like a subject and is none: verbs that modify a noun, other particles before 은/는, adverbs
_NO_SUBJECT = re.compile(
    r"(?:[한인된진간온난는였었았했겠있없같이렸봤왔켰렀쳤졌]다|[이하]라|[하되]자|[느이으]냐|하|되|있|없|않|시키)는$"
    r"|(?:보|[가-힣]으|달|[아어해가오])라는$"
    r"|(?:에|에게|으로|와|과|까지|부터|라고|다고|지만|면서)(?:는|도)$|[가-힣]기(?:는|도|가)$"
    r"|[많높낮좋깊넓젊늙짧밝맑얇굵붉옳싫받찾맡얻먹읽죽닮맺겪쌓넣낳놓잃앓뽑묶않앉믿묻쏟뜯꼽좁꺾웃씻벗솟같]은$"
    r"|^(?:[작검담적막찍접심업녹속감참숨남]은|이는|이도|이가|이제는|지금은|오늘은|올해는|최근에?는|현재는|당시는|이번에?는"
    r"|여기는|것은|것이|점은|점이|때는|경우는|우선은|사실은|또는|또한)$"
)
_BREAK = re.compile(
    r"(?:[,;:]|에게|에서|에|와의|과의|[다라]고|[하되이었았했]고|며|면서|지만|[아어해여]서|도록|대해|관련|따르면|부터|까지|보다|처럼"
    r"|만큼)$"
)
_LIKE_PARTICLES = re.compile(
    r"(?:도로|경로|진로|대로|기로|미로|선로|통로|항로|활로|회로|피로|을지로|종로|[가-힣]+대로)$"
)
_BYLINE = re.compile(r"^(?:\([^()]*=[^()]*\))?.{0,30}?(?:기자|특파원)\s*=\s*")
_OPENING = re.compile(
    r"^(?:다만,?|하지만|그러나|그런데|그리고|또(?!\s다른)|또한|한편|이어|이에|이날|그러면서|특히|반면|실제로|앞서"
    r"|이와 관련해|당시|최근|결국|따라서|그러자|반대로"
    r"|지난\s?\S+|오는\s?\S+|(?:\d{1,2}월\s)?\d{1,2}일|올해|작년|전날|오늘|어제)\s+"
)


def breaks_off(text: str) -> bool:
    """Does ``text`` end with what no noun phrase ends with: a comma, 에, 에서, 며 ..."""
    return bool(_BREAK.search(text))


def subject_of(text: str) -> str | None:
    """The subject or topic that ends the text before a quotation, or stands in it: '서울대 김 교수는 이날'."""
    words = _BYLINE.sub("", text).split()
    candidates = [n for n, word in enumerate(words) if _is_subject(words, n)]
    if (
        len(words) > 1 and len(words) - 1 not in candidates and _modifies(words[-1])
    ):  # the clause before it modifies what follows
        candidates = [n for n in candidates if words[n].endswith(("은", "는")) and n < len(words) - 1]
    topics = [n for n in candidates if words[n].endswith(("은", "는", "도", "께서"))]
    for number in (*reversed(topics), *reversed(candidates)):
        phrase = _phrase(words, number)
        if phrase:
            return phrase
    return None


def _is_subject(words: list[str], number: int) -> bool:
    word = words[number].rstrip(",")
    if not (found := _PARTICLE.match(word)) or _NO_SUBJECT.search(word):
        return False
    if word == "물은" and number and re.search(r"(?:에게|한테|께|[을를])$", words[number - 1]):
        return False  # 묻다, and no water: '승객에게 물은 결과'
    if re.search(r"에서(?:는|도)?$", word):
        return bool(UNNAMED.search(found["noun"]) or MARKETS.match(found["noun"]))
    if not _sounds(word):
        return False
    following = words[number + 1] if number + 1 < len(words) else ""
    part_of_name = _SURNAME.match(word) and _TITLED.match(following.rstrip(","))
    return not part_of_name and found["noun"] not in NOUNS


def _sounds(word: str) -> bool:
    """Does a particle fit the sound before it: 받는 is a verb, 최 목사는 a topic."""
    if len(word) < 2 or not "가" <= word[-2] <= "힣":
        return len(word) > 1
    closed = (ord(word[-2]) - 0xAC00) % 28 > 0
    return not ((word[-1] in "는가" and closed) or (word[-1] in "은이" and not closed))


def _phrase(words: list[str], number: int) -> str:
    """The noun phrase that the word ``number`` ends, without its particle."""
    last = words[number].rstrip(",")
    if re.search(r"[가-힣]측은$", last):
        last = last[:-1]
    else:
        last = re.sub(r"(?:께서는|께서|에서는|에서도|에서|은|는|이|가|도)$", "", last)
    first = number
    while first > 0 and number - first < 7 and not _ends_before(words, first - 1):
        first -= 1
    if first == number > 0 and last in SOME and words[number - 1].endswith(("는", "은", "한", "던")):
        first -= 1
    if words[max(first - 2, 0) : first] == ["익명을", "요구한"]:
        first -= 2
    phrase = " ".join([*words[first:number], last]).lstrip(", ")
    while (shorter := _OPENING.sub("", phrase)) != phrase and shorter:
        if BACK.match(phrase) and "관계자" in phrase:
            break
        phrase = shorter
    for opening, closing in ("()", "[]", "‘’", "“”"):
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.strip(opening + closing + " ")
    return phrase.strip("'\" ")


def _ends_before(words: list[str], number: int) -> bool:
    """Does the noun phrase begin after this word."""
    word, following = words[number], words[number + 1] if number + 1 < len(words) else ""
    if (
        _SURNAME.match(word)
        and not word.endswith("는")
        and _TITLE.search(re.sub(r"(?:은|는|이|가|도)$", "", following))
    ):
        return False
    if word in ("한", "이", "그", "또", "다른", "앞서의", "같은", "해당", "익명의", "전", "현"):
        return False
    if _NOUNS_LIKE_VERBS.search(word) or (_SURNAME.match(word) and _NAME_LIKE_VERB.match(word)):
        return False
    if word in ("중", "가운데") and number and re.search(r"\d\s?명$", words[number - 1]):
        return False
    if word in ("결과", "듯", "채", "뒤", "후", "때", "중", "동안", "가운데", "직후", "직전"):
        return True
    if number and _closes_on_n(word) and _has_case(words[number - 1]):
        return True
    if len(word) > 1 and (_BREAK.search(word) or _is_object(word)):
        return True
    topic = len(word) > 1 and word.endswith(("은", "는"))
    return bool(topic or _ADNOMINAL.search(word) or (len(word) > 2 and word.endswith(("이", "가", "도"))))


def _modifies(word: str) -> bool:
    """Is the last word before a quotation a verb that modifies it: '표본이 작은 “예비 연구”'."""
    return bool(_ADNOMINAL.search(word) or re.search(r"(?:작은|큰|높은|낮은|많은|좋은|없는|있는)$", word))


def _closes_on_n(word: str) -> bool:
    """Does the word end as a verb does that modifies a noun: with a final ㄴ."""
    return "가" <= word[-1] <= "힣" and (ord(word[-1]) - 0xAC00) % 28 == 4


def _has_case(word: str) -> bool:
    """Does the word carry a particle after which a verb follows: 을, 를, 에, 에서, (으)로 ..."""
    return len(word) > 1 and (_is_object(word) or bool(re.search(r"(?:에|에서|에게|와|과)$", word)))


def has_name(phrase: str) -> bool:
    """Does the phrase hold a person's name before a title: '다른 당의 유보람 의원', but not '한 서울 의원'."""
    words = re.sub(r"\([^()]*\)", "", phrase).split()
    before = any(_is_name(name) and _TITLED.match(title) for name, title in pairwise(words))
    before |= any(_is_name(name) and _TITLE.search(title) for title, name in pairwise(words))
    return before or (len(words) > 2 and _is_name(words[0]))


def _is_name(word: str) -> bool:
    return len(word) == 3 and bool(_SURNAME.match(word)) and not _INSTITUTION.search(word)


def _is_object(word: str) -> bool:
    """Does the word carry 을, 를, 로 or 으로, by the sound before it: 마을 does not, 물을 does."""
    final = (ord(word[-2]) - 0xAC00) % 28 if "가" <= word[-2] <= "힣" else -1
    if word.endswith(("을", "를")):
        return final < 0 or (final > 0) == word.endswith("을")
    return word.endswith("로") and (final in (-1, 0, 8) or word.endswith("으로")) and not _LIKE_PARTICLES.search(word)


def is_short_for(short: str, long: str) -> bool:
    """'김 교수' for '김철수 한국대 교수', '민씨' for '민서린(34)씨'; not '김 사장' for '김철수 부사장'."""
    if glued := re.fullmatch(r"([가-힣])씨", short):  # 민씨, for 민서린(34)씨
        return bool(re.search(rf"(?<![가-힣]){glued[1]}[가-힣]{{1,3}}(?:\(\d+\))?\s?씨$", long))
    words, full = short.split(), long.split()
    if len(words) != 2 or len(full) < 2 or not _TITLE.search(words[1]):
        return False
    if not full[-1].endswith(words[1]) or full[-1] == f"부{words[1]}":
        return False
    return len(words[0]) == 1 and any(_SURNAME.match(word) and word.startswith(words[0]) for word in full)
