"""Kinds of error: what is wrong with a fact at the tier at which it fails, told by its fields and the text, by no judgement.

A row has the fields of ``suyuan facts``; one that a reader annotated says what was wanted. Each function gives the kind as a
short phrase. A year or a place is looked for around the fact: in its clause, its sentence, its paragraph, or elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from types import ModuleType
from typing import Any, NamedTuple

Row = dict[str, Any]
Areas = Callable[[Iterable[str]], set[str]]
NEXT = {"missed": "T1", "T1": "T2", "T2": "T3", "T3": "T4", "T4": "T5"}  # right up to here: what fails
CLAUSE, SENTENCE, PARAGRAPH = re.compile("[，,；;：。！？\n]"), re.compile("[。！？\n]"), re.compile("\n")
UNITS = {
    "money": "CNY USD EUR HKD JPY GBP",
    "share or points": "% 百分点 ‰",
    "multiple": "倍",
    "duration": "年 月 个月 天 日 周 小时 分钟 岁",
    "physical unit": "km2 km m m2 m3 公顷 亩 吨 kg 千克 公斤 斤 °C 千瓦 千瓦时 瓦 立方米 升 毫升 mL mg g mm cm",
}
CLASS_OF = {unit: name for name, units in UNITS.items() for unit in units.split()}
SAID = {  # what a measure says beside its noun
    "growth or fall": re.compile("增速|增长|增幅|升幅|增加|提高|降幅|下降|降低|减少|缩小|扩大"),
    "share": re.compile("占比|比重|比例|份额|占.+的?[比率]|率$"),
    "mean": re.compile("人均|平均|均值|户均|均$"),
    "rank": re.compile("排名|位次|名次|位居"),
}
ENDING = re.compile(r"(?:数量|人数|总数|户数|次数|件数|总额|金额|总量|[数量额值])$")


def unit_class(row: Row) -> str:
    """What kind of unit a row has."""
    unit = row.get("unit")
    if not unit:
        return "no unit"
    if "/" in unit:
        return "compound unit"
    return CLASS_OF.get(unit, "classifier")


def written(row: Row) -> str:
    """Kind of unit, and whether the number is written without digits."""
    surface = unicodedata.normalize("NFKC", row.get("surface") or "")
    return unit_class(row) + ("" if not surface or re.search(r"\d", surface) else ", in Chinese numerals")


def folded(text: str) -> str:
    """The text with plain letters and digits for those of full width, one for one, so that offsets stay."""
    return "".join(chr(ord(char) - 0xFEE0) if "\uff10" <= char <= "\uff5a" else char for char in text)


def where(text: str, start: int, words: Iterable[str]) -> str:
    """Where the nearest of the words stands: in the clause around an offset, the sentence, the paragraph, elsewhere, nowhere."""
    words = [word for word in words if word]
    text = folded(text)
    for name, stops in (("clause", CLAUSE), ("sentence", SENTENCE), ("paragraph", PARAGRAPH)):
        before = [match.end() for match in stops.finditer(text, 0, start)]
        after = stops.search(text, start)
        part = text[before[-1] if before else 0 : after.start() if after else len(text)]
        if any(word in part for word in words):
            return f"in the {name}"
    return "elsewhere in the text" if any(word in text for word in words) else "nowhere as such"


def number_kind(wanted: Row, got: Sequence[Row]) -> str:
    """Why a fact was not met: nothing stands there, or another value."""
    if not got:
        return f"number: not found ({written(wanted)})"
    ranges = (wanted["value"] is None, any(row.get("value") is None for row in got))
    if ranges == (True, False):
        return "number: one bound of a range"
    if ranges == (False, True):
        return "number: a range for one value"
    return "number: another value" if ranges == (False, False) else "number: other bounds"


def false_kind(text: str, got: Row, gold: Sequence[Row]) -> str | None:
    """What a mention is that meets no fact. Null where it overlaps a fact that was read with another value: that is the error."""
    overlapping = [row for row in gold if row["start"] < got["end"] and got["start"] < row["end"]]
    if not overlapping:
        row = got | {"surface": got.get("surface") or text[got["start"] : got["end"]]}
        return f"number: found though no fact is there ({written(row)})"
    return "number: found twice" if any(same_value(row, got) for row in overlapping) else None


def same_value(one: Row, other: Row) -> bool:
    """Equal but for the sign, as the scorer has it."""
    keys = ("value",) if one.get("value") is not None else ("value_min", "value_max")
    return all(
        one.get(key) is not None
        and other.get(key) is not None
        and abs(abs(one[key]) - abs(other[key])) <= 1e-6 * max(abs(one[key]), abs(other[key]))
        for key in keys
    )


def unit_kind(wanted: Row, got: Row) -> str:
    """Comparator, sign or unit."""
    said = got.get("comparator") or ("range" if got.get("value") is None else "=")
    if said != wanted["comparator"]:
        return f"comparator: {said} for {wanted['comparator']}"
    if got.get("unit") == wanted["unit"]:
        return "sign: a fall for a rise, or the other way round"
    if not got.get("unit"):
        return f"unit: none for a {unit_class(wanted)}"
    if not wanted["unit"]:
        return f"unit: a {unit_class(got)} where none is said"
    one, other = unit_class(got), unit_class(wanted)
    return f"unit: another {one}" if one == other else f"unit: {one} for {other}"


def years(time: str) -> list[str]:
    """Years of both ends of an interval, or the one year."""
    return [part[:4] for part in time.split("/")]


def time_kind(text: str, wanted: Row, got: Row) -> str:
    """Null, too much, another precision, a point for a period, or another year."""
    right, said = wanted.get("time"), got.get("time")
    if not right:
        from_where = f" (from {got['time_from']})" if got.get("time_from") else ""
        return f"time: dated though the text does not{from_where}"
    printed = where(text, wanted["start"], [year for year in years(right) if year.isdigit()])
    if not said:
        return f"time: none; the right year stands {printed}"
    if years(right) == years(said):
        return "time: the right year, another precision"
    if ("/" in right) != ("/" in said):
        return "time: a point for a period" if "/" in right else "time: a period for a point"
    return f"time: another {'period' if '/' in right else 'year'}; the right one stands {printed}"


def area_kind(text: str, wanted: Row, got: Row, areas: Areas = set) -> str:
    """None, one where none is, too many, too few, or another place. ``areas`` makes names comparable (the scorer's)."""
    right, said = areas(wanted.get("area") or []), areas(got.get("area") or [])
    if not right:
        return "area: one where the text names none"
    printed = where(text, wanted["start"], wanted["area"])
    if not said:
        return f"area: none; the right one stands {printed}"
    if right < said:
        return "area: too many"
    if said < right:
        return "area: too few"
    return f"area: another; the right one stands {printed}"


def letters(measure: str | None) -> str:
    return re.sub(r"[\W_的]", "", unicodedata.normalize("NFKC", measure or "").lower())


def pairs(word: str) -> set[str]:
    return {word[i : i + 2] for i in range(len(word) - 1)}


def measure_kind(wanted: Row, got: Row) -> str:
    """None, growth or share or mean not said (or said too much), nothing in common, without the head noun, longer, shorter."""
    right, said = letters(wanted.get("measure")), letters(got.get("measure"))
    if not said:
        return "measure: none"
    for name, words in SAID.items():
        if bool(words.search(right)) != bool(words.search(said)):
            return f"measure: {name} {'not said' if words.search(right) else 'said where none is meant'}"
    common = pairs(right) & pairs(said)
    if not common:
        return "measure: nothing in common, the noun of another clause or other words"
    head = ENDING.sub("", right)[-2:]
    if head not in said:
        return "measure: lacks the head noun"
    if 5 * len(common) >= 4 * len(pairs(right)):
        return "measure: longer than the reader's"
    if 5 * len(common) >= 4 * len(pairs(said)):
        return "measure: shorter than the reader's"
    return "measure: head noun right, other words around it"


def kind_of(text: str, wanted: Row, stops_at: str, got: Row | Sequence[Row], areas: Areas = set) -> str:
    """The kind of error of a fact that is right up to a tier (``missed`` for none; ``got`` is then what stands there)."""
    if not isinstance(got, dict):
        return number_kind(wanted, got)
    if stops_at == "T1":
        return unit_kind(wanted, got)
    if stops_at == "T2":
        return time_kind(text, wanted, got)
    if stops_at == "T3":
        return area_kind(text, wanted, got, areas)
    return measure_kind(wanted, got)


class Failure(NamedTuple):
    """An error: the tier at which it fails, its kind, the fact (null for a false mention) and what was found for it."""

    tier: str
    kind: str
    wanted: Row | None
    got: Row | Sequence[Row]


def kinds(score: ModuleType, text: str, gold: Sequence[Row], mentions: Sequence[Row]) -> list[Failure]:
    """Every error of a text: facts that were missed or fail, and false mentions. ``score`` is the scorer.

    ``as_of`` for ``during`` is no tier of the scorer; it stands under "–", of facts whose time is right.
    """
    result = score.score(list(gold), list(mentions))
    by_id = {row["id"]: row for row in gold}
    found: list[Failure] = []
    for entry in result["detail"]:
        wanted = by_id[entry["gold"]]
        kind = kind_of(text, wanted, entry["stops_at"], entry["got"], score.areas_of)
        found.append(Failure(NEXT[entry["stops_at"]], kind, wanted, entry["got"]))
    for mention in result["false"]:
        false = false_kind(text, mention, gold)
        if false:
            found.append(Failure("T1", false, None, mention))
    for wanted in gold:
        if wanted["class"] != "core" or not wanted.get("time_kind"):
            continue
        dated = [row for row in mentions if score.tier(wanted, row) >= 3]
        told = {row.get("time_kind") for row in dated}
        if dated and wanted["time_kind"] not in told:
            kind = f"time: {dated[0].get('time_kind')} for {wanted['time_kind']}"
            found.append(Failure("–", kind, wanted, dated[0]))
    return found


def largest(found: Iterable[Failure], most: int = 30) -> list[tuple[int, str, str]]:
    """(count, tier, kind), the most frequent first, then by tier and kind."""
    counted = Counter((failure.tier, failure.kind) for failure in found)
    rows = sorted((-count, tier, kind) for (tier, kind), count in counted.items())
    return [(-count, tier, kind) for count, tier, kind in rows[:most]]
