"""The constructions of Chinese that tie two places. Each takes a clause or sentence and gives ties."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from suyuan.links.ends import LIST_LINK, End, row_from
from suyuan.links.ties import Range, Tie, head_of, join_before
from suyuan.links.transfers import transfers
from suyuan.links.words import LinkWords
from suyuan.places.tables import place_words
from suyuan.records.act import LinkKind

QUOTE = re.compile("“[^“”]*”")


def sides(text: str, sentence: Range, clauses: list[Range], ends: list[End], words: LinkWords) -> list[Tie]:
    """A与B、C共建…; A、B与C组建…; 与B合作… with the A of a clause before it in the sentence."""
    ties: list[Tie] = []
    subject: End | None = None
    for start, stop in clauses:
        inside = [i for i, end in enumerate(ends) if start <= end.start and end.end <= stop]
        for i in inside:
            join = join_before(text, ends[i].start, start, words)
            if join is None:
                continue
            right = [end for end in row_from(text, ends, i) if end.end <= stop]
            left = _left_row(text, ends, i, join, start)
            if not left and text[start:join].strip("，并且还又就、") == "" and subject is not None:
                left = [subject]
            if not left or (len(left) > 1 and len(right) > 1) or _is_plain_list(text, join, left, right):
                continue
            found = _relation(text, right[-1].end, stop, words)
            if found is None or words.denied.search(text, start, found[1]):
                continue
            kind, finish, what = found
            ties += [
                Tie(a, b, kind, False, left[0].start if left[0].start >= start else join, finish, what, "sides")
                for x in left for y in right for a in x.places for b in y.places
                if len(x.places) == 1 and len(y.places) == 1
            ]  # fmt: skip
        subject = head_of(text, start, [ends[i] for i in inside], words) or subject
    return ties


def _left_row(text: str, ends: list[End], index: int, join: int, floor: int) -> list[End]:
    """The ends of the left side: joined by 、, and touching the join but for 等六市, 市政府 and the like."""
    row: list[End] = []
    right = join
    for end in reversed(ends[:index]):
        between = text[end.end : right]
        if end.start < floor:
            break
        if not row:
            if len(between) > 10 or re.search("[，。；的]", between):
                break
        elif not LIST_LINK.fullmatch(between):
            break
        row.insert(0, end)
        right = end.start
    return row


def _is_plain_list(text: str, join: int, left: list[End], right: list[End]) -> bool:
    """北京、天津和河北: 和 that closes a list joins no two sides."""
    return text[join] == "和" and (len(left) > 1 or len(right) > 1)


def _relation(text: str, at: int, stop: int, words: LinkWords) -> tuple[LinkKind, int, str | None] | None:
    """Kind, end and words of the relation that follows the second side."""
    limit = min(stop, at + words.reach)
    building = words.building.search(text, at, min(stop, at + 2 * words.reach))
    direct = words.relation.search(text, at, limit)
    if direct and words.not_between.search(text, at, direct.start()):
        direct = None
    if direct and (not building or direct.start() <= building.start()):
        return (
            words.relations[direct.group()],
            direct.end(),
            text[direct.start() : stop].strip("，。；：") or None,
        )
    if building and building.start() - at <= 8:
        return words.building_nouns[building[1]], building.end(), building.group()
    return None


def presence(
    text: str, sentence: Range, clauses: list[Range], ends: list[End], words: LinkWords
) -> list[Tie]:
    """X企业在Y设立分支机构; X在Y有合作关系. A clause without X (393家企业在…) goes on with the X before it."""
    ties: list[Tie] = []
    subject: End | None = None
    for start, stop in clauses:
        inside = [end for end in ends if start <= end.start and end.end <= stop]
        place = next((e for e in inside if text[e.start - 1 : e.start] == "在" and not e.body), None)
        head = head_of(text, start, [e for e in inside if e is not place], words)
        subject = head or subject
        if head is None and place is not None and not words.goes_on.fullmatch(text, start, place.start - 1):
            continue
        if place is None or subject is None or place.place is None or subject.place is None:
            continue
        branch = words.branch.search(text, place.end, min(stop, place.end + words.reach))
        partner = words.partner.match(text, place.end, stop)
        found = branch or partner
        if found is None or words.denied.search(text, start, found.start()):
            continue
        begin = subject.start if subject.start >= start else place.start
        kind: LinkKind = "branch" if branch else "cooperation"
        ties.append(
            Tie(subject.place, place.place, kind, bool(branch), begin, found.end(), found.group(), "presence")
        )
    return ties


def shared(text: str, sentence: Range, clauses: list[Range], ends: list[End], words: LinkWords) -> list[Tie]:
    """京雄科创走廊, 川渝一体化: what two places have together, after their short names and nothing between."""
    ties = []
    for index, first in enumerate(ends):
        if not sentence[0] <= first.start < sentence[1] or first.body:
            continue
        if text.endswith(words.with_others, sentence[0], first.start):
            continue  # 与港澳合作: the two are the other side
        names: tuple[str, ...]
        following = ends[index + 1] if index + 1 < len(ends) else None
        if following is not None and _hyphened(text, first, following):
            names, end = first.places + following.places, following.end
        elif len(first.places) == 2 and first.end - first.start == 2:
            if _longer(text, first):
                continue  # 鲁港澳: three
            names, end = first.places, first.end
        elif _adjoining(first, following) and not (index and _adjoining(ends[index - 1], first)):
            assert following is not None
            names, end = first.places + following.places, following.end
            if index + 2 < len(ends) and _adjoining(following, ends[index + 2]):
                continue  # 沪苏浙: three
        else:
            continue
        found = words.shared.match(text, end, sentence[1])
        inner = found is not None and any(end <= e.start < found.end() for e in ends)
        if found is None or inner or _denied(text, first.start, found.end(), clauses, words):
            continue
        what = text[first.start : found.end()]
        kind = words.shared_nouns[found[1]]
        ties.append(Tie(names[0], names[1], kind, False, first.start, found.end(), what, "shared"))
    return ties


def _hyphened(text: str, first: End, second: End) -> bool:
    """北京-雄安…走廊: two places with a hyphen between."""
    return text[first.end : second.start] == "-" and all(
        end.place and not end.body for end in (first, second)
    )


def _longer(text: str, pair: End) -> bool:
    """Whether the short name of another place stands right beside a short name of two."""
    known = place_words().abbreviations
    return text[pair.start - 1 : pair.start] in known or text[pair.end : pair.end + 1] in known


def _adjoining(first: End, second: End | None) -> bool:
    """Whether two short names of one place each stand side by side: 浙川."""
    if second is None or first.end != second.start:
        return False
    return all(end.place and not end.body and end.end - end.start == 1 for end in (first, second))


def _denied(text: str, at: int, end: int, clauses: list[Range], words: LinkWords) -> bool:
    start = max((start for start, stop in clauses if start <= at < stop), default=at)
    return words.denied.search(text, start, end) is not None


def outposts(
    text: str, sentence: Range, clauses: list[Range], ends: list[End], words: LinkWords
) -> list[Tie]:
    """清华大学的固安中试孵化基地, 清华大学的中试孵化基地设在固安: a body, and a place with the noun of an outpost."""
    ties = []
    for left, right in pairwise(ends):
        if not (sentence[0] <= left.start < sentence[1]) or left.body == right.body:
            continue
        if right.body and text[left.end : right.start]:
            continue  # of a place and a body only 雄安中关村科技园, with nothing between
        seated = words.seated.fullmatch(text, left.end, right.start) if left.body else None
        if seated and left.place is not None and right.place is not None:
            what = text[left.end : right.start].removeprefix("的") + text[right.start : right.end]
            ties.append(
                Tie(left.place, right.place, "cooperation", False, left.start, right.end, what, "outposts")
            )
            continue
        if text[left.end : right.start] not in ("的", "") or left.place is None or right.place is None:
            continue
        noun = words.outpost.match(text, right.end)
        if noun:
            what = text[(right if left.body else left).start : noun.end()]
            a, b = (left, right) if left.body else (right, left)
            assert a.place is not None and b.place is not None
            ties.append(Tie(a.place, b.place, "cooperation", False, left.start, noun.end(), what, "outposts"))
    return ties


def division(
    text: str, sentence: Range, clauses: list[Range], ends: list[End], words: LinkWords
) -> list[Tie]:
    """研发在北京，转化在天津，生产在河北: each two of the places of one chain."""
    quotes = [(m.start(), m.end()) for m in QUOTE.finditer(text, *sentence)]
    ties: list[Tie] = []
    for start, stop in quotes:
        ties += _pairs_of(text, _functions(text, start, stop, ends, words))
    chain: list[tuple[str, End]] = []
    for start, stop in clauses:
        quoted = [(a, b) for a, b in quotes if a < stop and start < b]
        found = [
            (function, end)
            for function, end in _functions(text, start, stop, ends, words)
            if not any(a <= end.start < b for a, b in quoted)
        ]
        if not found or quoted:  # a quoted chain is closed in itself
            ties += _pairs_of(text, chain)
            chain = []
        chain += found
    return ties + _pairs_of(text, chain)


def _functions(text: str, start: int, stop: int, ends: list[End], words: LinkWords) -> list[tuple[str, End]]:
    """Functions and their places: 研发在北京."""
    matches = words.function.finditer(text, start, stop)
    return [
        (m[1], end) for m in matches for end in ends if end.start == m.end() and end.place and not end.body
    ]


def _pairs_of(text: str, chain: list[tuple[str, End]]) -> list[Tie]:
    return [
        Tie(
            x.places[0], y.places[0], "cooperation", False, x.start, y.end,
            f"{function}在{text[x.start : x.end]}，{other}在{text[y.start : y.end]}", "division",
        )
        for (function, x), (other, y) in combinations(chain, 2)
    ]  # fmt: skip


CONSTRUCTIONS = (sides, presence, shared, outposts, division, transfers)
