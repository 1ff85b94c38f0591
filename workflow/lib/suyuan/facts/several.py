"""As many names as numbers: 解决率、满意率分别达97%和98%, 第一、二产业增加值分别增长3%和4%, 藏书、读者分别为3万册、2万人."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.actors import row_dimension
from suyuan.facts.counted_members import without_count
from suyuan.facts.left import collect_left
from suyuan.facts.list_names import SEVERAL, in_full, listed, rows, samples
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import OWN_AREA
from suyuan.facts.reading import Column, counted, is_count, words_of
from suyuan.facts.rules_growth import COUNTS, with_count
from suyuan.facts.rules_statistics import GROUP, GROUP_BEFORE
from suyuan.facts.study_words import study_words
from suyuan.facts.told import is_magnitude
from suyuan.facts.words import column_words

GROUP_OF = "组"
RESPECTIVELY = ("分别", "分列", "分居")
IN_ORDER = (*RESPECTIVELY, "依次", "各")
JOINERS = ("以及", "、", "和", "与", "及")
PAIRED = re.compile(
    r"(?P<a>[^的，、和与及]{2,10})[、和与及](?P<b>[^的，、和与及]{2,10})的(?P<head>[一-龥]{2,8})"
)  # 甲和乙的系数为-0.15和-0.21
SHORTEST_NAME = 2  # characters
MISMATCHED = "list_of_other_length"  # more or fewer names than numbers: which is whose is not said
# rules that may take the noun from the number before
CARRYING = frozenset({"growth", "share_of", "share_carried"})


def first_of_several(par: Paragraph, i: int, column: Column) -> Column:
    """解决率、满意率分别达97.3%和97.7%: as many names as numbers are one name each; this is the first.

    Categories of one dimension are rows of one measure. Where a list with 、 has another number of members than there are
    numbers, nothing says which is whose: the column has no measure then.
    """
    run = run_of(par, i)
    size = len(run)
    if size < 2 or column.stem is None or column.measure is None or column.owner is not None:
        return column
    alike = run == par.run_of(i)  # of one unit
    start = par.mentions[i].start
    clause = par.clause(start)
    lead = par.text[clause.start : start]
    paired = PAIRED.fullmatch(column.stem) if size == 2 else None
    paired = paired if paired is not None and _of_each(paired["head"]) else None
    if not (paired or any(word in lead for word in IN_ORDER)) or not (alike or column.level):
        return column
    if paired is not None and rows(in_full([paired["a"], paired["b"]])) is None:
        first, second = (f"{paired[name]}的{paired['head']}" for name in "ab")
        return replace(column, measure=first, stem=first, each=(first, second))
    column = _without_each(column)
    stem, ending = column.stem or "", (column.measure or "").removeprefix(column.stem or "")
    pair = _pair(stem) if size == 2 else []
    words, more = (stem, False) if pair else _reaching_back(par, i, stem, size)
    counted_by = _members_counted(par, i, words, size)
    if counted_by:
        grouped = all(name.endswith(GROUP_OF) for name in counted_by)
        dimension = GROUP if grouped else row_dimension(counted_by[0])
        return replace(column, owner=counted_by[0], owners=counted_by, dimension=dimension)
    names = pair or (None if more else listed(words, size))
    if names is None:
        of_places = _of_places(par, i)
        if of_places and (bare := without_count(stem, size)) not in ("", stem):
            column = replace(column, measure=bare + ending, stem=bare)
        mismatched = more or ("、" in words and not of_places)
        return replace(column, measure=None, stem=None, rule=MISMATCHED) if mismatched else column
    coded = samples(names)
    names = names if pair or coded else in_full(names)
    if len(names) != size or min(map(len, names)) < SHORTEST_NAME:
        return column
    if len(set(names)) < size:
        return replace(column, measure=None, stem=None, rule=MISMATCHED)
    found = coded or rows(names)
    if found is not None:
        dimension, rest, owners = found
        return replace(
            column,
            measure=rest + ending,
            stem=rest,
            owner=owners[0],
            owners=tuple(owners),
            dimension=dimension,
        )
    each = tuple(
        name + ending if alike else counted(name, par.mentions[k]) for k, name in zip(run, names, strict=True)
    )
    return replace(column, measure=each[0], stem=names[0], each=each)


def _of_each(head: str) -> bool:
    """Each of two has one: 温度和湿度的|贡献率|; the distance of two is one."""
    return is_magnitude(head) and not head.endswith(study_words().between_two)


def run_of(par: Paragraph, i: int) -> range:
    """The enumeration of quantity ``i``; after 分别 its members may be of several units: 214对和69家."""
    run = par.run_of(i)
    first, last = run[0], run[-1]
    while first > 0 and _joined(par, first):
        first -= 1
    while last + 1 < len(par.mentions) and _joined(par, last + 1):
        last += 1
    if last - first == run[-1] - run[0]:
        return run
    start = par.mentions[first].start
    told = par.text[par.clause(start).start : start]
    return range(first, last + 1) if any(word in told for word in RESPECTIVELY) else run


def _joined(par: Paragraph, i: int) -> bool:
    return par.text[par.mentions[i - 1].end : par.mentions[i].start].strip() in JOINERS


def _without_each(column: Column) -> Column:
    """进口、出口额|各|增长: 各 says that each has its number, and is no part of the name."""
    stem = column.stem or ""
    if not stem.endswith("各"):
        return column
    bare = stem.removesuffix("各")
    return replace(column, measure=(column.measure or "").replace(stem, bare, 1), stem=bare)


def _reaching_back(par: Paragraph, i: int, stem: str, size: int) -> tuple[str, bool]:
    """The list that ``stem`` is the end of, with the members left of it, and whether there are more than ``size``.

    新能源汽车、|节能家电销售额: the phrase of a number ends at a verb, which may be the first word of a member.
    """
    start = par.mentions[i].start
    clause = par.clause(start)
    at = par.text.rfind(stem, clause.start, start)
    while at > clause.start:
        verb = par.tokens[max(par.first_token(at) - 1, 0)]
        listed_before = par.text.endswith(JOINERS, clause.start, verb.start)
        if verb.end == at and listed_before and verb.text in column_words().transparent_verbs:
            stem, at = verb.text + stem, verb.start  # 游客、|实现|旅游收入
        joiner = next((j for j in JOINERS if par.text.endswith(j, clause.start, at)), "")
        index = par.first_token(at - len(joiner)) - 1
        if index < 0 or par.tokens[index].end != at - len(joiner):
            return stem, False
        last = par.tokens[index]
        if last.flag in ("PLACE", "TIME") or last.text in OWN_AREA:
            return stem, False  # 北京、天津的机构: the area says it
        if joiner and len(SEVERAL.split(stem)) >= size:
            return stem, listed(stem, size) is None or joiner == "、"
        if last.flag == "QTY":  # 18—30岁、|46岁以上受访者
            if not joiner or par.tokens[par.first_token(at)].flag != "QTY":
                return stem, False
            stem, at = last.text + joiner + stem, last.start
            continue
        tokens = collect_left(par, index).tokens
        if len(tokens) > 1 and tokens[0].text in column_words().causing_verbs:
            tokens = tokens[1:]  # 以旧换新|带动|限上汽车、家电零售额
        if not tokens or not (joiner or listed(words_of(tokens), size)):
            return stem, False  # but 一、二产业|从业人数: the list ends at a verb
        stem = words_of(tokens) + joiner + stem
        at = tokens[0].start
    return stem, False


def _members_counted(par: Paragraph, i: int, stem: str, size: int) -> tuple[str, ...]:
    """国有、民营、外资|三类|企业分别为…: the members stand before a number that counts them; else ()."""
    start = par.mentions[i].start
    at = par.text.rfind(stem, par.clause(start).start, start)
    index = par.first_token(at) - 1 if at > 0 else -1
    if index < 1 or par.tokens[index].flag != "QTY" or par.tokens[index].end != at:
        return ()
    number = par.mentions[par.tokens[index].ref]
    if number.value != size or not is_count(number):
        return ()
    words, more = _reaching_back(
        par, par.tokens[index].ref, words_of(collect_left(par, index - 1).tokens), size
    )
    names = SEVERAL.split(words)
    if more or len(names) != size or not all(names):
        return ()
    grouped = number.unit == GROUP_OF
    return tuple(name if name.endswith(GROUP_OF) or not grouped else name + GROUP_OF for name in names)


def _of_places(par: Paragraph, i: int) -> bool:
    """The places before the numbers are as many as they are: they say which is whose."""
    run = par.run_of(i)
    clause = par.clause(par.mentions[i].start)
    return len(par.areas_in(clause.start, par.mentions[i].start)) >= len(run)


def growth_of_each(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column:
    """国内游客4亿人次、入境游客9万人次，|分别增长6%、39%: as many changes or shares without a subject as levels before them."""
    size, start = len(par.run_of(i)), par.mentions[i].start
    clause = par.clause(start)
    carrying = column.rule in CARRYING and not column.each and not column.owners
    if size < 2 or not carrying or column.stem is None or column.measure is None:
        return column
    lead = par.text[clause.start : start]
    if column.stem in lead or i < size:
        return column
    first = found[i - size]
    if not (any(word in lead for word in IN_ORDER) or first.each or first.owners):
        return column
    before = found[i - size : i]
    sentence = par.sentences[par.sentence_at(start)]
    if par.mentions[i - size].start < sentence.start:
        return column
    owners = tuple(each.owner for each in before if each.owner and each.stem == column.stem)
    if len(set(owners)) == size:
        return replace(column, owner=owners[0], owners=owners, dimension=first.dimension)
    stems = [
        with_count(each.stem, each.measure or "", column.measure)
        for each in before
        if each.level and each.stem
    ]
    if len(set(stems)) != size:
        return column
    ending = column.measure.removeprefix(column.stem)
    ending = ending.removeprefix(next((word for word in COUNTS if ending.startswith(word)), ""))
    return replace(
        column, measure=f"{stems[0]}{ending}", stem=stems[0], each=tuple(f"{stem}{ending}" for stem in stems)
    )


def owners_of_run_before(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column:
    """甲组和乙组有效率分别为80%和85%，|复发率分别为5%和6%: a run as long as the one before it, whose members are rows, has the
    same rows if its own clause names none of them."""
    members = par.run_of(i)
    size, k = len(members), i - len(members)
    named = column.owner is not None or column.owners or column.each or column.measure is None
    if size < 2 or k < 0 or named or par.run_of(k) != range(k, i):
        return column
    first, start = _by_groups(found[k]), par.mentions[i].start
    if len(first.owners) != size or par.sentence_at(par.mentions[k].start) != par.sentence_at(start):
        return column
    lead = par.text[par.mentions[i - 1].end : start]
    own = column.breakdown or first.dimension is None or _other_rows(lead, first)
    return (
        column
        if own
        else replace(column, owner=first.owners[0], owners=first.owners, dimension=first.dimension)
    )


def _by_groups(column: Column) -> Column:
    """试验组有效率, 对照组有效率: names that each begin with a group have the groups for rows."""
    groups = tuple(match["group"] for name in column.each if (match := GROUP_BEFORE.match(name)) is not None)
    named = len(set(groups)) == len(column.each) > 1 and not column.owners
    return replace(column, owners=groups, dimension=GROUP) if named else column


def _other_rows(lead: str, rows: Column) -> bool:
    """The words before the numbers name a row themselves: one of these, or another group."""
    grouped = rows.dimension == GROUP and GROUP_OF in lead
    return grouped or any(owner in lead for owner in rows.owners)


def _pair(stem: str) -> list[str]:
    """存贷款余额 → 存款余额, 贷款余额: two names in one word; else none."""
    for word, parts in column_words().pairs_in_one_word.items():
        if word in stem and not SEVERAL.search(stem):
            return [stem.replace(word, part) for part in parts]
    return []


def member(head: Column, position: int) -> Column:
    """Column of a further member of an enumeration."""
    if 0 < position < len(head.owners):
        return replace(head, owner=head.owners[position])
    if 0 < position < len(head.each):
        ending = (head.measure or "").removeprefix(head.stem or "")
        stem = head.each[position].removesuffix(ending)
        return replace(head, measure=head.each[position], stem=stem, rule="carried_in_list", each=())
    return replace(head, rule="carried_in_list")
