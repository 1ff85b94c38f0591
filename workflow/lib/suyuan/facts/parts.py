"""Parts of a whole and members of a list: rows of the column of the number before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.left import left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, counted, empty, is_share, words_of
from suyuan.facts.tokens import tokenise
from suyuan.facts.words import column_words

WITHIN = "其中"
PART = "part_of_whole"
ROW_RULES = frozenset(
    {"noun_before_number", "number_before_noun", "quantity_before_noun", "subject_of_clause"}
)
SHARES = frozenset({"share_of", "share_rows"})
LONGEST = 30  # characters of a measure with a verb that it shares
LONGEST_LABEL = 14
LONGEST_LIST = 20  # characters of a row that lists several things


def part_of_whole(
    par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]
) -> Column | None:
    """(招聘工作人员100万人，)其中，中央事业单位6.3万人，地方事业单位94.3万人: rows of the column of the whole."""
    if column.rule not in ROW_RULES or column.stem is None:
        return None
    whole = _whole(par, i, index, found)
    phrase = left_phrase(par, index)
    if whole is None or whole.measure is None or whole.stem is None or empty(phrase):
        return None
    tokens = phrase.tokens
    if tokens[0].flag in ("v", "vn") and tokens[0].text in whole.stem and len(tokens) > 1:
        tokens = tokens[1:]  # 培训2228万人次。其中，|培训|企业职工1148万人次
    elif any(t.flag == "v" for t in tokens):
        return None
    label = words_of(tokens)
    if not label or len(label) > LONGEST_LABEL or names_magnitude(label) or _same_head(label, whole.stem):
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


def share_of_row(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """西药类占总额的70%，|中成药类|占14%; 投资100亿元，其中|住房|占44%: rows of the share before, or of the whole."""
    if column.rule != "share_of" or i == 0 or column.stem is None or column.measure != column.stem + "占比":
        return None
    mention, before = par.mentions[i], found[i - 1]
    sentence = par.sentences[par.sentence_at(mention.start)]
    if par.mentions[i - 1].start < sentence.start or len(column.stem) > LONGEST_LIST or before.stem is None:
        return None
    if before.rule in SHARES and before.stem != column.stem and par.mentions[i - 1].unit == mention.unit:
        named = before.rule == "share_rows" or (before.measure or "").endswith("比重")
        return replace(before, rule="share_rows", owner=column.stem, dimension="分项") if named else None
    for k in range(i - 1, -1, -1):
        if par.mentions[k].start < sentence.start:
            return None
        within = WITHIN in par.text[par.mentions[k].end : mention.start]
        if within and found[k].level and found[k].stem is not None and not is_share(par.mentions[k]):
            stem = found[k].stem or ""
            name = stem + "占比"
            return Column(name, stem, "share_rows", owner=column.stem, dimension="分项", level=False)
    return None


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
            if (
                par.mentions[k].unit == mention.unit
                and whole.level
                and whole.rule != PART
                and not is_share(mention)
            ):
                return replace(whole, owner=None) if whole.measure else None
        return None
    for k in range(i - 1, -1, -1):
        if par.sentence_at(par.mentions[k].start) != par.sentence_at(mention.start):
            return None
        if found[k].level:  # what is told of the part before (增长0.2%) is passed over
            same = found[k].rule == PART and par.mentions[k].unit == mention.unit
            return replace(found[k], owner=None) if same else None
    return None


def names_magnitude(label: str) -> bool:
    words = column_words()
    return label.endswith((*words.money_heads, *words.count_heads, *words.share_heads_end))


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
    if (
        not joined
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
    if len(tokens) < 2 or tokens[0].flag not in ("v", "vn") or tokens[1].flag == "v":
        return ""
    of = next((k for k, t in enumerate(tokens) if t.flag == "uj"), 0)
    return "".join(t.text for t in tokens[: of + 1])
