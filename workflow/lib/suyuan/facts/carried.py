"""What goes on from the quantities before: the column before in the sentence, and the columns that a number without a name of
its own takes from it."""

from __future__ import annotations

from dataclasses import replace

from suyuan.facts.left import left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.parts import LEADERS, PART, SAMPLES
from suyuan.facts.phrase import Phrase
from suyuan.facts.reading import (
    DIMENSIONS,
    NONE,
    Column,
    counted,
    empty,
    is_count,
    is_duration,
    is_share,
    same_sort,
)
from suyuan.facts.rules_share import share_verb
from suyuan.facts.study_words import study_words
from suyuan.facts.topics import topic_of
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

SUMMED = "累计"
ALL_THERE = frozenset({"共有", "现有", "拥有", "实有", "已有"})


def column_before(par: Paragraph, i: int, index: int, found: list[Column]) -> Column | None:
    """The last level of the same sentence, which a growth or share without a subject is about.

    占202个区县的23%: a number after 占 is the whole, not the part.
    """
    verb = share_verb(par, index)
    limit = par.tokens[verb].start if verb >= 0 else par.mentions[i].start
    rank, lasts = par.mentions[i].rank, is_duration(par.mentions[i])
    nearest: int | None = None
    chosen: int | None = None
    for k in par.before_in_sentence(i):
        if found[k].stem is None or par.mentions[k].start >= limit:
            continue
        length = not lasts and is_duration(par.mentions[k])
        if (length and not (verb < 0 and _is_level_of_time(par, i, found[k]))) or (
            rank and _scope_of_rank(par, k)
        ):
            continue
        nearest = k if nearest is None else nearest
        chosen = k
        if found[k].level:
            break
    if chosen is not None and not found[chosen].level:
        chosen = nearest
    if chosen is not None and nearest is not None and nearest > chosen and found[nearest].change:
        stem = found[nearest].stem
        if stem != found[chosen].stem and par.mentions[i].unit != "百分点":
            return Column(
                stem, stem, found[nearest].rule, owner=found[nearest].owner
            )  # 产量增长39%、|占全国9成
    return found[chosen] if chosen is not None else topic_of(par, index)


def _is_level_of_time(par: Paragraph, i: int, column: Column) -> bool:
    """办理时限由20天压缩到5天，|压缩75%: a length of time that is itself the level of what changes; not 三年间增长60%."""
    return is_share(par.mentions[i]) and column.level and (column.stem or "").endswith(DIMENSIONS["时长"])


def share_before(par: Paragraph, i: int, found: list[Column]) -> Column | None:
    """The last share or rate of the sentence: what a change in percentage points is about."""
    sentence = par.sentence_at(par.mentions[i].start)
    for k in range(i - 1, -1, -1):
        if par.sentence_at(par.mentions[k].start) != sentence:
            return None
        if par.mentions[k].unit == "%" and found[k].measure is not None:
            return replace(found[k], level=False)
    return None


def of_part(column: Column, before: Column | None) -> Column:
    """其中粮食作物52万公顷，|增长0.2%: what is told of a part without naming it again has its row."""
    own = (
        column.level
        or column.owner is not None
        or before is None
        or before.rule not in (PART, LEADERS, SAMPLES)
        or before.stem != column.stem
    )
    return (
        column if own or before is None else replace(column, owner=before.owner, dimension=before.dimension)
    )


def carried(par: Paragraph, mention: Mention, i: int, index: int, found: list[Column]) -> Column:
    """其中北京市1873项: only a place or nothing before the number; the column goes on from the number before."""
    phrase = left_phrase(par, index)
    if not empty(phrase) and not _only_place(phrase):
        return NONE
    grown = _level_of_grown(par, mention, i, phrase, found)
    if grown is not None:
        return grown
    sentence = par.sentence_at(mention.start)
    within_whole = "其中" in par.text[par.sentences[sentence].start : mention.start]
    earliest = par.sentences[max(0, sentence - int(within_whole))].start
    reach = [
        k
        for k in reversed(par.mentions_in(earliest, mention.start))
        if found[k].measure is not None and same_sort(par.mentions[k], mention)
    ]
    chosen = next((k for k in reach if not found[k].change), reach[0] if reach else None)
    if chosen is not None:
        first = par.run_of(chosen)[0]
        if (found[first].each or found[first].owners) and len(par.run_of(first)) == len(par.run_of(i)):
            if found[first].owners:
                return replace(found[first], rule="carried")
            chosen = first  # 甲、乙分别从7家、4家|增加到9家、5家
        whole = replace(found[chosen], rule="carried")
        if chosen != i - 1 or not empty(phrase) or not _one_change(par, i):
            whole = replace(whole, owner=None, dimension=None)
        if any(word.startswith(SUMMED) for word in phrase.predicates):
            return _of_all(whole, SUMMED)
        return _of_all(whole) if ALL_THERE.intersection(phrase.predicates) else whole
    if (
        i
        and par.text[par.mentions[i - 1].end : mention.start].strip() in ("", "、", "，")
        and found[i - 1].level
    ):
        stem = found[i - 1].stem  # 低保对象455万户、|738万人; 货物品类扩展至53大类|5万余种
        if (
            stem is not None
            and not same_sort(par.mentions[i - 1], mention)
            and not mention.rank
            and is_count(mention)
        ):
            return replace(found[i - 1], measure=counted(stem, mention), rule="second_unit")
    topic = topic_of(par, index)
    if topic is not None and topic.measure:
        return replace(topic, measure=counted(topic.measure, mention), rule="topic")
    return NONE


