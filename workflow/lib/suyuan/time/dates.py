"""Reading dates that begin with a digit or a Chinese numeral into points, rows and periods."""

from __future__ import annotations

import re

from suyuan.time.edges import finish
from suyuan.time.expression import TimeExpression
from suyuan.time.points import (
    DAY_ALONE,
    DECADE_MARKED,
    MONTH_DAY,
    YEAR,
    YEAR_MARKED,
    Point,
    exists,
    small_number,
    year_text,
)
from suyuan.time.table import TimeWords

LINK = re.compile("至|到|-|~|——?")
LIST_LINK = re.compile("[、，和与及]")
DOUBLE = "double_year"  # rule of 2022-23学年
SCHOOL_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)学年度?")
DOUBLE_YEAR = re.compile(r"(?P<first>(?:19|20)\d\d)[/\-~至](?P<last>(?:19|20)?\d\d)")
BARE_YEAR = re.compile(f"(?P<year>{YEAR})(?![0-9])")
BARE_MONTHS = re.compile(
    "(?P<first>1[0-2]|[1-9]|元月?)(?:-|~|至|到)(?P<last>1[0-2]|[1-9])月份?(?![龄薪租均])"
)
FIRST_MONTHS = re.compile("前([一二三四五六七八九十0-9]{1,2})个月")
QUARTERS = re.compile("第?([一二三四1-4])([、和与及至到~-])第?([一二三四1-4])季度")
CENTURY = re.compile("(?:([12][0-9])|(二十一?|十[五六七八九])|(上))世纪")
DECADE = re.compile("([1-9]0|[一二三四五六七八九]十)年代(?:初期|中期|末期|后期|初|末|中)?")
CENTURY_PART = re.compile("初期|中期|末期|后期|中叶|初|末")
AFTER_BARE_RANGE = re.compile(r"[）)，。；、：\]】》”的和与期之间]|$")


def read_point(text: str, at: int, words: TimeWords) -> Point | None:
    """The point that begins at ``at``: a decade (1980年代); a year with 年, month, day or part;
    or a month, a quarter without a year."""
    decade = DECADE_MARKED.match(text, at)
    if decade:
        return Point(at, decade.end(), decade["decade"] + "X")
    match = YEAR_MARKED.match(text, at)
    if match:
        return read_part(text, Point(at, match.end(), year_text(match["year"])), words)
    point = read_part(text, Point(at, at, "XXXX"), words, alone=True)
    return point if point.end > at else None


def read_part(text: str, point: Point, words: TimeWords, alone: bool = False) -> Point:
    """``point`` (a year) with the month, day or part that follows it; unchanged where none does."""
    at = point.end
    months = BARE_MONTHS.match(text, at)
    first_month = int(months["first"]) if months and months["first"].isdigit() else 1
    if months and first_month < int(months["last"]):
        return Point(
            point.start,
            months.end(),
            point.year,
            first_month,
            last_month=int(months["last"]),
            part="月",
        )
    match = MONTH_DAY.match(text, at)
    if match and not (alone and not match["month"].isascii()):
        month, day = small_number(match["month"]), match["day"]
        read = Point(point.start, match.end(), point.year, month, small_number(day) if day else None)
        if not exists(read):
            return Point(point.start, match.start("day"), point.year, month)
        if day is None:
            part = words.month_part.match(text, match.end())
            if part:
                as_of = words.month_parts[part.group()].as_of
                return Point(point.start, part.end(), point.year, month, as_of=as_of, part=part.group())
        return read
    first = FIRST_MONTHS.match(text, at)
    if first:
        last = small_number(first[1])
        if 1 <= last <= 12:
            return Point(point.start, first.end(), point.year, 1, last_month=last, part=first.group())
    quarters = QUARTERS.match(text, at)
    if quarters and not alone:
        first_quarter, last_quarter = (small_number(quarters[i]) for i in (1, 3))
        adjacent = quarters[2] in "至到-~" or last_quarter == first_quarter + 1
        if adjacent and first_quarter < last_quarter:
            return Point(
                point.start, quarters.end(), point.year, 3 * first_quarter - 2, last_month=3 * last_quarter,
                part=quarters.group(),
            )  # fmt: skip
    match = words.year_part.match(text, at)
    if match and (not alone or match.group() in words.lone_parts):
        part_of_year = words.year_parts[match.group()]
        return Point(
            point.start, match.end(), point.year, part_of_year.first,
            last_month=part_of_year.last, as_of=part_of_year.as_of, part=match.group(),
        )  # fmt: skip
    return point


