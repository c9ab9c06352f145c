"""A text on one line, between marks, cut where it is long."""

from __future__ import annotations

from typing import Any

_BULLETS = "▲△▶▷■□●○◆◇ㆍ·•*-–— "


_SINGLE = {ord("“"): "‘", ord("”"): "’", ord('"'): "'"}
_DOUBLE = {ord("‘"): "“", ord("’"): "”"}


def quoted(text: Any, *, longest: int = 60) -> str:
    """A title or a phrase in single quotation marks, without its full stop; marks within it become double.

    What has double ones already, or a single one without its fellow, stands in corner brackets, as it is.
    """
    inner = shortened(text, longest=longest).rstrip(".")
    paired = inner.count("‘") == inner.count("’")
    if set("‘’") & set(inner) and (set("“”") & set(inner) or not paired):
        return f"「{inner}」"
    return f"‘{inner.translate({ord('‘'): '“', ord('’'): '”'})}’"


def spoken(text: Any, *, longest: int) -> str:
    """What stands between double marks: a sentence without its bullet and full stop.

    Marks within become single, and single ones within such become double again.
    """
    whole = " ".join(str(text).split())
    plain = whole.lstrip(_BULLETS) or whole
    within = _SINGLE | (_DOUBLE if "“" in plain else {})
    return shortened(plain, longest=longest).rstrip(".").translate(within)


def shortened(text: Any, *, longest: int) -> str:
    """``text`` on one line, at most ``longest`` characters and an ellipsis, cut at a space where there is one."""
    plain = " ".join(str(text).split())
    if len(plain) <= longest:
        return plain
    cut = plain[:longest]
    return (cut.rpartition(" ")[0] if " " in cut[longest // 2 :] else cut).rstrip(" ,·") + "…"
