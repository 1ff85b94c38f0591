"""What can be glued together in an afternoon: the other peers, and jieba for classifiers, places and nouns.

Numbers are those of cn2an, with the units of recognizers-text or the classifier that jieba sees behind them; money is
JioNLP's; qualifiers and common units are tables of words; 一, ordinals and numbers without unit, 万 or 亿 are dropped. Place
and time are the nearest before it in the sentence, the time else the year that the document names most; the measure is the
noun phrase before it.
"""

from __future__ import annotations

import re
from typing import Any

import by_cn2an
import by_jionlp
import by_recognizers
import jieba
import jieba.posseg
import jionlp
from common import Mention, Peer, overlaps

SENTENCE = re.compile(r"[^。；！？]+[。；！？]?")
YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
BEFORE = {
    ">": ("超过", "超", "逾", "突破", "多于", "高于", "超过了"),
    ">=": ("不低于", "不少于", "至少", "达到或超过"),
    "<": ("不足", "不到", "低于", "少于"),
    "<=": ("不超过", "至多"),
    "~": ("约", "近", "大约", "将近", "约为", "接近"),
}
BEHIND = {">": ("余", "多"), ">=": ("以上",), "<=": ("以下",), "~": ("左右",)}
WRITTEN = (
    "个百分点", "百分点", "%", "倍", "成", "平方公里", "平方米", "公里", "公顷", "吨", "公斤", "斤", "亩", "千瓦时", "千瓦",
    "年", "个月", "天", "岁", "分", "人次", "人", "名", "户", "家", "个", "项", "件", "份", "种", "所", "座", "条",
)  # fmt: skip
LATIN = re.compile(r"[A-Za-z]+(?:/[A-Za-z]+)?(?![A-Za-z])")
RANGE = re.compile(r"\s*(?:%|％)?\s*[-—~～至到]+\s*")
NOUNS = {"n", "vn", "nz", "l", "j", "b", "an", "ng", "v"}
SAID = {"达到", "达", "为", "是", "有", "共", "完成", "实现", "增长", "下降", "提高", "增加", "占", "超过"}


def edtf(times: list[str]) -> str | None:
    """The span of two time stamps, as short as it can be said."""
    begin, end = (None if "inf" in each else each[:10] for each in times)
    if begin is None or end is None:
        return None
    if begin[:4] == end[:4]:
        return (
            begin[:4]
            if (begin[5:], end[5:]) == ("01-01", "12-31")
            else begin[:7]
            if begin[:7] == end[:7]
            else begin[:4]
        )
    return f"{begin[:4]}/{end[:4]}"


class Adapter(Peer):
    packages = ("cn2an", "jieba", "jionlp", "recognizers-text-suite")

    def __init__(self) -> None:
        self.recognizers = by_recognizers.Adapter()
        self.year: str | None = None
        self.base: dict[str, int] | None = None

    def begin(self, text: str) -> None:
        years = YEAR.findall(text)
        self.year = max(years, key=years.count) if years else None
        self.base = {"year": int(self.year)} if self.year else None

    def paragraph(self, text: str) -> list[Mention]:
        found: list[Mention] = []
        for match in SENTENCE.finditer(text):
            for row in self.sentence(match[0]):
                found.append(row | {"start": row["start"] + match.start(), "end": row["end"] + match.start()})
        return found

    def sentence(self, text: str) -> list[Mention]:
        """Mentions of one sentence, with time, place and measure."""
        times = jionlp.ner.extract_time(text, time_base=self.base, with_parsing=True)
        dates = [
            {"start": each["offset"][0], "end": each["offset"][1], "time": edtf(each["detail"]["time"])}
            for each in times
            if each["type"] in {"time_point", "time_span"}
        ]
        known = by_jionlp.money(text) + by_jionlp.durations(times)
        known += [row for row in self.recognizers.with_units(text) if not overlaps(row, known)]
        known = [row for row in known if not overlaps(row, dates)]
        others = [row for row in by_cn2an.numbers(text) if not overlaps(row, [*known, *dates])]
        tokens = [(token.word, token.flag) for token in jieba.posseg.cut(text)]
        found = known + [row for row in (with_unit(row, text, tokens) for row in others) if row]
        found = joined(sorted(found, key=lambda row: row["start"]), text)
        for row in found:
            row.setdefault("comparator", comparator(row, text))
            said = [date["time"] for date in dates if date["end"] <= row["start"] and date["time"]]
            row["time"] = said[-1] if said else self.year
            row["area"] = place_before(tokens, row["start"])
            row["measure"] = nouns_before(tokens, row["start"])
        return found


def with_unit(row: Mention, text: str, tokens: list[tuple[str, str]]) -> Mention | None:
    """The number with the unit written behind it; null where there is none."""
    if row["unit"]:
        return row
    surface = text[row["start"] : row["end"]]
    if surface == "一" or text[: row["start"]].endswith("第"):
        return None
    behind = re.sub(r"^[余多几]", "", text[row["end"] :])
    skipped = len(text) - row["end"] - len(behind)
    latin = LATIN.match(behind)
    unit = latin[0] if latin else next((word for word in WRITTEN if behind.startswith(word)), None)
    if unit is None:
        at = 0
        for word, flag in tokens:
            if at <= row["end"] + skipped < at + len(word):
                rest = word[row["end"] + skipped - at :]
                unit = rest if flag in {"q", "m", "mq"} and rest[0] >= "一" else None
            at += len(word)
    if unit is None:
        return row if surface.endswith(("万", "亿")) else None
    value = row["value"] * 10 if unit == "成" else row["value"]
    end = row["end"] + skipped + len(unit)
    return row | {"end": end, "unit": {"成": "%", "个百分点": "百分点"}.get(unit, unit), "value": value}


def joined(rows: list[Mention], text: str) -> list[Mention]:
    """Two numbers with a dash between them as one range."""
    found: list[Mention] = []
    for row in rows:
        before = found[-1] if found else None
        if (
            before
            and before["value"] is not None
            and RANGE.fullmatch(text[before["end"] : row["start"]])
            and before["unit"] in (None, row["unit"])
        ):
            ends: dict[str, Any] = {
                "value": None, "value_min": before["value"], "value_max": row["value"], "comparator": "range",
            }  # fmt: skip
            found[-1] = row | {"start": before["start"]} | ends
        else:
            found.append(row)
    return found


def comparator(row: Mention, text: str) -> str:
    """The qualifier before or behind a mention."""
    for name, words in BEFORE.items():
        if text[: row["start"]].endswith(words):
            return name
    surface = text[row["start"] : row["end"]]
    for name, words in BEHIND.items():
        if text[row["end"] :].startswith(words) or any(
            re.search(rf"[\d十百千万亿]{word}", surface) for word in words
        ):
            return name
    return "="


def place_before(tokens: list[tuple[str, str]], start: int) -> list[str]:
    """The nearest place name before an offset."""
    at, found = 0, []
    for word, flag in tokens:
        if at < start and flag == "ns":
            found = [word]
        at += len(word)
    return found


def nouns_before(tokens: list[tuple[str, str]], start: int) -> str | None:
    """The nearest run of nouns before an offset."""
    at, run, found = 0, "", None
    for word, flag in tokens:
        if at >= start:
            break
        if flag in NOUNS and word not in SAID:
            run += word
            found = run
        else:
            run = ""
        at += len(word)
    return found
