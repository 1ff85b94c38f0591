"""The sections of a paper that reports a study: which flows tell its methods, its results, or what others found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from suyuan.flow import Flow
from suyuan.time.study_words import study_words

# title: what stands before the abstract; definitions: criteria, treatments, statistics, sizes that were planned
Kind = Literal[
    "title",
    "abstract",
    "background",
    "methods",
    "definitions",
    "results",
    "discussion",
    "conclusion",
    "advice",
    "end",
]

NUMBER = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、章节.]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}(?:\.\d{1,2}){0,3}[.、]?)"
)
RUN_IN = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}(?!\d)(?P<words>[^，。；：（\d]{2,10})")
ABSTRACT = re.compile(r"[【\[]?(?:摘要|Abstract|ABSTRACT)[】\]：: ]")
CONCLUDES = re.compile("(?:研究|主要)?结论(?:与|和|及|、)讨论")
BARE = ("数据", "资料", "数据集", "对象")  # headings of one word
LONGEST_PLAIN = 12  # characters of a heading of a section that has no number
LONGEST = 32


@dataclass(frozen=True, slots=True)
class Section:
    """What a flow is part of."""

    kind: Kind
    heads: tuple[str, ...] = ()  # headings above it, the innermost last
    part: int = 0  # number of the main heading above it that tells nothing of itself (研究一, 原路面检测)


def sections_of(flows: Sequence[Flow]) -> list[Section]:
    """The section of each flow; a section whose heading tells nothing holds results once the methods were told."""
    result: list[Section] = []
    stack: list[tuple[int, str, Kind | None]] = []
    above_all = _above_all(flows)
    part = 0
    abstracts = [index for index, flow in enumerate(flows) if is_abstract(flow)]
    opening = abstracts[0] if abstracts else 0
    told = False  # the methods
    for index, flow in enumerate(flows):
        if is_abstract(flow):
            result.append(Section("abstract"))
            continue
        if flow.block.kind == "heading" and index >= opening and index != above_all:
            level = flow.block.level or 1
            while stack and stack[-1][0] >= level:
                stack.pop()
            stack.append((level, flow.text, _kind(flow.text)))
            told = told or stack[0][2] in ("methods", "results")
            if len(stack) == 1:
                part = index + 1 if stack[0][2] is None else 0
        kinds = [kind for _, _, kind in stack if kind]
        heads = tuple(text for _, text, _ in stack)
        if index < opening or flow.block.kind == "title":
            result.append(Section("title"))
            continue
        run_in = RUN_IN.match(flow.text) if flow.block.kind != "heading" else None
        if run_in:
            inner = kind_of(run_in["words"])
            kinds += [inner] if inner else []
            heads = (*heads, run_in["words"])
        result.append(Section(_within(kinds, told), heads, part))
    return result


def _above_all(flows: Sequence[Flow]) -> int | None:
    """Index of the heading that all others stand below: the title of the paper."""
    headings = [
        (flow.block.level or 1, index) for index, flow in enumerate(flows) if flow.block.kind == "heading"
    ]
    highest = min((level for level, _ in headings), default=0)
    first = [index for level, index in headings if level == highest]
    alone = len(headings) > 1 and first == [headings[0][1]]
    return first[0] if alone else None


def is_abstract(flow: Flow) -> bool:
    """An abstract, in whichever language."""
    return flow.block.kind == "abstract" or (
        flow.block.kind == "paragraph" and ABSTRACT.match(flow.text) is not None
    )


def kind_of(words: str) -> Kind | None:
    """What a heading announces."""
    if CONCLUDES.match(words):
        return "conclusion"
    if words in BARE:
        return "methods"
    return next((cast(Kind, kind) for kind, names in study_words().heads if names.search(words)), None)


def _kind(text: str) -> Kind | None:
    number = NUMBER.match(text)
    plain = text[number.end() :] if number else text
    return kind_of(plain) if len(plain) <= (LONGEST if number else LONGEST_PLAIN) else None


def _within(kinds: Sequence[Kind], told: bool) -> Kind:
    """The kind of a flow under headings of these kinds, outermost first: 2结果 > 2.1研究对象 are results."""
    if not kinds:
        return "results" if told else "background"
    last = kinds[-1]
    if "results" in kinds and last in ("methods", "definitions", "background"):
        return "results"
    if kinds[0] in ("discussion", "conclusion", "advice", "end"):
        return kinds[0]
    return last
