"""What a line looks like, told from its words alone. Used for text files, pages and HTML alike.

A shape is a claim about one line; whether it holds (a heading in sequence, a caption in the middle of a sentence)
is decided where the neighbours are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from suyuan.reading.headings import Heading, heading_of
from suyuan.reading.words import label_of, plain, squeeze, starts_with, words

ShapeKind = Literal[
    "text", "heading", "caption", "caption_label", "note", "abstract", "keywords", "references", "after_references",
    "entry", "continued", "furniture", "page_number", "stamp", "advertising", "table", "rule", "footnote", "item",
]  # fmt: skip

LINES = 16384  # whose shapes are kept: a line is looked at many times
CLOSERS = "”’」』》）)]】\"'*_〕"
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
LATIN = re.compile(r"[A-Za-z]")
REFERENCE_MARK = re.compile(r"(?:<sup>[^<]{0,40}</sup>|[\[［][\d０-９\s,，、\-–—~～⁃－]{1,24}[\]］])\s*$")
ENTRY = re.compile(r"^(?:[-*]\s+)?[\[［【]\s*\d{1,3}\s*[\]］】]")
STAMP = re.compile(
    r"^\d{4}\s?(?:-|/|\.|年)\s?\d{1,2}\s?(?:-|/|\.|月)\s?\d{1,2}\s?日?(?:\s*\d{1,2}(?::|时)\d{1,2}分?(?::\d{1,2})?)?$"
)
PAGE_NUMBER = re.compile(
    r"^(?:[-·•.—]*\s*\d{1,4}\s*[-·•.—]*|第\s*\d+\s*页.{0,12}|\d+\s*/\s*\d+|page\s*\d+.{0,12}|[-—]?\s*[ivxlc]{1,6}\s*[-—]?)$",
    re.I,
)
ISSUE = re.compile(
    r"^第\s*\d+\s*卷|^第\s*\d+\s*期|vol\.?\s*\d+|卷第\s*\d+\s*期|^\d{4}\s*年\s*第\s*\d+\s*期", re.I
)
RUNNING_HEAD = re.compile(r"\d+\s*期.{0,30}等\s*[:：]|等\s*[:：].{4,60}?\d{1,4}$|^\d{1,4}\s.{0,20}\d+\s*卷")
URL = re.compile(r"^(?:https?|ftp)\s*:\s*/\s*/\s*\S+$", re.I)
CITATION = re.compile(r"\[J(?:/OL)?\]|\d{4},\s*\d+\s*\(\d+\)|\d{4}\s*\(\d+\)\s*:\s*\d+", re.I)
TABLE_ROW = re.compile(r"^\|.*\|$")
TABLE_RULE = re.compile(r"^\+[-=+]{3,}\+$|^\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\|?$")
HORIZONTAL_RULE = re.compile(r"^(?:[-*_=—]\s*){3,}$")
IMAGE = re.compile(r"^(?:!\[[^\]]*\]\([^)]*\)|\[\])$")
ITEM = re.compile(
    r"^(?:[-*•●▪■◆]\s+(?!\d)|——|[(（]\d{1,2}[)）]|\d{1,2}[)）]|[①-⑳]|(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]，))"
)
NOTE_MARK = re.compile(r"^(?:[①-⑳]|\[\d{1,2}\]|\*{1,3}(?![*])|[†‡])")
AMOUNT = re.compile(r"\d\s?(?:[%‰]|(?![年月日岁级届第期卷号])[\u4e00-\u9fff])")
LETTER_SPACED = re.compile(r"^\S(?:\s+\S){2,}$")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a line looks like; ``heading`` is set for kind heading."""

    kind: ShapeKind
    heading: Heading | None = None


TEXT = Shape("text")


@lru_cache(LINES)
def shape_of(line: str) -> Shape:
    """Shape of a line of text (without its line break)."""
    text = plain(line)
    squeezed = squeeze(line).strip("*_")
    if not squeezed:
        return Shape("rule") if text else TEXT
    for test in (_rule_or_table, _zone_label, _page_furniture, _front_label, _caption, _list_mark):
        shape = test(text, squeezed)
        if shape is not None:
            return shape
    heading = heading_of(line)
    return Shape("heading", heading) if heading is not None else TEXT


