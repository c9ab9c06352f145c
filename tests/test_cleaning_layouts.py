"""Invented pages in the layouts of many kinds of site: what is kept, what is dropped, what is refused.

A page is written line by line with its answer in front: ``K`` kept, ``D`` dropped, ``T`` the title, ``?`` either.
"""

from __future__ import annotations

import pytest

from helpers.cleaning import NoArticle, RawText, clean
from helpers.cleaning.page import read_page

LAYOUTS = {
    "local newspaper with a content system's menus": """
D|본문 바로가기
D|로그인
D|회원가입
D|2031년 03월 14일 (금)
D|전체메뉴 버튼
D|
D|홈 사회 사건/사고
T|새솔시, 하천 산책로 가로등 300개 바꾼다
?|기자명 한가람 기자   승인 2031.03.13 17:20   댓글 0
D|바로가기 복사하기 본문 글씨 줄이기 본문 글씨 키우기
D|SNS 기사보내기
K|새솔천 산책로에 설치된 낡은 가로등. 사진=새솔시
K|새솔시가 하천 산책로의 낡은 가로등 300개를 올해 안에 모두 바꾸기로 했다.
D|
K|시는 12일 이 같은 내용의 야간 보행 안전 대책을 내놓고 사업비 4억 원을 추가경정예산에 반영했다고 밝혔다.
D|
K|주민들은 그동안 어두운 구간이 많아 밤길이 불안하다는 민원을 여러 차례 냈다.
D|
?|한가람 기자 garam@example.co.kr
D|저작권자 © 새솔신문 무단전재 및 재배포 금지
D|관련기사
D|새솔시, 자전거 도로 안전 점검
D|"밤길이 무섭다" 주민 민원 줄이어
D|한가람 기자 다른기사 보기
D|댓글삭제
D|삭제한 댓글은 다시 복구할 수 없습니다.
D|그래도 삭제하시겠습니까?
""",
    "portal article page": """
D|본문 바로가기
D|NAVER
D|뉴스
D|연예
D|스포츠
D|날씨
D|프리미엄
D|언론사별
D|정치
D|경제
D|사회
D|
D|구독
T|“버스가 안 와요” 외딴섬 마을의 하루
D|입력2032.05.30. 오후 1:27
D|수정2032.05.30. 오후 3:02
D| 기사원문
D|윤하늘 기자
D|추천
D|댓글12
D|본문 요약봇
D|텍스트 음성 변환 서비스 사용하기
D|글자 크기 변경하기
D|SNS 보내기
D|인쇄하기
K|[서울=바다통신] 윤하늘 기자 = 하루 두 번 다니던 마을버스가 지난달 끊겼다. 섬 주민들은 병원에 가려고 새벽 배를 탄다.
D|
K|주민 김아무개 씨는 “버스가 안 오니 장도 못 본다”고 말했다.
D|
K|군청은 새 운전기사를 구하는 대로 운행을 다시 시작하겠다고 했다.
D|
?|윤하늘 기자 haneul@example.com
D|Copyright ⓒ 바다통신. All rights reserved. 무단 전재 및 재배포 금지.
D|이 기사는 언론사에서 사회 섹션으로 분류했습니다.
D|기사 추천은 24시간 내 50회까지 참여할 수 있습니다.
D|쏠쏠정보0
D|흥미진진0
D|공감백배0
D|바다통신 언론사가 직접 선정한 이슈
D|이슈 섬마을
D|"배도 끊기면 어쩌나" 겨울 앞둔 섬
D|바다통신 헤드라인
""",
    "an article about comments and likes": """
T|댓글 창 닫는 포털…“좋아요 숫자도 감춘다”
D|
D|입력 2030.11.02 09:00  수정 2030.11.02 11:30
D|
D|좋아요 12
D|
K|국내 한 포털이 기사 댓글 서비스를 내년 3월 끝내기로 했다. 로그인한 회원만 쓰던 댓글은 보관함으로 옮겨진다.
D|
K|이 포털은 2일 “좋아요와 공감 숫자가 여론을 비틀 수 있다는 지적을 받아들였다”고 밝혔다.
D|
K|댓글을 신고한 이용자는 지난해 120만 명이었다. 신고 사유는 욕설이 가장 많았다.
D|
K|구독과 알림 기능은 그대로 둔다.
D|
K|전문가들은 댓글을 없애는 것만으로는 혐오 표현이 줄지 않는다고 지적한다.
D|
D|좋아요 0
D|슬퍼요 1
D|댓글 3
D|많이 본 뉴스
D|1
D|아이돌 그룹, 새 앨범 발표
""",
    "a market report full of names and figures": """
T|코스피, 외국인 매도에 하락…비트코인은 반등
D|김이삭 기자
D|입력 : 2029-08-01 16:10:33
D|가
D|가
K|코스피가 외국인의 매도에 밀려 하락 마감했다. 1일 코스피는 전날보다 12.40포인트(0.45%) 내린 2,741.12에 거래를 마쳤다.
K|코스닥은 3.11포인트 오른 812.40으로 마감했다.
K|◆ 반도체 약세
K|시가총액 상위 종목에서는 반도체가 약세를 보였다. 이더리움과 리플 등 주요 코인은 오후 들어 낙폭을 줄였다.
K|비트코인은 오후 4시 현재 1억 3,299만 원으로 2.1% 올랐다.
D|<저작권자 ⓒ 샛별경제, 무단 전재 및 재배포 금지>
D|실시간 암호화폐 시세
D|비트코인
D|132,991,000
D|-1.98%
D|이더리움
D|4,620,000
D|-3.19%
""",
    "obituaries as a list of triangles": """
T|[부고] 한결일보 이도담 기자 부친상
D|입력 2030-02-11 10:22
D|
K|▲이정한 씨 별세, 이도담(한결일보 기자) 부친상=10일 오후 3시, 한결병원 장례식장 2호실, 발인 12일 오전 7시, ☎ 02-000-0000
K|▲박서연 씨 별세, 김준(누리대 교수) 모친상=10일 오전 1시, 누리병원 장례식장 5호실, 발인 12일 오전 9시, ☎ 02-000-0001
D|
D|ⓒ 한결일보 무단전재 및 재배포 금지
""",
    "a broadcast script": """
T|[단독] 새 다리 난간 '흔들'…두 달째 방치
D|2033.01.09. 오후 07:51
D|글자 크기 설정
D|인쇄하기
K|[앵커]
K|지난해 가을 개통한 다리의 난간이 손으로 밀어도 흔들립니다.
K|시는 두 달 전에 알고도 고치지 않았습니다.
K|이슬기 기자가 다녀왔습니다.
K|[기자]
K|난간을 밀자 기둥이 좌우로 움직입니다.
K|볼트가 빠진 자리가 그대로 드러나 있습니다.
K|[주민 : 애들이 자주 지나다니는데 큰일 나지 않을까 걱정돼요.]
K|시청 담당자는 다음 달까지 모두 고치겠다고 밝혔습니다.
?|누리방송 이슬기입니다.
D|영상취재 : 최바다
D|영상편집 : 강산
D|※ '당신의 제보가 뉴스가 됩니다'
D|[카카오톡] 누리방송 검색해 채널 추가
D|[전화] 02-000-0000
""",
    "a box of related headlines inside the article": """
T|바닷물 온도 2도 오르자 미역이 사라졌다
D|등록 :2034.07.06 20:11
D|
K|남해안 미역 양식장이 텅 비었다. 바닷물 온도가 평년보다 2도 높아지면서 어린 미역이 모두 녹아내렸기 때문이다.
D|
K|어민들은 종자를 세 번이나 다시 붙였지만 결과는 같았다고 말했다.
D|
D|관련기사
D|"김도 안 자란다" 어민 한숨
D|수온 상승에 양식장 이전 검토
D|
K|국립수산연구소는 10월 수온이 20도 아래로 내려가야 종자가 산다고 설명했다.
D|
K|연구소는 더위에 강한 품종을 3년 안에 보급할 계획이다. 어민 단체는 그때까지 버틸 지원금을 요구하고 있다.
D|
?|나루 기자 naru@example.kr
""",
    "an interview in questions and answers": """
T|“실패한 실험이 저를 키웠죠”
D|2031-10-10 06:00
K|올해 젊은 과학자상을 받은 정다온 박사를 지난 5일 연구실에서 만났다. 그는 웃으며 말문을 열었다.
K|―수상 소감은.
K|“믿기지 않는다. 동료들과 나눠야 할 상이라고 생각한다.”
K|―가장 힘들었던 때는.
K|“첫 3년이다. 실험이 한 번도 성공하지 않았다. 그래도 기록은 하루도 빼놓지 않았다.”
K|―앞으로의 계획은.
K|“학생들이 마음껏 실패할 수 있는 연구실을 만들고 싶다.”
D|무단전재 및 재배포 금지
D|댓글 0
D|로그인 후 댓글을 쓸 수 있습니다.
""",
    "an article with a list of points": """
T|겨울철 난로 안전하게 쓰는 법
D|승인 2030.12.01 08:00
K|겨울이 되면 난로 때문에 나는 불이 크게 늘어난다. 소방본부는 다음 다섯 가지를 꼭 지켜 달라고 당부했다.
K|1. 난로 둘레 1m 안에는 물건을 두지 않는다.
K|2. 잠들기 전에는 반드시 끈다.
K|3. 기름을 넣을 때는 불을 먼저 끈다.
K|소방본부는 지난해 난로 화재가 412건이었다고 밝혔다.
D|저작권자 © 누리소식 무단전재 및 재배포 금지
""",
    "a column with its writer on top": """
T|[아침을 열며] 느린 우체통이 가르쳐 준 것
D|정나래 시인
D|
K|동네 어귀에 느린 우체통이 생겼다. 편지를 넣으면 일 년 뒤에 배달된다고 한다.
D|
K|나는 처음에 그런 우체통이 무슨 쓸모가 있을까 생각했다. 그런데 지난주에 일 년 전의 내가 보낸 편지를 받았다.
D|
K|편지에는 그때의 걱정이 빼곡했다. 걱정은 대부분 일어나지 않았다.
D|
D|<정나래 시인>
D|* 외부 필진의 글은 본지의 편집 방향과 다를 수 있습니다.
""",
    "one sentence of breaking news": """
T|[속보] 동해 먼바다 규모 5.1 지진…“피해 신고 없어”
D|입력 2032-04-03 02:11
D|기사 공유
D|글자크기
K|기상청은 3일 오전 1시 58분께 동해 먼바다에서 규모 5.1의 지진이 났다고 밝혔다.
D|ⓒ 누리통신 무단전재 및 재배포 금지
""",
    "cards of other articles in full sentences after the end": """
T|산골 도서관에 불 켠 청년들
D|2030.06.15 07:00 입력
K|산골 마을의 폐교가 도서관으로 다시 태어났다. 도시에서 내려온 청년 여섯 명이 반년 동안 벽을 칠하고 책장을 짰다.
K|책은 전국에서 보내왔다. 문을 연 첫날 주민 백여 명이 찾았다.
K|청년들은 도서관에서 밤마다 작은 음악회를 열 계획이다.
D|관련기사
D|“폐교를 주민 품으로”…교육청, 임대료 낮춘다
D|강 건너 마을의 교육청이 폐교 임대료를 절반으로 낮추기로 했다. 주민이 직접 운영하면...
D|https://news.example.com/article/1002
D|마을버스 끊긴 산골에 택시 바우처
D|마을버스가 다니지 않는 산골 마을에 택시 이용권이 나온다. 군은 올해 안에...
D|https://news.example.com/article/1003
""",
    "a masthead with today's date and a list of dates below": """
D|2035년 09월 22일 (토)
D|한빛신문
D|정치 경제 사회 문화 스포츠
T|옛 철길 따라 걷는 숲길 6km 열린다
D|- 강한별 기자
D|- 등록 2035-09-20 14:05:11
D|
K|쓰지 않는 철길이 숲길로 바뀌었다. 한빛시는 20일 옛 철길 6km 구간을 산책로로 꾸며 시민에게 연다고 밝혔다.
D|
K|길에는 나무 3천 그루를 심었다. 쉼터는 1km마다 하나씩 놓였다.
D|
D|최신기사
D|시립미술관, 야간 개장 늘린다
D|2035-09-21 10:00
D|하천 정비 공사 마무리
D|2035-09-21 09:12
D|장학생 50명 모집
D|2035-09-20 18:40
""",
    "shares bullets and figures in the body": """
T|주민 절반 “새 역 이름 바꾸자”
D|기사입력 : 2031년 05월 06일 13시 20분
K|새로 생기는 역의 이름을 두고 주민 의견이 갈렸다. 시가 주민 1천 명에게 물은 결과는 다음과 같다.
K|▷바꿔야 한다 51% ▷그대로 둬야 한다 38% ▷모르겠다 11%
K|시는 6월에 공청회를 열어 이름을 정할 예정이다.
D|[ⓒ 한별일보, 무단 전재-재배포 금지]
""",
    "a script that the page prints a second time in one line": """
D|기사 본문 영역
D|상세페이지
T|밤하늘 가득한 별…산골 천문대의 겨울
D|입력 2036.01.01 (06:52) 수정 2036.01.01 (07:54) 아침뉴스 1부
D|자동재생
D|동영상영역 시작
D|동영상영역 끝
K|<앵커 멘트>
D|
K|산골 천문대에 겨울밤마다 가족 손님이 몰리고 있습니다.
D|
K|별빛 가득한 밤을 나루 기자가 돌아봤습니다.
D|
K|<리포트>
D|
K|하늘을 가득 메운 별들..
D|
K|<녹취> "별이 쏟아질 것 같아요."
D|
K|망원경 앞에는 긴 줄이 늘어섰습니다.
D|
K|<인터뷰> 김솔(관람객) : "아이가 토성 고리를 처음 봤어요. 눈을 떼지 못하더라고요."
D|
K|천문대는 3월까지 밤 11시까지 문을 엽니다.
D|
?|누리뉴스 나루입니다.
D|
D|■ 제보하기
D|▷ 카카오톡 : '누리제보' 검색, 채널 추가
D|▷ 전화 : 02-000-1234, 4444
D|▷ 이메일 : nuri@example.kr
D|▷ 유튜브, 네이버, 카카오에서도 누리뉴스를 구독해주세요!
D|
D|
D|  • 밤하늘 가득한 별…산골 천문대의 겨울
D|    • 입력 2036-01-01 06:52:11
D|    아침뉴스 1부
D|<앵커 멘트> 산골 천문대에 겨울밤마다 가족 손님이 몰리고 있습니다. 별빛 가득한 밤을 나루 기자가 돌아봤습니다. <리포트> 하늘을 가득 메운 별들.. <녹취> "별이 쏟아질 것 같아요." 망원경 앞에는 긴 줄이 늘어섰습니다. <인터뷰> 김솔(관람객) : "아이가 토성 고리를 처음 봤어요. 눈을 떼지 못하더라고요." 천문대는 3월까지 밤 11시까지 문을 엽니다. 누리뉴스 나루입니다.
""",
    "a title printed twice under a breadcrumb": """
T|'마을의 숨은 이야기 찾는 사람들' 주민기자 7명 위촉
D|
D|  • 전국
D|  • 해솔군
D|
D|'마을의 숨은 이야기 찾는 사람들' 주민기자 7명 위촉
D|
D|  • 승인 2035-04-09 11:33
D|  • 송가온 기자송가온 기자
K|2035년 주민기자 발대식 개최
K|마을의 숨은 이야기를 찾아 알리는 주민기자들이 발대식을 하고 활동에 들어갔다.
D|
K|해솔군은 8일 군청에서 주민기자 7명에게 기자증을 주고 활동 방법을 안내했다.
D|
K|주민기자가 쓴 기사는 군 소식지에 실린다. 임기는 1년이다.
?|해솔=송가온 기자 gaon@
D|
D|한솔일보(www.example.co.kr), 무단전재 및 수집, 재배포 금지
D|
D|기자의 다른기사 보기
D|
D|랭킹뉴스
D|
D|  1. "4658만$ 수출계약 맺고 거점 확장"… 지사, 출장 마무리
D|  2. 전공의 돌아온 병원 '활기' 속에 저연차 위주 '숙제'
D|  3. 예산 고속도로서 승용차가 중앙분리대 들이받아… 1명 숨져
""",
    "a time printed twice without a space": """
D|입력 2037-09-11 03:012037년 9월 11일 03시 01분
D|공유하기
D|글자크기 설정
K|박 전 장관은 이날 국회에서 기자회견을 열어 “새 제도는 여섯 달 안에 다시 살펴야 한다”고 말했다.
?|한바람 기자 baram@example.com
D|댓글을 입력해 주세요
D|댓글 0
""",
    "an appeal to subscribe after a cut article": """
T|‘노란꽃 잔치’ 한 달 앞으로
D|‘노란꽃 잔치’ 한 달 앞으로
D|  • 변가을 기자
D|  • 승인 2031.08.29 20:43
D|  • 댓글 0
D|이 기사를 공유합니다
D|
K|주민들에게 힐링의 기회 제공
K|저비용 실속 축제로 만들어야
K|지난해 취소됐던 ‘노란꽃 잔치’가 올해는 열릴 수 있을지 주목된다. 군과 축제위원회는 일단 연다는 것을 전제로 꽃씨를 뿌리고 모종을 심는 등 준비를 하고 있다.
D|
D|주민 및 독자 여러분의 구독료가 지금까지 건강한 신문을 만드는 밑거름이 되었습니다.
D|
D|매주 신문을 받아보며 한 달에 차 한잔 하는 비용이라 생각하시고 한마을신문을 구독해주시면 좋은 기사로 보답하겠습니다.
D|
D|한마을신문 기사는 정기독자만 볼 수 있습니다.
D|
D|정기독자는 로그인을 해 주시면 온전한 기사를 볼 수 있습니다.
D|
D|댓글삭제
D|삭제한 댓글은 다시 복구할 수 없습니다.
D|그래도 삭제하시겠습니까?
D|댓글 0
D|댓글쓰기
D|계정을 선택하시면 로그인·계정인증을 통해
D|댓글을 남기실 수 있습니다.
""",
    "a weather strip above a picture story": """
D|2036.03.22 (일)
D|
D|  • 구름많음동두천 12.7℃
D|  • 구름많음강릉 16.9℃
D|  • 흐림부산 14.5℃
D|기상청 제공
D|상세검색
D|
D|문화 넓게 보기
D|
T|[사진화보] 제4기 마을신문위원회 위원 위촉식 가져
D|
K|[누리경제= 최가람 기자]  20일 서울 미술관 회의실에서 마을신문의 발전에 기여할 제4기 마을신문위원회 위원 위촉식이 열렸다.  
D|
D|   
K|나 장관이 위촉된 위원들과 이야기를 나누고 있다.
D|
D|          
D|
D|   
?|     위촉된 위원들과 기념사진
""",
    "a picture's text without a date": """
D|경제·금융 경제·금융일반
D|
T|2039 "다시뛰자, 조선 코리아"
D|
D|
D|
K|30년 넘게 먹거리가 돼온 조선은 1973년 과감한 투자에서 시작됐다. 올해 600억 달러가 넘는 수출도 조선의 힘이었다. 한국조선연구원 실험실에서 연구원들이 모형배를 검사하고 있다. /대전=권바다기자
D|
D|관련기사
D|
D|
D|
?|김나래 기자
D|<저작권자 ⓒ 새벽경제, 무단 전재 및 재배포 금지>
D|
D|더보기
D|더보기
D|
D|top버튼
D|팝업창 닫기
D|글자크기 설정
D|팝업창 닫기
D|공유하기
""",
}

