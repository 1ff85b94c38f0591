"""Groups that a study compares: the group of a number is its row, whichever words name it (观察组总有效率, 对照组40例患者)."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.cutter import word_cutter
from suyuan.facts.left import left_phrase
from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, words_of
from suyuan.facts.rules_statistics import GROUP, GROUP_BEFORE
from suyuan.facts.statistics_heads import MEMBERS
from suyuan.facts.study_words import labels_of_abstract, study_words
from suyuan.facts.tokens import tokenise
from suyuan.facts.told import is_magnitude
from suyuan.facts.words import column_words
from suyuan.time.study_words import study_words as words_of_periods

LABEL = re.compile("[一-龥A-Za-z0-9]{1,3}组")
LONGEST_GROUP = 8
OPPOSITES = frozenset("未非无不")  # 复发组 and 未复发组 are two
WITHIN = "中"
SEX, TREATMENT = "性别", "处理"
SEX_BEFORE = re.compile("(?P<sex>男|女)(?:性|生|职工|童)?(?P<of>的)?(?=[^性生]{3,})")
CODE = re.compile(r"(?<![A-Za-z0-9.])(?P<code>CK|[A-Z]{1,3}\d{1,3}(?:[A-Z]{1,3}\d{1,3})?)(?![A-Za-z0-9.])")
KIND_BEFORE = re.compile("(?P<row>[^各的，、]{1,8}?(?P<kind>试件|试样|处理|样地))的?(?=[^的]{2,})")
CAUSED = re.compile("[^使]{1,14}?(?P<cause>使得|致使|使(?!用|者))(?=[^的]{3,})")  # 务工使|老人抑郁得分
STUDY = re.compile("(?:研究|调查|实验|试验|组|院|校)(?:中|的)?(?=[一-龥]{2,})")
OWN = re.compile(
    "各(?:处理|组|试件|样地|样点|断面|品种|小区)间?的?(?=[一-龥]{2,})"
    "|(?:本|该)(?:组|县|市|省|院|校|区|村|镇|乡|州|国|文|研究|地区|企业|样本|批|次)的?(?=[一-龥]{3,})"
)
# what a paragraph of a study says of its treatments and specimens: N2处理, 各试件, 对照(CK)
TREATED = re.compile(
    rf"{CODE.pattern}(?:处理|组|试件|试样)|(?<![A-Za-z])CK(?![A-Za-z])|[各个](?:处理|试件|试样|样地)|对照组"
)
BARE = ("占比", "比重", "比例")
PHASE_BEFORE = re.compile("(?P<phase>[一-龥]{2,4}[前后])(?![一两半][年月周天])(?:的)?(?=[一-龥A-Za-z]{2,})")
PHASE = "时点"
SITES = ("断面", "样地", "点位", "测点", "样点", "站点")
CODE_BEFORE = re.compile(
    CODE.pattern + f"(?P<kind>处理|组|试件|试样|{'|'.join(SITES)})?(?:的)?(?=[一-龥]{{2,}})"
)
NO_TREATMENTS = frozenset({"PM", "CO", "SO", "NO", "Q", "H", "O", "M", "G", "CR"})  # PM2.5, CO2, Q3, M2, CR5
NO_LABEL = frozenset("两二三四五六各每该本此多一几同全机小")  # 两组, 每组: no name of a group
BETWEEN = ("", "有", "共", "共有", "各", "为", "纳入")
COMPARING = ("较", "比", "于", "同", "与")
CASES = "例数"
STATISTIC = "statistic"  # it compares the groups, and is of none


def with_group(par: Paragraph, i: int, column: Column) -> Column:
    """The column of quantity ``i`` with the group that it is of as its row, and the measure without the group's name.

    A group is one of several that the paragraph names, or has the name of a group of comparison (对照组). The column as it is
    where it has such a row already, is a statistic, or names no group.
    """
    named = column.dimension == GROUP or GROUP in column.breakdown or column.owner is not None
    if column.measure is None or named or column.rule == STATISTIC:
        return column
    match = GROUP_BEFORE.match(column.measure)
    if match is not None and _compared(par, match["group"]):
        group, rest = match["group"], column.measure[match.end() :]
        if rest in column_words().bare_heads or rest == CASES:
            rest = column.measure[len(group) :].removeprefix("的")  # 对照组|患者数量
        return replace(column, measure=rest, breakdown={**column.breakdown, GROUP: group})
    group = "" if column.change else _group_before(par, i)
    if group and group not in column.measure and _compared(par, group):
        return replace(column, breakdown={**column.breakdown, GROUP: group})
    return column


def _without_label(par: Paragraph, i: int, column: Column) -> Column:
    """讨论 本组检出率低于5.8%: the heading of a part of an abstract, run into its sentence, is no part of a name."""
    measure = column.measure or ""
    if not measure.startswith(study_words().labels):
        return column
    start = par.clause(par.mentions[i].start).start
    label = next((par.text[a:b] for a, b in labels_of_abstract(par.flow) if a == start), "")
    rest = measure.removeprefix(label) if label else ""
    return replace(column, measure=rest) if len(rest) > 1 and rest != measure else column


def with_category(par: Paragraph, i: int, column: Column, study: bool = False) -> Column:
    """男性|患病率, N2|产量: what a rate of one sex or a magnitude of one treatment is of is its row, not part of the name.

    A name is cut between its words only (天使投资规模 and 手术后遗症发生率 stay whole). Treatments and specimens are told of in
    a ``study``, or where the paragraph speaks of several.
    """
    column = _without_label(par, i, column)
    measure = column.measure or ""
    own = OWN.match(measure) or _own_study(par, i, measure)
    if own is not None and is_magnitude(measure[own.end() :]) and _behind_pronoun(measure, own.end()):
        column = replace(column, measure=measure[own.end() :])
        measure = measure[own.end() :]
    caused = CAUSED.match(measure)
    if (
        caused is not None
        and is_magnitude(measure[caused.end() :])
        and _between_words(measure, *caused.span("cause"))
    ):
        return with_category(par, i, replace(column, measure=measure[caused.end() :]), study)
    row = KIND_BEFORE.match(measure)
    plain = column.owner is None and column.rule != STATISTIC
    if row is not None and plain and (study or TREATED.search(par.text)) and _rows_told(par.text, row):
        rest = measure[row.end() :]
        told = rest not in (*BARE, *column_words().names_of_changes)
        if is_magnitude(rest) and told and _between_words(measure, *row.span("kind")):
            return replace(column, measure=rest, breakdown={**column.breakdown, row["kind"]: row["row"]})
    sex = SEX_BEFORE.match(measure)
    if sex is not None and measure.endswith(column_words().rates) and _of_persons(measure, sex):
        kept = {k: v for k, v in column.breakdown.items() if k != SEX}
        compared = column.rule == "compared_in_bracket"  # 男性患病率高于女性（18.6%比|12.4%|）
        whose = {} if column.owner is not None or compared else {SEX: column_words().sexes[sex["sex"]]}
        return replace(column, measure=measure[sex.end() :], breakdown={**kept, **whose})
    phase = PHASE_BEFORE.match(measure)
    if (
        phase is not None
        and phase["phase"][:-1].endswith(words_of_periods().events)
        and PHASE not in column.breakdown
        and _between_words(measure, phase.end("phase"))
    ):
        rest = measure[phase.end() :]
        told = rest not in (*BARE, "时长", *column_words().names_of_changes) and column.rule != STATISTIC
        if is_magnitude(rest) and told:
            return _at_phase(replace(column, measure=rest), phase["phase"])
    code = CODE_BEFORE.match(measure)
    if code is None or not plain or not _between_words(measure, code.end()):
        return column
    rest = measure[code.end() :]
    if not is_magnitude(rest) or rest in (*BARE, *column_words().names_of_changes):
        return column
    if not code["kind"] and tokenise(rest, [])[0].text in study_words().numbered_things:
        return column  # L2|级自动驾驶渗透率, N95|口罩产量
    if not (study or TREATED.search(par.text)) or not _of_a_family(par.text, code["code"]):
        return column
    kind = code["kind"] or ""
    return replace(
        column,
        measure=rest,
        breakdown={**column.breakdown, kind if kind in SITES else TREATMENT: code["code"]},
    )


def _between_words(measure: str, *places: int) -> bool:
    """Whether a word of a name ends at each of these places (天使 + 投资规模 and 手术 + 后遗症: none at 使 or behind 后)."""
    ends = {token.end for token in tokenise(measure, [])}
    return ends.issuperset(places)


def _behind_pronoun(measure: str, end: int) -> bool:
    """试验中|施氮量, though the cutter makes up 中施; not 研究|中心面积 cut behind 中."""
    over = next(token for token in tokenise(measure, []) if token.end >= end)
    made_up = measure[end - 1] == WITHIN and not word_cutter().knows(over.text)
    return over.end == end or made_up


def _of_persons(measure: str, sex: re.Match[str]) -> bool:
    """女性|知晓率, 女|患病率; not 女足出线率, 男方负担率, nor 女|出口增长率."""
    end = sex.start("of") if sex["of"] else sex.end()
    people = end > 1 or not any(word in measure for word in ("增长", "负担"))
    return people and _between_words(measure, end)


def _at_phase(column: Column, phase: str) -> Column:
    """改造前上云率为20%，|改造后|达到65%: the phase at the number takes the place of the one that was told before."""
    owner = column.owner or ""
    match = PHASE_BEFORE.match(owner + "水平")
    if match is not None and match["phase"] == owner and owner[:-1].endswith(words_of_periods().events):
        column, phase = replace(column, owner=None, dimension=None), owner
    return replace(column, breakdown={**column.breakdown, PHASE: phase})


def _own_study(par: Paragraph, i: int, measure: str) -> re.Match[str] | None:
    """本|研究灵敏度: what the pronoun before the measure points to, which is no part of its name."""
    own = STUDY.match(measure)
    clause = par.clause(par.mentions[i].start)
    told = own is not None and f"本{own.group()}" in par.text[clause.start : par.mentions[i].start]
    return own if told else None


def _rows_told(text: str, row: re.Match[str]) -> bool:
    """滴灌处理|产量 where the paragraph speaks of 各处理, and not 污水处理|成本."""
    return row["kind"] != TREATMENT or re.search("[各个]处理|处理[间下的]", text) is not None


def _of_a_family(text: str, code: str) -> bool:
    """N1 beside N2, T1 beside CK: the paragraph has another code of the same letters, or that of the control."""
    family = code.rstrip("0123456789")
    others = {m["code"] for m in CODE.finditer(text)} - {code}
    return family not in NO_TREATMENTS and any(o == "CK" or o.rstrip("0123456789") == family for o in others)


def _group_before(par: Paragraph, i: int) -> str:
    """对照组|40例患者: the words right before quantity ``i``, if they are not what another thing is compared with."""
    index = par.token_of.get(i)
    if index is None:
        return ""
    tokens = left_phrase(par, index).tokens
    if not tokens or par.text[tokens[-1].end : par.tokens[index].start] not in BETWEEN:
        return ""
    words = words_of(tokens)
    compared = par.text[: tokens[0].start].endswith(COMPARING)
    return "" if compared or len(words) > LONGEST_GROUP else words


def _compared(par: Paragraph, group: str) -> bool:
    """Has the name of a group of comparison, or the paragraph names another group besides."""
    words = column_words()
    if not group.endswith(words.group_endings) or group.endswith(words.no_groups) or MEMBERS.search(group):
        return False
    return group in words.compared_groups or len(_labels(par)) > 1


@once
def _labels(par: Paragraph) -> set[str]:
    """The names of groups in a paragraph."""
    words = column_words()
    labels = {m.group() for m in LABEL.finditer(par.text)}
    return {
        label
        for label in labels
        if not label.endswith(words.no_groups)
        and label[-2] not in NO_LABEL
        and (
            label[0] in OPPOSITES or not any(label.endswith(other) for other in labels - {label})
        )  # 于|对照组
    }
