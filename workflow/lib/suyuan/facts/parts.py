"""Parts of a whole and members of a list: rows of the column of the number before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.left import left_phrase
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, counted, empty, is_share, words_of
from suyuan.facts.rows_of_magnitude import LONGEST_LABEL, ROW_RULES, WITHIN, growth_of_part, row_of_frame
from suyuan.facts.tokens import tokenise
from suyuan.facts.words import column_words

PART = "part_of_whole"
LEADERS = "leaders"  # 前三家企业 as a row
SAMPLES = "row_of_sample"  # R50-B2 as a row
SHARES = frozenset({"share_of", "share_rows"})
LONGEST = 30  # characters of a measure with a verb that it shares
BARE_SHARE = "占比"
LONGEST_LIST = 20  # characters of a row that lists several things


def part_of_whole(
    par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]
) -> Column | None:
    """(招聘工作人员100万人，)其中，中央事业单位6.3万人，地方事业单位94.3万人: rows of the column of the whole."""
    framed = row_of_frame(par, i, column)
    if framed is not None:
        return framed
    if column.rule == "growth":
        return growth_of_part(par, i, index, column, found)
    if column.rule not in ROW_RULES or column.stem is None:
        return None
    whole = _whole(par, i, index, found)
    phrase = left_phrase(par, index)
    if whole is None or whole.measure is None or whole.stem is None or empty(phrase):
        return None
    tokens = phrase.tokens
    repeated = tokens[0].flag in ("v", "vn") and tokens[0].text in whole.stem and len(tokens) > 1
    if repeated and _new_group(par, i, index) and _within_group(par, i - 1):
        return None  # 新增铁路1万公里，其中高铁8千公里；|新增|公路6万公里
    if repeated:
        tokens = tokens[1:]  # 培训2228万人次。其中，|培训|企业职工1148万人次
    elif any(t.flag == "v" for t in (tokens[:-1] if _named_deed(whole) else tokens)):
        return None  # 支付各项赔款和给付9亿元。其中，|医疗|给付2亿元
    label = words_of(tokens)
    own = names_magnitude(label) and not (_named_deed(whole) and _in_parts(par, i, found))
    if not label or len(label) > LONGEST_LABEL or own:
        return None
    belongs = (
        bool(whole.topic) and whole.stem.startswith(whole.topic or "") and (whole.topic or "") not in label
    )
    if _same_head(label, whole.stem) and not belongs and not _named_deed(whole):
        return None
    return replace(
        whole,
        rule=PART,
        owner=label,
        dimension=whole.dimension or "分项",
        each=(),
        owners=(),
        level=whole.level,
    )


def _in_parts(par: Paragraph, i: int, found: Sequence[Column]) -> bool:
    """The number before is a part itself."""
    return i > 0 and found[i - 1].rule == PART and par.mentions[i - 1].unit == par.mentions[i].unit


def _named_deed(whole: Column) -> bool:
    """What the whole measures is a deed itself."""
    tokens = tokenise(whole.stem or "", [])
    return bool(tokens) and tokens[-1].flag in ("v", "vn")


def share_of_row(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """西药类占总额的70%，|中成药类|占14%; 投资100亿元，其中|住房|占44%: rows of the share before, or of the whole."""
    label = _row_of_share(column)
    if i == 0 or not label:
        return None
    column = replace(column, stem=label)
    mention, before = par.mentions[i], found[_last_row(par, i, found)]
    sentence = par.sentences[par.sentence_at(mention.start)]
    if par.mentions[i - 1].start < sentence.start or len(label) > LONGEST_LIST or before.stem is None:
        return None
    if before.rule == PART and column.stem == before.stem and before.level:
        return replace(column, owner=before.owner, dimension=before.dimension)
    if before.rule in SHARES and before.stem != column.stem and par.mentions[i - 1].unit == mention.unit:
        named = before.rule == "share_rows" or (
            column.rule == "share_of" and (before.measure or "").endswith("比重")
        )
        return replace(before, rule="share_rows", owner=label, dimension="分项") if named else None
    for k in range(i - 1, -1, -1):
        if par.mentions[k].start < sentence.start:
            return None
        within = WITHIN in par.text[par.mentions[k].end : mention.start]
        if within and found[k].level and found[k].stem is not None and not is_share(par.mentions[k]):
            stem = found[k].stem or ""
            name = stem + "占比"
            return Column(name, stem, "share_rows", owner=column.stem, dimension="分项", level=False)
    return None


def _row_of_share(column: Column) -> str:
    """The row of 中成药类|占14%, or of 玻璃仪器类|占比|不足0.1%; "" for any other column."""
    if column.rule == "share_of" and column.stem is not None and column.measure == column.stem + BARE_SHARE:
        return column.stem
    bare = column.rule == "noun_before_number" and (column.stem or "").endswith(BARE_SHARE)
    return (column.stem or "").removesuffix(BARE_SHARE) if bare else ""


def _last_row(par: Paragraph, i: int, found: Sequence[Column]) -> int:
    """Index of the number before, or of the last row of a share before a sum of rows (以上三类合计87%)."""
    summed = found[i - 1].rule == "sum_of_rows" and i > 1
    return i - 2 if summed else i - 1


def _whole(par: Paragraph, i: int, index: int, found: Sequence[Column]) -> Column | None:
    """Column of the whole of which 其中 tells a part, of the same unit; or of the row before in such a list."""
    if i == 0 or found[i - 1].measure is None:
        return None
    mention = par.mentions[i]
    clause = par.clause(mention.start)
    lead = par.text[max(0, clause.start - 3) : mention.start]
    if WITHIN in lead:
        for k in range(i - 1, -1, -1):
            if par.sentence_at(mention.start) - par.sentence_at(par.mentions[k].start) > 1:
                return None
            whole = found[k]
            rate = not is_share(mention) or (whole.stem or "").endswith(column_words().rates)
            if par.mentions[k].unit == mention.unit and whole.level and whole.rule != PART and rate:
                return replace(whole, owner=None) if whole.measure else None
        return None
    for k in range(i - 1, -1, -1):
        if par.sentence_at(par.mentions[k].start) != par.sentence_at(mention.start):
            return None
        if found[k].level:  # what is told of the part before (增长0.2%) is passed over
            if _new_group(par, i, index) and _within_group(par, k) and _whole_again(par, i, found):
                return None
            same = found[k].rule == PART and par.mentions[k].unit == mention.unit
            return replace(found[k], owner=None) if same else None
    return None


def _new_group(par: Paragraph, i: int, index: int) -> bool:
    """A ； stands between the number before and this one."""
    return "；" in par.text[par.mentions[i - 1].end : par.tokens[index].start]


def _whole_again(par: Paragraph, i: int, found: Sequence[Column]) -> bool:
    """The number behind ； is a new whole: its own 其中 follows, or the group before had several parts."""
    rest = re.split("[；。]", par.text[par.mentions[i].end :], maxsplit=1)[0]
    parts = 0
    for k in range(i - 1, -1, -1):
        parts += found[k].rule == PART and found[k].level
        if "；" in par.text[par.mentions[k - 1].end : par.mentions[k].start] or (
            found[k].rule != PART and found[k].level
        ):
            break
    return WITHIN in rest or parts > 1


def _within_group(par: Paragraph, k: int) -> bool:
    """孵化器118家，|其中|国家级33家；众创空间36家: 其中 follows its whole, so that ； ends it; at the head of a sentence or
    behind ； it goes on to the next parts."""
    sentence = par.sentences[par.sentence_at(par.mentions[k].start)]
    at = par.text.rfind(WITHIN, sentence.start, par.mentions[k].start)
    return at > sentence.start and par.text[at - 1] == "，"


def _same_head(label: str, stem: str) -> bool:
    """其中|高技能人才, of 技能人才: the label says all of the column."""
    return len(stem) >= 2 and label.endswith(stem[-2:]) and len(stem) - len(label) < len(label)


def shared_verb(par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]) -> Column | None:
    """淘汰落后的水泥产能1.5亿吨、|炼铁产能3122万吨: the verb of the first member is that of all."""
    if i == 0 or column.rule != "noun_before_number" or found[i - 1].stem is None:
        return None
    phrase = left_phrase(par, index)
    at = phrase.first
    joined = at >= 0 and par.tokens[at].text == "、" and par.tokens[at].start >= par.mentions[i - 1].end
    whole = column.stem is not None and column.stem.startswith(column_words().total_leads)
    if (
        not joined
        or whole  # 引导设立基金24只、|总规模900亿元
        or phrase.predicates
        or any(t.flag == "v" for t in phrase.tokens[:-1])
        or column.stem is None
    ):
        return None
    lead = _lead(found[i - 1])
    if not lead or column.stem.startswith(lead) or len(column.stem) + len(lead) > LONGEST:
        return None
    stem = lead + column.stem
    return replace(column, stem=stem, measure=counted(stem, par.mentions[i]), rule="shared_verb")


def _lead(column: Column) -> str:
    """Verb of a phrase, with what describes its object: 淘汰|落后的|水泥产能."""
    if column.rule not in ("noun_before_number", "shared_verb") or column.stem is None:
        return ""
    tokens = tokenise(column.stem, [])
    if (
        len(tokens) < 2
        or tokens[0].flag not in ("v", "vn")
        or tokens[1].flag == "v"
        or len(tokens[0].text) < 2
    ):
        return ""
    pair = len(tokens) > 3 and tokens[1].flag == "c" and tokens[2].flag in ("v", "vn")  # 新建|和|改造
    of = next((k for k, t in enumerate(tokens) if t.flag == "uj"), 2 if pair else 0)
    return "".join(t.text for t in tokens[: of + 1])