REFUSED = {
    "a section's list of headlines, leads and dates": "\n".join(
        f"{i}번째 마을 소식, 올해도 풍년 기대\n마을 {i}곳에서 모내기가 끝났다. 농민들은 비가 알맞게 왔다고 입을 모았다.\n2031-05-{i:02d} 10:00"
        for i in range(1, 16)
    ),
    "a front page of headlines": "\n".join(
        ["로그인", "회원가입", "뉴스홈", "정치", "경제"]
        + [f'• 새 정책 {i}호 발표 앞두고 눈치 싸움…"이번엔 다르다"' for i in range(40)]
    ),
    "nothing but notices": "[한결신문]  ▶  오늘의 뉴스[]  ⓒ 한결신문(www.example.kr), 무단전재 및 재배포금지",
    "an error page": "404\n요청하신 페이지를 찾을 수 없습니다.\n주소를 다시 확인해 주세요.\n홈으로\n이전 페이지로",
    "a login page": "로그인\n아이디\n비밀번호\n로그인 유지\n비밀번호 찾기\n회원가입\n아이디 또는 비밀번호를 잘못 입력했습니다.\n다시 로그인해 주세요.",
    "English only": "The council said on Monday that it will rebuild the bridge.\nNo date was given.",
}


_TIMES = ("입력", "등록", "승인", ". 오후", "06:00")