def _rule_or_table(text: str, squeezed: str) -> Shape | None:
    if TABLE_RULE.match(text) or TABLE_ROW.match(text):
        return Shape("table")
    if HORIZONTAL_RULE.match(text):
        return Shape("rule")
    return None


def _zone_label(text: str, squeezed: str) -> Shape | None:
    """Headings that open the reference list, what comes after it, and what is not the article any more."""
    bare = re.sub(r"^\d{1,2}[.、]?", "", squeezed.lstrip("#").strip("*_"))
    head = bare.strip("*_:：》>【】[]〔〕")
    if re.sub(r"\(.*\)$|（.*）$", "", head) in words("reference_headings"):
        return Shape("references")
    if head in words("advertising_labels"):
        return Shape("advertising")
    if starts_with(bare, "after_references") and len(bare) <= 30 and not ends_sentence(text):
        return Shape("after_references", heading_of(text, unnumbered=True))
    inner = squeezed.strip("()（）-")
    continued = starts_with(inner, "continued")
    if continued and len(inner) <= max(12, len(continued) + 4):
        return Shape("continued")
    return None


def _page_furniture(text: str, squeezed: str) -> Shape | None:
    if squeezed.strip(":：") in words("web_furniture") or IMAGE.match(squeezed):
        return Shape("furniture")
    if PAGE_NUMBER.match(text):
        return Shape("page_number")
    if STAMP.match(text):
        return Shape("stamp")
    for table in ("published_labels", "reposted_labels", "stamp_labels"):
        if len(text) <= 60 and label_of(squeezed, table):
            return Shape("stamp")
    if len(text) <= 70 and not ends_sentence(text) and (ISSUE.search(text) or RUNNING_HEAD.search(text)):
        return Shape("furniture")
    month = re.match(r"^([a-z]+)[.,]*\d{4}$", squeezed)
    if month and month.group(1) in words("months"):
        return Shape("furniture")
    if LETTER_SPACED.match(text) and len(HAN.findall(text)) >= 3:
        return Shape("furniture")
    if len(squeezed) <= 14 and squeezed.endswith(words("journal_endings")):
        return Shape("furniture")
    return None


def _front_label(text: str, squeezed: str) -> Shape | None:
    spaced = re.match(r"^[*【\[]*(摘\s?要|abstract|关\s?键\s?词|key\s?words)[*】\]]*\s+\S", text, re.I)
    if label_of(squeezed, "abstract_labels") or (spaced and spaced.group(1)[0] in "摘aA"):
        return Shape("abstract")
    if label_of(squeezed, "keyword_labels") or spaced:
        return Shape("keywords")
    if label_of(squeezed, "note_labels") and not text.endswith("?"):  # 记者：…？ is part of an interview
        return Shape("note")
    if URL.match(text):
        return Shape("footnote")
    if CITATION.search(text) and not ENTRY.match(text) and len(HAN.findall(text)) < 160 and "。" not in text:
        return Shape("note")
    return None


def _caption(text: str, squeezed: str) -> Shape | None:
    if len(text) <= 24 and label_of(squeezed, "unit_words"):
        return Shape("caption")
    if len(text) <= 60 and squeezed.endswith("摄") and not squeezed.endswith("拍摄"):
        return Shape("caption")
    if len(text) <= 80 and label_of(squeezed, "source_words"):
        return Shape("caption")
    if len(text) <= 80 and re.search(r"图片来源|供图$", squeezed) and not squeezed.endswith("。"):
        return Shape("caption")
    for pattern in _numbered_captions():
        number = pattern.match(squeezed)
        if number:
            rest = squeezed[number.end() :].strip("*")
            if not rest.strip(":：."):
                return Shape("caption_label")
            if (
                len(squeezed) <= 70
                and rest[-1] not in "。；;，,、"
                and (not starts_with(rest, "caption_not_before") or _is_named(text, rest))
            ):
                return Shape("caption")
    return None


@cache
def _numbered_captions() -> tuple[re.Pattern[str], ...]:
    """表1, 图2-3, Table 4 as they begin a caption; a pattern a word."""
    numbers = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-z](?![a-z]))(?:[-.–]\d{1,2})?"
    return tuple(re.compile(rf"^\*?{word}\.?{numbers}") for word in words("caption_words"))


