"""How a Korean news sentence says that somebody says something: verbs, nouns, and the words for a source. Data."""

from __future__ import annotations

import re

# --- verbs -------------------------------------------------------------------------------------------------------
# stems that take 하다: 말했다, 말한, 말하고
_HADA = """
말 설명 강조 지적 주장 분석 평가 전망 진단 언급 반박 호소 토로 당부 비판 우려 촉구 요구 제안 예상 관측 판단 귀띔
고백 회상 소개 해명 일축 질타 선언 약속 다짐 발표 보도 인용 증언 진술 이야기 얘기 조언 경고 단언 확신 시사 역설
답 대답 항변 반문 반발 인정 시인 부인 기대 생각 자평 총평 회고 풀이 해석 추정 추산 논평 성토 격려 칭찬 감탄 탄식
한탄 푸념 하소연 통보 공지 안내 명시 규정 밝혀 부연 첨언 화답 분노 개탄 반색 자랑 위로 애도 사과 감사 인사 농담
항의 요청 공시 적시 판시 공언 지시 명령 주문 호평 혹평 경계 환영 규탄 결론 건의 권고 자신 장담 예고
"""
# the others: their dictionary form, and how they are written
_OTHERS = {
    "밝히다": r"밝(?:혔|힌|히|혀)",
    "전하다": r"전(?:했|한|하|해)",
    "덧붙이다": r"덧붙(?:였|인|이|여)",
    "내다보다": r"내다(?:봤|본|보)",
    "꼬집다": r"꼬집(?:었|은|어|고)",
    "꼽다": r"꼽(?:았|은|는|아|고|힌|혔)",
    "묻다": r"물(?:었|은|어)",
    "되묻다": r"되물(?:었|은|어)",
    "외치다": r"외(?:쳤|친|치)",
    "털어놓다": r"털어놓?(?:놨|놓았|놓은|놓)",
    "적다": r"적(?:었|은|고)",
    "쓰다": r"썼|쓴(?=\s)|쓰(?=[고며])",
    "남기다": r"남(?:겼|긴|기)",
    "부르다": r"불(?:렀|리|린|러)|부(?:르는|른|르)",
    "느끼다": r"느(?:꼈|낀|끼)",
    "입을 모으다": r"입을 모(?:았|은|으)",
    "운을 떼다": r"운을 (?:뗐|뗀|떼)",
    "말을 잇다": r"말을 이(?:었|은|어)",
    "목소리를 높이다": r"목소리를 높(?:였|인|이)",
    "선을 긋다": r"선을 그(?:었|은)",
    "혀를 차다": r"혀를 (?:찼|내둘)",
    "몰아붙이다": r"몰아붙(?:였|인|이)",
    "받아치다": r"받아(?:쳤|친|치)",
    "맞서다": r"맞(?:섰|선|서)",
    "따지다": r"따(?:졌|진|지)",
    "타이르다": r"타이(?:르|른|렀)|타일렀",
    "달래다": r"달(?:랬|랜|래)",
    "거들다": r"거(?:들|든)",
    "알리다": r"알(?:렸|린|리)",
    "귀띔하다": r"귀(?:띔|띰)(?:했|한|하)",
    "에두르다": r"에둘러",
    "올리다": r"올(?:렸|린|리)",
    "보다": r"보(?:는|고 있)|봤|본다",
    "하다": r"했(?=[다으지고던는습])|한(?=[다\s])|하(?=[는고며면자였])|합니다|해(?=[왔\s])",
}
_DO = r"(?:을|를)?\s?(?:하|했|한|해|할|합|됐|된|되|돼)"


def _one_of(words: str) -> str:
    return "|".join(words.split())


_VERB = re.compile(rf"(?<![가-힣])(?:(?P<stem>{_one_of(_HADA)}){_DO}|(?P<other>{'|'.join(_OTHERS.values())}))")
_WRITTEN = tuple((re.compile(form), lemma) for lemma, form in _OTHERS.items())


def verb_in(text: str) -> str | None:
    """The dictionary form of the first verb of saying in ``text``, None if there is none."""
    found = _VERB.search(text)
    if not found:
        return None
    if found["stem"]:
        return f"{found['stem']}하다"
    return next(lemma for pattern, lemma in _WRITTEN if pattern.match(text, found.start()))


def verb_at(text: str) -> int | None:
    """Where the first verb of saying in ``text`` begins."""
    found = _VERB.search(text)
    return found.start() if found else None


