"""Rows of a magnitude that the paragraph told before, where the words at the number are the row alone:
患病率随年龄上升，|40~49岁组|为5.1%; 新城区（|61.2%|）高于乡镇（|46.5%|）; 有机碳含量在|撂荒地|为18.6 g/kg.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.actors import row_dimension
from suyuan.facts.left import collect_left, left_phrase
from suyuan.facts.levels_against import level_against_others
from suyuan.facts.magnitudes import has_verb
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, LATIN_END, Column, counted, is_share, words_of
from suyuan.facts.row_times import is_time_or_norm
from suyuan.facts.rows_of_told import CAUSE, LEADS, of_row, part_of_name
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import tokenise
from suyuan.facts.told import is_magnitude, level_told, measurable, topic_told
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

ROW = "row_in_study"
SENTENCES = 2  # back
LONGEST_ROW = 16  # characters
IN_BRACKET = re.compile(
    r"(?P<lead>(?:显著|明显|均|也|略|远)*(?:[高低大小多少快慢优好差长短]于|不及|超过|而|则|但|其次为|其次是|和|与|及|、|依次为|分别为)*)"
    r"(?P<row>[^，。；：（）、]{2,16})（$"
)
CITED = re.compile(
    "(?:得到|所得|测得|报道|报告|观测|获得|得出|测算|发现|(?:调查|研究|统计|监测|普查)(?:时|中)?)的?$"
)
BECAUSE = re.compile(
    r"(?:而|但|\d{4}年|同年|当年)*(?:因|由于|受)[^，。；：]{2,20}?(?:[升降增减涨跌]|回落|上升|下降|攀升|骤降|回升)(?:[到至为])"
)
SUPERLATIVE = re.compile("最[高低大小多少长短快慢](?:的(?P<row>[^的]{1,8})|者)")
PRONOUNS = ("前者", "后者")
CLOSING = re.compile(r"[，；]?[^（）]{0,24}）")
IN_ROW = re.compile(r"[在于](?P<row>[^，。；：（）的\d]{2,10}?)中?(?:仅|约|则|只)?(?:为|达到?|是)(?:约|近)?$")
AFTER = re.compile(r"^[^，。；：（）的\d]{2,8}?[前后]$")
LABELS = ("者", "户", "班", "手", "地", "样地", "林", "田", "园", "区", "组", "人", "河段", "阶段", "时期")


def row_in_study(
    par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]
) -> Column | None:
    """The column of a number whose words are a row alone; None where they name a magnitude, or none was told."""
    mention = par.mentions[i]
    bracketed = level_against_others(par, i, column, found) or _in_bracket(par, i, found)
    if bracketed is not None:
        return bracketed
    if mention.rank or column.change or not column.level or column.completed_by:
        return None
    if column.rule != "noun_before_number":
        return None
    return (
        _placed(par, mention, index, column)
        or _labelled(par, i, index, column, found)
        or _same_deed(par, i, column, found)
    )


def row_of_pronoun(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """切口感染前者仅1例，|后者|有9例: the one spoken of second is a row of what the sentence told of the first."""
    stem, mention = column.stem or "", par.mentions[i]
    pronoun = next((word for word in PRONOUNS if stem.endswith(word)), "")
    if not pronoun or column.rule != "noun_before_number":
        return None
    what = stem.removesuffix(pronoun).strip("的")
    if what:
        return replace(column, measure=counted(what, mention), stem=what, rule=ROW)
    for k in par.before_in_sentence(i):
        if par.mentions[k].unit == mention.unit and found[k].measure and found[k].level:
            return replace(found[k], rule=ROW, owner=None, each=(), owners=(), topic=None)
    return None


def _in_bracket(par: Paragraph, i: int, found: Sequence[Column]) -> Column | None:
    """新城区（|61.2%|）高于乡镇（|46.5%|）; 依从性得分试验组（|78分|）高于对照组（|66分|）."""
    mention = par.mentions[i]
    sentence = par.sentences[par.sentence_at(mention.start)]
    bracketed = par.text.endswith("（", 0, mention.start)
    match = (
        IN_BRACKET.search(par.text, max(sentence.start, mention.start - 40), mention.start)
        if bracketed
        else None
    )
    if match is None or not CLOSING.match(par.text, mention.end):
        return None
    row = BLANKS.sub("", match["row"])
    what = magnitude_told(par, i, found, par.clause(mention.start).start)
    head, row = _magnitude_before_group(row)
    if head:
        what = Column(counted(head, mention), head, ROW, unit=mention.unit)
    before = par.mentions[i - 1] if i else None
    pair = before is not None and before.unit == mention.unit and par.text.endswith("（", 0, before.start)
    against = "于" in match["lead"] and pair  # 母亲检出率（48.7%）高于|父亲|（39.5%）
    if what is None or not (against or _names_row(row)) or not measurable(mention, what):
        return None
    return of_row(what, row, ROW)


def _magnitude_before_group(row: str) -> tuple[str, str]:
    """依从性得分|试验组: the magnitude and the group behind it; "" and the row as it is where none stands before it."""
    tokens = tokenise(row, [])
    for at in range(len(tokens) - 1, 0, -1):
        head, rest = "".join(t.text for t in tokens[:at]), "".join(t.text for t in tokens[at:])
        if is_magnitude(head) and rest.endswith(column_words().group_endings) and len(head) > 1:
            return head.strip("的"), rest
    return "", row


def _placed(par: Paragraph, mention: Mention, index: int, column: Column) -> Column | None:
    """有机碳含量在|撂荒地|为18.6 g/kg: the row between the magnitude and its predicate."""
    clause = par.clause(mention.start)
    match = IN_ROW.search(par.text, clause.start, mention.start)
    if match is None or match.start() == clause.start or is_time_or_norm(match["row"]):
        return None
    at = par.first_token(match.start())
    what = words_of(collect_left(par, at - 1).tokens)
    row = BLANKS.sub("", match["row"])
    if not is_magnitude(what) or is_magnitude(row) or row not in (column.stem or ""):
        return None
    return of_row(Column(counted(what, mention), what, ROW, unit=mention.unit), row, ROW)


def _labelled(par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]) -> Column | None:
    """患病率随年龄上升，|40~49岁组|为5.1%; 在线10.8小时，|众包骑手|为7.4小时; 强度为33.7 MPa，|改性后|达到39.5 MPa."""
    mention, stem = par.mentions[i], column.stem or ""
    clause = par.clause(mention.start)
    if CITED.search(stem) or BECAUSE.match(par.text, clause.start, mention.start):
        told = magnitude_told(par, i, found, clause.start)
        return replace(told, rule=ROW, owner=None, each=(), owners=()) if told is not None else None
    if CAUSE.match(stem) or stem in study_words().no_rows or not _opens(par, index, clause.start):
        return None
    best = SUPERLATIVE.fullmatch(stem)
    if best is None and not _names_row(stem):
        return None
    alike = _of_the_kind(par, i, stem, found)
    if alike is not None:
        return alike
    what = magnitude_told(par, i, found, clause.start)
    if what is None or not measurable(mention, what):
        return None
    if part_of_name(stem, what.measure or ""):
        return None
    if LATIN_END.search(stem) and LATIN_END.search(what.stem or ""):
        return None  # COD平均21 mg/L，NH3-N 1.6 mg/L
    return of_row(what, stem, ROW)


def _opens(par: Paragraph, index: int, start: int) -> bool:
    """The words of the number are the first of their clause, but for what links it to the one before."""
    phrase = left_phrase(par, index)
    if not phrase.tokens:
        return False
    before = par.tokens_between(start, phrase.tokens[0].start)
    return not LEADS.sub("", "".join(t.text for t in before if t.flag != "TIME")).strip(' “"')


def _names_row(row: str) -> bool:
    """A noun of those that rows are called by, or what was done before or after; no magnitude."""
    if not 2 <= len(row) <= LONGEST_ROW or is_magnitude(row) or "的" in row[:-1]:
        return False
    if AFTER.match(row) or row in study_words().regions:
        return True
    ends = row.endswith((*study_words().row_endings, *LABELS))
    code = LATIN_END.search(row) is not None and any(c.isdigit() for c in row)
    return (ends or code) and (not has_verb(row) or row.endswith(LABELS))


def magnitude_told(par: Paragraph, i: int, found: Sequence[Column], start: int) -> Column | None:
    """The magnitude that the number's rows are of: told with a number in this sentence, spoken of by the clause before, or
    told with a number in the last sentences."""
    mention = par.mentions[i]
    in_sentence = level_told(par, i, found)
    if in_sentence is not None:
        return in_sentence if not is_share(mention) or _rate(in_sentence) else None
    if any(par.mentions[k].unit == mention.unit for k in par.before_in_sentence(i)):
        return None
    topic = topic_told(par, mention, start)
    if topic:
        return Column(counted(topic, mention), topic, ROW, unit=mention.unit)
    return _told_before(par, i, found)


def _told_before(par: Paragraph, i: int, found: Sequence[Column]) -> Column | None:
    mention = par.mentions[i]
    here = par.sentence_at(mention.start)
    for k in range(i - 1, -1, -1):
        if here - par.sentence_at(par.mentions[k].start) > SENTENCES:
            return None
        told = found[k]
        if par.mentions[k].unit != mention.unit or told.rule == "statistic":
            continue
        if not told.level or told.change or told.stem is None or not is_magnitude(told.stem):
            return None
        if is_share(mention) and not _rate(told):
            return None
        return told
    return None


def _of_the_kind(par: Paragraph, i: int, row: str, found: Sequence[Column]) -> Column | None:
    """专送骑手|日均在线|10.8小时，|众包骑手|为7.4小时: what the sentence told of another of the same kind."""
    mention = par.mentions[i]
    kind = tokenise(row, [])[-1].text
    for k in par.before_in_sentence(i):
        told = found[k]
        if par.mentions[k].unit != mention.unit or not told.level:
            continue
        if told.stem is None or told.measure is None:
            continue
        if not measurable(mention, told):
            return None
        _, of, rest = told.stem.partition(kind)
        if not of or not rest or len(kind) < 2 or not told.measure.startswith(told.stem):
            return None
        what = rest.removeprefix("的")
        return replace(
            told,
            measure=counted(what, mention),
            stem=what,
            rule=ROW,
            owner=row,
            dimension=row_dimension(row),
            each=(),
            owners=(),
            topic=None,
        )
    return None


def _same_deed(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """年发电量损失11.3%，B串和C串分别|损失|2.8%和5.1%: the deed again, without what the sentence named before it."""
    mention, stem = par.mentions[i], column.stem or ""
    alike = (found[k] for k in par.before_in_sentence(i) if par.mentions[k].unit == mention.unit)
    told = next((column for column in alike if column.level and column.stem is not None), None)
    if told is None or told.stem == stem or len(stem) < 2 or not (told.stem or "").endswith(stem):
        return None
    words = column_words()
    heads = (*words.share_heads_end, *words.count_heads, *study_words().magnitude_ends)
    if stem.endswith(heads) or len(tokenise(stem, [])) > 1 or not measurable(mention, told):
        return None
    return replace(told, rule=ROW, owner=None, each=(), owners=())


def _rate(column: Column) -> bool:
    return (column.stem or "").endswith((*column_words().rates, "比例", "比重", "水平", "度"))
