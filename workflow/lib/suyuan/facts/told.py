"""What a sentence told before a number: the last level of its unit, or the magnitude that a clause speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from suyuan.document import Span
from suyuan.facts.clauses import clauses_before, subject_of, tokens_in
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, LATIN_END, PHYSICAL, Column, is_duration, is_money, is_share
from suyuan.facts.study_words import labels_of_abstract, study_words
from suyuan.facts.tokens import Token
from suyuan.quantities.mention import Mention

LONGEST_TOPIC = 24  # characters
SHARES = frozenset({"share_of", "share_carried", "share_before_noun", "share_doing"})
WITHIN = "其中"
CHINESE = re.compile("[一-龥]")
SYMBOL_END = re.compile("(?<=[一-龥]{2})[A-Za-zΑ-Ωα-ω]{1,3}$")  # 色差|ΔE|, 内摩擦角|φ|
VARIES = re.compile(
    r"(?P<what>[^，。；：]{2,24}?)的?"
    r"(?:(?:差[异距别]|悬殊)(?:仍|也|均|都)?(?:较|很|明|显|悬|巨|大|不|突|十分|依然|进一步|扩大|缩小)|变化(?:较|很|明|显|不)|波动|各异|不一|随|呈|先[升降增减]|逐[年渐步])"
)


JUDGED = re.compile(
    r"(?:[^，。；：]{0,16}?[后中时])?(?P<what>[^，。；：后中时]{2,16}?)(?:均|都|也|则|亦|仍)?"
    r"(?:明显|显著|逐渐|总体|整体|有所|略有|大幅|持续|不断|趋于|更为|较为|改善|改善更为|得到)*"
    r"(?:下降|上升|升高|降低|增加|减少|增大|减小|提高|改善|缓解|回升|稳定|明显|显著|相当|相近|接近|相似|持平|一致"
    r"|较[高低大小多少好差]|偏[高低大小])"
)
OCCURS = re.compile(
    r"(?P<what>[^，。；：]{2,16}?)(?:均|都|多|则|也|一般)?(?:出现|发生|位于|见|落)(?:在|于)[^，。；：]{1,16}"
)
EACH = re.compile("[人户篇亩班校生次株]均(?=.)")
ENDS = ("最高", "最低", "最大", "最小", "峰值", "谷值", "极值")
GROUPS = frozenset({"组", "班", "校", "季", "地", "期", "类", "种", "者", "个"})
SEVERAL_GROUPS = re.compile(
    "[两二三四五六各](?:组|班|校|季|地|期|类|种|者|个)(?:学生|患者|处理|品种|样地|地区)?的?"
)


def is_magnitude(stem: str, unit: str | None = None) -> bool:
    """Whether a stem says what is measured, and not only whose it is."""
    stem = SYMBOL_END.sub("", stem)
    return (
        names_magnitude(stem) or stem.endswith(study_words().magnitude_ends) or EACH.search(stem) is not None
    )


def level_told(par: Paragraph, i: int, found: Sequence[Column]) -> Column | None:
    """The last level of the same unit in the sentence that names a magnitude."""
    mention = par.mentions[i]
    for k in par.before_in_sentence(i):
        if not _one_unit(par.mentions[k], mention) or found[k].stem is None:
            continue
        if found[k].change and par.text.startswith(WITHIN, par.clause(mention.start).start):
            return found[k]
        if found[k].change or not (found[k].level or found[k].rule in SHARES):
            return None
        told = found[k].stem or ""
        symbol = (
            LATIN_END.search(told) is not None and CHINESE.search(told) is not None
        )  # 年均PUE; N0 is a row
        named = is_magnitude(told) or symbol or found[k].rule in SHARES
        return found[k] if named else None
    return None


def _one_unit(a: Mention, b: Mention) -> bool:
    return not a.rank and (a.unit == b.unit or (is_money(a) and is_money(b)))


def topic_told(par: Paragraph, mention: Mention, before: int, numbers: bool = False) -> str:
    """The magnitude that the nearest clause before ``before`` speaks of: 板材的硬度下降率，自然时效最小，约|3.5%|."""
    for clause in clauses_before(par, mention.start):
        if clause.start >= before:
            continue
        tokens = _without_label(par, clause, tokens_in(par, clause))
        if any(t.flag == "QTY" and par.mentions[t.ref].unit not in GROUPS for t in tokens):
            if numbers:
                continue
            return ""
        tokens = tuple(t for t in tokens if t.flag != "PUNCT" and not t.text.isdecimal())
        whole = BLANKS.sub("", "".join(t.text for t in tokens))
        bare = (
            tokens and all(t.flag[0] in "nvbLaum" or t.text == "的" for t in tokens) and is_magnitude(whole)
        )
        untimed = BLANKS.sub("", "".join(t.text for t in dropwhile(lambda t: t.flag == "TIME", tokens)))
        varies = VARIES.match(untimed)
        if varies is not None:
            return varies["what"] if len(varies["what"]) <= LONGEST_TOPIC else ""
        occurs = OCCURS.fullmatch(untimed)
        if occurs is not None and (
            is_magnitude(occurs["what"]) or any(end in occurs["what"] for end in ENDS)
        ):
            return occurs["what"]
        judged = JUDGED.fullmatch(untimed)
        if judged is not None and is_magnitude(judged["what"]):
            return SEVERAL_GROUPS.sub("", judged["what"])
        subject = whole if bare else subject_of(par, tokens)
        if (
            subject
            and len(subject) <= LONGEST_TOPIC
            and (is_magnitude(subject) or LATIN_END.fullmatch(subject))
        ):
            return subject
    return ""


def _without_label(par: Paragraph, clause: Span, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """结果 前测得分相当: the heading of an abstract run into the clause is no part of it."""
    end = next((b for a, b in labels_of_abstract(par.flow) if a == clause.start), clause.start)
    return tuple(t for t in tokens if t.start >= end)


def measurable(mention: Mention, what: Column) -> bool:
    """The unit is no count of things, or the magnitude is one of each (人均借阅量)."""
    if is_share(mention) or is_duration(mention) or is_money(mention) or mention.unit is None:
        return True
    unit = mention.unit
    return (
        bool(PHYSICAL.search(unit))
        or unit in ("分", "°C", "倍")
        or "均" in (what.stem or "")
        or (what.stem or "").endswith("率")
    )
