"""Columns of studies: 观察组52例（87%）达到治愈, 每日3次, 考虑10%的失访, 由2名护士完成."""

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
from suyuan.facts.rules_statistics import GROUP
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.language import any_of
from suyuan.quantities.mention import Mention

EACH = "每"
BY = frozenset({"由", "经"})
TOTALS = frozenset({"共", "共计", "合计", "总共", "计", "总计"})
FIRST_TWO = 2
CLAUSES_BACK = 2
LONGEST_EACH = 4  # characters of 每日, 每个月
LONGEST_SUBJECT = 20


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
