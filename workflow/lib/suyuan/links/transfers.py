"""Moves from place to place: 搬迁到, 向…转移, 因…搬迁."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.links.ends import LIST_LINK, End, row_from
from suyuan.links.ties import Range, Tie, head_of
from suyuan.links.words import LinkWords

ITEM_LINK = re.compile("[、和与及]|以及")


RESPECTIVELY = "分别"


def transfers(
    text: str, sentence: Range, clauses: list[Range], ends: list[End], words: LinkWords
) -> list[Tie]:
    """A、B分别搬迁到X和Y; A向X转移…; 转移到X的A企业; X因A搬迁."""
    ties: list[Tie] = []
    subject: End | None = None
    for start, stop in clauses:
        inside = [i for i, end in enumerate(ends) if start <= end.start and end.end <= stop]
        subject = head_of(text, start, [ends[i] for i in inside], words) or subject
        if words.not_moved.search(text, start, stop):
            continue
        for match in words.move_to.finditer(text, start, stop):
            ties += _moved_to(text, start, match.start(), match.end(), ends, words)
        for match in words.move_toward.finditer(text, start, stop):
            ties += _moved_toward(text, start, match, stop, ends, subject, words)
        ties += _because(text, start, stop, ends, words)
    return ties


def _moved_to(text: str, start: int, verb: int, after: int, ends: list[End], words: LinkWords) -> list[Tie]:
    index = next((i for i, end in enumerate(ends) if end.start == after), None)
    if index is None:
        return []
    targets = row_from(text, ends, index)
    stop = targets[-1].end
    if text[stop : stop + 1] == "的":  # 转移到河北省的北京企业
        source = next((end for end in ends if end.start == stop + 1 and end.place), None)
        noun = words.movable.match(text, source.end) if source else None
        if source is None or noun is None:
            return []
        return _moves([source] * len(targets), targets, verb, noun.end(), text[source.start : noun.end()])
    before = text[start:verb]
    items = _items(text, start, verb - len(RESPECTIVELY) if before.endswith(RESPECTIVELY) else verb, ends)
    if before.endswith(RESPECTIVELY) and len(items) == len(targets):
        ties = []
        for (source, what), target in zip(items, targets, strict=True):
            ties += _moves([source], [target], verb, stop, what) if source else []
        return ties
    origins = [source for source, _ in items if source is not None]
    return _moves([origins[0]] * len(targets), targets, verb, stop, None) if origins else []


def _items(text: str, start: int, stop: int, ends: list[End]) -> list[tuple[End | None, str]]:
    """Items of a list with the place of each: its own, else that of 北京的 before the first."""
    items: list[tuple[End | None, str]] = []
    owner: End | None = None
    at = start
    for piece in ITEM_LINK.split(text[start:stop]):
        inside = [end for end in ends if at <= end.start and end.end <= at + len(piece) and end.place]
        if inside and text[inside[0].end : inside[0].end + 1] == "的" and owner is None:
            owner = inside[0]
        own = inside[-1] if inside else owner
        items.append((own, piece.rpartition("的")[2] or piece))
        at += len(piece) + 1
    return items


def _moved_toward(
    text: str,
    start: int,
    match: re.Match[str],
    stop: int,
    ends: list[End],
    subject: End | None,
    words: LinkWords,
) -> list[Tie]:
    before = [i for i, end in enumerate(ends) if start <= end.start and end.end <= match.start()]
    index = next((i for i in before if text[ends[i].start - 1 : ends[i].start] in words.toward), None)
    if index is None:
        return []
    targets = row_from(text, ends, index)
    if targets[-1].end != match.start():
        return []
    source = next((ends[i] for i in reversed(before) if i < index), subject)
    begin = source.end if source is not None and source.start >= start else start
    moved = text[match.end() : stop].strip("，。；：") or text[begin : targets[0].start - 1].strip("，将把")
    what = moved or None
    if source is None:
        places = [name for target in targets for name in target.places]
        at = (targets[0].start, match.end())
        return [Tie("", name, "transfer", True, *at, what, "transfer") for name in places]
    each = [replace(source, places=(name,)) for name in source.places]  # 京津资源向河北延伸: from both
    return [
        tie for own in each for tie in _moves([own] * len(targets), targets, match.start(), match.end(), what)
    ]


def _because(text: str, start: int, stop: int, ends: list[End], words: LinkWords) -> list[Tie]:
    """甲市和乙县因丙钢搬迁出台政策, 甲市由于丙钢的迁入…: what moved is a body, and the places are named before."""
    ties = []
    for index, source in enumerate(ends):
        if not (start <= source.start < stop) or not source.body:
            continue
        cause = next((word for word in words.because if text.endswith(word, start, source.start)), None)
        if cause is None:
            continue
        moved = words.because_moved.match(text, source.end)
        if moved is None or source.place is None:
            continue
        targets: list[End] = []
        right = source.start - len(cause)
        for end in reversed(ends[:index]):
            if not LIST_LINK.fullmatch(text[end.end : right]) or end.start < start:
                break
            targets.insert(0, end)
            right = end.start
        ties += _moves([source] * len(targets), targets, right, moved.end(), text[source.start : moved.end()])
    return ties


def _moves(sources: list[End], targets: list[End], start: int, end: int, what: str | None) -> list[Tie]:
    return [
        Tie(source.places[0], target.places[0], "transfer", True, min(start, source.start, target.start), end, what, "transfer")
        for source, target in zip(sources, targets, strict=True)
        if source.place and target.place
    ]  # fmt: skip