def read_end(text: str, left: Point, words: TimeWords) -> Point | str | None:
    """The end of a period that begins with ``left`` (至2014年, -12月, 至今), or None."""
    link = LINK.match(text, left.end)
    if not link:
        return None
    at = link.end()
    if text[at : at + 1] == "今":
        return "今"
    right = read_point(text, at, words)
    if right is None:
        day = DAY_ALONE.match(text, at) if left.day is not None else None
        return Point(at, day.end(), left.year, left.month, int(day["day"])) if day else None
    if right.year == "XXXX":
        right = Point(
            right.start, right.end, left.year, right.month, right.day, right.last_month, right.as_of
        )
    return right


def read_year_list(text: str, at: int, words: TimeWords) -> list[TimeExpression]:
    """2019、2020和2021年: years that share one 年."""
    years: list[Point] = []
    while True:
        bare = BARE_YEAR.match(text, at)
        if not bare:
            return []
        marked = YEAR_MARKED.match(text, at)
        if marked:
            if not years:
                return []
            years.append(read_part(text, Point(at, marked.end(), marked["year"]), words))
            break
        link = LIST_LINK.match(text, bare.end())
        if not link:
            return []
        years.append(Point(at, bare.end(), bare["year"]))
        at = link.end()
    return [finish(text, year, None, words, "year_list") for year in years]


def read_bare_range(text: str, at: int, words: TimeWords) -> list[TimeExpression]:
    """A year without 年 that begins a period: 2004至2014年, 2014至今, 2008-2014; alone it is no time."""
    bare = BARE_YEAR.match(text, at)
    link = LINK.match(text, bare.end()) if bare else None
    if not bare or not link:
        return []
    left = Point(at, bare.end(), bare["year"])
    if text[link.end() : link.end() + 1] == "今":
        return [finish(text, left, "今", words, "range")]
    right = read_point(text, link.end(), words)
    if right is not None and right.year != "XXXX":
        return [finish(text, left, right, words, "range")] if right.year > left.year else []
    other = BARE_YEAR.match(text, link.end())
    if other and other["year"] > left.year and AFTER_BARE_RANGE.match(text, other.end()):
        return [finish(text, left, Point(other.start(), other.end(), other["year"]), words, "range")]
    return []


def read_double_year(text: str, at: int, words: TimeWords) -> list[TimeExpression]:
    """2018/2019年度, 2022-23学年, 2020—2021生长季: a year that begins in one calendar year and ends in the next; 2022学年 goes
    by the first."""
    match = DOUBLE_YEAR.match(text, at)
    named = words.year_over.match(text, match.end()) if match else None
    if match is None or named is None:
        school = SCHOOL_YEAR.match(text, at)
        point = Point(at, school.end(), school["year"]) if school else None
        return [finish(text, point, None, words, "date")] if point else []
    last = match["first"][: 4 - len(match["last"])] + match["last"]
    apart = int(last) - int(match["first"])
    if apart > 1 and named.group() != "年度":
        left = Point(
            at, match.end("first"), match["first"]
        )  # 2019—2022学年: several, from the first to the last
        return [finish(text, left, Point(match.start("last"), named.end(), last), words, "range")]
    if apart != 1:
        return []
    return [finish(text, Point(at, match.end(), match["first"]), Point(at, named.end(), last), words, DOUBLE)]


def read_century(text: str, at: int, century: re.Match[str], words: TimeWords) -> list[TimeExpression]:
    """20世纪80年代, 上世纪90年代, 21世纪以来."""
    decade = DECADE.match(text, century.end())
    if century[3]:
        rule = f"last_century:{small_number(decade[1]) // 10}" if decade else "last_century"
        end = decade.end() if decade else century.end()
        return [TimeExpression(at, end, None, "during", rule, "century")]
    number = small_number(century[1] or century[2]) - 1
    if decade:
        point = Point(at, decade.end(), f"{number:02d}{small_number(decade[1]) // 10}X")
        right = read_end(text, point, words)
        return [finish(text, point, right, words, "century")]
    part = CENTURY_PART.match(text, century.end())
    point = Point(at, part.end() if part else century.end(), f"{number:02d}XX")
    if not part and text.startswith("以来", point.end):
        return [TimeExpression(at, point.end + 2, f"{number:02d}01/..", "during", None, "century")]
    return [finish(text, point, None, words, "century")]
