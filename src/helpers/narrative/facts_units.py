"""Currencies and counters of Korean news, as regular expressions and tables."""

from __future__ import annotations

# Where the text does not say whose money it is (페소), the unit is the word itself.
CURRENCIES = {
    "홍콩달러": "HKD", "싱가포르달러": "SGD", "호주달러": "AUD", "캐나다달러": "CAD", "대만달러": "TWD",
    "미국달러": "USD", "미달러": "USD", "달러": "USD", "불": "USD", "유로화": "EUR", "유로": "EUR", "위안화": "CNY",
    "위안": "CNY", "엔화": "JPY", "엔": "JPY", "파운드": "GBP", "스위스프랑": "CHF", "프랑": "CHF", "루블": "RUB",
    "루피아": "IDR", "루피": "INR", "바트": "THB", "링깃": "MYR", "동": "VND", "리라": "TRY", "헤알": "BRL",
    "페소": "페소", "크로나": "SEK", "크로네": "크로네", "디르함": "AED", "리알": "리알", "원화": "KRW", "원": "KRW",
}  # fmt: skip
SIGNS = {"$": "USD", "＄": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "￦": "KRW"}
PERCENT = {
    "%": "%", "％": "%", "퍼센트": "%", "프로": "%", "%포인트": "%p", "%p": "%p", "%P": "%p", "퍼센트포인트": "%p",
}  # fmt: skip

# Counters after figures and Sino-Korean numerals; longer before shorter ones that begin alike.
HANGUL_UNITS = (
    "개국|개사|개소|개교|개|명|건|대|곳|사|가구|세대|마리|차례|회|번|종|편|척|채|톤|평|점|위|석|표|권|부|장|잔|병|벌|쌍|팀|살|세|"
    "포인트|주|그루|송이|켤레|자루|가지|군데|사람|갈래|배|도|층|쪽|페이지|킬로미터|킬로와트|킬로그램|킬로|미터|센티미터|"
    "그램|리터|헥타르|메가와트|기가와트|와트|바이트|승|패|골|타|언더파|기|문|발|통|필지|호|인|자리|단계|줄|끼|톨|판|"
    "세트|조각|건물|나라|기업|업체|회사|국가|부처|도시|나노미터|나노|화소|배럴"
)
LATIN_UNITS = (
    "kg|㎏|mg|㎎|km|㎞|cm|㎝|mm|㎜|nm|㎚|㎢|㎡|㎥|m²|㎾|kWh|kW|MWh|MW|GWh|GW|TWh|TB|GB|MB|Gbps|GHz|MHz|"
    "mAh|mL|ml|㎖|㎛|㏊|ha|dB|bp|TEU|CGT|DWT|GT|m|g|L|ℓ|℃|°C|t"
)
# Counters after native numerals: 세 곳.
NATIVE_UNITS = (
    "개국|개사|개|명|건|대|곳|가구|마리|차례|번|종|편|척|채|톤|팀|살|배|가지|군데|사람|갈래|쌍|벌|병|잔|장|권|그루|송이|"
    "켤레|자루|자리|단계|줄|끼|골|판|통|기업|업체|회사|나라|국가|도시|부처"
)
