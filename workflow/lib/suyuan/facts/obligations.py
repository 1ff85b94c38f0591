"""What is asked for by a deadline: 到2025年，标准数应|突破50项, 投诉率不得高于2%, also where the year was over at the telling."""

from __future__ import annotations

import re
from functools import cache

from suyuan.facts.plans import is_done, plan_words
from suyuan.language import alternatives, any_of

# the last year told before a number, with 到 where it is a deadline; not 由2015年到2020年
YEAR = re.compile(r"(?P<to>(?<![由从自得]\d{4}年)到)?20\d\d年(?:底|末|年底)?(?P<before>之?前)?")
NEEDS = ("需", "需要", "要")


def asked_by_deadline(text: str, clause: int, number: int) -> str | None:
    """The word by which the clause from ``clause`` on asks for the number at ``number``, behind a deadline; else None.

    The deadline is the last year that the paragraph tells before the number (到2025年, 2025年底前); of 需 and 要, which also say
    what is needed (每亩需要投入3200元), the last of its sentence.
    """
    asked = _asked().search(text, clause, number)
    if asked is None or is_done(text[clause:number]):
        return None
    told = None
    low = text.rfind("。", 0, clause) + 1 if asked["word"] in NEEDS else 0
    for told in YEAR.finditer(text, low, number):  # noqa: B007
        pass
    return asked["word"] if told is not None and (told["to"] or told["before"]) else None


@cache
def _asked() -> re.Pattern[str]:
    """应|突破, 必须|达到, 不得|高于: right up to a number."""
    words = plan_words()
    behind = "".join(f"(?<!{re.escape(word)})" for word in words.asked_not_before_it)
    gap = any_of([*words.intention_gap, *words.asked_gap])
    other = alternatives(words.intention_not_before)  # 应|用, 要|素
    bounds = any_of([*words.asked_bounds, *words.plan_verbs])
    return re.compile(
        f"{behind}(?P<word>{alternatives(words.asked)})(?!{other}){gap}*{bounds}?(?:了?(?:到|至|在|为))?{any_of(words.asked_bounds)}?$"
    )
