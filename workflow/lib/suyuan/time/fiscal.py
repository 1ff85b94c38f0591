"""Years and quarters as notes on companies write them: 22Q1, 2022年Q1, 1H22, FY21, 2022E, 22年底, 22/23/24年, 22-24年.

The words are in fiscal_words.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from suyuan.language import alternatives, any_of, language_table
from suyuan.time.dates import read_end, read_part
from suyuan.time.edges import finish
from suyuan.time.expression import TimeExpression
from suyuan.time.points import Point
from suyuan.time.table import TimeWords

RULE = "fiscal"
ANY = re.compile(r"\d(?:年|[QqHEF]|/\d\d|会计|财)|[QHY]\d|9M")
YEAR = r"(?:20[0-4]\d|[0-4]\d)"
LONG_YEAR = r"20[0-4]\d"
NO_LETTER = "(?![0-9A-Za-z])"
NO_WORD = r"(?<![0-9A-Za-z.\-/])"
PART = "[Qq][1-4]|H[12]|9M"
YEAR_PART = re.compile(
    rf"{NO_WORD}(?P<year>{YEAR})年?(?P<part>{PART})(?:[-至到~](?P<last>[Qq]?[1-4]))?{NO_LETTER}(?P<end>末|底)?"
)
PART_YEAR = re.compile(rf"{NO_WORD}(?P<part>[1-4]Q|[12]H|9M)(?P<year>{YEAR}){NO_LETTER}(?P<end>末|底)?")
FISCAL_YEAR = re.compile(rf"{NO_WORD}(?:FY(?P<year>{YEAR})|(?P<before>{YEAR})FY){NO_LETTER}")
ACCOUNTING_YEAR = re.compile(rf"{NO_WORD}(?P<year>{LONG_YEAR})年?(?:会计|财政|财务)年度(?P<before>)")
ESTIMATED = re.compile(rf"{NO_WORD}(?P<year>{YEAR})E(?:[-~至/](?P<last>{YEAR})E)?年?{NO_LETTER}")
ESTIMATED_PERIOD = re.compile(rf"{NO_WORD}(?P<year>{YEAR})[-~至](?P<last>{YEAR})E年?{NO_LETTER}")
STROKED = re.compile(rf"{NO_WORD}{YEAR}(?:/{YEAR}){{1,5}}年(?:(?P<span>度))?")
SHORT = re.compile(r"(?<![0-9A-Za-z.\-~/第近约达满超历余过逾])(?P<year>[0-4]\d)年")
SHORT_PERIOD = re.compile(rf"(?<![0-9A-Za-z.\-~/第近约达满超])(?P<year>{YEAR})[-~至](?P<last>[0-4]\d)年")
WRITTEN_OUT = re.compile(r"(?<!\d)(20[0-4]\d)(?:年|[QHE])")
CLAUSE_START = frozenset("，。；：！？（、“”\n")
NEAR = 6  # years between a year of two digits and one that is written out
LONGEST = 12  # years of a period


@dataclass(frozen=True)
class FiscalWords:
    """Contents of fiscal_words.yaml."""

    parts: dict[str, tuple[int, int]]
    word_parts: frozenset[str]
    lead: re.Pattern[str]
    figure: re.Pattern[str]
    length: re.Pattern[str]


@cache
def fiscal_words() -> FiscalWords:
    """The table, loaded on first use."""
    table = language_table("fiscal_words.yaml")
    return FiscalWords(
        {name: (first, last) for name, (first, last) in table["parts"].items()},
        frozenset(table["word_parts"]),
        re.compile(f"{any_of(table['leads'])}$"),
        re.compile(alternatives(table["figures"].split())),
        re.compile(alternatives(table["lengths"])),
    )


def fiscal_times(text: str, words: TimeWords) -> list[TimeExpression]:
    """Times of ``text`` (a ``Flow.text``) in these forms, in order, without overlap."""
    if ANY.search(text) is None:
        return []
    found: list[TimeExpression] = []
    for pattern, read in FORMS:
        for match in pattern.finditer(text):
            if any(match.start() < time.end and time.start < match.end() for time in found):
                continue
            found += read(text, match, words)
    found.sort(key=lambda time: time.start)
    written = {int(year) for year in WRITTEN_OUT.findall(text)}
    written |= {int(t.edtf[:4]) for t in found if t.edtf and t.edtf[:4].isdigit()}
    found += _plain_years(text, found, written, words)
    return sorted(found, key=lambda time: time.start)


def _full(year: str) -> str:
    """2022 for 22."""
    return year if len(year) == 4 else f"20{year}"


def _year_part(text: str, match: re.Match[str], words: TimeWords) -> list[TimeExpression]:
    """22Q1, 2022年H1, 22Q1-Q3."""
    parts = fiscal_words().parts
    first, last = parts[match["part"].upper()]
    if match["last"]:
        last = parts["Q" + match["last"][-1]][1]
    return [_of_months(text, match, first, last, words)]


def _part_year(text: str, match: re.Match[str], words: TimeWords) -> list[TimeExpression]:
    """1Q22, 1H2022."""
    name = match["part"] if match["part"].startswith("9") else match["part"][::-1]
    return [_of_months(text, match, *fiscal_words().parts[name], words)]


def _of_months(text: str, match: re.Match[str], first: int, last: int, words: TimeWords) -> TimeExpression:
    year = _full(match["year"])
    if match["end"]:
        point = Point(match.start(), match.end(), year, last, as_of=True, part=match["end"])
    else:
        point = Point(match.start(), match.end(), year, first, last_month=last, part=match["part"])
    return finish(text, point, None, words, RULE)


def _fiscal_year(text: str, match: re.Match[str], words: TimeWords) -> list[TimeExpression]:
    """FY21: named by the year in which it ends; its months differ from company to company."""
    year = _full(match["year"] or match["before"])
    return [finish(text, Point(match.start(), match.end(), year), None, words, RULE)]


def _estimated(text: str, match: re.Match[str], words: TimeWords) -> list[TimeExpression]:
    """2022E, 22E-24E: a year for which the figures are expected."""
    left = Point(match.start(), match.end(), _full(match["year"]))
    right = Point(match.start("last"), match.end(), _full(match["last"])) if match["last"] else None
    if right is not None and not 0 < int(right.year) - int(left.year) < LONGEST:
        return []
    return [replace(finish(text, left, right, words, RULE), planned=True)]


def _stroked(text: str, match: re.Match[str], words: TimeWords) -> list[TimeExpression]:
    """22/23/24年, 2022/23/24年: one year after the other; two of 2022/23年度 are one that runs on (`dates.read_double_year`)."""
    years = [
        Point(m.start() + match.start(), m.end() + match.start(), _full(m.group()))
        for m in re.finditer(r"\d+", match.group())
    ]
    if any(int(b.year) - int(a.year) != 1 for a, b in pairwise(years)) or (match["span"] and len(years) == 2):
        return []
    years[-1] = replace(years[-1], end=match.end())
    return [finish(text, year, None, words, RULE) for year in years]


def _short_period(text: str, match: re.Match[str], words: TimeWords) -> list[TimeExpression]:
    """2022-24年; 22-24年 only beside a word of figures (10-15年 is a length of time)."""
    left, right = (
        Point(match.start(), match.end(), _full(match["year"])),
        Point(match.start("last"), match.end(), _full(match["last"])),
    )
    if not 0 < int(right.year) - int(left.year) < LONGEST:
        return []
    if len(match["year"]) == 2 and not _beside_figures(text, match):
        return []
    return [finish(text, left, right, words, RULE)]


def _short(text: str, match: re.Match[str], words: TimeWords) -> list[TimeExpression]:
    """22年底, 22年1-5月, 22年前三季度."""
    year = Point(match.start(), match.end(), _full(match["year"]))
    point = read_part(text, year, words)
    if point.end == year.end or (point.part not in fiscal_words().word_parts and point.month is None):
        return []
    if (
        point.month is not None
        and point.part not in ("", "月")
        and point.part not in fiscal_words().word_parts
    ):
        return []
    right = read_end(text, point, words)
    return [finish(text, point, right, words, RULE)]


def _plain_years(
    text: str, found: list[TimeExpression], written: set[int], words: TimeWords
) -> list[TimeExpression]:
    """23年有望达25亿元, where the paragraph writes another year out: at the head of a clause, or beside a word of figures."""
    years: list[TimeExpression] = []
    for match in SHORT.finditer(text):
        year = int(_full(match["year"]))
        if any(match.start() < time.end and time.start < match.end() for time in found):
            continue
        if any(abs(year - other) <= NEAR for other in written) and _beside_figures(text, match):
            years.append(finish(text, Point(match.start(), match.end(), str(year)), None, words, RULE))
    return years


def _beside_figures(text: str, match: re.Match[str]) -> bool:
    """Whether the words around a year of two digits make it one."""
    words = fiscal_words()
    if words.length.match(text, match.end()):
        return False
    lead = text[max(0, match.start() - 3) : match.start()]
    begins = lead == "" or lead[-1] in CLAUSE_START
    if words.lead.search(lead) or begins:
        return words.figure.match(text, match.end()) is not None or words.lead.search(lead) is not None
    return words.figure.match(text, match.end()) is not None


Reader = Callable[[str, re.Match[str], TimeWords], list[TimeExpression]]
FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (ACCOUNTING_YEAR, _fiscal_year), (YEAR_PART, _year_part), (PART_YEAR, _part_year), (FISCAL_YEAR, _fiscal_year),
    (ESTIMATED_PERIOD, _estimated), (ESTIMATED, _estimated), (STROKED, _stroked), (SHORT_PERIOD, _short_period),
    (SHORT, _short),
)  # fmt: skip
