"""Flow: a block as one normalised line of text, with a map back to the printed characters.

All extraction works on flows. Normalising happens here and nowhere else:

- full-width letters and digits become ASCII; compatibility radicals become the ordinary character (NFKC by character, and
  ``data/radicals.yaml`` for the radicals that NFKC leaves; superscript and subscript digits and ½ stay, so that 10² does
  not become 102);
- clause punctuation becomes the Chinese form (``,`` to ``，``), but a comma inside a number stays ASCII (15,953);
- every hyphen, dash and minus between characters becomes ``-`` (a doubled em dash stays ``——``), every tilde ``~``;
- line breaks and blanks vanish between Chinese characters, digits and units, and stay one blank between Latin words
  and between two digits (``1 476`` is for the numeral scanner to judge);
- a character without a meaning (U+FFFD, private use) stays, and keeps the digits beside it apart;
- a row of more than LONGEST_NUMBER digits is no number (a garbled page, a key): it is kept in ``too_long``, and U+FFFD
  stands for each of its characters;
- circled digits (①) stay: they are list markers, never part of a number;
- square brackets around a level ([（24.1±4.3）分]) become round ones;
- reference marks ([3], ［12-13］, <sup>…</sup>) and the digest's citation marks 〔原文2.2〕 are taken out and kept in
  ``marks``, so that they never glue to a number.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache

from suyuan.document import Block, Document, Span
from suyuan.gated import gated
from suyuan.language import language_table
from suyuan.values import value

HYPHENS = frozenset("-‐‑‒–—―−⁃﹣－─━˗﹘➖⸺⸻ー")  # ー stands in Chinese print for nothing but a dash
TILDES = frozenset("~～∼˜〜⁓∾")
RADICALS: dict[str, str] = language_table("radicals.yaml")["radicals"]  # those that NFKC does not know
TO_CHINESE = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    "(": "（",
    ")": "）",
    "｡": "。",
    "﹪": "%",
    "％": "%",
}
SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉")
MARK = gated(
    r"<sup>\s*(?:\[[^\]<>]{1,30}\]|[\d,*\\\-–~ ]{1,12})\s*</sup>"  # as OCR-to-markdown tools write them
    r"|[\[［]\s*[\d０-９][\d０-９\s,，、;\-–—~～⁃－]{0,30}[\]］]"
    r"|〔原文[^〕]{0,40}〕",
    ["<sup>", "[", "［", "〔原文"],
)
RUN = re.compile(r"(?P<blank>\s+)|\S+")
LETTERS = 4  # Latin letters that take up the room of a Chinese character in a sentence of the same length
LONGEST_NUMBER = 40  # digits
TOO_LONG = re.compile(rf"\d{{{LONGEST_NUMBER + 1}}}")
NUMBER = re.compile(r"\d[\d.,]*")
LEVEL = re.compile(
    r"\[(?=[^\[\]]{0,80}\d)([^\[\]]{1,80})\]"
)  # [（24.1±4.3）分]; a label ([方法]) has no digit
GROUPED = re.compile(r"\d(?<![\d.，]\d)\d{0,2}(?:，\d{3})+(?![\d，])")
CODE = re.compile(r"(?<![A-Za-z])(?!RMB|CNY|USD|HKD|EUR)[A-Z][A-Za-z]{0,2}$")  # W|2，120 mm


@value
class Mark:
    """A reference or citation mark that was taken out of the flow."""

    at: int  # position in Flow.text before which it stood
    text: str  # as printed
    span: Span  # in Document.text

    @property
    def cited_at(self) -> str | None:
        """``2.2`` for 〔原文2.2〕; None for a reference mark."""
        return self.text[3:-1].strip() if self.text.startswith("〔原文") else None


STOP, BRACKETS = "。", ("（", "）")
# the full stop of journals that print none of Chinese (解析. 结果表明, 沙土区.1981年), behind a word or bracket, not behind 一.
FULL_STOP = re.compile(r"(?<=[一-龥）%][一-龥）])\.(?= ?[一-龥“]|(?:19|20)\d\d年|$)")


@value
class Flow:
    """A block in normalised form.

    ``offsets[i]`` is the offset in ``Document.text`` of the character that ``text[i]`` comes from.
    """

    text: str
    offsets: tuple[int, ...]
    block: Block
    marks: tuple[Mark, ...] = ()
    too_long: tuple[tuple[int, int], ...] = ()  # spans in ``text`` of what has more digits than a number

    def span(self, start: int, end: int) -> Span:
        """Span in ``Document.text`` of ``text[start:end]`` (which must not be empty)."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def position(self, offset: int) -> int:
        """First position in ``text`` whose character stands at or after ``offset`` of the document."""
        return bisect_left(self.offsets, offset)

    def cited_at(self, start: int, limit: int = 120) -> str | None:
        """Place named by the first citation mark at or after position ``start``, before the sentence ends or ``limit``.

        ``limit`` counts Chinese characters; of Latin letters LETTERS make one.
        """
        for mark in self.marks:
            if mark.at >= start and mark.cited_at is not None:
                between = self.text[start : mark.at]
                chinese = sum(char >= "\u2e80" for char in between)
                far = chinese + (len(between) - chinese) / LETTERS
                return mark.cited_at if far <= limit and "。" not in between[:-1] else None
        return None