# --- nouns -------------------------------------------------------------------------------------------------------
_NOUNS = """
설명 지적 분석 평가 전망 주장 입장 의견 반응 목소리 관측 진단 말 얘기 이야기 후문 전언 우려 비판 해석 시각 견해
여론 불만 호소 생각 판단 예상 기대 조언 제언 당부 경고 해명 변명 항의 의혹 추측 관측 중론 지론 하소연 반론 반박
요구 요청 제안 답변 대답 질문 방침 계획 각오 구상 반발
"""
NOUNS = tuple(_NOUNS.split())
_NOUN = _one_of(_NOUNS)
# what somebody holds of himself: its owner is the topic of the sentence
OWN = frozenset(
    ["각오", "계획", "구상", "답변", "당부", "반응", "방침", "설명", "의견", "입장", "주장", "해명", "호소"]
)
# how a noun of saying goes on: 평가가 나온다, 목소리가 커지고 있다
_GOES_ON = """
나오 나온 나왔 많 커지 커졌 크 높 제기 일 있 지배적 우세 잇따 이어 쏟아 엇갈 들린 들려 들렸 고개 주를 힘을 대두
팽배 확산 퍼지 적지 나옵 커집 많습 높습 큽니
"""

SAID_AS = re.compile(rf"^\s?(?:이?라)?는\s+(?:\S+\s+){{0,2}}?(?P<noun>{_NOUN})(?![가-힣]{{3}})")
SAID_AMONG_OTHERS = re.compile(rf"^\s?등(?:의|이라는|\s)\s*(?:\S+\s+)?(?P<noun>{_NOUN})")
# '... 는 평가가 나온다', '... 라는 목소리가 커지고 있다', '... 는 평가다'
SAID_OF_NOBODY = re.compile(
    rf"[다라자냐](?:고 하)?는\s+(?P<noun>{_NOUN})"
    rf"(?:(?:이|가|도|까지|마저|은|는)\s+(?:\S+\s+){{0,4}}?(?:{_one_of(_GOES_ON)})"
    r"|이다|입니다|다|이었다|였다|[을를]\s+(?:내놓|내놨|받))"
)
# '... 라는 게 업계의 설명이다'
SAID_BY = re.compile(
    r"[다라자냐](?:고 하)?는\s+(?:게|것이|것은)\s+(?P<who>[^,.“”]{1,40}?)(?:의|들의|측의|쪽)?\s*"
    rf"(?P<noun>{_NOUN})(?:이다|다|이었다|였다)"
)

# --- a sentence that gives its words to its subject: '업계는 ... 로 분석한다' ---------------------------------------
_HOLDS = """
분석 평가 진단 전망 예상 관측 판단 해석 설명 주장 지적 강조 우려 비판 말 추정 추산 발표 인정 기대 보고 경고 당부
요구 촉구 제안 예고
"""
_TELLS = """
밝혔 밝힌 밝히 전했 덧붙였 내다봤 내다본 내다보 꼽는 꼽았 꼽은 꼽힌 봤 본다 보고\\s있 입을\\s모은 입을\\s모았 보는
"""
ATTRIBUTED = re.compile(
    rf"^.*(?:(?P<mark>[다라자냐]고|것으로|것이라고|으로|로|을|를)\s+(?:\S+\s+){{0,2}}?"
    rf"(?P<verb>(?:{_one_of(_HOLDS)})(?:하고 있|하기도 했|했|한|하)|{_one_of(_TELLS)})\S*"
    r"|(?P<that>[다라자냐]고)\s+(?:\S+\s)?"
    rf"(?P<said>(?:{_one_of(_HADA)})(?:하고 있|하기도 했|했|한|하)|했|한)(?:다|습니다))[.!?]?$"
)
# '기상청에 따르면', but not a rule or a plan that somebody follows
ACCORDING = re.compile(
    r"^(?P<who>[^“”\"‘’]{2,50}?)(?:의\s(?:말|설명|보도|발표|주장|전언|얘기|진술))?에(?:게)?\s따르면,?\s"
)
NO_SOURCE = re.compile(r"(?:법|법률|법안|규정|조례|시행령|계약|계약서|약관|기준|원칙|관례|계획|일정|순서|절차|지침)$")
_CIRCLES = """
업계 일각 시장 학계 전문가 전문가들 정치권 여권 야권 금융권 재계 누리꾼 안팎 당내 증권가 법조계 의료계 교육계 노동계
경제계 산업계 과학계 문화계 체육계 종교계 현장 온라인
"""
AMONG = re.compile(
    rf"^(?:\S+\s+){{0,4}}?(?P<who>(?:[^\s,]+\s){{0,2}}[^\s,]*(?:{_one_of(_CIRCLES)}|[가-힣]들))(?:\s사이)?"
    r"에(?:서[는도]?|선)\s"
)
STRONG_MARK = re.compile(r"(?:[다라자냐]고|것으로|것이라고)$")

