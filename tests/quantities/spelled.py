"""Numbers in Chinese words, frames of sentences, and reading a text back: what the laws of spelling share."""

from __future__ import annotations

from suyuan.document import Block, Span
from suyuan.flow import make_flow
from suyuan.quantities import Mention, find_quantities

FRAMES = ["全年达到{}，增势良好。", "本地共有{}。", "目前规模为{}；其余不变。", "（{}）"]
DIGITS = "零一二三四五六七八九"
MULTIPLIERS = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}


def chinese(value: int) -> str:
    """An integer below 10^12 in Chinese numerals: 1205 → 一千二百零五, 12 → 十二."""
    if value >= 10**8:
        return _tail(chinese(value // 10**8) + "亿", value % 10**8, 10**7)
    if value >= 10**4:
        return _tail(chinese(value // 10**4) + "万", value % 10**4, 10**3)
    out, zero = "", False
    for power, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            out += ("零" if zero and out else "") + DIGITS[digit] + word
            zero = False
        else:
            zero = True
    return out[1:] if out.startswith("一十") else out


def _tail(head: str, rest: int, least: int) -> str:
    if not rest:
        return head
    words = chinese(rest)
    words = "一" + words if words.startswith("十") else words
    return head + ("零" if rest < least else "") + words


def read(text: str) -> list[tuple[str, Mention]]:
    flow = make_flow(text, Block("paragraph", (Span(0, len(text)),)))
    return [(flow.text[m.start : m.end], m) for m in find_quantities(flow).mentions]