def _raw(text: str) -> RawText:
    return RawText(text, "utf-8", (), "0" * 64)


def _answers(layout: str) -> list[tuple[str, str]]:
    return [(line[0], line[2:]) for line in layout.strip("\n").split("\n")]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_clean_keeps_and_drops_each_line_of_a_layout(layout: str) -> None:
    answers = _answers(layout)
    article = clean(_raw("\n".join(text for _, text in answers)))
    kept = {piece.line for piece in article.pieces if piece.kept}
    wrong = [
        ("dropped" if mark == "K" else "kept", text)
        for number, (mark, text) in enumerate(answers, 1)
        if mark != "?" and text.strip() and (number in kept) != (mark == "K")
    ]
    assert wrong == []
    titles = [text for mark, text in answers if mark == "T"]
    assert article.title == (titles[0] if titles else None)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_clean_finds_the_time_that_the_page_gives(layout: str) -> None:
    article = clean(_raw("\n".join(text for _, text in _answers(layout))))
    has_time = "부고" in layout or any(mark in layout for mark in _TIMES)
    assert (article.published_at is not None) == has_time


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_clean_refuses_pages_without_an_article(text: str) -> None:
    with pytest.raises(NoArticle) as caught:
        clean(_raw(text))
    assert caught.value.cause and caught.value.remedy