# --- sources -----------------------------------------------------------------------------------------------------
_NOBODY = """
관계자 업계 전문가 일각 당국자 소식통 측근 익명 누리꾼 네티즌 목격자 제보자 내부자 애널리스트들 학계 정치권 재계
금융권 의료계 법조계 산업계 투자자들
"""
_ONE_OF_MANY = """
시민 주민 직원 교사 의사 학부모 상인 점주 이용자 참석자 임원 교수 변호사 연구원 간부 인사 공무원 소비자 농민
기업인 대표
"""
# what there are many of: without a name it says nobody
_ROLES = """
의원 교수 변호사 연구원 연구자 기자 선수 의사 간호사 판사 검사 코치 작가 간부 임원 직원 보좌관 공무원 교사 학생 환자
배우 가수 감독관 조사관 수사관 소방관 경찰관 외교관 기사 농민 어민 상인 주민 시민 주부 투자자 조합원 당원
"""
# what stands before such a role and is no name
_RANKS = """
중진 초선 재선 삼선 3선 다선 고위 중견 일선 현직 전직 현역 은퇴 여당 야당 친여 익명 담당 소속 핵심 동료 선배 후배
대학 병원 법원 검찰 경찰 국회 정부 대학병원 연구소 구청 시청 도청 군청 서울 수도권 지역 지방 현지 전문 젊은 베테랑
청와대 대통령실
"""
_MANY = """
시민 주민 직원 학생 학부모 상인 소비자 농민 팬 환자 이용자 노동자 참석자 경영진 연구진 주주 고객 관객 관광객
유족 가족 국민 응답자
"""
UNNAMED = re.compile(
    rf"{_one_of(_NOBODY)}|[A-Z]\s?(?:씨|군|양|사|의원|교수)|한\s\S*(?:{_one_of(_ONE_OF_MANY)})"
    rf"|(?:이|어느|다른|또 다른|해당|같은|그)\s\S*관계자|(?<![가-힣])(?:{_one_of(_MANY)})(?:들)?$|(?<!아)들$"
    r"|(?<![가-힣])[가-힣]모(?:\s?\(\d+\))?\s?(?:씨|군|양)|\d\s?(?:명|%|퍼센트)$|(?<!\S)(?:익명의|복수의|몇몇|여러|일부)\s"
)
# a person whom the words describe and do not name: 한 농업경제학자, 또 다른 연구자
SOMEBODY = re.compile(r"(?<!\S)(?:한|어느|어떤|또 다른|다른|모)\s+\S")
SOME_ROLE = re.compile(
    rf"^[가-힣]{{0,3}}(?:{_one_of(_ROLES)})$"
    rf"|(?:대|대학|병원|연구소|청|당|계|{_one_of(_RANKS)})\s(?:{_one_of(_ROLES)})$"
)
MARKETS = re.compile(r"^(?:\S*\s?(?:금융|증권|채권|외환|부동산|주식|자본|노동))?\s?시장$")
PRONOUN = re.compile(r"^(?:그|그녀|그들|이들|본인|자신)$")
PLURAL = re.compile(r"^(?:그들|이들)$")
BACK = re.compile(r"^(?:앞서의?|앞선|앞의|이|그|같은|해당|동|위)\s+(?=\S)")
_TITLES = """
교수 대표 의원 장관 차관 회장 부회장 사장 부사장 대통령 총리 위원장 원장 소장 센터장 팀장 부장 과장 실장 국장
본부장 연구원 연구위원 선임연구원 책임연구원 박사 변호사 의사 기자 감독 코치 선수 작가 시장 군수 지사 도지사
구청장 청장 총장 학장 이사장 이사 상무 전무 대변인 비서관 수석 애널리스트 씨 군 양 여사 스님 신부 목사 판사 검사
경감 소방장 행장 총재 의장 부의장 사무총장 최고경영자 CEO CTO CFO 창업자 설립자 관장 단장 이장 이코노미스트
"""
# what stands before a title as one word with it: 수석이코노미스트, 명예교수; 무역정책관, 산업연구실장
_GRADES = "수석 선임 책임 상근 상임 전임 명예 석좌 겸임 초빙 특임 대표 총괄 부"
_OFFICES = "정책관 심의관 기획관 국장 실장 본부장 팀장 과장 센터장"
TITLE = rf"(?:(?:{_one_of(_GRADES)})?(?:{_one_of(_TITLES)})|[가-힣]{{0,8}}(?:{_one_of(_OFFICES)}))"
PERSON = re.compile(rf"(?<=\s){TITLE}(?:\(\d+\))?$|^(?:그|그녀)$")
# how broadcasts print an interview: '[김하늘 / 호수대 교수 : 물이 줄었습니다.]'
ON_AIR = re.compile(r"^\[(?P<who>[^\[\]:/“”]{2,20}/[^\[\]:“”]{2,30}?)\s*:\s*(?=\S)")
