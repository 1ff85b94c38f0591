"""Columns of studies: 有效率高于对照组（93%比80%）, 观察组52例（87%）达到治愈, 每日3次, 考虑10%的失访, 由2名护士完成."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.facts.clauses import clauses_before, tokens_in
from suyuan.facts.compounds import clause_rest
from suyuan.facts.left import collect_left, left_phrase
from suyuan.facts.list_names import SEVERAL
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import Phrase
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import (
    BLANKS,
    PHYSICAL,
    Column,
    counted,
    empty,
    is_count,
    is_duration,
    is_money,
    is_share,
    words_of,
)
from suyuan.facts.right import right_phrase
from suyuan.facts.rules_doers import deed_after
from suyuan.facts.rules_statistics import GROUP, GROUP_BEFORE, without_group
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import Token
from suyuan.facts.told import is_magnitude
from suyuan.facts.words import column_words
from suyuan.language import any_of
from suyuan.quantities.mention import Mention

EACH = "每"
BY = frozenset({"由", "经"})
TOTALS = frozenset({"共", "共计", "合计", "总共", "计", "总计"})
FIRST_TWO = 2
LOWER = re.compile(
    "(?:而|但|且|其中)?(?P<what>[^，。；：（）]{2,20}?)(?:亦|也|均|仍|则|明显|显著|略|稍)*(?:较|更|偏|明显|显著)[高低大小多少长短优劣快慢好差早晚]"
)
CLAUSES_BACK = 2
LONGEST_EACH = 4  # characters of 每日, 每个月
LONGEST_SUBJECT = 20


@cache
def _compares() -> frozenset[str]:
    return frozenset(study_words().compares)


@needs("（", "[", "［")
def compared_in_bracket(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """甲组有效率高于乙组（|93%|比|80%|，P<0.05）: the first level is of the group before the verb."""
    opening = _opening(par, index)
    if opening < 1:
        return None
    levels = [k for k in range(opening + 1, index + 1) if par.tokens[k].flag == "QTY"]
    if len(levels) > FIRST_TWO or not _pair(par, opening, levels[0]):
        return None
    clause = par.clause(par.tokens[opening - 1].start)
    first = par.first_token(clause.start)
    at = next((k for k in range(opening - 1, first, -1) if par.tokens[k].text in _compares()), -1)
    lower = LOWER.fullmatch(par.text, clause.start, par.tokens[opening].start) if at < 0 else None
    if lower is not None:  # 总并发症发生率亦较低（|8.5%|比|19.8%|）
        stem = without_group(BLANKS.sub("", lower["what"]))
        named = is_magnitude(stem)
        return Column(counted(stem, mention), stem, "compared_in_bracket") if named else None
    if at < 0 or any(token.flag == "QTY" for token in par.tokens[at:opening]):
        return None
    phrase = collect_left(par, at - 1)
    subject = words_of(phrase.tokens)
    stem = without_group(subject)
    if empty(phrase) or (not names_magnitude(stem) and is_share(mention)):
        return None
    match = GROUP_BEFORE.match(subject)
    own = match["group"] if match is not None else None
    other = words_of(tuple(par.tokens[at + 1 : opening]))
    others = other if other.endswith(column_words().group_endings) else None
    owner = (own, others)[len(levels) - 1]
    return Column(
        counted(stem, mention), stem, "compared_in_bracket", owner=owner, dimension=GROUP if owner else None
    )


def _opening(par: Paragraph, index: int) -> int:
    """Index of the bracket that only levels and the words between them part from token ``index``, else -1."""
    between = _between_levels()
    for at in range(index - 1, max(-1, index - 5), -1):
        token = par.tokens[at]
        if token.text in ("（", "[", "［"):
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
    return (
        tokens[second].flag == "QTY"
        and par.mentions[tokens[first].ref].unit == par.mentions[tokens[second].ref].unit
    )


@needs(table=lambda: column_words().group_endings, of=["count"])
def done_by_group(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """观察组|52例|（86.7%）达到临床治愈: what happened to those of a group, told behind their number."""
    if not is_count(mention) or (mention.unit or "") not in column_words().doer_units or index < 1:
        return None
    phrase = left_phrase(par, index)
    label = words_of(phrase.tokens)
    words = column_words()
    if (
        not label.endswith(words.group_endings)
        or label.endswith(words.no_groups)
        or len(label) > LONGEST_SUBJECT
    ):
        return None
    deed = _deed_behind(par, index + 1)
    did = words_of(deed)
    if len(did) < 2 or did in words.test_words or did.endswith(words.group_endings):
        return None
    return Column(counted(did, mention), did, "done_by_group", owner=label, dimension=GROUP)


def _deed_behind(par: Paragraph, at: int) -> tuple[Token, ...]:
    """达到|临床治愈 behind a bracket with a share: what happened, without a verb that only says that it did."""
    tokens = par.tokens
    if at < len(tokens) and tokens[at].text == "（":
        closing = next((k for k in range(at, min(at + 8, len(tokens))) if tokens[k].text == "）"), None)
        if closing is None:
            return ()
        at = closing + 1
    rest = [token for token in clause_rest(par, at) if token.flag not in ("d", "ul")]
    if len(rest) > 1 and rest[0].text in study_words().reaching:
        happened = rest[1:]
        named = happened[-1].flag[0] in "nvL" and not any(t.flag in ("QTY", "p", "c") for t in happened)
        return tuple(happened) if named else ()
    return deed_after(par, at)


@needs(EACH)
def per_occasion(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """平衡训练，每日|2次|，每次|30 min|: how much each time, of what the clause before does."""
    if (
        index < 1
        or is_share(mention)
        or is_money(mention)
        or mention.unit in (None, *column_words().doer_units)
    ):
        return None
    if index + 1 < len(par.tokens) and par.tokens[index + 1].flag != "PUNCT":
        return None  # 每年|1790万例|死于心血管病
    each = par.tokens[index - 1]
    if not each.text.startswith(EACH) or len(each.text) > LONGEST_EACH or each.flag == "QTY":
        return None
    opens = index < 2 or par.tokens[index - 2].flag == "PUNCT"
    if not opens or not empty(right_phrase(par, index)):
        return None
    topic = _activity(par, mention.start)
    if not topic or topic.startswith(EACH):
        return None
    name = _sized(topic, mention)
    return Column(each.text + name, topic, "per_occasion", level=False)


def _sized(topic: str, mention: Mention) -> str:
    """训练|次数, 训练|时长, 口服|剂量."""
    if is_duration(mention) or mention.unit in column_words().suffix_by_unit:
        return counted(topic, mention)
    return (
        topic
        if names_magnitude(topic)
        else topic + ("剂量" if PHYSICAL.search(mention.unit or "") else "数量")
    )


@cache
def _gives() -> re.Pattern[str]:
    return re.compile(rf"(?<=.)加?{any_of(study_words().given)}|^{any_of(study_words().given)}")


def _activity(par: Paragraph, position: int) -> str:
    """What the nearest clause before names last, where that clause is none of 每次; the last member of a list."""
    for clause in clauses_before(par, position):
        tokens = tokens_in(par, clause)
        if not tokens or tokens[0].text.startswith(EACH):
            continue
        if tokens[0].flag == "p" and tokens[0].text not in ("予", "给予", "以", "用"):
            return ""  # 根据…的数据，每年…
        last = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].flag not in ("d", "ul", "y")), -1)
        if last < 0 or tokens[last].flag in ("QTY", "TIME", "PUNCT"):
            return ""
        phrase = collect_left(par, par.first_token(tokens[last].start))
        name = SEVERAL.split(words_of(phrase.tokens))[-1]
        name = re.split("包括|包含|主要为|予以?|给予|采用|行", name)[-1]
        drug = _gives().split(name)[-1]
        return drug if len(drug) > 1 else name  # 西药组口服|美沙拉秦|
    return ""


@needs(*BY, of=["count"])
def performers(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """评估由|2名|不知晓分组的护士|完成: those who do it, with the clause that describes them left out."""
    if index < 1 or not is_count(mention) or (mention.unit or "") not in column_words().doer_units:
        return None
    lead = par.tokens[index - 1]
    if lead.text not in BY:
        return None
    rest = clause_rest(par, index + 1)
    of = max((k for k, token in enumerate(rest) if token.flag == "uj"), default=-1)
    noun: list[Token] = []
    for token in rest[of + 1 :]:
        if token.flag in ("v", "d", "p", "QTY") and noun:
            break
        noun.append(token)
    name = words_of(tuple(noun))
    if not 2 <= len(name) <= LONGEST_SUBJECT or not name.endswith(column_words().doer_endings):
        return None
    return Column(counted(name, mention), name, "performers")


@needs(*TOTALS, of=["count"])
def total_of_subject(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """立方体试件边长100 mm，共|240块: the clause before measured what this one counts."""
    if not is_count(mention) or mention.rank or index < 2 or par.tokens[index - 1].text not in TOTALS:
        return None
    if (
        par.tokens[index - 2].text != "，"
        or PHYSICAL.search(mention.unit or "")
        or not empty(right_phrase(par, index))
    ):
        return None
    clause = next(clauses_before(par, mention.start), None)
    if clause is None:
        return None
    tokens = tokens_in(par, clause)
    at = next((k for k, token in enumerate(tokens) if token.flag == "QTY"), -1)
    measured = at > 0 and PHYSICAL.search(par.mentions[tokens[at].ref].unit or "")
    if not measured:
        return None
    phrase = left_phrase(par, par.first_token(tokens[at].start))
    if len(phrase.tokens) < FIRST_TWO:
        return None
    stem = words_of(_thing(phrase))
    return Column(counted(stem, mention), stem, "total_of_subject") if len(stem) > 1 else None


def _thing(phrase: Phrase) -> tuple[Token, ...]:
    """立方体试件 of 立方体试件|边长."""
    kept: Sequence[Token] = phrase.tokens[:-1]
    while kept and kept[-1].flag == "uj":
        kept = kept[:-1]
    return tuple(kept)
