"""Levels whose own words are a time, a place among others or a statistic alone, of the magnitude that the sentence opens with.

产量两年均以甲处理最高，|2021年为|15.9 t/hm2; 总氮7月最高，|平均|3.41 mg/L; 甲市升温最显著，|达|0.61 ℃;
水分利用效率两年|均值达|1.9 kg/m3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.document import Span
from suyuan.facts.clauses import clauses_before, tokens_in
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import trimmed
from suyuan.facts.reading import BLANKS, PHYSICAL, Column, counted, is_duration, is_share, words_of
from suyuan.facts.rows_of_told import of_row
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import Token, tokenise
from suyuan.facts.told import GROUPS, is_magnitude
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

RULE, MEAN, SETS = "subject_of_sentence", "平均", frozenset({"处理", "组", "小区", "样地", "品种"})
CLAUSES = 4  # back
SHORTEST, LONGEST = 2, 18  # characters of a magnitude
JUDGED = re.compile("(?P<what>.{0,16}?)(?:最[高低大小多少强弱长短快慢好差]|峰值|谷值|高峰|低谷)")
SETTING = re.compile("(?:[处时]|中|条件下|情况下)?(?:最[高低大小多少])?")
UNDER = re.compile(
    "(?P<row>[^的]{2,10}?)(?:条件|情况|状态|处理|水平)?下|(?P<season>[春夏秋冬雨旱干湿]季|[丰枯平]水期|[非]?汛期|白天|夜间|昼间|夜晚)"
)
AGED = re.compile(r"\d{1,3}(?:[~～—-]\d{1,3})?岁(?:及?以[上下])?组(?!.*组)")
SHARE, LONGEST_GROUP = "占比", 8
FRAMING = re.compile("^论(?=..)")
DIGITS = re.compile(r"\d|每")
COURSE = re.compile("(?:的?(?:日|季节|年际|月际|时空|逐月|总体|空间|垂直)(?:变化|动态|分布|差异))$")
MOVING = frozenset("降升增减跌涨回攀跃")
LED_TO = re.compile("[降升增减跌涨回攀跃].?[到至]")
OCCASIONS = ("次", "起", "例", "人次", "例次", "人", "场", "宗")
FREQUENT = re.compile("最为?(?:频繁|多|少|集中|严重|高发)")
SKIPPED = frozenset({"TIME", "c", "d", "y", "r", "f", "uj"})
NOUNS = tuple("nvajlbLizsgfxm")
PLURAL = frozenset(
    {
        "各处理",
        "各组",
        "各",
        "全年",
        "年际",
        "期间",
        "研究期内",
        "试验期",
        "结果",
        "两季",
        "两年",
        "三年",
        "两地",
        "两者",
    }
)
STOPS = frozenset(
    {
        "最",
        "较",
        "以",
        "在",
        "随",
        "呈",
        "于",
        "介于",
        "变化",
        "波动",
        "存在",
        "表现",
        "变动",
        "出现",
        "处于",
        "趋于",
        "逐年",
        "逐渐",
        "逐月",
    }
)

DIFFERENCE = re.compile(
    "(?:之间|间)?的?(?:差[距异别]|悬殊)$"
)  # 生均经费|差距|较大: of what the rows differ in


def subject_told(par: Paragraph, i: int, column: Column) -> Column | None:
    """The column of quantity ``i`` where its own words name no magnitude; None where they do, or the sentence opens with none."""
    mention = par.mentions[i]
    bare = _of_unit_alone(par, column, mention)  # 早期组占|15.5%|
    if mention.rank or is_duration(mention) or (column.owner is not None and not bare):
        return None
    left = "" if bare else _group(par, column, mention) or _remnant(column)
    if left is None:
        return None
    what = left.group("what") if isinstance(left, re.Match) and left.re is JUDGED else ""
    if len(what) >= SHORTEST and is_magnitude(what):
        return _named(column, what, mention) if is_share(mention) else None
    statistic = column.measure if (column.measure or "") in study_words().summaries else ""
    name = _subject(par, mention) or sentence_before(par, mention)
    if not name or name == statistic:
        return None
    if statistic:
        return replace(column, measure=name + statistic, stem=name, rule=RULE)
    row = (
        column.owner or ""
        if bare
        else left
        if isinstance(left, str)
        else left.group("row") or left.group("season")
        if left.re is UNDER
        else ""
    )
    named = _named(column, name, mention)
    if not row:
        return named
    return of_row(named, row, RULE)


def _named(column: Column, name: str, mention: Mention) -> Column:
    return replace(
        column, measure=counted(name, mention), stem=name, rule=RULE, level=True, topic=None, completed_by=""
    )


def _of_unit_alone(par: Paragraph, column: Column, mention: Mention) -> bool:
    """The measure is no more than what the unit says (占比, 温度), and the clause does not say it."""
    suffix = column_words().suffix_by_unit.get(mention.unit or "")
    clause = par.clause(mention.start)
    return (
        suffix is not None
        and column.measure == suffix
        and suffix not in par.text[clause.start : mention.start]
    )


def _group(par: Paragraph, column: Column, mention: Mention) -> str:
    """中转开腹在|早期组|占15.5%, |40~49岁组|仅为3.4%: a share whose words are the name of a group alone; else ""."""
    stem = column.stem or ""
    if (
        not is_share(mention)
        or column.measure != stem + SHARE
        or not stem.endswith(column_words().group_endings)
    ):
        return ""
    aged = AGED.search(par.text[par.clause(mention.start).start : mention.start])
    return aged.group() if aged is not None else stem if len(stem) <= LONGEST_GROUP else ""


def _remnant(column: Column) -> re.Match[str] | str | None:
    """What makes the words of a number no name: nothing, a statistic or the suffix of the unit alone, or a verdict at the end."""
    measure, stem = column.measure, column.stem or ""
    if measure is None:
        return "" if column.rule in ("nothing_names_it", "carried", "") else None
    if column.change or column.rule == "statistic":
        return None
    if measure in study_words().summaries:
        return ""
    if column.owner is not None:
        return None
    if SETTING.fullmatch(stem) and stem:
        return ""
    return JUDGED.fullmatch(stem) or UNDER.fullmatch(stem)


def _subject(par: Paragraph, mention: Mention) -> str:
    """The magnitude that the clause of the number, or the nearest one before it in its sentence, opens with."""
    clause = par.clause(mention.start)
    spans = [Span(clause.start, mention.start)]
    for span in clauses_before(par, mention.start):
        spans.append(span)
        if len(spans) > CLAUSES:
            break
    for span in spans:
        tokens = tokens_in(par, span)
        name = _opening(par, tokens)
        units = [par.mentions[t.ref] for t in tokens if t.flag == "QTY"]
        told = [m for m in units if not is_duration(m) and m.unit not in GROUPS and m.unit != "m"]
        if any(m.unit not in (mention.unit, None) for m in told):
            return ""
        if name and _fits(par, span, name, mention):
            return name
        if name and span is spans[0] and not _row(name) and JUDGED.search(par.text, *span):
            return ""  # 边墙水平收敛|最大|: of its own
        if name and not _row(name) and told:
            return ""
    return ""


def sentence_before(par: Paragraph, mention: Mention) -> str:
    """地上生物量存在年际差异。|2019年最高，为|1467 g/m2: the subject of the sentence before, of one that has none itself."""
    here = par.sentence_at(mention.start)
    sentence = par.sentences[here]
    own = _opening(par, tokens_in(par, Span(sentence.start, mention.start)))
    if own or here == 0 or par.mentions_in(sentence.start, mention.start):
        return ""
    first = par.clause(par.sentences[here - 1].start)
    if par.mentions_in(*par.sentences[here - 1]):
        return ""
    name = _opening(
        par, tokenise(par.text[first.start : first.end], [])
    )  # it has no numbers, so no words yet
    return name if is_magnitude(name) else ""


def _row(name: str) -> bool:
    return name.endswith((*column_words().group_endings, *study_words().row_endings))


def _fits(par: Paragraph, span: Span, name: str, mention: Mention) -> bool:
    """The subject of a clause names a magnitude of such a unit: 千粒重, 总氮 in mg/L, what is most frequent."""
    if UNDER.fullmatch(name) or name.endswith("条件"):
        return False
    if is_magnitude(name):
        return True
    if _row(name) or name in study_words().labels:
        return False
    clause = par.text[span.start : span.end]
    if mention.unit in OCCASIONS:
        return FREQUENT.search(clause) is not None
    if is_share(mention):
        return "占" in clause[len(name) :]
    if tokenise(name, [])[-1].flag[0] not in "nLjlz":
        return False
    return mention.unit is not None and "/" in mention.unit and PHYSICAL.search(mention.unit) is not None


def _opening(par: Paragraph, tokens: Sequence[Token]) -> str:
    """The noun phrase that a clause opens with: (两年)|产量|均以甲处理最高."""
    got: list[Token] = []
    words = column_words()
    for at, token in enumerate(tokens):
        if not got and (
            token.flag in SKIPPED
            or token.text in PLURAL
            or (token.text == MEAN and at + 1 < len(tokens) and tokens[at + 1].flag[0] in "nvb")
            or (token.text in SETS and at and tokens[at - 1].text == "各")
            or token.flag == "PLACE"
            or (token.flag == "PUNCT" and at < 2)
            or (token.flag == "QTY" and _frames(par, token))
        ):
            continue
        stops = (
            token.text in words.predicates or token.text in words.level_verbs or token.text in words.growth
        )
        if token.text == MEAN and at + 1 < len(tokens) and tokens[at + 1].flag[0] in "nvb":
            got.append(token)
            continue
        stops = stops or token.text in MOVING or LED_TO.match(token.text) is not None
        if stops or token.text in STOPS or token.text.startswith(("最", "较", "先")):
            break
        if token.flag == "uj" or token.text in "、" or token.flag[0] in NOUNS or token.flag == "LATIN":
            got.append(token)
            continue
        break
    while got and (
        got[-1].flag in ("f", "m", "d")
        or got[-1].text in study_words().verdicts
        or got[-1].text in words.predicates
    ):
        got.pop()
    if not got:
        return ""
    name = BLANKS.sub("", words_of(trimmed(par, tuple(got))))
    name = COURSE.sub("", FRAMING.sub("", name))
    end = next((word for word in study_words().summaries if name.endswith(word)), "")
    name = DIFFERENCE.sub("", name.removesuffix(end)).rstrip("的")
    return name if SHORTEST <= len(name) <= LONGEST and not DIGITS.match(name) else ""


def _frames(par: Paragraph, token: Token) -> bool:
    """两年|产量, 三季|平均产量: a number of seasons that the magnitude is of."""
    mention = par.mentions[token.ref]
    return is_duration(mention) or mention.unit in GROUPS
