"""What hides a name, or says no more than some, many or the one before: A씨, 김모씨, 한 주민, 상인들, 이 회사, 나."""

from __future__ import annotations

import re

from helpers.lexicons import words as listed
from helpers.narrative.voices.speakers.naming import title_in

_SURNAMES = "".join(name for name in listed("voices", "surnames") if len(name) == 1 and name != "가")
_ANONYMOUS = re.compile(
    rf"(?<![A-Za-z])[A-Z]\s?(?:\(\d+\))?\s?(?:씨|군|양|사|의원|교수|변호사|교사|대표|업체|대학|병원|고)(?![가-힣])|(?<![가-힣])[{_SURNAMES}]모(?:\s?\(\d+\))?\s?(?:씨|군|양|(?=$|\s))"
    r"|(?<!\S)(?:익명의|익명을|복수의|몇몇|여러|일부|다수의?|대다수|많은)\s|^[A-Z]$|\d\s?(?:명|%|퍼센트)$|[○◯△□]"
)
_ONCE = r"(?:번|때|편|차례|곳|가지|달|해|날|순간|마디|줄|시간)(?:$|[\s은는도])"  # '한 번', which is nobody
SOME = re.compile(rf"^(?:한|어느|어떤|또 다른|다른|모|각각의|수많은)\s+(?!{_ONCE})\S|\s(?:한|어느|어떤|또 다른|모)\s\S")
_ROLE_LETTER = re.compile(r"(?<![가-힣])(?P<role>[가-힣]{2,8})\s(?P<letter>[A-Z])$")
MANY = re.compile(r"(?<!아)들$")
_NOBODY = re.compile(r"(?:관계자|당국자|소식통|측근|누리꾼|네티즌|목격자|제보자|내부자)")
_LETTER = re.compile(
    rf"(?<![A-Za-z가-힣])(?P<letter>[A-Z]|[{_SURNAMES}]모)(?:\s?(?P<called>씨|군|양)|(?:\s[가-힣]{{2,8}})?\s?(?P<title>[가-힣]{{2,5}}))$"
)
WITHIN = ("내", "내부", "안팎", "일각", "사이", "주변")  # '나라 안팎', '시 내부': somebody of many
BACK = re.compile(r"^(?:앞서의?|앞선|앞의|이|그|같은|해당|동|위)\s+(?=\S)")
I = re.compile(r"^(?:나|저|필자|기자|우리|저희)$")  # noqa: E741


def is_anonymous(phrase: str) -> bool:
    """Does a noun phrase hide a name: A씨, 김모씨, 복수의 간부, 시 관계자."""
    last = phrase.split()[-1] if phrase.split() else ""
    return bool(_ANONYMOUS.search(phrase) or _NOBODY.search(last))


def letter_of(phrase: str) -> str | None:
    """The letter or family name by which a person without a name is called: A of 'A 과장', 'A씨'; 김모."""
    called = _LETTER.search(phrase)
    title = (called and called["title"]) or ""
    if called and (called["called"] or title_in(title) or title in listed("voices", "ranks")):
        return called["letter"]
    behind = _ROLE_LETTER.search(phrase)  # 피해자 D, but not 비타민 D
    known = behind and (behind["role"] in listed("voices", "roles") or title_in(behind["role"]))
    return behind["letter"] if behind and known else None
