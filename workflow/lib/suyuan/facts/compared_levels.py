"""Two levels that are set against each other: 有效率高于对照组（|93%| vs. |80%|）; 死亡组评分（24.1分）高于存活组（|15.2分|）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.left import collect_left
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, Column, counted, empty, is_count, is_share, words_of
from suyuan.facts.row_times import is_time_or_norm
from suyuan.facts.rows_of_told import KINDS, LEADS, of_row
from suyuan.facts.rules_statistics import GROUP, GROUP_BEFORE, without_group
from suyuan.facts.study_words import labels_of_abstract, study_words
from suyuan.facts.tokens import tokenise
from suyuan.facts.told import is_magnitude, topic_told
from suyuan.facts.words import column_words
from suyuan.gated import GatedPattern, gated
from suyuan.language import any_of
from suyuan.quantities.mention import Mention

IN_BRACKET, PAIR = "compared_in_bracket", "compared_with_bracket"
OPENING = ("（", "[", "［")
HOW = "(?:亦|也|均|都|仍|则|且|又|明显|显著|略|稍|远|极|大|大大|都)*"
LOWER = re.compile(
    rf"(?:而|但|且|其中)?(?P<what>[^，。；：（）]{{2,20}}?){HOW}(?:较|更|偏|明显|显著)[高低大小多少长短优劣快慢好差早晚]"
)
# what two groups hardly differ in: 不良反应发生率|差异无统计学意义（4.7% vs. 4.2%）
ALIKE = re.compile(
    r"(?P<what>[^，。；：（）]{0,24}?)(?:的|相?比较?，?|间的?|之间的?|方面)*"
    r"(?:(?:均|都|也|亦|并)?(?:无|没有|未见)?(?:统计学|显著|明显)?差[异别]|相[当近似同仿]|接近|(?:均|都|也)?[无有](?:统计学|显著|明显))"
    r"[^，。；：（）]{0,12}"
)
OF_GROUPS = re.compile(
    "^(?:与|和)?(?:[两二三]组|[^，。；：（）]{1,9}组[与和][^，。；：（）]{1,9}组)(?:患者|间|之间|的|在)*"
)
LABELS = re.compile(
    r"(?:^|[\s，。；：（、于与和及比较])(?P<group>[^\s，。；：（、）于与和及比较的\d两二三各每]{1,8}?组)(?!间)"
)
FIRST_TWO = 2


@cache
def _compares() -> frozenset[str]:
    return frozenset(study_words().compares)


@needs("（")
def compared_in_bracket(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """甲组有效率高于乙组（|93%|比|80%|，P<0.05）: the first level is of the group before the verb, the second of the other.

    The verb may stand behind the bracket (手术时间（82 min vs. 96 min）短于对照组), or the clause say that they hardly differ.
    """
    opening = _opening(par, index)
    if opening < 1:
        return None
    levels = [k for k in range(opening + 1, index + 1) if par.tokens[k].flag == "QTY"]
    if len(levels) > FIRST_TWO or not _pair(par, opening, levels[0]):
        return None
    told = LEADS.sub("", _what(par, opening))
    stem = without_group(told)
    if stem.endswith(column_words().group_endings):  # 收缩压均降低，且|观察组低于对照组|
        stem = topic_told(par, mention, par.clause(par.tokens[opening - 1].start).start)
    if not stem or (not names_magnitude(stem) and not is_magnitude(stem) and is_share(mention)):
        return None
    groups = _groups(par, opening, told)
    owner = groups[len(levels) - 1] if groups else None
    return Column(counted(stem, mention), stem, IN_BRACKET, owner=owner, dimension=GROUP if owner else None)


def _what(par: Paragraph, opening: int) -> str:
    """What the levels in the bracket that opens at a token are of, with the group before it; "" where nothing compares."""
    tokens = par.tokens
    clause = par.clause(tokens[opening - 1].start)
    first = par.first_token(clause.start)
    at = next((k for k in range(opening - 1, first, -1) if tokens[k].text in _compares()), -1)
    if at >= 0:
        if any(token.flag == "QTY" for token in tokens[at:opening]):
            return ""
        return _name_before(par, at)
    lead = BLANKS.sub("", par.text[clause.start : tokens[opening].start])
    lower = LOWER.fullmatch(lead)  # 总并发症发生率亦较低（|8.5%|比|19.8%|）
    if lower is not None:
        return lower["what"] if is_magnitude(lower["what"]) else ""
    alike = ALIKE.fullmatch(lead)
    if alike is not None:
        return OF_GROUPS.sub("", alike["what"]) or _compared_before(par, clause.start)
    behind = _verb().match(par.text, _behind(par, opening))
    return _name_before(par, opening) if behind is not None else ""


@cache
def _verb() -> GatedPattern:
    verbs = study_words().compares
    return gated(rf"{HOW}{any_of(verbs)}", verbs)


def _name_before(par: Paragraph, at: int) -> str:
    """Noun phrase before token ``at``, adverbs between them left out."""
    while at > 0 and par.tokens[at - 1].flag == "d":
        at -= 1
    phrase = collect_left(par, at - 1)
    return "" if empty(phrase) else words_of(phrase.tokens)


def _compared_before(par: Paragraph, start: int) -> str:
    """两组|并发症发生率|比较，差异无统计学意义: what the clause before the one at ``start`` compares."""
    before = par.clause(start - 2) if start > 1 else None
    match = ALIKE.fullmatch(BLANKS.sub("", par.text[before.start : before.end]) + "差异") if before else None
    return OF_GROUPS.sub("", match["what"].removesuffix("比较").removesuffix("相比")) if match else ""


def _groups(par: Paragraph, opening: int, told: str) -> tuple[str, str] | None:
    """The two groups in the order that the sentence names them, else the only two that the paragraph has named so far."""
    start = par.tokens[opening - 1].start
    clause, sentence = par.clause(start), par.sentences[par.sentence_at(start)]
    shut = _behind(par, opening)
    end = par.clause(shut).end if _verb().match(par.text, shut) else par.tokens[opening].start
    label = max((b for _, b in labels_of_abstract(par.flow) if b < end), default=0)
    own = GROUP_BEFORE.match(told + "的水平" if told.endswith("组") else told)
    for begin in (clause.start, sentence.start, 0):
        named = {own["group"]: None} if own is not None else {}
        for match in LABELS.finditer(par.text[max(begin, label) : end]):
            if not any(match["group"].endswith(name) for name in named):
                named[match["group"]] = None
        groups = [name for name in named if not name.endswith(column_words().no_groups)]
        if len(groups) >= FIRST_TWO:
            return (groups[0], groups[1]) if len(groups) == FIRST_TWO else None
    return None


def _behind(par: Paragraph, opening: int) -> int:
    """Where the text goes on behind the bracket around the two levels."""
    return par.text.find("）", par.mentions[par.tokens[opening + 1 + FIRST_TWO].ref].end) + 1


def _opening(par: Paragraph, index: int) -> int:
    """Index of the bracket that only levels and the words between them part from token ``index``, else -1."""
    between = _between_levels()
    for at in range(index - 1, max(-1, index - 5), -1):
        token = par.tokens[at]
        if token.text in OPENING:
            return at
        if token.flag != "QTY" and token.text not in between:
            return -1
    return -1


@cache
def _between_levels() -> frozenset[str]:
    return frozenset((*study_words().against, *column_words().predicates, "分别"))


def _pair(par: Paragraph, opening: int, first: int) -> bool:
    """Two quantities of one unit stand in the bracket, joined by 比, vs or 和."""
    tokens = par.tokens
    second = first + FIRST_TWO
    if second >= len(tokens) or tokens[first + 1].text not in study_words().against:
        return False
    counts = tokens[first + 1].text == "/" and is_count(par.mentions[tokens[first].ref])  # 42/45
    return (
        tokens[second].flag == "QTY"
        and not counts
        and par.mentions[tokens[first].ref].unit == par.mentions[tokens[second].ref].unit
    )


@cache
def _other() -> GatedPattern:
    verbs = study_words().compares
    inside = r"(?:（[^（）]*）|[，；/][^（）。]{0,24}(?=）))*"  # 93.3%（42/45）; 24.1分，n=30）
    return gated(
        rf"{inside}[）\s]*，?{HOW}{any_of(verbs)}(?P<row>[^，。；：（）的\d]{{1,12}})（?(?:约|为)?$", verbs
    )


@needs(table=lambda: study_words().compares)
def compared_with_bracket(par: Paragraph, i: int, _read: Column, found: Sequence[Column]) -> Column | None:
    """死亡组评分（24.1分）高于存活组（|15.2分|）; 男性血尿酸402 μmol/L，高于女性（|310 μmol/L|）: the level of the other row.

    A place is no row: it is the area of its number.
    """
    mention = par.mentions[i]
    k = next((k for k in par.before_in_sentence(i) if par.mentions[k].unit == mention.unit), -1)
    if k < 0 or mention.rank:
        return None
    told, text = found[k], par.text[: mention.start]
    match = _other().match(text, par.mentions[k].end)
    if (
        match is None
        or told.measure is None
        or told.change
        or not told.level
        or told.rule in (IN_BRACKET, "statistic")
    ):
        return None
    row = BLANKS.sub("", match["row"])
    if is_magnitude(row) or is_time_or_norm(row) or par.areas_in(*match.span("row")):
        return None
    grouped = told.dimension == GROUP or GROUP_BEFORE.match(told.measure) is not None
    if grouped:
        name, stem = without_group(told.measure), without_group(told.stem or "")
        return replace(
            of_row(replace(told, measure=name, stem=stem), row, PAIR), dimension=GROUP, completed_by=""
        )
    first, last = tokenise(told.measure, [])[0].text, row[-1]
    if first[-1] == last and last in KINDS and len(told.measure) > len(first) + 1:  # 男性|血尿酸
        stem = (told.stem or "").removeprefix(first)
        told = replace(told, measure=told.measure.removeprefix(first), stem=stem)
    return of_row(told, row, PAIR)
