"""Rows of a 分别 list: the place that stands where the number stands (北京、天津、河北分别有57、14和4项)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.facts.area_reach import carries_on, same_sentence, without_subject
from suyuan.facts.area_record import Area
from suyuan.facts.area_words import AreaContext
from suyuan.facts.once import once
from suyuan.facts.paragraph import LINKS, AreaWord, Paragraph
from suyuan.facts.several import RESPECTIVELY
from suyuan.facts.words import column_words
from suyuan.places.records import GEOGRAPHIC
from suyuan.quantities.mention import Mention

PLACE_NAME = "ns"  # jieba's part of speech of a place
LONGEST_MEMBER = 40  # characters of the name of a place with what stands between it and its number
SHARE_OF = "占"
LATTER = "后者"
NOT_SAID = "which_of_list_not_said"
# more than one list before the numbers, or all places taken together: 嘉兴、湖州|合计; 专利|和|商标; 等地; 由A和B增至
OPEN_LIST = re.compile("[、和与及或由从共等]|合计|总[计量共]|[都各同]|(?<!平)均|累计|之[间比差和]|相差")
MEMBER_REACH = 4  # characters between the place of a row and its number: 乐山|一期|5GW
BODY_KINDS = frozenset({"body", "organisation"})
NAMED = GEOGRAPHIC | BODY_KINDS | {"anaphor"}


def row_owner(par: Paragraph, i: int, context: AreaContext) -> tuple[AreaWord, str] | None:
    """The place or body at the number's place in the list, with the first word of the list; None without such a list.

    Looked for among all places of the clause, then in its lists, then in the lists of the sentence before it (美国、日本、中国
    优势明显，总份额分别为31%、23%、20%), the nearest first.
    """
    members = par.run_of(i)
    if len(members) < 2:
        return None
    owners = _row_owners(par, members, context)
    return None if owners is None else (owners[0], owners[1][i - members[0]])


@once
def _row_owners(
    par: Paragraph, members: range, context: AreaContext
) -> tuple[AreaWord, tuple[str, ...]] | None:
    """First word of the list, and the places of all members of a run of quantities."""
    first = par.mentions[members[0]].start
    clause = par.clause(first)
    here = _named(par, clause.start, first)
    if not any(word in par.text[clause.start : first] for word in RESPECTIVELY):
        return _in_two_lists(par, members, here) or _of_run_before(par, members, here, context)
    places = [word for word in here if word.kind not in BODY_KINDS]
    before = _named(par, par.sentences[par.sentence_at(first)].start, clause.start)
    listed = [
        run for run in _lists(par, before) if len(run) > 1
    ]  # of a group before the clause other things are the rows
    for words in (places, here, *reversed(_lists(par, here)), *reversed(listed)):
        rows = tuple(name for word in words for name in word.names)
        if len(rows) != len(members):  # 京津冀和珠三角 are two, 京津冀 of three numbers three
            rows = context.gazetteer.expand(rows)
        if len(rows) == len(members):
            return words[0], rows
    return None


def _in_two_lists(
    par: Paragraph, members: range, here: Sequence[AreaWord]
) -> tuple[AreaWord, tuple[str, ...]] | None:
    """嘉兴、湖州专利授权量达到|3.2万件和1.8万件|: as many places in a list as numbers of one unit, though no 分别 says so; None
    where anything else is listed before the numbers, or they are of all the places together."""
    lists = _lists(par, here)
    numbers = [par.mentions[k] for k in members]
    if len(lists) != 1 or len(here) != len(members) or any(len(word.names) != 1 for word in here):
        return None
    between = par.text[here[-1].end : numbers[0].start]
    one_unit = len({number.unit for number in numbers}) == 1 and not any(number.rank for number in numbers)
    if not one_unit or OPEN_LIST.search(between) or par.text.startswith("等", numbers[-1].end):
        return None
    return here[0], tuple(word.names[0] for word in here)


def _of_run_before(
    par: Paragraph, members: range, here: Sequence[AreaWord], context: AreaContext
) -> tuple[AreaWord, tuple[str, ...]] | None:
    """甲、乙产值分别为3亿元和5亿元，|增长2%和4%|，占全省的6%和8%: a run as long as the one before it, in a clause without places
    of its own but the whole of a share, has its places."""
    k = members[0] - 1
    if k < 0 or not same_sentence(par, members[0]) or len(par.run_of(k)) != len(members):
        return None
    clause = par.clause(par.mentions[members[0]].start)
    if clause == par.clause(par.mentions[k].start):
        return None
    between = _named(par, par.mentions[k].end, clause.start)
    if between or any(SHARE_OF not in par.text[clause.start : word.start] for word in here):
        return None
    return _row_owners(par, par.run_of(k), context)


def _named(par: Paragraph, start: int, end: int) -> list[AreaWord]:
    return [word for word in par.areas_in(start, end) if word.kind in NAMED]


def _lists(par: Paragraph, words: Sequence[AreaWord]) -> list[list[AreaWord]]:
    """Words joined by 、 和 or the like."""
    runs: list[list[AreaWord]] = []
    for word in words:
        if runs and par.text[runs[-1][-1].end : word.start] in LINKS - {"，"}:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def after_list(par: Paragraph, i: int, found: Sequence[Area], context: AreaContext) -> Area | None:
    """甲、乙产值分别为3亿元和5亿元，|增长2%: another count of numbers after a 分别 list is of all its places where it sums them
    up (合计), of the last where it says so (后者), and else of none that is said; None where no such list is before it."""
    start = par.clause(par.mentions[i].start).start
    untold = i > 0 and found[i - 1].rule == NOT_SAID and without_subject(par, start)
    if not untold and not carries_on(par, i, found):
        return None
    k = i - 1
    while k > 0 and found[k].rule == NOT_SAID and same_sentence(par, k):
        k -= 1
    if k < 0 or not same_sentence(par, i) or found[k].rule != "respectively" or i in par.run_of(k):
        return None
    clause, mention = par.clause(par.mentions[i].start), par.mentions[i]
    lead = par.text[clause.start : mention.start]
    rows = _row_owners(par, par.run_of(k), context)
    if rows is None or clause == par.clause(par.mentions[k].start) or LATTER in lead:
        return None
    summed = any(word in lead for word in column_words().summing)
    return Area(tuple(dict.fromkeys(rows[1])), rule="sentence") if summed else Area(rule=NOT_SAID)


def unlisted_row(par: Paragraph, i: int, found: Sequence[Area], context: AreaContext) -> Area | None:
    """广州3家、|佛冈2家: in a row of places one that the gazetteer lacks, which the dictionary knows as a place name."""
    if i == 0 or found[i - 1].rule not in ("row", "clause", "unlisted_row") or len(found[i - 1].names) != 1:
        return None
    before, mention = par.mentions[i - 1], par.mentions[i]
    if before.unit != mention.unit or (
        par.clause(mention.start) != par.clause(before.start) and not same_sentence(par, i)
    ):
        return None
    if found[i - 1].rule != "unlisted_row" and not any(
        _opens_member(par, w, before)
        for w in par.areas_in(max(0, before.start - LONGEST_MEMBER), before.start)
    ):
        return None
    last = par.first_token(mention.start)
    at = _mark_from(par, par.first_token(before.end), last)
    while at is not None and at + 1 < last:
        token = par.tokens[at + 1]
        if (
            token.flag == PLACE_NAME
            and len(token.text) > 1
            and not par.text[token.start :].startswith("中国")
        ):
            return Area((token.text,), rule="unlisted_row", lasts=False)
        at = _mark_from(par, at + 1, last)
    return None


def _mark_from(par: Paragraph, at: int, last: int) -> int | None:
    """Index of the first comma from token ``at`` on and before token ``last``."""
    return next((k for k in range(at, last) if par.tokens[k].text in "、，"), None)


def _opens_member(par: Paragraph, word: AreaWord, mention: Mention) -> bool:
    """、|乐山|5GW: the place stands between a mark and the number, with nothing but an attribute behind it."""
    between = par.text[word.end : mention.start]
    opens = word.start == 0 or par.text[word.start - 1] in "（、，：；。"
    return opens and len(between) <= MEMBER_REACH and not any(mark in between for mark in "（、，：；。")
