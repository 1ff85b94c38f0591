"""Points of time as written, and the EDTF that they make."""

from __future__ import annotations

import re
from datetime import date, timedelta

from suyuan.values import value

CHINESE_DIGITS = str.maketrans("〇零○Oo一二三四五六七八九", "00000123456789")

YEAR = r"(?:1[5-9]|20)\d\d"
CHINESE_YEAR = "(?:一[五六七八九]|二[〇零○Oo])[〇零○Oo一二三四五六七八九]{2}"
MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
CHINESE_MONTH = "(?:十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
CHINESE_DAY = "(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
NO_MONTH = "(?![龄薪租均嫂饼球度息])"  # 月 as the beginning of another word

DECADE_SIGN = "代(?![表理替价号码])"  # 1980年代, but not 2020年代表大会
YEAR_MARKED = re.compile(f"(?P<year>{YEAR}|{CHINESE_YEAR})年(?!{DECADE_SIGN})")
DECADE_MARKED = re.compile(f"(?P<decade>(?:1[5-9]|20)\\d)0年{DECADE_SIGN}(?:初期|中期|末期|后期|初|末|中)?")
MONTH_DAY = re.compile(
    f"(?P<month>{MONTH}|{CHINESE_MONTH})月份?{NO_MONTH}(?:(?P<day>{DAY}|{CHINESE_DAY})"
    rf"(?:[日号]|(?=[至到~-](?:1?\d月)?[1-3]?\d[日号])))?"
)
DAY_ALONE = re.compile(f"(?P<day>{DAY})[日号]")


@value
class Point:
    """A date with the precision of its words. ``year`` is text: 2015, 198X, 19XX, or XXXX where it is not said."""

    start: int  # in the text
    end: int
    year: str
    month: int | None = None
    day: int | None = None
    last_month: int | None = None  # 上半年 has month 1 and last_month 6
    as_of: bool = False  # 年底, 月末
    part: str = ""  # the word for the part

    @property
    def lower(self) -> str:
        """EDTF of its beginning, in its own precision."""
        return date_text(self.year, self.month, self.day)

    @property
    def upper(self) -> str:
        """EDTF of its end, in its own precision."""
        return date_text(self.year, self.last_month or self.month, self.day)

    @property
    def edtf(self) -> str:
        if self.month == 1 and self.last_month == 12:
            return self.year
        if self.last_month is not None and self.last_month != self.month:
            return f"{self.lower}/{self.upper}"
        return self.lower


def date_text(year: str, month: int | None, day: int | None) -> str:
    """``2015``, ``2015-04`` or ``2015-04-03``."""
    if month is None:
        return year
    return f"{year}-{month:02d}" if day is None else f"{year}-{month:02d}-{day:02d}"


def year_text(words: str) -> str:
    """``2025`` for 2025 or 二〇二五."""
    return words.translate(CHINESE_DIGITS)


def small_number(words: str) -> int:
    """Number below 100 in digits or in Chinese (十, 十二, 二十一)."""
    if words.isdigit() and words.isascii():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return int(words.translate(CHINESE_DIGITS))
    return (int(tens.translate(CHINESE_DIGITS)) if tens else 1) * 10 + (
        int(ones.translate(CHINESE_DIGITS)) if ones else 0
    )


def count(words: str) -> int:
    """Number below 100 as ``small_number``, with 两; 0 for words that are no number (几)."""
    words = words.replace("两", "二")
    return (
        small_number(words)
        if re.fullmatch("[0-9]{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九]?", words)
        else 0
    )


def day_before(point: Point) -> str:
    """EDTF, in the same precision, of what lies just before a point: 2007 for 2008; the point itself if unknown."""
    if not point.year.isdigit():
        return point.lower
    year = int(point.year)
    if point.month is None or (point.month == 1 and point.last_month == 12):
        return f"{year - 1}"
    if point.day is None:
        return f"{year - 1}-12" if point.month == 1 else f"{year}-{point.month - 1:02d}"
    try:
        return (date(year, point.month, point.day) - timedelta(days=1)).isoformat()
    except ValueError:  # a date that does not exist, such as 2月30日, is kept as printed
        return point.lower


def open_from(start: str) -> str | None:
    """EDTF of the time from ``start`` on: ``2015-04/..``; ``1980/..`` for 198X; None for a century, whose beginning is
    no statement. A pattern (XXXX-04) stays one."""
    if start.startswith("XXXX") or "X" not in start:
        return f"{start}/.."
    decade = start.rstrip("~")
    return f"{decade[:3]}0/.." if decade[:3].isdigit() else None


def exists(point: Point) -> bool:
    """Whether the day exists (2月30日 does not); points without day or without year are taken as they are."""
    if point.month is None or point.day is None:
        return True
    year = int(point.year) if point.year.isdigit() else 2000  # a leap year admits 2月29日
    try:
        date(year, point.month, point.day)
    except ValueError:
        return False
    return True
