"""Stage 4d: 时速 says the hour of a speed: 时速350公里 are 350 km/小时; 每秒200GB are 200 GB/s."""

from __future__ import annotations

from dataclasses import replace

from suyuan.quantities.phrase import Phrase
from suyuan.quantities.tables import numerals_table

REACH = 8  # characters between 时速 and the number


def hourly_speeds(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases in order; a distance behind 时速, with nothing but a verb of reaching between, is that distance in an hour."""
    words, each_second = numerals_table()["hourly"], tuple(numerals_table()["each_second"])
    out: list[Phrase] = []
    speed_ends = -1  # where the speed before ends: 时速由250公里|提高到350公里 are both of the hour
    for phrase in phrases:
        if phrase.unit is not None and phrase.unit.unit in words["units"]:
            before = text[max(0, phrase.start - REACH) : phrase.start]
            changed = (
                0 <= speed_ends < phrase.start
                and _rest(text[speed_ends : phrase.start], words["between"]) == ""
            )
            if changed or _behind(before, words["heads"], words["between"]):
                phrase = replace(phrase, unit=phrase.unit._replace(unit=f"{phrase.unit.unit}/小时"))
                speed_ends = phrase.end
        if phrase.unit is not None and phrase.unit.kind == "measure" and "/" not in phrase.unit.unit:
            before = text[max(0, phrase.start - REACH) : phrase.start]
            if (
                "秒" in before
                and phrase.unit.unit.isascii()
                and _rest(before, words["between"]).endswith(each_second)
            ):
                phrase = replace(phrase, unit=phrase.unit._replace(unit=f"{phrase.unit.unit}/s"))
        out.append(phrase)
    return out


def _behind(before: str, heads: list[str], between: list[str]) -> bool:
    return _rest(before, between).endswith(tuple(heads))


def _rest(before: str, between: list[str]) -> str:
    """What is left of ``before`` without the words ``between`` at its end."""
    while (word := next((word for word in between if before.endswith(word)), None)) is not None:
        before = before.removesuffix(word)
    return before