def _each_level(par: Paragraph, mention: Mention, i: int, found: list[Column]) -> Column | None:
    """甲、乙分别新增12项和44项，|累计分别达到|64项和288项: each level is of the name whose growth was told."""
    first = found[par.run_of(i - 1)[0]]
    if not first.each or not first.stem or len(first.each) != len(par.run_of(i)):
        return None
    ending = (first.measure or "").removeprefix(first.stem)
    names = tuple(counted(name.removesuffix(ending), mention) for name in first.each)
    stem = first.stem
    return replace(
        first, measure=names[0], stem=stem, each=names, rule="level_of_grown", level=True, change=False
    )


def _scope_of_rank(par: Paragraph, k: int) -> bool:
    """在31个省中排第四: the number only says among how many."""
    start = par.mentions[k].start
    return par.text.endswith(("在", "在全国", "全国"), 0, start)


def _of_all(column: Column, lead: str = "") -> Column:
    """新增保护区3个，|全市共有|12个: what there is in all is not new; 新建绿道137公里，|累计|达2136公里."""
    verb = next((word for word in column_words().fresh if (column.stem or "").startswith(word)), "")
    if not verb:
        return column
    bare, stem = (column.measure or "").removeprefix(verb), (column.stem or "").removeprefix(verb)
    return replace(column, measure=lead + bare, stem=stem)


def _of_growth(stem: str) -> str:
    """行业规模CAGR约为9%，2027年有望|突破2000亿元: what grows, where the stem names its growth; else ""."""
    ending = next((word for word in study_words().growths if stem.endswith(word)), "")
    return stem.removesuffix(ending).rstrip("的") if ending and len(stem) > len(ending) + 1 else ""


def _one_change(par: Paragraph, i: int) -> bool:
    """对照组由151|降至|142mmHg: the number before and this one are the two ends of one change."""
    between = par.text[par.mentions[i - 1].end : par.mentions[i].start]
    return bool(between.strip()) and between.strip() in column_words().level_verbs


def _only_place(phrase: Phrase) -> bool:
    """常熟|20万人次: the name of a place that the gazetteer lacks."""
    if [token.flag for token in phrase.tokens] == ["ns"]:
        return True
    return only_regions(phrase)


def only_regions(phrase: Phrase) -> bool:
    """中部|和|西部: names of regions, which are rows of the column before."""
    regions = study_words().regions
    named = any(token.text in regions for token in phrase.tokens)
    return named and all(token.text in regions or token.text in "、和与及" for token in phrase.tokens)


def _level_of_grown(
    par: Paragraph, mention: Mention, i: int, phrase: Phrase, found: list[Column]
) -> Column | None:
    """机场增加11个、|达到25个; 产值增长5%，|达到3亿元: the level of what the number before said the growth of."""
    if i == 0 or found[i - 1].stem is None or mention.rank:
        return None
    climbed = found[i - 1].rule == "step_reached"  # 总量跨过2个万亿元大关、|超过6万亿元
    grown = _of_growth(found[i - 1].stem or "")
    if grown and not is_share(mention) and not found[i - 1].change and phrase.predicates:
        return replace(found[i - 1], measure=counted(grown, mention), stem=grown, rule="level_of_growth")
    if not (climbed or found[i - 1].change) or not (phrase.predicates or mention.comparator != "="):
        return None
    between = par.text[par.mentions[i - 1].end : mention.start]
    if climbed:
        between = between[-1 - len("".join(phrase.predicates)) :]
    if between[:1] not in ("、", "，") and between not in column_words().predicates:
        return None
    each = _each_level(par, mention, i, found)
    if each is not None:
        return each
    stem = found[i - 1].stem or ""
    if is_share(mention) and not stem.endswith(column_words().share_heads_end):
        return None
    return replace(
        found[i - 1], measure=counted(stem, mention), rule="level_of_grown", level=True, change=False
    )
