"""What stands under a picture: known by whose picture it is, at its end, before a date, or in brackets after it."""

from __future__ import annotations

import re

from helpers.cleaning.habits import habits, squeeze
from helpers.cleaning.outlet_names import is_agency, is_known

_CAPTION_END = re.compile(
    r"(?:[\[(〈<【]\s?(?:사진|자료|그래픽|이미지|출처|제공|일러스트|영상)[^\[\]()]{0,40}[\])〉>】]|[\[(〈<【](?!\s?(?:포토|영상|카드|사진|현장)\s?뉴스)[^\[\]()]{0,30}(?:제공(?:\s?=\s?[가-힣A-Za-z0-9]{2,10})?|캡처|캡쳐|갈무리|자료사진|출처|뉴스1?|일보|신문|(?<=[가-힣A-Za-z])포토|DB)[\])〉>】]"
    r"|(?:사진|출처|자료|그래픽|이미지)\s?[=:ㅣ|]\s?\S.{0,30}|[./]\s?(?:사진|자료)\s?=[^./]{2,48}(?:캡처|캡쳐|갈무리|제공)|/?\s?(?:사진\s?제공|사진출처|자료사진|게티이미지뱅크|게티이미지|클립아트코리아|셔터스톡|픽사베이|홈페이지\s?캡처|캡처|갈무리))\s?\|?\s*\Z"
)
_PHOTO_BY = re.compile(
    r"(?:[가-힣]{2,4}\s?(?:선임|전문|인턴)?\s?기자|[가-힣A-Za-z·/]{1,20}\s?제공|공동취재사진|사진공동취재단|[가-힣]{2,12}(?:사진|공동|통신)?(?:기자단|취재단)|EPA\s?연합뉴스|AP\s?연합뉴스)\.?\s?\|?\s*\Z"
)
# whose picture it is, after what it shows: '걷고 있다. /하늘통신', '안내판. ⓒ 김하늘 기자', '다리 모습. 나루시 제공'
_SHOWN_BY = re.compile(
    r"(?:(?:있다|있는 모습|모습|장면|전경|[가-힣]{2})[.]?\s?/\s?(?!.{0,12}기자)[가-힣A-Za-z0-9]{2,12}(?:\sDB)?"
    r"|(?:있다|모습|장면|전경)[.]?\s?/\s?[가-힣]{2,4}\s?기자|[ⓒ©]\s?[가-힣A-Za-z0-9][가-힣A-Za-z0-9 ]{1,19}"
    r"|\.\s[가-힣A-Za-z○·]{2,15}\s?제공|(?<![다요])\.\s[가-힣]{2,12}\s?\([A-Z]{2,8}\)\.?)\s*\Z"
)
# after a full stop, who gave it: '걷고 있다. 멀리 나루교가 보인다. 나루강보존재단 제공'
_GIVEN_BY = re.compile(r"[가-힣][.]\s[가-힣A-Za-z○·]{2,20}(?:\s[가-힣A-Za-z]{2,10})?\s제공[.]?\s*\Z")
_MOST_GIVEN = 4  # sentences of a caption that somebody gave
# one sentence that points at somebody on the picture: '박하늘 시장(맨 앞)이 숲길을 걷고 있다.'
_POINTED = re.compile(
    r"[가-힣]\s?\((?:(?:사진|맨|가장|앞줄|뒷줄)\s?)?(?:왼쪽|오른쪽|가운데|앞|뒤|위|아래|왼편|오른편)(?:에서|부터|줄|쪽|\s|\))"
)
_SEEN = re.compile(r"(?:[고어아]\s있(?:다|는\s모습)|[는인한된던]\s모습)[.]?\s*\Z")
# what is seen, where, and more of it, before whose picture it is: 장이 선 모습(왼쪽). 값은 올랐다. (사진=하늘통신)
_SEEN_FIRST = re.compile(
    r"[^.?!]{6,160}[는인한된던의]\s모습\s?(?:\((?:왼쪽|오른쪽|가운데|위|아래|앞|뒤)[^()]{0,12}\))?\.\s.*"
    r"[(\[](?:사진\s?[=:ㅣ|]?[^()\[\]]{1,40}|[^()\[\]]{2,30}\s제공(?:\s?=\s?[가-힣A-Za-z0-9]{2,10})?)[)\]]\s*\Z"
)
# what is seen on a day, more of it, and an agency: 물레가 3일 나루시에서 돌고 있다. 물레는 셋이다. 하늘통신
_SEEN_ON = re.compile(
    r"(?:[^?!.]|\.(?=\d)){0,160}\d{1,2}일(?:\([^()]{2,8}\))?\s[^.?!]{4,160}[고어아려여워져]\s있다\.\s(?:[^?!.]|\.(?=\d)){8,160}다\.\s([가-힣A-Za-z0-9]{2,8})\s*\Z"
)
_STROKE = re.compile(r"(?:모습|장면|전경|사진|현장|포스터|[가-힣]다[.]?|[가-힣]요[.]?)\s?\|\s*\Z")  # 나루항 전경 |
_SHOWS = re.compile(r"(?:있(?:다|는\s모습)|[는인한된던]\s모습)[.]\s*\Z")
_TOLD = re.compile(r"[▶◀]\s?[가-힣]{2,5}\s?[:：]\s")  # who says it: '▶박하늘 : 네.'
# what is seen, and whose picture it is after a stop: '숲길을 걷고 있다. 사진 나루 필름'
_SEEN_BY = re.compile(
    r"(?:[고어아]\s있(?:다|는\s모습)|모습|장면|전경|현장)[.]?\s사진\s?"
    r"(?![은는이가을를의에과와도]\s)[가-힣A-Za-z0-9][가-힣A-Za-z0-9 ·&/]{1,23}(?<![다요])\Z"
)
_NAMED_AFTER = re.compile(
    r"(?<![다요])[.]\s(?:([^\s.]{2,10})\s)?([^\s.]{2,10})\Z"
)  # '나루교 전경. 하늘통신', '강물통신 하늘통신'
# after a stop, the place and the agency: '걷고 있다. 물이 불었다. 나루=하늘통신'
_PLACED_AFTER = re.compile(
    r"[가-힣)”’\"'][.]\s[가-힣]{2,8}\s?=\s?(?:[가-힣A-Za-z0-9]{2,8}\s)?([가-힣A-Za-z0-9]{2,10})\s*\Z"
)
# after a stop or a stroke, whose pages show it: '숲길을 걷는 박하늘 시장/박하늘 시장 페이스북'
_POSTED_BY = re.compile(
    r"(?:[가-힣)”’\"']\s?/|(?<![다요])[.])\s?[가-힣A-Za-z][^/.?!]{0,23}\s(?:페이스북|인스타그램|유튜브|트위터|틱톡|블로그|홈페이지|SNS)"
    r"(?:\s(?:계정|영상|화면))?(?:\s?(?:캡처|캡쳐|갈무리))?\s*\Z"
)
_TOLD_OF = re.compile(
    r"[가-힣](?:[는던]|[했였었났갔왔]던)\s[가-힣]{2,4}\s?(?:[가-힣]{1,6}\s)?기자\.?\s*\Z"
)  # 소식을 전하던 김하늘 기자.
_RIGHTS = re.compile(r"copyright|저작권|무단|배포", re.IGNORECASE)
# when it was taken and whose it is, after any number of sentences: '걷고 있다. 2027.3.4/나루통신 ⓒ 김하늘 기자'
_DATED_BY = re.compile(
    r"(?<!\d)20\d\d\s?[.-]\s?\d{1,2}\s?[.-]\s?\d{1,2}\.?\s?(?:/|[ⓒ©]|[가-힣]{2,4}\s?기자|[A-Za-z0-9._+-]{3,40}@)[^?!\n]{0,40}\Z"
)
_PICTURES = re.compile(r"(?:다|요|음|모습|장면|사진|전경|이미지|포스터|현장)[.]?\s")
_LONGEST, _LONGEST_DATED, _SHORT = 260, 400, 60
# an agency's place and name in brackets: [나루=하늘통신], and no (사진=나루시)
PLACED = (
    r"[(\[【](?!\s?(?:사진|자료|출처|그래픽|이미지|영상|제공))"
    r"(?![^()\[\]=\n]{1,18}\s(?:제공|자료)\s?=)[가-힣·ㆍ\s]{1,20}[=〓][^()\[\]\n]{2,24}[)\]】]"
)
# an agency's caption, from that to its notice: [나루=하늘통신] 걷고 있다. (사진 = 나루시) photo@… *재판매 및 DB 금지
_AGENCY = re.compile(
    rf"{PLACED}(?P<shown>(?:(?!{PLACED})[^\n]){{4,320}}?)"
    r"(?:@[A-Za-z0-9.-]{4,60}\s{0,3}[*＊]?|[*＊])\s?재판매\s?(?:및|,)?\s?DB\s?(?:및\s)?금지"
)
_ENDED = re.compile(r"[가-힣][.?!][\"”’')\]]{0,2}(?=\s|\Z)")
_CREDIT_WITHIN = re.compile(
    r"(?<=[가-힣.])\s?(?:[\[(【<](?:사진|자료|그래픽|출처)\s?[=:/ㅣ|]\s?[^\[\]()\n]{1,24}[\])】>]"
    r"|(?:(?P<sign>[/ⓒ©]|사진\s?[=:])\s?|(?<=있다\.)\s|(?<=모습\.)\s)(?P<name>[가-힣A-Za-z0-9]{2,40}))\s?(?=[가-힣“‘\"]|\s)(?!\s?(?:제공|캡처|캡쳐|갈무리|자료|DB))"
)
# what a stock picture says: 기사와 관련 없는 자료 사진 / 나루엔터
_UNRELATED = re.compile(
    r"(?:기사|본문)\s?(?:내용)?[과와]\s?(?:(?:직접\s?)?(?:관련|관계|상관)(?:이)?\s?없|는\s?무관|\s?무관)"
)
_UNRELATED_LAST = re.compile(
    r"사진은\s(?:이\s)?(?:기사|본문)[^.?!]{0,20}(?:무관|관련이?\s없|상관이?\s없)[^.?!]{0,6}\.?\s*\Z"
)
# the same and who gave it, the body glued to it: 서 있는 모습. 사진은 기사 내용과 무관. 나루시 제공6일 오전 …
_GIVEN_WITHIN = re.compile(
    r"(?<=(?:있다|모습|장면|전경|무관)\.)\s?(?:(?:사진은\s)?[^.?!\n]{2,20}무관(?:하다|함|합니다)?\.\s?)?"
    r"[가-힣A-Za-z·]{2,12}(?:\s[가-힣]{2,8})?\s제공\.?\s?(?=[\d“‘\"(]|[가-힣](?<![하받되한할함해]))"
)
# all of it in brackets, whose picture it is at the end: [서 있다. (사진=하늘통신)]조합은 …
_BRACKETED = re.compile(
    r"\s?\[[^\[\]\n]{10,280}[(<](?:사진|자료)\s?(?:제공|출처)?\s?[=:/ㅣ|]\s?[^()\[\]<>\n]{1,24}[)>]\s?\.?\]\s?"
)
# what was said or will be ends the body, even with whose picture it is behind it: …할 예정이다. 사진=나루시
_TOLD_BEFORE = re.compile(
    r"(?:말했|밝혔|전했|덧붙였|설명했|강조했|예정이|계획이|전망이|방침이|예상된)다\.\s?"
    r"(?=[(\[]?사진\s?[=:]\s?[가-힣A-Za-z0-9·/ ]{2,20}[)\]]?\s*\Z|([^\s.]{2,10})\s*\Z)"
)
_PLAINLY = re.compile(r"(?<!있)[다요][.]?\s?\Z")  # a sentence of the body before whose picture it is
_LEAST_BODY = 40  # characters
_MOST_SHOWN = 2  # sentences of a caption