@lru_cache(maxsize=65536)
def normalise(char: str) -> str:
    """One printed character in normal form; may be several characters (㎡ → m2) or none (zero-width space)."""
    if char in HYPHENS:
        return "-"
    if char in TILDES:
        return "~"
    if char in SUPERSCRIPTS:
        return char
    if char in TO_CHINESE:
        return TO_CHINESE[char]
    if char in "\u200b\u200c\u200d\u2060\ufeff\u00ad":
        return ""
    if char in RADICALS:
        return RADICALS[char]
    if unicodedata.decomposition(char).startswith(("<circle>", "<fraction>")):
        return char  # ① is a list marker, which must not glue to a number after it; 5½ is not 51/2
    folded = unicodedata.normalize("NFKC", char)
    return "".join(TO_CHINESE.get(c, c) for c in folded)


class _Normal(dict[int, str]):
    """Normal forms by code point, found when they are first asked for, for ``str.translate``."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()  # characters met so far whose normal form is none or several

    def __missing__(self, code: int) -> str:
        char = chr(code)
        normal = self[code] = normalise(char)
        if len(normal) != 1:
            self.uneven.add(char)
        return normal


NORMAL = _Normal()


def is_unreadable(char: str) -> bool:
    """Whether a character says nothing outside its own font: private use, unassigned, control, replacement."""
    return char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc") if char else False


def make_flow(text: str, block: Block) -> Flow:
    """Flow of a block of ``text`` (a ``Document.text``)."""
    raw = "".join(text[span.start : span.end] for span in block.spans)
    places: list[int] = []
    for span in block.spans:
        places.extend(range(span.start, span.end))
    marks: list[tuple[str, Span]] = []
    for match in MARK.finditer(raw):
        marks.append((match.group(), Span(places[match.start()], places[match.end() - 1] + 1)))
    if marks:
        raw, places = _without_marks(raw, places)

    chars: list[str] = []
    offsets: list[int] = []
    for run in RUN.finditer(raw):
        start, end = run.span()
        if run.lastgroup == "blank":
            following = normalise(raw[end]) if end < len(raw) else ""
            if chars and chars[-1] != " " and _blank_stays(chars[-1], following[:1]):
                chars.append(" ")
                offsets.append(places[start])
            continue
        printed = run.group()
        chars.extend(printed.translate(NORMAL))
        if NORMAL.uneven.isdisjoint(printed):
            offsets.extend(places[start:end])
        else:  # ½ is 1/2
            normal = [normalise(char) for char in printed]
            offsets.extend(place for some, place in zip(normal, places[start:end], strict=True) for _ in some)
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    _join_numbers(chars, offsets)
    placed = tuple(Mark(bisect_left(offsets, span.start), mark, span) for mark, span in marks)
    normal_text = "".join(chars)
    if STOP not in normal_text and FULL_STOP.search(normal_text):
        chars = [STOP if FULL_STOP.match(normal_text, at) else char for at, char in enumerate(chars)]
        normal_text = "".join(chars)
    for level in LEVEL.finditer(normal_text):
        chars[level.start()], chars[level.end() - 1] = BRACKETS
        normal_text = "".join(chars)
    too_long = _too_long(normal_text)
    for low, high in too_long:
        chars[low:high] = "\ufffd" * (high - low)
    if too_long:
        normal_text = "".join(chars)
    return Flow(normal_text, tuple(offsets), block, placed, too_long)


def _too_long(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of what is written like a number and has more than LONGEST_NUMBER digits in a row."""
    if TOO_LONG.search(text) is None:
        return ()
    return tuple(match.span() for match in NUMBER.finditer(text) if TOO_LONG.search(match.group()))


def _without_marks(raw: str, places: list[int]) -> tuple[str, list[int]]:
    """Characters and their places without the reference marks; digits on both sides stay apart (5[2]30 is not 530)."""
    kept: list[str] = []
    kept_places: list[int] = []
    at = 0
    for match in MARK.finditer(raw):
        kept.append(raw[at : match.start()])
        kept_places += places[at : match.start()]
        if raw[match.start() - 1 : match.start()].isdigit() and raw[match.end() : match.end() + 1].isdigit():
            kept.append(" ")
            kept_places.append(places[match.start()])
        at = match.end()
    return "".join([*kept, raw[at:]]), [*kept_places, *places[at:]]


def make_flows(document: Document) -> list[Flow]:
    """Flows of all blocks that are read for facts, in reading order; empty ones are left out."""
    flows = (make_flow(document.text, block) for block in document.body())
    return [flow for flow in flows if flow.text]


def _blank_stays(before: str, after: str) -> bool:
    """A blank matters between two ASCII words or two digits only."""
    if not before or not after:
        return False
    return before.isascii() and after.isascii() and (before.isalnum() or before in ".;") and after.isalnum()


def _join_numbers(chars: list[str], offsets: list[int]) -> None:
    """Give a comma between digits back its ASCII form where it groups thousands: 15，953万 was typed 15,953万.

    Groups of exactly three digits, with one to three before the first comma: ``2020，2021`` stays a list. So do numbers
    with a blank behind the comma (n=30， 120例), and the digits of a code end with it (W2，120 mm).
    """
    joined = "".join(chars)
    for match in GROUPED.finditer(joined):
        low, high = match.span()
        apart = any(chars[i] == "，" and offsets[i + 1] - offsets[i] > 1 for i in range(low, high))
        if apart or CODE.search(joined, max(0, low - 4), low):
            continue
        for i in range(low, high):
            if chars[i] == "，":
                chars[i] = ","
