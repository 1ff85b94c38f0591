"""Levels of what something is compared with: 较现状的0.35度下降10%, 约为对照组（4.3万元）的1.8倍, 除甲为97%外均为100%."""

from __future__ import annotations

import re

from suyuan.facts.actors import row_dimension
from suyuan.facts.clauses import clauses_before, subject_of, tokens_in
from suyuan.facts.left import left_phrase
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, Column, counted, is_money, words_of
from suyuan.facts.rules_statistics import GROUP, without_group
from suyuan.facts.study_words import study_words
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

RULE = "level_of_other"
NEAR = 3  # words between a level and the verb or number that compares with it
OTHER = re.compile(r"(?:较|比|相比|相较于?|与)(?P<owner>[^，。；：（）比较、]{1,20})的$")
IN_BRACKET = re.compile(r"(?:为|是|相当于|[高低多少大小快慢]于)(?P<owner>[^，。；：（）]{1,16}?)（$")
BUT = re.compile(
    r"(?P<what>[^，。；：（）]{2,16}?)除(?P<row>[^，。；：外]{1,14}?)(?:为|是|达到?|仅)?(?=[\d０-９<>≤≥约])"
)
REST = re.compile(r"(?:以|之)?外，?(?:其余|其他|其它|别的)?[^，。；：\d]{0,8}?(?:均|都|全部|皆)[为是达]?到?")
DIFFERS = re.compile(
    r"(?P<who>[^，。；：（）\d]{0,12}?)(?:之间)?(?:仅|只|平均|约)?(?:相差|差距为|差距达|差值为|差异为|之差为)(?:了|约|近|超过?|达到?)?$"
)
BOTH = re.compile("^(?:两者|二者|前者与后者|三者|彼此)(?:之间)?|[均都仅只]$")
OWNED = re.compile(
    r"(?P<who>[^，。；：的\d]{2,10})的(?P<what>[^，。；：的\d]{2,12}?)(?:为|是|达到?|仅为)?(?=\d)"
)
LONGEST_NAME = 10
MARKS = frozenset("，；")
OF_TIME = re.compile(r"\d{4}年?|[上去前本同]年.*|同期|[上前]期|[年月季]初|[年月季]末")