def _is_named(text: str, rest: str) -> bool:
    """表1 中欧班列…: after a blank 中 begins a name (中国, 中部), not the words 表1中…"""
    return re.match(r"^\D{1,10}[\d.\-–]{1,5}\s+中(?![的，,])", text) is not None and not rest.endswith("示")


def _list_mark(text: str, squeezed: str) -> Shape | None:
    if ENTRY.match(text):
        return Shape("entry")
    if label_of(squeezed, "footnote_labels"):
        return Shape("footnote")
    if NOTE_MARK.match(text) and re.search(r"https?:", text):
        return Shape("footnote")
    if ITEM.match(text):
        return Shape("item")
    return None


def ends_sentence(text: str) -> bool:
    """True if the text ends in sentence-final punctuation, closing quotes and reference marks put aside.

    A full stop counts in Latin text, a full-width one also after Chinese words.
    A semicolon and a colon do not end a sentence (see :func:`ends_clause`).
    """
    last = _last(text)
    return last in "。！？!?…" or (last in ".．" and is_latin(text)) or (last == "．" and _after_words(text))


def _after_words(text: str) -> bool:
    """True if the full-width point at the end of the text closes words: journals of mathematics print ． for 。"""
    rest = text.rstrip(CLOSERS + " \u3000")
    while REFERENCE_MARK.search(rest[:-1].rstrip()):
        rest = REFERENCE_MARK.sub("", rest[:-1].rstrip()).rstrip() + "．"
    before = rest[:-1].rstrip().rstrip(CLOSERS)[-1:]
    return HAN.match(before) is not None or (before.isalnum() and len(HAN.findall(text)) >= 8)


def ends_clause(text: str) -> bool:
    """True if the text ends in a colon or semicolon."""
    return _last(text) in "：:；;"


def ends_open(text: str) -> bool:
    """True if the sentence must go on: a comma, an opening bracket or quote, an unclosed title mark."""
    last = text.rstrip()[-1:]
    if last in "，,、（(《“‘「『〈":
        return True
    return text.count("《") > text.count("》")


def _last(text: str) -> str:
    """The last character that tells: before closing quotes and brackets and reference marks."""
    rest = text.rstrip()
    while True:
        without = REFERENCE_MARK.sub("", rest).rstrip()
        if without == rest:
            break
        rest = without
    inner = rest.rstrip(CLOSERS)
    if inner != rest and inner[-1:] not in "。！？!?…":
        return rest[-1:]
    return inner[-1:]


def ends_in_reference_mark(text: str) -> bool:
    """True if the text ends in [3], ［12］ or <sup>…</sup>."""
    return REFERENCE_MARK.search(text.rstrip()) is not None


def is_latin(text: str) -> bool:
    """True for text in Latin letters: at least three, and more than Chinese characters."""
    latin = len(LATIN.findall(plain(text)))
    return latin >= 3 and latin > 2 * len(HAN.findall(text))


SEX = re.compile(r"(?:^|[,，、;；(（\s])[男女](?:[,，、;；)）\s]|$)")  # a word of its own: 王某，女，…


def is_author_note(text: str) -> bool:
    """True for a line such as ``王某, 博士, 研究方向为…``: a short name, a comma, words of a life.

    A sentence that counts (``在校学生，男生300人。``) is none: a life has years and months, hardly amounts.
    """
    line = plain(text)
    if ends_sentence(line) and AMOUNT.search(line):
        return False
    name = re.match(
        r"^(?:\*?[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff]{1,3}|[A-Z][\w\-]+(?:\s[A-Z][\w\-]*){1,3})\s*[(（,，:：]",
        line,
    )
    if name is None or len(line) > 200:
        return False
    return SEX.search(line) is not None or any(word in line for word in words("author_words"))


def is_sentence(text: str) -> bool:
    """True for a Chinese sentence with its full stop: body text wherever it stands, if it carries no label.

    A question or an exclamation may as well be a headline, and a stop in Latin text the end of an address.
    """
    line = plain(text)
    return _last(line) == "。" and HAN.search(line) is not None and not is_author_note(line)


def width(text: str) -> int:
    """Columns on a screen: Chinese and full-width characters count two, blanks between them nothing."""
    squeezed = "".join(text.split())
    return sum(2 if ord(char) >= 0x2E80 else 1 for char in squeezed)
