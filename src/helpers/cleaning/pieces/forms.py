"""What an address, the end of a sentence and the opening of an article are formed like."""

from __future__ import annotations

import re

from helpers.cleaning.pieces.captions import PLACED

EMAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._+-]{0,40}+@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){1,3}"
    r"|[A-Za-z0-9][A-Za-z0-9._+-]{2,41}+(?<=[A-Za-z0-9])@(?=\s|\Z)"
    r"|\[email[\s\xa0]?protected\]"
)
SENTENCE = re.compile(r"[가-힣]{2}[\"”’')\]]{0,3}[.?!][\"”’')\]]{0,3}(?=\s|\Z|[가-힣“\"‘\[(</△▲▷▶■◆◇])")
PLAIN_END = re.compile(
    r"[가-힣](?:(?:다|요|까|죠)[\"”’')]{0,2}[.?!]?|(?:네|라|자|지|군|가|나|오|음|임|함|됨)[\"”’')]{0,2}[.?!])[\"”’')\]]{0,3}\Z"
)
DATELINE = re.compile(rf"{PLACED}\s?(?:[가-힣]{{2,4}}\s?(?:[가-힣]{{1,5}}\s?)?(?:기자|특파원|통신원)[^=\n]{{0,30}}=)?")
OPENING = re.compile(r"[(\[【][^()\[\]\n]{2,24}(?:기자|특파원)\s?[)\]】]|" + DATELINE.pattern)