@needs("较", "比", "与", "（")
def level_of_other(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """电耗0.31度，较现状的|0.35度|下降10%; 约为对照组（|4.3万元|）的1.8倍: the level of the other one, of the same measure."""
    if before is None or not before.level or not before.measure or not _one_sort(before, mention):
        return None
    start = par.clause(mention.start).start
    text = par.text[start : mention.start]
    bracket = text.endswith("（")
    match = (IN_BRACKET if bracket else OTHER).search(text)
    if match is None or not (_times_after(par, index) if bracket else _compared_after(par, index)):
        return None
    owner = BLANKS.sub("", match["owner"])
    if OF_TIME.fullmatch(owner) or names_magnitude(owner):
        return None
    grouped = owner.endswith(column_words().group_endings)
    name = without_group(before.measure) if grouped else before.measure
    return Column(
        counted(name, mention), name, RULE, owner=owner, dimension=GROUP if grouped else row_dimension(owner)
    )


@needs("除")
def all_but(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """达标率除总氮为|97%|外均为|100%|: one row of a measure, and all the others."""
    start = par.clause(mention.start).start
    if par.text.find("除", start, mention.start) < 0:
        earlier = next(clauses_before(par, mention.start), None)
        if earlier is None or "除" not in par.text[earlier.start : earlier.end]:
            return None
        start = earlier.start
    match = BUT.search(par.text, start, mention.end)
    if match is None:
        return None
    what = BLANKS.sub("", match["what"])
    if not names_magnitude(what):
        return None
    if match.end() >= mention.start:
        row = match["row"]
        return Column(counted(what, mention), what, "all_but", owner=row, dimension=row_dimension(row))
    first = next((m for m in par.mentions if m.start >= match.end() - 1), None)
    if first is None or REST.fullmatch(par.text[first.end : mention.start].strip()) is None:
        return None
    return Column(counted(what, mention), what, "all_but")


@needs("相差", "差距", "差值", "差异", "之差")
def differs(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """湖北控制率为60%，甘肃为50%，两省相差|10个百分点|: how far apart the levels before are; who is compared leads the name."""
    start = par.clause(mention.start).start
    if mention.rank or par.text.find("差", start, mention.start) < 0:
        return None
    match = DIFFERS.search(par.text, start, mention.start)
    if match is None:
        return None
    who = BOTH.sub("", BLANKS.sub("", match["who"]))
    if names_magnitude(who):
        return Column(f"{who}差距", who, "differs", level=False, change=True)
    told = before is not None and (before.level or mention.unit == "百分点")
    stem = before.measure if before is not None and told else None
    if stem is None:
        earlier = next(clauses_before(par, mention.start), None)
        stem = subject_of(par, tokens_in(par, earlier)) if earlier is not None else ""
        if not names_magnitude(stem or ""):
            return None
    return Column(f"{who}{stem}差距", stem, "differs", level=False, change=True)


@needs("（")
def summary_in_bracket(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """进水浓度为186～342 mg/L（均值|258 mg/L|）: the mean of what the number before the bracket is a level of."""
    tokens = par.tokens
    if index < 3 or before is None or not before.level or before.unit != mention.unit or not before.measure:
        return None
    at = index - 1 - (tokens[index - 1].text in column_words().predicates)
    if tokens[at].text not in study_words().summaries or tokens[at - 1].text != "（":
        return None
    if tokens[at - 2].flag != "QTY" or before.measure.endswith(study_words().summaries):
        return None
    name = before.measure + tokens[at].text
    return Column(name, before.stem, "summary_in_bracket", owner=before.owner, dimension=before.dimension)


def row_of_owner(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """班主任的检出率为25%，非班主任为|16%|: a bare name in the place of the one that had the magnitude."""
    if before is None or not before.level or before.unit != mention.unit or mention.unit not in ("%", "分"):
        return None
    phrase = left_phrase(par, index)
    name = words_of(phrase.tokens)
    if not phrase.predicates or not 2 <= len(name) <= LONGEST_NAME or names_magnitude(name) or "的" in name:
        return None
    earlier = next(clauses_before(par, mention.start), None)
    if earlier is None or par.tokens[max(phrase.first, 0)].text not in MARKS:
        return None
    match = OWNED.match(par.text, earlier.start, earlier.end)
    if match is None or not names_magnitude(match["what"]) or match["who"][-1] != name[-1]:
        return None
    if not (before.measure or "").endswith(match["what"]):
        return None
    return Column(match["what"], match["what"], "row_of_owner", owner=name, dimension=row_dimension(name))


def _one_sort(before: Column, mention: Mention) -> bool:
    """The column before is of the same unit, money of any, or bare."""
    return before.unit == mention.unit or (is_money(mention) and before.unit in column_words().money)


def _compared_after(par: Paragraph, index: int) -> bool:
    """Right after the level a verb of comparison or growth with its number: |高|53.2%, |下降|9.6%."""
    words = column_words()
    for at in range(index + 1, min(index + 1 + NEAR, len(par.tokens))):
        token = par.tokens[at]
        if token.text in words.growth or token.text in words.comparing_only:
            return any(t.flag == "QTY" for t in par.tokens[at + 1 : at + 1 + NEAR])
        if token.flag in ("PUNCT", "QTY"):
            return False
    return False


def _times_after(par: Paragraph, index: int) -> bool:
    """Right after the bracket the number of times: ）的|1.8倍."""
    rest = par.tokens[index + 1 : index + 1 + NEAR]
    return bool(rest) and rest[0].text == "）" and any(t.flag == "QTY" for t in rest)
