"""将 that announces no plan: what follows from a condition or happens by itself, and 将 before an object."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from suyuan.facts.words import column_words
from suyuan.gated import GatedPattern, gated
from suyuan.language import any_of, language_table


@dataclass(frozen=True)
class WillWords:
    """will_words.yaml."""

    conditions: tuple[str, ...]
    when_not_before: tuple[str, ...]
    changes: tuple[str, ...]
    levels: tuple[str, ...]
    surpassing: tuple[str, ...]
    nobody_sets: tuple[str, ...]
    adverbs: tuple[str, ...]
    taken_with: tuple[str, ...]
    asked: tuple[str, ...]
    asked_shares: tuple[str, ...]

    @cached_property
    def change(self) -> GatedPattern:
        """The end of a clause right before its number: 反应速率|将进一步提高."""
        verbs = f"{any_of(self.changes)}(?:了|(?P<to>至|到|为))?|(?P<level>{any_of(self.levels)})"
        return gated(f"(?P<subject>[^，；：。]*)将{any_of(self.adverbs)}*(?:{verbs})(?:约|近)?$", ["将"])

    @cached_property
    def condition(self) -> re.Pattern[str]:
        """若利率提高, 温度每升高, 当温度升至80℃时."""
        first = "(?:^|[，；：。])(?:那么|而)?"
        when = f"{first}当(?!{any_of(self.when_not_before)})[^，；。：]{{2,24}}时，"
        return re.compile(f"{first}{any_of(self.conditions)}|{when}|每{any_of(self.changes)}")

    @cached_property
    def with_object(self) -> re.Pattern[str]:
        """The rest of a clause behind the number of an object: 他将投资的3亿元|收回."""
        return re.compile(f"[^，；。\\d]{{0,6}}?{any_of(self.taken_with)}")

    @cached_property
    def share_of_asked(self) -> re.Pattern[str]:
        """拟|增加消费的比例: how many of those asked want to."""
        return re.compile(f"的[^，；。]{{0,6}}{any_of(self.asked_shares)}")


@cache
def will_words() -> WillWords:
    """The word table of the package."""
    table: dict[str, list[str]] = language_table("will_words.yaml")
    return WillWords(**{key: tuple(value) for key, value in table.items()})


def follows(before: str, own: str) -> str | None:
    """The words of what a condition brings about: 温度每升高10℃，|反应速率将提高|2倍; None without a condition.

    ``before``: the sentence up to the number; ``own``: the clause up to the number.
    """
    change = will_words().change.search(own)
    return own[change.end("subject") :] if change and will_words().condition.search(before) else None


def happens(own: str) -> str | None:
    """The words of a change that a magnitude undergoes and nobody brings about: 价格|将下降|3%; else None."""
    words, change = will_words(), will_words().change.search(own)
    if change is None or change["to"] or (change["level"] and change["level"] not in words.surpassing):
        return None
    heads = column_words()
    magnitudes = (*words.nobody_sets, *heads.count_heads, *heads.share_heads_end)
    return own[change.end("subject") :] if change["subject"].endswith(magnitudes) else None


def is_no_plan(word: str, rest: str, after: str) -> bool:
    """Whether a word of intention before a verb plans nothing after all.

    ``rest``: the clause from behind the verb to the number; ``after``: from behind the number. 将 before an object
    (他将投资的3亿元收回), and what those who were asked want to do (拟增加消费的比例为35%).
    """
    words = will_words()
    if word == "将":
        return rest.startswith("的") or words.with_object.match(after) is not None
    return word in words.asked and words.share_of_asked.search(rest) is not None
