"""How well and how fast pages are cleaned: speed and memory on invented pages, accuracy on a folder of judged ones.

    python tests/bench/cleaning.py [--pages 10000] [--judged FOLDER --out OUT.jsonl]

FOLDER holds gold.jsonl (one page a line: ``id``, ``raw_file``) and the files that it names. OUT.jsonl gets ``id, text,
title, published`` of each, as a scorer of such a folder reads it. Speeds are pages a second of processor time.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from helpers.cleaning import clean_files

MENU = [
    f"{section} {part}" for section in ("정치", "경제", "사회", "문화") for part in ("속보", "전체기사", "칼럼", "포토")
]
TAIL = [
    "좋아요 0",
    "댓글 3",
    "많이 본 뉴스",
    *(f"{n}. 새 다리 {n}호 개통 앞두고 주민 “기대 반 걱정 반”" for n in range(1, 31)),
]
LEAD = "{n}번째 마을의 우물은 {m}년 가뭄에도 마르지 않았다. 주민 {m}명이 물을 나누어 쓴다고 이장은 밝혔다."


def invented(number: int) -> str:
    """A page of about 4 kB: menus, a title, a time, twelve paragraphs, a list of other articles."""
    head = [f"마르지 않는 우물 {number}", "입력 2031-02-03 04:05", "글자크기 설정", "공유하기"]
    body = [LEAD.format(n=number, m=number * 7 % 89 + line) for line in range(12)]
    return "\n".join([*MENU, *head, *body, "ⓒ 한결뉴스 무단 전재 및 재배포 금지", *TAIL])


def speed(folder: Path, pages: int, *, sentences: bool) -> float:
    """Pages a second of processor time, each page different; also says what memory it took."""
    paths = [folder / f"{number}.txt" for number in range(pages)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    failed = sum(not result["ok"] for result in clean_files(paths, sentences=sentences))
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    name = "with sentences" if sentences else "without sentences"
    print(f"{name:18s} {pages} pages {pages / seconds:7.1f} pages/s  memory grew by {grown:.0f} MB  failed {failed}")
    return pages / seconds


def judged(folder: Path, out: Path) -> None:
    """Clean the pages of a judged folder and write the answers for its scorer."""
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    paths = [folder / page["raw_file"] for page in gold]
    with out.open("w", encoding="utf-8") as file:
        for page, result in zip(gold, clean_files(paths, sentences=False), strict=True):
            answer = {"id": page["id"], "text": result["text"], "title": result["title"]}
            file.write(json.dumps(answer | {"published": result["published_at"]}, ensure_ascii=False) + "\n")
            if not result["ok"]:
                print(f"refused {page['id']}: {result['error'].splitlines()[0]}")
    for suffix in (".txt", ".html"):
        chosen = [path for path in paths if path.suffix == suffix]
        start = time.process_time()
        count = sum(1 for _ in clean_files(chosen * 3, sentences=False))
        print(f"judged {suffix:5s} {count / max(time.process_time() - start, 1e-9):7.1f} pages/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--judged", type=Path)
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "cleaned.jsonl")
    arguments = parser.parse_args()
    if arguments.judged:
        judged(arguments.judged, arguments.out)
        print(f"answers in {arguments.out}", file=sys.stderr)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(arguments.pages):
            (folder / f"{number}.txt").write_text(invented(number), "utf-8")
        speed(folder, min(arguments.pages, 100), sentences=False)
        speed(folder, arguments.pages, sentences=False)
        speed(folder, min(arguments.pages, 1000), sentences=True)


if __name__ == "__main__":
    main()
