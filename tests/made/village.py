"""The invented article that most runs of the tests are of, and the checkout that they copy from."""

from __future__ import annotations

from pathlib import Path

CHECKOUT = Path(__file__).parents[2]

ARTICLE = """새싹마을 도서관, 여섯 해 만에 다시 문을 연다 [마을의 기록②]

입력 2025-03-04 09:30

새싹마을 도서관이 긴 공사를 마치고 다음 달 다시 문을 연다. 마을은 2019년부터 해마다 2억 원을 모아 건물을 고쳤다.

도서관의 한 관계자는 “서두르지 않고 책과 사람에 꾸준히 투자한 덕분”이라고 말했다. 사서 김하늘 씨는 “책을 고르는 사람을 길러 온 것이 가장 큰 힘”이라고 설명했다.

다만 걱정하는 목소리도 있다. 주민 이바다 씨는 “책은 늘었지만 찾는 사람은 여전히 적다”고 말했다. 그럼에도 마을은 꾸준한 투자가 열매를 맺을 것으로 기대한다.

좋아요0
화나요0
무단 전재 및 재배포 금지
"""
