"""Names with a number in them: 5G, 3+X, 十四五, 三位一体, G20. Templates in names_with_numbers.csv.

``{n}`` stands for any numeral, ``{d}`` for Arabic digits, ``{D}`` for two of them, ``{h}`` for Chinese numerals.
A template is indexed by the character after its first numeral, when it ends there by the one before it, else by its first.
"""

from __future__ import annotations

import re
from functools import cache

from suyuan.quantities.numerals import HAN
from suyuan.quantities.tables import name_templates
from suyuan.records.fact import NumeralClass
from suyuan.values import value

PLACEHOLDERS = {
    "{d}": r"\d+(?:\.\d+)?",
    "{D}": r"(?<!\d)\d\d(?!\d)",
    "{h}": f"[{HAN}]+",
    "{n}": rf"(?:\d+|[{HAN}]+)",
}
FIRST = re.compile(rf"\{{[dDhn]\}}|\d+(?:\.\d+)?|[{HAN}]+")


@value
class _Pattern:
    prefix: str  # text before the first numeral
    numeral: str  # the first numeral, where the template gives it; else nothing
    rest: re.Pattern[str]
    follows: str  # text right after the first numeral, where that cannot be part of a numeral; else nothing
    ends_ascii: bool
    numeral_class: NumeralClass
    reason: str


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    index: dict[str, list[_Pattern]] = {}
    for row in name_templates():
        first = FIRST.search(row.template)
        if first is None:
            raise ValueError(f"suyuan/data/names_with_numbers.csv: {row.template!r} has no numeral in it")
        prefix, rest = row.template[: first.start()], row.template[first.start() :]
        expression = "".join(
            PLACEHOLDERS.get(part, re.escape(part)) for part in re.split(r"(\{[dDhn]\})", rest)
        )
        after = row.template[first.end() : first.end() + 1]
        if after == "{":
            after = "?"
        given = first.group() if first.group() not in PLACEHOLDERS else ""
        key = after if after else (prefix[-1] + "$" if prefix else "$" + given[:1])
        pattern = _Pattern(
            prefix,
            given,
            re.compile(expression, re.ASCII),
            _literal(first.group(), row.template[first.end() :]),
            rest[-1].isascii() and rest[-1] != "}",
            row.numeral_class,
            row.reason,
        )
        index.setdefault(key, []).append(pattern)
    return {key: tuple(group) for key, group in index.items()}


def _literal(numeral: str, after: str) -> str:
    """The words of a template right after its first numeral (届 of {n}届{n}次全会), which no numeral can run into."""
    words = after.partition("{")[0]
    return "" if numeral == "{D}" or not words or words[0] in f"0123456789.{HAN}" else words


def name_at(text: str, start: int, end: int) -> tuple[int, int, NumeralClass, str] | None:
    """Longest name whose first numeral begins at ``start``; ``end`` is the end of the run of digits or characters there."""
    index = _patterns()
    best: tuple[int, int, NumeralClass, str] | None = None
    groups = [index.get(text[end : end + 1] or "?", ()), index.get("$", ()), index.get("$" + text[start], ())]
    if start:
        groups.append(index.get(text[start - 1] + "$", ()))
    if end - start > 1:  # a template may go on with another numeral character (十{h}五)
        groups.extend(index.get(char, ()) for char in sorted(set(text[start + 1 : min(end, start + 8)])))
    for group in groups:
        for pattern in group:
            begin = start - len(pattern.prefix)
            if (
                (pattern.numeral and not text.startswith(pattern.numeral, start))
                or (pattern.follows and not text.startswith(pattern.follows, end))
                or (pattern.prefix and (begin < 0 or not text.startswith(pattern.prefix, begin)))
            ):
                continue
            match = pattern.rest.match(text, start)
            if match is None or not _whole(text, begin, match.end(), pattern):
                continue
            if best is None or match.end() - begin > best[1] - best[0]:
                best = (begin, match.end(), pattern.numeral_class, pattern.reason)
    return best


def _whole(text: str, begin: int, end: int, pattern: _Pattern) -> bool:
    """An ASCII edge of a name must not run on into more letters or digits (5G is no part of 15GB)."""
    first = text[begin]
    if (
        first.isascii()
        and first.isalnum()
        and begin
        and text[begin - 1].isascii()
        and text[begin - 1].isalnum()
    ):
        return False
    if (
        first.isdigit()
        and text[begin - 1 : begin] in (",", ".")
        and text[max(0, begin - 2) : begin - 1].isdigit()
    ):
        return False  # 11,996 holds no 996
    following = text[end : end + 1]
    return not (pattern.ends_ascii and following.isascii() and following.isalnum())
