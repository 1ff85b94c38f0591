"""What a sentence told before a number: the last level of its unit, or the magnitude that a clause speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.facts.clauses import clauses_before, subject_of, tokens_in
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, LATIN_END, PHYSICAL, Column, is_duration, is_money, is_share
from suyuan.facts.study_words import study_words
from suyuan.quantities.mention import Mention

LONGEST_TOPIC = 24  # characters
SHARES = frozenset({"share_of", "share_carried", "share_before_noun", "share_doing"})
WITHIN = "其中"
CHINESE = re.compile("[一-龥]")
VARIES = re.compile(
    r"(?P<what>[^，。；：]{2,24}?)的?"
    r"(?:差异(?:较|很|明|显|悬|大|不)|变化(?:较|很|明|显|不)|波动|各异|不一|随|呈|先[升降增减]|逐[年渐步])"
)


def is_magnitude(stem: str, unit: str | None = None) -> bool:
    """Whether a stem says what is measured, and not only whose it is."""
    return names_magnitude(stem) or stem.endswith(study_words().magnitude_ends) or "人均" in stem


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
        tokens = tokens_in(par, clause)
        if any(t.flag == "QTY" for t in tokens):
            if numbers:
                continue
            return ""
        tokens = tuple(t for t in tokens if t.flag != "PUNCT" and not t.text.isdecimal())
        whole = BLANKS.sub("", "".join(t.text for t in tokens))
        bare = (
            tokens and all(t.flag[0] in "nvbLaum" or t.text == "的" for t in tokens) and is_magnitude(whole)
        )
        varies = VARIES.match(whole)
        if varies is not None:
            return varies["what"] if len(varies["what"]) <= LONGEST_TOPIC else ""
        subject = whole if bare else subject_of(par, tokens)
        if (
            subject
            and len(subject) <= LONGEST_TOPIC
            and (is_magnitude(subject) or LATIN_END.fullmatch(subject))
        ):
            return subject
    return ""


def measurable(mention: Mention, what: Column) -> bool:
    """The unit is no count of things, or the magnitude is one of each (人均借阅量)."""
    if is_share(mention) or is_duration(mention) or is_money(mention) or mention.unit is None:
        return True
    unit = mention.unit
    return bool(PHYSICAL.search(unit)) or unit in ("分", "°C", "倍") or "均" in (what.stem or "")