def is_caption(core: str, size: int, sentences: int, *, plain: bool) -> bool:
    """Is a line of ``size`` characters and so many sentences a caption; ``plain``: it ends as a sentence does."""
    core = _bare(core)
    tail = core[-60:]
    if size <= _LONGEST and sentences <= _MOST_GIVEN and _UNRELATED_LAST.search(core[-40:]):
        return True
    if size <= _LONGEST and sentences <= 1 and ("기사" in core or "본문" in core) and _UNRELATED.search(core):
        return True
    if size <= _LONGEST_DATED and not plain and _DATED_BY.search(tail):
        return True
    if sentences <= _MOST_GIVEN and size <= _LONGEST and _SEEN_FIRST.match(core):
        return True
    on = _SEEN_ON.match(core) if 2 <= sentences <= _MOST_GIVEN and size <= _LONGEST else None
    if on and is_agency(on[1]):
        return True
    if _GIVEN_BY.search(tail) and sentences <= _MOST_GIVEN and size <= _LONGEST:
        return True
    if sentences <= 1 and size <= _LONGEST and _POINTED.search(core) and _SEEN.search(tail):
        return True
    if _STROKE.search(tail) and sentences <= _MOST_SHOWN and size <= _LONGEST:
        return True
    if sentences <= 1 and size <= _LONGEST and _SEEN_BY.search(tail):
        return True
    named = _NAMED_AFTER.search(core) if not sentences or size <= _SHORT else None
    if named and size <= _SHORT and squeeze(named[2]) in habits().outlets and (not named[1] or is_known(named[1])):
        return True
    if sentences <= 1 and size <= _LONGEST and _POSTED_BY.search(tail):
        return True
    placed = _PLACED_AFTER.search(tail) if sentences <= _MOST_GIVEN and size <= _LONGEST else None
    if placed and is_known(placed[1]):
        return True
    credit = None if _TOLD_OF.search(tail) else _PHOTO_BY.search(tail)
    shown = sentences - bool(credit and credit.group().rstrip().endswith("."))
    if size > _LONGEST or (shown >= 2 and size >= 80):
        return False
    if _CAPTION_END.search(tail):
        return shown <= 3
    shown_by = _SHOWN_BY.search(tail)
    if shown_by and shown <= 1 and len(core) - len(shown_by.group()) >= _fewest(shown_by) and not _RIGHTS.search(core):
        return True
    if core[:1] in "▲△▼◀▶" and shown <= 2 and not _TOLD.match(core):
        return not plain or (shown == 1 and bool(credit))
    name = re.search(r"(?:^|[\s./=·])([^\s./=·]{2,10})\s?\|?\Z", tail)
    credited = bool(name and squeeze(name[1]) in habits().outlets) or bool(credit)
    if name and _SHOWS.search(core[: -len(name.group())]) and is_known(name[1]):
        return True  # 새 배가 서 있다. 나루통신
    return credited and size >= 14 and bool(_PICTURES.search(core[-90:]))


