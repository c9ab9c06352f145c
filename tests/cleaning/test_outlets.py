"""Invented outlets in invented layouts, HTML and text: the body is kept whole and in order, what stands around it is not."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from helpers.cleaning import CleanArticle, RawText, clean, read_raw
from helpers.cleaning.html import read_page

OUTLETS = (
    ("강물일보", "한가람", "나루시가 낡은 다리 셋을 봄까지 고치기로 했다", "나루시"),
    ("새솔신문", "윤하늘", "새솔군, 빈집 마흔 채 도서관으로", "새솔군"),
    ("바다경제", "민바다", "“그물값만 두 배”… 오징어 배 절반이 쉰다", "바다군"),
    ("들꽃방송", "정들꽃", "산불 감시 드론 열 대, 이달부터 밤에도 뜬다", "들꽃시"),
    ("한결통신", "서한결", "쌀 재고 10만 톤, 정부 창고 비운다", "한결군"),
    ("푸른저널", "오푸름", "전기버스 충전소 ‘한곳뿐’ 기사들 줄 선다", "푸른시"),
    ("별빛투데이", "노별빛", "밤하늘 공원, 가로등 끄자 관광객 늘었다", "별빛군"),
    ("가온타임스", "강가온", "김장 배추 값 내렸는데 절임 값은 왜 올랐나", "가온시"),
    ("누리데일리", "백누리", "학교 급식실에 로봇 팔… 조리원 “손목이 산다”", "누리시"),
    ("다솜뉴스", "하다솜", "섬 진료소에 의사 한 명, 주민 700명", "다솜군"),
    ("마루매일", "장마루", "한옥 마을 이장 “전깃줄부터 묻어 달라”", "마루시"),
    ("여울방송", "조여울", "강 낚시 금지 첫날, 쓰레기 반으로 줄어", "여울군"),
    ("도담일보", "문도담", "어린이집 셋 가운데 하나 문 닫았다", "도담시"),
    ("하람경제", "유하람", "중고 자전거 수리점이 는다", "하람시"),
    ("이든신문", "임이든", "염전 위 태양광, 소금꽃은 누가 지키나", "이든군"),
    ("아라통신", "구아라", "해녀 학교 졸업생 스무 명 물질 시작", "아라군"),
    ("온새미", "신온새", "종이 신문 배달하는 여든 살", "온새시"),
    ("찬솔저널", "표찬솔", "소나무 재선충, 능선을 넘다", "찬솔군"),
    ("미르방송", "남미르", "지하철 막차 30분 늦춘다", "미르시"),
    ("해솔타임스", "방해솔", "갯벌 탐방로, 밀물 시계를 달다", "해솔군"),
)
PLAIN = (
    "{place}은 이 같은 내용의 계획을 12일 내놓고 예산 3억 원을 추가로 마련했다고 밝혔다. 공사는 다음 달 시작한다.",
    "주민 김아무개 씨는 “기다린 지 석 달째”라며 “겨울이 오기 전에 끝내야 한다”고 말했다.",
    "{place} 조사에 따르면 지난해 이곳을 찾은 사람은 모두 1만2000명으로, 한 해 전보다 12% 늘었다.",
    "다만 운영비를 누가 낼지는 아직 정해지지 않았다. 의회는 다음 회의에서 이 문제를 다시 다루기로 했다.",
)
POLITE = (
    "{place}에 나와 있습니다. 이른 아침부터 주민들이 줄을 섰습니다.",
    "광고판을 설치하는 것도 이달부터 금지됩니다. 어기면 과태료 10만 원을 물게 됩니다.",
    "앱에 가입한 회원 300명이 먼저 서비스를 써 봤는데요. 만족한다는 답이 열에 여덟이었습니다.",
    "최종 이름은 다음 달 회원 투표를 거쳐 결정됩니다.",
)
MENU = ("홈", "정치", "경제", "사회", "문화", "오피니언", "로그인", "회원가입")
OTHERS = tuple(f"{n}번 국도 옆 찻집, {n}년 만에 문 닫는다" for n in range(3, 9))
Outlet = tuple[str, str, str, str]


def _body(outlet: Outlet, *, polite: bool = False) -> list[str]:
    return [line.format(place=outlet[3]) for line in (POLITE if polite else PLAIN)]


def _html(head: str, inside: str) -> str:
    return f'<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8">{head}</head><body>{inside}</body></html>'


def _around(outlet: Outlet, inside: str, head: str = "") -> str:
    menu = "".join(f'<li><a href="/{n}">{word}</a></li>' for n, word in enumerate(MENU))
    others = "".join(f'<li><a href="/a{n}">{title}</a></li>' for n, title in enumerate(OTHERS))
    return _html(
        f"<title>{outlet[2]} - {outlet[0]}</title>{head}",
        f'<nav class="gnb"><ul>{menu}</ul></nav>{inside}<div class="aside"><h3>많이 본 뉴스</h3><ol>{others}</ol></div>'
        f"<footer>Copyright ⓒ {outlet[0]}. All rights reserved. 무단 전재 및 재배포 금지</footer>",
    )


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _top(outlet: Outlet) -> str:
    return f"<h1>{outlet[2]}</h1><div>입력 2031.02.03 04:05 | {outlet[1]} 기자</div>"


def classic(o: Outlet) -> str:
    return _around(o, f'{_top(o)}<div class="view-zone">{_paragraphs(_body(o))}</div>')


def breaks(o: Outlet) -> str:
    return _around(o, f'{_top(o)}<div class="story">{"<br><br>".join(_body(o))}</div>')


def broadcaster(o: Outlet) -> str:
    said = "<br>".join(_body(o, polite=True))
    return _around(
        o,
        f'<div class="video-layer"><div class="desc">{said}</div></div>{_top(o)}<div class="detail-body">{said}</div>',
    )


def fusion(o: Outlet) -> str:
    elements = [{"_id": str(n), "type": "text", "content": line} for n, line in enumerate(_body(o))]
    data = {"headlines": {"basic": o[2]}, "display_date": "2031-02-02T22:30:00Z", "content_elements": elements}
    other = {"items": [{"content_elements": [{"type": "text", "content": "다른 마을의 다른 소식이다. 읽지 않는다."}]}]}
    script = f"Fusion.contentCache={json.dumps(other)};Fusion.globalContent={json.dumps(data)};Fusion.ok=true;"
    return _html(
        f'<title>{o[2]}</title><script type="application/javascript">{script}</script>', '<div id="app"></div>'
    )


def next_js(o: Outlet) -> str:
    body = _paragraphs(_body(o))
    data = {
        "props": {
            "pageProps": {"article": {"title": o[2], "published_date": "2031-02-03 04:05:00", "articleBody": body}}
        }
    }
    script = json.dumps(data, ensure_ascii=False)
    return _html(
        f'<title>{o[2]}</title><script id="__NEXT_DATA__" type="application/json">{script}</script>', "<div></div>"
    )


def linked_data(o: Outlet) -> str:
    data = {"@type": "NewsArticle", "headline": o[2], "datePublished": "2031-02-03T04:05:00+09:00"}
    script = json.dumps(data | {"articleBody": " ".join(_body(o))}, ensure_ascii=False)
    return _html(f'<script type="application/ld+json">{script}</script>', '<div class="loading">로딩 중</div>')


def amp(o: Outlet) -> str:
    return _html(
        f"<title>{o[2]}</title>",
        f"<amp-sidebar><ul><li>홈</li></ul></amp-sidebar><article>{_top(o)}{_paragraphs(_body(o))}</article>",
    )


def printed(o: Outlet) -> str:
    return _html(
        f"<title>인쇄하기 - {o[0]}</title>",
        f"<table><tr><td><b>{o[2]}</b></td></tr><tr><td>2031-02-03 04:05</td></tr><tr><td>{'<br/>'.join(_body(o))}</td></tr></table>",
    )


def mobile(o: Outlet) -> str:
    return _around(
        o,
        f'<header><h2>{o[2]}</h2><time>2031.02.03. 오전 4:05</time></header><section itemprop="articleBody">{_paragraphs(_body(o))}</section>',
    )


def advertised(o: Outlet) -> str:
    lines = [f'{line[:20]}<span class="view_banner"><iframe src="x"></iframe></span>{line[20:]}' for line in _body(o)]
    return _around(o, f"{_top(o)}<div>{_paragraphs(lines)}</div>")


def portal(o: Outlet) -> str:
    teasers = "".join(
        f"<div><strong>{t}</strong><p>{t}는 소식이 전해지자 이웃들은 아쉬움을 감추지 못했다. 이곳은 오랫동안 마을의 사랑방이었고 여행자들이 들르는 곳</p></div>"
        for t in OTHERS
    )
    return _around(
        o,
        f'{_top(o)}<div id="dic_area">{_paragraphs(_body(o))}</div><p>Copyright ⓒ {o[0]}. 무단 전재 금지.</p><div>{teasers}</div>',
    )


def described(o: Outlet) -> str:
    meta = f'<meta property="og:type" content="article"><meta property="og:title" content="{o[2]}"><meta property="article:published_time" content="2031-02-02T19:05:00Z"><meta property="og:site_name" content="{o[0]}">'
    return _around(o, f"<h2>{o[2]}</h2><div>{_paragraphs(_body(o))}</div>", meta)


PAGES: tuple[Callable[[Outlet], str], ...] = (classic, breaks, broadcaster, fusion, next_js, linked_data, amp, printed, mobile, advertised, portal, described)  # fmt: skip


def _clean_page(source: str) -> CleanArticle:
    page = read_page(source)
    return clean(RawText(page.text, "utf-8", (), "0" * 64, "a.html", page))


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("layout", PAGES, ids=lambda layout: layout.__name__)
def test_page_of_invented_outlets(layout: Callable[[Outlet], str]) -> None:
    for outlet in OUTLETS:
        article = _clean_page(layout(outlet))
        assert _bare(article.text) == _bare("".join(_body(outlet, polite=layout is broadcaster))), outlet
        assert article.title == outlet[2]
        assert str(article.published_at).startswith("2031-02-03"), outlet


def wrapped(width: int, gap: str) -> Callable[[Outlet], str]:
    def layout(o: Outlet) -> str:
        import textwrap

        return (
            f"{o[2]}\n\n입력 2031.02.03 04:05\n\n"
            + gap.join("\n".join(textwrap.wrap(p, width)) for p in _body(o))
            + "\n"
        )

    return layout


def copied(o: Outlet) -> str:
    return "\n".join(
        [
            *MENU,
            o[2],
            "입력 2031-02-03 04:05",
            "글자크기 설정",
            "공유하기",
            *_body(o),
            f"{o[1]} 기자 naru@example.kr",
            f"저작권자 ⓒ {o[0]} 무단전재 및 재배포 금지",
            "많이 본 뉴스",
            *OTHERS,
        ]
    )


def wire(o: Outlet) -> str:
    first, *rest = _body(o)
    return "\n\n".join(
        [
            o[2],
            "송고시간 2031-02-03 04:05",
            f"({o[3]}=한결통신) {o[1]} 기자 = {first}",
            *rest,
            "naru@example.kr",
            "<저작권자(c) 한결통신, 무단 전재-재배포 금지>",
        ]
    )


def spoken(o: Outlet) -> str:
    return "\n".join(
        [
            o[2],
            "입력 2031.02.03 04:05",
            "[앵커]",
            *_body(o, polite=True)[:2],
            "[기자]",
            *_body(o, polite=True)[2:],
            f"{o[0]} {o[1]}입니다.",
        ]
    )


def tagged(o: Outlet) -> str:
    return f"{o[2]}<br>\n<br>\n입력 2031.02.03 04:05<br>\n<br>\n" + "<br>\n<br>\n".join(
        line.replace("예산", "<b>예산</b>") for line in _body(o)
    )


def written_out(o: Outlet) -> str:
    return "\\n\\n".join([o[2], "입력 2031.02.03 04:05", *_body(o)])


def wide(o: Outlet) -> str:
    table = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    return "\n\n".join([o[2], "입력 2031.02.03 04:05", *(line.translate(table) for line in _body(o))])


TEXTS = {
    **{f"folded at {w}{' with gaps' if gap else ''}": wrapped(w, "\n\n" if gap else "\n") for w in (22, 26, 32, 40) for gap in (True, False)},
    "copied": copied, "wire": wire, "spoken": spoken, "tagged": tagged, "written out": written_out, "full-width": wide,
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_text_of_invented_outlets(tmp_path, name: str) -> None:
    for outlet in OUTLETS:
        path = tmp_path / "a.txt"
        path.write_text(TEXTS[name](outlet), "utf-8")
        raw = read_raw(path)
        article = clean(raw)
        text = _bare(article.text)
        assert all(_bare(line) in text for line in _body(outlet, polite=name == "spoken")), outlet
        assert not any(_bare(title) in text for title in OTHERS) and "무단" not in text, outlet
        assert article.title == outlet[2] and str(article.published_at).startswith("2031-02-03")
        assert "".join(article.lines["text"]) == raw.text, outlet
