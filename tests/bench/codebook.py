"""How far the reference codebook's rules carry beyond its article: on invented sentences of other topics.

Who made them: the AI language model that also wrote the rules invented these sentences and coded each from the codes'
definitions alone, on 2026-11-23. FRESH was written after the rules were frozen and measured once; nothing was changed in
the rules to fit it. KNOWN was read while the rules were improved, so that its figure says only that they still hold.
    python tests/bench/codebook.py

No test: those who wrote the rules wrote the sentences, too. Measured then: FRESH alpha .67 (.50 to .81; the rules before: .40, .20 to .58).
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from helpers import tables
from helpers.documents import read_yaml
from helpers.narrative import agreement, code_sentences, parse_codebook
from helpers.tokenizing import tokenize

CODEBOOK = Path(__file__).parents[2] / "data/raw/accumulation/codebook.yml"
T, L, K, G = "talent_research", "long_term_investment", "crisis_lessons", "state_support"
B, W, V = "comeback", "lag_limits", "speed"
SUPPORTS, QUALIFIES, OPPOSES, CONTEXT = "supports", "qualifies", "opposes", "context"
Coded = list[tuple[str, dict[str, str]]]

FRESH: Coded = [
    ("이 화장품 회사는 직원의 4분의 1이 연구직이다.", {T: SUPPORTS}),
    ("웹툰 작가를 키우는 학원이 열 곳으로 늘었다.", {T: SUPPORTS}),
    ("원전 설계 기술은 지난 40년 동안 국내 연구진의 손에서 다듬어졌다.", {T: SUPPORTS}),
    ("숙련된 치즈 기술자를 확보한 것이 이 목장의 가장 큰 강점이다.", {T: SUPPORTS}),
    ("조종사들이 중국 항공사로 줄줄이 이직하고 있다.", {T: OPPOSES}),
    ("연구소는 핵심 인력의 이탈을 막는 데 성공했다.", {T: SUPPORTS}),
    ("이 나라의 강점은 오랫동안 쌓은 의료 데이터라고 보고서는 적었다.", {T: SUPPORTS}),
    ("국내 게임사는 신입 개발자를 뽑지 않고 있다.", {T: OPPOSES}),
    ("국부펀드는 2009년부터 이 항만의 지분을 꾸준히 늘려 왔다.", {L: SUPPORTS}),
    ("창업자 가문은 배당을 받지 않고 이익을 설비에 다시 투자했다.", {L: SUPPORTS}),
    ("정유사는 2016년 3조 원을 들여 새 공정을 지었다.", {L: SUPPORTS}),
    ("이 벤처투자사는 투자한 회사를 평균 11년 동안 보유한다.", {L: SUPPORTS}),
    ("투자자들은 일 년도 되지 않아 자금을 빼 갔다.", {L: OPPOSES}),
    ("외환위기 당시 부채를 줄인 기업들이 이번 고금리도 잘 견디고 있다.", {K: SUPPORTS}),
    ("메르스 이후 병원들은 음압병실을 늘렸다.", {K: SUPPORTS}),
    ("2011년 대정전을 계기로 전력 당국은 예비율을 높였다.", {K: SUPPORTS}),
    ("당시 업계는 유가 폭락으로 큰 어려움을 겪었다.", {K: CONTEXT}),
    ("정부는 면세점의 임차료를 여섯 달 동안 감면했다.", {G: SUPPORTS}),
    ("지방자치단체가 청년 농부에게 농지를 빌려주고 있다.", {G: SUPPORTS}),
    ("국토교통부는 지방 공항에 취항하는 항공사에 보조금을 준다.", {G: SUPPORTS}),
    ("정부의 세금 감면이 배터리 산업의 성장을 뒷받침했다.", {G: SUPPORTS}),
    ("관광 예산은 올해 한 푼도 배정되지 않았다.", {G: OPPOSES}),
    ("침체에 빠졌던 면세점 매출이 3분기 들어 늘어나기 시작했다.", {B: SUPPORTS}),
    ("국내 선사는 올해 세계 5위 자리를 되찾을 전망이다.", {B: SUPPORTS}),
    ("한국 웹툰은 일본 시장에서 매출 1위에 올랐다.", {B: SUPPORTS}),
    ("회사는 2년 만에 흑자로 전환했다.", {B: SUPPORTS}),
    ("오랜 침묵을 깨고 돌아온 작가의 신작이 서점가를 휩쓸고 있다.", {B: SUPPORTS}),
    ("신약 개발의 성과가 곧 나올 것으로 업계는 기대한다.", {B: SUPPORTS}),
    ("국내 우주 예산은 미국의 1%에 불과하다.", {W: QUALIFIES}),
    ("한국의 데이터센터 규모는 일본보다 훨씬 작다.", {W: QUALIFIES}),
    ("소형 위성 분야에서는 아직 선진국과 차이가 크다.", {W: QUALIFIES}),
    ("전문 인력이 턱없이 부족하다고 병원은 호소했다.", {W: QUALIFIES}),
    ("이 회사의 세계 시장 점유율은 3년 새 절반으로 떨어졌다.", {W: QUALIFIES}),
    ("국산 부품의 품질이 떨어진다는 것은 오해라고 회사는 밝혔다.", {W: SUPPORTS}),
    ("시장을 선점하려면 올해 안에 제품을 내놓아야 한다.", {V: OPPOSES}),
    ("경쟁사보다 한발 늦으면 고객을 모두 잃는다.", {V: OPPOSES}),
    ("업계에서는 신속한 규제 완화가 필요하다는 목소리가 나온다.", {V: OPPOSES}),
    ("회사는 단기 실적에 연연하지 않겠다고 했다.", {V: SUPPORTS}),
    ("전문가들은 성급한 상용화가 사고를 부를 수 있다고 지적한다.", {V: SUPPORTS}),
    ("속도보다 안전이 먼저라고 노조는 강조했다.", {V: SUPPORTS}),
    ("두 회사는 다음 달 본사를 합친다.", {}),
    ("웹툰 축제는 오는 토요일 부천에서 열린다.", {}),
    ("이 목장에는 젖소 백 마리가 있다.", {}),
    ("조종사 노조는 임금 협상을 시작했다.", {}),
    ("공항 3층에 새 식당이 들어섰다.", {}),
    ("면세점은 오후 8시에 문을 닫는다.", {}),
    ("환율은 소폭 올랐다.", {}),
    ("위원회는 보고서를 국회에 제출했다.", {}),
    ("주민들은 소음 때문에 잠을 이루지 못한다.", {}),
    ("작가는 독자와 만나 사진을 찍었다.", {}),
    ("법원은 회사에 과징금 3억 원을 물렸다.", {}),
    ("그 배는 어제 부산항을 떠났다.", {}),
]
KNOWN: Coded = [
    ("이 구단은 유망주를 열두 살부터 데려다 길러 낸다.", {T: SUPPORTS}),
    ("마을 사람들은 대를 이어 소금 굽는 솜씨를 지켜 왔다.", {T: SUPPORTS}),
    ("회사를 떠난 개발자만 서른 명이 넘는다.", {T: OPPOSES}),
    ("이 기업의 밑천은 반세기에 걸친 실패의 기록이다.", {T: SUPPORTS}),
    ("보험사는 1999년에 산 땅을 아직도 팔지 않고 있다.", {L: SUPPORTS}),
    ("벤처 자금 대부분은 십 년 이상 회수하지 않는 조건으로 들어왔다.", {L: SUPPORTS}),
    ("사스 때 병상이 모자랐던 경험이 이번 대처를 갈랐다.", {K: SUPPORTS}),
    ("지진을 겪고 나서야 건물의 기둥을 다시 세웠다.", {K: SUPPORTS}),
    ("나라에서 대 준 씨감자로 농가는 한 해를 버텼다.", {G: SUPPORTS}),
    ("시는 문 닫을 처지의 버스 회사에 운영비를 보탰다.", {G: SUPPORTS}),
    ("공공기관은 하청 업체의 사정을 돌보지 않았다.", {G: OPPOSES}),
    ("한물갔다던 엘피판이 세 해째 판매 기록을 새로 쓰고 있다.", {B: SUPPORTS}),
    ("내년이면 첫 열매를 볼 수 있을 것으로 보인다.", {B: SUPPORTS}),
    ("부상에서 돌아온 투수는 예전의 공을 되찾았다.", {B: SUPPORTS}),
    ("이 지역 대학은 신입생을 반도 채우지 못했다.", {W: QUALIFIES}),
    ("특허 건수로는 상대의 5분의 1 수준이다.", {W: QUALIFIES}),
    ("뒷심이 달린다는 평가는 옛말이 됐다.", {W: SUPPORTS}),
    ("하루라도 먼저 매장을 여는 쪽이 상권을 차지한다.", {V: OPPOSES}),
    ("회사는 조급하게 물건을 내놓다가 탈이 났던 일을 잊지 않는다.", {V: SUPPORTS}),
    ("경영진은 다음 분기 숫자에 목을 맨다.", {V: OPPOSES}),
    ("두 팀은 비를 맞으며 훈련했다.", {}),
    ("시청 앞 나무에 등이 달렸다.", {}),
    ("그 은행은 어제 새 카드를 내놓았다.", {}),
    ("회의장에는 기자들이 빼곡했다.", {}),
    ("선수들은 숙소에서 사흘을 쉬었다.", {}),
    ("이 나라의 조선소들은 용접공을 도제로 받아 이십 년씩 곁에 두었다.", {T: SUPPORTS}),
    ("도자기 마을의 힘은 할아버지 때부터 내려온 가마 다루는 법에 있다.", {T: SUPPORTS}),
    ("대학과 기업이 함께 세운 실험실에서 해마다 박사 서른 명이 나온다.", {T: SUPPORTS}),
    ("젊은 기술자들이 수도로 빠져나가면서 공단의 손맛은 옅어졌다.", {T: OPPOSES}),
    ("그 회사는 불황에도 연구원을 한 명도 내보내지 않았다.", {T: SUPPORTS, K: SUPPORTS}),
    ("연기금은 열다섯 해 동안 한 번도 팔지 않고 풍력 회사의 주식을 들고 있었다.", {L: SUPPORTS}),
    ("2011년 이 은행은 남들이 외면하던 배터리 회사에 400억 원을 넣었다.", {L: SUPPORTS}),
    ("가문의 재단은 당장의 배당보다 백 년 뒤의 숲을 보고 돈을 묻어 두었다.", {L: SUPPORTS, V: SUPPORTS}),
    ("외환위기 때 창고에 쌓인 재고로 혼이 난 회사는 그 뒤로 주문을 받고서야 물건을 만든다.", {K: SUPPORTS}),
    ("지난 침체기에 사람부터 자른 것이 실수였다고 경영진은 돌아본다.", {K: SUPPORTS}),
    ("이 도시는 1997년과 2008년 두 번의 금융위기를 고스란히 맞았다.", {K: CONTEXT}),
    ("대홍수를 겪은 뒤 마을은 제방을 두 배로 높였다.", {K: SUPPORTS}),
    ("중앙정부는 부실 은행의 빚을 떠안아 공장이 돌아가게 했다.", {G: SUPPORTS}),
    ("산업부는 영세한 금형 업체에 설비 값의 절반을 대 주었다.", {G: SUPPORTS}),
    ("국책은행이 대출 만기를 미뤄 준 덕에 조선사들은 숨을 돌렸다.", {G: SUPPORTS}),
    ("군청은 어민들의 기름값 하소연에 끝내 한 푼도 내놓지 않았다.", {G: OPPOSES}),
    ("잊혔던 흑백 필름이 올해 젊은 층 사이에서 다시 불티나게 팔린다.", {B: SUPPORTS}),
    ("꼴찌를 전전하던 팀이 후반기 들어 열 경기를 내리 이겼다.", {B: SUPPORTS}),
    ("여러 해 묵묵히 다듬은 로켓 엔진이 마침내 하늘로 솟았다.", {B: SUPPORTS}),
    ("몇 해 안에 이 지역 포도주가 세계 식탁에 오를 것이라는 기대가 크다.", {B: SUPPORTS}),
    ("이 나라의 인공위성은 이웃 나라보다 십 년은 늦었다.", {W: QUALIFIES}),
    ("국내 업체의 몫은 세계 시장의 2%에도 못 미친다.", {W: QUALIFIES}),
    ("한때 세계를 주름잡던 이 항구의 이름을 이제 기억하는 선주는 드물다.", {W: QUALIFIES}),
    ("이 병원에는 수술할 의사가 턱없이 모자란다.", {W: QUALIFIES}),
    ("우리 선수들이 체격에서 뒤진다는 말은 사실이 아니다.", {W: SUPPORTS}),
    ("먼저 특허를 내지 않으면 시장에서 살아남지 못한다.", {V: OPPOSES}),
    ("반년만 늦어도 고객을 빼앗긴다고 영업 담당자들은 입을 모은다.", {V: OPPOSES}),
    ("장인들은 서두르면 그릇이 터진다고 가르친다.", {V: SUPPORTS}),
    ("올해 안에 결과를 내놓으라는 이사회의 재촉이 거세다.", {V: OPPOSES}),
    ("이 감독은 눈앞의 승리에 매달리지 않고 어린 선수를 키웠다.", {V: SUPPORTS, T: SUPPORTS}),
    ("그 연구소가 삼십 년 모은 씨앗 자료는 누구도 흉내 내지 못한다.", {T: SUPPORTS}),
    ("숙련공들이 은퇴하면서 함께 사라진 기술을 되살릴 길이 없다.", {T: OPPOSES}),
    ("회사는 번 돈의 십 분의 일을 스무 해째 기초과학에 쓴다.", {L: SUPPORTS}),
    ("정부가 보증을 서 준 덕분에 작은 출판사들이 종이를 살 수 있었다.", {G: SUPPORTS}),
    ("오일쇼크를 지나며 이 회사는 기름을 덜 쓰는 차에 매달렸다.", {K: SUPPORTS}),
    ("한 해 예산이 이웃 도시의 십 분의 일도 안 되는 관현악단이다.", {W: QUALIFIES}),
    ("문 닫았던 탄광 마을에 관광객이 돌아오고 있다.", {B: SUPPORTS}),
    ("협회는 올해도 초등학생 바둑 교실을 열어 새싹을 키우고 있다.", {T: SUPPORTS}),
    ("이 회사는 2008년 문을 연 연구소에 지금까지 1조 원을 쏟아부었다.", {L: SUPPORTS}),
    ("젊은 목수를 찾기 어려워 한옥 공사가 밀린다.", {W: QUALIFIES}),
    ("시장은 오전에 전통 시장을 찾아 상인들과 악수했다.", {}),
    ("다음 회의는 3월 둘째 주에 열린다.", {}),
    ("이 건물은 지하 2층, 지상 9층 규모다.", {}),
    ("관객은 공연이 끝난 뒤에도 자리를 뜨지 않았다.", {}),
    ("두 회사는 상표권을 두고 법정에서 다투고 있다.", {}),
    ("비가 그치자 강물이 맑아졌다.", {}),
    ("새 버스 노선은 역과 병원을 잇는다.", {}),
    ("정부는 다음 달 국경일 행사를 간소하게 치른다.", {}),
    ("투자 사기로 돈을 잃은 사람들이 법원에 모였다.", {}),
    ("감독은 경기 뒤 심판의 판정을 문제 삼았다.", {}),
    ("그 배우는 어제 새 영화의 촬영을 마쳤다.", {}),
    ("배추 값이 한 달 전보다 20% 내렸다.", {}),
    ("기차는 시간표보다 십 분 늦게 도착했다.", {}),
    ("아이들은 운동장에서 빠르게 달렸다.", {}),
    ("은행 앞에는 새벽부터 줄이 길게 이어졌다.", {}),
    ("그는 젊은 시절 배를 타며 돈을 모았다.", {}),
    ("스승은 제자에게 칼 가는 법만 오 년을 가르쳤다.", {T: SUPPORTS}),
    ("이 방송사는 성우를 직접 뽑아 길러 온 유일한 곳이다.", {T: SUPPORTS}),
    ("반도체 강국의 비밀은 공장 뒤편의 조용한 연구실에 있었다.", {T: SUPPORTS}),
    ("외국계 회사들이 웃돈을 주고 설계 인력을 데려가고 있다.", {T: OPPOSES}),
    ("마지막 전수자가 세상을 뜨면서 그 춤사위를 아는 이가 없어졌다.", {T: OPPOSES}),
    ("간호사들이 병원에 오래 남도록 교육과 휴식을 보장했다.", {T: SUPPORTS}),
    ("이 팀의 저력은 유소년 때부터 손발을 맞춘 선수들에게서 나온다.", {T: SUPPORTS}),
    ("도서관은 반세기 동안 사투리 녹음을 차곡차곡 모아 왔다.", {T: SUPPORTS}),
    ("종합상사는 1980년대에 사 둔 광산 지분을 지금도 쥐고 있다.", {L: SUPPORTS}),
    ("재단은 성과를 묻지 않고 십 년 넘게 같은 실험실에 연구비를 댔다.", {L: SUPPORTS, V: SUPPORTS}),
    ("2014년 이 투자회사는 이름 없는 게임 회사의 주식 12%를 사들였다.", {L: SUPPORTS}),
    ("어부들은 번 돈을 나눠 갖는 대신 해마다 배를 고치는 데 썼다.", {L: SUPPORTS}),
    ("정기적금처럼 매달 조금씩 우주 사업에 자금을 넣어 온 셈이다.", {L: SUPPORTS}),
    ("큰불로 시장을 잃은 상인들은 그 뒤 점포마다 소화기를 들였다.", {K: SUPPORTS}),
    ("2003년 카드 사태를 겪으며 은행은 빚을 내주는 잣대를 바꿨다.", {K: SUPPORTS}),
    ("구조조정의 칼바람이 불던 때에도 조선소는 설계실만은 지켰다.", {K: SUPPORTS, T: SUPPORTS}),
    ("아버지 세대의 파산이 그에게는 가장 큰 가르침이었다.", {K: SUPPORTS}),
    ("마을은 지난 세기에 두 번이나 큰물에 잠겼다.", {K: CONTEXT}),
    ("서울시가 임대료를 반으로 깎아 주어 동네 책방들이 살아남았다.", {G: SUPPORTS}),
    ("농림부는 한파로 시든 채소를 제값에 사 주었다.", {G: SUPPORTS}),
    ("수출 보험을 정부가 대신 들어 주면서 중소기업의 걱정이 줄었다.", {G: SUPPORTS}),
    ("정부는 반도체 공장에 물과 전기를 대는 비용을 부담하기로 했다.", {G: SUPPORTS}),
    ("영화인들은 나라의 도움을 한 번도 받아 본 적이 없다고 했다.", {G: OPPOSES}),
    ("주인 없던 빈집들이 카페와 공방으로 하나둘 불을 밝히고 있다.", {B: SUPPORTS}),
    ("10년 만에 국제 대회 결승에 오른 여자 배구가 코트를 달구고 있다.", {B: SUPPORTS}),
    ("적자에 허덕이던 항공사가 상반기에 처음으로 이익을 냈다.", {B: SUPPORTS}),
    ("연구진은 내년 봄이면 신약이 환자에게 닿을 것으로 내다본다.", {B: SUPPORTS}),
    ("우리말 판소리가 유럽 무대에서 기립 박수를 끌어내고 있다.", {B: SUPPORTS}),
    ("국산 무인기는 아직 시험 비행에 머물러 있다.", {W: QUALIFIES}),
    ("이 도시의 버스는 노인 열 명 가운데 한 명도 태우지 못한다.", {W: QUALIFIES}),
    ("한국 수소차 충전소는 독일의 3분의 1에 그친다.", {W: QUALIFIES}),
    ("관심 밖으로 밀려난 탁구장은 하나둘 문을 닫았다.", {W: QUALIFIES}),
    ("이 분야의 국내 논문은 손에 꼽을 정도다.", {W: QUALIFIES}),
    ("돈이 없어서가 아니라 사람을 못 구해서 공장을 세웠다.", {W: QUALIFIES}),
    ("배터리 기술이 뒤졌다는 걱정은 기우였다.", {W: SUPPORTS}),
    ("누가 먼저 표준을 쥐느냐가 승부를 가른다.", {V: OPPOSES}),
    ("여섯 달 안에 시제품을 내지 못하면 계약은 날아간다.", {V: OPPOSES}),
    ("학교는 한 학기 성적보다 긴 호흡의 독서를 앞세운다.", {V: SUPPORTS}),
    ("이 치즈는 빨리 만들려 하면 반드시 맛이 변한다.", {V: SUPPORTS}),
    ("출시를 앞당기라는 압박에 밤샘이 이어졌다.", {V: OPPOSES}),
    ("선수는 경기가 끝난 뒤 관중석에 모자를 던졌다.", {}),
    ("법원은 다음 주 판결을 내린다.", {}),
    ("강변에는 자전거를 타는 시민이 많았다.", {}),
    ("두 후보는 토론회에서 세금 문제로 맞붙었다.", {}),
    ("도서관은 월요일마다 문을 닫는다.", {}),
    ("태풍이 지나간 하늘은 맑았다.", {}),
    ("그 가수는 새 노래를 오는 금요일에 내놓는다.", {}),
    ("시의회는 조례안을 본회의에 올렸다.", {}),
    ("딸기는 물에 오래 담그면 맛이 빠진다.", {}),
    ("경찰은 달아난 운전자를 뒤쫓고 있다.", {}),
    ("환자는 하루 세 번 약을 먹는다.", {}),
    ("회사는 본사를 부산으로 옮겼다.", {}),
    ("그는 땅을 팔아 빚을 갚았다.", {}),
    ("아이가 태어난 지 백 일이 됐다.", {}),
]


def _read(sentences: Coded) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The agreement of the rules with the reader, and the codes that only the rules gave."""
    book = parse_codebook(read_yaml(CODEBOOK).data)
    texts = tables.SENTENCES.make(
        {
            "article_id": "a",
            "sentence_id": n,
            "start": 0,
            "end": len(text),
            "text": text,
            "section": "body",
            "paragraph": n,
        }
        for n, (text, _) in enumerate(sentences, 1)
    )
    rules = code_sentences(texts, tokenize(texts, analyzer="kiwi"), book)
    reader = tables.CODINGS.make(
        {"article_id": "a", "sentence_id": n, "code": code, "stance": stance, "coder": "reader"}
        for n, (_, given) in enumerate(sentences, 1)
        for code, stance in given.items()
    )
    found = agreement(pd.concat([rules, reader]), texts, book, coder_a="rules", coder_b="reader", seed=1)
    wrong = found.disagreements[found.disagreements["value_b"] == "absent"]
    return found.alpha.set_index("scope"), wrong


def main() -> None:
    for name, sentences in (("FRESH", FRESH), ("KNOWN", KNOWN)):
        alpha, wrong = _read(sentences)
        for scope in ("codes", "stances"):
            row = alpha.loc[scope]
            print(f"{name} {scope:8} alpha {row['alpha']:.2f} ({row['ci_low']:.2f} to {row['ci_high']:.2f})")
        print(f"{name} codes that only the rules gave: {len(wrong)}")


if __name__ == "__main__":
    main()