def agency_captions(text: str) -> list[tuple[int, int]]:
    """Spans of captions as agencies print them, wherever they stand on a line, their mail and notice with them."""
    if "재판매" not in text:
        return []
    return [found.span() for found in _AGENCY.finditer(text) if len(_ENDED.findall(found["shown"])) <= _MOST_SHOWN]


def end_of_told(text: str) -> int:
    """Where a sentence ends that tells what was said, with only whose picture it is behind it; 0 where none does."""
    at = max(len(text) - _SHORT, 0)
    if text.rstrip().endswith((".", "?", "!")) or "다." not in text[at:]:
        return 0
    found = _TOLD_BEFORE.search(text, at)
    named = found is not None and (found[1] is None or squeeze(found[1]) in habits().outlets)
    return found.end() if found and named else 0


def end_of_credit(text: str) -> int:
    """Where a caption ends that shares its line with the body behind it; 0 where none begins the line.

    '새 배가 서 있다. [사진=나루통신]조합은 …': whose picture it is stands in brackets or behind a sign or 있다.
    """
    bracketed = _BRACKETED.match(text)
    if bracketed and len(text) - bracketed.end() >= _LEAST_BODY:
        return bracketed.end()
    given = _GIVEN_WITHIN.search(text, 0, _LONGEST_DATED) if "제공" in text[:_LONGEST_DATED] else None
    if given and len(text) - given.end() >= _LEAST_BODY and len(_ENDED.findall(text[: given.end()])) <= _MOST_GIVEN:
        return given.end()
    for found in _CREDIT_WITHIN.finditer(text, 0, _LONGEST):
        end = _end_of_name(text, found)
        if end and len(_ENDED.findall(text[: found.start() + 2])) <= 1 and len(text) - end >= _LEAST_BODY:
            return end
    return 0


def _end_of_name(text: str, found: re.Match[str]) -> int:
    """Where the name of an outlet behind a sign or 있다 ends, a space or none before the body; 0 where it is none."""
    name, sign = found["name"], found["sign"] or ""
    if name is None:
        return found.end()
    if sign.startswith("사진") and _PLAINLY.search(text, 0, found.start()):
        return 0
    listed = habits().outlet_names.match(text, found.start("name"))
    if listed and found["sign"] and text[listed.end() :][:1].strip():
        return listed.end()
    spaced = text[found.end("name") :][:1] == " "
    return found.end() if spaced and is_known(name) else 0


def _fewest(shown_by: re.Match[str]) -> int:
    """The fewest characters that show something: a word and a stop before a credit are enough (참나무. 나루시 제공)."""
    return 2 if shown_by.group().startswith(".") else 4


def ends_in_credit(core: str) -> bool:
    """Does a line end with words that say whose picture it is."""
    return _CAPTION_END.search(_bare(core)[-60:]) is not None


def _bare(core: str) -> str:
    """A line without the brackets around all of it, where its credit has brackets within them."""
    return core[1:-1].strip() if core.startswith("[") and core.endswith((")]", ">]")) else core
