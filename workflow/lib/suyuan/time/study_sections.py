"""The sections of a paper that reports a study: which flows tell its methods, its results, or what others found."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal, cast

from suyuan.flow import Flow
from suyuan.time.study_words import study_words
from suyuan.values import value

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
DEPTH = re.compile(r"\d{1,2}(?:\.\d{1,2})+(?!\d)")
NUMBERED = re.compile(
    r"\d{1,2}\.\d{1,2}(?!\d)"
)  # 1.1现场检测 is the heading of a section, though no other stands above
RUN_IN = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}(?!\d)(?P<words>[^，。；：（\d]{2,10})")
PAST_THE_FIRST = re.compile(r"第?[二三四五六七八九十][、章]|（[二三四五六七八九十]）|[2-9](?!\d)")
ABSTRACT = re.compile(r"[【\[〔［]?(?:内容)?(?:摘要|提要|Abstract|ABSTRACT)[】\]〕］：: ]")
KEYWORDS = re.compile("[^，。；\\d]{2,16}(?:；[^，。；\\d]{2,16}){2,}|[【\\[〔［]?关键[词字]")
FINDS = re.compile("(?:结果|结论|研究|分析|发现)(?:表明|显示|发现|如下|认为)")
SHORTEST_ABSTRACT = 80
# an abstract in one paragraph without its name: 目的：…。方法：…。结果：…
LABELLED = re.compile(
    "(?:^|[。；])(?:(?:材料|资料|对象)与)?方法(?![是为上的]).{10,}[。；]结果(?!表明|显示|发现|证明|[是为])"
)
CONCLUDES = re.compile("(?:研究|主要)?结论(?:与|和|及|、)讨论")
LABEL = re.compile(r"[【\[]?(?P<words>[\u4e00-\u9fff][\u4e00-\u9fff/与和及、]{1,9})(?P<mark>[】\]：]?)")
LONGEST_LABEL = 6  # characters before a colon
PLAIN_LEVEL = 5  # of a heading without number, and of a label at the head of a paragraph
LONGEST_PLAIN = 12  # characters of a heading of a section that has no number
LONGEST = 32


@value
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
    abstracts = [index for index in range(len(flows)) if is_abstract_at(flows, index)]
    opening = abstracts[0] if abstracts else 0
    told = False  # the methods
    for index, flow in enumerate(flows):
        if index in abstracts:
            result.append(Section("abstract"))
            continue
        if flow.block.kind == "heading" and index >= opening and index != above_all:
            level = flow.block.level or 1
            while stack and (stack[-1][0] >= level or _stands_beside(stack[-1][1], flow.text)):
                stack.pop()
            stack.append((level, flow.text, _kind(flow.text)))
            told = told or stack[0][2] in ("methods", "results")
            if len(stack) == 1:
                part = index + 1 if stack[0][2] is None else 0
        label = label_of(flow) if flow.block.kind in ("paragraph", "abstract") else None
        if label and index >= opening:
            while stack and stack[-1][0] >= PLAIN_LEVEL:
                stack.pop()
            stack.append((PLAIN_LEVEL, label, kind_of(label)))
            told = told or stack[-1][2] in ("methods", "results")
        kinds = [kind for _, _, kind in stack if kind]
        heads = tuple(text for _, text, _ in stack)
        if index < opening or flow.block.kind == "title":
            result.append(Section("title"))
            continue
        run_in = RUN_IN.match(flow.text) if flow.block.kind != "heading" else None
        if run_in:
            words = flow.text[run_in.start("words") : _blank(flow, *run_in.span("words"))]
            inner = kind_of(words)
            kinds += [inner] if inner else []
            heads = (*heads, words)
        result.append(Section(_within(kinds, told), heads, part))
    return _with_unnamed_results(result)


def _stands_beside(above: str, heading: str) -> bool:
    """2.1磨蚀程度 behind 1.1现场检测: whether two headings have numbers of the same depth, so that none is under the other."""
    numbers = DEPTH.match(above), DEPTH.match(heading)
    return all(numbers) and len({number.group().count(".") for number in numbers if number}) == 1


def _with_unnamed_results(sections: list[Section]) -> list[Section]:
    """Where a paper nowhere says 结果, what stands under headings of its own (2.1土地利用, 三、比较分析) are its results: up to
    its discussion or conclusion, or from where its abstract and its introduction are over.

    A heading that tells what the paper speaks of (概况, 沿革, 内涵) opens no results.
    """
    kinds = [section.kind for section in sections]
    if "results" in kinds:
        return sections
    late = [index for index, kind in enumerate(kinds) if kind in ("discussion", "conclusion")]
    introduced = next((index for index, row in enumerate(sections) if _introduces(row)), None)
    return [
        replace(section, kind="results")
        if section.kind == "background"
        and section.heads
        and not tells(section.heads)
        and not describes(section.heads)
        and (
            (late and index < late[0])
            or (introduced is not None and index > introduced)
            or ("abstract" in kinds[:index] and _is_past_the_first(section.heads))
        )
        else section
        for index, section in enumerate(sections)
    ]


def with_unnamed_methods(sections: Sequence[Section], stated: Collection[int]) -> list[Section]:
    """Where a text has results but neither abstract nor methods by name, the paragraphs without heading that state the period
    (``stated``) are its methods: 查得2015—2021年确诊的41例…。结果：男19例."""
    kinds = {section.kind for section in sections}
    if "results" not in kinds or kinds & {"abstract", "methods", "definitions"}:
        return list(sections)
    return [
        replace(section, kind="methods")
        if index in stated and section.kind == "background" and not section.heads
        else section
        for index, section in enumerate(sections)
    ]


def _introduces(section: Section) -> bool:
    """Whether a section stands under the heading or label of an introduction (引言)."""
    return section.kind == "background" and bool(section.heads) and _kind(section.heads[0]) == "background"


def _is_past_the_first(heads: Sequence[str]) -> bool:
    """2.1联系强度的层级, 三、比较分析: whether the number of the main heading leaves an introduction before it."""
    return PAST_THE_FIRST.match(heads[0]) is not None


def describes(heads: Sequence[str]) -> bool:
    return any(study_words().describes.search(head) for head in heads)


def tells(heads: Sequence[str]) -> bool:
    return any(_kind(head) is not None for head in heads)


def _above_all(flows: Sequence[Flow]) -> int | None:
    """Index of the heading that all others stand below: the title of the paper."""
    headings = [
        (flow.block.level or 1, index) for index, flow in enumerate(flows) if flow.block.kind == "heading"
    ]
    highest = min((level for level, _ in headings), default=0)
    first = [index for level, index in headings if level == highest]
    alone = len(headings) > 1 and first == [headings[0][1]] and not NUMBERED.match(flows[first[0]].text)
    return first[0] if alone else None


def is_abstract(flow: Flow) -> bool:
    """An abstract, in whichever language."""
    return flow.block.kind == "abstract" or (
        flow.block.kind == "paragraph"
        and (ABSTRACT.match(flow.text) is not None or LABELLED.search(flow.text) is not None)
    )


def is_abstract_at(flows: Sequence[Flow], index: int) -> bool:
    """An abstract by its name, or a paragraph before all headings that says what was found and has the keywords behind it."""
    flow = flows[index]
    if is_abstract(flow):
        return True
    if flow.block.kind != "paragraph" or len(flow.text) < SHORTEST_ABSTRACT or index + 1 == len(flows):
        return False
    if FINDS.search(flow.text) is None or KEYWORDS.match(flows[index + 1].text) is None:
        return False
    return not any(before.block.kind == "heading" and _kind(before.text) for before in flows[:index])


def heads_in_full(flows: Sequence[Flow]) -> set[str]:
    """Kinds of the headings and labels of a text that no everyday word alone makes (结果与分析, not 效果)."""
    found: set[str] = set()
    for flow in flows:
        if flow.block.kind == "heading":
            number = NUMBER.match(flow.text)
            words = flow.text[number.end() :] if number else flow.text
        else:
            words = label_of(flow) or ""
        kind = _kind(words) if words and words not in study_words().bare else None
        if kind is not None:
            found.add(kind)
    return found


@lru_cache(maxsize=4096)  # the headings above each paragraph are asked again and again
def kind_of(words: str) -> Kind | None:
    """What a heading announces."""
    if CONCLUDES.match(words):
        return "conclusion"
    bare = study_words().bare.get(words)
    if bare is not None:
        return cast(Kind, bare)
    return next((cast(Kind, kind) for kind, names in study_words().heads if names.search(words)), None)


def label_of(flow: Flow) -> str | None:
    """The heading that a paragraph begins with on its own line: 【结果】…, 结果：…, or 结果 and a blank in print."""
    match = LABEL.match(flow.text)
    if match is None:
        return None
    if match["mark"]:
        words = match["words"]
        known = match["mark"] != "：" or len(words) <= LONGEST_LABEL
    else:
        end = _blank(flow, *match.span("words"))
        words = flow.text[match.start("words") : end]
        known = end < match.end("words") or (end < len(flow.text) and _is_blank_before(flow, end))
    return words if known and kind_of(words) is not None else None


def _blank(flow: Flow, start: int, end: int) -> int:
    """Where the first blank in print stands between two positions of a flow; ``end`` where none does."""
    places = pairwise(flow.offsets[start:end])
    return next((at for at, (before, here) in enumerate(places, start + 1) if here - before > 1), end)


def _is_blank_before(flow: Flow, at: int) -> bool:
    return flow.offsets[at] - flow.offsets[at - 1] > 1


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
